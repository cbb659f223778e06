"""CSV and TSV, read in pieces."""

import csv
import io
import random

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from padviewer.core.data.dataset import join
from padviewer.core.errors import ContentError, PadViewerError, UnsafeError
from padviewer.core.readers import base
from padviewer.core.readers.base import KindChanged, ReadOptions
from padviewer.core.readers.csv import records as csv_records
from padviewer.core.readers.csv.delimited import CSV, TSV
from padviewer.core.readers.widening import widen

CELL = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(base, "FIRST_PIECE_BYTES", 64)
    monkeypatch.setattr(base, "PIECE_BYTES", 256)


def load_path(path, kind=CSV, **chosen):
    options = ReadOptions(**chosen)
    while True:
        try:
            return join(kind.read(path, options))
        except KindChanged as change:
            options = widen(options, change)


@pytest.fixture
def load(tmp_path):
    """Return ``load(content, kind, **options)``: write, read, join; widen where asked."""

    def read(content, kind=CSV, **chosen):
        path = tmp_path / "a.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_path(path, kind, **chosen)

    return read


def written(rows, **style):
    out = io.StringIO(newline="")
    csv.writer(out, **style).writerows(rows)
    return out.getvalue()


def found(dataset):
    return {one.code: (one.count, one.rows) for one in dataset.findings}


@pytest.mark.usefixtures("small")
@given(rows=st.lists(st.tuples(CELL, CELL), min_size=1), end=st.sampled_from(["\n", "\r\n"]))
def test_texts_come_back(tmp_path_factory, rows, end):
    path = tmp_path_factory.mktemp("rows") / "a.csv"
    path.write_bytes(written([("a", "b"), *rows], lineterminator=end, quoting=csv.QUOTE_ALL).encode())
    kinds = {"a": "text", "b": "text"}
    dataset = load_path(path, header=True, shape="table", delimiter=",", kinds=kinds)
    assert list(zip(dataset["a"].to_lists(), dataset["b"].to_lists(), strict=True)) == rows


@pytest.mark.usefixtures("small")
@given(rows=st.lists(st.lists(CELL.filter(str.strip), max_size=5), min_size=1))
def test_ragged_texts_come_back(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("rows") / "a.csv"
    path.write_bytes(written(rows, quoting=csv.QUOTE_ALL).encode())
    dataset = load_path(path, shape="ragged-lines", delimiter=",", header=False, kinds={"items": "text"})
    assert dataset["items"].to_lists() == rows


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("trailing", [False, True])
@given(rows=st.lists(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=5), min_size=2))
def test_ragged_integers_come_back(tmp_path_factory, trailing, rows):
    assume(rows[0])
    path = tmp_path_factory.mktemp("rows") / "a.csv"
    path.write_bytes(written([[*row, ""] if trailing and row else row for row in rows]).encode())
    dataset = load_path(path, shape="ragged-lines", delimiter=",", header=False)
    assert dataset["x"].to_lists() == rows
    assert dataset["x"].dtype == "int64"


@given(rows=st.lists(st.lists(st.floats(allow_nan=False, width=64), min_size=1), min_size=1), data=st.data())
def test_lists_in_cells_come_back(tmp_path_factory, rows, data):
    path = tmp_path_factory.mktemp("rows") / "a.csv"
    style = data.draw(
        st.sampled_from([str, lambda row: " ".join(map(repr, row)), lambda row: str(row)[1:-1]])
    )
    path.write_bytes(written([("id", "seq"), *((at, style(row)) for at, row in enumerate(rows))]).encode())
    dataset = load_path(path, header=True, shape="list-in-cell", kinds={"seq": "float"})
    assert dataset["id"].to_lists() == list(range(len(rows)))
    lists = dataset["seq"].to_lists()
    assert lists == (rows if dataset["seq"].ragged_axes else [row[0] for row in rows])


def test_a_table(load):
    dataset = load("id,name,v,ok\n1,Ann,0.5,true\n2,,,\n\n3,Bob,2,false\n")
    assert {name: dataset[name].kind for name in dataset.columns} == {
        "id": "integer",
        "name": "text",
        "v": "float",
        "ok": "boolean",
    }
    assert dataset["name"].to_lists() == ["Ann", None, "Bob"]
    assert dataset["ok"].to_lists() == [True, None, False]
    assert found(dataset)["blank-lines"] == (1, ())
    assert dataset.guessed == {"delimiter": ",", "header": "yes", "shape": "table"}


def test_texts_keep_their_zeros_where_asked(load):
    assert load("a,b\n01,1\n02,2\n", kinds={"a": "text"})["a"].to_lists() == ["01", "02"]
    dataset = load("a,b\n01,1\n02,2\n")
    assert dataset["a"].to_lists() == [1, 2]
    assert found(dataset) == {"leading-zeros": (2, ())}


def test_lists_in_one_column_keep_empty_rows(load):
    dataset = load("tokens\n1 2 3\n\n4\n")
    assert dataset["tokens"].to_lists() == [[1, 2, 3], [], [4]]
    assert dataset.guessed == {
        "delimiter": "none",
        "header": "yes",
        "shape": "list-in-cell",
        "lists of tokens": "separated by space",
    }
    assert load('t,y\n"[1]",0\n,1\n').guessed["lists of t"] == "in brackets"


def test_a_column_without_a_name(load):
    assert load("1 2\n3\n").columns == ("x",)
    assert load("[a, b]\n[c]\n").columns == ("items",)
    assert load("hello there\ngood bye\n").columns == ("text",)
    assert load("1 2\n3\n", kinds={"x": "text"})["items"].to_lists() == [["1", "2"], ["3"]]


def test_ragged_lines(load):
    dataset = load("milk,bread,\r\nbeer,\r\n\r\nmilk,,eggs,beer,\r\n")
    assert dataset["items"].to_lists() == [["milk", "bread"], ["beer"], [], ["milk", "eggs", "beer"]]
    assert found(dataset) == {"empty-cells": (1, (3,))}
    assert dataset.guessed["empty cells at a line's end"] == "no steps"
    numbers = load("1,2,3\n4,,5\n6\n")
    assert numbers["x"].to_lists() == [[1, 2, 3], [4, None, 5], [6]]
    assert found(numbers) == {"missing-steps": (1, (1,))}
    assert load("a,b\n1,2\n3,4\n", shape="ragged-lines")["x"].to_lists() == [[1, 2], [3, 4]]


def test_old_line_ends_and_marks(load):
    assert load("1,2\r3\r4,5,6,\r")["x"].to_lists() == [[1, 2], [3], [4, 5, 6]]
    assert load("\ufeffa,b\n1,2\n").columns == ("a", "b")
    assert load("a\tb\n1\t2\n", TSV)["b"].to_lists() == [2]


def test_a_quoted_cell_may_hold_line_ends(load, monkeypatch):
    monkeypatch.setattr(base, "FIRST_PIECE_BYTES", 12)
    dataset = load('a,b\n1,"x\ny,z\n\n""w"""\n2,v\n', header=True, kinds={"b": "text"})
    assert dataset["b"].to_lists() == ['x\ny,z\n\n"w"', "v"]


@pytest.mark.usefixtures("small")
def test_pieces_agree_and_widen(load, tmp_path):
    content = "a,b\n" + "1,x\n" * 100 + "2.5,y\n" * 100 + "z,w\n"
    path = tmp_path / "b.csv"
    path.write_text("a,b\n" + "1,x\n" * 300)
    assert len(list(CSV.read(path, ReadOptions()))) > 4
    path.write_text(content)
    with pytest.raises(KindChanged) as caught:
        list(CSV.read(path, ReadOptions()))
    assert (caught.value.column, caught.value.kind) == ("a", "float")
    assert caught.value.row == 100
    odd = load(content)
    assert odd["a"].to_lists()[:200] == [1] * 100 + [2.5] * 100
    assert np.isnan(odd["a"].flat[200])
    assert found(odd)["odd-cells"] == (1, (200,))
    mixed = load("a,b\n" + "1,x\n" * 100 + "z1,y\n" * 100)
    assert mixed["a"].to_lists() == ["1"] * 100 + ["z1"] * 100
    assert load("1,2\n" * 100 + "3,x\n")["x"].to_lists() == [[1, 2]] * 100 + [[3, None]]


@pytest.mark.usefixtures("small")
def test_blank_pieces_are_passed_over(load):
    assert len(load("\n" * 3 + "a,b\n1,2\n" + "\n" * 2000 + "3,4\n", header=True, shape="table")) == 2
    assert len(load("a,b\n1,2\n" + "\n" * 2000 + "3,4\n", header=True, shape="table")) == 2
    assert len(load("\n" * 300 + "a,b\n1,2\n", header=True, delimiter=",", shape="ragged-lines")) == 1


def test_rows_of_another_width(load):
    dataset = load("a,b,c\n1,2\n3,4,5\n6,7,8,,\n")
    assert dataset["c"].to_lists() == [None, 5, 8]
    assert found(dataset)["short-rows"] == (1, (0,))
    long = load("a,b\n1,2\n3,4,5\n", shape="table", header=True)
    assert long["b"].to_lists() == [2, 4]
    assert found(long) == {"long-rows": (1, (1,))}


def test_invalid_utf8_is_said(load):
    dataset = load(b"a,b\n1,x\n2,caf\xe9\n")
    assert dataset["b"].to_lists() == ["x", "caf\ufffd"]
    assert found(dataset) == {"invalid-utf8": (1, (1,))}


@pytest.mark.parametrize(
    ("content", "code", "where"),
    [
        ('a,b\n1,"x\n2,y\n', "unclosed-quote", "line 2"),
        ('a,b\n1,x\n"p"q,y\n', "bad-quotes", "line 3"),
        ("a,b\n1,x\ry\n", "bare-return", "line 2"),
        ("a,b\n1,\0\n", "nul-bytes", ""),
        ("\ufeffa,b\n".encode("utf-16-le"), "not-utf8", ""),
    ],
)
def test_damaged_files_are_sentences(load, content, code, where):
    with pytest.raises(ContentError) as caught:
        load(content)
    assert caught.value.code == code
    assert where in caught.value.where


def test_files_without_rows(load):
    with pytest.raises(ContentError, match="no row below"):
        load("a,b\n", header=True)
    with pytest.raises(ContentError, match="holds no row"):
        load(b"\xef\xbb\xbf")


def test_a_cell_beyond_the_limit_is_unsafe(load, monkeypatch):
    before = csv.field_size_limit()
    monkeypatch.setattr(csv_records, "LINE_BYTES", 1 << 20)
    try:
        with pytest.raises(UnsafeError, match="larger than 1 MiB"):
            load('a,b\n1,"' + "x\n" * (1 << 20) + '"\n', header=True)
    finally:
        csv.field_size_limit(before)


def test_content_never_decides(tmp_path):
    assert not CSV.matches(b"a,b\n1,2\n", tmp_path)


def test_mutated_files_read_or_say_why(tmp_path, scaled):
    rng = random.Random(2)
    sound = (
        'id,tokens,name\r\n1,"[1, 2, 3]","A ""b"""\r\n2,"[]",\r\n3,"[4.5]",é\r\n'.encode(),
        b"milk,bread,\nbeer,\n\nmilk,eggs,beer,\n",
        b"tokens;y\n1 2 3;0.5\n4 5;1\n;2\n",
    )
    path = tmp_path / "a.csv"
    outcomes = set()
    for _ in range(scaled(6000)):
        content = bytearray(rng.choice(sound))
        for _ in range(rng.randrange(1, 5)):
            content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        path.write_bytes(content[: rng.randrange(len(content)) + 1] if rng.random() < 0.3 else content)
        try:
            load_path(path)
            outcomes.add("read")
        except PadViewerError as error:
            outcomes.add(error.code if error.what.endswith(".") else "no sentence")
    assert {"read", "unclosed-quote", "bad-quotes"} <= outcomes
    assert "no sentence" not in outcomes
