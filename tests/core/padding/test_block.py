"""Blocks by every path: numpy's gathering, the compiled kernel and its Python source."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, pad, prepare, resolve
from padviewer.core.errors import ContentError
from padviewer.core.padding import block, kernels
from padviewer.core.padding.kernels import compiled, pad_rows
from padviewer.core.padding.padded import Padded


def from_source(*arguments):
    with np.errstate(over="ignore"):
        pad_rows(*arguments)


PATHS = {
    "numpy": lambda itemsize, cells: None,
    "compiled": lambda itemsize, cells: compiled(itemsize),
    "source": lambda itemsize, cells: from_source,
}


CASTS = [
    ("int64", None), ("int64", "float32"), ("int64", "int8"), ("int32", None), ("int8", "uint8"),
    ("bool", None), ("uint16", "float64"), ("float32", None), ("float64", "int16"), ("float16", "float32"),
    ("float64", "bool"),
]  # fmt: skip


@st.composite
def columns(draw):
    source, target = draw(st.sampled_from(CASTS))
    inner = draw(st.sampled_from([(), (2,), (2, 2)]))
    lengths = draw(st.lists(st.integers(0, 9), max_size=6))
    skipped = draw(st.integers(0, 3))
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64) + skipped
    rng = np.random.default_rng(draw(st.integers(0, 9999)))
    shape = (int(offsets[-1]) + draw(st.integers(0, 2)), *inner)
    values = rng.integers(-200, 201, shape)
    values = (values / 4 if np.dtype(source).kind == "f" and draw(st.booleans()) else values).astype(source)
    if np.dtype(source).kind == "f" and draw(st.booleans()):
        values[rng.random(shape) < 0.2] = np.nan
    gapped = np.dtype(source).kind != "f" and draw(st.booleans())  # floats have NaN
    missing = rng.random(shape[0]) < 0.2 if gapped else None
    choice = TensorRecipe(
        padding=draw(st.sampled_from(["pre", "post", "both"])),
        truncating=draw(st.sampled_from(["pre", "post", "middle"])),
        maxlen=draw(st.integers(1, 12)), value=draw(st.sampled_from([0, 1])), dtype=target, lossy="allow",
    )  # fmt: skip
    return Ragged(values, offsets, missing=missing), choice


def planned(column, choice):
    dataset = Dataset({"x": column}, roles={"x": "sequence"})
    fitted = fit(Recipe({"x": choice}), dataset)
    return resolve(fitted, prepare(fitted, dataset))


@given(columns(), st.sampled_from([1, 7, 1 << 20]), st.data())
def test_every_path_builds_the_same_block(drawn, piece, data):
    """numpy's gathering, the compiled kernel and its Python source agree in values, mask, lengths, losses."""
    column, choice = drawn
    rows = data.draw(st.lists(st.integers(0, len(column) - 1), max_size=8)) if len(column) else []
    plan = planned(column, choice)
    blocks = []
    for path in PATHS.values():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(kernels, "kernel_for", path)
            patch.setattr(block, "PIECE_CELLS", piece)
            blocks.append(plan.block("x", rows))
    first, *others = blocks
    for other in others:
        assert other.array.dtype == first.array.dtype
        np.testing.assert_array_equal(other.array, first.array)
        np.testing.assert_array_equal(other.mask, first.mask)
        np.testing.assert_array_equal(other.lengths, first.lengths)
        assert other.lost == first.lost


@pytest.mark.parametrize("path", sorted(PATHS))
@pytest.mark.parametrize("mode", ["constant", "edge"])
@pytest.mark.parametrize("dtype", ["int64", "float32"])
def test_a_buffer_is_written_again(path, mode, dtype, monkeypatch):
    monkeypatch.setattr(kernels, "kernel_for", PATHS[path])
    plan = planned(Ragged.from_lists([[1, 2, 3], [4]]), TensorRecipe(dtype=dtype, mode=mode))
    fresh = plan.block("x", [1, 0])
    out = Padded(np.full_like(fresh.array, 99), ~fresh.mask, np.zeros(2, np.int64))
    again = plan.block("x", [1, 0], out=out)
    assert again.array is out.array
    assert again.mask is out.mask
    np.testing.assert_array_equal(again.array, fresh.array)
    np.testing.assert_array_equal(again.mask, fresh.mask)
    assert again.lengths.tolist() == [1, 3]


@pytest.mark.parametrize(
    ("array", "mask"),
    [
        (np.zeros((2, 3), np.int32), np.zeros((2, 3), bool)),
        (np.zeros((1, 3), np.int64), np.zeros((2, 3), bool)),
        (np.zeros((2, 3), np.int64), np.zeros((2, 4), bool)),
        (np.zeros((2, 3), np.int64), np.zeros((2, 3), np.int8)),
        (np.zeros((3, 2), np.int64).T, np.zeros((2, 3), bool)),
    ],
)
@pytest.mark.parametrize("mode", ["constant", "wrap"])
def test_a_buffer_that_does_not_fit_is_refused(array, mask, mode):
    plan = planned(Ragged.from_lists([[1, 2, 3], [4]]), TensorRecipe(dtype="int64", mode=mode))
    with pytest.raises(ContentError) as caught:
        plan.block("x", [0, 1], out=Padded(array, mask, np.zeros(2, np.int64)))
    assert caught.value.code == "bad-buffer"


@pytest.mark.parametrize("value", [0, 0.0, -0.0, 3])
@pytest.mark.parametrize("padding", ["pre", "both"])
def test_large_blocks_in_memory_that_is_zero_already_are_those_of_small_ones(monkeypatch, padding, value):
    rng = np.random.default_rng(1)
    lengths = rng.integers(0, 120, 40)
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    column = Ragged(rng.random(int(offsets[-1])).astype(np.float32) + 1, offsets)
    recipe = TensorRecipe(maxlen=90, padding=padding, value=value)
    monkeypatch.setattr(kernels, "_ready", {4})
    small = pad(column, recipe)
    monkeypatch.setattr(block, "FRESH_BYTES", 0)
    large = pad(column, recipe)
    assert large.array.tobytes() == small.array.tobytes()
    assert large.mask.tobytes() == small.mask.tobytes()
    bits = np.float32(value).tobytes()
    assert {row[~real].tobytes() for row, real in zip(large.array, large.mask, strict=True)} == {
        bits * int((~real).sum()) for real in large.mask
    }


@pytest.mark.parametrize("path", sorted(PATHS))
@pytest.mark.parametrize("dtype", ["int32", "int64", "float32"])
def test_every_missing_value_is_a_loss_unless_a_float_holds_nan(path, dtype, monkeypatch):
    monkeypatch.setattr(kernels, "kernel_for", PATHS[path])
    values = np.array([[1, 2], [3, 4], [5, 6]])
    column = Ragged(values, np.array([0, 2, 3]), missing=np.array([False, True, False]))
    padded = pad(column, TensorRecipe(dtype=dtype, lossy="allow", padding="pre", value=9))
    gone = np.nan if dtype == "float32" else 0
    wanted = np.array([[[1, 2], [gone, gone]], [[9, 9], [5, 6]]], dtype)
    np.testing.assert_array_equal(padded.array, wanted)
    assert padded.lost == (0 if dtype == "float32" else 2)
