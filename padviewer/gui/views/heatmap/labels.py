"""Beside the heatmap's cells: row numbers, lengths, what was cut, marked rows and groups."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from padviewer.core.picture.marks import RowMarks
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.layout import GAP, MARGIN, SWATCH, Picture

LEAST_LABEL = 13
LEAST_GROUP = 3
MARK, MARK_GAP = 3, 2
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
    row_numbers = source.row_numbers(tensor_rows)
    lengths = source.lengths[tensor_rows]
    lost = np.maximum(lengths - source.cols, 0)
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
            (int(row_numbers[place]), int(lengths[place])),
            selected=row == selected,
            cut=picture.mode == "values" and bool(lost[place] > 0),
        )
    if picture.mode == "values":
        _paint_cuts(painter, picture, view_rows, lost)
    painter.restore()


def _paint_tint(painter: QPainter, picture: Picture, row: int) -> None:
    band, layout = picture.row_band(row), picture.layout
    left = layout.row_left - GAP
    tint = QRectF(left, band.top() - 0.5, layout.steps_right + 2 - left, max(band.height() + 1, 4))
    drawing.rounded(painter, tint, 4 if tint.height() >= 12 else 1, "tint")


def _paint_row_label(
    painter: QPainter, band: QRectF, picture: Picture, label: tuple[int, int], *, selected: bool, cut: bool
) -> None:
    layout, right = picture.layout, Qt.AlignmentFlag.AlignRight
    row, length = label
    style, token = ("link", "accent") if selected else ("small", "t3")
    box = QRectF(layout.row_left, band.top(), layout.row_right - layout.row_left, band.height())
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


def paint_marks(painter: QPainter, picture: Picture, marks: RowMarks) -> None:
    """Draw a tick beside every marked row in view."""
    layout, ratio = picture.layout, picture.layout.ratio
    ticks = marks.ticks(picture.source, picture.rows, layout.room[0])
    if not ticks.any():
        return
    cells = picture.cells
    left = round((cells.left() - MARK_GAP - MARK) * ratio) / ratio
    view_rows, _ = picture.rows.visible(layout.room[0])
    painter.save()
    painter.setClipRect(QRectF(left, cells.top(), MARK, cells.height()))
    for first, last in _runs(np.flatnonzero(ticks), joined=not picture.gap):
        band = picture.row_band(int(view_rows[first])).united(picture.row_band(int(view_rows[last])))
        place = QRectF(left, band.top(), MARK, max(MARK, band.height()))
        painter.fillRect(place, look.current().colour("accent"))
    painter.restore()


def paint_groups(painter: QPainter, picture: Picture) -> None:
    """Draw a line where a group begins and the words of the groups in view.

    The group of the first row in view keeps its words at the top. Where groups are thinner than their words,
    those that fit are written, and lines stand no closer than 3 pixels.
    """
    source, layout, cells = picture.source, picture.layout, picture.cells
    view_rows, _ = picture.rows.visible(layout.room[0])
    if not source.groups or not view_rows.size:
        return
    ratio, line = layout.ratio, look.current().px(LEAST_LABEL)
    last_row = int(view_rows[-1]) + picture.rows.stride - 1
    first, last = source.group_at(int(view_rows[0])), source.group_at(last_row)
    numbered = np.arange(first, last + 1)
    tops = (layout.top + picture.rows.starts(source.group_starts[numbered])) / ratio
    tops, firsts = np.unique(tops, return_index=True)  # of the groups that begin on one pixel, the first
    painter.save()
    painter.setClipRect(QRectF(0, cells.top() - 2, cells.right(), cells.height() + 4))
    drawn = written = -1e9
    ends = np.append(tops[1:], cells.bottom())
    for top, end, place in zip(tops.tolist(), ends.tolist(), numbered[firsts].tolist(), strict=True):
        if top >= cells.top() and top - drawn >= LEAST_GROUP and place > 0:
            line_end = cells.right() if picture.gap else layout.row_left - GAP
            drawing.hairline(painter, MARGIN, top - 1 / ratio, line_end - MARGIN, "stroke2")
            if not picture.gap:  # it must not strike through the numbers of thin rows
                drawing.hairline(painter, cells.left(), top - 1 / ratio, cells.width(), "stroke2")
            drawn = top
        at = min(max(top, cells.top()), max(top, end - line))
        if at - written >= line:
            box = QRectF(MARGIN, at, layout.texts.group + 1, max(line, picture.row_band(0).height()))
            drawing.text(painter, box, source.groups[place][1], "strong", "t2")
            written = at
    painter.restore()
