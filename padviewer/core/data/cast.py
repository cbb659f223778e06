"""Casting with every lost value counted: what numpy's astype does in silence."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Cast:
    """An array in its new dtype and what that cost.

    Parameters
    ----------
    array : ndarray
        The values in the new dtype.
    lost : int
        Values out of range, overflowed to infinity, cut to an integer (fraction, NaN, infinity), or integers
        that the float cannot hold.
    rounded : int
        Finite floats that a narrower float holds only approximately: worth saying, no loss.
    first : int
        Flat index of the first lost value, -1 where none is.
    where : ndarray of bool, or None
        True at the lost values, in the array's shape; None where no value can be lost.
    """

    array: NDArray[Any]
    lost: int = 0
    rounded: int = 0
    first: int = -1
    where: NDArray[np.bool_] | None = None


def can_lose(source: np.dtype[Any], target: np.dtype[Any]) -> bool:
    """Whether some value of `source` is not held by `target`."""
    if source.kind in "iu" and target.kind == "f":  # numpy calls int64 to float64 safe
        return 8 * source.itemsize - (source.kind == "i") > np.finfo(target).nmant + 1
    return not np.can_cast(source, target, "safe")


def cast(values: NDArray[Any], dtype: np.dtype[Any]) -> Cast:
    """Cast `values` [any shape] to `dtype`, counting the losses.

    Lost values become what is nearest: integers and floats out of range the end of the range, fractions are
    cut toward zero, NaN becomes 0. The same on every machine, where numpy's result is the processor's.
    """
    dtype = np.dtype(dtype)
    source = values.dtype
    if source == dtype:
        return Cast(values)
    if not can_lose(source, dtype):
        return Cast(values.astype(dtype))
    if dtype.kind == "f":
        return _to_float(values, dtype)
    if source.kind == "f":
        return _float_to_integer(values, dtype)
    if dtype.kind == "b":
        return _counted(values != 0, (values != 0) & (values != 1))
    limits = np.iinfo(dtype)
    low = max(int(limits.min), int(np.iinfo(source).min))
    high = min(int(limits.max), int(np.iinfo(source).max))
    array = np.clip(values, source.type(low), source.type(high))
    return _counted(array.astype(dtype), array != values)


def holds(dtype: np.dtype[Any], value: float) -> bool:
    """Whether `dtype` holds `value` without loss; a float that is only rounded counts as held.

    >>> holds(np.dtype("int32"), 2**31), holds(np.dtype("float32"), 0.1), holds(np.dtype("uint8"), -1)
    (False, True, False)
    """
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return value in (0, 1)
    if dtype.kind in "iu":
        whole = isinstance(value, int) or (math.isfinite(value) and float(value).is_integer())
        return whole and int(np.iinfo(dtype).min) <= int(value) <= int(np.iinfo(dtype).max)
    if isinstance(value, float) and not math.isfinite(value):
        return True
    try:
        with np.errstate(over="ignore"):
            stored = dtype.type(value)
    except OverflowError:
        return False
    if not np.isfinite(stored):
        return False
    return int(stored) == value if isinstance(value, int) else True


def _counted(array: NDArray[Any], lost: NDArray[np.bool_], rounded: int = 0) -> Cast:
    count = int(np.count_nonzero(lost))
    first = int(np.argmax(lost.reshape(-1))) if count else -1
    return Cast(array, count, rounded, first, lost)


def _to_float(values: NDArray[Any], dtype: np.dtype[Any]) -> Cast:
    with np.errstate(over="ignore"):
        array = values.astype(dtype)
    if values.dtype.kind == "f":
        overflowed = np.isinf(array) & np.isfinite(values)
        rounded = int(np.count_nonzero((array != values) & np.isfinite(array)))
        return _counted(np.where(overflowed, _ends(values, dtype), array), overflowed, rounded)
    top = float(2 ** (8 * values.dtype.itemsize - (values.dtype.kind == "i")))
    wide = array.astype(np.float64)
    inside = np.isfinite(wide) & (wide < top)
    back = np.where(inside, wide, 0).astype(values.dtype)
    lost = ~inside | (back != values)
    return _counted(np.where(np.isfinite(array), array, _ends(values, dtype)), lost)


def _ends(values: NDArray[Any], dtype: np.dtype[Any]) -> NDArray[Any]:
    """Return the largest finite value of `dtype` with each value's sign."""
    limit = np.finfo(dtype).max
    return np.asarray(np.where(values > 0, limit, -limit), dtype)


def _float_to_integer(values: NDArray[Any], dtype: np.dtype[Any]) -> Cast:
    nan = np.isnan(values)
    if dtype.kind == "b":
        return _counted((values != 0) & ~nan, (values != 0) & (values != 1))
    whole = np.trunc(np.where(nan, 0, values)).astype(np.float64)
    limits = np.iinfo(dtype)
    beyond = 2.0 ** (dtype.itemsize * 8 - (dtype.kind == "i"))
    too_low, too_high = whole < float(limits.min), whole >= beyond
    array = np.where(too_low | too_high, 0, whole).astype(dtype)
    array = np.where(too_low, dtype.type(limits.min), np.where(too_high, dtype.type(limits.max), array))
    return _counted(array, nan | too_low | too_high | (whole != values))
