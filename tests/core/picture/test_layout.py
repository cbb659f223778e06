"""Where cells are and which is under a point: at every size, zoom and number of device pixels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.layout import Box, Layout, Picture, TextWidths
from padviewer.core.picture.motion import fitted_steps
from padviewer.core.picture.source import HeatmapSource


def source(rows=1000, cols=96, longest=164, kept=96):
    lengths = np.full(rows, 40, np.int64)
    lengths[:1] = longest
    return HeatmapSource(rows, cols, lengths, None, None, (0, 1), np.ones(cols, np.float32))


@st.composite
def pictures(draw):
    """Any picture; the texts do not matter, only where they leave the cells."""
    texts = TextWidths(*[draw(st.floats(0, 60)) for _ in range(3)])
    size = draw(st.integers(100, 500)), draw(st.integers(60, 300))
    layout = Layout(*size, draw(st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0, 3.0])), texts, 24, 18)

    def axis(length):
        cell = draw(st.integers(1, 40))
        stride = 1 if cell > 1 else draw(st.integers(1, 9))
        return Axis(draw(st.integers(1, 300)), cell, stride).scrolled(draw(st.integers(0, 3000)), length)

    height, width = layout.room
    return Picture(source(), layout, axis(height), axis(width))


@given(pictures(), st.data())
def test_cell_at_and_cell_rect_are_inverses(picture, data):
    size = picture.layout.width, picture.layout.height
    for _ in range(20):
        x, y = data.draw(st.integers(0, size[0])), data.draw(st.integers(0, size[1]))
        found = picture.cell_at(x, y)
        if found is None:
            continue
        left, top, width, height = picture.cell_points(*found)
        assert left <= x < left + width
        assert top <= y < top + height
        for across in {left, left + width - 1}:
            for down in {top, top + height - 1}:
                assert picture.cell_at(across, down) == found
        for beyond in (left - 1, left + width):
            assert picture.cell_at(beyond, y) != found
        for beyond in (top - 1, top + height):
            assert picture.cell_at(x, beyond) != found


@given(pictures())
def test_a_point_is_the_device_pixel_that_it_begins_with(picture):
    layout, (height, width) = picture.layout, picture.shown
    for place in (0, height - 1):
        y = (layout.top + place) / layout.ratio
        x = layout.left / layout.ratio
        found = picture.cell_at(x, y) if width and height else (picture.rows.cell_at(place), 0)
        assert found is not None
        assert found[0] == picture.rows.cell_at(place)
    assert picture.cell_at((layout.left - 1) / layout.ratio, layout.top / layout.ratio) is None
    assert picture.cell_at((layout.left + width) / layout.ratio, layout.top / layout.ratio) is None


@given(pictures())
def test_bands_are_where_the_cells_are(picture):
    for row in (0, picture.rows.count - 1):
        if row % picture.rows.stride:
            continue
        band, (_, top, width, height) = picture.row_band(row), picture.cell_points(row, 0)
        if width and height and picture.rows.span(row)[0] >= 0:
            # a point belongs to the device pixel that it begins with, so it may begin a little later
            assert 0 <= top - band.top < 1
    band = picture.col_band(0)
    assert band.width * picture.layout.ratio == pytest.approx(picture.cols.cell)


@given(pictures())
def test_what_is_in_view_in_cells(picture):
    """The edges of what is shown are where a straight line through the middles of two pixels puts them."""
    (left, right), (top, bottom) = picture.span
    for low, high, axis, shown in ((left, right, picture.cols, 1), (top, bottom, picture.rows, 0)):
        length = picture.shown[shown]
        if length:
            each = axis.stride / axis.cell
            assert high - low == pytest.approx(length * each)
            first = int(low + 0.5 * each) // axis.stride * axis.stride
            assert first == axis.cell_at(0)


def test_boxes():
    box = Box(2, 3, 10, 20)
    assert (box.right, box.bottom, box.middle) == (12, 23, (7, 13))
    assert box.grown(2) == (0, 1, 14, 24)


def test_bands_of_many_cells_join_theirs():
    layout = Layout(500, 300, 2.0, TextWidths(10, 10, 10), 24, 18)
    picture = Picture(source(), layout, Axis(100, 12).scrolled(50, 200), Axis(50, 7))
    one, last = picture.row_band(3), picture.row_band(9)
    assert picture.row_band(3, 9) == (one.left, one.top, one.width, last.bottom - one.top)
    one, last = picture.col_band(2), picture.col_band(4)
    assert picture.col_band(2, 4) == (one.left, one.top, last.right - one.left, one.height)


def test_few_steps_fill_the_room():
    layout = Layout(832, 470, 1.0, TextWidths(20, 30, 0), 24, 18)
    assert fitted_steps(Axis(8), layout).cell == layout.room[1] // 8
    assert fitted_steps(Axis(2), layout).cell == 128
    assert fitted_steps(Axis(3000), layout).stride == -(-3000 // layout.room[1])
