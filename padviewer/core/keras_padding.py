"""pad_sequences with Keras's results, its silent losses included."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.offsets import offsets_from_lengths
from padviewer.core.sentence import say
from padviewer.core.slots import Axis, Slots


class SequenceError(ContentError, ValueError):
    """Sequences that cannot be padded; a ValueError too, because Keras raises that."""


class SideError(ChoiceError, ValueError):
    """A side that there is not; a ValueError too, because Keras raises that."""


def like_keras(
    sequences: Sequence[Any], maxlen: int | None, dtype: Any, padding: str, truncating: str, value: Any
) -> NDArray[Any]:
    """Return what ``keras.utils.pad_sequences`` returns; see `padviewer.core.pad_sequences`."""
    for name, side in (("padding", padding), ("truncating", truncating)):
        if side not in ("pre", "post"):
            raise SideError(
                name,
                say(
                    "{capitalize} is pre or post, not {side}.", capitalize=name.capitalize(), side=repr(side)
                ),
            )
    if maxlen is not None and maxlen < 1:
        raise SideError("maxlen", say("Maxlen must be 1 or more, not {maxlen}.", maxlen=str(maxlen)))
    lengths = _lengths(sequences)
    if maxlen is None:
        if not lengths:
            raise SequenceError(
                "empty", say("There are no sequences, so no maxlen."), remedy=say("Give maxlen.")
            )
        maxlen = max(lengths)
    target = np.dtype(dtype)
    if isinstance(value, str) and target.kind not in "OUS":
        raise SideError(
            "value",
            say("A text cannot pad {target} sequences.", target=str(target)),
            remedy=say("Choose dtype object."),
        )
    kept = [row[-maxlen:] if truncating == "pre" else row[:maxlen] for row in sequences if len(row)]
    inner = np.asarray(next(row for row in sequences if len(row))).shape[1:] if kept else ()
    out = np.full((len(lengths), maxlen, *inner), value, dtype=dtype)
    if not kept:
        return out
    short = np.minimum(np.array(lengths, np.int64), maxlen)
    axis = Axis(maxlen, padding, truncating, "constant")
    slots = Slots.of(offsets_from_lengths(short), np.arange(len(short)), axis)
    real = slots.real(slots.steps(np.arange(maxlen, dtype=np.int64)))
    out[real] = _flat(kept, target, inner, int(short.sum()))
    return out


def _lengths(sequences: Sequence[Any]) -> list[int]:
    if not hasattr(sequences, "__len__"):
        raise SequenceError("not-sequences", say("The sequences must be a list."))
    lengths = []
    for row in sequences:
        try:
            lengths.append(len(row))
        except TypeError:
            raise SequenceError(
                "not-sequences", say("Every sequence must be a list; one is {row}.", row=repr(row))
            ) from None
    return lengths


def _flat(kept: list[Any], dtype: np.dtype[Any], inner: tuple[int, ...], total: int) -> NDArray[Any]:
    """Return all kept steps behind one another, cast as numpy casts each row."""
    if not inner and dtype.kind in "biuf" and all(type(row) in (list, tuple) for row in kept):
        try:
            return np.fromiter(chain.from_iterable(kept), dtype, total)
        except (TypeError, ValueError):
            pass  # a row of another shape or type: the general way below names it
    rows = []
    for row in kept:
        array = np.asarray(row, dtype=dtype)
        if array.ndim == 0:
            raise SequenceError(
                "not-sequences", say("Every sequence must be a list; one is {row}.", row=repr(row))
            )
        if array.shape[1:] != inner:
            raise SequenceError(
                "mixed-shape",
                say(
                    "A sequence has steps of shape {shape}; the first has {inner}.",
                    shape=str(array.shape[1:]),
                    inner=str(inner),
                ),
            )
        rows.append(array)
    return np.concatenate(rows)
