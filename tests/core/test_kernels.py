"""The kernel against slices of Python lists, from its source and compiled."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import kernels
from padviewer.core.kernels import CODES, NARROW, WORDS, WORTH_COMPILING, compiled, kernel_for, pad_rows, warm


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
