"""Labels as text, in order, counted and compared, against Python's own sorting and str()."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Ragged
from padviewer.core.data import labels
from padviewer.core.data.labels import (
    by_number,
    has_label,
    label_counts,
    label_ranks,
    label_text,
    label_texts,
)
from padviewer.core.errors import ContentError

WORDS = st.one_of(st.none(), st.sampled_from(["", "a", "b", "ä", "B", "a b", "10", "9"]), st.text(max_size=3))


def texts(words):
    """Build a plain column of texts from UTF-8 by hand."""
    raw = [(word or "").encode() for word in words]
    cuts = np.concatenate([[0], np.cumsum([len(one) for one in raw])]).astype(np.int64)
    missing = np.array([word is None for word in words], bool)
    return Ragged(np.frombuffer(b"".join(raw), np.uint8), cuts, True, missing if missing.any() else None)


@st.composite
def columns(draw):
    """Return a label column with its values as Python has them, None where there is none."""
    kind = draw(
        st.sampled_from(["text", "category", "bool", "int64", "int8", "uint64", "float64", "float32"])
    )
    if kind == "text":
        words = draw(st.lists(WORDS, max_size=12))
        return texts(words), [word or None for word in words]
    if kind == "category":
        names = draw(st.lists(st.text(max_size=2), max_size=4))
        codes = draw(st.lists(st.integers(-1, len(names) - 1), max_size=12))
        found = [names[code] or None if code >= 0 else None for code in codes]
        column = Ragged(np.array(codes, np.int32), None, dictionary=tuple(names))
    else:
        dtype = np.dtype(kind)
        if dtype.kind == "b":
            values = draw(st.lists(st.booleans(), max_size=12))
        elif dtype.kind == "f":
            few = st.sampled_from([0.0, -0.0, 0.1, 1.0, 1e16, np.nan, np.inf, -np.inf])
            values = draw(st.lists(few | st.floats(width=8 * dtype.itemsize), max_size=12))
        else:
            limits = np.iinfo(dtype)
            near = st.integers(max(-3, limits.min), 3)
            values = draw(st.lists(near | st.integers(int(limits.min), int(limits.max)), max_size=12))
        array = np.array(values, dtype)
        column = Ragged(array)
        found = [None if one != one else one for one in array.tolist()]
    if column.flat.dtype.kind != "f" and draw(st.booleans()):
        gone = draw(st.lists(st.booleans(), min_size=len(found), max_size=len(found)))
        column = Ragged(column.values, None, False, np.array(gone, bool), column.dictionary)
        found = [None if hidden else one for hidden, one in zip(gone, found, strict=True)]
    return column, found


def written(column, value):
    if value is None:
        return ""
    if column.kind == "float":
        return str(column.flat.dtype.type(0.0 if value == 0 else value))
    return str(value)


@given(columns(), st.integers(1, 5), st.sampled_from([0, 8, 1 << 22]))
def test_ranks_are_places_among_the_sorted_labels(case, piece, table):
    column, values = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(labels, "PIECE", piece)
        patch.setattr(labels, "TABLE", table)
        ranks = label_ranks(column)
    known = sorted({value for value in values if value is not None})
    wanted = [len(known) if value is None else known.index(value) for value in values]
    assert ranks.tolist() == wanted
    assert ranks.dtype == np.int64


@given(columns(), st.integers(1, 5))
def test_a_label_is_found_by_its_text(case, piece):
    column, values = case
    wanted = [written(column, value) for value in values]
    assert label_texts(column, np.arange(len(column))) == wanted
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(labels, "PIECE", piece)
        for text in {*wanted, "", "other", "1", "01", "1_0", "True", "nan", "1e999", "9" * 30}:
            found = has_label(column, text)
            assert found.dtype == bool
            assert found.tolist() == [one == text for one in wanted]


@given(columns(), st.integers(0, 12))
def test_labels_are_counted_rising_those_without_one_last(case, most):
    column, values = case
    known = sorted({value for value in values if value is not None})
    times = Counter(values)
    wanted = [(written(column, value), times[value]) for value in known]
    wanted += [("", times[None])] if times[None] else []
    assert label_counts(column, most) == tuple(wanted[:most])
    assert label_counts(column) == tuple(wanted)


def test_how_labels_are_written():
    cases = [
        (np.array([3, -(2**63)]), ["3", "-9223372036854775808"]),
        (np.array([2**64 - 1], np.uint64), ["18446744073709551615"]),
        (np.array([True, False]), ["True", "False"]),
        (np.array([0.1, 3.0, -0.0, np.nan, np.inf]), ["0.1", "3.0", "0.0", "", "inf"]),
        (np.array([0.1, 3.0], np.float32), ["0.1", "3.0"]),
    ]
    for values, wanted in cases:
        assert [label_text(Ragged(values), row) for row in range(len(values))] == wanted
    column = texts(["über", None, "", "z"])
    assert [label_text(column, row) for row in range(4)] == ["über", "", "", "z"]


def test_slices_of_a_column_are_columns():
    column = texts(["b", "a", None, "b", "c"])[1:4]
    assert label_ranks(column).tolist() == [0, 2, 1]
    assert has_label(column, "b").tolist() == [False, False, True]
    assert label_counts(column) == (("a", 1), ("b", 1), ("", 1))


@pytest.mark.parametrize(
    "column", [Ragged.from_lists([[1], [2, 3]]), Ragged(np.zeros((3, 2)))], ids=["ragged", "inner axes"]
)
def test_labels_of_several_values_a_row_are_refused(column):
    for ask in (label_ranks, label_counts, lambda c: has_label(c, "1"), lambda c: label_text(c, 0)):
        with pytest.raises(ContentError, match="one single value a row"):
            ask(column)


@given(
    st.lists(st.one_of(st.integers(0, 3), st.integers(0, 2**16 + 2), st.integers(0, 2**63 - 1)), max_size=30)
)
def test_order_by_number_is_pythons_stable_sort(keys):
    wanted = sorted(range(len(keys)), key=keys.__getitem__)
    assert by_number(np.array(keys, np.int64)).tolist() == wanted
