"""Opens files and prepares columns through the data child; the window maps what the store has committed."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from padviewer.core.errors import PadViewerError
from padviewer.core.finding import Finding
from padviewer.core.lease import Lease
from padviewer.core.recipe import Recipe
from padviewer.core.store import open_store
from padviewer.core.store_room import hold
from padviewer.gui.session import Refusal, Source, Work
from padviewer.gui.worker_client import Task, WorkerPool


class Loader(QObject):
    """One file at a time: a new one cancels the one under way.

    Signals
    -------
    grew (Source, Dataset)
        More rows are there; the first time, the file is open.
    refused (Refusal)
        The file was not opened, or not read to its end.
    prepared (Recipe, tuple of Finding, int)
        The recipe with fitted transforms, what they found, and how many rows were prepared.
    not_prepared (object)
        Why the columns could not be prepared: what the child's error says.
    work_changed (Work or None)
        What is under way.
    """

    grew = Signal(object, object)
    refused = Signal(object)
    prepared = Signal(object, object, int)
    not_prepared = Signal(object)
    work_changed = Signal(object)

    def __init__(self, pool: WorkerPool) -> None:
        super().__init__()
        self._pool = pool
        self._opening: Task | None = None
        self._preparing: Task | None = None
        self._lease: Lease | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="padviewer-")

    @property
    def folder(self) -> Path:
        """A private folder for what goes between the processes."""
        return Path(self._folder.name)

    def open(self, path: str, options: Mapping[str, Any]) -> None:
        """Start to read `path`."""
        self.cancel()
        file = Path(path).expanduser().absolute()
        task = self._pool.run("open", {"path": str(file), "options": dict(options)})
        self._opening = task
        source = Source(
            str(file), file.name, "", 0, nbytes=file.stat().st_size if file.is_file() else 0,
            options=dict(options),
        )  # fmt: skip
        task.event_arrived.connect(lambda name, data: self._on_event(task, source, name, data))
        task.done.connect(lambda answer: self._on_opened(task, source, answer))
        task.failed.connect(lambda error: self._on_failed(task, source, error))
        self.work_changed.emit(Work("open", f"Reading {source.name}"))

    def cancel(self) -> None:
        """Stop reading and preparing."""
        for task in (self._opening, self._preparing):
            if task is not None and not task.is_finished:
                task.cancel()
        if self._opening is not None or self._preparing is not None:
            self._opening = self._preparing = None
            self.work_changed.emit(None)

    def prepare(self, source: Source, recipe: Recipe) -> None:
        """Fit and apply the recipe's transforms to the rows that are committed; the newest request wins."""
        if self._preparing is not None and not self._preparing.is_finished:
            self._preparing.cancel()
        path = self.folder / "wanted.toml"
        recipe.save(path)
        args = {"store": source.store, "recipe": str(path), "folder": str(self.folder)}
        if not source.complete:
            args["rows"] = source.rows  # type: ignore[assignment]  # a request is JSON
        task = self._pool.run("prepare", args)
        self._preparing = task
        task.event_arrived.connect(lambda _name, data: self._on_preparing(task, data))
        task.done.connect(lambda answer: self._on_prepared(task, answer))
        task.failed.connect(lambda error: self._on_not_prepared(task, error))
        self.work_changed.emit(Work("prepare", "Encoding"))

    def shutdown(self) -> None:
        """Let go of everything."""
        self.cancel()
        if self._lease is not None:
            self._lease.release()
            self._lease = None
        self._folder.cleanup()

    # -- opening ---------------------------------------------------------------------------------
    def _on_event(self, task: Task, source: Source, name: str, data: Mapping[str, Any]) -> None:
        if task is self._opening and name == "piece":
            self._take(source, data)

    def _take(self, source: Source, data: Mapping[str, Any]) -> None:
        store = Path(data["store"])
        try:
            lease = hold(store)
            dataset = open_store(store)
        except PadViewerError as error:
            self.refused.emit(refusal(source, error))
            return
        if self._lease is not None:
            self._lease.release()
        self._lease = lease
        grown = Source(
            source.path, source.name, str(store), len(dataset), complete=dataset.complete,
            nbytes=source.nbytes, format=dataset.format, guessed=dict(dataset.guessed),
            options=source.options,
        )  # fmt: skip
        self.work_changed.emit(Work("open", f"Reading {source.name}, {len(dataset):,} rows so far"))
        self.grew.emit(grown, dataset)

    def _on_opened(self, task: Task, source: Source, answer: Mapping[str, Any]) -> None:
        if task is not self._opening:
            return
        self._opening = None
        self._take(source, answer)
        self._tell_idle()

    def _on_failed(self, task: Task, source: Source, error: Any) -> None:
        if task is not self._opening:
            return
        self._opening = None
        self._tell_idle()
        self.refused.emit(refusal(source, error))

    # -- preparing -------------------------------------------------------------------------------
    def _on_preparing(self, task: Task, data: Mapping[str, Any]) -> None:
        if task is self._preparing and data.get("total"):
            self.work_changed.emit(Work("prepare", "Encoding", data["done"] / data["total"]))

    def _on_prepared(self, task: Task, answer: Mapping[str, Any]) -> None:
        if task is not self._preparing:
            return
        self._preparing = None
        self._tell_idle()
        try:
            recipe = Recipe.load(answer["recipe"])
        except PadViewerError as error:
            self.not_prepared.emit(error)
            return
        findings = tuple(Finding.from_json(one) for one in answer["findings"])
        self.prepared.emit(recipe, findings, int(answer["rows"]))

    def _on_not_prepared(self, task: Task, error: Any) -> None:
        if task is self._preparing:
            self._preparing = None
            self._tell_idle()
            self.not_prepared.emit(error)

    def _tell_idle(self) -> None:
        if self._opening is None and self._preparing is None:
            self.work_changed.emit(None)


def refusal(source: Source, error: Any) -> Refusal:
    """Say in the window's words why a file was not opened; `error` has the fields of a PadViewerError."""
    return Refusal(
        f"{source.name} was not opened", error.what, error.remedy, error.code, source.path,
        getattr(error, "details", ""),
    )  # fmt: skip
