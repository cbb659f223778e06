"""Exports through a data child: one at a time, cancelled by killing it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from padviewer.core.choices.base import Choices
from padviewer.core.choices.recipe_file import save
from padviewer.core.data.dataset import Role
from padviewer.core.errors import PadViewerError
from padviewer.gui.session.state import Source, Work
from padviewer.gui.style.words import tr
from padviewer.gui.tasks.children import Task, WorkerPool


class Exporter(QObject):
    """Writes the arrays of a recipe; nothing half-written remains, however it ends.

    Signals
    -------
    exported (object), failed (object), cancelled ()
        How an export ended: what was written, or the error.
    work_changed (Work or None)

    Parameters
    ----------
    pool : WorkerPool
    folder : Path
        A private folder for the recipe that the child reads.
    """

    exported = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    work_changed = Signal(object)

    def __init__(self, pool: WorkerPool, folder: Path) -> None:
        super().__init__()
        self._pool = pool
        self._folder = folder
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an export is under way."""
        return self._task is not None

    def start(
        self,
        source: Source,
        recipe: Choices,
        roles: Mapping[str, Role],
        destination: str,
        *,
        replace: bool = False,
    ) -> None:
        """Write what a fitted recipe makes of a source to `destination`; none may be under way.

        Without `replace`, what is there and no export of ours wrote stops it.
        """
        path = self._folder / "export.toml"
        try:
            save(recipe, path)
        except PadViewerError as error:
            self.failed.emit(error)
            return
        args = {
            "store": source.store,
            "recipe": str(path),
            "destination": destination,
            "roles": dict(roles),
            "replace": replace,
        }
        self._task = task = self._pool.run("export", args)
        name = Path(destination).name
        task.event_arrived.connect(lambda _name, data: self._on_progress(name, data))
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)
        self.work_changed.emit(Work("export", tr("Writing {file}", file=name), 0.0))

    def cancel(self) -> None:
        """Stop the export."""
        if self._task is not None:
            self._task.cancel()

    def _on_progress(self, name: str, data: Mapping[str, Any]) -> None:
        if data.get("total"):
            self.work_changed.emit(
                Work("export", tr("Writing {file}", file=name), data["done"] / data["total"])
            )

    def _on_done(self, answer: object) -> None:
        self._end()
        self.exported.emit(answer)

    def _on_failed(self, error: object) -> None:
        self._end()
        self.failed.emit(error)

    def _on_cancelled(self) -> None:
        self._end()
        self.cancelled.emit()

    def _end(self) -> None:
        self._task = None
        self.work_changed.emit(None)
