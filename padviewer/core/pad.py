"""pad() and pad_sequences(): a plan's block over all rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core import kernels
from padviewer.core.cast import cast
from padviewer.core.dataset import Dataset
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import Finding
from padviewer.core.gathering import gather, refuse_losses, settle
from padviewer.core.padded import Padded
from padviewer.core.plan import CellKind, Plan, resolve
from padviewer.core.ragged import Int64, Ragged
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.sentence import say
from padviewer.core.slots import Slots
from padviewer.core.tensor_plan import RowsLike, TensorPlan

PIECE_CELLS = 1 << 20
FRESH_BYTES = 32 << 20  # from here on memory comes from the system, which has written zeros already


def pad(ragged: Ragged, recipe: TensorRecipe | None = None) -> Padded:
    """Pad all rows of a column.

    Parameters
    ----------
    ragged : Ragged
        Numbers with at least one ragged axis, or rows of one fixed shape.
    recipe : TensorRecipe or None
        The choices, without transforms; None takes the defaults.

    Returns
    -------
    Padded
        ``array`` [n, maxlen, ...], ``mask`` [n, maxlen] (True at real steps), ``lengths`` [n] (kept steps),
        ``findings``.

    Raises
    ------
    ChoiceError
        A recipe with transforms: those run in `prepare`.
    ContentError
        Texts or single values; all rows empty with maxlen "max"; a value that would be lost.

    Examples
    --------
    >>> pad(Ragged.from_lists([[1, 2, 3], [4]])).array
    array([[1, 2, 3],
           [4, 0, 0]], dtype=int32)
    """
    from padviewer.core.fitting import fit, prepare

    choice = recipe or TensorRecipe()
    if choice.transforms:
        raise ChoiceError(
            "transforms", say("pad() takes no transforms."), remedy=say("Use fit, prepare and resolve.")
        )
    dataset = Dataset({"x": ragged}, roles={"x": "sequence"})
    fitted = fit(Recipe({"x": replace(choice, column="x")}), dataset)
    plan = resolve(fitted, prepare(fitted, dataset))
    return plan.block("x", slice(None))


def build(plan: Plan, own: TensorPlan, rows: RowsLike, out: Padded | None) -> Padded:
    """Build `rows` of one tensor: `Plan.block` says what."""
    bounds = own.bounds(rows)
    if out is not None:
        _check_buffer(own, len(bounds[0]), out)
    if len(own.axes) > 1 or any(axis.mode != "constant" for axis in own.axes):
        block = _gathered(own, own.source_rows(rows))
        block = block if out is None else _copied(block, out)
    else:
        block = _one_axis(own, rows, bounds, out)
    refuse_losses(own, block.lost)
    findings = _finder(plan, own, rows)
    return replace(block, find=findings)


def _finder(plan: Plan, own: TensorPlan, rows: RowsLike) -> Callable[[], tuple[Finding, ...]]:
    def find() -> tuple[Finding, ...]:
        from padviewer.core.checks import check_block

        return check_block(plan, own.name, rows)

    return find


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


def _one_axis(own: TensorPlan, rows: RowsLike, bounds: tuple[Int64, Int64], out: Padded | None) -> Padded:
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


def quick_cells(
    own: TensorPlan, rows: RowsLike, cols: Int64
) -> tuple[NDArray[Any], NDArray[np.uint8]] | None:
    """Return what `Plan.cells` does through the kernel, or None where index arithmetic has to do it.

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
    block = _one_axis(own, rows, bounds, None)
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


def pad_sequences(
    sequences: Sequence[Any],
    maxlen: int | None = None,
    dtype: str = "int32",
    padding: str = "pre",
    truncating: str = "pre",
    value: float | str = 0.0,
) -> NDArray[Any]:
    """Pad sequences with the results of ``keras.utils.pad_sequences``: same arguments, defaults and losses.

    Parameters
    ----------
    sequences : sequence of sequences
        Lists or arrays; rows of [steps, ...] keep their inner shape.
    maxlen : int or None
        Steps; None takes the longest row.
    dtype : str
        What values are cast to, as numpy's astype does, without a word.
    padding, truncating : {"pre", "post"}
    value : number
        The padding.

    Returns
    -------
    ndarray [n, maxlen, ...]

    Raises
    ------
    ValueError
        What Keras raises it for: rows without a length, unequal inner shapes, unknown sides.
    """
    from padviewer.core.keras_padding import like_keras

    return like_keras(sequences, maxlen, dtype, padding, truncating, value)
