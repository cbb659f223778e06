"""The lengths above the views: the histogram with the draggable maxlen, and what that maxlen does."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from padviewer.core.data.lengths import AtMaxlen, LengthCounts, at_maxlen
from padviewer.core.data.ragged import Int64
from padviewer.core.padding.step_words import unit
from padviewer.gui.controller import Controller
from padviewer.gui.panels.lengths.chart import LengthBin, LengthsChart, LengthsShown
from padviewer.gui.panels.lengths.scale import needs_logarithm
from padviewer.gui.session.state import Marked, View
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, told, tr, tr_count
from padviewer.gui.widgets.labels import ElidedLabel
from padviewer.gui.widgets.lines_list import NumberList, NumberRow

MARGIN = 16
BINS = 120
CURVE = 160
NAMES = (mark("Steps kept"), mark("Rows cut"), mark("Padding"), mark("Memory"))


class LengthsPanel(QWidget):
    """Shows the lengths of the shown tensor; dragging the handle is one step of undo."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._counts: LengthCounts | None = None
        self._marked: Marked | None = None
        self._title = ElidedLabel(tr("Lengths"), "head", "t1")
        self._subtitle = ElidedLabel("", "small", "t3")
        self.chart = LengthsChart()
        self.numbers = NumberList(tr("What this maxlen does"))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(32)
        below.addWidget(self.chart, 1)
        below.addWidget(self.numbers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 12, MARGIN, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(below, 1)
        self.numbers.setFixedWidth(look.current().px(228))
        self.chart.maxlen_dragged.connect(self._on_dragged)
        self.chart.maxlen_chosen.connect(self._on_chosen)
        self.chart.drag_cancelled.connect(controller.cancel_gesture)
        self.chart.lengths_picked.connect(self._on_picked)
        controller.plan_changed.connect(self._show)
        controller.view_changed.connect(self._on_view_changed)
        self._show()

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

    def _on_picked(self, first: int, last: int) -> None:
        """Mark the rows of some lengths; they are looked for in a job."""
        controller = self._controller
        lengths = controller.counting.lengths
        if lengths is None:
            return
        span = numbers.span(first, last)

        def take(rows: Int64) -> None:
            controller.mark(
                rows,
                tr("rows with {span} step", span=span)
                if last == 1
                else tr("rows with {span} steps", span=span),
            )
            self._marked = controller.view.marked

        controller.jobs.call(
            "rows of lengths", lambda: np.flatnonzero((lengths >= first) & (lengths <= last)), take
        )

    def _on_view_changed(self, _old: View, new: View) -> None:
        if self._marked is not None and new.marked is not self._marked:
            self._marked = None
            self.chart.set_picked(None)

    def _show(self) -> None:
        controller = self._controller
        plan, counts = controller.plan, controller.counting.counts
        if plan is None or counts is None:
            self._counts = None
            self.chart.set_lengths(None)
            self.numbers.set_rows(empty_rows(counting=plan is not None))
            self._subtitle.set_text("")
            return
        own = controller.shown
        name = own.choice.column or own.name
        said = tr("{steps} per {column}", steps=told(unit(own)), column=name)
        if controller.is_provisional:
            said = tr_count("{what}, {count} row so far", "{what}, {count} rows so far", counts.n, what=said)
        self._subtitle.set_text(said)
        if counts is not self._counts:
            self._counts = counts
            self.chart.set_lengths(shown(counts))
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


def shown(counts: LengthCounts) -> LengthsShown | None:
    """Return what the chart shows; None where all rows are empty."""
    if not counts.maximum:
        return None
    p99 = counts.percentile(99)
    if needs_logarithm(counts.maximum, p99):
        edges, rows = counts.log_histogram(BINS)
    else:
        edges, rows = counts.histogram(BINS)
    bins = [
        LengthBin(int(first), int(last) - 1, int(n))
        for first, last, n in zip(edges[:-1], edges[1:], rows, strict=True)
        if n
    ]
    if bins and bins[0].first == 0:  # empty rows stand in a bar of their own
        first = bins.pop(0)
        rest = first.rows - counts.empty
        parts = (LengthBin(0, 0, counts.empty), LengthBin(1, first.last, rest))
        bins[:0] = [one for one in parts if one.rows]
    points = np.unique(
        np.concatenate(
            [
                np.linspace(0, counts.maximum, CURVE),
                np.geomspace(1, counts.maximum, CURVE),
            ]
        ).astype(np.int64)
    )
    total = max(counts.total, 1)
    kept = tuple((int(at), counts.steps_kept(int(at)) / total) for at in points)
    return LengthsShown(tuple(bins), counts.maximum, p99, kept)
