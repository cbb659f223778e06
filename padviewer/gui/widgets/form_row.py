"""One row of a form: its label, its controls, and beneath them what is wrong with the entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from padviewer.gui.style import theme as look
from padviewer.gui.widgets.labels import ElidedLabel, NoteLine

LABEL_WIDTH = 80


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
        self._error = NoteLine("error", "err", "err")
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
