"""How a row is drawn: blocks of lines below one another, a column for each place, and its selection."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from padviewer.core.padding.plan import CellKind
from padviewer.core.padding.timeline import CUT
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.drawing import CUT_EDGE, MARGIN
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.kept import KeptPictures
from padviewer.gui.views.row.reading import RowPage

NAMES, NAMES_GAP = 104, 8
BEFORE_LINES, AFTER_LINES = 2, 3
LINES = BEFORE_LINES + AFTER_LINES
PITCH = LINES + 1
"""From one block to the next, in lines."""
MASK = 4


@dataclass(frozen=True)
class Blocks:
    """The geometry of the row view, in logical pixels from the corner of the viewport.

    Parameters
    ----------
    total : int
        Places of the row.
    left, right : float
        Where the first column begins, and what the last one must not pass.
    cell, line : int
        Width of a place and height of a line.
    texts : int
        Lines of text above the first block.
    offset : int
        Pixels scrolled out.
    """

    total: int
    left: float
    right: float
    cell: int
    line: int
    texts: int = 0
    offset: int = 0

    @property
    def per_block(self) -> int:
        """Places side by side, 1 or more."""
        return max(1, int((self.right - self.left) // self.cell))

    @property
    def count(self) -> int:
        """Blocks of the whole row."""
        return -(-self.total // self.per_block)

    @property
    def lines(self) -> int:
        """Lines of the whole view."""
        return self.texts + self.count * PITCH

    def first_line(self, place: int) -> int:
        """Return the first of the lines of a place."""
        return self.texts + place // self.per_block * PITCH

    def block(self, at: int) -> QRectF:
        """Return a block with the names of its lines and the gap below it, as wide as the view is for it."""
        top = (self.texts + at * PITCH) * self.line - self.offset
        return QRectF(0, top, self.right, PITCH * self.line)

    def rect(self, place: int) -> QRectF:
        """All lines of a place."""
        block, at = divmod(place, self.per_block)
        return QRectF(self.left + at * self.cell, self.block(block).top(), self.cell, LINES * self.line)

    def place_at(self, point: QPointF) -> int:
        """Return the place under a point, or −1."""
        block = (point.y() + self.offset - self.texts * self.line) // (PITCH * self.line)
        at = (point.x() - self.left) // self.cell
        place = int(block * self.per_block + at)
        inside = block >= 0 and 0 <= at < self.per_block and place < self.total
        return place if inside and self.rect(place).contains(point) else -1

    def cell_at(self, line: int, column: int) -> tuple[int, int]:
        """Return the place in a column of a line (column 0 is the names) and which of its lines; −1: none."""
        block, within = divmod(line - self.texts, PITCH)
        place = block * self.per_block + column - 1
        inside = line >= self.texts and within < LINES and 0 < column <= self.per_block
        return (place, within) if inside and place < self.total else (-1, within)

    def shown(self, lines: range) -> tuple[int, int]:
        """Return the first place in some lines, and the one behind the last."""
        first = max(0, lines.start - self.texts) // PITCH
        last = max(first, -(-max(0, lines.stop - self.texts) // PITCH))
        return min(first * self.per_block, self.total), min(last * self.per_block, self.total)


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
    painter: QPainter, page: RowPage, blocks: Blocks, places: tuple[int, int],
    pictures: KeptPictures | None = None,
) -> None:  # fmt: skip
    """Draw the places of `page` from one to another; with `pictures` a block is kept as one."""
    per_block = blocks.per_block
    first = max(places[0], page.steps.first)
    stop = min(places[1], page.steps.first + len(page.steps))
    while first < stop:
        block = first // per_block
        after = min(stop, (block + 1) * per_block)
        rect = blocks.block(block)
        own = replace(blocks, texts=0, offset=block * PITCH * blocks.line)
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
        number = str(step) if step >= 0 else "–"
        _text(painter, lines[0], number, "mono_small", "cut" if cut else "t3")
        _write(
            painter,
            lines[1],
            page.before[at],
            "small",
            "miss" if gone else "cut" if cut else "t1",
            kind,
            step,
        )
        said = tr("cut") if cut else str(column)
        _write(painter, lines[2], said, "mono_small", "cut" if cut else "t3", kind, step)
        _write(painter, lines[3], page.after[at], "mono_small", "miss" if gone else "t1", kind, step)
        if not cut:
            _paint_mask(painter, lines[MASK], real=kind != CellKind.PAD)
        _paint_cut_edge(painter, page, place, rect, blocks.line)


def _text(painter: QPainter, rect: QRectF, words: str, style: str, token: str) -> None:
    """Write a text into the middle of a rectangle, shortened in its own middle where it does not fit."""
    if words:
        centre, middle = Qt.AlignmentFlag.AlignHCenter, Qt.TextElideMode.ElideMiddle
        drawing.text(painter, rect, words, style, token, centre, middle)


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


def _write(painter: QPainter, rect: QRectF, words: str, style: str, token: str, kind: int, step: int) -> None:
    """Write a value; over a hatch it stands on a plate, so that it can be read."""
    inside = rect.adjusted(3, 0, -4, 0)
    if kind == CellKind.PAD and words:
        width = min(drawing.text_width(words, style) + 6, inside.width())
        plate = QRectF(inside.center().x() - width / 2, inside.top() + 1, width, inside.height() - 2)
        drawing.rounded(painter, plate, 3, "pad")
    token = "t3" if kind == CellKind.PAD else token
    _text(painter, inside, words or ("–" if step < 0 else ""), style, token)


def _paint_mask(painter: QPainter, rect: QRectF, *, real: bool) -> None:
    """Draw a filled square for a real step, a hollow one on a plate for padding."""
    side = round(rect.height() * 0.5)
    left, top = rect.left() + (rect.width() - side) // 2, rect.top() + (rect.height() - side) // 2
    square = QRectF(left, top, side, side)
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
