"""The window offers what the readers take: every shape of a format, and every way to read a column."""

import pytest

from padviewer.core.choices.reading import WAYS
from padviewer.core.readers import FORMATS
from padviewer.core.readers.options import KINDS, SHAPES, TAKES
from padviewer.gui.panels.data.read_as import OPTIONS
from padviewer.gui.session.rereading import FORMAT_WAYS, way_of, ways_of
from padviewer.gui.session.state import Source


@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_every_format_offers_what_its_reader_takes(name):
    offered = dict(OPTIONS.get(name, ()))
    assert {key for key, _ in offered["shape"]} == set(SHAPES[name])
    assert set(offered) == set(TAKES[name]) - {"columns", "kinds", "table", "long"}
    ways = () if "columns" not in TAKES[name] else WAYS if name in ("CSV", "TSV", "Excel") else tuple(KINDS)
    assert FORMAT_WAYS.get(name, ()) == ways


def test_lines_of_text_have_no_columns_to_read_otherwise():
    source = Source("/a.txt", "a.txt", "/s", 1, format="Plain text", guessed={"shape": "lines"})
    assert ways_of(source) == ()
    table = Source("/a.csv", "a.csv", "/s", 1, format="CSV", options={"columns": {"a": "text"}})
    assert ways_of(table) == WAYS
    assert (way_of(table, "a"), way_of(table, "b")) == ("text", "")
