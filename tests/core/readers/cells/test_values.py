"""Cells of text: kinds, missing words, exactness."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.readers.cells.values import infer_kind, is_number, join_kinds, misfit, read_cells


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "-2", "+3"], "integer"),
        (["9223372036854775807", "-9223372036854775808"], "integer"),
        (["9223372036854775808"], "text"),
        (["1", "2.5"], "float"),
        (["1e5", "inf", "nan"], "float"),
        (["1e999"], "text"),
        (["9" * 5000], "text"),
        (["1_000"], "text"),
        (["٣"], "text"),
        (["true", "False"], "boolean"),
        (["true", "1"], "text"),
        (["NA", "", "7"], "integer"),
        (["", "NA"], None),
        ([], None),
    ],
)
def test_kinds(cells, kind):
    assert infer_kind(cells) == kind


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (None, "text", "text"),
        ("integer", None, "integer"),
        ("float", "integer", "float"),
        ("boolean", "integer", "text"),
    ],
)
def test_join_kinds(one, other, both):
    assert join_kinds(one, other) == both


@given(st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_integers_are_exact(numbers):
    assert read_cells(list(map(str, numbers))).column.flat.tolist() == numbers


@given(st.lists(st.floats(allow_nan=False), min_size=1))
def test_floats_are_exact(numbers):
    assert read_cells(list(map(repr, numbers)), "float").column.flat.tolist() == numbers


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1)))
def test_texts_are_exact(texts):
    assert read_cells(texts, "text").column.to_lists() == texts


def test_text_is_never_parsed():
    assert read_cells(["01", "1.50", "NA", ""], "text").column.to_lists() == ["01", "1.50", "NA", None]
    assert read_cells(["a", "1", "NA"]).column.to_lists() == ["a", "1", "NA"]
    assert read_cells(["01"], "category").column.to_lists() == ["01"]


def test_missing_is_a_bitmap_in_integers_and_booleans_and_nan_in_floats():
    integers = read_cells(["9007199254740993", "", "NA"]).column
    assert integers.to_lists() == [9007199254740993, None, None]
    assert integers.flat.dtype == np.int64
    assert read_cells(["true", ""]).column.to_lists() == [True, None]
    floats = read_cells(["0.5", ""]).column
    assert floats.missing is None
    assert math.isnan(floats.flat[1])


def test_leading_zeros_and_rounding_are_counted():
    assert read_cells(["01", "0.5", "-007", "0"]).leading_zeros == 2
    assert read_cells(["9007199254740993", "9007199254740992", "0.5", "1e300"]).rounded == 1


def test_a_misfit_is_found_with_the_kind_that_holds_all():
    with pytest.raises(ValueError, match="float, not integer"):
        read_cells(["1", "2.5"], "integer")
    assert misfit(["1", "2.5", "x"], "integer") == (1, "text")
    assert misfit(["1", "2.5"], "integer") == (1, "float")


def test_is_number():
    assert is_number(" 1.5")
    assert not is_number("a")
    assert not is_number("true")
