"""Columns of lists in brackets, as JSON, Python, numpy and PyTorch write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

import numpy as np

from padviewer.core.choices.reading import TEXT
from padviewer.core.data.ragged import Kind, Ragged
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.readers.base import UNSIGNED, KindChanged
from padviewer.core.readers.cells.literals import ESCAPE, looks_like_list, parse_literal, unescaped
from padviewer.core.readers.cells.notations import UNSIGNED_MOST, is_mark
from padviewer.core.readers.cells.odd import (
    ListTally,
    Places,
    Tally,
    Verdict,
    named_cells,
    total_of,
    unsigned_integers,
)
from padviewer.core.readers.cells.values import INT64, MISSING_WORDS, infer_kind
from padviewer.core.readers.csv.columns import ColumnPlan, judge_column
from padviewer.core.readers.json.levels import take_apart
from padviewer.core.readers.json.parsing import Parser
from padviewer.core.readers.json.values import build, decide
from padviewer.core.sentence import say, say_count

JSON = "json"
WHOLE = "#whole"  # behind a column's name in `ReadOptions.kinds`: its cells are no lists
EDGE, THRESHOLD = 3, 1000  # numpy prints three values of either end of more than a thousand
MIXED = -1  # the depth of a row whose items go to several depths
QUOTED = r"""\s*'((?:[^'\\]|\\.)*)'\s*|\s*"((?:[^"\\]|\\.)*)"\s*"""
BY_COMMA = re.compile(QUOTED + r"""|([^,'"\[\](){}]*)""", re.DOTALL)
BY_SPACE = re.compile(QUOTED + r"""|\s*([^\s,'"\[\](){}]+)\s*""", re.DOTALL)
WORDS: dict[str, Any] = {"true": True, "True": True, "false": False, "False": False}


def plan_brackets(name: str, cells: Sequence[str], kinds: Mapping[str, Kind], way: str = "") -> ColumnPlan:
    """Return how a column whose cells stand in brackets is read."""
    whole = ColumnPlan(name, "text", JSON, way=way)
    if name + WHOLE in kinds:
        return whole
    ordered: Kind | None = "text" if way == TEXT else kinds.get(name)
    probe = ColumnPlan(name, ordered, JSON)
    rows = _lists(probe, cells, 0)
    if (probe.lists.words and not probe.lists.lists) or not probe.lists.tolerates():
        return whole
    verdict = Verdict("text", watched=way != TEXT)
    if ordered != "text":
        verdict = _verdict(name, _leaves(rows), kinds, way)
    plan = ColumnPlan(
        name, verdict.kind, JSON, None, verdict.notation, verdict.unsigned, verdict.watched, way
    )
    if plan.kind == "text" and ordered != "text":
        rows = _lists(replace(plan, lists=ListTally()), cells, 0)
    rows = _mended(replace(plan, tally=Tally()), rows, 0, judged=False)
    known = {key: kind for key, kind in kinds.items() if key != name + UNSIGNED}  # which is done here
    known |= {} if plan.kind is None else {name: plan.kind}
    schema = decide(name, take_apart(name, rows), known)
    return whole if schema.left_out else replace(plan, kind=schema.kind, schema=schema)


def _verdict(name: str, items: Sequence[Any], kinds: Mapping[str, Kind], way: str) -> Verdict:
    """Return what the items of the lists are; None for the kind where the JSON types say it."""
    texts = any(type(item) in (str, bool) for item in items)
    numbers = [item for item in items if type(item) in (int, float)]
    large = any(type(item) is int and not INT64.min <= item <= INT64.max for item in numbers)
    if large or (texts and (numbers or way)):
        return judge_column(name, [_written(item) for item in items], kinds, way, in_list=True)
    kind = kinds.get(name)
    return Verdict(kind, unsigned=name + UNSIGNED in kinds and kind in (None, "integer"))


def build_brackets(plan: ColumnPlan, cells: Sequence[str], start: int) -> tuple[Ragged, list[Finding]]:
    """Return the lists of a piece that starts at row `start` of the file, and what there is to say of them.

    Raises
    ------
    KindChanged
        Values, or cells, that do not fit the plan.
    """
    if plan.schema is None:
        _lists(plan, cells, start)
        return Ragged.from_texts([cell or None for cell in cells]), []
    before, unread = _odd_items(plan), _unread(plan)
    rows = _lists(plan, cells, start)
    if not plan.lists.tolerates():
        raise KindChanged(plan.name + WHOLE, "text", next(iter(plan.lists.words.values())).rows[0])
    if plan.kind is None:
        _refuse_mixed(plan, rows, start)
    rows = _mended(plan, rows, start)
    gone = _odd_items(plan) - before
    try:
        column, said = build(plan.name, rows, plan.schema, start)
    except ContentError as error:
        if error.code != "integer-too-large":
            raise
        small = all(0 <= one <= UNSIGNED_MOST for one in _leaves(rows) if type(one) is int)
        if small and plan.kind == "integer" and not plan.unsigned:
            raise KindChanged(plan.name + UNSIGNED, "integer", start) from None
        raise KindChanged(plan.name, "text", start) from None
    return (_as_unsigned(column) if plan.unsigned else column), _without_odd(
        said, gone, _unread(plan) - unread
    )


def _refuse_mixed(plan: ColumnPlan, rows: Sequence[Any], start: int) -> None:
    """Raise KindChanged where the first items that are seen are numbers, but for a few."""
    if len({type(item) is str for item in _leaves(rows)}) < 2:
        return
    found = _verdict(plan.name, _leaves(rows), {}, plan.way)
    if found.kind in ("integer", "float"):
        first = next(at for at, row in enumerate(rows, start) if _leaves([row]))
        raise KindChanged(plan.name, found.kind, first)


def _odd_items(plan: ColumnPlan) -> int:
    """Return how many items were read as missing so far, and are told of after the last piece."""
    return plan.lists.gap_items + sum(
        one.count for one in (*plan.tally.words.values(), *plan.tally.marks.values())
    )


def _unread(plan: ColumnPlan) -> int:
    return sum(one.count for one in plan.lists.words.values())


def _without_odd(said: list[Finding], gone: int, unread: int) -> list[Finding]:
    """Return the findings of a piece without the missing items, and rows, that another finding names."""
    named = {"missing-steps": gone, "null-rows": unread}
    less = [replace(one, count=one.count - named.get(one.code, 0)) for one in said]
    return [one for one in less if one.count > 0]


def late_bracket_findings(plan: ColumnPlan) -> list[Finding]:
    """Return what there is to say of a column of lists after its last piece."""
    if plan.schema is None:
        return [] if plan.way == TEXT or not plan.lists.words else [_no_lists(plan)]
    said = []
    if plan.lists.gaps.count:
        said.append(_abbreviated(plan, plan.lists.gaps))
    if plan.lists.words:
        said.append(_not_lists(plan))
    if plan.unsigned:
        large = plan.tally.large
        said.append(unsigned_integers(plan.name, large.count, large.rows))
    return said + plan.tally.findings(plan.name, plan.kind, plan.way == TEXT, plan.notation)


def words(body: str, exact: bool) -> list[Any] | None:
    """Return the items between the brackets of a list of bare words; None where it is none.

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
            items.append(ESCAPE.sub(unescaped, text))
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


def _lists(plan: ColumnPlan, cells: Sequence[str], start: int) -> list[list[Any] | None]:
    """Return the list in every cell; what is none is counted in `plan.lists`, and None."""
    parser = Parser()
    exact = plan.kind == "text"
    out: list[list[Any] | None] = []
    for row, cell in enumerate(cells, start):
        plan.lists.cells += 1
        if not cell.strip() or cell in MISSING_WORDS:
            out.append(None if cell.strip() else [])
            continue
        found, gaps = _list_in(cell, parser, exact)
        if found is None:
            places = plan.lists.marks if is_mark(cell) else plan.lists.words
            places.setdefault(cell.strip(), Places()).add(row)
        else:
            plan.lists.lists += 1
        if gaps:
            plan.lists.gaps.add(row)
            plan.lists.gap_items += gaps
            plan.lists.printed += gaps == 1 and len(found or ()) == 2 * EDGE + 1
        out.append(found)
    _refuse_other_depths(plan, out, cells, start)
    return out


def _list_in(cell: str, parser: Parser, exact: bool) -> tuple[list[Any] | None, int]:
    """Return the list that stands in a cell, or None, and how often `...` stands in it."""
    text = cell.strip()
    if text[:1] == "[":
        try:
            value = parser.parse(text.encode(), "")
        except ContentError:
            value = None
        if isinstance(value, list) and not _holds_objects(value):
            if not exact or not any(type(item) in (int, float, bool) for item in _leaves([value])):
                return value, 0
        elif isinstance(value, list):
            return None, 0
    if not looks_like_list(cell):
        return None, 0
    literal = parse_literal(text, exact)
    if literal is not None:
        return literal.items, literal.gaps
    return (words(text[1:-1], exact), 0) if text[0] in "[(" else (None, 0)


def _refuse_other_depths(
    plan: ColumnPlan, rows: list[list[Any] | None], cells: Sequence[str], start: int
) -> None:
    """Count rows that nest lists to another depth than the others as no lists, and take them out."""
    depths = [_depth(row) for row in rows]
    if plan.schema is not None and not plan.schema.unseen:
        usual = plan.schema.depth
    else:
        seen = [depth for depth, exact in depths if exact] or [max((one for one, _ in depths), default=1)]
        usual = max(sorted(set(seen)), key=seen.count)
    for at, (depth, exact) in enumerate(depths):
        if depth == MIXED or depth > usual or (exact and depth != usual):
            rows[at] = None
            plan.lists.lists -= 1
            plan.lists.words.setdefault(cells[at].strip(), Places()).add(start + at)


def _depth(row: Any) -> tuple[int, bool]:
    """Return how deep the lists of a row go, and whether exactly so: empty lists and nulls may hide more.

    The depth is `MIXED` where it differs within the row.
    """
    if type(row) is not list:
        return 0, row is not None
    found = {_depth(item) for item in row}
    exact = {depth for depth, known in found if known}
    least = max((depth for depth, _ in found), default=0)
    if len(exact) > 1 or MIXED in (depth for depth, _ in found) or (exact and least > max(exact)):
        return MIXED, False
    return 1 + least, bool(exact)


def _holds_objects(value: list[Any]) -> bool:
    return any(type(item) is dict for item in _leaves([value]))


def _leaves(rows: Sequence[Any]) -> list[Any]:
    """Return the innermost items of lists of lists, without what is missing."""
    items = list(rows)
    while any(type(item) is list for item in items):
        items = list(chain.from_iterable(item if type(item) is list else (item,) for item in items))
    return [item for item in items if item is not None]


def _written(item: Any) -> str:
    return item if isinstance(item, str) else repr(item)


def _mended(plan: ColumnPlan, rows: list[list[Any] | None], start: int, *, judged: bool = True) -> list[Any]:
    """Return the rows with texts among numbers read as numbers, or missing; count what is what.

    `judged`: the plan is final, and raises KindChanged for more odd items than it bears.
    """
    leaves = _leaves(rows)
    if plan.kind == "text":
        if plan.watched:
            for at, row in enumerate(rows, start):
                items = [_written(item) for item in _leaves([row])]
                plan.tally.tidied(items, [at] * len(items), plan.notation)
        return rows
    if plan.kind not in ("integer", "float") or not any(type(item) in (str, bool) for item in leaves):
        plan.tally.cells += len(leaves)
        plan.tally.numbers += len(leaves)
        return _signed(plan, rows, start)

    def mend(item: Any, row: int) -> Any:
        if type(item) is list:
            return [mend(one, row) for one in item]
        if item is None:
            return None
        tidy = plan.tally.tidied([_written(item)], [row], plan.notation)[0]
        if type(item) in (int, float):
            return item
        return _value(tidy) if tidy else None

    out = [mend(row, at) for at, row in enumerate(rows, start)]
    if judged and not plan.way and not plan.tally.tolerates(in_list=True, judged=True):
        raise KindChanged(plan.name, "text", next(one.rows[0] for one in plan.tally.words.values()))
    return _signed(plan, out, start)


def _signed(plan: ColumnPlan, rows: list[Any], start: int) -> list[Any]:
    """Return numbers of 64 bits without a sign as those with the same bits and a sign."""
    if not plan.unsigned:
        return rows

    def fold(item: Any, row: int) -> Any:
        if type(item) is list:
            return [fold(one, row) for one in item]
        if type(item) is float:
            raise KindChanged(plan.name, "float", row)
        if type(item) is int and not 0 <= item <= UNSIGNED_MOST:
            raise KindChanged(plan.name, "text", row)
        if type(item) is int and item > INT64.max:
            plan.tally.large.add(row)
            return item - 2**64
        return item

    return [fold(row, at) for at, row in enumerate(rows, start)]


def _as_unsigned(column: Ragged) -> Ragged:
    inner = column.nested
    if inner is not None:
        return Ragged(_as_unsigned(inner), column.row_offsets)
    return Ragged(column.flat.view(np.uint64), column.row_offsets, missing=column.missing)


def _abbreviated(plan: ColumnPlan, gaps: Places) -> Finding:
    rows = ", ".join(map(str, gaps.rows[:3])) + (" …" if len(gaps.rows) > 3 else "")
    message = say_count(
        "{count} cell of “{name}” is abbreviated with “...” (row {rows}): the values between are not in the "
        "file.",
        "{count} cells of “{name}” are abbreviated with “...” (rows {rows}): the values between are not in "
        "the file.",
        gaps.count,
        name=plan.name,
        rows=rows,
    )
    if plan.lists.printed == gaps.count:
        message = say(
            "{what} As numpy prints arrays, at least {lost} values of each are lost.",
            what=message,
            lost=THRESHOLD + 1 - 2 * EDGE,
        )
    return Finding(
        "error",
        "abbreviated",
        message,
        gaps.count,
        tuple(gaps.rows),
        say("Save the arrays whole: as lists (array.tolist()), or in Parquet or NPZ."),
        plan.name,
    )


def _not_lists(plan: ColumnPlan) -> Finding:
    count, rows = total_of(plan.lists.words)
    message = say_count(
        "{count} of {total} cells of “{name}” is no list as the others are: {cells}. It is read as an empty "
        "row.",
        "{count} of {total} cells of “{name}” are no lists as the others are: {cells}. They are read as "
        "empty rows.",
        count,
        total=plan.lists.cells,
        name=plan.name,
        cells=named_cells(plan.lists.words),
    )
    remedy = say("Write them as [1, 2, 3], or leave them empty.")
    return Finding("warning", "not-a-list", message, count, rows, remedy, plan.name)


def _no_lists(plan: ColumnPlan) -> Finding:
    count, rows = total_of(plan.lists.words)
    message = say_count(
        "{count} of {total} cells of “{name}” in brackets could not be read as a list: {cells}. The column "
        "is read as text.",
        "{count} of {total} cells of “{name}” in brackets could not be read as lists: {cells}. The column "
        "is read as text.",
        count,
        total=plan.lists.cells,
        name=plan.name,
        cells=named_cells(plan.lists.words),
    )
    remedy = say("Write them as [1, 2, 3].")
    return Finding("warning", "not-a-list", message, count, rows, remedy, plan.name)
