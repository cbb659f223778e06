"""Casts against exact arithmetic in Python's integers and fractions."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from padviewer.core.choices.tensor_recipe import DTYPES
from padviewer.core.data.cast import can_lose, cast, holds

PAIRS = list(itertools.product(DTYPES, DTYPES))


def edge_values(dtype):
    """Return values of `dtype` at the ends of every dtype's range, between them, and the odd ones."""
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return np.array([False, True])
    powers = {sign * 2**p + d for p in range(66) for d in (-1, 0, 1) for sign in (1, -1)}
    if dtype.kind in "iu":
        limits = np.iinfo(dtype)
        return np.array(sorted(p for p in powers if limits.min <= p <= limits.max), dtype)
    with np.errstate(over="ignore"):
        whole = np.array([float(p) for p in sorted(powers)], np.float64).astype(dtype)
        near = np.concatenate([np.nextafter(whole, dtype.type(s * np.inf)) for s in (1, -1)])
        odd = np.array(
            [0.5, -0.5, 0.1, -0.0, 1.5, np.nan, np.inf, -np.inf, 65504, 65520, 3.5e38, 1e308, 5e-324]
        )
        return np.concatenate([whole, near, np.array(odd).astype(dtype)])


def exact(value):
    """Return a number as a Fraction, or the float itself where it is NaN or infinite."""
    value = value.item()
    return value if isinstance(value, float) and not math.isfinite(value) else Fraction(value)


def range_of(dtype):
    if dtype.kind == "b":
        return Fraction(0), Fraction(1)
    limits = np.iinfo(dtype) if dtype.kind in "iu" else np.finfo(dtype)
    return Fraction(int(limits.min)), Fraction(int(limits.max))


def expected(value, source, target):
    """Return (lost, rounded, wanted value or None where any rounding will do) for one value."""
    low, high = range_of(target)
    if not isinstance(value, Fraction):
        if target.kind == "f":
            return False, False, value
        if math.isnan(value):
            return True, False, 0
        if target.kind == "b":
            return True, False, 1
        return True, False, int(high if value > 0 else low)
    if target.kind == "b":
        return value not in (0, 1), False, int(value != 0)
    if target.kind in "iu":
        nearest = min(max(Fraction(math.trunc(value)), low), high)
        return nearest != value, False, int(nearest)
    with np.errstate(over="ignore"):
        stored = target.type(int(value) if source.kind in "iu" else float(value))
    if np.isinf(stored):
        return True, False, int(high if value > 0 else low)
    differs = Fraction(stored.item()) != value
    return differs and source.kind != "f", differs and source.kind == "f", None


def is_nearest(got, value):
    """Tell whether neither neighbour of a float is nearer to an exact value."""
    with np.errstate(over="ignore", under="ignore"):
        beside = [np.nextafter(got, type(got)(sign * np.inf)) for sign in (1, -1)]
    away = abs(Fraction(got.item()) - value)
    return all(away <= abs(Fraction(one.item()) - value) for one in beside if np.isfinite(one))


@pytest.mark.parametrize(("source", "target"), PAIRS, ids=lambda name: name)
def test_every_pair_of_dtypes_counts_what_exact_arithmetic_counts(source, target):
    source, target = np.dtype(source), np.dtype(target)
    values = edge_values(source)
    done = cast(values, target)
    wanted = [expected(exact(value), source, target) for value in values]
    assert done.array.dtype == target
    assert done.lost == sum(lost for lost, _, _ in wanted)
    assert done.rounded == sum(rounded for _, rounded, _ in wanted)
    assert done.first == next((at for at, (lost, _, _) in enumerate(wanted) if lost), -1)
    for got, value, (_, _, nearest) in zip(done.array, values, wanted, strict=True):
        if nearest is None:
            assert is_nearest(got, exact(value))
        elif isinstance(nearest, float) and math.isnan(nearest):
            assert np.isnan(got)
        else:
            assert got.item() == nearest
    if done.lost:
        assert can_lose(source, target)


@pytest.mark.parametrize(("source", "target"), PAIRS, ids=lambda name: name)
def test_holds_agrees_with_the_cast_of_one_value(source, target):
    """A value is held where a cast of it loses nothing."""
    source, target = np.dtype(source), np.dtype(target)
    for value in edge_values(source):
        lost, _, _ = expected(exact(value), source, target)
        assert holds(target, value.item()) == (not lost), value


@given(st.sampled_from(PAIRS), st.data())
def test_one_value_after_another_gives_the_same_as_all_at_once(pair, data):
    source, target = map(np.dtype, pair)
    values = data.draw(hnp.arrays(source, st.integers(0, 6)))
    done = cast(values, target)
    single = [cast(values[at : at + 1], target) for at in range(len(values))]
    assert done.lost == sum(one.lost for one in single)
    assert done.rounded == sum(one.rounded for one in single)
    np.testing.assert_array_equal(done.array, np.array([one.array[0] for one in single], target))


def test_numpys_own_safe_casts_that_are_not():
    """numpy calls int64 to float64 safe; 2**53 + 1 is not held by it."""
    assert np.can_cast(np.int64, np.float64, "safe")
    assert cast(np.array([2**53, 2**53 + 1]), np.float64).lost == 1
    assert cast(np.array([2**64 - 1], np.uint64), np.float64).lost == 1
    assert cast(np.array([2**31 - 1], np.int32), np.float64).lost == 0


def test_any_shape_is_cast_and_the_first_loss_is_found():
    done = cast(np.array([[1.0, 2.0], [2.5, np.nan]]), np.int32)
    assert (done.lost, done.first, done.array.tolist()) == (2, 2, [[1, 2], [2, 0]])
    for target in ("int8", "bool", "float16"):
        assert cast(np.array(300.5), np.dtype(target)).array.shape == ()
    assert cast(np.array(300), np.dtype("int8")).array.item() == 127


@pytest.mark.parametrize(
    ("dtype", "value", "held"),
    [
        ("int32", 2**31, False), ("int32", 2**31 - 1, True), ("uint8", -1, False), ("uint8", 255.0, True),
        ("int32", 0.5, False), ("int32", float("nan"), False), ("int32", float("inf"), False),
        ("int64", 1e300, False), ("float32", 0.1, True), ("float32", 1e39, False), ("float16", 70000, False),
        ("float32", float("nan"), True), ("float32", float("-inf"), True), ("float64", 10**400, False),
        ("float64", 2**53 + 1, False), ("bool", 1, True), ("bool", 2, False), ("bool", 1.0, True),
        ("int64", 10**400, False), ("float32", True, True),
    ],
)  # fmt: skip
def test_holds(dtype, value, held):
    assert holds(np.dtype(dtype), value) is held
