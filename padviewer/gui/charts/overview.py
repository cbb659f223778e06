"""All rows of a heatmap at once, with the frame of what is in view; press or drag it to go there."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from padviewer.core.picture.frames import Frames
from padviewer.core.picture.layout import Box
from padviewer.gui.charts.cells import image_of
from padviewer.gui.style import theme as look

OUTSET = 2
LEAST_FRAME = 6


class Minimap(pg.GraphicsObject):
    """A picture of all rows with the frame of what is in view; a press or drag asks for another place.

    Signals
    -------
    place_asked(float)
        Share of all rows, 0 to 1, that shall be in the middle of the view.
    """

    place_asked = Signal(float)

    def __init__(self, frames: Frames) -> None:
        super().__init__()
        self._frames = frames
        self._box, self._span = Box(0, 0, 0, 0), (0.0, 1.0)

    def show_span(self, box: Box, span: tuple[float, float]) -> None:
        """Stand in a box of the chart and mark the part in view, as shares of all rows."""
        if self._box != box:
            self.prepareGeometryChange()
        self._box, self._span = box, span

    def boundingRect(self) -> QRectF:
        """Return the picture and the frame, which reaches a little beyond it."""
        return QRectF(*self._box.grown(OUTSET))

    def frame_rect(self) -> QRectF:
        """Rectangle that marks what is in view."""
        box, (first, last) = self._box, self._span
        height = max(LEAST_FRAME, (last - first) * box.height)
        top = min(box.top + first * box.height, box.bottom - height)
        return QRectF(box.left - OUTSET, top, box.width + 2 * OUTSET, height)

    def paint(self, painter: QPainter, _option: object, _widget: object = None) -> None:
        """Draw all rows; all of them in view have no frame."""
        pixels = self._frames.overview
        if pixels is None or not pixels.size:
            painter.fillRect(QRectF(*self._box), look.current().colour("pad"))
            return
        painter.drawImage(QRectF(*self._box), image_of(pixels))
        if self._span != (0.0, 1.0):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.current().colour("accent"), 1.5))
            painter.drawRoundedRect(self.frame_rect().adjusted(1, 0.5, -1, -0.5), 2, 2)

    def mousePressEvent(self, event: Any) -> None:
        """Go to the place that was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: Any) -> None:
        """Follow the mouse while its button is down."""
        self._ask(event)

    def _ask(self, event: Any) -> None:
        if self._box.height > 0:
            share = (event.scenePos().y() - self._box.top) / self._box.height
            self.place_asked.emit(min(1.0, max(0.0, share)))
