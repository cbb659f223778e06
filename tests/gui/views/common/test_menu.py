"""The menu of a view: what can be done is there, in one order, and does it."""

from PySide6.QtWidgets import QMenu, QWidget

from padviewer.gui.views.common.menu import MenuActs, build_menu, open_menu


def test_only_what_can_be_done_is_shown_and_does_it(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    done = []
    acts = MenuActs(fit=lambda: done.append("fit"), sort=lambda: done.append("sort"))
    menu = build_menu(parent, acts)
    entries = [entry for entry in menu.actions() if not entry.isSeparator()]
    assert [entry.text() for entry in entries] == ["Fit", "Sort by this"]
    assert sum(entry.isSeparator() for entry in menu.actions()) == 1
    for entry in entries:
        entry.trigger()
    assert done == ["fit", "sort"]


def test_no_menu_opens_where_nothing_can_be_done(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    open_menu(parent, MenuActs(), parent.pos())
    assert not any(menu.isVisible() for menu in parent.findChildren(QMenu))


def test_an_open_menu_has_a_name_and_goes_when_it_is_closed(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    open_menu(parent, MenuActs(fit=lambda: None), parent.pos())
    (menu,) = parent.findChildren(QMenu)
    assert menu.isVisible()
    assert menu.accessibleName() == "What can be done here"
    with qtbot.waitSignal(menu.destroyed):
        menu.close()
