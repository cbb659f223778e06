"""A session's plan, at once where its columns are prepared, else when the data child has prepared them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from padviewer.core.data.dataset import Dataset
from padviewer.core.padding.plan import Plan
from padviewer.core.recipe import Recipe
from padviewer.gui.session.state import Session, Source
from padviewer.gui.tasks.loader import Loader
from padviewer.gui.tasks.planning import Planner, Request, encodes


class Preparing(QObject):
    """Plans sessions, and asks for the columns that they lack; the newest request wins.

    Signals
    -------
    ready ()
        Columns were prepared: `plan` may have an answer now.
    failed (object)
        Why they could not be.
    """

    ready = Signal()
    failed = Signal(object)

    def __init__(self, loader: Loader) -> None:
        super().__init__()
        self._loader = loader
        self._planner = Planner()
        self._asked: Request | None = None
        loader.prepared.connect(self._on_prepared)
        loader.not_prepared.connect(self._on_failed)

    def forget(self) -> None:
        """Be about another file."""
        self._loader.stop_preparing()
        self._planner.forget()
        self._asked = None

    def stop(self) -> None:
        """Ask for nothing any more, until `ask` does."""
        self._loader.stop_preparing()
        self._asked = None

    def is_behind(self, source: Source) -> bool:
        """Whether plans are about fewer rows than `source` has by now."""
        return self._planner.is_behind(source)

    def plan(self, session: Session, dataset: Dataset | None) -> Plan | None:
        """Return a session's plan; None where a column must be prepared first.

        Raises
        ------
        ContentError
            A choice that does not suit the data.
        """
        recipe, source = session.planned, session.source
        if recipe is None or source is None or dataset is None:
            return None
        if self._planner.is_behind(source) and not encodes(recipe):
            self._planner.rebase(source, dataset)
        if self._planner.lacks(recipe):
            return None
        made = session.recipe  # what is only looked at decides of no row
        return self._planner.plan(recipe, session.roles, None if made is None else tuple(made.tensors))

    def ask(self, session: Session, dataset: Dataset | None) -> None:
        """Ask for the columns that a session lacks, or has of fewer rows than the whole file."""
        recipe, source = session.planned, session.source
        if recipe is None or source is None or dataset is None:
            self._loader.stop_preparing()
        elif self._planner.lacks(recipe) or (self._planner.is_behind(source) and source.complete):
            request = Request(recipe, source, dataset)
            if not (self._loader.is_preparing and request.is_same(self._asked)):
                self._asked = request
                self._loader.prepare(source, recipe)
        else:
            self._loader.stop_preparing()

    def _on_prepared(self, answer: Recipe) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._planner.take(asked, answer)
            self.ready.emit()

    def _on_failed(self, error: object) -> None:
        self._asked = None
        self.failed.emit(error)
