"""The selected row and the cell under the mouse in words: what the strip and the status line say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from padviewer.core.padding.plan import Located
from padviewer.core.padding.tensor_plan import inner_index
from padviewer.gui.controller import Controller
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.source import read_out, row_text
from padviewer.gui.views.common.strip import RowStrip, RowText


class RowWords(QObject):
    """Tells the selected row to a strip, and the cell that is pointed at or selected to all who listen.

    Signals
    -------
    changed (str)
        `read_out`: what is under the mouse or selected, in words; empty for nothing.
    """

    changed = Signal(str)

    def __init__(self, controller: Controller, strip: RowStrip) -> None:
        super().__init__(strip)
        self._controller = controller
        self._strip = strip
        self._hovered = (-1, -1)
        self.read_out = ""

    @property
    def is_hovering(self) -> bool:
        """Whether the words are about the cell under the mouse, not the selected one."""
        return self._hovered != (-1, -1)

    def hover(self, row: int, col: int) -> None:
        """Tell another cell; −1, −1 for the selected one."""
        self._hovered = (row, col)
        self.tell_cell()

    def tell_row(self) -> None:
        """Show the selected row in words."""
        controller = self._controller
        plan, view = controller.plan, controller.view
        if plan is None:
            self._strip.set_row(None)
        elif not 0 <= view.row < controller.shown.n:
            self._strip.set_row(RowText(tr("Row"), tr("Select a cell to read its row.")))
        else:
            own, at = controller.shown, view.at
            col = min(view.col, own.axes[0].width - 1)
            self._later("row", lambda: row_text(plan, own, view.row, col, at), self._strip.set_row)
        self.tell_cell()

    def tell_cell(self) -> None:
        """Say what is under the mouse, or else what is selected."""
        controller = self._controller
        plan = controller.plan
        row, col = self._hovered if self._hovered != (-1, -1) else (controller.view.row, controller.view.col)
        own = None if plan is None else controller.shown
        if plan is None or own is None or not (0 <= row < own.n and 0 <= col < own.axes[0].width):
            self._say("")
            return
        at = inner_index(own, controller.view.at)
        counts = None if controller.counting.scale is None else controller.counting.scale.counts

        def look_up() -> str:
            found: Located = plan.locate(own.name, row, col, at=at)
            return read_out(plan, found, own.name, col, counts)

        self._later("cell", look_up, self._say)

    def _later(self, channel: str, function: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run at once what answers from memory, else in a job."""
        if self._controller.shown.column.flat.nbytes <= self._controller.in_memory:
            done(function())
        else:
            self._controller.jobs.call(channel, function, done)

    def _say(self, words: str) -> None:
        self.read_out = words
        self._strip.set_read_out(words)
        self.changed.emit(words)
