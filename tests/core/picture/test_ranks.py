"""How frequent ids are, against collections.Counter and a sort."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Ragged
from padviewer.core.errors import Stopped
from padviewer.core.picture import ranks
from padviewer.core.picture.ranks import id_counts, log_ranks

IDS = st.lists(st.lists(st.integers(0, 12), max_size=8), max_size=8)


def column(rows, **more):
    lengths = [len(row) for row in rows]
    values = np.array([one for row in rows for one in row], np.int64)
    return Ragged(values, np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64), **more)


@given(IDS, st.integers(1, 9), st.integers(0, 8), st.integers(0, 8))
def test_counts_are_counters_for_any_pieces_and_rows(rows, chunk, start, stop):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranks, "CHUNK", chunk)
        counts = id_counts(column(rows)[start:stop])
    wanted = Counter(one for row in rows[start:stop] for one in row)
    if not wanted:
        assert counts is None
    else:
        assert {at: n for at, n in enumerate(counts.tolist()) if n} == wanted
        assert len(counts) == max(wanted) + 1


@pytest.mark.parametrize("chunk", [1, 2, 100])
def test_missing_ids_are_not_counted(chunk, monkeypatch):
    monkeypatch.setattr(ranks, "CHUNK", chunk)
    gone = column([[1, -5], [0, 1, 10**12]], missing=np.array([False, True, True, False, True]))
    assert id_counts(gone).tolist() == [0, 2]
    assert id_counts(column([[1]], missing=np.array([True]))) is None


@pytest.mark.parametrize(
    "values",
    [[0.5], [-1, 3], [50_000_001], [True], [], [[1, 2]]],
)
def test_what_is_no_id_is_not_counted(values):
    array = np.array(values) if values else np.zeros(0, np.int64)
    assert id_counts(Ragged(array, np.array([0, len(array)]))) is None


def test_ids_of_two_ragged_axes_are_counted():
    nested = Ragged.from_lists([[[1], [2, 2]], [[5]]], ragged_axes=2)
    assert id_counts(nested[:1]).tolist() == [0, 1, 2]


def test_counting_stops_on_request():
    with pytest.raises(Stopped):
        id_counts(column([[1]]), lambda: True)
    assert id_counts(column([[1]]), lambda: False).tolist() == [0, 1]


@given(st.lists(st.integers(0, 5), max_size=30))
def test_a_place_is_the_logarithm_of_the_best_rank_among_equals(counts):
    got = log_ranks(np.array(counts, np.int64))
    assert got.dtype == np.float32
    order = sorted((n for n in counts if n), reverse=True)
    top = math.log(max(len(order), 2))
    wanted = [math.log(order.index(n) + 1) / top if n else 1 for n in counts]
    np.testing.assert_allclose(got, wanted, rtol=1e-6)


def test_the_rarest_of_different_ids_is_at_1():
    places = log_ranks(np.array([0, 8, 4, 2, 1]))
    np.testing.assert_allclose(places, [1, 0, 0.5, math.log(3, 4), 1], rtol=1e-6)
