"""What stands above a window: a card that goes away by itself, and a sheet over its right edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.widgets.buttons import IconButton
from padviewer.gui.widgets.labels import ElidedLabel

WIDTH = 480
SHADOW = 14
SLIDE_MS = 120
MARGIN = 24


class _UpAndDown(QScrollArea):
    """Scrolls up and down alone: never narrower than what its content needs in the font that is there."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidget(content)
        content.setAutoFillBackground(False)  # the sheet's own background shows through
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        least, content = super().minimumSizeHint(), self.widget()
        if content is None:
            return least
        wanted = content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(least.width(), wanted), least.height())


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

    def lay_out(
        self,
        title: ElidedLabel,
        closing: str,
        body: QWidget,
        foot: QBoxLayout | None = None,
        beside: Sequence[QWidget] = (),
        *,
        scrolls: bool = True,
    ) -> IconButton:
        """Put a title with a button that closes the sheet over its body, and a foot below.

        Parameters
        ----------
        title : ElidedLabel
        closing : str
            What that button is called.
        body : QWidget
            What fills the sheet.
        foot : QBoxLayout or None
            What stays below it.
        beside : sequence of QWidget
            What stands between title and button.
        scrolls : bool
            Whether the body scrolls where it does not fit.

        Returns
        -------
        IconButton
            The button that closes the sheet.
        """
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 14, MARGIN - 8, 8)
        head.addWidget(title, 1)
        close = IconButton("close", closing)
        close.clicked.connect(self.close)
        for widget in (*beside, close):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SHADOW, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(_UpAndDown(body) if scrolls else body, 1)
        if foot is not None:
            layout.addLayout(foot)
        return close

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
        if now is not None and now.hasFocus() and before is not None and isValid(before):
            before.setFocus()
        self.closed.emit()
