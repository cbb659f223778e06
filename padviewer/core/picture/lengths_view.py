"""What part of the lengths is in view: where each stands on the screen, its bars and its curve."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from padviewer.core.data.lengths import LengthCounts
from padviewer.core.picture.lengths import (
    Floats,
    LengthAxis,
    LengthBars,
    bars,
    kept_curve,
    needs_logarithm,
)

PERCENTS = (95, 99)
LEAST_SPAN = (4.0, 0.1)
Span = tuple[int, int]
Window = tuple[float, float]


@dataclass(frozen=True, eq=False)
class LengthsView:
    """Lengths on a line of the screen.

    Parameters
    ----------
    counts : LengthCounts
    axis : LengthAxis
    last : int
        The largest length on the axis.
    window : (float, float) or None
        The places in view; None for all of the axis.
    left, width : float
        The line on the screen, logical pixels.
    """

    counts: LengthCounts
    axis: LengthAxis
    last: int
    window: Window | None
    left: float
    width: float

    @cached_property
    def whole(self) -> Window:
        """The places of the whole axis."""
        return self.axis.start, self.axis.place(self.last)

    @cached_property
    def span(self) -> Window:
        """The places in view."""
        return self.window or self.whole

    @property
    def least_span(self) -> float:
        """How far can be zoomed in."""
        return min(LEAST_SPAN[self.axis.logarithmic], self.whole[1] - self.whole[0])

    @cached_property
    def bars(self) -> LengthBars:
        """The bars in view."""
        return bars(self.counts, self.axis, *self.span)

    def kept_to(self, maxlen: int) -> float:
        """Return the place up to which bars are of rows that are kept whole.

        That is the one of `maxlen`, but for a bar around it whose rows are all of one kind: all of it is.
        """
        at = int(np.searchsorted(self.bars.last, maxlen, side="right"))
        if at < len(self.bars.first) and (first := int(self.bars.first[at])) <= maxlen:
            last = int(self.bars.last[at])
            kept, cut = self.counts.rows_between(np.array([first, maxlen + 1, last + 1])).tolist()
            if not cut:
                return self.axis.place(last)
            if not kept:
                return self.axis.place(first - 1)
        return self.axis.place(maxlen)

    def curve(self) -> tuple[Floats, Floats]:
        """Return places and shares of the curve of steps kept, to the end of the view: float64 [n] each."""
        places, shares = kept_curve(self.counts, self.axis, *self.span)
        return np.append(places, max(self.span[1], places[-1])), np.append(shares, shares[-1])

    def kept_window(self, window: Window) -> Window | None:
        """Return a window that is nowhere beside the axis; None where it is all of it."""
        low, high = max(window[0], self.whole[0]), min(window[1], self.whole[1])
        return None if high - low >= (self.whole[1] - self.whole[0]) * (1 - 1e-9) else (low, high)

    def x(self, length: float) -> float:
        """Return where the right edge of a length stands, in logical pixels."""
        low, high = self.span
        return self.left + (self.axis.place(length) - low) / (high - low) * self.width

    def place_at(self, x: float) -> float:
        """Return the place in view at a logical pixel, the nearest one beside it."""
        low, high = self.span
        return min(max(low + (x - self.left) / self.width * (high - low), low), high)

    def length_at(self, x: float) -> int:
        """Return the length whose right edge is nearest to a logical pixel."""
        return self.axis.length(self.place_at(x), self.last)

    def picked(self, one: float, other: float) -> Span | None:
        """Return the first and last length of the bars that touch what lies between two logical pixels."""
        low, high = sorted((self.place_at(one), self.place_at(other)))
        first, last = self.axis.places(self.bars.first - 1), self.axis.places(self.bars.last)
        hit = np.flatnonzero((last >= low) & (first <= high))
        return (int(self.bars.first[hit[0]]), int(self.bars.last[hit[-1]])) if hit.size else None


def axis_of(counts: LengthCounts, logarithmic: bool | None) -> LengthAxis:
    """Return the axis of some lengths; None: logarithmic where the longest row is far out."""
    wanted = needs_logarithm(counts) if logarithmic is None else logarithmic
    return LengthAxis(wanted, counts.empty > 0)


def last_of(counts: LengthCounts, axis: LengthAxis, maxlen: int) -> int:
    """Return the largest length on an axis: a little room right of the longest row, and of maxlen.

    A maxlen far beyond the longest row stands at the edge.
    """
    last = max(counts.maximum, 1, min(maxlen, 2 * counts.maximum))
    return last if axis.logarithmic else last + max(1, last // 16)


def percentile_marks(counts: LengthCounts) -> tuple[tuple[int, str], ...]:
    """Return the lengths that cover 95 % and 99 % of the rows, ascending, and what they are called.

    >>> percentile_marks(LengthCounts(np.array([7, 9]), np.array([300, 1])))
    ((7, 'p95 · p99'),)
    """
    found: dict[int, str] = {}
    for percent in PERCENTS:
        length = max(1, counts.percentile(percent))
        found[length] = f"{found[length]} · p{percent}" if length in found else f"p{percent}"
    return tuple(found.items())


def pushed_apart(
    labels: list[tuple[float, float]], taken: tuple[float, float], low: float, high: float, gap: float
) -> list[float | None]:
    """Place labels on one line so that none meets another or what is taken.

    Parameters
    ----------
    labels : list of (float, float)
        Wished middle and width of each, ascending by middle.
    taken : (float, float)
        From where to where something else stands.
    low, high : float
        From where to where labels may stand.
    gap : float
        Room between them.

    Returns
    -------
    list of float or None
        Where each label begins; None where it has no room.

    Examples
    --------
    >>> pushed_apart([(10, 8), (12, 8)], (11, 20), 0, 100, 2)
    [1.0, 22.0]
    """
    middle = (taken[0] + taken[1]) / 2
    begins: list[float | None] = [None] * len(labels)
    end = taken[0] - gap
    for at in reversed(range(len(labels))):  # those left of what is taken, from right to left
        wish, width = labels[at]
        if wish < middle:
            left = min(max(wish - width / 2, low), end - width)
            if left >= low:
                begins[at], end = float(left), left - gap
    start = taken[1] + gap
    for at, (wish, width) in enumerate(labels):
        if wish >= middle:
            left = max(min(wish - width / 2, high - width), start)
            if left + width <= high:
                begins[at], start = float(left), left + width + gap
    return begins
