"""Gathering: the cells of some rows and columns by index arithmetic in numpy, and their cast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.cast import cast
from padviewer.core.data.ragged import Int64
from padviewer.core.errors import LossError
from padviewer.core.padding.slots import Slots, filled_steps
from padviewer.core.padding.tensor_plan import RowsLike, TensorPlan
from padviewer.core.sentence import say, say_count


@dataclass(frozen=True, eq=False)
class Gathered:
    """Cells before the cast: values of the source's dtype, and what each is; all of one shape.

    `held` says where a value of the source stands: at real cells, and in padding of another mode than
    constant.
    """

    values: NDArray[Any]
    held: NDArray[np.bool_]
    real: NDArray[np.bool_]
    edge: NDArray[np.bool_]
    missing: NDArray[np.bool_]
    axis_masks: tuple[NDArray[np.bool_], ...]


def gather(own: TensorPlan, rows: Int64, cols: Int64, at: tuple[int, ...] = ()) -> Gathered:
    """Collect the cells of source rows [m] and columns [c], by index arithmetic in numpy."""
    held = np.ones(len(rows), bool)
    real = held
    edge = np.zeros(len(rows), bool)
    source = rows
    masks: list[NDArray[np.bool_]] = []
    for k, axis in enumerate(own.axes):
        wanted = cols if k == 0 else np.arange(axis.width, dtype=np.int64)
        if k > 0 and at:
            wanted = wanted[at[k - 1] : at[k - 1] + 1]
        shape = (*source.shape, len(wanted))
        offsets = own.offsets_of[k]
        if len(offsets) == 1:  # no row at all on this axis: padding looks at row 0
            offsets = np.zeros(2, np.int64)
        slots = Slots.of(offsets, source.reshape(-1), axis)
        steps = slots.steps(wanted)
        own_real = slots.real(steps)
        own_held = own_real
        used = steps
        if axis.mode != "constant":
            own_held = np.broadcast_to((slots.kept > 0)[:, None], steps.shape)
            used = filled_steps(steps, slots.kept[:, None], axis.mode)
        own_edge = slots.edges(wanted) != 0
        source = np.where(own_held, slots.begin[:, None] + slots.in_source(used), 0).reshape(shape)
        edge = edge[..., None] | own_edge.reshape(shape)
        held = held[..., None] & own_held.reshape(shape)
        real = real[..., None] & own_real.reshape(shape)
        source = np.where(held, source, 0)
        masks.append(real)
    leaf = own.column.leaf
    flat = leaf.flat
    if at:
        cell: tuple[Any, ...] = (slice(None), *at[len(own.axes) - 1 :])
        flat = flat[cell]
        squeeze = tuple(range(2, real.ndim))
        source, held, real, edge = (np.squeeze(a, squeeze) for a in (source, held, real, edge))
    values = flat[source] if len(flat) else np.zeros((*source.shape, *flat.shape[1:]), flat.dtype)
    extra: Any = (None,) * (values.ndim - source.ndim)
    gone = np.isnan(values) if values.dtype.kind == "f" else np.zeros((), bool)
    if leaf.missing is not None and len(flat):
        gone = gone | leaf.missing[source][(..., *extra)]
    shape = values.shape
    held, real, edge = (np.broadcast_to(a[(..., *extra)], shape) for a in (held, real, edge))
    return Gathered(values, held, real, edge, np.broadcast_to(gone, shape) & held, tuple(masks))


def settle(own: TensorPlan, gathered: Gathered) -> tuple[NDArray[Any], int]:
    """Cast gathered cells to the tensor's dtype, the fill where nothing stands.

    Returns
    -------
    ndarray [rows, cols, ...]
        Of the tensor's dtype.
    int
        How many values were lost.
    """
    dtype = own.dtype
    values = gathered.values
    if values.dtype == dtype and dtype.kind == "f":
        return np.where(gathered.held, values, dtype.type(own.choice.value)), 0
    bare = np.where(gathered.held, values, values.dtype.type(0))
    missing = gathered.missing
    lost = 0
    if values.dtype.kind != "f" and missing.any():
        bare = np.where(missing, values.dtype.type(0), bare)
        if dtype.kind != "f":
            lost = int(np.count_nonzero(missing & gathered.real))
    done = cast(bare, dtype)
    array = done.array
    if done.lost:
        back = cast(np.where(gathered.real, bare, bare.dtype.type(0)), dtype)
        lost += back.lost
    if values.dtype.kind != "f" and dtype.kind == "f":
        array = np.where(missing, dtype.type(np.nan), array)
    return np.where(gathered.held, array, dtype.type(own.choice.value)), lost


def refuse_losses(own: TensorPlan, lost: int, rows: RowsLike) -> None:
    """Raise LossError where the recipe refuses losses and `lost` values of these rows are."""
    if not lost or own.choice.lossy != "refuse":
        return
    kept = own.kept(rows)
    gone = kept.missing
    if gone is not None and own.dtype.kind != "f" and bool(gone.any()):
        missing = int(gone.sum()) * int(np.prod(kept.values.shape[1:]))
        raise LossError(
            "missing-values",
            say_count(
                "{count} value of “{name}” is missing, first in row {row}; {dtype} has no missing value.",
                "{count} values of “{name}” are missing, first in row {row}; {dtype} has no missing value.",
                missing,
                name=own.name,
                row=str(int(kept.rows[np.argmax(gone)])),
                dtype=str(own.dtype),
            ),
            remedy=say("Fill what is missing, choose a float dtype, or allow losses (lossy allow)."),
        )
    raise LossError(
        "lossy-cast",
        say_count(
            "{count} value of “{name}” ({source}) does not fit {dtype}.",
            "{count} values of “{name}” ({source}) do not fit {dtype}.",
            lost,
            name=own.name,
            source=own.column.dtype,
            dtype=str(own.dtype),
        ),
        remedy=say("Choose a dtype that holds them, or allow losses (lossy allow)."),
    )
