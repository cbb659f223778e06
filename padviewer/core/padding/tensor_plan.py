"""TensorPlan: one tensor of a plan, its column, axes and dtype, and where its steps stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices.tensor_recipe import TensorRecipe
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import ContentError
from padviewer.core.padding.slots import Axis, Slots
from padviewer.core.sentence import say

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
    """One tensor of a plan: the column, the axes, the dtype.

    `start` and `stop` are rows of the column; `numbers` [n] those of the source where rows were left out.
    """

    name: str
    column: Ragged
    choice: TensorRecipe
    axes: tuple[Axis, ...]
    dtype: np.dtype[Any]
    start: int
    stop: int
    numbers: Int64 | None = None

    def number(self, row: int) -> int:
        """Return the number that a tensor row has in the source."""
        return row + self.start if self.numbers is None else int(self.numbers[row])

    def said_number(self, row: int) -> int:
        """Return the number by which a finding calls a row: as the views do where rows were left out."""
        return row if self.numbers is None else self.number(row)

    def numbers_of(self, rows: Int64) -> Int64:
        """Return the numbers that tensor rows [m] have in the source: int64 [m]."""
        return rows + self.start if self.numbers is None else self.numbers[rows]

    def row_of(self, number: int) -> int:
        """Return the tensor row with a number in the source; −1 where it is none of the tensor's."""
        if self.numbers is None:
            return number - self.start if self.start <= number < self.stop else -1
        at = int(np.searchsorted(self.numbers, number))
        return at if at < self.n and self.numbers[at] == number else -1

    def rows_of(self, numbers: Int64) -> Int64:
        """Return the tensor rows with these numbers in the source; −1 for one that is none of the tensor's.

        Parameters
        ----------
        numbers : int64 [m]

        Returns
        -------
        int64 [m]
        """
        if self.numbers is None:
            return np.where((numbers >= self.start) & (numbers < self.stop), numbers - self.start, -1)
        at = np.searchsorted(self.numbers, numbers)
        found = np.zeros(len(at), bool)
        within = at < self.n
        found[within] = self.numbers[at[within]] == numbers[within]
        return np.where(found, at, -1)

    @property
    def source_span(self) -> tuple[int, int]:
        """The number of the first row in the source, and the one behind the last."""
        return (self.number(0), self.number(self.n - 1) + 1) if self.n else (self.start, self.stop)

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
        """The offsets per ragged axis, outermost first: int64 [n + 1], n of what the axis before holds."""
        found = [self.column.offsets]
        inner = self.column.nested
        while inner is not None:
            found.append(inner.offsets)
            inner = inner.nested
        return tuple(found)

    def source_rows(self, rows: RowsLike) -> Int64:
        """Return m tensor rows as source rows, int64 [m]; raises ContentError for one that is not there."""
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
        return sum(int(self.axis_slots(rows)[-1][0].kept.sum()) for rows in self.row_pieces())

    def row_pieces(self, most: int = PIECE_ROWS, *, by_steps: bool = False) -> Iterator[slice]:
        """Yield consecutive rows, at most `most`, that hold together about as many rows of the last axis.

        With `by_steps` they hold about as many innermost steps.
        """
        inner_offsets = self.offsets_of[1:] if by_steps else self.offsets_of[1:-1]
        start = self.start
        while start < self.stop:
            stop = min(start + most, self.stop)
            if by_steps or len(self.axes) > 1:
                ends = self.offsets_of[0][start : stop + 1]
                for offsets in inner_offsets:
                    ends = offsets[ends]
                if ends[-1] - ends[0] > most:
                    stop = start + max(int(np.searchsorted(ends, ends[0] + most, side="right")) - 1, 1)
            yield slice(start - self.start, stop - self.start)
            start = stop

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
        """Return columns of the first ragged axis, int64 [m]; raises ContentError for one that is none."""
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

    def axis_slots(self, rows: RowsLike) -> list[tuple[Slots, Int64]]:
        """Return per ragged axis where the steps of what the outer axes keep stand, and whose they are.

        The second of each is the tensor row of each of the first's rows, int64 [rows].
        """
        source = self.source_rows(rows)
        numbers = source - self.start
        found: list[tuple[Slots, Int64]] = []
        for offsets, axis in zip(self.offsets_of, self.axes, strict=True):
            if found:
                outer = found[-1][0]
                source, numbers = outer.sources(), np.repeat(numbers, outer.kept)
            found.append((Slots.of(offsets, source, axis), numbers))
        return found

    def kept(self, rows: RowsLike) -> Kept:
        """Return the kept values of some rows before the cast, one row behind the other, without padding."""
        slots, numbers = self.axis_slots(rows)[-1]
        source, numbers = slots.sources(), np.repeat(numbers, slots.kept)
        leaf = self.column.leaf
        return Kept(leaf.flat[source], None if leaf.missing is None else leaf.missing[source], numbers)

    def kept_pieces(self, values: int) -> Iterator[Kept]:
        """Yield `kept` of consecutive rows that hold about so many values together; one row is never cut."""
        steps = max(values // max(int(np.prod(self.column.inner_shape, dtype=object)), 1), 1)
        for rows in self.row_pieces(steps, by_steps=True):
            yield self.kept(rows)


def inner_index(own: TensorPlan, at: tuple[int, ...]) -> tuple[int, ...]:
    """Return an index for every inner axis: the chosen one where it is there, else the first."""
    shape = own.inner_shape
    chosen = at if len(at) == len(shape) else (0,) * len(shape)
    return tuple(min(index, side - 1) for index, side in zip(chosen, shape, strict=True))
