"""TensorPlan: one tensor of a plan, its column, axes and dtype, and where its steps stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.errors import ContentError
from padviewer.core.ragged import Int64, Ragged
from padviewer.core.sentence import say
from padviewer.core.slots import Axis, Slots
from padviewer.core.tensor_recipe import TensorRecipe

PIECE_ROWS = 1 << 16
RowsLike = slice | NDArray[np.integer[Any]] | list[int] | range


@dataclass(frozen=True, eq=False)
class Kept:
    """The kept values of some rows.

    Parameters
    ----------
    values : ndarray [total, *inner]
        Of the source's dtype.
    missing : ndarray of bool [total], or None
    rows : int64 [total]
        The tensor row of each, ascending for ascending rows.
    """

    values: NDArray[Any]
    missing: NDArray[np.bool_] | None
    rows: Int64


@dataclass(frozen=True, eq=False)
class TensorPlan:
    """One tensor of a plan: the column, the axes, the dtype."""

    name: str
    column: Ragged
    choice: TensorRecipe
    axes: tuple[Axis, ...]
    dtype: np.dtype[Any]
    start: int
    stop: int

    @property
    def n(self) -> int:
        """Rows."""
        return self.stop - self.start

    @property
    def inner_shape(self) -> tuple[int, ...]:
        """What stands behind the first ragged axis: further widths, then the fixed axes."""
        return (*(axis.width for axis in self.axes[1:]), *self.column.inner_shape)

    @cached_property
    def offsets_of(self) -> tuple[Int64, ...]:
        """The offsets per ragged axis, outermost first."""
        found = [self.column.offsets]
        inner = self.column.nested
        while inner is not None:
            found.append(inner.offsets)
            inner = inner.nested
        return tuple(found)

    def source_rows(self, rows: RowsLike) -> Int64:
        """Return tensor rows as int64 source rows; raises ContentError for one that is not there."""
        if isinstance(rows, slice):
            first, last, step = rows.indices(self.n)
            return np.arange(first + self.start, last + self.start, step, dtype=np.int64)
        found = np.asarray(rows, dtype=np.int64).reshape(-1)
        if found.size and (found.min() < 0 or found.max() >= self.n):
            raise ContentError(
                "no-such-row", say("Rows go from 0 to {n}.", n=str(self.n - 1)), where=self.name
            )
        return found + self.start

    @cached_property
    def real_steps(self) -> int:
        """How many cells of the mask are real; counted from the lengths, once."""
        if len(self.axes) == 1:
            begins, ends = self.bounds(slice(None))
            width = self.axes[0].width
            return sum(
                int(np.minimum(ends[at : at + PIECE_ROWS] - begins[at : at + PIECE_ROWS], width).sum())
                for at in range(0, self.n, PIECE_ROWS)  # small enough for the processor's cache
            )
        rows = self.source_rows(slice(None))
        for offsets, axis in zip(self.offsets_of[:-1], self.axes[:-1], strict=True):
            rows = Slots.of(offsets, rows, axis).sources()
        return int(Slots.of(self.offsets_of[-1], rows, self.axes[-1]).kept.sum())

    def bounds(self, rows: RowsLike) -> tuple[Int64, Int64]:
        """Return where rows [m] begin and end along the first ragged axis; views where they are in order."""
        offsets = self.offsets_of[0]
        if isinstance(rows, slice):
            first, last, step = rows.indices(self.n)
            if step == 1:
                first, last = first + self.start, max(first, last) + self.start
                return offsets[first:last], offsets[first + 1 : last + 1]
        source = self.source_rows(rows)
        return offsets[source], offsets[source + 1]

    def columns(self, cols: RowsLike) -> Int64:
        """Return columns of the first ragged axis as int64; raises ContentError for one that is not there."""
        width = self.axes[0].width
        if isinstance(cols, slice):
            return np.arange(*cols.indices(width), dtype=np.int64)
        found = np.asarray(cols, dtype=np.int64).reshape(-1)
        if found.size and (found.min() < 0 or found.max() >= width):
            raise ContentError(
                "no-such-step", say("Columns go from 0 to {width}.", width=str(width - 1)), where=self.name
            )
        return found

    def slots(self, rows: RowsLike) -> Slots:
        """Return where the rows' steps stand along the first ragged axis."""
        return Slots.of(self.offsets_of[0], self.source_rows(rows), self.axes[0])

    def kept(self, rows: RowsLike) -> Kept:
        """Return the kept values of some rows before the cast, one row behind the other, without padding."""
        source = self.source_rows(rows)
        numbers = source - self.start
        for k, axis in enumerate(self.axes):
            slots = Slots.of(self.offsets_of[k], source, axis)
            source = slots.sources()
            numbers = np.repeat(numbers, slots.kept)
        leaf = self.column.leaf
        return Kept(leaf.flat[source], None if leaf.missing is None else leaf.missing[source], numbers)

    def kept_pieces(self, steps: int) -> Iterator[Kept]:
        """Yield `kept` of consecutive rows that hold about `steps` innermost steps together."""
        offsets = self.offsets_of[0]
        for inner in self.offsets_of[1:]:
            offsets = inner[offsets]
        start = self.start
        while start < self.stop:
            stop = int(np.searchsorted(offsets, offsets[start] + steps, side="right")) - 1
            stop = min(max(stop, start + 1), self.stop, start + steps)
            yield self.kept(slice(start - self.start, stop - self.start))
            start = stop
