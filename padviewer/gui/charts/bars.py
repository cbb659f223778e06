"""Upright bars on whole device pixels, of which the shortest is still seen."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.Qt import internals
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from padviewer.gui.style import theme as look

GAP_FROM = 4  # bars of so many logical pixels stand one apart
Floats = NDArray[np.float64]


class Bars(pg.GraphicsObject):
    """Bars over the places of a view, in one colour up to a place and in another beyond it.

    A bar is at least one device pixel wide and high, whatever the view's range. One across the place where
    the colours change has both.

    Parameters
    ----------
    box : ViewBox
        What they stand in; they follow its range.
    before, beyond : str
        Tokens of the two colours.
    """

    def __init__(self, box: pg.ViewBox, before: str = "real", beyond: str = "cut") -> None:
        super().__init__(box)  # not among the view's own items, which are drawn in its units
        self._box, self._tokens = box, (before, beyond)
        self._left = self._right = self._height = np.zeros(0)
        self._change = math.inf
        self._rects = internals.PrimitiveArray(QRectF, 4)
        box.sigResized.connect(self._on_resized)
        box.sigRangeChanged.connect(lambda *_: self.update())

    def set_bars(self, left: Floats, right: Floats, height: Floats) -> None:
        """Show bars from `left` to `right` and from 0 to `height`, float64 [n] each, in the view's units."""
        self._left, self._right, self._height = left, right, height
        self.update()

    def set_change(self, place: float) -> None:
        """Change the colour at a place of the view."""
        if place != self._change:
            self._change = place
            self.update()

    def _on_resized(self, _box: object) -> None:
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        """Return all of the view."""
        return QRectF(self._box.rect())

    def paint(self, painter: QPainter, _option: object, _widget: object = None) -> None:
        """Fill the bars."""
        ratio = float(painter.device().devicePixelRatioF())
        (low, high), (least, most) = self._box.viewRange()
        rect = self._box.rect()

        def across(places: Any) -> Any:
            return np.round((places - low) / (high - low) * rect.width() * ratio) / ratio

        left, right = across(self._left), across(self._right)
        right = np.maximum(left + 1 / ratio, right - (right - left >= GAP_FROM))
        height = np.maximum(
            1 / ratio, np.round(self._height / (most - least) * rect.height() * ratio) / ratio
        )
        bottom = (most / (most - least)) * rect.height()
        change = float(np.clip(across(self._change), -1.0, rect.width() + 1)) if low < high else 0.0
        ends = np.where(
            self._right <= self._change, right, np.where(self._left >= self._change, left, change)
        )
        ends = np.clip(ends, left, right)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        for token, start, stop in zip(self._tokens, (left, ends), (ends, right), strict=True):
            there = (stop > start) & (stop > 0) & (start < rect.width())
            self._rects.resize(int(np.count_nonzero(there)))
            if there.any():
                found = self._rects.ndarray()
                found[:, 0], found[:, 1] = start[there], bottom - height[there]
                found[:, 2], found[:, 3] = (stop - start)[there], height[there]
                painter.setBrush(look.current().colour(token))
                painter.drawRects(*self._rects.drawargs())
