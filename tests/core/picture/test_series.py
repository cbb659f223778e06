"""Lines against the plan's block and the source lists; the envelope against numpy's min and max per pixel."""

from itertools import pairwise

import numpy as np
import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.padding.step_axis import StepAxis
from padviewer.core.picture import series as series_module
from padviewer.core.picture.series import (
    SeriesWish,
    dashes,
    joined,
    kept_on,
    nice_ticks,
    runs,
    showing,
    spread,
    upright,
)
from padviewer.core.recipe import Recipe, TensorRecipe

AXIS = StepAxis(100, before=20)


class Job:
    """A job that reads lines, and may have been told to stop."""

    def __init__(self, is_stopped=False):
        self.is_stopped, self.told = is_stopped, []

    def should_stop(self):
        return self.is_stopped

    def progress(self, done, total):
        self.told.append((done, total))


def planned(rows, **choices):
    dataset = Dataset({"x": Ragged.from_lists(rows)})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), dataset)
    return resolve(recipe, prepare(recipe, dataset))


def gathered(plan, rows, window, channels=((),), pixels=1000, context=None):
    wish = SeriesWish(plan, "x", rows, channels, window, pixels)
    return wish.gather(context or Job())


@pytest.mark.parametrize("padding", ["pre", "post", "both"])
@pytest.mark.parametrize("truncating", ["pre", "post", "middle"])
def test_kept_values_are_the_block_and_cut_ones_the_source(padding, truncating):
    rows = [np.arange(n) + 100.0 * n for n in (3, 6, 11)]
    plan = planned(rows, maxlen=6, padding=padding, truncating=truncating)
    picture = gathered(plan, (0, 1, 2), (-50.0, 50.0))
    block = plan.block("x", slice(None))
    for row, values in enumerate(rows):
        kept, cut = picture.lines[row, ()]
        seen = dict(zip(kept.x.tolist(), kept.low.tolist(), strict=True))
        for column in range(6):
            value = seen[picture.axis.x(column) + 0.5]
            if block.mask[row, column]:
                assert value == block.array[row, column]
            else:
                assert np.isnan(value)
        lost = cut.low[~np.isnan(cut.low)].tolist()
        head = {"post": 6, "pre": 0, "middle": 3}[truncating]
        gone = max(len(values) - 6, 0)
        assert lost == values[head : head + gone].tolist()
        assert cut.is_cut == bool(gone)
        assert np.array_equal(kept.low, kept.high, equal_nan=True)
    assert not picture.is_envelope


def test_missing_values_leave_a_gap_and_a_mark():
    plan = planned([[1.0, float("nan"), 3.0, 4.0, float("nan")]], maxlen=4)
    kept, cut = gathered(plan, (0,), (0.0, 5.0)).lines[0, ()]
    assert kept.missing.tolist() == [1.5]
    assert np.isnan(kept.low[1])
    assert cut.missing.tolist() == [4.5]
    assert kept.range() == (1.0, 4.0)
    assert cut.range() is None


@pytest.mark.parametrize("window", [(0.0, 200_000.0), (70_000.3, 170_000.9), (-10.0, 100_000.0)])
def test_the_envelope_is_the_least_and_greatest_of_each_pixel(window):
    values = np.random.default_rng(0).normal(size=200_000)
    values[::1000] = np.nan
    plan = planned([values], maxlen=150_000)
    pixels = 300
    picture = gathered(plan, (0,), window, pixels=pixels)
    assert picture.is_envelope
    kept, cut = picture.lines[0, ()]
    middles = np.arange(200_000) + 0.5
    edges = np.linspace(*window, pixels + 1)
    for pixel in range(pixels):
        there = (middles >= edges[pixel]) & (middles < edges[pixel + 1])
        for line, part in ((kept, middles < 150_000), (cut, middles >= 150_000)):
            inside = values[there & part]
            if inside.size and not np.isnan(inside).all():
                assert line.low[pixel] == np.nanmin(inside)
                assert line.high[pixel] == np.nanmax(inside)
            elif line.low.size:
                assert np.isnan(line.low[pixel])
    assert len(kept.missing) > 0


def test_channels_and_integers():
    plan = planned([np.array([[1, 2], [3, 4], [5, 6]])], maxlen=4)
    picture = gathered(plan, (0,), (0.0, 4.0), channels=((0,), (1,)))
    assert picture.lines[0, (1,)][0].low[:3].tolist() == [2, 4, 6]
    assert picture.lines[0, (0,)][0].low[:3].tolist() == [1, 3, 5]


def test_a_job_that_is_not_wanted_reads_no_more():
    plan = planned([np.arange(200_000.0)])
    kept, _ = gathered(plan, (0,), (0.0, 200_000.0), context=Job(is_stopped=True)).lines[0, ()]
    assert np.isnan(kept.low).all()


@pytest.mark.parametrize(
    ("low", "high", "most", "wanted"),
    [
        (0.0, 10.0, 5, (0, 2, 4, 6, 8, 10)),
        (-1.0, 1.0, 4, (-1, -0.5, 0, 0.5, 1)),
        (3.0, 3.0, 4, ()),
        (0.0, 1.0, 0, ()),
        (12.0, 19.0, 2, (15,)),
    ],
)
def test_round_ticks(low, high, most, wanted):
    assert nice_ticks(low, high, most) == pytest.approx(wanted)


def test_a_job_is_told_how_much_is_done():
    plan, job = planned([[1.0, 2.0], [3.0]]), Job()
    gathered(plan, (0, 1), (0.0, 2.0), context=job)
    assert job.told == [(1, 2), (2, 2)]


def test_windows_stay_on_the_axis():
    assert kept_on(AXIS, None) == (-20.0, 100.0)
    assert kept_on(AXIS, (90.0, 130.0)) == (60.0, 100.0)
    assert kept_on(AXIS, (-500.0, 500.0)) == (-20.0, 100.0)


def test_a_column_comes_into_view():
    assert showing(AXIS, (20.0, 60.0), 30) == (20.0, 60.0)
    for column in (0, 99):
        low, high = showing(AXIS, (20.0, 60.0), column)
        assert low <= column
        assert column + 1 <= high
        assert high - low == 40


def test_runs_of_values():
    assert runs(np.array([True, True, False, True, False, False, True, True])) == [(0, 2), (3, 4), (6, 8)]
    assert runs(np.array([False, False])) == []


def test_points_are_joined():
    x, y = np.array([0.0, 1.0, 3.0]), np.array([5.0, 6.0, 4.0])
    assert joined(x, y).tolist() == [[0, 5, 1, 6], [1, 6, 3, 4]]


def test_dashes_along_a_level_line():
    # 8 on, 6 off along 30 pixels: 0 to 8, 14 to 22, and what is left of the third from 28 on
    found = dashes(np.array([0.0, 30.0]), np.array([2.0, 2.0]), 8, 6)
    assert found.tolist() == [[0, 2, 8, 2], [14, 2, 22, 2], [28, 2, 30, 2]]


def test_dashes_go_on_around_a_corner():
    # right 4 and down 3 are 5 along, then level; 7 on, 3 off: a dash bends at 5, the next is from 10 on
    found = dashes(np.array([0.0, 4.0, 20.0]), np.array([0.0, 3.0, 3.0]), 7, 3)
    assert found == pytest.approx(np.array([(0, 0, 4, 3), (4, 3, 6, 3), (9, 3, 16, 3), (19, 3, 20, 3)]))


def test_dashes_do_not_depend_on_points_between():
    x = np.linspace(0, 30, 301)
    covered = [(a, c) for a, _, c, _ in dashes(x, np.zeros(301), 8, 6).tolist()]
    assert sum(c - a for a, c in covered) == pytest.approx(8 + 8 + 2)
    assert all((a + c) / 2 % 14 < 8 for a, c in covered)


def test_a_line_that_is_longer_than_all_dashes_is_whole(monkeypatch):
    monkeypatch.setattr(series_module, "MOST_DASHES", 2)
    x, y = np.array([0.0, 28.0, 29.0]), np.zeros(3)
    assert dashes(x[:2], y[:2], 8, 6).tolist() == [[0, 0, 8, 0], [14, 0, 22, 0]]
    assert dashes(x, y, 8, 6).tolist() == joined(x, y).tolist()


def test_upright_lines_reach_the_one_before_and_break_at_gaps():
    x = np.arange(4.0)
    low, high = np.array([9.0, 5.0, np.nan, 3.0]), np.array([8.0, 2.0, np.nan, 3.0])
    # the second goes down to 8 to meet the first; the last, of one value, is half a pixel high
    assert upright(x, low, high).tolist() == [[0, 8, 0, 9], [1, 2, 1, 8], [3, 3, 3, 3.5]]


@pytest.mark.parametrize("places", [[5, 6, 7], [50, 50, 50, 50], [99, 99], [0, 0, 99]])
def test_labels_keep_apart_and_inside(places):
    moved = spread(places, 10, 0, 100)
    assert all(b - a >= 10 - 1e-9 for a, b in pairwise(moved))
    assert moved[0] >= 5
    assert moved[-1] <= 95
