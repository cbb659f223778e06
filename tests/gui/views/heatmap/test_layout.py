from dataclasses import replace
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QSize

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.views.heatmap.layout import Layout, Picture, TextWidths, arrange, first_picture


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
        point = QPoint(data.draw(st.integers(0, size[0])), data.draw(st.integers(0, size[1])))
        found = picture.cell_at(point)
        if found is None:
            continue
        rect = picture.cell_rect(*found)
        assert rect.contains(point)
        for x in {rect.left(), rect.right()}:
            for y in {rect.top(), rect.bottom()}:
                assert picture.cell_at(QPoint(x, y)) == found
        for beyond in (rect.left() - 1, rect.right() + 1):
            assert picture.cell_at(QPoint(beyond, point.y())) != found
        for beyond in (rect.top() - 1, rect.bottom() + 1):
            assert picture.cell_at(QPoint(point.x(), beyond)) != found


@given(pictures())
def test_a_point_is_the_device_pixel_that_it_begins_with(picture):
    layout, (height, width) = picture.layout, picture.shown
    for place in (0, height - 1):
        y = (layout.top + place) / layout.ratio
        x = layout.left / layout.ratio
        found = picture.cell_at(QPointF(x, y)) if width and height else (picture.rows.cell_at(place), 0)
        assert found is not None
        assert found[0] == picture.rows.cell_at(place)
    assert picture.cell_at(QPointF((layout.left - 1) / layout.ratio, layout.top / layout.ratio)) is None
    assert picture.cell_at(QPointF((layout.left + width) / layout.ratio, layout.top / layout.ratio)) is None


@given(pictures())
def test_bands_are_where_the_cells_are(picture):
    for row in (0, picture.rows.count - 1):
        if row % picture.rows.stride:
            continue
        band, rect = picture.row_band(row), picture.cell_rect(row, 0)
        if not rect.isEmpty() and picture.rows.span(row)[0] >= 0:
            # a point belongs to the device pixel that it begins with, so it may begin a little later
            assert 0 <= rect.top() - band.top() < 1
    band = picture.col_band(0)
    assert band.width() * picture.layout.ratio == pytest.approx(picture.cols.cell)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("width", [704, 832, 1400])
def test_parts_do_not_overlap(qapp, ratio, width):
    picture = first_picture(source(), QSize(width, 470), ratio, "values")
    layout, cells = picture.layout, picture.cells
    minimap = layout.minimap(picture.shown)
    assert 16 < layout.row_right < layout.steps_right < cells.left()
    assert cells.right() + layout.gutter <= minimap.left()
    assert minimap.right() == width - 16
    assert 16 <= minimap.width() <= 96
    assert cells.bottom() <= 470 - 8
    assert (cells.left() * ratio, cells.top() * ratio) == (layout.left, layout.top)
    assert picture.cols.cell == floor(layout.room[1] / 96)


def test_the_gutter_is_there_only_where_something_is_cut(qapp):
    size = QSize(832, 470)
    cut, uncut = (first_picture(source(longest=n), size, 1.0, "values") for n in (164, 90))
    assert uncut.layout.gutter == 16
    assert cut.layout.gutter > uncut.layout.gutter + 20


def test_all_steps_fit_until_a_person_zooms(qapp):
    size = QSize(832, 470)
    picture = first_picture(source(), size, 1.0, "values")
    longer = replace(picture, source=source(cols=300), cols=replace(picture.cols, count=300))
    assert arrange(longer, size, 1.0, fitted=True).cols.cell == 2
    assert arrange(longer, size, 1.0, fitted=False).cols.cell == picture.cols.cell
    assert (picture.rows.cell, first_picture(source(), size, 2.0, "mask").rows.cell) == (15, 30)


def test_what_is_left_out_is_said(qapp):
    picture = first_picture(source(rows=24_000, cols=3000), QSize(832, 470), 1.0, "values")
    assert picture.sampled() == f"1 of {picture.cols.stride} steps drawn."
    assert picture.layout.note > 0
    plain = replace(picture, cols=Axis(3000))
    assert plain.sampled() == ""
    assert arrange(plain, QSize(832, 470), 1.0, fitted=False).layout.note == 0
    rows = replace(plain, rows=Axis(24_000, stride=1024))
    assert rows.sampled() == "1 of 1,024 rows drawn."
    both = replace(rows, cols=Axis(3000, stride=4))
    assert both.sampled() == "1 of 1,024 rows and 1 of 4 steps drawn."
