"""What the chart of lengths draws around its bars: ground, numbers, words and the handle of maxlen."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from padviewer.core.picture.lengths import row_ticks
from padviewer.core.picture.lengths_view import LengthsView, Span
from padviewer.gui.charts.axes import ChartAxis, Tick
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr, tr_count

RING = 3  # around the badge, for the focus
LABEL_GAP = 6
LINE = 3  # below the lengths that are picked


class _Placed(Protocol):
    """What is drawn: a chart that knows where everything stands."""

    view: LengthsView | None

    def plot_rect(self) -> QRectF: ...
    def badge_rect(self) -> QRectF: ...
    def mark_rects(self) -> list[tuple[int, str, QRectF]]: ...
    def x_of(self, length: float) -> float: ...
    def handle_x(self) -> float: ...
    def share(self) -> float: ...
    def picked(self) -> Span | None: ...
    def badge_words(self) -> str: ...
    def hasFocus(self) -> bool: ...
    def devicePixelRatioF(self) -> float: ...


class LengthTicks(ChartAxis):
    """Round lengths below the bars; the handle carries its own value, so none stands beside its foot."""

    def __init__(self, chart: _Placed) -> None:
        super().__init__("bottom", line="stroke2")
        self._chart = chart

    def _placed(self) -> list[Tick]:
        chart, view = self._chart, self._chart.view
        if view is None:
            return []
        widest = drawing.text_width(numbers.count(view.last), self.text_style) + 16
        lengths = view.axis.ticks(*view.span, max(1, int(self.length() / widest)))
        found = self._apart([(chart.x_of(one) - 1, numbers.count(one)) for one in lengths])
        foot = chart.handle_x() - 1
        halves = [drawing.text_width(words, self.text_style) / 2 + 4 for *_, words in found]
        return [one for one, half in zip(found, halves, strict=True) if abs(one[1] - foot) > half]


def draw_behind(painter: QPainter, chart: _Placed, view: LengthsView) -> None:
    """Draw what stands behind the bars: what is picked, lines of rows, percentiles."""
    plot, picked = chart.plot_rect(), picked_rect(chart, view)
    if picked is not None:
        painter.fillRect(picked, look.current().colour("tint"))
    for y, _ in row_lines(view, plot):
        drawing.hairline(painter, plot.left(), y, plot.width(), "line")
    for length, _, _ in chart.mark_rects():
        drawing.hairline(painter, view.x(length), plot.top(), plot.height(), "stroke", upright=True)


def draw_words(painter: QPainter, chart: _Placed, view: LengthsView, end: float) -> None:
    """Write the words, none over another: the curve's, which ends at a share, and those of rows."""
    plot, picked, height = chart.plot_rect(), picked_rect(chart, view), look.current().line("micro")
    if picked is not None:
        below = QRectF(picked.left(), plot.bottom() + 1, picked.width(), LINE)
        painter.fillRect(drawing.snapped(below, chart.devicePixelRatioF()), look.current().colour("accent"))
    marks, words = chart.mark_rects(), tr("steps kept")
    width = drawing.text_width(words, "micro") + 1
    y = plot.bottom() - end * plot.height()
    taken = QRectF(plot.right() - 3 - width, max(y - height - 3, 0.0), width, height)
    around = taken.adjusted(-LABEL_GAP, 0, LABEL_GAP, 0)
    if any(one.intersects(around) for one in (chart.badge_rect(), *(rect for _, _, rect in marks))):
        taken = QRectF()
    else:
        drawing.text(painter, taken, words, "micro", "t2", Qt.AlignmentFlag.AlignRight)
    lines, handle = row_lines(view, plot), chart.handle_x()
    for index, (y, rows) in enumerate(lines):
        is_top = index == len(lines) - 1
        words = tr_count("{count} row", "{count} rows", rows) if is_top else numbers.count(rows)
        width, right = drawing.text_width(words, "micro") + 1, plot.right() - 3
        if right - width - LABEL_GAP < handle < right + LABEL_GAP:
            right = handle - LABEL_GAP
        place = QRectF(right - width, y - height - 1, width, height)
        if not place.intersects(taken):
            painter.fillRect(place.adjusted(-2, 1, 2, 0), look.current().colour("canvas"))
            drawing.text(painter, place, words, "micro", "t3", Qt.AlignmentFlag.AlignRight)
    for _, words, rect in marks:
        drawing.text(painter, rect, words, "small", "accent")


def draw_handle(painter: QPainter, chart: _Placed) -> None:
    """Draw the line of maxlen, its value above and its dot on the curve."""
    theme, badge, plot, x = look.current(), chart.badge_rect(), chart.plot_rect(), chart.handle_x()
    line = QRectF(x - 1, badge.bottom(), 2, plot.bottom() - badge.bottom())
    line = drawing.snapped(line, chart.devicePixelRatioF())
    painter.fillRect(line, theme.colour("accent"))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("canvas"), 1.5))
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(QPointF(line.center().x(), plot.bottom() - chart.share() * plot.height()), 5, 5)
    painter.restore()
    drawing.rounded(painter, badge, 4, "accent")
    if chart.hasFocus():
        drawing.focus_ring(painter, badge.adjusted(-RING, -RING, RING, RING), 6)
    drawing.text(painter, badge, chart.badge_words(), "link", "onaccent", Qt.AlignmentFlag.AlignHCenter)


def picked_rect(chart: _Placed, view: LengthsView) -> QRectF | None:
    """Return where the picked lengths stand in the plot."""
    picked, plot = chart.picked(), chart.plot_rect()
    if picked is None:
        return None
    left, right = view.x(picked[0] - 1), view.x(picked[1])
    return QRectF(left, plot.top(), max(right - left, 2.0), plot.height()).intersected(plot)


def row_lines(view: LengthsView, plot: QRectF) -> list[tuple[float, int]]:
    """Return height and number of round numbers of rows that leave room for the curve's label above them."""
    room, most = plot.top() + look.current().line("micro"), view.bars.most
    lines = [(plot.bottom() - rows / most * plot.height(), rows) for rows in row_ticks(most)]
    return [(y, rows) for y, rows in lines if y > room]
