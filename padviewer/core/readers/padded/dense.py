"""Dense arrays whose rows end in NaN or a fill value: guess whether they do, and cut the tails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.readers.padded.detective import detect
from padviewer.core.sentence import say

SHAPES = ("dense", "nan-tail", "fill-tail", "unpad")
FILLS = (0, -1)


@dataclass(frozen=True)
class Tail:
    """How the rows of a dense array end.

    Parameters
    ----------
    shape : str
        ``"dense"`` (rows are whole), ``"nan-tail"`` or ``"fill-tail"``.
    fill : int
        What a fill tail is made of.
    """

    shape: str = "dense"
    fill: int = 0

    @property
    def words(self) -> str:
        """The shape as it is shown, with the fill."""
        return f"{self.shape} of {self.fill}" if self.shape == "fill-tail" else self.shape


def choose_tail(asked: str | None, sample: NDArray[Any], where: str) -> Tail:
    """Return the tail that was asked for, or guess it from some rows [k, m, ...].

    Raises
    ------
    ChoiceError
        A shape that does not exist for arrays.
    ContentError
        A NaN tail asked for values that cannot be NaN.
    """
    if asked is None:
        return guess_tail(sample)
    if asked not in SHAPES:
        raise ChoiceError(
            "shape",
            say(
                "The shape of an array is one of {shapes}, not “{asked}”.",
                shapes=", ".join(SHAPES),
                asked=asked,
            ),
        )
    if asked == "nan-tail" and sample.dtype.kind != "f":
        raise ContentError(
            "no-nan",
            say("Values of dtype {dtype} cannot be NaN, so no row ends in NaN.", dtype=str(sample.dtype)),
            where=where,
            remedy=say("Choose the shape dense or fill-tail."),
        )
    if asked == "fill-tail" and sample.dtype.kind in "iuf":
        ends = [int((tail_lengths(sample, Tail(asked, fill)) > 0).sum()) for fill in FILLS]
        return Tail(asked, FILLS[int(np.argmax(ends))])
    return Tail(asked)


def guess_tail(sample: NDArray[Any]) -> Tail:
    """Guess from some rows [k, m, ...] how the rows of an array end.

    Floats end in NaN where `detect` finds rows that are padded with NaN at their ends. Anything else
    is dense: a value that may be real is never taken off on a guess.
    """
    found = detect(sample) if sample.dtype.kind == "f" else None
    if found is not None and found.side == "post" and found.words == "NaN":
        return Tail("nan-tail")
    return Tail()


def cut_tails(block: NDArray[Any], tail: Tail, name: str) -> tuple[Ragged, tuple[Finding, ...]]:
    """Return the rows of a block [n, m, ...] without their tails, and a finding that says what was cut.

    A dense block becomes a plain column with inner shape (m, ...); otherwise axis 1 becomes ragged.
    """
    if tail.shape == "dense":
        return Ragged(block), ()
    gone = tail_lengths(block, tail)
    steps = block.shape[1]
    kept = np.arange(steps) < (steps - gone)[:, None]
    column = Ragged(block[kept], offsets_from_lengths(steps - gone))
    count = int(gone.sum())
    if not count:
        return column, ()
    what = "NaN" if tail.shape == "nan-tail" else repr("") if block.dtype.kind in "US" else str(tail.fill)
    message = say(
        "Steps at the ends of rows that hold only {what} were read as padding: {count}.",
        what=what,
        count=COUNT,
    )
    rows = tuple(np.flatnonzero(gone)[:MOST_ROWS].tolist())
    remedy = say("Choose the shape dense to keep them.")
    return column, (Finding("info", "tail-as-padding", message, count, rows, remedy, name),)


def tail_lengths(block: NDArray[Any], tail: Tail) -> NDArray[np.int64]:
    """Return how many steps at the end of each row of [n, m, ...] are fill, int64 [n]."""
    real = ~_is_fill(block, tail)[:, ::-1]
    lengths: NDArray[np.int64] = np.where(real.any(axis=1), real.argmax(axis=1), real.shape[1]).astype(
        np.int64
    )
    return lengths


def _is_fill(block: NDArray[Any], tail: Tail) -> NDArray[np.bool_]:
    """Whether a step, with all its inner values, is fill; bool [n, m]."""
    if tail.shape == "nan-tail":
        equal = np.isnan(block)
    elif block.dtype.kind in "US":
        equal = block == block.dtype.type()
    else:
        equal = np.asarray(block == tail.fill)
    steps: NDArray[np.bool_] = equal.all(axis=tuple(range(2, equal.ndim)))
    return steps
