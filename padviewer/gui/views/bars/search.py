"""A search in the shown tensor's column, job after job: the first hit at once, and stopped at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from padviewer.core.choices.encode import By, Tokenise
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import PadViewerError
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.rows.find import Query, find, tensor_step, token_at
from padviewer.gui.controller import Controller
from padviewer.gui.style.words import told, tr

CHANNEL = "find"
PLACE_CHANNEL = "place of a hit"
SECONDS = 0.1
MOST_HITS = 1_000_000


@dataclass(frozen=True, eq=False)
class Field:
    """What is searched: the source texts of a tensor, or its values.

    Parameters
    ----------
    name : str
        The column's name.
    column : Ragged
    own : TensorPlan
    by : {"words", "characters"} or None
        How the texts become steps.
    origin : Ragged or None
        What `column` was taken from, where rows were left out.
    """

    name: str
    column: Ragged
    own: TensorPlan
    by: By | None = None
    origin: Ragged | None = None

    @classmethod
    def of(cls, controller: Controller) -> Field | None:
        """Return what the shown tensor was made of; None before a file."""
        plan, data = controller.plan, controller.dataset
        if plan is None:
            return None
        own = controller.shown
        name = own.choice.column or own.name
        source = data[name] if data is not None and name in data.columns else own.column
        if source.kind not in ("text", "category") or len(source) < own.stop:
            return cls(name, own.column, own)
        origin = source
        if own.numbers is not None:
            source = source.taken(own.numbers)
        transforms = plan.recipe.fitted[own.name].transforms
        by = next((one.by for one in transforms if isinstance(one, Tokenise)), None)
        return cls(name, source, own, by if source.is_text else None, origin)

    def is_like(self, other: Field | None) -> bool:
        """Whether hits in another field are hits in this one."""
        return (
            other is not None
            and (self.origin or self.column) is (other.origin or other.column)
            and self.own.numbers is other.own.numbers
            and (self.own.start, self.own.stop) == (other.own.start, other.own.stop)
        )

    def tensor_place(self, row: int, step: int, place: int) -> tuple[int, int]:
        """Return row and column of the tensor for a hit; column −1 where that step is cut."""
        if step < 0 and self.by is not None:
            step = token_at(self.column[row : row + 1], self.by, place)
        at = row - self.own.start
        return at, tensor_step(self.own, at, step) if step >= 0 else -1


@dataclass(frozen=True, eq=False)
class Found:
    """What one job found, and the row to go on with."""

    rows: Int64
    steps: Int64
    places: Int64
    following: int


def search_some(
    field: Field, query: Query, start: int, should_stop: Callable[[], bool], *, until_hit: bool
) -> Found:
    """Search from row `start` on for a tenth of a second, or just until something is found."""
    begun = time.monotonic()
    parts: list[tuple[Int64, Int64, Int64]] = [(np.zeros(0, np.int64),) * 3]
    following = start
    for piece in find(field.column, query, start, field.own.stop, should_stop=should_stop):
        parts.append((piece.rows, piece.steps, piece.places))
        following = start + piece.searched
        is_enough = time.monotonic() - begun > SECONDS or (until_hit and any(len(one[0]) for one in parts))
        if piece.at_row_end and is_enough:
            break
    rows, steps, places = (np.concatenate(one) for one in zip(*parts, strict=True))
    return Found(rows, steps, places, following)


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
        self.field, self.query = Field.of(self._controller), query
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
        words = str(error)
        if isinstance(error, PadViewerError):
            words = f"{told(error.what)} {told(error.remedy)}".strip()
        self.refused.emit(words)

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
