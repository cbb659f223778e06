"""How the table is drawn: its head, a row with padding and cut parts, the line above a group."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from padviewer.core.rows.steps import Strip
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.drawing import CUT_EDGE, colour, text_width
from padviewer.gui.style.words import tr
from padviewer.gui.views.table.reading import Piece

PADDING = 12
"""Logical pixels between a column's edge and its text."""
MARK = 3
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
_INSET = 4
_WIDEST = 180
_HATCH = 6  # the hatch's period: cells of padding meet without a seam
_NARROWEST_NUMBER = 44
_NARROWEST_STEP = 8

Box = tuple[int, QRectF]
"""A place of a strip and where it is drawn; of a line that is kept as a picture, where in that."""


@dataclass(frozen=True)
class Column:
    """A column of the table and where it stands.

    Parameters
    ----------
    key : str
        ``row``, ``length``, ``kept``, ``label`` or ``steps``; another column of the dataset has ``=`` before
        its name.
    title : str
    width : int
        Logical pixels at first; the last column takes what is left.
    is_number : bool
    left, right : int
        Its edges as they are.
    """

    key: str
    title: str
    width: int
    is_number: bool = False
    left: int = 0
    right: int = 0

    def inside(self, rect: QRectF) -> QRectF:
        """Return the room of its text in a line."""
        room = self.right - self.left - 2 * PADDING
        return QRectF(self.left + PADDING, rect.top(), room, rect.height())


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
    fraction : int
        Logical pixels of a slot that stand behind the whole part of a number: points stand in line.
    with_ids : bool
        Whether an id stands below each word.
    """

    flows: bool
    gap: int
    slot: int
    fill: str
    mode: str = "constant"
    fraction: int = 0
    with_ids: bool = False


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


def parts_of(text: str) -> tuple[float, float]:
    """Return the widths of a number before its point, and of the rest."""
    whole, point, rest = text.partition(QLocale().decimalPoint())
    if not point or text.startswith("["):
        return text_width(text, "body"), 0.0
    return text_width(whole, "body"), text_width(point + rest, "body")


def number_slot(texts: Sequence[str], least: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    """Return the width at which numbers like these stand in line, and how much of it is behind the point.

    Parameters
    ----------
    texts : sequence of str
    least : (int, int)
        What is not to become less.
    """
    parts = [parts_of(text) for text in texts]
    fraction = max([math.ceil(part[1]) for part in parts] + [least[1]])
    widest = max((part[0] for part in parts), default=0.0) + fraction
    theme = look.current()
    wide = min(max(widest + 2 * _INSET, theme.px(_NARROWEST_NUMBER), least[0]), theme.px(_WIDEST))
    return math.ceil(wide / _HATCH) * _HATCH, fraction


def paint_head(
    painter: QPainter, columns: Sequence[Column], rect: QRectF, first: int, manner: Manner, sorted_by: str
) -> None:
    """Draw the names of the columns, which one sorts, and above numbers in line the numbers of the steps."""
    for column in columns:
        inside = column.inside(rect)
        title, is_last = column.title, column is columns[-1]
        if column.key == sorted_by.lstrip("-"):
            title = f"{title} {'↓' if sorted_by.startswith('-') else '↑'}"
        if is_last and manner.flows and first > 0:
            title = tr("{title}, from step {step} on", title=title, step=first)
        if is_last and not manner.flows:
            _paint_step_numbers(painter, inside, first, manner)
        else:
            align = RIGHT if column.is_number else LEFT
            drawing.text(painter, inside, title, "micro", "t3", align)
        if not is_last:
            drawing.hairline(painter, column.right, rect.top() + 8, rect.height() - 16, "line", upright=True)


def _paint_step_numbers(painter: QPainter, rect: QRectF, first: int, manner: Manner) -> None:
    """Draw the number of each step above its values, of as many as have room for it."""
    count = max(1, math.ceil(rect.width() / manner.slot))
    widest = text_width(str(first + count), "micro") + 2 * _INSET
    every = max(1, math.ceil(widest / manner.slot))
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    for k in range(0, count, every):
        right = rect.left() + (k + 1) * manner.slot - _INSET - manner.fraction
        place = QRectF(right - widest, rect.top(), widest, rect.height())
        if place.left() >= rect.left() - 2 * _INSET and place.right() <= rect.right():
            drawing.text(painter, place, str(first + k), "micro", "t3", RIGHT)
    painter.restore()


def paint_group(painter: QPainter, rect: QRectF, label: str, title: str) -> None:
    """Draw the line above a group of rows."""
    painter.fillRect(rect, colour("panel"))
    drawing.text(painter, rect.adjusted(PADDING, 0, -PADDING, 0), group_words(label, title), "strong", "t2")
    drawing.hairline(painter, rect.left(), rect.top(), rect.width(), "line")


def group_words(label: str, title: str) -> str:
    """Return what a group of rows is called."""
    if not label:
        return tr("Without {column}", column=title)
    return tr("{column} {label}", column=title, label=label)


def paint_line(
    painter: QPainter, columns: Sequence[Column], rect: QRectF, line: Line, manner: Manner
) -> list[Box]:
    """Draw one row; returns where its steps stand."""
    boxes: list[Box] = []
    if line.background:
        painter.fillRect(rect, colour(line.background))
    if line.is_marked:
        painter.fillRect(QRectF(rect.left(), rect.top(), MARK, rect.height()), colour("accent"))
    for column in columns:
        inside = column.inside(rect)
        if inside.width() <= 0:
            continue
        if column.key == "steps":
            painter.save()
            painter.setClipRect(inside, Qt.ClipOperation.IntersectClip)
            boxes = _paint_strip(painter, inside, line, manner)
            painter.restore()
            continue
        token = "cut" if column.key == "kept" and line.strip.places.cut else "t1"
        token = "t2" if column.key == "row" else token
        align = RIGHT if column.is_number else LEFT
        drawing.text(painter, inside, cell_of(line, column, columns), "body", token, align)
    return boxes


def cell_of(line: Line, column: Column, columns: Sequence[Column]) -> str:
    """Return what stands in a column beside the steps; an ellipsis until it is read."""
    places = line.strip.places
    if column.key.startswith("="):
        beside = [one.key for one in columns if one.key.startswith("=")]
        at, piece = beside.index(column.key), line.piece
        return piece.beside[at] if piece is not None and at < len(piece.beside) else "…"
    if column.key == "row":
        return str(line.strip.source)
    if column.key == "label":
        return line.label or numbers.MISSING
    return numbers.count(places.length if column.key == "length" else places.kept)


def _paint_strip(painter: QPainter, rect: QRectF, line: Line, manner: Manner) -> list[Box]:
    """Draw as many places of a row as fit."""
    places, first, boxes = line.strip.places, line.first, list[Box]()
    least = min(look.current().px(_NARROWEST_STEP), _NARROWEST_STEP)
    asked = np.arange(max(first - 1, 0), min(places.total, first + int(rect.width() // least) + 2))
    columns, steps = places.columns(asked).tolist(), places.steps(asked).tolist()
    kinds = [
        "pad" if step < 0 else "cut" if column < 0 else "real"
        for column, step in zip(columns, steps, strict=True)
    ]
    k = min(first, 1)
    before = kinds[0] if k and kinds and places.cut else None
    x = rect.left()
    while x < rect.right() and k < len(kinds):
        place, kind, step, gap = int(asked[k]), kinds[k], steps[k], 0
        if kind == "pad" and (text := _repeated(line, place, manner)) is not None:
            wide = float(manner.slot)
            if manner.flows:
                wide = min(text_width(text, "small"), look.current().px(_WIDEST)) + manner.gap
            box = QRectF(x, rect.top(), wide, rect.height())
            _paint_repeated(painter, box, text, manner)
            drawn = [box]
        elif kind == "pad":
            gap = manner.gap
            run = (places.left if place < places.left else places.total) - place
            repeats = manner.mode != "constant" and places.length > 0  # an empty row takes the fill value
            drawn = _paint_padding(
                painter, QRectF(x, rect.top(), rect.right() - x, rect.height()), run,
                replace(manner, fill="") if repeats else manner,
            )  # fmt: skip
        elif line.piece is None or not line.piece.covers(step, step + 1):
            drawing.text(painter, QRectF(x, rect.top(), 40, rect.height()), "…", "body", "dis")
            break
        else:
            start = QRectF(x, rect.top(), 0, rect.height())
            drawn = [_paint_step(painter, start, rect.right(), line, step, kind, manner)]
            if before is not None and "cut" in (before, kind) and before != kind:
                edge = QRectF(x - CUT_EDGE / 2, rect.top() + 3, CUT_EDGE, rect.height() - 6)
                painter.fillRect(edge, colour("cut"))
        boxes += [(place + at, box) for at, box in enumerate(drawn)]
        k += len(drawn)
        x = drawn[-1].right() + gap
        before = kind
    if line.column >= 0:
        selected = places.place(line.column)
        for place, box in boxes:
            if place == selected:
                drawing.focus_ring(painter, box.adjusted(0, 2, 0, -2), 4)
    return boxes


def _repeated(line: Line, place: int, manner: Manner) -> str | None:
    """Return the value that a place of padding repeats; None where it repeats none, or it is not read yet."""
    step = line.strip.repeated_step(place, manner.mode)
    if step < 0 or line.piece is None or not line.piece.covers(step, step + 1):
        return None
    return line.piece.text(step)


def _paint_repeated(painter: QPainter, box: QRectF, text: str, manner: Manner) -> None:
    """Draw a cell of padding that repeats a value of the row: hatched, with that value."""
    drawing.bar(painter, box.adjusted(0, _INSET, 0, -_INSET), "padding")
    _paint_chip(painter, box.adjusted(1, _INSET + 2, -_INSET, -_INSET - 2), text, manner)


def _paint_chip(painter: QPainter, chip: QRectF, text: str, manner: Manner) -> None:
    """Write what padding holds on a plate of its own, its point in line with those of numbers."""
    if manner.fraction:
        chip.setRight(chip.right() - max(0.0, manner.fraction - parts_of(text)[1]))
    chip.setLeft(max(chip.left(), chip.right() - text_width(text, "small") - 2))
    painter.fillRect(chip, colour("pad"))
    drawing.text(painter, chip, text, "small", "t3", RIGHT)


def _paint_padding(painter: QPainter, rect: QRectF, run: int, manner: Manner) -> list[QRectF]:
    """Draw cells of padding: hatched, with the fill value; words are followed by one value for all."""
    slot = manner.slot
    shown = min(run, int(rect.width() // slot) + 1)
    boxes = [QRectF(rect.left() + k * slot, rect.top(), slot, rect.height()) for k in range(shown)]
    if manner.flows:
        area = QRectF(rect.left(), rect.top() + _INSET, shown * slot, rect.height() - 2 * _INSET)
        drawing.bar(painter, area.intersected(rect), "padding")
        words = tr("{value} × {count}", value=manner.fill, count=numbers.count(run)) if manner.fill else ""
        chip = QRectF(area.left(), area.top(), text_width(words, "small") + 2 * _INSET, area.height())
        if words and chip.right() <= rect.right():
            painter.fillRect(chip, colour("pad"))
            drawing.text(painter, chip, words, "small", "t3", CENTRE)
        else:
            for box in boxes:
                drawing.text(painter, box, "·", "body", "t3", CENTRE)
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
    _paint_chip(painter, box.adjusted(_INSET, _INSET + 2, -_INSET, -_INSET - 2), manner.fill or "·", manner)
    painter.end()
    return pixmap


def _paint_step(
    painter: QPainter, at: QRectF, edge: float, line: Line, step: int, kind: str, manner: Manner
) -> QRectF:
    """Draw a step from `at` on; a text that goes beyond `edge` ends there in an ellipsis. Returns its box."""
    piece = line.piece
    assert piece is not None  # noqa: S101 - the caller looked
    text, below = piece.text(step), piece.id_text(step) if manner.with_ids else ""
    left, top, height, width = at.left(), at.top(), at.height(), float(manner.slot)
    if manner.flows:
        words = max(text_width(text, "body"), text_width(below, "mono_small")) if below else 0.0
        words = words or text_width(text, "body")
        width = min(words, look.current().px(_WIDEST)) + manner.gap
    is_missing = piece.is_missing(step)
    if kind == "cut":
        painter.fillRect(QRectF(left, top + _INSET, width, height - 2 * _INSET), colour("cutbg"))
    elif is_missing:
        painter.fillRect(QRectF(left + 1, top + _INSET, width - 2, height - 2 * _INSET), colour("missbg"))
    token = "cut" if kind == "cut" else "miss" if is_missing else "t1"
    if manner.flows:
        start, stop = left + manner.gap / 2, left + width - manner.gap / 2 + 0.5
    else:
        start, stop = left + _INSET, left + width - _INSET
        if manner.fraction:
            stop -= max(0.0, manner.fraction - parts_of(text)[1])
    stop = min(stop, edge)
    if below:
        inner = height - 2 * _INSET
        half = QRectF(start, top + _INSET + inner * 0.55, stop - start, inner * 0.45)
        drawing.text(painter, half, below, "mono_small", "cut" if kind == "cut" else "t3")
        top, height = top + _INSET, inner * 0.6
    align = LEFT if manner.flows else RIGHT
    drawing.text(painter, QRectF(start, top, stop - start, height), text, "body", token, align)
    if kind == "cut":
        wide = min(stop - start, text_width(text, "body"))
        drawing.hairline(painter, start if manner.flows else stop - wide, top + height / 2 + 1, wide, "cut")
    return QRectF(left, at.top(), width, at.height())


def at_point(boxes: Sequence[Box], point: QPointF) -> int:
    """Return the place under a point; −1 for none."""
    return next((place for place, box in boxes if box.left() <= point.x() < box.right()), -1)
