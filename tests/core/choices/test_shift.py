"""Shift against Python's own whole numbers."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Dataset, Ragged, Recipe, Shift, TensorRecipe, Vocabulary, fit, prepare, resolve
from padviewer.core.errors import ChoiceError, ContentError

IDS = st.lists(st.lists(st.none() | st.integers(-40, 40), max_size=4), min_size=1, max_size=6)


@given(IDS, st.integers(-3, 3), st.integers(0, 5), st.integers(0, 5))
def test_the_least_value_becomes_the_wanted_one_and_all_move_with_it(rows, to, start, stop):
    rows = [*rows, [7]]
    column = Ragged.from_lists(rows)
    made = Shift(to).fit(column)
    by = to - min(value for row in rows for value in row if value is not None)
    assert made.by == by
    assert made.fit_pieces([]) is made
    wanted = [[None if value is None else value + by for value in row] for row in rows]
    got = made.transform(column)
    assert got.to_lists() == wanted
    assert made.transform(column[start:stop]).to_lists() == wanted[start:stop]
    assert made.findings(column, got) == ()
    assert made.chosen() == Shift(to)


def test_two_ragged_axes_and_fixed_inner_axes():
    nested = Ragged.from_lists([[[0, 3], [1]], [], [[2]]], ragged_axes=2)
    assert Shift(1).fit(nested).transform(nested).to_lists() == [[[1, 4], [2]], [], [[3]]]
    pairs = Ragged.from_lists([[[0, 3], [1, 1]], [[2, 2]]])
    assert Shift(1).fit(pairs).transform(pairs).to_lists() == [[[1, 4], [2, 2]], [[3, 3]]]


def test_a_column_without_a_value_is_not_moved():
    column = Ragged(np.zeros(0, np.int64), np.array([0, 0], np.int64))
    assert Shift(1).fit(column).by == 0


def test_later_values_below_the_least_are_counted_with_their_rows():
    made = Shift(1, by=-4)  # the least was 5
    rows = Ragged.from_lists([[5, 9], [4], [], [6, 2]])
    (found,) = made.findings(rows, made.transform(rows))
    assert (found.code, found.count, found.rows) == ("below-shift", 2, (1, 3))
    gone = replace(rows, missing=np.array([False, False, True, False, False]))
    assert made.findings(gone, made.transform(gone))[0].rows == (3,)
    nested = Ragged.from_lists([[[5], [9]], [[7], [1, 2]]], ragged_axes=2)
    assert made.findings(nested, made.transform(nested))[0].rows == (1,)
    assert Shift().findings(rows, rows) == ()


def test_unsigned_64_bits_stay_and_nothing_wraps():
    column = Ragged(np.array([2**63 + 5, 2**63], np.uint64), np.array([0, 2], np.int64))
    assert Shift(1).fit(column).transform(column).to_lists() == [[6, 1]]
    full = Ragged(np.array([2**64 - 1], np.uint64), np.array([0, 1], np.int64))
    with pytest.raises(ContentError, match="does not fit uint64"):
        Shift(1, by=1).transform(full)
    with pytest.raises(ContentError, match="does not fit int64"):
        Shift(1, by=1).transform(Ragged(np.array([2**63 - 1]), np.array([0, 1], np.int64)))


@pytest.mark.parametrize("value", [1.5, True, "1", 2**70])
def test_only_whole_numbers_are_a_shift(value):
    with pytest.raises(ChoiceError):
        Shift(value)


def test_only_whole_numbers_are_shifted():
    with pytest.raises(ContentError, match="float"):
        Shift(1).fit(Ragged.from_lists([[1.5]]))
    with pytest.raises(ContentError, match="not known"):
        Shift(1).transform(Ragged.from_lists([[1]]))
    with pytest.raises(ChoiceError):
        TensorRecipe(transforms=(Vocabulary(), Shift()))


def test_a_fitted_shift_travels_in_the_recipe(tmp_path):
    data = Dataset({"x": Ragged.from_lists([[0, 2], [1]])})
    recipe = fit(Recipe({"x": TensorRecipe(transforms=(Shift(1),))}), data)
    recipe.save(tmp_path / "r.toml")
    again = Recipe.load(tmp_path / "r.toml")
    assert again == recipe
    assert again.fitted["x"].transforms == (Shift(1, by=1),)
    new = Dataset({"x": Ragged.from_lists([[3], [5, 4]])})
    plan = resolve(again, prepare(again, new))
    assert plan.block("x", slice(None)).array.tolist() == [[4, 0], [6, 5]]
