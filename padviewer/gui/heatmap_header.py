"""Above the heatmap's cells: the legend, the share of rows still real at each step, and the step numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.gui import drawing, numbers, ramps
from padviewer.gui import theme as look
from padviewer.gui.heatmap_frame import HeatmapSource, Mode
from padviewer.gui.heatmap_layout import Picture

RAMP_SWATCH, SWATCH, SWATCH_HEIGHT = 40, 12, 10
SWATCH_GAP, ITEM_GAP = 6, 16
LEAST_TICK, TICK_GAP = 36, 16


class HeatmapLegend(QWidget):
    """The kinds of cell that occur in a source, each with its swatch and its word; stands on the right."""

    def __init__(self, mode: Mode = "values", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        self._ramp = "tide"
        self._items: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_source(self, source: HeatmapSource | None) -> None:
        """List the kinds of cell of a source, or nothing."""
        self._items = [] if source is None else list(self._kinds(source))
        self.setAccessibleName("Legend: " + ", ".join(words for _, words in self._items))
        self.updateGeometry()
        self.update()

    def set_ramp(self, name: str) -> None:
        """Draw the ramp with another name in `padviewer.gui.ramps`."""
        self._ramp = name
        self.update()

    def words(self) -> list[str]:
        """Return the words of the legend, from left to right."""
        return [words for _, words in self._items]

    def _kinds(self, source: HeatmapSource) -> list[tuple[str, str]]:
        padding = [("padding", "padding")] if source.has_padding else []
        if self._mode == "mask":
            return [("kept", "real"), *padding]
        cut = [("cut", "cut")] if source.most_cut else []
        missing = [("missing", "missing")] if source.has_missing else []
        return [("ramp", source.ramp_words), *padding, *cut, *missing]

    def _width(self, kind: str, words: str) -> float:
        swatch = RAMP_SWATCH if kind == "ramp" else SWATCH
        return swatch + SWATCH_GAP + drawing.text_width(words, "small")

    def sizeHint(self) -> QSize:
        widths = [self._width(*item) for item in self._items]
        return QSize(round(sum(widths) + ITEM_GAP * max(0, len(widths) - 1)) + 1, look.current().px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(RAMP_SWATCH, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        right = float(self.width())
        for kind, words in reversed(self._items):
            left = right - self._width(kind, words)
            if left < -1:
                break
            self._paint_item(painter, kind, words, left, right)
            right = left - ITEM_GAP
        painter.end()

    def _paint_item(self, painter: QPainter, kind: str, words: str, left: float, right: float) -> None:
        ratio = self.devicePixelRatioF()
        middle = self.height() / 2
        size = RAMP_SWATCH if kind == "ramp" else SWATCH
        box = drawing.snapped(QRectF(left, middle - SWATCH_HEIGHT / 2, size, SWATCH_HEIGHT), ratio)
        if kind == "ramp":
            # every column of the picture is one colour of the ramp, so it is stretched down only
            table = np.ascontiguousarray(ramps.ramp(self._ramp))
            painter.drawImage(box, QImage(table.data, 256, 1, 768, QImage.Format.Format_RGB888))
        elif kind == "missing":
            theme = look.current()
            painter.fillRect(box, theme.colour("missbg"))
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.colour("miss"))
            cross = QRectF(0, 0, 5, 5)
            cross.moveCenter(box.center())
            painter.drawLine(cross.topLeft(), cross.bottomRight())
            painter.drawLine(cross.bottomLeft(), cross.topRight())
            painter.restore()
        else:
            drawing.bar(painter, box, kind)
        text = QRectF(left + size + SWATCH_GAP, 0, right - left - size - SWATCH_GAP, self.height())
        drawing.text(painter, text, words, "small", "t2")


def paint_still_real(painter: QPainter, picture: Picture) -> None:
    """Draw the share of rows that are real at each step in view, and its label."""
    layout, cells, theme = picture.layout, picture.cells, look.current()
    label = QRectF(0, layout.strip - theme.px(20), layout.steps_right, theme.px(14))
    drawing.text(painter, label, "still real", "micro", "t3", Qt.AlignmentFlag.AlignRight)
    steps, places = picture.cols.visible(layout.room[1])
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
    drawing.text(painter, QRectF(0, band.top(), layout.row_right, band.height()), "row", "micro", "t3", right)
    steps_head = QRectF(layout.row_right, band.top(), layout.steps_right - layout.row_right, band.height())
    drawing.text(painter, steps_head, "steps", "micro", "t3", right)
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
        drawing.text(painter, box, "cut", "micro", "t3")
    all_rows = QRectF(0, band.top(), layout.minimap(picture.shown).right(), band.height())
    room = all_rows.right() - cells.right() - (layout.gutter if picture.source.most_cut else 8)
    if drawing.text_width("all rows", "micro") <= room:
        drawing.text(painter, all_rows, "all rows", "micro", "t3", right)
    elif drawing.text_width("all", "micro") <= room:
        drawing.text(painter, all_rows, "all", "micro", "t3", right)
