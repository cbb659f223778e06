"""The dashed field of the start page: a small padded array, the button, and what can be opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.core.picture.ramps import ramp
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, tr
from padviewer.gui.widgets.buttons import Button

FORMATS = mark("JSON and JSON lines · CSV · Parquet · Arrow · NPY and NPZ · text")
MODELS = mark(".keras models open beside the data")

# place on the ramp of each step of the three rows in the drop area; the rest is padding
_PICTURE = (
    (0, 160, 90, 230, 110, 20, 170, 100, 60, 150, 205),
    (60, 20, 110, 170, 0, 120, 70, 190, 140, 210, 160, 100, 30, 150, 90, 40, 120, 60),
    (225, 130, 200, 110, 30, 10),
)
_CELL = 10
_CELL_HIGH = 13
_COLUMNS = 18
_MARGIN, _LINES_TOP, _LINE = 12, 160, 18


class DropArea(QWidget):
    """A dashed field with a small padded array, the button and the formats."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        self.lit = False
        self._button = button
        button.setParent(self)
        self.setAccessibleName(tr("Drop a file here"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lines(self) -> tuple[str, ...]:
        """Return what can be opened, in lines that fit the width."""
        width = self.width() - 2 * _MARGIN
        return tuple(
            line for words in (FORMATS, MODELS) for line in drawing.wrapped(tr(words), "small", width)
        )

    def _fit(self) -> None:
        """Be as high as the lines need."""
        self.setMinimumHeight(look.current().px(_LINES_TOP + _LINE * len(self._lines()) + 20))

    def _place_button(self) -> None:
        size = self._button.sizeHint()
        top = look.current().px(116)
        self._button.setGeometry((self.width() - size.width()) // 2, top, size.width(), size.height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place_button()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look.current()
        rect = QRectF(self.rect())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if self.lit else "stroke2"), 2 if self.lit else 1.2)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.setBrush(theme.colour("tint" if self.lit else "raised"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)
        painter.restore()
        self._paint_picture(painter, (rect.width() - theme.px(_CELL) * _COLUMNS) / 2, theme.px(34))
        centre = Qt.AlignmentFlag.AlignHCenter
        words = QRectF(_MARGIN, theme.px(88), rect.width() - 2 * _MARGIN, theme.line("body"))
        drawing.text(painter, words, self.accessibleName(), "head", "t1", centre)
        for index, line in enumerate(self._lines()):
            top = theme.px(_LINES_TOP + _LINE * index)
            place = QRectF(_MARGIN, top, rect.width() - 2 * _MARGIN, theme.line("small"))
            drawing.text(painter, place, line, "small", "t3", centre)
        painter.end()

    @staticmethod
    def _paint_picture(painter: QPainter, left: float, top: float) -> None:
        ratio = painter.device().devicePixelRatioF()
        colours = ramp("tide")
        wide, high = look.current().px(_CELL), look.current().px(_CELL_HIGH)
        for row, steps in enumerate(_PICTURE):
            for column in range(_COLUMNS):
                cell = QRectF(left + column * wide, top + row * (high + 1), wide - 1, high)
                cell = drawing.snapped(cell, ratio)
                if column < len(steps):
                    painter.fillRect(cell, QColor(*colours[steps[column]].tolist()))
                else:
                    painter.fillRect(cell, drawing.padding_brush(ratio))
