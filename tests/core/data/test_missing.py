"""What is missing or empty against loops over Python lists, and lengths counted one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Ragged
from padviewer.core.data import missing
from padviewer.core.data.missing import missing_counts, small_histogram
from padviewer.core.errors import Stopped

VALUES = {
    "int": st.none() | st.integers(-9, 9),
    "float": st.none() | st.floats(width=32),
    "text": st.none() | st.sampled_from(["", "a", "bc"]),
}


def count_gone(item):
    if isinstance(item, list):
        return sum(map(count_gone, item))
    return int(item is None or item != item)


@pytest.mark.parametrize("kind", sorted(VALUES))
@given(data=st.data(), chunk=st.integers(1, 6))
def test_missing_values_and_empty_rows_of_lists(kind, chunk, data):
    rows = data.draw(st.lists(st.lists(VALUES[kind], max_size=5), max_size=8))
    known = {"int": 1, "float": 1.0, "text": "x"}[kind]
    column = Ragged.from_lists([*rows, [known]])
    start = data.draw(st.integers(0, len(rows)))
    kept = [*rows, [known]][start:]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(missing, "CHUNK", chunk)
        patch.setattr(missing, "ROWS", chunk)
        found = missing_counts(column[start:])
    assert found == (count_gone(kept), sum(not row for row in kept))


def test_every_nested_level_counts():
    column = Ragged.from_lists([[[1.0, None], []], [], [[None]]], ragged_axes=2)
    assert missing_counts(column) == (2, 1)
    assert missing_counts(column[:1]) == (1, 0)


def test_plain_columns_and_texts():
    assert missing_counts(Ragged.from_lists([1, None, 3])) == (1, 0)
    assert missing_counts(Ragged.from_lists(["a", None, "", ""])) == (1, 2)
    assert missing_counts(Ragged.from_lists(["a", ""])) == (0, 1)
    assert missing_counts(Ragged(np.array([[1.0, np.nan], [np.nan, 2.0]]))) == (2, 0)


def test_categories_without_a_name_are_missing():
    codes = np.array([0, -1, 1, -1, 0], np.int32)
    names = ("a", "b")
    assert missing_counts(Ragged(codes, None, dictionary=names)) == (2, 0)
    marked = np.array([True, True, False, False, False])
    assert missing_counts(Ragged(codes, None, False, marked, names)) == (3, 0)


def test_what_is_known_is_not_counted_again():
    column = Ragged.from_lists([[1.0, None], [2.0]])
    known = Ragged(column.values, column.row_offsets, known_stats=column.stats)
    asked = []
    assert missing_counts(known, lambda: asked.append(True) or False) == (1, 0)
    assert len(asked) == 1  # for the empty rows


@given(st.lists(st.integers(0, 60), min_size=1, max_size=40), st.integers(1, 30), st.integers(1, 9))
def test_the_small_histogram_has_equal_bins(lengths, bins, chunk):
    offsets = np.concatenate([[3], 3 + np.cumsum(lengths)]).astype(np.int64)
    column = Ragged(np.zeros(int(offsets[-1]), np.int8), offsets)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(missing, "ROWS", chunk)
        found = small_histogram(column, bins)
    top = max(lengths) + 1
    wanted = [sum(top * i <= n * bins < top * (i + 1) for n in lengths) for i in range(bins)]
    assert found.tolist() == wanted
    assert found.dtype == np.int64


def test_columns_without_lengths_have_an_empty_picture():
    assert small_histogram(Ragged.from_lists([1, 2]), 4).tolist() == [0, 0, 0, 0]
    assert small_histogram(Ragged.from_lists([[1]])[:0], 2).tolist() == [0, 0]
    assert small_histogram(Ragged.from_lists(["ab", "", "ü"]), 3).tolist() == [1, 0, 2]


@pytest.mark.parametrize("ask", [missing_counts, small_histogram])
def test_counting_stops_on_request(ask, monkeypatch):
    monkeypatch.setattr(missing, "ROWS", 1)
    monkeypatch.setattr(missing, "CHUNK", 1)
    column = Ragged.from_lists([[1.0, None], [2.0]])
    for most in range(3):
        asked = []
        with pytest.raises(Stopped):
            ask(column, should_stop=lambda asked=asked, most=most: asked.append(True) or len(asked) > most)
        assert len(asked) == most + 1
