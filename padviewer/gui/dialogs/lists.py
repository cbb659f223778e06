"""Two lists below the toolbar: the steps that were made, to travel to any of them, and the presets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from padviewer.core.errors import PadViewerError
from padviewer.core.recipe import TensorRecipe
from padviewer.gui.session.presets import Preset, Presets
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import problem_words, told, tr
from padviewer.gui.widgets.field import Field
from padviewer.gui.widgets.labels import ElidedLabel
from padviewer.gui.widgets.lines_list import OVERHANG, RowList
from padviewer.gui.widgets.popup import Popup

_CORNER = QPoint(8, 48)
_HISTORY, _PRESETS = 320, 480
_HINT = 132


class _StepList(RowList):
    """The state before all steps, then every step; those undone are muted."""

    def __init__(self) -> None:
        super().__init__(tr("Steps"))
        self.names: tuple[str, ...] = ()
        self.at = 0
        self.set_most_rows(16)

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


class _PresetList(RowList):
    """The presets by name, each with where it is from or what is wrong with it."""

    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("Presets"))
        self.presets: tuple[Preset, ...] = ()
        self.set_most_rows(8)

    def set_presets(self, presets: tuple[Preset, ...]) -> None:
        """Show other presets."""
        self.presets = presets
        self.rows_changed()

    def hint(self, row: int) -> str:
        """Return what is said about a preset besides its name."""
        preset = self.presets[row]
        if preset.problem:
            return told(preset.problem)
        return tr("comes with PadViewer") if preset.is_built_in else tr("yours")

    def row_count(self) -> int:
        return len(self.presets)

    def row_height(self) -> int:
        return look.current().px(28)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 2 * self.row_height())

    def row_sentence(self, row: int) -> str:
        return f"{self.presets[row].name}, {self.hint(row)}"

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        preset, end = self.presets[row], Qt.TextElideMode.ElideRight
        hint = look.current().px(_HINT)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        token = "dis" if preset.problem else "t1"
        name = rect.adjusted(0, 0, -hint - 8, 0)
        drawing.text(painter, name, preset.name, "body", token, left, end)
        place = QRectF(rect.right() - hint, rect.top(), hint, rect.height())
        drawing.text(painter, place, self.hint(row), "small", "err" if preset.problem else "t3", right, end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.presets:
            self.removed.emit(self.cursor_row())
        else:
            super().keyPressEvent(event)


class _ListPopup(Popup):
    """A title over a list, as wide as it is told, where a control or the toolbar ends."""

    def __init__(self, parent: QWidget, title: str, rows: RowList, width: int) -> None:
        super().__init__(parent)
        self._width, self._corner = width, _CORNER
        self.setAccessibleName(title)
        inset = QVBoxLayout()
        inset.setContentsMargins(OVERHANG, 0, OVERHANG, 4)
        inset.addWidget(ElidedLabel(title, "micro", "t3"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(0)
        self._column.addLayout(inset)
        self._column.addWidget(rows)

    def place(self) -> None:
        parent, px = self.host, look.current().px
        width = min(px(self._width), parent.width() - 16)
        left = max(0, min(self._corner.x(), parent.width() - width - 8))
        top = max(0, min(self._corner.y(), parent.height() - px(120)))
        height = min(self._column.sizeHint().height(), parent.height() - top - 8)
        self.setGeometry(left, top, width, height)


class HistoryDialog(_ListPopup):
    """A list of the steps below the toolbar; Return or a click travels there, Escape does not.

    Signals
    -------
    chosen (int)
        How many steps are to be done, 0 for none; not sent for where the data is already.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        self.list = _StepList()
        super().__init__(parent, tr("History"), self.list, _HISTORY)
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

    def _on_activated(self, row: int) -> None:
        is_elsewhere = row != self.list.at
        self.hide()
        if is_elsewhere:
            self.chosen.emit(row)


class PresetsDialog(_ListPopup):
    """A list below the toolbar; Return or a click applies a preset, Delete removes one of the person's own.

    Signals
    -------
    chosen (Preset)
    problem (str)
        What could not be saved or removed, as a sentence.
    """

    chosen = Signal(object)
    problem = Signal(str)

    def __init__(self, parent: QWidget, presets: Presets) -> None:
        self.list = _PresetList()
        super().__init__(parent, tr("Presets"), self.list, _PRESETS)
        self._presets = presets
        self._choice: TensorRecipe | None = None
        self.name = Field(tr("Save as"))
        below = QVBoxLayout()
        below.setContentsMargins(OVERHANG, 8, OVERHANG, 0)
        below.addWidget(self.name)
        words = tr("Return applies a preset, Delete removes one of yours.")
        below.addWidget(ElidedLabel(words, "small", "t3"))
        self._column.addLayout(below)
        self.list.row_activated.connect(self._on_activated)
        self.list.removed.connect(self._on_removed)
        self.name.entered.connect(self._on_named)

    def show_presets(self, choice: TensorRecipe | None) -> None:
        """Show the presets; `choice` is what a new one is made of, None for nothing."""
        self._choice = choice
        self.name.setVisible(choice is not None)
        self.name.set_text("")
        self.list.set_presets(self._presets.all())
        self.show_focused(self.list)

    def _on_activated(self, row: int) -> None:
        preset = self.list.presets[row]
        if not preset.problem:
            self.hide()
            self.chosen.emit(preset)

    def _on_removed(self, row: int) -> None:
        try:
            self._presets.delete(self.list.presets[row])
        except PadViewerError as error:
            self.problem.emit(problem_words(error))
            return
        self.list.set_presets(self._presets.all())
        self.place()

    def _on_named(self, name: str) -> None:
        if self._choice is None:
            return
        try:
            self._presets.save(name, self._choice)
        except PadViewerError as error:
            self.name.set_error(problem_words(error))
            return
        self.name.set_text("")
        self.list.set_presets(self._presets.all())
        self.place()
