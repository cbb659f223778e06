"""Draws the series: a panel a channel, padding hatched, cut parts dashed, each line with mark and label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from padviewer.core.padding.step_axis import StepAxis
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.gathered import MARGIN
from padviewer.gui.views.series.choice import Channel
from padviewer.gui.views.series.lines import Floats, Line, SeriesPicture, nice_ticks
from padviewer.gui.views.series.marks import colour_of, paint_labels, paint_marks
from padviewer.gui.views.series.strokes import stroke

HEAD, LEFT, RIGHT, FOOT, STRIP = 56, 72, 88, 26, 7
PANEL_GAP = 6
LEAST_PANEL = 56
CUT_EDGE = 3
MOST_CROSSES = 2000


@dataclass(frozen=True)
class Panels:
    """Where the panels stand on the screen, in logical pixels.

    Parameters
    ----------
    width, height : int
        The whole picture.
    channels : int
        Panels.
    rows : int
        Rows, each with a strip below the panels.
    window : (float, float)
        The visible part of the axis of steps.
    """

    width: int
    height: int
    channels: int
    rows: int
    window: tuple[float, float]

    @property
    def left(self) -> float:
        """Where the panels begin."""
        return float(look.current().px(LEFT))

    @property
    def right(self) -> float:
        """Where they end."""
        return max(self.left + 8, float(self.width - look.current().px(RIGHT)))

    @property
    def bottom(self) -> float:
        """Where the strips begin."""
        return float(self.height - look.current().px(FOOT) - self.rows * STRIP - 4)

    def panel(self, at: int) -> QRectF:
        """Return the place of one panel."""
        top = float(look.current().px(HEAD))
        title = look.current().line("micro") + 2 if self.channels > 1 else 0
        each = (self.bottom - top - PANEL_GAP * (self.channels - 1)) / max(1, self.channels)
        top += at * (each + PANEL_GAP) + title
        return QRectF(self.left, top, self.right - self.left, max(4.0, each - title - 4))

    def x(self, place: float) -> float:
        """Return where a place of the axis stands."""
        low, high = self.window
        return self.left + (place - low) / (high - low) * (self.right - self.left)

    def place(self, x: float) -> float:
        """Return the place of the axis at a point."""
        low, high = self.window
        return low + (x - self.left) / (self.right - self.left) * (high - low)

    @property
    def zone(self) -> QRectF:
        """All panels and strips."""
        top = float(look.current().px(HEAD))
        return QRectF(self.left, top, self.right - self.left, self.bottom + self.rows * STRIP - top)


@dataclass(frozen=True)
class Scale:
    """Values from bottom to top of a panel."""

    low: float
    high: float
    panel: QRectF

    @classmethod
    def of(cls, lines: Sequence[Line], panel: QRectF) -> Scale:
        """Return a scale on which all finite values have room."""
        ranges = [found for line in lines if (found := line.range()) is not None]
        low = min((one[0] for one in ranges), default=0.0)
        high = max((one[1] for one in ranges), default=1.0)
        room = (high - low) * 0.06 or max(abs(high), 1.0) * 0.5
        return cls(low - room, high + room, panel)

    def y(self, value: float) -> float:
        """Return where a value stands."""
        share = (value - self.low) / (self.high - self.low)
        return self.panel.bottom() - share * self.panel.height()

    def ys(self, values: Floats) -> Floats:
        """Return where values stand; infinite ones at the edge of the panel."""
        share = (values - self.low) / (self.high - self.low)
        placed: Floats = self.panel.bottom() - np.clip(share, 0.0, 1.0) * self.panel.height()
        return placed


def panels_of(picture: SeriesPicture, size: QSize, window: tuple[float, float]) -> Panels:
    """Return where the panels of a picture stand."""
    wish = picture.wish
    return Panels(size.width(), size.height(), len(wish.channels), len(wish.rows), window)


def paint_series(
    painter: QPainter, picture: SeriesPicture, panels: Panels, names: Sequence[str], titles: Sequence[str]
) -> None:
    """Draw all panels.

    Parameters
    ----------
    painter : QPainter
    picture : SeriesPicture
    panels : Panels
    names : sequence of str
        What each row is called.
    titles : sequence of str
        What each channel is called; "" for none.
    """
    painter.save()
    for at, channel in enumerate(picture.wish.channels):
        _paint_panel(painter, picture, panels, at, channel, names, titles[at])
    _paint_strips(painter, picture, panels)
    _paint_ticks(painter, picture.axis, panels)
    painter.restore()


def _paint_panel(
    painter: QPainter,
    picture: SeriesPicture,
    panels: Panels,
    at: int,
    channel: Channel,
    names: Sequence[str],
    title: str,
) -> None:
    panel = panels.panel(at)
    own = [picture.lines[row, channel] for row in picture.wish.rows]
    scale = Scale.of([line for pair in own for line in pair], panel)
    painter.setClipRect(panel)
    _paint_ground(painter, picture, panels, panel)
    painter.setClipping(False)
    _paint_values(painter, scale, panel)
    painter.setClipRect(panel)
    ends: list[tuple[int, float]] = []
    for slot in reversed(range(len(own))):
        kept, cut = own[slot]
        paint_line(painter, kept, panels, scale, slot, is_envelope=picture.is_envelope)
        paint_line(painter, cut, panels, scale, slot, is_envelope=picture.is_envelope)
        end = _end(kept, cut, panels.window)
        if end is not None:
            ends.append((slot, scale.y(end)))
    painter.setClipping(False)
    paint_labels(painter, panel, ends, names, look.current().px(RIGHT))
    if title and len(picture.wish.channels) > 1:
        line = look.current().line("micro")
        place = QRectF(panel.left(), panel.top() - line - 1, panel.width(), line)
        drawing.text(painter, place, title, "micro", "t2")


def _paint_ground(painter: QPainter, picture: SeriesPicture, panels: Panels, panel: QRectF) -> None:
    """Hatch the padding of the first row; tint where steps are cut, and draw the tensor's edges there."""
    axis, theme = picture.axis, look.current()
    ratio = painter.device().devicePixelRatioF()
    first = picture.timelines[picture.wish.rows[0]]
    for start, stop in axis.padded(first):
        rect = QRectF(panels.x(start), panel.top(), panels.x(stop) - panels.x(start), panel.height())
        painter.fillRect(drawing.snapped(rect.intersected(panel), ratio), drawing.padding_brush(ratio, 8))
    for start, stop in _cut_spans(axis):
        rect = QRectF(panels.x(start), panel.top(), panels.x(stop) - panels.x(start), panel.height())
        painter.fillRect(drawing.snapped(rect.intersected(panel), ratio), theme.colour("cutbg"))
    edges = [(0, axis.before, -1), (axis.width + axis.gap, axis.after, 1)]
    edges += [(axis.break_at, axis.gap, 1), (axis.break_at + axis.gap, axis.gap, -1)]
    for place, lost, side in edges:
        if lost:
            x = panels.x(place) - (CUT_EDGE if side > 0 else 0)
            painter.fillRect(QRectF(x, panel.top(), CUT_EDGE, panel.height()), theme.colour("cut"))


def _cut_spans(axis: StepAxis) -> tuple[tuple[int, int], ...]:
    spans = ((axis.low, 0), (axis.break_at, axis.break_at + axis.gap), (axis.width + axis.gap, axis.high))
    return tuple((start, stop) for start, stop in spans if stop > start)


def _paint_values(painter: QPainter, scale: Scale, panel: QRectF) -> None:
    theme = look.current()
    line = theme.line("micro")
    drawing.hairline(painter, panel.left(), panel.bottom(), panel.width(), "stroke2")
    for value in nice_ticks(scale.low, scale.high, max(1, int(panel.height() // (2.2 * line)))):
        y = scale.y(value)
        drawing.hairline(painter, panel.left() - 4, y, 4, "stroke2")
        place = QRectF(MARGIN - 8, y - line / 2, panel.left() - MARGIN + 2, line)
        drawing.text(painter, place, numbers.rounded(value), "micro", "t3", Qt.AlignmentFlag.AlignRight)


def paint_line(
    painter: QPainter, line: Line, panels: Panels, scale: Scale, slot: int, *, is_envelope: bool
) -> None:
    """Draw one line: its values joined, or the span of each pixel; what is cut dashed; × where missing."""
    if not line.x.size:
        return
    theme = look.current()
    colour = theme.colour("cut") if line.is_cut else colour_of(slot)
    x = np.asarray(panels.left + (line.x - panels.window[0]) * _per_step(panels))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_envelope)
    there = ~np.isnan(line.low)
    if is_envelope:
        painter.setPen(QPen(colour, 1))
        painter.drawLines(_spans(x, line, scale, there))
    else:
        dense = len(x) > panels.right - panels.left
        ys = scale.ys(line.low)
        stroke(painter, x, ys, colour, 1 if dense else 2 if slot == 0 else 1.5, is_dashed=line.is_cut)
        if slot:
            paint_marks(painter, x, ys, slot)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("miss"), 1.4))
    y = scale.panel.bottom() - 6
    places = (panels.left + (line.missing - panels.window[0]) * _per_step(panels)).tolist()[:MOST_CROSSES]
    painter.drawLines(
        [QLineF(place - 3, y - 3 * down, place + 3, y + 3 * down) for place in places for down in (1, -1)]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _per_step(panels: Panels) -> float:
    return (panels.right - panels.left) / (panels.window[1] - panels.window[0])


def _spans(x: Floats, line: Line, scale: Scale, there: np.ndarray) -> list[QLineF]:
    """Return an upright line for each pixel, from its least to its greatest value, joined to the last one."""
    at = np.flatnonzero(there)
    low, high = scale.ys(line.low[at]), scale.ys(line.high[at])  # on the screen, low is further down
    joined = np.flatnonzero(np.diff(at) == 1) + 1
    bottom, top = low.copy(), high.copy()
    bottom[joined] = np.maximum(low[joined], high[joined - 1])
    top[joined] = np.minimum(high[joined], low[joined - 1])
    triples = zip(x[at].tolist(), top.tolist(), bottom.tolist(), strict=True)
    return [QLineF(a, b, a, c if c > b else b + 0.5) for a, b, c in triples]


def _end(kept: Line, cut: Line, window: tuple[float, float]) -> float | None:
    """Return the last finite value of a row that is in view."""
    found = []
    for line in (kept, cut):
        inside = (line.x >= window[0]) & (line.x <= window[1]) & np.isfinite(line.high)
        if inside.any():
            at = int(np.flatnonzero(inside)[-1])
            found.append((float(line.x[at]), float(line.high[at])))
    return max(found)[1] if found else None


def _paint_strips(painter: QPainter, picture: SeriesPicture, panels: Panels) -> None:
    """Draw a strip a row: what it keeps in its colour, its padding and what was cut from it hatched."""
    ratio = painter.device().devicePixelRatioF()
    painter.setClipRect(panels.zone.adjusted(0, 0, 0, 1))
    for slot, row in enumerate(picture.wish.rows):
        top = panels.bottom + slot * STRIP + 1
        line = picture.timelines[row]
        parts = [(span, QBrush(colour_of(slot))) for span in picture.axis.kept(line)]
        parts += [(span, drawing.padding_brush(ratio, 6)) for span in picture.axis.padded(line)]
        cut = [(p.x, p.x + p.count) for p in picture.axis.pieces(line) if p.is_cut]
        parts += [(span, drawing.cut_brush(ratio)) for span in cut]
        for (start, stop), brush in parts:
            rect = QRectF(panels.x(start), top, panels.x(stop) - panels.x(start), STRIP - 2)
            painter.fillRect(drawing.snapped(rect.intersected(panels.zone), ratio), brush)
    painter.setClipping(False)


def _paint_ticks(painter: QPainter, axis: StepAxis, panels: Panels) -> None:
    """Write the columns' numbers below the panels; a word stands where steps are cut."""
    theme = look.current()
    line, top = theme.line("micro"), panels.height - theme.px(FOOT) + 2
    words = tr("cut")
    for span in _cut_spans(axis):
        left, right = max(panels.x(span[0]), panels.left), min(panels.x(span[1]), panels.right)
        if right - left > drawing.text_width(words, "micro") + 4:
            place = QRectF(left, top, right - left, line)
            drawing.text(painter, place, words, "micro", "cut", Qt.AlignmentFlag.AlignHCenter)
    low, high = (_clamped(axis, place) for place in panels.window)
    most = max(1, int((high - low) * _per_step(panels) / theme.px(64)))
    for value in nice_ticks(low, high, most):
        column = int(value)
        x = panels.x(axis.x(column) + 0.5)
        if column == value and column < axis.width and panels.left <= x <= panels.right:
            drawing.hairline(painter, x, top - 3, 4, "stroke2", upright=True)
            place = QRectF(x - 40, top, 80, line)
            drawing.text(painter, place, numbers.count(column), "micro", "t3", Qt.AlignmentFlag.AlignHCenter)


def _clamped(axis: StepAxis, place: float) -> float:
    """Return the column at a place as a fraction, the nearest one where the tensor has none."""
    column = place if place < axis.break_at else max(place - axis.gap, axis.break_at)
    return min(max(column, 0.0), float(axis.width))
