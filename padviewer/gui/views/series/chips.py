"""The row of boxes that says which channels have a panel, and which box is under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.views.series.choice import SeriesChoice

HEIGHT, BOX, TOP = 24, 12.0, 6.0
KEYS = 9


def place_chips(choice: SeriesChoice, left: float, right: float) -> list[tuple[int, QRectF]]:
    """Return the channels that have a box, and where; none where there is one channel alone.

    The first nine, which have keys, stand there until a later one has a panel.
    """
    if choice.count < 2:
        return []
    theme, now = look.current(), choice.channels
    x, found = left, []
    for at in range(0 if now[-1] < KEYS else now[0], choice.count):
        width = max(drawing.text_width(choice.name(at), "small") + theme.px(26), theme.px(HEIGHT))
        if x + width > right:
            break
        found.append((at, QRectF(x, TOP, width, theme.px(HEIGHT))))
        x += width + 4
    return found


def paint_chip(painter: QPainter, rect: QRectF, name: str, *, is_on: bool) -> None:
    """Draw a box with a tick, or an empty one, and a channel's name."""
    box = QRectF(rect.left() + 2, round(rect.center().y() - BOX / 2), BOX, BOX)
    drawing.rounded(painter, box, 3, "ink" if is_on else "stroke2")
    if is_on:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.current().colour("onink"), 1.6))
        left, middle = box.left(), box.center().y()
        corners = ((3.0, 0.0), (5.2, 2.4), (9.2, -2.6))
        painter.drawPolyline([QPointF(left + x, middle + y) for x, y in corners])
        painter.restore()
    else:
        drawing.rounded(painter, box.adjusted(1, 1, -1, -1), 2, "canvas")
    drawing.text(painter, rect.adjusted(BOX + 7, 0, 0, 0), name, "small", "t1" if is_on else "t2")
