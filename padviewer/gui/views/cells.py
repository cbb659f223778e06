"""The views of cells, heatmap and mask: each shows the same tensor, place, zoom, selection and marks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.source import HeatmapSource, Mode
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import Marked
from padviewer.gui.views.heatmap.view import HeatmapView


class CellViews(QObject):
    """The heatmap, the mask, and the mask beside the heatmap; those in front are up to date.

    Parameters
    ----------
    controller : Controller
    in_front : callable () -> sequence of HeatmapView
        Those that are seen; the others are brought up to date by `catch_up` when it is their turn.
    parent : QObject
    """

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

    def _on_range(self, row: int, col: int, corner_row: int, corner_col: int) -> None:
        self._controller.look(row=row, col=col, corner=(corner_row, corner_col))
