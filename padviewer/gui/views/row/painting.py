"""Draws the blocks of a row: words over numbers, padding hatched, what was cut, the mask, the selection."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from padviewer.core.padding.plan import CellKind
from padviewer.core.padding.timeline import CUT
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.gathered import MARGIN
from padviewer.gui.views.common.kept import KeptPictures
from padviewer.gui.views.row.blocks import LINES, MASK, Blocks
from padviewer.gui.views.row.reading import RowPage

CUT_EDGE = 3
NAMES, NAMES_GAP = 104, 8
BEFORE_LINES, AFTER_LINES = 2, 3


class Writer:
    """Writes short texts into cells of one width; quicker than one call of `drawing.text` each."""

    def __init__(self, painter: QPainter, style: str) -> None:
        self._painter = painter
        self.style = style
        self._font = look.current().font(style)
        self._metrics = QFontMetricsF(self._font)
        self._baseline = (self._metrics.ascent() - self._metrics.descent()) / 2

    def plate(self, rect: QRectF, words: str) -> None:
        """Fill what a text will stand on with the colour of padding."""
        width = min(self._metrics.horizontalAdvance(words) + 6, rect.width())
        plate = QRectF(rect.center().x() - width / 2, rect.top() + 1, width, rect.height() - 2)
        drawing.rounded(self._painter, plate, 3, "pad")

    def write(self, rect: QRectF, words: str, token: str) -> None:
        """Write a text into the middle of a rectangle, shortened where it does not fit."""
        if not words:
            return
        width = self._metrics.horizontalAdvance(words)
        if width > rect.width():
            words = self._metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, rect.width())
            width = self._metrics.horizontalAdvance(words)
        self._painter.setFont(self._font)
        self._painter.setPen(look.current().colour(token))
        x = rect.left() + (rect.width() - width) / 2
        self._painter.drawText(QPointF(x, round(rect.center().y() + self._baseline)), words)


def line_names(page: RowPage) -> tuple[str, ...]:
    """Return the names of the lines of a block, from top to bottom."""
    before = tr("Word") if page.is_words else tr("Source value")
    after = tr("Id in the tensor") if page.is_words else tr("In the tensor")
    return tr("Source step"), before, tr("Position"), after, tr("Mask")


def names_width(page: RowPage | None) -> int:
    """Return the width of the column of the lines' names, and of the gap behind it, in logical pixels."""
    widest = max((drawing.text_width(name, "micro") for name in line_names(page)), default=0.0) if page else 0
    return max(look.current().px(NAMES), math.ceil(widest) + NAMES_GAP)


def paint_blocks(
    painter: QPainter,
    page: RowPage,
    blocks: Blocks,
    top: float,
    bottom: float,
    pictures: KeptPictures | None = None,
) -> None:
    """Draw the places of `page` in the blocks between two heights; with `pictures` a block is kept as one."""
    shown, per_block = blocks.shown(top, bottom), blocks.per_block
    first = max(shown[0], page.steps.first)
    stop = min(shown[1], page.steps.first + len(page.steps))
    while first < stop:
        block = first // per_block
        after = min(stop, (block + 1) * per_block)
        rect = blocks.block(block)
        own = replace(blocks, offset=0, top=-block * blocks.pitch)
        draw = partial(_paint_block, page=page, blocks=own, first=first, stop=after)
        if pictures is not None and pictures.fits(painter, rect):
            pictures.paint(painter, rect, (page, own, first, after), draw)
        else:
            painter.save()
            painter.setBrushOrigin(rect.topLeft())  # the hatch begins where it does in a picture
            _paint_block(painter, rect, page=page, blocks=blocks, first=first, stop=after)
            painter.restore()
        first = after


def _paint_block(
    painter: QPainter, _rect: QRectF, *, page: RowPage, blocks: Blocks, first: int, stop: int
) -> None:
    """Draw the places of one block from `first` to `stop`."""
    steps = page.steps
    small, words = Writer(painter, "mono_small"), Writer(painter, "small")
    ratio = painter.device().devicePixelRatioF()
    _paint_names(painter, blocks.rect(first).top(), blocks, line_names(page))
    for place in range(first, stop):
        at = place - steps.first
        rect = drawing.snapped(blocks.rect(place), ratio)
        kind, step, column = int(steps.kinds[at]), int(steps.steps[at]), int(steps.columns[at])
        lines = [
            QRectF(rect.left(), rect.top() + k * blocks.line, rect.width(), blocks.line) for k in range(LINES)
        ]
        _paint_ground(painter, rect, kind, blocks.line, ratio, has_step=step >= 0)
        gone = step >= 0 and not bool(steps.known[at]) and kind != CellKind.PAD
        cut = kind == CUT
        small.write(lines[0], str(step) if step >= 0 else "–", "cut" if cut else "t3")
        _write(words, lines[1], page.before[at], "miss" if gone else "cut" if cut else "t1", kind, step)
        _write(small, lines[2], tr("cut") if cut else str(column), "cut" if cut else "t3", kind, step)
        _write(small, lines[3], page.after[at], "miss" if gone else "t1", kind, step)
        if not cut:
            _paint_mask(painter, lines[MASK], real=kind != CellKind.PAD)
        _paint_cut_edge(painter, page, place, rect, blocks.line)


def _paint_names(painter: QPainter, top: float, blocks: Blocks, names: tuple[str, ...]) -> None:
    for k, name in enumerate(names):
        place = QRectF(MARGIN, top + k * blocks.line, blocks.left - MARGIN - NAMES_GAP, blocks.line)
        drawing.text(painter, place, name, "micro", "t3")


def _paint_ground(
    painter: QPainter, rect: QRectF, kind: int, line: float, ratio: float, *, has_step: bool
) -> None:
    """Fill what stands behind a place: the cut hatch over its source, the padding hatch over its cell."""
    before = QRectF(rect.left(), rect.top(), rect.width() - 1, BEFORE_LINES * line)
    after = QRectF(rect.left(), before.bottom(), rect.width() - 1, AFTER_LINES * line)
    if kind == CUT:
        painter.fillRect(before, look.current().colour("cutbg"))
        painter.fillRect(
            QRectF(after.left(), after.top(), after.width(), line), look.current().colour("cutbg")
        )
        hatched = QRectF(after.left(), after.top() + line, after.width(), 2 * line)
        painter.fillRect(hatched, drawing.cut_brush(ratio))
    elif kind == CellKind.PAD:
        painter.fillRect(after, drawing.padding_brush(ratio, 8))
        if not has_step:
            painter.fillRect(before, look.current().colour("pad"))
    elif kind == CellKind.MISSING:
        painter.fillRect(before.united(after), look.current().colour("missbg"))


def _write(writer: Writer, rect: QRectF, words: str, token: str, kind: int, step: int) -> None:
    """Write a value; over a hatch it stands on a plate, so that it can be read."""
    inside = rect.adjusted(3, 0, -4, 0)
    if kind == CellKind.PAD and words:
        writer.plate(inside, words)
    writer.write(inside, words or ("–" if step < 0 else ""), "t3" if kind == CellKind.PAD else token)


def _paint_mask(painter: QPainter, rect: QRectF, *, real: bool) -> None:
    """Draw a filled square for a real step, a hollow one on a plate for padding."""
    side = round(rect.height() * 0.5)
    square = QRectF(round(rect.center().x() - side / 2), round(rect.center().y() - side / 2), side, side)
    if real:
        painter.fillRect(square, look.current().colour("real"))
        return
    painter.fillRect(square, look.current().colour("pad"))
    painter.setPen(QPen(look.current().colour("t3"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(square.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_cut_edge(painter: QPainter, page: RowPage, place: int, rect: QRectF, line: float) -> None:
    """Draw the solid edge of a kept step on the side where steps were cut."""
    timeline = page.steps.timeline
    tensor = place - timeline.before
    lower = QRectF(rect.left(), rect.top() + BEFORE_LINES * line, rect.width() - 1, AFTER_LINES * line)
    starts = (tensor == 0 and timeline.before) or (
        tensor == timeline.break_at + timeline.gap and timeline.gap
    )
    ends = (tensor == timeline.break_at - 1 and timeline.gap) or (
        tensor == timeline.width + timeline.gap - 1 and timeline.after
    )
    cut = look.current().colour("cut")
    if starts:
        painter.fillRect(QRectF(lower.left(), lower.top(), CUT_EDGE, lower.height()), cut)
    if ends:
        painter.fillRect(QRectF(lower.right() - CUT_EDGE, lower.top(), CUT_EDGE, lower.height()), cut)


def paint_place(painter: QPainter, rect: QRectF) -> None:
    """Outline the selected place."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.current().colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-1, -2, 0, 2), 4, 4)
    painter.restore()
