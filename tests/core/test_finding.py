"""Findings: their JSON, their order, their counts."""

import json

import numpy as np
import pytest

from padviewer.core.finding import MOST_ROWS, Finding, by_level, counted, first_rows, number_of, shifted


def test_json_has_the_documented_keys_and_comes_back():
    finding = Finding("warning", "steps-lost", "{count} steps are cut.", 7, (1, 5), "Raise maxlen.", "tokens")
    data = finding.to_json()
    assert {"level", "code", "message", "count", "rows", "remedy"} <= set(data)
    assert Finding.from_json(json.loads(json.dumps(data))) == finding


def test_the_most_serious_comes_first_and_equals_keep_their_order():
    levels = ["info", "error", "warning", "error", "info"]
    found = by_level(Finding(level, str(at), "") for at, level in enumerate(levels))
    assert [one.code for one in found] == ["1", "3", "2", "0", "4"]


def test_rows_are_shifted_to_where_a_piece_starts():
    assert shifted(Finding("info", "a", "b", 2, (0, 3)), 100).rows == (100, 103)


def test_the_count_stands_in_the_message():
    (said,) = counted([Finding("info", "a", "{count} values.", 12345)])
    assert said.message == "12,345 values."


@pytest.mark.parametrize(
    ("count", "words", "said"),
    [
        (0, ("row",), "0 rows"), (1, ("row",), "1 row"), (2000, ("row",), "2,000 rows"),
        (1, ("index", "indices"), "1 index"), (2, ("index", "indices"), "2 indices"),
    ],
)  # fmt: skip
def test_a_number_has_its_noun(count, words, said):
    assert number_of(count, *words) == said


def test_first_rows_are_different_and_few():
    assert first_rows(np.array([3, 3, 4, 9, 9])) == (3, 4, 9)
    assert first_rows(np.zeros(0, np.int64)) == ()
    assert first_rows(np.repeat(np.arange(5000), 2)) == tuple(range(MOST_ROWS))
