"""The bar at the top with its menus: open, recent, recipe, undo and redo; what is shown; theme and export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from padviewer.gui.controller import Controller
from padviewer.gui.session import recent
from padviewer.gui.session.preferences import Preferences
from padviewer.gui.session.presets import Preset, Presets
from padviewer.gui.session.recent import RecentFile
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, told, tr
from padviewer.gui.widgets.buttons import Button, IconButton

if TYPE_CHECKING:
    from padviewer.gui.dialogs.lists import PresetsDialog

HEIGHT = 48
_GAP = 14
MENU = (
    ("palette",),
    ("preferences", "docs", "shortcuts", "help_here"),
    ("picture", "stop"),
    ("fold_left", "fold_right", "fold_lengths"),
    ("larger", "smaller", "usual_size"),
    ("close", "quit"),
)
"""What the menu at the right end holds, group by group."""


class Toolbar(QWidget):
    """Buttons made from the actions; the file and its tensor stand between them and give way to them.

    Parameters
    ----------
    actions : mapping of str to QAction
        By id.
    recent, samples, themes : QMenu
        What is filled by somebody else.
    recipe_menus : tuple of QMenu
        What stands in the menu of the recipe, filled by somebody else too.
    """

    def __init__(
        self,
        actions: Mapping[str, QAction],
        recent: QMenu,
        samples: QMenu,
        themes: QMenu,
        recipe_menus: tuple[QMenu, ...],
    ) -> None:
        super().__init__()
        self._file, self._shown = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.current().px(HEIGHT))
        recipe = QMenu(self)
        recipe.addActions([actions["open_recipe"], actions["save_recipe"]])
        for menu in recipe_menus:
            recipe.addMenu(menu)
        recipe.addActions([actions["history"]])
        opening = QMenu(self)
        opening.addActions([actions["open"], actions["open_here"], actions["open_model"]])
        opening.addMenu(samples)
        self._menus: tuple[QMenu, ...] = (recipe, opening)
        self._left = QWidget()
        left = _row(self._left)
        for words, icon, menu in (
            (tr("Open"), "open", opening),
            (tr("Recent"), "recent", recent),
            (tr("Recipe"), "recipe", recipe),
        ):
            button = Button(words, "ghost", icon)
            button.clicked.connect(
                lambda _checked=False, b=button, m=menu: m.popup(b.mapToGlobal(b.rect().bottomLeft()))
            )
            left.addWidget(button)
        self.undo_button = _icon_button(actions["undo"])
        left.addWidget(self.undo_button)
        left.addWidget(_icon_button(actions["redo"]))
        self._right = QWidget()
        right = _row(self._right)
        theme = IconButton("theme", tr("Theme: light, dark or as the system"))
        theme.clicked.connect(lambda: themes.popup(theme.mapToGlobal(theme.rect().bottomLeft())))
        right.addWidget(theme)
        export = Button(tr("Export"), "primary", "export")
        export.clicked.connect(actions["export"].trigger)
        export.setToolTip(actions["export"].toolTip())
        action = actions["export"]
        action.changed.connect(lambda: export.setEnabled(action.isEnabled()))
        export.setEnabled(action.isEnabled())
        right.addWidget(export)
        everything = QMenu(self)
        for ids in MENU:
            everything.addActions([actions[one] for one in ids])
            everything.addSeparator()
        self._menus = (*self._menus, everything)
        more = IconButton("more", tr("Menu: commands, preferences, help"))
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # what has the focus is what the help explains
        more.clicked.connect(lambda: everything.popup(_below(more, everything)))
        right.addWidget(more)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.addWidget(self._left)
        layout.addStretch(1)
        layout.addWidget(self._right)
        self.setAccessibleName(tr("Toolbar"))

    def set_shown(self, file: str, shown: str) -> None:
        """Say which file is open, and which column becomes which tensor."""
        self._file, self._shown = file, shown
        self.setAccessibleDescription(f"{file}, {shown}" if shown else file)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = look.current()
        painter.fillRect(self.rect(), theme.colour("panel"))
        drawing.hairline(painter, 0, self.height() - 1, self.width(), "line")
        low = self._left.geometry().right() + 16
        high = self._right.geometry().left() - 16
        self._paint_title(painter, low, high)
        painter.end()

    def _paint_title(self, painter: QPainter, low: int, high: int) -> None:
        """Write the title in the middle of the window, or in what is left beside the buttons."""
        room = high - low
        if not self._file or room < 80:
            return
        shown_width = drawing.text_width(self._shown, "body") if self._shown else 0.0
        name_width = drawing.text_width(self._file, "strong")
        gap = _GAP if self._shown else 0
        if name_width + gap + shown_width > room:
            shown_width = shown_width if name_width + gap + shown_width < room * 1.4 else 0.0
            gap = gap if shown_width else 0
            name_width = min(name_width, room - gap - shown_width)
        total = name_width + gap + shown_width
        left = min(max((self.width() - total) / 2, low), high - total)
        side = Qt.AlignmentFlag.AlignLeft
        where = QRectF(left, 0, name_width + 1, self.height())
        drawing.text(painter, where, self._file, "strong", "t1", side, Qt.TextElideMode.ElideMiddle)
        if shown_width:
            at = QRectF(left + name_width + gap, 0, shown_width + 2, self.height())
            drawing.text(painter, at, self._shown, "body", "t2", side)


def _below(button: QWidget, menu: QMenu) -> QPoint:
    """Return where a menu hangs at the right edge of a button."""
    corner = button.mapToGlobal(button.rect().bottomRight())
    return QPoint(corner.x() - menu.sizeHint().width(), corner.y())


def _row(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    return layout


def _icon_button(action: QAction) -> IconButton:
    button = IconButton(action.objectName(), action.text())
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
    return button


class WindowHost(Protocol):
    """The main window, as its dialogs and menus see it; a QWidget too."""

    controller: Controller
    preferences: Preferences
    body: QWidget
    actions_by_id: dict[str, QAction]
    toolbar: Any
    views: Any
    findings_panel: Any
    openings: Any
    menus: Any
    preferences_changed: Any

    def tell(self, level: Any, sentence: str, action: str = "") -> None:
        """Say a sentence in the banner."""

    def set_theme(self, choice: Any) -> None:
        """Use another theme from now on."""


THEMES = (("system", mark("As the system")), ("light", mark("Light")), ("dark", mark("Dark")))


class WindowMenus(QObject):
    """Menus of one window.

    Whether recent files are still there is looked for in a job, each time that they are listed: a place in a
    network may not answer. Until then they are listed as it was known before.

    Signals
    -------
    recent_changed ()
        It became known which recent files and recipes are gone.

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

    recent_changed = Signal()

    def __init__(self, window: WindowHost, parent: QWidget, settings: QSettings, theme: str) -> None:
        super().__init__(parent)
        self._gone: frozenset[str] = frozenset()
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
        for menu, fill in ((self.recent, self.fill_recent), (self.recipes, self.fill_recipes)):
            menu.aboutToShow.connect(fill)
            menu.aboutToShow.connect(self.look_for_recent)
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

    def look_for_recent(self) -> None:
        """Look in a job which recent files and recipes are gone."""
        self._window.controller.jobs.call("recent", recent.gone_of(self._settings), self._on_gone)

    def _on_gone(self, gone: frozenset[str]) -> None:
        if gone == self._gone:
            return
        self._gone = gone
        if self.recent.isVisible():
            self.fill_recent()
        if self.recipes.isVisible():
            self.fill_recipes()
        self.recent_changed.emit()

    def recent_files(self) -> tuple[RecentFile, ...]:
        """Return the files opened last."""
        return recent.files(self._settings, self._gone)

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
        return recent.recipes(self._settings, self._gone)

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
