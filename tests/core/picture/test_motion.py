"""Where keys, wheel and mouse go, and what is selected, in rows of the view and of the tensor."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from padviewer.core.picture import motion
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.layout import Layout, Picture, TextWidths
from padviewer.core.picture.motion import NO_CELL, Selected
from padviewer.core.picture.source import HeatmapSource

LAYOUT = Layout(832, 470, 1.0, TextWidths(20, 30, 0), 24, 18)


@pytest.fixture
def picture():
    lengths = np.full(1000, 40, np.int64)
    source = HeatmapSource(1000, 96, lengths, None, None, (0, 1), np.ones(96, np.float32))
    return Picture(source, LAYOUT, Axis(1000, cell=15), Axis(96, cell=LAYOUT.room[1] // 96))


def taken(picture, axes):
    return replace(picture, rows=axes[0], cols=axes[1])


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
    at = picture.cells.middle
    nearer = taken(picture, motion.zoomed(picture, 2, at, 15))
    assert nearer.rows.cell > picture.rows.cell
    assert nearer.cols.cell > picture.cols.cell
    before, after = picture.cell_at(*at), nearer.cell_at(*at)
    assert abs(before[0] - after[0]) <= 1
    assert abs(before[1] - after[1]) <= 1
    beside = taken(picture, motion.zoomed(picture, 2, (-50, -50), 15))
    assert beside.rows.cell_at(0) == picture.rows.cell_at(0)


def test_zooming_out_ends_where_everything_is_in_view(picture):
    out = taken(picture, motion.zoomed(picture, -100, picture.cells.middle, 15))
    height = picture.layout.room[0]
    assert (out.rows.cell, out.rows.stride, out.rows.offset) == (1, -(-1000 // height), 0)
    assert out.cols == picture.cols
    few = replace(picture, rows=motion.usual_rows(10, 15, height))
    assert motion.zoomed(few, -1, few.cells.middle, 15) == (few.rows, few.cols)
    near = taken(few, motion.zoomed(few, 3, few.cells.middle, 15))
    assert motion.zoomed(near, -9, near.cells.middle, 15) == (few.rows, few.cols)
    small = taken(few, motion.one_pixel(few))
    small = taken(few, motion.zoomed(small, 3, small.cells.middle, 15))
    assert motion.zoomed(small, -1, small.cells.middle, 15)[1].cell < small.cols.cell


def test_one_pixel(picture):
    small = taken(picture, motion.one_pixel(picture))
    assert (small.rows.cell, small.cols.cell) == (1, 1)


@pytest.mark.parametrize(("count", "height"), [(1000, 15), (20, 21), (2, 64), (0, 64)])
def test_the_usual_height_fills_the_room_with_few_rows(count, height):
    assert motion.usual_rows(count, 15, 420).cell == height
    assert motion.usual_rows(count, 30, 840).cell == 2 * height


@pytest.mark.parametrize(
    ("key", "far", "target"),
    [
        ("up", False, (4, 7)),
        ("down", False, (6, 7)),
        ("left", False, (5, 6)),
        ("right", False, (5, 8)),
        ("home", False, (5, 0)),
        ("end", False, (5, 95)),
        ("home", True, (0, 7)),
        ("end", True, (999, 7)),
        ("page_up", False, (0, 7)),
        ("", False, None),
    ],
)
def test_keys(picture, key, far, target):
    found = motion.key_target(picture, key, (5, 7), far=far)
    assert found == target


def test_a_page_leaves_one_row_in_view(picture):
    whole_rows = picture.layout.room[0] // 15
    assert motion.key_target(picture, "page_down", (5, 7), far=False) == (5 + whole_rows - 1, 7)


def test_keys_at_the_ends_and_without_a_selection(picture):
    assert motion.key_target(picture, "up", (0, 0), far=False) == (0, 0)
    assert motion.key_target(picture, "right", (0, 95), far=False) == (0, 95)
    assert motion.key_target(picture, "right", (3, -1), far=False) == (3, 1)
    scrolled = taken(picture, motion.moved_by(picture, 150, 0))
    assert motion.key_target(scrolled, "down", (-1, -1), far=False) == (10, 0)


def test_arrows_go_to_the_next_cell_that_is_drawn(picture):
    sampled = taken(picture, (Axis(1000, stride=4), Axis(96, stride=2)))
    assert motion.key_target(sampled, "down", (8, 0), far=False) == (12, 0)
    assert motion.key_target(sampled, "right", (8, 0), far=False) == (8, 2)


# -- what is selected ----------------------------------------------------------------------------
ORDER = np.array([8, 3, 5])  # the tensor's rows in the order of the view
SOURCE = SimpleNamespace(view_row=lambda row: next((k for k, one in enumerate(ORDER) if one == row), -1))


def test_at_first_nothing_is_selected():
    none = Selected()
    assert (none.cell, none.corner, none.place, none.corner_place) == (NO_CELL,) * 4
    assert not none.is_range
    assert none.span() is None
    assert Selected.of(None, (3, 1)) == Selected((3, 1), NO_CELL, (-1, 1), NO_CELL)


@pytest.mark.parametrize(
    ("cell", "corner", "span", "moving"),
    [
        ((3, 4), NO_CELL, ((1, 1), (4, 4)), (1, 4)),
        ((3, 4), (8, 9), ((0, 1), (4, 9)), (0, 9)),
        ((5, 9), (8, 2), ((0, 2), (2, 9)), (0, 2)),
        ((3, 4), (7, 9), ((1, 1), (4, 4)), (1, 4)),  # its corner is filtered out: the cell is left
        ((7, 4), (3, 9), None, (-1, 4)),  # the cell is filtered out
        ((7, 4), NO_CELL, None, (-1, 4)),
        ((3, -1), NO_CELL, None, (1, -1)),  # a row without a step
    ],
)
def test_a_cell_and_a_range_in_the_view(cell, corner, span, moving):
    selected = Selected.of(SOURCE, cell, corner)
    assert selected.span() == span
    assert selected.moving == moving
    assert selected.is_range == (span is not None and corner[0] in ORDER)
    assert (selected.cell, selected.corner) == (cell, corner)


def test_what_a_menu_can_mean(picture):
    """The order of the view is turned into rows of the tensor; the range counts where it was pointed at."""
    given = replace(picture.source, order=np.arange(1000, dtype=np.int64)[::-1].copy())
    there = replace(picture, source=given)
    chosen = Selected.of(given, (995, 2), (990, 5))
    one = motion.spans(there, chosen, (20, 7))
    assert (one["cell"][0].tolist(), one["cell"][1]) == ([979], (7, 7))
    assert (one["row"][0].tolist(), one["row"][1]) == ([979], (0, 95))
    inside = motion.spans(there, chosen, (6, 3))
    assert (inside["cell"][0].tolist(), inside["cell"][1]) == ([995, 994, 993, 992, 991, 990], (2, 5))
    assert motion.spans(there, chosen)["cell"][0].tolist() == inside["cell"][0].tolist()
    rows, steps = inside["view"]
    assert rows[:3].tolist() == [999, 998, 997]
    assert len(rows) == -(-LAYOUT.room[0] // 15)
    assert steps == (0, 95)
    assert list(motion.spans(there, Selected())) == ["view"]
