"""Lengths: the histogram, what each percentile covers, and what every maxlen costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64

CHUNK = 1 << 16
DENSE = 1 << 20


def percentile_of(n: int, percent: str | float) -> int:
    """Return how many of `n` rows make at least `percent` % of them, 1 or more; exact, without rounding."""
    return max(int(-(-Fraction(str(percent)) * n // 100)), 1)


@dataclass(frozen=True, eq=False)
class LengthCounts:
    """How many rows have each length; every question about a maxlen is answered from this in microseconds.

    Parameters
    ----------
    at : int64 [u]
        The different lengths, ascending.
    rows : int64 [u]
        How many rows have each.
    """

    at: Int64
    rows: Int64

    @cached_property
    def _rows_to(self) -> Int64:
        return np.concatenate([[0], np.cumsum(self.rows)]).astype(np.int64)

    @cached_property
    def _steps_to(self) -> Int64:
        return np.concatenate([[0], np.cumsum(self.at * self.rows)]).astype(np.int64)

    @property
    def n(self) -> int:
        """Rows."""
        return int(self._rows_to[-1])

    @property
    def total(self) -> int:
        """Steps of all rows."""
        return int(self._steps_to[-1])

    @property
    def minimum(self) -> int:
        """Steps of the shortest row; 0 without rows."""
        return int(self.at[0]) if len(self.at) else 0

    @property
    def maximum(self) -> int:
        """Steps of the longest row; 0 without rows."""
        return int(self.at[-1]) if len(self.at) else 0

    @property
    def mean(self) -> float:
        """Steps a row; 0 without rows."""
        return self.total / self.n if self.n else 0.0

    @property
    def empty(self) -> int:
        """Rows without a step."""
        return int(self.rows[0]) if len(self.at) and self.at[0] == 0 else 0

    def percentile(self, percent: float | str) -> int:
        """Return the smallest length that covers at least `percent` % of the rows, empty rows counted."""
        if not self.n:
            return 0
        return int(self.at[np.searchsorted(self._rows_to[1:], percentile_of(self.n, percent))])

    def coverage(self, maxlen: int) -> float:
        """Return the share of rows that have at most `maxlen` steps, 0 to 1."""
        return 1.0 - self.rows_cut(maxlen) / self.n if self.n else 1.0

    def rows_cut(self, maxlen: int) -> int:
        """Return how many rows are longer than `maxlen`."""
        return self.n - int(self._rows_to[np.searchsorted(self.at, maxlen, side="right")])

    def steps_kept(self, maxlen: int) -> int:
        """Return how many steps `maxlen` keeps."""
        k = np.searchsorted(self.at, maxlen, side="right")
        return int(self._steps_to[k]) + maxlen * (self.n - int(self._rows_to[k]))

    def steps_kept_at(self, maxlens: Int64) -> Int64:
        """Return how many steps each of several maxlens keeps: int64 [m] for int64 [m]."""
        k = np.searchsorted(self.at, maxlens, side="right")
        kept: Int64 = self._steps_to[k] + maxlens * (self.n - self._rows_to[k])
        return kept

    def steps_lost(self, maxlen: int) -> int:
        """Return how many steps `maxlen` cuts."""
        return self.total - self.steps_kept(maxlen)

    def padding_share(self, maxlen: int) -> float:
        """Return the share of the padded cells that is padding, 0 to 1."""
        cells = self.n * maxlen
        return 1.0 - self.steps_kept(maxlen) / cells if cells else 0.0

    def still_real(self, cols: int) -> NDArray[np.float32]:
        """Return the share of rows longer than each of the steps 0 … cols − 1: float32 [cols]."""
        longer = self.n - self._rows_to[np.searchsorted(self.at, np.arange(cols), side="right")]
        return (longer / max(self.n, 1)).astype(np.float32)

    def histogram(self, bins: int = 120, largest: int | None = None) -> tuple[Int64, Int64]:
        """Return whole-number bin edges int64 [b + 1] from 0 and rows per bin int64 [b], b at most `bins`.

        Bin i counts lengths from edge i up to, and without, edge i + 1. `largest` is the last length shown.
        """
        top = (self.maximum if largest is None else largest) + 1
        width = max(-(-top // bins), 1)
        edges = np.arange(0, top + width, width, dtype=np.int64)
        return edges, self.rows_between(edges)

    def rows_between(self, edges: Int64) -> Int64:
        """Return how many rows have at least each edge's length and less than the next's: int64 [n - 1]."""
        return np.diff(self._rows_to[np.searchsorted(self.at, edges, side="left")])

    def to_json(self) -> dict[str, Any]:
        """Return the keys of ``info``: min, mean, max, total, empty."""
        return {
            "min": self.minimum,
            "mean": self.mean,
            "max": self.maximum,
            "total": self.total,
            "empty": self.empty,
        }


def count_lengths(lengths: Int64) -> LengthCounts:
    """Count lengths int64 [n] in pieces of 65,536 rows; memory grows with the different lengths only."""
    return count_pieces(lengths[start : start + CHUNK] for start in range(0, len(lengths), CHUNK))


def count_pieces(pieces: Iterable[Int64]) -> LengthCounts:
    """Count the lengths that come in pieces, int64 [m] each."""
    counts = np.zeros(0, np.int64)
    at, rows = np.zeros(0, np.int64), np.zeros(0, np.int64)
    for piece in pieces:
        if not len(piece):
            continue
        if (top := int(piece.max())) < DENSE:
            if top >= len(counts):
                counts = np.concatenate([counts, np.zeros(top + 1 - len(counts), np.int64)])
            found = np.bincount(piece)
            counts[: len(found)] += found
        else:
            at, rows = _added(at, rows, *np.unique(piece, return_counts=True))
    dense = np.flatnonzero(counts).astype(np.int64)
    return LengthCounts(*_added(at, rows, dense, counts[dense]))


def _added(at: Int64, rows: Int64, more: Int64, times: Int64) -> tuple[Int64, Int64]:
    """Return the counts of both together."""
    if not len(at):
        return more.astype(np.int64), times.astype(np.int64)
    both, where = np.unique(np.concatenate([at, more]), return_inverse=True)
    counts = np.zeros(len(both), np.int64)
    np.add.at(counts, where, np.concatenate([rows, times]))
    return both.astype(np.int64), counts


@dataclass(frozen=True)
class AtMaxlen:
    """What one maxlen does.

    Parameters
    ----------
    maxlen, rows_cut, steps_kept, steps_lost : int
    padding_share : float
        0 to 1.
    nbytes : int
        The array alone.
    """

    maxlen: int
    rows_cut: int
    steps_kept: int
    steps_lost: int
    padding_share: float
    nbytes: int


def at_maxlen(counts: LengthCounts, maxlen: int, step_bytes: int) -> AtMaxlen:
    """Return what `maxlen` does to rows whose steps take `step_bytes` bytes each."""
    kept = counts.steps_kept(maxlen)
    return AtMaxlen(
        maxlen,
        counts.rows_cut(maxlen),
        kept,
        counts.total - kept,
        counts.padding_share(maxlen),
        counts.n * maxlen * step_bytes,
    )
