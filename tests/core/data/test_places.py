"""Places of rows against Python's own lists."""

import numpy as np
import pytest

from padviewer.core.data import places as module
from padviewer.core.data.places import RowPlaces


@pytest.mark.parametrize("few", [0, 1000])
def test_places_are_those_of_the_order(few, monkeypatch):
    monkeypatch.setattr(module, "FEW_ROWS", few)
    monkeypatch.setattr(module, "SEARCHED_ROWS", 7)
    rng = np.random.default_rng(2)
    order = rng.permutation(50)[:31].astype(np.int64)
    places = RowPlaces(order, 50)
    assert not places.is_warm
    wanted = [order.tolist().index(row) if row in order else -1 for row in range(-1, 51)]
    assert [places.of(row) for row in range(-1, 51)] == wanted
    assert places.is_warm == (few > 0)
    places.warm()
    assert [places.of(row) for row in range(-1, 51)] == wanted
    some = np.array([3, 9, 17, 40])
    assert places.of_rows(some).tolist() == sorted(wanted[row + 1] for row in some if wanted[row + 1] >= 0)


@pytest.mark.parametrize("listed", [None, [4, 0, 2], []])
def test_rows_at_places(listed):
    order = None if listed is None else np.array(listed, np.int64)
    places, rows = RowPlaces(order, 5), list(range(5)) if listed is None else listed
    assert places.count == len(rows)
    wanted = [rows[at] if 0 <= at < len(rows) else -1 for at in range(-2, 7)]
    assert [places.row(at) for at in range(-2, 7)] == wanted
    assert places.rows(range(1, 9)).tolist() == rows[1:9]
    assert places.rows(range(-3, 2)).tolist() == rows[:2]


@pytest.mark.parametrize(
    ("row", "by", "wanted"), [(4, 1, 0), (0, 1, 2), (2, 1, 2), (4, -1, 4), (2, -9, 4), (3, 1, 4), (-1, 1, 4)]
)
def test_rows_after_one_in_an_order(row, by, wanted):
    assert RowPlaces(np.array([4, 0, 2], np.int64), 5).after(row, by) == wanted


def test_rows_after_one_in_the_files_order():
    places = RowPlaces(None, 3)
    assert [places.after(row, 1) for row in (-1, 0, 1, 2)] == [0, 1, 2, 2]
    assert [places.of(row) for row in (-1, 0, 2, 3)] == [-1, 0, 2, -1]
    assert places.of_rows(np.array([2, 0, 7])).tolist() == [0, 2]
    assert RowPlaces(None, 0).after(-1, 1) == -1
    assert RowPlaces(np.zeros(0, np.int64), 3).after(1, 1) == -1
