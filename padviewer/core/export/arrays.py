"""The arrays that .npz and .npy exports hold: their names, shapes and dtypes, and their pieces in order.

A tensor NAME makes

- ``NAME`` [n, M1, ..., Mk, *inner];
- ``NAME_mask``, bool [n, M1, ..., Mk], True = real step;
- ``NAME_lengths``, int64 [n], kept steps;
- with k > 1 ragged axes ``NAME_mask_1`` to ``NAME_mask_{k-1}``: which rows along the outer axes are real,
  bool [n, M1], ...; and ``NAME_lengths_2`` to ``NAME_lengths_k``: kept steps along the further axes,
  int64 [n, M1], ....

A label or weight column makes an array of its name (one that cannot be a file's is changed as for tensors).
Texts and categories are fixed-width unicode up to 64 characters, longer ones UTF-8 bytes (uint8) with
``COLUMN_offsets`` (int64 [n + 1]). Where values are missing that NaN does not mark there is also
``COLUMN_missing``, bool [n].
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices.base import safe_name
from padviewer.core.errors import ContentError
from padviewer.core.export.job import BLOCK_BYTES, Job
from padviewer.core.export.labels import Label, labels_of, numbers, words
from padviewer.core.padding.plan import Plan
from padviewer.core.padding.slots import Slots
from padviewer.core.sentence import say

HEADER_BYTES = 512


@dataclass(frozen=True, eq=False)
class ArrayStream:
    """An array that is written in pieces.

    Parameters
    ----------
    name : str
    what : str
        What it is, for messages: ``the mask of “x”``.
    shape : tuple of int
    dtype : numpy dtype
    pieces : callable (Job) -> iterator of ndarray
        C-contiguous, of this dtype, in order.
    """

    name: str
    what: str
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    pieces: Callable[[Job], Iterator[NDArray[Any]]]

    @property
    def nbytes(self) -> int:
        """Bytes of the values."""
        return int(np.prod(self.shape, dtype=object)) * self.dtype.itemsize


def array_streams(plan: Plan) -> list[ArrayStream]:
    """Return all arrays of a plan, tensor by tensor, then the labels.

    Raises
    ------
    ContentError
        Two of them have one name; a label column of sequences.
    """
    streams = [stream for tensor in plan.tensors for stream in tensor_streams(plan, tensor)]
    for label in labels_of(plan):
        streams += _label_streams(label)
    check_names((stream.name, stream.what) for stream in streams)
    return streams


def check_names(named: Iterable[tuple[str, str]]) -> None:
    """Raise ContentError where two of (name, what) have one name, upper and lower case taken as equal."""
    seen: dict[str, str] = {}
    for name, what in named:
        other = seen.setdefault(name.casefold(), what)
        if other != what:
            raise ContentError(
                "name-collides",
                say(
                    "{upper}{what} and {other} would both be called “{name}”.",
                    upper=what[0].upper(),
                    what=what[1:],
                    other=other,
                    name=name,
                ),
                remedy=say("Ignore the column, or give the tensor another name."),
            )


def tensor_streams(plan: Plan, tensor: str) -> list[ArrayStream]:
    """Return a tensor's array, its masks and its lengths."""
    n, *widths = plan.mask_shape(tensor)
    k = len(widths)
    whole = (n, *widths)
    flag, count = np.dtype(bool), np.dtype(np.int64)
    streams = [
        ArrayStream(
            tensor,
            f"the tensor “{tensor}”",
            plan.shape(tensor),
            plan.dtype(tensor),
            partial(_values, tensor=tensor),
        ),
        ArrayStream(
            f"{tensor}_mask", f"the mask of “{tensor}”", whole, flag, partial(_mask, tensor=tensor, axis=k)
        ),
        ArrayStream(
            f"{tensor}_lengths",
            f"the lengths of “{tensor}”",
            (n,),
            count,
            partial(_lengths, tensor=tensor, axis=1),
        ),
    ]
    for axis in range(1, k):
        what = f"the mask of axis {axis} of “{tensor}”"
        pieces = partial(_mask, tensor=tensor, axis=axis)
        streams.append(ArrayStream(f"{tensor}_mask_{axis}", what, whole[: axis + 1], flag, pieces))
    for axis in range(2, k + 1):
        what = f"the lengths of axis {axis} of “{tensor}”"
        pieces = partial(_lengths, tensor=tensor, axis=axis)
        streams.append(ArrayStream(f"{tensor}_lengths_{axis}", what, whole[:axis], count, pieces))
    return streams


def mask_of(slots: Slots) -> NDArray[np.bool_]:
    """Return the mask of some rows along the first ragged axis, bool [m, width]."""
    # The same as Slots.real, in integers as narrow as the width allows: four times as fast.
    dtype: np.dtype[np.signedinteger] = np.dtype(np.int16 if slots.width < 1 << 15 else np.int32)
    cols = np.arange(slots.width, dtype=dtype)
    mask: NDArray[np.bool_] = cols < (slots.left + slots.kept).astype(dtype)[:, None]
    if slots.left.any():
        mask &= cols >= slots.left.astype(dtype)[:, None]
    return mask


def _values(job: Job, *, tensor: str) -> Iterator[NDArray[Any]]:
    for block in job.blocks(tensor):
        yield block.array


def _mask(job: Job, *, tensor: str, axis: int) -> Iterator[NDArray[Any]]:
    plan = job.plan
    if len(plan.mask_shape(tensor)) == 2:
        for rows in _slices(plan, tensor):
            yield mask_of(plan.slots(tensor, rows))
        return
    for rows in plan.blocks(tensor, nbytes=BLOCK_BYTES):
        block = plan.block(tensor, rows)
        yield (*block.outer_masks, block.mask)[axis - 1]


def _lengths(job: Job, *, tensor: str, axis: int) -> Iterator[NDArray[Any]]:
    plan = job.plan
    if axis == 1:
        for rows in _slices(plan, tensor):
            yield plan.slots(tensor, rows).kept
        return
    for rows in plan.blocks(tensor, nbytes=BLOCK_BYTES):
        yield plan.block(tensor, rows).lengths[axis - 1]


def _slices(plan: Plan, tensor: str) -> Iterator[slice]:
    n, width, *_ = plan.mask_shape(tensor)
    rows = max(BLOCK_BYTES // max(width, 64), 1)
    for start in range(0, n, rows):
        yield slice(start, min(start + rows, n))


def _label_streams(label: Label) -> list[ArrayStream]:
    name = safe_name(label.name)
    what = f"the {label.role} column “{label.name}”"
    n = len(label.column)
    streams = []
    if not label.worded:
        shape = (n, *label.column.inner_shape)
        streams.append(
            ArrayStream(name, what, shape, label.column.flat.dtype, lambda _: map(numbers, label.pieces()))
        )
    elif label.characters is not None:
        dtype = np.dtype(f"<U{label.characters}")
        streams.append(
            ArrayStream(
                name, what, (n,), dtype, lambda _: (np.array(words(p), dtype) for p in label.pieces())
            )
        )
    else:
        content, size = np.dtype(np.uint8), np.dtype(np.int64)
        streams += [
            ArrayStream(
                name,
                what,
                (label.nbytes,),
                content,
                lambda _: (np.frombuffer(c, content) for c in label.encoded()),
            ),
            ArrayStream(
                f"{name}_offsets", f"the offsets of {what}", (n + 1,), size, lambda _: _running(label)
            ),
        ]
    if label.has_missing:
        flag = np.dtype(bool)
        streams.append(
            ArrayStream(
                f"{name}_missing", f"the missing values of {what}", (n,), flag, lambda _: label.gone()
            )
        )
    return streams


def _running(label: Label) -> Iterator[NDArray[np.int64]]:
    """Yield the texts' boundaries, piece by piece, from 0."""
    total = np.zeros(1, np.int64)
    yield total
    for sizes in label.sizes():
        ends = np.cumsum(sizes) + total[-1]
        yield ends
        total = ends
