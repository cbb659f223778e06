"""Formats are chosen by arrows and clicks, but never one that does not suit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from padviewer.gui.dialogs.export.lists import ArrayList, FormatList, FormatRow, array_rows
from tests.gui import accessible

ROWS = (
    FormatRow(".npz", "NumPy archive", "all arrays in one file"),
    FormatRow(".csv", "CSV", "one step per column", "A CSV holds one tensor."),
    FormatRow("", "NumPy folder", "a file for every array"),
)


@pytest.fixture
def formats(qtbot):
    made = FormatList()
    qtbot.addWidget(made)
    made.set_rows(ROWS, ".npz")
    made.resize(432, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    made.heard = []
    made.chosen.connect(made.heard.append)
    return made


def test_the_arrows_pass_over_what_does_not_suit(formats):
    QTest.keyClick(formats, Qt.Key.Key_Down)
    assert accessible.current(formats) == "CSV, A CSV holds one tensor."
    assert formats.suffix() == ".npz"
    QTest.keyClick(formats, Qt.Key.Key_Down)
    assert formats.heard == [""]
    assert accessible.current(formats) == "NumPy folder, a file for every array, chosen"
    QTest.keyClick(formats, Qt.Key.Key_Home)
    assert formats.heard == ["", ".npz"]


def test_a_click_chooses(formats):
    for row, heard in ((1, []), (2, [""])):
        place = formats.row_rect(row).center().toPoint()
        QTest.mouseClick(formats.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert formats.heard == heard


def test_space_chooses_the_row_of_the_keys(formats):
    formats.set_cursor_row(2)
    QTest.keyClick(formats, Qt.Key.Key_Space)
    assert formats.suffix() == ""
    assert ROWS[2].ending == "/"


def test_arrays_say_shape_dtype_and_size(qtbot):
    arrays = ArrayList()
    qtbot.addWidget(arrays)
    arrays.set_rows(array_rows([("tokens", (1319, 96), "int32", 506_496)]))
    assert arrays.row_sentence(0) == "tokens, shape (1319, 96), int32, 506\u202fkB"
    assert arrays.row_count() == 1
