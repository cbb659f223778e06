"""What stands above the rows of a CSV: titles, comments, the line of names, a line of units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from padviewer.core.amounts import columns
from padviewer.core.finding import MOST_ROWS, Finding
from padviewer.core.readers.cells.notations import guess_notation, is_mark, number_in
from padviewer.core.readers.cells.values import BOOLEANS, infer_kind, is_number
from padviewer.core.readers.csv.columns import trimmed
from padviewer.core.readers.csv.plans import find_separator
from padviewer.core.sentence import say, say_count

IDENTIFIER = re.compile(r"[^\W\d][\w .()/%#:-]{0,63}")
COLUMN_NAMES = frozenset(
    (
        *("text", "tokens", "items", "ids", "sequence", "sequences", "seq", "words", "values"),
        *("x", "y", "label", "series"),
    )
)
TITLES = 10  # no more lines than these are titles
FIT = 0.5  # this share of the rows must be no longer than the line of names
COMMENT = "#"
PROBE = 200


@dataclass(frozen=True)
class Head:
    """What stands above the rows, in records that are not blank.

    Parameters
    ----------
    titles : int
        Lines above the names, or the rows, that belong to no table.
    header : bool
        Whether the next line has the names.
    names : tuple of str
        Them; empty where there is none.
    units : bool
        Whether the next line has the units of the columns.
    comments : bool
        Whether lines that begin with ``#`` are no rows.
    said : tuple of Finding
    """

    titles: int = 0
    header: bool = False
    names: tuple[str, ...] = ()
    units: bool = False
    comments: bool = False
    said: tuple[Finding, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines stand above the rows, comments not counted where they are no rows."""
        return self.titles + self.header + self.units

    def rows_of(self, records: Sequence[list[str]]) -> list[list[str]]:
        """Return the records, none of them blank, from the first row on."""
        kept = [record for record in records if not (self.comments and is_comment(record))]
        return kept[self.lines :]


def is_comment(record: Sequence[str]) -> bool:
    """Whether a record is a line that begins with ``#``."""
    return bool(record) and record[0].lstrip().startswith(COMMENT)


def mostly_numbers(cells: Sequence[str]) -> bool:
    """Whether at least half of the first cells that are there are numbers, in any notation."""
    present = [cell for cell in cells if not is_mark(cell)][:PROBE]
    if not present:
        return False
    if infer_kind(present) in ("integer", "float"):
        return True
    notation = guess_notation(present)
    return 2 * sum(number_in(cell, notation) is not None for cell in present) >= len(present)


def table_width(rows: Sequence[list[str]]) -> int:
    """Return the number of cells that fits the most rows: none has more, but for empty ones at its end."""
    spans = Counter((len(trimmed(row)), len(row)) for row in rows)
    widths = sorted({width for span in spans for width in span})
    fits = {
        width: sum(count for (least, most), count in spans.items() if least <= width <= most)
        for width in widths
    }
    return max(widths, key=lambda width: fits[width], default=0)


def find_head(records: Sequence[list[str]], header: bool | None, separator_lines: int, ragged: bool) -> Head:
    """Return what stands above the rows of the first records, none of them blank.

    Parameters
    ----------
    records : sequence of records
    header : bool or None
        What a person said of the first line.
    separator_lines : int
        How many first lines say what separates cells.
    ragged : bool
        Whether every line is a row, as a person said.
    """
    rest = list(records[separator_lines:])
    comments = _comments(rest)
    if comments:
        rest = [record for record in rest if not is_comment(record)]
    titles = 0
    if header is None and not ragged:
        titles = _titles(rest)
    said: list[Finding] = []
    if titles:
        said.append(_title_lines([" ".join(record).strip() for record in rest[:titles]]))
    rest = rest[titles:]
    if not rest:
        return Head(separator_lines + titles, bool(header), comments=comments, said=tuple(said))
    first, data = rest[0], rest[1:]
    found = header if header is not None else is_header(first, data)
    if not found:
        return Head(separator_lines + titles, False, (), False, comments, tuple(said))
    units = not ragged and len(data) > 1 and _are_units(data[0], data[1:])
    if units:
        said.append(_units_line(data[0]))
    names = (first[0].removeprefix("# "), *first[1:])
    return Head(separator_lines + titles, True, names, units, comments, tuple(said))


def is_header(first: Sequence[str], data: Sequence[list[str]]) -> bool:
    """Whether a line names the columns of the records behind it."""
    cells = [cell.strip() for cell in trimmed(list(first))]
    if not data or not cells or any(not cell for cell in cells[1:]):
        return False
    if any(_is_value(cell) for cell in cells[1:]) or (cells[0] and _is_value(cells[0])):
        return False
    if any(find_separator([cell], False, None) for cell in cells if cell):
        return False
    width = len(cells)
    fits = sum(len(trimmed(row)) <= width for row in data)
    shift = 0
    if fits < FIT * len(data):
        usual = table_width(data)
        if not _is_short(cells, usual, data):
            return False
        shift = usual - width
    columns = [[row[at + shift] for row in data if at + shift < len(row)] for at in range(width)]
    for column in columns:
        if mostly_numbers(column) or (any(column) and find_separator(column, False, None)):
            return True
    if shift or fits < len(data):
        return False
    if width == 1:
        return cells[0].lower() in COLUMN_NAMES or (
            " " not in cells[0] and all(" " in row[0] for row in data if row)
        )
    if any(len(row) != len(data[0]) for row in data):
        return False
    named = len(set(cells)) == len(cells) and all(IDENTIFIER.fullmatch(cell) for cell in cells if cell)
    return named and set(cells).isdisjoint(chain.from_iterable(columns))


def _is_short(cells: Sequence[str], usual: int, data: Sequence[list[str]]) -> bool:
    """Whether the cells name all but the first columns of a table of numbers, as R and pandas write it."""
    missing = usual - len(cells)
    if not 0 < missing <= max(1, len(cells) // 2) or len(set(cells)) < len(cells):
        return False
    even = sum(len(trimmed(row)) <= usual <= len(row) for row in data)
    return 10 * even >= 9 * len(data) or even >= len(data) - 1 >= 1


def _is_value(cell: str) -> bool:
    """Whether a cell is no name: a number in any notation, a mark for what is missing, true or false."""
    return is_number(cell) or is_mark(cell) or cell in BOOLEANS or _looks_like_number(cell)


def _looks_like_number(cell: str) -> bool:
    return number_in(cell) is not None or number_in(cell, guess_notation([cell])) is not None


def _comments(records: Sequence[list[str]]) -> bool:
    """Return whether lines that begin with ``#`` are comments, and not rows of words or the names."""
    marked = [is_comment(record) for record in records]
    if not any(marked) or all(marked):
        return False
    others = [record for record, one in zip(records, marked, strict=True) if not one]
    width = table_width(others)
    odd = [len(record) for record, one in zip(records, marked, strict=True) if one]
    names = is_header(others[0], others[1:])
    numbers = any(mostly_numbers(column) for column in _columns(others, width))
    if not any(marked[marked.index(False) :]):
        only_names = odd == [width] and width > 1 and not names  # “#chrom,start,end”
        return not only_names and (numbers or names)
    return all(one != width for one in odd) and width > 1 and numbers


def _columns(records: Sequence[list[str]], width: int) -> list[list[str]]:
    return [[row[at] if at < len(row) else "" for row in records] for at in range(width)]


def _titles(records: Sequence[list[str]]) -> int:
    """Return how many first lines are titles: shorter than the table below, and no names of its columns."""
    width = table_width(records)
    fits = [len(trimmed(record)) <= width <= len(record) for record in records]
    if width < 2 or sum(fits) < max(2, len(records) // 2) or fits[0] or True not in fits:
        return 0
    start = fits.index(True)
    if start > TITLES or any(len(trimmed(record)) >= width for record in records[:start]):
        return 0
    if any(_is_value(cell.strip()) for record in records[:start] for cell in record if cell.strip()):
        return 0
    body = records[start:]
    if is_header(body[0], body[1:]):
        return start
    numbers = sum(mostly_numbers(column) for column in _columns(body, width))
    if not numbers:
        return 0
    last = trimmed(records[start - 1])
    if len(last) > 1 and is_header(last, body):
        return start - 1
    return start if len(last) == 1 else 0


def _are_units(units: Sequence[str], data: Sequence[list[str]]) -> bool:
    """Whether no cell of a line is a number, though the columns below are ones of numbers."""
    numeric = [at for at in range(len(units)) if mostly_numbers([row[at] for row in data if at < len(row)])]
    if not numeric or any(units[at].strip() and _looks_like_number(units[at]) for at in range(len(units))):
        return False
    said = [units[at] for at in numeric if units[at].strip()]
    marked = sum(is_mark(cell) and cell.strip() not in ("-", "–", "—") for cell in said)
    if len(units) < 2 or not said or marked or all(is_mark(cell) or cell in BOOLEANS for cell in said):
        return False
    plain = [at for at in range(len(units)) if at not in numeric and units[at].strip()]
    return len(said) > 1 or not plain


def _title_lines(lines: Sequence[str]) -> Finding:
    shown = "; ".join(line if len(line) <= 40 else f"{line[:40]}…" for line in lines[:3])
    message = say_count(
        "{count} line above the table is no row: “{shown}”.",
        "{count} lines above the table are no rows: “{shown}”.",
        len(lines),
        shown=shown,
    )
    return Finding("info", "title-lines", message, len(lines))


def _units_line(units: Sequence[str]) -> Finding:
    shown = ", ".join(cell.strip() for cell in units)
    shown = shown if len(shown) <= 60 else f"{shown[:60]}…"
    message = say("The line below the names holds units, and is no row: “{shown}”.", shown=shown)
    return Finding("info", "units-line", message, 1)


def comment_lines(count: int) -> Finding:
    """Return the finding that lines that begin with ``#`` are no rows."""
    message = say_count(
        "{count} line that begins with “#” is no row.",
        "{count} lines that begin with “#” are no rows.",
        count,
    )
    return Finding("info", "comment-lines", message, count)


def short_header(count: int, named: int) -> Finding:
    """Return the finding that the first columns have no name."""
    message = say_count(
        "The first line names {named}, the rows have one more: the first column has no name.",
        "The first line names {named}, the rows have {count} more: the first ones have no name.",
        count,
        named=columns(named),
    )
    return Finding("info", "short-header", message, count)


def extra_cells(count: int, rows: Sequence[int], width: int) -> Finding:
    """Return the finding that rows have empty cells behind the last column."""
    message = say_count(
        "{count} row has an empty cell too many behind the table’s {width}.",
        "{count} rows have empty cells too many behind the table’s {width}.",
        count,
        width=columns(width),
    )
    return Finding("info", "extra-cells", message, count, tuple(rows[:MOST_ROWS]))


def long_rows(count: int, rows: Sequence[int], width: int, cells: int) -> Finding:
    """Return the finding that rows have more cells than the table has columns."""
    lost = say_count("{count} cell is left out", "{count} cells are left out", cells)
    shown = ", ".join(map(str, rows[:3])) + (" …" if len(rows) > 3 else "")
    message = say_count(
        "{count} row has more cells than the table, which has {width} (row {rows}): {lost}, "
        "and the others may stand in the wrong columns.",
        "{count} rows have more cells than the table, which has {width} (rows {rows}): {lost}, "
        "and the others may stand in the wrong columns.",
        count,
        width=columns(width),
        rows=shown,
        lost=lost,
    )
    remedy = say("Put quotes around cells that hold the delimiter, or read it as ragged lines.")
    return Finding("warning", "long-rows", message, count, tuple(rows[:MOST_ROWS]), remedy)
