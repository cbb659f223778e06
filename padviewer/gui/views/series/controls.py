"""What stands above the panels: a box a channel on the left, buttons that pin rows on the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from padviewer.core.picture.series_choice import SeriesChoice
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.gathered import MARGIN
from padviewer.gui.widgets.buttons import Button

TOP, GAP = 4, 4
CHIP, BOX, CHIP_TOP = 24, 12.0, 6.0
KEYS = 9


class SeriesButtons:
    """Three buttons at the right end of a widget's top; only those that do something are there.

    Parameters
    ----------
    parent : QWidget
        What they stand on.
    """

    def __init__(self, parent: QWidget) -> None:
        self.pin = Button(tr("Pin row"), "ghost", parent=parent)
        self.clear = Button(tr("Unpin all"), "ghost", parent=parent)
        self.marked = Button(tr("Pin marked rows"), "ghost", parent=parent)
        self.pin.setToolTip(tr("Keep the lines of the selected row when another is selected (Space)"))
        self.clear.setToolTip(tr("Let all pinned rows go (Backspace)"))
        self.marked.setToolTip(tr("Pin the first seven marked rows"))

    def dress(self, view: View, choice: SeriesChoice, width: int, *, is_plot: bool) -> None:
        """Say what the buttons do now, and place them on a widget of some width."""
        self.pin.setText(tr("Unpin row") if view.row in choice.pinned else tr("Pin row"))
        self.pin.setAccessibleName(self.pin.text())
        self.pin.setEnabled(view.row >= 0)
        self.pin.setVisible(is_plot)
        self.clear.setVisible(is_plot and bool(choice.pinned))
        self.marked.setVisible(is_plot and view.marked is not None)
        right = width - MARGIN
        for button in (self.pin, self.clear, self.marked):
            if not button.isHidden():
                button.adjustSize()
                button.move(right - button.width(), TOP)
                right -= button.width() + GAP

    def left(self, width: int) -> int:
        """Return where the first of them begins; `width` where there is none."""
        shown = [one for one in (self.pin, self.clear, self.marked) if not one.isHidden()]
        return min((one.x() for one in shown), default=width)


def place_chips(choice: SeriesChoice, left: float, right: float) -> list[tuple[int, QRectF]]:
    """Return the channels that have a box, and where; none where there is one channel alone.

    The first nine, which have keys, stand there until a later one has a panel.
    """
    if choice.count < 2:
        return []
    theme, now = look.current(), choice.channels
    x, found = left, []
    for at in range(0 if now[-1] < KEYS else now[0], choice.count):
        width = max(drawing.text_width(choice.name(at), "small") + theme.px(26), theme.px(CHIP))
        if x + width > right:
            break
        found.append((at, QRectF(x, CHIP_TOP, width, theme.px(CHIP))))
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
