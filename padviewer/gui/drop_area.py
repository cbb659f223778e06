"""The dashed field of the start page: a small padded array, the button, and what can be opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.gui import drawing
from padviewer.gui import theme as look
from padviewer.gui.buttons import Button
from padviewer.gui.ramps import ramp
from padviewer.gui.words import mark, tr

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


class DropArea(QWidget):
    """A dashed field with a small padded array, the button and the formats."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        self.lit = False
        self._button = button
        button.setParent(self)
        self.setAccessibleName(tr("Drop a file here"))
        self.setMinimumHeight(look.current().px(216))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumHeight(look.current().px(216))

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
        self._paint_picture(painter, (rect.width() - _CELL * _COLUMNS) / 2, theme.px(34))
        centre = Qt.AlignmentFlag.AlignHCenter
        words = QRectF(12, theme.px(88), rect.width() - 24, theme.line("body"))
        drawing.text(painter, words, self.accessibleName(), "head", "t1", centre)
        for index, line in enumerate((FORMATS, MODELS)):
            place = QRectF(12, theme.px(160 + 18 * index), rect.width() - 24, theme.line("small"))
            drawing.text(painter, place, tr(line), "small", "t3", centre)
        painter.end()

    @staticmethod
    def _paint_picture(painter: QPainter, left: float, top: float) -> None:
        ratio = painter.device().devicePixelRatioF()
        colours = ramp("tide")
        for row, steps in enumerate(_PICTURE):
            for column in range(_COLUMNS):
                cell = QRectF(left + column * _CELL, top + row * (_CELL_HIGH + 1), _CELL - 1, _CELL_HIGH)
                cell = drawing.snapped(cell, ratio)
                if column < len(steps):
                    painter.fillRect(cell, QColor(*colours[steps[column]].tolist()))
                else:
                    painter.fillRect(cell, drawing.padding_brush(ratio))
