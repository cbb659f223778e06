"""Where the rows and columns of the table lie: pure geometry, quick for any number of rows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from padviewer.core.rows.arrange import Arrangement

GRIP = 5
"""Logical pixels on both sides of a column's edge at which it is dragged."""


@dataclass(frozen=True)
class Lines:
    """The lines of the table: rows of the view, and one above each group.

    Parameters
    ----------
    rows : int
        Rows of the view.
    height : int
        Logical pixels of a line.
    groups : tuple of (int, str)
        As in `Arrangement`.
    """

    rows: int
    height: int
    groups: tuple[tuple[int, str], ...] = ()

    @classmethod
    def of(cls, rows: int, arrangement: Arrangement, height: int) -> Lines:
        """Return the lines of an arrangement of `rows` rows."""
        shown = rows if arrangement.rows is None else len(arrangement.rows)
        return cls(shown, height, arrangement.groups)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self.rows + len(self.groups)

    def line(self, row: int) -> int:
        """Return the line of a row of the view."""
        return row + bisect_right(self.groups, row, key=_start)

    def at(self, line: int) -> tuple[int, str | None]:
        """Return the row of the view on a line, or the first row of the group that it heads, and its label.

        The label is None on the line of a row.
        """
        low, high = 0, len(self.groups)
        while low < high:  # the last group whose own line is not below this one
            middle = (low + high) // 2
            if self.groups[middle][0] + middle <= line:
                low = middle + 1
            else:
                high = middle
        if low and self.groups[low - 1][0] + low - 1 == line:
            return self.groups[low - 1]
        return line - low, None


def _start(group: tuple[int, str]) -> int:
    return group[0]


@dataclass(frozen=True)
class Column:
    """A column of the table.

    Parameters
    ----------
    key : {"row", "length", "kept", "label", "steps"}
    title : str
    width : int
        Logical pixels; the last column takes what is left.
    """

    key: str
    title: str
    width: int


@dataclass(frozen=True)
class Columns:
    """The columns from left to right.

    Parameters
    ----------
    columns : tuple of Column
    margin : int
        Logical pixels before the first.
    """

    columns: tuple[Column, ...]
    margin: int

    def spans(self, total: int) -> tuple[tuple[Column, int, int], ...]:
        """Return each column with its left and right edge within `total` pixels."""
        found, left = [], self.margin
        for column in self.columns[:-1]:
            found.append((column, left, left + column.width))
            left += column.width
        return (*found, (self.columns[-1], left, max(left, total)))

    def edge_at(self, x: float) -> int:
        """Return the column whose right edge is at `x`; −1 for none."""
        right = self.margin
        for index, column in enumerate(self.columns[:-1]):
            right += column.width
            if abs(x - right) <= GRIP:
                return index
        return -1

    def resized(self, index: int, width: int, least: int) -> Columns:
        """Give one column another width, `least` or more."""
        columns = list(self.columns)
        columns[index] = replace(columns[index], width=max(least, width))
        return replace(self, columns=tuple(columns))
