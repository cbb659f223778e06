"""Where the places of a row stand on the screen: a column each, in blocks of lines below one another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

LINES = 5
MASK, BLOCK_GAP = 4, 14


@dataclass(frozen=True)
class Blocks:
    """The geometry of the row view, all in logical pixels.

    Parameters
    ----------
    total : int
        Places of the row.
    left, right : float
        Where the first column begins, and what the last one must not pass.
    top : float
        Where the first block would begin if nothing were scrolled.
    cell, line : float
        Width of a place and height of a line.
    offset : int
        Pixels scrolled out.
    """

    total: int
    left: float
    right: float
    top: float
    cell: float
    line: float
    offset: int = 0

    @property
    def per_block(self) -> int:
        """Places side by side, 1 or more."""
        return max(1, int((self.right - self.left) // self.cell))

    @property
    def pitch(self) -> float:
        """From one block to the next."""
        return LINES * self.line + BLOCK_GAP

    @property
    def blocks(self) -> int:
        """Blocks of the whole row."""
        return -(-self.total // self.per_block)

    @property
    def bottom(self) -> int:
        """Where the last block ends if nothing were scrolled."""
        return int(self.top + self.blocks * self.pitch)

    def block(self, at: int) -> QRectF:
        """Return a block with the names of its lines and the gap below it, as wide as the view is for it."""
        return QRectF(0, self.top + at * self.pitch - self.offset, self.right, self.pitch)

    def rect(self, place: int) -> QRectF:
        """All lines of a place."""
        block, at = divmod(place, self.per_block)
        y = self.top + block * self.pitch - self.offset
        return QRectF(self.left + at * self.cell, y, self.cell, LINES * self.line)

    def place_at(self, point: QPointF) -> int:
        """Return the place under a point, or −1."""
        block = (point.y() + self.offset - self.top) // self.pitch
        at = (point.x() - self.left) // self.cell
        place = int(block * self.per_block + at)
        inside = block >= 0 and 0 <= at < self.per_block and place < self.total
        return place if inside and self.rect(place).contains(point) else -1

    def shown(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the first place that is in view between two heights, and the one behind the last."""
        first = max(0, int((top + self.offset - self.top) // self.pitch))
        last = max(first, int(-(-(bottom + self.offset - self.top) // self.pitch)))
        return min(first * self.per_block, self.total), min(last * self.per_block, self.total)
