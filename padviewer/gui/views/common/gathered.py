"""What the row, series and image views share: they wish, a job gathers, the old picture stays until then."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from padviewer.core.errors import PadViewerError
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import told, tr
from padviewer.gui.tasks.wishes import Wish
from padviewer.gui.views.common.lines import MARGIN, paint_sentence

__all__ = ["MARGIN", "GatheredPicture"]


class GatheredPicture(QWidget):
    """A view that draws what a job gathered.

    While it is hidden it asks for nothing. The last answer stays on the screen until the next one comes.

    Parameters
    ----------
    controller : Controller
    channel : str
        The channel of its jobs.
    parent : QWidget, optional
    """

    def __init__(self, controller: Controller, channel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._channel = channel
        self._asked: Wish | None = None
        self._answered: Wish | None = None
        self._failure = ""
        self._wheel_rest = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        controller.plan_changed.connect(self.refresh)
        controller.counting.order_changed.connect(self.refresh)
        controller.counting.scale_changed.connect(self.refresh)
        controller.view_changed.connect(self._on_view_changed)

    # -- what a view says of itself ------------------------------------------------------------
    @abstractmethod
    def wish(self) -> Wish | None:
        """Return what is to be drawn now; None where a sentence stands instead."""

    @abstractmethod
    def sentence(self) -> str:
        """Return what stands in an empty view: why there is nothing, and what to do."""

    @abstractmethod
    def take(self, _wish: Wish, answer: Any) -> None:
        """Keep what was gathered for a wish."""

    @abstractmethod
    def paint_picture(self, painter: QPainter, size: QSize) -> None:
        """Draw what is shown at any size, in logical pixels, from the corner of the painter."""

    def paint_over(self, painter: QPainter) -> None:
        """Draw what belongs to the screen and not to the picture."""

    # -- asking ----------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Ask for what is to be drawn, unless that is there or under way."""
        if not self.isVisible():
            return
        wish = self.wish()
        self.update()
        if wish == self._asked:
            return
        self._asked, self._failure = wish, ""
        if wish is None:
            self._controller.jobs.cancel(self._channel)
            self._answered = None
            return
        self._controller.jobs.submit(
            self._channel,
            wish.gather,
            lambda answer: self._on_gathered(wish, answer),
            lambda error: self._on_failed(wish, error),
        )

    def is_current(self) -> bool:
        """Whether what is drawn is what is to be drawn; a hidden view owes nothing."""
        return self._asked == self._answered

    def _on_gathered(self, wish: Wish, answer: Any) -> None:
        if shiboken6.isValid(self) and wish == self._asked:
            self._answered = wish
            self.take(wish, answer)
            self.update()

    def _on_failed(self, wish: Wish, error: Exception) -> None:
        if shiboken6.isValid(self) and wish == self._asked:
            self._answered = wish
            what = (
                told(error.what) if isinstance(error, PadViewerError) else f"{type(error).__name__}: {error}"
            )
            self._failure = tr("This could not be drawn. {what}", what=what)
            self.update()

    def _on_view_changed(self, _old: View, _new: View) -> None:
        self.refresh()

    # -- drawing -------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("canvas"))
        said = self._failure or ("" if self._asked is not None else self.sentence())
        if said:
            paint_sentence(painter, self.size(), said)
        else:
            self.paint_picture(painter, self.size())
            self.paint_over(painter)
        if self.hasFocus():
            drawing.focus_ring(painter, QRectF(self.rect()))
        painter.end()

    def notches(self, event: QWheelEvent) -> int:
        """Whole notches that the wheel has been turned; what is left over waits for more of the same way."""
        turned = (event.angleDelta().y() or event.angleDelta().x()) / 120
        total = turned + (self._wheel_rest if self._wheel_rest * turned > 0 else 0.0)
        self._wheel_rest = total - int(total)
        return int(total)

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(832), look.current().px(470))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(320), look.current().px(120))

    # -- events --------------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self.is_current():
            self._controller.jobs.cancel(self._channel)
            self._asked = self._answered = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
