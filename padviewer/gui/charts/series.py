"""Rows of numbers as lines: a panel a channel, padding hatched, cut parts dashed, names at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGraphicsScene, QWidget

from padviewer.core.picture.series import (
    LEAST_SPAN,
    SeriesPicture,
    Window,
    column_ticks,
    cut_spans,
    end_of,
    range_of,
    spread,
)
from padviewer.gui.charts.axes import ChartAxis, Tick
from padviewer.gui.charts.hands import Hands, Surface
from padviewer.gui.charts.strokes import COLOURS, Strokes, draw_mark
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

LEFT, RIGHT, FOOT, STRIP = 72, 88, 26, 7
PANEL_GAP, LEAST_PANEL = 6, 56
CUT_EDGE = 3
STEP_APART = 64


@dataclass(frozen=True)
class SeriesShown:
    """What the chart draws.

    Parameters
    ----------
    picture : SeriesPicture
    names : tuple of str
        What each row is called.
    titles : tuple of str
        What each channel is called; "" for none.
    """

    picture: SeriesPicture
    names: tuple[str, ...]
    titles: tuple[str, ...]


class StepTicks(ChartAxis):
    """Columns' numbers below their middles; behind a break they go on."""

    def __init__(self, chart: SeriesChart) -> None:
        super().__init__("bottom", marks=4)
        self._chart = chart

    def _placed(self) -> list[Tick]:
        chart = self._chart
        if chart.shown is None:
            return []
        axis, zone = chart.shown.picture.axis, chart.zone()
        columns = column_ticks(axis, chart.window_of_steps(), zone.width() / look.current().px(STEP_APART))
        places = [(chart.x_of(axis.x(one) + 0.5), numbers.count(one)) for one in columns]
        return self._apart(
            [(x - zone.left(), said) for x, said in places if zone.left() <= x <= zone.right()]
        )


class SeriesChart(Surface):
    """The panels; a box of hands each, all on one axis of steps.

    Signals
    -------
    window_changed(float, float)
        Hands moved or zoomed to this part of the axis.
    clicked(float)
        The place of the axis that was clicked.
    menu_asked(QPoint, float)
        The place on the screen, and on the axis.
    fit_asked()
    """

    window_changed = Signal(float, float)
    clicked = Signal(float)
    menu_asked = Signal(QPoint, float)
    fit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: SeriesShown | None = None
        self._window: Window = (0.0, 1.0)
        self._boxes: list[tuple[Hands, ChartAxis, Strokes]] = []
        self._arranged: tuple[object, ...] = ()
        self._ranges: list[tuple[float, float]] = []
        self._over: tuple[tuple[float, str], ...] = ()
        self._drawn: tuple[tuple[object, ...], QPixmap] | None = None
        self._steps = StepTicks(self)
        self._steps.setParentItem(self.centralWidget)
        self.scene().setItemIndexMethod(
            QGraphicsScene.ItemIndexMethod.NoIndex
        )  # few items, all as large as it
        self.viewport().setMouseTracking(True)

    # -- what it shows -------------------------------------------------------------------------
    def show_series(self, shown: SeriesShown, window: Window) -> None:
        """Draw other lines."""
        self.shown = shown
        self._keep_boxes(len(shown.picture.wish.channels))
        self._arrange(window)

    def zoom(self, steps: float, place: float) -> None:
        """Zoom in (above 0) or out about a place of the axis."""
        if self._boxes:
            self._boxes[0][0].zoom(steps, QPointF(self.x_of(place), self.panel_rect(0).center().y()))

    def set_over(self, marks: tuple[tuple[float, str], ...]) -> None:
        """Draw upright lines over the picture: places of the axis, and tokens of their colours."""
        if marks != self._over:
            self._over = marks
            self.viewport().update()

    def window_of_steps(self) -> Window:
        """Return the visible part of the axis."""
        return self._window

    def _keep_boxes(self, count: int) -> None:
        """Have as many panels."""
        while len(self._boxes) > count:
            box, values, _ = self._boxes.pop()  # the lines go with their box
            self.scene().removeItem(box)
            self.scene().removeItem(values)
        while len(self._boxes) < count:
            box, axis = Hands(upright=False), ChartAxis("left", numbers.rounded, whole=False, marks=4)
            for item in (box, axis):
                item.setParentItem(self.centralWidget)
            box.sigXRangeChanged.connect(lambda _box, window: self.window_changed.emit(*window))
            box.fit_asked.connect(self.fit_asked)
            box.clicked.connect(lambda at, _held: self.clicked.emit(self.place_at(at.x())))
            box.menu_asked.connect(lambda at, where: self.menu_asked.emit(where, self.place_at(at.x())))
            self._boxes.append((box, axis, Strokes(box)))

    def _arrange(self, window: Window) -> None:
        """Give the panels their places and ranges, and their lines."""
        assert self.shown is not None  # noqa: S101 - only called where something is shown
        key = (self.shown, window, self.size().toTuple(), look.current())
        if key == self._arranged:
            return
        self._window, self._arranged, self._ranges = window, key, []
        picture, theme = self.shown.picture, look.current()
        axis = picture.axis
        for at, channel in enumerate(picture.wish.channels):
            box, values, strokes = self._boxes[at]
            panel = self.panel_rect(at)
            lines = [
                (slot, line)
                for slot, row in enumerate(picture.wish.rows)
                for line in picture.lines[row, channel]
            ]
            span = range_of([line for _, line in lines], window)
            self._ranges.append(span)
            strokes.set_lines(lines[::-1], span, is_envelope=picture.is_envelope)
            box.blockSignals(True)
            box.setGeometry(panel)
            box.setLimits(
                xMin=axis.low, xMax=axis.high, minXRange=min(LEAST_SPAN, float(axis.high - axis.low))
            )
            box.setRange(xRange=window, yRange=(0, 1), padding=0)
            box.blockSignals(False)
            values.setWidth(panel.left())
            values.setGeometry(QRectF(0, panel.top(), panel.left(), panel.height()))
            values.setRange(*span)
        zone = self.zone()
        high = theme.line("micro") + 4
        self._steps.setHeight(high)
        self._steps.setGeometry(QRectF(zone.left(), self.height() - theme.px(FOOT) - 1, zone.width(), high))
        self.viewport().update()

    def resizeEvent(self, event: Any) -> None:
        """Give the panels their places."""
        super().resizeEvent(event)
        if getattr(self, "shown", None) is not None:
            self._arrange(self._window)

    # -- places --------------------------------------------------------------------------------
    def zone(self) -> QRectF:
        """Return where all panels and strips are."""
        left = float(look.current().px(LEFT))
        right = max(left + 8, float(self.width() - look.current().px(RIGHT)))
        return QRectF(left, 0, right - left, self.height() - look.current().px(FOOT) - 4)

    def _strips_top(self) -> float:
        rows = len(self.shown.names) if self.shown else 0
        return self.zone().bottom() - rows * STRIP

    def panel_rect(self, at: int) -> QRectF:
        """Return the place of one panel."""
        channels = len(self.shown.titles) if self.shown else 1
        title = look.current().line("micro") + 2 if channels > 1 else 0
        each = (self._strips_top() - PANEL_GAP * (channels - 1)) / max(1, channels)
        zone, top = self.zone(), at * (each + PANEL_GAP) + title
        return QRectF(zone.left(), top, zone.width(), max(4.0, each - title - 4))

    def x_of(self, place: float) -> float:
        """Return where a place of the axis stands."""
        (low, high), zone = self._window, self.zone()
        return zone.left() + (place - low) / (high - low) * zone.width()

    def place_at(self, x: float) -> float:
        """Return the place of the axis at a point."""
        (low, high), zone = self._window, self.zone()
        return low + (x - zone.left()) / zone.width() * (high - low)

    def y_of(self, value: float, at: int = 0) -> float:
        """Return where a value stands in a panel."""
        (low, high), panel = self._ranges[at], self.panel_rect(at)
        return panel.bottom() - (value - low) / (high - low) * panel.height()

    # -- drawing -------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is shown, from a picture of the last time where nothing has changed, and the marks."""
        ratio = self.devicePixelRatioF()
        key = (self.shown, self.size().toTuple(), self._window, ratio, look.current())
        if self._drawn is None or self._drawn[0] != key:
            image = QPixmap(self.size() * ratio)
            image.setDevicePixelRatio(ratio)
            painter = QPainter(image)
            self.render(painter, QRectF(self.rect()), self.rect())
            painter.end()
            self._drawn = (key, image)
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._drawn[1])
        zone = self.zone()
        for place, token in self._over:
            x = self.x_of(place)
            if zone.left() <= x <= zone.right():
                drawing.hairline(painter, x, 0, zone.height(), token, upright=True)
        around = self.parentWidget()
        if around is not None and around.hasFocus():
            drawing.focus_ring(painter, QRectF(around.rect().translated(-self.pos())))
        painter.end()

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """Hatch the first row's padding, tint what is cut, and draw a strip for each row."""
        super().drawBackground(painter, rect)
        if self.shown is None:
            return
        picture, ratio = self.shown.picture, float(painter.device().devicePixelRatioF())
        axis, theme = picture.axis, look.current()
        first = picture.timelines[picture.wish.rows[0]]
        edges = [(0, axis.before, -1), (axis.width + axis.gap, axis.after, 1)]
        edges += [(axis.break_at, axis.gap, 1), (axis.break_at + axis.gap, axis.gap, -1)]
        for at in range(len(picture.wish.channels)):
            panel = self.panel_rect(at)
            self._fill(painter, panel, axis.padded(first), drawing.padding_brush(ratio, 8))
            self._fill(painter, panel, cut_spans(axis), QBrush(theme.colour("cutbg")))
            for place, lost, side in edges:
                x = self.x_of(place) - (CUT_EDGE if side > 0 else 0)
                if lost:
                    edge = QRectF(x, panel.top(), CUT_EDGE, panel.height()).intersected(panel)
                    painter.fillRect(edge, theme.colour("cut"))
            drawing.hairline(painter, panel.left(), panel.bottom(), panel.width(), "stroke2")
        for slot, row in enumerate(picture.wish.rows):
            line, top = picture.timelines[row], self._strips_top() + slot * STRIP + 1
            strip = QRectF(self.zone().left(), top, self.zone().width(), STRIP - 2)
            self._fill(painter, strip, axis.kept(line), QBrush(QColor(COLOURS[slot])))
            self._fill(painter, strip, axis.padded(line), drawing.padding_brush(ratio, 6))
            cut = [(piece.x, piece.x + piece.count) for piece in axis.pieces(line) if piece.is_cut]
            self._fill(painter, strip, cut, drawing.cut_brush(ratio))

    def _fill(
        self, painter: QPainter, place: QRectF, spans: Sequence[tuple[int, int]], brush: QBrush
    ) -> None:
        for start, stop in spans:
            left, right = max(self.x_of(start), place.left()), min(self.x_of(stop), place.right())
            if right > left:
                span = QRectF(left, place.top(), right - left, place.height())
                painter.fillRect(drawing.snapped(span, painter.device().devicePixelRatioF()), brush)

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:
        """Write rows' names at the ends of their lines, channels' above, and a word where steps are cut."""
        if self.shown is None:
            return
        shown, theme = self.shown, look.current()
        line = theme.line("micro")
        for at, channel in enumerate(shown.picture.wish.channels):
            panel = self.panel_rect(at)
            ends = [
                (slot, min(max(self.y_of(end, at), panel.top()), panel.bottom()))
                for slot, row in enumerate(shown.picture.wish.rows)
                if (end := end_of(*shown.picture.lines[row, channel], self._window)) is not None
            ]
            self._draw_names(painter, panel, sorted(ends, key=lambda one: one[1]))
            if len(shown.titles) > 1:
                place = QRectF(panel.left(), panel.top() - line - 1, panel.width(), line)
                drawing.text(painter, place, shown.titles[at], "micro", "t2")
        words, zone = tr("cut"), self.zone()
        for span in cut_spans(shown.picture.axis):
            left, right = max(self.x_of(span[0]), zone.left()), min(self.x_of(span[1]), zone.right())
            if right - left > drawing.text_width(words, "micro") + 4:
                place = QRectF(left, self.height() - theme.px(FOOT) + 2, right - left, line)
                drawing.text(painter, place, words, "micro", "cut", Qt.AlignmentFlag.AlignHCenter)

    def _draw_names(self, painter: QPainter, panel: QRectF, ends: list[tuple[int, float]]) -> None:
        """Write the name of each row beside the end of its line, moved apart where they would meet."""
        line, room = float(look.current().line("micro")), look.current().px(RIGHT)
        places = spread([y for _, y in ends], line, panel.top(), panel.bottom())
        for (slot, _), y in zip(ends, places, strict=True):
            draw_mark(painter, [QPointF(panel.right() + 9, y)], slot)
            place = QRectF(panel.right() + 18, y - line / 2, room - 22, line)
            drawing.text(painter, place, self.shown.names[slot] if self.shown else "", "micro", "t1")
