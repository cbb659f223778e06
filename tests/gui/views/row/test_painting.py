"""Where places stand: what is under a point stands there, and what is in view is found."""

import pytest
from PySide6.QtCore import QPointF

from padviewer.gui.views.row.painting import LINES, PITCH, Blocks


@pytest.mark.parametrize("offset", [0, 37, 300])
def test_every_place_is_found_where_it_stands(offset):
    blocks = Blocks(50, 100, 500, 60, 16, 2, offset)
    assert blocks.per_block == 6  # 400 / 60
    for place in range(50):
        assert blocks.place_at(blocks.rect(place).center()) == place
        line = int(blocks.rect(place).center().y() + offset) // 16
        assert blocks.cell_at(line, place % 6 + 1) == (place, 2)
        assert blocks.first_line(place) == 2 + place // 6 * PITCH
    first, last = blocks.rect(0), blocks.rect(6)
    assert (first.left(), first.top()) == (100, 2 * 16 - offset)
    assert last.left() == first.left()
    assert last.top() > first.bottom()
    assert blocks.rect(49).bottom() <= blocks.lines * 16 - offset


def test_beside_the_places_there_is_none():
    blocks = Blocks(8, 100, 500, 60, 16, 2)
    below = blocks.rect(7)
    for point in (
        QPointF(99, 50),
        QPointF(461, 50),
        QPointF(110, 31),
        QPointF(110, blocks.rect(0).bottom() + 3),
        QPointF(below.right() + 5, below.center().y()),
    ):
        assert blocks.place_at(point) == -1
    assert [blocks.cell_at(*at)[0] for at in ((1, 1), (2, 0), (2, 7), (2 + LINES, 1), (2 + PITCH, 3))] == [
        -1
    ] * 5


def test_what_is_in_view():
    blocks = Blocks(10**6, 100, 500, 60, 16, 2, offset=1000 * PITCH * 16)
    first, stop = blocks.shown(range(1000 * PITCH, 1000 * PITCH + 23))
    assert first == 6 * 999  # two lines of text stand above the first block
    assert stop == 6 * (999 + 5)
    assert blocks.shown(range(2)) == (0, 0)


def test_a_block_holds_the_names_and_all_lines_of_its_places():
    blocks = Blocks(100, 50, 150, 10, 8, 1, offset=7)
    for at in range(3):
        rect = blocks.block(at)
        assert (rect.left(), rect.top(), rect.right()) == (0, 8 + at * 48 - 7, 150)
        assert rect.contains(blocks.rect(at * 10))
        assert rect.contains(blocks.rect(at * 10 + 9))
        assert rect.bottom() == blocks.block(at + 1).top()
