"""The toolbar: its buttons follow the actions, and the title gives way to them."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from padviewer.gui.actions import ACTIONS, enable, make_actions
from padviewer.gui.style import theme as look
from padviewer.gui.window.toolbar import Toolbar

NAME = "a-file-with-a-very-long-name-that-cannot-stand-beside-the-buttons.parquet"


@pytest.fixture
def bar(qtbot):
    """A toolbar with actions that only tell that they were called."""
    parent = QWidget()
    qtbot.addWidget(parent)
    called = []
    actions = make_actions(parent, {spec.id: lambda name=spec.id: called.append(name) for spec in ACTIONS})
    menus = [QMenu(name, parent) for name in ("Recent", "Samples", "Theme", "Presets")]
    menus[0].addAction("a.csv")
    menus[2].addAction("Dark")
    made = Toolbar(actions, *menus[:3], tuple(menus[3:]))
    made.setParent(parent)
    made.held_parent = parent  # Qt deletes the bar with it
    made.called, made.actions, made.menus = called, actions, menus
    made.setGeometry(0, 0, 1280, made.height())
    parent.resize(1280, 200)
    parent.show()
    return made


def button(bar, name):
    """The button with a name."""
    return next(one for one in bar.findChildren(QAbstractButton) if one.accessibleName() == name)


def press(bar, name):
    QTest.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "action"), [("Undo", "undo"), ("Redo", "redo"), ("Export", "export")]
)  # fmt: skip
def test_a_button_does_its_action_when_it_can(bar, name, action):
    press(bar, name)
    assert bar.called == []
    assert not button(bar, name).isEnabled()
    enable(bar.actions, {"data", "undo", "redo"})
    assert button(bar, name).isEnabled()
    press(bar, name)
    assert bar.called == [action]
    enable(bar.actions, ())
    assert not button(bar, name).isEnabled()


def test_a_tooltip_follows_its_action(bar):
    bar.actions["undo"].setToolTip("Undo: Maxlen 96")
    assert button(bar, "Undo").toolTip() == "Undo: Maxlen 96"


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Open", ["Open", "Open here", "Open model", "Samples"]),
        ("Recent", ["a.csv"]),
        ("Recipe", ["Open recipe", "Save recipe", "Presets", "History"]),
        ("Theme: light, dark or as the system", ["Dark"]),
        (
            "Menu: commands, preferences, help",
            [
                *("Commands", "Preferences", "Documentation", "Keys", "What is this?", "Save picture"),
                *("Stop", "Left pane", "Right pane", "Lengths pane"),
                *("Larger", "Smaller", "Usual size", "Close window", "Quit"),
            ],
        ),
    ],
)
def test_a_button_opens_its_menu(bar, name, texts):
    press(bar, name)
    shown = [menu for menu in (*bar.menus, *bar._menus) if menu.isVisible()]
    assert len(shown) == 1
    assert [one.text() for one in shown[0].actions() if not one.isSeparator()] == texts
    shown[0].close()


def ink(bar, rect):
    """Whether anything but the surface and the hairline is painted in a rectangle."""
    image = bar.grab(rect.adjusted(0, 0, 0, -2)).toImage()
    surface = look.current().colour("panel").rgb()
    return any(
        image.pixel(x, y) != surface for x in range(image.width()) for y in range(image.height())
    )  # fmt: skip


def free_room(bar):
    left = button(bar, "Redo").mapTo(bar, button(bar, "Redo").rect().topRight()).x() + 2
    theme = button(bar, "Theme: light, dark or as the system")
    right = theme.mapTo(bar, theme.rect().topLeft()).x() - 2
    return left, right


def test_the_title_stands_in_the_middle(bar):
    left, right = free_room(bar)
    assert not ink(bar, QRect(left, 0, right - left, bar.height()))
    bar.set_shown("a.csv", "x → x")
    assert ink(bar, QRect(540, 0, 200, bar.height()))
    assert not ink(bar, QRect(left, 0, 500 - left, bar.height()))
    assert bar.accessibleDescription() == "a.csv, x → x"


@pytest.mark.parametrize("width", [1280, 900, 760])
def test_a_long_title_never_reaches_the_buttons(bar, width):
    bar.setGeometry(0, 0, width, bar.height())
    bar.layout().activate()
    bar.set_shown(NAME * 2, "question → tokens")
    left, right = free_room(bar)
    assert not ink(bar, QRect(left, 0, 10, bar.height()))
    assert not ink(bar, QRect(right - 10, 0, 10, bar.height()))
    assert ink(bar, QRect(left + 12, 0, right - left - 24, bar.height()))


def test_without_room_there_is_no_title(bar):
    left, right = free_room(bar)
    bar.setGeometry(0, 0, 1280 - (right - left) + 60, bar.height())
    bar.layout().activate()
    bar.set_shown("a.csv", "")
    left, right = free_room(bar)
    assert not ink(bar, QRect(left, 0, right - left, bar.height()))
    assert bar.accessibleDescription() == "a.csv"
