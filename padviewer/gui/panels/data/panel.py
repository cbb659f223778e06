"""The data panel: the file, its columns with their lengths and roles, and how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from padviewer.core.data.column_facts import ColumnFacts, count_facts
from padviewer.core.data.ragged import Ragged
from padviewer.gui.panels.data.columns import ColumnList, ColumnRow
from padviewer.gui.panels.data.read_as import ReadAs
from padviewer.gui.session.rereading import way_of, ways_of
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style.words import mark, tr, tr_count
from padviewer.gui.widgets.fold import Fold
from padviewer.gui.widgets.labels import ElidedLabel
from padviewer.gui.widgets.lines_list import OVERHANG

if TYPE_CHECKING:
    from padviewer.core.data.dataset import Dataset, Role
    from padviewer.gui.controller import Controller
    from padviewer.gui.session.state import Source

MARGIN = 16
PREVIEW_ROWS = 3
PREVIEW_STEPS = 12
_KINDS = {
    "text": mark("text"),
    "category": mark("category"),
    "boolean": mark("yes or no"),
}


class _FileIcon(QWidget):
    """The icon before the file's name."""

    def sizeHint(self) -> QSize:
        return QSize(drawing.icon_size(), drawing.icon_size())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing.icon(painter, 0, (self.height() - drawing.icon_size()) / 2, "file", "t2")
        painter.end()


class DataPanel(QWidget):
    """What is open: it shows the controller's dataset and hands over roles, columns and ways of reading."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._known: dict[str, ColumnFacts] = {}
        self._first: dict[str, tuple[str, ...]] = {}
        self._known_of: tuple[str, str, int] | None = None
        self._shown: object = None
        self.setAccessibleName(tr("Data"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = ElidedLabel("", "strong", "t1", middle=True)
        self._facts = ElidedLabel("", "small", "t3")
        self._columns = ColumnList()
        self._reading = ReadAs()
        self._preview = tuple(ElidedLabel("", "mono_small", "t2") for _ in range(PREVIEW_ROWS))
        reading = _stacked(self._reading, ElidedLabel(tr("First rows"), "small", "t3"), *self._preview)
        self._fold = Fold(tr("Read as"), reading)
        self._fold.set_open(False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        icon = _FileIcon()
        icon.setFixedSize(drawing.icon_size(), self._name.sizeHint().height())
        file = QHBoxLayout()
        file.setSpacing(8)
        file.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        file.addLayout(words, 1)
        top, bottom = _inset(), _inset()
        top.addWidget(ElidedLabel(tr("Data"), "head", "t1"))
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
        self._columns.way_chosen.connect(
            lambda name, way: self._on_reading_chosen("columns", {name: way or None})
        )
        self._reading.chosen.connect(self._on_reading_chosen)
        controller.session_changed.connect(self._refresh)
        controller.plan_changed.connect(self._refresh)
        controller.work_changed.connect(self._on_work_changed)
        self._refresh()

    def _refresh(self) -> None:
        source, dataset = self._controller.session.source, self._controller.dataset
        is_open = source is not None and dataset is not None
        for widget in (self._columns, self._facts, self._fold):
            widget.setVisible(is_open)
        if source is None or dataset is None:
            self._name.set_text(tr("No file is open"))
            return
        self._name.set_text(source.name)
        self._facts.set_text(self._facts_of())
        self._fold.setVisible(
            self._reading.show_reading(source.format, source.guessed, source.options, ways_of(source))
        )
        self._fold.set_value(self._reading.summary())
        self._count(source, dataset)
        rows = tuple(self._row_of(name, dataset) for name in dataset.columns)
        recipe, tensor = self._controller.session.planned, self._controller.session.tensor
        selected = recipe.column(tensor) if recipe is not None and tensor in recipe.tensors else ""
        if (rows, selected) != self._shown:
            self._shown = (rows, selected)
            self._columns.set_columns(rows, selected)
        first = self._first.get(selected, ())
        for number, label in enumerate(self._preview):
            label.set_text(f"{number}  {first[number]}" if number < len(first) else "")

    def _facts_of(self) -> str:
        source = self._controller.session.source
        if source is None:
            return ""
        counted = tr_count("{count} row", "{count} rows", source.rows)
        if not source.complete:
            counted = tr_count("{count} row so far", "{count} rows so far", source.rows)
        parts = (counted, numbers.size(source.nbytes) if source.nbytes else "", source.format)
        return " · ".join(part for part in parts if part)

    def _count(self, source: Source, dataset: Dataset) -> None:
        """Count the columns in a job, again when more of the file has been read."""
        key = (source.store, source.generation, source.rows)
        if key == self._known_of:
            return
        if self._known_of is None or self._known_of[:2] != key[:2]:
            self._known, self._first = {}, {}
        self._known_of = key

        def count(context: Any) -> tuple[dict[str, ColumnFacts], dict[str, tuple[str, ...]]]:
            first = {name: first_rows(dataset, name) for name in dataset.columns}
            return {name: count_facts(dataset[name], context.should_stop) for name in dataset.columns}, first

        self._controller.jobs.submit("columns", count, self._on_counted)

    def _on_counted(self, found: tuple[dict[str, ColumnFacts], dict[str, tuple[str, ...]]]) -> None:
        self._known, self._first = found
        self._refresh()

    def _row_of(self, name: str, dataset: Dataset) -> ColumnRow:
        session, facts = self._controller.session, self._known.get(name)
        column, role = dataset[name], session.roles.get(name, "ignored")
        tensors = () if session.recipe is None else session.recipe.tensors
        mine = [one for one in tensors if session.recipe is not None and session.recipe.column(one) == name]
        icon = "label" if role in ("label", "weight") else "text" if column.kind == "text" else "number"
        return ColumnRow(
            name, role, self._span(name, facts), icon, type_words(column), ", ".join(mine),
            missing_words(facts), empty_words(facts), () if facts is None else facts.histogram,
            () if session.source is None else ways_of(session.source),
            "" if session.source is None else way_of(session.source, name),
        )  # fmt: skip

    def _span(self, name: str, facts: ColumnFacts | None) -> str:
        """Return the range of a column's lengths; of the shown tensor, as it was encoded."""
        controller = self._controller
        plan, tensor, counts = controller.plan, controller.session.tensor, controller.counting.counts
        shown = plan is not None and tensor in plan.tensor_plans and plan.recipe.column(tensor) == name
        if shown and counts is not None:
            return numbers.span(counts.minimum, counts.maximum)
        return span_words(facts)

    def _on_role_chosen(self, name: str, role: Role) -> None:
        self._controller.set_role(name, role)

    def _on_reading_chosen(self, option: str, value: object) -> None:
        self._controller.read_as(**{option: value})

    def _on_work_changed(self) -> None:
        """Show the options that hold again: a way of reading may have been refused."""
        if "data" not in self._controller.work:
            self._reading.show_told()


def type_words(column: Ragged) -> str:
    """Return a column's type as a person reads it: ``int32``, ``float32 × 12``, ``text``."""
    kind = "text" if column.is_text else column.kind
    words = tr(_KINDS[kind]) if kind in _KINDS else str(column.flat.dtype)
    if column.inner_shape:
        words += "".join(f" × {side}" for side in column.inner_shape)
    if column.ragged_axes > 1:
        return tr("{type}, {axes} ragged axes", type=words, axes=column.ragged_axes)
    return words


def span_words(facts: ColumnFacts | None) -> str:
    """Return the range of lengths, or an en dash while or where nobody knows."""
    if facts is None or facts.longest < 0:
        return numbers.MISSING
    return numbers.span(facts.shortest, facts.longest)


def missing_words(facts: ColumnFacts | None) -> str:
    """Return how many values are missing in words; empty for none."""
    if facts is None or not facts.missing:
        return ""
    return tr_count("{count} missing", "{count} missing", facts.missing)


def empty_words(facts: ColumnFacts | None) -> str:
    """Return how many rows have no step in words; empty for none."""
    if facts is None or not facts.empty:
        return ""
    return tr_count("{count} empty row", "{count} empty rows", facts.empty)


def first_rows(dataset: Dataset, name: str) -> tuple[str, ...]:
    """Return the first rows of a column as one line of text each."""
    rows = dataset[name][:PREVIEW_ROWS].to_lists()
    return tuple(_line(row) for row in rows)


def _line(row: object) -> str:
    if isinstance(row, list):
        said = ", ".join(_line(one) for one in row[:PREVIEW_STEPS])
        return f"[{said}, …]" if len(row) > PREVIEW_STEPS else f"[{said}]"
    if row is None or row != row:
        return numbers.MISSING
    return " ".join(str(row)[:200].split())


def _stacked(*widgets: QWidget) -> QWidget:
    """Put widgets below one another."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 4)
    layout.setSpacing(2)
    for widget in widgets:
        layout.addWidget(widget)
    return made


def _inset() -> QVBoxLayout:
    """Return a layout whose content stands on the grid; the rows of the list begin before it."""
    layout = QVBoxLayout()
    layout.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
    layout.setSpacing(0)
    return layout
