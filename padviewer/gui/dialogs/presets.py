"""The presets: apply one, save the choices of the shown tensor as another, remove one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
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

WIDTH = 480
TOP = 48
MOST_SHOWN = 8
_HINT = 132


class _PresetList(RowList):
    """The presets by name, each with where it is from or what is wrong with it."""

    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("Presets"))
        self.presets: tuple[Preset, ...] = ()
        self.set_most_rows(MOST_SHOWN)

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


class PresetsDialog(Popup):
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
        super().__init__(parent)
        self._window = parent
        self._presets = presets
        self._choice: TensorRecipe | None = None
        self.setAccessibleName(tr("Presets"))
        self.list = _PresetList()
        self.name = Field(tr("Save as"))
        inset = QVBoxLayout()
        inset.setContentsMargins(OVERHANG, 0, OVERHANG, 4)
        inset.addWidget(ElidedLabel(tr("Presets"), "micro", "t3"))
        below = QVBoxLayout()
        below.setContentsMargins(OVERHANG, 8, OVERHANG, 0)
        below.addWidget(self.name)
        words = tr("Return applies a preset, Delete removes one of yours.")
        below.addWidget(ElidedLabel(words, "small", "t3"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(0)
        layout.addLayout(inset)
        layout.addWidget(self.list)
        layout.addLayout(below)
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

    def place(self) -> None:
        room, px = self._window.size(), look.current().px
        layout = self.layout()
        wanted = 0 if layout is None else layout.sizeHint().height()
        self.setGeometry(8, px(TOP), min(px(WIDTH), room.width() - 16), min(wanted, room.height() - px(TOP)))

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
