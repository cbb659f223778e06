import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.views.heatmap.stage import Stage

SIZE = QSize(700, 400)


def source(rows=5000, cols=96, **more):
    return HeatmapSource(rows, cols, np.full(rows, 50), None, None, (0, 1), np.ones(cols, np.float32), **more)


@pytest.fixture
def stage(qapp):
    made = Stage("values")
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
    stage.resize(QSize(700, 250), 1.0)
    assert shows_all(stage.picture.rows, stage.picture.layout.room[0])
    assert stage.picture.rows.stride > -(-5000 // height)
    stage.fit()
    assert (stage.picture.rows.cell, stage.picture.rows.stride) == (15, 1)


def test_more_steps_than_pixels_fit_too(stage):
    stage.set_source(source(cols=10_000))
    stage.fit_all()
    height, width = stage.picture.layout.room
    assert shows_all(stage.picture.cols, width)
    assert stage.picture.cols.stride == -(-10_000 // width)
    assert (
        stage.picture.sampled()
        == f"1 of {-(-5000 // height)} rows and 1 of {-(-10_000 // width)} steps drawn."
    )


def test_few_rows_are_not_higher_than_usual(stage):
    stage.set_source(source(rows=3))
    stage.fit_all()
    assert (stage.picture.rows.cell, stage.picture.rows.stride) == (15, 1)


def test_zooming_out_ends_where_everything_is_in_view_and_stays_there(stage):
    middle = QPointF(300, 200)
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
    stage.resize(QSize(900, 400), 1.0)
    assert stage.picture.cols.cell == 2


def test_profiles_take_their_room(stage):
    height, width = stage.picture.layout.room
    stage.set_profiles(True)
    assert stage.picture.layout.room == (height - 80, width - 80)
    layout, shown = stage.picture.layout, stage.picture.shown
    cells, below, beside = layout.cells(shown), layout.row_profile(shown), layout.col_profile(shown)
    assert (below.left(), below.right()) == (cells.left(), cells.right())
    assert cells.bottom() < below.top() < below.bottom() <= 400
    assert (beside.top(), beside.bottom()) == (cells.top(), cells.bottom())
    assert cells.right() < beside.left() < beside.right() < layout.minimap(shown).left()
    stage.set_profiles(False)
    assert stage.picture.layout.room == (height, width)


def test_without_a_source_nothing_happens(stage):
    stage.set_source(None)
    for act in (stage.fit, stage.fit_all, stage.one_pixel, stage.refresh):
        act()
    stage.move((Axis(1), Axis(1)))
    stage.follow(Axis(1), Axis(1))
    stage.zoom(1, QPointF())
    assert stage.picture is None
    assert stage.still(SIZE, 1.0) is None


def test_another_screen_begins_at_the_usual_height(stage):
    stage.one_pixel()
    stage.resize(SIZE, 2.0)
    assert stage.picture.layout.ratio == 2.0
    assert stage.picture.rows.cell == 30


@pytest.mark.parametrize(
    ("far", "identity", "mode", "sentence"),
    [
        ("sampled", False, "values", "1 of 20 rows drawn."),
        ("mean", False, "values", "Mean of 20 rows × 1 step per pixel."),
        ("max", False, "values", "Greatest of 20 rows × 1 step per pixel."),
        ("padding", False, "values", "Share of padding of 20 rows × 1 step per pixel."),
        ("mean", True, "values", "1 of 20 rows drawn."),
        ("mean", False, "mask", "Share of padding of 20 rows × 1 step per pixel."),
    ],
)
def test_what_a_pixel_stands_for_is_said(qapp, far, identity, mode, sentence):
    stage = Stage(mode)
    stage.resize(SIZE, 1.0)
    stage.set_source(source(far=far, identity=identity, overview=lambda *_: None))
    assert stage.picture.sampled() == ""
    stage.move((Axis(5000, stride=20), stage.picture.cols))
    assert stage.picture.sampled() == sentence


def test_steps_alone_can_be_left_out(stage):
    stage.move((stage.picture.rows, Axis(96, stride=3)))
    assert stage.fitted  # all steps fit, so they are shown
    stage.one_pixel()
    stage.move((stage.picture.rows, Axis(96, stride=3)))
    assert stage.picture.sampled() == "1 of 3 steps drawn."
