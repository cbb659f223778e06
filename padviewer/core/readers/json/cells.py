"""JSON rows whose items are cells: [1, "a", [2, 3]] is a row of three columns, not a list of three steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from padviewer.core import amounts
from padviewer.core.errors import ContentError
from padviewer.core.sentence import Sentence, say

SAMPLE = 1000
Profile = tuple[int, str]
WORDS = {int: "number", float: "number", bool: "boolean", str: "text", dict: "object"}


def profile(values: Sequence[Any]) -> frozenset[Profile]:
    """Return how deep the lists of some values go, and what is in them; nulls and empty lists are nothing."""
    found = set()
    for value in values[:SAMPLE]:
        depth = 0
        while type(value) is list:
            depth += 1
            value = next((one for one in value if one is not None and one != []), None)
        if value is not None:
            found.add((depth, WORDS.get(type(value), "object")))
    return frozenset(found)


def are_cells(rows: Sequence[Any]) -> bool:
    """Whether rows of one width hold in every place values of one sort, which differ from place to place."""
    if not rows or any(type(row) is not list for row in rows):
        return False
    width = len(rows[0])
    if width < 2 or any(len(row) != width for row in rows):
        return False
    places = [profile([row[at] for row in rows[:SAMPLE]]) for at in range(width)]
    if any(len(place) > 1 for place in places):
        return False
    return len(set(places) - {frozenset()}) > 1 and frozenset({(0, "object")}) not in places


def columns_of(rows: Sequence[Any], start: int, width: int, path: Path) -> Mapping[str, Sequence[Any]]:
    """Return the cells column by column, as column_1 and on.

    Raises
    ------
    ContentError
        A row that is no list, or of another width.
    """
    for at, row in enumerate(rows):
        if type(row) is not list or len(row) != width:
            cells = len(row) if type(row) is list else 1
            raise ContentError(
                "wide-row",
                say(
                    "Row {row} has {cells}, but the table has {width}.",
                    row=str(start + at), cells=amounts.cells(cells), width=amounts.columns(width),
                ),
                where=str(path),
                remedy=say("Read every list as a row of steps: --shape rows."),
            )  # fmt: skip
    return {f"column_{at + 1}": [row[at] for row in rows] for at in range(width)}


def shape_refused(shape: str, why: Sentence, path: Path) -> ContentError:
    """Return the error that a file cannot be read in the shape that was asked for."""
    return ContentError(
        "no-such-shape",
        say("This file cannot be read with shape {shape}: {why}.", shape=shape, why=why),
        where=str(path),
        remedy=say("Leave the shape out to see how it is read."),
    )
