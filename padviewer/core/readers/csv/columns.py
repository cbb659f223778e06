"""Columns from cells of text: plain columns, lists of items, and lists in brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from padviewer.core.choices.reading import COMMA, POINT, TEXT
from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Int64, Kind, Ragged
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.readers.base import UNSIGNED, KindChanged
from padviewer.core.readers.cells.notations import DIGITS, PLAIN, UNSIGNED_MOST, Notation, is_mark, number_in
from padviewer.core.readers.cells.odd import (
    ListTally,
    Tally,
    Verdict,
    judge,
    kind_of_numbers,
    unsigned_integers,
)
from padviewer.core.readers.cells.values import INT64, MISSING_WORDS, Cells, misfit, read_cells
from padviewer.core.readers.json.remarks import rounded
from padviewer.core.readers.json.values import Schema
from padviewer.core.readers.lines import missing_steps
from padviewer.core.sentence import say, say_count

COMMA_MARK = "#comma"  # behind a column's name in `ReadOptions.kinds`: what a later piece asked for


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
    notation : Notation
        How numbers are written.
    unsigned : bool
        Whole numbers are of 64 bits without a sign.
    watched : bool
        Text of which so much is numbers that what is none is counted.
    way : str
        How a person wants the column read, one of `reading.WAYS`; empty: not said.
    tally : Tally
        What the cells, or the items in them, were so far.
    lists : ListTally
        What cells in brackets were so far.
    """

    name: str
    kind: Kind | None
    separator: str = ""
    schema: Schema | None = None
    notation: Notation = PLAIN
    unsigned: bool = False
    watched: bool = False
    way: str = ""
    tally: Tally = field(default_factory=Tally, compare=False)
    lists: ListTally = field(default_factory=ListTally, compare=False)


def plan_cells(
    name: str, cells: Sequence[str], kinds: Mapping[str, Kind], way: str = "", separator: str = ""
) -> ColumnPlan:
    """Return how a column with these first cells, or items of lists, is read.

    `kinds` says what later pieces asked for; `way` what a person wants, one of `reading.WAYS`.
    """
    if way == TEXT:
        return ColumnPlan(name, "text", separator, way=way)
    verdict = judge_column(name, cells, kinds, way, bool(separator))
    return ColumnPlan(
        name, verdict.kind, separator, None, verdict.notation, verdict.unsigned, verdict.watched, way
    )


def judge_column(
    name: str, cells: Sequence[str], kinds: Mapping[str, Kind], way: str, in_list: bool
) -> Verdict:
    """Return what a column is, by its first cells, by what a person wants, and by what later cells need."""
    kind = kinds.get(name)
    if kind == "category":
        kind = "text"
    notation = None
    if way == COMMA or name + COMMA_MARK in kinds:
        notation = Notation(comma=True)
    elif way == POINT:
        notation = PLAIN
    verdict = judge(cells, in_list, notation, forced=way != "" or kind in ("integer", "float"))
    if kind is None:
        unsigned = verdict.unsigned or name + UNSIGNED in kinds
        return Verdict(
            verdict.kind, verdict.notation, unsigned and verdict.kind == "integer", verdict.watched
        )
    if kind == "text":
        return Verdict("text", verdict.notation, watched=True)
    return Verdict(kind, verdict.notation, kind == "integer" and name + UNSIGNED in kinds)


def trimmed(items: list[str]) -> list[str]:
    """Return the items without the empty ones at the end."""
    last = len(items)
    while last and not items[last - 1].strip():
        last -= 1
    return items[:last]


def build_cells(plan: ColumnPlan, cells: Sequence[str], start: int) -> tuple[Ragged, list[Finding]]:
    """Return a column of one value a cell, of a piece that starts at row `start` of the file.

    Raises
    ------
    KindChanged
        A cell does not fit the plan.
    """
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


def late_findings(plan: ColumnPlan) -> list[Finding]:
    """Return what there is to say of a column after its last piece.

    Raises
    ------
    KindChanged
        The column holds nothing but marks such as “-”: they are its texts.
    """
    if plan.kind is None and plan.tally.marks and not plan.way:
        raise KindChanged(plan.name, "text", next(iter(plan.tally.marks.values())).rows[0])
    large = plan.tally.large
    said = [unsigned_integers(plan.name, large.count, large.rows)] if plan.unsigned else []
    return said + plan.tally.findings(plan.name, plan.kind, bool(plan.way), plan.notation)


def _typed(plan: ColumnPlan, cells: Sequence[str], rows: Int64, start: int) -> tuple[Ragged, list[Finding]]:
    """Return plain cells as `plan.kind`; `rows` [m] holds the row of each cell."""
    kind = plan.kind or "float"
    if kind in ("text", "category"):
        if plan.watched:
            plan.tally.tidied(cells, (rows + start).tolist(), plan.notation)
        return read_cells(cells, kind).column, []
    read, odd = _read(plan, cells, rows, start)
    if plan.kind is None and read.kind is not None:
        at = next(at for at, cell in enumerate(cells) if not is_mark(cell))
        raise KindChanged(plan.name, read.kind, start + int(rows[at]))
    said = []
    flat = read.column.flat
    gone = read.column.missing
    if gone is None and kind == "float":
        gone = np.isnan(flat)
    if gone is not None:
        gone = gone & ~odd
        if gone.any():
            said.append(missing_steps(plan.name, rows[gone]))
    if read.rounded:
        said.append(rounded(plan.name, read.rounded, np.zeros(0, np.int64)))
    if read.leading_zeros:
        said.append(_leading_zeros(plan.name, read.leading_zeros))
    return read.column, said


def _read(
    plan: ColumnPlan, cells: Sequence[str], rows: Int64, start: int
) -> tuple[Cells, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]]:
    """Return numbers or booleans, and which cells [m] are read as missing though something stands there."""
    kind = plan.kind or "float"
    if plan.notation == PLAIN and not plan.unsigned:
        try:
            read = read_cells(cells, kind)
        except ValueError:
            pass
        else:
            plan.tally.add_plain(cells)
            return read, np.zeros(len(cells), np.bool_)
    absolute = (rows + start).tolist()
    if kind == "boolean":
        tidied = plan.tally.tidied_booleans(cells, absolute)
    else:
        tidied = plan.tally.tidied(cells, absolute, plan.notation)
        _check_tolerance(plan, cells, absolute)
    odd = np.zeros(len(cells), np.bool_)
    odd[[at for at, tidy in enumerate(tidied) if not tidy and cells[at] not in MISSING_WORDS]] = True
    if plan.unsigned:
        return _unsigned(plan, tidied, absolute), odd
    try:
        return read_cells(tidied, kind), odd
    except ValueError:
        at, wide = misfit(tidied, kind)
    present = [cell for cell in tidied if cell]
    if kind == "integer" and wide == "text":
        found, unsigned = kind_of_numbers(present)
        if unsigned:
            raise KindChanged(plan.name + UNSIGNED, "integer", absolute[at]) from None
        wide = found
    raise KindChanged(plan.name, wide, absolute[at]) from None


def _check_tolerance(plan: ColumnPlan, cells: Sequence[str], absolute: Sequence[int]) -> None:
    """Raise KindChanged where too much of a column of numbers is something else."""
    words = plan.tally.words
    if not words or plan.way:
        return
    first = next((at for at, cell in zip(absolute, cells, strict=True) if cell.strip() in words), absolute[0])
    comma = Notation(comma=True)
    if plan.kind == "integer" and not plan.notation.comma and all(number_in(one, comma) for one in words):
        raise KindChanged(plan.name + COMMA_MARK, "float", first)
    if not plan.tally.tolerates(bool(plan.separator), judged=True):
        raise KindChanged(plan.name, "text", first)


def _unsigned(plan: ColumnPlan, tidied: Sequence[str], absolute: Sequence[int]) -> Cells:
    """Return whole numbers as uint64; raises KindChanged for what is none."""
    values = np.zeros(len(tidied), np.uint64)
    missing = np.zeros(len(tidied), np.bool_)
    for at, cell in enumerate(tidied):
        if not cell:
            missing[at] = True
            continue
        if not DIGITS.fullmatch(cell.strip()):
            raise KindChanged(plan.name, "float", absolute[at])
        number = int(cell)
        if not 0 <= number <= UNSIGNED_MOST:
            raise KindChanged(plan.name, "text", absolute[at])
        values[at] = number
        if number > INT64.max:
            plan.tally.large.add(absolute[at])
    return Cells("integer", Ragged(values, missing=missing if missing.any() else None))


def _dropped(name: str, count: int, rows: list[int]) -> Finding:
    return Finding(
        "info",
        "empty-cells",
        say_count(
            "{count} empty item between others of “{name}” is no step.",
            "{count} empty items between others of “{name}” are no steps.",
            COUNT,
            name=name,
        ),
        count,
        tuple(rows[:MOST_ROWS]),
        where=name,
    )


def _leading_zeros(name: str, count: int) -> Finding:
    return Finding(
        "info",
        "leading-zeros",
        say_count(
            "{count} number of “{name}” is written with leading zeros, which numbers do not keep.",
            "{count} numbers of “{name}” are written with leading zeros, which numbers do not keep.",
            COUNT,
            name=name,
        ),
        count,
        remedy=say("Read the column as text to keep them."),
        where=name,
    )
