"""Strokes of the series, quick: Qt takes seconds for one long path of more than a pixel's width."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from padviewer.gui.views.series.lines import Floats

ON, OFF = 4, 3
"""A dash and the gap behind it, in widths of the pen."""
MOST_DASHES = 2000
"""A line that is longer than so many dashes is drawn without gaps: up and down at every pixel hides them."""


def stroke(painter: QPainter, x: Floats, y: Floats, colour: QColor, width: float, *, is_dashed: bool) -> None:
    """Draw values joined by straight lines; one that stands alone as a square.

    Parameters
    ----------
    painter : QPainter
    x, y : float64 [n]
        Logical pixels, `x` ascending; `y` NaN where the line is broken.
    colour : QColor
    width : float
        Logical pixels of the pen.
    is_dashed : bool
    """
    pen = QPen(colour, width)
    is_thin = width * painter.deviceTransform().m11() <= 1  # such a path Qt draws quickly, dashed or not
    if is_thin and is_dashed:
        pen.setDashPattern([ON, OFF])
    painter.setPen(pen)
    for start, stop in runs(~np.isnan(y)):
        if stop - start == 1:
            painter.fillRect(QRectF(x[start] - 1.5, y[start] - 1.5, 3, 3), colour)
            continue
        a, b = x[start:stop], y[start:stop]
        if is_thin:
            painter.drawPolyline(points(a, b))
        elif is_dashed:
            painter.drawLines(dashes(a, b, ON * width, OFF * width))
        else:
            painter.drawLines(joined(a, b))


def runs(there: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return from where to where values stand side by side."""
    change = np.flatnonzero(np.diff(np.concatenate([[False], there, [False]]).astype(np.int8)))
    return list(zip(change[::2].tolist(), change[1::2].tolist(), strict=True))


def points(x: Floats, y: Floats) -> list[QPointF]:
    """Return points as Qt has them."""
    return [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]


def joined(x: Floats, y: Floats) -> list[QLineF]:
    """Return a line from each point to the next."""
    return [QLineF(a, b) for a, b in pairwise(points(x, y))]


def dashes(x: Floats, y: Floats, on: float, off: float) -> list[QLineF]:
    """Return the lines between points with a gap of `off` behind every `on` pixels along them.

    All lines without gaps where there would be more than `MOST_DASHES`.
    """
    along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    period = on + off
    if along[-1] > MOST_DASHES * period:
        return joined(x, y)
    starts = np.arange(0.0, along[-1], period)
    ends = np.minimum(starts + on, along[-1])
    places = np.union1d(along, np.concatenate([starts, ends]))
    across, down = np.interp(places, along, x), np.interp(places, along, y)
    drawn = (places[:-1] + places[1:]) / 2 % period < on
    quads = zip(across[:-1][drawn], down[:-1][drawn], across[1:][drawn], down[1:][drawn], strict=True)
    return [QLineF(a, b, c, d) for a, b, c, d in quads]
