"""Which ways of reading may help about a finding."""

import pytest

from padviewer.core import Dataset, Finding, Ragged
from padviewer.core.sentence import say
from padviewer.gui.session.rereading import reading_fixes
from padviewer.gui.session.state import Source

DATASET = Dataset({"t": Ragged.from_lists(["a", "b"]), "n": Ragged.from_lists([1.5, 2.0])})


def source(name="CSV", shape="table", **options):
    return Source("/t", "t", "/s", 2, complete=True, format=name, guessed={"shape": shape}, options=options)


def about(code, where="", remedy=""):
    return Finding("warning", code, "It is so.", 1, (), remedy, where)


NOTATION = say("or “{other}”", other=say("decimal-comma"))
LONG = say("Read it as a long table: --long {said}.", said="n,t")


@pytest.mark.parametrize(
    ("finding", "of", "wanted"),
    [
        (about("odd-cells", "t"), source(), [{"columns": {"t": "numbers"}}]),
        (about("odd-cells", "n"), source(), [{"columns": {"n": "text"}}]),
        (about("mixed-types", "t"), source("JSON lines"), [{"columns": {"t": "numbers"}}]),
        (about("odd-cells", "n"), source("JSON"), [{"columns": {"n": "text"}}]),
        (about("other-notation", "n", NOTATION), source(), [{"columns": {"n": "decimal-comma"}}]),
        (about("other-notation", "n"), source(), [{"columns": {"n": "decimal-point"}}]),
        (about("other-notation", "n"), source("JSON"), []),
        (about("odd-cells", "t"), source(columns={"t": "text"}), []),  # as a person said
        (about("odd-cells", "gone"), source(), []),
        (about("nan", "n"), source(), []),
        (about("odd-cells", "t"), source("Parquet"), []),
        (about("looks-padded", "n"), source("NPY"), [{"shape": "unpad"}]),
        (about("looks-padded", "n"), Source("/t", "t", "/s", 2, options={"shape": "dense"}), []),
        (about("long-table", "", LONG), source(), [{"long": "n,t"}]),
        (about("two-readings"), source("JSON", "rows"), [{"shape": "columns"}, {"shape": "keys"}]),
        (about("two-readings"), source("JSON", "columns"), [{"shape": "keys"}]),
    ],
)  # fmt: skip
def test_what_may_help(finding, of, wanted):
    assert [dict(fix.options) for fix in reading_fixes(finding, of, DATASET)] == wanted
