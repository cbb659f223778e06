"""TensorPlan: one tensor of a plan, its column, axes and dtype."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.errors import ContentError
from padviewer.core.ragged import Int64, Ragged
from padviewer.core.recipe import TensorRecipe
from padviewer.core.sentence import say
from padviewer.core.slots import Axis, Slots

PIECE_ROWS = 1 << 16
RowsLike = slice | NDArray[np.integer[Any]] | list[int] | range


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
