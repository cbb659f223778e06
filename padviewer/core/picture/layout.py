"""Where everything stands in a heatmap, and which cell is under which point: numbers alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.frame import GAP_FROM
from padviewer.core.picture.source import HeatmapSource, Mode

MARGIN = 16
GAP = 8
SCROLL_BAR = 8
SWATCH = 10
MINIMAP_MIN, MINIMAP_MAX = 16, 96
_EXACT = 1e-9  # a quotient this near to a whole number is that number


class Box(NamedTuple):
    """A rectangle; its right and bottom are the first places after it."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """First place after it."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """First place below it."""
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, across and down."""
        return self.left + self.width / 2, self.top + self.height / 2

    def grown(self, by: float) -> Box:
        """Return it with an edge of `by` around it."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True)
class TextWidths:
    """Logical pixels that the widest text of each column of labels takes.

    `cut` is 0 where nothing is cut, `group` where rows are not grouped.
    """

    row: float
    steps: float
    cut: float
    group: float = 0.0


@dataclass(frozen=True)
class Layout:
    """Places in logical pixels, with the cells on whole device pixels.

    Parameters
    ----------
    width, height : int
        Size of the widget.
    ratio : float
        Device pixels per logical pixel.
    texts : TextWidths
    strip, axis, note : int
        Heights of the "still real" strip, of the step numbers and of the note below the cells (or 0).
    profile : int
        Height of the profile below the cells and width of the one beside them (or 0).
    """

    width: int
    height: int
    ratio: float
    texts: TextWidths
    strip: int
    axis: int
    note: int = 0
    profile: int = 0

    @cached_property
    def row_left(self) -> float:
        """Left edge of the row numbers; the words of the groups stand before it."""
        return MARGIN + (math.ceil(self.texts.group) + GAP if self.texts.group else 0)

    @cached_property
    def row_right(self) -> float:
        """Right edge of the row numbers."""
        return self.row_left + math.ceil(self.texts.row)

    @cached_property
    def steps_right(self) -> float:
        """Right edge of the rows' lengths."""
        return self.row_right + GAP + math.ceil(self.texts.steps)

    @cached_property
    def left(self) -> int:
        """Device pixel at which the cells begin, from the widget's left."""
        return math.ceil((self.steps_right + GAP) * self.ratio)

    @cached_property
    def top(self) -> int:
        """Device pixel at which the cells begin, from the widget's top."""
        return math.ceil((self.strip + self.axis) * self.ratio)

    @cached_property
    def gutter(self) -> float:
        """Logical width between the cells and the minimap, where −n stands."""
        return 3 + SWATCH + 4 + math.ceil(self.texts.cut) + MARGIN if self.texts.cut else MARGIN

    @cached_property
    def room(self) -> tuple[int, int]:
        """Device pixels (height, width) that cells may take."""
        beside = self.profile + GAP if self.profile else 0
        bottom = self.height - SCROLL_BAR - self.note - beside
        right = self.width - MARGIN - MINIMAP_MIN - self.gutter - beside
        return (
            max(0, math.floor(bottom * self.ratio) - self.top),
            max(0, math.floor(right * self.ratio) - self.left),
        )


@dataclass(frozen=True)
class Picture:
    """One state of the view: a source, scrolled and zoomed, in a layout.

    Rows are rows of the view here: the view turns them into tensor rows.
    """

    source: HeatmapSource
    layout: Layout
    rows: Axis
    cols: Axis
    mode: Mode = "values"

    @cached_property
    def shown(self) -> tuple[int, int]:
        """Device pixels (height, width) that cells take."""
        height, width = self.layout.room
        return self.rows.shown(height), self.cols.shown(width)

    @cached_property
    def cells(self) -> Box:
        """Logical rectangle of the cells."""
        layout, (height, width) = self.layout, self.shown
        ratio = layout.ratio
        return Box(layout.left / ratio, layout.top / ratio, width / ratio, height / ratio)

    @cached_property
    def minimap(self) -> Box:
        """Rectangle of the minimap: what the cells leave over, on whole logical pixels."""
        layout, cells = self.layout, self.cells
        right = layout.width - MARGIN
        beside = layout.profile + GAP if layout.profile else 0
        left_over = right - math.ceil(cells.right + layout.gutter + beside)
        size = max(MINIMAP_MIN, min(MINIMAP_MAX, left_over))
        top = math.ceil(layout.top / layout.ratio)
        return Box(right - size, top, size, max(0, math.floor(cells.bottom) - top))

    @property
    def row_profile(self) -> Box:
        """Rectangle of the profile of a row, below the cells; empty without profiles."""
        cells, layout = self.cells, self.layout
        return Box(cells.left, cells.bottom + layout.note + GAP, cells.width, layout.profile)

    @property
    def col_profile(self) -> Box:
        """Rectangle of the profile of a step, between the cells' gutter and the minimap."""
        cells, layout = self.cells, self.layout
        return Box(cells.right + layout.gutter, cells.top, layout.profile, cells.height)

    @property
    def span(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Cells at the edges of what is shown, ((left, right), (top, bottom)), with parts of them."""
        found = []
        for axis, shown in ((self.cols, self.shown[1]), (self.rows, self.shown[0])):
            each = axis.stride / axis.cell
            found.append((axis.offset * each, (axis.offset + max(1, shown)) * each))
        return found[0], found[1]

    @property
    def row_span(self) -> tuple[float, float]:
        """The part of all rows that is in view, as shares of them."""
        extent = max(1, self.rows.extent)
        return self.rows.offset / extent, min(1.0, (self.rows.offset + self.layout.room[0]) / extent)

    @cached_property
    def gap(self) -> int:
        """Device pixels of canvas below each row."""
        ratio = self.layout.ratio
        return max(1, round(ratio)) if self.rows.cell >= GAP_FROM * ratio else 0

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and step under a point of the widget, or None beside the cells."""
        ratio, (height, width) = self.layout.ratio, self.shown
        across = math.floor(x * ratio + _EXACT) - self.layout.left
        down = math.floor(y * ratio + _EXACT) - self.layout.top
        if not (0 <= across < width and 0 <= down < height):
            return None
        return self.rows.cell_at(down), self.cols.cell_at(across)

    def nearest_cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and step under a point, or the nearest ones; one beyond the edge that it is behind."""
        cells, (height, width) = self.cells, self.shown
        if not (height and width):
            return None
        found = []
        for axis, near, far, place, shown in (
            (self.rows, cells.top, cells.bottom, y, height),
            (self.cols, cells.left, cells.right, x, width),
        ):
            pixel = min(max(0, int((place - near) * self.layout.ratio)), shown - 1)
            beyond = -1 if place < near else 1 if place >= far else 0
            found.append(min(max(0, axis.cell_at(pixel) + beyond * axis.stride), axis.count - 1))
        return found[0], found[1]

    def column_at(self, x: float, y: float) -> tuple[tuple[int, int], str]:
        """Row and step under a point, −1 for none, and what its column says.

        That is ``"label"``, ``"row"``, ``"steps"``, ``"cells"`` or ``"cut"``; empty above and below the rows.
        """
        layout, cells = self.layout, self.cells
        beside = self.cell_at(cells.left, y)
        if beside is None:
            return (-1, -1), ""
        ends = {"label": layout.row_left, "row": layout.row_right, "steps": cells.left, "cells": cells.right}
        name = next((name for name, end in ends.items() if x < end), "cut")
        return self.cell_at(x, y) or (beside[0], -1), name

    def cell_points(self, row: int, col: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of all points that `cell_at` says are on a cell; 0 where none is."""
        top, bottom = self._points(self.rows.span(row), self.shown[0], self.layout.top)
        left, right = self._points(self.cols.span(col), self.shown[1], self.layout.left)
        return left, top, max(0, right - left), max(0, bottom - top)

    def _points(self, span: tuple[int, int], shown: int, origin: int) -> tuple[int, int]:
        """First whole logical point of a span of device pixels, and the one after its last."""
        first, last = (min(max(place, 0), shown) + origin for place in span)
        ratio = self.layout.ratio
        return math.ceil(first / ratio - _EXACT), math.ceil(last / ratio - _EXACT)

    def row_band(self, row: int, last: int = -1) -> Box:
        """Logical rectangle of a row, or of all up to a last one, without its gap; it may reach outside."""
        start, end = self.rows.span(row)[0], self.rows.span(max(row, last))[1]
        ratio, cells = self.layout.ratio, self.cells
        return Box(
            cells.left, (self.layout.top + start) / ratio, cells.width, (end - start - self.gap) / ratio
        )

    def col_band(self, col: int, last: int = -1) -> Box:
        """Logical rectangle of a step, or of all up to a last one; it may reach outside."""
        start, end = self.cols.span(col)[0], self.cols.span(max(col, last))[1]
        ratio, cells = self.layout.ratio, self.cells
        return Box((self.layout.left + start) / ratio, cells.top, (end - start) / ratio, cells.height)
