"""The layout of a CSV: its delimiter, whether the first line names columns, and what a line is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice

from padviewer.core.errors import ChoiceError
from padviewer.core.readers.base import ReadOptions
from padviewer.core.readers.cell_columns import JSON, find_separator, split_cell, trimmed, words
from padviewer.core.readers.cells import MISSING_WORDS, infer_kind, is_number
from padviewer.core.sentence import say

DELIMITERS = (",", "\t", ";", "|")
NO_DELIMITER = "\x1f"
SHAPES = ("table", "list-in-cell", "ragged-lines")
SAMPLE = 1000
IDENTIFIER = re.compile(r"[^\W\d][\w .()/%#:-]{0,63}")
COLUMN_NAMES = frozenset(
    (
        "text",
        "tokens",
        "items",
        "ids",
        "sequence",
        "sequences",
        "seq",
        "words",
        "values",
        "x",
        "y",
        "label",
        "series",
    )
)


@dataclass(frozen=True)
class Layout:
    """How the lines of a CSV are read.

    Parameters
    ----------
    delimiter : str
        Between cells; `NO_DELIMITER` where a line is one cell.
    header : bool
        Whether the first line names the columns.
    shape : str
        ``"table"`` or ``"ragged-lines"``.
    names : tuple of str
        The columns of a table; empty for ragged lines, and for a table of one column without a name.
    lists : tuple of str
        For each column of a table what separates the items in its cells; empty for one value a cell.
    """

    delimiter: str
    header: bool
    shape: str
    names: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


def guess_layout(text: str, options: ReadOptions, default: str = ",") -> Layout:
    """Guess the layout from the first lines, where the options do not decide it.

    Raises
    ------
    ChoiceError
        A delimiter of more than one character, or a shape that a CSV has not.
    """
    _check(options)
    forced = options.shape == "list-in-cell"
    delimiter, item_delimiter = _delimiters(text, options, default)
    records = [record for record in sample(text, delimiter) if record]
    if not records:
        return Layout(delimiter, bool(options.header), "ragged-lines")
    first, data = records[0], records[1:]
    if len(data) > SAMPLE - 2:
        data.pop()
    header = options.header if options.header is not None else _is_header(first, data)
    rows = data if header else records
    width = max(len(trimmed(record)) for record in (records[:1] if header else records))
    columns = [[row[at] if at < len(row) else "" for row in rows] for at in range(max(width, 1))]
    lists = tuple(
        find_separator(cells, forced, item_delimiter) if options.shape != "table" else "" for cells in columns
    )
    if options.shape == "ragged-lines" or (
        options.shape is None and _is_ragged(header, rows, columns, lists)
    ):
        return Layout(delimiter, header, "ragged-lines")
    names = _names(first, len(columns)) if header else tuple(f"column_{at + 1}" for at in range(len(columns)))
    if len(columns) == 1 and not header:
        names = ()
    return Layout(delimiter, header, "table", names, lists)


def sample(text: str, delimiter: str) -> list[list[str]]:
    """Return the first 1,000 records at most, without complaint about quotes."""
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter)
    records: list[list[str]] = []
    with suppress(csv.Error):
        records.extend(islice(reader, SAMPLE))
    return records


def _check(options: ReadOptions) -> None:
    if options.delimiter is not None and (len(options.delimiter) != 1 or options.delimiter in '"\r\n'):
        raise ChoiceError(
            "delimiter",
            say(
                "A delimiter is one character that is no quote or line end, not “{delimiter}”.",
                delimiter=options.delimiter,
            ),
            remedy=say("Choose a comma, a tab, a semicolon, a bar or a space."),
        )
    if options.shape is not None and options.shape not in SHAPES:
        raise ChoiceError(
            "shape",
            say("A CSV has no shape “{shape}”.", shape=options.shape),
            remedy=say("Choose {shapes} or {last}.", shapes=", ".join(SHAPES[:-1]), last=SHAPES[-1]),
        )


def _delimiters(text: str, options: ReadOptions, default: str) -> tuple[str, str | None]:
    """Return what stands between cells, and what was ordered to stand between the items of a list."""
    asked = options.delimiter
    if asked is not None and (options.shape != "list-in-cell" or _even_width(sample(text, asked)) > 1):
        return asked, None
    if options.shape != "ragged-lines" and _is_column_of_lists(text):
        return NO_DELIMITER, asked
    best, best_mean = NO_DELIMITER, 1.0
    even, even_width = "", 1
    for delimiter in dict.fromkeys((default, *DELIMITERS)):
        if delimiter == asked:
            continue
        records = [record for record in sample(text, delimiter) if record]
        width = _even_width(records)
        mean = sum(map(len, records)) / max(len(records), 1)
        if width > even_width:
            even, even_width = delimiter, width
        if mean > best_mean:
            best, best_mean = delimiter, mean
    if even:
        return even, asked
    if best == NO_DELIMITER and options.shape == "ragged-lines":
        best = " "
    if best_mean > 1 and options.shape is None and _is_named_list(text, best):
        return NO_DELIMITER, asked
    return best, asked


def _even_width(records: Sequence[list[str]]) -> int:
    """Return the number of cells that every line has (but for empty ones at the end); 0 where they differ."""
    filled = [record for record in records if record]
    if not filled:
        return 0
    width = len(filled[0])
    even = all(len(record) == width or (len(record) > width and not any(record[width:])) for record in filled)
    return width if even else 0


def _is_column_of_lists(text: str) -> bool:
    """Whether every line, but for a name in the first, is one list in brackets without quotes around it."""
    lines = [line.strip() for line in text.split("\n")[:SAMPLE] if line.strip()]
    body = lines if lines[:1] and lines[0][0] in "[(" else lines[1:]
    if not body or find_separator(body, False, None) != JSON:
        return False
    return all(words(line[1:-1], exact=True) is not None or line[:2] == "[[" for line in body[:50])


def _is_named_list(text: str, separator: str) -> bool:
    """Whether the first line is one name and the others are numbers with `separator` between them."""
    lines = [line.strip() for line in text.split("\n")[:SAMPLE] if line.strip()]
    name, body = lines[0], lines[1:]
    if separator in name or is_number(name) or not body:
        return False
    items = [item for line in body for item in split_cell(line, separator)]
    return infer_kind(items) in ("integer", "float") or name.lower() in COLUMN_NAMES


def _is_header(first: list[str], data: list[list[str]]) -> bool:
    cells = [cell.strip() for cell in trimmed(first)]
    if not data or not cells:
        return False
    if any(not cell for cell in cells[1:]) or any(
        is_number(cell) or cell in MISSING_WORDS for cell in cells[1:]
    ):
        return False
    if is_number(cells[0]) or any(find_separator([cell], False, None) for cell in cells if cell):
        return False
    lengths = [len(trimmed(row)) for row in data]
    if max(lengths) > len(cells):
        return False
    columns = [[row[at] for row in data if at < len(row)] for at in range(len(cells))]
    for column in columns:
        if infer_kind(column) in ("integer", "float") or find_separator(column, False, None):
            return True
    if len(cells) == 1:
        return cells[0].lower() in COLUMN_NAMES or (
            " " not in cells[0] and all(" " in row[0] for row in data if row)
        )
    if any(len(row) != len(data[0]) for row in data):
        return False
    named = len(set(cells)) == len(cells) and all(IDENTIFIER.fullmatch(cell) for cell in cells if cell)
    return named and set(cells).isdisjoint(chain.from_iterable(columns))


def _is_ragged(
    header: bool, rows: Sequence[list[str]], columns: Sequence[list[str]], lists: Sequence[str]
) -> bool:
    if header or len(columns) == 1:
        return False
    if len({len(row) for row in rows}) > 1:
        return True
    numeric = [infer_kind(column) in ("integer", "float", None) for column in columns]
    return all(numeric) or not (any(numeric) or any(lists))


def _names(first: list[str], width: int) -> tuple[str, ...]:
    """Return unique names: an empty one is column_N, a repeated one gets a number."""
    names: dict[str, None] = {}
    for at in range(width):
        name = plain = (first[at].strip() if at < len(first) else "") or f"column_{at + 1}"
        count = 1
        while name in names:
            count += 1
            name = f"{plain}_{count}"
        names[name] = None
    return tuple(names)
