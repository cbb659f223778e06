"""Tables whose cells or lines are odd: the values come from the cases, from pandas, or from the hand."""

import csv
import io
import json
import math
from pathlib import Path

import pandas as pd
import pytest

from padviewer.core import open_dataset
from padviewer.core.errors import PadViewerError
from padviewer.core.readers import base

CASES = Path(__file__).resolve().parent
MARKS = ("?", "-", "N/A", "#N/A", "<NA>", "missing", ".", "...")
VALUES = {"1_000": 1000, "−5": -5, "1.0D+03": 1000, "0x1F": 31, "½": 0.5, "$3": 3, "2,590": 2590}
ODD = ("true", "12%", "error")
PLACES = ("first", "last", "behind the first block")


def expected(number):
    (path,) = CASES.glob(f"{number}-*.expect.json")
    return json.loads(path.read_text("utf-8"))["expect"]


def opened(number, **options):
    (path,) = CASES.glob(f"{number}-*.csv")
    return open_dataset(path, **options)


def plain(rows):
    """Return rows with None for NaN."""
    return [None if isinstance(one, float) and math.isnan(one) else one for one in rows]


def said(dataset, code):
    return [one for one in dataset.findings if one.code == code]


def write(path, rows, **style):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", **style).writerows(rows)
    path.write_text(out.getvalue(), "utf-8")
    return path


@pytest.mark.parametrize("number", ["02", "04", "10", "12", "16"])
def test_columns_of_numbers_are_what_the_owner_meant(number):
    dataset = opened(number)
    for name, values in expected(number)["columns"].items():
        assert plain(dataset[name].to_lists()) == values
        assert dataset[name].kind in ("integer", "float")


def test_what_is_said_of_them():
    (temp, hum) = said(opened("02"), "odd-cells")
    assert temp.message.startswith("1 of 4 cells of “temp” is no number: “?” in row 1.")
    assert (hum.count, hum.rows) == (1, (2,))
    assert "decimal comma" in said(opened("04"), "other-notation")[0].message
    assert "thousands marks" in said(opened("10"), "other-notation")[0].message
    assert said(opened("12"), "extra-cells")[0].rows == (0,)


def test_a_printed_array_says_what_is_lost():
    column = opened("01")["signal"]
    assert column.kind == "integer"
    assert column.to_lists()[1] == [0, 1, 2, None, 1197, 1198, 1199]
    (one,) = said(opened("01"), "abbreviated")
    assert (one.level, one.count, one.rows) == ("error", 1, (1,))


def test_lists_however_they_are_printed():
    assert opened("07")["x"].to_lists() == expected("07")["columns"]["x"]
    ids = opened("09")["items"]
    assert (ids.to_lists(), ids.dtype) == (expected("09")["columns"]["items"], "uint64")
    assert opened("66")["codes"].lengths.tolist() == expected("66")["lengths"]
    assert opened("68")["signal"].lengths.tolist() == expected("68")["lengths"]
    assert opened("69")["ids"].to_lists() == [[3, 7, None, 2], [5], []]
    assert opened("70")["timeseries"].to_lists() == expected("70")["timeseries"]
    assert opened("74")["lbl"].to_lists() == expected("74")["lbl"]


def test_a_long_cell_changes_nothing_and_two_openings_agree():
    before = csv.field_size_limit()
    try:
        for path, want in (("14-genome.csv", expected("14")), ("14-longlist.csv", expected("14")["second"])):
            for _ in range(2):
                csv.field_size_limit(131_072)
                dataset = open_dataset(CASES / path)
                assert (list(dataset.columns), len(dataset)) == (want["columns"], want["rows"])
        assert open_dataset(CASES / "14-longlist.csv")["ids"].lengths.tolist() == [30000, 2]
    finally:
        csv.field_size_limit(before)


def test_lines_without_names_and_short_lines():
    assert len(opened("17")) == expected("17")["rows"]
    assert opened("38")["x"].lengths.tolist() == expected("38")["lengths"]


def test_another_encoding():
    assert opened("79", encoding="cp1252")["text"].to_lists() == expected("79")["text"]
    assert said(opened("79"), "invalid-utf8")[0].count == 3
    for name in ("utf-16", "no such", "rot13"):
        with pytest.raises(PadViewerError, match="no encoding"):
            opened("79", encoding=name)


def rows_with(cell_text, place, width):
    """Return 400 rows of `width` numbers, one of which is the cell_text, and where that stands."""
    at = {"first": 0, "last": 399, "behind the first block": 300}[place]
    rows = [[str(row * width + column + 1) for column in range(width)] for row in range(400)]
    rows[at][width // 2] = cell_text
    return rows, at


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("cell_text", [*MARKS, *VALUES, *ODD])
@pytest.mark.parametrize("form", ["table", "list in a cell", "list in brackets", "ragged line"])
def test_an_odd_cell_leaves_the_numbers_and_is_named(tmp_path, monkeypatch, form, cell_text, place):
    monkeypatch.setattr(base, "FIRST_PIECE_BYTES", 2048)
    monkeypatch.setattr(base, "PIECE_BYTES", 2048)
    rows, at = rows_with(cell_text, place, 3)
    if form == "list in brackets" and cell_text == "...":
        pytest.skip("it stands for values that were not printed")
    if form == "list in brackets" and cell_text == "2,590":
        pytest.skip("a comma between brackets is one between items")
    if form == "table":
        path = write(tmp_path / "a.csv", [("a", "b", "c"), *rows])
        read = open_dataset(path)["b"].to_lists()
        want = [int(row[1]) if row[1].isdecimal() else None for row in rows]
        found = read[at]
    else:
        inner = {"list in a cell": " ".join, "list in brackets": lambda row: f"[{', '.join(row)}]"}
        if form in inner:
            path = write(
                tmp_path / "a.csv", [("id", "x"), *((n, inner[form](row)) for n, row in enumerate(rows))]
            )
        else:
            path = write(tmp_path / "a.csv", [row[: 3 - n % 2] for n, row in enumerate(rows)])
            rows = [row[: 3 - n % 2] for n, row in enumerate(rows)]
        read = [list(row) for row in open_dataset(path)["x"].to_lists()]
        want = [[int(cell) if cell.isdecimal() else None for cell in row] for row in rows]
        found = read[at][1]
        read[at][1] = want[at][1] = None
    dataset = open_dataset(path)
    if form == "table":
        read[at] = None
    assert read == want
    if form == "list in brackets" and cell_text == "1_000":  # as Python writes it
        assert (found, dataset.findings) == (1000, ())
        return
    if cell_text in VALUES:
        assert found == VALUES[cell_text]
        (one,) = said(dataset, "other-notation")
    else:
        assert found is None or math.isnan(found)
        known = cell_text == "N/A" or (cell_text == "<NA>" and form == "list in brackets")
        (one,) = said(dataset, "missing-steps" if known else "odd-cells")
    assert one.rows == (at,)
    assert one.count == 1


def test_marks_are_what_pandas_takes_for_them(tmp_path):
    rows = [[str(at / 4)] for at in range(40)]
    for at, mark in enumerate(("#N/A", "<NA>", "n/a", "NULL", "-nan", "None", "?", "-", ".", "missing")):
        rows[3 * at][0] = mark
    path = write(tmp_path / "a.csv", [("v", "w"), *([row[0], "1"] for row in rows)])
    frame = pd.read_csv(path, na_values=["?", "-", ".", "missing"])
    assert plain(open_dataset(path)["v"].to_lists()) == plain(frame["v"].tolist())


def test_decimal_commas_and_thousands_are_what_pandas_reads(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a;b\n1,5;1.234,5\n-2,25;7,0\n10;2.000.000,25\n", "utf-8")
    frame = pd.read_csv(path, sep=";", decimal=",", thousands=".")
    dataset = open_dataset(path)
    assert {name: dataset[name].to_lists() for name in "ab"} == frame.to_dict("list")
    path.write_text('a,b\n"1,234",1\n"12,345,678",2\n5,3\n', "utf-8")
    assert open_dataset(path)["a"].to_lists() == pd.read_csv(path, thousands=",")["a"].tolist()


@pytest.mark.parametrize(
    "cells", [["C536379", "536365", "536366", "536367"], ["12a", "12", "14", "16"], ["a", "b", "1", "2"]]
)
def test_names_with_digits_are_not_lost(tmp_path, cells):
    path = write(tmp_path / "a.csv", [("a", "b"), *((cell, "1") for cell in cells)])
    assert open_dataset(path)["a"].to_lists() == cells
    assert plain(open_dataset(path, columns={"a": "numbers"})["a"].to_lists()) == [
        int(cell) if cell.isdecimal() else None for cell in cells
    ]


def test_numbers_are_read_another_way_where_that_is_wanted(tmp_path):
    path = write(tmp_path / "a.csv", [("a", "b"), ("?", "1"), ("2", "2"), ("3", "3"), ("4", "x")])
    assert open_dataset(path, columns={"a": "text"})["a"].to_lists() == ["?", "2", "3", "4"]
    assert not said(open_dataset(path, columns={"a": "text"}), "odd-cells")[1:]
    with pytest.raises(PadViewerError, match="no column"):
        open_dataset(path, columns={"z": "text"})
    with pytest.raises(PadViewerError, match="cannot be read as"):
        open_dataset(path, columns={"a": "dates"})
    path.write_text("a;b\n1,234;1\n2,345;2\n", "utf-8")
    assert open_dataset(path)["a"].to_lists() == [1234, 2345]
    assert open_dataset(path, columns={"a": "decimal-comma"})["a"].to_lists() == [1.234, 2.345]


@pytest.mark.parametrize(
    ("text", "code", "names", "first", "rows"),
    [
        ("Weather station 7\nt,temp,hum\n0,1.5,2\n1,2.5,3\n", "title-lines", "t temp hum", [0, 1.5, 2], 2),
        ("# made by hand\nt,temp\n0,1.5\n1,2.5\n", "comment-lines", "t temp", [0, 1.5], 2),
        ("t,temp\n0,1.5\n# a pause\n1,2.5\n", "comment-lines", "t temp", [0, 1.5], 2),
        ("sep=;\nt;temp\n0;1.5\n1;2.5\n", None, "t temp", [0, 1.5], 2),
        ("t,temp\ns,°C\n0,1.5\n1,2.5\n", "units-line", "t temp", [0, 1.5], 2),
        ("t,temp,hum\n0,1.5,2\n1,2.5\n2,3.5,4\n", "short-rows", "t temp hum", [0, 1.5, 2], 3),
        ("t,temp,hum\n0,1.5,2\n1,2.5,3,9\n2,3.5,4\n", "long-rows", "t temp hum", [0, 1.5, 2], 3),
        ("temp,hum\n0,1.5,2\n1,2.5,3\n", "short-header", "column_1 temp hum", [0, 1.5, 2], 2),
        ("# t,temp\n0,1.5\n1,2.5\n", None, "t temp", [0, 1.5], 2),
    ],
)
def test_one_line_does_not_decide_the_shape_of_a_table(tmp_path, text, code, names, first, rows):
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")
    dataset = open_dataset(path)
    assert " ".join(dataset.columns) == names
    assert [dataset[name].to_lists()[0] for name in dataset.columns] == first
    assert len(dataset) == rows
    assert [one.code for one in dataset.findings if one.code != "missing-steps"] == ([code] if code else [])


@pytest.mark.parametrize("names", [True, False])
def test_several_numbers_and_a_class_are_features(tmp_path, names):
    rows = [(5.1, 3.5, 1.4, "a"), (4.9, 3.0, 1.4, "a"), (6.1, 2.9, 4.7, "b"), (6.0, 2.2, 4.0, "b")]
    path = write(tmp_path / "a.csv", [("w", "x", "z", "species"), *rows] if names else rows)
    dataset = open_dataset(path)
    label = "species" if names else "column_4"
    assert dataset["features"].to_lists() == [list(row[:3]) for row in rows]
    assert dataset["features"].inner_shape == (3,)
    assert (dataset.with_role_of("sequence"), dataset.with_role_of("label")) == (("features",), (label,))
    assert "features" not in open_dataset(path, shape="table").columns


def test_features_where_they_are_asked_for_and_where_a_number_is_missing(tmp_path):
    path = write(tmp_path / "a.csv", [("id", "a", "b"), (1, 2, 3), (2, "", 5), (3, 7, 8)])
    assert "features" not in open_dataset(path).columns
    read = open_dataset(path, shape="features")["features"]
    assert [plain(row) for row in read.to_lists()] == [[2, 3], [None, 5], [7, 8]]
    path = write(tmp_path / "b.csv", [("a", "b", "label"), *((3 * n, 2 * n, n % 2) for n in range(8))])
    assert open_dataset(path)["features"].dtype == "int64"
    assert open_dataset(path).with_role_of("label") == ("label",)


def test_lists_that_are_empty_at_first_are_judged_by_the_first_items(tmp_path):
    late = [["[]", "a" * 30]] * 20_000 + [["[1, 2, 3]", "b"]] * 20 + [['[1, "?", 3]', "b"]]
    dataset = open_dataset(write(tmp_path / "late.csv", [["x", "y"], *late]))
    assert dataset["x"].kind == "integer"
    assert dataset["x"][20_020:].to_lists() == [[1, None, 3]]
    (odd,) = said(dataset, "odd-cells")
    assert (odd.count, odd.rows) == (1, (20_020,))
