"""Walking the rows against Python's own list arithmetic."""

import numpy as np

from padviewer.core.rows.walk import is_marked, neighbour


def test_marked_rows():
    rows = np.array([1, 5, 9], np.int64)
    assert [row for row in range(-1, 11) if is_marked(rows, row)] == [1, 5, 9]
    assert not is_marked(rows[:0], 0)


def test_neighbours():
    order = np.array([4, 0, 2], np.int64)
    assert [neighbour(order, 5, row, 1) for row in (4, 0, 2, 3)] == [0, 2, 2, 4]
    assert [neighbour(None, 3, row, -1) for row in (-1, 0, 1, 2)] == [0, 0, 0, 1]
