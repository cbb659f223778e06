"""Walking the rows against Python's own list arithmetic."""

import numpy as np
import pytest

from padviewer.core.rows.walk import is_marked, neighbour, place_of


def test_the_place_of_a_row():
    order = np.array([4, 0, 2], np.int64)
    assert [place_of(order, 5, row) for row in range(5)] == [1, -1, 2, -1, 0]
    assert [place_of(None, 3, row) for row in (-1, 0, 2, 3)] == [-1, 0, 2, -1]


def test_marked_rows():
    rows = np.array([1, 5, 9], np.int64)
    assert [row for row in range(-1, 11) if is_marked(rows, row)] == [1, 5, 9]
    assert not is_marked(rows[:0], 0)


@pytest.mark.parametrize(
    ("row", "by", "wanted"), [(4, 1, 0), (0, 1, 2), (2, 1, 2), (4, -1, 4), (2, -9, 4), (3, 1, 4), (-1, 1, 4)]
)
def test_neighbours_in_an_order(row, by, wanted):
    assert neighbour(np.array([4, 0, 2], np.int64), 5, row, by) == wanted


def test_neighbours_in_the_files_order():
    assert [neighbour(None, 3, row, 1) for row in (-1, 0, 1, 2)] == [0, 1, 2, 2]
    assert neighbour(None, 0, -1, 1) == -1
    assert neighbour(np.zeros(0, np.int64), 3, 1, 1) == -1
