"""JSON values as columns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.errors import ContentError
from padviewer.core.readers.base import KindChanged
from padviewer.core.readers.json.values import Schema, build, decide, take_apart

SCALARS = {
    "integer": st.integers(-(2**63), 2**63 - 1),
    "boolean": st.booleans(),
    "text": st.text(st.characters(exclude_categories=["Cs"])),
}


def column_of(rows, kinds=None):
    schema = decide("c", take_apart("c", rows), kinds or {})
    return build("c", rows, schema, 0)


def codes(said):
    return [(one.code, one.count, one.rows) for one in said]


@pytest.mark.parametrize("kind", SCALARS)
@pytest.mark.parametrize("depth", [0, 1, 2])
@given(data=st.data())
def test_rows_come_back(kind, depth, data):
    rows = st.one_of(SCALARS[kind], st.none())
    for _ in range(depth):
        rows = st.lists(rows, max_size=4)
    drawn = data.draw(st.lists(rows, min_size=1, max_size=6))
    column, _ = column_of(drawn)
    if column.kind == kind:  # a column without any value has no kind to find
        assert column.to_lists() == drawn


@pytest.mark.parametrize(
    ("rows", "dtype", "inner", "axes"),
    [
        ([1, 2], "int64", (), 0),
        ([[1], [2.5, 3]], "float64", (), 1),
        ([[[1, 2], [3, 4]], [], [[5, 6]]], "int64", (2,), 1),
        ([[[1, 2], [3]]], "int64", (), 2),
        ([[[1, None], [2, 3]]], "int64", (), 2),
        ([[[1.5, None], [2, 3]]], "float64", (2,), 1),
        ([[["a", "b"]]], "utf8", (), 2),
        ([[[[1], [2]], [[3], [4]]]], "int64", (2, 1), 1),
        ([[[[1, 2]], [[3, 4], [5, 6]]]], "int64", (2,), 2),
        ([[], []], "float64", (), 1),
        ([None, None], "float64", (), 0),
    ],
)
def test_shapes(rows, dtype, inner, axes):
    column, _ = column_of(rows)
    assert (column.dtype, column.inner_shape, column.ragged_axes) == (dtype, inner, axes)
    assert len(column) == len(rows)


def test_nulls_are_said():
    column, said = column_of([[1, None], None, [None]])
    assert column.to_lists() == [[1, None], [], [None]]
    assert codes(said) == [("missing-steps", 2, (0, 2)), ("null-rows", 1, (1,))]
    assert column_of([[[1], None]])[0].to_lists() == [[[1], []]]


def test_rows_of_nulls_alone_fit_a_deeper_column():
    schema = Schema("integer", 2)
    column, said = build("c", [None, [None, []]], schema, 0)
    assert column.to_lists() == [[], [[], []]]
    assert codes(said) == [("null-rows", 1, (0,))]
    column, said = build("c", [None, None], Schema("integer", 1), 0)
    assert column.to_lists() == [[], []]
    assert codes(said) == [("null-rows", 2, (0, 1))]


def test_mixed_values_are_their_json_text():
    column, said = column_of([["a", 1, 2.5], [True, None]])
    assert column.to_lists() == [["a", "1", "2.5"], ["true", None]]
    assert ("mixed-types", 1, (0,)) in codes(said)


def test_integers_that_a_float_column_rounds_are_said():
    _, said = column_of([[0.5], [2**53 + 1, 2**53]])
    assert codes(said) == [("integers-rounded", 1, (1,))]


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1])
def test_too_large_integers_name_their_row(number):
    with pytest.raises(ContentError, match="row 1 of “c”"):
        column_of([[None, -(2**63)], [1, number]])


@pytest.mark.parametrize(
    ("rows", "why"),
    [([[{"a": 1}]], "objects"), ([[[[[1]]]]], "4 levels"), ([[[[1], [2, 3]], [[4]]]], "3 ragged axes")],
)
def test_what_cannot_be_shown_is_left_out(rows, why):
    assert why in decide("c", take_apart("c", rows), {}).left_out


@pytest.mark.parametrize(
    ("schema", "rows", "column", "kind", "row"),
    [
        (Schema("integer", 1), [[1], [2, 2.5]], "c", "float", 11),
        (Schema("integer", 1), [[1], [], ["a"]], "c", "text", 12),
        (Schema("float", 0), [1, "a"], "c", "text", 11),
        (Schema("boolean", 0), [True, 1], "c", "integer", 11),
        (Schema(None, 0), [None, 3], "c", "integer", 11),
        (Schema(None, 0), [[3]], "c[]", "integer", 10),
        (Schema("integer", 2, (2,)), [[[1, 2]], [[1]]], "c[][]", "integer", 11),
        (Schema("integer", 2, (2,)), [[[1, None]]], "c[][]", "integer", 10),
    ],
)
def test_later_values_ask_for_a_wider_kind(schema, rows, column, kind, row):
    with pytest.raises(KindChanged) as caught:
        build("c", rows, schema, 10)
    assert (caught.value.column, caught.value.kind, caught.value.row) == (column, kind, row)


def test_the_wider_kind_is_obeyed():
    assert column_of([[1]], {"c": "text"})[0].to_lists() == [["1"]]
    assert column_of([[1]], {"c": "float"})[0].dtype == "float64"
    assert column_of(["a"], {"c": "category"})[0].kind == "text"
    ragged, _ = column_of([[[1, 2]]], {"c[][]": "integer"})
    assert (ragged.ragged_axes, ragged.inner_shape, ragged.to_lists()) == (2, (), [[[1, 2]]])
    assert column_of([None], {"c[]": "integer"})[0].to_lists() == [[]]


@pytest.mark.parametrize("rows", [[[1], 2], [[[1], 2]], [1, [2]]])
def test_mixed_depth_is_refused(rows):
    with pytest.raises(ContentError, match="same depth"):
        take_apart("c", rows)


@pytest.mark.parametrize(
    ("schema", "rows", "text"),
    [
        (Schema("integer", 1), [3], "Row 10 of “c” nests lists to a depth of 0, not 1"),
        (Schema("integer", 0), [[]], "Row 10 of “c” nests lists to a depth of 1, not 0"),
        (Schema("integer", 1), [[1], [{}]], "Row 11 of “c” holds an object"),
    ],
)
def test_another_form_in_a_later_piece_is_refused(schema, rows, text):
    with pytest.raises(ContentError, match=text):
        build("c", rows, schema, 10)


def test_a_row_is_found_through_empty_lists():
    values = take_apart("c", [[], [[], [1]], [], [[2, 3]]])
    assert values.rows_of([0, 1, 2]).tolist() == [1, 3, 3]
    assert np.array_equal(values.levels[0], [0, 2, 0, 1])
