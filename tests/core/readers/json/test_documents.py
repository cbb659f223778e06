"""JSON lines and JSON: recognised, read in pieces, refused in sentences."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.data.dataset import join
from padviewer.core.errors import ContentError, PadViewerError, PathError, UnsafeError
from padviewer.core.readers import base
from padviewer.core.readers.base import KindChanged, ReadOptions
from padviewer.core.readers.json import documents as jsonl
from padviewer.core.readers.json.documents import JSON, JSON_LINES
from padviewer.core.readers.widening import widen

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ROW = st.fixed_dictionaries(
    {
        "tokens": st.lists(st.integers(-(2**63), 2**63 - 1)),
        "words": st.lists(TEXT, min_size=1),
        "label": st.integers(-1000, 1000),
        "question": TEXT,
    }
)


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(base, "FIRST_PIECE_BYTES", 64)
    monkeypatch.setattr(base, "PIECE_BYTES", 256)


@pytest.fixture
def load(tmp_path):
    """Return ``load(content, kind, name)``: write, read with the format, join; widen where asked."""

    def read(content, kind=JSON_LINES, name="a.jsonl", **chosen):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        options = ReadOptions(**chosen)
        while True:
            try:
                return join(kind.read(path, options))
            except KindChanged as change:
                options = widen(options, change)

    return read


def picked(tmp_path, content, name):
    """Return which of the two formats recognises the content."""
    head = (content if isinstance(content, bytes) else content.encode())[:4096]
    path = tmp_path / name
    return next((one.name for one in (JSON_LINES, JSON) if one.matches(head, path)), None)


def codes(dataset):
    return [(one.code, one.count) for one in dataset.findings]


LONG = json.dumps({"a": "x" * 9000})


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        ('{"a": 1}\n{"a": 2}\n', "a.csv", "JSON lines"),
        ("[1, 2]\n[3]\n", "a.json", "JSON lines"),
        ("[[1], [2]]", "a.json", "JSON"),
        ("[\n  [1],\n  [2]\n]\n", "a.json", "JSON"),
        ("[\n  [1],\n  [2]\n]\n", "a.jsonl", "JSON"),
        ('{"a": [1]}', "a.json", "JSON"),
        ('{"a": [1]}', "a.jsonl", "JSON lines"),
        ('[{"a": 1}, {"a": 2}]\n', "a.jsonl", "JSON"),
        (f"{LONG}\n{LONG}\n", "a.jsonl", "JSON lines"),
        (f"{LONG}\n{LONG}\n", "a.json", "JSON"),
        ("[" + "1234, " * 2000 + "1]", "a.dat", "JSON"),
        ('{"a": tru' + "e" * 5000, "a.json", None),
        ("\ufeff[1]\n[2]\n", "a.json", "JSON lines"),
        ("[INFO] started\n[INFO] ended\n", "a.txt", None),
        ("[1, 2],0\n[3],1\n", "a.csv", None),
        ("[1}\n", "a.json", None),
        ("]", "a.json", None),
        ("1,2\n3,4\n", "a.csv", None),
        ("\n\n", "a.jsonl", None),
        ("[1, 2", "a.json", None),
    ],
)
def test_recognised_by_content(tmp_path, content, name, expected):
    assert picked(tmp_path, content, name) == expected


@pytest.mark.usefixtures("small")
@given(rows=st.lists(ROW, min_size=1, max_size=8))
def test_objects_come_back(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("rows") / "a.jsonl"
    for kind, text in (
        (JSON_LINES, "\r\n".join(map(json.dumps, rows))),
        (JSON_LINES, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)),
        (JSON, json.dumps(rows, indent=1)),
        (JSON, json.dumps({name: [row[name] for row in rows] for name in ROW_NAMES})),
    ):
        path.write_bytes(text.encode())
        options = ReadOptions(kinds={"tokens": "integer"})
        dataset = join(kind.read(path, options))
        assert set(dataset.columns) == set(ROW_NAMES)
        for name in ROW_NAMES:
            assert dataset[name].to_lists() == [row[name] for row in rows]


ROW_NAMES = ("tokens", "words", "label", "question")


@pytest.mark.parametrize("join_with", ["lines", "array"])
def test_bare_rows_have_a_name(load, join_with):
    def read(rows):
        if join_with == "array":
            return load(json.dumps(rows), JSON, "a.json")
        return load("\n".join(map(json.dumps, rows)))

    for rows, name in (
        ([[1, 2], [], [3]], "x"),
        ([["a"], ["b", "c"]], "items"),
        (["a", "b"], "text"),
        ([1, 2.5], "x"),
    ):
        dataset = read(rows)
        assert dataset.columns == (name,)
        assert dataset[name].to_lists() == rows


@pytest.mark.usefixtures("small")
def test_pieces_are_small_first_and_agree(tmp_path):
    rows = [{"a": list(range(number % 7)), "b": number} for number in range(200)]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    pieces = list(JSON_LINES.read(path, ReadOptions()))
    assert len(pieces) > 10
    assert len(pieces[0]) < len(pieces[1])
    assert join(pieces)["a"].to_lists() == [row["a"] for row in rows]
    path.write_text(json.dumps(rows))
    assert len(list(JSON.read(path, ReadOptions()))) > 10


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("early", "late", "kind", "early_read"),
    [
        ([1], [0.5], "float", [1.0]),
        ([1], ["a"], "text", ["1"]),
        ([], [1], "integer", []),
        (None, ["a", None], "text", []),
        ([[1, 2]], [[3], []], "integer", [[1, 2]]),
        ([[1, 2]], [[3, 0.5]], "float", [[1.0, 2.0]]),
        (None, 3, "integer", None),
        (True, "yes", "text", "true"),
    ],
)
def test_a_later_piece_widens_the_column(load, early, late, kind, early_read):
    rows = [{"a": early}] * 50 + [{"a": late}] * 50
    dataset = load("\n".join(map(json.dumps, rows)))
    assert dataset["a"].kind == kind
    assert dataset["a"].to_lists() == [early_read] * 50 + [late] * 50


@pytest.mark.usefixtures("small")
def test_columns_that_come_late_are_read_too(load):
    rows = [{"a": 1}] * 50 + [{"a": 2, "b": "x", "c": [1.5]}] * 50
    dataset = load("\n".join(map(json.dumps, rows)))
    assert dataset.columns == ("a", "b", "c")
    assert dataset["b"].to_lists() == [None] * 50 + ["x"] * 50
    assert dataset["c"].to_lists() == [[]] * 50 + [[1.5]] * 50


@pytest.mark.usefixtures("small")
def test_late_columns_that_cannot_be_shown_are_said_once(load):
    rows = [{"a": 1}] * 50 + [{"a": 2, "b": {"c": 1}}] * 50
    dataset = load("\n".join(map(json.dumps, rows)))
    assert dataset.columns == ("a",)
    assert codes(dataset) == [("column-left-out", 1)]


def test_objects_in_a_column_leave_it_out(load):
    dataset = load('{"a": {"b": 1}, "n": 1}\n{"n": 2}\n')
    assert dataset.columns == ("n",)
    assert codes(dataset) == [("column-left-out", 1)]
    with pytest.raises(ContentError, match="No column can be shown"):
        load('{"a": {"b": 1}}\n')
    with pytest.raises(ContentError, match="the objects are empty"):
        load("{}\n{}\n")


def test_missing_and_odd_literals_are_said(load):
    dataset = load(b'{"a": [1, NaN], "t": "caf\xe9"}\n\n{"a": null}\n{"a": [null]}\n')
    assert len(dataset) == 3
    found = {one.code: (one.count, one.rows) for one in dataset.findings if one.where != "t"}
    assert found == {
        "nan-literals": (1, (0,)),
        "invalid-utf8": (1, (0,)),
        "missing-steps": (1, (2,)),
        "null-rows": (1, (1,)),
    }


def test_2_to_53_plus_1_with_nulls_stays_exact(load):
    assert load("[9007199254740993, null]\n[1]")["x"].to_lists() == [[9007199254740993, None], [1]]


@pytest.mark.parametrize(
    ("content", "where", "text"),
    [
        ('{"a": 1}\n{"a": 2\n', "line 2", "not JSON"),
        ('{"a": 1}\n\n[1]\n', "", "Row 1 is not an object"),
        ('[1]\n{"a": 1}\n', "", "Row 1 is an object"),
        ("[1]\n[18446744073709551616]\n", "line 2", "does not fit 64 bits"),
        ("[-1]\n[9223372036854775808]\n", "row 1 of “x”", "does not fit 64 bits with a sign"),
        ("[1]\n2\n", "row 1", "same depth"),
        ("\n\n", "", "no row"),
        ("[1]\n" + "[" * 65 + "]" * 65, "line 2", "64 levels"),
    ],
)
def test_bad_lines_are_sentences(load, content, where, text):
    with pytest.raises(PadViewerError, match=text) as caught:
        load(content)
    assert where in caught.value.where


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("[]", "is empty"),
        ("{}", "is empty"),
        ("3", "a single value"),
        ('{"a": 1}', "not all lists"),
        ('{"x": [1], "y": []}', "different numbers of rows: “x” 1, “y” 0"),
        ('{"a": [], "b": []}', "no row"),
        ("[[1], [2]", "not JSON"),
        ("[1]".encode("utf-16-le").decode("latin-1"), "UTF-16"),
        (json.dumps([{f"c{at}": 1 for at in range(5000)}]), "5,000 columns"),
    ],
)
def test_bad_documents_are_sentences(load, content, text):
    with pytest.raises(ContentError, match=text):
        load(content, JSON, "a.json")


def test_lines_in_a_json_file_are_read_as_lines(load):
    assert load(f"{LONG}\n{LONG}\n", JSON, "a.json").guessed == {"form": "one row per line"}


def test_a_document_beyond_a_quarter_of_memory_names_the_remedy(load, monkeypatch):
    monkeypatch.setattr(jsonl, "memory_limit", lambda: 50)
    with pytest.raises(UnsafeError, match="Save it as JSON lines"):
        load("[[1], [2], [3]]", JSON, "a.json")


def test_an_unreadable_document_is_a_path_error(tmp_path):
    with pytest.raises(PathError, match="cannot be read"):
        list(JSON.read(tmp_path / "none.json", ReadOptions()))


def test_damaged_files_read_or_say_why(tmp_path, scaled):
    rows = [{"tokens": [1, 2, 300], "label": 1, "text": "añb\n"}, {"tokens": [], "label": 0, "text": ""}] * 3
    rng = random.Random(1)
    sound = ("\n".join(map(json.dumps, rows)).encode(), json.dumps(rows).encode())
    path = tmp_path / "a.jsonl"
    outcomes = set()
    for _ in range(scaled(6000)):
        at = rng.randrange(2)
        content = bytearray(sound[at])
        for _ in range(rng.randrange(1, 4)):
            content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        path.write_bytes(content[: rng.randrange(len(content)) + 1] if rng.random() < 0.3 else content)
        options = ReadOptions()
        while True:
            try:
                join((JSON_LINES, JSON)[at].read(path, options))
                outcomes.add("read")
            except KindChanged as change:
                options = widen(options, change)
                continue
            except PadViewerError as error:
                outcomes.add(error.code if error.what.endswith(".") else "no sentence")
            break
    assert {"read", "bad-json"} <= outcomes
    assert "no sentence" not in outcomes
