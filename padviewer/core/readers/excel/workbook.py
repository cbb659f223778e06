"""Excel and OpenDocument workbooks: a sheet's cells, read by the rules of a CSV's."""

from __future__ import annotations

import datetime as dt
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from padviewer.core.choices.reading import TEXT
from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ContentError
from padviewer.core.finding import MOST_ROWS, Finding
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.cells.values import EXACT_IN_FLOAT
from padviewer.core.readers.csv.delimited import read_records
from padviewer.core.readers.csv.layout import SAMPLE, Layout, layout_of
from padviewer.core.readers.engines import engine, faults_said
from padviewer.core.readers.excel.guard import EXCEL_PART, ODS_PART, Untold, check_archive, member_names
from padviewer.core.readers.limits import check_memory
from padviewer.core.readers.tables import refuse_table, several_tables
from padviewer.core.sentence import say, say_count

ENGINE = "python-calamine"
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CELL_BYTES = 100
FIRST_ROWS, PIECE_ROWS = 2000, 50_000
ZERO_FIRST = re.compile(r"\s*[+-]?0\d+(?:[.,]\d+)?\s*")
Cell = Any  # int, float, str, bool, or a date or time of Python


def read_workbook(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the rows of one sheet of a workbook; formulas are their values as they were saved.

    Raises
    ------
    MissingExtraError
        The library that reads workbooks is not there.
    ContentError
        Damage, a password, no rows.
    UnsafeError
        What unpacks to too much; entities.
    ChoiceError
        There is no such sheet.
    """
    with faults_said(str(path), "Excel"):
        with path.open("rb") as file:
            is_archive = file.read(4) == ZIP
        parts = check_archive(path) if is_archive else {}
        with engine(ENGINE, str(path)):
            from python_calamine import CalamineWorkbook
        with CalamineWorkbook.from_path(str(path)) as book:
            name = _sheet_of(book, options.table)
            sheet = book.get_sheet_by_name(name)
            others = [one for one in book.sheet_names if one != name]
            check_memory(sheet.height * sheet.width * CELL_BYTES, str(path))
            merged = len(sheet.merged_cell_ranges or ())
            records, marks = _records(sheet.to_python())
    said = [*_said(name, others, merged), *_without_value(parts.get(name, Untold()))]
    tables = {"table": name, "other tables": ", ".join(others)} if others else {}
    yield from _pieces(records, marks, options, str(path), said, tables)


def _sheet_of(book: Any, asked: str | None) -> str:
    """Return the sheet to read: the one asked for, else the first that can be seen."""
    names: list[str] = list(book.sheet_names)
    if asked is not None:
        if asked not in names:
            raise refuse_table(asked, names)
        return asked
    seen: list[str] = [one.name for one in book.sheets_metadata if str(one.visible).endswith(".Visible")]
    if not names:
        raise ContentError("empty-file", say("The workbook has no sheet."))
    return (seen or names)[0]


@dataclass
class _Marks:
    """What a sheet's cells say that their texts do not.

    Parameters
    ----------
    zeros : set of int
        Columns in which a text begins with a zero and is a number otherwise.
    large : list of int
        Records with a whole number that a workbook does not hold exactly.
    durations : set of int
        Columns that hold durations.
    """

    zeros: set[int] = field(default_factory=set)
    large: list[int] = field(default_factory=list)
    durations: set[int] = field(default_factory=set)


def _records(rows: Sequence[Sequence[Cell]]) -> tuple[list[list[str]], _Marks]:
    """Return the cells as texts, a blank row as an empty record; what is empty at the end is left out."""
    marks = _Marks()
    records = [
        [_text(cell, at, column, marks) for column, cell in enumerate(row)] for at, row in enumerate(rows)
    ]
    width = max((at + 1 for row in records for at, cell in enumerate(row) if cell), default=0)
    records = [record[:width] if any(record) else [] for record in records]
    while records and not records[-1]:
        records.pop()
    for at, record in enumerate(records):  # a title is one cell, as a line of a CSV is
        if width < 2 or any(record[1:]):
            break
        records[at] = record[:1]
    return records, marks


def _text(cell: Cell, record: int, column: int, marks: _Marks) -> str:
    """Return a cell as a CSV would write it: numbers exactly, dates from the year on."""
    if isinstance(cell, str):
        if ZERO_FIRST.fullmatch(cell):
            marks.zeros.add(column)
        return str(cell)
    if isinstance(cell, (bool, int)):
        return str(cell)
    if isinstance(cell, float):
        whole = cell.is_integer()
        if whole and EXACT_IN_FLOAT <= abs(cell) < 2**63:
            marks.large.append(record)
        return str(int(cell)) if whole and abs(cell) < 2**63 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ") if cell.time() != dt.time() else cell.date().isoformat()
    if isinstance(cell, dt.timedelta):
        marks.durations.add(column)
        seconds = cell.total_seconds()
        return str(int(seconds)) if seconds.is_integer() else repr(seconds)
    return str(cell.isoformat())


def _said(name: str, others: Sequence[str], merged: int) -> list[Finding]:
    """Return what there is to say of the workbook, beside its rows."""
    said = []
    if others:
        holds = {one: say("a sheet") for one in others}
        said.append(several_tables(name, holds))
    if merged:
        message = say_count(
            "{count} range of merged cells has its value in its first cell alone; the others are empty.",
            "{count} ranges of merged cells have their values in their first cells alone; the others are "
            "empty.",
            merged,
        )
        remedy = say("Undo the merging, and fill each cell.")
        said.append(Finding("warning", "merged-cells", message, merged, (), remedy))
    return said


def _without_value(untold: Untold) -> list[Finding]:
    """Return the finding that cells are empty though something stands in them."""
    count = untold.formulas + untold.errors
    if not count:
        return []
    message = say_count(
        "{count} cell has no value: {formulas} of them formulas that were saved without one, {errors} "
        "errors such as #N/A. It is read as empty.",
        "{count} cells have no value: {formulas} of them formulas that were saved without one, {errors} "
        "errors such as #N/A. They are read as empty.",
        count,
        formulas=untold.formulas,
        errors=untold.errors,
    )
    remedy = say("Open and save the workbook in Excel or LibreOffice, which work formulas out.")
    return [Finding("warning", "cells-without-value", message, count, (), remedy)]


def _pieces(
    records: list[list[str]],
    marks: _Marks,
    options: ReadOptions,
    where: str,
    said: list[Finding],
    tables: dict[str, str],
) -> Iterator[Dataset]:
    layout = layout_of(records[:SAMPLE], options, "")
    above = layout.head.lines
    ways = {layout.names[at]: TEXT for at in marks.zeros if at < len(layout.names) and not layout.lists[at]}
    options = replace(options, columns={**ways, **options.columns})
    said += _of_cells(layout, marks, above)
    ends = [0, min(FIRST_ROWS, len(records)), *range(FIRST_ROWS + PIECE_ROWS, len(records), PIECE_ROWS)]
    cuts = sorted({*ends, len(records)})
    blocks = (records[start:stop] for start, stop in pairwise(cuts))
    for piece in read_records(blocks, layout, options, where):
        yield replace(piece, guessed={**tables, **piece.guessed}, findings=(*said, *piece.findings))
        said = []


def _of_cells(layout: Layout, marks: _Marks, above: int) -> list[Finding]:
    from padviewer.core.data.times import durations_as_seconds

    said = []
    if marks.large:
        rows = sorted({max(one - above, 0) for one in marks.large})
        message = say_count(
            "{count} whole number is beyond 9,007,199,254,740,992: a workbook "
            "holds them exactly up to there.",
            "{count} whole numbers are beyond 9,007,199,254,740,992: a workbook "
            "holds them exactly up to there.",
            len(marks.large),
        )
        remedy = say("Write such numbers as texts.")
        said.append(
            Finding("warning", "integers-rounded", message, len(marks.large), tuple(rows[:MOST_ROWS]), remedy)
        )
    names = layout.names
    said += [durations_as_seconds(names[at]) for at in sorted(marks.durations) if at < len(names)]
    return said


def _is_workbook(head: bytes, path: Path) -> bool:
    """Whether a file is a workbook: a zip archive with its parts, or an old one of Excel."""
    if head.startswith(ZIP):
        names = member_names(path)
        if any(name.startswith(EXCEL_PART) for name in names):
            return not any(name.endswith(".bin") and name.startswith(EXCEL_PART) for name in names)
        return ODS_PART in names and head[30:120].find(b"opendocument.spreadsheet") > 0
    return head.startswith(OLE) and _is_old_excel(path)


def _is_old_excel(path: Path) -> bool:
    """Whether a compound file holds a stream named Workbook or Book, as Excel has written until 2003."""
    try:
        with path.open("rb") as file:
            shift, first = struct.unpack_from("<H16xI", file.read(512), 30)
            file.seek((first + 1) << min(shift, 12))
            folder = file.read(4096)
    except (OSError, struct.error, ValueError):
        return False
    return any(name.encode("utf-16-le") in folder for name in ("Workbook", "Book\0"))


EXCEL = Format("Excel", (".xlsx", ".xlsm", ".xls", ".ods"), _is_workbook, read_workbook)
