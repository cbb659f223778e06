"""All rows of the heatmap at once, with the frame of what is in view; press or drag it to go there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from padviewer.gui import theme

OUTSET = 2
LEAST_FRAME = 6


class Minimap(QWidget):
    """A picture of all rows. It is no tab stop: the keys of the heatmap do the same.

    Signals
    -------
    place_asked(float)
        Share of all rows, 0 to 1, that shall be in the middle of the view.
    """

    place_asked = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("All rows")
        self._image: QImage | None = None
        self._span = (0.0, 1.0)

    def set_image(self, image: QImage | None) -> None:
        """Show a picture of all rows, or none."""
        self._image = image
        self.update()

    def set_span(self, first: float, last: float) -> None:
        """Mark the part in view, as shares of all rows."""
        if self._span != (first, last):
            self._span = (first, last)
            self.update()

    def picture_rect(self) -> QRectF:
        """Logical rectangle of the picture; the frame of the view reaches a little beyond it."""
        return QRectF(self.rect()).adjusted(OUTSET, OUTSET, -OUTSET, -OUTSET)

    def frame_rect(self) -> QRectF:
        """Logical rectangle that marks what is in view."""
        picture = self.picture_rect()
        top = picture.top() + self._span[0] * picture.height()
        height = max(LEAST_FRAME, (self._span[1] - self._span[0]) * picture.height())
        top = min(top, picture.bottom() - height)
        return QRectF(0, top, self.width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        picture = self.picture_rect()
        if self._image is None:
            painter.fillRect(picture, theme.current().colour("pad"))
            return
        painter.drawImage(picture, self._image)
        if self._span != (0.0, 1.0):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().colour("accent"), 1.5))
            painter.drawRoundedRect(self.frame_rect().adjusted(1, 0.5, -1, -0.5), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def _ask(self, event: QMouseEvent) -> None:
        picture = self.picture_rect()
        if picture.height() > 0:
            share = (event.position().y() - picture.top()) / picture.height()
            self.place_asked.emit(min(1.0, max(0.0, share)))
