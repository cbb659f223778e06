"""The axis of steps that several rows share: the tensor's columns, and beside them what was cut."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from padviewer.core.padding.timeline import Timeline


@dataclass(frozen=True)
class Piece:
    """Places ``first`` to ``first + count`` of a row, which stand from `x` on; each is 1 wide."""

    first: int
    count: int
    x: int
    is_cut: bool

    def clipped(self, low: float, high: float) -> Piece | None:
        """Return the part that touches low to high; None where nothing does."""
        start = max(0, math.floor(low - self.x) - 1)
        stop = min(self.count, math.ceil(high - self.x) + 1)
        return Piece(self.first + start, stop - start, self.x + start, self.is_cut) if stop > start else None


@dataclass(frozen=True)
class StepAxis:
    """Columns stand at their number; what was cut stands before 0, in a gap, or behind the last column.

    Parameters
    ----------
    width : int
        Columns of the tensor.
    before, gap, after : int
        The most steps that a row has lost at its start, in its middle, at its end.
    break_at : int
        The column before which the gap stands; columns from there on stand `gap` further right.
    """

    width: int
    before: int = 0
    gap: int = 0
    after: int = 0
    break_at: int = 0

    @classmethod
    def of(cls, lines: Sequence[Timeline]) -> StepAxis:
        """Return the axis on which these rows of one tensor have room."""
        most = [max(getattr(line, name) for line in lines) for name in ("before", "gap", "after")]
        broken = [line.break_at for line in lines if line.gap]
        return cls(lines[0].width, most[0], most[1], most[2], broken[0] if broken else lines[0].width)

    @property
    def low(self) -> int:
        """Where the first cut step of any row stands, 0 or less."""
        return -self.before

    @property
    def high(self) -> int:
        """Where the last one ends."""
        return self.width + self.gap + self.after

    @property
    def fitted(self) -> tuple[float, float]:
        """The tensor, and as many of the steps cut at either end as it is wide."""
        return (
            float(-min(self.before, self.width)),
            float(self.width + self.gap + min(self.after, self.width)),
        )

    def x(self, column: int) -> int:
        """Return where a column begins."""
        return column + (self.gap if column >= self.break_at else 0)

    def column(self, x: float) -> int:
        """Return the column at a place, or −1 where the tensor has none."""
        at = int(x // 1)
        if self.break_at <= at < self.break_at + self.gap:
            return -1
        column = at - (self.gap if at >= self.break_at else 0)
        return column if 0 <= column < self.width else -1

    def pieces(self, line: Timeline) -> tuple[Piece, ...]:
        """Return where the places of one row stand."""
        head = min(self.break_at, self.width)
        at = line.before
        found = [Piece(0, line.before, -line.before, True), Piece(at, head, 0, False)]
        found += [
            Piece(at + head, line.gap, head, True),
            Piece(at + head + line.gap, self.width - head, head + self.gap, False),
            Piece(line.before + self.width + line.gap, line.after, self.width + self.gap, True),
        ]
        return tuple(piece for piece in found if piece.count)

    def padded(self, line: Timeline) -> tuple[tuple[int, int], ...]:
        """Return from where to where a row is padding, on this axis."""
        return self._spans(0, line.left) + self._spans(line.left + line.kept, self.width)

    def kept(self, line: Timeline) -> tuple[tuple[int, int], ...]:
        """Return from where to where a row is kept, on this axis."""
        return self._spans(line.left, line.left + line.kept)

    def _spans(self, start: int, stop: int) -> tuple[tuple[int, int], ...]:
        """Split the columns start to stop at the gap."""
        parts = ((start, min(stop, self.break_at)), (max(start, self.break_at), stop))
        return tuple((self.x(a), self.x(b - 1) + 1) for a, b in parts if b > a)
