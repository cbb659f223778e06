"""What a screen reader is told: the accessibility tree that Qt makes of a widget."""

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


def below(widget, role):
    """Return all accessible objects of a role below a widget that can be seen, in the order of the tree."""
    found, left = [], [interface(widget)]
    while left:
        one = left.pop(0)
        left = children(one) + left
        if one.role() == role and not one.state().invisible:
            found.append(one)
    return found
