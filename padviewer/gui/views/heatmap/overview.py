"""All rows of the heatmap at once, with the frame of what is in view; press or drag it to go there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from padviewer.gui.style import theme
from padviewer.gui.style.words import tr

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
        self.setAccessibleName(tr("All rows"))
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
        return _inside(QRectF(self.rect()))

    def frame_rect(self) -> QRectF:
        """Logical rectangle that marks what is in view."""
        return _frame_rect(QRectF(self.rect()), self._span)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        paint_minimap(painter, QRectF(self.rect()), self._image, self._span)
        painter.end()

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


def _inside(rect: QRectF) -> QRectF:
    return rect.adjusted(OUTSET, OUTSET, -OUTSET, -OUTSET)


def _frame_rect(rect: QRectF, span: tuple[float, float]) -> QRectF:
    picture = _inside(rect)
    height = max(LEAST_FRAME, (span[1] - span[0]) * picture.height())
    top = min(picture.top() + span[0] * picture.height(), picture.bottom() - height)
    return QRectF(rect.left(), top, rect.width(), height)


def paint_minimap(painter: QPainter, rect: QRectF, image: QImage | None, span: tuple[float, float]) -> None:
    """Draw all rows into a rectangle, with the frame of a part of them.

    Parameters
    ----------
    painter : QPainter
    rect : QRectF
        The frame of the view takes all of its width; the picture is 2 pixels smaller on every side.
    image : QImage or None
        All rows; None while they are not known.
    span : (float, float)
        The part in view, as shares of all rows; all of them have no frame.
    """
    if image is None:
        painter.fillRect(_inside(rect), theme.current().colour("pad"))
        return
    painter.drawImage(_inside(rect), image)
    if span != (0.0, 1.0):
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().colour("accent"), 1.5))
        painter.drawRoundedRect(_frame_rect(rect, span).adjusted(1, 0.5, -1, -0.5), 2, 2)
        painter.restore()
