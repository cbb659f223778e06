"""The menus of the toolbar that are filled when they are shown: recent files, samples, presets, theme."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from padviewer.gui.session import recent
from padviewer.gui.session.presets import Preset, Presets
from padviewer.gui.session.recent import RecentFile
from padviewer.gui.style.words import mark, told, tr
from padviewer.gui.window.host import WindowHost

if TYPE_CHECKING:
    from padviewer.gui.dialogs.lists import PresetsDialog

THEMES = (("system", mark("As the system")), ("light", mark("Light")), ("dark", mark("Dark")))


class WindowMenus:
    """Menus of one window.

    Parameters
    ----------
    window : WindowHost
    parent : QWidget
        The window again, as the widget that it is.
    settings : QSettings
        The files opened last.
    theme : str
        The preferred theme.
    """

    def __init__(self, window: WindowHost, parent: QWidget, settings: QSettings, theme: str) -> None:
        self._window, self._settings = window, settings
        self._presets = Presets()
        self._dialog: PresetsDialog | None = None
        self.recent = QMenu(tr("Recent"), parent)
        self.recipes = QMenu(tr("Recent recipes"), parent)
        self.samples = QMenu(tr("Samples"), parent)
        self.presets = QMenu(tr("Presets"), parent)
        self.theme = QMenu(tr("Theme"), parent)
        self.recent.setToolTipsVisible(True)
        self.recipes.setToolTipsVisible(True)
        self.recent.aboutToShow.connect(self.fill_recent)
        self.recipes.aboutToShow.connect(self.fill_recipes)
        self.presets.aboutToShow.connect(self.fill_presets)
        for sample in recent.samples():
            self.samples.addAction(sample.name, partial(window.openings.choose, sample.path))
        group = QActionGroup(self.theme)
        self._themes: dict[str, QAction] = {}
        for key, words in THEMES:
            action = QAction(tr(words), self.theme, checkable=True)
            action.triggered.connect(partial(self._on_theme, key))
            group.addAction(action)
            self.theme.addAction(action)
            self._themes[key] = action
        self.show_theme(theme)

    def _on_theme(self, key: str, _checked: bool = False) -> None:
        self._window.set_theme(key)

    def show_theme(self, key: str) -> None:
        """Tick the theme that is preferred."""
        if key in self._themes:
            self._themes[key].setChecked(True)

    def recent_files(self) -> tuple[RecentFile, ...]:
        """Return the files opened last."""
        return recent.files(self._settings)

    def presets_now(self) -> tuple[Preset, ...]:
        """Return the presets."""
        return self._presets.all()

    def fill_recent(self) -> None:
        """List the files opened last."""
        _fill(self.recent, self.recent_files(), self._window.openings.choose)
        if not self.recent.actions():
            self.recent.addAction(tr("No file was opened yet")).setEnabled(False)

    def recent_recipes(self) -> tuple[RecentFile, ...]:
        """Return the recipes applied or saved last."""
        return recent.recipes(self._settings)

    def fill_recipes(self) -> None:
        """List the recipes applied or saved last; without a dataset none can be chosen."""
        _fill(self.recipes, self.recent_recipes(), self._window.openings.apply_recipe)
        for action in self.recipes.actions():
            action.setEnabled(action.isEnabled() and self._window.controller.plan is not None)
        if not self.recipes.actions():
            self.recipes.addAction(tr("No recipe was opened or saved yet")).setEnabled(False)

    def fill_presets(self) -> None:
        """List the presets; one that is broken is there with its sentence, and cannot be chosen."""
        self.presets.clear()
        for preset in self.presets_now():
            words = preset.name if not preset.problem else f"{preset.name} – {told(preset.problem)}"
            action = self.presets.addAction(_plain(words), partial(self.apply, preset))
            action.setEnabled(not preset.problem and self._window.controller.plan is not None)
        self.presets.addSeparator()
        self.presets.addAction(tr("Save or remove presets …"), self.show_presets)

    def apply(self, preset: Preset) -> None:
        """Give the shown tensor the choices of a preset, as one step of undo."""
        controller = self._window.controller
        recipe = controller.session.recipe
        if recipe is None:
            return
        changes = dict(preset.changes)
        if changes:
            controller.set_choice(tr("Preset {name}", name=preset.name), **changes)

    def show_presets(self) -> None:
        """Show the presets, to apply, save or remove one."""
        from padviewer.gui.dialogs.lists import PresetsDialog

        if self._dialog is None:
            self._dialog = PresetsDialog(self._window.body, self._presets)
            self._dialog.chosen.connect(self.apply)
            self._dialog.problem.connect(partial(self._window.tell, "warning"))
        recipe = self._window.controller.session.planned
        choice = None if recipe is None else recipe[self._window.controller.session.tensor]
        self._dialog.show_presets(choice)


def _fill(menu: QMenu, files: tuple[RecentFile, ...], choose: Callable[[str], None]) -> None:
    menu.clear()
    for file in files:
        action = menu.addAction(_plain(file.name), partial(choose, file.path))
        action.setEnabled(not file.problem)
        action.setToolTip(file.problem or file.path)


def _plain(name: str) -> str:
    """Return a name as a menu writes it out: a single ampersand would underline what follows."""
    return name.replace("&", "&&")
