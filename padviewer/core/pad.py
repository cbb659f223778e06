"""pad() and pad_sequences(): a plan's block over all rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices.base import safe_name
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.choices.tensor_recipe import TensorRecipe
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.frame import column_of, is_series
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.padding.padded import Padded
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe
from padviewer.core.sentence import say


def pad(ragged: Ragged | Iterable[Any], recipe: TensorRecipe | None = None) -> Padded:
    """Pad all rows of a column.

    Parameters
    ----------
    ragged : Ragged, or an iterable of rows
        Numbers with at least one ragged axis, or rows of one fixed shape; or what `Ragged.from_lists` takes:
        lists of lists, an array [n, steps, ...]; or a column of pandas.
    recipe : TensorRecipe or None
        The choices, without transforms; None takes the defaults.

    Returns
    -------
    Padded
        ``array`` [n, maxlen, ...], ``mask`` [n, maxlen] (True at real steps), ``lengths`` [n] (kept steps),
        ``findings``.

    Raises
    ------
    ChoiceError
        A recipe with transforms: those run in `prepare`.
    ContentError
        What holds no rows of numbers: texts, single values, a whole table; all rows empty with
        maxlen "max"; a value that would be lost.

    Examples
    --------
    >>> pad(Ragged.from_lists([[1, 2, 3], [4]])).array
    array([[1, 2, 3],
           [4, 0, 0]], dtype=int32)
    """
    choice = recipe or TensorRecipe()
    if choice.transforms:
        raise ChoiceError(
            "transforms", say("pad() takes no transforms."), remedy=say("Use fit, prepare and resolve.")
        )
    column = ragged if isinstance(ragged, Ragged) else _column(ragged)
    name = safe_name(choice.column or column.known_as or str(getattr(ragged, "name", None) or "x"))
    dataset = Dataset({name: column}, roles={name: "sequence"})
    fitted = fit(Recipe({name: replace(choice, column=name)}), dataset)
    plan = resolve(fitted, prepare(fitted, dataset))
    return plan.block(name, slice(None))


def _column(rows: Any) -> Ragged:
    if hasattr(rows, "columns") and hasattr(rows, "dtypes"):
        raise ContentError(
            "not-rows",
            say(
                "A whole table is no column: its columns are {columns}.",
                columns=", ".join(map(str, rows.columns)),
            ),
            remedy=say("Give one column of lists."),
        )
    if isinstance(rows, Dataset):
        raise ContentError(
            "not-rows",
            say("A whole dataset is no column: its columns are {columns}.", columns=", ".join(rows.columns)),
            remedy=say(
                "Give one column, such as dataset[{name}].",
                name=repr(rows.columns[0] if rows.columns else ""),
            ),
        )
    if is_series(rows):
        return column_of(rows, str(rows.name))[0]
    if isinstance(rows, np.ndarray) and rows.ndim > 1 and rows.dtype.kind in "biuf":
        return Ragged(rows)
    return Ragged.from_lists(rows)


def pad_sequences(
    sequences: Sequence[Any],
    maxlen: int | None = None,
    dtype: str = "int32",
    padding: str = "pre",
    truncating: str = "pre",
    value: float | str = 0.0,
) -> NDArray[Any]:
    """Pad sequences with the results of ``keras.utils.pad_sequences``: same arguments, defaults and losses.

    Parameters
    ----------
    sequences : sequence of sequences
        Lists or arrays; rows of [steps, ...] keep their inner shape.
    maxlen : int or None
        Steps; None takes the longest row.
    dtype : str
        What values are cast to, as numpy's astype does, without a word.
    padding, truncating : {"pre", "post"}
    value : number
        The padding.

    Returns
    -------
    ndarray [n, maxlen, ...]

    Raises
    ------
    PadViewerError
        What cannot be padded, with the row and the value: a row without a length, unequal inner shapes, a
        value or a fill that the dtype cannot take; an unknown side or dtype, a maxlen below 1. A ValueError
        too, which Keras raises.
    """
    from padviewer.core.padding.keras import like_keras

    return like_keras(sequences, maxlen, dtype, padding, truncating, value)
