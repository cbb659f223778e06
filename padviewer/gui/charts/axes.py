"""The axes of every chart: round numbers, grouped, in the window's type and colours, that never collide."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look

ROUND, DOUBLED = (1, 2, 5), (1,)
TEXT_GAP = 16
LEAST_ACROSS, LEAST_UPRIGHT = 36, 18
OVERHANG = 48  # how far a number at the end of an axis may reach beyond it
TOUCHING = 4
DECADES = (1, 2, 5)

Words = Callable[[float], str]
Tick = tuple[float, float, str]  # where it is, where the middle of its words is, and these


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
    inside : float
        How far inside its unit a number stands: 0.5 for numbers of cells.
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
        inside: float = 0.0,
    ) -> None:
        super().__init__(side)
        self.words, self.text_style, self.colour = words, style, colour
        self.whole, self.round_to = whole, round_to
        self.line, self.marks, self.inside = line, marks, inside
        self._known: tuple[object, list[Tick]] = (None, [])
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
        return [(place, words) for place, _, words in self._placed()]

    def _placed(self) -> list[Tick]:
        length = self.length()
        key = (tuple(self.range), length, self.logMode, look.current(), self.words)
        if key != self._known[0]:
            self._known = (key, self._find_ticks(*self.span, length))
        return self._known[1]

    def _find_ticks(self, low: float, high: float, length: float) -> list[Tick]:
        if not (high > low and length > 0 and math.isfinite(high - low)):
            return []
        low = low - self.inside
        found = log_ticks(low, high) if self.logMode else self._even_ticks(low, high, length)
        placed = ((self.place_of(value + self.inside), self.words(value)) for value in found)
        return self._apart([one for one in placed if 0 <= one[0] <= length])

    def _even_ticks(self, low: float, high: float, length: float) -> list[float]:
        theme = look.current()
        least = float(theme.px(LEAST_UPRIGHT if self.upright else LEAST_ACROSS))
        width = QFontMetricsF(theme.font(self.text_style)).horizontalAdvance
        for _ in range(3):  # wider numbers need wider steps, whose numbers may be wider again
            step = round_step(least * (high - low) / length, whole=self.whole, round_to=self.round_to)
            found = round_ticks(low, high, step)
            if self.upright or not found:
                return found
            widest = max(width(self.words(value)) for value in found)
            if step * length / (high - low) >= widest + TEXT_GAP:
                return found
            least = widest + TEXT_GAP
        return found

    def _apart(self, found: list[tuple[float, str]]) -> list[Tick]:
        """Leave out what would touch the one before it, and keep words inside the axis."""
        theme, length = look.current(), self.length()
        metrics = QFontMetricsF(theme.font(self.text_style))
        line = theme.line(self.text_style)
        kept: list[Tick] = []
        end = -math.inf
        for place, words in sorted(found):
            size = line if self.upright else metrics.horizontalAdvance(words)
            middle = place if self.upright else min(max(place, size / 2), max(size / 2, length - size / 2))
            if middle - size / 2 >= end:
                kept.append((place, middle, words))
                end = middle + size / 2 + (0 if self.upright else TOUCHING)
        return kept

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
        box, found = QRectF(0, 0, self.size().width(), self.size().height()), self._placed()
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
        for place, _, _ in found if self.marks else ():
            start, token = (edge if outwards > 0 else edge - self.marks), self.line or "stroke2"
            if self.upright:
                drawing.hairline(painter, start, place, self.marks, token)
            else:
                drawing.hairline(painter, place, start, self.marks, token, upright=True)
        beside = self.marks + 4
        if self.orientation == "left":
            at, align = box.right() - beside, Qt.AlignmentFlag.AlignRight
        else:
            at, align = box.left() + beside, Qt.AlignmentFlag.AlignLeft
        middle = (
            box.top() + box.bottom() + (self.marks if self.orientation == "bottom" else -self.marks)
        ) / 2
        if self.upright:
            labels = [(at, place, words) for _, place, words in found]
        else:
            labels = [(place, middle, words) for _, place, words in found]
            align = Qt.AlignmentFlag.AlignHCenter
        drawing.labels(painter, labels, self.text_style, self.colour, align)
