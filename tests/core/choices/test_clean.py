"""Fill against lists in which the constant stands where a value is missing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Fill, Ragged, Recipe, TensorRecipe
from padviewer.core.choices import recipe_file
from padviewer.core.errors import ChoiceError, ContentError

INF = float("inf")
CONSTANTS = {"integer": 7, "float": 0.25, "text": "né", "boolean": True}
LEAVES = {
    "integer": st.integers(-5, 5),
    "float": st.floats(-5, 5),
    "text": st.sampled_from(["", "a", "bé"]),
    "boolean": st.booleans(),
}


@given(st.sampled_from(sorted(LEAVES)), st.integers(0, 2), st.data(), st.integers(0, 4), st.integers(0, 4))
def test_missing_values_become_the_constant_row_by_row(kind, depth, data, start, stop):
    rows = st.none() | LEAVES[kind]
    for _ in range(depth):
        rows = st.lists(rows, max_size=4)
    rows = [*data.draw(st.lists(rows, max_size=4)), row_with_a_value(depth, data, kind)]
    constant = CONSTANTS[kind]
    column = Ragged.from_lists(rows, ragged_axes=depth or None)
    assert column.kind == kind
    filled = filled_lists(rows, constant)
    change = Fill(constant)
    assert change.fit(column) is change.fit_pieces([column]) is change
    got = change.transform(column)
    assert got.to_lists() == filled
    assert got.leaf.missing is None
    assert got.dtype == column.dtype
    assert change.transform(column[start:stop]).to_lists() == filled[start:stop]
    count = sum(1 for value in leaves(rows) if value is None)
    assert sum(found.count for found in change.findings(column, got)) == count


def row_with_a_value(depth, data, kind):
    """Return one row that holds a value, so that the column's kind is known."""
    value = data.draw(LEAVES[kind])
    for _ in range(depth):
        value = [value]
    return value


def leaves(rows):
    for row in rows:
        if isinstance(row, list):
            yield from leaves(row)
        else:
            yield row


def filled_lists(rows, constant):
    if isinstance(rows, list):
        return [filled_lists(row, constant) for row in rows]
    return constant if rows is None else rows


def test_the_source_stays_as_it_is():
    column = Ragged.from_lists([[1, None]])
    Fill(9).transform(column)
    assert column.to_lists() == [[1, None]]


def test_only_the_rows_own_values_are_copied():
    column = Ragged.from_lists([[1.0, float("nan")]] * 50)
    assert Fill(0).transform(column[3:5]).flat.size == 4


def test_infinite_values_stay():
    column = Ragged.from_lists([[float("inf"), float("nan"), 1.0]])
    assert Fill(0).transform(column).to_lists() == [[float("inf"), 0.0, 1.0]]


def test_a_missing_step_is_filled_with_all_its_features():
    column = Ragged(np.ones((3, 2), int), np.array([0, 1, 3]), missing=np.array([False, True, False]))
    assert Fill(5).transform(column).to_lists() == [[[1, 1]], [[5, 5], [1, 1]]]


@pytest.mark.parametrize(
    ("rows", "value", "code"),
    [
        ([[1, None]], "a", "fill-kind"),
        (["a", None], 1, "fill-kind"),
        ([[1, None]], 0.5, "fill-range"),
        ([[1, None]], 2**63, "fill-range"),
        ([[True, None]], 2, "fill-range"),
    ],
)
def test_a_constant_that_does_not_fit_is_refused(rows, value, code):
    with pytest.raises(ContentError) as caught:
        Fill(value).fit(Ragged.from_lists(rows))
    assert caught.value.code == code


@pytest.mark.parametrize("value", [0, "a"])
def test_categories_cannot_be_filled(value):
    column = Ragged(np.array([0, -1], np.int32), np.array([0, 2]), dictionary=("x",))
    with pytest.raises(ContentError, match="categories cannot be filled"):
        Fill(value).transform(column)


@pytest.mark.parametrize("value", [None, [1], float("nan"), 1j])
def test_a_constant_is_a_number_or_a_text(value):
    with pytest.raises(ChoiceError) as caught:
        Fill(value)
    assert caught.value.field == "fill"


def test_it_says_how_many_and_with_what():
    column = Ragged.from_lists([[1, None, None]])
    (found,) = Fill(7).findings(column, Fill(7).transform(column))
    assert (found.level, found.code, found.count) == ("info", "filled", 2)
    assert "7" in found.message
    column = Ragged.from_lists([[1]])
    assert Fill(7).findings(column, Fill(7).transform(column)) == ()


def test_there_is_nothing_to_fit():
    assert Fill(1).fitted
    assert Fill(1).chosen() == Fill(1)
    assert Fill(0.5).to_table() == {"kind": "fill", "value": 0.5}


def test_infinite_values_are_filled_where_that_is_wanted():
    rows = [[1.0, INF, -INF], [float("nan"), 2.5]]
    column = Ragged.from_lists(rows)
    array = np.concatenate([np.array(row) for row in rows])
    for infinite, gone in ((False, np.isnan(array)), (True, ~np.isfinite(array))):
        change = Fill(7.0, infinite)
        got = change.transform(column)
        assert np.array_equal(got.flat, np.where(gone, 7.0, array))
        (found,) = change.findings(column, got)
        assert found.count == gone.sum()
    assert found.message.startswith("Missing and infinite values: ")
    (found,) = Fill(7.0, infinite=True).findings(Ragged.from_lists([[float("nan")]]), got)
    assert (found.count, found.message.startswith("Missing values: ")) == (1, True)


def test_a_fill_of_infinite_values_is_saved_with_the_recipe():
    for change, table in (
        (Fill(7.0), {"kind": "fill", "value": 7.0}),
        (Fill(7.0, infinite=True), {"kind": "fill", "value": 7.0, "infinite": True}),
    ):
        assert change.to_table() == table
        recipe = Recipe({"x": TensorRecipe(transforms=(change,))})
        text, _ = recipe_file.to_toml(recipe)
        assert recipe_file.from_toml(text, lambda _: b"", Recipe) == recipe


@pytest.mark.parametrize(
    ("value", "infinite", "says"),
    [
        (0, "yes", "true or false, not 'yes'"),
        (0, 1, "true or false, not 1"),
        (INF, True, "with a finite number"),
    ],
)
def test_a_fill_of_infinite_values_that_cannot_be(value, infinite, says):
    with pytest.raises(ChoiceError, match=says):
        Fill(value, infinite)
