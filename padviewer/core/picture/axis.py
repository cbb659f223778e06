"""Where cells lie on the screen: one axis of the heatmap in whole device pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

MAX_CELL = 64
"""Largest cell edge in pixels of a screen at scale 1."""


@dataclass(frozen=True)
class Axis:
    """Cells along one direction, each a whole number of device pixels, or each pixel a whole number of cells.

    A pixel number here is a device pixel counted from the start of the visible area.

    Parameters
    ----------
    count : int
        Number of cells.
    cell : int
        Device pixels per cell, 1 or more.
    stride : int
        Cells per device pixel, 1 or more; above 1 only every stride-th cell is drawn and `cell` is 1.
    offset : int
        Device pixels that are scrolled out before the visible area.

    Raises
    ------
    ValueError
        A size below 1, or `cell` and `stride` both above 1.
    """

    count: int
    cell: int = 1
    stride: int = 1
    offset: int = 0

    def __post_init__(self) -> None:
        if self.count < 0 or self.cell < 1 or self.stride < 1 or (self.cell > 1 and self.stride > 1):
            raise ValueError(f"no axis has count {self.count}, cell {self.cell} and stride {self.stride}")

    @property
    def extent(self) -> int:
        """Device pixels that all drawn cells take."""
        return -(-self.count // self.stride) * self.cell

    def shown(self, length: int) -> int:
        """Device pixels of the visible `length` that lie on cells."""
        return max(0, min(length, self.extent - self.offset))

    def cell_at(self, pixel: int) -> int:
        """Cell under a device pixel, or −1 where there is none."""
        place = pixel + self.offset
        if place < 0 or place >= self.extent:
            return -1
        return place // self.cell * self.stride

    def span(self, cell: int) -> tuple[int, int]:
        """First device pixel of a cell and the one after its last; a cell left out takes its group's."""
        start = cell // self.stride * self.cell - self.offset
        return start, start + self.cell

    def starts(self, cells: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """First device pixel of each cell, int64 [n]."""
        return cells // self.stride * self.cell - self.offset

    def visible(self, length: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.intp]]:
        """Cells on the screen, and for each device pixel the position of its cell among them.

        Returns
        -------
        cells : int64 [n]
        places : intp [shown(length)]
        """
        shown = self.shown(length)
        if not shown:
            return np.empty(0, np.int64), np.empty(0, np.intp)
        first = self.offset // self.cell
        places = (np.arange(shown, dtype=np.intp) + self.offset) // self.cell - first
        cells = np.arange(first, first + int(places[-1]) + 1, dtype=np.int64) * self.stride
        return cells, places

    def scrolled(self, offset: int, length: int) -> Axis:
        """Scroll to an offset, kept where the visible `length` is filled as far as the cells reach."""
        return replace(self, offset=max(0, min(offset, self.extent - length)))

    def showing(self, cell: int, length: int) -> Axis:
        """Scroll just as far as needed to have a cell wholly inside the visible `length`."""
        start, end = self.span(cell)
        if start < 0:
            return self.scrolled(self.offset + start, length)
        if end > length:
            return self.scrolled(self.offset + end - length, length)
        return self

    def sized(self, cell: int, stride: int, anchor: int, length: int) -> Axis:
        """Take another cell size, so that the cell under the device pixel `anchor` stays under it."""
        under = (anchor + self.offset) / self.cell * self.stride
        resized = replace(self, cell=cell, stride=stride)
        return resized.scrolled(round(under / stride * cell) - anchor, length)

    def zoomed(self, steps: int, anchor: int, length: int, largest: int) -> Axis:
        """Zoom in (steps above 0) or out by about a quarter a step, in whole pixels, and in whole cells."""
        cell, stride = self.cell, self.stride
        for _ in range(abs(steps)):
            if steps > 0 and stride > 1:
                stride = max(1, min(stride - 1, round(stride / 1.25)))
            elif steps > 0:
                cell = min(max(largest, self.cell), max(cell + 1, round(cell * 1.25)))
            elif cell > 1:
                cell = min(cell - 1, round(cell / 1.25))
            elif -(-self.count // stride) > length:
                stride = max(stride + 1, round(stride * 1.25))
        return self.sized(cell, stride, anchor, length)

    def fitted(self, length: int, largest: int) -> Axis:
        """Choose the largest size at which all cells are inside `length`, and start at the first cell."""
        if self.count <= length:
            return Axis(self.count, cell=max(1, min(largest, length // max(1, self.count))))
        return Axis(self.count, stride=-(-self.count // max(1, length)))
