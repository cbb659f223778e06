"""One row of a form: its label, its controls, and beneath them what is wrong with the entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.widgets.elided import ElidedLabel

LABEL_WIDTH = 80


class ErrorLine(QLabel):
    """A wrapped sentence in the colour of refusal, after its icon; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the line."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def _dress(self) -> None:
        theme = look.current()
        self.setFont(theme.font("small"))
        self.setContentsMargins(theme.line("small") + 4, 4, 0, 2)
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme.colour("err"))
        if palette != self.palette():
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        drawing.icon(painter, 0, 4, "error", "err", look.current().line("small"))
        painter.end()


class FormRow(QWidget):
    """A label, a control and what stands beside it, with a line for an error beneath.

    Parameters
    ----------
    label : str
    controls : sequence of QWidget
        From left to right; the first one is the one that the label names.
    """

    def __init__(self, label: str, controls: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidedLabel(label, "body", "t2")
        self._label.setMinimumWidth(look.current().px(LABEL_WIDTH) - 8)
        self._label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._error = ErrorLine()
        side_by_side = QHBoxLayout()
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(8)
        for control in controls:
            side_by_side.addWidget(control)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(side_by_side, 0, 1)
        grid.addWidget(self._error, 1, 1)

    def error(self) -> str:
        """Return the error that is shown; empty for none."""
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Show what is wrong beneath the control; an empty sentence takes it away."""
        self._error.say(sentence)

    def set_label(self, label: str) -> None:
        """Show another label."""
        self._label.set_text(label)

    def label_width(self) -> int:
        """Return the width that the whole label needs, in logical pixels."""
        return self._label.sizeHint().width()

    def set_label_width(self, pixels: int) -> None:
        """Give the label a width, so that the controls of several rows begin at one place."""
        self._label.setFixedWidth(pixels)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), look.current().px(34)))
