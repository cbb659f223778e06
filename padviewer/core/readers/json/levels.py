"""JSON values taken apart: how deep a column's lists go, what stands in them, and in which row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64, Kind
from padviewer.core.errors import ContentError
from padviewer.core.readers.cells.values import join_kinds
from padviewer.core.readers.json.odd import Census, is_gap, value_of
from padviewer.core.sentence import say

SIMPLE: dict[type, Kind] = {int: "integer", float: "float", bool: "boolean", str: "text"}


@dataclass(frozen=True)
class Values:
    """A column's rows taken apart: the lengths of every level of lists, the values and their types."""

    levels: tuple[Int64, ...]
    items: list[Any]
    null_rows: tuple[int, ...]
    types: frozenset[type]

    def kind(self) -> Kind | None:
        """Return the kind of the values; None where there are none."""
        wide: Kind | None = None
        for one in self.types:
            wide = join(wide, SIMPLE.get(one))
        return wide

    def has_objects(self) -> bool:
        """Whether any value is an object {…}."""
        return dict in self.types

    def mended(self, numbers: bool = False) -> Values:
        """Return the values with few texts among numbers read as numbers, or missing, as a table's cells are.

        `numbers`: the column is known to be one of numbers, whatever stands in this piece; whether it bears
        its texts is judged over all pieces.
        """
        if str not in self.types or not (numbers or self.types & {int, float}):
            return self
        if not numbers:
            census = Census()
            census.add(self, 0, "float")
            if not census.tolerates(bool(self.levels), judged=False):
                return self
        items = [value_of(item) if type(item) is str else item for item in self.items]
        return replace(self, items=items, types=frozenset(map(type, items)))

    def gaps_alone(self) -> bool:
        """Whether there are texts, and all of them are words for missing."""
        return self.types - {type(None)} == {str} and all(map(is_gap, filter(None, self.items)))

    def rows_of(self, items: Sequence[int] | NDArray[Any]) -> Int64:
        """Return the row that each of the values (given by their place) stands in: int64 [items]."""
        at = np.asarray(items, np.int64)
        for lengths in reversed(self.levels):
            at = np.searchsorted(np.cumsum(lengths), at, "right").astype(np.int64)
        return at

    def deepened(self, depth: int) -> Values:
        """Return the values with the levels that empty or null lists did not show."""
        levels, items, null_rows = list(self.levels), self.items, self.null_rows
        while len(levels) < depth and all(item is None for item in items):
            if not levels:
                null_rows = tuple(range(len(items)))
            levels.append(np.zeros(len(items), np.int64))
            items = []
        return Values(tuple(levels), items, null_rows, self.types if items else frozenset())


def join(one: Kind | None, other: Kind | None) -> Kind | None:
    """Return the narrowest kind that holds both: true and false among numbers are 1 and 0."""
    if {one, other} in ({"boolean", "integer"}, {"boolean", "float"}):
        return "float" if "float" in (one, other) else "integer"
    return join_kinds(one, other)


def take_apart(name: str, rows: Sequence[Any], start: int = 0) -> Values:
    """Take the rows of a column apart, level by level.

    Raises
    ------
    ContentError
        A list stands beside a single value on one level; the message counts rows from `start`.
    """
    levels: list[Int64] = []
    items: list[Any] = list(rows)
    null_rows: tuple[int, ...] = ()
    while True:
        types = set(map(type, items))
        if list not in types:
            return Values(tuple(levels), items, null_rows, frozenset(types))
        if types - {list, type(None)}:
            odd = next(at for at, item in enumerate(items) if type(item) not in (list, type(None)))
            row = int(Values(tuple(levels), [], (), frozenset()).rows_of([odd])[0])
            raise _mixed_depth(name, start + row, items[odd])
        if type(None) in types:
            if not levels:
                null_rows = tuple(at for at, item in enumerate(items) if item is None)
            items = [() if item is None else item for item in items]
        levels.append(np.fromiter(map(len, items), np.int64, len(items)))
        items = list(chain.from_iterable(items))


def _mixed_depth(name: str, row: int, item: object) -> ContentError:
    what = say("a list") if isinstance(item, list) else say("a single value")
    return ContentError(
        "mixed-depth",
        say("Row {row} of “{name}” holds {what} where other rows do not.", row=row, name=name, what=what),
        where=f"row {row:,}",
        remedy=say("Nest the lists of all rows to the same depth."),
    )
