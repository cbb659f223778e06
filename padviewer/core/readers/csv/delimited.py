"""CSV and TSV: a table, a table with lists in cells, or lines that each have their own number of cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from padviewer.core.choices.reading import WAYS
from padviewer.core.data.column_names import no_such_column
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding, shifted
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.csv.columns import (
    ColumnPlan,
    trimmed,
)
from padviewer.core.readers.csv.features import Features
from padviewer.core.readers.csv.header import comment_lines, extra_cells, is_comment, long_rows, short_header
from padviewer.core.readers.csv.layout import FEATURES, Layout, guess_layout
from padviewer.core.readers.csv.lines import Lines, blank_lines, guessed_of, nameless
from padviewer.core.readers.csv.plans import build_column, column_findings, plan_column
from padviewer.core.readers.csv.records import Records
from padviewer.core.readers.lines import REPLACEMENT, invalid_utf8
from padviewer.core.sentence import say, say_count


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
    source = Records(path, options.encoding)
    layout = guess_layout(source.head, options, default)
    yield from read_records(source.pieces(layout.delimiter), layout, options, str(path), source.taken)


def read_records(
    pieces: Iterable[list[list[str]]],
    layout: Layout,
    options: ReadOptions,
    where: str,
    replaced_since: Callable[[], int] = int,
) -> Iterator[Dataset]:
    """Yield the rows of records of text, whatever they come from; see `read_delimited`.

    Parameters
    ----------
    pieces : iterable of lists of records
        With what stands above the rows; a blank line is an empty record.
    layout : Layout
    options : ReadOptions
    where : str
        The file, for the errors.
    replaced_since : callable () -> int
        How many characters could not be decoded since it was asked last.

    Raises
    ------
    ContentError
        No row at all.
    KindChanged
        See `padviewer.core.readers.base.Format`.
    """
    _check_columns(options)
    head = layout.head
    table = Lines(layout, options) if layout.shape == "ragged-lines" else _Cells(layout, options)
    skip = head.lines
    comments = 0
    last: Dataset | None = None
    for records in pieces:
        if head.comments:
            comments += sum(map(is_comment, records))
            records = [record for record in records if not is_comment(record)]
        if skip:
            skip, records = _without_head(records, skip)
        replaced = replaced_since()
        if not records and not replaced:
            continue
        piece = table.piece(records)
        if piece is None:
            continue
        if last is None and head.said:
            piece = replace(piece, findings=(*head.said, *piece.findings))
        if replaced:
            rows = [at for at, one in enumerate(records) if any(REPLACEMENT in cell for cell in one)]
            piece = replace(piece, findings=(*piece.findings, invalid_utf8(replaced, rows, encodable=True)))
        last = piece
        yield piece
    if last is None or table.rows == 0:
        what = (
            say("There is no row below the first line.") if layout.header else say("The file holds no row.")
        )
        raise ContentError("empty-file", what, where=where)
    late = table.late()
    if comments:
        late.append(comment_lines(comments))
    if late:
        yield replace(last.rows(0, 0), findings=tuple(shifted(one, -table.rows) for one in late))


def _without_head(records: list[list[str]], skip: int) -> tuple[int, list[list[str]]]:
    """Return how many lines above the rows are still to come, and the records behind those that came."""
    at = 0
    while skip and at < len(records):
        skip -= bool(records[at])
        at += 1
    return skip, records[at:]


def _check_columns(options: ReadOptions) -> None:
    for name, way in options.columns.items():
        if way not in WAYS:
            raise ChoiceError(
                "columns",
                say("The column “{name}” cannot be read as “{way}”.", name=name, way=str(way)),
                remedy=say("Choose {ways} or {last}.", ways=", ".join(WAYS[:-1]), last=WAYS[-1]),
            )


class _Cells:
    """A table as columns."""

    def __init__(self, layout: Layout, options: ReadOptions) -> None:
        self.layout = layout
        self.options = options
        self.rows = 0
        self.plans: list[ColumnPlan] = []
        self.guessed = guessed_of(layout)
        self.features: Features | None = None
        self.long: list[int] = []
        self.left_out = 0
        self.extra: list[int] = []

    def piece(self, records: Sequence[list[str]]) -> Dataset | None:
        """Return the dataset of the next records; None where they are blank lines alone."""
        width = len(self.layout.lists)
        said: list[Finding] = []
        blank = sum(not record for record in records)
        if width == 1:
            records = [record or [""] for record in records]
        elif blank:
            records = [record for record in records if record]
            said.append(blank_lines(blank))
        if not records:
            return None
        if any(len(record) != width for record in records):
            records = self._evened(records, width, said)
        columns = list(zip(*records, strict=True))
        if not self.plans:
            self._plan(columns)
        data: dict[str, Ragged] = {}
        for plan, cells in zip(self.plans, columns, strict=True):
            data[plan.name], more = build_column(plan, cells, self.rows)
            said += more
        self.rows += len(records)
        if self.features is None:
            asked = self.options.shape == FEATURES
            possible = asked or (self.options.shape in (None, "list-in-cell") and self.options.long is None)
            self.features = Features.of(data, asked, self.options.kinds) if possible else Features()
            self.guessed = {**self.guessed, **self.features.guessed}
        data = self.features.with_them(data, self.rows - len(records))
        roles = self.features.roles(data)
        return Dataset(data, roles, guessed=self.guessed, findings=tuple(said))

    def late(self) -> list[Finding]:
        """Return what there is to say after the last row."""
        said = []
        width = len(self.layout.lists)
        if self.layout.unnamed:
            said.append(short_header(self.layout.unnamed, width - self.layout.unnamed))
        if self.long:
            said.append(long_rows(len(self.long), self.long, width, self.left_out))
        if 2 * len(self.extra) < self.rows:
            said += [extra_cells(len(self.extra), self.extra, width)] if self.extra else []
        for plan in self.plans:
            said += column_findings(plan)
        return said

    def _plan(self, columns: Sequence[Sequence[str]]) -> None:
        names, lists = self.layout.names, self.layout.lists
        if not names:
            one = nameless(
                self.options, lambda kinds, way: plan_column("x", columns[0], lists[0], kinds, way)
            )
            name = one.name if one.name == "x" or one.separator else "text"
            self.plans = [replace(one, name=name)]
            return
        unknown = next((name for name in self.options.columns if name not in names), None)
        if unknown is not None:
            raise no_such_column(unknown, names)
        self.plans = [
            plan_column(name, cells, separator, self.options.kinds, self.options.columns.get(name, ""))
            for name, cells, separator in zip(names, columns, lists, strict=True)
        ]

    def _evened(self, records: Sequence[list[str]], width: int, said: list[Finding]) -> list[list[str]]:
        short = [at for at, record in enumerate(records) if len(record) < width]
        for at, record in enumerate(records, self.rows):
            if len(record) > width:
                filled = len(trimmed(record))
                self.left_out += max(filled - width, 0)
                (self.long if filled > width else self.extra).append(at)
        if short:
            message = say_count(
                "{count} row has fewer than {width} cells; the last ones are missing.",
                "{count} rows have fewer than {width} cells; the last ones are missing.",
                COUNT,
                width=width,
            )
            said.append(Finding("warning", "short-rows", message, len(short), tuple(short[:MOST_ROWS])))
        return [[*record[:width], *[""] * (width - len(record))] for record in records]


CSV = Format("CSV", (".csv",), matches, read_csv)
TSV = Format("TSV", (".tsv", ".tab"), matches, read_tsv)
