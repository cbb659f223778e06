"""A card above a window that goes away by itself: at Escape, and when the focus leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from padviewer.gui.style import theme as look


class Popup(QWidget):
    """A child of a window, never a window of its own: nothing is blocked, and no desktop moves it.

    Signals
    -------
    closed ()
        It is gone; the focus is where it was before, unless the person put it elsewhere.

    Parameters
    ----------
    parent : QWidget
        The window that it stands in.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.host = parent
        self._before: QWidget | None = None
        self._is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        parent.installEventFilter(self)

    def place(self) -> None:
        """Put the popup where it belongs; a subclass says where."""
        raise NotImplementedError

    def show_focused(self, first: QWidget) -> None:
        """Show the popup above everything, and give the focus to a control of it."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication) and not self._is_open:
            self._is_open = True
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Close when the focus goes to another part of the window; another program's is no reason."""
        if new is not None and new is not self and not self.isAncestorOf(new) and self.isVisible():
            self._before = None
            self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        application = QApplication.instance()
        if event.spontaneous() or not self._is_open or not isinstance(application, QApplication):
            return
        self._is_open = False
        application.focusChanged.disconnect(self._on_focus_changed)
        if not self.isHidden():  # the window hides, and is not to bring the popup back with it
            self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.host and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("stroke2"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
