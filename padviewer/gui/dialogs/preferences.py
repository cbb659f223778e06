"""The preferences sheet: how the window looks and speaks, what it may use, which Python runs models."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from padviewer.core.errors import PadViewerError
from padviewer.core.picture.ramps import RAMPS
from padviewer.core.store.cache import CacheFacts, cache_facts, empty_cache
from padviewer.gui.session.preferences import CACHE_GB, MEMORY_MB, SIZES, Preferences
from padviewer.gui.style import numbers
from padviewer.gui.style.words import LANGUAGES, mark, problem_words, tr, tr_count
from padviewer.gui.widgets.buttons import Button, Segmented
from padviewer.gui.widgets.choice import Choice
from padviewer.gui.widgets.field import Field, FormRow
from padviewer.gui.widgets.labels import ElidedLabel, NoteLine
from padviewer.gui.widgets.popup import MARGIN, SideSheet

if TYPE_CHECKING:
    from padviewer.gui.controller import Controller

CHANNEL = "cache"
WHOLE = re.compile(r"[0-9]{1,9}|[0-9]{1,3}([,. \u00a0\u202f’][0-9]{3}){1,2}")  # as any locale groups it


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


class PreferencesSheet(SideSheet):
    """A sheet at the right edge of the window; every choice holds at once.

    Signals
    -------
    changed (Preferences)
        The person chose something else.
    interpreter_check_asked (str)
        Find out whether this Python has TensorFlow and tell `show_interpreter`; empty for PadViewer's own.

    Parameters
    ----------
    controller : Controller
        Runs what looks into the cache.
    preferences : Preferences
        What holds now.
    parent : QWidget
        The window whose right edge it covers.
    """

    changed = Signal(object)
    interpreter_check_asked = Signal(str)

    def __init__(
        self, controller: Controller, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self._asked_about: str | None = None
        self.setAccessibleName(tr("Preferences"))
        as_system = tr("As the system")
        self.theme = Segmented(
            tr("Theme"), (("system", as_system), ("light", tr("Light")), ("dark", tr("Dark")))
        )
        self.language = Choice(
            tr("Language"),
            [(key, as_system if key == "system" else words) for key, words in LANGUAGES],
        )
        self.size_choice = Choice(
            tr("Size of text and controls"),
            [(str(one), tr("{number} %", number=numbers.count(one))) for one in SIZES],
        )
        self.ramp = Choice(tr("Colours of a new view"), [(one, one) for one in RAMPS])
        self.motion = Segmented(
            tr("Reduced motion"), (("system", as_system), ("on", tr("On")), ("off", tr("Off")))
        )
        self.reopen = Segmented(
            tr("At the start"), (("yes", tr("Open the last file")), ("no", tr("Begin empty")))
        )
        self.memory = Field(tr("Memory, MB"), number=True)
        self.cache = Field(tr("Cache, GB"), number=True)
        self.stores = CacheSection(controller)
        self.interpreter = Field(tr("Python"), unit=tr("path; empty for PadViewer's own"))
        self.browse = Button(tr("Choose"))
        self.browse.setAccessibleName(tr("Choose a Python"))
        self.check = Button(tr("Check"))
        self.check.setAccessibleName(tr("Check whether this Python has TensorFlow"))
        self.checking = NoteLine("info", "info")
        self.good = NoteLine("ok", "ok")
        self.bad = NoteLine("error", "err", "err")
        self._rows: list[FormRow] = []
        self._lay_out()
        self._connect()
        self.set_preferences(preferences)

    # -- look ----------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(MARGIN, 4, MARGIN, 16)
        body.setSpacing(0)
        self._section(body, tr("Look"))
        for label, control in (
            (tr("Theme"), self.theme),
            (tr("Language"), self.language),
            (tr("Size"), self.size_choice),
            (tr("Colours"), self.ramp),
            (tr("Reduced motion"), self.motion),
        ):
            self._row(body, FormRow(label, [control]))
        self._section(body, tr("Start"))
        self._row(body, FormRow(tr("At the start"), [self.reopen]))
        self._section(body, tr("Memory and disk"))
        self._row(body, self.memory)
        self._note(body, tr("What the views may hold in memory; a larger column is read from the disk."))
        self._row(body, self.cache)
        self._note(body, tr("What the rows of all files that were read may take on the disk:"))
        body.addWidget(self.stores)
        self._section(body, tr("Python for models"))
        self._note(body, tr("Models need TensorFlow, which does not come with every PadViewer. Give a Python "
                            "that has it, or leave the field empty for PadViewer's own."))  # fmt: skip
        self._row(body, self.interpreter)
        checking = QHBoxLayout()
        checking.setContentsMargins(0, 4, 0, 4)
        checking.setSpacing(8)
        checking.addStretch(1)
        checking.addWidget(self.browse)
        checking.addWidget(self.check)
        body.addLayout(checking)
        for note in (self.checking, self.good, self.bad):
            body.addWidget(note)
        widest = max(row.label_width() for row in self._rows)
        for row in self._rows:
            row.set_label_width(widest)
        body.addStretch(1)
        self.lay_out(ElidedLabel(tr("Preferences"), "title", "t1"), tr("Close the preferences"), content)

    def _section(self, body: QVBoxLayout, title: str) -> None:
        body.addSpacing(16 if body.count() else 0)
        body.addWidget(ElidedLabel(title, "head", "t1"))
        body.addSpacing(4)

    def _row(self, body: QVBoxLayout, row: FormRow) -> None:
        self._rows.append(row)
        body.addWidget(row)

    @staticmethod
    def _note(body: QVBoxLayout, words: str) -> None:
        note = NoteLine()
        body.addWidget(note)  # first: shown without a parent it would be a window
        note.say(words)

    def _connect(self) -> None:
        self.theme.chosen.connect(lambda key: self._change(theme=key))
        self.language.currentIndexChanged.connect(lambda _at: self._change(language=self.language.key()))
        self.size_choice.currentIndexChanged.connect(
            lambda _at: self._change(size=int(self.size_choice.key()))
        )
        self.ramp.currentIndexChanged.connect(lambda _at: self._change(ramp=self.ramp.key()))
        self.motion.chosen.connect(lambda key: self._change(reduced_motion=key))
        self.reopen.chosen.connect(lambda key: self._change(reopen=key == "yes"))
        self.memory.entered.connect(self._on_memory)
        self.cache.entered.connect(self._on_cache)
        self.interpreter.entered.connect(self._on_interpreter)
        self.browse.clicked.connect(self._on_browse)
        self.check.clicked.connect(self._on_check)
        for field in (self.memory, self.cache, self.interpreter):
            edit = field.focusProxy()
            if edit is not None:
                edit.installEventFilter(self)

    # -- what is shown -------------------------------------------------------------------------
    def open_sheet(self) -> None:
        """Show the sheet, and ask how large the cache is."""
        for note in (self.checking, self.good, self.bad):
            note.say("")
        self._asked_about = None
        self.set_preferences(self.preferences)
        self.show_above()
        self.theme.setFocus()
        self.stores.measure()

    def set_preferences(self, preferences: Preferences) -> None:
        """Show what holds now, without a signal; a field whose value is as it was keeps what is typed."""
        before, self.preferences = dict(self._good_texts()), preferences
        self.theme.set_key(preferences.theme)
        self.language.set_key(preferences.language)
        self.size_choice.set_key(str(preferences.size))
        self.ramp.set_key(preferences.ramp)
        self.motion.set_key(preferences.reduced_motion)
        self.reopen.set_key("yes" if preferences.reopen else "no")
        for field, words in self._good_texts():
            if words != before[field] or not self.isVisible():
                field.set_text(words)

    def _change(self, **fields: Any) -> None:
        preferences = replace(self.preferences, **fields, problems=())
        if preferences != self.preferences:
            self.preferences = preferences
            self.changed.emit(preferences)  # last: another language ends this sheet

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Escape to a field whose text is another than the one that holds; else it closes the sheet."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and any(watched is one.focusProxy() and one.text() != good for one, good in self._good_texts())
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _good_texts(self) -> tuple[tuple[Field, str], ...]:
        held = self.preferences
        return (
            (self.memory, str(held.memory_mb)),
            (self.cache, str(held.cache_gb)),
            (self.interpreter, held.interpreter),
        )

    # -- numbers -------------------------------------------------------------------------------
    def _on_memory(self, words: str) -> None:
        wrong = mark("Memory is a whole number from {least} to {most} MB.")
        self._take_number("memory_mb", self.memory, words, MEMORY_MB, wrong)

    def _on_cache(self, words: str) -> None:
        wrong = mark("The cache is a whole number from {least} to {most} GB.")
        self._take_number("cache_gb", self.cache, words, CACHE_GB, wrong)

    def _take_number(self, name: str, field: Field, words: str, limits: tuple[int, int], wrong: str) -> None:
        number = _whole(words, limits)
        if number is None:
            least, most = (numbers.count(one) for one in limits)
            field.set_error(tr(wrong, least=least, most=most))
            return
        field.set_text(str(number))
        self._change(**{name: number})

    # -- the Python of the model child ---------------------------------------------------------
    def _on_interpreter(self, words: str) -> None:
        path = str(Path(words).expanduser()) if words else ""
        problem = _interpreter_problem(path)
        if problem:
            self.interpreter.set_error(problem)
            return
        self.interpreter.set_text(path)
        for note in (self.checking, self.good, self.bad):
            note.say("")
        self._asked_about = None
        self._change(interpreter=path)

    def _on_browse(self) -> None:
        start = self.preferences.interpreter or str(Path.home())
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a Python"), start)
        if path:
            self._on_interpreter(path)

    def _on_check(self) -> None:
        path = self.preferences.interpreter
        self._asked_about = path
        self.good.say("")
        self.bad.say("")
        self.checking.say(tr("This Python is asked for TensorFlow."))
        self.interpreter_check_asked.emit(path)

    def show_interpreter(self, said: str, good: bool, path: str | None = None) -> None:
        """Show what was found out about a Python.

        Parameters
        ----------
        said : str
            Such as “TensorFlow 2.21.0”, or why there is none, as a sentence.
        good : bool
            Whether TensorFlow is there.
        path : str or None
            The Python that was asked about; an answer about another one than the last is dropped.
        """
        if self._asked_about is None or (path is not None and path != self._asked_about):
            return
        self._asked_about = None
        self.checking.say("")
        self.good.say(said if good else "")
        self.bad.say("" if good else said)


def _whole(words: str, bounds: tuple[int, int]) -> int | None:
    """Return a whole number within bounds; None for anything else."""
    if not WHOLE.fullmatch(words):
        return None
    number = int(re.sub(r"[^0-9]", "", words))
    return number if bounds[0] <= number <= bounds[1] else None


def _interpreter_problem(path: str) -> str:
    """Return why a file cannot be a Python to start, as a sentence; empty for nothing."""
    if not path:
        return ""
    try:
        if Path(path).is_file():
            return ""
    except (OSError, ValueError):
        return tr("This cannot be a path.")
    if path.isprintable():
        return tr("There is no file {path}.", path=path)
    return tr("This cannot be a path.")
