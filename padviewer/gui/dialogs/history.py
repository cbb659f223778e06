"""The history: the steps done and undone by name, and travelling to any of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.labels import ElidedLabel
from padviewer.gui.widgets.lines_list import OVERHANG, RowList
from padviewer.gui.widgets.popup import Popup

WIDTH = 320
MOST_SHOWN = 16


class _StepList(RowList):
    """The state before all steps, then every step; those undone are muted."""

    def __init__(self) -> None:
        super().__init__(tr("Steps"))
        self.names: tuple[str, ...] = ()
        self.at = 0
        self.set_most_rows(MOST_SHOWN)

    def set_steps(self, names: Sequence[str], at: int) -> None:
        """Show steps of which the first `at` are done."""
        self.names, self.at = tuple(names), at
        self.rows_changed()
        self.set_cursor_row(at)

    def words(self, row: int) -> str:
        """Return what a row is called."""
        return self.names[row - 1] if row else tr("As it was opened")

    def state_of(self, row: int) -> str:
        """Return whether a row is where the data is now, or undone; empty for done."""
        return tr("now") if row == self.at else tr("undone") if row > self.at else ""

    def row_count(self) -> int:
        return len(self.names) + 1

    def row_height(self) -> int:
        return look.current().px(28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def selected_row(self) -> int:
        return self.at

    def row_sentence(self, row: int) -> str:
        return ", ".join(one for one in (self.words(row), self.state_of(row)) if one)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        state = self.state_of(row)
        width = drawing.text_width(state, "small")
        here, undone = row == self.at, row > self.at
        drawing.text(painter, rect, state, "small", "accent" if here else "t3", Qt.AlignmentFlag.AlignRight)
        words = rect.adjusted(0, 0, -(width + 12), 0)
        style, token = ("strong", "t1") if here else ("body", "t3" if undone else "t1")
        drawing.text(painter, words, self.words(row), style, token)


class HistoryDialog(Popup):
    """A list of the steps below the toolbar; Return or a click travels there, Escape does not.

    Signals
    -------
    chosen (int)
        How many steps are to be done, 0 for none; not sent for where the data is already.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._corner = QPoint(8, 48)
        self.setAccessibleName(tr("History"))
        self.list = _StepList()
        title = QVBoxLayout()
        title.setContentsMargins(OVERHANG, 0, OVERHANG, 4)
        title.addWidget(ElidedLabel(tr("History"), "micro", "t3"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(0)
        layout.addLayout(title)
        layout.addWidget(self.list)
        self.list.row_activated.connect(self._on_activated)

    def show_history(self, names: Sequence[str], at: int, below: QWidget | None = None) -> None:
        """Show the steps of a session; where they are shown already, close them.

        Parameters
        ----------
        names : sequence of str
            All steps in the order in which they are made.
        at : int
            How many of them are done.
        below : QWidget or None
            A control of the window at whose lower left corner the list stands.
        """
        if self.isVisible():
            self.hide()
            return
        if below is not None:
            self._corner = below.mapTo(self.host, QPoint(0, below.height() + 4))
        self.list.set_steps(names, at)
        self.show_focused(self.list)
        self.list.show_row(at)

    def set_steps(self, names: Sequence[str], at: int) -> None:
        """Show other steps while the list is open."""
        if self.isVisible():
            self.list.set_steps(names, at)
            self.place()

    def place(self) -> None:
        parent, px = self.host, look.current().px
        layout = self.layout()
        wanted = 0 if layout is None else layout.sizeHint().height()
        left = max(0, min(self._corner.x(), parent.width() - px(WIDTH) - 8))
        top = max(0, min(self._corner.y(), parent.height() - px(120)))
        self.setGeometry(left, top, min(px(WIDTH), parent.width()), min(wanted, parent.height() - top - 8))

    def _on_activated(self, row: int) -> None:
        is_elsewhere = row != self.list.at
        self.hide()
        if is_elsewhere:
            self.chosen.emit(row)
