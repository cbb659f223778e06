"""The menu that a right click on a view opens: the same entries in the same order everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from padviewer.gui.style.words import mark, tr

Act = Callable[[], object]
GROUPS = (
    (("fit", mark("Fit")),),
    (
        ("copy_cell", mark("Copy the cell")),
        ("copy_row", mark("Copy the row")),
        ("copy_view", mark("Copy the view")),
        ("copy_code", mark("Copy as numpy code")),
        ("save_picture", mark("Save the picture …")),
    ),
    (
        ("filter_rows", mark("Filter to these rows")),
        ("sort", mark("Sort by this")),
    ),
    (("explain", mark("What is this?")),),
)


@dataclass(frozen=True)
class MenuActs:
    """What the entries of a view's menu do; an entry without an act is not shown.

    Parameters
    ----------
    fit : callable, optional
        Shows all that there is.
    copy_cell, copy_row, copy_view : callable, optional
        Copy what was pointed at, its row, and all that is in view, as text between tabs.
    copy_code : callable, optional
        Copies what was pointed at as code that makes it with numpy.
    save_picture : callable, optional
    filter_rows : callable, optional
        Shows the rows alone that were pointed at.
    sort : callable, optional
        Puts the rows in the order of what was pointed at.
    sort_words : str
        Which order that is, such as ``Longest first``.
    explain : callable, optional
        Opens the help on the view.
    """

    fit: Act | None = None
    copy_cell: Act | None = None
    copy_row: Act | None = None
    copy_view: Act | None = None
    copy_code: Act | None = None
    save_picture: Act | None = None
    filter_rows: Act | None = None
    sort: Act | None = None
    explain: Act | None = None
    sort_words: str = ""


def build_menu(parent: QWidget, acts: MenuActs) -> QMenu:
    """Return a menu of the acts that are there; it deletes itself when it has been closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(tr("What can be done here"))
    for group in GROUPS:
        there = [(name, words) for name, words in group if getattr(acts, name) is not None]
        if there and not menu.isEmpty():
            menu.addSeparator()
        for name, words in there:
            with_order = name == "sort" and acts.sort_words
            said = tr("Sort by this: {order}", order=acts.sort_words) if with_order else tr(words)
            entry = menu.addAction(said)
            entry.setObjectName(name)
            entry.triggered.connect(partial(_do, getattr(acts, name)))
    return menu


def _do(act: Act, _checked: bool = False) -> None:
    act()


def open_menu(parent: QWidget, acts: MenuActs, at: QPoint) -> None:
    """Open the menu at a place of the screen; nothing without any act."""
    menu = build_menu(parent, acts)
    if menu.isEmpty():
        menu.deleteLater()
    else:
        menu.popup(at)
