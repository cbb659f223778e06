"""Cells: the values and kinds of some cells of a tensor, and what stands in one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64
from padviewer.core.errors import ContentError
from padviewer.core.padding import kernels
from padviewer.core.padding.block import one_axis
from padviewer.core.padding.gathering import gather, settle
from padviewer.core.padding.slots import Slots
from padviewer.core.padding.tensor_plan import RowsLike, TensorPlan
from padviewer.core.sentence import say


class CellKind(IntEnum):
    """What a cell of a padded tensor is."""

    PAD = 0
    REAL = 1
    MISSING = 2
    CUT_EDGE = 3


@dataclass(frozen=True)
class Located:
    """What stands in one cell.

    Parameters
    ----------
    row : int
        The source row.
    step : int
        The source time step along the first ragged axis; -1 in padding.
    value : number
        As it stands in the tensor.
    kind : CellKind
    source : object
        The value in the prepared column before the cast: a number, or None where it is missing or padding.
    """

    row: int
    step: int
    value: Any
    kind: CellKind
    source: Any


def cells(
    own: TensorPlan, rows: RowsLike, cols: RowsLike, at: tuple[int, ...] = ()
) -> tuple[NDArray[Any], NDArray[np.uint8]]:
    """Return the values [rows, cols, ...] and the kinds, uint8 [rows, cols], of some cells.

    `Plan.cells` says which.
    """
    if at:
        _check_at(own, at)
    quick = quick_cells(own, rows, own.columns(cols)) if not at else None
    if quick is not None:
        return quick
    gathered = gather(own, own.source_rows(rows), own.columns(cols), at)
    values = settle(own, gathered)[0]
    kinds = gathered.real.astype(np.uint8)
    kinds[gathered.edge & gathered.real] = CellKind.CUT_EDGE
    kinds[gathered.missing & gathered.real] = CellKind.MISSING
    return values, kinds


def locate(own: TensorPlan, row: int, col: int, at: tuple[int, ...] | None = None) -> Located:
    """Say what stands in one cell; `at` indexes the inner axes (None: the first of each)."""
    if at is None:
        at = (0,) * len(own.inner_shape)
    values, kinds = cells(own, [row], [col], at)
    slots = own.slots([row])
    steps = slots.steps(np.array([col], np.int64))
    gathered = gather(own, slots.source, own.columns([col]), at)
    kind = CellKind(int(kinds[0, 0]))
    real = bool(slots.real(steps)[0, 0])
    return Located(
        row=own.number(row),
        step=int(slots.in_source(steps)[0, 0]) if real else -1,
        value=values[0, 0].item(),
        kind=kind,
        source=None if kind in (CellKind.PAD, CellKind.MISSING) else gathered.values[0, 0].item(),
    )


def quick_cells(
    own: TensorPlan, rows: RowsLike, cols: Int64
) -> tuple[NDArray[Any], NDArray[np.uint8]] | None:
    """Return what `cells` does through the kernel, or None where index arithmetic has to do it.

    Whole rows are padded and cut down to `cols` [c]: five times as fast where most columns are asked for.
    """
    leaf, axis = own.column.leaf, own.axes[0]
    if (
        len(own.axes) > 1
        or axis.mode != "constant"
        or own.column.inner_shape
        or leaf.missing is not None
        or 2 * len(cols) < axis.width
        or kernels.kernel_for(leaf.flat.dtype.itemsize, 0) is None
    ):
        return None
    bounds = own.bounds(rows)
    block = one_axis(own, rows, bounds, None)
    all_steps = len(cols) == axis.width and bool((cols[1:] > cols[:-1]).all())
    kinds = block.mask.view(np.uint8)  # False and True are PAD and REAL
    values, kinds = (block.array, kinds) if all_steps else (block.array[:, cols], kinds[:, cols])
    cut = np.flatnonzero(bounds[1] - bounds[0] > axis.width)
    if len(cut):
        edges = Slots.of(own.offsets_of[0], own.source_rows(rows)[cut], axis).edges(cols)
        kinds[cut] = np.where(edges != 0, np.uint8(CellKind.CUT_EDGE), kinds[cut])
    if values.dtype.kind == "f":
        kinds[np.isnan(values) & (kinds != CellKind.PAD)] = CellKind.MISSING
    return values, kinds


def _check_at(own: TensorPlan, at: tuple[int, ...]) -> None:
    sides = own.inner_shape
    if len(at) != len(sides) or not all(0 <= i < side for i, side in zip(at, sides, strict=True)):
        raise ContentError(
            "no-such-cell",
            say("The inner axes have shape {sides}; there is no {at}.", sides=str(sides), at=str(at)),
            where=own.name,
        )
