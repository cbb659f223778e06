from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from padviewer.gui.widgets.buttons import Button
from padviewer.gui.widgets.field import Field


@pytest.fixture
def maxlen(qtbot):
    made = Field("Maxlen", unit="steps", number=True)
    made.set_text("96")
    qtbot.addWidget(made)
    made.resize(240, 60)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.said = []
    made.entered.connect(made.said.append)
    return made


@pytest.fixture
def edit(maxlen, qtbot):
    found = maxlen.findChild(QLineEdit)
    found.setFocus()
    qtbot.waitUntil(found.hasFocus)
    return found


def test_the_name_has_the_unit(edit):
    assert edit.accessibleName() == "Maxlen, steps"


def test_return_announces_what_is_typed(maxlen, edit):
    edit.selectAll()
    QTest.keyClicks(edit, "128")
    assert maxlen.said == []
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert maxlen.said == ["128"]


def test_the_same_text_is_not_announced(maxlen, edit):
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert maxlen.said == []


def test_leaving_announces_once(maxlen, edit):
    edit.setText(" 64 ")
    edit.clearFocus()
    assert maxlen.said == ["64"]


def test_an_error_stands_beneath_and_the_text_stays(maxlen, edit, colours_in):
    def refuse(words):
        maxlen.set_error(f"Maxlen must be 1 or more. Still 96. Not {words}.")

    maxlen.entered.connect(refuse)
    edit.setText("0")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert maxlen.text() == "0"
    assert maxlen.error() == "Maxlen must be 1 or more. Still 96. Not 0."
    assert edit.accessibleDescription() == maxlen.error()
    assert "#B3202C" in colours_in(edit, edit.rect())
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert maxlen.text() == "96"
    assert maxlen.error() == ""
    assert "#B3202C" not in colours_in(edit, edit.rect())


def test_typing_the_good_text_again_takes_the_error_away(maxlen, edit):
    maxlen.set_error("Maxlen must be 1 or more. Still 96.")
    edit.setText("96")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert maxlen.error() == ""
    assert maxlen.said == []


@pytest.mark.parametrize(
    ("key", "modifiers", "said"),
    [
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, "97"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "95"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, "104"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, "88"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, "128"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "64"),
    ],
)
def test_steps(maxlen, edit, key, modifiers, said):
    QTest.keyClick(edit, key, modifiers)
    assert maxlen.said == [said]


def test_a_step_from_nonsense_starts_at_the_last_good_number(maxlen, edit):
    edit.setText("many")
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert maxlen.said == ["97"]


def test_alt_down_is_left_to_the_panel(maxlen, edit):
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert maxlen.said == []
    assert maxlen.text() == "96"


def test_a_text_field_has_no_steps(qtbot):
    field = Field("Name")
    qtbot.addWidget(field)
    field.set_text("5")
    with qtbot.assertNotEmitted(field.entered):
        QTest.keyClick(field.findChild(QLineEdit), Qt.Key.Key_Up)
    assert field.findChild(QLineEdit).accessibleName() == "Name"


def test_setting_replaces_what_was_typed_and_says_nothing(maxlen, edit):
    edit.setText("12")
    maxlen.set_text("200")
    assert maxlen.text() == "200"
    assert maxlen.said == []


def test_what_stands_beside_is_to_the_right_without_overlap(qtbot):
    links = [Button(words, "link") for words in ("p95", "p99", "max")]
    field = Field("Maxlen", number=True, beside=links)
    qtbot.addWidget(field)
    field.resize(280 - 32, 34)
    field.show()
    qtbot.waitExposed(field)
    edges = [field.findChild(QLineEdit).geometry(), *(link.geometry() for link in links)]
    for one, other in pairwise(edges):
        assert one.right() < other.left()
    assert edges[-1].right() <= field.width()


def test_the_focus_goes_to_the_field(qtbot):
    holder = QWidget()
    layout = QVBoxLayout(holder)
    field = Field("Maxlen")
    layout.addWidget(Button("before"))
    layout.addWidget(field)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.findChild(QLineEdit).hasFocus)
