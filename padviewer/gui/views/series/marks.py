"""The colours, marks and labels that tell the rows of the series apart, with colour and without."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.views.series.lines import Floats

# Paul Tol's "bright" scheme, and one more of his: told apart by people with any colour vision; each line has
# a mark of its own shape as well.
COLOURS = ("#4477AA", "#EE6677", "#228833", "#AA3377", "#66CCEE", "#CCBB44", "#EE7733", "#999999")
MARKS_APART = 120
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


def colour_of(slot: int) -> QColor:
    """Return the colour of a row by its number among those that are drawn."""
    return QColor(COLOURS[slot])


def paint_mark(painter: QPainter, at: QPointF, slot: int) -> None:
    """Draw the mark of a row: a shape of its own for each of the eight."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.current().colour("canvas"), 1))
    painter.setBrush(colour_of(slot))
    if 0 < slot <= len(_SHAPES):
        corners, reach, turn = _SHAPES[slot - 1]
        painter.translate(at)
        painter.rotate(turn)
        painter.drawPolygon(QPolygonF([QPointF(x * reach, y * reach) for x, y in corners]))
    else:
        painter.drawEllipse(at, 2.5 if slot else 4.0, 4.0)
    painter.restore()


def paint_marks(painter: QPainter, x: Floats, y: Floats, slot: int) -> None:
    """Draw a row's mark about every 120 pixels along its values."""
    last = -float(MARKS_APART)
    for across, down in zip(x.tolist(), y.tolist(), strict=True):
        if across - last >= MARKS_APART and down == down:
            last = across
            paint_mark(painter, QPointF(across, down), slot)


def paint_labels(
    painter: QPainter, panel: QRectF, ends: Sequence[tuple[int, float]], names: Sequence[str], room: float
) -> None:
    """Write the name of each row beside the end of its line, moved apart where they would meet.

    Parameters
    ----------
    painter : QPainter
    panel : QRectF
    ends : sequence of (int, float)
        The row's number among those that are drawn, and the height at which its line ends.
    names : sequence of str
    room : float
        Logical pixels right of the panel.
    """
    line = float(look.current().line("micro"))
    ends = sorted(ends, key=lambda one: one[1])
    places = spread([y for _, y in ends], line, panel.top(), panel.bottom())
    for (slot, _), y in zip(ends, places, strict=True):
        paint_mark(painter, QPointF(panel.right() + 9, y), slot)
        place = QRectF(panel.right() + 18, y - line / 2, room - 22, line)
        drawing.text(painter, place, names[slot], "micro", "t1")


def spread(places: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Move ascending places apart, as little as a pass down and one up can, kept above `high`.

    >>> spread([5.0, 6.0, 50.0], 10.0, 0.0, 100.0)
    [5.0, 15.0, 50.0]
    """
    moved: list[float] = []
    for place in places:
        least = moved[-1] + apart if moved else low + apart / 2
        moved.append(max(place, least))
    ceiling = high - apart / 2
    for at in reversed(range(len(moved))):
        moved[at] = min(moved[at], ceiling)
        ceiling = moved[at] - apart
    return moved
