"""Opens files and prepares columns through the data child; the window maps what the store has committed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from padviewer.core.errors import ContentError, PadViewerError
from padviewer.core.recipe import Recipe
from padviewer.core.store.folder import open_store
from padviewer.core.store.lease import Lease
from padviewer.core.store.room import CAP, hold
from padviewer.gui.session.state import Refusal, Source, Work
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.tasks.children import Task, WorkerPool

GROWTH = 1.25  # mapping again, and all that is counted anew, is worth so many times the rows


@dataclass(eq=False)
class _Reading:
    """A file that is being read: what is known of it so far."""

    task: Task
    source: Source
    rows: int = 0


class Loader(QObject):
    """One open file; another one takes its place when its first rows are there.

    Signals
    -------
    opened (Source, Dataset)
        The first rows of another file.
    grew (Source, Dataset)
        More rows of the open file, or its end.
    refused (Refusal)
        A file was not opened; what is open stays.
    stopped (Refusal)
        The open file was not read to its end, or another one not at all because the person stopped it.
    prepared (Recipe)
        The recipe asked for with fitted transforms; the prepared columns are in the store.
    not_prepared (object)
        Why the columns could not be prepared: what the child's error says.
    work_changed (Work or None)
        What is under way.
    """

    opened = Signal(object, object)
    grew = Signal(object, object)
    refused = Signal(object)
    stopped = Signal(object)
    prepared = Signal(object)
    not_prepared = Signal(object)
    work_changed = Signal(object)

    def __init__(self, pool: WorkerPool) -> None:
        super().__init__()
        self._pool = pool
        self.cap = CAP
        self._wanted: _Reading | None = None
        self._open: _Reading | None = None
        self._preparing: Task | None = None
        self._lease: Lease | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="padviewer-", ignore_cleanup_errors=True)

    @property
    def folder(self) -> Path:
        """A private folder for what goes between the processes."""
        return Path(self._folder.name)

    @property
    def is_reading(self) -> bool:
        """Whether the open file is still being read."""
        return self._open is not None

    @property
    def is_preparing(self) -> bool:
        """Whether columns are being prepared."""
        return self._preparing is not None

    def open(self, path: str, options: Mapping[str, Any]) -> None:
        """Start to read `path`; what is open stays, and is read on, until its first rows are there."""
        if self._wanted is not None:
            self._wanted.task.cancel()
        file = Path(path).absolute()
        task = self._pool.run("open", {"path": str(file), "options": dict(options), "cap": self.cap})
        source = Source(str(file), file.name, "", 0, nbytes=_size(file), options=dict(options))
        self._wanted = _Reading(task, source)
        task.event_arrived.connect(lambda name, data: self._on_event(task, name, data))
        task.done.connect(lambda answer: self._on_read(task, answer))
        task.failed.connect(lambda error: self._on_failed(task, error))
        self._tell()

    def cancel(self) -> None:
        """Stop reading: the file that is to be opened, or else the open one, of which the rows stay."""
        if self._wanted is not None:
            self._wanted.task.cancel()
            source, self._wanted = self._wanted.source, None
            what = tr("Reading {file} was stopped before its first rows came.", file=source.name)
            self.stopped.emit(refusal(source, ContentError("stopped", what)))
        elif self._open is not None:
            self._open.task.cancel()
            source, self._open = self._open.source, None
            what = tr_count(
                "Reading {file} stopped after {count} row.",
                "Reading {file} stopped after {count} rows.",
                source.rows,
                file=source.name,
            )
            error = ContentError("stopped", what, remedy=tr("Open it again to read them all."))
            self.stopped.emit(refusal(source, error, begun=True))
        self._tell()

    def prepare(self, source: Source, recipe: Recipe) -> None:
        """Fit and apply the recipe's transforms to the source's rows; the newest request wins."""
        self.stop_preparing()
        folder = Path(tempfile.mkdtemp(prefix="prepare-", dir=self.folder))
        try:
            recipe.save(folder / "wanted.toml")
        except PadViewerError as error:
            self.not_prepared.emit(error)
            return
        args: dict[str, Any] = {
            "store": source.store,
            "recipe": str(folder / "wanted.toml"),
            "folder": str(folder),
            "cap": self.cap,
        }
        if not source.complete:
            args["rows"] = source.rows
        self._preparing = task = self._pool.run("prepare", args)
        task.event_arrived.connect(lambda _name, data: self._on_preparing(task, data))
        task.done.connect(lambda answer: self._on_prepared(task, answer))
        task.failed.connect(lambda error: self._on_not_prepared(task, error))
        task.finished.connect(lambda: shutil.rmtree(folder, ignore_errors=True))
        self._tell()

    def stop_preparing(self) -> None:
        """Want no prepared columns any more."""
        if self._preparing is not None:
            self._preparing.cancel()
            self._preparing = None
            self._tell()

    def shutdown(self) -> None:
        """Let go of everything; no child works any more."""
        self._wanted = self._open = self._preparing = None
        if self._lease is not None:
            self._lease.release()
            self._lease = None
        self._folder.cleanup()

    # -- opening ---------------------------------------------------------------------------------
    def _on_event(self, task: Task, name: str, data: Mapping[str, Any]) -> None:
        if name != "piece":
            return
        if self._wanted is not None and task is self._wanted.task:
            self._switch(data, complete=False)
        elif self._open is not None and task is self._open.task:
            before = self._open.source
            self._open.rows = data["rows"]
            self._tell()
            if data["generation"] != before.generation or data["rows"] >= GROWTH * before.rows + 1:
                self._grow(data, complete=False)

    def _on_read(self, task: Task, answer: Mapping[str, Any]) -> None:
        if self._wanted is not None and task is self._wanted.task:
            self._switch(answer, complete=True)
        elif self._open is not None and task is self._open.task:
            self._grow(answer, complete=True)
        else:
            return
        if self._open is not None and task is self._open.task:
            self._open = None
        self._tell()

    def _switch(self, data: Mapping[str, Any], *, complete: bool) -> None:
        """Let the wanted file take the place of the open one."""
        wanted, self._wanted = self._wanted, None
        assert wanted is not None  # noqa: S101 - the caller looked
        try:
            lease, source, dataset = mapped(wanted.source, data, complete=complete)
        except PadViewerError as error:
            wanted.task.cancel()
            self._tell()
            self.refused.emit(refusal(wanted.source, error))
            return
        if self._open is not None:
            self._open.task.cancel()
        self.stop_preparing()
        if self._lease is not None:
            self._lease.release()
        self._lease = lease
        self._open = _Reading(wanted.task, source, source.rows)
        self._tell()
        self.opened.emit(source, dataset)

    def _grow(self, data: Mapping[str, Any], *, complete: bool) -> None:
        now = self._open
        assert now is not None  # noqa: S101 - the caller looked
        try:
            lease, source, dataset = mapped(now.source, data, complete=complete)
        except PadViewerError as error:
            now.task.cancel()
            self._open = None
            self._tell()
            self.stopped.emit(refusal(now.source, error, begun=True))
            return
        if self._lease is not None:
            self._lease.release()
        self._lease = lease
        self._open = _Reading(now.task, source, source.rows)
        self.grew.emit(source, dataset)

    def _on_failed(self, task: Task, error: Any) -> None:
        if self._wanted is not None and task is self._wanted.task:
            said, self._wanted = refusal(self._wanted.source, error), None
            self._tell()
            self.refused.emit(said)
        elif self._open is not None and task is self._open.task:
            said, self._open = refusal(self._open.source, error, begun=True), None
            self._tell()
            self.stopped.emit(said)

    # -- preparing -------------------------------------------------------------------------------
    def _on_preparing(self, task: Task, data: Mapping[str, Any]) -> None:
        if task is self._preparing and data.get("total"):
            self._tell(data["done"] / data["total"])

    def _on_prepared(self, task: Task, answer: Mapping[str, Any]) -> None:
        if task is not self._preparing:
            return
        self._preparing = None
        self._tell()
        try:
            recipe = Recipe.load(answer["recipe"])
        except PadViewerError as error:
            self.not_prepared.emit(error)
            return
        self.prepared.emit(recipe)

    def _on_not_prepared(self, task: Task, error: Any) -> None:
        if task is self._preparing:
            self._preparing = None
            self._tell()
            self.not_prepared.emit(error)

    def _tell(self, share: float | None = None) -> None:
        """Say what is under way: a file that is to be opened, columns, then the open file's rest."""
        if self._preparing is not None and self._wanted is None:
            self.work_changed.emit(Work("prepare", tr("Encoding"), share))
        elif self._wanted is not None:
            self.work_changed.emit(Work("open", tr("Reading {file}", file=self._wanted.source.name)))
        elif self._open is not None:
            words = tr_count(
                "Reading {file}, {count} row so far",
                "Reading {file}, {count} rows so far",
                self._open.rows,
                file=self._open.source.name,
            )
            self.work_changed.emit(Work("open", words))
        else:
            self.work_changed.emit(None)


def mapped(source: Source, data: Mapping[str, Any], *, complete: bool) -> tuple[Lease | None, Source, Any]:
    """Hold and map a store; return the lease, the source as it is now, and the Dataset.

    Raises
    ------
    PadViewerError
        The store is gone or damaged.
    """
    store = Path(data["store"])
    lease = hold(store)
    try:
        dataset = replace(open_store(store), complete=complete)
        if complete and len(dataset) != data["rows"]:
            raise ContentError(
                "store-damaged", tr("The rows that were read are damaged on the disk."), where=str(store),
                remedy=tr("Open the file again."),
            )  # fmt: skip
    except PadViewerError:
        if lease is not None:
            lease.release()
        raise
    now = replace(
        source, store=str(store), rows=len(dataset), generation=str(data["generation"]), complete=complete,
        format=dataset.format, guessed=dict(dataset.guessed),
    )  # fmt: skip
    return lease, now, dataset


def refusal(source: Source, error: Any, *, begun: bool = False) -> Refusal:
    """Say in the window's words what went wrong with a file, or with the rest of one whose rows are shown.

    `error` has the fields of a PadViewerError.
    """
    whole = tr("{file} was not opened", file=source.name)
    rest = tr("{file} was not read to its end", file=source.name)
    return Refusal(
        rest if begun else whole, error.what, error.remedy, error.code, source.path,
        getattr(error, "details", ""), error.exit_code,
    )  # fmt: skip


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except (OSError, ValueError):  # the child says why it cannot be read
        return 0
