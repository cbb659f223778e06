"""Arrays that are padded already: the value, the side and each row's length, found or checked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Int64 = NDArray[np.int64]
Side = Literal["post", "pre", "both"]

MOST_REAL_PADS = 0.4  # beyond this share of real cells that equal the value, runs of it prove nothing
CHANCE = 1000.0  # a run counts where one as long comes up once in so many arrays by chance
STRONG = 6.0  # standard deviations of all runs together that chance does not reach
SMALL_SHARE = 0.05  # a row or two that end in the value are no padding
MOSTLY = 0.6
NEARLY = 0.8
LONG = 5  # steps of the longest run, at least; in narrow rows a quarter of them
LEAST_MEAN = 1.4  # steps that the shorter rows are short of on average
SMOOTH = 0.1  # edges of a picture move by less than this share of its width from line to line


@dataclass(frozen=True, eq=False)
class Padding:
    """How the rows of a dense array are padded.

    Parameters
    ----------
    value : int or float or None
        What the padding is made of; None where it is not one value (a companion says where it is).
    side : {"post", "pre", "both"}
    start, stop : ndarray [n] of int64
        Row i is real from step start[i] up to, and without, stop[i].
    steps : int
        Steps of a row of the dense array.
    alike : int
        Real steps that hold nothing but the value.
    """

    value: int | float | None
    side: Side
    start: Int64
    stop: Int64
    steps: int
    alike: int = 0

    @property
    def lengths(self) -> Int64:
        """Real steps of each row, int64 [n]."""
        return self.stop - self.start

    @property
    def padded(self) -> int:
        """How many steps are padding."""
        return len(self.start) * self.steps - int(self.lengths.sum())

    @property
    def words(self) -> str:
        """The value as it is shown."""
        if self.value is None:
            return "values of any kind"
        return "NaN" if self.value != self.value else f"{self.value}"

    def real(self) -> Bools:
        """Return the mask of real steps, bool [n, m]."""
        at = np.arange(self.steps)
        inside: Bools = (at >= self.start[:, None]) & (at < self.stop[:, None])
        return inside


def detect(block: NDArray[Any]) -> Padding | None:
    """Find the padding of a dense array [n, m, ...] from its values alone; None where it looks whole.

    Candidates are NaN, 0, −1 and the commonest value at the rows' ends. Runs of one at the ends of rows are
    padding where chance does not make them: as often as the value stands among the other steps, few runs
    would be that long. Runs of one length in every row, a few odd rows, and the smooth edges of a picture
    are none. Rows that hold nothing else are empty rows where others are padded, and prove nothing.
    """
    if block.ndim < 2 or block.shape[1] < 2 or len(block) < 2 or block.dtype.kind not in "iuf":
        return None
    found = [one for value in _candidates(block) if (one := _padding_of(block, value)) is not None]
    return max(found, key=lambda one: one.padded, default=None)


def steps_of(block: NDArray[Any], value: float) -> Bools:
    """Return which steps of [n, m, ...] hold nothing but `value` (NaN: nothing but NaN), bool [n, m]."""
    if value == value:
        equal: NDArray[Any] = np.asarray(block == value)
    elif block.dtype.kind == "f":
        equal = np.isnan(np.asarray(block))
    else:
        equal = np.zeros(block.shape, np.bool_)
    steps: Bools = np.asarray(equal.reshape(*block.shape[:2], -1).all(axis=2))
    return steps


def runs(steps: Bools) -> tuple[Int64, Int64]:
    """Return how many True stand at both ends of each row, int64 [n] each; m for a row of nothing else."""
    real = ~steps
    some, width = real.any(axis=1), steps.shape[1]
    head = np.where(some, real.argmax(axis=1), width).astype(np.int64)
    tail = np.where(some, real[:, ::-1].argmax(axis=1), width).astype(np.int64)
    return head, tail


def _candidates(block: NDArray[Any]) -> list[Any]:
    """Return the values that may be padding, those that stand at the rows' ends."""
    found: dict[str, Any] = {}
    if block.dtype.kind == "f":
        found["nan"] = math.nan
    for column in (block[:, -1], block[:, 0]):
        flat = column.reshape(len(column), -1)
        ends = flat[(flat == flat[:, :1]).all(axis=1), 0]
        if not len(ends):
            continue
        values, counts = np.unique(ends, return_counts=True)
        for value in (values[int(counts.argmax())], *(one for one in (0, -1) if one in values)):
            number = value.item() if isinstance(value, np.generic) else value
            if number == number:
                found[repr(float(number))] = number
    return list(found.values())


def _padding_of(block: NDArray[Any], value: float) -> Padding | None:
    steps = steps_of(block, value)
    width = steps.shape[1]
    full = steps.all(axis=1)
    if full.all() or not (steps[:, 0].any() or steps[:, -1].any()):
        return None
    head, tail = runs(steps)
    odds = _Odds(steps[~full], head[~full], tail[~full])
    post, pre = odds.beats(tail[~full]), odds.beats(head[~full])
    if value != value and not (post or pre) and not head[~full].any():
        post = odds.is_plain(tail[~full])
    if (post or pre) and _is_even(head[~full], tail[~full]):
        side: Side = "both"
        start, stop = head, width - tail
    elif post and pre:
        return None
    elif post:
        side, start, stop = "post", np.zeros_like(head), width - tail
    elif pre:
        side, start, stop = "pre", head, np.full_like(tail, width)
    else:
        return None
    start, stop = np.where(full, 0, start), np.where(full, 0, stop)
    flat_bytes = block.ndim == 2 and block.dtype.itemsize == 1
    if _is_outline((stop - start)[~full], width, picture=flat_bytes):
        return None
    found = Padding(value, side, start, stop, width)
    return Padding(value, side, start, stop, width, int((steps & found.real()).sum()))


class _Odds:
    """How likely runs of the value are by chance, from how often it stands between the runs.

    Parameters
    ----------
    steps : ndarray [n, m] of bool
        Which steps hold the value; no row holds nothing else.
    head, tail : ndarray [n] of int64
        The runs at the start and the end of each row.
    """

    def __init__(self, steps: Bools, head: Int64, tail: Int64) -> None:
        self._inside = steps.sum(axis=1) - head - tail
        self._long = min(LONG, steps.shape[1] // 4)
        # The steps beside the runs are no such value, or the runs would be longer.
        self._open = np.maximum(steps.shape[1] - head - tail - 2, 0)

    def beats(self, run: Int64) -> bool:
        """Whether these runs (one a row) are longer than chance makes them."""
        n = len(run)
        run = run - int(run.min())  # what is the value in every row makes no row shorter than another
        ended = run > 0
        few = max(2.0, SMALL_SHARE * n)
        if ended.sum() < few or run[ended].mean() < LEAST_MEAN or run.max() < self._long:
            return False
        share = max(self._share(np.ones(n, bool)), self._share(ended))
        if share > MOST_REAL_PADS or run.min() == run.max():
            return False
        if (run > math.log(n * CHANCE) / -math.log(share)).sum() >= few:
            return True
        mean, deviation = n * share / (1 - share), math.sqrt(n * share) / (1 - share)
        return bool(run.sum() > mean + STRONG * max(deviation, 1.0))

    def is_plain(self, run: Int64) -> bool:
        """Whether a few rows end in runs of several lengths, with hardly such a value between: NaN then."""
        inside = int(self._inside.sum())
        varied = len(np.unique(run)) > 1 and (run > 0).sum() >= 2 and run.max() >= 2
        return bool(varied and inside <= 1 and run.sum() >= 3 * inside + 3)

    def _share(self, rows: Bools) -> float:
        """Return how often the value stands between the runs of `rows`, rather too high than too low."""
        total = int(self._open[rows].sum())
        share = (int(self._inside[rows].sum()) + 1) / (total + 2)
        return min(share + math.sqrt(share * max(1 - share, 0) / (total + 2)), 1 - 1e-9)


def _is_even(head: Int64, tail: Int64) -> bool:
    """Whether rows are padded as much left as right, an odd step right."""
    wide = head + tail > 1
    odd = (tail - head)[wide]
    return len(odd) > 0 and float(((odd == 0) | (odd == 1)).mean()) >= MOSTLY


def _is_outline(lengths: Int64, width: int, *, picture: bool) -> bool:
    """Whether the lengths follow each other as the lines of a picture or a triangle do.

    Lengths that only rise, or only fall, are those of sorted rows, unless the array may be a `picture`.
    """
    moves = np.diff(lengths)
    if len(moves) < 3:
        return False
    if bool(moves[0]) and bool((moves == moves[0]).all()):
        return True
    is_sorted = max((moves >= 0).mean(), (moves <= 0).mean()) >= NEARLY
    return (picture or not is_sorted) and float(np.abs(moves).mean()) <= SMOOTH * width
