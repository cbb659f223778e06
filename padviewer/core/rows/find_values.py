"""Numbers that are looked for: what a person typed, as a range, and which values lie in it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.errors import ChoiceError
from padviewer.core.sentence import say

Bound = Fraction | float
"""An exact number, or an infinite float."""
_NUMBER = r"([+-]?(?:\d{1,400}(?:\.\d{1,400})?|\.\d{1,400})(?:e[+-]?\d{1,3})?|[+-]?inf|true|false)"
_EXACT = re.compile(rf"=?\s*{_NUMBER}")
_BETWEEN = re.compile(rf"{_NUMBER}\s*(?:\.\.(?!\.)|…|–)\s*{_NUMBER}")
_BEYOND = re.compile(rf"(>=|<=|>|<|≥|≤)\s*{_NUMBER}")
_GONE = ("nan", "missing")


@dataclass(frozen=True)
class Wanted:
    """The values that are looked for: those of a range, or what is missing.

    Parameters
    ----------
    low, high : Fraction or infinite float
    without_low, without_high : bool
        Whether an end does not belong to the range.
    missing : bool
        Look for what is missing or NaN instead.
    """

    low: Bound = -math.inf
    high: Bound = math.inf
    without_low: bool = False
    without_high: bool = False
    missing: bool = False

    @classmethod
    def parsed(cls, text: str) -> Wanted:
        """Read what a person typed.

        Parameters
        ----------
        text : str
            A number, ``>5``, ``<=5``, ``3..7`` (both ends included), ``nan`` or ``missing``.

        Raises
        ------
        ChoiceError
            Anything else.
        """
        words = text.strip().lower().replace("\N{MINUS SIGN}", "-")
        if words in _GONE:
            return cls(missing=True)
        if found := _EXACT.fullmatch(words):
            return cls(_bound(found[1]), _bound(found[1]))
        if found := _BETWEEN.fullmatch(words):
            return cls(_bound(found[1]), _bound(found[2]))
        if found := _BEYOND.fullmatch(words):
            bound = _bound(found[2])
            if found[1] in (">", ">=", "≥"):
                return cls(low=bound, without_low=found[1] == ">")
            return cls(high=bound, without_high=found[1] == "<")
        raise ChoiceError(
            "find",
            say("“{text}” is no number.", text=text.strip()),
            remedy=say("Look for a number, a range such as 3..7 or >5, nan or missing."),
        )

    def among(self, values: NDArray[Any], missing: NDArray[np.bool_] | None) -> NDArray[np.bool_]:
        """Return which values are wanted, of the shape of `values`.

        Integers are compared exactly, floats with the bounds rounded to their own dtype: 0.1 is found among
        float32 values.

        Parameters
        ----------
        values : ndarray [n, ...]
            Integers, floats or bools.
        missing : ndarray of bool [n], or None
            Where a value is missing; it is no value then.
        """
        extra: Any = (slice(None), *[None] * (values.ndim - 1))
        if self.missing:
            gone = np.isnan(values) if values.dtype.kind == "f" else np.zeros(values.shape, bool)
            return gone if missing is None else gone | missing[extra]
        if values.dtype.kind == "b":
            values = values.view(np.uint8)
        found = self._floats(values) if values.dtype.kind == "f" else self._integers(values)
        return found if missing is None else found & ~missing[extra]

    def _integers(self, values: NDArray[Any]) -> NDArray[np.bool_]:
        info = np.iinfo(values.dtype)
        low, high = info.min, info.max
        if isinstance(self.low, Fraction):
            low = max(low, math.floor(self.low) + 1 if self.without_low else math.ceil(self.low))
        if isinstance(self.high, Fraction):
            high = min(high, math.ceil(self.high) - 1 if self.without_high else math.floor(self.high))
        if low > high or self.low == math.inf or self.high == -math.inf:
            return np.zeros(values.shape, bool)
        found: NDArray[np.bool_] = (values >= values.dtype.type(low)) & (values <= values.dtype.type(high))
        return found

    def _floats(self, values: NDArray[Any]) -> NDArray[np.bool_]:
        low, beyond_low = _rounded(self.low, values.dtype)
        high, beyond_high = _rounded(self.high, values.dtype)
        # a finite bound beyond the dtype stands between its largest value and the infinite one
        without_low = low < 0 if beyond_low else self.without_low
        without_high = high > 0 if beyond_high else self.without_high
        found: NDArray[np.bool_] = (values > low) if without_low else (values >= low)
        found &= (values < high) if without_high else (values <= high)
        return found


def _bound(text: str) -> Bound:
    if text.endswith("inf"):
        return float(text)
    return Fraction({"true": "1", "false": "0"}.get(text, text))


def _rounded(bound: Bound, dtype: np.dtype[Any]) -> tuple[Any, bool]:
    """Return a bound in a float dtype, and whether it is finite and beyond it."""
    if not isinstance(bound, Fraction):
        return dtype.type(bound), False
    try:
        wide = float(bound)
    except OverflowError:
        wide = math.inf if bound > 0 else -math.inf
    with np.errstate(over="ignore"):
        narrow = dtype.type(wide)
    return narrow, bool(np.isinf(narrow))
