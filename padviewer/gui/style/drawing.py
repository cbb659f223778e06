"""What several widgets draw alike: hairlines, the two hatches, swatches, the focus ring, one line of text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
    QTransform,
)

from padviewer.gui.style import theme as look

_SUBSAMPLES = 4
MOST_WIDTHS = 20_000
MARGIN = 16
"""Logical pixels between the edge of a panel or view and what stands in it."""
CUT_EDGE = 3
"""Logical pixels of the solid edge beside what was cut."""
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter
Label = tuple[float, float, str]


def hairline(
    painter: QPainter, x: float, y: float, length: float, token: str, *, upright: bool = False
) -> None:
    """Fill a line of one logical pixel that begins on a whole device pixel."""
    ratio = painter.device().devicePixelRatioF()
    thick = max(1, round(ratio)) / ratio
    left, top = round(x * ratio) / ratio, round(y * ratio) / ratio
    size = (thick, length) if upright else (length, thick)
    painter.fillRect(QRectF(left, top, *size), look.current().colour(token))


def snapped(rect: QRectF, ratio: float) -> QRectF:
    """Return a rectangle whose edges stand on whole device pixels."""
    left, top = round(rect.left() * ratio) / ratio, round(rect.top() * ratio) / ratio
    right, bottom = round(rect.right() * ratio) / ratio, round(rect.bottom() * ratio) / ratio
    return QRectF(left, top, right - left, bottom - top)


@cache
def _hatch_tile(fill: str, line: str, period: int, thick: float, rising: bool) -> QImage:
    """Return one period of a diagonal hatch, in device pixels.

    A line of one device pixel or less is a staircase of whole pixels; a thicker one is smoothed.
    """
    n = _SUBSAMPLES if thick > 1 and thick != round(thick) else 1
    places = np.arange(period * n)
    across = places[None, :] + places[:, None] if rising else places[None, :] - places[:, None]
    fine = ((across % (period * n)) < thick * n).astype(float)
    cover = fine.reshape(period, n, period, n).mean(axis=(1, 3))[:, :, None]
    front, back = (np.array(list(bytes.fromhex(colour[1:]))) for colour in (line, fill))
    rgb = np.rint(front * cover + back * (1 - cover)).astype(np.uint8)
    rgba = np.dstack([rgb, np.full((period, period), 255, np.uint8)])
    return QImage(rgba.tobytes(), period, period, period * 4, QImage.Format.Format_RGBA8888).copy()


def _hatch(tile: QImage, ratio: float) -> QBrush:
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush


def padding_brush(ratio: float, period: int = 6) -> QBrush:
    """Return the hatch ``/`` of padding.

    Parameters
    ----------
    ratio : float
        Device pixels in one logical pixel.
    period : int
        Logical pixels from line to line: 8 in a view of cells, 6 in swatches and bars.
    """
    theme = look.current()
    tile = _hatch_tile(
        theme.hex("pad"), theme.hex("hatch"), max(2, round(period * ratio)), max(1, round(ratio)), True
    )
    return _hatch(tile, ratio)


def cut_brush(ratio: float) -> QBrush:
    r"""Return the hatch ``\`` of what is cut away: lines of 1.4 logical pixels, 5 apart."""
    theme = look.current()
    thick = 1.4 * 2**0.5 * ratio  # across the line 1.4, so along the row more
    tile = _hatch_tile(theme.hex("cutbg"), theme.hex("cut"), max(3, round(5 * ratio)), thick, False)
    return _hatch(tile, ratio)


def kind_brush(kind: str, ratio: float) -> QBrush:
    """Return the brush of ``"kept"``, ``"padding"`` or ``"cut"`` in bars and swatches."""
    if kind == "kept":
        return QBrush(look.current().colour("real"))
    return padding_brush(ratio) if kind == "padding" else cut_brush(ratio)


def bar(painter: QPainter, rect: QRectF, kind: str, radius: float = 0.0) -> None:
    """Fill a bar or swatch of one kind, its edges on whole device pixels."""
    ratio = painter.device().devicePixelRatioF()
    rect = snapped(rect, ratio)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(kind_brush(kind, ratio))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, radius > 0)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def rounded(painter: QPainter, rect: QRectF, radius: float, fill: str) -> None:
    """Fill a rounded rectangle with a token's colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.current().colour(fill))
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRectF, radius: float = 6.0) -> None:
    """Draw the 2 px ring of the focus inside a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.current().colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


class _Face:
    """A style's font, measured; the width of a text is kept, for the next frame has most of it again."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.rise = (self.metrics.ascent() - self.metrics.descent()) / 2
        self._widths: dict[str, float] = {}

    def width(self, words: str) -> float:
        """Return the width of a text in logical pixels."""
        width = self._widths.get(words)
        if width is None:
            if len(self._widths) >= MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[words] = self.metrics.horizontalAdvance(words)
        return width


class _Ink:
    """What texts of the theme in use are drawn with."""

    theme: look.Theme | None = None
    faces: ClassVar[dict[str, _Face]] = {}
    colours: ClassVar[dict[str, QColor]] = {}


def _ink() -> type[_Ink]:
    theme = look.current()
    if _Ink.theme is not theme:
        _Ink.theme, _Ink.faces, _Ink.colours = theme, {}, {}
    return _Ink


def _face(style: str) -> _Face:
    faces = _ink().faces
    if style not in faces:
        faces[style] = _Face(look.current().font(style))
    return faces[style]


def colour(token: str) -> QColor:
    """Return a token's colour in the theme in use, made once."""
    colours = _ink().colours
    if token not in colours:
        colours[token] = look.current().colour(token)
    return colours[token]


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    style: str,
    token: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Draw one line in the middle of a rectangle's height, shortened where it does not fit its width."""
    face = _face(style)
    painter.setFont(face.font)
    painter.setPen(colour(token))
    room, width, x = rect.width(), face.width(words), rect.left()
    if width > room + 0.5:
        words = face.metrics.elidedText(words, elide, room)
        width = face.width(words)
    if align is _RIGHT or (align is not _LEFT and align & _RIGHT):
        x += room - width
    elif align is _CENTRE or (align is not _LEFT and align & _CENTRE):
        x += (room - width) / 2
    painter.drawText(QPointF(x, round(rect.top() + rect.height() / 2 + face.rise)), words)


def labels(
    painter: QPainter,
    found: Iterable[Label],
    style: str,
    token: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw many lines of text, each given as where it begins or, by `align`, ends, its middle, and words."""
    theme = look.current()
    font = theme.font(style)
    metrics = QFontMetricsF(font)
    drop = (metrics.ascent() - metrics.descent()) / 2
    share = {Qt.AlignmentFlag.AlignRight: 1.0, Qt.AlignmentFlag.AlignHCenter: 0.5}.get(align, 0.0)
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    for x, y, words in found:
        left = x - share * metrics.horizontalAdvance(words) if share else x
        painter.drawText(QPointF(left, round(y + drop)), words)


def wrapped(words: str, style: str, width: float) -> tuple[str, ...]:
    """Return a text as lines of at most a width: broken between words, within one that is longer."""
    layout = QTextLayout(words, look.current().font(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(lines)


def text_width(words: str, style: str) -> float:
    """Return the width of a text in logical pixels; quick for one that was measured before."""
    return _face(style).width(words)


def icon_size() -> int:
    """Return the side of an icon beside text, in logical pixels: it grows with the text."""
    return look.current().px(16)


def icon(painter: QPainter, x: float, y: float, name: str, token: str, size: int = 0) -> None:
    """Draw an icon with its corner on a whole device pixel; 0 is the size that goes with the text."""
    size = size or icon_size()
    ratio = painter.device().devicePixelRatioF()
    pixmap = look.icon_pixmap(name, look.current().hex(token), size, ratio)
    painter.drawPixmap(QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio), pixmap)
