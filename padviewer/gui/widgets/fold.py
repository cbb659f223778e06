"""A section that folds: chevron and title, and its value on the right."""

from __future__ import annotations

from PySide6.QtCore import QPropertyAnimation, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

_TITLE_LEFT = 16
FOLD_MS = 80
QWIDGETSIZE_MAX = 16_777_215  # Qt's own largest size, which is no limit


class _Head(QAbstractButton):
    """The line that folds and unfolds; it is down where the section is open."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = ""
        self.setText(title)
        self.setCheckable(True)
        self.setChecked(True)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tell()

    def tell(self) -> None:
        """Say again what is shown, to the eye and to the screen reader."""
        state = tr("open") if self.isChecked() else tr("folded")
        self.setAccessibleDescription(f"{state}, {self.value}" if self.value else state)
        elided = drawing.text_width(self.value, "small") > self._value_rect().width() + 0.5
        self.setToolTip(self.value if elided else "")
        self.update()

    def _value_rect(self) -> QRectF:
        """Return where the value stands: right of the title."""
        left = look.current().px(_TITLE_LEFT) + drawing.text_width(self.text(), "strong") + 12
        return QRectF(left, 0, max(0.0, self.width() - left), self.height())

    def sizeHint(self) -> QSize:
        width = self._value_rect().left() + drawing.text_width(self.value, "small")
        return QSize(int(width) + 1, look.current().px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(int(self._value_rect().left()) + 28, look.current().px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_open = self.isChecked()
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or key == (
            Qt.Key.Key_Left if is_open else Qt.Key.Key_Right
        ):
            self.click()
        elif key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px = QPainter(self), look.current().px
        rect = QRectF(self.rect())
        name = "chevron-down" if self.isChecked() else "chevron-right"
        top = (rect.height() - drawing.icon_size()) / 2
        drawing.icon(painter, -px(4), top, name, "t1" if self.underMouse() else "t3")
        drawing.text(painter, rect.adjusted(px(_TITLE_LEFT), 0, 0, 0), self.text(), "strong", "t1")
        right = Qt.AlignmentFlag.AlignRight
        drawing.text(painter, self._value_rect(), self.value, "small", "t3", right)
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
        self._growth.finished.connect(lambda: content.setMaximumHeight(QWIDGETSIZE_MAX))
        self._head.clicked.connect(self._on_head_clicked)

    def is_open(self) -> bool:
        """Tell whether the content is shown."""
        return self._head.isChecked()

    def set_open(self, shown: bool) -> None:
        """Show the content or fold it away."""
        self._head.setChecked(shown)
        self._content.setVisible(shown)
        self._head.tell()

    def set_value(self, words: str) -> None:
        """Say on the right what the section holds."""
        self._head.value = words
        self._head.tell()

    def _on_head_clicked(self, shown: bool) -> None:
        wait = look.current().milliseconds(FOLD_MS)
        if wait and shown and self.isVisible():  # what folds away goes at once: nothing of it is clicked on
            self._growth.stop()
            self._growth.setDuration(wait)
            self._growth.setStartValue(0)
            self._growth.setEndValue(self._content.sizeHint().height())
            self._growth.start()
        self.set_open(shown)
        self.opened.emit(shown)
