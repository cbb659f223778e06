"""Raster: an overview of a tensor at the screen's resolution, without building the padded matrix."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.cast import can_lose, cast
from padviewer.core.data.ragged import Int64
from padviewer.core.errors import ChoiceError
from padviewer.core.padding import kernels
from padviewer.core.padding.plan import Plan
from padviewer.core.padding.slots import Slots
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.picture.pixels import (
    Float32,
    Grid,
    ShouldStop,
    add_counts,
    checked,
    chunks,
    inward,
    keyed,
    padding_share,
    share_of_padding,
    steps_of,
)
from padviewer.core.sentence import say

__all__ = ["HOWS", "How", "Raster", "raster", "share_of_padding"]

How = Literal["mean", "max", "padding"]
HOWS: tuple[How, ...] = ("mean", "max", "padding")
CELLS = 1 << 20  # values that are read at a time in numpy
COMPILED_CELLS = 1 << 23  # the same for the compiled loop, which copies none


@dataclass(frozen=True, eq=False)
class Raster:
    """An overview of some cells.

    Parameters
    ----------
    values : float32 [H, W]
        Mean, max or share of padding of the cells of each pixel; NaN where it has none that count.
    share : float32 [H, W]
        Share of each pixel's cells that are padding, 0 to 1; NaN for a pixel without cells.
    """

    values: Float32
    share: Float32


def raster(
    plan: Plan,
    tensor: str,
    how: How,
    order: Int64 | None,
    row_edges: Int64,
    col_edges: Int64,
    at: tuple[int, ...] = (),
    ranks: Float32 | None = None,
    should_stop: ShouldStop = None,
) -> Raster:
    """Return an overview: pixel (i, j) stands for a range of rows of the view and of columns.

    Parameters
    ----------
    plan : Plan
    tensor : str
    how : {"mean", "max", "padding"}
        What of a pixel's real cells that are not missing is shown, or the share of padding again.
    order : int64 [m] or None
        The tensor row of each row of the view; None: all of them in the file's order.
    row_edges : int64 [H + 1]
        Pixel row i stands for the rows ``row_edges[i]`` to ``row_edges[i + 1]`` of the view; ascending.
    col_edges : int64 [W + 1]
        The same for the columns of the first ragged axis.
    at : tuple of int
        One index of every inner axis, as in `Plan.cells`; () takes the cells of all of them together.
    ranks : float32 [ids] or None
        The place of each id, which is taken instead of the value; an id outside takes the nearest.
    should_stop : callable or None
        Asked between pieces of about a million values.

    Returns
    -------
    Raster
        Padding never counts as a value, whatever it is filled with.

    Raises
    ------
    ChoiceError
        An unknown `how`, or edges that do not ascend within the view.
    ContentError
        An `at` that is not there.
    Stopped
        On request.
    """
    if how not in HOWS:
        raise ChoiceError(
            "how", say("An overview is one of {hows}; not “{how}”.", hows=", ".join(HOWS), how=how)
        )
    own, grid = checked(plan, tensor, order, row_edges, col_edges, at)
    share = padding_share(plan, own, order, grid, at, should_stop)
    if how == "padding":
        return Raster(share, share)
    total = np.full(grid.height * grid.across, -np.inf if how == "max" else 0.0)
    count = np.zeros(total.shape, np.int64)
    into = _Sums(own, grid, at, ranks, total, count, peak=how == "max")
    compiled = into.compiled()
    limit = COMPILED_CELLS if compiled else CELLS // into.cells_a_step
    for first, slots in chunks(plan, own, order, grid, max(limit, 1), should_stop):
        pixels = grid.row_pixels(first, len(slots.kept))
        if compiled:
            into.add_rows(compiled, slots, pixels)
        else:
            for piece in steps_of(slots, max(limit, 1), should_stop):
                into.add(slots, pixels, *piece)
    return Raster(into.picture(), share)


@dataclass(frozen=True, eq=False)
class _Sums:
    """The sum or the greatest of each pixel's values, and how many there are."""

    own: TensorPlan
    grid: Grid
    at: tuple[int, ...]
    ranks: Float32 | None
    total: NDArray[np.float64]
    count: Int64
    peak: bool

    @property
    def cells_a_step(self) -> int:
        """How many cells stand behind a step of the first ragged axis."""
        return 1 if self.at else math.prod(self.own.inner_shape)

    @cached_property
    def channel(self) -> tuple[int, ...]:
        """The index of the fixed inner axes; () for all."""
        return self.at[len(self.own.axes) - 1 :]

    def compiled(self) -> kernels.Kernel | None:
        """Return the compiled loop where it gives what the tensor holds, else None."""
        flat, dtype = self.own.column.flat, self.own.dtype
        if len(self.own.axes) > 1 or self.grid.table is None or not flat.flags.c_contiguous:
            return None
        if self.ranks is not None and (flat.dtype.kind not in "iu" or not len(self.ranks)):
            return None
        if flat.dtype != dtype and can_lose(flat.dtype, dtype) and not self._fits():
            return None
        return kernels.reducer_for(flat.dtype, self.own.real_steps * self.cells_a_step)

    def _fits(self) -> bool:
        """Whether every whole number of the column is within the range of the tensor's whole numbers."""
        column, dtype = self.own.column, self.own.dtype
        stats = column.stats
        if column.flat.dtype.kind not in "iu" or dtype.kind not in "iu" or stats.minimum is None:
            return False
        limits = np.iinfo(dtype)
        return limits.min <= stats.minimum and (stats.maximum or 0) <= limits.max

    def add_rows(self, compiled: kernels.Kernel, slots: Slots, pixels: Int64) -> None:
        """Add whole rows through the compiled loop."""
        leaf = self.own.column.leaf
        flat = leaf.flat
        sides = flat.shape[1:]
        channel = int(np.ravel_multi_index(self.channel, sides)) if self.channel else 0
        compiled(
            (flat.view(np.uint8) if flat.dtype.kind == "b" else flat).reshape(-1),
            np.zeros(0, bool) if leaf.missing is None else leaf.missing,
            slots.begin + slots.start, slots.kept, slots.gap_at, slots.gap, slots.left,
            pixels, self.grid.table, self.grid.cols,
            math.prod(sides), channel, channel + 1 if self.channel else math.prod(sides),
            np.zeros(0, np.float32) if self.ranks is None else self.ranks,
            self.peak, self.total, self.count,
        )  # fmt: skip

    def add(self, slots: Slots, pixels: Int64, rows: Int64, steps: Int64, source: Int64) -> None:
        """Add the values of some steps."""
        source, key = keyed(self.grid, slots, pixels, rows, steps, source)
        source, key = inward(self.own, source, key, self.at)
        values, gone = self._values(source)
        values, gone = values.reshape(-1), gone.reshape(-1)
        if len(values) != len(key):
            key = np.repeat(key, len(values) // max(len(key), 1))
        if gone.any():
            values, key = values[~gone], key[~gone]
        add_counts(self.count, key)
        if self.peak:
            np.maximum.at(self.total, key, values)
        elif len(key):
            low = int(key.min())
            found = np.bincount(key - low, values)
            self.total[low : low + len(found)] += found

    def _values(self, source: Int64) -> tuple[NDArray[Any], NDArray[np.bool_]]:
        """Return what the tensor holds for places of the source [t], and where that is missing."""
        leaf = self.own.column.leaf
        flat = leaf.flat
        cell: tuple[Any, ...] = (slice(None), *self.channel)
        values = flat[cell][source]
        gone = np.isnan(values) if values.dtype.kind == "f" else np.zeros(values.shape, bool)
        if leaf.missing is not None:
            gone |= leaf.missing[source][(..., *(None,) * (values.ndim - 1))]
        array = cast(values, self.own.dtype).array
        if self.ranks is not None and len(self.ranks):
            bare = np.where(gone, array.dtype.type(0), array)
            array = self.ranks[np.clip(bare.astype(np.int64), 0, len(self.ranks) - 1)]
        return array.astype(np.float64), gone

    def picture(self) -> Float32:
        """Return float32 [H, W], NaN where there is no value."""
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            values = self.total if self.peak else self.total / self.count
            shown = np.where(self.count > 0, values, np.nan).astype(np.float32)
        return shown.reshape(self.grid.height, self.grid.across)
