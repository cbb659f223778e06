"""Rows and tensors that disagree: counted by hand, and silent where rows differ by nature."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.checks.agreement import check_odd, check_together
from padviewer.core.checks.lengths import check_lengths
from padviewer.core.checks.plan import check


def planned(**columns):
    made = {
        name: rows if isinstance(rows, Ragged) else Ragged.from_lists(rows) for name, rows in columns.items()
    }
    data = Dataset(made)
    recipe = fit(Recipe({name: TensorRecipe() for name in made}), data)
    return resolve(recipe, prepare(recipe, data))


def of_lengths(lengths):
    return [[1] * length for length in lengths]


def odd(rows):
    return check_odd(planned(x=rows).of("x"))


# -- lengths ---------------------------------------------------------------------------------------
def test_one_row_of_another_length_is_named():
    (found,) = odd(of_lengths([120] * 6 + [16] + [120] * 3))
    assert (found.level, found.code, found.count, found.rows) == ("warning", "odd-length", 1, (6,))
    assert found.message == (
        "1 of 10 rows of “x” has another length than the others. "
        "Row 6 has 16 steps, the others have 120 each."
    )


def test_several_rows_are_counted():
    (found,) = odd(of_lengths([5] * 30 + [4, 6, 0] + [5] * 3))
    assert (found.count, found.rows) == (2, (30, 31))
    assert found.message == (
        "2 of 35 rows of “x” have another length than the others. "
        "The first, row 30, has 4 steps; 33 rows have 5 each."
    )


@pytest.mark.parametrize(
    "lengths",
    [
        [5] * 8 + [4, 4],  # 80 %
        [5] * 8 + [4],  # nine rows are no rule
        [5] * 20,
        [1] * 40 + [2],  # mostly single steps are sparse data
        [5] * 20 + [0],  # an empty row is a finding of its own
        list(range(40)),
        [0] * 12,
    ],
)
def test_rows_that_differ_by_nature_are_left_alone(lengths):
    assert odd(of_lengths([*lengths, *([] if any(lengths) else [1])])) == ()


@given(st.lists(st.integers(0, 6), min_size=1, max_size=40), st.integers(2, 5), st.integers(0, 120))
def test_the_rule_is_nine_in_ten(lengths, common, times):
    lengths = [*lengths, *[common] * times, 1]
    full = [length for length in lengths if length]
    most = max(set(full), key=full.count)
    others = [row for row, length in enumerate(lengths) if length not in (0, most)]
    is_rule = len(full) >= 10 and most > 1 and others and len(others) * 10 <= len(full)
    found = odd(of_lengths(lengths))
    assert [one.rows for one in found] == ([tuple(others)] if is_rule else [])


def test_an_outlier_is_one_fact():
    own = planned(x=of_lengths([2] * 199 + [100])).of("x")
    said = check_lengths(own)
    assert [one.code for one in said] == ["outlier"]
    assert check_odd(own, said) == ()
    assert "odd-length" not in {one.code for one in check(planned(x=of_lengths([2] * 199 + [100])))}


# -- sizes of steps --------------------------------------------------------------------------------
def test_a_row_with_fewer_features_is_named():
    (found,) = odd([[[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], [[0.7, 0.8, 0.9]], [[1.0, 1.1], [1.2, 1.3]]])
    assert (found.level, found.code, found.count, found.rows) == ("warning", "odd-size", 1, (2,))
    assert found.message == (
        "1 of 3 rows of “x” has steps of another size than the others. "
        "Row 2 has steps of 2 values, the other rows have steps of 3."
    )


def test_in_many_rows_a_single_step_is_enough():
    rows = [[[1, 2, 3]] * (at % 4) for at in range(40)]
    rows[7] = [[1, 2, 3], [1, 2, 3, 4]]
    rows[11] = [[1]]
    (found,) = odd(rows)
    assert (found.count, found.rows) == (2, (7, 11))
    assert "Row 7 has steps of 4 values, the other rows have steps of 3." in found.message
    column = Ragged.from_lists(rows)
    recipe = fit(Recipe({"x": TensorRecipe()}), Dataset({"x": column[5:40]}))
    own = resolve(recipe, prepare(recipe, Dataset({"x": column[5:40]}))).of("x")
    assert check_odd(own)[0].rows == (2, 6)


@pytest.mark.parametrize(
    "rows",
    [
        [[[1, 2], [3]], [[4, 5, 6]], [[7], [8, 9]]],  # sentences of words
        [[[1, 2]], [[1, 2, 3]]],  # two rows: which is odd?
        [[[1] * 3], [[1] * 4], [[1] * 5], [[1] * 6]],
        [[[1] * (at % 5 + 1)] for at in range(50)],
    ],
)
def test_steps_that_differ_by_nature_are_left_alone(rows):
    assert odd(rows) == ()


def test_a_few_images_of_another_width_are_no_rule():
    images = Ragged.from_lists([[[1, 2, 3]] * 3, [[1, 2, 3]] * 2, [[1, 2]] * 3])
    narrow = Ragged(Ragged(images.flat.astype(np.uint8), images.nested.offsets), images.offsets)
    assert odd(narrow) == ()


# -- tensors that line up --------------------------------------------------------------------------
def test_tokens_and_tags_that_disagree_are_an_error_with_rows():
    plan = planned(tokens=of_lengths([3, 4, 1]), tags=of_lengths([3, 5, 1]))
    (found,) = check_together(plan)
    assert (found.level, found.code, found.count, found.rows) == ("error", "lengths-disagree", 1, (1,))
    assert found.message == (
        "“tokens” and “tags” line up step by step, but not in 1 of 3 rows. Row 1 has 4 tokens and 5 tags."
    )
    assert found in check(plan)


def test_each_tensor_is_said_to_disagree_once():
    lengths = [3, 4, 1, 2]
    plan = planned(a=of_lengths(lengths), b=of_lengths(lengths), c=of_lengths([3, 4, 1, 5]))
    assert [one.where for one in check_together(plan)] == ["c"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([3, 4, 1], [3, 4, 1]),
        ([4, 3, 2], [2, 4, 0]),  # a question and its answer
        ([2] * 9 + [3], [2] * 9 + [4]),  # the same everywhere else: that is no lining up
        ([5, 5, 5], [4, 4, 4]),
    ],
)
def test_tensors_that_do_not_line_up_may_disagree(one, other):
    assert check_together(planned(a=of_lengths(one), b=of_lengths(other))) == ()


def test_random_lengths_do_not_line_up():
    rng = np.random.default_rng(7)
    for most in (2, 3, 5, 20):
        for _ in range(50):
            a, b = rng.integers(1, most + 1, (2, 40)).tolist()
            assert check_together(planned(a=of_lengths(a), b=of_lengths(b))) == ()
