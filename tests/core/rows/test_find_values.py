"""Typed numbers and ranges against exact fractions, and numpy's own dtypes."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.errors import ChoiceError
from padviewer.core.rows.find_values import Wanted


def among(text, values, missing=None):
    return Wanted.parsed(text).among(np.asarray(values), missing).tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5", [0, 0, 1, 0]),
        ("=5", [0, 0, 1, 0]),
        ("5.0", [0, 0, 1, 0]),
        ("5.5", [0, 0, 0, 0]),
        (">5", [0, 0, 0, 1]),
        (">=5", [0, 0, 1, 1]),
        ("≥5", [0, 0, 1, 1]),
        ("> 4.5", [0, 0, 1, 1]),
        ("<5", [1, 1, 0, 0]),
        ("≤5", [1, 1, 1, 0]),
        ("<5.5", [1, 1, 1, 0]),
        ("3..7", [0, 1, 1, 1]),
        ("3 – 5", [0, 1, 1, 0]),
        ("7..3", [0, 0, 0, 0]),
        ("−1e2..3", [1, 1, 0, 0]),
        (">-inf", [1, 1, 1, 1]),
        ("inf", [0, 0, 0, 0]),
        ("-inf", [0, 0, 0, 0]),
        ("nan", [0, 0, 0, 0]),
    ],
)
@pytest.mark.parametrize("dtype", [np.int8, np.int64, np.float32, np.float64])
def test_what_is_typed(text, expected, dtype):
    assert among(text, np.array([-2, 3, 5, 7], dtype)) == [bool(one) for one in expected]


@pytest.mark.parametrize("text", ["kitten", "3...7", "1,000", "--5", "> ", "5 6", "1e9999", "0x10"])
def test_what_is_no_number_is_said(text):
    with pytest.raises(ChoiceError, match=r"is no number\. Look for a number") as said:
        Wanted.parsed(text)
    assert said.value.field == "find"


def test_integers_are_exact():
    values = np.array([2**53, 2**53 + 1, 2**63 - 1])
    assert among(str(2**53 + 1), values) == [False, True, False]
    assert among(f">{2**53}", values) == [False, True, True]
    assert among(str(2**63), values) == [False] * 3
    assert among(str(2**64 - 1), np.array([2**64 - 1, 0], np.uint64)) == [True, False]
    assert among("-1", np.array([255, 0], np.uint8)) == [False, False]


def test_floats_are_those_of_their_dtype():
    assert among("0.1", np.array([0.1, 0.2], np.float32)) == [True, False]
    assert among("0.1..0.2", np.array([0.1, 0.2, 0.3], np.float32)) == [True, True, False]
    assert among("inf", [math.inf, -math.inf, math.nan]) == [True, False, False]
    assert among("<0", [math.inf, -math.inf, math.nan]) == [False, True, False]


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_a_bound_beyond_the_dtype_stands_before_infinity(dtype):
    ends = np.array([-np.inf, np.finfo(dtype).min, np.finfo(dtype).max, np.inf], dtype)
    assert among("1e400", ends) == [False] * 4
    assert among(">1e400", ends) == among(">=1e400", ends) == [False, False, False, True]
    assert among("<1e400", ends) == among("<=1e400", ends) == [True, True, True, False]
    assert among(">-1e400", ends) == among(">=-1e400", ends) == [False, True, True, True]
    assert among("<-1e400", ends) == among("<=-1e400", ends) == [True, False, False, False]


def test_missing_and_bools():
    gone = np.array([False, True, False])
    assert among("missing", [1, 2, 3], gone) == [False, True, False]
    assert among("NaN", [1, 2, 3]) == [False] * 3
    assert among("2", [1, 2, 2], gone) == [False, False, True]
    assert among("missing", [[1.0, np.nan], [2, 3]]) == [[False, True], [False, False]]
    assert among("missing", [[1, 1], [2, 3]], np.array([True, False])) == [[True, True], [False, False]]
    assert among("true", [True, False]) == [True, False]
    assert among("0", [True, False]) == [False, True]


numbers = st.one_of(st.integers(-(2**65), 2**65), st.decimals(-300, 300, places=2))


@given(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=20), numbers, numbers, st.booleans())
def test_ranges_of_integers_as_fractions_compare(values, low, high, narrow):
    if narrow:
        values = [value % 300 for value in values]
    array = np.array(values, np.int64)
    exact = [Fraction(str(low)), Fraction(str(high))]
    assert among(f"{low}..{high}", array) == [exact[0] <= value <= exact[1] for value in values]
    assert among(f">{low}", array) == [value > exact[0] for value in values]
    assert among(f"<{low}", array) == [value < exact[0] for value in values]
