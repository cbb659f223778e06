"""The dialog about a fault of the program: plain words, all details to copy."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from padviewer.gui.window.notices import FaultDialog

TRACE = "Traceback (most recent call last):\n  File “a.py”\nValueError: <b>17</b>\n"


@pytest.fixture
def dialog(qapp):
    made = FaultDialog("ValueError: <b>17</b>", TRACE)
    made.show()
    yield made
    if shiboken6.isValid(made):
        made.close()


def press(dialog, words):
    """Press the button with these words."""
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_error_is_shown_as_it_is(dialog):
    """Marks that look like a page's are text: the error may quote a file."""
    title, sentence = dialog.findChildren(QLabel)
    assert title.text() == "PadViewer made a mistake"
    assert sentence.textFormat() == Qt.TextFormat.PlainText
    assert sentence.text().startswith("ValueError: <b>17</b>\n")
    box = dialog.findChild(QPlainTextEdit)
    assert box.toPlainText() == TRACE
    assert box.isReadOnly()
    assert box.accessibleName() == "Details"


def test_the_details_are_copied(dialog):
    QGuiApplication.clipboard().setText("before")
    press(dialog, "Copy details")
    assert QGuiApplication.clipboard().text() == TRACE
    assert dialog.isVisible()


def test_closing_it_lets_it_go(qtbot, dialog):
    with qtbot.waitSignal(dialog.destroyed):
        press(dialog, "Close")


def test_it_blocks_nothing(dialog):
    assert not dialog.isModal()
