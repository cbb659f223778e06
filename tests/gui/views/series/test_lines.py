"""Lines against the plan's block and the source lists; the envelope against numpy's min and max per pixel."""

import numpy as np
import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.tasks.jobs import JobContext
from padviewer.gui.views.series.lines import SeriesWish, nice_ticks


def planned(rows, **choices):
    dataset = Dataset({"x": Ragged.from_lists(rows)})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), dataset)
    return resolve(recipe, prepare(recipe, dataset))


def gathered(plan, rows, window, channels=((),), pixels=1000, context=None):
    wish = SeriesWish(plan, "x", rows, channels, window, pixels)
    return wish.gather(context or JobContext(lambda *_: None))


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
    context = JobContext(lambda *_: None)
    context.stop()
    kept, _ = gathered(plan, (0,), (0.0, 200_000.0), context=context).lines[0, ()]
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
