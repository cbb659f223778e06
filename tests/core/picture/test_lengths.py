"""The chart of lengths without a screen: places and lengths by hand, bars and curve against numpy."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.data.lengths import count_lengths
from padviewer.core.picture.lengths import (
    LengthAxis,
    bars,
    kept_curve,
    needs_logarithm,
    next_step,
    row_ticks,
)

AXES = [LengthAxis(*choice) for choice in ((False, False), (False, True), (True, False), (True, True))]
LENGTHS = st.lists(st.integers(0, 3000), min_size=1, max_size=50)


def counted(lengths):
    return count_lengths(np.asarray(lengths, np.int64))


@pytest.mark.parametrize("axis", AXES)
def test_every_length_finds_itself_again(axis):
    lengths = list(range(1, 501))
    assert [axis.length(axis.place(n), 500) for n in lengths] == lengths
    places = axis.places(np.arange(-1, 501))
    assert (np.diff(places) > 0).all()
    assert axis.start == places[0 if axis.empty else 1]


def test_a_place_is_the_nearest_whole_step():
    axis = LengthAxis()
    assert [axis.length(at, 100) for at in (0.0, 1.4, 1.6, 50.0, -30.0, 900.0)] == [1, 1, 2, 50, 1, 100]


def test_a_logarithmic_axis_gives_every_power_the_same_room():
    axis = LengthAxis(logarithmic=True)
    assert np.diff([axis.place(10**k) for k in range(6)]) == pytest.approx([1] * 5)
    assert axis.place(1000) == 3


def test_ticks():
    straight, logarithmic = LengthAxis(), LengthAxis(logarithmic=True)
    assert straight.ticks(0, 164, 11) == (0, 16, 32, 48, 64, 80, 96, 112, 128, 144, 160)
    assert straight.ticks(0, 5, 10) == (0, 1, 2, 3, 4, 5)
    assert straight.ticks(0, 5000, 6) == (0, 1000, 2000, 3000, 4000, 5000)
    assert straight.ticks(30, 62, 4) == (32, 40, 48, 56)
    assert logarithmic.ticks(-0.3, 5.1, 8) == (1, 10, 100, 1000, 10_000, 100_000)
    assert logarithmic.ticks(-0.3, 5.1, 3) == (1, 100, 10_000)
    assert logarithmic.ticks(1.9, 3.1, 9) == (100, 200, 500, 1000)
    assert logarithmic.ticks(2.0, 2.3, 5) == (128, 160, 192)


@given(LENGTHS, st.sampled_from(AXES))
def test_bars_hold_every_row_once(lengths, axis):
    lengths, axis = np.array(lengths), LengthAxis(axis.logarithmic, min(lengths) == 0)
    found = bars(counted(lengths), axis, axis.start, axis.place(max(1, lengths.max())))
    assert found.rows.sum() == len(lengths)
    assert len(found.rows) <= 132
    for first, last, rows in zip(found.first, found.last, found.rows, strict=True):
        assert rows == np.count_nonzero((lengths >= first) & (lengths <= last)) > 0
    assert (found.first[1:] > found.last[:-1]).all()
    empty = found.first == 0
    assert found.last[empty].tolist() == [0] * int((lengths == 0).any())


@pytest.mark.parametrize("logarithmic", [False, True])
def test_bars_stay_the_same_while_the_axis_moves(logarithmic):
    lengths = np.random.default_rng(2).geometric(0.01, 5000)
    counts, axis = counted(lengths), LengthAxis(logarithmic)
    low, span = axis.place(100), axis.place(300) - axis.place(100)
    one, other = (bars(counts, axis, low + by, low + by + span, 40) for by in (0.0, span / 7))
    middle = (one.first > 130) & (one.last < 280)
    assert middle.sum() > 8
    assert set(one.first[middle].tolist()) <= set(other.first.tolist())
    assert len(bars(counts, axis, low, low + span, 40).rows) <= 42


@given(LENGTHS, st.sampled_from(AXES))
def test_the_curve_is_the_share_of_kept_steps(lengths, axis):
    lengths = np.array(lengths)
    counts, high = counted(lengths), axis.place(max(1, lengths.max()))
    places, shares = kept_curve(counts, axis, axis.start, high, 50)
    maxlens = [0 if at < axis.place(1) else axis.length(at, 10**6) for at in places.tolist()]
    wanted = [np.minimum(lengths, one).sum() / max(1, lengths.sum()) for one in maxlens]
    assert shares == pytest.approx(wanted)
    assert maxlens[0] == 0
    assert maxlens[-1] == max(1, lengths.max())
    assert all(a < b for a, b in pairwise(places))


def test_a_part_of_the_curve_has_its_own_points():
    counts = counted(range(100_000))
    places, _ = kept_curve(counts, LengthAxis(), 40_000.0, 40_100.0, 200)
    assert places.tolist() == list(range(40_000, 40_101))


def test_when_the_axis_turns_logarithmic():
    rows = [39] * 200
    assert not needs_logarithm(counted([*rows, 390]))
    assert needs_logarithm(counted([*rows, 391]))
    assert not needs_logarithm(counted([0] * 200 + [10]))


@pytest.mark.parametrize(
    ("least", "step"),
    [(0.1, 1), (1, 1), (3, 4), (64, 64), (65, 100), (101, 200), (201, 500), (501, 1000), (2001, 5000)],
)
def test_steps_are_round(least, step):
    assert next_step(least) == step


def test_row_ticks_are_two_round_lines_in_the_plot():
    for most in range(2, 3000):
        low, high = row_ticks(most)
        assert high == 2 * low
        assert most / 3 < high <= most
        assert str(low).rstrip("0") in {"1", "2", "25", "5"}
    assert row_ticks(74) == (25, 50)
    assert row_ticks(4999) == (2000, 4000)
    assert row_ticks(1) == (1,)
    assert row_ticks(0) == ()
