"""The views of cells, heatmap and mask: each shows the same tensor, place, zoom, selection and marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QGuiApplication

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.code import MOST_CELLS, numpy_code
from padviewer.core.picture.source import HeatmapSource, Ints, Mode
from padviewer.core.rows.arrange import Order
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import Marked
from padviewer.gui.style.words import mark, tr
from padviewer.gui.views.common.menu import MenuActs, open_menu
from padviewer.gui.views.heatmap.view import HeatmapView

MOST_COPIED = 1_000_000
ORDER_WORDS: dict[Order, str] = {
    "file": mark("File order"),
    "length": mark("Shortest first"),
    "-length": mark("Longest first"),
    "label": mark("By label"),
    "-cut": mark("Most cut first"),
}
Span = tuple[Ints, tuple[int, int]]


class CellViews(QObject):
    """The heatmap, the mask, and the mask beside the heatmap; those in front are up to date.

    Parameters
    ----------
    controller : Controller
    in_front : callable () -> sequence of HeatmapView
        Those that are seen; the others are brought up to date by `catch_up` when it is their turn.
    parent : QObject

    Signals
    -------
    action_asked(str)
        One of the window's actions, by its name: what a view cannot do itself.
    filtered()
        A person shows some rows alone.
    """

    action_asked = Signal(str)
    filtered = Signal()

    def __init__(
        self, controller: Controller, in_front: Callable[[], tuple[HeatmapView, ...]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._in_front = in_front
        self.heatmap = self._cells("heatmap", "values")
        self.mask_view = self._cells("mask", "mask")
        self.beside = self._cells("mask-beside", "mask")
        self.mask_view.setObjectName("mask")  # the help's topic
        self.beside.setObjectName("mask")
        self.all = (self.heatmap, self.mask_view, self.beside)
        self.source: HeatmapSource | None = None
        self._axes: tuple[Axis, Axis] | None = None
        self._fed: dict[HeatmapView, tuple[HeatmapSource | None, str, Marked | None]] = {}
        for view in self.all:
            view.cell_selected.connect(controller.select)
            view.range_selected.connect(self._on_range)
            view.axes_changed.connect(partial(self._on_axes, view))
            view.menu_asked.connect(partial(self._open_menu, view))

    def _cells(self, name: str, mode: Mode) -> HeatmapView:
        """Make a view of cells whose jobs have channels of their own."""

        def submit_to(channel: str) -> Callable[[Callable[[], Any], Callable[[Any], None]], None]:
            return lambda work, done: self._controller.jobs.call(f"{channel} of the {name}", work, done)

        return HeatmapView(submit_to("cells"), mode, channels=submit_to)

    @property
    def is_share(self) -> bool:
        """Whether the heatmap's pixels stand for many cells each, and say how many of them are padding."""
        source = self.source
        is_share = source is not None and source.far == "padding" and source.raster is not None
        return is_share and bool(self.heatmap.sampled())

    def set_source(self, source: HeatmapSource | None) -> None:
        """Show other cells; None shows none."""
        self.source = source
        if source is None:
            self._axes = None  # place and zoom are those of the cells that have gone
        colouring, marked = self._controller.view.colouring, self._controller.view.marked
        for view in self.all if source is None else self._in_front():
            fed = (source, colouring.ramp, marked)
            before, self._fed[view] = self._fed.get(view), fed
            if before is None or before[0] is not source:
                view.set_source(source)
            if before is None or before[1] != colouring.ramp:
                view.set_ramp(colouring.ramp)
            if before is None or before[2] is not marked:
                view.set_marked(None if marked is None else marked.rows)

    def select(self) -> None:
        """Show what is selected in the views in front."""
        view = self._controller.view
        for shown in self._in_front():
            if (shown.selected(), shown.corner()) != ((view.row, view.col), view.corner):
                shown.select_range(view.row, view.col, *view.corner)

    def catch_up(self) -> None:
        """Bring the views in front up to date: what they draw, what is selected, place and zoom."""
        axes = self._axes
        self.set_source(self.source)
        self.select()
        if axes is not None:
            for view in self._in_front():
                view.show_axes(*axes)

    def _on_axes(self, source: HeatmapView, rows: Axis, cols: Axis) -> None:
        """Scroll and zoom the other views as a person did in one of those in front."""
        if source in self._in_front():
            self._axes = (rows, cols)
            for view in self._in_front():
                if view is not source:
                    view.show_axes(rows, cols)

    # -- the menu ------------------------------------------------------------------------------
    def _open_menu(self, view: HeatmapView, at: QPointF, screen: QPoint) -> None:
        open_menu(view, self.menu_acts(view, at), screen)

    def menu_acts(self, view: HeatmapView, at: QPointF) -> MenuActs:
        """Return what can be done with what is under a point of a view."""
        source = self.source
        if source is None:
            return MenuActs()
        found, column = view.spans_at(at)
        copies = {}
        if source.text is not None:
            copies = {f"copy_{name}": partial(self._copy, span) for name, span in found.items()}
        code = found.get("cell", found.get("row"))
        rows = found["row"][0] if "row" in found else None
        order = self._order_of(column)
        return MenuActs(
            fit=view.fit,
            **copies,
            copy_code=None if code is None else partial(self._copy_code, source, code),
            save_picture=partial(self.action_asked.emit, "picture"),
            filter_rows=None if rows is None else partial(self._filter, rows),
            sort=None if order is None else partial(self._controller.look, order=order),
            explain=partial(self._explain, view),
            sort_words="" if order is None else tr(ORDER_WORDS[order]),
        )

    def _order_of(self, column: str) -> Order | None:
        """Return the order that a column of a heatmap stands for; None for none."""
        longest_first: Order = "length" if self._controller.view.order == "-length" else "-length"
        orders: dict[str, Order] = {
            "label": "label", "row": "file", "steps": longest_first, "cells": longest_first, "cut": "-cut"
        }  # fmt: skip
        return orders.get(column)

    def _copy(self, span: Span) -> None:
        text, (rows, (first, last)) = None if self.source is None else self.source.text, span
        if text is not None:
            self._later(lambda: text(rows, first, last, MOST_COPIED))

    def _copy_code(self, source: HeatmapSource, span: Span) -> None:
        rows, (first, last) = span
        if len(rows) * (last - first + 1) > MOST_CELLS:  # say so before any cell is read
            self._later(lambda: numpy_code(np.broadcast_to(np.int8(0), (len(rows), last - first + 1))))
        else:
            steps = np.arange(first, last + 1, dtype=np.int64)
            self._later(lambda: numpy_code(source.cells(rows, steps)[0]))

    def _later(self, work: Callable[[], str]) -> None:
        self._controller.jobs.submit("copy", lambda _context: work(), QGuiApplication.clipboard().setText)

    def _filter(self, rows: Ints) -> None:
        keep = replace(self._controller.view.keep, only_marked=True)
        self._controller.look(marked=Marked(np.unique(rows), tr("the rows that were chosen")), keep=keep)
        self.filtered.emit()

    def _explain(self, view: HeatmapView) -> None:
        view.setFocus()
        self.action_asked.emit("help_here")

    def _on_range(self, row: int, col: int, corner_row: int, corner_col: int) -> None:
        self._controller.look(row=row, col=col, corner=(corner_row, corner_col))
