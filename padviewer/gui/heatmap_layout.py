"""Where everything stands in the heatmap's widget, and which cell is under which point."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

from padviewer.gui import drawing, numbers
from padviewer.gui import theme as look
from padviewer.gui.heatmap_frame import GAP_FROM, HeatmapSource, Mode
from padviewer.gui.heatmap_geometry import Axis

MARGIN = 16
GAP = 8
SCROLL_BAR = 8
SWATCH = 10
MINIMAP_MIN, MINIMAP_MAX = 16, 96
LARGEST_FITTED = 32
ROW_HEIGHT = 15
_EXACT = 1e-9  # a quotient this near to a whole number is that number


@dataclass(frozen=True)
class TextWidths:
    """Logical pixels that the widest text of each column of labels takes; `cut` is 0 where nothing is cut."""

    row: float
    steps: float
    cut: float


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
    """

    width: int
    height: int
    ratio: float
    texts: TextWidths
    strip: int
    axis: int
    note: int = 0

    @property
    def row_right(self) -> float:
        """Right edge of the row numbers."""
        return MARGIN + math.ceil(self.texts.row)

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
        bottom = self.height - SCROLL_BAR - self.note
        right = self.width - MARGIN - MINIMAP_MIN - self.gutter
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
        left_over = right - math.ceil(self.cells(shown).right() + self.gutter)
        size = max(MINIMAP_MIN, min(MINIMAP_MAX, left_over))
        top = math.ceil(self.top / self.ratio)
        return QRectF(right - size, top, size, max(0, math.floor(self.cells(shown).bottom()) - top))


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
        """Return what is left out, as a sentence; empty where every cell in view is drawn."""
        left_out = [
            f"1 of {numbers.count(axis.stride)} {word}"
            for axis, word in ((self.rows, "rows"), (self.cols, "steps"))
            if axis.stride > 1
        ]
        return f"{' and '.join(left_out)} drawn." if left_out else ""


def usual_rows(count: int, ratio: float) -> Axis:
    """Rows at the height that the view begins with."""
    return Axis(count, cell=round(look.current().px(ROW_HEIGHT) * ratio))


def fitted_steps(cols: Axis, layout: Layout) -> Axis:
    """Return the steps at the size at which all of them are in view."""
    return cols.fitted(layout.room[1], round(LARGEST_FITTED * layout.ratio))


def arrange(picture: Picture, size: QSize, ratio: float, *, fitted: bool) -> Picture:
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
    """
    theme, source, cols = look.current(), picture.source, picture.cols
    layout = Layout(
        size.width(),
        size.height(),
        ratio,
        _text_widths(source),
        strip=theme.px(23) + 1,
        axis=theme.px(18),
    )
    if fitted:
        cols = fitted_steps(cols, layout)
    if max(picture.rows.stride, cols.stride) > 1:
        layout = replace(layout, note=theme.line("micro") + 4)
    height, width = layout.room
    rows = picture.rows.scrolled(picture.rows.offset, height)
    return replace(picture, layout=layout, rows=rows, cols=cols.scrolled(cols.offset, width))


def _text_widths(source: HeatmapSource) -> TextWidths:
    def widest(number: int, head: str) -> float:
        return max(drawing.text_width(head, "micro"), drawing.text_width(numbers.count(number), "link"))

    cut = 0.0
    if source.most_cut:
        number = drawing.text_width(numbers.change(-source.most_cut), "link")
        cut = max(number, drawing.text_width("cut", "micro") - SWATCH)
    return TextWidths(widest(max(0, len(source.lengths) - 1), "row"), widest(source.longest, "steps"), cut)


def first_picture(source: HeatmapSource, size: QSize, ratio: float, mode: Mode) -> Picture:
    """All steps of the first rows of a source, at the usual height."""
    layout = Layout(size.width(), size.height(), ratio, TextWidths(0, 0, 0), strip=0, axis=0)
    picture = Picture(source, layout, usual_rows(source.rows, ratio), Axis(source.cols), mode)
    return arrange(picture, size, ratio, fitted=True)
