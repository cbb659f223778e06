"""A section that folds: chevron and title, and its value on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPropertyAnimation, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

_TITLE_LEFT = 16
FOLD_MS = 80
QWIDGETSIZE_MAX = 16_777_215  # Qt's own largest size, which is no limit


class _Head(QWidget):
    """The line that folds and unfolds."""

    clicked = Signal(bool)  # whether the section is to be open

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self.value, self.open = title, "", True
        self._hover = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tell()

    def tell(self) -> None:
        """Say again what is shown, to the eye and to the screen reader."""
        state = tr("open") if self.open else tr("folded")
        self.setAccessibleDescription(f"{state}, {self.value}" if self.value else state)
        elided = drawing.text_width(self.value, "small") > self.value_rect().width() + 0.5
        self.setToolTip(self.value if elided else "")
        self.update()

    def value_rect(self) -> QRectF:
        """Return where the value stands: right of the title."""
        left = look.current().px(_TITLE_LEFT) + drawing.text_width(self.title, "strong") + 12
        return QRectF(left, 0, max(0.0, self.width() - left), self.height())

    def sizeHint(self) -> QSize:
        width = look.current().px(_TITLE_LEFT) + drawing.text_width(self.title, "strong") + 12
        return QSize(int(width + drawing.text_width(self.value, "small")) + 1, look.current().px(32))

    def minimumSizeHint(self) -> QSize:
        width = look.current().px(_TITLE_LEFT) + drawing.text_width(self.title, "strong") + 40
        return QSize(int(width), look.current().px(32))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(not self.open)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {
            Qt.Key.Key_Space: not self.open,
            Qt.Key.Key_Return: not self.open,
            Qt.Key.Key_Enter: not self.open,
            Qt.Key.Key_Left: False,
            Qt.Key.Key_Right: True,
        }.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        elif wanted != self.open:
            self.clicked.emit(wanted)

    def enterEvent(self, _event: QEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover = False
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        name = "chevron-down" if self.open else "chevron-right"
        drawing.icon(
            painter,
            -look.current().px(4),
            (rect.height() - drawing.icon_size()) / 2,
            name,
            "t1" if self._hover else "t3",
        )
        drawing.text(
            painter, rect.adjusted(look.current().px(_TITLE_LEFT), 0, 0, 0), self.title, "strong", "t1"
        )
        right = Qt.AlignmentFlag.AlignRight
        drawing.text(painter, self.value_rect(), self.value, "small", "t3", right)
        if self.hasFocus():
            drawing.focus_ring(painter, rect.adjusted(0, 2, 0, -2), 5)
        painter.end()


class Fold(QWidget):
    """A titled section whose content can be folded away.

    Signals
    -------
    opened(bool)
        The person opened (True) or folded (False) it; not sent by `set_open`.

    Parameters
    ----------
    title : str
    content : QWidget
        What is folded away.
    """

    opened = Signal(bool)

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = _Head(title, self)
        self._content = content
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(content)
        self._growth = QPropertyAnimation(content, b"maximumHeight", self)
        self._growth.finished.connect(self._on_grown)
        self._head.clicked.connect(self._on_head_clicked)

    def is_open(self) -> bool:
        """Tell whether the content is shown."""
        return self._head.open

    def set_open(self, shown: bool) -> None:
        """Show the content or fold it away."""
        self._head.open = shown
        self._content.setVisible(shown)
        self._head.tell()

    def set_value(self, words: str) -> None:
        """Say on the right what the section holds."""
        self._head.value = words
        self._head.tell()

    def _on_head_clicked(self, shown: bool) -> None:
        wait = look.current().milliseconds(FOLD_MS)
        if wait and self.isVisible():
            self._move(shown, wait)
        self.set_open(shown)
        self.opened.emit(shown)

    def _move(self, shown: bool, wait: int) -> None:
        """Let the content grow to its height; what folds away goes at once, so that nothing is clicked on."""
        if not shown:
            return
        self._growth.stop()
        self._growth.setDuration(wait)
        self._growth.setStartValue(0)
        self._growth.setEndValue(self._content.sizeHint().height())
        self._growth.start()

    def _on_grown(self) -> None:
        self._content.setMaximumHeight(QWIDGETSIZE_MAX)
