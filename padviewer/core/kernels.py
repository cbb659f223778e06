"""The compiled loops of padding, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

PRE, POST, BOTH, MIDDLE = 0, 1, 2, 3
CODES = {"pre": PRE, "post": POST, "both": BOTH, "middle": MIDDLE}
WORDS: dict[int, np.dtype[np.unsignedinteger[Any]]] = {
    1: np.dtype(np.uint8),
    2: np.dtype(np.uint16),
    4: np.dtype(np.uint32),
    8: np.dtype(np.uint64),
}
WORTH_COMPILING = 2_000_000
NARROW = 64

Kernel = Callable[..., None]


def pad_rows(  # noqa: C901 - one pass over memory; splitting it costs a call per row
    flat: Any, begins: Any, ends: Any, width: int, inner: int, padding: int, truncating: int,
    fill: Any, out: Any, mask: Any, blank: bool,
) -> None:  # fmt: skip
    """Write rows of `flat` into `out` and `mask`, each row of `width` steps of `inner` items.

    Parameters
    ----------
    flat : [total * inner], unsigned integers
        The values, bit for bit.
    begins, ends : [m] int64
        Where each row begins and ends, in steps.
    width, inner : int
        Steps a row in `out`, items a step.
    padding, truncating : int
        Codes of `CODES`.
    fill : scalar of `flat`'s dtype
        The padding.
    out : [m * width * inner], same dtype as `flat`
    mask : [m * width] bool
        True at real steps.
    blank : bool
        `out` and `mask` hold zeros, and `fill` is zero: padding need not be written.

    Notes
    -----
    Loops of unknown length cost a mispredicted branch each, which is most of the time where rows are
    narrow (at most `NARROW` items): those are read whole and the padding is chosen without a branch.
    """
    items = np.uint64(inner)
    total = np.int64(len(flat))
    narrow = width * inner <= NARROW
    for i in range(len(begins)):
        begin = begins[i]
        length = ends[i] - begin
        kept = min(length, width)
        head = kept
        tail_begin = begin
        if length > width:
            if truncating == 0:
                begin += length - width
            elif truncating == 3:
                head = (kept + 1) // 2
                tail_begin = begin + length - kept
        left = 0
        if padding == 0:
            left = width - kept
        elif padding == 2:
            left = (width - kept) // 2
        step = np.uint64(i * width)
        window = (begin - left) * inner
        if narrow and head == kept and window >= 0 and window + width * inner <= total:
            start = np.uint64(left * inner)
            count = np.uint64(kept * inner)
            source = np.uint64(window)
            target = step * items
            for j in range(np.uint64(width * inner)):
                value = flat[source + j]
                out[target + j] = value if j - start < count else fill
            first = np.int32(left)
            last = np.int32(left + kept)
            for k in range(np.int32(width)):
                mask[step + np.uint64(k)] = first <= k and k < last
            continue
        real = step + np.uint64(left)
        gap = real + np.uint64(head)
        end = real + np.uint64(kept)
        stop = step + np.uint64(width)
        if not blank:
            for j in range(step, real):
                mask[j] = False
            for j in range(end, stop):
                mask[j] = False
            for j in range(step * items, real * items):
                out[j] = fill
        for j in range(real, end):
            mask[j] = True
        source = np.uint64(begin) * items
        target = real * items
        for j in range(np.uint64(head) * items):
            out[target + j] = flat[source + j]
        source = np.uint64(tail_begin + head) * items
        target = gap * items
        for j in range(np.uint64(kept - head) * items):
            out[target + j] = flat[source + j]
        if blank:
            continue
        for j in range(end * items, stop * items):
            out[j] = fill


@cache
def _numba_cache_folder() -> str:
    import platformdirs

    return str(platformdirs.user_cache_path("padviewer", appauthor=False) / "numba")


@cache
def compiled(itemsize: int) -> Kernel:
    """Return `pad_rows` compiled for items of 1, 2, 4 or 8 bytes; the user's cache keeps the machine code."""
    import numba
    from numba import types

    numba.config.CACHE_DIR = _numba_cache_folder()
    word = numba.from_dtype(WORDS[itemsize])
    const = {"readonly": True, "aligned": True}
    signature = types.void(
        types.Array(word, 1, "C", **const),
        types.Array(types.int64, 1, "C", **const),
        types.Array(types.int64, 1, "C", **const),
        types.int64, types.int64, types.int64, types.int64, word,
        types.Array(word, 1, "C"),
        types.Array(types.boolean, 1, "C"),
        types.boolean,
    )  # fmt: skip
    kernel: Kernel = numba.njit(signature, nogil=True, cache=True)(pad_rows)
    _ready.add(itemsize)
    return kernel


_ready: set[int] = set()


def kernel_for(itemsize: int, cells: int) -> Kernel | None:
    """Return the compiled kernel where it is ready or `cells` make compiling worth while, else None."""
    if itemsize not in WORDS:
        return None
    return compiled(itemsize) if itemsize in _ready or cells >= WORTH_COMPILING else None


def warm() -> None:
    """Compile the kernels of 4 and 8 bytes, the common ones: a second at first, then from the cache."""
    for itemsize in (4, 8):
        compiled(itemsize)
