"""Rows of a view against a search by hand."""

import numpy as np
import pytest

from padviewer.core.picture import source as heatmap_source
from padviewer.core.picture.source import HeatmapSource


def source(lengths, cols, order=None, **more):
    lengths = np.array(lengths, np.int64)
    order = None if order is None else np.array(order, np.int64)
    rows = len(lengths) if order is None else len(order)
    still = np.ones(cols, np.float32)
    return HeatmapSource(rows, cols, lengths, None, None, (0, 1), still, order=order, **more)


def test_sources_of_one_order_share_what_they_know():
    first = source([1, 2, 3], 2, order=[2, 0])
    second = source([1, 2, 3], 2, order=[2, 0], places=first.row_places)
    assert second.row_places is first.row_places
    assert (first.view_row(0), first.view_row(1), first.view_row(2)) == (1, -1, 0)
    assert source([1, 2], 2).row_places is None


@pytest.mark.parametrize("piece", [2, 1000])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize("warm", [False, True])
def test_the_next_cut_row_is_the_nearest(piece, seed, ordered, warm, monkeypatch):
    monkeypatch.setattr(heatmap_source, "SEARCHED_ROWS", piece)
    rng = np.random.default_rng(seed)
    lengths = rng.integers(0, 12, 17)
    order = rng.permutation(17) if ordered else None
    given = source(lengths, 8, order)
    if warm and given.row_places is not None:
        given.row_places.warm()
    cut = [row for row in range(17) if lengths[row if order is None else order[row]] > 8]
    for row in range(-1, 17):
        after, before = [one for one in cut if one > row], [one for one in cut if one < row]
        assert given.next_cut(row) == (after or cut)[0]
        assert given.next_cut(row, backward=True) == (before or cut)[-1]


def test_kept_steps():
    given = source([3, 9, 0], 5)
    assert given.kept(np.array([1, 2, 0])).tolist() == [5, 0, 3]


def test_groups():
    given = source([1] * 9, 2, groups=((0, "a"), (4, "b"), (7, "c")))
    assert [given.group_at(row) for row in range(9)] == [0, 0, 0, 0, 1, 1, 1, 2, 2]
    assert source([1], 2).group_at(0) == -1


def test_an_overview_is_for_what_it_can_say():
    def overview(*_):
        return None

    assert source([1], 2, overview=overview).raster is None
    for far in ("mean", "max", "padding"):
        assert source([1], 2, overview=overview, far=far).raster is overview
        ids = source([1], 2, overview=overview, far=far, identity=True)
        assert ids.raster is (overview if far == "padding" else None)  # ids have no mean
