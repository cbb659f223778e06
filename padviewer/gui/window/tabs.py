"""The views of the shown tensor as tabs that share order, filter, selection and marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from padviewer.core.picture.levels import Levels
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, tr
from padviewer.gui.views.bars.filter import FilterBar
from padviewer.gui.views.bars.find import FindBar
from padviewer.gui.views.bars.tools import ViewTools
from padviewer.gui.views.cells import CellViews
from padviewer.gui.views.common.source import source_of
from padviewer.gui.views.common.strip import RowStrip
from padviewer.gui.views.common.words import RowWords
from padviewer.gui.views.heatmap.colour_bar import ColourBar
from padviewer.gui.views.heatmap.legend import HeatmapLegend
from padviewer.gui.views.heatmap.view import HeatmapView
from padviewer.gui.widgets.field import Field

MARGIN = 16
TABS = (
    mark("Heatmap"),
    mark("Mask"),
    mark("Table"),
    mark("Row"),
    mark("Series"),
    mark("Images"),
)
HEATMAP, MASK, TABLE, ROW, SERIES, IMAGES = range(len(TABS))
MOST_DIGITS = 19
MOST_COPIED = 1_000_000


class Views(QWidget):
    """Heatmap, mask, table, row, series and images of the shown tensor, with the selected row in words below.

    The last four are made when they are asked for.

    Signals
    -------
    read_out_changed (str)
        What is under the mouse or selected, in words; empty for nothing.
    tab_changed (int)
        Another view is in front, and is there.
    action_asked (str)
        One of the window's actions, by its name, from the menu of a view.
    """

    read_out_changed = Signal(str)
    tab_changed = Signal(int)
    action_asked = Signal(str)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("Views"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for name in TABS:
            self.tabs.addTab(tr(name))
        self.tools = ViewTools(controller)
        self.filter_bar = FilterBar(controller)
        self.find_bar = FindBar(controller)
        self.go_to = Field(tr("Row"), number=True)
        self._cell_views = CellViews(controller, self.shown_cells, self)
        self.heatmap, self.mask_view, self.beside = self.cells = self._cell_views.all
        self.colour_bar = ColourBar()
        self.legends = (HeatmapLegend(with_ramp=False), HeatmapLegend("mask"))
        self.strip = RowStrip()
        self.words = RowWords(controller, self.strip)
        self._made: dict[int, Any] = {}
        self._stack = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.heatmap)
        self._split.addWidget(self.beside)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.mask_view)
        self._places = {index: QWidget() for index in (TABLE, ROW, SERIES, IMAGES)}
        for place in self._places.values():
            self._stack.addWidget(place)
        for widget in (self.beside, self.go_to, self.filter_bar, self.find_bar, self.legends[1]):
            widget.hide()
        self._lay_out()
        self._connect()
        self._dress()
        self._show()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 8, MARGIN, 8)
        bar.setSpacing(8)
        bar.addWidget(self.tools)
        bar.addWidget(self.go_to)
        bar.addStretch(1)
        for legend in self.legends:
            bar.addWidget(legend)
        bar.addWidget(self.colour_bar)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(MARGIN - 8, 0, MARGIN, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tabs)
        layout.addLayout(bar)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.find_bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.strip)

    def _connect(self) -> None:
        controller = self._controller
        for view in self.cells:
            view.cell_hovered.connect(self.words.hover)
            self.tools.numbers_toggled.connect(view.set_numbers)
        self._cell_views.action_asked.connect(self.action_asked)
        self._cell_views.filtered.connect(self.filter_bar.show)
        self.heatmap.sampled_changed.connect(self._show_share)
        self.tabs.currentChanged.connect(self._on_tab)
        self.tools.filter_asked.connect(self.toggle_filter)
        self.tools.beside_toggled.connect(self._on_beside)
        self.tools.crosshair_toggled.connect(self._on_crosshair)
        self.colour_bar.changed.connect(self._on_levels)
        self.find_bar.closed.connect(self._focus_current)
        self.find_bar.row_asked.connect(self.go_to_row)
        self.filter_bar.closed.connect(self._on_filter_closed)
        self.go_to.entered.connect(self._on_row_entered)
        self.go_to.abandoned.connect(self._leave_go_to)
        self.strip.step_pressed.connect(self._on_step_pressed)
        self.words.changed.connect(self._on_read_out)
        controller.plan_changed.connect(self._show)
        controller.counting.scale_changed.connect(self._show)
        controller.counting.order_changed.connect(self._show)
        controller.view_changed.connect(self._on_view_changed)

    def _dress(self) -> None:
        self.tabs.setFont(look.current().font("strong"))

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do that are done here."""
        return {
            "copy": self.copy,
            "find": self.find_bar.open,
            "find_next": self.find_bar.next,
            "find_previous": self.find_bar.previous,
            "go_to_row": self.ask_for_row,
            "filter": self.toggle_filter,
            "previous_cut": partial(self.go_to_cut, backward=True),
            "next_cut": self.go_to_cut,
            "previous_marked": partial(self.go_to_marked, backward=True),
            "next_marked": self.go_to_marked,
            "fit": self.fit,
            "fit_all": self.fit_all,
            "one_pixel": self.one_pixel,
            "crosshair": self.toggle_crosshair,
            **{f"tab_{k + 1}": partial(self.tabs.setCurrentIndex, k) for k in range(len(TABS))},
        }

    # -- which view ----------------------------------------------------------------------------
    @property
    def current(self) -> Any:
        """The view of the tab in front."""
        index = self.tabs.currentIndex()
        return (self.heatmap, self.mask_view)[index] if index in (HEATMAP, MASK) else self._view(index)

    @property
    def current_cells(self) -> HeatmapView:
        """The view in front where it is one of cells, else the heatmap."""
        return self.mask_view if self.tabs.currentIndex() == MASK else self.heatmap

    def _view(self, index: int) -> Any:
        """Return a view that is made when it is asked for first."""
        if index not in self._made:
            made: Any = make_view(index, self._controller)
            self._made[index] = made
            self._stack.insertWidget(index, made)
            place = self._places.pop(index)
            self._stack.removeWidget(place)
            place.deleteLater()
            if index == TABLE:
                made.row_activated.connect(self._on_row_activated)
                made.cell_hovered.connect(self.words.hover)
            made.action_asked.connect(self.action_asked)
            if index in (TABLE, ROW, IMAGES):
                made.filtered.connect(self.filter_bar.show)
            if index == SERIES:
                made.read_out_changed.connect(self.read_out_changed)
        return self._made[index]

    def take_over(self, old: Views) -> None:
        """Scroll and zoom as the views of another window of the same controller; call it once it is shown."""
        for mine, theirs in ((self.heatmap, old.heatmap), (self.mask_view, old.mask_view)):
            axes = theirs.axes()
            if axes is not None:
                mine.show_axes(*axes)
        current, before = self.current, old.current
        if hasattr(before, "show_scrolled"):
            current.show_scrolled(before.scrolled())

    def is_current(self) -> bool:
        """Whether what is in front shows what is chosen."""
        shown = self.tabs.currentIndex() == HEATMAP and self.beside.isVisible()
        return bool(self.current.is_current()) and (not shown or self.beside.is_current())

    def _on_tab(self, index: int) -> None:
        if index < 0:
            return
        view = self.current
        self._stack.setCurrentIndex(index)
        self._cell_views.catch_up()
        for k, legend in enumerate(self.legends):
            legend.setVisible(k == index)
        self.colour_bar.setVisible(index == HEATMAP)
        self.tools.show_for(cells=index in (HEATMAP, MASK), values=index == HEATMAP)
        if index in (ROW, SERIES):
            self._select_one()
        if not self.tabs.hasFocus():
            view.setFocus()
        self.tab_changed.emit(index)

    def _select_one(self) -> None:
        """Select the first row where none is: these views show what is selected."""
        rows, controller = self._controller.counting.arrangement.rows, self._controller
        if controller.plan is None or controller.view.row >= 0 or not controller.shown.n:
            return
        if rows is None or len(rows):
            controller.select(0 if rows is None else int(rows[0]), 0)

    def _on_row_activated(self, row: int) -> None:
        self.tabs.setCurrentIndex(HEATMAP)
        self.go_to_row(row)

    # -- moving about --------------------------------------------------------------------------
    def go_to_row(self, row: int) -> None:
        """Select a row of the tensor and bring it into view."""
        self._controller.select(row, max(self._controller.view.col, 0))
        if hasattr(self.current, "go_to_row"):
            self.current.go_to_row(row)

    def ask_for_row(self) -> None:
        """Show the field that takes the number of a row to go to."""
        self.go_to.set_text("")
        self.go_to.show()
        self.go_to.setFocus()

    def go_to_cut(self, *, backward: bool = False) -> None:
        """Go to the next row that is cut, or the one before."""
        self.current_cells.go_to_cut_row(backward=backward)

    def go_to_marked(self, *, backward: bool = False) -> None:
        """Go to the next marked row by its number, or the one before; beginning again at the other end."""
        marked = self._controller.view.marked
        if marked is None:
            return
        row = self._controller.view.row
        place = int(np.searchsorted(marked.rows, row, side="left" if backward else "right")) - backward
        self.go_to_row(int(marked.rows[place % len(marked.rows)]))

    def fit(self) -> None:
        """Show all steps of the rows."""
        self.current_cells.fit()

    def fit_all(self) -> None:
        """Show all rows and steps at once."""
        self.current_cells.fit_all()

    def one_pixel(self) -> None:
        """Show every cell as one pixel."""
        self.current_cells.one_pixel()

    def toggle_filter(self) -> None:
        """Show the filter and go there, or hide it."""
        if self.filter_bar.isVisible():
            self._on_filter_closed()
        else:
            self.filter_bar.show()
            self.filter_bar.shortest.setFocus()

    def toggle_crosshair(self) -> None:
        """Show the profiles of a row and a step, or hide them."""
        self.tools.crosshair.toggle()

    def prefer_ramp(self, name: str) -> None:
        """Draw with another ramp from now on."""
        self._controller.look(colouring=replace(self._controller.view.colouring, ramp=name))

    def copy(self) -> None:
        """Copy the selected cells, or what the view in front says instead, as text between tabs."""
        index = self.tabs.currentIndex()
        if index == TABLE:
            self.current.copy()
            return
        work = self.current_cells.copy_text(MOST_COPIED)
        if work is not None:
            self._controller.jobs.submit("copy", lambda _context: work(), self._on_copied)

    def _on_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _on_crosshair(self, on: bool) -> None:
        for view in (self.heatmap, self.mask_view):
            view.set_crosshair(on)

    def _on_levels(self, levels: Levels) -> None:
        self._controller.look(colouring=replace(self._controller.view.colouring, levels=levels))

    def _focus_current(self) -> None:
        self.current.setFocus()

    def _on_filter_closed(self) -> None:
        self.filter_bar.hide()
        self.current.setFocus()

    def _on_row_entered(self, words: str) -> None:
        n = self._controller.shown.n if self._controller.plan is not None else 0
        is_number = words.isascii() and words.isdecimal() and len(words) <= MOST_DIGITS
        row = int(words) if is_number else n
        if row >= n:
            said = tr("Rows go from 0 to {last}.", last=n - 1) if n else tr("There is no row to go to.")
            self.go_to.set_error(said)
            return
        self._leave_go_to()
        self.go_to_row(row)

    def _leave_go_to(self) -> None:
        self.go_to.set_text("")  # what loses the focus with other words in it means them
        self.go_to.hide()
        self.current.setFocus()

    # -- what is shown -------------------------------------------------------------------------
    def _show(self) -> None:
        controller = self._controller
        plan, counts, lengths, scale = (
            controller.plan,
            controller.counting.counts,
            controller.counting.lengths,
            controller.counting.scale,
        )
        if plan is None:
            self._set_source(None)
            self.words.tell_row()
            return
        if counts is None or lengths is None or scale is None:
            return
        self.tools.refresh()
        view, arrangement = controller.view, controller.counting.arrangement
        source = source_of(
            plan, controller.shown, counts, lengths, scale, arrangement.rows, view.at,
            by_rank=view.colouring.by == "rank", colouring=view.colouring, groups=arrangement.groups,
            before=self._cell_views.source, in_memory=controller.in_memory,
        )  # fmt: skip
        self._set_source(source)
        self.words.tell_row()

    def _set_source(self, source: HeatmapSource | None) -> None:
        colouring = self._controller.view.colouring
        for shown in (*self.legends, self.colour_bar):
            shown.set_source(source)
            shown.set_ramp(colouring.ramp)
        self.colour_bar.set_levels(colouring.levels)
        self._cell_views.set_source(source)
        self._show_share()

    def _show_share(self, _words: str = "") -> None:
        """Have the colour bar say what colours stand for where a pixel stands for many cells."""
        self.colour_bar.set_share(self._cell_views.is_share)

    def _on_view_changed(self, old: View, new: View) -> None:
        if (old.at, old.colouring, old.marked) != (new.at, new.colouring, new.marked):
            self._show()
        if (old.row, old.col, old.corner) != (new.row, new.col, new.corner):
            self._cell_views.select()
            self.words.tell_row()

    def shown_cells(self) -> tuple[HeatmapView, ...]:
        """Return the views of cells in front; the others are brought up to date when it is their turn."""
        if self.tabs.currentIndex() == MASK:
            return (self.mask_view,)
        if self.tabs.currentIndex() != HEATMAP:
            return ()
        return (self.heatmap, self.beside) if not self.beside.isHidden() else (self.heatmap,)

    def _on_beside(self, on: bool) -> None:
        self.beside.setVisible(on)
        half = max(self._split.width() // 2, 1)
        self._split.setSizes([half, half] if on else [self._split.width(), 0])
        QTimer.singleShot(0, self, self._cell_views.catch_up)

    def _on_step_pressed(self, step: int) -> None:
        self._controller.select(self._controller.view.row, step)

    @property
    def read_out(self) -> str:
        """What is under the mouse or selected, in words; empty for nothing."""
        return self.words.read_out

    def _on_read_out(self, words: str) -> None:
        for view in self.shown_cells():
            if self.words.is_hovering:
                view.setAccessibleDescription(self.strip.sentence())
            else:
                view.say(self.strip.sentence())
        self.read_out_changed.emit(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("canvas"))
        bottom = self.tabs.geometry().bottom() + 1
        drawing.hairline(painter, 0, bottom, self.width(), "line")
        painter.end()


def make_view(index: int, controller: Controller) -> QWidget:
    """Make the view of a tab that is not one of cells; its module is imported then."""
    if index == TABLE:
        from padviewer.gui.views.table.view import TableView

        return TableView(controller)
    if index == ROW:
        from padviewer.gui.views.row.view import RowView

        return RowView(controller)
    if index == SERIES:
        from padviewer.gui.views.series.view import SeriesView

        return SeriesView(controller)
    from padviewer.gui.views.images.view import ImagesView

    return ImagesView(controller)
