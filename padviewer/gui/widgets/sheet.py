"""A sheet over the right edge of a window: not modal, a shadow on its left edge only, closed by Escape."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look

WIDTH = 480
SHADOW = 14
SLIDE_MS = 120


class SideSheet(QWidget):
    """A child of a window that follows its size; content begins `SHADOW` right of its left edge.

    The focus that it had when it is closed goes back to where it was before.

    Signals
    -------
    closed ()
        The person closed it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margins = (0, 0)
        self._before: QWidget | None = None
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # the constructor ignores it
        if parent is not None:
            parent.installEventFilter(self)
        self.hide()

    def show_above(self) -> None:
        """Show the sheet above everything else in the window."""
        now = QApplication.focusWidget()
        if now is not None and not self.isAncestorOf(now):
            self._before = now
        self._fit()
        self.show()
        self.raise_()
        place = self.pos()
        self._slide.setDuration(look.current().milliseconds(SLIDE_MS))
        self._slide.setStartValue(QPoint(place.x() + self.width(), place.y()))
        self._slide.setEndValue(place)
        self._slide.start()

    def set_margins(self, top: int, bottom: int) -> None:
        """Leave free what stands at the window's top and bottom, in logical pixels."""
        self._margins = (top, bottom)
        self._fit()

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self._slide.stop()
            top, bottom = self._margins
            wanted = max(look.current().px(WIDTH) + SHADOW, self.minimumSizeHint().width())
            width = min(wanted, parent.width())
            self.setGeometry(parent.width() - width, top, width, max(0, parent.height() - top - bottom))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look.current()
        shade = QLinearGradient(0, 0, SHADOW, 0)
        dark = theme.colour("t1") if theme.name == "light" else theme.colour("onink")
        for place, alpha in ((0.0, 0), (1.0, 28 if theme.name == "light" else 120)):
            dark.setAlpha(alpha)
            shade.setColorAt(place, dark)
        painter.fillRect(QRectF(0, 0, SHADOW, self.height()), shade)
        painter.fillRect(QRectF(SHADOW, 0, self.width() - SHADOW, self.height()), theme.colour("canvas"))
        drawing.hairline(painter, SHADOW, 0, self.height(), "line", upright=True)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        now, before = self.focusWidget(), self._before
        self._before = None
        if now is not None and now.hasFocus() and before is not None and shiboken6.isValid(before):
            before.setFocus()
        self.closed.emit()
