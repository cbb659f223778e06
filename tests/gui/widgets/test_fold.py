import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from padviewer.gui.widgets.fold import Fold


@pytest.fixture
def fold(qtbot):
    made = Fold("Encode", QLabel("content"))
    qtbot.addWidget(made)
    made.resize(240, 100)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def head(fold):
    (found,) = [child for child in fold.findChildren(QWidget) if child.accessibleName() == "Encode"]
    return found


def test_a_click_folds_and_unfolds(fold, head, qtbot):
    content = fold.findChild(QLabel)
    assert content.isVisible()
    with qtbot.waitSignal(fold.opened) as said:
        QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    assert said.args == [False]
    assert not content.isVisible()
    QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    assert content.isVisible()


def test_a_press_that_ends_elsewhere_does_nothing(fold, head, qtbot):
    with qtbot.assertNotEmitted(fold.opened):
        QTest.mousePress(head, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(head, Qt.MouseButton.LeftButton, pos=QPoint(10, 80))


def test_keys(fold, head):
    said = []
    fold.opened.connect(said.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(head, key)
    assert said == [False, True, False]
    QTest.keyClick(head, Qt.Key.Key_A)
    assert len(said) == 3


def test_setting_says_nothing(fold, head, qtbot):
    with qtbot.assertNotEmitted(fold.opened):
        fold.set_open(False)
    assert not fold.is_open()
    assert head.accessibleDescription() == "folded"
    fold.set_value("8,643 words")
    assert head.accessibleDescription() == "folded, 8,643 words"


def test_the_value_stands_on_the_right_and_is_told_whole_where_it_does_not_fit(fold, head, colours_in):
    fold.set_value("ids 1–8643")
    ink = colours_in(head, head.rect().adjusted(180, 0, 0, 0))
    assert len(ink) > 3
    assert head.toolTip() == ""
    long = "8,643 words by first appearance · ids 1–8643 · 4,506 of them occur once"
    fold.set_value(long)
    assert head.toolTip() == long


def test_focus_is_seen(fold, head, qtbot, colours_in):
    fold.activateWindow()
    head.setFocus()
    qtbot.waitUntil(head.hasFocus)
    assert "#2B5BD7" in colours_in(head, head.rect())
