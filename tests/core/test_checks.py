"""Findings about lengths and memory: every message by eye, counts and rows by brute force."""

import os
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import (
    Dataset,
    Finding,
    Ragged,
    Recipe,
    Rows,
    TensorRecipe,
    Tokenise,
    Vocabulary,
    checks,
    fit,
    prepare,
    resolve,
)
from padviewer.core.checks import check, check_block, check_lengths, check_memory, machine_memory
from padviewer.core.errors import Stopped
from padviewer.core.finding import MOST_ROWS
from padviewer.core.lengths import count_lengths

NARROW = "\u202f"
EMPTY_REMEDY = "Take the empty rows out of the source."


def plan_of(rows, name="x", part=None, findings=(), **choices):
    column = rows if isinstance(rows, Ragged) else Ragged.from_lists(rows)
    data = Dataset({name: column}, roles={name: "sequence"}, findings=findings)
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


# -- cut rows --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lengths", "truncating", "message"),
    [
        ([1, 3], "post", "1 row loses 1 step at its end. It is row 1, which has 3."),
        ([5, 1], "pre", "1 row loses 3 steps at its start. It is row 0, which has 5."),
        ([2, 4, 3], "middle", "2 rows lose 3 steps in their middle. The longest, row 1, loses 2 of 4."),
        ([3, 4, 4], "post", "3 rows lose 5 steps at their end. The longest, row 1, loses 2 of 4."),
        ([1500], "post", "1 row loses 1,498 steps at its end. It is row 0, which has 1,500."),
        (
            [3] * 1200 + [2] * 9 + [2002], "post",
            "1,201 rows lose 3,200 steps at their end. The longest, row 1209, loses 2,000 of 2,002.",
        ),
    ],
)  # fmt: skip
def test_rows_that_lose_steps_say_so(lengths, truncating, message):
    one = found(check_lengths(of_lengths(lengths, maxlen=2, truncating=truncating), "x"), "steps-lost")
    assert one.message == message
    assert (one.level, one.where, one.remedy) == ("warning", "x", f"Set maxlen to {max(lengths)}.")
    rows = [row for row, length in enumerate(lengths) if length > 2]
    assert (one.count, list(one.rows)) == (len(rows), rows[:MOST_ROWS])


@pytest.mark.parametrize(
    ("by", "texts", "start"),
    [
        ("words", ("a b c", "a"), "1 row loses 1 word at its end."),
        ("words", ("a b c d", "a b c"), "2 rows lose 3 words at their end."),
        ("characters", ("abc",), "1 row loses 1 character at its end."),
        ("characters", ("abcd", ""), "1 row loses 2 characters at its end."),
    ],
)
def test_steps_have_the_encoders_word(by, texts, start):
    one = found(check_lengths(by_words(by, *texts), "tokens"), "steps-lost")
    assert one.message.startswith(f"{start} ")


def test_tokens_that_came_as_lists_are_steps():
    plan = plan_of([["a", "b"], ["c"]], transforms=(Vocabulary(),), maxlen=1)
    assert check_lengths(plan, "x")[0].message.startswith("1 row loses 1 step at its end.")


def test_a_tensor_without_loss_has_no_finding():
    assert check_lengths(of_lengths([1, 2, 3]), "x") == ()
    assert check(of_lengths([1, 2, 3])) == ()


@given(st.lists(st.integers(0, 9), min_size=1, max_size=30), st.integers(1, 9), st.integers(0, 29), st.data())
def test_counts_and_rows_are_brute_forces_in_tensor_rows(lengths, maxlen, start, data):
    start = min(start, len(lengths) - 1)
    stop = data.draw(st.none() | st.integers(start + 1, 40))
    plan = of_lengths(lengths, part=Rows(start, stop), maxlen=maxlen)
    part = lengths[start:stop]
    said = {one.code: (one.count, one.rows) for one in check_lengths(plan, "x")}
    cut = tuple(row for row, length in enumerate(part) if length > maxlen)
    empty = tuple(row for row, length in enumerate(part) if length == 0)
    for code, rows in (("steps-lost", cut), ("empty-rows", empty), ("right-padded-but-empty", empty)):
        assert said.get(code, (0, ())) == (len(rows), rows)


def test_counts_that_somebody_has_already_are_taken():
    plan = of_lengths([1] * 200 + [500])
    counts = count_lengths(np.array([1] * 200 + [500]))
    assert check_lengths(plan, "x", counts) == check_lengths(plan, "x")


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
    one = found(check_lengths(plan_of(nested(*rows), maxlen=(9, 2)), "x"), "inner-steps-lost")
    assert one.message == message
    assert (one.level, one.count, one.rows) == ("warning", count, where)
    longest = max(len(inner) for row in rows for inner in row)
    assert one.remedy == f"Set the maxlen of axis 2 to {longest}."


def test_inner_rows_that_are_cut_away_themselves_or_not_taken_do_not_count():
    column = nested([[1, 1, 1]], [[1]], [[1], [1, 1, 1]], [[1, 1]])
    assert "inner-steps-lost" not in codes(
        check_lengths(plan_of(column, part=Rows(1, 3), maxlen=(1, 2)), "x")
    )
    one = found(check_lengths(plan_of(column, part=Rows(1, 3), maxlen=(2, 2)), "x"), "inner-steps-lost")
    assert (one.count, one.rows) == (1, (1,))


# -- empty rows ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lengths", "message", "beside"),
    [
        ([1, 0], "1 row of “x” is empty.", "“x” is right-padded, but 1 row of it has no step."),
        (
            [0] * 1234 + [1],
            "1,234 rows of “x” are empty.",
            "“x” is right-padded, but 1,234 rows of it have no step.",
        ),
    ],
)
def test_empty_rows_say_so(lengths, message, beside):
    said = check_lengths(of_lengths(lengths), "x")
    empty, right = found(said, "empty-rows"), found(said, "right-padded-but-empty")
    message += " Nothing but padding stands there, and a masked average of it is NaN."
    beside += " cuDNN's LSTM and GRU take no mask with an empty row."
    assert (empty.level, empty.message, empty.remedy) == ("warning", message, EMPTY_REMEDY)
    assert (right.level, right.message, right.remedy) == ("info", beside, EMPTY_REMEDY)
    rows = tuple(np.flatnonzero(np.array(lengths) == 0).tolist())
    assert empty.count == right.count == len(rows)
    assert empty.rows == right.rows == rows[:MOST_ROWS]


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
    said = check_lengths(of_lengths(lengths, padding=padding), "x")
    (one,) = said
    assert (one.level, one.code, one.message) == ("info", "not-right-padded", message)
    assert one.rows == tuple(row for row, length in enumerate(lengths) if length < 2)
    assert one.count == len(one.rows)
    assert one.remedy == "Set padding to post where the model runs on a GPU."


def test_where_nothing_is_padded_no_side_is_wrong():
    assert check_lengths(of_lengths([2, 2], padding="pre"), "x") == ()
    empty = check_lengths(of_lengths([2, 0], padding="pre"), "x")
    assert codes(empty) == ["empty-rows", "not-right-padded"]


# -- outliers --------------------------------------------------------------------------------------
def test_an_outlier_that_costs_more_than_it_tells_says_so():
    one = found(check_lengths(of_lengths([10] * 199 + [2000]), "x"), "outlier")
    assert one.message == (
        f"1 row of more than 10 steps makes “x” 200.0 × as large as p99 would: 99.0{NARROW}% is padding. "
        "Maxlen 10 loses 1,990 of 3,990 steps."
    )
    assert (one.level, one.count, one.rows, one.where) == ("warning", 1, (199,), "x")
    assert one.remedy == "Set maxlen to 10, which is p99."


def test_several_outliers_and_steps_of_one():
    one = found(check_lengths(of_lengths([1] * 300 + [5000, 6000]), "x"), "outlier")
    assert one.message == (
        f"2 rows of more than 1 step make “x” 6,000.0 × as large as p99 would: 99.4{NARROW}% is padding. "
        "Maxlen 1 loses 10,998 of 11,300 steps."
    )
    assert one.rows == (300, 301)


def test_a_share_is_100_percent_only_where_it_is_exactly_that():
    lengths = [1] * 20_000 + [30_000]
    one = found(check_lengths(of_lengths(lengths), "x"), "outlier")
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
    assert ("outlier" in codes(check_lengths(of_lengths(lengths, **choices), "x"))) is said


def test_empty_rows_beside_one_long_row_have_an_outlier():
    one = found(check_lengths(of_lengths([0] * 199 + [50]), "x"), "outlier")
    assert one.message.startswith("1 row of more than 1 step makes “x” 50.0 ×")


# -- memory ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lengths", "memory", "said"),
    [
        ([3, 1], 37, "The arrays take 46 B, this machine has 37 B of memory. "),
        ([200] * 100, 999, "The arrays take 101 kB, this machine has 999 B of memory. "),
        ([1000] * 1000, 4_180_000, "The arrays take 5.01 MB, this machine has 4.18 MB of memory. "),
    ],
)
def test_arrays_beyond_the_memory_say_so(lengths, memory, said):
    """n × maxlen × (4 bytes and 1 of the mask) + 8 bytes a row for the lengths."""
    (one,) = check_memory(of_lengths(lengths), memory)
    assert one.message.startswith(said)
    assert one.message.endswith("The export is written piece by piece, but nothing here can load it whole.")
    assert (one.level, one.code, one.where) == ("warning", "memory", "")
    assert one.remedy == "Set a smaller maxlen or a narrower dtype."


def test_arrays_of_one_machine_fit_it():
    plan = of_lengths([3, 1])
    assert check_memory(plan, 46) == ()
    assert check_memory(plan) == ()


def test_sizes_stay_three_digits_without_an_exponent():
    plan = of_lengths([1] * 10, maxlen=2**31 - 1, dtype="float64", lossy="allow")
    (one,) = check_memory(plan, 41_800_000_000)  # 10 × 2147483647 × 9 + 80 bytes
    assert one.message.startswith("The arrays take 193 GB, this machine has 41.8 GB of memory. ")
    (one,) = check_memory(plan, 999_600_000)
    assert "has 1.00 GB of" in one.message


def test_the_machines_memory_is_asked_where_it_can_be(monkeypatch):
    psutil = pytest.importorskip("psutil")
    assert machine_memory() == psutil.virtual_memory().total
    monkeypatch.delattr(os, "sysconf")
    assert machine_memory() is None
    assert check_memory(of_lengths([1])) == ()


# -- all together ----------------------------------------------------------------------------------
def test_check_says_everything_most_serious_first(monkeypatch):
    monkeypatch.setattr(checks, "machine_memory", lambda: 1)
    rows = [[2**40, 0, 1], [], [5]]
    plan = plan_of(rows, maxlen=2, dtype="int32", findings=(Finding("info", "seen", "Seen."),))
    said = check(plan)
    assert [(one.level, one.code) for one in said] == [
        ("error", "lossy-cast"), ("warning", "steps-lost"), ("warning", "empty-rows"),
        ("warning", "fill-collides"), ("warning", "memory"), ("info", "seen"),
        ("info", "right-padded-but-empty"),
    ]  # fmt: skip


def test_findings_about_the_source_get_tensor_rows():
    before = Finding("warning", "null-rows", "Rows that are null: 3.", 3, (1, 2, 3))
    plan = plan_of([[1], [2], [3], [4]], part=Rows(2, 3), findings=(before,))
    assert check(plan) == (replace(before, rows=(0,)),)


def test_check_stops_on_request():
    with pytest.raises(Stopped):
        check(of_lengths([1]), lambda: True)
    assert check(of_lengths([1]), lambda: False) == ()


# -- blocks ----------------------------------------------------------------------------------------
BLOCK = [[1, 2, 3], [4], [], [5, 6, 2**40, 7], [8, 9], []]


@pytest.mark.parametrize("rows", [[3, 0, 5], [5, 3, 3, 0], slice(0, 6), np.array([0, 3, 2])])
def test_a_block_speaks_of_its_rows_whatever_their_order(rows):
    plan = plan_of(BLOCK, maxlen=3, dtype="int32", value=4, lossy="allow", part=Rows(0, 6))
    taken = sorted(set(np.arange(6)[rows].tolist()))
    said = {one.code: (one.count, one.rows) for one in check_block(plan, "x", rows)}
    empty = tuple(row for row in taken if not BLOCK[row])
    assert said.pop("empty-rows") == said.pop("right-padded-but-empty") == (len(empty), empty)
    assert said.pop("steps-lost") == (1, (3,))
    assert said.pop("lossy-cast") == (1, (3,))
    assert said.pop("fill-collides", None) == ((1, (1,)) if 1 in taken else None)
    assert said == {}


def test_a_block_of_a_part_has_the_parts_rows():
    plan = plan_of(BLOCK, maxlen=3, dtype="int32", lossy="allow", part=Rows(1, 4))
    block = plan.block("x", [2, 1])
    said = {one.code: one.rows for one in block.findings}
    assert said == {
        "empty-rows": (1,), "right-padded-but-empty": (1,), "steps-lost": (2,), "lossy-cast": (2,),
    }  # fmt: skip


def test_a_block_without_rows_has_nothing_to_say():
    plan = plan_of(BLOCK, maxlen=3)
    assert check_block(plan, "x", []) == ()


@pytest.mark.parametrize(
    ("by", "one", "several"),
    [("words", "1 word", "2,000 words"), ("characters", "1 character", "2,000 characters")],
)
def test_steps_have_the_encoder_s_word(by, one, several):
    data = Dataset({"x": Ragged.from_lists(["a b", "c"])}, roles={"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe(transforms=(Tokenise(by), Vocabulary()))}), data)
    plan = resolve(recipe, prepare(recipe, data))
    assert (checks.units(plan, "x", 1), checks.units(plan, "x", 2000)) == (one, several)
    assert (checks.unit(plan, "x", 1), checks.unit(plan, "x")) == (one[2:], several[6:])


def test_steps_without_an_encoder_are_steps():
    plan = of_lengths([3])
    assert (checks.units(plan, "x", 1), checks.units(plan, "x", 2000)) == ("1 step", "2,000 steps")
    assert (checks.unit(plan, "x", 1), checks.unit(plan, "x", 0)) == ("step", "steps")
