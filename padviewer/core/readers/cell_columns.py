"""Columns from cells of text: plain columns, lists of items, and lists written as JSON or as Python does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from padviewer.core.errors import ContentError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.offsets import offsets_from_lengths
from padviewer.core.ragged import Int64, Kind, Ragged
from padviewer.core.readers.base import KindChanged
from padviewer.core.readers.cells import MISSING_WORDS, infer_kind, misfit, read_cells
from padviewer.core.readers.json_parse import Parser
from padviewer.core.readers.json_values import Schema, build, decide, rounded, take_apart
from padviewer.core.readers.lines import missing_steps
from padviewer.core.sentence import say

JSON = "json"
SEPARATORS = (" ", ",", ";", "|")
TEXT_SEPARATORS = ("|", ";")
QUOTED = r"""\s*'((?:[^'\\]|\\.)*)'\s*|\s*"((?:[^"\\]|\\.)*)"\s*"""
BY_COMMA = re.compile(QUOTED + r"""|([^,'"\[\](){}]*)""", re.DOTALL)
BY_SPACE = re.compile(QUOTED + r"""|\s*([^\s,'"\[\](){}]+)\s*""", re.DOTALL)
ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U000[0-9a-fA-F]{5}|.)", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
WORDS: dict[str, Any] = {"true": True, "True": True, "false": False, "False": False}


@dataclass(frozen=True)
class ColumnPlan:
    """How one column of cells is read; decided by the first piece.

    Parameters
    ----------
    name : str
    kind : Kind or None
        Of the values; None while none has been seen.
    separator : str
        Empty: one value a cell. ``"json"``: a list in brackets. Else the character between the items.
    schema : Schema or None
        For lists in brackets: how deep they are.
    """

    name: str
    kind: Kind | None
    separator: str = ""
    schema: Schema | None = None


def plan_column(name: str, cells: Sequence[str], separator: str, kinds: Mapping[str, Kind]) -> ColumnPlan:
    """Return how a column with these first cells is read."""
    kind = kinds.get(name)
    if separator == JSON:
        try:
            schema = decide(name, take_apart(name, _lists(cells, kind, name, 0)), kinds)
        except ContentError:  # brackets that hold no list: the exact text loses nothing
            return ColumnPlan(name, "text")
        return (
            ColumnPlan(name, "text") if schema.left_out else ColumnPlan(name, schema.kind, separator, schema)
        )
    if separator:
        items = list(chain.from_iterable(split_cell(cell, separator) for cell in cells))
        return ColumnPlan(name, kind or infer_kind(items), separator)
    return ColumnPlan(name, kind or infer_kind(cells))


def find_separator(cells: Sequence[str], forced: bool, item_delimiter: str | None) -> str:
    """Return what separates items in the cells; empty where a cell is one value.

    Brackets around every cell are a list. So are cells of numbers with spaces, commas, semicolons or bars
    between them, and texts that mostly hold bars or semicolons. `forced` also
    splits texts at commas or spaces.
    """
    present = [cell.strip() for cell in cells if cell not in MISSING_WORDS]
    if not present:
        return ""
    if all(_in_brackets(cell) for cell in present):
        return JSON
    asked = (item_delimiter,) if item_delimiter else SEPARATORS
    for separator in asked:
        lists = [split_cell(cell, separator) for cell in present]
        longest = max(map(len, lists))
        if longest < 2 or (separator == "," and longest == 2 and not forced):  # 1,5 may be a decimal comma
            continue
        if infer_kind(list(chain.from_iterable(lists))) in ("integer", "float"):
            return separator
    if item_delimiter:
        return item_delimiter if any(item_delimiter in cell for cell in present) else ""
    for separator in TEXT_SEPARATORS + ((",", " ") if forced else ()):
        if 2 * sum(separator in cell for cell in present) >= len(present):
            return separator
    return ""


def split_cell(cell: str, separator: str) -> list[str]:
    """Return the items of a cell; empty ones at its end are left out."""
    if separator == " ":
        return cell.split()
    return trimmed([item.strip() for item in cell.split(separator)])


def trimmed(items: list[str]) -> list[str]:
    """Return the items without the empty ones at the end."""
    last = len(items)
    while last and not items[last - 1]:
        last -= 1
    return items[:last]


def build_column(plan: ColumnPlan, cells: Sequence[str], start: int) -> tuple[Ragged, list[Finding]]:
    """Return the column of a piece that starts at row `start` of the file, and what there is to say of it.

    Raises
    ------
    KindChanged
        A cell does not fit the plan's kind.
    ContentError
        A cell that is no list in a column of lists.
    """
    if plan.separator == JSON and plan.schema is not None:
        rows = _lists(cells, plan.kind, plan.name, start)
        return build(plan.name, rows, plan.schema, start)
    if plan.separator:
        lists = [split_cell(cell, plan.separator) for cell in cells]
        return build_lists(plan, lists, start)
    return _typed(plan, cells, np.arange(len(cells)), start)


def build_lists(plan: ColumnPlan, lists: Sequence[list[str]], start: int) -> tuple[Ragged, list[Finding]]:
    """Return a column of lists from the items of each row.

    An empty item is a missing step among numbers; among texts it is dropped, with a finding.
    """
    said: list[Finding] = []
    if plan.kind == "text":
        holed = [row for row, items in enumerate(lists) if "" in items]
        if holed:
            dropped = sum(lists[row].count("") for row in holed)
            said.append(_dropped(plan.name, dropped, holed))
            lists = [[item for item in items if item] for items in lists]
    lengths = np.fromiter(map(len, lists), np.int64, len(lists))
    items = list(chain.from_iterable(lists))
    leaf, more = _typed(plan, items, np.repeat(np.arange(len(lists)), lengths), start)
    offsets = offsets_from_lengths(lengths)
    column = Ragged(leaf, offsets) if leaf.text else Ragged(leaf.flat, offsets, missing=leaf.missing)
    return column, said + more


def _typed(plan: ColumnPlan, cells: Sequence[str], rows: Int64, start: int) -> tuple[Ragged, list[Finding]]:
    """Return plain cells as `plan.kind`; `rows` [m] holds the row of each cell."""
    kind = plan.kind or "float"
    try:
        read = read_cells(cells, kind)
    except ValueError:
        at, wide = misfit(cells, kind)
        raise KindChanged(plan.name, wide, start + int(rows[at])) from None
    if plan.kind is None and read.kind is not None:
        at = next(at for at, cell in enumerate(cells) if cell not in MISSING_WORDS)
        raise KindChanged(plan.name, read.kind, start + int(rows[at]))
    said = []
    flat = read.column.flat
    gone = read.column.missing
    if gone is None and kind == "float":
        gone = np.isnan(flat)
    if gone is not None and gone.any():
        said.append(missing_steps(plan.name, rows[gone]))
    if read.rounded:
        said.append(rounded(plan.name, read.rounded, np.zeros(0, np.int64)))
    if read.leading_zeros:
        said.append(_leading_zeros(plan.name, read.leading_zeros))
    return read.column, said


def _lists(cells: Sequence[str], kind: Kind | None, name: str, start: int) -> list[list[Any] | None]:
    parser = Parser()
    out: list[list[Any] | None] = []
    for row, cell in enumerate(cells, start):
        if not cell or cell in MISSING_WORDS:
            out.append(None if cell else [])
            continue
        value = _bracketed(cell, f"row {row:,} of “{name}”", parser, exact=kind == "text")
        out.append(value)
    return out


def _bracketed(cell: str, where: str, parser: Parser, exact: bool) -> list[Any]:
    problem = ContentError(
        "not-a-list",
        say("“{cell}” is not a list in brackets, as the other cells are.", cell=cell[:40]),
        where=where,
        remedy=say("Write it as [1, 2, 3], leave it empty, or read the cells as they are (shape table)."),
    )
    if not _in_brackets(cell.strip()):
        raise problem
    try:
        value = parser.parse(cell.encode(), where)
    except ContentError as error:
        if error.code != "bad-json":
            raise
        value = None
    if isinstance(value, list) and not (exact and any(type(item) in (int, float, bool) for item in value)):
        return value
    items = words(cell.strip()[1:-1], exact)
    if items is None:
        raise problem
    return items


def words(body: str, exact: bool) -> list[Any] | None:
    """Return the items between the brackets of a list as Python or numpy writes it; None where it is none.

    `exact` keeps every item's text; otherwise numbers, true, false and nan become values.
    """
    if not body.strip():
        return []
    bare = re.sub(QUOTED, "", body, flags=re.DOTALL)
    pattern, ends = (BY_COMMA, ",") if "," in bare else (BY_SPACE, "")
    if not ends and bare != body and bare.strip():  # quoted and bare words without commas: 'a' + 'b'
        return None
    items: list[Any] = []
    at = 0
    while at <= len(body):
        found = pattern.match(body, at)
        if found is None:
            return items if at == len(body) and not ends else None
        single, double, word = found.groups()
        at = found.end()
        if ends and at < len(body) and body[at] != ends:
            return None
        text = single if single is not None else double
        if text is not None:
            items.append(ESCAPE.sub(_unescaped, text))
        elif word.strip() or at < len(body):  # nothing behind a last comma is no item
            items.append(word.strip() or None if exact else _value(word.strip()))
        at += len(ends)
    return items


def _value(word: str) -> Any:
    if word in WORDS:
        return WORDS[word]
    kind = infer_kind([word])
    if kind == "integer":
        return int(word)
    if kind == "float":
        return float(word)
    if word in MISSING_WORDS:
        return float("nan") if word.lower() == "nan" else None
    return word


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    if len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if not 0xD800 <= number < 0xE000 else "\ufffd"
    return ESCAPES.get(code, code)


def _in_brackets(cell: str) -> bool:
    return cell[:1] + cell[-1:] in ("[]", "()") and len(cell) > 1


def _dropped(name: str, count: int, rows: list[int]) -> Finding:
    return Finding(
        "info",
        "empty-cells",
        say("{count} empty items between others of “{name}” are no steps.", name=name, count=COUNT),
        count,
        tuple(rows[:MOST_ROWS]),
        where=name,
    )


def _leading_zeros(name: str, count: int) -> Finding:
    return Finding(
        "info",
        "leading-zeros",
        say(
            "{count} numbers of “{name}” are written with leading zeros, which numbers do not keep.",
            name=name,
            count=COUNT,
        ),
        count,
        remedy=say("Read the column as text to keep them."),
        where=name,
    )
