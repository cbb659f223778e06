"""The base of the lists: Qt's keys, rows that a screen reader finds, the row drawn by the subclass."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from padviewer.gui.style import drawing
from padviewer.gui.widgets.lines_list import RowList
from tests.gui import accessible


class Numbers(RowList):
    """So many rows, each with its number."""

    def __init__(self, count):
        super().__init__("Numbers")
        self.count, self.painted = count, []

    def row_count(self):
        return self.count

    def row_height(self):
        return 20

    def row_sentence(self, row):
        return f"row {row}"

    def paint_row(self, painter, rect, row):
        self.painted.append(row)
        drawing.text(painter, rect, str(row), "body", "t1")


@pytest.fixture
def rows(qtbot):
    made = Numbers(1000)
    qtbot.addWidget(made)
    made.rows_changed()
    made.resize(200, 100)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_only_rows_in_view_are_painted(rows):
    rows.painted.clear()
    rows.grab()
    assert rows.painted == [0, 1, 2, 3, 4]
    rows.verticalScrollBar().setValue(210)
    rows.painted.clear()
    rows.grab()
    assert rows.painted == [10, 11, 12, 13, 14, 15]


def test_keys_move_the_cursor_and_scroll_to_it(rows):
    keys = [
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Up,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Home,
    ]
    seen = []
    for key in keys:
        QTest.keyClick(rows, key)
        seen.append(rows.cursor_row())
        rect = rows.row_rect(rows.cursor_row())
        assert rect.top() >= 0
        assert rect.bottom() <= 100
    assert seen == [1, 5, 4, 999, 995, 0]  # a page of Qt's ends where the next one begins


def test_return_and_click_activate(rows, qtbot):
    with qtbot.waitSignal(rows.row_activated) as said:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert said.args == [0]
    with qtbot.waitSignal(rows.row_activated) as said:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 45))
    assert said.args == [2]
    assert rows.cursor_row() == 2


def test_letters_go_to_the_row_that_begins_with_them(rows):
    QTest.keyClicks(rows, "row 41")
    assert rows.cursor_row() == 41


def test_a_screen_reader_finds_a_list_with_a_name_for_every_row(rows):
    found = accessible.interface(rows)
    assert (found.role(), accessible.name(found)) == (QAccessible.Role.List, "Numbers")
    assert found.childCount() == 1000
    row = found.child(640)
    assert (row.role(), accessible.name(row)) == (QAccessible.Role.ListItem, "row 640")
    QTest.keyClick(rows, Qt.Key.Key_End)
    assert accessible.current(rows) == "row 999"


def test_neither_keys_nor_mouse_change_what_is_selected(rows, colour_at):
    rows.selected_row = lambda: 1
    rows.rows_changed()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 45))
    assert accessible.chosen(rows) == ["row 1"]
    assert colour_at(rows, 4, 30) == "#E6EDFC"
    assert colour_at(rows, 4, 70) != "#E6EDFC"


def test_places(rows):
    assert rows.row_at(QPointF(5, 39)) == 1
    assert rows.row_at(QPointF(5, -1)) == -1
    rows.count = 2
    rows.rows_changed()
    assert rows.row_at(QPointF(5, 45)) == -1


def test_fewer_rows_keep_the_cursor_inside(rows):
    rows.set_cursor_row(900)
    rows.count = 3
    rows.rows_changed()
    assert rows.cursor_row() == 2
    assert rows.verticalScrollBar().maximum() == 0


def test_one_tab_stop_with_a_name(rows):
    assert rows.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert rows.accessibleName() == "Numbers"
    assert rows.viewport().focusPolicy() == Qt.FocusPolicy.NoFocus
    assert rows.verticalScrollBar().focusPolicy() == Qt.FocusPolicy.NoFocus


def test_focus_is_seen_on_the_cursor_alone(rows, qtbot, colours_in):
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    assert "#2B5BD7" in colours_in(rows, rows.row_rect(0).toRect())
    assert "#2B5BD7" not in colours_in(rows, rows.row_rect(2).toRect())


def test_the_row_under_the_mouse_is_lit(rows, colour_at):
    QTest.mouseMove(rows.viewport(), QPoint(50, 50))
    assert colour_at(rows, 150, 50) == "#EAECF0"
    assert rows.viewport().toolTip() == "row 2"


def test_its_height_is_that_of_its_rows_up_to_a_limit(rows):
    assert rows.sizeHint().height() == 10 * 20
    rows.set_most_rows(4)
    assert rows.sizeHint().height() == 4 * 20
    rows.count = 1
    assert rows.sizeHint().height() == 20
