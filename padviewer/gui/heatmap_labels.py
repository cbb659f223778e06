"""Beside and over the heatmap's cells: row numbers, lengths, what was cut, the selection's outline."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from padviewer.gui import drawing, numbers
from padviewer.gui import theme as look
from padviewer.gui.heatmap_layout import GAP, MARGIN, SWATCH, Picture

LEAST_LABEL = 13
_NICE = (1, 2, 5)


def label_step(pixels_per_row: float, least: float) -> int:
    """Return the drawn rows between two row numbers, 1, 2, 5, 10 …, so that they are `least` pixels apart."""
    tens = 1
    while True:
        for nice in _NICE:
            if nice * tens * pixels_per_row >= least:
                return nice * tens
        tens *= 10


def paint_rows(painter: QPainter, picture: Picture, selected: int) -> None:
    """Draw number, length and loss of the rows in view.

    Parameters
    ----------
    painter : QPainter
    picture : Picture
    selected : int
        Row of the view that is selected, or −1.
    """
    layout, cells, source = picture.layout, picture.cells, picture.source
    view_rows, _ = picture.rows.visible(layout.room[0])
    tensor_rows = source.tensor_rows(view_rows)
    lengths = source.lengths[tensor_rows]
    lost = lengths - source.kept[tensor_rows]
    least = look.current().px(LEAST_LABEL) * layout.ratio
    step = label_step(picture.rows.cell, least) * picture.rows.stride
    painter.save()
    over = (
        2 if picture.gap else look.current().px(LEAST_LABEL) // 2
    )  # the number of a thin row is higher than it
    painter.setClipRect(QRectF(0, cells.top() - over, layout.width, cells.height() + 2 * over))
    if selected >= 0:
        _paint_tint(painter, picture, selected)
    for place in np.flatnonzero((view_rows % step == 0) | (view_rows == selected)).tolist():
        row = int(view_rows[place])
        near = abs(row - selected) // picture.rows.stride * picture.rows.cell < least
        if selected >= 0 and row != selected and near:
            continue  # where not every row has room for its number, the selected one has it
        _paint_row_label(
            painter,
            picture.row_band(row),
            picture,
            (int(tensor_rows[place]), int(lengths[place])),
            selected=row == selected,
            cut=picture.mode == "values" and bool(lost[place] > 0),
        )
    if picture.mode == "values":
        _paint_cuts(painter, picture, view_rows, lost)
    painter.restore()


def _paint_tint(painter: QPainter, picture: Picture, row: int) -> None:
    band, layout = picture.row_band(row), picture.layout
    tint = QRectF(
        MARGIN - GAP, band.top() - 0.5, layout.steps_right + 4 - (MARGIN - GAP), max(band.height() + 1, 4)
    )
    drawing.rounded(painter, tint, 4 if tint.height() >= 12 else 1, "tint")


def _paint_row_label(
    painter: QPainter, band: QRectF, picture: Picture, label: tuple[int, int], *, selected: bool, cut: bool
) -> None:
    layout, right = picture.layout, Qt.AlignmentFlag.AlignRight
    row, length = label
    style, token = ("link", "accent") if selected else ("small", "t3")
    box = QRectF(0, band.top(), layout.row_right, band.height())
    drawing.text(painter, box, numbers.count(row), style, token, right)
    style, token = ("link", "cut") if cut else ("small", "t2")
    box = QRectF(layout.row_right, band.top(), layout.steps_right - layout.row_right, band.height())
    drawing.text(painter, box, numbers.count(length), style, token, right)


def _paint_cuts(
    painter: QPainter,
    picture: Picture,
    view_rows: np.typing.NDArray[np.int64],
    lost: np.typing.NDArray[np.int64],
) -> None:
    """Draw a swatch at each row that loses steps, and −n where it has room."""
    at = picture.cells.right() + 3
    below = -1e9
    line = look.current().px(LEAST_LABEL)
    for first, last in _runs(np.flatnonzero(lost > 0), joined=not picture.gap):
        band = picture.row_band(int(view_rows[first])).united(picture.row_band(int(view_rows[last])))
        drawing.bar(painter, QRectF(at, band.top(), SWATCH, band.height()), "cut")
    for place in np.flatnonzero(lost > 0).tolist():
        band = picture.row_band(int(view_rows[place]))
        if band.center().y() - below >= line:
            below = band.center().y()
            box = QRectF(at + SWATCH + 4, band.top(), picture.layout.gutter, band.height())
            drawing.text(painter, box, numbers.change(-int(lost[place])), "link", "cut")


def _runs(places: np.typing.NDArray[np.intp], *, joined: bool) -> list[tuple[int, int]]:
    """First and last of each run of neighbours, or each place alone."""
    if not joined or not places.size:
        return [(place, place) for place in places.tolist()]
    breaks = np.flatnonzero(np.diff(places) > 1)
    firsts = places[np.concatenate([[0], breaks + 1])].tolist()
    lasts = places[np.concatenate([breaks, [len(places) - 1]])].tolist()
    return list(zip(firsts, lasts, strict=True))


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
            painter.setClipRect(cells.adjusted(-2, -2, 2, 2))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("t1"), 2))
            painter.drawRoundedRect(cell.adjusted(-0.5, -1, 0.5, 1), 1.5, 1.5)
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
