import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from padviewer.gui.style import theme as look
from padviewer.gui.widgets.buttons import Button, IconButton


@pytest.mark.parametrize(("kind", "fill"), [("primary", "#1B2027"), ("plain", "#FFFFFF")])
def test_what_has_a_ground(qtbot, colour_at, kind, fill):
    button = Button("Export", kind, "export")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert colour_at(button, button.width() // 2, 4) == fill
    assert button.accessibleName() == "Export"


@pytest.mark.parametrize("kind", ["ghost", "link"])
def test_what_has_none(qtbot, kind):
    button = Button("Export", kind)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    assert image.pixelColor(button.width() // 2, 3).alpha() == 0
    assert any(image.pixelColor(x, button.height() // 2).alpha() for x in range(button.width()))


def test_a_button_is_28_high_and_a_link_at_least_20(qtbot):
    button, link = Button("Export", "primary"), Button("Show rows", "link")
    qtbot.addWidget(button)
    qtbot.addWidget(link)
    assert button.sizeHint().height() == 28
    assert link.sizeHint().height() >= 20


def test_space_and_mouse_click(qtbot):
    button = Button("Export")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_icon_alone_has_name_tooltip_and_focus(qtbot):
    button = IconButton("undo", "Undo")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Undo"
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus
    button.ensurePolished()
    assert button.sizeHint().width() >= 24
    assert button.sizeHint().height() >= 24


def test_icons_follow_the_theme(qapp, qtbot):
    button = IconButton("undo", "Undo")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    look.apply(qapp, look.Theme("dark"))
    assert button.icon().cacheKey() != before


@pytest.mark.parametrize("make", [lambda: Button("Export"), lambda: IconButton("undo", "Undo")])
def test_focus_is_seen(qtbot, colours_in, make):
    button = make()
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert "#2B5BD7" in colours_in(button, button.rect())
    button.clearFocus()
    assert "#2B5BD7" not in colours_in(button, button.rect())
