"""What the table says and where its steps stand."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from padviewer.gui.views.table import painting as table_paint
from padviewer.gui.views.table.layout import Column, Columns
from padviewer.gui.views.table.painting import Line, Manner, at_point, number_slot, paint_line, spoken
from padviewer.gui.views.table.rows import Piece, Strip

COLUMNS = Columns((Column("row", "row", 60), Column("steps", "x", 0)), 4)
PADDED = Strip(0, 0, 2, 2, 0, 2, 0, 0, 5)
CUT = Strip(1, 7, 5, 2, 0, 1, 3, 0, 2)


def boxes(strip, piece, width=600, first=0, flows=False):
    image = QImage(width, 28, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    manner = Manner(flows, 8, 40, "0")
    found = paint_line(painter, COLUMNS, QRectF(0, 0, width, 28), Line(strip, piece, "", first), manner)
    painter.end()
    return found


def test_numbers_and_padding_stand_in_line():
    found = boxes(PADDED, Piece(0, [1, 2]))
    start = 64 + table_paint.PADDING
    assert [(place, box.left()) for place, box in found] == [(k, start + 40 * k) for k in range(5)]


def test_words_flow_with_padding_behind():
    found = boxes(PADDED, Piece(0, ["a", "long-word"]), flows=True)
    assert [place for place, _ in found] == [0, 1, 2, 3, 4]
    widths = [box.width() for _, box in found]
    assert widths[1] > widths[0]
    assert widths[2:] == [40, 40, 40]


def test_a_cut_row_shows_every_step_and_a_row_scrolled_along_what_is_left():
    assert [place for place, _ in boxes(CUT, Piece(0, [1, 2, 3, 4, 5]))] == [0, 1, 2, 3, 4]
    assert [place for place, _ in boxes(CUT, Piece(0, [1, 2, 3, 4, 5]), first=3)] == [3, 4]
    assert boxes(CUT, Piece(0, [1, 2, 3, 4, 5]), first=9) == []


def test_what_is_not_read_yet_has_no_place():
    assert boxes(CUT, None) == []
    assert [place for place, _ in boxes(CUT, Piece(0, [1]))] == [0]


def test_only_what_fits_is_drawn():
    assert len(boxes(Strip(0, 0, 0, 0, 0, 0, 0, 0, 1_000_000), Piece(0, []), width=276)) <= 6
    assert boxes(PADDED, Piece(0, [1, 2]), width=64) == []


def test_the_place_under_a_point():
    found = [(3, QRectF(0, 0, 10, 28)), (4, QRectF(10, 0, 10, 28))]
    assert [at_point(found, QPointF(x, 5)) for x in (-1, 0, 9.9, 10, 20)] == [-1, 3, 3, 4, -1]


@pytest.mark.parametrize(("texts", "narrower"), [([], False), (["1"], False), (["12345678901"], True)])
def test_numbers_take_what_the_widest_needs(texts, narrower):
    assert (number_slot(["1"]) < number_slot(texts)) == narrower
    assert number_slot(["9" * 500]) == table_paint.look.current().px(180)


def test_a_row_in_words():
    assert spoken(CUT, "", "", "") == "Row 7, 5 steps, 2 kept."
    assert spoken(CUT, "cat", "animal", "Step 1.") == "Row 7, 5 steps, 2 kept. animal cat. Step 1."
