"""What a screen reader is told: the accessibility tree that Qt makes of a widget."""

from dataclasses import dataclass

from PySide6.QtGui import QAccessible

ITEMS = (QAccessible.Role.ListItem, QAccessible.Role.Cell)


def interface(widget):
    """Return the accessible object of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(one):
    """Return the name of an accessible object."""
    return one.text(QAccessible.Text.Name)


def children(one):
    """Return the accessible objects directly below another."""
    return [one.child(k) for k in range(one.childCount())]


def items(view):
    """Return what is said of each row of a list."""
    return [name(one) for one in children(interface(view)) if one.role() in ITEMS]


def chosen(view):
    """Return what is said of the rows of a list that are selected."""
    return [name(one) for one in children(interface(view)) if one.state().selected]


def current(view):
    """Return what is said of the row of a list that the keys act on; empty where there is none."""
    index = view.currentIndex()
    return items(view)[index.row()] if index.isValid() else ""


@dataclass(frozen=True)
class Told:
    """What is told of one accessible object; the object itself goes with its widget."""

    name: str
    description: str


def below(widget, role):
    """Return what is told of all objects of a role below a widget that can be seen, in the tree's order."""
    found, left = [], [interface(widget)]
    while left:
        one = left.pop(0)
        left = children(one) + left
        if one.role() == role and not one.state().invisible:
            found.append(Told(name(one), one.text(QAccessible.Text.Description)))
    return found


def press(widget):
    """Do what a screen reader does to press a button."""
    actions = interface(widget).actionInterface()
    actions.doAction(actions.actionNames()[0])
