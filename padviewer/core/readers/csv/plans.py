"""What a cell of a table holds: one value, a list in brackets, or items with something between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from padviewer.core.data.ragged import Kind, Ragged
from padviewer.core.finding import Finding
from padviewer.core.readers.cells.literals import looks_like_list, parse_literal
from padviewer.core.readers.cells.notations import is_grouped, is_mark
from padviewer.core.readers.cells.odd import SHARE, judge
from padviewer.core.readers.cells.values import MISSING_WORDS, infer_kind
from padviewer.core.readers.csv.brackets import JSON, build_brackets, late_bracket_findings, plan_brackets
from padviewer.core.readers.csv.columns import (
    ColumnPlan,
    build_cells,
    build_lists,
    late_findings,
    plan_cells,
    trimmed,
)

SEPARATORS = (" ", ",", ";", "|")
TEXT_SEPARATORS = ("|", ";")


def plan_column(
    name: str, cells: Sequence[str], separator: str, kinds: Mapping[str, Kind], way: str = ""
) -> ColumnPlan:
    """Return how a column with these first cells is read; `way` is what a person wants."""
    if separator == JSON:
        return plan_brackets(name, cells, kinds, way)
    items = cells
    if separator:
        items = list(chain.from_iterable(split_cell(cell, separator) for cell in cells))
    return plan_cells(name, items, kinds, way, separator)


def build_column(plan: ColumnPlan, cells: Sequence[str], start: int) -> tuple[Ragged, list[Finding]]:
    """Return the column of a piece that starts at row `start` of the file, and what there is to say of it.

    Raises
    ------
    KindChanged
        A cell does not fit the plan's kind.
    """
    if plan.separator == JSON:
        return build_brackets(plan, cells, start)
    if plan.separator:
        return build_lists(plan, [split_cell(cell, plan.separator) for cell in cells], start)
    return build_cells(plan, cells, start)


def column_findings(plan: ColumnPlan) -> list[Finding]:
    """Return what there is to say of a column after its last piece; rows count from the file's first."""
    return late_bracket_findings(plan) if plan.separator == JSON else late_findings(plan)


def find_separator(cells: Sequence[str], forced: bool, item_delimiter: str | None) -> str:
    """Return what separates items in the cells; empty where a cell is one value.

    Brackets around nearly every cell are a list. So are cells of numbers with spaces, commas, semicolons or
    bars between them, and texts that mostly hold bars or semicolons. `forced` also splits texts at commas or
    spaces.
    """
    present = [cell.strip() for cell in cells if cell not in MISSING_WORDS and cell.strip()]
    if not present:
        return ""
    if _in_brackets(present):
        return JSON
    asked = (item_delimiter,) if item_delimiter else SEPARATORS
    for separator in asked:
        lists = [split_cell(cell, separator) for cell in present]
        longest = max(map(len, lists))
        if longest < 2 or (separator == "," and not forced and (longest == 2 or is_grouped(present))):
            continue  # 1,5 may have a decimal comma, and 2,590 a mark between thousands
        if _are_numbers(lists):
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


def _in_brackets(present: Sequence[str]) -> bool:
    inside = [cell for cell in present if looks_like_list(cell)]
    odd = [cell for cell in present if not looks_like_list(cell) and not is_mark(cell)]
    if not inside or not odd:
        return bool(inside)
    if len(odd) > max(1, len(present) // SHARE) or len(odd) >= len(inside):
        return False
    return all(parse_literal(cell) is not None for cell in inside[:50])


def _are_numbers(lists: Sequence[list[str]]) -> bool:
    """Whether the items are numbers, but for a few."""
    items = list(chain.from_iterable(lists))
    kind = infer_kind(items)
    if kind != "text":
        return kind in ("integer", "float")
    if judge(items, in_list=True).kind not in ("integer", "float"):
        return False
    several = [one for one in lists if len(one) > 1]
    pure = sum(infer_kind(one) in ("integer", "float") for one in several)
    return 2 * pure >= len(several)
