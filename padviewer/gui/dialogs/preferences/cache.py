"""The cache in the preferences: where it is, how large, and the button that empties it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from padviewer.core.errors import PadViewerError
from padviewer.core.store.cache import CacheFacts, cache_facts, empty_cache
from padviewer.gui.style import numbers
from padviewer.gui.style.words import problem_words, tr, tr_count
from padviewer.gui.widgets.buttons import Button
from padviewer.gui.widgets.elided import ElidedLabel
from padviewer.gui.widgets.note import NoteLine

if TYPE_CHECKING:
    from padviewer.gui.controller import Controller

CHANNEL = "cache"


class CacheSection(QWidget):
    """The cache's place and size, and what emptying it gave back; all of it is found out in jobs.

    Parameters
    ----------
    controller : Controller
        Runs them.
    """

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.place = NoteLine()
        self.place.make_selectable()
        self.size_label = ElidedLabel("", "body", "t1")
        self.empty = Button(tr("Empty the cache"))
        self.said = NoteLine("ok", "ok")
        self.problem = NoteLine("error", "err", "err")
        emptying = QHBoxLayout()
        emptying.setContentsMargins(0, 4, 0, 4)
        emptying.addWidget(self.size_label, 1)
        emptying.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.place)
        layout.addLayout(emptying)
        layout.addWidget(self.said)
        layout.addWidget(self.problem)
        self.empty.clicked.connect(self._on_empty)

    def measure(self) -> None:
        """Find out how large the cache is."""
        self.said.say("")
        self.problem.say("")
        self.empty.setEnabled(True)
        self.size_label.set_text(tr("The size is counted."))
        self._run(lambda _context: cache_facts(), self._on_facts)

    def _on_empty(self) -> None:
        self.said.say("")
        self.problem.say("")
        self.empty.setEnabled(False)
        self._run(lambda context: empty_cache(context.should_stop), self._on_emptied)

    def _run(self, function: Callable[[Any], CacheFacts], done: Callable[[CacheFacts], None]) -> None:
        """Run a job; the window may be another, and this gone, when its answer comes."""

        def take(facts: CacheFacts) -> None:
            if isValid(self):
                done(facts)

        def fail(error: Exception) -> None:
            if isValid(self):
                self._on_failed(error)

        self._controller.jobs.submit(CHANNEL, function, take, fail)

    def _on_facts(self, facts: CacheFacts) -> None:
        self.place.say(facts.place)
        size = numbers.size(facts.nbytes)
        words = tr_count("{size} of {count} file", "{size} of {count} files", facts.kept, size=size)
        self.size_label.set_text(words)

    def _on_emptied(self, facts: CacheFacts) -> None:
        self.empty.setEnabled(True)
        self._on_facts(facts)
        size = numbers.size(facts.freed)
        words = tr("{size} are free again.", size=size)
        if facts.kept:
            words = tr_count(
                "{size} are free again. The rows of {count} file stay: they are in use.",
                "{size} are free again. The rows of {count} files stay: they are in use.",
                facts.kept,
                size=size,
            )
        self.said.say(words)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PadViewerError):
            raise error
        self.empty.setEnabled(True)
        self.size_label.set_text("")
        self.problem.say(problem_words(error))
