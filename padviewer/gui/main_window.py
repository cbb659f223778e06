"""The main window: puts the panels together and the actions to work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QMainWindow,
    QMenu,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from padviewer.gui import numbers, recent
from padviewer.gui import theme as look
from padviewer.gui.actions import enable, make_actions, recolour
from padviewer.gui.banner import Banner, BannerNote
from padviewer.gui.controller import Controller
from padviewer.gui.data_panel import DataPanel
from padviewer.gui.export_sheet import ExportSheet
from padviewer.gui.findings_panel import FindingsPanel
from padviewer.gui.keys_dialog import KeysDialog
from padviewer.gui.lengths_panel import LengthsPanel
from padviewer.gui.model_panel import ModelPanel
from padviewer.gui.recipe_panel import RecipePanel
from padviewer.gui.refusal_page import RefusalPage
from padviewer.gui.session import ModelChoice, Refusal, Session
from padviewer.gui.start_page import StartPage
from padviewer.gui.status_line import StatusFact, StatusLine
from padviewer.gui.toolbar import Toolbar
from padviewer.gui.views import Views

LEFT, RIGHT, LENGTHS = 280, 328, 200
NARROW_LEFT, NARROW_RIGHT, NARROW_LENGTHS = 264, 312, 184
NARROW = 1360
START, WORK, REFUSED = range(3)
START_FACT = "Nothing is uploaded. Files are read in a separate process."
THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))


class MainWindow(QMainWindow):
    """Assembles the window around one controller.

    Parameters
    ----------
    controller : Controller
    settings : QSettings
        What is remembered: the theme, the files opened last.
    """

    def __init__(self, controller: Controller, settings: QSettings) -> None:
        super().__init__()
        self.controller = controller
        self._settings = settings
        self._keys: KeysDialog | None = None
        self._note_when_open: BannerNote | None = None
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
        self.refusal_page, self.first_refusal = RefusalPage(), RefusalPage()
        self.status = StatusLine()
        self.actions_by_id = make_actions(self, self._callbacks())
        self.addActions(list(self.actions_by_id.values()))
        self._recent_menu, self._samples_menu = QMenu("Recent", self), QMenu("Samples", self)
        self._recent_menu.aboutToShow.connect(self._fill_recent)
        self._theme_menu = self._make_theme_menu()
        self.toolbar = Toolbar(self.actions_by_id, self._recent_menu, self._samples_menu, self._theme_menu)
        self._lay_out()
        self.sheet = ExportSheet(controller, self.centralWidget())
        px = look.current().px
        self.sheet.set_margins(px(48), px(28))
        self.sheet.hide()
        self._connect()
        self._fill_start()
        self._show_session()
        self._show_facts()
        self._show_work()
        self.setMinimumSize(QSize(1120, 720))
        self.resize(1440, 900)

    # -- what stands where ---------------------------------------------------------------------
    def _lay_out(self) -> None:
        self._left = _column(self.data_panel, self.recipe_panel)
        self._right = _scrolled(_column(self.model_panel, self.findings_panel), "Model and findings")
        centre = QWidget()
        stacked = QVBoxLayout(centre)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(0)
        stacked.addWidget(self.lengths_panel)
        stacked.addWidget(self.views, 1)
        self._centre = QStackedWidget()
        self._centre.addWidget(centre)
        self._centre.addWidget(self.refusal_page)
        middle = QWidget()
        with_banner = QVBoxLayout(middle)
        with_banner.setContentsMargins(0, 0, 0, 0)
        with_banner.setSpacing(0)
        with_banner.addWidget(self.banner)
        with_banner.addWidget(self._centre, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for widget in (self._left, middle, self._right):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._pages = QStackedWidget()
        for page in (self.start_page, self._splitter, self.first_refusal):
            self._pages.addWidget(page)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        controller = self.controller
        controller.session_changed.connect(self._on_session_changed)
        controller.plan_changed.connect(self._show_facts)
        controller.history_changed.connect(self._enable)
        controller.work_changed.connect(self._show_work)
        controller.model_changed.connect(self._on_model_changed)
        controller.refused.connect(self._on_refused)
        controller.noticed.connect(self._on_noticed)
        self.views.read_out_changed.connect(lambda _words: self._show_work())
        self.findings_panel.rows_shown.connect(self._on_rows_shown)
        self.model_panel.open_requested.connect(self.open_model)
        self.start_page.open_clicked.connect(self.open_file)
        self.start_page.path_chosen.connect(self.open)
        for page in (self.refusal_page, self.first_refusal):
            page.open_clicked.connect(self.open_file)
            page.back_clicked.connect(self._show_pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        was_narrow = event.oldSize().width() < NARROW
        if not event.oldSize().isValid() or narrow != was_narrow:
            px = look.current().px
            left, right = (NARROW_LEFT, NARROW_RIGHT) if narrow else (LEFT, RIGHT)
            self._left.setMinimumWidth(px(NARROW_LEFT))
            self._right.setMinimumWidth(px(NARROW_RIGHT))
            middle = max(event.size().width() - px(left) - px(right), 1)
            self._splitter.setSizes([px(left), middle, px(right)])
            self.lengths_panel.setFixedHeight(px(NARROW_LENGTHS if narrow else LENGTHS))

    # -- what is shown -------------------------------------------------------------------------
    def _on_session_changed(self, old: Session, new: Session) -> None:
        if (old.source and old.source.path) != (new.source and new.source.path) and new.source is not None:
            self.banner.set_note(self._note_when_open)
            self._note_when_open = None
        if (
            new.source is not None
            and new.source.complete
            and (old.source is None or old.source != new.source)
        ):
            recent.remember(self._settings, new)
        self._show_session()

    def _show_session(self) -> None:
        session = self.controller.session
        source = session.source
        shown = ""
        if session.recipe is not None:
            column = session.recipe.column(session.tensor)
            shown = f"{column} → {session.tensor}"
        self.toolbar.set_shown("" if source is None else source.name, shown)
        self.setWindowTitle("PadViewer" if source is None else f"{source.name} – PadViewer")
        self._show_pages()
        self._enable()

    def _show_pages(self) -> None:
        self._centre.setCurrentIndex(0)
        self._show_page()

    def _show_page(self) -> None:
        """Show the panels as soon as one has something to say."""
        nothing = (
            self.controller.session.source is None and self.controller.model.state.choice == ModelChoice()
        )
        page = START if nothing else WORK
        if page != self._pages.currentIndex():
            self._pages.setCurrentIndex(page)
            self.setFocus()

    def _enable(self) -> None:
        controller = self.controller
        states: set[Any] = set()
        if controller.plan is not None:
            states.add("data")
        if controller.undo_name:
            states.add("undo")
        if controller.redo_name:
            states.add("redo")
        enable(self.actions_by_id, states)
        for key, name in (("undo", controller.undo_name), ("redo", controller.redo_name)):
            action = self.actions_by_id[key]
            action.setToolTip(f"{action.text()}: {name}" if name else action.text())

    def _show_facts(self) -> None:
        controller = self.controller
        plan, counts = controller.plan, controller.counts
        if plan is None:
            self.status.set_facts(() if controller.session.source else (StatusFact(START_FACT),))
        else:
            own = controller.shown
            tensor = own.name
            cost = plan.cost(tensor)
            facts = [
                StatusFact(f"{numbers.shape(plan.shape(tensor))} {own.dtype}", "t1", mono=True),
                StatusFact(numbers.size(cost.array)),
                StatusFact(f"{numbers.percent(cost.cells - cost.real, cost.cells)} padding"),
            ]
            if counts is not None:
                cut = counts.rows_cut(own.axes[0].width)
                share = f" ({numbers.percent(cut, counts.n)})" if cut else ""
                facts.append(StatusFact(f"{numbers.count(cut)} rows cut{share}"))
            side = {"post": "right-padded", "pre": "left-padded", "both": "padded on both sides"}
            facts.append(StatusFact(side[own.axes[0].padding]))
            facts.append(StatusFact("mask: true = real"))
            self.status.set_facts(tuple(facts))
        self._enable()

    def _show_work(self) -> None:
        """Say what goes on; else what is pointed at; else that all is done."""
        for work in self.controller.work.values():
            share = "" if work.share is None else f" {numbers.percent(work.share)}"
            self.status.set_message(f"{work.text}{share}", work.share)
            return
        self.status.set_message(self.views.read_out or "Ready")

    def _on_model_changed(self) -> None:
        if self._pages.currentIndex() != REFUSED:
            self._show_page()

    def _on_refused(self, refusal: Refusal) -> None:
        source = self.controller.session.source
        page = self.first_refusal if source is None else self.refusal_page
        page.set_refusal(refusal, "" if source is None else source.name)
        if source is None:
            self._pages.setCurrentIndex(REFUSED)
        else:
            self._centre.setCurrentIndex(1)

    def _on_noticed(self, level: Any, sentence: str) -> None:
        self.banner.set_note(BannerNote(level, sentence))

    def _on_rows_shown(self, rows: tuple[int, ...]) -> None:
        if rows:
            self.controller.select(rows[0], max(self.controller.view.col, 0))
            self.views.current.go_to_row(rows[0])

    # -- start page, recent files, samples -----------------------------------------------------
    def _fill_start(self) -> None:
        self.start_page.set_recent(recent.files(self._settings))
        samples = recent.samples()
        self.start_page.set_samples(samples)
        self._samples_menu.clear()
        for sample in samples:
            self._samples_menu.addAction(sample.name, partial(self.open, sample.path))

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        files = recent.files(self._settings)
        for file in files:
            action = self._recent_menu.addAction(file.name, partial(self.open, file.path))
            action.setEnabled(not file.problem)
        if not files:
            self._recent_menu.addAction("No file was opened yet").setEnabled(False)

    # -- actions -------------------------------------------------------------------------------
    def _callbacks(self) -> dict[str, Callable[[], object]]:
        return {
            "open": self.open_file,
            "open_model": self.open_model,
            "open_recipe": self.open_recipe,
            "save_recipe": self.save_recipe,
            "export": self.show_export,
            "undo": self.controller.undo,
            "redo": self.controller.redo,
            "theme": lambda: self._theme_menu.popup(self.mapToGlobal(self.rect().topRight())),
            "go_to_row": self.views.ask_for_row,
            "previous_cut": self.views.go_to_previous_cut,
            "next_cut": self.views.go_to_next_cut,
            "next_finding": self.findings_panel.show_next,
            "next_panel": self._focus_next_panel,
            "fit": self.views.fit,
            "one_pixel": self.views.one_pixel,
            "tab_1": lambda: self.views.tabs.setCurrentIndex(0),
            "tab_2": lambda: self.views.tabs.setCurrentIndex(1),
            "shortcuts": self.show_keys,
            "quit": self.close,
        }

    def open(self, path: str) -> None:
        """Open a dataset, a model or a recipe, by its name."""
        self._note_when_open = None
        suffix = Path(path).suffix.lower()
        if suffix == ".keras":
            self.controller.model.open(path)
        elif suffix == ".toml" and self.controller.dataset is not None:
            self.controller.open_recipe(path)
        else:
            self.controller.open(path)

    def open_file(self) -> None:
        """Ask for a file and open it."""
        path, _ = QFileDialog.getOpenFileName(self, "Open a dataset")
        if path:
            self.open(path)

    def open_model(self) -> None:
        """Ask for a model and open it."""
        path, _ = QFileDialog.getOpenFileName(self, "Open a Keras model", "", "Keras models (*.keras)")
        if path:
            self.controller.model.open(path)

    def open_recipe(self) -> None:
        """Ask for a recipe and apply it."""
        path, _ = QFileDialog.getOpenFileName(self, "Open a recipe", "", "Recipes (*.toml)")
        if path:
            self.controller.open_recipe(path)

    def save_recipe(self) -> None:
        """Ask where to, and save the recipe."""
        name = f"{self.controller.session.tensor or 'recipe'}.toml"
        path, _ = QFileDialog.getSaveFileName(self, "Save the recipe", name, "Recipes (*.toml)")
        if path:
            self.controller.save_recipe(path)

    def show_export(self) -> None:
        """Show the export sheet."""
        source = self.controller.session.source
        self.sheet.open_for(str(Path.cwd() if source is None else Path(source.path).parent))

    def show_keys(self) -> None:
        """List the keys."""
        if self._keys is None:
            self._keys = KeysDialog(self)
        self._keys.show()
        self._keys.raise_()

    def _focus_next_panel(self) -> None:
        if self._pages.currentIndex() == START:
            self.start_page.setFocus(Qt.FocusReason.TabFocusReason)
            return
        panels = (
            self.data_panel, self.recipe_panel, self.lengths_panel, self.views, self.model_panel,
            self.findings_panel,
        )  # fmt: skip
        focus = QApplication.focusWidget()
        at = next((k for k, one in enumerate(panels) if focus and one.isAncestorOf(focus)), -1)
        for k in range(1, len(panels) + 1):
            panel = panels[(at + k) % len(panels)]
            target = _first_stop(panel)
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    # -- theme ---------------------------------------------------------------------------------
    def _make_theme_menu(self) -> QMenu:
        menu = QMenu("Theme", self)
        group = QActionGroup(menu)
        chosen = str(self._settings.value("theme", "system"))
        for key, words in THEMES:
            action = QAction(words, menu, checkable=True)
            action.setChecked(key == chosen)
            action.triggered.connect(lambda _checked=False, k=key: self.set_theme(k))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def set_theme(self, choice: Any) -> None:
        """Use another theme from now on: "system", "light" or "dark"."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a window has an application
        look.apply(app, look.choose(choice, app))
        recolour(self.actions_by_id)
        self._settings.setValue("theme", choice)

    # -- events --------------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open(paths[0])
            if len(paths) > 1:
                said = f"{numbers.count(len(paths))} files were dropped; {Path(paths[0]).name} is opened."
                self._note_when_open = BannerNote("info", said)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.controller.shutdown()
        event.accept()


def _column(*panels: QWidget) -> QWidget:
    """Stack panels on one surface; the last one takes what height is left."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for panel in panels:
        layout.addWidget(panel)
    layout.setStretch(len(panels) - 1, 1)
    return column


def _scrolled(widget: QWidget, name: str) -> QScrollArea:
    """Let a column scroll up and down where the window is too low for it."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _first_stop(panel: QWidget) -> QWidget | None:
    """Return the first widget of a panel that takes the focus by Tab."""
    stops = (one for one in panel.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((one for one in stops if one.isVisible() and one.isEnabled() and not one.focusProxy()), None)
