"""The compiled loops of padding, and nothing else."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


def _built(signature: Any, function: Callable[..., None]) -> Kernel:
    """Compile a function; its machine code is kept unless no folder takes it."""
    import numba

    numba.config.CACHE_DIR = _numba_cache_folder()
    try:
        kept: Kernel = numba.njit(signature, nogil=True, cache=True)(function)
    except (OSError, RuntimeError):  # numba says either, by where the folder or the disk refuses
        alone: Kernel = numba.njit(signature, nogil=True)(function)
        return alone
    return kept


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Collect no garbage meanwhile: a compiler's collections stop all other threads for 0.1 s and more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
@_no_collecting()
def compiled(itemsize: int) -> Kernel:
    """Return `pad_rows` compiled for items of 1, 2, 4 or 8 bytes; the user's cache keeps the machine code."""
    import numba
    from numba import types

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
    kernel = _built(signature, pad_rows)
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


def reduce_rows(
    flat: Any, missing: Any, begins: Any, kept: Any, gap_at: Any, gap: Any, left: Any,
    row_pixels: Any, col_pixels: Any, col_edges: Any, inner: int, first: int, last: int,
    ranks: Any, peak: bool, total: Any, count: Any,
) -> None:  # fmt: skip
    """Add the kept values of rows to the pixels that they lie in; missing values and NaN are left out.

    Parameters
    ----------
    flat : [steps * inner], numbers
    missing : [steps] bool, or empty where there are none
    begins : [m] int64
        Where the kept steps of each row begin.
    kept, gap_at, gap, left : [m] int64
        As in `Slots`.
    row_pixels : [m] int64
        The pixel row of each row.
    col_pixels : [width] int64 or longer
        The pixel column of each column.
    col_edges : [W + 1] int64
    inner, first, last : int
        Items a step, and which of them count.
    ranks : float32 [ids]
        Taken instead of the ids in `flat`, the nearest for one outside; empty: the values themselves.
    peak : bool
        Keep the greatest value, not the sum.
    total : [H * W] float64
        The sums, or the greatest values; changed.
    count : [H * W] int64
        How many values were added; changed.
    """
    across = len(col_edges) - 1
    top = np.int64(len(ranks) - 1)
    sparse = len(missing) > 0
    for i in range(len(begins)):
        shift = left[i]
        low = max(np.int64(0), col_edges[0] - shift)
        high = min(kept[i], col_edges[across] - shift)
        pixels = np.uint64(row_pixels[i] * across)
        for tail in range(2):
            begin = begins[i]
            start, stop = low, min(high, gap_at[i])
            if tail == 1:
                begin += gap[i]
                start, stop = max(low, gap_at[i]), high
            for channel in range(first, last):
                for p in range(start, stop):
                    source = begin + p
                    if sparse and missing[np.uint64(source)]:
                        continue
                    value = np.float64(flat[np.uint64(source * inner + channel)])
                    if value != value:
                        continue
                    if top >= 0:
                        value = np.float64(ranks[np.uint64(min(max(np.int64(value), np.int64(0)), top))])
                    key = pixels + np.uint64(col_pixels[np.uint64(shift + p)])
                    count[key] += 1
                    if not peak:
                        total[key] += value
                    elif value > total[key]:
                        total[key] = value


@cache
@_no_collecting()
def compiled_reducer(dtype: str) -> Kernel:
    """Return `reduce_rows` compiled for numbers of one dtype ("uint8" for bools)."""
    import numba
    from numba import types

    const = {"readonly": True, "aligned": True}
    rows = types.Array(types.int64, 1, "C", **const)
    signature = types.void(
        types.Array(numba.from_dtype(np.dtype(dtype)), 1, "C", **const),
        types.Array(types.boolean, 1, "C", **const),
        rows, rows, rows, rows, rows, rows, rows, rows,
        types.int64, types.int64, types.int64,
        types.Array(types.float32, 1, "C", **const),
        types.boolean,
        types.Array(types.float64, 1, "C"),
        types.Array(types.int64, 1, "C"),
    )  # fmt: skip
    kernel = _built(signature, reduce_rows)
    _ready_reducers.add(dtype)
    return kernel


_ready_reducers: set[str] = set()


def reducer_for(dtype: np.dtype[Any], values: int) -> Kernel | None:
    """Return the compiled `reduce_rows` where it is ready or `values` are worth compiling for, else None."""
    name = "uint8" if dtype.kind == "b" else dtype.newbyteorder("=").name
    if dtype.kind not in "biuf" or name == "float16" or not dtype.isnative:
        return None
    return compiled_reducer(name) if name in _ready_reducers or values >= WORTH_COMPILING else None
