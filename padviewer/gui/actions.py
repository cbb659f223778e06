"""The table of the window's actions: menus, toolbar, shortcuts and the help about them are made from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, tr

When = Literal["always", "data", "cells", "undo", "redo", "work"]
WAITS_FOR = {
    "data": mark("needs a dataset"),
    "cells": mark("needs a dataset, and the heatmap or the mask in front"),
    "undo": mark("nothing to undo"),
    "redo": mark("nothing to redo"),
    "work": mark("nothing runs"),
}


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
    when : {"always", "data", "cells", "undo", "redo", "work"}
        When it can be used: always, with a dataset open, with its cells in front, with something to undo, to
        redo, while something runs that can be stopped.
    """

    id: str
    text: str
    tooltip: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    when: When = "always"


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open", "Open", "Open a file with data; a second one in a second window", ("Ctrl+O",), "open"),
    ActionSpec(
        "open_here", "Open here", "Open another file in place of this one", ("Ctrl+Alt+O",), "", "data"
    ),
    ActionSpec("open_model", "Open model", "Open a Keras model", ("Ctrl+Shift+O",), "model"),
    ActionSpec("open_recipe", "Open recipe", "Apply a saved recipe to this data", (), "recipe", "data"),
    ActionSpec("save_recipe", "Save recipe", "Save the recipe as a file", ("Ctrl+S",), "save", "data"),
    ActionSpec("presets", "Presets", "Apply, save or remove sets of choices", ("Ctrl+Shift+P",), "", "data"),
    ActionSpec("export", "Export", "Write the padded arrays to a file", ("Ctrl+E",), "export", "data"),
    ActionSpec("picture", "Save picture", "Save this view as PNG or SVG", ("Ctrl+Shift+S",), "save", "data"),
    ActionSpec("copy", "Copy cells", "Copy the selected cells as a table", ("Ctrl+C",), "copy", "data"),
    ActionSpec("undo", "Undo", "Take the last change back", ("Ctrl+Z",), "undo", "undo"),
    ActionSpec("redo", "Redo", "Make the change again", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "redo"),
    ActionSpec("history", "History", "List all changes and go back to one", ("Ctrl+H",), "recent", "data"),
    ActionSpec("find", "Find", "Find a value or a word in the rows", ("Ctrl+F", "/"), "search", "data"),
    ActionSpec("find_next", "Find next", "Go to the next place that was found", ("F3",), "search", "data"),
    ActionSpec("find_previous", "Find previous", "Go to the place before", ("Shift+F3",), "search", "data"),
    ActionSpec("go_to_row", "Go to row", "Show a row by its number", ("G",), "search", "data"),
    ActionSpec("filter", "Filter", "Choose which rows are shown", ("F",), "filter", "data"),
    ActionSpec("previous_cut", "Previous cut row", "Go to the row before that is cut", ("[",), "cut", "data"),
    ActionSpec("next_cut", "Next cut row", "Go to the next row that is cut", ("]",), "cut", "data"),
    ActionSpec("previous_marked", "Previous marked row", "Go to the marked row before", (",",), "", "data"),
    ActionSpec("next_marked", "Next marked row", "Go to the next marked row", (".",), "", "data"),
    ActionSpec("next_finding", "Next finding", "Go to the next finding", ("N",), "info", "data"),
    ActionSpec("next_panel", "Next panel", "Move the focus to the next panel", ("F6",)),
    ActionSpec("previous_panel", "Previous panel", "Move the focus to the panel before", ("Shift+F6",)),
    ActionSpec("fit", "Fit", "Show all steps of the rows", ("0",), "fit", "cells"),
    ActionSpec("fit_all", "Fit everything", "Show all rows and steps at once", ("9",), "fit", "cells"),
    ActionSpec("one_pixel", "One pixel per cell", "Show every cell as one pixel", ("1",), "", "cells"),
    ActionSpec("crosshair", "Cross-hair", "Show the profiles of a row and a step", ("X",), "", "cells"),
    ActionSpec("tab_1", "Heatmap", "Show the values as colours", ("Ctrl+1",), "", "data"),
    ActionSpec("tab_2", "Mask", "Show which steps are real", ("Ctrl+2",), "mask", "data"),
    ActionSpec("tab_3", "Table", "Show the rows as a table", ("Ctrl+3",), "", "data"),
    ActionSpec("tab_4", "Row", "Show one row in full", ("Ctrl+4",), "", "data"),
    ActionSpec("tab_5", "Series", "Show rows as lines", ("Ctrl+5",), "", "data"),
    ActionSpec("tab_6", "Images", "Show rows as images", ("Ctrl+6",), "", "data"),
    ActionSpec(
        "stop", "Stop", "Stop reading, encoding, counting, a search, an export", ("Ctrl+.",), "", "work"
    ),
    ActionSpec("fold_left", "Left pane", "Fold data and recipe away, or show them", ("Ctrl+B",), "", "data"),
    ActionSpec(
        "fold_right", "Right pane", "Fold model and findings away, or show them", ("Ctrl+Alt+B",), "", "data"
    ),
    ActionSpec(
        "fold_lengths", "Lengths pane", "Fold the lengths away, or show them", ("Ctrl+L",), "", "data"
    ),
    ActionSpec("palette", "Commands", "Find a command by its name", ("Ctrl+K",), "search"),
    ActionSpec("help_here", "What is this?", "Explain what has the focus", ("Shift+F1",), "info"),
    ActionSpec("docs", "Documentation", "Read the pages about the window, formats and findings"),
    ActionSpec("shortcuts", "Keys", "List all keys", ("F1",), "keyboard"),
    ActionSpec("preferences", "Preferences", "Change theme, language, size and limits", ("Ctrl+,",)),
    ActionSpec("theme", "Theme", "Light, dark or as the system", (), "theme"),
    ActionSpec("larger", "Larger", "Make text and controls larger", ("Ctrl++", "Ctrl+=")),
    ActionSpec("smaller", "Smaller", "Make text and controls smaller", ("Ctrl+-",)),
    ActionSpec("usual_size", "Usual size", "Give text and controls their usual size", ("Ctrl+0",)),
    ActionSpec("close", "Close window", "Close this window", ("Ctrl+W",), "close"),
    ActionSpec("quit", "Quit", "Close all windows", ("Ctrl+Q",)),
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
        action = QAction(tr(spec.text), parent)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        keys = _shown(spec)
        words = tr(spec.tooltip)
        action.setToolTip(f"{words} ({keys})" if keys else words)
        action.setStatusTip("")
        action.triggered.connect(lambda _checked=False, call=callbacks[spec.id]: call())
        made[spec.id] = action
    recolour(made)
    enable(made, ())
    return made


def why_not(key: str) -> str:
    """Return in a few words what an action that cannot be used waits for."""
    when = next((one.when for one in ACTIONS if one.id == key), "always")
    return tr(WAITS_FOR[when]) if when in WAITS_FOR else ""


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
    return tuple((_shown(spec, all_of_them=True), tr(spec.tooltip)) for spec in ACTIONS if spec.shortcuts)


def _shown(spec: ActionSpec, *, all_of_them: bool = False) -> str:
    """Return an action's keys as this system writes them."""
    keys = spec.shortcuts if all_of_them else spec.shortcuts[:1]
    native = QKeySequence.SequenceFormat.NativeText
    written = [QKeySequence(one).toString(native) for one in keys]
    return reduce(lambda one, other: tr("{key} or {other}", key=one, other=other), written) if written else ""
