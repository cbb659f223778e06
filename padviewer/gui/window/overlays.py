"""What stands above a window for a while: sheets, the palette, the history, help and the list of keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QScrollArea, QWidget

from padviewer.assets import asset
from padviewer.gui.actions import why_not
from padviewer.gui.session import recent
from padviewer.gui.session.preferences import SIZES
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import told, tr
from padviewer.gui.tasks.children import InterpreterCheck
from padviewer.gui.widgets.popup import SideSheet
from padviewer.gui.window.toolbar import WindowHost

if TYPE_CHECKING:
    from padviewer.gui.dialogs.export.sheet import ExportSheet
    from padviewer.gui.dialogs.help.card import HelpCard
    from padviewer.gui.dialogs.help.pages import KeysDialog, PageSheet
    from padviewer.gui.dialogs.lists import HistoryDialog
    from padviewer.gui.dialogs.palette import PaletteDialog, PaletteEntry
    from padviewer.gui.dialogs.preferences import PreferencesSheet
    from padviewer.gui.session.preferences import Preferences

TOP, BOTTOM = 48, 28


class Dialogs(QObject):
    """Makes each of them when it is asked for first.

    Parameters
    ----------
    window : WindowHost
    parent : QWidget
        The window again, as the widget that it is.
    """

    def __init__(self, window: WindowHost, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._window = window
        self._controller = window.controller
        self._made: dict[str, Any] = {}
        self._check: InterpreterCheck | None = None

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do that are done here."""
        return {
            "export": self.show_export,
            "picture": self.show_picture,
            "history": self.show_history,
            "palette": self.show_palette,
            "help_here": self.show_help,
            "docs": self.show_docs,
            "shortcuts": self.show_keys,
            "preferences": self.show_preferences,
            "larger": partial(self.grow, 10),
            "smaller": partial(self.grow, -10),
            "usual_size": partial(self.grow, 0),
        }

    @property
    def export_sheet(self) -> ExportSheet:
        """The sheet of the export."""
        from padviewer.gui.dialogs.export.sheet import ExportSheet

        made: ExportSheet = self._sheet("export", ExportSheet)
        return made

    def _once(self, key: str, make: Callable[[], Any]) -> Any:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def _sheet(self, key: str, kind: Callable[..., SideSheet]) -> Any:
        def make() -> SideSheet:
            made = kind(self._controller, self._window.body)
            px = look.current().px
            made.set_margins(px(TOP), px(BOTTOM))
            made.hide()
            return made

        return self._once(key, make)

    # -- sheets --------------------------------------------------------------------------------
    def show_export(self) -> None:
        """Show what an export writes, and where to."""
        source = self._controller.session.source
        self._close_sheets()
        self.export_sheet.open_for(export_folder("" if source is None else source.path))

    def show_picture(self) -> None:
        """Show how the view in front is saved as a picture."""
        from padviewer.gui.dialogs.picture import PictureSheet

        sheet = self._sheet("picture", PictureSheet)
        self._close_sheets()
        sheet.open_for(self._window.views)

    def show_preferences(self) -> None:
        """Show what a person prefers."""
        sheet = self._once("preferences", self._make_preferences)
        self._close_sheets()
        sheet.set_preferences(self._window.preferences)
        sheet.open_sheet()

    def _make_preferences(self) -> PreferencesSheet:
        from padviewer.gui.dialogs.preferences import PreferencesSheet

        made = PreferencesSheet(self._controller, self._window.preferences, self._window.body)
        px = look.current().px
        made.set_margins(px(TOP), px(BOTTOM))
        made.changed.connect(self._window.preferences_changed)
        made.interpreter_check_asked.connect(self._check_interpreter)
        return made

    def show_docs(self, name: str = "README.md") -> None:
        """Show a page of the documentation, by its name below ``docs/``."""

        def make() -> PageSheet:
            from padviewer.gui.dialogs.help.pages import PageSheet

            made = PageSheet(self._window.body)
            px = look.current().px
            made.set_margins(px(TOP), px(BOTTOM))
            return made

        self._close_sheets(but="docs")
        self._once("docs", make).open_page(name)

    def _check_interpreter(self, path: str) -> None:
        """Ask an interpreter whether it can run models; the preferences show what it says."""
        self.stop_check()
        self._check = InterpreterCheck(path, self)
        self._check.found.connect(partial(self._on_interpreter_found, path))

    def _on_interpreter_found(self, path: str, said: str, good: bool) -> None:
        if "preferences" in self._made:
            self._made["preferences"].show_interpreter(said, good, path)

    def stop_check(self) -> None:
        """Ask no interpreter any more."""
        if self._check is not None:
            self._check.stop()
            self._check.deleteLater()
            self._check = None

    def take_preferences(self, preferences: Preferences) -> None:
        """Show what is preferred now, where the preferences are open."""
        if "preferences" in self._made:
            self._made["preferences"].set_preferences(preferences)

    def _close_sheets(self, but: str = "") -> None:
        for key in ("export", "picture", "preferences", "docs"):
            if key in self._made and key != but:
                self._made[key].close()

    def take_over(self, other: Dialogs) -> None:
        """Open the sheet that is open in another window, at the same place and with the same focus."""
        shown = {
            "export": self.show_export, "picture": self.show_picture, "preferences": self.show_preferences,
            "docs": self.show_docs,
        }  # fmt: skip
        for key, show in shown.items():
            theirs = other._made.get(key)
            if theirs is None or not theirs.isVisible():
                continue
            show()
            mine = self._made[key]
            if key in ("export", "docs"):
                mine.take_over(theirs)
            for name, one in vars(theirs).items():
                if isinstance(one, QWidget) and theirs.focusWidget() is one:
                    getattr(mine, name).setFocus()
            for old, new in zip(
                theirs.findChildren(QScrollArea), mine.findChildren(QScrollArea), strict=False
            ):
                bar = new.verticalScrollBar()
                place = old.verticalScrollBar().value()
                QTimer.singleShot(0, bar, partial(bar.setValue, place))  # its range is known by then

    def prefer(self, **changes: Any) -> None:
        """Change some preferences."""
        self._window.preferences_changed.emit(replace(self._window.preferences, **changes))

    def grow(self, percent: int) -> None:
        """Prefer text and controls larger or smaller by so much; 0 for their usual size."""
        size = self._window.preferences.size + percent if percent else 100
        self.prefer(size=min(max(size, SIZES[0]), SIZES[-1]))

    # -- popups --------------------------------------------------------------------------------
    def show_keys(self) -> None:
        """List the keys."""

        def make() -> KeysDialog:
            from padviewer.gui.dialogs.help.pages import KeysDialog

            return KeysDialog(self._parent)

        dialog = self._once("keys", make)
        dialog.show()
        dialog.raise_()

    def show_help(self) -> None:
        """Explain what has the focus."""

        def make() -> HelpCard:
            from padviewer.gui.dialogs.help.card import HelpCard

            card = HelpCard(self._window.body)
            card.sample_asked.connect(self._on_sample_asked)
            card.page_asked.connect(lambda page: self.show_docs(page.removeprefix("docs/")))
            return card

        self._once("help", make).show_for()

    def _on_sample_asked(self, key: str) -> None:
        from padviewer.gui.dialogs.help.texts import SAMPLE_FILES

        wanted = SAMPLE_FILES[key]
        for sample in recent.samples():
            if Path(sample.path).name == wanted:
                self._window.openings.choose(sample.path)

    def show_history(self) -> None:
        """List all changes."""

        def make() -> HistoryDialog:
            from padviewer.gui.dialogs.lists import HistoryDialog

            dialog = HistoryDialog(self._window.body)
            dialog.chosen.connect(self._controller.travel)
            self._controller.history_changed.connect(self._on_history_changed)
            return dialog

        steps, at = self._controller.history.names(), self._controller.history.at
        self._once("history", make).show_history(steps, at, self._window.toolbar.undo_button)

    def _on_history_changed(self) -> None:
        self._made["history"].set_steps(self._controller.history.names(), self._controller.history.at)

    def show_palette(self) -> None:
        """Find a command by its name."""

        def make() -> PaletteDialog:
            from padviewer.gui.dialogs.palette import PaletteDialog

            return PaletteDialog(self._window.body, self._entries)

        self._window.menus.look_for_recent()
        self._once("palette", make).show_palette()

    def _entries(self) -> list[PaletteEntry]:
        """Return all that can be done now: actions, columns, samples, recent files."""
        from padviewer.gui.dialogs.palette import PaletteEntry

        window, controller = self._window, self._controller
        native = QKeySequence.SequenceFormat.NativeText
        found = [
            PaletteEntry(
                action.text(), action.toolTip().partition(" (")[0], action.shortcut().toString(native),
                action.trigger, action.isEnabled(), why_not(key),
            )
            for key, action in window.actions_by_id.items()
            if key != "palette"
        ]  # fmt: skip
        columns = controller.dataset.columns if controller.dataset is not None else ()
        found += [
            PaletteEntry(column, tr("Show this column"), "", partial(controller.show_column, column))
            for column in columns
        ]
        for finding in window.findings_panel.shown():
            if finding.rows:
                show_rows = partial(window.findings_panel.show_rows, finding)
                found.append(PaletteEntry(finding.title, finding.rows, "", show_rows))
        for preset in window.menus.presets_now():
            found.append(
                PaletteEntry(
                    preset.name, tr("Apply this preset"), "", partial(window.menus.apply, preset),
                    controller.plan is not None and not preset.problem,
                    told(preset.problem) if preset.problem else tr("needs a dataset"),
                )
            )  # fmt: skip
        for recipe in window.menus.recent_recipes():
            found.append(
                PaletteEntry(
                    recipe.name, tr("Apply this recipe again"), "",
                    partial(window.openings.apply_recipe, recipe.path),
                    controller.plan is not None and not recipe.problem,
                    recipe.problem or tr("needs a dataset"),
                )
            )  # fmt: skip
        for sample in recent.samples():
            open_sample = partial(window.openings.choose, sample.path)
            found.append(PaletteEntry(sample.name, tr("Open this sample"), "", open_sample))
        for file in window.menus.recent_files():
            open_file = partial(window.openings.choose, file.path)
            found.append(
                PaletteEntry(
                    file.name, tr("Open this file again"), "", open_file, not file.problem, file.problem
                )
            )
        return found


def export_folder(source: str) -> str:
    """Return the folder that is proposed for an export: beside its source; documents for a bundled sample."""
    beside = Path(source).parent if source else Path.cwd()
    if beside != asset("samples"):
        return str(beside)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if documents and Path(documents).is_dir() else str(Path.home())
