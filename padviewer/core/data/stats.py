"""Stats: what a column's innermost values are like, counted in pieces and added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Stats:
    """What a whole column's innermost values are like.

    Parameters
    ----------
    minimum, maximum : int, float or None
        Over finite values that are not missing; None where there are none (and for text).
    nan, inf, missing : int
        How many values are NaN, infinite, or marked missing.
    fractional : bool
        Whether any finite value has a fraction.
    """

    minimum: float | int | None = None
    maximum: float | int | None = None
    nan: int = 0
    inf: int = 0
    missing: int = 0
    fractional: bool = False

    def merged(self, other: Stats) -> Stats:
        """Return the statistics of both together."""
        lows = [v for v in (self.minimum, other.minimum) if v is not None]
        highs = [v for v in (self.maximum, other.maximum) if v is not None]
        return Stats(
            min(lows, default=None),
            max(highs, default=None),
            self.nan + other.nan,
            self.inf + other.inf,
            self.missing + other.missing,
            self.fractional or other.fractional,
        )


def count_stats(values: NDArray[Any], missing: NDArray[np.bool_] | None = None) -> Stats:
    """Count the statistics of one array [m, ...]; `missing` [m] values are left out of min and max."""
    gone = 0
    if missing is not None:
        gone = int(missing.sum())
        values = values[~missing]
    nan = inf = 0
    fractional = False
    if values.dtype.kind == "f":
        finite = np.isfinite(values)
        if not finite.all():
            nan = int(np.isnan(values).sum())
            inf = int(values.size - finite.sum()) - nan
            values = values[finite]
        fractional = bool((values != np.trunc(values)).any())
    if values.size == 0 or values.dtype.kind not in "biuf":
        return Stats(None, None, nan, inf, gone, fractional)
    return Stats(values.min().item(), values.max().item(), nan, inf, gone, fractional)
