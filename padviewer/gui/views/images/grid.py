"""Where the images of a grid stand: as many side by side as fit, the rows of the grid below one another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

GAP = 14
LEAST_SIDE, MOST_SIDE = 24, 1024


@dataclass(frozen=True)
class Zoom:
    """How the values of an image become device pixels: `scale` pixels each, or every `stride`-th value one.

    Parameters
    ----------
    scale, stride : int
        1 or more, and one of them 1.
    """

    scale: int
    stride: int

    @classmethod
    def fitting(cls, height: int, width: int, side: int) -> Zoom:
        """Return the largest zoom at which an image of height × width values stands in side × side pixels."""
        longest = max(height, width, 1)
        if longest <= side:
            return cls(max(1, side // longest), 1)
        return cls(1, -(-longest // max(1, side)))

    def pixels(self, values: int) -> int:
        """Return the device pixels of so many values."""
        return -(-values // self.stride) * self.scale


@dataclass(frozen=True)
class Grid:
    """The geometry of the grid in logical pixels.

    Parameters
    ----------
    count : int
        Images.
    image : (float, float)
        Width and height of an image.
    caption : float
        Height of the words below it.
    least : float
        The least width of a cell, so that its words fit.
    left, right, top : float
        The sides of the grid, and where its first row stands if nothing is scrolled.
    offset : int
        Pixels scrolled out.
    """

    count: int
    image: tuple[float, float]
    caption: float
    least: float
    left: float
    right: float
    top: float
    offset: int = 0

    @property
    def pitch(self) -> tuple[float, float]:
        """From one cell to the next, across and down."""
        return max(self.image[0], self.least) + GAP, self.image[1] + self.caption + GAP

    @property
    def across(self) -> int:
        """Images side by side, 1 or more."""
        return max(1, int((self.right - self.left + GAP) // self.pitch[0]))

    @property
    def bottom(self) -> int:
        """Where the grid ends if nothing is scrolled."""
        return int(self.top + -(-self.count // self.across) * self.pitch[1])

    def cell(self, place: int) -> QRectF:
        """All of an image's cell, its words included."""
        down, along = divmod(place, self.across)
        x, y = self.left + along * self.pitch[0], self.top + down * self.pitch[1] - self.offset
        return QRectF(x, y, self.pitch[0] - GAP, self.image[1] + self.caption)

    def picture(self, place: int) -> QRectF:
        """Where the image itself stands."""
        cell = self.cell(place)
        return QRectF(cell.left(), cell.top(), *self.image)

    def place_at(self, point: QPointF) -> int:
        """Return the image under a point, or −1."""
        down = (point.y() + self.offset - self.top) // self.pitch[1]
        along = (point.x() - self.left) // self.pitch[0]
        place = int(down * self.across + along)
        inside = down >= 0 and 0 <= along < self.across and place < self.count
        return place if inside and self.cell(place).contains(point) else -1

    def shown(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the first image in view between two heights, and the one behind the last."""
        first = max(0, int((top + self.offset - self.top) // self.pitch[1]))
        last = max(first, int(-(-(bottom + self.offset - self.top) // self.pitch[1])))
        return min(first * self.across, self.count), min(last * self.across, self.count)
