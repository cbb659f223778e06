"""The data panel: the file, its columns with their lengths and roles, and how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from padviewer.core.ragged import Ragged
from padviewer.gui import drawing, numbers
from padviewer.gui.column_list import ColumnList, ColumnRow
from padviewer.gui.elided import ElidedLabel
from padviewer.gui.fold import Fold
from padviewer.gui.read_as import ReadAs
from padviewer.gui.row_list import OVERHANG

if TYPE_CHECKING:
    from padviewer.core.dataset import Role
    from padviewer.gui.controller import Controller

MARGIN = 16
CHEAP_ROWS = 200_000


class _FileIcon(QWidget):
    """The icon before the file's name."""

    def sizeHint(self) -> QSize:
        return QSize(16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing.icon(painter, 0, (self.height() - 16) / 2, "file", "t2")
        painter.end()


class DataPanel(QWidget):
    """What is open: it shows the controller's dataset and hands over roles, columns and ways of reading."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._spans: dict[str, str] = {}
        self._spans_of: object = None
        self._shown: object = None
        self.setAccessibleName("Data")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = ElidedLabel("", "strong", "t1", middle=True)
        self._facts = ElidedLabel("", "small", "t3")
        self._columns = ColumnList()
        self._reading = ReadAs()
        self._fold = Fold("Read as", self._reading)
        self._fold.set_open(False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        icon = _FileIcon()
        icon.setFixedSize(16, self._name.sizeHint().height())
        file = QHBoxLayout()
        file.setSpacing(8)
        file.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        file.addLayout(words, 1)
        top, bottom = _inset(), _inset()
        top.addWidget(ElidedLabel("Data", "head", "t1"))
        top.addSpacing(8)
        top.addLayout(file)
        bottom.addWidget(self._fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN - OVERHANG, 12, MARGIN - OVERHANG, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._columns)
        layout.addLayout(bottom)
        self._columns.column_chosen.connect(controller.show_column)
        self._columns.role_chosen.connect(self._on_role_chosen)
        self._reading.chosen.connect(self._on_reading_chosen)
        controller.session_changed.connect(lambda _old, _new: self._refresh())
        controller.plan_changed.connect(self._refresh)
        controller.work_changed.connect(self._on_work_changed)
        self._refresh()

    def _refresh(self) -> None:
        source, dataset = self._controller.session.source, self._controller.dataset
        is_open = source is not None and dataset is not None
        for widget in (self._columns, self._facts, self._fold):
            widget.setVisible(is_open)
        if source is None or dataset is None:
            self._name.set_text("No file is open")
            return
        self._name.set_text(source.name)
        self._facts.set_text(self._facts_of())
        self._fold.setVisible(self._reading.show_reading(source.format, source.guessed, source.options))
        self._fold.set_value(self._reading.summary())
        rows = tuple(self._row_of(name) for name in dataset.columns)
        recipe, tensor = self._controller.session.recipe, self._controller.session.tensor
        selected = recipe.column(tensor) if recipe is not None and tensor in recipe.tensors else ""
        if (rows, selected) != self._shown:
            self._shown = (rows, selected)
            self._columns.set_columns(rows, selected)

    def _facts_of(self) -> str:
        source = self._controller.session.source
        if source is None:
            return ""
        counted = f"{numbers.count(source.rows)} {'row' if source.rows == 1 else 'rows'}"
        if not source.complete:
            counted += " so far"
        parts = (counted, numbers.size(source.nbytes) if source.nbytes else "", source.format)
        return " · ".join(part for part in parts if part)

    def _row_of(self, name: str) -> ColumnRow:
        session, dataset = self._controller.session, self._controller.dataset
        if dataset is None:
            raise KeyError(name)
        column, role = dataset[name], session.roles.get(name, "ignored")
        tensors = () if session.recipe is None else session.recipe.tensors
        mine = [one for one in tensors if session.recipe is not None and session.recipe.column(one) == name]
        icon = "label" if role in ("label", "weight") else "text" if column.kind == "text" else "number"
        kind = "text" if column.is_text else column.kind if column.kind == "category" else column.dtype
        return ColumnRow(name, role, self._span(name, column), icon, kind, ", ".join(mine))

    def _span(self, name: str, column: Ragged) -> str:
        """Return the range of a column's lengths; an en dash where counting it would take time."""
        controller = self._controller
        plan, tensor, counts = controller.plan, controller.session.tensor, controller.counts
        shown = plan is not None and tensor in plan.tensor_plans and plan.recipe.column(tensor) == name
        if shown and counts is not None:
            return numbers.span(counts.minimum, counts.maximum)
        source = controller.session.source
        key = None if source is None else (source.path, source.generation, source.rows)
        if key != self._spans_of:
            self._spans, self._spans_of = {}, key
        if name not in self._spans:
            self._spans[name] = _cheap_span(column)
        return self._spans[name]

    def _on_role_chosen(self, name: str, role: Role) -> None:
        self._controller.set_role(name, role)

    def _on_reading_chosen(self, option: str, value: object) -> None:
        self._controller.read_as(**{option: value})

    def _on_work_changed(self) -> None:
        """Show the options that hold again: a way of reading may have been refused."""
        if "data" not in self._controller.work:
            self._reading.show_told()


def _cheap_span(column: Ragged) -> str:
    if column.is_text:
        return numbers.MISSING
    if not column.ragged_axes:
        steps = column.inner_shape[0] if column.inner_shape else 1
        return numbers.count(steps)
    if not len(column) or len(column) > CHEAP_ROWS:
        return numbers.MISSING
    lengths = column.sizes
    return numbers.span(int(lengths.min()), int(lengths.max()))


def _inset() -> QVBoxLayout:
    """Return a layout whose content stands on the grid; the rows of the list begin before it."""
    layout = QVBoxLayout()
    layout.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
    layout.setSpacing(0)
    return layout
