"""Over the heatmap's cells: the outlines of the selected row, cell and range, and the ring of the focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.layout import Picture


def paint_selection(painter: QPainter, picture: Picture, row: int, col: int) -> None:
    """Outline the selected row and, when `col` is not negative, its cell."""
    cells, ratio, theme = picture.cells, picture.layout.ratio, look.current()
    band = picture.row_band(row)
    if not cells.adjusted(0, -1, 0, 1).intersects(band):
        return
    thin = max(1, round(ratio)) / ratio
    painter.save()
    painter.setClipRect(cells.adjusted(-2, -thin, 2, thin))
    accent = theme.colour("accent")
    _frame(painter, band.adjusted(-thin, -thin, thin, thin), thin, accent)
    if picture.gap:
        _frame(painter, band, thin, QColor(accent.red(), accent.green(), accent.blue(), 96))
    if col >= 0:
        start, end = picture.cols.span(col)
        if 0 <= start < picture.shown[1] or 0 < end <= picture.shown[1]:
            across = picture.col_band(col)
            cell = QRectF(across.left(), band.top(), across.width(), band.height())
            painter.setClipRect(cells.adjusted(-3, -3, 3, 3))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for token, thick in (("canvas", 4), ("t1", 2)):  # seen on light and on dark colours
                painter.setPen(QPen(theme.colour(token), thick))
                painter.drawRoundedRect(cell.adjusted(-0.5, -1, 0.5, 1), 1.5, 1.5)
    painter.restore()


def paint_range(painter: QPainter, picture: Picture, one: tuple[int, int], other: tuple[int, int]) -> None:
    """Outline the cells between two of them, both given as row of the view and step."""
    cells, theme = picture.cells, look.current()
    (top, bottom), (left, right) = (sorted(pair) for pair in zip(one, other, strict=True))
    rows = picture.row_band(top).united(picture.row_band(bottom))
    across = picture.col_band(left).united(picture.col_band(right))
    place = QRectF(across.left(), rows.top(), across.width(), rows.height())
    painter.save()
    painter.setClipRect(cells.adjusted(-3, -3, 3, 3))
    _frame(painter, place.adjusted(-3, -3, 3, 3), 1, theme.colour("canvas"))
    _frame(painter, place.adjusted(-2, -2, 2, 2), 2, theme.colour("accent"))
    _frame(painter, place, 1, theme.colour("canvas"))
    painter.restore()


def _frame(painter: QPainter, rect: QRectF, thick: float, colour: QColor) -> None:
    """Fill the four sides of a rectangle, inside it."""
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), thick), colour)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - thick, rect.width(), thick), colour)
    inner = max(0.0, rect.height() - 2 * thick)
    painter.fillRect(QRectF(rect.left(), rect.top() + thick, thick, inner), colour)
    painter.fillRect(QRectF(rect.right() - thick, rect.top() + thick, thick, inner), colour)


def paint_focus(painter: QPainter, picture: Picture) -> None:
    """Draw the ring of the focus close around the cells."""
    _frame(painter, picture.cells.adjusted(-2, -2, 2, 2), 2, look.current().colour("accent"))
