"""Where images stand in a grid, and which one is at a point."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

GAP, ABOVE = 14, 8


@dataclass(frozen=True)
class Grid:
    """The geometry of the grid in logical pixels, from the corner of the viewport.

    Parameters
    ----------
    count : int
        Images.
    image : (float, float)
        Width and height of an image.
    caption : int
        Height of the words below it.
    least : float
        The least width of a cell, so that its words fit.
    left, right : float
        The sides of the grid.
    offset : int
        Pixels scrolled out above.
    """

    count: int
    image: tuple[float, float]
    caption: int
    least: float
    left: float
    right: float
    offset: int = 0

    @property
    def pitch(self) -> tuple[int, int]:
        """From one cell to the next, across and down."""
        return math.ceil(max(self.image[0], self.least)) + GAP, math.ceil(self.image[1]) + self.caption + GAP

    @property
    def across(self) -> int:
        """Images side by side, 1 or more."""
        return max(1, int((self.right - self.left + GAP) // self.pitch[0]))

    @property
    def lines(self) -> int:
        """Rows of the grid."""
        return -(-self.count // self.across)

    def cell(self, place: int) -> QRectF:
        """All of an image's cell, its words included."""
        down, along = divmod(place, self.across)
        x, y = self.left + along * self.pitch[0], down * self.pitch[1] - self.offset + ABOVE
        return QRectF(x, y, self.pitch[0] - GAP, self.image[1] + self.caption)

    def picture(self, place: int) -> QRectF:
        """Where the image itself stands."""
        cell = self.cell(place)
        return QRectF(cell.left(), cell.top(), *self.image)

    def place_at(self, point: QPointF) -> int:
        """Return the image under a point, or −1."""
        down = (point.y() + self.offset) // self.pitch[1]
        along = (point.x() - self.left) // self.pitch[0]
        place = int(down * self.across + along)
        inside = down >= 0 and 0 <= along < self.across and place < self.count
        return place if inside and self.cell(place).contains(point) else -1
