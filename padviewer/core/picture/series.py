"""Lines of numbers over their steps: every value, or min and max per pixel where they are many.

They are read in pieces, so that a row of any length can be drawn and given up at any moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from padviewer.core.padding.plan import CellKind, Plan
from padviewer.core.padding.step_axis import Piece, StepAxis
from padviewer.core.padding.timeline import CUT, RowSteps, Timeline, read_steps

POINTS_PER_PIXEL = 2
AT_ONCE = 1 << 16
LEAST_SPAN = 2.0
LARGEST = 1e306  # many times this is still a number
MOST_DASHES = 2000
"""A line that is longer than so many dashes is drawn without gaps: up and down at every pixel hides them."""
Channel = tuple[int, ...]
Floats = NDArray[np.float64]
Window = tuple[float, float]


class Reading(Protocol):
    """The job that reads lines."""

    def should_stop(self) -> bool:
        """Whether nobody wants them any more."""
        ...

    def progress(self, done: int, total: int) -> None:
        """Say how much of the work is done."""
        ...


@dataclass(frozen=True, eq=False)
class Line:
    """One row's values of one channel, or what was cut from them.

    Parameters
    ----------
    x : float64 [k]
        The middle of each step, or of each pixel, on the axis; ascending.
    low, high : float64 [k]
        The least and greatest value there; the same where each step has its own place. NaN where none is.
    missing : float64 [m]
        Where values are missing.
    is_cut : bool
    """

    x: Floats
    low: Floats
    high: Floats
    missing: Floats
    is_cut: bool

    def range(self, window: Window = (-np.inf, np.inf)) -> tuple[float, float] | None:
        """Return the least and greatest finite value in a part of the axis, or None where there is none."""
        inside = slice(*np.searchsorted(self.x, window))
        low, high = self.low[inside], self.high[inside]
        low, high = low[np.isfinite(low)], high[np.isfinite(high)]
        return (float(low.min()), float(high.max())) if low.size and high.size else None


@dataclass(frozen=True, eq=False)
class SeriesPicture:
    """Everything that is drawn: per row and channel a kept and a cut line."""

    wish: SeriesWish
    axis: StepAxis
    timelines: dict[int, Timeline]
    lines: dict[tuple[int, Channel], tuple[Line, Line]]
    is_envelope: bool


@dataclass(frozen=True)
class SeriesWish:
    """Which rows and channels, from where to where, on how many pixels.

    Parameters
    ----------
    plan : Plan
    tensor : str
    rows : tuple of int
        Tensor rows, the selected one first.
    channels : tuple of (tuple of int)
        Indices of the inner axes.
    window : (float, float)
        The visible part of the axis.
    pixels : int
        Device pixels that it is drawn on.
    """

    plan: Plan
    tensor: str
    rows: tuple[int, ...]
    channels: tuple[Channel, ...]
    window: tuple[float, float]
    pixels: int

    def gather(self, context: Reading) -> SeriesPicture:
        """Read the values in view, in pieces of 65,536 steps."""
        own = self.plan.of(self.tensor)
        timelines = {row: Timeline.of(own, row) for row in self.rows}
        axis = StepAxis.of(list(timelines.values()))
        is_envelope = self.window[1] - self.window[0] > POINTS_PER_PIXEL * self.pixels
        lines: dict[tuple[int, Channel], tuple[Line, Line]] = {}
        todo = len(self.rows) * len(self.channels)
        for row, line in timelines.items():
            for channel in self.channels:
                pieces = [p for piece in axis.pieces(line) if (p := piece.clipped(*self.window)) is not None]
                lines[row, channel] = (
                    self._line([p for p in pieces if not p.is_cut], row, channel, is_envelope, context),
                    self._line([p for p in pieces if p.is_cut], row, channel, is_envelope, context),
                )
                context.progress(len(lines), todo)
        return SeriesPicture(self, axis, timelines, lines, is_envelope)

    def _line(
        self, pieces: list[Piece], row: int, channel: Channel, is_envelope: bool, context: Reading
    ) -> Line:
        bins = Bins(self.window, self.pixels) if is_envelope else None
        parts: list[tuple[Floats, Floats]] = []
        gone: list[Floats] = []
        is_cut = bool(pieces) and pieces[0].is_cut
        for piece in pieces:
            for at in range(0, piece.count, AT_ONCE):
                if context.should_stop():
                    break
                stop = min(at + AT_ONCE, piece.count)
                steps = read_steps(
                    self.plan, self.tensor, row, (piece.first + at, piece.first + stop), channel
                )
                x: Floats = np.arange(at, stop, dtype=np.float64) + (piece.x + 0.5)
                values, missing = values_of(steps)
                gone.append(x[missing])
                if bins is None:
                    parts.append((x, values))
                else:
                    bins.add(x, values)
            if bins is None and piece is not pieces[-1]:
                parts.append((np.array([float(piece.x + piece.count)]), np.array([np.nan])))
        missing_at: Floats = np.concatenate([np.zeros(0), *gone])
        if bins is not None:
            return Line(bins.x, bins.low, bins.high, bins.marks(missing_at), is_cut)
        xs: Floats = np.concatenate([np.zeros(0), *(one for one, _ in parts)])
        ys: Floats = np.concatenate([np.zeros(0), *(one for _, one in parts)])
        return Line(xs, ys, ys, missing_at, is_cut)


class Bins:
    """The least and greatest value of each pixel, of as many values as are added.

    Parameters
    ----------
    window : (float, float)
    pixels : int
    """

    def __init__(self, window: tuple[float, float], pixels: int) -> None:
        self._low, self._high = window
        self._n = pixels
        self.low: Floats = np.full(pixels, np.nan)
        self.high: Floats = np.full(pixels, np.nan)

    @property
    def x(self) -> Floats:
        """The middle of each pixel: float64 [pixels], ascending."""
        middles: Floats = np.arange(0.5, self._n, dtype=np.float64)
        return self._low + middles * ((self._high - self._low) / self._n)

    def _places(self, x: Floats) -> NDArray[np.int64]:
        return np.floor((x - self._low) / (self._high - self._low) * self._n).astype(np.int64)

    def add(self, x: Floats, values: Floats) -> None:
        """Count values in; `x` ascends, what stands outside the window is left out, NaN too."""
        places = self._places(x)
        inside = (places >= 0) & (places < self._n) & ~np.isnan(values)
        places, values = places[inside], values[inside]
        if not places.size:
            return
        starts = np.flatnonzero(np.diff(places, prepend=places[0] - 1))
        at = places[starts]
        self.low[at] = np.fmin(self.low[at], np.minimum.reduceat(values, starts))
        self.high[at] = np.fmax(self.high[at], np.maximum.reduceat(values, starts))

    def marks(self, x: Floats) -> Floats:
        """Return the middles of the pixels in which any of `x` stands: float64 [m], ascending."""
        places = np.unique(self._places(x))
        return self.x[places[(places >= 0) & (places < self._n)]]


def values_of(steps: RowSteps) -> tuple[Floats, NDArray[np.bool_]]:
    """Return what is drawn at each place, float64 [m], NaN for nothing; and what is missing, bool [m]."""
    cut, real = steps.kinds == CUT, np.isin(steps.kinds, (CellKind.REAL, CellKind.CUT_EDGE))
    values: Floats = np.full(len(steps), np.nan)
    values[real] = _plain(steps.values[real])
    known = cut & steps.known
    values[known] = _plain(steps.source[known])
    missing = (steps.kinds == CellKind.MISSING) | (cut & ~steps.known)
    return values, missing


def _plain(values: NDArray[Any]) -> Floats:
    return values.astype(np.float64)


def nice_ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return at most `most` + 1 round numbers from low to high: multiples of 1, 2 or 5 × 10ⁿ.

    >>> nice_ticks(0.0, 1.0, 4)
    (0.0, 0.5, 1.0)
    """
    if not high > low or most < 1:
        return ()
    rough = (high - low) / most
    power = 10.0 ** np.floor(np.log10(rough))
    step = float(next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - 1e-9)))
    first, last = int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9))
    return tuple(at * step for at in range(first, last + 1))


def column_ticks(axis: StepAxis, window: Window, most: float) -> list[int]:
    """Return round columns in view; about as many as `most` where the window holds nothing but columns."""
    low, high = (_clamped(axis, place) for place in window)
    room = max(1, int((high - low) / (window[1] - window[0]) * most))
    return [int(value) for value in nice_ticks(low, high, room) if value == int(value) < axis.width]


def _clamped(axis: StepAxis, place: float) -> float:
    """Return the column at a place as a fraction, the nearest one where the tensor has none."""
    column = place if place < axis.break_at else max(place - axis.gap, axis.break_at)
    return min(max(column, 0.0), float(axis.width))


def range_of(lines: Sequence[Line], window: Window) -> tuple[float, float]:
    """Return from where to where a panel goes, so that all finite values in view have room."""
    ranges = [found for line in lines if (found := line.range(window)) is not None]
    low = min((one[0] for one in ranges), default=0.0)
    high = max((one[1] for one in ranges), default=1.0)
    room = (high - low) * 0.06 or max(abs(high), 1.0) * 0.5
    return max(low - room, -LARGEST), min(high + room, LARGEST)


def cut_spans(axis: StepAxis) -> tuple[tuple[int, int], ...]:
    """Return from where to where steps are cut from any row."""
    spans = ((axis.low, 0), (axis.break_at, axis.break_at + axis.gap), (axis.width + axis.gap, axis.high))
    return tuple((start, stop) for start, stop in spans if stop > start)


def end_of(kept: Line, cut: Line, window: Window) -> float | None:
    """Return the last finite value of a row that is in view, None where there is none."""
    found = []
    for line in (kept, cut):
        inside = (line.x >= window[0]) & (line.x <= window[1]) & np.isfinite(line.high)
        if inside.any():
            at = int(np.flatnonzero(inside)[-1])
            found.append((float(line.x[at]), float(line.high[at])))
    return max(found)[1] if found else None


def kept_on(axis: StepAxis, window: Window | None) -> Window:
    """Return a window that is no longer than the axis and nowhere beside it; None: what is fitted."""
    if window is None:
        return axis.fitted
    low, high = window
    span = min(high - low, float(axis.high - axis.low))
    low = max(float(axis.low), min(low, axis.high - span))
    return low, low + span


def showing(axis: StepAxis, window: Window, column: int) -> Window:
    """Move just so far that a column is in view, a tenth of the window from its side."""
    low, high = window
    x, room = axis.x(column), (high - low) / 10
    if x < low:
        return kept_on(axis, (x - room, x - room + high - low))
    if x + 1 > high:
        return kept_on(axis, (x + 1 + room - high + low, x + 1 + room))
    return window


def runs(there: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return from where to where values stand side by side."""
    change = np.flatnonzero(np.diff(np.concatenate([[False], there, [False]]).astype(np.int8)))
    return list(zip(change[::2].tolist(), change[1::2].tolist(), strict=True))


def joined(x: Floats, y: Floats) -> Floats:
    """Return a line from each point to the next: float64 [n - 1, 4], x and y of its ends."""
    return np.stack([x[:-1], y[:-1], x[1:], y[1:]], axis=1)


def dashes(x: Floats, y: Floats, on: float, off: float) -> Floats:
    """Return the lines between points with a gap of `off` behind every `on` pixels along them: [m, 4].

    All lines without gaps where there would be more than `MOST_DASHES`.
    """
    along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    period = on + off
    if along[-1] > MOST_DASHES * period:
        return joined(x, y)
    starts = np.arange(0.0, along[-1], period)
    ends = np.minimum(starts + on, along[-1])
    places = np.union1d(along, np.concatenate([starts, ends]))
    drawn = (places[:-1] + places[1:]) / 2 % period < on
    lines: Floats = joined(np.interp(places, along, x), np.interp(places, along, y))[drawn]
    return lines


def upright(x: Floats, low: Floats, high: Floats) -> Floats:
    """Return an upright line for each pixel, joined to the one before: float64 [m, 4], none where NaN is.

    Parameters
    ----------
    x : float64 [n]
    low, high : float64 [n]
        The lower end, which on the screen is the larger number, and the upper end.
    """
    at = np.flatnonzero(~np.isnan(low))
    low, high = low[at], high[at]
    joined_to = np.flatnonzero(np.diff(at) == 1) + 1
    bottom, top = low.copy(), high.copy()
    bottom[joined_to] = np.maximum(low[joined_to], high[joined_to - 1])
    top[joined_to] = np.minimum(high[joined_to], low[joined_to - 1])
    return np.stack([x[at], top, x[at], np.maximum(bottom, top + 0.5)], axis=1)


def spread(places: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Move ascending places apart, as little as a pass down and one up can, kept above `high`.

    >>> spread([5.0, 6.0, 50.0], 10.0, 0.0, 100.0)
    [5.0, 15.0, 50.0]
    """
    moved: list[float] = []
    for place in places:
        least = moved[-1] + apart if moved else low + apart / 2
        moved.append(max(place, least))
    ceiling = high - apart / 2
    for at in reversed(range(len(moved))):
        moved[at] = min(moved[at], ceiling)
        ceiling = moved[at] - apart
    return moved


def table_of(picture: SeriesPicture, window: Window, number_of: Callable[[int], int]) -> str:
    """Return every value in view as text between tabs: row, feature, position, least and greatest value."""
    lines = ["row\tfeature\tposition\tlow\thigh"]
    for (row, channel), *kept in _kept(picture, window):
        feature = ", ".join(map(str, channel))
        for x, low, high in zip(*(part.tolist() for part in kept), strict=True):
            column = picture.axis.column(x)
            if column >= 0 and low == low:
                lines.append(f"{number_of(row)}\t{feature}\t{column}\t{low!r}\t{high!r}")
    return "\n".join(lines)


def code_of(picture: SeriesPicture, window: Window, number_of: Callable[[int], int]) -> str:
    """Return every line in view as code that makes it with numpy; NaN where it has a gap."""
    lines = ["import numpy as np", "from numpy import inf, nan", ""]
    for (row, channel), _, low, high in _kept(picture, window):
        name = "_".join(map(str, (f"row_{number_of(row)}", *channel)))
        lines.append(f"{name} = np.array({low.tolist()})")
        if picture.is_envelope:
            lines.append(f"{name}_highest = np.array({high.tolist()})")
    return "\n".join(lines)


def _kept(
    picture: SeriesPicture, window: Window
) -> Iterator[tuple[tuple[int, Channel], Floats, Floats, Floats]]:
    """Yield row and channel of each kept line, and what of its places and values is in view."""
    for key, (kept, _) in picture.lines.items():
        inside = slice(*np.searchsorted(kept.x, window))
        yield key, kept.x[inside], kept.low[inside], kept.high[inside]
