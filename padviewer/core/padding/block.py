"""A block: some rows of a tensor built, by one pass of the kernel or by index arithmetic."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.checks.block import check_block
from padviewer.core.data.cast import cast
from padviewer.core.data.ragged import Int64
from padviewer.core.errors import ContentError
from padviewer.core.padding import kernels
from padviewer.core.padding.gathering import gather, refuse_losses, settle
from padviewer.core.padding.padded import Padded
from padviewer.core.padding.slots import Slots
from padviewer.core.padding.tensor_plan import RowsLike, TensorPlan
from padviewer.core.sentence import say

PIECE_CELLS = 1 << 20
FRESH_BYTES = 32 << 20  # from here on memory comes from the system, which has written zeros already


def build(own: TensorPlan, rows: RowsLike, out: Padded | None = None) -> Padded:
    """Build `rows` of one tensor: `Plan.block` says what."""
    bounds = own.bounds(rows)
    if out is not None:
        _check_buffer(own, len(bounds[0]), out)
    if len(own.axes) > 1 or any(axis.mode != "constant" for axis in own.axes):
        block = _gathered(own, own.source_rows(rows))
        block = block if out is None else _copied(block, out)
    else:
        block = one_axis(own, rows, bounds, out)
    refuse_losses(own, block.lost, rows)
    return replace(block, find=partial(check_block, own, rows))


def _check_buffer(own: TensorPlan, rows: int, out: Padded) -> None:
    """Raise ContentError where the block of `rows` rows cannot be written into `out` as it is."""
    shape = (rows, own.axes[0].width, *own.inner_shape)
    mask_shape = (rows, *(axis.width for axis in own.axes))
    for what, array, wanted, dtype in (
        (say("array"), out.array, shape, own.dtype),
        (say("mask"), out.mask, mask_shape, np.dtype(bool)),
    ):
        if array.shape != wanted or array.dtype != dtype or not array.flags.c_contiguous:
            raise ContentError(
                "bad-buffer",
                say(
                    "The buffer's {what} is {dtype} {shape}, the block's {wanted_dtype} {wanted}.",
                    what=what,
                    dtype=str(array.dtype),
                    shape=str(array.shape),
                    wanted_dtype=str(dtype),
                    wanted=str(wanted),
                ),
                remedy=say("Give contiguous arrays of the block's shape and dtype."),
            )


def _gathered(own: TensorPlan, source: Int64) -> Padded:
    """Build by index arithmetic: every mode, any number of ragged axes."""
    cells_a_row = int(np.prod([own.axes[0].width, *own.inner_shape]))
    step = max(PIECE_CELLS // max(cells_a_row, 1), 1)
    cols = np.arange(own.axes[0].width, dtype=np.int64)
    shape = (len(source), own.axes[0].width, *own.inner_shape)
    array = np.empty(shape, own.dtype)
    widths = [axis.width for axis in own.axes]
    masks = [np.empty((len(source), *widths[: k + 1]), bool) for k in range(len(widths))]
    lost = 0
    for start in range(0, len(source), step):
        piece = slice(start, start + step)
        gathered = gather(own, source[piece], cols)
        array[piece], missed = settle(own, gathered)
        lost += missed
        for mask, found in zip(masks, gathered.axis_masks, strict=True):
            mask[piece] = found
    counts = tuple(mask.sum(axis=-1, dtype=np.int64) for mask in masks)
    return Padded(array, masks[-1], counts[0] if len(counts) == 1 else counts, lost, tuple(masks[:-1]))


def one_axis(own: TensorPlan, rows: RowsLike, bounds: tuple[Int64, Int64], out: Padded | None) -> Padded:
    """Build one ragged axis in constant mode: one pass of the kernel, or numpy where that is quicker."""
    begins, ends = bounds
    n = len(begins)
    width = own.axes[0].width
    inner = own.column.inner_shape
    shape = (n, width, *inner)
    cells = math.prod(shape)
    leaf = own.column.leaf
    kernel = kernels.kernel_for(leaf.flat.dtype.itemsize, cells)
    exact = leaf.flat.dtype == own.dtype and leaf.missing is None
    if kernel is None or not leaf.flat.flags.c_contiguous:
        block = _gathered(own, own.source_rows(rows))
        return block if out is None else _copied(block, out)
    blank = exact and out is None and cells * own.dtype.itemsize >= FRESH_BYTES and _is_zero_fill(own)
    new = np.zeros if blank else np.empty
    array = new(shape, own.dtype) if out is None else out.array
    mask = new(shape[:2], bool) if out is None else out.mask
    lengths = ends - begins
    np.minimum(lengths, width, out=lengths)
    if exact:
        _run(kernel, own, begins, ends, own.choice.value, array, mask, blank=blank)
        return Padded(array, mask, lengths)
    lost = 0
    source = own.source_rows(rows)
    step = max(PIECE_CELLS // max(width * math.prod(inner), 1), 1)
    bare = np.empty((min(step, n), *shape[1:]), leaf.flat.dtype)
    for start in range(0, n, step):
        piece = source[start : start + step]
        m = len(piece)
        own_begins, own_ends = begins[start : start + m], ends[start : start + m]
        _run(kernel, own, own_begins, own_ends, 0, bare[:m], mask[start : start + m])
        real = mask[start : start + m][(..., *(None,) * len(inner))]
        values = bare[:m]
        if leaf.missing is not None:
            gone = _gone(leaf.missing, own, piece, mask[start : start + m])
            if own.dtype.kind != "f":
                lost += int(gone.sum()) * math.prod(inner)
            gone = gone[(..., *(None,) * len(inner))]
            values = np.where(gone, values.dtype.type(0), values)
        done = cast(values, own.dtype)
        lost += done.lost
        cells_out = done.array
        if leaf.missing is not None and own.dtype.kind == "f" and leaf.flat.dtype.kind != "f":
            cells_out = np.where(gone, own.dtype.type(np.nan), cells_out)
        array[start : start + m] = np.where(real, cells_out, own.dtype.type(own.choice.value))
    return Padded(array, mask, lengths, lost)


def _is_zero_fill(own: TensorPlan) -> bool:
    """Whether every bit of the fill value is zero (that of −0.0 is not)."""
    return not any(own.dtype.type(own.choice.value).tobytes())


def _gone(
    missing: NDArray[np.bool_], own: TensorPlan, piece: Int64, mask: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return which cells of a block hold a missing value: bool like `mask`."""
    slots = Slots.of(own.offsets_of[0], piece, own.axes[0])
    at = slots.in_source(slots.steps(np.arange(own.axes[0].width, dtype=np.int64))) + slots.begin[:, None]
    return missing[np.where(mask, at, 0)] & mask if len(missing) else np.zeros(mask.shape, bool)


def _run(
    kernel: kernels.Kernel,
    own: TensorPlan,
    begins: Int64,
    ends: Int64,
    fill: float,
    array: NDArray[Any],
    mask: NDArray[np.bool_],
    *,
    blank: bool = False,
) -> None:
    flat = own.column.flat
    word = kernels.WORDS[flat.dtype.itemsize]
    axis = own.axes[0]
    kernel(
        flat.reshape(-1).view(word),
        begins,
        ends,
        axis.width,
        math.prod(own.column.inner_shape),
        kernels.CODES[axis.padding],
        kernels.CODES[axis.truncating],
        np.asarray(fill, flat.dtype).view(word)[()],
        array.reshape(-1).view(word),
        mask.reshape(-1),
        blank,
    )


def _copied(block: Padded, out: Padded) -> Padded:
    out.array[...] = block.array
    out.mask[...] = block.mask
    return replace(block, array=out.array, mask=out.mask)
