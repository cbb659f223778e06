"""Tries in the data child what reading the file another way would end, before a link offers it."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from padviewer.core.choices.base import Choices
from padviewer.core.choices.recipe_file import save
from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import PadViewerError
from padviewer.core.finding import Finding
from padviewer.core.reading_trial import is_remedy
from padviewer.gui.session.rereading import ReadingFix, options_with, reading_fixes
from padviewer.gui.session.state import Source
from padviewer.gui.tasks.children import Task, WorkerPool

MOST_BYTES = 32 << 20  # a larger file takes too long to be read on trial


class ReadingTrials(QObject):
    """One trial after the other; what was found holds while the file is read as it is.

    Signals
    -------
    changed ()
        More is offered, or all has been tried.

    Parameters
    ----------
    pool : WorkerPool
    folder : Path
        A private folder for the recipe that the child reads.
    """

    changed = Signal()

    def __init__(self, pool: WorkerPool, folder: Path) -> None:
        super().__init__()
        self._pool = pool
        self._folder = folder
        self._store = ""
        self._known: dict[tuple[str, str], ReadingFix | None] = {}
        self._waiting: deque[tuple[Finding, deque[ReadingFix]]] = deque()
        self._before: tuple[Finding, ...] = ()
        self._source: Source | None = None
        self._recipe: Choices | None = None
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being tried."""
        return self._task is not None

    def offered(self, finding: Finding) -> tuple[ReadingFix, ...]:
        """Return what was tried about a finding, and helps."""
        fix = self._known.get((finding.code, finding.where))
        return () if fix is None else (fix,)

    def forget(self) -> None:
        """Be about another file, or another way of reading it."""
        task, self._task = self._task, None
        self._waiting.clear()
        self._known = {}
        self._store = ""
        if task is not None:
            task.cancel()

    def ask(self, source: Source, dataset: Dataset, recipe: Choices, findings: tuple[Finding, ...]) -> None:
        """Try what may help about each of all findings; what is known already is not tried again."""
        if not source.complete or source.nbytes > MOST_BYTES:
            return
        if source.store != self._store:
            self.forget()
            self._store = source.store
        self._source, self._recipe, self._before = source, recipe, findings
        for finding in findings:
            key = (finding.code, finding.where)
            if key in self._known:
                continue
            self._known[key] = None
            fixes = deque(reading_fixes(finding, source, dataset))
            if fixes:
                self._waiting.append((finding, fixes))
        self._next()

    def _next(self) -> None:
        """Send the next trial to a child; say it when there is none left."""
        if self._task is not None:
            return
        while self._waiting and not self._waiting[0][1]:
            self._waiting.popleft()
        source, recipe = self._source, self._recipe
        if not self._waiting or source is None or recipe is None:
            return
        finding, fixes = self._waiting[0]
        fix = fixes.popleft()
        path = self._folder / "trial.toml"
        try:
            save(recipe.unfitted(), path)
        except PadViewerError:
            self._waiting.clear()
            return
        options = options_with(source.options, fix.options)
        task = self._pool.run("try", {"path": source.path, "options": options, "recipe": str(path)})
        self._task = task
        task.done.connect(lambda answer: self._on_done(task, finding, fix, answer))
        task.failed.connect(lambda _error: self._on_ended(task))
        task.cancelled.connect(lambda: self._on_ended(task))

    def _on_done(self, task: Task, finding: Finding, fix: ReadingFix, answer: Mapping[str, Any]) -> None:
        if task is not self._task:
            return
        after = [Finding.from_json(one) for one in answer["findings"]]
        if is_remedy(finding, self._before, after):
            self._known[(finding.code, finding.where)] = fix
            self._waiting.popleft()
        self._on_ended(task)

    def _on_ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._next()
            self.changed.emit()
