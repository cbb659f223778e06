"""A sheet keeps to its window's right edge and takes the mouse from what it covers."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from padviewer.gui.widgets.popup import SHADOW, WIDTH, SideSheet


class Window(QWidget):
    pressed = 0

    def mousePressEvent(self, _event):
        self.pressed += 1


@pytest.fixture
def window(qtbot):
    made = Window()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_stands_between_its_margins(window):
    sheet = SideSheet(window)
    assert sheet.isHidden()
    sheet.set_margins(48, 28)
    sheet.show_above()
    assert (sheet.x(), sheet.y(), sheet.width(), sheet.height()) == (
        900 - WIDTH - SHADOW, 48, WIDTH + SHADOW, 500 - 48 - 28,
    )  # fmt: skip
    window.resize(300, 400)
    assert (sheet.x(), sheet.width(), sheet.height()) == (0, 300, 400 - 48 - 28)


def test_a_press_on_it_is_not_one_on_the_window(window):
    sheet = SideSheet(window)
    sheet.show_above()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert window.pressed == 0


def test_it_covers_what_is_below_and_shades_left_of_itself(window, colour_at):
    sheet = SideSheet(window)
    sheet.show_above()
    edge = window.width() - WIDTH
    assert colour_at(window, edge + 20, 100) == "#FFFFFF"
    assert colour_at(window, edge - 2, 100) != colour_at(window, edge - SHADOW - 2, 100)


def test_escape_closes_it_only_from_inside(window, qtbot):
    """Esc in the window belongs to the window: a drag is taken back, a field's text restored."""
    outside, sheet = QLineEdit(window), SideSheet(window)
    inside = QLineEdit(sheet)
    outside.show()
    sheet.show_above()
    outside.setFocus()
    QTest.keyClick(outside, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    inside.setFocus()
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_the_focus_goes_back_where_it_was(window, qtbot):
    first, second, sheet = QLineEdit(window), QLineEdit(window), SideSheet(window)
    inside = QLineEdit(sheet)
    first.show()
    second.show()
    window.activateWindow()
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    sheet.show_above()
    inside.setFocus()
    sheet.show_above()
    sheet.close()
    assert second.hasFocus()
    sheet.show_above()
    inside.setFocus()
    first.setFocus()
    sheet.close()
    assert first.hasFocus()
    gone = QLineEdit(window)
    gone.show()
    gone.setFocus()
    sheet.show_above()
    inside.setFocus()
    gone.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(gone))
    sheet.close()
    assert sheet.isHidden()
