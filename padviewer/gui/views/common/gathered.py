"""What the row, series and image views share: they wish, a job gathers, the old picture stays until then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
from padviewer.gui.style.drawing import MARGIN
from padviewer.gui.style.words import told, tr
from padviewer.gui.tasks.wishes import Wish
from padviewer.gui.views.common.lines import LinesView, Notches, paint_sentence

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object

__all__ = ["MARGIN", "Gathered", "GatheredLines", "GatheredPicture"]


class Gathered(_Base):
    """What a widget does that draws what a job gathered.

    While it is hidden it asks for nothing. The last answer stays on the screen until the next one comes.
    """

    def begin_gathering(self, controller: Controller, channel: str) -> None:
        """Follow a controller; jobs run in a channel of their own."""
        self._controller = controller
        self._channel = channel
        self._asked: Wish | None = None
        self._answered: Wish | None = None
        self._failure = ""
        controller.plan_changed.connect(self.refresh)
        controller.counting.order_changed.connect(self.refresh)
        controller.counting.scale_changed.connect(self.refresh)
        controller.view_changed.connect(self._on_view_changed)

    # -- what a view says of itself ------------------------------------------------------------
    def wish(self) -> Wish | None:
        """Return what is to be drawn now; None where a sentence stands instead."""
        raise NotImplementedError

    def sentence(self) -> str:
        """Return what stands in an empty view: why there is nothing, and what to do."""
        raise NotImplementedError

    def take(self, _wish: Wish, answer: Any) -> None:
        """Keep what was gathered for a wish."""
        raise NotImplementedError

    def renew(self) -> None:
        """Paint all of it again."""
        raise NotImplementedError

    # -- asking ----------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Ask for what is to be drawn, unless that is there or under way."""
        if not self.isVisible():
            return
        wish = self.wish()
        self.renew()
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
            self.renew()

    def _on_failed(self, wish: Wish, error: Exception) -> None:
        if shiboken6.isValid(self) and wish == self._asked:
            self._answered = wish
            what = (
                told(error.what) if isinstance(error, PadViewerError) else f"{type(error).__name__}: {error}"
            )
            self._failure = tr("This could not be drawn. {what}", what=what)
            self.renew()

    def empty_words(self) -> str:
        """Return what stands in the view instead of a picture; empty where there is one."""
        return self._failure or ("" if self._asked is not None else self.sentence())

    def _on_view_changed(self, _old: View, _new: View) -> None:
        self.refresh()

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


class GatheredPicture(Gathered, QWidget):
    """A widget that draws what a job gathered.

    Parameters
    ----------
    controller : Controller
    channel : str
        The channel of its jobs.
    parent : QWidget, optional
    """

    def __init__(self, controller: Controller, channel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notches = Notches()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.begin_gathering(controller, channel)

    def paint_picture(self, painter: QPainter, size: QSize) -> None:
        """Draw what is shown at any size, in logical pixels, from the corner of the painter."""
        raise NotImplementedError

    def paint_over(self, painter: QPainter) -> None:
        """Draw what belongs to the screen and not to the picture."""

    def renew(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("canvas"))
        said = self.empty_words()
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
        return self._notches.whole(event.angleDelta().y() or event.angleDelta().x())

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(832), look.current().px(470))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(320), look.current().px(120))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.renew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.renew()


class GatheredLines(Gathered, LinesView):
    """Lines that a job gathered, those in view.

    Parameters
    ----------
    controller : Controller
    channel : str
        The channel of its jobs.
    bar_name : str
        What the scroll bar of the lines is called.
    head_height : int
    parent : QWidget, optional
    """

    def __init__(
        self, controller: Controller, channel: str, bar_name: str, head_height: int,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        LinesView.__init__(self, controller, bar_name, head_height, parent)
        self.setSelectionBehavior(LinesView.SelectionBehavior.SelectItems)
        self.begin_gathering(controller, channel)

    def renew(self) -> None:
        LinesView.renew(self)

    def scrolled_to(self) -> None:
        self.refresh()
