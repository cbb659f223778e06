"""The lines of the series view, read in a job: every value, or min and max per pixel where they are many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.padding.plan import CellKind, Plan
from padviewer.core.padding.step_axis import Piece, StepAxis
from padviewer.core.padding.timeline import CUT, RowSteps, Timeline, read_steps
from padviewer.gui.tasks.wishes import Running
from padviewer.gui.views.series.choice import Channel

POINTS_PER_PIXEL = 2
AT_ONCE = 1 << 16
Floats = NDArray[np.float64]


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

    def range(self) -> tuple[float, float] | None:
        """Return the least and greatest finite value, or None where there is none."""
        low, high = self.low[np.isfinite(self.low)], self.high[np.isfinite(self.high)]
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

    def gather(self, context: Running) -> SeriesPicture:
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
        self, pieces: list[Piece], row: int, channel: Channel, is_envelope: bool, context: Running
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
        """The middle of each pixel."""
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
        """Return the middles of the pixels in which any of `x` stands."""
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
