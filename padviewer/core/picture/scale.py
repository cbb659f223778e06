"""How a tensor's values become colours: the ends of the ramp, and the ranks of ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.picture.levels import Levels, find_ends
from padviewer.core.picture.ranks import id_counts, log_ranks


@dataclass(frozen=True, eq=False)
class Scale:
    """How a tensor's values become colours.

    Parameters
    ----------
    levels : (float, float)
        Values at the ends of the ramp.
    ranks : float32 [ids] or None
        For ids: their place on the ramp.
    counts : int64 [ids] or None
        For ids: how often each occurs.
    has_missing : bool
        Whether a value is missing or NaN.
    log : bool
        Whether the ramp follows the logarithm of the value.
    extremes : (float, float)
        The least and the greatest finite value.
    has_infinite : bool
        Whether a value is infinite.
    """

    levels: tuple[float, float]
    ranks: NDArray[np.float32] | None = None
    counts: Int64 | None = None
    has_missing: bool = False
    log: bool = False
    extremes: tuple[float, float] = (0.0, 0.0)
    has_infinite: bool = False

    @property
    def beyond(self) -> tuple[bool, bool]:
        """Whether values lie below the low end of the ramp, and above its high end."""
        return self.extremes[0] < self.levels[0], self.extremes[1] > self.levels[1]


def scale_of(own: TensorPlan, should_stop: Callable[[], bool]) -> Scale:
    """Return how the tensor's values become colours; reads all of them."""
    column = own.column
    stats = column.stats
    first = float(stats.minimum if stats.minimum is not None else 0)
    last = float(stats.maximum if stats.maximum is not None else 1)
    low, high = find_ends(own, Levels(), (), should_stop) if last > first else (first, last)
    levels = (low, high if high > low else low + 1)
    counts = id_counts(column, should_stop)
    ranks = None if counts is None else log_ranks(counts)
    has_missing = bool(stats.nan or stats.missing)
    return Scale(levels, ranks, counts, has_missing, extremes=(first, last), has_infinite=bool(stats.inf))
