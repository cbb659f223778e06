"""Where places stand: what is under a point stands there, and what is in view is found."""

import pytest
from PySide6.QtCore import QPointF

from padviewer.gui.views.row.blocks import Blocks


@pytest.mark.parametrize("offset", [0, 37, 300])
def test_every_place_is_found_where_it_stands(offset):
    blocks = Blocks(50, 100, 500, 40, 60, 16, offset)
    assert blocks.per_block == 6  # 400 / 60
    for place in range(50):
        assert blocks.place_at(blocks.rect(place).center()) == place
    first, last = blocks.rect(0), blocks.rect(6)
    assert (first.left(), first.top()) == (100, 40 - offset)
    assert last.left() == first.left()
    assert last.top() > first.bottom()
    assert blocks.rect(49).bottom() <= blocks.bottom - offset


def test_beside_the_places_there_is_none():
    blocks = Blocks(8, 100, 500, 40, 60, 16)
    below = blocks.rect(7)
    for point in (
        QPointF(99, 50),
        QPointF(461, 50),
        QPointF(110, 39),
        QPointF(110, blocks.rect(0).bottom() + 3),
        QPointF(below.right() + 5, below.center().y()),
    ):
        assert blocks.place_at(point) == -1


def test_what_is_in_view():
    blocks = Blocks(10**6, 100, 500, 40, 60, 16, offset=94 * 1000)
    first, stop = blocks.shown(40, 400)
    assert first == 6 * 1000  # a block of five lines of 16 and a gap of 14
    assert blocks.rect(stop - 1).bottom() >= 400 - 14
    assert blocks.rect(first).top() <= 40
    assert stop - first < 60


def test_a_block_holds_the_names_and_all_lines_of_its_places():
    blocks = Blocks(100, 50, 150, 30, 10, 8, offset=7)
    for at in range(3):
        rect = blocks.block(at)
        assert (rect.left(), rect.top(), rect.right()) == (0, 30 + at * (5 * 8 + 14) - 7, 150)
        assert rect.contains(blocks.rect(at * 10))
        assert rect.contains(blocks.rect(at * 10 + 9))
        assert rect.bottom() == blocks.block(at + 1).top()
