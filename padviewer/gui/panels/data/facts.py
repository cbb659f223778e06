"""What the data panel says about a column: how long its rows are, what is missing, what kind of values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from padviewer.core.data.lengths import count_lengths
from padviewer.core.data.ragged import Ragged
from padviewer.gui.style import numbers
from padviewer.gui.style.words import mark, tr, tr_count

BINS = 24
KINDS = {
    "text": mark("text"),
    "category": mark("category"),
    "boolean": mark("yes or no"),
}


@dataclass(frozen=True)
class ColumnFacts:
    """What was counted of one column.

    Parameters
    ----------
    shortest, longest : int
        Steps; both −1 where rows have none (text before it is split).
    missing : int
        Values that are NaN or missing.
    histogram : tuple of int
        How many rows have each share of the longest length, shortest first; empty where all are alike.
    """

    shortest: int = -1
    longest: int = -1
    missing: int = 0
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
    return ColumnFacts(counts.minimum, counts.maximum, missing, bars)


def type_words(column: Ragged) -> str:
    """Return a column's type as a person reads it: ``int32``, ``float32 × 12``, ``text``."""
    kind = "text" if column.is_text else column.kind
    words = tr(KINDS[kind]) if kind in KINDS else str(column.flat.dtype)
    if column.inner_shape:
        words += "".join(f" × {side}" for side in column.inner_shape)
    if column.ragged_axes > 1:
        return tr("{type}, {axes} ragged axes", type=words, axes=column.ragged_axes)
    return words


def span_words(facts: ColumnFacts | None) -> str:
    """Return the range of lengths, or an en dash while or where nobody knows."""
    if facts is None or facts.longest < 0:
        return numbers.MISSING
    return numbers.span(facts.shortest, facts.longest)


def missing_words(facts: ColumnFacts | None) -> str:
    """Return how many values are missing in words; empty for none."""
    if facts is None or not facts.missing:
        return ""
    return tr_count("{count} missing", "{count} missing", facts.missing)
