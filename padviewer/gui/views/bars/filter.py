"""The bar that says which rows the views show: by length, by label, and which of a few kinds."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from padviewer.core.data.ragged import Ragged
from padviewer.core.rows.arrange import RowFilter, label_counts
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.drawing import MARGIN
from padviewer.gui.style.words import mark, tr, tr_count
from padviewer.gui.widgets.buttons import Button, IconButton
from padviewer.gui.widgets.choice import Choice
from padviewer.gui.widgets.field import Field
from padviewer.gui.widgets.labels import ElidedLabel

ANY = "any"
MOST_LABELS = 200
MOST_DIGITS = 15
KINDS = (
    ("all", mark("All rows")),
    ("cut", mark("Only cut rows")),
    ("findings", mark("Only rows with findings")),
    ("marked", mark("Only marked rows")),
)


class FilterBar(QWidget):
    """Lengths, label and kind of the rows that are shown, how many these are, and what is marked.

    Signals
    -------
    closed ()
        The person is done with it; what it says still holds.
    """

    closed = Signal()

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._labels: Ragged | None = None
        self.setAccessibleName(tr("Filter"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.shortest = Field(tr("Steps from"), unit=tr("steps"), number=True)
        self.longest = Field(tr("to"), unit=tr("steps"), number=True)
        for field in (self.shortest, self.longest):
            field.set_label_width(field.label_width())
            field.setFixedWidth(field.label_width() + 8 + look.current().px(64))
        self.kind = Choice(tr("Which rows"), tuple((key, tr(words)) for key, words in KINDS))
        self.label = Choice(tr("Label"), ((ANY, tr("Any label")),))
        self.count = ElidedLabel("", "small", "t2")
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clear = Button(tr("Clear"), "link")
        self.close_button = IconButton("close", tr("Close the filter"))
        self._lay_out()
        self.shortest.entered.connect(self._on_shortest)
        self.longest.entered.connect(self._on_longest)
        self.kind.activated.connect(self._on_kind)
        self.label.activated.connect(self._on_label)
        self.clear.clicked.connect(self._on_clear)
        self.close_button.clicked.connect(self.closed)
        controller.view_changed.connect(self._on_view_changed)
        controller.counting.order_changed.connect(self._show)
        controller.plan_changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN - 8, 4)
        layout.setSpacing(8)
        for widget in (self.shortest, self.longest, self.label, self.kind):
            layout.addWidget(widget)
        layout.addWidget(self.count, 1)
        layout.addWidget(self.clear)
        layout.addWidget(self.close_button)

    # -- what is shown -------------------------------------------------------------------------
    def _on_view_changed(self, old: View, new: View) -> None:
        if (old.keep, old.marked) != (new.keep, new.marked):
            self._show()

    def _show(self) -> None:
        controller = self._controller
        keep, plan = controller.view.keep, controller.plan
        for field, steps in ((self.shortest, keep.shortest), (self.longest, keep.longest)):
            field.set_text("" if steps is None else str(steps))
        kinds = (("cut", keep.only_cut), ("findings", keep.only_findings), ("marked", keep.only_marked))
        self.kind.set_key(next((key for key, chosen in kinds if chosen), "all"))
        self._offer_labels()
        self.label.set_key(ANY if keep.label is None else f"={keep.label}")
        self.count.set_text("" if plan is None else self._count_words())
        self.clear.setVisible(not keep.is_empty or controller.view.marked is not None)

    def _count_words(self) -> str:
        controller = self._controller
        total, order, marked = controller.shown.n, controller.counting.order, controller.view.marked
        shown = total if order is None else len(order)
        said = tr_count("{count} row", "{count} rows", total)
        if shown != total:
            said = tr_count(
                "{shown} of {count} row", "{shown} of {count} rows", total, shown=numbers.count(shown)
            )
        if marked is not None:
            found = tr("{count} marked: {which}", count=numbers.count(len(marked.rows)), which=marked.words)
            said = f"{said} · {found}"
        return said

    def _offer_labels(self) -> None:
        """Offer the labels of the rows; they are counted in a job."""
        labels = self._controller.counting.label
        self.label.setVisible(labels is not None)
        if labels is self._labels:
            return
        self._labels = labels
        if labels is not None:
            own = self._controller.shown
            rows = labels[own.start : own.stop]
            self._controller.jobs.call("labels", lambda: label_counts(rows, MOST_LABELS), self._on_labels)

    def _on_labels(self, counts: tuple[tuple[str, int], ...]) -> None:
        blocked = self.label.blockSignals(True)
        self.label.clear()
        self.label.addItem(tr("Any label"), ANY)
        for text, rows in counts:
            words = text or tr("no label")
            self.label.addItem(f"{words} ({numbers.count(rows)})", f"={text}")
        self.label.blockSignals(blocked)
        keep = self._controller.view.keep
        self.label.set_key(ANY if keep.label is None else f"={keep.label}")

    # -- what is chosen ------------------------------------------------------------------------
    def _keep(self, keep: RowFilter) -> None:
        self._controller.look(keep=keep)

    def _on_shortest(self, words: str) -> None:
        self._set_steps(self.shortest, words, "shortest")

    def _on_longest(self, words: str) -> None:
        self._set_steps(self.longest, words, "longest")

    def _set_steps(self, field: Field, words: str, name: str) -> None:
        keep = self._controller.view.keep
        if words and not (words.isascii() and words.isdecimal() and len(words) <= MOST_DIGITS):
            field.set_error(tr("A whole number of steps, or nothing."))
            return
        steps = int(words) if words else None
        self._keep(replace(keep, shortest=steps) if name == "shortest" else replace(keep, longest=steps))

    def _on_kind(self) -> None:
        key = self.kind.key()
        keep = self._controller.view.keep
        self._keep(
            replace(
                keep,
                only_cut=key == "cut",
                only_findings=key == "findings",
                only_marked=key == "marked",
            )
        )

    def _on_label(self) -> None:
        key = self.label.key()
        self._keep(replace(self._controller.view.keep, label=None if key == ANY else key[1:]))

    def _on_clear(self) -> None:
        self._controller.look(keep=RowFilter(), marked=None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("canvas"))
        drawing.hairline(painter, 0, self.height() - 1, self.width(), "line")
        painter.end()
