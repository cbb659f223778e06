"""The picture stays in line with its widget: fitted, zoomed, followed, resized."""

import numpy as np
import pytest

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.layout import Layout, TextWidths
from padviewer.core.picture.source import HeatmapSource
from padviewer.core.picture.stage import Room, Stage

SIZE = (700, 400)


def lay_out(source, size, ratio, profiles):
    """Room for texts of a fixed width; a note takes 18 pixels, a profile 72."""
    texts = TextWidths(20, 30, 0)
    plain, noted = (Layout(*size, ratio, texts, 24, 18, note, 72 if profiles else 0) for note in (0, 18))
    return Room(plain, noted, round(15 * ratio))


def source(rows=5000, cols=96, **more):
    return HeatmapSource(rows, cols, np.full(rows, 50), None, None, (0, 1), np.ones(cols, np.float32), **more)


@pytest.fixture
def stage():
    made = Stage("values", lay_out)
    made.resize(SIZE, 1.0)
    made.set_source(source())
    return made


def shows_all(axis, length):
    return axis.offset == 0 and axis.extent <= length


def test_everything_is_in_view(stage):
    assert not shows_all(stage.picture.rows, stage.picture.layout.room[0])
    stage.fit_all()
    height, width = stage.picture.layout.room
    assert shows_all(stage.picture.rows, height)
    assert shows_all(stage.picture.cols, width)
    assert stage.picture.rows.stride == -(-5000 // height)
    assert stage.picture.layout.note > 0  # what a pixel stands for is written below
    stage.resize((700, 250), 1.0)
    assert shows_all(stage.picture.rows, stage.picture.layout.room[0])
    assert stage.picture.rows.stride > -(-5000 // height)
    stage.fit()
    assert (stage.picture.rows.cell, stage.picture.rows.stride) == (15, 1)


def test_more_steps_than_pixels_fit_too(stage):
    stage.set_source(source(cols=10_000))
    stage.fit_all()
    width = stage.picture.layout.room[1]
    assert shows_all(stage.picture.cols, width)
    assert stage.picture.cols.stride == -(-10_000 // width)


def test_few_rows_fill_the_room_and_are_not_higher_than_four_times_the_usual(stage):
    stage.set_source(source(rows=10))
    height = stage.picture.layout.room[0]
    assert (stage.picture.rows.cell, stage.picture.rows.stride) == (height // 10, 1)
    stage.resize((700, 300), 1.0)
    assert stage.picture.rows.cell == stage.picture.layout.room[0] // 10
    stage.fit_all()
    assert stage.picture.rows.cell == stage.picture.layout.room[0] // 10
    stage.set_source(source(rows=3))
    assert stage.picture.rows.cell == 64
    stage.zoom(1, (300, 200))
    near = stage.picture.rows.cell
    stage.resize((700, 200), 1.0)
    assert stage.picture.rows.cell == near  # a person chose it
    stage.set_source(source())
    stage.fit()
    assert stage.picture.rows.cell == 15


def test_one_direction_is_zoomed_alone(stage):
    before = stage.picture.rows, stage.picture.cols
    stage.zoom(2, (300, 200), upright=False)
    assert stage.picture.rows == before[0]
    assert stage.picture.cols.cell > before[1].cell
    stage.zoom(2, (300, 200), sideways=False)
    assert stage.picture.rows.cell > before[0].cell


def test_zooming_out_ends_where_everything_is_in_view_and_stays_there(stage):
    middle = (300, 200)
    stage.zoom(-60, middle)
    everything = stage.picture.rows, stage.picture.cols
    assert all(
        shows_all(axis, room) for axis, room in zip(everything, stage.picture.layout.room, strict=True)
    )
    assert (stage.fitted, stage.all_rows) == (True, True)
    stage.zoom(3, middle)
    assert stage.all_rows is False
    stage.zoom(0, middle)


def test_another_view_is_followed(stage):
    stage.follow(Axis(77, 4, offset=120), Axis(12, 2, offset=7))
    rows, cols = stage.picture.rows, stage.picture.cols
    assert (rows.count, rows.cell, rows.offset) == (5000, 4, 120)
    assert (cols.count, cols.cell) == (96, 2)
    assert stage.fitted is False
    stage.resize((900, 400), 1.0)
    assert stage.picture.cols.cell == 2


def test_profiles_take_their_room(stage):
    height, width = stage.picture.layout.room
    stage.set_profiles(True)
    assert stage.picture.layout.room == (height - 80, width - 80)
    picture = stage.picture
    cells, below, beside = picture.cells, picture.row_profile, picture.col_profile
    assert (below.left, below.right) == (cells.left, cells.right)
    assert cells.bottom < below.top < below.bottom <= 400
    assert (beside.top, beside.bottom) == (cells.top, cells.bottom)
    assert cells.right < beside.left < beside.right < picture.minimap.left
    stage.set_profiles(False)
    assert stage.picture.layout.room == (height, width)


def test_without_a_source_nothing_happens(stage):
    stage.set_source(None)
    for act in (stage.fit, stage.fit_all, stage.one_pixel, stage.refresh):
        act()
    stage.move((Axis(1), Axis(1)))
    stage.follow(Axis(1), Axis(1))
    stage.zoom(1, (0, 0))
    assert stage.picture is None
    assert stage.still(SIZE, 1.0) is None


def test_another_screen_begins_at_the_usual_height(stage):
    stage.one_pixel()
    stage.resize(SIZE, 2.0)
    assert stage.picture.layout.ratio == 2.0
    assert stage.picture.rows.cell == 30


def test_steps_alone_can_be_left_out(stage):
    stage.move((stage.picture.rows, Axis(96, stride=3)))
    assert stage.fitted  # all steps fit, so they are shown
    stage.one_pixel()
    stage.move((stage.picture.rows, Axis(96, stride=3)))
    assert stage.picture.cols.stride == 3
