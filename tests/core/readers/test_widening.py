"""Widening: the options to read again with, and the sentence about it."""

import pytest

from padviewer.core.errors import ContentError
from padviewer.core.readers import KindChanged, ReadOptions
from padviewer.core.readers.widening import widen, widened_finding


def test_the_wider_kind_joins_the_other_options():
    options = ReadOptions(delimiter=";", kinds={"y": "text"})
    wider = widen(options, KindChanged("x", "float", 3))
    assert wider == ReadOptions(delimiter=";", kinds={"y": "text", "x": "float"})
    assert options.kinds == {"y": "text"}
    assert widen(wider, KindChanged("x", "text", 9)).kinds == {"y": "text", "x": "text"}


def test_a_kind_that_was_tried_already_ends_it():
    with pytest.raises(ContentError, match="“x” at row 3 do not fit") as raised:
        widen(ReadOptions(kinds={"x": "float"}), KindChanged("x", "float", 3))
    assert raised.value.code == "kind-changed"


def test_the_row_that_asked_is_told():
    finding = widened_finding(KindChanged("x", "float", 1500), ReadOptions())
    assert finding.message == "All of “x” is read as float because row 1,500 needs it."
    assert (finding.level, finding.code, finding.count) == ("info", "kind-widened", 1)
    assert (finding.rows, finding.where) == ((1500,), "x")
