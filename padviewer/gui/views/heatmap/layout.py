"""Where everything stands in the heatmap's widget, and which cell is under which point."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.frame import GAP_FROM
from padviewer.core.picture.source import HeatmapSource, Mode
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr, tr_count

MARGIN = 16
GAP = 8
SCROLL_BAR = 8
SWATCH = 10
MINIMAP_MIN, MINIMAP_MAX = 16, 96
LARGEST_FITTED = 32
ROW_HEIGHT = 15
PROFILE = 72
GROUP = 96
MEASURED_GROUPS = 200
_EXACT = 1e-9  # a quotient this near to a whole number is that number


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

    @property
    def row_left(self) -> float:
        """Left edge of the row numbers; the words of the groups stand before it."""
        return MARGIN + (math.ceil(self.texts.group) + GAP if self.texts.group else 0)

    @property
    def row_right(self) -> float:
        """Right edge of the row numbers."""
        return self.row_left + math.ceil(self.texts.row)

    @property
    def steps_right(self) -> float:
        """Right edge of the rows' lengths."""
        return self.row_right + GAP + math.ceil(self.texts.steps)

    @property
    def left(self) -> int:
        """Device pixel at which the cells begin, from the widget's left."""
        return math.ceil((self.steps_right + GAP) * self.ratio)

    @property
    def top(self) -> int:
        """Device pixel at which the cells begin, from the widget's top."""
        return math.ceil((self.strip + self.axis) * self.ratio)

    @property
    def gutter(self) -> float:
        """Logical width between the cells and the minimap, where −n stands."""
        return 3 + SWATCH + 4 + math.ceil(self.texts.cut) + MARGIN if self.texts.cut else MARGIN

    @property
    def room(self) -> tuple[int, int]:
        """Device pixels (height, width) that cells may take."""
        beside = self.profile + GAP if self.profile else 0
        bottom = self.height - SCROLL_BAR - self.note - beside
        right = self.width - MARGIN - MINIMAP_MIN - self.gutter - beside
        return (
            max(0, math.floor(bottom * self.ratio) - self.top),
            max(0, math.floor(right * self.ratio) - self.left),
        )

    def cells(self, shown: tuple[int, int]) -> QRectF:
        """Rectangle of the cells where (height, width) device pixels of them are shown."""
        return QRectF(
            self.left / self.ratio, self.top / self.ratio, shown[1] / self.ratio, shown[0] / self.ratio
        )

    def minimap(self, shown: tuple[int, int]) -> QRectF:
        """Rectangle of the minimap: what the cells leave over, on whole logical pixels."""
        right = self.width - MARGIN
        beside = self.profile + GAP if self.profile else 0
        left_over = right - math.ceil(self.cells(shown).right() + self.gutter + beside)
        size = max(MINIMAP_MIN, min(MINIMAP_MAX, left_over))
        top = math.ceil(self.top / self.ratio)
        return QRectF(right - size, top, size, max(0, math.floor(self.cells(shown).bottom()) - top))

    def row_profile(self, shown: tuple[int, int]) -> QRectF:
        """Rectangle of the profile of a row, below the cells; empty without profiles."""
        cells = self.cells(shown)
        return QRectF(cells.left(), cells.bottom() + self.note + GAP, cells.width(), self.profile)

    def col_profile(self, shown: tuple[int, int]) -> QRectF:
        """Rectangle of the profile of a step, between the cells' gutter and the minimap."""
        cells = self.cells(shown)
        return QRectF(cells.right() + self.gutter, cells.top(), self.profile, cells.height())


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

    @property
    def shown(self) -> tuple[int, int]:
        """Device pixels (height, width) that cells take."""
        height, width = self.layout.room
        return self.rows.shown(height), self.cols.shown(width)

    @property
    def cells(self) -> QRectF:
        """Logical rectangle of the cells."""
        return self.layout.cells(self.shown)

    @property
    def row_span(self) -> tuple[float, float]:
        """The part of all rows that is in view, as shares of them."""
        extent = max(1, self.rows.extent)
        return self.rows.offset / extent, min(1.0, (self.rows.offset + self.layout.room[0]) / extent)

    @property
    def gap(self) -> int:
        """Device pixels of canvas below each row."""
        ratio = self.layout.ratio
        return max(1, round(ratio)) if self.rows.cell >= GAP_FROM * ratio else 0

    def cell_at(self, point: QPoint | QPointF) -> tuple[int, int] | None:
        """Row and step under a point of the widget, or None beside the cells."""
        ratio, (height, width) = self.layout.ratio, self.shown
        x = math.floor(point.x() * ratio + _EXACT) - self.layout.left
        y = math.floor(point.y() * ratio + _EXACT) - self.layout.top
        if not (0 <= x < width and 0 <= y < height):
            return None
        return self.rows.cell_at(y), self.cols.cell_at(x)

    def cell_rect(self, row: int, col: int) -> QRect:
        """All points that `cell_at` says are on a cell; empty where none is."""
        top, bottom = self._points(self.rows.span(row), self.shown[0], self.layout.top)
        left, right = self._points(self.cols.span(col), self.shown[1], self.layout.left)
        return QRect(left, top, max(0, right - left), max(0, bottom - top))

    def _points(self, span: tuple[int, int], shown: int, origin: int) -> tuple[int, int]:
        """First whole logical point of a span of device pixels, and the one after its last."""
        first, last = (min(max(place, 0), shown) + origin for place in span)
        ratio = self.layout.ratio
        return math.ceil(first / ratio - _EXACT), math.ceil(last / ratio - _EXACT)

    def row_band(self, row: int) -> QRectF:
        """Logical rectangle of a row over the width of the cells, without its gap; it may reach outside."""
        start, end = self.rows.span(row)
        ratio, cells = self.layout.ratio, self.cells
        top = (self.layout.top + start) / ratio
        return QRectF(cells.left(), top, cells.width(), (end - start - self.gap) / ratio)

    def col_band(self, col: int) -> QRectF:
        """Logical rectangle of a step over the height of the cells; it may reach outside."""
        start, end = self.cols.span(col)
        ratio, cells = self.layout.ratio, self.cells
        return QRectF((self.layout.left + start) / ratio, cells.top(), (end - start) / ratio, cells.height())

    def sampled(self) -> str:
        """Say what a pixel stands for, as a sentence; empty where every cell in view is drawn."""
        rows, cols = self.rows.stride, self.cols.stride
        if max(rows, cols) == 1:
            return ""
        if self.source.raster is None:
            if cols == 1:
                return tr("1 of {count} rows drawn.", count=numbers.count(rows))
            if rows == 1:
                return tr("1 of {count} steps drawn.", count=numbers.count(cols))
            return tr(
                "1 of {rows} rows and 1 of {steps} steps drawn.",
                rows=numbers.count(rows),
                steps=numbers.count(cols),
            )
        block = tr(
            "{rows} × {steps}",
            rows=tr_count("{count} row", "{count} rows", rows),
            steps=tr_count("{count} step", "{count} steps", cols),
        )
        if self.mode == "mask" or self.source.far == "padding":
            return tr("Share of padding of {block} per pixel.", block=block)
        if self.source.far == "max":
            return tr("Greatest of {block} per pixel.", block=block)
        return tr("Mean of {block} per pixel.", block=block)


def usual_rows(count: int, ratio: float) -> Axis:
    """Rows at the height that the view begins with."""
    return Axis(count, cell=round(look.current().px(ROW_HEIGHT) * ratio))


def fitted_steps(cols: Axis, layout: Layout) -> Axis:
    """Return the steps at the size at which all of them are in view."""
    return cols.fitted(layout.room[1], round(LARGEST_FITTED * layout.ratio))


def fitted_rows(rows: Axis, layout: Layout) -> Axis:
    """Return the rows at the size, at most the usual one, at which all of them are in view."""
    return rows.fitted(layout.room[0], usual_rows(1, layout.ratio).cell)


def arrange(
    picture: Picture,
    size: QSize,
    ratio: float,
    *,
    fitted: bool,
    all_rows: bool = False,
    profiles: bool = False,
) -> Picture:
    """Bring a picture in line with the size of its widget, the screen and the theme.

    Parameters
    ----------
    picture : Picture
        Its layout is made anew; rows and steps stay where they are as far as that is possible.
    size : QSize
        Logical size of the widget.
    ratio : float
        Device pixels per logical pixel.
    fitted : bool
        Choose the size of the steps so that all are in view.
    all_rows : bool
        The same of the rows.
    profiles : bool
        Leave room for the profiles of a row and a step.
    """
    theme, source, rows, cols = look.current(), picture.source, picture.rows, picture.cols
    layout = Layout(
        size.width(),
        size.height(),
        ratio,
        _text_widths(source),
        strip=theme.px(23) + 1,
        axis=theme.px(18),
        profile=theme.px(PROFILE) if profiles else 0,
    )
    noted = replace(layout, note=theme.line("micro") + 4)
    if fitted:
        cols = fitted_steps(cols, layout)
    if all_rows:
        rows = fitted_rows(rows, layout)
        if max(rows.stride, cols.stride) > 1:
            rows = fitted_rows(rows, noted)
    if max(rows.stride, cols.stride) > 1:
        layout = noted
    height, width = layout.room
    return replace(
        picture,
        layout=layout,
        rows=rows.scrolled(rows.offset, height),
        cols=cols.scrolled(cols.offset, width),
    )


def _last_number(source: HeatmapSource) -> int:
    """Return the greatest number of a row; 0 where there is none."""
    n = len(source.lengths)
    return int(source.row_numbers(np.array([n - 1], np.int64))[0]) if n else 0


def _text_widths(source: HeatmapSource) -> TextWidths:
    def widest(number: int, head: str) -> float:
        return max(drawing.text_width(head, "micro"), drawing.text_width(numbers.count(number), "link"))

    cut = 0.0
    if source.most_cut:
        number = drawing.text_width(numbers.change(-source.most_cut), "link")
        cut = max(number, drawing.text_width(tr("cut"), "micro") - SWATCH)
    group = 0.0
    if source.groups:
        words = (words for _, words in source.groups[:MEASURED_GROUPS])
        head = drawing.text_width(tr("label"), "micro")
        group = min(
            max(head, *(drawing.text_width(one, "strong") for one in words)), look.current().px(GROUP)
        )
    return TextWidths(
        widest(_last_number(source), tr("row")), widest(source.longest, tr("steps")), cut, group
    )


def first_picture(source: HeatmapSource, size: QSize, ratio: float, mode: Mode) -> Picture:
    """All steps of the first rows of a source, at the usual height."""
    layout = Layout(size.width(), size.height(), ratio, TextWidths(0, 0, 0), strip=0, axis=0)
    picture = Picture(source, layout, usual_rows(source.rows, ratio), Axis(source.cols), mode)
    return arrange(picture, size, ratio, fitted=True)
