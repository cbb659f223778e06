import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.picture.axis import Axis


@st.composite
def axes(draw):
    count = draw(st.integers(0, 200))
    cell = draw(st.integers(1, 40))
    stride = 1 if cell > 1 else draw(st.integers(1, 30))
    length = draw(st.integers(1, 300))
    return Axis(count, cell, stride).scrolled(draw(st.integers(-50, 9000)), length), length


@given(axes())
def test_every_pixel_on_a_cell_is_in_its_span_and_no_other(drawn):
    axis, length = drawn
    for pixel in range(axis.shown(length)):
        cell = axis.cell_at(pixel)
        start, end = axis.span(cell)
        assert start <= pixel < end
        assert 0 <= cell < axis.count
        assert cell % axis.stride == 0
        assert [p for p in range(start, end) if axis.cell_at(p) != cell and p >= 0] == []
    assert axis.cell_at(axis.extent - axis.offset) == -1
    assert axis.cell_at(-axis.offset - 1) == -1


@given(axes())
def test_visible_says_for_all_pixels_what_cell_at_says_for_one(drawn):
    axis, length = drawn
    cells, places = axis.visible(length)
    assert [axis.cell_at(pixel) for pixel in range(axis.shown(length))] == cells[places].tolist()
    assert cells.dtype == np.int64
    assert len(set(places.tolist())) == len(cells)


@given(axes(), st.integers(0, 199))
def test_a_shown_cell_is_wholly_inside_where_it_fits(drawn, cell):
    axis, length = drawn
    if cell >= axis.count or axis.cell > length:
        return
    start, end = axis.showing(cell, length).span(cell)
    assert 0 <= start < end <= length


@given(axes(), st.integers(-3, 3), st.data())
def test_zooming_keeps_the_cell_under_the_mouse(drawn, steps, data):
    axis, length = drawn
    if not axis.shown(length):
        return
    anchor = data.draw(st.integers(0, axis.shown(length) - 1))
    zoomed = axis.zoomed(steps, anchor, length, 64)
    assert zoomed.cell == 1 or zoomed.stride == 1
    assert (
        (zoomed.cell, -zoomed.stride) >= (axis.cell, -axis.stride) if steps >= 0 else zoomed.cell <= axis.cell
    )
    if 0 < zoomed.offset < zoomed.extent - length:
        # half a device pixel is lost where the offset is rounded
        slack = max(axis.stride, zoomed.stride) + 1
        assert abs(zoomed.cell_at(anchor) - axis.cell_at(anchor)) <= slack


def test_zoom_levels():
    axis, sizes = Axis(1_000_000), []
    for _ in range(6):
        axis = axis.zoomed(1, 0, 700, 10)
        sizes.append(axis.cell)
    assert sizes == [2, 3, 4, 5, 6, 8]
    assert axis.zoomed(5, 0, 700, 10).cell == 10
    assert axis.zoomed(1, 0, 700, 4).cell == 8  # never smaller by zooming in
    out = Axis(1_000_000).zoomed(100, 0, 700, 64).zoomed(-500, 0, 700, 64)
    assert out.cell == 1
    assert out.extent <= 700 < -(-1_000_000 // (out.stride * 0.75))
    assert out.zoomed(-1, 0, 700, 64) == out
    assert out.zoomed(500, 0, 700, 64).stride == 1


def test_fitting():
    assert Axis(96).fitted(672, 32) == Axis(96, cell=7)
    assert Axis(96).fitted(671, 32) == Axis(96, cell=6)
    assert Axis(3).fitted(672, 32) == Axis(3, cell=32)
    assert Axis(1000).fitted(300, 32) == Axis(1000, stride=4)
    assert Axis(0).fitted(300, 32).extent == 0


def test_scrolling_ends_at_both_ends():
    axis = Axis(100, cell=10)
    assert axis.scrolled(-1, 300).offset == 0
    assert axis.scrolled(99999, 300).offset == 700
    assert axis.scrolled(5, 2000).offset == 0
    assert Axis(2**40, cell=15).scrolled(2**50, 700).offset == 2**40 * 15 - 700


@pytest.mark.parametrize("wrong", [(-1, 1, 1), (1, 0, 1), (1, 1, 0), (1, 2, 2)])
def test_a_wrong_axis_is_refused(wrong):
    with pytest.raises(ValueError, match=f"count {wrong[0]}, cell {wrong[1]} and stride {wrong[2]}"):
        Axis(*wrong)
