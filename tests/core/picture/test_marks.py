import numpy as np
import pytest

from padviewer.core.picture import marks as heatmap_marks
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.marks import RowMarks
from padviewer.core.picture.source import HeatmapSource


def source(order):
    n = 100
    rows = n if order is None else len(order)
    return HeatmapSource(rows, 4, np.full(n, 4), None, None, (0, 1), np.ones(4, np.float32), order=order)


@pytest.mark.parametrize("few", [0, 1000])
@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize(("cell", "stride"), [(5, 1), (1, 1), (1, 7)])
def test_ticks_are_those_of_the_rows_in_view(few, ordered, cell, stride, monkeypatch):
    monkeypatch.setattr(heatmap_marks, "FEW_ROWS", few)
    rng = np.random.default_rng(5)
    order = rng.permutation(100)[:80].astype(np.int64) if ordered else None
    marked = np.sort(rng.choice(100, 15, replace=False)).astype(np.int64)
    marks, given = RowMarks(marked), source(order)
    axis = Axis(given.rows, cell, stride, offset=3)
    if few == 0:
        marks.warm(given)
    assert marks.is_warm(given) or few
    got = marks.ticks(given, axis, 40)
    view = np.arange(100) if order is None else order
    wanted = [
        bool(set(view[row : row + stride].tolist()) & set(marked.tolist()))
        for row in axis.visible(40)[0].tolist()
    ]
    assert got.tolist() == wanted
    assert any(wanted)


def test_until_many_rows_are_found_the_drawn_ones_count(monkeypatch):
    monkeypatch.setattr(heatmap_marks, "FEW_ROWS", 0)
    given = source(np.arange(100, dtype=np.int64)[::-1])
    marks = RowMarks(np.array([96, 99], np.int64))
    assert not marks.is_warm(given)
    axis = Axis(100, 1, 4)
    assert np.flatnonzero(marks.ticks(given, axis, 30)).tolist() == [0]  # 96 is not drawn
    marks.warm(given)
    assert np.flatnonzero(marks.ticks(given, axis, 30)).tolist() == [0]
    marks = RowMarks(np.array([94], np.int64))
    assert not marks.ticks(given, axis, 30).any()
    marks.warm(given)
    assert np.flatnonzero(marks.ticks(given, axis, 30)).tolist() == [1]
    assert not marks.is_warm(source(np.arange(100, dtype=np.int64)))


def test_nothing_in_view_has_no_ticks():
    assert RowMarks(np.array([1])).ticks(source(None), Axis(0), 9).shape == (0,)
    assert not RowMarks(np.empty(0, np.int64)).ticks(source(None), Axis(9), 9).any()
