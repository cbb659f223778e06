"""Slots: where the steps of rows stand along one ragged axis, plan.py's geometry."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64


@dataclass(frozen=True)
class Axis:
    """The choices along one ragged axis, all concrete."""

    width: int
    padding: str
    truncating: str
    mode: str


@dataclass(frozen=True, eq=False)
class Slots:
    """Where the steps of some rows stand: column j holds step p = j − left, real where 0 ≤ p < kept.

    Step p stands in the source row at ``start + p`` (``+ gap`` from ``gap_at`` on).

    Parameters
    ----------
    source : int64 [m]
        Source row numbers.
    begin, length : int64 [m]
        Where the row begins in the flat values, and its steps before cutting.
    start, kept, gap_at, gap, left : int64 [m]
        The geometry, in steps.
    width : int
        maxlen.
    """

    source: Int64
    begin: Int64
    length: Int64
    start: Int64
    kept: Int64
    gap_at: Int64
    gap: Int64
    left: Int64
    width: int

    @classmethod
    def of(cls, offsets: Int64, rows: Int64, axis: Axis) -> Slots:
        """Place the rows `rows` [m] of `offsets` along `axis`."""
        begin = offsets[rows]
        length = offsets[rows + 1] - begin
        kept = np.minimum(length, axis.width)
        cut = length - kept
        zero = np.zeros_like(kept)
        start, gap_at, gap = zero, kept, zero
        if axis.truncating == "pre":
            start = cut
        elif axis.truncating == "middle":
            gap_at = np.where(cut > 0, (kept + 1) // 2, kept)
            gap = cut
        spare = axis.width - kept
        left = {"post": zero, "pre": spare, "both": spare // 2}[axis.padding]
        return cls(rows, begin, length, start, kept, gap_at, gap, left, axis.width)

    def steps(self, cols: Int64) -> Int64:
        """Return p for every row and column: int64 [m, c]."""
        return cols - self.left[:, None]

    def real(self, steps: Int64) -> NDArray[np.bool_]:
        """Return where p is a kept step: bool [m, c]."""
        return (steps >= 0) & (steps < self.kept[:, None])

    def in_source(self, steps: Int64) -> Int64:
        """Return the source step of kept step p: int64 [m, c]."""
        return steps + self.start[:, None] + np.where(steps >= self.gap_at[:, None], self.gap[:, None], 0)

    def sources(self) -> Int64:
        """Return where all kept steps stand in the flat values, row after row: int64 [sum of kept]."""
        total = int(self.kept.sum())
        before = np.cumsum(self.kept) - self.kept
        steps = np.arange(total, dtype=np.int64) - np.repeat(before, self.kept)
        gap = np.where(steps >= np.repeat(self.gap_at, self.kept), np.repeat(self.gap, self.kept), 0)
        return steps + np.repeat(self.begin + self.start, self.kept) + gap

    def edges(self, cols: Int64) -> NDArray[np.int8]:
        """Return on which side of a kept cell steps were cut: −1 left, 1 right, 0 neither; int8 [m, c]."""
        steps = self.steps(cols)
        real = self.real(steps)
        end = self.start + self.kept + self.gap
        left = (steps == 0) & (self.start > 0)[:, None]
        has_gap = (self.gap > 0)[:, None]
        left |= (steps == self.gap_at[:, None]) & has_gap
        right = (steps == self.kept[:, None] - 1) & (end < self.length)[:, None]
        right |= (steps == self.gap_at[:, None] - 1) & has_gap
        sides: NDArray[np.int8] = np.where(right & real, 1, np.where(left & real, -1, 0)).astype(np.int8)
        return sides


def filled_steps(steps: Int64, kept: Int64, mode: str) -> Int64:
    """Return the kept step that stands at each step of the padding, as numpy.pad has it; [m, c].

    `kept` [m, 1] is at least 1 where the answer is used.
    """
    k = np.maximum(kept, 1)
    if mode == "edge":
        return np.clip(steps, 0, k - 1)
    if mode == "wrap":
        return steps % k
    period = 2 * k if mode == "symmetric" else np.maximum(2 * k - 2, 1)
    q = steps % period
    back: Int64 = np.where(q < k, q, (2 * k - 1 if mode == "symmetric" else 2 * k - 2) - q)
    return back
