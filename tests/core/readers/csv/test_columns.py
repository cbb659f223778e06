"""Columns from cells: lists in cells however they are written."""

import numpy as np
import pytest

from padviewer.core.errors import UnsafeError
from padviewer.core.readers.base import KindChanged
from padviewer.core.readers.csv.brackets import words
from padviewer.core.readers.csv.columns import ColumnPlan, build_lists
from padviewer.core.readers.csv.plans import (
    build_column,
    column_findings,
    find_separator,
    plan_column,
    split_cell,
)


def read(cells, kinds=None, separator=None, start=0):
    found = find_separator(cells, False, None) if separator is None else separator
    return build_column(plan_column("c", cells, found, kinds or {}), cells, start)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["[1, 2]", "", "[]"], [[1, 2], [], []]),
        (["[1.5, null]", "[NaN]"], [[1.5, np.nan], [np.nan]]),
        (['["a, b", "c\\"d"]'], [["a, b", 'c"d']]),
        (["['a', 'b, c', \"it's\"]"], [["a", "b, c", "it's"]]),
        (["['it\\'s', 'tab\\t', '\\x41\\u00e9\\ud800']"], [["it's", "tab\t", "Aé\ufffd"]]),
        (["(1, 2)", "(3,)"], [[1, 2], [3]]),
        (["[1 2\n 3]", "[4]"], [[1, 2, 3], [4]]),
        (["[0.5 nan]"], [[0.5, np.nan]]),
        (["['a' 'b']"], [["a", "b"]]),
        (["[True, False]"], [[True, False]]),
        (["[1, None]"], [[1, None]]),
        (["[1,, 2]"], [[1, None, 2]]),
        (["[new york, london]"], [["new york", "london"]]),
        (["[[1, 2], [3]]"], [[[1, 2], [3]]]),
        (["1 2 3", "4"], [[1, 2, 3], [4]]),
        (["1|2", "3"], [[1, 2], [3]]),
        (["1;2.5", "3"], [[1, 2.5], [3]]),
        (["1,2,3", "4"], [[1, 2, 3], [4]]),
        (["1|2|", "||", "3||4"], [[1, 2], [], [3, None, 4]]),
        (["a|b", "c", ""], [["a", "b"], ["c"], []]),
        (["a; b", "c;"], [["a", "b"], ["c"]]),
    ],
)
def test_lists_in_cells(cells, expected):
    column, _ = read(cells)
    np.testing.assert_equal(column.to_lists(), expected)


@pytest.mark.parametrize(
    "cells",
    [
        ["hello world", "a, b"],
        ["1,5", "2,25"],
        ["5", "6"],
        ["[1, 2", "3]"],
        ["a|b", "c", "d"],
        ["", ""],
    ],
)
def test_no_lists_in_cells(cells):
    assert find_separator(cells, False, None) == ""


def test_forced_lists():
    assert find_separator(["a b", "c d e"], True, None) == " "
    assert find_separator(["a,b"], True, None) == ","
    assert find_separator(["1,5"], True, None) == ","
    assert find_separator(["a:b", "c"], True, ":") == ":"
    assert find_separator(["1:2", "3"], True, ":") == ":"
    assert find_separator(["ab"], True, ":") == ""
    assert find_separator(["ab"], True, None) == ""


def test_the_exact_text_stays_where_the_kind_is_text():
    assert read(["[01, 1.50]"], {"c": "text"})[0].to_lists() == [["01", "1.50"]]
    assert read(['["01", 2]'], {"c": "text"})[0].to_lists() == [["01", "2"]]
    assert read(["01 02"], {"c": "text"}, " ")[0].to_lists() == [["01", "02"]]
    assert read(["[1,,]"], {"c": "text"})[0].to_lists() == [["1", None]]


@pytest.mark.parametrize("cell", ['[{"a": 1}]', "[1, [2]]", "['a' + 'b']", "[a[1]]"])
def test_brackets_that_hold_no_list_stay_text(cell):
    assert read([cell])[0].to_lists() == [cell]


def test_deep_brackets_are_refused():
    with pytest.raises(UnsafeError, match="64 levels"):
        read(["[" * 65 + "]" * 65])


@pytest.mark.parametrize("cell", ["words", "[1, 2", "['a' + 'b']"])
def test_a_later_cell_that_is_no_list_is_named(cell):
    plan = plan_column("c", ["[1]"], "json", {})
    build_column(plan, ["[1]"], 0)
    column, _ = build_column(plan, ["[2]", cell], 10)
    assert column.to_lists() == [[2], []]
    (said,) = column_findings(plan)
    assert (said.code, said.level, said.count, said.rows) == ("not-a-list", "warning", 1, (11,))
    assert f"“{cell}” in row 11" in said.message


def test_a_later_integer_beyond_64_bits_makes_texts():
    plan = plan_column("c", ["[1]"], "json", {})
    with pytest.raises(KindChanged) as caught:
        build_column(plan, ["[18446744073709551616]"], 0)
    assert caught.value.kind == "text"


@pytest.mark.parametrize(
    ("plan", "cells", "kind", "row"),
    [
        (ColumnPlan("c", "integer"), ["1", "2.5"], "float", 11),
        (ColumnPlan("c", "integer", " "), ["1 b", "3 a"], "text", 10),
        (ColumnPlan("c", None), ["", "NA", "3"], "integer", 12),
        (plan_column("c", ["[1]"], "json", {}), ["[1]", "[0.5]"], "float", 11),
    ],
)
def test_later_cells_ask_for_a_wider_kind(plan, cells, kind, row):
    with pytest.raises(KindChanged) as caught:
        build_column(plan, cells, 10)
    assert (caught.value.column, caught.value.kind, caught.value.row) == ("c", kind, row)


def test_findings_count_what_is_missing_dropped_rounded_or_shortened():
    def found(said):
        return [(one.code, one.count, one.rows) for one in said]

    assert found(read(["1", "", "NA"])[1]) == [("missing-steps", 2, (1, 2))]
    assert found(read(["0.5", ""])[1]) == [("missing-steps", 1, (1,))]
    assert found(read(["01", "2"])[1]) == [("leading-zeros", 1, ())]
    assert found(read(["9007199254740993", "0.5"])[1]) == [("integers-rounded", 1, ())]
    assert found(read(["[1]", "None"])[1]) == [("null-rows", 1, (1,))]
    column, said = build_lists(ColumnPlan("c", "text", ","), [["a"], ["b", "", "", "c"]], 0)
    assert column.to_lists() == [["a"], ["b", "c"]]
    assert found(said) == [("empty-cells", 2, (1,))]


def test_words_and_split_cell():
    assert words("  ", exact=False) == []
    assert words("'a' b, c", exact=False) is None
    assert words("a]b", exact=False) is None
    assert words("'a', 'b',", exact=False) == ["a", "b"]
    assert words("null, NaN", exact=True) == ["null", "NaN"]
    assert split_cell(" a | b ||", "|") == ["a", "b"]
