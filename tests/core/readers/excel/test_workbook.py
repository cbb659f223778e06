"""Workbooks: what openpyxl and pandas write, and clicks.xls and clicks.ods, which xlwt and odfpy wrote."""

import builtins
import datetime as dt
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from padviewer.cli import main
from padviewer.core import open_dataset
from padviewer.core.errors import ChoiceError, ContentError, MissingExtraError
from padviewer.core.readers.excel import workbook

HERE = Path(__file__).parent
ROWS = [
    ["id", "n", "share", "when", "pages"],
    ["007", 3, 0.25, dt.date(2024, 1, 31), "[1, 2, 3]"],
    ["012", None, 1.5, dt.date(2024, 2, 1), "[4]"],
    ["101", -7, 1e300, dt.date(2024, 12, 31), "[]"],
]


def book(path, *sheets, **more):
    """Write sheets of rows, each a list of lists or (name, rows)."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for at, one in enumerate(sheets):
        name, rows = one if isinstance(one, tuple) else (f"Sheet{at + 1}", one)
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for change in more.get("changes", ()):
        change(made)
    made.save(path)
    return path


def found(dataset):
    return {one.code: one for one in dataset.findings}


def is_as_written(dataset):
    assert dataset["id"].to_lists()[:3] == ["007", "012", "101"]
    assert dataset["n"].to_lists()[:3] == [3, None, -7]
    assert dataset["share"].to_lists()[:3] == [0.25, 1.5, 1e300]
    assert dataset["when"].to_lists()[:3] == ["2024-01-31", "2024-02-01", "2024-12-31"]
    assert dataset["pages"].to_lists()[:3] == [[1, 2, 3], [4], []]
    assert (dataset.format, dataset.roles["pages"]) == ("Excel", "sequence")


def test_every_kind_of_workbook_says_the_same(tmp_path):
    is_as_written(open_dataset(book(tmp_path / "clicks.xlsx", ROWS)))
    is_as_written(open_dataset(HERE / "clicks.xls"))
    is_as_written(open_dataset(HERE / "clicks.ods"))
    for name in ("clicks.xls", "clicks.ods", "clicks.xlsx"):
        path = tmp_path / name
        path = path if path.exists() else HERE / name
        other = tmp_path / f"{name}.dat"
        other.write_bytes(path.read_bytes())
        is_as_written(open_dataset(other))


def test_what_pandas_writes_is_what_pandas_reads(tmp_path):
    frame = pd.DataFrame(
        {"x": [1.5, -2.25, 1e-300, 0.1 + 0.2], "n": [0, 2**53 - 1, -5, 7], "b": [True, False] * 2}
    )
    frame.to_excel(tmp_path / "x.xlsx", index=False)
    dataset = open_dataset(tmp_path / "x.xlsx")
    read = pd.read_excel(tmp_path / "x.xlsx", engine="openpyxl")
    for name in frame:
        assert dataset[name].to_lists() == read[name].tolist()
    assert [dataset[name].kind for name in frame] == ["float", "integer", "boolean"]


def test_texts_that_begin_with_a_zero_stay_texts_unless_a_person_says_otherwise(tmp_path):
    path = book(tmp_path / "x.xlsx", [["zip", "k"], ["01234", "1"], [99999, "2"], ["0", "3"]])
    dataset = open_dataset(path)
    assert dataset["zip"].to_lists() == ["01234", "99999", "0"]
    assert dataset["k"].to_lists() == [1, 2, 3]
    assert open_dataset(path, columns={"zip": "numbers"})["zip"].to_lists() == [1234, 99999, 0]


def test_numbers_that_no_workbook_holds_exactly_are_said(tmp_path):
    path = book(tmp_path / "x.xlsx", [["n"], [2**53 - 1], [2**53 + 1], [1]])
    dataset = open_dataset(path)
    assert dataset["n"].to_lists()[0] == 2**53 - 1
    rounded = found(dataset)["integers-rounded"]
    assert (rounded.count, rounded.rows) == (1, (1,))
    assert "integers-rounded" not in found(open_dataset(book(path, [["n"], [2**53 - 1], [-(2**53) + 1]])))


def test_dates_times_and_durations(tmp_path):
    rows = [
        ["at", "day", "took", "clock"],
        [pd.Timestamp("2024-01-31 10:30"), dt.date(2024, 1, 31), dt.timedelta(hours=30), dt.time(10, 30)],
        [pd.Timestamp("2024-02-01"), dt.date(1999, 12, 31), dt.timedelta(minutes=1), dt.time(0, 0, 1)],
    ]
    dataset = open_dataset(book(tmp_path / "x.xlsx", rows))
    assert dataset["at"].to_lists() == ["2024-01-31 10:30:00", "2024-02-01"]
    assert dataset["day"].to_lists() == ["2024-01-31", "1999-12-31"]
    assert dataset["took"].to_lists() == [108_000, 60]
    assert dataset["clock"].to_lists() == ["10:30:00", "00:00:01"]
    assert [one.where for one in dataset.findings if one.code == "times-as-numbers"] == ["took"]


def test_a_sheet_is_chosen_by_name_and_the_others_are_said(tmp_path):
    def hide(made):
        made["hidden"].sheet_state = "hidden"

    sheets = [("hidden", [["h"], [1]]), ("train", [["x"], ["[1, 2]"]]), ("test & co", [["x"], ["[3]"]])]
    path = book(tmp_path / "x.xlsx", *sheets, changes=[hide])
    dataset = open_dataset(path)
    assert dataset["x"].to_lists() == [[1, 2]]
    assert dataset.guessed["table"] == "train"
    assert dataset.guessed["other tables"] == "hidden, test & co"
    assert "“train” is read" in found(dataset)["several-tables"].message
    assert open_dataset(path, table="test & co")["x"].to_lists() == [[3]]
    assert open_dataset(path, table="hidden")["h"].to_lists() == [1]
    with pytest.raises(ChoiceError, match=r"The tables are: hidden, train, test & co"):
        open_dataset(path, table="nothing")


def test_titles_blank_rows_and_empty_tails_are_those_of_a_csv(tmp_path):
    rows = [["Clicks of 2024"], [], ["user", "n", "m"], ["a", 1, 2], [], ["b", 3, 4], [None, None, None, ""]]
    path = book(tmp_path / "x.xlsx", rows, changes=[lambda made: made.active.cell(40, 30, None)])
    dataset = open_dataset(path)
    assert dataset.columns[:3] == ("user", "n", "m")
    assert dataset["n"].to_lists() == [1, 3]
    assert found(dataset)["title-lines"].count == 1
    assert found(dataset)["blank-lines"].count == 1
    shifted = book(path, [[None, "a", "b"], [None, 1, 2]])
    assert open_dataset(shifted).columns[:2] == ("a", "b")


def test_rows_of_numbers_without_names_are_ragged_lines(tmp_path):
    path = book(tmp_path / "x.xlsx", [[1, 2, 3], [4], [5, 6]])
    assert open_dataset(path)["x"].to_lists() == [[1, 2, 3], [4], [5, 6]]
    table = open_dataset(path, shape="table")
    assert table.columns == ("column_1", "column_2", "column_3")
    named = open_dataset(book(path, [["7", "8"], [1, 2]]), header=True)
    assert named.columns == ("7", "8")


def test_merged_cells_formulas_without_a_value_and_errors_are_said(tmp_path):
    def merge(made):
        made.active.merge_cells("A2:A3")
        made.create_sheet("other").append(["=1+1", "#N/A"])

    rows = [["a", "n", "m"], ["x", 1, 1], [None, "=B2+1", 2], ["y", "#DIV/0!", 3], ["z", 5, 4]]
    dataset = open_dataset(book(tmp_path / "x.xlsx", rows, changes=[merge]))
    assert dataset["n"].to_lists() == [1, None, None, 5]
    assert found(dataset)["merged-cells"].count == 1
    said = found(dataset)["cells-without-value"]
    assert said.count == 2
    assert "1 of them formulas that were saved without one, 1 errors" in said.message


def test_formulas_are_the_values_that_were_saved(tmp_path):
    """openpyxl saves no values: they are put beside the formulas by hand, as Excel does."""
    import zipfile

    plain = book(tmp_path / "p.xlsx", [["n", "t"], ["=1+1", '=""'], [5, "x"]])
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = text.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>").replace(
                    b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>"
                )
                text = text.replace(b'<c r="B2">', b'<c r="B2" t="str">')
            new.writestr(name, text)
    dataset = open_dataset(path)
    assert dataset["n"].to_lists() == [2, 5]
    assert "cells-without-value" not in found(dataset)


def test_many_rows_come_in_pieces_and_a_late_fraction_widens(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "FIRST_ROWS", 10)
    monkeypatch.setattr(workbook, "PIECE_ROWS", 30)
    rows = [["n", "l"], *([at, f"[{at}]"] for at in range(99)), [0.5, "[99, 100]"]]
    dataset = open_dataset(book(tmp_path / "x.xlsx", rows))
    assert dataset["n"].to_lists() == [*map(float, range(99)), 0.5]
    assert dataset["l"].to_lists() == [*([at] for at in range(99)), [99, 100]]
    assert found(dataset)["kind-widened"].rows == (99,)


def test_a_long_table_in_a_workbook(tmp_path):
    frame = pd.DataFrame(
        {
            "user": ["b", "a", "b"],
            "day": pd.to_datetime(["2024-02-01 10:00", "2024-01-01", "2024-01-31"], format="mixed"),
        }
    )
    frame["item"] = [1, 2, 3]
    frame.to_excel(tmp_path / "x.xlsx", index=False)
    dataset = open_dataset(tmp_path / "x.xlsx", long="user,day")
    assert dataset["item"].to_lists() == [[3, 1], [2]]
    assert "order-is-text" not in found(dataset)


def test_what_holds_nothing_or_no_workbook_is_refused(tmp_path):
    with pytest.raises(ContentError, match="no row"):
        open_dataset(book(tmp_path / "empty.xlsx", []))
    with pytest.raises(ContentError, match="no row below the first line"):
        open_dataset(book(tmp_path / "head.xlsx", [["a", "b"]]), header=True)
    good = book(tmp_path / "good.xlsx", ROWS).read_bytes()
    for at, damaged in enumerate((good[: len(good) // 2], good[:200] + b"\0" * 300 + good[500:])):
        path = tmp_path / f"d{at}.xlsx"
        path.write_bytes(damaged)
        with pytest.raises(ContentError):
            open_dataset(path)
    old = (HERE / "clicks.xls").read_bytes()
    for at, damaged in enumerate((old[:700], old[:600] + b"\xff" * 400 + old[1000:])):
        path = tmp_path / f"o{at}.xls"
        path.write_bytes(damaged)
        with pytest.raises(ContentError):
            open_dataset(path)
    with pytest.raises(ChoiceError, match="no choice of delimiter"):
        open_dataset(tmp_path / "good.xlsx", delimiter=";")


def test_a_workbook_without_its_library_says_what_to_install(tmp_path, monkeypatch, capsys):
    path = book(tmp_path / "x.xlsx", ROWS)
    imported = builtins.__import__

    def without(name, *args, **kwargs):
        if name == "python_calamine":
            raise ModuleNotFoundError(name=name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match="python-calamine"):
        open_dataset(path)
    assert main(["info", str(path)]) == 1
    assert 'pip install "padviewer[tables]"' in capsys.readouterr().err
    monkeypatch.setattr("sys.frozen", True, raising=False)
    with pytest.raises(MissingExtraError, match="comes without it"):
        open_dataset(path)


def test_the_commands_take_workbooks(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    book(Path("x.xlsx"), ROWS)
    assert main(["pad", "x.xlsx", "-o", "o.npz"]) == 0
    import numpy as np

    with np.load("o.npz") as arrays:
        assert arrays["pages"].tolist() == [[1, 2, 3], [4, 0, 0], [0, 0, 0]]
    assert main(["check", "x.xlsx"]) == 0
    assert main(["detect", "x.xlsx"]) == 0
    assert main(["info", "x.xlsx", "--table", "no"]) == 2
    assert "--table" in capsys.readouterr().err


def test_other_compound_files_are_no_workbooks(tmp_path):
    old = (HERE / "clicks.xls").read_bytes()
    for name, content in {
        "cut.doc": old[:40],
        "word.doc": old.replace(b"W\0o\0r\0k\0", b"W\0o\0r\0d\0"),
    }.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ContentError, match="an old Word file or an encrypted workbook"):
            open_dataset(tmp_path / name)
