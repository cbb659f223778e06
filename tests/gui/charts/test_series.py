"""Where panels and values stand, by hand; many rows, panels that come and go, values of any size."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.picture.series import Line, SeriesWish, range_of
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.charts.series import SeriesChart, SeriesShown

ALL = (0.0, 9.0)


def line(values):
    values = np.array(values, float)
    return Line(np.arange(len(values)) + 0.5, values, values, np.zeros(0), is_cut=False)


class Job:
    """A job that is wanted to its end."""

    def should_stop(self):
        return False

    def progress(self, done, total):
        pass


def gathered(rows, channels=((),), window=(0.0, 100.0), **choice):
    """What the chart shows of some rows."""
    dataset = Dataset({"x": Ragged.from_lists(rows)})
    recipe = fit(Recipe({"x": TensorRecipe(**choice)}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    wish = SeriesWish(plan, "x", tuple(range(len(rows))), channels, window, 440)
    names = tuple(f"row {row}" for row in range(len(rows)))
    titles = tuple(f"feature {at}" for at in range(len(channels)))
    return SeriesShown(wish.gather(Job()), names, titles)


@pytest.fixture
def chart(qtbot):
    made = SeriesChart()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_places_and_points_are_each_others_inverse(chart):
    chart.show_series(gathered([np.zeros((100, 2))], ((0,), (1,))), (10.0, 90.0))
    for place in (10.0, 33.3, 90.0):
        assert chart.place_at(chart.x_of(place)) == pytest.approx(place)
    zone = chart.zone()
    assert chart.x_of(10) == zone.left()
    assert chart.x_of(90) == zone.right()
    first, second = chart.panel_rect(0), chart.panel_rect(1)
    assert first.bottom() < second.top()
    assert second.bottom() <= zone.bottom()
    assert first.height() == pytest.approx(second.height())
    assert zone.contains(first)


def test_a_panel_has_room_for_all_finite_values(chart):
    low, high = range_of([line([1, np.nan, 5]), line([-3, np.inf])], ALL)
    assert low < -3
    assert high > 5
    low, high = range_of([line([4, 4])], ALL)
    assert (low + high) / 2 == pytest.approx(4)
    assert range_of([line([np.nan])], ALL)[1] > 0
    low, high = range_of([line([9, 1, 2, 9])], (1.0, 3.0))  # what is in view alone
    assert (low, high) == (pytest.approx(1 - 0.06), pytest.approx(2 + 0.06))
    assert np.isfinite(np.diff(range_of([line([-1.7e308, 1.7e308])], ALL))).all()


@pytest.mark.parametrize(
    "values", [[1e300, -1e300, 1.7e308, -1.7e308], [np.inf, -np.inf, np.nan], [5e-324, 0.0], [1e-12, 1e12]]
)
def test_values_of_any_size_are_drawn(chart, values):
    chart.show_series(gathered([values]), (0.0, float(len(values))))
    assert not chart.grab().toImage().isNull()


def test_panels_come_and_go(chart):
    rows = [np.arange(40.0).reshape(10, 4)]
    for channels in (((0,),), ((0,), (1,), (3,)), ((2,),)):
        chart.show_series(gathered(rows, channels, (0.0, 10.0)), (0.0, 10.0))
        chart.grab()
        assert len([item for item in chart.scene().items() if type(item).__name__ == "Hands"]) == len(
            channels
        )


def test_hands_tell_which_part_they_want_and_never_leave_the_axis(chart):
    told = []
    chart.window_changed.connect(lambda low, high: told.append((low, high)))
    chart.show_series(gathered([np.arange(100.0)]), (20.0, 60.0))
    assert told == []
    chart.zoom(3, 30.0)
    low, high = told[-1]
    assert high - low == pytest.approx(40 * 1.25**-3)
    assert (30 - low) / (high - low) == pytest.approx(0.25, abs=0.01)
    chart.show_series(chart.shown, (20.0, 60.0))
    chart.zoom(-99, 30.0)
    assert told[-1] == pytest.approx((0.0, 100.0), abs=1e-3)
    chart.show_series(chart.shown, (20.0, 60.0))
    chart.zoom(99, 30.0)
    assert told[-1][1] - told[-1][0] == pytest.approx(2.0)


def test_marks_lie_over_the_picture_and_nothing_else_is_drawn_anew(chart, monkeypatch):
    chart.show_series(gathered([np.arange(100.0)]), (0.0, 100.0))
    before = chart.grab().toImage()
    monkeypatch.setattr(chart, "drawBackground", None)
    chart.set_over(((50.5, "accent"),))
    after = chart.grab().toImage()
    x = round(chart.x_of(50.5))
    assert before.pixelColor(x, 5) != after.pixelColor(x, 5)
    assert before.pixelColor(x + 9, 5) == after.pixelColor(x + 9, 5)


def test_a_click_says_its_place(chart):
    clicked = []
    chart.clicked.connect(clicked.append)
    chart.show_series(gathered([np.arange(100.0)]), (0.0, 100.0))
    chart._boxes[0][0].clicked.emit(QPointF(chart.x_of(42.5), 50), None)
    assert clicked == [pytest.approx(42.5)]
