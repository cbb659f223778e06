"""CSV and TSV: a table, a table with lists in cells, or lines that each have their own number of cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from padviewer.core.dataset import Dataset
from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.ragged import Kind, Ragged
from padviewer.core.readers import base
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.cell_columns import (
    JSON,
    ColumnPlan,
    build_column,
    build_lists,
    plan_column,
    trimmed,
)
from padviewer.core.readers.cells import infer_kind
from padviewer.core.readers.csv_layout import NO_DELIMITER, Layout, guess_layout
from padviewer.core.readers.lines import LINE_BYTES, REPLACEMENT, blocks, decode, invalid_utf8
from padviewer.core.sentence import say

HEAD_LINES = 3  # a header and two rows, however long, are there when the layout is guessed
SAID = {"\t": "tab", " ": "space", NO_DELIMITER: "none"}
NAMELESS = ("x", "items", "text")


def matches(head: bytes, path: Path) -> bool:  # noqa: ARG001 - the signature of every format
    """Return False: any text could be a CSV, so the suffix decides."""
    return False


def read_csv(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the rows of a CSV; see `read_delimited`."""
    return read_delimited(path, options, ",")


def read_tsv(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the rows of a TSV; see `read_delimited`."""
    return read_delimited(path, options, "\t")


def read_delimited(path: Path, options: ReadOptions, default: str) -> Iterator[Dataset]:
    """Yield the rows of a delimited text: what was guessed of its layout is in ``Dataset.guessed``.

    A table gives one column per cell, plain or of lists. Ragged lines give one column, ``x`` (numbers) or
    ``items`` (texts), in which a line is a row, a blank line an empty row, and empty cells at a line's end
    no steps.

    Raises
    ------
    ContentError
        Quotes that do not close, NUL bytes, a row with more cells than the table has columns.
    UnsafeError
        A line or cell of more than 64 MiB.
    KindChanged
        See `padviewer.core.readers.base.Format`.
    """
    source = _Records(path)
    layout = guess_layout(source.head, options, default)
    pieces = source.pieces(layout.delimiter)
    table = _Lines(layout, options) if layout.shape == "ragged-lines" else _Cells(layout, options)
    skip = layout.header
    for records in pieces:
        if skip:
            while records and not records[0]:
                records = records[1:]
            skip = not records
            records = records[1:]
        replaced = source.taken()
        if not records and not replaced:
            continue
        piece = table.piece(records, str(path))
        if piece is None:
            continue
        if replaced:
            rows = [at for at, one in enumerate(records) if any(REPLACEMENT in cell for cell in one)]
            piece = Dataset(
                piece.data, guessed=piece.guessed, findings=(*piece.findings, invalid_utf8(replaced, rows))
            )
        yield piece
    if table.rows == 0:
        what = (
            say("There is no row below the first line.") if layout.header else say("The file holds no row.")
        )
        raise ContentError("empty-file", what, where=str(path))


class _Records:
    """The records of a file, in pieces of about one block."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.replaced = 0
        self.block = 0
        self.texts = self._decoded()
        self.head = next(self.texts, "")
        while len(self.head) < base.PIECE_BYTES and _filled_lines(self.head) < HEAD_LINES:
            more = next(self.texts, "")
            if not more:
                break
            self.head += more

    def pieces(self, delimiter: str) -> Iterator[list[list[str]]]:
        csv.field_size_limit(LINE_BYTES)
        reader = csv.reader(self._lines(), delimiter=delimiter, strict=True)
        records: list[list[str]] = []
        block, line = self.block, 1
        try:
            for record in reader:
                records.append(record)
                line = reader.line_num + 1
                if self.block != block:
                    block = self.block
                    yield records
                    records = []
        except csv.Error as error:
            raise self._refusal(str(error), line, reader.line_num) from None
        if records:
            yield records

    def taken(self) -> int:
        """Return how many replacement characters came since the last call."""
        count, self.replaced = self.replaced, 0
        return count

    def _decoded(self) -> Iterator[str]:
        for block in blocks(self.path):
            text, replaced = decode(block)
            self.replaced += replaced
            yield text

    def _lines(self) -> Iterator[str]:
        for text in chain([self.head], self.texts):
            yield from io.StringIO(text, newline="\n")
            self.block += 1

    def _refusal(self, reason: str, first: int, last: int) -> ContentError | UnsafeError:
        where = f"{self.path}, line {first:,}"
        if "field larger" in reason:
            what = say("A cell is larger than {size} MiB.", size=str(LINE_BYTES >> 20))
            return UnsafeError(
                "cell-too-long", what, where=where, remedy=say("Close the quote, or split the cell.")
            )
        if "end of data" in reason:
            what = say(
                "A quote that opens here is not closed by the end of the file (line {last}).", last=last
            )
            return ContentError(
                "unclosed-quote", what, where=where, remedy=say("Close it, or double it inside a cell.")
            )
        if "new-line" in reason:
            what = say("A carriage return stands inside a cell without quotes.")
            return ContentError(
                "bare-return", what, where=where, remedy=say("End all lines in the same way.")
            )
        what = say("Text follows a closing quote; perhaps a quote further up is not closed.")
        return ContentError("bad-quotes", what, where=where, remedy=say("Double the quotes inside a cell."))


class _Lines:
    """Ragged lines as one column."""

    def __init__(self, layout: Layout, options: ReadOptions) -> None:
        self.options = options
        self.rows = 0
        self.plan: ColumnPlan | None = None
        self.guessed = _guessed(layout)

    def piece(self, records: Sequence[list[str]], where: str) -> Dataset | None:  # noqa: ARG002 - as _Cells.piece
        """Return the dataset of the next lines."""
        lists = [trimmed(record) for record in records]
        if self.plan is None:
            kind = _nameless_kind(self.options) or infer_kind(list(chain.from_iterable(lists)))
            self.plan = ColumnPlan("items" if kind == "text" else "x", kind, ",")
        if any(len(items) < len(record) for items, record in zip(lists, records, strict=True)):
            self.guessed = {**self.guessed, "empty cells at a line's end": "no steps"}
        column, said = build_lists(self.plan, lists, self.rows)
        self.rows += len(records)
        return Dataset({self.plan.name: column}, guessed=self.guessed, findings=tuple(said))


class _Cells:
    """A table as columns."""

    def __init__(self, layout: Layout, options: ReadOptions) -> None:
        self.layout = layout
        self.options = options
        self.rows = 0
        self.plans: list[ColumnPlan] = []
        self.guessed = _guessed(layout)

    def piece(self, records: Sequence[list[str]], where: str) -> Dataset | None:
        """Return the dataset of the next records; None where they are blank lines alone."""
        width = len(self.layout.lists)
        said: list[Finding] = []
        blank = sum(not record for record in records)
        if width == 1:
            records = [record or [""] for record in records]
        elif blank:
            records = [record for record in records if record]
            said.append(
                Finding("info", "blank-lines", say("{count} blank lines are no rows.", count=COUNT), blank)
            )
        if not records:
            return None
        if any(len(record) != width for record in records):
            records = self._evened(records, width, where, said)
        columns = list(zip(*records, strict=True))
        if not self.plans:
            self._plan(columns)
        data: dict[str, Ragged] = {}
        for plan, cells in zip(self.plans, columns, strict=True):
            data[plan.name], more = build_column(plan, cells, self.rows)
            said += more
        self.rows += len(records)
        return Dataset(data, guessed=self.guessed, findings=tuple(said))

    def _plan(self, columns: Sequence[Sequence[str]]) -> None:
        names = self.layout.names
        kinds = self.options.kinds
        if not names:
            kind = _nameless_kind(self.options)
            if kind is not None:
                kinds = {**kinds, "x": kind}
            plan = plan_column("x", columns[0], self.layout.lists[0], kinds)
            name = "x"
            if plan.kind == "text":
                name = "items" if plan.separator else "text"
            self.plans = [ColumnPlan(name, plan.kind, plan.separator, plan.schema)]
            return
        self.plans = [
            plan_column(name, cells, separator, kinds)
            for name, cells, separator in zip(names, columns, self.layout.lists, strict=True)
        ]

    def _evened(
        self, records: Sequence[list[str]], width: int, where: str, said: list[Finding]
    ) -> list[list[str]]:
        short = [at for at, record in enumerate(records) if len(record) < width]
        for at, record in enumerate(records):
            if len(record) > width and any(record[width:]):
                raise ContentError(
                    "wide-row",
                    say(
                        "Row {rows} has {record} cells, but the table has {width} columns.",
                        rows=self.rows + at,
                        record=len(record),
                        width=width,
                    ),
                    where=where,
                    remedy=say(
                        "Put quotes around cells that hold the delimiter, or read it as ragged lines."
                    ),
                )
        if short:
            message = say(
                "{count} rows have fewer than {width} cells; the last ones are missing.",
                width=width,
                count=COUNT,
            )
            said.append(Finding("warning", "short-rows", message, len(short), tuple(short[:MOST_ROWS])))
        return [[*record[:width], *[""] * (width - len(record))] for record in records]


def _filled_lines(text: str) -> int:
    return sum(not line.isspace() for line in io.StringIO(text, newline="\n"))


def _nameless_kind(options: ReadOptions) -> Kind | None:
    return next((options.kinds[name] for name in NAMELESS if name in options.kinds), None)


def _guessed(layout: Layout) -> dict[str, str]:
    delimiter = SAID.get(layout.delimiter, layout.delimiter)
    shape = "list-in-cell" if any(layout.lists) else layout.shape
    guessed = {"delimiter": delimiter, "header": "yes" if layout.header else "no", "shape": shape}
    for name, separator in zip(layout.names or ("x",), layout.lists, strict=False):
        if separator:
            said = "in brackets" if separator == JSON else f"separated by {SAID.get(separator, separator)}"
            guessed[f"lists of {name}"] = said
    return guessed


CSV = Format("CSV", (".csv",), matches, read_csv)
TSV = Format("TSV", (".tsv", ".tab"), matches, read_tsv)
