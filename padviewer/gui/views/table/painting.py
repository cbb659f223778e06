"""How the table is drawn: its head, a row with padding and cut parts, the line above a group."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.views.table.ink import CENTRE, LEFT, RIGHT, colour, width_of, write
from padviewer.gui.views.table.layout import Columns
from padviewer.gui.views.table.rows import Kind, Piece, Strip, repeated_step

PADDING = 12
"""Logical pixels between a column's edge and its text."""
CUT_EDGE = 3
MARK = 3
_INSET = 4
_WIDEST = 180
_HATCH = 6  # the hatch's period: cells of padding meet without a seam
_NARROWEST_NUMBER = 44

Box = tuple[int, QRectF]
"""A place of a strip and where it is drawn; of a line that is kept as a picture, where in that."""


@dataclass(frozen=True)
class Manner:
    """How steps are drawn.

    Parameters
    ----------
    flows : bool
        Words behind one another; else every step takes the same width, so that columns stand in line.
    gap : int
        Logical pixels between words.
    slot : int
        Logical pixels of a number, or of a cell of padding among words.
    fill : str
        The fill value; empty to leave it out.
    mode : str
        What padding is made of.
    """

    flows: bool
    gap: int
    slot: int
    fill: str
    mode: str = "constant"


@dataclass(frozen=True)
class Line:
    """What is drawn of one row.

    Parameters
    ----------
    strip : Strip
    piece : Piece or None
        None until it has been read.
    label : str
    first : int
        The place at which the strip begins on the screen.
    column : int
        The selected column of the tensor; −1 for none.
    background : str
        A token; empty for none.
    is_marked : bool
    """

    strip: Strip
    piece: Piece | None
    label: str
    first: int
    column: int = -1
    background: str = ""
    is_marked: bool = False


def number_slot(texts: Sequence[str]) -> int:
    """Return the width at which numbers like these stand in line, in logical pixels."""
    widest = max((width_of(text) for text in texts), default=0.0)
    theme = look.current()
    wide = min(max(widest + 2 * _INSET, theme.px(_NARROWEST_NUMBER)), theme.px(_WIDEST))
    return math.ceil(wide / _HATCH) * _HATCH


def paint_head(painter: QPainter, columns: Columns, rect: QRectF, first: int) -> None:
    """Draw the names of the columns and the line beneath."""
    spans = columns.spans(int(rect.right()))
    for column, left, right in spans:
        inside = QRectF(left + PADDING, rect.top(), right - left - 2 * PADDING, rect.height())
        align = RIGHT if column.key in ("row", "length", "kept") else LEFT
        title = column.title
        if column.key == "steps" and first > 0:
            title = tr("{title}, from step {step} on", title=title, step=first)
        write(painter, inside, title, "micro", "t3", align)
        if column is not spans[-1][0]:
            drawing.hairline(painter, right, rect.top() + 8, rect.height() - 16, "line", upright=True)
    drawing.hairline(painter, rect.left(), rect.bottom() - 1, rect.width(), "line")


def paint_group(painter: QPainter, rect: QRectF, label: str, title: str) -> None:
    """Draw the line above a group of rows."""
    painter.fillRect(rect, colour("panel"))
    words = (
        tr("{column} {label}", column=title, label=label) if label else tr("Without {column}", column=title)
    )
    write(painter, rect.adjusted(PADDING, 0, -PADDING, 0), words, "strong", "t2")
    drawing.hairline(painter, rect.left(), rect.top(), rect.width(), "line")


def paint_line(painter: QPainter, columns: Columns, rect: QRectF, line: Line, manner: Manner) -> list[Box]:
    """Draw one row; returns where its steps stand."""
    strip, boxes = line.strip, []
    if line.background:
        painter.fillRect(rect, colour(line.background))
    if line.is_marked:
        painter.fillRect(QRectF(rect.left(), rect.top(), MARK, rect.height()), colour("accent"))
    for column, left, right in columns.spans(int(rect.right())):
        inside = QRectF(left + PADDING, rect.top(), right - left - 2 * PADDING, rect.height())
        if inside.width() <= 0:
            continue
        if column.key == "row":
            write(painter, inside, str(strip.source), "body", "t2", RIGHT)
        elif column.key == "length":
            write(painter, inside, numbers.count(strip.length), "body", "t1", RIGHT)
        elif column.key == "kept":
            token = "cut" if strip.is_cut else "t1"
            write(painter, inside, numbers.count(strip.kept), "body", token, RIGHT)
        elif column.key == "label":
            write(painter, inside, line.label or numbers.MISSING, "body", "t1")
        else:
            painter.save()
            painter.setClipRect(inside, Qt.ClipOperation.IntersectClip)
            boxes = _paint_strip(painter, inside, line, manner)
            painter.restore()
    return boxes


def _paint_strip(painter: QPainter, rect: QRectF, line: Line, manner: Manner) -> list[Box]:
    """Draw as many places of a row as fit."""
    strip, boxes, before = line.strip, list[Box](), None
    x, place = rect.left(), line.first
    if strip.is_cut and place > 0 and place < strip.total:
        before = strip.kind(place - 1)
    while x < rect.right() and place < strip.total:
        kind = strip.kind(place)
        if kind == "pad" and (text := _repeated(line, place, manner)) is not None:
            wide = float(manner.slot)
            if manner.flows:
                wide = min(width_of(text, "small"), look.current().px(_WIDEST)) + manner.gap
            box = QRectF(x, rect.top(), wide, rect.height())
            _paint_repeated(painter, box, text)
            boxes.append((place, box))
            x += wide
            place += 1
            before = kind
            continue
        if kind == "pad":
            run = (strip.left if place < strip.left else strip.total) - place
            repeats = manner.mode != "constant" and strip.length > 0  # an empty row takes the fill value
            drawn = _paint_padding(
                painter, QRectF(x, rect.top(), rect.right() - x, rect.height()), run,
                replace(manner, fill="") if repeats else manner,
            )  # fmt: skip
            boxes += [(place + k, box) for k, box in enumerate(drawn)]
            place += len(drawn)
            x = drawn[-1].right() + manner.gap if drawn else rect.right()
            before = kind
            continue
        step = strip.step(place)
        if line.piece is None or not line.piece.covers(step, step + 1):
            write(painter, QRectF(x, rect.top(), 40, rect.height()), "…", "body", "dis")
            break
        text = line.piece.text(step)
        wide = (
            manner.slot if not manner.flows else min(width_of(text), look.current().px(_WIDEST)) + manner.gap
        )
        box = QRectF(x, rect.top(), wide, rect.height())
        shown: Kind = "missing" if kind == "real" and line.piece.is_missing(step) else kind
        _paint_step(painter, box, rect.right(), text, shown, manner)
        if before is not None and "cut" in (before, kind) and before != kind:
            edge = QRectF(x - CUT_EDGE / 2, rect.top() + 3, CUT_EDGE, rect.height() - 6)
            painter.fillRect(edge, colour("cut"))
        boxes.append((place, box))
        x += wide
        place += 1
        before = kind
    if line.column >= 0:
        _paint_selected(painter, boxes, line)
    return boxes


def _repeated(line: Line, place: int, manner: Manner) -> str | None:
    """Return the value that a place of padding repeats; None where it repeats none, or it is not read yet."""
    step = repeated_step(line.strip, place, manner.mode)
    if step < 0 or line.piece is None or not line.piece.covers(step, step + 1):
        return None
    return line.piece.text(step)


def _paint_repeated(painter: QPainter, box: QRectF, text: str) -> None:
    """Draw a cell of padding that repeats a value of the row: hatched, with that value."""
    drawing.bar(painter, box.adjusted(0, _INSET, 0, -_INSET), "padding")
    chip = box.adjusted(1, _INSET + 2, -_INSET, -_INSET - 2)
    chip.setLeft(max(chip.left(), chip.right() - width_of(text, "small") - 2))
    painter.fillRect(chip, colour("pad"))
    write(painter, chip, text, "small", "t3", RIGHT)


def _paint_padding(painter: QPainter, rect: QRectF, run: int, manner: Manner) -> list[QRectF]:
    """Draw cells of padding: hatched, with the fill value; words are followed by one value for all."""
    slot = manner.slot
    shown = min(run, int(rect.width() // slot) + 1)
    boxes = [QRectF(rect.left() + k * slot, rect.top(), slot, rect.height()) for k in range(shown)]
    if manner.flows:
        area = QRectF(rect.left(), rect.top() + _INSET, shown * slot, rect.height() - 2 * _INSET)
        drawing.bar(painter, area.intersected(rect), "padding")
        words = tr("{value} × {count}", value=manner.fill, count=numbers.count(run)) if manner.fill else ""
        chip = QRectF(area.left(), area.top(), width_of(words, "small") + 2 * _INSET, area.height())
        if words and chip.right() <= rect.right():
            painter.fillRect(chip, colour("pad"))
            write(painter, chip, words, "small", "t3", CENTRE)
        else:
            for box in boxes:
                write(painter, box, "·", "body", "t3", CENTRE)
        return boxes
    tile = _padding_cell(look.current(), manner, rect.height(), painter.device().devicePixelRatioF())
    painter.drawTiledPixmap(QRectF(rect.left(), rect.top(), shown * slot, rect.height()), tile)
    return boxes


@lru_cache(8)
def _padding_cell(_theme: look.Theme, manner: Manner, height: float, ratio: float) -> QPixmap:
    """Return one cell of padding among numbers, drawn once: hatched, with the fill value."""
    box = QRectF(0, 0, manner.slot, height)
    pixmap = QPixmap(round(manner.slot * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.bar(painter, box.adjusted(0, _INSET, 0, -_INSET), "padding")
    words = manner.fill or "·"
    chip = box.adjusted(_INSET, _INSET + 2, -_INSET, -_INSET - 2)
    chip.setLeft(max(chip.left(), chip.right() - width_of(words, "small") - 2))
    painter.fillRect(chip, colour("pad"))
    write(painter, chip, words, "small", "t3", RIGHT)
    painter.end()
    return pixmap


def _paint_step(painter: QPainter, box: QRectF, edge: float, text: str, kind: Kind, manner: Manner) -> None:
    """Draw a step into its box; a text that goes beyond `edge` ends there in an ellipsis."""
    inner = box.adjusted(0, _INSET, 0, -_INSET)
    if kind == "cut":
        painter.fillRect(inner, colour("cutbg"))
    elif kind == "missing":
        painter.fillRect(inner.adjusted(1, 0, -1, 0), colour("missbg"))
    token = {"cut": "cut", "missing": "miss"}.get(kind, "t1")
    if manner.flows:
        words = box.adjusted(manner.gap / 2, 0, -manner.gap / 2 + 0.5, 0)
        words.setRight(min(words.right(), edge))
        write(painter, words, text, "body", token)
    else:
        words = box.adjusted(_INSET, 0, -_INSET, 0)
        words.setRight(min(words.right(), edge))
        write(painter, words, text, "body", token, RIGHT)
        words.setLeft(max(words.left(), words.right() - width_of(text)))
    if kind == "cut":
        drawing.hairline(painter, words.left(), box.center().y() + 1, words.width(), "cut")


def _paint_selected(painter: QPainter, boxes: list[Box], line: Line) -> None:
    """Draw a ring around the selected step."""
    for place, box in boxes:
        if line.strip.column(place) == line.column:
            drawing.focus_ring(painter, box.adjusted(0, 2, 0, -2), 4)


def spoken(strip: Strip, label: str, label_title: str, step: str) -> str:
    """Return a row as a sentence, for a person who does not see it."""
    said = [
        tr(
            "Row {row}, {steps}, {kept} kept.",
            row=strip.source,
            steps=tr_count("{count} step", "{count} steps", strip.length),
            kept=numbers.count(strip.kept),
        )
    ]
    if label:
        said.append(tr("{column} {label}.", column=label_title, label=label))
    if step:
        said.append(step)
    return " ".join(said)


def empty_words(painter: QPainter, rect: QRectF, words: str) -> None:
    """Draw why there is nothing to see."""
    write(painter, rect, words, "body", "t3", CENTRE)


def paint_cursor(painter: QPainter, rect: QRectF) -> None:
    """Draw the ring of the focus around the selected row."""
    drawing.focus_ring(painter, rect, 4)


def at_point(boxes: Sequence[Box], point: QPointF) -> int:
    """Return the place under a point; −1 for none."""
    return next((place for place, box in boxes if box.left() <= point.x() < box.right()), -1)
