"""The kernels against slices and loops over Python lists, from their source and compiled."""

import gc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.padding import kernels
from padviewer.core.padding.kernels import (
    CODES,
    NARROW,
    WORDS,
    WORTH_COMPILING,
    compiled,
    compiled_reducer,
    kernel_for,
    pad_rows,
    reduce_rows,
    reducer_for,
    warm,
)


def from_source(*arguments):
    """Run the kernel's Python source: its unsigned indices wrap round, as machine code's do."""
    with np.errstate(over="ignore"):
        pad_rows(*arguments)


def kept_of(row, width, truncating):
    if len(row) <= width:
        return row
    if truncating == "pre":
        return row[len(row) - width :]
    if truncating == "post":
        return row[:width]
    head = (width + 1) // 2
    return row[:head] + row[len(row) - (width - head) :]


def expected(rows, width, inner, padding, truncating, fill):
    out, mask = [], []
    for row in rows:
        kept = kept_of(row, width, truncating)
        spare = width - len(kept)
        left = {"pre": spare, "post": 0, "both": spare // 2}[padding]
        out += [fill] * inner * left + [item for step in kept for item in step]
        out += [fill] * inner * (spare - left)
        mask += [False] * left + [True] * len(kept) + [False] * (spare - left)
    return out, mask


@pytest.mark.parametrize("itemsize", sorted(WORDS))
@given(data=st.data())
def test_the_source_and_the_machine_code_write_what_lists_give(itemsize, data):
    inner = data.draw(st.integers(1, 3))
    width = data.draw(st.one_of(st.integers(1, 12), st.integers(NARROW - 1, NARROW + 2)))
    lengths = data.draw(
        st.lists(st.integers(0, 14) | st.just(width) | st.just(width + 1), min_size=1, max_size=6)
    )
    skipped = data.draw(st.integers(0, 2))
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64) + skipped
    total = int(offsets[-1]) + data.draw(st.integers(0, 2))
    rng = np.random.default_rng(data.draw(st.integers(0, 999)))
    flat = rng.integers(0, 2 ** (8 * itemsize) - 1, total * inner, WORDS[itemsize].type, endpoint=True)
    steps = flat.reshape(total, inner).tolist()
    wanted_rows = data.draw(st.lists(st.integers(0, len(lengths) - 1), max_size=6))
    padding = data.draw(st.sampled_from(["pre", "post", "both"]))
    truncating = data.draw(st.sampled_from(["pre", "post", "middle"]))
    fill = WORDS[itemsize].type(data.draw(st.just(0) | st.integers(0, 2 ** (8 * itemsize) - 1)))
    cuts = offsets.tolist()
    rows = [steps[cuts[row] : cuts[row + 1]] for row in wanted_rows]
    wanted = np.array(wanted_rows, np.int64)
    out, mask = expected(rows, width, inner, padding, truncating, int(fill))
    blank = fill == 0 and data.draw(st.booleans())
    for kernel in (from_source, compiled(itemsize)):
        got = rng.integers(0, 99, len(rows) * width * inner).astype(WORDS[itemsize])
        real = rng.integers(0, 2, len(rows) * width).astype(bool)
        if blank:
            got[:], real[:] = 0, False
        kernel(
            flat, offsets[:-1][wanted], offsets[1:][wanted], width, inner, CODES[padding], CODES[truncating],
            fill, got, real, blank,
        )  # fmt: skip
        assert got.tolist() == out
        assert real.tolist() == mask


def test_small_work_is_not_worth_compiling(monkeypatch):
    monkeypatch.setattr(kernels, "_ready", set())
    assert kernel_for(4, WORTH_COMPILING - 1) is None
    assert kernel_for(4, WORTH_COMPILING) is compiled(4)
    assert kernel_for(16, WORTH_COMPILING) is None


def test_a_ready_kernel_is_used_for_small_work_too(monkeypatch):
    monkeypatch.setattr(kernels, "_ready", {8})
    assert kernel_for(8, 1) is compiled(8)


def test_warming_makes_the_common_kernels_ready(monkeypatch):
    monkeypatch.setattr(kernels, "_ready", set())
    compiled.cache_clear()
    warm()
    assert kernels._ready == {4, 8}


def test_the_machine_code_is_kept_in_the_users_cache():
    import numba
    import platformdirs

    compiled(4)
    assert numba.config.CACHE_DIR.startswith(platformdirs.user_cache_dir("padviewer", appauthor=False))


@pytest.mark.parametrize("peak", [False, True])
@pytest.mark.parametrize("dtype", ["uint8", "int32", "int64", "float32", "float64"])
@given(data=st.data())
def test_reducing_rows_is_what_loops_give(dtype, peak, data):
    width, inner = data.draw(st.integers(1, 6)), data.draw(st.integers(1, 3))
    first = data.draw(st.integers(0, inner - 1))
    last = data.draw(st.integers(first + 1, inner))
    edges = sorted(data.draw(st.lists(st.integers(0, width), min_size=2, max_size=5)))
    kept = data.draw(st.lists(st.integers(0, width), min_size=1, max_size=5))
    left = [data.draw(st.integers(0, width - k)) for k in kept]
    gap_at = [data.draw(st.integers(0, k)) for k in kept]
    gap = [data.draw(st.integers(0, 2)) for _ in kept]
    row_pixels = [data.draw(st.integers(0, 2)) for _ in kept]
    begins = (np.cumsum([k + g for k, g in zip(kept, gap, strict=True)]) - kept - gap).tolist()
    total = begins[-1] + kept[-1] + gap[-1]
    rng = np.random.default_rng(data.draw(st.integers(0, 99)))
    flat = rng.integers(0, 9, total * inner).astype(dtype)
    if flat.dtype.kind == "f":
        flat[rng.random(len(flat)) < 0.2] = np.nan
    missing = rng.random(total) < 0.2 if data.draw(st.booleans()) else np.zeros(0, bool)
    ranks = rng.random(data.draw(st.sampled_from([0, 4]))).astype(np.float32)
    col_pixels = np.searchsorted(edges, np.arange(width), side="right") - 1
    across = len(edges) - 1
    found: dict[int, list[float]] = {}
    for i, length in enumerate(kept):
        for p in range(length):
            step = begins[i] + p + (gap[i] if p >= gap_at[i] else 0)
            if not edges[0] <= left[i] + p < edges[-1] or (len(missing) and missing[step]):
                continue
            for value in flat[step * inner + first : step * inner + last].tolist():
                if value == value:
                    key = row_pixels[i] * across + int(col_pixels[left[i] + p])
                    shown = float(ranks[min(int(value), len(ranks) - 1)]) if len(ranks) else value
                    found.setdefault(key, []).append(shown)
    columns = [np.array(one, np.int64) for one in (begins, kept, gap_at, gap, left, row_pixels)]
    for reduce in (reduce_rows, compiled_reducer(dtype)):
        sums = np.full(3 * across, -np.inf if peak else 0.0)
        counts = np.zeros(3 * across, np.int64)
        reduce(
            flat,
            missing,
            *columns,
            col_pixels,
            np.array(edges),
            inner,
            first,
            last,
            ranks,
            peak,
            sums,
            counts,
        )
        assert {key: n for key, n in enumerate(counts.tolist()) if n} == {
            key: len(values) for key, values in found.items()
        }
        for key, values in found.items():
            assert sums[key] == (max(values) if peak else pytest.approx(sum(values)))


def test_a_reducer_is_compiled_where_it_is_worth_while(monkeypatch):
    monkeypatch.setattr(kernels, "_ready_reducers", set())
    assert reducer_for(np.dtype("int32"), WORTH_COMPILING - 1) is None
    assert reducer_for(np.dtype("int32"), WORTH_COMPILING) is compiled_reducer("int32")
    assert reducer_for(np.dtype(bool), WORTH_COMPILING) is compiled_reducer("uint8")
    for dtype in ("float16", ">i4", "S3"):
        assert reducer_for(np.dtype(dtype), WORTH_COMPILING) is None
    monkeypatch.setattr(kernels, "_ready_reducers", {"int32"})
    assert reducer_for(np.dtype("int32"), 1) is compiled_reducer("int32")


@pytest.mark.parametrize("where", ["no folder", "a full disk"])
def test_where_no_folder_takes_the_machine_code_it_is_compiled_all_the_same(monkeypatch, tmp_path, where):
    """Numba refuses to compile where it cannot write; a person with a full disk wants to pad nevertheless."""
    from numba.core import caching

    def refuse(*_given, **_named):
        refused.append(where)
        raise OSError(28, "No space left on device")

    refused = []
    if where == "no folder":
        monkeypatch.setattr(caching.tempfile, "TemporaryFile", refuse)
    else:
        monkeypatch.setattr(caching.IndexDataCacheFile, "save", refuse)
    monkeypatch.setattr(kernels, "_numba_cache_folder", lambda: str(tmp_path / "numba"))
    kernel = compiled.__wrapped__(2)
    assert refused
    out, mask = np.zeros(6, np.uint16), np.zeros(6, bool)
    flat, begins, ends = np.array([1, 2, 3, 4], np.uint16), np.array([0, 1]), np.array([1, 4])
    for one in (flat, begins, ends):
        one.setflags(write=False)
    post = CODES["post"]
    kernel(flat, begins, ends, 3, 1, post, post, np.uint16(9), out, mask, False)
    assert out.tolist() == [1, 9, 9, 2, 3, 4]
    assert mask.tolist() == [True, False, False, True, True, True]


@pytest.mark.parametrize("is_on", [True, False])
def test_nothing_is_collected_while_a_kernel_is_compiled(monkeypatch, is_on):
    seen = []

    def build(_signature, function):
        seen.append(gc.isenabled())
        return function

    monkeypatch.setattr(kernels, "_built", build)
    monkeypatch.setattr(kernels, "_ready", set())
    monkeypatch.setattr(kernels, "_ready_reducers", set())
    was_on = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        assert compiled.__wrapped__(4) is pad_rows
        assert compiled_reducer.__wrapped__("int32") is reduce_rows
        assert gc.isenabled() == is_on
    finally:
        (gc.enable if was_on else gc.disable)()
    assert seen == [False, False]
