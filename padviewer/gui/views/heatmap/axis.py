"""Above the heatmap's cells: the share of rows still real at each step, and the step numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.heatmap.layout import MARGIN, Picture

LEAST_TICK, TICK_GAP = 36, 16


def paint_still_real(painter: QPainter, picture: Picture) -> None:
    """Draw the share of rows that are real at each step in view, and its label."""
    layout, cells, theme = picture.layout, picture.cells, look.current()
    label = QRectF(0, layout.strip - theme.px(20), layout.steps_right, theme.px(14))
    drawing.text(painter, label, tr("still real"), "micro", "t3", Qt.AlignmentFlag.AlignRight)
    steps, places = picture.cols.visible(layout.room[1])
    if not steps.size:
        return
    ratio = layout.ratio
    full = round((layout.strip - 1) * ratio)
    heights = np.rint(picture.source.still_real[steps] * full).astype(np.int64)[places]
    heights[(heights == 0) & (picture.source.still_real[steps] > 0)[places]] = 1
    starts = np.flatnonzero(np.diff(heights, prepend=-1))
    ends = np.append(starts[1:], len(heights))
    colour = theme.colour("real2")
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        height = int(heights[start])
        box = QRectF(
            (layout.left + start) / ratio, (full - height) / ratio, (end - start) / ratio, height / ratio
        )
        painter.fillRect(box, colour)
    drawing.hairline(painter, cells.left(), full / ratio, cells.width(), "stroke")


def tick_step(pixels_per_step: float, label_width: float, least: float = LEAST_TICK) -> int:
    """Return the steps between two numbers of the axis: the smallest power of two that leaves room.

    Parameters
    ----------
    pixels_per_step : float
        Logical pixels, above 0.
    label_width, least : float
        Width of the widest number and the least distance, in logical pixels.
    """
    step = 1
    while step * pixels_per_step < max(least, label_width + TICK_GAP):
        step *= 2
    return step


def paint_step_axis(painter: QPainter, picture: Picture) -> None:
    """Draw the step numbers over their cells and the heads of the columns beside them."""
    layout, cells, theme, cols = picture.layout, picture.cells, look.current(), picture.cols
    band = QRectF(0, layout.strip, 0, theme.px(18))
    right = Qt.AlignmentFlag.AlignRight
    if layout.texts.group:
        labels = QRectF(MARGIN, band.top(), layout.texts.group + 1, band.height())
        drawing.text(painter, labels, tr("label"), "micro", "t3")
    row_head = QRectF(layout.row_left, band.top(), layout.row_right - layout.row_left, band.height())
    drawing.text(painter, row_head, tr("row"), "micro", "t3", right)
    steps_head = QRectF(layout.row_right, band.top(), layout.steps_right - layout.row_right, band.height())
    drawing.text(painter, steps_head, tr("steps"), "micro", "t3", right)
    visible, _ = cols.visible(layout.room[1])
    if not visible.size:
        return
    widest = drawing.text_width(numbers.count(int(visible[-1])), "micro")
    step = tick_step(cols.cell / cols.stride / layout.ratio, widest, theme.px(LEAST_TICK))
    for col in range(-(-int(visible[0]) // step) * step, int(visible[-1]) + 1, step):
        words = numbers.count(col)
        width = drawing.text_width(words, "micro")
        middle = picture.col_band(col).center().x()
        if cells.left() <= middle < cells.right():
            left = min(max(middle - width / 2, cells.left()), cells.right() - width)
            box = QRectF(left, band.top(), width + 1, band.height())
            drawing.text(painter, box, words, "micro", "t3")
    if picture.mode == "values" and picture.source.most_cut:
        box = QRectF(cells.right() + 6, band.top(), layout.gutter, band.height())
        drawing.text(painter, box, tr("cut"), "micro", "t3")
    all_rows = QRectF(0, band.top(), layout.minimap(picture.shown).right(), band.height())
    room = all_rows.right() - cells.right() - (layout.gutter if picture.source.most_cut else 8)
    for words in (tr("all rows"), tr("all")):
        if drawing.text_width(words, "micro") <= room:
            drawing.text(painter, all_rows, words, "micro", "t3", right)
            break
