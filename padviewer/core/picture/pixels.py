"""Pixels: which cells each pixel of an overview stands for, and what share of them is padding."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64
from padviewer.core.errors import ChoiceError, ContentError, Stopped
from padviewer.core.padding.plan import Plan
from padviewer.core.padding.slots import Slots
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.sentence import say

CELLS = 1 << 20  # steps that are looked at together where there are further ragged axes
ROWS = 1 << 16
TABLE = 1 << 22
Float32 = NDArray[np.float32]
ShouldStop = Callable[[], bool] | None


@dataclass(frozen=True, eq=False)
class Grid:
    """Which rows of the view and which columns each pixel stands for."""

    rows: Int64
    cols: Int64
    width: int

    @property
    def height(self) -> int:
        """Rows of pixels."""
        return len(self.rows) - 1

    @property
    def across(self) -> int:
        """Columns of pixels."""
        return len(self.cols) - 1

    @cached_property
    def table(self) -> Int64 | None:
        """The pixel column of every column and the end, int64 [width + 1]; None where there are too many."""
        return self._search(np.arange(self.width + 1)) if self.width <= TABLE else None

    def _search(self, cols: Int64) -> Int64:
        return np.searchsorted(self.cols, cols, side="right").astype(np.int64) - 1

    def pixel_of(self, cols: Int64) -> Int64:
        """Return the pixel column of columns, int64 like `cols`; −1 or `across` where they lie outside."""
        return self._search(cols) if self.table is None else self.table[cols]

    def row_pixels(self, first: int, count: int) -> Int64:
        """Return the pixel row of each of `count` rows of the view from `first` on: int64 [count]."""
        ends = self.rows[1:]
        low, high = np.searchsorted(ends, [first, first + count - 1], side="right").tolist()
        inside = np.clip(np.concatenate([[first], ends[low:high], [first + count]]), first, first + count)
        return np.repeat(np.arange(low, high + 1), np.diff(inside))

    @cached_property
    def cells(self) -> NDArray[np.float64]:
        """How many cells of the first ragged axis each pixel stands for: float64 [down, across]."""
        return np.outer(np.diff(self.rows), np.diff(self.cols)).astype(np.float64)


def share_of_padding(
    plan: Plan,
    tensor: str,
    order: Int64 | None,
    row_edges: Int64,
    col_edges: Int64,
    at: tuple[int, ...] = (),
    should_stop: ShouldStop = None,
) -> Float32:
    """Return the exact share of each pixel's cells that are padding: float32 [H, W], from offsets alone.

    The parameters and errors are those of `raster`. A pixel without cells is NaN.
    """
    own, grid = checked(plan, tensor, order, row_edges, col_edges, at)
    return padding_share(plan, own, order, grid, at, should_stop)


def checked(
    plan: Plan, tensor: str, order: Int64 | None, row_edges: Int64, col_edges: Int64, at: tuple[int, ...]
) -> tuple[TensorPlan, Grid]:
    """Return the tensor's plan and its pixels, or raise ChoiceError or ContentError."""
    own = plan.of(tensor)
    width = own.axes[0].width
    grid = Grid(np.asarray(row_edges, np.int64), np.asarray(col_edges, np.int64), width)
    for name, edges, most in (
        ("row_edges", grid.rows, own.n if order is None else len(order)),
        ("col_edges", grid.cols, width),
    ):
        if len(edges) < 2 or edges[0] < 0 or edges[-1] > most or bool((np.diff(edges) < 0).any()):
            raise ChoiceError(
                name,
                say("Edges are two or more numbers that ascend from 0 to at most {most}.", most=str(most)),
            )
    sides = own.inner_shape
    if at and (len(at) != len(sides) or not all(0 <= i < side for i, side in zip(at, sides, strict=True))):
        raise ContentError(
            "no-such-cell",
            say("The inner axes have shape {sides}; there is no {at}.", sides=str(sides), at=str(at)),
            where=own.name,
        )
    return own, grid


def chunks(
    plan: Plan, own: TensorPlan, order: Int64 | None, grid: Grid, limit: int, should_stop: ShouldStop
) -> Iterator[tuple[int, Slots]]:
    """Yield rows of the view, by the number of the first, that keep at most `limit` steps, or one row."""
    last = int(grid.rows[-1])
    for first in range(int(grid.rows[0]), last, ROWS):
        stop = min(first + ROWS, last)
        rows = np.arange(first, stop) if order is None else order[first:stop]
        ask(should_stop)
        slots = plan.slots(own.name, rows)
        ends = np.cumsum(slots.kept)
        if ends[-1] <= limit:
            yield first, slots
            continue
        a = done = 0
        while a < len(rows):
            b = max(int(np.searchsorted(ends, done + limit, side="right")), a + 1)
            ask(should_stop)
            yield first + a, plan.slots(own.name, rows[a:b])
            a, done = b, int(ends[b - 1])


def steps_of(slots: Slots, limit: int, should_stop: ShouldStop) -> Iterator[tuple[Int64, Int64, Int64]]:
    """Yield kept steps: the row in `slots`, the step, its place on the axis below; each int64 [m]."""
    total = int(slots.kept.sum())
    if total <= limit:
        rows = np.repeat(np.arange(len(slots.kept)), slots.kept)
        before = np.cumsum(slots.kept) - slots.kept
        yield rows, np.arange(total) - before[rows], slots.sources()
        return
    for first in range(0, total, limit):  # one long row
        ask(should_stop)
        steps = np.arange(first, min(first + limit, total))
        yield np.zeros_like(steps), steps, slots.begin[0] + slots.in_source(steps[None, :])[0]


def inward(own: TensorPlan, source: Int64, key: Int64, at: tuple[int, ...]) -> tuple[Int64, Int64]:
    """Go from steps of the first ragged axis to real ones of the innermost: place and key, int64 [m]."""
    for k in range(1, len(own.axes)):
        slots = Slots.of(own.offsets_of[k], source, own.axes[k])
        if at:
            steps = slots.steps(np.array([at[k - 1]], np.int64))
            real = slots.real(steps)[:, 0]
            source = (slots.begin + slots.in_source(steps)[:, 0])[real]
            key = key[real]
        else:
            source, key = slots.sources(), np.repeat(key, slots.kept)
    return source, key


def padding_share(
    plan: Plan,
    own: TensorPlan,
    order: Int64 | None,
    grid: Grid,
    at: tuple[int, ...],
    should_stop: ShouldStop,
) -> Float32:
    """Do what `share_of_padding` does, for pixels that are checked."""
    cells = grid.cells
    if len(own.axes) == 1:
        real = _real_cells(plan, own, order, grid, should_stop)
    else:
        inside = 1 if at else math.prod(axis.width for axis in own.axes[1:])
        cells = cells * inside
        counted = np.zeros(grid.height * grid.across, np.int64)
        limit = max(CELLS // inside, 1)
        for first, slots in chunks(plan, own, order, grid, limit, should_stop):
            pixels = grid.row_pixels(first, len(slots.kept))
            for piece in steps_of(slots, limit, should_stop):
                source, key = keyed(grid, slots, pixels, *piece)
                add_counts(counted, inward(own, source, key, at)[1])
        real = counted.reshape(grid.height, grid.across).astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        return (1.0 - real / cells).astype(np.float32)


def _real_cells(
    plan: Plan, own: TensorPlan, order: Int64 | None, grid: Grid, should_stop: ShouldStop
) -> NDArray[np.float64]:
    """Count the real cells of each pixel for one ragged axis: float64 [H, W].

    A row that is real from column p on has max(e − p, 0) real cells left of an edge e: the number of such
    rows and the sum of their p, added up over the pixels left of e, give the cells of all rows at once.
    """
    across = grid.across + 1
    starts = np.zeros((grid.height, across))
    sums = np.zeros((grid.height, across))
    low, high = int(grid.cols[0]), int(grid.cols[-1])
    for first, slots in chunks(plan, own, order, grid, np.iinfo(np.int64).max, should_stop):
        pixels = grid.row_pixels(first, len(slots.kept))
        above = int(pixels[0])
        size = (int(pixels[-1]) + 1 - above) * across
        base = (pixels - above) * across
        for sign, cols in ((1, slots.left), (-1, slots.left + slots.kept)):
            inside = np.clip(cols, low, high)
            key = base + grid.pixel_of(inside)  # the last edge is in no pixel, and counted as one more
            into = slice(above, above + size // across)
            starts[into] += sign * np.bincount(key, minlength=size).reshape(-1, across)
            sums[into] += sign * np.bincount(key, inside, minlength=size).reshape(-1, across)
    left_of = grid.cols * np.pad(np.cumsum(starts, axis=1)[:, :-1], ((0, 0), (1, 0)))
    left_of -= np.pad(np.cumsum(sums, axis=1)[:, :-1], ((0, 0), (1, 0)))
    return np.diff(left_of, axis=1)


def keyed(
    grid: Grid, slots: Slots, pixels: Int64, rows: Int64, steps: Int64, source: Int64
) -> tuple[Int64, Int64]:
    """Return the steps that lie in a pixel: where they stand, and the pixel's number; int64 [m] each."""
    across = grid.pixel_of(slots.left[rows] + steps)
    inside = (across >= 0) & (across < grid.across)
    key = pixels[rows] * grid.across + across
    return (source, key) if inside.all() else (source[inside], key[inside])


def add_counts(counted: Int64, key: Int64) -> None:
    """Add to `counted` [pixels] how often each pixel's number is in `key`."""
    if len(key):
        low = int(key.min())
        found = np.bincount(key - low)
        counted[low : low + len(found)] += found


def ask(should_stop: ShouldStop) -> None:
    """Raise Stopped where a stop is wanted."""
    if should_stop is not None and should_stop():
        raise Stopped
