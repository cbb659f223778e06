"""The table of the window's actions: menus, toolbar, shortcuts and the help about them are made from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from padviewer.gui import theme as look

When = Literal["always", "data", "undo", "redo"]


@dataclass(frozen=True)
class ActionSpec:
    """One action.

    Parameters
    ----------
    id : str
        What the code calls it.
    text : str
        What the menu and the toolbar call it.
    tooltip : str
        What it does, in a few words.
    shortcuts : tuple of str
        Qt's portable names; the first one is shown.
    icon : str
        File name in ``assets/icons`` without its suffix; empty where there is none.
    when : {"always", "data", "undo", "redo"}
        When it can be used: always, with a dataset open, with something to undo, to redo.
    """

    id: str
    text: str
    tooltip: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    when: When = "always"


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open", "Open", "Open a file with data", ("Ctrl+O",), "open"),
    ActionSpec("open_model", "Open model", "Open a Keras model", ("Ctrl+Shift+O",), "model"),
    ActionSpec("open_recipe", "Open recipe", "Apply a saved recipe to this data", (), "recipe", "data"),
    ActionSpec("save_recipe", "Save recipe", "Save the recipe as a file", ("Ctrl+S",), "save", "data"),
    ActionSpec("export", "Export", "Write the padded arrays to a file", ("Ctrl+E",), "export", "data"),
    ActionSpec("undo", "Undo", "Take the last change back", ("Ctrl+Z",), "undo", "undo"),
    ActionSpec("redo", "Redo", "Make the change again", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "redo"),
    ActionSpec("theme", "Theme", "Light, dark or as the system", (), "theme"),
    ActionSpec("go_to_row", "Go to row", "Show a row by its number", ("G",), "search", "data"),
    ActionSpec("previous_cut", "Previous cut row", "Go to the row before that is cut", ("[",), "cut", "data"),
    ActionSpec("next_cut", "Next cut row", "Go to the next row that is cut", ("]",), "cut", "data"),
    ActionSpec("next_finding", "Next finding", "Go to the next finding", ("N",), "info", "data"),
    ActionSpec("next_panel", "Next panel", "Move the focus to the next panel", ("F6",)),
    ActionSpec("fit", "Fit", "Show all steps of the rows", ("0",), "fit", "data"),
    ActionSpec("one_pixel", "One pixel per cell", "Show every cell as one pixel", ("1",), "", "data"),
    ActionSpec("tab_1", "Heatmap", "Show the values as colours", ("Ctrl+1",), "", "data"),
    ActionSpec("tab_2", "Mask", "Show which steps are real", ("Ctrl+2",), "mask", "data"),
    ActionSpec("shortcuts", "Keys", "List all keys", ("F1",), "keyboard"),
    ActionSpec("quit", "Quit", "Close PadViewer", ("Ctrl+Q",)),
)


def make_actions(parent: QObject, callbacks: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Make the actions of the table.

    A shortcut that is one letter or sign does nothing while a text field has the focus: the field takes it
    as text before Qt looks for shortcuts.

    Parameters
    ----------
    parent : QObject
        Who owns the actions, and in whose window their shortcuts act where it is a widget.
    callbacks : mapping of str to callable
        What each action does, by its id; called without arguments.

    Returns
    -------
    dict of str to QAction
        In the table's order. All that need something are disabled until `enable` says otherwise.

    Raises
    ------
    ValueError
        An action has no callback, or a callback no action.
    """
    known = {spec.id for spec in ACTIONS}
    odd = sorted(known.symmetric_difference(callbacks))
    if odd:
        raise ValueError(f"Actions and callbacks differ: {', '.join(odd)}.")
    made = {}
    for spec in ACTIONS:
        action = QAction(spec.text, parent)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        keys = _shown(spec)
        action.setToolTip(f"{spec.tooltip} ({keys})" if keys else spec.tooltip)
        action.setStatusTip("")
        action.triggered.connect(lambda _checked=False, call=callbacks[spec.id]: call())
        made[spec.id] = action
    recolour(made)
    enable(made, ())
    return made


def enable(actions: Mapping[str, QAction], states: Collection[When]) -> None:
    """Enable the actions that need nothing or a state that is given, and disable the others."""
    for spec in ACTIONS:
        actions[spec.id].setEnabled(spec.when == "always" or spec.when in states)


def recolour(actions: Mapping[str, QAction]) -> None:
    """Give every action its icon in the colours of the theme in use; call it after a change of theme."""
    for spec in ACTIONS:
        if spec.icon:
            actions[spec.id].setIcon(look.icon(spec.icon, "onink" if spec.id == "export" else "t2"))


def shortcut_help() -> tuple[tuple[str, str], ...]:
    """Return what the keys do, as pairs of keys and words, in the table's order."""
    return tuple((_shown(spec, all_of_them=True), spec.tooltip) for spec in ACTIONS if spec.shortcuts)


def _shown(spec: ActionSpec, *, all_of_them: bool = False) -> str:
    """Return an action's keys as this system writes them."""
    keys = spec.shortcuts if all_of_them else spec.shortcuts[:1]
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(one).toString(native) for one in keys)
