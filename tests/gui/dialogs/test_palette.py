"""The palette: found by letters, started by Return after it is gone, all from the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from padviewer.gui.dialogs.palette import MOST_SHOWN, PaletteDialog, PaletteEntry

Key = Qt.Key


@pytest.fixture
def ran():
    return []


@pytest.fixture
def entries(ran):
    return [
        PaletteEntry("Open", "Open a file with data", "Ctrl+O", lambda: ran.append("open")),
        PaletteEntry(
            "Export", "Write the arrays", "Ctrl+E", lambda: ran.append("export"), False, "Open a file."
        ),
        PaletteEntry("Go to row", "Show a row by its number", "G", lambda: ran.append("row")),
        PaletteEntry("Redo", "Make the change again", "", lambda: ran.append("redo"), False),
    ]


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1120, 720)
    made.field = QLineEdit(made)
    made.field.move(900, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


@pytest.fixture
def palette(window, entries):
    made = PaletteDialog(window, lambda: entries)
    made.show_palette()
    return made


def names(palette):
    return [one.words for one in palette.shown()]


def test_it_stands_at_the_top_in_the_middle_with_the_focus_in_its_field(palette, window):
    assert palette.field.hasFocus()
    assert names(palette) == ["Open", "Export", "Go to row", "Redo"]
    assert palette.geometry().center().x() == pytest.approx(window.width() / 2, abs=1)
    assert palette.height() == 8 + 28 + 8 + 4 * 32 + 8
    window.resize(400, 300)
    assert palette.width() == 400 - 32
    assert palette.geometry().bottom() < 300


def test_letters_find_and_return_starts_after_it_is_gone(palette, window, ran):
    QTest.keyClicks(palette.field, "gtr")
    assert names(palette) == ["Go to row"]
    QTest.keyClick(palette.field, Key.Key_Return)
    assert ran == ["row"]
    assert palette.isHidden()
    assert window.field.hasFocus()


def test_the_focus_is_back_before_the_command_runs(window, ran):
    entry = PaletteEntry("Look", "", "", lambda: ran.append(window.field.hasFocus()))
    palette = PaletteDialog(window, lambda: [entry])
    palette.show_palette()
    QTest.keyClick(palette.field, Key.Key_Enter)
    assert ran == [True]


def test_arrows_go_round_and_the_field_says_where(palette):
    said = []
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Up, Key.Key_Down):
        QTest.keyClick(palette.field, key)
        said.append(palette.field.accessibleDescription())
    assert said == [
        "Export, Open a file., Ctrl+E; 2 of 4 entries",
        "Open, Open a file with data, Ctrl+O; 1 of 4 entries",
        "Redo, not now; 4 of 4 entries",
        "Open, Open a file with data, Ctrl+O; 1 of 4 entries",
    ]
    QTest.keyClick(palette.field, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert palette.list.cursor_row() == 3
    QTest.keyClick(palette.field, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert palette.list.cursor_row() == 0


def test_what_cannot_be_done_is_muted_and_stays(palette, ran, colours_in):
    QTest.keyClick(palette.field, Key.Key_Down)
    QTest.keyClick(palette.field, Key.Key_Return)
    assert ran == []
    assert palette.isVisible()
    QTest.keyClick(palette.field, Key.Key_Up)

    def ink(row):
        rect = palette.list.row_rect(row).toRect().adjusted(8, 0, -8, 0)
        rect.translate(palette.list.mapTo(palette, QPoint(0, 0)))
        return min(colours_in(palette, rect), key=lambda one: int(one[1:3], 16))

    assert ink(2) == "#14181F"
    assert ink(3) >= "#616A78"


def test_escape_starts_nothing(palette, window, ran):
    QTest.keyClick(palette.field, Key.Key_Escape)
    assert palette.isHidden()
    assert ran == []
    assert window.field.hasFocus()


def test_a_click_starts(palette, ran):
    spot = palette.list.row_rect(2).center().toPoint()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert ran == ["row"]
    assert palette.isHidden()


def test_a_click_beside_it_closes_it(palette, window):
    QTest.mouseClick(window.field, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    window.field.setFocus()
    assert palette.isHidden()


def test_nothing_fits(palette, ran):
    QTest.keyClicks(palette.field, "xyzzy")
    assert names(palette) == []
    assert palette.nothing.text() == "Nothing is called “xyzzy”."
    assert palette.nothing.isVisible()
    assert palette.field.accessibleDescription() == palette.nothing.text()
    for key in (Key.Key_Return, Key.Key_Down, Key.Key_Up, Key.Key_PageDown):
        QTest.keyClick(palette.field, key)
    assert ran == []
    palette.field.selectAll()
    QTest.keyClick(palette.field, Key.Key_Backspace)
    assert len(names(palette)) == 4
    assert palette.nothing.isHidden()


def test_its_own_shortcut_closes_it_again(window, palette):
    for keys in ("Ctrl+K", "Ctrl+Shift+P"):
        shortcut = QShortcut(QKeySequence(keys), window, palette.show_palette)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    QTest.keyClick(palette.field, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert palette.isHidden()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.field, Key.Key_P, both)
    assert palette.isVisible()


def test_entries_are_asked_for_each_time(window):
    asked = []
    palette = PaletteDialog(window, lambda: asked.append(1) or [PaletteEntry(str(len(asked)), "", "", print)])
    for number in (1, 2):
        palette.show_palette()
        assert names(palette) == [str(number)]
        palette.hide()


def test_tab_stays_in_the_field(palette):
    for key in (Key.Key_Tab, Key.Key_Backtab):
        QTest.keyClick(palette.field, key)
        assert palette.field.hasFocus()


def test_of_two_thousand_entries_twelve_are_seen(window):
    many = [PaletteEntry(f"File {n} of a long name.parquet", "recent file", "", print) for n in range(2000)]
    palette = PaletteDialog(window, lambda: many)
    palette.show_palette()
    for letter in "file 19":
        QTest.keyClick(palette.field, letter)
        palette.grab()
    assert palette.list.height() == MOST_SHOWN * 32
    assert "19" in palette.shown()[0].words
    QTest.keyClick(palette.field, Key.Key_PageDown)
    assert palette.list.cursor_row() == MOST_SHOWN
