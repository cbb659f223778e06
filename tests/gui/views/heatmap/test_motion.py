from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize, Qt

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.views.heatmap import motion
from padviewer.gui.views.heatmap.layout import arrange, first_picture

KEY = Qt.Key


@pytest.fixture
def picture(qapp):
    lengths = np.full(1000, 40, np.int64)
    source = HeatmapSource(1000, 96, lengths, None, None, (0, 1), np.ones(96, np.float32))
    return first_picture(source, QSize(832, 470), 1.0, "values")


def taken(picture, axes):
    return arrange(replace(picture, rows=axes[0], cols=axes[1]), QSize(832, 470), 1.0, fitted=False)


def test_scrolling_ends_at_the_last_row(picture):
    height = picture.layout.room[0]
    rows, cols = motion.moved_by(picture, 45, 10)
    assert (rows.offset, cols.offset) == (45, 0)  # all steps are in view
    assert motion.moved_by(picture, 10**9, 0)[0].offset == 1000 * 15 - height
    rows, _ = motion.moved_to_share(picture, 0.5)
    assert rows.cell_at(height // 2) == 500


def test_showing_moves_no_more_than_needed(picture):
    assert motion.showing(picture, 3, 5) == (picture.rows, picture.cols)
    rows, cols = motion.showing(picture, 500, 95)
    assert rows.span(500)[1] == picture.layout.room[0]
    assert cols == picture.cols
    again = taken(picture, (rows, cols))
    assert motion.showing(again, 480, -1)[0].span(480)[0] == 0 or motion.showing(again, 480, -1) == (
        rows,
        cols,
    )
    assert motion.showing(again, 2, -1)[0].span(2)[0] == 0


def test_centring_leaves_a_row_in_view_alone(picture):
    assert motion.centred(picture, 10) == (picture.rows, picture.cols)
    start, end = motion.centred(picture, 500)[0].span(500)
    assert (start + end) / 2 == pytest.approx(picture.layout.room[0] / 2, abs=1)


def test_zooming_holds_what_is_under_the_mouse(picture):
    picture = taken(picture, motion.moved_to_share(picture, 0.5))
    at = picture.cells.center()
    nearer = taken(picture, motion.zoomed(picture, 2, at))
    assert nearer.rows.cell > picture.rows.cell
    assert nearer.cols.cell > picture.cols.cell
    before, after = picture.cell_at(at), nearer.cell_at(at)
    assert abs(before[0] - after[0]) <= 1
    assert abs(before[1] - after[1]) <= 1
    beside = taken(picture, motion.zoomed(picture, 2, QPointF(-50, -50)))
    assert beside.rows.cell_at(0) == picture.rows.cell_at(0)


def test_zooming_out_ends_where_everything_is_in_view(picture):
    out = taken(picture, motion.zoomed(picture, -100, picture.cells.center()))
    height = picture.layout.room[0]
    assert (out.rows.cell, out.rows.stride, out.rows.offset) == (1, -(-1000 // height), 0)
    assert out.cols == picture.cols
    few = replace(picture, rows=Axis(10, cell=15))
    assert motion.zoomed(few, -1, few.cells.center()) == (few.rows, few.cols)
    near = taken(few, motion.zoomed(few, 3, few.cells.center()))
    assert motion.zoomed(near, -9, near.cells.center()) == (few.rows, few.cols)
    small = taken(few, motion.one_pixel(few))
    small = taken(few, motion.zoomed(small, 3, small.cells.center()))
    assert motion.zoomed(small, -1, small.cells.center())[1].cell < small.cols.cell


def test_usual_and_one_pixel(picture):
    small = taken(picture, motion.one_pixel(picture))
    assert (small.rows.cell, small.cols.cell) == (1, 1)
    rows, cols = motion.usual(small)
    assert (rows.cell, cols) == (15, small.cols)


@pytest.mark.parametrize(
    ("key", "ctrl", "target"),
    [
        (KEY.Key_Up, False, (4, 7)),
        (KEY.Key_Down, False, (6, 7)),
        (KEY.Key_Left, False, (5, 6)),
        (KEY.Key_Right, False, (5, 8)),
        (KEY.Key_Home, False, (5, 0)),
        (KEY.Key_End, False, (5, 95)),
        (KEY.Key_Home, True, (0, 7)),
        (KEY.Key_End, True, (999, 7)),
        (KEY.Key_PageUp, False, (0, 7)),
        (KEY.Key_A, False, None),
    ],
)
def test_keys(picture, key, ctrl, target):
    found = motion.key_target(picture, key, 5, 7, ctrl=ctrl)
    assert found == target


def test_a_page_leaves_one_row_in_view(picture):
    whole_rows = picture.layout.room[0] // 15
    assert motion.key_target(picture, KEY.Key_PageDown, 5, 7, ctrl=False) == (5 + whole_rows - 1, 7)


def test_keys_at_the_ends_and_without_a_selection(picture):
    assert motion.key_target(picture, KEY.Key_Up, 0, 0, ctrl=False) == (0, 0)
    assert motion.key_target(picture, KEY.Key_Right, 0, 95, ctrl=False) == (0, 95)
    assert motion.key_target(picture, KEY.Key_Right, 3, -1, ctrl=False) == (3, 1)
    scrolled = taken(picture, motion.moved_by(picture, 150, 0))
    assert motion.key_target(scrolled, KEY.Key_Down, -1, -1, ctrl=False) == (10, 0)


def test_arrows_go_to_the_next_cell_that_is_drawn(picture):
    sampled = taken(picture, (Axis(1000, stride=4), Axis(96, stride=2)))
    assert motion.key_target(sampled, KEY.Key_Down, 8, 0, ctrl=False) == (12, 0)
    assert motion.key_target(sampled, KEY.Key_Right, 8, 0, ctrl=False) == (8, 2)
