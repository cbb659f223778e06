"""Findings about lengths: every message by eye, counts and rows by brute force."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import (
    Dataset,
    Ragged,
    Recipe,
    Rows,
    TensorRecipe,
    Tokenise,
    Vocabulary,
    fit,
    prepare,
    resolve,
)
from padviewer.core.checks import lengths as checks_lengths
from padviewer.core.checks.lengths import check_lengths
from padviewer.core.checks.plan import check
from padviewer.core.data.lengths import count_lengths
from padviewer.core.finding import MOST_ROWS

NARROW = "\u202f"
EMPTY_REMEDY = "Leave empty rows out, labels too."


def plan_of(rows, name="x", part=None, **choices):
    column = rows if isinstance(rows, Ragged) else Ragged.from_lists(rows)
    data = Dataset({name: column}, roles={name: "sequence"})
    recipe = fit(Recipe({name: TensorRecipe(**choices)}, part or Rows()), data)
    return resolve(recipe, prepare(recipe, data))


def of_lengths(lengths, **choices):
    return plan_of([[1] * length for length in lengths], **choices)


def found(findings, code):
    (one,) = [finding for finding in findings if finding.code == code]
    return one


def codes(findings):
    return [finding.code for finding in findings]


def by_words(by, *texts, maxlen=2):
    transforms = (Tokenise(by), Vocabulary())
    return plan_of(list(texts), "tokens", transforms=transforms, maxlen=maxlen)


def tell(plan, tensor="x", counts=None):
    return check_lengths(plan.of(tensor), counts)


# -- cut rows --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lengths", "truncating", "message"),
    [
        ([1, 3], "post", "1 row of “x” loses 1 step at its end. It is row 1, which has 3."),
        ([5, 1], "pre", "1 row of “x” loses 3 steps at its start. It is row 0, which has 5."),
        (
            [2, 4, 3], "middle",
            "2 rows of “x” lose 3 steps in their middle. The longest, row 1, loses 2 of 4.",
        ),
        ([3, 4, 4], "post", "3 rows of “x” lose 5 steps at their end. The longest, row 1, loses 2 of 4."),
        ([1500], "post", "1 row of “x” loses 1,498 steps at its end. It is row 0, which has 1,500."),
        (
            [3] * 1200 + [2] * 9 + [2002], "post",
            "1,201 rows of “x” lose 3,200 steps at their end. The longest, row 1209, loses 2,000 of 2,002.",
        ),
    ],
)  # fmt: skip
def test_rows_that_lose_steps_say_so(lengths, truncating, message):
    one = found(tell(of_lengths(lengths, maxlen=2, truncating=truncating), "x"), "steps-lost")
    assert one.message == message
    assert (one.level, one.where) == ("warning", "x")
    said = "Set maxlen to 3, which is p99" if len(lengths) > 1000 else f"Set maxlen to {max(lengths)}."
    assert one.remedy.startswith(said)  # one row in 1,210 is far longer
    rows = [row for row, length in enumerate(lengths) if length > 2]
    assert (one.count, list(one.rows)) == (len(rows), rows[:MOST_ROWS])


@pytest.mark.parametrize(
    ("by", "texts", "start"),
    [
        ("words", ("a b c", "a"), "1 row of “tokens” loses 1 word at its end."),
        ("words", ("a b c d", "a b c"), "2 rows of “tokens” lose 3 words at their end."),
        ("characters", ("abc",), "1 row of “tokens” loses 1 character at its end."),
        ("characters", ("abcd", ""), "1 row of “tokens” loses 2 characters at its end."),
    ],
)
def test_steps_have_the_encoders_word(by, texts, start):
    one = found(tell(by_words(by, *texts), "tokens"), "steps-lost")
    assert one.message.startswith(f"{start} ")


def test_tokens_that_came_as_lists_are_steps():
    plan = plan_of([["a", "b"], ["c"]], transforms=(Vocabulary(),), maxlen=1)
    assert tell(plan, "x")[0].message.startswith("1 row of “x” loses 1 step at its end.")


def test_a_tensor_without_loss_has_no_finding():
    assert tell(of_lengths([1, 2, 3]), "x") == ()
    assert check(of_lengths([1, 2, 3])) == ()


@given(st.lists(st.integers(0, 9), min_size=1, max_size=30), st.integers(1, 9), st.integers(0, 29), st.data())
def test_counts_and_rows_are_brute_forces_in_tensor_rows(lengths, maxlen, start, data):
    start = min(start, len(lengths) - 1)
    stop = data.draw(st.none() | st.integers(start + 1, 40))
    plan = of_lengths(lengths, part=Rows(start, stop), maxlen=maxlen)
    part = lengths[start:stop]
    said = {one.code: (one.count, one.rows) for one in tell(plan, "x")}
    cut = tuple(row for row, length in enumerate(part) if length > maxlen)
    empty = tuple(row for row, length in enumerate(part) if length == 0)
    for code, rows in (("steps-lost", cut), ("empty-rows", empty)):
        assert said.get(code, (0, ())) == (len(rows), rows)


def test_counts_that_somebody_has_already_are_taken():
    plan = of_lengths([1] * 200 + [500])
    counts = count_lengths(np.array([1] * 200 + [500]))
    assert tell(plan, "x", counts) == tell(plan, "x")


# -- two ragged axes -------------------------------------------------------------------------------
def nested(*rows):
    return Ragged.from_lists(list(rows), ragged_axes=2)


@pytest.mark.parametrize(
    ("rows", "count", "where", "message"),
    [
        ([[[1]], [[1, 1, 1]]], 1, (1,), "1 inner row of “x” loses 1 step. It has 3 of at most 2."),
        (
            [[[1] * 5, [1], [1] * 4], [], [[1] * 3]], 3, (0, 2),
            "3 inner rows of “x” lose 6 steps. The longest has 5 of at most 2.",
        ),
        (
            [[[1] * 1202] * 3], 3, (0,),
            "3 inner rows of “x” lose 3,600 steps. The longest has 1,202 of at most 2.",
        ),
    ],
)  # fmt: skip
def test_inner_rows_that_lose_steps_say_so(rows, count, where, message):
    one = found(tell(plan_of(nested(*rows), maxlen=(9, 2)), "x"), "inner-steps-lost")
    assert one.message == message
    assert (one.level, one.count, one.rows) == ("warning", count, where)
    longest = max(len(inner) for row in rows for inner in row)
    assert one.remedy == f"Set the maxlen of axis 2 to {longest}."


def test_inner_rows_that_are_cut_away_themselves_or_not_taken_do_not_count():
    column = nested([[1, 1, 1]], [[1]], [[1], [1, 1, 1]], [[1, 1]])
    assert "inner-steps-lost" not in codes(tell(plan_of(column, part=Rows(1, 3), maxlen=(1, 2)), "x"))
    one = found(tell(plan_of(column, part=Rows(1, 3), maxlen=(2, 2)), "x"), "inner-steps-lost")
    assert (one.count, one.rows) == (1, (1,))


# -- empty rows ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lengths", "message", "which"),
    [
        ([1, 0], "1 row of “x” is empty.", "it"),
        ([0] * 1234 + [1], "1,234 rows of “x” are empty.", "one"),
    ],
)
def test_empty_rows_say_so(lengths, message, which):
    (empty,) = tell(of_lengths(lengths), "x")
    message += (
        f" Nothing but padding stands there: a masked average of {which} is NaN, and cuDNN's LSTM and GRU "
        "take no mask with such a row."
    )
    assert (empty.level, empty.message, empty.remedy) == ("warning", message, EMPTY_REMEDY)
    rows = tuple(np.flatnonzero(np.array(lengths) == 0).tolist())
    assert (empty.code, empty.count, empty.rows) == ("empty-rows", len(rows), rows[:MOST_ROWS])


# -- sides -----------------------------------------------------------------------------------------
CUDNN = "cuDNN's LSTM and GRU need padding at the end: on a GPU they run slower, or fail in fit and predict."


@pytest.mark.parametrize(
    ("lengths", "padding", "message"),
    [
        ([1, 2], "pre", f"1 row of “x” is padded at its start. {CUDNN}"),
        ([1, 2, 1], "pre", f"2 rows of “x” are padded at their start. {CUDNN}"),
        ([1, 2], "both", f"1 row of “x” is padded at both ends. {CUDNN}"),
    ],
)
def test_what_is_not_right_padded_says_so(lengths, padding, message):
    said = tell(of_lengths(lengths, padding=padding), "x")
    (one,) = said
    assert (one.level, one.code, one.message) == ("info", "not-right-padded", message)
    assert one.rows == tuple(row for row, length in enumerate(lengths) if length < 2)
    assert one.count == len(one.rows)
    assert one.remedy == "Set padding to post where the model runs on a GPU."


def test_where_nothing_is_padded_no_side_is_wrong():
    assert tell(of_lengths([2, 2], padding="pre"), "x") == ()
    empty = tell(of_lengths([2, 0], padding="pre"), "x")
    assert codes(empty) == ["empty-rows", "not-right-padded"]


# -- outliers --------------------------------------------------------------------------------------
def test_an_outlier_that_costs_more_than_it_tells_says_so():
    one = found(tell(of_lengths([10] * 199 + [2000]), "x"), "outlier")
    assert one.message == (
        f"1 row of more than 10 steps makes “x” 200.0 × as large as p99 would: 99.0{NARROW}% is padding. "
        "Maxlen 10 loses 1,990 of 3,990 steps."
    )
    assert (one.level, one.count, one.rows, one.where) == ("warning", 1, (199,), "x")
    assert one.remedy == "Set maxlen to 10, which is p99."


def test_several_outliers_and_steps_of_one():
    one = found(tell(of_lengths([1] * 300 + [5000, 6000]), "x"), "outlier")
    assert one.message == (
        f"2 rows of more than 1 step make “x” 6,000.0 × as large as p99 would: 99.4{NARROW}% is padding. "
        "Maxlen 1 loses 10,998 of 11,300 steps."
    )
    assert one.rows == (300, 301)


def test_a_share_is_100_percent_only_where_it_is_exactly_that():
    lengths = [1] * 20_000 + [30_000]
    one = found(tell(of_lengths(lengths), "x"), "outlier")
    assert f": > 99.9{NARROW}% is padding." in one.message


@pytest.mark.parametrize(
    ("lengths", "choices", "said"),
    [
        ([10] * 199 + [2000], {"multiple_of": 64}, True),  # rounded beyond the longest
        ([10] * 199 + [2000], {"maxlen": 500}, True),
        ([10] * 199 + [2000], {"maxlen": 40}, False),  # not more than 4 × p99
        ([10] * 200, {"maxlen": 500}, False),  # a wide maxlen is no outlier
        ([10] * 150 + [100] * 50, {}, False),  # p99 is 100
        ([0] * 5 + [1], {}, False),
    ],
)
def test_what_is_an_outlier(lengths, choices, said):
    assert ("outlier" in codes(tell(of_lengths(lengths, **choices), "x"))) is said


def test_empty_rows_beside_one_long_row_have_an_outlier():
    one = found(tell(of_lengths([0] * 199 + [50]), "x"), "outlier")
    assert one.message.startswith("1 row of more than 1 step makes “x” 50.0 ×")


def test_the_advice_on_maxlen_comes_to_rest():
    """199 rows of 10 and one of 2,000: at 2,000 steps 396,010 of 400,000 are padding."""
    rows = [10] * 199 + [2000]
    below = found(tell(of_lengths(rows, maxlen=5), "x"), "steps-lost")
    assert below.remedy == f"Set maxlen to 10, which is p99: with 2000 99.0{NARROW}% would be padding."
    taken = found(tell(of_lengths(rows, maxlen=10), "x"), "steps-lost")
    assert (taken.level, taken.remedy) == (
        "info",
        f"Keep it: with maxlen 2000 99.0{NARROW}% would be padding.",
    )


def test_advice_on_what_is_cut_does_not_ask_for_more_than_the_machine_has(monkeypatch):
    plan = of_lengths([100, 90, 95], maxlen=5, dtype="int32")
    whole = 3 * 100 * (4 + 1)  # cells of int32, and their mask
    for memory, remedy in (
        (whole, "Set maxlen to 100."),
        (None, "Set maxlen to 100."),
        (
            whole - 1,
            "Keep it: with maxlen 100 the arrays would take 1.50 kB, more than this machine's memory.",
        ),
    ):
        monkeypatch.setattr(checks_lengths, "machine_memory", lambda memory=memory: memory)
        assert found(tell(plan), "steps-lost").remedy == remedy
