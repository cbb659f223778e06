"""How long rows are, as a chart shows it: the axis of lengths, its bars and round numbers, and the curve."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.lengths import LengthCounts
from padviewer.core.data.ragged import Int64

OUTLIER = 10  # from so many times p99 on, a straight axis would show the outlier alone
BINS = 128
CURVE = 320
STEPS = (1, 2, 4, 8, 16, 32, 64)
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class LengthAxis:
    """The axis of lengths, straight or logarithmic.

    A row of length L takes the place from L - 1 to L, so that the line of maxlen M stands at the right edge
    of the rows of length M: what lies left of it is kept whole. On a logarithmic axis a place is the power
    of ten; the edges 0 and -1 stand left of that of 1.

    Parameters
    ----------
    logarithmic : bool
    empty : bool
        Whether there are rows of length 0, which stand left of 0.
    """

    logarithmic: bool = False
    empty: bool = False

    @property
    def start(self) -> float:
        """Where the axis begins."""
        return self.place(-1 if self.empty else 0)

    def place(self, edge: float) -> float:
        """Return where the right edge of a length stands."""
        if not self.logarithmic:
            return float(edge)
        return math.log10(edge if edge >= 1 else 0.5 if edge >= 0 else 0.25)

    def places(self, edges: NDArray[np.int64] | Floats) -> Floats:
        """Return where the right edges of lengths stand, float64 [n]."""
        if not self.logarithmic:
            return edges.astype(np.float64)
        placed: Floats = np.log10(np.where(edges >= 1, edges, np.where(edges >= 0, 0.5, 0.25)))
        return placed

    def edge(self, place: float) -> float:
        """Return the length whose right edge stands at a place, not rounded."""
        return 10.0 ** min(place, 300.0) if self.logarithmic else place

    def length(self, place: float, last: int) -> int:
        """Return the length whose right edge is nearest to a place, 1 to `last`."""
        return min(max(math.floor(self.edge(place) + 0.5), 1), last)

    def ticks(self, low: float, high: float, most: int) -> tuple[int, ...]:
        """Return about `most` round lengths at most that stand between two places."""
        first, last = max(0, math.ceil(self.edge(low) - 1e-9)), math.floor(self.edge(high) + 1e-9)
        if self.logarithmic and high - low > 2:
            powers = range(max(0, math.ceil(low - 1e-9)), math.floor(high + 1e-9) + 1)
            return tuple(10**power for power in powers[:: max(1, math.ceil(len(powers) / max(1, most)))])
        if self.logarithmic and high - low > 0.7:
            rounds = [n * 10**power for power in range(len(str(last))) for n in (1, 2, 5)]
            found = [n for n in rounds if first <= n <= last]
            return tuple(found[:: max(1, math.ceil(len(found) / max(1, most)))])
        step = next_step((last - first) / max(1, most))
        return tuple(range(-(-first // step) * step, last + 1, step))


@dataclass(frozen=True, eq=False)
class LengthBars:
    """Rows of the lengths from ``first`` to ``last``, both included.

    Parameters
    ----------
    first, last, rows : int64 [n]
        Ascending, without overlap; a few hundred at most, and none without rows.
    """

    first: Int64
    last: Int64
    rows: Int64

    @property
    def most(self) -> int:
        """Rows of the highest bar, 0 without bars."""
        return int(self.rows.max(initial=0))

    def table(self) -> str:
        """Return the bars as text between tabs: first length, last length, rows."""
        lines = zip(self.first.tolist(), self.last.tolist(), self.rows.tolist(), strict=True)
        return "\n".join(["first\tlast\trows", *("\t".join(map(str, line)) for line in lines)])

    def code(self) -> str:
        """Return the bars as code that makes them with numpy."""
        parts = (("first", self.first), ("last", self.last), ("rows", self.rows))
        made = [f"{name} = np.array({values.tolist()}, np.int64)" for name, values in parts]
        return "\n".join(["import numpy as np", "", *made])


def bars(counts: LengthCounts, axis: LengthAxis, low: float, high: float, most: int = BINS) -> LengthBars:
    """Return the bars that stand between two places; empty rows stand in a bar of their own.

    How wide they are depends on ``high - low`` alone, and where they begin on their width: while the axis
    is moved they stay the same.
    """
    last = min(max(math.ceil(axis.edge(high)), 0), counts.maximum)
    first = min(max(math.floor(axis.edge(low)) + 1, 1), last + 1)
    span = max(round(high - low, 6), 1e-6)
    if axis.logarithmic:
        factor = 2.0 ** math.ceil(math.log2(span / most))
        powers = np.arange(math.floor(math.log10(first) / factor), math.log10(last + 1) / factor + 1)
        inner = np.round(10.0 ** (powers * factor)).astype(np.int64)
    else:
        width = max(math.ceil(span / most), 1)
        inner = np.arange(first // width * width, last + width + 1, width, dtype=np.int64)
    ends = [0, 1] if axis.empty and low < axis.place(0) else [1] if first == 1 else []
    edges = np.unique(np.concatenate([ends, inner[inner >= 1]]).astype(np.int64))
    rows = counts.rows_between(edges)
    there = rows > 0
    return LengthBars(edges[:-1][there], edges[1:][there] - 1, rows[there])


def kept_curve(
    counts: LengthCounts, axis: LengthAxis, low: float, high: float, points: int = CURVE
) -> tuple[Floats, Floats]:
    """Return the share of steps kept along the axis.

    Parameters
    ----------
    counts : LengthCounts
    axis : LengthAxis
    low, high : float
        Places between which the curve is wanted.
    points : int

    Returns
    -------
    places, shares : float64 [n]
        Ascending places, each that of a maxlen from 0 to the longest row; shares from 0 to 1.
    """
    first = 0 if low <= axis.place(0) else max(0, math.floor(axis.edge(low)))
    last = min(max(first, math.ceil(axis.edge(high))), max(counts.maximum, 1))
    first = min(first, last)
    between = np.linspace(axis.place(first), axis.place(last), points)
    edges = 10.0**between if axis.logarithmic else between
    maxlens = np.unique(np.concatenate([np.round(edges).astype(np.int64), [first, last]]))
    shares = counts.steps_kept_at(maxlens) / max(counts.total, 1)
    return axis.places(maxlens), shares


def needs_logarithm(counts: LengthCounts) -> bool:
    """Tell whether the longest row is so far out that the axis is to be logarithmic."""
    return counts.maximum > OUTLIER * max(1, counts.percentile(99))


def next_step(least: float) -> int:
    """Return the smallest round step that is not below `least`: powers of 2 up to 64, then 1, 2, 5 × 10ⁿ."""
    for step in STEPS:
        if step >= least:
            return step
    power = 100
    while True:
        for factor in (1, 2, 5):
            if factor * power >= least:
                return factor * power
        power *= 10


def row_ticks(most: int) -> tuple[int, ...]:
    """Return two round numbers of rows up to `most`, one twice the other; 1 alone where most is 1."""
    if most < 2:
        return (1,) * most
    step, power = 1, 1
    while 2 * power <= most:
        rounds = (power, 2 * power, 25 * power // 10 if power >= 10 else power, 5 * power)
        step = max(one for one in rounds if 2 * one <= most)
        power *= 10
    return step, 2 * step
