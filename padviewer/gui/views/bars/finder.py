"""The search in the shown tensor's column: what was found so far, and where it stands in the tensor."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from padviewer.core.rows.find import Query
from padviewer.core.rows.search import Field, Found, search_some
from padviewer.gui.controller import Controller
from padviewer.gui.style.words import problem_words, tr

MOST_HITS = 1_000_000
CHANNEL = "find"
PLACE_CHANNEL = "place of a hit"


def field_of(controller: Controller) -> Field | None:
    """Return what the shown tensor was made of; None before a file."""
    plan = controller.plan
    return None if plan is None else Field.of(plan, controller.shown, controller.dataset)


class Finder(QObject):
    """Searches the shown tensor's column and remembers what it found.

    Signals
    -------
    changed ()
        More rows have been searched, or hits were found, or the search ended.
    placed (int, int, int)
        Number of a hit, its row and its column of the tensor; −1 where that step is cut.
    refused (str)
        Why this cannot be looked for.
    """

    changed = Signal()
    placed = Signal(int, int, int)
    refused = Signal(str)

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self.clear()

    def clear(self) -> None:
        """Look for nothing."""
        self._controller.jobs.cancel(CHANNEL)
        self._controller.jobs.cancel(PLACE_CHANNEL)
        self.field: Field | None = None
        self.query: Query | None = None
        self.rows, self.steps, self.places = (np.zeros(0, np.int64) for _ in range(3))
        self.following = 0
        self.is_running = False

    @property
    def searched(self) -> int:
        """Rows that have been searched."""
        return 0 if self.field is None else self.following - self.field.own.start

    @property
    def total(self) -> int:
        """Rows there are to search."""
        return 0 if self.field is None else self.field.own.n

    @property
    def is_whole(self) -> bool:
        """Whether every row has been searched."""
        return self.field is not None and self.searched >= self.total

    def start(self, query: Query) -> None:
        """Look for something from the first row on."""
        self.clear()
        self.field, self.query = field_of(self._controller), query
        if self.field is not None:
            self.following = self.field.own.start
            self.is_running = True
            self._go_on()

    def stop(self) -> None:
        """Search no further; what was found stays."""
        self._controller.jobs.cancel(CHANNEL)
        self.is_running = False
        self.changed.emit()

    def _go_on(self) -> None:
        field, query, start, first = self.field, self.query, self.following, not len(self.rows)
        if field is None or query is None:
            return

        def search(context: Any) -> Found:
            return search_some(field, query, start, context.should_stop, until_hit=first)

        self._controller.jobs.submit(
            CHANNEL,
            search,
            lambda found: self._on_found(query, found),
            self._on_failed,
            words=tr("Searching"),
            stopped=self.stop,
        )

    def _on_found(self, query: Query, found: Found) -> None:
        if query is not self.query or not self.is_running:
            return
        self.rows = np.concatenate([self.rows, found.rows])
        self.steps = np.concatenate([self.steps, found.steps])
        self.places = np.concatenate([self.places, found.places])
        self.following = found.following
        self.is_running = not self.is_whole and len(self.rows) < MOST_HITS
        self.changed.emit()
        if self.is_running and query is self.query:
            self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self.is_running = False
        self.refused.emit(problem_words(error))

    def place(self, hit: int) -> None:
        """Find out where a hit stands in the tensor; `placed` tells."""
        field = self.field
        if field is None:
            return
        row, step, place = (int(one[hit]) for one in (self.rows, self.steps, self.places))
        self._controller.jobs.submit(
            PLACE_CHANNEL,
            lambda _context: field.tensor_place(row, step, place),
            lambda cell: self.placed.emit(hit, *cell),
            self._on_failed,
        )
