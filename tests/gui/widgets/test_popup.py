"""A popup keeps to its window, gives the focus back, and goes away when it is left."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from padviewer.gui.widgets.popup import Popup


class Card(Popup):
    def __init__(self, parent):
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setGeometry(10, 10, 100, 28)

    def place(self):
        self.setGeometry(QRect(20, 20, self.parentWidget().width() - 40, 100))


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.first, made.second = QLineEdit(), QLineEdit()
    layout = QVBoxLayout(made)
    layout.addWidget(made.first)
    layout.addWidget(made.second)
    made.resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.first.setFocus()
    qtbot.waitUntil(made.first.hasFocus)
    return made


def test_escape_closes_it_and_gives_the_focus_back(window, qtbot):
    card = Card(window)
    assert card.isHidden()
    card.show_focused(card.field)
    assert card.field.hasFocus()
    with qtbot.waitSignal(card.closed):
        QTest.keyClick(card.field, Qt.Key.Key_Escape)
    assert card.isHidden()
    assert window.first.hasFocus()


def test_focus_elsewhere_closes_it_and_stays_there(window, qtbot):
    card = Card(window)
    card.show_focused(card.field)
    with qtbot.waitSignal(card.closed):
        window.second.setFocus()
    assert card.isHidden()
    assert window.second.hasFocus()


def test_it_can_be_shown_again_and_again(window):
    card, told = Card(window), []
    card.closed.connect(lambda: told.append(1))
    for _ in range(3):
        card.show_focused(card.field)
        card.show_focused(card.field)
        card.hide()
    assert len(told) == 3
    assert window.first.hasFocus()


def test_who_had_the_focus_may_be_gone(window, qtbot):
    card = Card(window)
    card.show_focused(card.field)
    window.first.deleteLater()
    qtbot.waitUntil(lambda: window.layout().count() == 1)
    card.hide()
    assert card.isHidden()


def test_it_does_not_come_back_with_its_window(window):
    card, told = Card(window), []
    card.closed.connect(lambda: told.append(1))
    card.show_focused(card.field)
    window.hide()
    window.show()
    assert card.isHidden()
    card.show_focused(card.field)
    assert card.isVisible()
    card.hide()
    assert len(told) == 2


def test_it_follows_its_window_and_takes_the_mouse(window):
    card = Card(window)
    card.show_focused(card.field)
    window.resize(640, 300)
    assert card.width() == 600
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.isVisible()


def test_its_edge_and_surface_are_those_of_the_theme(window, colour_at):
    card = Card(window)
    card.show_focused(card.field)
    assert colour_at(card, card.width() // 2, 60) == "#FFFFFF"
    assert colour_at(card, card.width() // 2, 0) == "#868E9B"
