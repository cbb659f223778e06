"""One row, step by step: where each stands in the source and in the tensor, what was cut included."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64
from padviewer.core.padding.gathering import gather
from padviewer.core.padding.plan import CellKind, Plan
from padviewer.core.padding.slots import Axis, Slots
from padviewer.core.padding.tensor_plan import TensorPlan

CUT = 4
"""Kind of a place that the tensor does not have, beside the values of `CellKind`."""


@dataclass(frozen=True)
class Timeline:
    """All places of a row along the first ragged axis: kept steps, padding, and what was cut in its place.

    Place u goes from 0 to ``total``; the tensor's columns stand behind the `before` steps that were cut at
    the start, with the `gap` that was cut in the middle between them.

    Parameters
    ----------
    width : int
        Columns of the tensor.
    left, kept : int
        Padding before the first kept step, and kept steps.
    before, gap, after : int
        Steps cut at the start, in the middle and at the end.
    gap_at : int
        Kept steps before the gap.
    """

    width: int
    left: int
    kept: int
    before: int
    gap_at: int
    gap: int
    after: int

    @classmethod
    def of(cls, own: TensorPlan, row: int) -> Timeline:
        """Return the places of a tensor row; from the offsets alone."""
        return cls.of_rows(own, np.array([row], np.int64))[0]

    @classmethod
    def of_rows(cls, own: TensorPlan, rows: Int64) -> list[Timeline]:
        """Return the places of each of some tensor rows int64 [m]; from the offsets alone."""
        slots = Slots.of(own.offsets_of[0], own.source_rows(rows), own.axes[0])
        parts = (slots.left, slots.kept, slots.start, slots.gap_at, slots.gap)
        after = slots.length - slots.kept - slots.start - slots.gap
        return [cls(slots.width, *line) for line in np.stack([*parts, after], axis=1).tolist()]

    @property
    def total(self) -> int:
        """Places."""
        return self.width + self.cut

    @property
    def cut(self) -> int:
        """Steps that were cut."""
        return self.before + self.gap + self.after

    @property
    def length(self) -> int:
        """Steps of the row in the source."""
        return self.kept + self.cut

    @property
    def break_at(self) -> int:
        """The column before which the gap stands."""
        return self.left + self.gap_at

    def columns(self, places: Int64) -> Int64:
        """Return the tensor's column at each place: int64 [m], −1 where the step was cut."""
        inside = places - self.before
        in_gap = (inside >= self.break_at) & (inside < self.break_at + self.gap)
        columns = np.where(inside < self.break_at, inside, inside - self.gap)
        gone = (inside < 0) | (columns >= self.width) | in_gap
        return np.where(gone, -1, columns)

    def column(self, place: int) -> int:
        """Return the tensor's column at one place, −1 where the step was cut."""
        return int(self.columns(np.array([place], np.int64))[0])

    def steps(self, places: Int64) -> Int64:
        """Return the source step at each place: int64 [m], −1 in padding."""
        columns = self.columns(places)
        kept = columns - self.left
        real = (columns >= 0) & (kept >= 0) & (kept < self.kept)
        steps = kept + self.before + np.where(kept >= self.gap_at, self.gap, 0)
        inside = places - self.before
        lost = np.where(inside < self.width, inside - self.left, inside - self.width + self.kept)
        lost = np.where(inside < 0, places, lost + self.before)
        return np.where(columns < 0, lost, np.where(real, steps, -1))

    def place(self, column: int) -> int:
        """Return the place of a column."""
        return self.before + column + (self.gap if column >= self.break_at else 0)


@dataclass(frozen=True, eq=False)
class RowSteps:
    """The places ``first`` to ``first + m`` of a row.

    Parameters
    ----------
    timeline : Timeline
    first : int
    columns, steps : int64 [m]
        As `Timeline` has them.
    kinds : uint8 [m]
        `CellKind`, or `CUT`.
    source : ndarray [m]
        The prepared column's values, of its dtype; 0 where `known` is False.
    known : bool [m]
        Where a source value stands and is not missing.
    values : ndarray [m] of the tensor's dtype
        The cells; 0 where the step was cut.
    """

    timeline: Timeline
    first: int
    columns: Int64
    steps: Int64
    kinds: NDArray[np.uint8]
    source: NDArray[Any]
    known: NDArray[np.bool_]
    values: NDArray[Any]

    def __len__(self) -> int:
        return len(self.columns)


def whole_row(own: TensorPlan, length: int) -> TensorPlan:
    """Return a tensor of the same column in which rows of up to `length` steps are whole."""
    return replace(own, axes=(Axis(max(length, 1), "post", "post", "constant"), *own.axes[1:]))


def read_steps(plan: Plan, tensor: str, row: int, places: tuple[int, int], at: tuple[int, ...]) -> RowSteps:
    """Read some places of one row.

    Parameters
    ----------
    plan : Plan
    tensor : str
    row : int
        Tensor row.
    places : (int, int)
        The first place and the one behind the last; clipped to the row's.
    at : tuple of int
        One index of every inner axis.
    """
    own = plan.of(tensor)
    line = Timeline.of(own, row)
    first, stop = min(max(places[0], 0), line.total), min(places[1], line.total)
    here = np.arange(first, max(stop, first), dtype=np.int64)
    columns, steps = line.columns(here), line.steps(here)
    kinds = np.full(len(here), CUT, np.uint8)
    values = np.zeros(len(here), own.dtype)
    inside = columns >= 0
    if inside.any():
        cells, cell_kinds = plan.cells(tensor, [row], columns[inside], at=at)
        values[inside], kinds[inside] = cells[0], cell_kinds[0]
    source = np.zeros(len(here), own.column.flat.dtype)
    known = np.zeros(len(here), bool)
    has_step = steps >= 0
    if has_step.any():
        whole = whole_row(own, line.length)
        found = gather(whole, whole.source_rows([row]), steps[has_step], at)
        source[has_step] = found.values[0]
        known[has_step] = (found.real & ~found.missing)[0]
        gone = np.zeros(len(here), bool)
        gone[has_step] = found.missing[0]
        kinds[gone & inside] = CellKind.MISSING
    return RowSteps(line, first, columns, steps, kinds, source, known, values)
