"""Widening: how a file is read again where a later row does not fit its column's kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from padviewer.core.data.ragged import Kind
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.readers import KindChanged, ReadOptions
from padviewer.core.readers.base import WHOLE
from padviewer.core.readers.inner_axes import base_name
from padviewer.core.sentence import say

WHY = ("odd-cells", "other-notation", "not-a-list", "unsigned-integers", "mixed-types")


def widen(options: ReadOptions, change: KindChanged) -> ReadOptions:
    """Return the options to read again with; raises ContentError where that was tried already."""
    if options.kinds.get(change.column) == change.kind:
        raise ContentError(
            "kind-changed",
            say(
                "The values of “{column}” at row {row} do not fit those before them.",
                column=change.column,
                row=change.row,
            ),
            remedy=say("Give the column values of one kind."),
        )
    kinds: dict[str, Kind] = {**options.kinds, change.column: change.kind}
    return replace(options, kinds=kinds)


def widened_finding(change: KindChanged, options: ReadOptions) -> Finding:
    """Say that a column's kind was widened, and which row asked for it; of a long table, which line."""
    said = _widened(change)
    return said if options.long is None else replace(said, rows=())


def _widened(change: KindChanged) -> Finding:
    if change.column.endswith(WHOLE):
        name = change.column.removesuffix(WHOLE)
        message = say(
            "What stands beside “{name}” about its padding does not fit row {row}; the rows are read whole.",
            name=name,
            row=change.row,
        )
        return Finding("warning", "companion-contradicts", message, 1, (change.row,), where=name)
    column = base_name(change.column).partition("#")[0]
    if change.column.endswith("]"):
        message = say(
            "The lists of “{column}” are read anew because row {row} shows how deep they go, or how long the "
            "innermost are.",
            column=column,
            row=change.row,
        )
        return Finding("info", "kind-widened", message, 1, (change.row,), where=column)
    message = say(
        "All of “{column}” is read as {kind} because row {row} needs it.",
        column=column,
        kind=change.kind,
        row=change.row,
    )
    return Finding("info", "kind-widened", message, 1, (change.row,), where=column)


def without_said(widened: Iterable[Finding], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what was widened without the columns of which another finding says why."""
    named = {one.where for one in findings if one.code in WHY}
    return tuple(one for one in widened if one.where not in named)
