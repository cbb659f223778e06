"""Rows of an export of ours: its masks, lengths and labels put together again as what it was made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.padded import Padded

RECIPE = "recipe"
INSIDE = "inside"  # `guessed["recipe"]` of the pieces of an export that holds its masks
BESIDE = "beside"  # … of one whose sidecar says where the rows end
ROWS = "padded rows"
SIDES = ("post", "pre", "both")
MISSING = "_missing"
Bools = NDArray[np.bool_]
Int64 = NDArray[np.int64]


def holds_masks(piece: Dataset) -> bool:
    """Whether a piece is of an export that holds a mask for every tensor."""
    return piece.guessed.get(RECIPE) == INSIDE


def is_as_made(piece: Dataset) -> bool:
    """Whether a piece of an export was cut by what its sidecar says."""
    return piece.guessed.get(RECIPE) == BESIDE


def as_made(piece: Dataset) -> Dataset:
    """Return a piece with every NAME cut by its masks, and every label without what `NAME_missing` marks.

    Masks and lengths are no columns then. Columns that do not belong together as in an export stay.
    """
    data, guessed = dict(piece.data), dict(piece.guessed)
    shapes = {}
    for name in piece.data:
        masks = masks_of(name, piece.data)
        if masks:
            data[name] = cut(block_of(piece[name]), [block_of(piece[one]) for one in masks])
            lengths = [f"{name}_lengths", *(f"{name}_lengths_{at}" for at in range(2, len(masks) + 1))]
            for one in (*masks, *lengths):
                data.pop(one, None)
            shapes[name] = ROWS
    for name in [name for name in data if name + MISSING in data and name not in shapes]:
        marked = data[name + MISSING]
        if marked.kind == "boolean" and not marked.ragged_axes and not marked.inner_shape:
            data[name] = replace(data[name], missing=marked.flat) if marked.flat.any() else data[name]
            del data[name + MISSING]
    keys = ["shape"] if len(data) == 1 else [f"shape of {name}" for name in shapes]
    guessed |= dict.fromkeys(keys if shapes else [], ROWS)
    return replace(piece, data=data, roles={}, guessed=guessed)


def masks_of(name: str, data: Mapping[str, Ragged]) -> list[str]:
    """Return the names of a tensor's masks, outermost axis first; empty where it has none that fit."""
    last = data.get(f"{name}_mask")
    if last is None or last.kind != "boolean":
        return []
    shape = block_of(last).shape
    names = [*(f"{name}_mask_{axis}" for axis in range(1, len(shape) - 1)), f"{name}_mask"]
    own = block_of(data[name]).shape if data[name].kind != "text" else ()
    for axis, one in enumerate(names, 2):
        mask = data.get(one)
        if mask is None or mask.kind != "boolean" or block_of(mask).shape != own[:axis] or len(own) < axis:
            return []
    return names


def block_of(column: Ragged) -> NDArray[Any]:
    """Return a column whose rows have one length as the array [n, steps, ...] that it is; others as [0]."""
    if column.nested is not None or column.text:
        return np.zeros(0)
    if not column.ragged_axes:
        return column.flat
    column = column.compact()
    lengths = column.axis_lengths()[0]
    if len(lengths) and lengths.min() != lengths.max():
        return np.zeros(0)
    width = int(lengths[0]) if len(lengths) else 0
    return column.flat.reshape(len(lengths), width, *column.inner_shape)


def cut(block: NDArray[Any], masks: Sequence[NDArray[Any]]) -> Ragged:
    """Return the real steps of a padded array [n, M1, ..., Mk, ...], by its k masks, outermost axis first."""
    *outer, mask = masks
    return Padded(block, mask, np.zeros(0, np.int64), outer_masks=tuple(outer)).unpad()


def real_steps(kept: Int64, width: int, side: str) -> Bools:
    """Return the mask [..., width] of rows [...] that keep so many steps and are padded at that side."""
    left = {"post": 0 * kept, "pre": width - kept, "both": (width - kept) // 2}[side]
    cols = np.arange(width)
    mask: Bools = (cols >= left[..., None]) & (cols < (left + kept)[..., None])
    return mask
