"""Where panels and values stand, by hand."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from padviewer.gui.views.series.lines import Line
from padviewer.gui.views.series.painting import Panels, Scale


def line(values):
    values = np.array(values, float)
    return Line(np.arange(len(values)) + 0.5, values, values, np.zeros(0), is_cut=False)


def test_places_and_points_are_each_others_inverse(qapp):
    panels = Panels(600, 400, 2, 1, (-10.0, 90.0))
    for place in (-10.0, 0.0, 33.3, 90.0):
        assert panels.place(panels.x(place)) == pytest.approx(place)
    assert panels.x(-10) == panels.left
    assert panels.x(90) == panels.right
    first, second = panels.panel(0), panels.panel(1)
    assert first.bottom() < second.top()
    assert second.bottom() <= panels.bottom
    assert first.height() == pytest.approx(second.height())
    assert panels.zone.contains(first)


def test_a_scale_has_room_for_all_finite_values():
    panel = QRectF(0, 10, 100, 200)
    scale = Scale.of([line([1, np.nan, 5]), line([-3, np.inf])], panel)
    assert scale.y(-3) < panel.bottom()
    assert scale.y(5) > panel.top()
    assert scale.y(1) == pytest.approx((scale.y(-3) + scale.y(5)) / 2)
    assert scale.ys(np.array([np.inf, -np.inf])).tolist() == [panel.top(), panel.bottom()]
    flat = Scale.of([line([4, 4])], panel)
    assert flat.y(4) == pytest.approx(110)
    assert Scale.of([line([np.nan])], panel).high > 0
