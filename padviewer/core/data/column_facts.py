"""What is counted of a column before anybody chooses anything: how long its rows are, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from padviewer.core.data.lengths import count_lengths
from padviewer.core.data.ragged import Ragged

BINS = 24


@dataclass(frozen=True)
class ColumnFacts:
    """What was counted of one column.

    Parameters
    ----------
    shortest, longest : int
        Steps; both −1 where rows have none (text before it is split).
    missing : int
        Values that are NaN or missing.
    empty : int
        Rows without a step.
    histogram : tuple of int
        How many rows have each share of the longest length, shortest first; empty where all are alike.
    """

    shortest: int = -1
    longest: int = -1
    missing: int = 0
    empty: int = 0
    histogram: tuple[int, ...] = ()


def count_facts(column: Ragged, should_stop: Callable[[], bool] | None = None) -> ColumnFacts:
    """Count one column; reads its lengths, and its values where nobody has counted them."""
    if should_stop is not None and should_stop():
        return ColumnFacts()
    stats = column.stats
    missing = int((stats.nan or 0) + (stats.missing or 0))
    if column.is_text and not column.ragged_axes:
        return ColumnFacts(missing=missing)
    if not column.ragged_axes:
        steps = column.inner_shape[0] if column.inner_shape else 1
        return ColumnFacts(steps, steps, missing)
    counts = count_lengths(column.axis_lengths()[0])
    if not counts.n:
        return ColumnFacts(missing=missing)
    bars: tuple[int, ...] = ()
    if counts.maximum > counts.minimum:
        bars = tuple(int(rows) for rows in counts.histogram(min(BINS, counts.maximum + 1))[1])
    return ColumnFacts(counts.minimum, counts.maximum, missing, counts.empty, bars)
