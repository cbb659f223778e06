"""The rows of a form: label, controls, what is wrong beneath them; and the row of a number or a text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.labels import ElidedLabel, NoteLine

LABEL_WIDTH = 80
_CLEAR = 24  # the side of the button that empties a line


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


class _Edit(QLineEdit):
    """A line that tells when its text is meant: at Return and when the focus leaves."""

    committed = Signal()
    abandoned = Signal()
    stepped = Signal(int)

    def __init__(self, number: bool) -> None:
        super().__init__()
        self._number = number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        steps = {
            Qt.Key.Key_Up: 8 if shift else 1,
            Qt.Key.Key_Down: -8 if shift else -1,
            Qt.Key.Key_PageUp: 32,
            Qt.Key.Key_PageDown: -32,
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit()
        elif key == Qt.Key.Key_Escape:
            self.abandoned.emit()
        elif self._number and plain and key in steps:
            self.stepped.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.committed.emit()


class ClearEdit(QLineEdit):
    """A line whose button stands in it while there is a text; Tab passes the button by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        (self.clear_button,) = self.findChildren(QToolButton)
        (self._clear,) = self.findChildren(QAction)
        for name in ("alone", "inside"):
            self.clear_button.setProperty(name, "1")
        self.clear_button.style().unpolish(self.clear_button)
        self.clear_button.style().polish(self.clear_button)
        self.clear_button.setAccessibleName(tr("Clear the text"))
        self._clear.setToolTip(tr("Clear the text"))
        self._dress()

    def _dress(self) -> None:
        self._clear.setIcon(look.icon("close"))
        self.clear_button.setVisible(bool(self.text()))  # the new icon has brought it back

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = look.current().px(_CLEAR)
        edge = (self.height() - side) // 2
        self.clear_button.setGeometry(self.width() - side - edge, edge, side, side)


class Field(FormRow):
    """A labelled field; what is typed is announced when it is meant and shown as wrong until it is right.

    Return and leaving the field announce a new text, Escape takes the last good one back. In a field for a
    number Up and Down go by 1, with Shift by 8, Page Up and Page Down by 32.

    Signals
    -------
    entered(str)
        The text that the person means; not sent when it is the one that was set.
    abandoned ()
        Escape: the last good text is back.

    Parameters
    ----------
    label : str
    unit : str
        Said after the label to those who do not see it: "Maxlen, steps".
    number : bool
        Whether it holds a number: on the right of the field, with steps.
    beside : sequence of QWidget
        What stands to its right.
    """

    entered = Signal(str)
    abandoned = Signal()

    def __init__(
        self,
        label: str,
        *,
        unit: str = "",
        number: bool = False,
        beside: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        self._edit = _Edit(number)
        super().__init__(label, [self._edit, *beside], parent)
        self._name = f"{label}, {unit}" if unit else label
        self._good = ""
        self._edit.setAccessibleName(self._name)
        self.setFocusProxy(self._edit)
        if number:
            self._edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._edit.setMinimumWidth(look.current().px(54))
        if beside:
            self._edit.setMaximumWidth(look.current().px(72))
            self._edit.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._edit.committed.connect(self._on_edit_committed)
        self._edit.abandoned.connect(self._on_edit_abandoned)
        self._edit.stepped.connect(self._on_edit_stepped)

    def text(self) -> str:
        """Return the text in the field, good or not."""
        return self._edit.text()

    def set_entry_width(self, least: int, most: int) -> None:
        """Give the entry bounds of its width; what stands beside it has the rest."""
        self._edit.setMinimumWidth(least)
        self._edit.setMaximumWidth(most)

    def set_text(self, words: str) -> None:
        """Show a text that is good, and no error; what the person is typing is replaced."""
        self._good = words
        if self._edit.text() != words:
            self._edit.setText(words)
        self.set_error("")

    def set_error(self, sentence: str) -> None:
        """Show what is wrong with the text: the field keeps it, in the colour of refusal."""
        super().set_error(sentence)
        self._edit.setProperty("bad", "1" if sentence else "")
        self._edit.setAccessibleDescription(sentence)
        self._edit.style().unpolish(self._edit)
        self._edit.style().polish(self._edit)

    def _on_edit_committed(self) -> None:
        words = self._edit.text().strip()
        if words != self._good:
            self.entered.emit(words)
        elif self.error():
            self.set_text(self._good)

    def _on_edit_abandoned(self) -> None:
        self.set_text(self._good)
        self.abandoned.emit()

    def _on_edit_stepped(self, by: int) -> None:
        for words in (self._edit.text().strip(), self._good):
            try:
                number = int(words)
            except ValueError:
                continue
            self._edit.setText(str(number + by))
            self._on_edit_committed()
            return
