"""Zooming and moving, by hand."""

import pytest

from padviewer.core.padding.step_axis import StepAxis
from padviewer.gui.views.series.visible import kept_on, moved, showing, zoomed

AXIS = StepAxis(100, before=20)


def test_windows_stay_on_the_axis():
    assert kept_on(AXIS, None) == (-20.0, 100.0)
    assert kept_on(AXIS, (90.0, 130.0)) == (60.0, 100.0)
    assert kept_on(AXIS, (-500.0, 500.0)) == (-20.0, 100.0)
    assert moved(AXIS, (0.0, 10.0), 7) == (7.0, 17.0)
    assert moved(AXIS, (0.0, 10.0), -70) == (-20.0, -10.0)


@pytest.mark.parametrize("notches", [1, 3, -2])
def test_the_place_under_the_mouse_stays(notches):
    low, high = zoomed(AXIS, (20.0, 60.0), notches, 30.0)
    assert (30 - low) / (high - low) == pytest.approx(0.25)
    assert high - low == pytest.approx(40 * 1.25**-notches)


def test_zoom_has_ends():
    assert zoomed(AXIS, (20.0, 60.0), -99, 30.0) == (-20.0, 100.0)
    low, high = zoomed(AXIS, (20.0, 60.0), 99, 30.0)
    assert high - low == 2.0


def test_a_column_comes_into_view():
    assert showing(AXIS, (20.0, 60.0), 30) == (20.0, 60.0)
    for column in (0, 99):
        low, high = showing(AXIS, (20.0, 60.0), column)
        assert low <= column
        assert column + 1 <= high
        assert high - low == 40
