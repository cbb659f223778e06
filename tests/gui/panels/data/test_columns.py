from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.gui.panels.data.columns import ColumnList, ColumnRow
from padviewer.gui.style import drawing
from tests.gui import accessible

QUESTION = ColumnRow("question", "sequence", "15–164", "text", "text", "tokens")
ANSWER = ColumnRow("answer", "ignored", "5–173", "text", "text")
LONG = ColumnRow("customer_interaction_event_identifier_v2", "weight", "1–128,450", "number", "int64")


@pytest.fixture
def columns(qtbot):
    made = ColumnList()
    qtbot.addWidget(made)
    made.set_columns((QUESTION, ANSWER), "question")
    made.resize(340, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.chosen, made.roles = [], []
    made.column_chosen.connect(made.chosen.append)
    made.role_chosen.connect(lambda name, role: made.roles.append((name, role)))
    return made


def press(columns, row, x):
    place = QPoint(x, int(columns.row_rect(row).center().y()))
    QTest.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=place)


def open_menu():
    menu = QApplication.activePopupWidget()
    assert menu is not None
    return menu


def test_what_stands_under_role():
    assert QUESTION.says == "Sequence"
    assert ANSWER.says == "Ignored"
    assert LONG.says == "Weight"


@pytest.mark.parametrize("rows", [(QUESTION, ANSWER), (QUESTION, LONG)])
def test_the_control_of_a_role_is_a_target_of_24_pixels_with_a_word(columns, rows):
    columns.set_columns(rows, "question")
    columns.resize(264, columns.sizeHint().height())
    for row in range(2):
        place = columns.role_place(row)
        assert place.height() >= 24
        assert place.width() >= 24
        assert columns.row_rect(row).contains(place)
        words = drawing.text_width(rows[row].says, "small")
        assert words <= place.width() - 2 * 5 - 10


def test_a_click_on_a_name_chooses_the_column(columns):
    press(columns, 1, 40)
    assert columns.chosen == ["answer"]
    assert columns.cursor_row() == 1
    assert columns.roles == []


def test_a_click_on_a_role_opens_its_menu(columns, qtbot):
    press(columns, 1, columns.width() - 24)
    menu = open_menu()
    assert columns.chosen == []
    assert menu.accessibleName() == "Role of answer"
    assert [action.text() for action in menu.actions()] == ["Sequence", "Label", "Weight", "Ignored"]
    assert [action.isChecked() for action in menu.actions()] == [False, False, False, True]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert columns.roles == [("answer", "label")]


def test_the_menu_says_how_a_column_is_read(columns, qtbot):
    read = replace(ANSWER, ways=("numbers", "text"), way="text")
    columns.set_columns((QUESTION, read), "question")
    chosen = []
    columns.way_chosen.connect(lambda name, way: chosen.append((name, way)))
    columns.set_cursor_row(1)
    columns.setFocus()
    QTest.keyClick(columns, Qt.Key.Key_Space)
    menu = open_menu()
    QTest.keyClick(menu, Qt.Key.Key_Up)  # to its last line, and into it
    QTest.keyClick(menu, Qt.Key.Key_Right)
    ways = open_menu()
    assert ways is not menu
    assert [one.text() for one in ways.actions()] == ["As guessed", "Numbers, the rest missing", "Text"]
    assert [one.isChecked() for one in ways.actions()] == [False, False, True]
    QTest.keyClick(ways, Qt.Key.Key_Down)
    QTest.keyClick(ways, Qt.Key.Key_Return)
    assert chosen == [("answer", "numbers")]
    ways.actions()[0].trigger()
    assert chosen[-1] == ("answer", "")


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)],
)
def test_keys_open_the_menu_of_the_cursor(columns, key, modifiers):
    QTest.keyClick(columns, Qt.Key.Key_Down)
    QTest.keyClick(columns, key, modifiers)
    menu = open_menu()
    assert menu.accessibleName() == "Role of answer"
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert columns.roles == []


def test_arrows_move_and_return_chooses(columns):
    QTest.keyClick(columns, Qt.Key.Key_Down)
    assert columns.chosen == []
    assert accessible.current(columns) == "answer, text, steps: 5–173, ignored"
    QTest.keyClick(columns, Qt.Key.Key_Return)
    assert columns.chosen == ["answer"]


def test_the_selected_column_is_on_tint(columns, colour_at):
    rows = columns.viewport()
    columns.clearFocus()
    assert colour_at(rows, 4, columns.row_rect(0).center().y()) == "#E6EDFC"
    columns.set_columns((QUESTION, ANSWER), "answer")
    assert colour_at(rows, 4, columns.row_rect(1).center().y()) == "#E6EDFC"
    assert accessible.chosen(columns) == ["answer, text, steps: 5–173, ignored"]


def test_a_name_that_does_not_fit_makes_all_rows_two_lines(columns):
    assert columns.row_height() == 28
    columns.set_columns((QUESTION, LONG), "question")
    columns.resize(264, 120)
    assert columns.is_two_line()
    assert columns.row_height() == 48
    columns.resize(700, 120)
    assert columns.row_height() == 28


def test_a_click_on_the_role_in_two_lines(columns):
    columns.set_columns((QUESTION, LONG), "question")
    columns.resize(264, columns.sizeHint().height())
    rect = columns.row_rect(1)
    upper, lower = QPoint(240, int(rect.top()) + 8), columns.role_place(1).center().toPoint()
    QTest.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=upper)
    assert columns.chosen == [LONG.name]
    QTest.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=lower)
    QTest.keyClick(open_menu(), Qt.Key.Key_Escape)
    assert columns.chosen == [LONG.name]


def test_nothing_to_show(qtbot):
    columns = ColumnList()
    qtbot.addWidget(columns)
    columns.resize(200, 100)
    columns.show()
    qtbot.waitExposed(columns)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(columns, key)
    assert accessible.items(columns) == []
    assert not columns.is_two_line()


def test_facts_that_do_not_fit_leave_the_type_out_and_cut_nothing(qtbot, monkeypatch):
    seen = []
    real = drawing.text

    def text(painter, rect, words, style, *rest):
        seen.append((words, drawing.text_width(words, style) <= rect.width() + 0.5))
        real(painter, rect, words, style, *rest)

    monkeypatch.setattr(drawing, "text", text)
    made = ColumnList()
    qtbot.addWidget(made)
    row = ColumnRow("values", "sequence", "3–200", "number", "float32 × 6", "values", "648 missing")
    made.set_columns((row,), "values")
    for width, facts in ((420, "float32 × 6 · 3–200 · "), (248, "3–200 · ")):
        made.resize(width, 80)
        seen.clear()
        made.grab()
        assert {facts, "648 missing"} <= {words for words, _ in seen}
        assert [words for words, fits in seen if not fits] == []


def test_how_many_rows_are_empty_gives_way_before_the_type(qtbot, monkeypatch):
    seen = []
    real = drawing.text

    def text(painter, rect, words, *rest):
        seen.append(words)
        real(painter, rect, words, *rest)

    monkeypatch.setattr(drawing, "text", text)
    made = ColumnList()
    qtbot.addWidget(made)
    row = ColumnRow("tokens", "sequence", "0–5,000", "number", "int32", "tokens", "", "4 empty rows", (1, 2))
    made.set_columns((row,), "tokens")
    facts = "int32 · 0–5,000", " · 4 empty rows"
    made.show()
    qtbot.waitExposed(made)
    for width, words in ((420, "".join(facts)), (264, facts[0]), (190, "0–5,000")):
        made.resize(width, 80)
        QApplication.processEvents()
        seen.clear()
        made.grab()
        assert words in seen
    assert accessible.items(made) == ["tokens, int32, steps: 0–5,000, sequence tokens, 4 empty rows"]
