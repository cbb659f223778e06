"""The windows of the program: one a dataset, made anew in another language, remembered for next time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from padviewer.gui.controller import Controller
from padviewer.gui.session.preferences import Preferences
from padviewer.gui.session.window_file import Restored, SessionFile
from padviewer.gui.session.window_state import WindowState, change_since
from padviewer.gui.style import theme as look
from padviewer.gui.style import words
from padviewer.gui.style.words import told, tr
from padviewer.gui.tasks.children import Worker, WorkerPool
from padviewer.gui.tasks.jobs import JobContext, Jobs
from padviewer.gui.window.main_window import MainWindow
from padviewer.gui.window.placing import stand_beside

MODEL_START_MS = 1000
REMEMBER_MS = 2000


class Windows(QObject):
    """Makes windows and keeps them alive; what one of them prefers holds for all.

    Parameters
    ----------
    app : QApplication
    settings : QSettings
        The preferences and the files opened last.
    session_file : SessionFile or None
        Where what is open is remembered; None: nowhere.
    theme : {"", "system", "light", "dark"}
        In place of the preferred one; "" for none.

    Signals
    -------
    made (MainWindow)
        Another window, not shown yet.
    """

    made = Signal(object)

    def __init__(
        self,
        app: QApplication,
        settings: QSettings,
        session_file: SessionFile | None = None,
        *,
        theme: str = "",
    ) -> None:
        super().__init__(app)
        self.app = app
        self._settings = settings
        self._file = session_file
        self._theme = theme
        self._jobs = Jobs()
        self._is_over = False
        self._is_clean = True
        self._last: tuple[WindowState, ...] = ()
        self.windows: list[MainWindow] = []
        self._stale: list[MainWindow] = []  # of another language or size than is preferred now
        self.preferences = Preferences.load(settings)
        self._timer = QTimer(self, singleShot=True, interval=REMEMBER_MS)
        self._timer.timeout.connect(self._remember)
        self._anew = QTimer(self, singleShot=True, interval=0)
        self._anew.timeout.connect(self._make_next_anew)
        if sys.platform == "darwin":  # elsewhere a document comes by the command line
            app.installEventFilter(self)
        self._dress()

    def _dress(self) -> None:
        """Let the application speak and look as is preferred."""
        words.install(self.app, self.preferences.language)
        look.apply(
            self.app,
            look.choose(
                self._choice(),
                self.app,
                size=self.preferences.size,
                reduced_motion=self.preferences.reduced_motion,
            ),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self.open(event.file())  # how macOS hands over a document
            return True
        return super().eventFilter(watched, event)

    def _choice(self) -> look.Choice:
        return next((one for one in look.CHOICES if one == self._theme), self.preferences.theme)

    # -- windows -------------------------------------------------------------------------------
    def add(self, controller: Controller | None = None) -> MainWindow:
        """Make a window, not shown yet; without a controller it has one of its own, with its children."""
        window = MainWindow(controller or self._controller(), self._settings, self.preferences)
        look.dress(window)
        window.window_asked.connect(self.open)
        window.preferences_changed.connect(self.set_preferences)
        window.changed.connect(self._timer.start)
        window.quit_asked.connect(self.shutdown)
        window.closed.connect(self._on_closed)
        self.windows.append(window)
        if self.preferences.problems:
            window.tell_at_start("info", " ".join(map(told, self.preferences.problems)))
            self.preferences = replace(self.preferences, problems=())
            self.preferences.save(self._settings)
        self.made.emit(window)
        return window

    def _controller(self) -> Controller:
        pool, jobs = WorkerPool("data"), Jobs()
        controller = Controller(pool, self._model_worker, jobs)
        pool.setParent(controller)
        jobs.setParent(controller)
        self._prefer(controller)
        return controller

    def _model_worker(self) -> Worker:
        return Worker("model", interpreter=self.preferences.interpreter or None)

    def _prefer(self, controller: Controller) -> None:
        controller.in_memory = self.preferences.memory_mb * 1_000_000
        controller.ramp = self.preferences.ramp
        controller.loader.cap = self.preferences.cache_gb * 1_000_000_000

    def open(self, path: str) -> MainWindow:
        """Open a dataset in a window that has none, or else in another one; an empty path opens none."""
        window = next((one for one in self.windows if one.is_empty()), None)
        if window is None or not path:
            others = list(self.windows)
            window = self.add()
            stand_beside(window, others)
            window.show()
            QTimer.singleShot(MODEL_START_MS, window, window.controller.model.start)
        window.raise_()
        window.activateWindow()
        if path:
            window.open(path)
        return window

    def _on_closed(self, window: MainWindow) -> None:
        if window in self.windows:
            states = self._last or self._states()
            self.windows.remove(window)
            if not self.windows:
                self._end(states)
            else:
                self._timer.start()
                window.deleteLater()
                window.controller.deleteLater()

    # -- preferences ---------------------------------------------------------------------------
    def set_preferences(self, preferences: Preferences) -> None:
        """Adopt what a person prefers; windows are made anew where their texts or sizes are others."""
        old, self.preferences = self.preferences, preferences
        self._theme = ""
        problem = preferences.save(self._settings, old)
        self._dress()
        for window in self.windows:
            self._prefer(window.controller)
            if old.interpreter != preferences.interpreter:
                window.controller.model.restart()
        if (old.language, old.size) != (preferences.language, preferences.size):
            for window in self.windows:
                window.preferences = preferences
            front = self.app.activeWindow()
            self._stale = sorted(self.windows, key=lambda one: one is not front)
            self._make_next_anew()
        else:
            for window in self.windows:
                window.take_preferences(preferences)
        if problem and self.windows:
            self.windows[0].tell("warning", problem)

    def _make_next_anew(self) -> None:
        """Make the next window anew: each in a turn of its own, so that the first one answers meanwhile."""
        self._stale = [one for one in self._stale if one in self.windows]
        if self._stale:
            self._make_anew(self._stale.pop(0))
        if self._stale:
            self._anew.start()

    def _make_anew(self, old: MainWindow) -> None:
        """Put a new window around the controller of an old one, in its place."""
        at, is_front = self.windows.index(old), old.isActiveWindow()
        del self.windows[at]
        new = self.add(old.controller)
        self.windows.remove(new)
        self.windows.insert(at, new)
        new.take_over(old)
        old.let_go()
        new.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not is_front)
        new.show()
        new.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        new.views.take_over(old.views)
        if is_front:
            new.activateWindow()
        new.dialogs.take_over(old.dialogs)
        old.hide()
        old.deleteLater()

    # -- what is open is remembered ------------------------------------------------------------
    def _states(self) -> tuple[WindowState, ...]:
        found = (window.state() for window in self.windows)
        return tuple(one for one in found if one is not None)

    def _remember(self) -> None:
        file, states = self._file, self._states()
        if file is not None and not self._is_over:
            self._jobs.submit(
                "session", lambda _context: file.save(states), lambda _none: None, self._on_not_remembered
            )

    def _on_not_remembered(self, error: Exception) -> None:
        """Say once that nothing is remembered, and try no more."""
        from padviewer.core.errors import PadViewerError

        if not isinstance(error, PadViewerError):
            raise error
        file, self._file = self._file, None
        if file is None:
            return
        said = tr(
            "What is open is not remembered for the next start: {folder} cannot be written.",
            folder=str(file.folder),
        )
        for window in self.windows[:1]:
            window.tell("warning", said)

    def _end(self, states: tuple[WindowState, ...]) -> None:
        """Write down whether the person ended the program, and with what."""
        self._is_over = True
        self._timer.stop()
        self._jobs.shutdown()
        if self._file is not None:
            from padviewer.core.errors import PadViewerError

            try:
                self._file.save(states, clean=self._is_clean)
            except PadViewerError:
                return  # there is nobody left to tell
            finally:
                self._file.close()

    def begin(self, *, is_asked: bool) -> None:
        """Offer what was open last, or open it again where that is preferred.

        Parameters
        ----------
        is_asked : bool
            Whether something else is opened already: then what ended well is not offered.
        """

        def take(found: Restored) -> None:
            if not self.windows:
                return
            window = self.windows[0]
            if found.problems:
                window.tell_at_start("info", " ".join(found.problems))
            if not found.states or (found.was_clean and is_asked):
                return
            if found.was_clean and self.preferences.reopen:
                self.restore(found)
            elif not found.was_clean:
                window.offer_restore(found, partial(self.restore, found))

        self.offer(take)

    def offer(self, then: Callable[[Restored], None]) -> None:
        """Look in a job for what was open last; `then` is told, unless nothing was."""
        file = self._file
        if file is None:
            return

        def load(_context: JobContext) -> Restored:
            return file.load()

        def take(found: Restored) -> None:
            if found.states or found.problems:
                then(found)

        self._jobs.submit("restore", load, take)

    def restore(self, found: Restored) -> None:
        """Open again what was open last."""
        for number, state in enumerate(found.states):
            window = next((one for one in self.windows if one.is_empty()), None) or self.add()
            window.restore(state)
            window.show()
            self._jobs.call(f"change {number}", partial(change_since, state), window.tell_change)
        file = self._file
        if file is not None and not self._is_over:

            def keep(_context: JobContext) -> None:
                file.save(found.states)
                file.forget(found)

            self._jobs.submit("session", keep, lambda _none: None, self._on_not_remembered)

    def shutdown(self, *, clean: bool = True) -> None:
        """Close all windows, and remember all of them; nothing runs any more.

        Parameters
        ----------
        clean : bool
            Whether this is what the person, or the system for them, wants.
        """
        self._is_clean = clean
        self._last = self._states()
        for window in list(self.windows):
            window.close()
        self._jobs.shutdown()
