"""Lengths counted once answer as numpy does on all rows: percentiles, coverage, cost of every maxlen."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.data import lengths as lengths_module
from padviewer.core.data.lengths import LengthCounts, at_maxlen, count_lengths

LENGTHS = st.lists(st.integers(0, 40), max_size=60).map(lambda rows: np.array(rows, np.int64))
SOME = np.array([3, 0, 7, 3, 1], np.int64)


@given(LENGTHS)
def test_totals_are_numpys(lengths):
    counts = count_lengths(lengths)
    assert (counts.n, counts.total) == (len(lengths), lengths.sum())
    assert (counts.minimum, counts.maximum) == (lengths.min(initial=41) % 41, lengths.max(initial=0))
    assert counts.mean == (lengths.mean() if len(lengths) else 0)
    assert counts.empty == np.count_nonzero(lengths == 0)
    np.testing.assert_array_equal(np.repeat(counts.at, counts.rows), np.sort(lengths))
    assert counts.to_json() == {
        "min": counts.minimum, "mean": counts.mean, "max": counts.maximum, "total": counts.total,
        "empty": counts.empty,
    }  # fmt: skip


@given(LENGTHS.filter(len), st.integers(1, 100) | st.sampled_from(["99.9", 0.1, "33.3"]))
def test_a_percentile_covers_enough_rows_and_no_smaller_length_does(lengths, percent):
    found = count_lengths(lengths).percentile(percent)
    rank = max(math.ceil(round(float(percent) * len(lengths) / 100, 9)), 1)
    assert found == np.sort(lengths)[rank - 1]


@given(LENGTHS, st.integers(1, 50))
def test_what_a_maxlen_costs_is_what_cutting_and_padding_every_row_gives(lengths, maxlen):
    counts = count_lengths(lengths)
    cut = lengths > maxlen
    kept = np.minimum(lengths, maxlen)
    assert counts.rows_cut(maxlen) == cut.sum()
    assert counts.coverage(maxlen) == pytest.approx(1 - cut.mean() if len(lengths) else 1)
    assert counts.steps_kept(maxlen) == kept.sum()
    assert counts.steps_lost(maxlen) == (lengths - kept).sum()
    cells = len(lengths) * maxlen
    share = (cells - kept.sum()) / cells if cells else 0
    assert counts.padding_share(maxlen) == pytest.approx(share)
    got = at_maxlen(counts, maxlen, 12)
    assert (got.maxlen, got.rows_cut, got.steps_kept, got.steps_lost, got.nbytes) == (
        maxlen, cut.sum(), kept.sum(), (lengths - kept).sum(), cells * 12,
    )  # fmt: skip
    assert got.padding_share == counts.padding_share(maxlen)


@given(LENGTHS, st.integers(0, 50))
def test_still_real_is_the_share_of_longer_rows(lengths, cols):
    got = count_lengths(lengths).still_real(cols)
    assert (got.dtype, got.shape) == (np.float32, (cols,))
    wanted = [(lengths > step).mean() if len(lengths) else 0 for step in range(cols)]
    np.testing.assert_allclose(got, np.array(wanted, np.float64), rtol=1e-6)


@given(LENGTHS, st.integers(1, 130), st.none() | st.integers(0, 60))
def test_a_histogram_is_numpys_over_its_own_edges(lengths, bins, largest):
    edges, rows = count_lengths(lengths).histogram(bins, largest)
    assert len(rows) == len(edges) - 1 <= bins
    assert edges[0] == 0
    assert len(set(np.diff(edges))) == 1
    assert edges[-1] > (lengths.max(initial=0) if largest is None else largest)
    inside = lengths[lengths < edges[-1]]
    np.testing.assert_array_equal(rows, np.histogram(inside, edges - 0.5)[0])
    if largest is None:
        assert rows.sum() == len(lengths)


@given(LENGTHS, st.lists(st.integers(0, 200), unique=True, min_size=1))
def test_rows_between_edges_are_those_of_numpy(lengths, edges):
    edges = np.sort(np.array(edges, np.int64))
    rows = count_lengths(lengths).rows_between(edges)
    wanted = [int(((lengths >= a) & (lengths < b)).sum()) for a, b in pairwise(edges.tolist())]
    assert rows.tolist() == wanted


@given(LENGTHS, st.lists(st.integers(0, 10**6)))
def test_steps_kept_at_several_maxlens(lengths, maxlens):
    kept = count_lengths(lengths).steps_kept_at(np.array(maxlens, np.int64))
    assert kept.tolist() == [int(np.minimum(lengths, m).sum()) for m in maxlens]


@given(LENGTHS, st.integers(1, 9), st.booleans())
def test_pieces_and_sparse_lengths_count_the_same(lengths, chunk, sparse):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lengths_module, "CHUNK", chunk)
        if sparse:
            patch.setattr(lengths_module, "DENSE", 0)
        counts = count_lengths(lengths)
    at, rows = np.unique(lengths, return_counts=True)
    np.testing.assert_array_equal(counts.at, at)
    np.testing.assert_array_equal(counts.rows, rows)
    assert counts.at.dtype == counts.rows.dtype == np.int64


def test_long_rows_take_no_memory_of_their_length():
    counts = count_lengths(np.array([2**40, 5, 2**40], np.int64))
    assert (counts.at.tolist(), counts.rows.tolist()) == ([5, 2**40], [1, 2])
    assert counts.total == 2**41 + 5
    assert counts.steps_lost(5) == 2 * (2**40 - 5)


def test_by_hand():
    counts = count_lengths(SOME)
    assert (counts.minimum, counts.maximum, counts.total, counts.mean, counts.empty) == (0, 7, 14, 2.8, 1)
    assert [counts.percentile(p) for p in (20, 21, 40, 41, 80, 81, 100)] == [0, 1, 1, 3, 3, 7, 7]
    assert counts.coverage(3) == pytest.approx(0.8)
    assert counts.padding_share(4) == pytest.approx(9 / 20)


def test_no_rows_have_no_lengths():
    counts = LengthCounts(np.zeros(0, np.int64), np.zeros(0, np.int64))
    assert (counts.percentile(50), counts.coverage(1), counts.padding_share(1)) == (0, 1.0, 0.0)
    assert counts.histogram()[0].tolist() == [0, 1]
