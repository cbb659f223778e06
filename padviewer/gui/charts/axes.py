"""The axes of every chart: round numbers, grouped, in the window's type and colours, that never collide."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look

ROUND, DOUBLED = (1, 2, 5), (1,)
TEXT_GAP = 16
LEAST_ACROSS, LEAST_UPRIGHT = 36, 18
OVERHANG = 48  # how far a number at the end of an axis may reach beyond it
TOUCHING = 4
DECADES = (1, 2, 5)

Words = Callable[[float], str]


def round_step(least: float, *, whole: bool = False, round_to: Sequence[int] = ROUND) -> float:
    """Return the smallest round number of at least `least`.

    Parameters
    ----------
    least : float
        Above 0.
    whole : bool
        Whether it shall be a whole number.
    round_to : sequence of int
        1, 2 and 5 times a power of ten; with 1 alone powers of two.

    Examples
    --------
    >>> round_step(0.3), round_step(0.3, whole=True), round_step(33), round_step(33, round_to=DOUBLED)
    (0.5, 1.0, 50.0, 64.0)
    """
    if whole:
        least = max(least, 1)
    if len(round_to) == 1:
        return float(2 ** math.ceil(math.log2(least) - 1e-9))
    tens = 10.0 ** math.floor(math.log10(least) + 1e-9)
    for nice in (*round_to, 10):
        step = nice * tens
        if step >= least * (1 - 1e-9):
            return step
    return 10 * tens


def round_ticks(low: float, high: float, step: float) -> list[float]:
    """Return the multiples of a step from `low` to `high`, both included."""
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def log_ticks(low: float, high: float) -> list[float]:
    """Return 1, 2 and 5 times the powers of ten from `low` to `high`, both above 0."""
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    found = (nice * 10.0**decade for decade in decades for nice in DECADES)
    return [tick for tick in found if low * (1 - 1e-9) <= tick <= high * (1 + 1e-9)]


def count_words(value: float) -> str:
    """Return a tick as a grouped whole number, or with three digits where it is none."""
    return numbers.count(round(value)) if float(value).is_integer() else numbers.rounded(value)


class ChartAxis(pg.AxisItem):
    """An axis in the window's look; link it to a view as any axis of pyqtgraph.

    Parameters
    ----------
    side : {"left", "right", "top", "bottom"}
    words : callable, optional
        Says a number; grouped counts where it is left out.
    style, colour : str
        Type and colour of the numbers.
    whole : bool
        Whether only whole numbers have a tick.
    round_to : sequence of int
        As of `round_step`.
    line : str
        Colour of the line along the view; empty for none.
    marks : int
        Length of the tick marks in logical pixels.
    """

    def __init__(
        self,
        side: str,
        words: Words = count_words,
        *,
        style: str = "micro",
        colour: str = "t3",
        whole: bool = True,
        round_to: Sequence[int] = ROUND,
        line: str = "",
        marks: int = 0,
    ) -> None:
        super().__init__(side)
        self.words, self.text_style, self.colour = words, style, colour
        self.whole, self.round_to = whole, round_to
        self.line, self.marks = line, marks
        self.upright = side in ("left", "right")
        self.enableAutoSIPrefix(False)

    @property
    def span(self) -> tuple[float, float]:
        """What the ends of the view show, the low one first; in a log axis the numbers themselves."""
        low, high = sorted(self.range)
        return (10.0**low, 10.0**high) if self.logMode else (low, high)

    @property
    def is_downwards(self) -> bool:
        """Whether numbers grow downwards, or to the left."""
        return bool(self.range[0] > self.range[1])

    def length(self) -> float:
        """Return its logical pixels along the view."""
        return float(self.size().height() if self.upright else self.size().width())

    def place_of(self, value: float) -> float:
        """Return the logical pixel of a number, from the top or the left."""
        low, high = sorted(self.range)
        at = math.log10(value) if self.logMode else value
        share = (at - low) / (high - low) if high > low else 0.0
        return self.length() * (1 - share if self.is_downwards != self.upright else share)

    def ticks(self) -> list[tuple[float, str]]:
        """Return place in logical pixels and words of every number that has room."""
        low, high = self.span
        length = self.length()
        if not (high > low and length > 0 and math.isfinite(high - low)):
            return []
        found = log_ticks(low, high) if self.logMode else self._even_ticks(low, high, length)
        return self._apart([(self.place_of(value), self.words(value)) for value in found])

    def _even_ticks(self, low: float, high: float, length: float) -> list[float]:
        theme = look.current()
        least = float(theme.px(LEAST_UPRIGHT if self.upright else LEAST_ACROSS))
        for _ in range(3):  # wider numbers need wider steps, whose numbers may be wider again
            step = round_step(least * (high - low) / length, whole=self.whole, round_to=self.round_to)
            found = round_ticks(low, high, step)
            if self.upright or not found:
                return found
            widest = max(drawing.text_width(self.words(value), self.text_style) for value in found)
            if step * length / (high - low) >= widest + TEXT_GAP:
                return found
            least = widest + TEXT_GAP
        return found

    def _apart(self, found: list[tuple[float, str]]) -> list[tuple[float, str]]:
        """Leave out what would touch the one before it."""
        line = look.current().line(self.text_style)
        kept: list[tuple[float, str]] = []
        end = -math.inf
        for place, words in sorted(found):
            if self.upright:
                start, stop = place - line / 2, place + line / 2
            else:
                start, stop = self._across(place, words)
            if start >= end:
                kept.append((place, words))
                end = stop + (0 if self.upright else TOUCHING)
        return kept

    def _across(self, place: float, words: str) -> tuple[float, float]:
        """Left and right end of words over a place, inside the axis."""
        width = drawing.text_width(words, self.text_style)
        left = min(max(place - width / 2, 0.0), max(0.0, self.length() - width))
        return left, left + width

    # -- what pyqtgraph asks -------------------------------------------------------------------
    def boundingRect(self) -> QRectF:
        """Return all that it may paint."""
        size = self.size()
        more = OVERHANG if not self.upright else look.current().line(self.text_style)
        room = QRectF(0, 0, size.width(), size.height())
        return room.adjusted(0, -more, 0, more) if self.upright else room.adjusted(-more, 0, more, 0)

    def generateDrawSpecs(self, _painter: Any) -> None:
        """Draw nothing by pyqtgraph's own hand: `paint` does it."""
        return

    def paint(self, painter: QPainter, _option: object, _widget: object = None) -> None:
        """Draw line, marks and numbers, on whole device pixels."""
        box, found = QRectF(0, 0, self.size().width(), self.size().height()), self.ticks()
        near = {"left": box.right(), "right": box.left(), "top": box.bottom(), "bottom": box.top()}
        edge = near[self.orientation]
        outwards = -1 if self.orientation in ("left", "top") else 1
        ratio = painter.device().devicePixelRatioF()
        thin = max(1, round(ratio)) / ratio
        if self.line:
            inside = edge - (thin if outwards < 0 else 0)
            if self.upright:
                drawing.hairline(painter, inside, 0, box.height(), self.line, upright=True)
            else:
                drawing.hairline(painter, 0, inside, box.width(), self.line)
        for place, words in found:
            if self.marks:
                start = edge if outwards > 0 else edge - self.marks
                token = self.line or "stroke2"
                if self.upright:
                    drawing.hairline(painter, start, place, self.marks, token)
                else:
                    drawing.hairline(painter, place, start, self.marks, token, upright=True)
            self._write(painter, box, place, words)

    def _write(self, painter: QPainter, box: QRectF, place: float, words: str) -> None:
        beside = self.marks + 4
        if self.upright:
            line = look.current().line(self.text_style)
            room = QRectF(box.left(), place - line / 2, box.width() - beside, line)
            align = Qt.AlignmentFlag.AlignRight
            if self.orientation == "right":
                room.moveLeft(box.left() + beside)
                align = Qt.AlignmentFlag.AlignLeft
            drawing.text(painter, room, words, self.text_style, self.colour, align)
            return
        left, right = self._across(place, words)
        top, bottom = (self.marks, 0) if self.orientation == "bottom" else (0, self.marks)
        room = QRectF(left, box.top() + top, right - left + 1, box.height() - top - bottom)
        drawing.text(painter, room, words, self.text_style, self.colour)
