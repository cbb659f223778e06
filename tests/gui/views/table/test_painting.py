"""What the table says and where its steps stand."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from padviewer.core.padding.timeline import Timeline
from padviewer.gui.style.drawing import text_width
from padviewer.gui.views.table import painting as table_paint
from padviewer.gui.views.table.painting import (
    Column,
    Line,
    Manner,
    at_point,
    cell_of,
    number_slot,
    paint_head,
    paint_line,
)  # fmt: skip
from padviewer.gui.views.table.reading import Piece, Strip

PADDED = Strip(0, 0, Timeline(5, 0, 2, 0, 0, 0, 0))
CUT = Strip(1, 7, Timeline(2, 0, 2, 0, 1, 3, 0))  # of five steps the middle three
LONG = Strip(0, 0, Timeline(1_000_000, 0, 0, 0, 0, 0, 0))


def columns(width):
    return (Column("row", "row", 60, True, 4, 64), Column("steps", "x", 0, False, 64, width))


def boxes(strip, piece, width=600, first=0, flows=False):
    image = QImage(width, 28, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    manner = Manner(flows, 8, 40, "0")
    line = Line(strip, piece, "", first)
    found = paint_line(painter, columns(width), QRectF(0, 0, width, 28), line, manner)
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
    assert len(boxes(LONG, Piece(0, []), width=276)) <= 6
    assert boxes(PADDED, Piece(0, [1, 2]), width=64) == []


def test_the_place_under_a_point():
    found = [(3, QRectF(0, 0, 10, 28)), (4, QRectF(10, 0, 10, 28))]
    assert [at_point(found, QPointF(x, 5)) for x in (-1, 0, 9.9, 10, 20)] == [-1, 3, 3, 4, -1]


@pytest.mark.parametrize(("texts", "narrower"), [([], False), (["1"], False), (["12345678901"], True)])
def test_numbers_take_what_the_widest_needs(texts, narrower):
    assert (number_slot(["1"]) < number_slot(texts)) == narrower
    assert number_slot(["9" * 500]) == (table_paint.look.current().px(180), 0)
    assert number_slot(texts, (96, 0))[0] >= 96


def ink_of(text):
    """The columns of pixels that the text of the only step has, from the left of its box."""
    slot, fraction = number_slot(["1.25", "100", "−0.5"])
    image = QImage(200, 28, QImage.Format.Format_RGB32)
    image.fill(table_paint.colour("canvas"))
    painter = QPainter(image)
    line = Line(Strip(0, 0, Timeline(1, 0, 1, 0, 0, 0, 0)), Piece(0, [0.0], _texts={0: text}), "", 0)
    ((_, box),) = paint_line(
        painter,
        columns(200)[1:],
        QRectF(0, 0, 200, 28),
        line,
        Manner(False, 0, slot, "0", "constant", fraction),
    )
    painter.end()
    dark = [x for x in range(200) if any(image.pixelColor(x, y).lightness() < 100 for y in range(28))]
    return box.left() + slot - 4 - fraction, dark


def test_the_points_of_numbers_stand_in_line():
    """What is before the point ends where whole numbers end; what is behind it begins there."""
    line, whole = ink_of("100")
    assert line - 4 <= whole[-1] < line
    for text in ("1.25", "−0.5"):
        line, ink = ink_of(text)
        before, after = text.split(".")
        behind = [x for x in ink if x >= line]
        assert behind
        assert behind[-1] - line <= text_width("." + after, "body")
        assert line - ink[0] <= text_width(before, "body") + 1


def test_what_stands_in_the_columns_beside_the_steps():
    one = columns(600)
    beside = (*one, Column("=a", "a", 60), Column("=b", "b", 60))
    line = Line(CUT, Piece(0, [], beside=("x", "y")), "cat", 0)
    kept, length, label = (Column(key, key, 60) for key in ("kept", "length", "label"))
    said = [cell_of(line, column, beside) for column in (one[0], kept, length, label, *beside[2:])]
    assert said == ["7", "2", "5", "cat", "x", "y"]
    assert cell_of(Line(CUT, None, "", 0), beside[2], beside) == "…"
    assert cell_of(Line(CUT, None, "", 0), label, beside) == "–"


def head(first, flows, sorted_by=""):
    """The texts of the head and where they end, as they are painted."""
    image = QImage(400, 28, QImage.Format.Format_RGB32)
    painter, said = QPainter(image), []
    real = table_paint.drawing.text

    def text(_painter, rect, words, *rest):
        said.append((words, rect.right()))
        real(_painter, rect, words, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table_paint.drawing, "text", text)
        paint_head(painter, columns(400), QRectF(0, 0, 400, 28), first, Manner(flows, 8, 60, "0"), sorted_by)
    painter.end()
    return said


def test_numbers_of_the_steps_stand_above_their_values():
    found = head(7, flows=False)[1:]
    start = 64 + table_paint.PADDING
    assert found == [(str(7 + k), start + 60 * (k + 1) - 4) for k in range(len(found))]
    assert len(found) == 5
    assert [words for words, _ in head(0, flows=True)] == ["row", "x"]
    assert [words for words, _ in head(3, flows=True, sorted_by="-row")] == ["row ↓", "x, from step 3 on"]
