"""Ragged against Python's lists, numpy and pyarrow."""

import math

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Ragged
from padviewer.core.data.ragged import CHUNK, concatenate, iter_pieces, signature
from padviewer.core.data.stats import Stats, count_stats
from padviewer.core.errors import ChoiceError, ContentError

INTEGERS = st.integers(-(2**63), 2**63 - 1)
LEAVES = {
    "integer": INTEGERS,
    "gapped": st.none() | INTEGERS,
    "float": st.floats(allow_nan=False),
    "boolean": st.booleans(),
    "text": st.text(),
    "gapped text": st.none() | st.text(),
}


def nested(leaf, depth):
    return leaf if depth == 0 else st.lists(nested(leaf, depth - 1), max_size=5)


@st.composite
def row_lists(draw):
    """Return rows of one or two ragged axes, or none, and how many."""
    depth = draw(st.integers(0, 2))
    leaf = LEAVES[draw(st.sampled_from(sorted(LEAVES)))]
    return draw(st.lists(nested(leaf, depth), max_size=6)), depth


@given(row_lists())
def test_lists_come_back(drawn):
    rows, depth = drawn
    column = Ragged.from_lists(rows, ragged_axes=depth or None)
    assert len(column) == len(rows)
    got = column.to_lists()
    if rows and all(row is None for row in rows):
        assert all(math.isnan(value) for value in got)  # nothing but None: floats of which none is there
    elif not _numbers_only_none(rows):
        assert got == rows


def _numbers_only_none(rows):
    """Tell whether some None stands and no value: then floats are assumed and NaN comes back."""
    flat = list(_leaves(rows))
    return bool(flat) and all(value is None for value in flat)


def _leaves(rows):
    for row in rows:
        if isinstance(row, list):
            yield from _leaves(row)
        else:
            yield row


@given(row_lists(), st.integers(-7, 7), st.integers(-7, 7))
def test_slices_are_pythons(drawn, start, stop):
    rows, depth = drawn
    if _numbers_only_none(rows):
        return
    column = Ragged.from_lists(rows, ragged_axes=depth or None)
    part = column[start:stop]
    assert part.to_lists() == rows[start:stop]
    assert part[1:].to_lists() == rows[start:stop][1:]
    compact = part.compact()
    assert compact.to_lists() == part.to_lists()
    if depth and rows:
        assert part.axis_lengths()[0].tolist() == [len(row) for row in rows[start:stop]]
        assert compact.offsets[0] == 0
        assert compact.offsets[-1] == len(compact.values)


@given(st.lists(st.lists(st.none() | st.text(), max_size=4), max_size=5), st.integers(0, 5))
def test_pyarrow_reads_the_same_texts(rows, cut):
    """The layout is Arrow's: the same offsets and bytes make Arrow's array of the same texts."""
    column = Ragged.from_lists([["a"], *rows, ["b"]])[cut:]
    texts = column.compact().nested
    valid = None
    if texts.missing is not None:
        valid = pa.py_buffer(np.packbits(~texts.missing, bitorder="little"))
    buffers = [valid, pa.py_buffer(texts.offsets), pa.py_buffer(texts.flat)]
    inner = pa.Array.from_buffers(pa.large_string(), len(texts), buffers)
    lists = pa.LargeListArray.from_arrays(pa.array(column.compact().offsets), inner)
    assert lists.to_pylist() == column.to_lists()


@given(st.data())
def test_concatenating_pieces_gives_the_whole(data):
    rows, depth = data.draw(row_lists())
    flat = [leaf for leaf in _leaves(rows) if leaf is not None]
    if not flat:
        return
    whole = Ragged.from_lists(rows, ragged_axes=depth or None)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(rows)), max_size=4)))
    parts = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(rows)], strict=True)]
    joined = concatenate(parts)
    assert joined.to_lists() == rows
    assert signature(joined) == signature(whole)
    assert concatenate(list(iter_pieces(whole, 2))).to_lists() == rows


def test_concatenated_categories_share_one_dictionary():
    one = Ragged(np.array([0, 1, -1], np.int32), np.array([0, 2, 3]), dictionary=("b", "a"))
    two = Ragged(np.array([0, 1, 1], np.int32), np.array([0, 1, 3]), dictionary=("c", "b"))
    none = Ragged(np.array([-1], np.int32), np.array([0, 1]), dictionary=())
    joined = concatenate([one, two, none])
    assert joined.dictionary == ("b", "a", "c")
    assert joined.to_lists() == [["b", "a"], [None], ["c"], ["b", "b"], [None]]
    same = concatenate([one, one])
    assert (same.dictionary, same.to_lists()) == (("b", "a"), 2 * [["b", "a"], [None]])


def test_concatenated_nested_categories_keep_their_axes():
    one, two = (
        Ragged(Ragged(np.array([0, 1], np.int32), np.array([0, 1, 2]), dictionary=names), np.array([0, 2]))
        for names in (("a", "b"), ("c", "a"))
    )
    assert concatenate([one, two]).to_lists() == [[["a"], ["b"]], [["c"], ["a"]]]


def test_pieces_of_different_kind_are_refused():
    with pytest.raises(ContentError, match="differ"):
        concatenate([Ragged.from_lists([[1]]), Ragged.from_lists([[1.5]])])
    with pytest.raises(ContentError, match="differ"):
        concatenate([Ragged.from_lists([[1]]), Ragged.from_lists([1])])


def test_missing_is_kept_where_only_one_piece_has_it():
    joined = concatenate([Ragged.from_lists([[1, None]]), Ragged.from_lists([[3], [4]])])
    assert joined.to_lists() == [[1, None], [3], [4]]


@pytest.mark.parametrize(
    ("rows", "axes", "inner", "kind", "dtype"),
    [
        ([1, 2], 0, (), "integer", "int64"),
        ([[1], [2, 3]], 1, (), "integer", "int64"),
        ([[1.5], []], 1, (), "float", "float64"),
        ([[True], []], 1, (), "boolean", "bool"),
        (["a", None], 0, (), "text", "utf8"),
        ([["a"], []], 1, (), "text", "utf8"),
        ([[[1, 2], [3, 4]], [[5, 6]], []], 1, (2,), "integer", "int64"),
        ([[[1, 2], [3]], [[5, 6]]], 2, (), "integer", "int64"),
        ([[[[1, 2], [3, 4]]], [[[5, 6], [7, 8]]]], 1, (2, 2), "integer", "int64"),
        ([[[[1], [3, 4]]], [[[5, 6]]]], 3, (), "integer", "int64"),
        ([[["a"], ["b"]]], 2, (), "text", "utf8"),
        ([[], []], 1, (), "float", "float64"),
        ([], 0, (), "float", "float64"),
    ],
)  # fmt: skip
def test_axes_and_kinds_are_found(rows, axes, inner, kind, dtype):
    column = Ragged.from_lists(rows)
    assert (column.ragged_axes, column.inner_shape, column.kind, column.dtype) == (axes, inner, kind, dtype)
    assert column.to_lists() == rows


def test_the_number_of_ragged_axes_can_be_told():
    rows = [[[1, 2], [3, 4]], [[5, 6]]]
    assert Ragged.from_lists(rows, ragged_axes=2).axis_lengths()[1].tolist() == [2, 2, 2]
    with pytest.raises(ContentError, match="two axes are ragged"):
        Ragged.from_lists([[[1], [2, 3]]], ragged_axes=1)
    deep = Ragged.from_lists([[[[1, 2], [3, 4]], [[5, 6]]], []], ragged_axes=2)
    assert (deep.ragged_axes, deep.inner_shape) == (2, (2,))


def test_lengths_per_axis():
    column = Ragged.from_lists([[[1], [2, 3]], [], [[]]], ragged_axes=2)
    outer, inner = column.lengths
    assert (outer.tolist(), inner.tolist()) == ([2, 0, 1], [1, 2, 0])
    assert column[2:].lengths[1].tolist() == [0]
    assert Ragged.from_lists([[1], []]).lengths.tolist() == [1, 0]
    assert Ragged.from_lists(["a", "bc"]).lengths == ()
    assert Ragged.from_lists(["a", "bcé"]).sizes.tolist() == [1, 4]
    assert Ragged.from_lists([["a", "b"], []]).lengths.tolist() == [2, 0]


def test_a_row_that_is_none_is_an_empty_row():
    assert Ragged.from_lists([[1], None, [2]]).to_lists() == [[1], [], [2]]
    assert Ragged.from_lists([np.array([1, 2]), None]).to_lists() == [[1, 2], []]


def test_arrays_are_rows():
    rows = [np.arange(6, dtype=np.int16).reshape(3, 2), np.zeros((0, 2), np.int16), np.ones((1, 2), np.int16)]
    column = Ragged.from_lists(rows)
    assert (column.dtype, column.inner_shape) == ("int16", (2,))
    assert column.to_lists() == [row.tolist() for row in rows]
    assert Ragged.from_lists([np.zeros(0, np.uint8)]).dtype == "uint8"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([[1], 2], "mixed-depth"),
        ([[1], ["a"]], "mixed-types"),
        ([[True], [1]], "mixed-types"),
        ([[1.5], ["a"]], "mixed-types"),
        ([[1j]], "mixed-types"),
        ([[2**63]], "integer-too-large"),
        ([[10**400, 0.5]], "integer-too-large"),
        ([np.zeros((1, 2)), np.zeros((1, 3))], "mixed-shape"),
        ([np.array(3)], "mixed-shape"),
        ([np.array(["a"])], "mixed-types"),
        ([np.array([1], object)], "mixed-types"),
    ],
)
def test_rows_that_make_no_column_are_refused(rows, code):
    with pytest.raises(ContentError) as caught:
        Ragged.from_lists(rows)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "offsets",
    [
        np.array([0, 1], np.int32), np.array([], np.int64), np.array([[0, 1]]), np.array([-1, 2]),
        np.array([0, 4]), np.array([0, 2, 1]),
    ],
)  # fmt: skip
def test_bad_offsets_are_refused(offsets):
    with pytest.raises(ContentError) as caught:
        Ragged(np.arange(3), offsets)
    assert caught.value.code == "bad-offsets"


def test_a_plain_column_has_no_offsets_and_rows_have_a_step_of_one():
    with pytest.raises(ContentError, match="no offsets"):
        Ragged.from_lists([1, 2]).offsets  # noqa: B018 - reading it is what raises
    with pytest.raises(ChoiceError) as caught:
        Ragged.from_lists([1, 2])[::2]
    assert caught.value.field == "rows"


def test_slices_share_the_values():
    column = Ragged.from_lists([[1, 2], [3], [4, 5]])
    assert column[1:].flat is column.flat
    assert np.shares_memory(column[1:].compact().flat, column.flat)
    assert column[1:].offsets.tolist() == [2, 3, 5]
    assert column.compact() is not None
    assert column[1:].compact().offsets.tolist() == [0, 1, 3]


def test_nbytes_counts_what_the_rows_hold():
    column = Ragged.from_lists([[1, 2], [3], [4, 5]])
    assert column.nbytes == 5 * 8 + 4 * 8
    assert column[1:2].nbytes == 8 + 2 * 8
    assert Ragged.from_lists(["ab", "c", None])[:2].nbytes == 3 + 3 * 8 + 2
    deep = Ragged.from_lists([[[1], [2, 3]], [[4]]], ragged_axes=2)
    assert deep.nbytes == 4 * 8 + 4 * 8 + 3 * 8
    assert deep[1:].nbytes == 8 + 2 * 8 + 2 * 8
    assert Ragged.from_lists([1, None]).nbytes == 2 * 8 + 2


FLOATS = st.floats(width=32) | st.integers(-5, 5).map(float)


@given(st.lists(st.lists(FLOATS, max_size=5), max_size=5), st.integers(0, 3))
def test_stats_are_numpys(rows, start):
    rows = [*rows, [0.5]]
    part = Ragged.from_lists(rows)[start:]
    flat = np.array([value for row in rows[start:] for value in row], np.float64)
    finite = flat[np.isfinite(flat)]
    stats = part.stats
    assert stats.minimum == (finite.min() if finite.size else None)
    assert stats.maximum == (finite.max() if finite.size else None)
    assert (stats.nan, stats.inf) == (np.isnan(flat).sum(), np.isinf(flat).sum())
    assert stats.fractional == bool((finite != np.trunc(finite)).any())


def test_stats_leave_out_what_is_missing():
    stats = Ragged(np.array([5, 99, -3]), np.array([0, 3]), missing=np.array([False, True, False])).stats
    assert stats == Stats(-3, 5, 0, 0, 1, False)
    assert Ragged.from_lists(["a", None]).stats == Stats(missing=1)
    assert Ragged.from_lists([["a"], [None]])[1:].stats == Stats(missing=1)
    assert Ragged.from_lists(["a"]).stats == Stats()
    assert Ragged.from_lists([[None, 3]])[:0].stats == Stats()
    assert Ragged.from_lists([[True, False]]).stats == Stats(False, True)


def test_stats_are_counted_in_pieces():
    values = np.arange(CHUNK + 3)
    missing = np.zeros(len(values), bool)
    missing[[0, -1]] = True
    assert Ragged(values, missing=missing).stats == Stats(1, CHUNK + 1, missing=2)


def test_known_stats_belong_to_exactly_those_rows():
    known = Stats(1, 2)
    column = Ragged(np.array([5, 6, 7]), np.array([0, 1, 3]), known_stats=known)
    assert column.stats is known
    assert column[:].stats is known
    assert column[1:].stats == Stats(6, 7)


@given(st.lists(FLOATS, max_size=6), st.lists(FLOATS, max_size=6))
def test_merged_stats_are_those_of_both(one, other):
    first, second = np.array(one, np.float64), np.array(other, np.float64)
    assert count_stats(first).merged(count_stats(second)) == count_stats(np.concatenate([first, second]))


def test_categories_are_names():
    column = Ragged(np.array([1, -1, 0], np.int32), np.array([0, 2, 3]), dictionary=("x", "y"))
    assert (column.kind, column.to_lists()) == ("category", [["y", None], ["x"]])
    assert column[1:].to_lists() == [["x"]]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("offsets", [None, np.array([0, 2, 3])])
def test_a_bitmap_beside_floats_becomes_nan(dtype, offsets):
    values = np.array([1, 2, 3], dtype)
    column = Ragged(
        values, offsets, missing=np.array([False, True, False]), known_stats=Stats(1, 3, missing=1)
    )
    assert column.missing is None
    np.testing.assert_array_equal(column.flat, np.array([1, np.nan, 3], dtype))
    assert values.tolist() == [1, 2, 3]
    assert (column.stats.nan, column.stats.missing, column.stats.minimum) == (1, 0, 1)


def test_a_bitmap_of_nothing_beside_floats_is_dropped():
    values = np.ones((3, 2))
    column = Ragged(values, np.array([0, 1, 3]), missing=np.zeros(3, bool))
    assert column.missing is None
    assert column.flat is values
    steps = Ragged(values, np.array([0, 1, 3]), missing=np.array([False, False, True]))
    assert np.isnan(steps.flat).tolist() == [[False] * 2, [False] * 2, [True] * 2]


@pytest.mark.parametrize(
    "integer", [2**53 + 1, -(2**53) - 1, np.int64(2**62 + 1), 2**70 + 1, pytest.param(10**5000, id="huge")]
)
def test_an_integer_among_floats_is_not_rounded_in_silence(integer):
    for rows in ([[integer, 0.5]], [0.5, None, integer]):
        with pytest.raises(ContentError, match="among floats") as caught:
            Ragged.from_lists(rows)
        assert caught.value.code == "integer-too-large"


def test_integers_that_a_float_holds_stand_among_floats():
    rows = [[2**53, 0.5], [-(2**60), 7, 2**70]]
    assert Ragged.from_lists(rows).to_lists() == [[float(one) for one in row] for row in rows]
