"""The views of the shown tensor: tabs, what sorts and colours them, and the selected row in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from padviewer.core.arrange import ORDERS
from padviewer.core.encode import Vocabulary
from padviewer.core.plan import Located
from padviewer.core.tensor_plan import TensorPlan
from padviewer.gui import drawing
from padviewer.gui import theme as look
from padviewer.gui.choice import Choice
from padviewer.gui.controller import Controller
from padviewer.gui.field import Field
from padviewer.gui.heat_source import inner_index, read_out, row_text, source_of
from padviewer.gui.heatmap_header import HeatmapLegend
from padviewer.gui.heatmap_view import HeatmapView
from padviewer.gui.row_strip import RowStrip, RowText
from padviewer.gui.session import View

MARGIN = 16
ORDER_WORDS = (
    ("file", "File order"),
    ("length", "Shortest first"),
    ("-length", "Longest first"),
    ("label", "By label"),
    ("-cut", "Most cut first"),
)
RAMPS = ("tide", "viridis", "cividis")
COLOURS = (("rank", "Colour: id rank"), ("value", "Colour: value"))
TABS = ("Heatmap", "Mask")
MOST_FEATURES = 256
FEW_IDS = 1000
MOST_DIGITS = 19


class Views(QWidget):
    """Heatmap and mask of the shown tensor, sharing order and selection.

    Signals
    -------
    read_out_changed (str)
        What is under the mouse or selected, in words; empty for nothing.
    """

    read_out_changed = Signal(str)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._hovered = (-1, -1)
        self.read_out = ""
        self._coloured: tuple[object, ...] = ()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Views")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for name in TABS:
            self.tabs.addTab(name)
        self.order = Choice("Order of the rows", ORDER_WORDS)
        self.colour = Choice("Colour", _colours(with_ranks=True))
        self.feature = Choice("Feature")
        self.go_to = Field("Row", number=True)
        self.go_to.hide()
        self.views = (HeatmapView(self._submit("heatmap")), HeatmapView(self._submit("mask"), "mask"))
        self.legends = (HeatmapLegend(), HeatmapLegend("mask"))
        self.strip = RowStrip()
        self._stack = QStackedWidget()
        for view, legend in zip(self.views, self.legends, strict=True):
            self._stack.addWidget(view)
            legend.setVisible(legend is self.legends[0])
            view.cell_hovered.connect(self._on_hovered)
            view.cell_selected.connect(controller.select)
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tab)
        self.order.currentIndexChanged.connect(self._on_order)
        self.colour.currentIndexChanged.connect(self._on_colour)
        self.feature.currentIndexChanged.connect(self._on_feature)
        self.go_to.entered.connect(self._on_row_entered)
        self.go_to.abandoned.connect(self._leave_go_to)
        self.strip.step_pressed.connect(self._on_step_pressed)
        controller.plan_changed.connect(self._show)
        controller.scale_changed.connect(self._show)
        controller.order_changed.connect(self._show)
        controller.view_changed.connect(self._on_view_changed)
        self._dress()
        self._show()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 8, MARGIN, 8)
        bar.setSpacing(8)
        for choice in (self.order, self.colour, self.feature):
            bar.addWidget(choice)
        bar.addWidget(self.go_to)
        bar.addStretch(1)
        for legend in self.legends:
            bar.addWidget(legend)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(MARGIN - 8, 0, MARGIN, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tabs)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.strip)

    def _dress(self) -> None:
        self.tabs.setFont(look.current().font("strong"))

    def _submit(self, channel: str) -> Callable[[Callable[[], Any], Callable[[Any], None]], None]:
        return lambda work, done: self._controller.submit(f"cells of the {channel}", work, done)

    # -- what is shown -------------------------------------------------------------------------
    @property
    def current(self) -> HeatmapView:
        """The view of the tab in front."""
        return self.views[self.tabs.currentIndex()]

    def ask_for_row(self) -> None:
        """Show the field that takes the number of a row to go to."""
        self.go_to.set_text("")
        self.go_to.show()
        self.go_to.setFocus()

    def go_to_next_cut(self) -> None:
        """Go to the next row that is cut."""
        self.current.go_to_cut_row()

    def go_to_previous_cut(self) -> None:
        """Go to the row before that is cut."""
        self.current.go_to_cut_row(backward=True)

    def fit(self) -> None:
        """Show all steps of the rows."""
        self.current.fit()

    def one_pixel(self) -> None:
        """Show every cell as one pixel."""
        self.current.one_pixel()

    def _on_row_entered(self, words: str) -> None:
        n = self._controller.shown.n if self._controller.plan is not None else 0
        is_number = words.isascii() and words.isdecimal() and len(words) <= MOST_DIGITS
        row = int(words) if is_number else n
        if row >= n:
            self.go_to.set_error(f"Rows go from 0 to {n - 1}." if n else "There is no row to go to.")
            return
        self._leave_go_to()
        self._controller.select(row, max(self._controller.view.col, 0))
        self.current.go_to_row(row)

    def _leave_go_to(self) -> None:
        self.go_to.set_text("")  # what loses the focus with other words in it means them
        self.go_to.hide()
        self.current.setFocus()

    def _show(self) -> None:
        controller = self._controller
        plan, counts, lengths, scale = (
            controller.plan,
            controller.counts,
            controller.lengths,
            controller.scale,
        )
        if plan is None:
            for view, legend in zip(self.views, self.legends, strict=True):
                view.set_source(None)
                legend.set_source(None)
            self.strip.set_row(None)
            return
        if counts is None or lengths is None or scale is None:
            return
        own = controller.shown
        self._offer(scale.ranks is not None, bool(plan.prepared.with_role_of("label")))
        source = source_of(
            plan, own, counts, lengths, scale, controller.order, controller.view.at,
            by_rank=scale.ranks is not None and self.colour.key().startswith("rank"),
        )  # fmt: skip
        for view, legend in zip(self.views, self.legends, strict=True):
            view.set_source(source)
            legend.set_source(source)
        self._tell_row()

    def _offer(self, has_ranks: bool, has_label: bool) -> None:
        wanted_colours = _colours(with_ranks=has_ranks)
        if self.colour.count() != len(wanted_colours):
            _refill(self.colour, wanted_colours)
        own = self._controller.shown
        if self._coloured != (own.name, own.choice.column, has_ranks):
            self._coloured = (own.name, own.choice.column, has_ranks)
            best = "rank tide" if has_ranks and self._are_ids(own) else "value tide"
            self.colour.set_key(best)
            self._apply_ramp()
        model: Any = self.order.model()
        model.item(self.order.findData("label")).setEnabled(has_label)
        shape = own.inner_shape
        features = 1
        for side in shape:
            features *= side
        wanted = min(features, MOST_FEATURES) if shape else 0
        self.feature.setVisible(wanted > 0)
        if self.feature.count() != wanted:
            _refill(self.feature, [(str(k), f"Feature {k} of {features}") for k in range(wanted)])

    def _are_ids(self, own: TensorPlan) -> bool:
        """Tell whether numbers stand for words: encoded here, or too many different ones to be amounts."""
        scale = self._controller.scale
        encoded = any(isinstance(one, Vocabulary) for one in own.choice.transforms)
        return encoded or (scale is not None and scale.counts is not None and len(scale.counts) > FEW_IDS)

    def _on_tab(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        for k, legend in enumerate(self.legends):
            legend.setVisible(k == index)

    def _on_order(self) -> None:
        key = self.order.key()
        if key in ORDERS:
            self._controller.look(order=key)

    def _on_colour(self) -> None:
        self._apply_ramp()
        self._show()

    def _apply_ramp(self) -> None:
        name = self.colour.key().partition(" ")[2] or RAMPS[0]
        for view, legend in zip(self.views, self.legends, strict=True):
            view.set_ramp(name)
            legend.set_ramp(name)

    def _on_feature(self, index: int) -> None:
        shape = self._controller.shown.inner_shape if self._controller.plan is not None else ()
        at: list[int] = []
        for side in reversed(shape):
            index, rest = divmod(index, side)
            at.insert(0, rest)
        self._controller.look(at=tuple(at))

    # -- what is pointed at --------------------------------------------------------------------
    def _on_view_changed(self, old: View, new: View) -> None:
        if old.at != new.at:
            self._show()
        if new.order != self.order.key():
            self.order.set_key(new.order)
        if (old.row, old.col) != (new.row, new.col):
            for view in self.views:
                if view.selected() != (new.row, new.col):
                    view.select(new.row, new.col)
            self._tell_row()

    def _on_hovered(self, row: int, col: int) -> None:
        self._hovered = (row, col)
        self._tell_cell()

    def _on_step_pressed(self, step: int) -> None:
        self._controller.select(self._controller.view.row, step)

    def _tell_row(self) -> None:
        """Show the selected row in words."""
        controller = self._controller
        plan, view = controller.plan, controller.view
        if plan is None or not 0 <= view.row < controller.shown.n:
            self.strip.set_row(None if plan is None else RowText("Row", "Select a cell to read its row."))
        else:
            own, at = controller.shown, view.at
            col = min(view.col, own.axes[0].width - 1)
            self._later("row", lambda: row_text(plan, own, view.row, col, at), self._on_row_text)
        self._tell_cell()

    def _on_row_text(self, text: RowText) -> None:
        self.strip.set_row(text)
        self.current.setAccessibleDescription(self.strip.sentence())

    def _tell_cell(self) -> None:
        """Say what is under the mouse, or else what is selected."""
        controller = self._controller
        plan = controller.plan
        row, col = self._hovered if self._hovered != (-1, -1) else (controller.view.row, controller.view.col)
        own = None if plan is None else controller.shown
        if plan is None or own is None or not (0 <= row < own.n and 0 <= col < own.axes[0].width):
            self._on_read_out("")
            return
        at = inner_index(own, controller.view.at)
        counts = None if controller.scale is None else controller.scale.counts

        def look_up() -> str:
            found: Located = plan.locate(own.name, row, col, at=at)
            return read_out(plan, found, own.name, col, counts)

        self._later("cell", look_up, self._on_read_out)

    def _later(self, channel: str, function: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run at once what answers from memory, else in a job."""
        source = self._controller.shown.column.flat.nbytes
        if source <= 64 << 20:
            done(function())
        else:
            self._controller.submit(channel, function, done)

    def _on_read_out(self, words: str) -> None:
        self.read_out = words
        self.strip.set_read_out(words)
        self.current.setAccessibleDescription(self.strip.sentence())
        self.read_out_changed.emit(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("canvas"))
        bottom = self.tabs.geometry().bottom() + 1
        drawing.hairline(painter, 0, bottom, self.width(), "line")
        painter.end()


def _colours(*, with_ranks: bool) -> list[tuple[str, str]]:
    """Return what values can be coloured by, with each ramp; ranks are for ids alone."""
    kinds = COLOURS if with_ranks else COLOURS[1:]
    return [
        (f"{key} {ramp}", words if ramp == RAMPS[0] else f"{words}, {ramp}")
        for key, words in kinds
        for ramp in RAMPS
    ]


def _refill(choice: Choice, items: Sequence[tuple[str, str]]) -> None:
    """Offer other items without a signal; the same key stays chosen where it is still there."""
    key = choice.key()
    blocked = choice.blockSignals(True)
    choice.clear()
    for one, words in items:
        choice.addItem(words, one)
    choice.set_key(key)
    choice.blockSignals(blocked)
