"""The layout of a CSV: its delimiter, whether the first line names columns, and what a line is."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

from padviewer.core.choices.reading import COMMA
from padviewer.core.data.column_names import free_name
from padviewer.core.errors import ChoiceError
from padviewer.core.readers.base import ReadOptions
from padviewer.core.readers.cells.values import infer_kind, is_number
from padviewer.core.readers.csv.brackets import JSON, words
from padviewer.core.readers.csv.classes import CLASS_FIRST
from padviewer.core.readers.csv.columns import trimmed
from padviewer.core.readers.csv.header import COLUMN_NAMES, Head, find_head, mostly_numbers, table_width
from padviewer.core.readers.csv.plans import find_separator, split_cell
from padviewer.core.readers.lines import LINE_BYTES
from padviewer.core.sentence import say

DELIMITERS = (",", "\t", ";", "|")
NO_DELIMITER = "\x1f"
FEATURES = "features"
LINES = ("ragged-lines", CLASS_FIRST)
SHAPES = ("table", "list-in-cell", FEATURES, *LINES)
SAMPLE = 1000
EVEN_SHARE = 0.7


@dataclass(frozen=True)
class Layout:
    """How the lines of a CSV are read.

    Parameters
    ----------
    delimiter : str
        Between cells; `NO_DELIMITER` where a line is one cell.
    header : bool
        Whether a line names the columns.
    shape : str
        ``"table"`` or ``"ragged-lines"``.
    names : tuple of str
        The columns of a table; empty for ragged lines, and for a table of one column without a name.
    lists : tuple of str
        For each column of a table what separates the items in its cells; empty for one value a cell.
    head : Head
        What stands above the rows.
    unnamed : int
        How many columns at the left the header does not name.
    """

    delimiter: str
    header: bool
    shape: str
    names: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    head: Head = field(default_factory=Head)
    unnamed: int = 0


def guess_layout(text: str, options: ReadOptions, default: str = ",") -> Layout:
    """Guess the layout from the first lines, where the options do not decide it.

    Raises
    ------
    ChoiceError
        A delimiter of more than one character, or a shape that a CSV has not.
    """
    _check(options)
    forced = options.shape == "list-in-cell"
    said = separator_line(text)
    delimiter, item_delimiter = _delimiters(text, options, default) if not said else (said, None)
    if options.delimiter is not None and said and not forced:
        delimiter = options.delimiter
    records = sample(text, delimiter)
    if len(records) > SAMPLE - 1:
        records.pop()
    return layout_of(records, options, delimiter, item_delimiter, 1 if said else 0)


def layout_of(
    records: Sequence[list[str]],
    options: ReadOptions,
    delimiter: str,
    item_delimiter: str | None = None,
    separator_lines: int = 0,
) -> Layout:
    """Return the layout of a table by its first records.

    Parameters
    ----------
    records : sequence of records
        A blank line is an empty one.
    options : ReadOptions
    delimiter : str
        What stands between the cells; empty where they are cells by themselves.
    item_delimiter : str or None
        What was ordered to stand between the items of a list.
    separator_lines : int
        How many first lines say what separates cells.
    """
    forced = options.shape == "list-in-cell"
    records = [record for record in records if record]
    if not records:
        return Layout(delimiter, bool(options.header), "ragged-lines")
    head = find_head(records, options.header, separator_lines, options.shape in LINES)
    rows = head.rows_of(records)
    if not rows:
        return Layout(delimiter, head.header, "ragged-lines", head=head)
    names = trimmed(list(head.names))
    width = table_width(rows)
    unnamed = 0
    if head.header:
        long = sum(len(trimmed(row)) > len(names) for row in rows)
        unnamed = max(width - len(names), 0) if 2 * long > len(rows) else 0
        width = unnamed + len(names)
    elif width < max(len(trimmed(row)) for row in rows) and options.shape is None:
        width = width if _one_width(rows) else max(len(trimmed(row)) for row in rows)
    columns = [[row[at] if at < len(row) else "" for row in rows] for at in range(max(width, 1))]
    plain = options.shape in ("table", FEATURES)
    named = _names([*[""] * unnamed, *names], len(columns))
    lists = tuple(
        "" if plain or options.columns.get(name) == COMMA else find_separator(cells, forced, item_delimiter)
        for name, cells in zip(named, columns, strict=True)
    )
    guessed = options.shape is None and options.long is None
    if options.shape in LINES or (guessed and _is_ragged(head.header, rows, columns, lists)):
        return Layout(delimiter, head.header, "ragged-lines", head=head)
    if len(columns) == 1 and not head.header:
        named = ()
    return Layout(delimiter, head.header, "table", named, lists, head, unnamed)


def separator_line(text: str) -> str:
    """Return the delimiter that a first line such as ``sep=;`` says, as for Excel; empty where none does."""
    first, _, rest = text.partition("\n")
    first = first.strip("\r").strip('"')
    return first[4] if rest and len(first) == 5 and first[:4].lower() == "sep=" else ""


def sample(text: str, delimiter: str) -> list[list[str]]:
    """Return the first 1,000 records at most, without complaint about quotes."""
    csv.field_size_limit(LINE_BYTES)  # of the whole process, and 131,072 at first
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
    if asked is not None and (options.shape != "list-in-cell" or _is_even(sample(text, asked))):
        return asked, None
    if options.shape not in LINES and _is_column_of_lists(text):
        return NO_DELIMITER, asked
    best, best_mean = NO_DELIMITER, 1.0
    even: tuple[float, int] = (0.0, 1)
    found = ""
    for delimiter in dict.fromkeys((default, *DELIMITERS)):
        if delimiter == asked:
            continue
        records = [record for record in sample(text, delimiter) if record]
        share, width = _even(records)
        mean = sum(map(len, records)) / max(len(records), 1)
        if width > 1 and share >= EVEN_SHARE and ((share == 1.0, width) > (even[0] == 1.0, even[1])):
            found, even = delimiter, (share, width)
        if mean > best_mean:
            best, best_mean = delimiter, mean
    if found:
        return found, asked
    if best == NO_DELIMITER and options.shape in LINES:
        best = " "
    if best_mean > 1 and options.shape is None and _is_named_list(text, best):
        return NO_DELIMITER, asked
    return best, asked


def _even(records: Sequence[list[str]]) -> tuple[float, int]:
    """Return which share of the lines have the usual number of cells, and it; empty ones aside."""
    filled = [record for record in records if record]
    if not filled:
        return 0.0, 0
    width, fits = Counter(map(len, filled)).most_common(1)[0]
    first = len(filled[0])
    if all(len(one) == first or (len(one) > first and not any(one[first:])) for one in filled):
        return 1.0, first
    return fits / len(filled), width


def _is_even(records: Sequence[list[str]]) -> bool:
    share, width = _even(records)
    return share == 1.0 and width > 1


def _is_column_of_lists(text: str) -> bool:
    """Whether every line, but for a name in the first, is one list in brackets without quotes around it."""
    lines = [line.strip() for line in text.split("\n")[:SAMPLE] if line.strip()]
    body = lines if lines[:1] and lines[0][0] in "[(" else lines[1:]
    if not body or any(line[0] not in "[(" for line in body) or find_separator(body, False, None) != JSON:
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


def _is_ragged(
    header: bool, rows: Sequence[list[str]], columns: Sequence[list[str]], lists: Sequence[str]
) -> bool:
    if header or len(columns) == 1:
        return False
    numeric = [mostly_numbers(column) or infer_kind(column) is None for column in columns]
    if all(numeric) or not (any(numeric) or any(lists)):
        return True
    return len({len(row) for row in rows}) > 1 and not _one_width(rows)


def _one_width(rows: Sequence[list[str]]) -> bool:
    """Whether the lines are those of one table, but for a few."""
    width = table_width(rows)
    fits = sum(len(trimmed(row)) <= width <= len(row) for row in rows)
    return 10 * fits >= 9 * len(rows) or fits >= len(rows) - 1 >= 2


def _names(first: list[str], width: int) -> tuple[str, ...]:
    """Return unique names: an empty one is column_N, a repeated one gets a number."""
    names: dict[str, None] = {}
    for at in range(width):
        names[free_name(first[at].strip() if at < len(first) else "", at, names)] = None
    return tuple(names)
