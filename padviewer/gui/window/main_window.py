"""The main window: puts the panels together and the actions to work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QMainWindow, QScrollArea, QWidget

from padviewer.gui.actions import enable, make_actions, recolour
from padviewer.gui.controller import Controller
from padviewer.gui.panels.data.panel import DataPanel
from padviewer.gui.panels.findings.panel import FindingsPanel
from padviewer.gui.panels.lengths import LengthsPanel
from padviewer.gui.panels.model.panel import ModelPanel
from padviewer.gui.panels.recipe.panel import RecipePanel
from padviewer.gui.session import recent
from padviewer.gui.session.preferences import Preferences
from padviewer.gui.session.state import PANES, ModelChoice, Refusal, Session
from padviewer.gui.session.window_file import Restored
from padviewer.gui.session.window_state import UNKNOWN, WindowState, state_of
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.window import placing
from padviewer.gui.window.notices import Banner, BannerNote, Notices
from padviewer.gui.window.openings import Openings, is_dataset
from padviewer.gui.window.overlays import Dialogs
from padviewer.gui.window.panes import REFUSED, START, WORK, Panes, column
from padviewer.gui.window.refusal import RefusalPage
from padviewer.gui.window.start import StartPage
from padviewer.gui.window.status import StatusBar, status_facts
from padviewer.gui.window.tabs import HEATMAP, MASK, Views
from padviewer.gui.window.toolbar import Toolbar, WindowMenus

if TYPE_CHECKING:
    from padviewer.gui.dialogs.export.sheet import ExportSheet

TOOLBAR, STATUS = 48, 28
FRAMED_MS = 200


class MainWindow(QMainWindow):
    """Assembles the window around one controller.

    Parameters
    ----------
    controller : Controller
    settings : QSettings
        The files opened last.
    preferences : Preferences

    Signals
    -------
    window_asked (str)
        A dataset is to be opened in another window; empty for a window without one.
    preferences_changed (Preferences)
        What the person prefers from now on, in all windows.
    changed ()
        `state` is another.
    quit_asked ()
        All windows are to be closed.
    closed (MainWindow)
    """

    window_asked = Signal(str)
    preferences_changed = Signal(object)
    changed = Signal()
    quit_asked = Signal()
    closed = Signal(object)

    def __init__(
        self, controller: Controller, settings: QSettings, preferences: Preferences | None = None
    ) -> None:
        super().__init__()
        self.controller = controller
        self.preferences = preferences or Preferences.load(settings)
        self._settings = settings
        self._has_controller = True
        self._was_shown = False
        self.setWindowTitle("PadViewer")
        self.setAcceptDrops(True)
        self.start_page = StartPage()
        self.data_panel = DataPanel(controller)
        self.recipe_panel = RecipePanel(controller)
        self.lengths_panel = LengthsPanel(controller)
        self.views = Views(controller)
        self.model_panel = ModelPanel(controller)
        self.findings_panel = FindingsPanel(controller)
        self.banner = Banner()
        self.notices = Notices(self.banner, parent=self)
        self.refusal_page, self.first_refusal = RefusalPage(), RefusalPage()
        self.openings = Openings(self, controller)
        self.dialogs = Dialogs(self, self)
        self.actions_by_id = make_actions(self, self._callbacks())
        self.addActions(list(self.actions_by_id.values()))
        self.status = StatusBar(self.actions_by_id["stop"])
        self.menus = WindowMenus(self, self, settings, self.preferences.theme)
        menus = self.menus
        self.toolbar = Toolbar(
            self.actions_by_id, menus.recent, menus.samples, menus.theme, (menus.recipes, menus.presets)
        )
        self._lay_out()
        self._connect()
        self._show_recent()
        menus.recent_changed.connect(self._show_recent)
        menus.look_for_recent()
        self.start_page.set_samples(recent.samples())
        self.take_preferences(self.preferences)
        self._show_session()
        self._show_facts()
        self._show_work()
        self._fit_screen()

    def _lay_out(self) -> None:
        panels = (
            self.data_panel, self.recipe_panel, self.lengths_panel, self.views, self.model_panel,
            self.findings_panel,
        )  # fmt: skip
        self._pages = Panes(panels, self.start_page, (self.refusal_page, self.first_refusal), self.banner)
        self._pages.changed.connect(self.changed)
        self.body = column(self.toolbar, self._pages, self.status, grows=self._pages)
        self.setCentralWidget(self.body)

    def _connect(self) -> None:
        controller = self.controller
        controller.session_changed.connect(self._on_session_changed)
        controller.plan_changed.connect(self._show_facts)
        controller.view_changed.connect(self._on_view_changed)
        controller.history_changed.connect(self._enable)
        controller.work_changed.connect(self._show_work)
        controller.model.changed.connect(self._on_model_changed)
        controller.loader.refused.connect(self._on_refused)
        controller.noticed.connect(self.tell)
        controller.counting_stopped.connect(self._on_counting_stopped)
        self.openings.noted.connect(self.tell)
        self.openings.window_asked.connect(self.window_asked)
        self.openings.recipe_used.connect(partial(recent.remember_recipe, self._settings))
        self.views.read_out_changed.connect(self._show_work)
        self.views.tab_changed.connect(self.changed)
        self.views.tab_changed.connect(self._enable)
        for asking in (self.views, self.lengths_panel):
            asking.action_asked.connect(lambda name: self.actions_by_id[name].trigger())
        self.findings_panel.rows_shown.connect(self._on_rows_shown)
        self.model_panel.open_requested.connect(self.openings.open_model)
        self.start_page.open_clicked.connect(self.openings.ask)
        self.start_page.path_chosen.connect(self.openings.choose)
        for page in (self.refusal_page, self.first_refusal):
            page.open_clicked.connect(self.openings.ask)
            page.back_clicked.connect(self._show_pages)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _fit_screen(self) -> None:
        """Take the usual size, or what the screen has: on a small one the panels scroll."""
        least = placing.least_size()
        self._pages.set_least(least.width(), least.height() - look.current().px(TOOLBAR + STATUS))
        if not placing.fit_screen(self):
            self.tell_at_start(
                "info", tr("The screen is smaller than the window needs. Scroll to see the rest.")
            )

    # -- what is shown -------------------------------------------------------------------------
    def is_empty(self) -> bool:
        """Whether no dataset is open or being opened."""
        return self.controller.session.source is None and not self.controller.work

    def tell(
        self, level: Any, sentence: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Say a sentence in the banner, with what can be done: its words, and what does it."""
        self.notices.tell(BannerNote(level, sentence, action), act)

    def tell_at_start(
        self, level: Any, sentence: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Say a sentence that stays when the first dataset opens, after those that were said so before."""
        self.notices.tell_at_start(BannerNote(level, sentence, action), act)

    def _show_recent(self) -> None:
        self.start_page.set_recent(self.menus.recent_files())

    def tell_change(self, said: str) -> None:
        """Say what happened to the file since the window was closed; nothing for no sentence."""
        if said and self.controller.session.source is None:
            self.tell_at_start("info", said)
        elif said:
            self.tell("info", said)

    def _on_session_changed(self, old: Session, new: Session) -> None:
        if (old.source and old.source.path) != (new.source and new.source.path) and new.source is not None:
            self.notices.turn_over()
            self.openings.watch(new.source.path)
        if (
            new.source is not None
            and new.source.complete
            and (old.source is None or old.source != new.source)
        ):
            recent.remember(self._settings, new)
        self._show_session()
        self.changed.emit()

    def _on_view_changed(self, _old: object, _new: object) -> None:
        self.changed.emit()

    def _show_session(self) -> None:
        session = self.controller.session
        source = session.source
        shown = ""
        recipe = session.planned
        if recipe is not None:
            column = recipe.column(session.tensor)
            shown = f"{column} → {session.tensor}"
            if session.looked is not None:
                shown = tr("{column}, only looked at", column=column)
        self.toolbar.set_shown("" if source is None else source.name, shown)
        self.setWindowTitle("PadViewer" if source is None else f"{source.name} – PadViewer")
        self._show_pages()
        self._enable()

    def _show_pages(self) -> None:
        self._pages.centre.setCurrentIndex(0)
        self._show_page()

    def _show_page(self) -> None:
        """Show the panels as soon as one has something to say."""
        nothing = (
            self.controller.session.source is None and self.controller.model.state.choice == ModelChoice()
        )
        page = START if nothing else WORK
        if page != self._pages.currentIndex():
            self._pages.show_page(page)
            self.setFocus()

    def _enable(self) -> None:
        controller = self.controller
        states: set[Any] = set()
        if controller.plan is not None:
            states.add("data")
            if self.views.tabs.currentIndex() in (HEATMAP, MASK):
                states.add("cells")
        if controller.history.undo_name:
            states.add("undo")
        if controller.history.redo_name:
            states.add("redo")
        if controller.work:
            states.add("work")
        enable(self.actions_by_id, states)
        for key, name in (("undo", controller.history.undo_name), ("redo", controller.history.redo_name)):
            action = self.actions_by_id[key]
            words = action.text()
            action.setToolTip(tr("{action}: {step}", action=words, step=name) if name else words)

    def _show_facts(self) -> None:
        self.status.set_facts(status_facts(self.controller))
        self._enable()

    def _show_work(self) -> None:
        """Say what goes on; else what is pointed at; else that all is done."""
        work = next(iter(self.controller.work.values()), None)
        if work is not None:
            self.status.set_work(work)
        else:
            self.status.set_message(self.views.read_out or tr("Ready"))
        self.actions_by_id["stop"].setEnabled(work is not None)

    def _on_model_changed(self) -> None:
        self.changed.emit()
        if self._pages.currentIndex() != REFUSED:
            self._show_page()

    def _on_refused(self, refusal: Refusal) -> None:
        source = self.controller.session.source
        self.notices.tell_when_open(None)
        page = self.first_refusal if source is None else self.refusal_page
        page.set_refusal(refusal, "" if source is None else source.name)
        if source is None:
            self._pages.setCurrentIndex(REFUSED)
        else:
            self._pages.centre.setCurrentIndex(1)

    def _on_counting_stopped(self) -> None:
        said = tr("Counting was stopped. What is not counted is not shown.")
        self.tell("info", said, tr("Count on"), self.controller.count_on)

    def _on_rows_shown(self, rows: tuple[int, ...]) -> None:
        self.views.go_to_row(rows[0])

    @property
    def sheet(self) -> ExportSheet:
        """The sheet of the export."""
        return self.dialogs.export_sheet

    # -- actions -------------------------------------------------------------------------------
    def _callbacks(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its id."""
        return {
            **self.openings.callbacks(),
            **self.dialogs.callbacks(),
            **self.views.callbacks(),
            **{f"fold_{name}": partial(self._fold, name) for name in PANES},
            "presets": self._show_presets,
            "undo": self.controller.undo,
            "redo": self.controller.redo,
            "stop": self.controller.stop,
            "next_finding": self.findings_panel.show_next,
            "next_panel": lambda: self._pages.focus_next(1),
            "previous_panel": lambda: self._pages.focus_next(-1),
            "theme": lambda: self.menus.theme.popup(self.mapToGlobal(self.rect().topRight())),
            "close": self.close,
            "quit": self.quit_asked.emit,
        }

    def _fold(self, name: str) -> None:
        self._pages.fold(name)

    def _show_presets(self) -> None:
        self.menus.show_presets()  # the menus are made of the actions, and so after them

    def open(self, path: str) -> None:
        """Open a dataset, a model or a recipe, by its name."""
        self.openings.open(path)

    # -- preferences ---------------------------------------------------------------------------
    def set_theme(self, choice: Any) -> None:
        """Use another theme from now on: "system", "light" or "dark"."""
        self.dialogs.prefer(theme=choice)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scroll to what has the focus, unless the mouse put it there."""
        if new is None or not self.isAncestorOf(new) or QApplication.mouseButtons():
            return
        parent = new.parentWidget()
        while parent is not None and parent is not self:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(new, 8, 8)
            parent = parent.parentWidget()

    def take_preferences(self, preferences: Preferences) -> None:
        """Show what is preferred now; language and size are those of the windows that are made next."""
        before, self.preferences = self.preferences, preferences
        recolour(self.actions_by_id)
        self.menus.show_theme(preferences.theme)
        self.dialogs.take_preferences(preferences)
        if before.ramp != preferences.ramp or self.is_empty():
            self.views.prefer_ramp(preferences.ramp)

    # -- for the next start --------------------------------------------------------------------
    def state(self) -> WindowState | None:
        """Return what is open here, to be opened again; None while nothing is."""
        tab = self.actions_by_id[f"tab_{self.views.tabs.currentIndex() + 1}"].objectName()
        identity = self.openings.identity() or UNKNOWN
        geometry = bytes(self.saveGeometry().data())
        model = self.controller.model.state.choice
        session, view = self.controller.session, self.controller.view
        return state_of(session, view, tab, geometry, identity, model, self._pages.sizes())

    def restore(self, state: WindowState) -> None:
        """Open what was open, as it was looked at."""
        if state.geometry:
            self.restoreGeometry(state.geometry)
        self._pages.set_sizes(state.panes)
        if state.tab in self.actions_by_id:
            self.views.tabs.setCurrentIndex(int(state.tab.removeprefix("tab_")) - 1)
        self.controller.restore(state)

    def offer_restore(self, found: Restored, restore: Callable[[], None]) -> None:
        """Say that the program ended unexpectedly and offer what was open."""
        names = ", ".join(dict.fromkeys(Path(one.path).name for one in found.states))
        said = tr("PadViewer ended unexpectedly. It had {files} open.", files=names)
        self.tell_at_start("warning", said, tr("Restore"), restore)

    def take_over(self, old: MainWindow) -> None:
        """Stand where another window of the same controller stands."""
        placing.stand_in_place(self, old)
        self.views.tabs.setCurrentIndex(old.views.tabs.currentIndex())
        self._pages.set_sizes(old._pages.sizes())
        self.notices.take_over(old.notices)
        if self.controller.session.source is not None:
            self.openings.watch(self.controller.session.source.path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            QTimer.singleShot(FRAMED_MS, self, partial(placing.keep_on_screen, self))
        self._was_shown = True

    def let_go(self) -> None:
        """Leave the controller to another window."""
        self._has_controller = False
        self.dialogs.stop_check()
        self.openings.watch("")

    # -- events --------------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            opens_here = self.controller.session.source is None and any(map(is_dataset, paths))
            said = self.openings.drop(paths)
            if said and opens_here:
                self.notices.tell_when_open(BannerNote("info", said))
            elif said:
                self.tell("info", said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.openings.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._has_controller:
            self.closed.emit(self)
            self.dialogs.stop_check()
            self.controller.shutdown()
            self.openings.watch("")
            for chart in self.findChildren(QGraphicsView):  # one that is open at exit ends the process
                chart.close()
        event.accept()
