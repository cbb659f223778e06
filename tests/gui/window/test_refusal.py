"""A refusal: its words, its code, and the ways on."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from padviewer.gui.session.state import Refusal
from padviewer.gui.widgets.fold import Fold
from padviewer.gui.widgets.labels import ElidedLabel
from padviewer.gui.window.refusal import RefusalPage

CODE = "import numpy as np\nnp.save('b.npy', np.load('a.npy', allow_pickle=True)[0])"
OBJECTS = Refusal(
    "a.npy was not opened",
    "The array holds pickled Python objects; reading them could run any code, so PadViewer does not.",
    "If you trust the file, convert it once: np.save('b.npy', np.load('a.npy', allow_pickle=True)[0])",
    "pickled-objects",
    "/data/a.npy",
)
PLAIN = Refusal("a.csv was not opened", "The file is empty.", "Choose another file.", "empty", "/data/a.csv")


@pytest.fixture
def page(qtbot):
    made = RefusalPage()
    qtbot.addWidget(made)
    made.resize(704, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def shown(page):
    """Return every text that can be seen."""
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    said += [one.text() for one in page.findChildren(ElidedLabel) if one.isVisibleTo(page)]
    return said


def buttons(page):
    return {one.text(): one for one in page.findChildren(QPushButton) if one.isVisibleTo(page)}


def test_with_code(page):
    page.set_refusal(OBJECTS, "test.jsonl")
    said = shown(page)
    assert {OBJECTS.title, OBJECTS.what, "What to do", "If you trust the file, convert it once."} <= set(said)
    assert "Your recipe and the data opened before, test.jsonl, are unchanged." in said
    assert page.code() == CODE
    buttons(page)["Copy code"].click()
    assert QGuiApplication.clipboard().text() == CODE
    assert "Copied" in buttons(page)
    QGuiApplication.clipboard().clear()
    page.set_refusal(OBJECTS)
    assert list(buttons(page)) == ["Copy code", "Open another"]


def test_without_code_or_data(page):
    page.set_refusal(OBJECTS, "test.jsonl")
    page.set_refusal(PLAIN)
    assert page.code() == ""
    assert not page.findChild(QPlainTextEdit).isVisible()
    assert list(buttons(page)) == ["Open another"]
    assert shown(page) == ["a.csv was not opened", "The file is empty.", "What to do", "Choose another file."]


def test_without_anything_to_do(page):
    page.set_refusal(Refusal("a.csv was not opened", "The file is empty."))
    assert shown(page) == ["a.csv was not opened", "The file is empty."]
    assert not page.findChild(Fold).isVisible()


def test_details_unfold(page):
    page.set_refusal(PLAIN)
    fold = page.findChild(Fold)
    assert not fold.is_open()
    fold.set_open(True)
    assert "path   /data/a.csv\ncode   empty" in shown(page)


def test_the_ways_on(page, qtbot):
    page.set_refusal(OBJECTS, "test.jsonl")
    with qtbot.waitSignal(page.open_clicked):
        QTest.keyClick(buttons(page)["Open another"], Qt.Key.Key_Space)
    with qtbot.waitSignal(page.back_clicked):
        QTest.keyClick(buttons(page)["Back to it"], Qt.Key.Key_Space)


def test_every_stop_has_a_name_and_shows_the_focus(page, colours_in):
    page.set_refusal(OBJECTS, "test.jsonl")
    stops = [
        one
        for one in page.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.focusProxy()
    ]
    assert [one.accessibleName() for one in stops if not one.accessibleName()] == []
    code = page.findChild(QPlainTextEdit)
    area = QRect(0, 0, code.width(), code.height())
    buttons(page)["Open another"].setFocus()
    assert "#2B5BD7" not in colours_in(code, area)
    code.setFocus()
    assert "#2B5BD7" in colours_in(code, area)
    assert "#FFFFFF" in colours_in(page, QRect(2, 2, 8, 8))
