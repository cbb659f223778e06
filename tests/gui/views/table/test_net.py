"""What stands on the table, pixel by pixel: kept column, strike-through, group lines, copies, marks."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.views.bars.find import FindBar
from padviewer.gui.views.table.view import TableView

HEAD = LINE = 28
KEPT = range(141, 212)
"""Pixels of the column "kept", between the edges of columns."""
ROWS = [[11, 12, 13, 14, 15, 16, 17], [21, 22], [31, 32, 33, 34], [41, 42, 43, 44, 45]]
LABELS = ["a", "b", "a", "b"]
RIGHT, LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft


@pytest.fixture
def table(qtbot, showing):
    """A table of four rows with labels, of which the tensor keeps three steps each; nothing is selected."""
    controller = showing({"x": ROWS, "y": LABELS}, {"x": "sequence", "y": "label"}, transforms=(), maxlen=3)
    made = TableView(controller)
    qtbot.addWidget(made)
    made.resize(900, HEAD + 8 * LINE)
    made.show()
    qtbot.waitExposed(made)
    made.controller = controller
    return made


def pixels(image):
    """The colours of an image: uint32 [height, width], 0xRRGGBB."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return flat[:, : image.width()].copy() & 0xFFFFFF


def line(view, at):
    """The pixels of a line of the table: uint32 [28, width]."""
    view.grab()
    top = HEAD + at * LINE
    return pixels(view.grab().toImage())[top : top + LINE]


def rgb(token):
    return look.current().colour(token).rgb() & 0xFFFFFF


def written(words, style, token, width, align, behind="canvas"):
    """The pixels of a line of this width that holds nothing but a text, 12 away from its edges."""
    image = QImage(width, LINE, QImage.Format.Format_RGB32)
    image.fill(look.current().colour(behind))
    painter = QPainter(image)
    drawing.text(painter, QRectF(12, 0, width - 24, LINE), words, style, token, align)
    painter.end()
    return pixels(image)


def test_the_kept_column_counts_what_is_kept_in_the_colour_of_loss(table):
    for at, row in enumerate(ROWS):
        kept = min(len(row), 3)
        token = "cut" if len(row) > 3 else "t1"
        expected = written(str(kept), "body", token, 72, RIGHT)
        found = line(table, at)[:, KEPT.start - 1 : KEPT.stop]
        assert np.array_equal(found[:-1, 1:-1], expected[:-1, 1:-1]), at


def struck(pixels_of_line):
    """How many pixels of the line that strikes out are there, one pixel below the middle."""
    return int((pixels_of_line[LINE // 2 + 1, KEPT.stop :] == rgb("cut")).sum())


def test_each_cut_step_is_struck_out_as_wide_as_its_text(table):
    for at, row in enumerate(ROWS):
        lost = [str(value) for value in row[3:]]
        wide = sum(drawing.text_width(text, "body") for text in lost)
        found = struck(line(table, at))
        assert wide - len(lost) * 2 <= found <= wide + len(lost) * 4, (at, found, wide)
    table.controller.set_choice("Maxlen", maxlen=9)
    assert [struck(line(table, at)) for at in range(4)] == [0] * 4


def test_a_line_above_each_group_names_its_label(table):
    table.controller.look(order="label", grouped=True)
    for at, label in ((0, "a"), (3, "b")):
        expected = written(f"y {label}", "strong", "t2", 400, LEFT, "panel")
        assert np.array_equal(line(table, at)[1:, 4:200], expected[1:, 4:200])
    for at in (1, 2, 4, 5):
        assert not np.any(line(table, at)[4, :60] == rgb("panel"))


def test_selected_rows_are_copied_as_fields_between_tabs(table, qtbot):
    table.controller.look(row=1, col=0, corner=(0, 0))
    table.setFocus()
    QGuiApplication.clipboard().clear()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    expected = "0\t7\t3\ta\t11\t12\t13\t14\t15\t16\t17\n1\t2\t2\tb\t21\t22\n"
    assert QGuiApplication.clipboard().text() == expected


def test_rows_that_were_found_carry_the_mark(table, qtbot):
    bar = FindBar(table.controller)
    qtbot.addWidget(bar)
    bar.open()
    bar.field.setText("33..44")
    bar.next()
    qtbot.waitUntil(lambda: len(bar.finder.rows) == 6)
    bar.mark_all.click()
    table.controller.select(-1, -1)
    assert [line(table, at)[10, 1] == rgb("accent") for at in range(4)] == [False, False, True, True]
