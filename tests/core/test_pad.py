"""pad() by hand and through every path; pad_sequences is in test_keras_padding.py."""

import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import (
    Dataset,
    Fill,
    Ragged,
    Recipe,
    TensorRecipe,
    fit,
    kernels,
    pad,
    pad_sequences,
    prepare,
    resolve,
)
from padviewer.core.errors import ChoiceError, ContentError, LossError
from padviewer.core.kernels import compiled, pad_rows
from padviewer.core.padded import Padded


def from_source(*arguments):
    with np.errstate(over="ignore"):
        pad_rows(*arguments)


MODULE = sys.modules["padviewer.core.pad"]  # the package has a function of that name
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
            patch.setattr(MODULE, "PIECE_CELLS", piece)
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


def test_the_defaults_by_hand():
    padded = pad(Ragged.from_lists([[1, 2, 3, 4], [5, 6], []]))
    assert padded.array.tolist() == [[1, 2, 3, 4], [5, 6, 0, 0], [0, 0, 0, 0]]
    assert padded.array.dtype == np.int32
    assert padded.mask.tolist() == [[True] * 4, [True, True, False, False], [False] * 4]
    assert padded.lengths.tolist() == [4, 2, 0]
    assert padded.lost == 0


def test_choices_by_hand():
    column = Ragged.from_lists([[1, 2, 3, 4, 5], [6]])
    choice = TensorRecipe(padding="pre", truncating="pre", maxlen=3, value=-1, dtype="int8", multiple_of=4)
    padded = pad(column, choice)
    assert padded.array.tolist() == [[2, 3, 4, 5], [-1, -1, -1, 6]]
    assert padded.array.dtype == np.int8


def test_pad_is_the_block_of_a_plan_over_all_rows():
    column = Ragged.from_lists([[[1], [2, 3]], [], [[4]]], ragged_axes=2)
    choice = TensorRecipe(padding=("pre", "post"), mode=("constant", "edge"))
    block = planned(column, choice).block("x", slice(None))
    padded = pad(column, choice)
    np.testing.assert_array_equal(padded.array, block.array)
    np.testing.assert_array_equal(padded.mask, block.mask)
    assert padded.array.shape == (3, 2, 2)


def test_rows_of_one_fixed_shape_are_padded_too():
    padded = pad(Ragged(np.arange(12, dtype=np.float32).reshape(2, 3, 2)), TensorRecipe(maxlen=4))
    assert padded.array.shape == (2, 4, 2)
    assert padded.mask.tolist() == [[True, True, True, False]] * 2


def test_values_that_are_not_contiguous_are_padded_too():
    values = np.arange(20, dtype=np.int64)[::2]
    column = Ragged(values, np.array([0, 4, 10]))
    compiled(8)
    assert pad(column).array.tolist() == [[0, 2, 4, 6, 0, 0], [8, 10, 12, 14, 16, 18]]


def test_values_of_another_byte_order_are_padded_too():
    column = Ragged(np.array([1, 2, 300], ">i4"), np.array([0, 1, 3]))
    compiled(4)
    assert pad(column).array.tolist() == [[1, 0], [2, 300]]


def test_no_rows_and_a_number_give_no_rows():
    assert pad(Ragged.from_lists([[1]])[:0], TensorRecipe(maxlen=3)).array.shape == (0, 3)


def test_what_cannot_be_padded_is_refused():
    with pytest.raises(ChoiceError) as choice:
        pad(Ragged.from_lists([[1]]), TensorRecipe(transforms=(Fill(),)))
    assert choice.value.field == "transforms"
    for column, code in (
        (Ragged.from_lists([1, 2]), "not-a-sequence"),
        (Ragged.from_lists(["a"]), "needs-encoding"),
        (Ragged.from_lists([["a"]]), "needs-encoding"),
        (Ragged.from_lists([[], []]), "all-empty"),
    ):
        with pytest.raises(ContentError) as caught:
            pad(column)
        assert caught.value.code == code


def test_a_lost_value_is_refused_and_counted_where_it_is_allowed():
    column = Ragged.from_lists([[0.5, 1.0], [300.0]])
    with pytest.raises(LossError, match=r"2 values of “x”.*int8"):
        pad(column, TensorRecipe(dtype="int8"))
    allowed = pad(column, TensorRecipe(dtype="int8", lossy="allow"))
    assert (allowed.lost, allowed.array.tolist()) == (2, [[0, 1], [127, 0]])


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


def test_findings_are_there():
    padded = pad(Ragged.from_lists([[1, 2, 3], [], [0]]), TensorRecipe(maxlen=2))
    codes = {finding.code for finding in padded.findings}
    assert padded.findings is padded.findings
    assert all(finding.count >= 1 for finding in padded.findings)
    assert codes


def test_the_two_functions_say_different_things_of_a_fraction():
    """pad_sequences cuts 0.5 to 0 as Keras does; pad keeps it."""
    assert pad_sequences([[0.5]]).tolist() == [[0]]
    assert pad(Ragged.from_lists([[0.5]])).array.tolist() == [[0.5]]


@pytest.mark.parametrize("truncating", ["pre", "post", "middle"])
@pytest.mark.parametrize("padding", ["pre", "post", "both"])
@pytest.mark.parametrize("dtype", ["int32", "int64", "float32"])
def test_cells_from_the_kernel_are_those_of_index_arithmetic(monkeypatch, dtype, padding, truncating):
    rng = np.random.default_rng(0)
    lengths = [0, 3, 9, 5, 1, 14, 8]
    flat = rng.integers(1, 99, sum(lengths)).astype(dtype)
    if dtype == "float32":
        flat[::5] = np.nan
    column = Ragged(flat, np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64))
    dataset = Dataset({"x": column}, roles={"x": "sequence"})
    choice = TensorRecipe(column="x", maxlen=7, padding=padding, truncating=truncating, value=-1)
    recipe = fit(Recipe({"x": choice}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    monkeypatch.setattr(kernels, "_ready", {4, 8})
    assert MODULE.quick_cells(plan.of("x"), slice(None), np.arange(7)) is not None
    for rows in (slice(None), slice(2, 6), [5, 0, 2, 2], slice(6, 0, -2)):
        for cols in (slice(None), slice(1, 7), [6, 5, 4, 3, 2, 1, 0], slice(2, 4)):
            values, kinds = plan.cells("x", rows, cols)
            with monkeypatch.context() as patch:
                patch.setattr(kernels, "_ready", set())
                slow_values, slow_kinds = plan.cells("x", rows, cols)
            assert values.dtype == slow_values.dtype
            np.testing.assert_array_equal(values, slow_values)
            np.testing.assert_array_equal(kinds, slow_kinds)


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
    monkeypatch.setattr(MODULE, "FRESH_BYTES", 0)
    large = pad(column, recipe)
    assert large.array.tobytes() == small.array.tobytes()
    assert large.mask.tobytes() == small.mask.tobytes()
    bits = np.float32(value).tobytes()
    assert {row[~real].tobytes() for row, real in zip(large.array, large.mask, strict=True)} == {
        bits * int((~real).sum()) for real in large.mask
    }
