"""Findings: their JSON, their order, their counts."""

import json

import numpy as np

from padviewer.core.finding import COUNT, MOST_ROWS, Finding, by_level, counted, first_rows, shifted
from padviewer.core.sentence import say, say_count


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


def test_the_count_stands_in_a_sentence_and_in_its_fields():
    inner = say("{count} of “{name}”", count=COUNT, name="x")
    (found,) = counted(
        [Finding("info", "a", say("Values: {inner}, {rows} rows.", inner=inner, rows=7), 12345)]
    )
    assert found.message == "Values: 12,345 of “x”, 7 rows."
    assert found.message.template == "Values: {inner}, {rows} rows."
    assert found.message.values["inner"].values == {"count": 12345, "name": "x"}
    assert found.message.values["rows"] == 7


def test_the_wire_keeps_how_the_texts_were_made():
    message = say_count("{count} row of “{name}” is cut.", "{count} rows of “{name}” are cut.", 7, name="x")
    finding = Finding("warning", "cut", message, 7, (1, 5), say("Raise {what}.", what="maxlen"), "x")
    plain = finding.to_json()
    wire = finding.to_wire()
    assert {key: wire[key] for key in plain} == plain
    assert wire.keys() - plain.keys() == {"said"}
    back = Finding.from_json(json.loads(json.dumps(wire)))
    assert back == finding
    assert (back.message.template, back.message.one) == (message.template, message.one)
    assert back.message.values == {"count": 7, "name": "x"}
    assert back.remedy.template == "Raise {what}."
    assert Finding.from_json(json.loads(json.dumps(plain))) == finding


def test_first_rows_are_different_and_few():
    assert first_rows(np.array([3, 3, 4, 9, 9])) == (3, 4, 9)
    assert first_rows(np.zeros(0, np.int64)) == ()
    assert first_rows(np.repeat(np.arange(5000), 2)) == tuple(range(MOST_ROWS))
