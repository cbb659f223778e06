"""The lengths above the views: the histogram with the draggable maxlen, and what that maxlen does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from padviewer.core.data.lengths import AtMaxlen, LengthCounts, at_maxlen
from padviewer.core.data.ragged import Int64
from padviewer.core.padding.step_words import unit
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import Marked, View
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, told, tr, tr_count
from padviewer.gui.widgets.labels import ElidedLabel
from padviewer.gui.widgets.lines_list import NumberList, NumberRow

if TYPE_CHECKING:
    from padviewer.gui.charts.lengths import LengthsChart

MARGIN = 16
NAMES = (mark("Steps kept"), mark("Rows cut"), mark("Padding"), mark("Memory"))
Span = tuple[int, int]


class LengthsPanel(QWidget):
    """Shows the lengths of the shown tensor; dragging the handle is one step of undo.

    Signals
    -------
    action_asked (str)
        The menu asks for an action of the window, by its id.
    """

    action_asked = Signal(str)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._chart: LengthsChart | None = None
        self._counts: LengthCounts | None = None
        self._about: tuple[object, ...] = ()
        self._marked: Marked | None = None
        self._title = ElidedLabel(tr("Lengths"), "head", "t1")
        self._subtitle = ElidedLabel("", "small", "t3")
        self._room = QWidget()
        QVBoxLayout(self._room).setContentsMargins(0, 0, 0, 0)
        self.numbers = NumberList(tr("What this maxlen does"))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(32)
        below.addWidget(self._room, 1)
        below.addWidget(self.numbers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 12, MARGIN, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(below, 1)
        self.numbers.setFixedWidth(look.current().px(228))
        controller.plan_changed.connect(self._show)
        controller.view_changed.connect(self._on_view_changed)
        self._show()

    @property
    def chart(self) -> LengthsChart:
        """The chart; it is made when it is first wanted, for pyqtgraph takes its time."""
        if self._chart is None:
            from padviewer.gui.charts.lengths import LengthsChart

            self._chart = chart = LengthsChart(self._room)
            chart.maxlen_dragged.connect(self._on_dragged)
            chart.maxlen_chosen.connect(self._on_chosen)
            chart.drag_cancelled.connect(self._controller.cancel_gesture)
            chart.lengths_picked.connect(self._on_picked)
            chart.menu_asked.connect(self._on_menu_asked)
            room = self._room.layout()
            assert room is not None  # noqa: S101 - it was given one
            room.addWidget(chart)
            self._give_place(chart)
        return self._chart

    def _give_place(self, chart: QWidget) -> None:
        """Have Tab come to the chart where the panel stands; what is made last would come last."""
        before: QWidget = self
        while (before := before.previousInFocusChain() or self) is not self:
            if before.focusPolicy() != Qt.FocusPolicy.NoFocus:
                break
        policy = chart.focusPolicy()
        chart.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt leaves what takes no focus where it is
        QWidget.setTabOrder(before, chart)
        chart.setFocusPolicy(policy)

    def _on_dragged(self, maxlen: int) -> None:
        self._controller.begin_gesture()
        self._set(maxlen)

    def _on_chosen(self, maxlen: int) -> None:
        self._controller.begin_gesture()
        self._set(maxlen)
        self._controller.end_gesture(tr("Maxlen {maxlen}", maxlen=maxlen))

    def _set(self, maxlen: int) -> None:
        recipe = self._controller.session.planned
        if recipe is None:
            return
        old = recipe[self._controller.session.tensor].maxlen
        wanted = (maxlen, *old[1:]) if isinstance(old, tuple) else maxlen
        self._controller.set_choice(tr("Maxlen {maxlen}", maxlen=maxlen), maxlen=wanted)

    # -- rows of some lengths ------------------------------------------------------------------
    def _on_picked(self, picked: Span | None, only_marks: bool) -> None:
        """Show the rows of some lengths alone, or mark them only; they are looked for in a job."""
        controller, lengths = self._controller, self._controller.counting.lengths
        if lengths is None:
            return
        if picked is None:
            self._marked = None
            keep = replace(controller.view.keep, shortest=None, longest=None)
            controller.look(keep=keep, marked=None)
            return
        first, last = picked
        span = numbers.span(first, last)

        def take(rows: Int64) -> None:
            controller.mark(
                rows,
                tr("rows with {span} step", span=span)
                if last == 1
                else tr("rows with {span} steps", span=span),
            )
            self._marked = controller.view.marked
            if not only_marks:
                controller.look(keep=replace(controller.view.keep, shortest=first, longest=last))

        controller.jobs.call(
            "rows of lengths", lambda: np.flatnonzero((lengths >= first) & (lengths <= last)), take
        )

    def _on_view_changed(self, _old: View, new: View) -> None:
        if self._marked is not None and new.marked is not self._marked:
            self._marked = None
            self.chart.set_picked(None)

    def _on_menu_asked(self, at: QPoint, lengths: Span | None) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr("What can be done here"))
        for words, act in self._acts(lengths):
            menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
        log = menu.addAction(tr("Logarithmic axis"))
        log.setCheckable(True)
        log.setChecked(self.chart.axis.logarithmic)
        log.triggered.connect(self.chart.set_logarithmic)
        menu.addAction(tr("What is this?")).triggered.connect(self._explain)
        menu.popup(at)

    def _explain(self) -> None:
        self.chart.setFocus()
        self.action_asked.emit("help_here")

    def _acts(self, lengths: Span | None) -> list[tuple[str, Callable[[], Any]]]:
        """Return what the chart's menu offers, and what it does."""
        chart, counts = self.chart, self._counts
        found: list[tuple[str, Callable[[], Any]]] = [(tr("Fit"), chart.fit)]
        if counts is None:
            return found
        named = [(f"p{percent}", counts.percentile(percent)) for percent in (95, 99)]
        for name, length in (*named, (tr("max"), counts.maximum)):
            words = tr("Maxlen {maxlen}", maxlen=f"{name} ({numbers.count(max(1, length))})")
            found.append((words, partial(self._on_chosen, max(1, length))))
        if lengths is not None:
            found.append((tr("Filter to these rows"), partial(self._pick, lengths, only_marks=False)))
            found.append((tr("Mark these rows"), partial(self._pick, lengths, only_marks=True)))
        clipboard = QApplication.clipboard()
        found.append((tr("Copy the view"), lambda: clipboard.setText(chart.bars_in_view().table())))
        found.append((tr("Copy as numpy code"), lambda: clipboard.setText(chart.bars_in_view().code())))
        found.append((tr("Copy as a picture"), lambda: clipboard.setPixmap(chart.grab())))
        return found

    def _pick(self, lengths: Span, *, only_marks: bool) -> None:
        self.chart.set_picked(lengths)
        self._on_picked(lengths, only_marks)

    # -- what is shown -------------------------------------------------------------------------
    def _show(self) -> None:
        controller = self._controller
        plan, counts = controller.plan, controller.counting.counts
        if plan is None or counts is None:
            self._counts = None
            if self._chart is not None:
                self._chart.set_lengths(None)
            self.numbers.set_rows(empty_rows(counting=plan is not None))
            self._subtitle.set_text("")
            return
        own, source = controller.shown, controller.session.source
        name = own.choice.column or own.name
        said = tr("{steps} per {column}", steps=told(unit(own)), column=name)
        if controller.is_provisional:
            said = tr_count("{what}, {count} row so far", "{what}, {count} rows so far", counts.n, what=said)
        self._subtitle.set_text(said)
        about = ("" if source is None else source.path, name)
        if about != self._about:
            self._about = about
            self.chart.set_logarithmic(None)
            self.chart.fit()
        if counts is not self._counts:
            self._counts = counts
            self.chart.set_lengths(counts)
        width = own.axes[0].width
        self.chart.set_maxlen(width)
        step_bytes = own.dtype.itemsize * int(np.prod(own.inner_shape, dtype=object))
        self.numbers.set_rows(number_rows(counts, at_maxlen(counts, width, step_bytes)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("canvas"))
        drawing.hairline(painter, 0, self.height() - 1, self.width(), "line")
        painter.end()


def empty_rows(*, counting: bool) -> tuple[NumberRow, ...]:
    """Return the four names without numbers: counting, or nothing to count."""
    value = "" if counting else numbers.MISSING
    return tuple(NumberRow(tr(name), value) for name in NAMES)


def number_rows(counts: LengthCounts, at: AtMaxlen) -> tuple[NumberRow, ...]:
    """Return the four numbers of one maxlen."""
    cut = numbers.count(at.rows_cut)
    if at.rows_cut:
        cut = f"{cut} · {numbers.percent(at.rows_cut, counts.n)}"
    cells = counts.n * at.maxlen
    return (
        NumberRow(tr("Steps kept"), numbers.percent(at.steps_kept, counts.total)),
        NumberRow(tr("Rows cut"), cut, "cut" if at.rows_cut else "t1"),
        NumberRow(tr("Padding"), numbers.percent(cells - at.steps_kept, cells)),
        NumberRow(tr("Memory"), numbers.size(at.nbytes)),
    )
