"""Lines over the places of a view, quick at any number of points: whole or dashed, with marks and gaps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import pyqtgraph as pg
from pyqtgraph.Qt import internals
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from padviewer.core.picture.series import Floats, Line, dashes, joined, runs, upright
from padviewer.gui.style import theme as look

# Paul Tol's "bright" scheme, and one more of his: told apart by people with any colour vision; each line has
# a mark of its own shape as well.
COLOURS = ("#4477AA", "#EE6677", "#228833", "#AA3377", "#66CCEE", "#CCBB44", "#EE7733", "#999999")
MARKS_APART = 120
MOST_CROSSES = 2000
ON, OFF = 4, 3
"""A dash and the gap behind it, in widths of the pen."""
_SQUARE = ((-1, -1), (1, -1), (1, 1), (-1, 1))
_TRIANGLE = ((-1, 0.8), (1, 0.8), (0, -1))
_PLUS = tuple(
    (sx * x, sy * y)
    for sx, sy, swap in ((1, 1, False), (-1, 1, True), (-1, -1, False), (1, -1, True))
    for x, y in ([(1, 0.35), (0.35, 0.35), (0.35, 1)][:: -1 if swap else 1])
)
# Corners, reach in logical pixels and turn in degrees of the marks between the two that are round.
_SHAPES = (
    (_SQUARE, 3.5, 0.0),
    (_TRIANGLE, 5.0, 0.0),
    (_SQUARE, 3.8, 45.0),
    (_TRIANGLE, 5.0, 180.0),
    (_PLUS, 5.0, 0.0),
    (_PLUS, 5.0, 45.0),
)


def draw_lines(painter: QPainter, ends: Floats) -> None:
    """Draw separate lines, float64 [n, 4]: x and y of both ends in logical pixels."""
    if len(ends):
        array = internals.PrimitiveArray(QLineF, 4)
        array.resize(len(ends))
        array.ndarray()[:] = ends
        painter.drawLines(*array.drawargs())


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
    # Qt takes seconds for one long path of more than a pixel's width; a thin one it draws quickly
    is_thin = width * painter.deviceTransform().m11() <= 1
    if is_thin and is_dashed:
        pen.setDashPattern([ON, OFF])
    painter.setPen(pen)
    for start, stop in runs(~np.isnan(y)):
        if stop - start == 1:
            painter.fillRect(QRectF(x[start] - 1.5, y[start] - 1.5, 3, 3), colour)
            continue
        a, b = x[start:stop], y[start:stop]
        if is_thin:
            painter.drawPolyline(pg.functions.arrayToQPolygonF(a, b))
        else:
            draw_lines(painter, dashes(a, b, ON * width, OFF * width) if is_dashed else joined(a, b))


@cache
def _shape(slot: int) -> QPolygonF | None:
    """Return the corners of a row's mark about its middle; None for a round one."""
    if not 0 < slot <= len(_SHAPES):
        return None
    corners, reach, turn = _SHAPES[slot - 1]
    return QTransform().rotate(turn).map(QPolygonF([QPointF(x * reach, y * reach) for x, y in corners]))


def draw_mark(painter: QPainter, places: Sequence[QPointF], slot: int) -> None:
    """Draw the mark of a row at some places: a shape of its own for each of the eight."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.current().colour("canvas"), 1))
    painter.setBrush(QColor(COLOURS[slot]))
    shape = _shape(slot)
    for at in places:
        if shape is None:
            painter.drawEllipse(at, 2.5 if slot else 4.0, 4.0)
        else:
            painter.drawPolygon(shape.translated(at))
    painter.restore()


def draw_marks(painter: QPainter, x: Floats, y: Floats, slot: int) -> None:
    """Draw a row's mark about every 120 pixels along its values."""
    last, places = -np.inf, []
    there = ~np.isnan(y)
    for across, down in zip(x[there].tolist(), y[there].tolist(), strict=True):
        if across - last >= MARKS_APART:
            last = across
            places.append(QPointF(across, down))
    draw_mark(painter, places, slot)


class Strokes(pg.GraphicsObject):
    """The lines of a view: values joined, or the span of each pixel; what is cut dashed; × where missing.

    Parameters
    ----------
    box : ViewBox
        What they stand in; they follow its range along x.
    """

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__(box)  # not among the view's own items, which are drawn in its units
        self._box = box
        self._lines: Sequence[tuple[int, Line]] = ()
        self._values = (0.0, 1.0)
        self._is_envelope = False

    def set_lines(
        self, lines: Sequence[tuple[int, Line]], values: tuple[float, float], *, is_envelope: bool
    ) -> None:
        """Draw other lines.

        Parameters
        ----------
        lines : sequence of (int, Line)
            Each with its row's number among those that are drawn: its colour, its mark and, for the first,
            a wider pen. The last one lies on top.
        values : (float, float)
            What the lower and the upper edge of the view stand for.
        is_envelope : bool
            Whether each place is a pixel that stands for many values.
        """
        self._lines, self._values, self._is_envelope = lines, values, is_envelope
        self.update()

    def boundingRect(self) -> QRectF:
        """Return all of the view."""
        return QRectF(self._box.rect())

    def _xs(self, places: Floats) -> Floats:
        (low, high), _ = self._box.viewRange()
        placed: Floats = (places - low) * (self._box.rect().width() / (high - low))
        return placed

    def _ys(self, values: Floats) -> Floats:
        """Return where values stand; infinite ones at the edge."""
        low, high = self._values
        placed: Floats = (1 - np.clip((values - low) / (high - low), 0.0, 1.0)) * self._box.rect().height()
        return placed

    def paint(self, painter: QPainter, _option: object, _widget: object = None) -> None:
        """Draw the lines, their marks and their crosses."""
        for slot, line in self._lines:
            if line.x.size:
                self._draw(painter, slot, line)

    def _draw(self, painter: QPainter, slot: int, line: Line) -> None:
        theme, width = look.current(), self._box.rect().width()
        colour = theme.colour("cut") if line.is_cut else QColor(COLOURS[slot])
        x, y = self._xs(line.x), self._ys(line.low)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self._is_envelope)
        if self._is_envelope:
            painter.setPen(QPen(colour, 1))
            draw_lines(painter, upright(x, y, self._ys(line.high)))
        else:
            is_dense = np.count_nonzero((x >= 0) & (x <= width)) > width
            stroke(painter, x, y, colour, 1 if is_dense else 1.5 if slot else 2, is_dashed=line.is_cut)
            if slot:
                draw_marks(painter, x, y, slot)
        if line.missing.size:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("miss"), 1.4))
            gone = self._xs(line.missing)
            gone = gone[(gone > -3) & (gone < width + 3)][:MOST_CROSSES]
            foot = np.full(len(gone), self._box.rect().height() - 6)
            for rise in (3.0, -3.0):
                draw_lines(painter, np.stack([gone - 3, foot - rise, gone + 3, foot + rise], axis=1))
