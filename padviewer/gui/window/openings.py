"""What is opened in a window: by a dialog, by its name, by a drop; and the open file when it changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from padviewer.core.export.sidecar import SUFFIX
from padviewer.gui.controller import Controller
from padviewer.gui.session.window_state import state_of
from padviewer.gui.style import numbers
from padviewer.gui.style.words import tr, tr_count

MODELS = (".keras",)
MOST_DROPPED = 8  # as many datasets are opened at once
MOST_OFFERED, MOST_READ = 20, 10_000
RECIPES = (".toml",)


class Openings(QObject):
    """Opens datasets, models and recipes for one controller.

    Parameters
    ----------
    window : QWidget
        Above which dialogs stand.
    controller : Controller

    Signals
    -------
    noted (str, str, str, callable or None)
        A level, a sentence for the banner, the words of what can be done then, and what does it.
    window_asked (str)
        A dataset is to be opened in another window.
    recipe_used (str)
        A recipe's file was applied or saved.
    """

    noted = Signal(str, str, str, object)
    window_asked = Signal(str)
    recipe_used = Signal(str)

    def __init__(self, window: QWidget, controller: Controller) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._watch = SourceWatch(self)
        self._watch.changed.connect(self._on_file_changed)

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do that are done here."""
        return {
            "open": self.ask,
            "open_here": self.ask_here,
            "open_model": self.open_model,
            "open_recipe": self.open_recipe,
            "save_recipe": self.save_recipe,
        }

    # -- by dialogs ----------------------------------------------------------------------------
    def ask_path(self) -> str:
        """Ask for a dataset; empty where the person thinks better of it."""
        return QFileDialog.getOpenFileName(self._window, tr("Open a dataset"))[0]

    def ask(self) -> None:
        """Ask for a file and open it."""
        path = self.ask_path()
        if path:
            self.choose(path)

    def ask_here(self) -> None:
        """Ask for a file and open it in this window, in place of the dataset that is open."""
        path = self.ask_path()
        if path:
            self.open(path)

    def open_model(self) -> None:
        """Ask for a model and open it."""
        kinds = tr("Keras models ({pattern})", pattern="*.keras")
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Open a Keras model"), "", kinds)
        if path:
            self._controller.model.open(path)

    def open_recipe(self) -> None:
        """Ask for a recipe and apply it."""
        kinds = tr("Recipes ({pattern})", pattern="*.toml")
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Open a recipe"), "", kinds)
        if path:
            self.apply_recipe(path)

    def apply_recipe(self, path: str) -> None:
        """Apply a recipe to the open dataset."""
        if self._controller.open_recipe(path):
            self.recipe_used.emit(path)

    def save_recipe(self) -> None:
        """Ask where to, and save the recipe."""
        name = f"{self._controller.session.tensor or 'recipe'}.toml"
        kinds = tr("Recipes ({pattern})", pattern="*.toml")
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Save the recipe"), name, kinds)
        if path and self._controller.save_recipe(path):
            self.recipe_used.emit(path)

    # -- by their names ------------------------------------------------------------------------
    def choose(self, path: str) -> None:
        """Open what a person chose: a second dataset in a window of its own."""
        if is_dataset(path) and self._controller.session.source is not None:
            self.window_asked.emit(path)
        else:
            self.open(path)

    def open(self, path: str) -> None:
        """Open a dataset, a model or a recipe, by its name."""
        suffix = Path(path).suffix.lower()
        if suffix in MODELS:
            self._controller.model.open(path)
        elif suffix in RECIPES:
            self.apply_recipe(path)  # which says where there is no dataset for it
        else:
            self._controller.open(path)

    def drop(self, paths: list[str]) -> str:
        """Open what was dropped: a few datasets, one model and one recipe; say what is left.

        Of a folder, what is in it is offered; one that an export wrote is a dataset.
        """
        from padviewer.core.readers.arrays.folder import is_own_folder

        folders = [one for one in paths if Path(one).is_dir() and not is_own_folder(Path(one))]
        if folders:
            self.offer(folders[0])
            if len(paths) == 1:
                return ""
        datasets = [one for one in paths if is_dataset(one) and one not in folders]
        models = [one for one in paths if Path(one).suffix.lower() in MODELS]
        recipes = [one for one in paths if Path(one).suffix.lower() in RECIPES]
        several = datasets[1:] if len(datasets) <= MOST_DROPPED else []
        opened = [*datasets[:1], *models[:1], *(recipes[:1] if not datasets else [])]
        for path in opened:
            self.choose(path)
        for path in several:
            self.window_asked.emit(path)
        opened += several
        if len(paths) == len(opened) or not opened:
            return ""
        return tr_count(
            "{dropped} files were dropped; {names} is opened.",
            "{dropped} files were dropped; {names} are opened.",
            len(opened),
            dropped=numbers.count(len(paths)),
            names=", ".join(Path(one).name for one in opened),
        )

    def offer(self, folder: str) -> None:
        """Show what can be opened in a folder as a menu under the mouse."""
        names, more = openable(folder)
        if not names:
            said = tr("{folder} holds no file that can be opened.", folder=Path(folder).name)
            self.noted.emit("info", said, "", None)
            return
        menu = self.folder_menu = QMenu(self._window)
        menu.setAccessibleName(tr("Files in {folder}", folder=Path(folder).name))
        for name in names:
            path = str(Path(folder) / name)
            menu.addAction(name.replace("&", "&&"), partial(self.choose, path))
        if more:
            menu.addSeparator()
            menu.addAction(tr("Others …"), partial(self._ask_in, folder))
        menu.popup(QCursor.pos())

    def _ask_in(self, folder: str) -> None:
        path = QFileDialog.getOpenFileName(self._window, tr("Open a dataset"), folder)[0]
        if path:
            self.choose(path)

    # -- the open file -------------------------------------------------------------------------
    def watch(self, path: str) -> None:
        """Say it when this file changes; empty for none."""
        self._watch.watch(path)

    def look(self) -> None:
        """Look whether the open file is as it was."""
        self._watch.look()

    def identity(self) -> tuple[int, int] | None:
        """Size and time of change of the open file, from when it was opened."""
        return self._watch.identity()

    def _on_file_changed(self, path: str, is_there: bool) -> None:
        name = Path(path).name
        if is_there:
            said = tr("{file} has changed on the disk. The rows that were read are shown.", file=name)
            self.noted.emit("info", said, tr("Read it again"), partial(read_again, self._controller))
        else:
            said = tr("{file} is not there any more. The rows that were read are shown.", file=name)
            self.noted.emit("warning", said, "", None)


def read_again(controller: Controller) -> None:
    """Read the open file again with the same recipe."""
    state = state_of(controller.session, controller.view)
    if state is not None:
        controller.restore(state)


def openable(folder: str) -> tuple[tuple[str, ...], bool]:
    """Return the names of files in a folder whose suffix is known, and whether there are more."""
    from padviewer.core.readers import FORMATS

    known = {*MODELS, *RECIPES, *(suffix for one in FORMATS for suffix in one.suffixes)}
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in islice(entries, MOST_READ):
                name = entry.name
                if Path(name).suffix.lower() in known and not name.startswith(".") and entry.is_file():
                    found.append(name)
    except OSError:
        return (), False
    found = sorted(name for name in found if not name.endswith(SUFFIX))
    return tuple(found[:MOST_OFFERED]), len(found) > MOST_OFFERED


def is_dataset(path: str) -> bool:
    """Tell by its name whether a file is opened as a dataset: it is neither a model nor a recipe."""
    return Path(path).suffix.lower() not in (*MODELS, *RECIPES)


SETTLE_MS = 400
Identity = tuple[int, int, int] | None


class SourceWatch(QObject):
    """Watches one file.

    Signals
    -------
    changed (str, bool)
        The file's path, and whether it is still there; once for every change.
    """

    changed = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._known: Identity = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._watcher.fileChanged.connect(self._on_event)
        self._timer.timeout.connect(self.look)

    def watch(self, path: str) -> None:
        """Watch another file as it is now; empty for none."""
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        self._timer.stop()
        self._path, self._known = path, identity(path)
        if path and self._known is not None:
            self._watcher.addPath(path)

    def look(self) -> None:
        """Compare the file with how it was; call it when the window comes to the front."""
        if not self._path:
            return
        now = identity(self._path)
        if now != self._known:
            self._known = now
            self.changed.emit(self._path, now is not None)
        if now is not None and not self._watcher.files():
            self._watcher.addPath(self._path)  # a file that is replaced is no longer watched

    def identity(self) -> tuple[int, int] | None:
        """Size and time of change of the file as it is known; None for none."""
        return None if self._known is None else self._known[1:]

    def _on_event(self, _path: str) -> None:
        self._timer.start()


def identity(path: str) -> Identity:
    """Return inode, size and time of change of a file; None where it is not there."""
    if not path:
        return None
    try:
        found = os.stat(path)  # noqa: PTH116 - a path of the settings may be one that Path refuses
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
