"""What is in view of the lengths: places by hand, what a drag picks, labels that keep apart."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.data.lengths import count_lengths
from padviewer.core.picture.lengths import LengthAxis
from padviewer.core.picture.lengths_view import (
    LengthsView,
    axis_of,
    last_of,
    percentile_marks,
    pushed_apart,
)


def counted(lengths):
    return count_lengths(np.asarray(lengths, np.int64))


def seen(lengths, axis, last, window=None):
    return LengthsView(counted(lengths), axis, last, window, 10.0, 200.0)


def test_places_on_the_screen():
    view = seen([3, 100], LengthAxis(), 100)
    assert [view.x(length) for length in (0, 50, 100)] == [10, 110, 210]
    assert [view.length_at(x) for x in (10, 12.9, 13.1, 110, -50, 900)] == [1, 1, 2, 50, 1, 100]
    zoomed = seen([3, 100], LengthAxis(), 100, (20.0, 60.0))
    assert [zoomed.x(length) for length in (20, 40, 60)] == [10, 110, 210]
    assert [zoomed.length_at(x) for x in (-50, 900)] == [20, 60]
    empty = seen([0, 9], LengthAxis(empty=True), 9)
    assert [empty.x(length) for length in (-1, 0, 9)] == [10, 30, 210]


def test_windows_stay_on_the_axis():
    view = seen([3, 100], LengthAxis(), 100)
    assert view.kept_window((-5.0, 40.0)) == (0.0, 40.0)
    assert view.kept_window((-5.0, 400.0)) is None
    assert view.least_span == 4
    assert seen([1, 2], LengthAxis(), 2).least_span == 2


def test_what_a_drag_picks():
    view = seen([3, 4, 9], LengthAxis(), 10)  # 20 pixels a length
    assert view.picked(view.x(2.5), view.x(8.2)) == (3, 9)
    assert view.picked(view.x(8.2), view.x(2.5)) == (3, 9)
    assert view.picked(view.x(3.5), view.x(3.5)) == (4, 4)
    assert view.picked(view.x(5), view.x(7)) is None
    for logarithmic in (False, True):
        axis = LengthAxis(logarithmic, empty=True)
        both = seen([0, 0, 5], axis, 9)
        beside = (both.x(-1) + both.x(0)) / 2
        assert both.picked(beside, beside) == (0, 0)
        assert both.picked(beside, both.x(4.5)) == (0, 5)
        assert both.picked(both.x(4.5), both.x(4.6)) == (5, 5)


def test_the_axis_and_its_end():
    rows = counted([39] * 200 + [391])
    assert axis_of(rows, None) == LengthAxis(logarithmic=True)
    assert axis_of(rows, False) == LengthAxis()
    assert axis_of(counted([0, 3]), None) == LengthAxis(empty=True)
    straight = LengthAxis()
    assert last_of(counted([160]), straight, 96) == 170
    assert last_of(counted([160]), straight, 10**9) == 340
    assert last_of(counted([160]), LengthAxis(logarithmic=True), 96) == 160


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=80))
def test_marks_are_the_percentiles_of_numpy(lengths):
    wanted = {}
    for percent in (95, 99):
        length = max(1, int(np.percentile(lengths, percent, method="inverted_cdf")))
        wanted.setdefault(length, []).append(f"p{percent}")
    assert percentile_marks(counted(lengths)) == tuple((n, " · ".join(all_)) for n, all_ in wanted.items())


@given(
    st.lists(st.tuples(st.floats(0, 300), st.floats(5, 40)), max_size=4).map(sorted),
    st.floats(0, 250), st.floats(10, 60),
)  # fmt: skip
def test_labels_never_meet(labels, left, width):
    begins = pushed_apart(labels, (left, left + width), 0.0, 300.0, 3.0)
    spans = [(x, x + w) for x, (_, w) in zip(begins, labels, strict=True) if x is not None]
    assert all(a >= 0 and b <= 300 + 1e-9 for a, b in spans)
    everything = sorted([*spans, (left, left + width)])
    assert all(b - a >= 3 - 1e-9 for (_, a), (b, _) in pairwise(everything))
    alone = pushed_apart([(150.0, 20.0)], (0.0, 40.0), 0.0, 300.0, 3.0)
    assert alone == [140.0]


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=40), st.integers(1, 3200))
def test_a_bar_is_cut_only_where_rows_of_it_are(lengths, maxlen):
    """The part of each bar beyond the place, against the rows themselves."""
    view = seen(lengths, LengthAxis(empty=0 in lengths), max(*lengths, 1))
    place = view.kept_to(maxlen)
    for first, last in zip(view.bars.first.tolist(), view.bars.last.tolist(), strict=True):
        inside = [length for length in lengths if first <= length <= last]
        assert any(length > maxlen for length in inside) == (view.axis.place(last) > place)
        if inside:
            assert any(length <= maxlen for length in inside) == (view.axis.place(first - 1) < place)


def test_the_longest_rows_are_kept_by_their_length_where_a_bar_reaches_beyond():
    view = seen([3] * 400 + [200], LengthAxis(), 208)
    assert view.bars.last[-1] >= 200
    assert view.kept_to(200) >= view.axis.place(int(view.bars.last[-1]))
