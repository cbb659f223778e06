"""The history list: the present step stands out, a choice travels there, Escape does not."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from padviewer.gui.dialogs.lists import HistoryDialog
from tests.gui import accessible

NAMES = ("Maxlen 96", "Padding pre", "question: label")


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.button = QPushButton("Undo", made)
    made.button.setGeometry(100, 8, 60, 28)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def history(window):
    return HistoryDialog(window)


def sentences(history):
    return accessible.items(history.list)


def test_it_lists_all_steps_and_where_the_data_is(history, window, colours_in):
    history.show_history(NAMES, 2, window.button)
    assert sentences(history) == [
        "As it was opened",
        "Maxlen 96",
        "Padding pre, now",
        "question: label, undone",
    ]
    assert history.pos() == QPoint(100, 40)
    assert history.list.hasFocus()
    assert history.list.cursor_row() == 2
    assert accessible.current(history.list) == "Padding pre, now"
    assert accessible.chosen(history.list) == ["Padding pre, now"]
    tinted = [
        row for row in range(4)
        if "#E6EDFC" in colours_in(history.list.viewport(), history.list.row_rect(row).toRect())
    ]  # fmt: skip
    assert tinted == [2]


def test_return_travels_and_the_focus_goes_back(history, window, qtbot):
    window.button.setFocus()
    history.show_history(NAMES, 2)
    QTest.keyClick(history.list, Qt.Key.Key_Up)
    QTest.keyClick(history.list, Qt.Key.Key_Up)
    with qtbot.waitSignal(history.chosen) as chosen:
        QTest.keyClick(history.list, Qt.Key.Key_Return)
    assert chosen.args == [0]
    assert history.isHidden()
    assert window.button.hasFocus()


def test_a_click_travels_once(history):
    told = []
    history.chosen.connect(told.append)
    history.show_history(NAMES, 1)
    spot = history.list.row_rect(3).center().toPoint()
    QTest.mouseClick(history.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told == [3]


def test_where_it_is_already_and_escape_travel_nowhere(history):
    told = []
    history.chosen.connect(told.append)
    history.show_history(NAMES, 1)
    QTest.keyClick(history.list, Qt.Key.Key_Return)
    history.show_history(NAMES, 1)
    QTest.keyClick(history.list, Qt.Key.Key_Up)
    QTest.keyClick(history.list, Qt.Key.Key_Escape)
    assert history.isHidden()
    history.show_history(NAMES, 1)
    history.show_history(NAMES, 1)
    assert history.isHidden()
    assert told == []


def test_nothing_was_done_yet(history):
    history.show_history((), 0)
    assert sentences(history) == ["As it was opened, now"]


def test_steps_may_change_while_it_is_open(history):
    history.set_steps(NAMES, 1)
    assert history.isHidden()
    history.show_history(NAMES[:1], 1)
    before = history.height()
    history.set_steps(NAMES, 3)
    assert sentences(history)[-1] == "question: label, now"
    assert history.height() == before + 2 * 28


def test_a_thousand_steps_stay_in_the_window_and_the_present_one_is_seen(history, window):
    history.show_history(tuple(f"step {n}" for n in range(1000)), 700)
    assert history.geometry().bottom() < window.height()
    rect = history.list.row_rect(700)
    assert rect.top() >= 0
    assert rect.bottom() <= history.list.viewport().height()
    window.resize(200, 200)
    assert history.geometry().right() < 200
