"""Plans against an oracle of Python lists and numpy.pad that shares no code with them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import CellKind, Dataset, Ragged, Recipe, Rows, TensorRecipe, fit, prepare, resolve
from padviewer.core.errors import ChoiceError, ContentError, LossError
from tests.core.padding.plan_cases import MODES, cases, kept_indices, kept_lists, left_of, planned


def pick(draw_from, count, data):
    return data.draw(st.lists(st.integers(0, count - 1), max_size=8)) if count else []


# -- properties ------------------------------------------------------------------------------------
@given(cases())
def test_a_block_is_what_lists_and_numpy_pad_give(case):
    plan = case.plan
    block = plan.block("x", slice(None))
    wanted = case.expected(plan.dtype("x"))
    assert block.array.dtype == plan.dtype("x")
    assert block.array.shape == plan.shape("x") == wanted.values.shape
    assert block.mask.shape == plan.mask_shape("x")
    np.testing.assert_array_equal(block.mask, wanted.mask)
    np.testing.assert_array_equal(block.array, wanted.values)


@given(cases(), st.data())
def test_cells_are_the_columns_of_the_block(case, data):
    plan = case.plan
    rows = pick("rows", len(case.rows), data)
    cols = pick("cols", case.axes[0][0], data)
    values, kinds = plan.cells("x", rows, cols)
    block = plan.block("x", rows)
    np.testing.assert_array_equal(values, block.array[:, cols])
    real = block.mask[:, cols][(..., *(None,) * len(case.inner))]
    np.testing.assert_array_equal(kinds != CellKind.PAD, np.broadcast_to(real, kinds.shape))
    wanted = case.expected(plan.dtype("x"))
    np.testing.assert_array_equal(kinds, wanted.kinds[rows][:, cols])
    assert kinds.dtype == np.uint8


@given(cases(), st.data())
def test_cells_of_one_inner_index_are_those_of_all(case, data):
    plan = case.plan
    inside = plan.shape("x")[2:]
    at = tuple(data.draw(st.integers(0, side - 1)) for side in inside)
    whole, kinds = plan.cells("x", slice(None), slice(None))
    values, some = plan.cells("x", slice(None), slice(None), at=at)
    np.testing.assert_array_equal(values, whole[(slice(None), slice(None), *at)])
    np.testing.assert_array_equal(some, kinds[(slice(None), slice(None), *at)])


@given(cases(), st.data())
def test_blocks_add_up(case, data):
    plan = case.plan
    a, b = pick("a", len(case.rows), data), pick("b", len(case.rows), data)
    first, second, both = (plan.block("x", rows) for rows in (a, b, a + b))
    np.testing.assert_array_equal(both.array, np.concatenate([first.array, second.array]))
    np.testing.assert_array_equal(both.mask, np.concatenate([first.mask, second.mask]))
    assert both.lost == first.lost + second.lost


@given(cases())
def test_the_mask_comes_from_slots_alone(case):
    """Other values, and values equal to the fill, leave the mask as it is."""
    mask = case.plan.block("x", slice(None)).mask
    leaf = case.column.leaf
    for values in (np.full_like(leaf.flat, case.choice.value), leaf.flat[::-1].copy()):
        other = Ragged(values, leaf.row_offsets)
        column = other if case.column.nested is None else Ragged(other, case.column.offsets)
        np.testing.assert_array_equal(planned(column, case.choice).block("x", slice(None)).mask, mask)


@given(cases(ragged_axes=1))
def test_the_mask_is_where_slots_are_real(case):
    plan = case.plan
    slots = plan.slots("x", slice(None))
    width = plan.shape("x")[1]
    real = slots.real(slots.steps(np.arange(width)))
    np.testing.assert_array_equal(plan.block("x", slice(None)).mask, real)
    np.testing.assert_array_equal(plan.block("x", slice(None)).lengths, slots.kept)


@given(cases())
def test_unpad_gives_back_the_kept_steps(case):
    plan = case.plan
    dtype = plan.dtype("x")
    missing = float("nan") if dtype.kind == "f" else 0

    def plain(node):
        if node is None:
            return np.full(case.inner, missing).tolist() if case.inner else missing
        if isinstance(node, list):
            return [plain(one) for one in node]
        return node.astype(dtype).tolist()

    got = plan.block("x", slice(None)).unpad()
    wanted = [plain(kept_lists(row, case.axes)) for row in case.rows]
    assert got.dtype == dtype.name
    assert got.ragged_axes == len(case.axes)
    np.testing.assert_equal(got.to_lists(), wanted)


@given(cases(), st.data(), st.integers(1, 30))
def test_kept_values_are_the_real_cells_before_the_cast(case, data, steps):
    plan = case.plan
    rows = pick("rows", len(case.rows), data)

    def steps_of(row):
        kept = kept_lists(case.rows[row], case.axes)
        return kept if len(case.axes) == 1 else [step for inside in kept for step in inside]

    def check(kept, numbers):
        wanted = [(row, step) for row in numbers for step in steps_of(row)]
        assert kept.rows.tolist() == [row for row, _ in wanted]
        assert kept.values.dtype == case.column.flat.dtype
        gone = kept.missing if kept.missing is not None else np.zeros(len(wanted), bool)
        for value, missing, (_, one) in zip(kept.values, gone, wanted, strict=True):
            assert missing == (one is None)
            if one is not None:
                np.testing.assert_array_equal(value, one)

    check(plan.kept("x", rows), rows)
    pieces = list(plan.kept_pieces("x", steps))
    values = [piece.values for piece in pieces]
    whole = plan.kept("x", slice(None))
    if values:
        np.testing.assert_array_equal(np.concatenate(values), whole.values)
        assert np.concatenate([piece.rows for piece in pieces]).tolist() == whole.rows.tolist()
    else:
        assert not case.rows


@given(cases())
def test_lengths_count_what_was_kept(case):
    block = case.plan.block("x", slice(None))
    kept = [kept_lists(row, case.axes) for row in case.rows]
    if len(case.axes) == 1:
        assert block.lengths.tolist() == [len(row) for row in kept]
        return
    outer, inner = block.lengths
    assert outer.tolist() == [len(row) for row in kept]
    found = [lengths[mask].tolist() for lengths, mask in zip(inner, block.outer_masks[0], strict=True)]
    assert found == [[len(one) for one in row] for row in kept]
    assert block.lengths[1].sum() == block.mask.sum()


@given(cases(), st.data())
def test_locate_agrees_with_the_block_and_the_source(case, data):
    if not case.rows:
        return
    plan = case.plan
    shape = plan.shape("x")
    row, col, *at = (data.draw(st.integers(0, side - 1)) for side in shape)
    found = plan.locate("x", row, col, at=tuple(at))
    block = plan.block("x", [row])
    np.testing.assert_equal(found.value, block.array[(0, col, *at)].item())
    assert found.row == row
    assert found.kind == case.expected(plan.dtype("x")).kinds[(row, col, *at)]
    width, padding, truncating, _ = case.axes[0]
    kept = kept_indices(len(case.rows[row]), width, truncating)
    p = col - left_of(width - len(kept), padding)
    assert found.step == (kept[p] if 0 <= p < len(kept) else -1)
    if found.kind in (CellKind.PAD, CellKind.MISSING):
        assert found.source is None
    elif len(case.axes) == 1:
        assert found.source == case.rows[row][found.step][tuple(at)]
    else:
        inside = case.rows[row][found.step]
        width, padding, truncating, _ = case.axes[1]
        kept = kept_indices(len(inside), width, truncating)
        step = kept[at[0] - left_of(width - len(kept), padding)]
        assert found.source == inside[step][tuple(at[1:])]


@given(cases(), st.data())
def test_rows_are_taken_in_any_order(case, data):
    plan = case.plan
    whole = plan.block("x", slice(None))
    rows = pick("rows", len(case.rows), data)
    start, stop, step = data.draw(st.slices(len(case.rows)).map(lambda s: (s.start, s.stop, s.step)))
    for wanted in (rows, np.array(rows, np.int32), slice(start, stop, step), range(len(case.rows))):
        block = plan.block("x", wanted)
        index = list(wanted) if isinstance(wanted, range) else wanted
        if isinstance(index, list):
            index = np.array(index, np.int64)
        np.testing.assert_array_equal(block.array, whole.array[index])
        np.testing.assert_array_equal(block.mask, whole.mask[index])


@given(cases())
def test_the_cost_is_that_of_the_arrays(case):
    plan = case.plan
    block = plan.block("x", slice(None))
    cost = plan.cost("x")
    lengths = block.lengths if isinstance(block.lengths, tuple) else (block.lengths,)
    assert (cost.array, cost.mask) == (block.array.nbytes, block.mask.nbytes)
    assert cost.lengths == sum(one.nbytes for one in lengths)
    assert (cost.cells, cost.real) == (block.mask.size, int(block.mask.sum()))
    assert cost.total == cost.array + cost.mask + cost.lengths


@given(cases(), st.integers(1, 400))
def test_blocks_cover_every_row_once(case, nbytes):
    plan = case.plan
    slices = list(plan.blocks("x", nbytes=nbytes))
    assert [row for one in slices for row in range(one.start, one.stop)] == list(range(len(case.rows)))
    a_row = plan.cost("x").total / max(len(case.rows), 1)
    assert all(one.stop - one.start == 1 or (one.stop - one.start) * a_row <= nbytes for one in slices)


@given(cases(ragged_axes=1), st.integers(0, 6), st.integers(1, 6))
def test_a_recipe_of_some_rows_is_the_plan_of_the_sliced_column(case, start, count):
    some = planned(case.column, case.choice, rows=Rows(start, start + count))
    sliced = planned(case.column[start : start + count], case.choice)
    one, other = some.block("x", slice(None)), sliced.block("x", slice(None))
    assert len(some) == len(sliced)
    np.testing.assert_array_equal(one.array, other.array)
    np.testing.assert_array_equal(one.mask, other.mask)
    if len(some):
        assert some.locate("x", 0, 0).row == start


@given(cases(ragged_axes=1))
def test_edges_say_on_which_side_was_cut(case):
    plan = case.plan
    edges = plan.edges("x", slice(None), slice(None))
    width, padding, truncating, _ = case.axes[0]
    for row, found in zip(case.rows, edges.tolist(), strict=True):
        kept = kept_indices(len(row), width, truncating)
        left = left_of(width - len(kept), padding)
        wanted = [0] * width
        for p, i in enumerate(kept):
            if i + 1 < len(row) and i + 1 not in kept:
                wanted[left + p] = 1
            elif i > 0 and i - 1 not in kept:
                wanted[left + p] = -1
        assert found == wanted


# -- named rules -----------------------------------------------------------------------------------
def test_both_puts_the_odd_cell_right():
    block = planned(Ragged.from_lists([[1, 2], [3]]), TensorRecipe(maxlen=5, padding="both")).block(
        "x", [0, 1]
    )
    assert block.array.tolist() == [[0, 1, 2, 0, 0], [0, 0, 3, 0, 0]]


def test_middle_keeps_the_larger_half_at_the_head():
    column = Ragged.from_lists([[1, 2, 3, 4, 5, 6]])
    assert planned(column, TensorRecipe(maxlen=5, truncating="middle")).block("x", [0]).array.tolist() == [
        [1, 2, 3, 5, 6]
    ]
    plan = planned(column, TensorRecipe(maxlen=3, truncating="middle"))
    assert plan.block("x", [0]).array.tolist() == [[1, 2, 6]]
    assert plan.cells("x", [0], [0, 1, 2])[1].tolist() == [
        [CellKind.REAL, CellKind.CUT_EDGE, CellKind.CUT_EDGE]
    ]


def test_an_empty_row_takes_the_value_in_every_mode():
    column = Ragged.from_lists([[], [4, 5]])
    for mode in MODES[1:]:
        block = planned(column, TensorRecipe(maxlen=3, value=9, mode=mode)).block("x", [0])
        assert block.array.tolist() == [[9, 9, 9]]
        assert not block.mask.any()


def test_a_column_of_no_values_at_all_is_all_padding():
    plan = planned(Ragged.from_lists([[], []]), TensorRecipe(maxlen=2, value=-1))
    assert plan.block("x", [0, 1]).array.tolist() == [[-1, -1], [-1, -1]]
    assert plan.locate("x", 0, 0).kind == CellKind.PAD


def test_two_ragged_axes_without_one_inner_row_are_all_padding():
    inner = Ragged(np.zeros(0, np.int32), np.zeros(1, np.int64))
    plan = planned(Ragged(inner, np.zeros(3, np.int64)), TensorRecipe(maxlen=(1, 2), value=5))
    assert plan.block("x", [0, 1]).array.tolist() == [[[5, 5]], [[5, 5]]]


def test_a_missing_integer_is_refused_by_an_integer_tensor_and_nan_in_a_float_one():
    column = Ragged.from_lists([[1, None, 3], [4]])
    with pytest.raises(LossError, match="1 value of “x” is missing") as caught:
        planned(column, TensorRecipe()).block("x", slice(None))
    assert caught.value.code == "missing-values"
    allowed = planned(column, TensorRecipe(lossy="allow")).block("x", slice(None))
    assert (allowed.array.tolist(), allowed.lost) == ([[1, 0, 3], [4, 0, 0]], 1)
    floats = planned(column, TensorRecipe(dtype="float32")).block("x", slice(None))
    np.testing.assert_array_equal(floats.array, np.array([[1, np.nan, 3], [4, 0, 0]], np.float32))


def test_losses_in_what_was_cut_away_or_in_padding_do_not_count():
    column = Ragged.from_lists([[0.5, 1.0, 2.0]])
    assert planned(column, TensorRecipe(maxlen=2, truncating="pre", dtype="int32")).block("x", [0]).lost == 0
    copied = planned(column, TensorRecipe(maxlen=6, dtype="int32", mode="wrap", lossy="allow"))
    assert copied.block("x", [0]).lost == 1
    assert copied.block("x", [0]).array.tolist() == [[0, 1, 2, 0, 1, 2]]


def test_missing_values_copied_into_padding_count_once():
    column = Ragged.from_lists([[1, None]])
    block = planned(column, TensorRecipe(maxlen=4, mode="edge", lossy="allow")).block("x", [0])
    assert (block.array.tolist(), block.lost) == ([[1, 0, 0, 0]], 1)


@pytest.mark.parametrize("rows", [[3], [-1], np.array([0, 7])])
def test_rows_that_are_not_there_are_refused(rows):
    plan = planned(Ragged.from_lists([[1], [2], [3]]), TensorRecipe())
    with pytest.raises(ContentError, match="Rows go from 0 to 2"):
        plan.block("x", rows)


def test_columns_cells_parts_and_tensors_that_are_not_there_are_refused():
    plan = planned(Ragged.from_lists([[[1, 2]], [[3, 4]]]), TensorRecipe())
    with pytest.raises(ContentError, match="Columns go from 0 to 0"):
        plan.cells("x", [0], [1])
    with pytest.raises(ContentError, match="Columns go from 0 to 0"):
        plan.locate("x", 0, -1)
    with pytest.raises(ContentError, match="there is no"):
        plan.cells("x", [0], [0], at=(2,))
    with pytest.raises(ContentError, match="there is no"):
        plan.cells("x", [0], [0], at=(0, 0))
    with pytest.raises(ChoiceError, match="one part, number 0, not 1") as caught:
        plan.block("x", [0], part=1)
    assert caught.value.field == "part"
    with pytest.raises(ContentError, match="no tensor “y”"):
        plan.shape("y")


def test_locate_takes_the_first_inner_cell_where_none_is_named():
    plan = planned(Ragged.from_lists([[[1, 2]], [[3, 4]]]), TensorRecipe())
    assert plan.locate("x", 1, 0).value == 3


def test_resolve_needs_a_fitted_recipe_and_choices_for_every_axis():
    column = Ragged.from_lists([[1], [2, 3]])
    dataset = Dataset({"x": column}, roles={"x": "sequence"})
    with pytest.raises(ContentError, match="not fitted"):
        resolve(Recipe({"x": TensorRecipe()}), dataset)
    with pytest.raises(ContentError, match="padding has 2 values"):
        planned(column, TensorRecipe(padding=("pre", "post")))
    fitted = fit(Recipe({"x": TensorRecipe()}), dataset)
    with pytest.raises(ContentError, match="mode has 2 values"):
        resolve(fitted.with_tensor("x", mode=("edge", "wrap")), dataset)


def test_a_plan_has_several_tensors():
    dataset = Dataset({"a": Ragged.from_lists([[1], [2, 3]]), "b": Ragged.from_lists([[0.5], []])})
    fitted = fit(Recipe({"a": TensorRecipe(), "b": TensorRecipe(maxlen=3), "c": TensorRecipe("a")}), dataset)
    plan = resolve(fitted, prepare(fitted, dataset))
    assert plan.tensors == ("a", "b", "c")
    assert len(plan) == 2
    assert (plan.shape("a"), plan.shape("b")) == ((2, 2), (2, 3))
    assert plan.block("b", [0]).array.tolist() == [[0.5, 0, 0]]
    np.testing.assert_array_equal(plan.block("c", [0, 1]).array, plan.block("a", [0, 1]).array)
