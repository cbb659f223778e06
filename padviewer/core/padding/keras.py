"""pad_sequences with Keras's results, its silent losses included."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices.tensor_recipe import LONGEST
from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.padding.slots import Axis, Slots
from padviewer.core.sentence import say

SHORT = 60


class SequenceError(ContentError, ValueError):
    """Sequences that cannot be padded; a ValueError too, because Keras raises that."""


class SideError(ChoiceError, ValueError):
    """A side that there is not; a ValueError too, because Keras raises that."""


def like_keras(
    sequences: Sequence[Any], maxlen: Any, dtype: Any, padding: str, truncating: str, value: Any
) -> NDArray[Any]:
    """Return what ``keras.utils.pad_sequences`` returns; see `padviewer.core.pad_sequences`.

    Returns
    -------
    ndarray [n, maxlen, ...] of `dtype`

    Raises
    ------
    PadViewerError
        What cannot be padded; every one is a ValueError too, which Keras raises.
    """
    _check_sides(padding, truncating)
    target = _dtype(dtype)
    given = None if maxlen is None else _maxlen(maxlen)
    lengths = _lengths(sequences)
    if given is None and not lengths:
        raise SequenceError("empty", say("There are no sequences, so no maxlen."), remedy=say("Give maxlen."))
    width = max(lengths) if given is None else given
    if isinstance(value, str) and target.kind not in "OUS":
        raise SideError(
            "value",
            say("A text cannot pad {target} sequences.", target=str(target)),
            remedy=say("Choose dtype object."),
        )
    rows = [(at, row) for at, row in enumerate(sequences) if len(row)]
    kept = [(at, _cut(at, row, width, truncating)) for at, row in rows]
    inner = _array(*rows[0], None).shape[1:] if rows else ()
    out = _full((len(lengths), width, *inner), value, target)
    if not kept:
        return out
    short = np.minimum(np.array(lengths, np.int64), width)
    axis = Axis(width, padding, truncating, "constant")
    slots = Slots.of(offsets_from_lengths(short), np.arange(len(short)), axis)
    real = slots.real(slots.steps(np.arange(width, dtype=np.int64)))
    out[real] = _flat(kept, target, inner, int(short.sum()))
    return out


def _check_sides(padding: Any, truncating: Any) -> None:
    for name, side in (("padding", padding), ("truncating", truncating)):
        if not isinstance(side, str) or side not in ("pre", "post"):
            raise SideError(
                name,
                say(
                    "{capitalize} is pre or post, not {side}.",
                    capitalize=name.capitalize(),
                    side=_short(side),
                ),
            )


def _dtype(dtype: Any) -> np.dtype[Any]:
    try:
        found: np.dtype[Any] = np.dtype(dtype)
    except (TypeError, ValueError, SyntaxError):
        raise SideError("dtype", say("“{dtype}” is no dtype.", dtype=_short(dtype))) from None
    return found


def _maxlen(maxlen: Any) -> int:
    whole = isinstance(maxlen, (int, np.integer)) and not isinstance(maxlen, bool)
    if not whole:
        raise SideError("maxlen", say("Maxlen is a whole number, not {maxlen}.", maxlen=_short(maxlen)))
    if maxlen < 1:
        raise SideError("maxlen", say("Maxlen must be 1 or more, not {maxlen}.", maxlen=str(maxlen)))
    if maxlen > LONGEST:
        raise SideError(
            "maxlen",
            say("Maxlen must be at most {longest}, not {maxlen}.", longest=LONGEST, maxlen=int(maxlen)),
        )
    return int(maxlen)


def _lengths(sequences: Any) -> list[int]:
    if not hasattr(sequences, "__len__") or isinstance(sequences, (str, bytes)):
        raise SequenceError(
            "not-sequences",
            say("The sequences must be a list of lists, not {given}.", given=_short(sequences)),
            remedy=say("Make a list of them."),
        )
    lengths = []
    for at, row in enumerate(sequences):
        try:
            lengths.append(len(row))
        except TypeError:
            raise _no_list(at, row) from None
    return lengths


def _cut(at: int, row: Any, maxlen: int, truncating: str) -> Any:
    try:
        return row[-maxlen:] if truncating == "pre" else row[:maxlen]
    except (TypeError, KeyError, ValueError):
        raise _no_list(at, row) from None


def _full(shape: tuple[int, ...], value: Any, dtype: np.dtype[Any]) -> NDArray[Any]:
    try:
        return np.full(shape, value, dtype=dtype)
    except MemoryError:
        raise SequenceError(
            "too-large",
            say("An array of shape {shape} does not fit the memory.", shape=str(shape)),
            remedy=say("Give a smaller maxlen."),
        ) from None
    except (TypeError, ValueError, OverflowError):
        raise SideError(
            "value",
            say("The fill value {value} does not fit {dtype}.", value=_short(value), dtype=str(dtype)),
        ) from None


def _flat(
    kept: list[tuple[int, Any]], dtype: np.dtype[Any], inner: tuple[int, ...], total: int
) -> NDArray[Any]:
    """Return all kept steps behind one another, cast as numpy casts each row."""
    if not inner and dtype.kind in "biuf" and all(type(row) in (list, tuple) for _, row in kept):
        try:
            return np.fromiter(chain.from_iterable(row for _, row in kept), dtype, total)
        except (TypeError, ValueError, OverflowError):
            pass  # a row of another shape or type: the general way below names it
    rows = []
    for at, row in kept:
        array = _array(at, row, dtype)
        if array.shape[1:] != inner:
            raise SequenceError(
                "mixed-shape",
                say(
                    "A sequence has steps of shape {shape}; the first has {inner}.",
                    shape=str(array.shape[1:]),
                    inner=str(inner),
                ),
                where=f"row {at}",
            )
        rows.append(array)
    return np.concatenate(rows)


def _array(at: int, row: Any, dtype: np.dtype[Any] | None) -> NDArray[Any]:
    """Return a row as an array; a row that is none raises an error that names it and its value."""
    try:
        array = np.asarray(row, dtype=dtype)
    except (TypeError, ValueError, OverflowError):
        raise _no_row(at, row, dtype) from None
    if array.ndim == 0:
        raise _no_list(at, row)
    return array


def _no_row(at: int, row: Any, dtype: np.dtype[Any] | None) -> SequenceError:
    for step, item in enumerate(row):
        try:
            np.asarray(item, dtype=dtype)
        except (TypeError, ValueError, OverflowError):
            return SequenceError(
                "bad-value",
                say(
                    "The value {value} at step {step} cannot be {dtype}.",
                    value=_short(item),
                    step=str(step),
                    dtype=str(dtype),
                ),
                where=f"row {at}",
                remedy=_value_remedy(item),
            )
    return SequenceError(
        "mixed-shape",
        say("The steps of {row} have unequal shapes.", row=_short(row)),
        where=f"row {at}",
        remedy=say("Give every step the same number of values."),
    )


def _value_remedy(item: Any) -> str:
    if item is None or (isinstance(item, float) and item != item):
        return say("Put a number where a value is missing, or choose dtype float32 and NaN.")
    if isinstance(item, str):
        return say("Give ids in place of texts, or choose dtype object.")
    if isinstance(item, (int, np.integer)):
        return say("Choose a wider dtype, such as int64.")
    return say("Give numbers, or choose dtype object.")


def _no_list(at: int, row: Any) -> SequenceError:
    return SequenceError(
        "not-sequences",
        say("Every sequence must be a list; one is {row}.", row=_short(row)),
        where=f"row {at}",
    )


def _short(value: Any) -> str:
    """Return what a value looks like, in no more than 60 characters."""
    said = repr(value)
    return said if len(said) <= SHORT else f"{said[: SHORT - 1]}…"
