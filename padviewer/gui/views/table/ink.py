"""Text of the table, drawn fast: fonts, colours and widths are made once for a theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from padviewer.gui.style import theme as look

MOST_WIDTHS = 20_000
LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


class _Face:
    """A style's font, measured."""

    def __init__(self, style: str) -> None:
        self.font: QFont = look.current().font(style)
        self.metrics = QFontMetricsF(self.font)
        self.rise = (self.metrics.ascent() - self.metrics.descent()) / 2
        self.widths: dict[str, float] = {}

    def width(self, words: str) -> float:
        """Return the width of a text in logical pixels."""
        width = self.widths.get(words)
        if width is None:
            if len(self.widths) >= MOST_WIDTHS:
                self.widths.clear()
            width = self.widths[words] = self.metrics.horizontalAdvance(words)
        return width


class _Ink:
    """What one theme's text is drawn with."""

    def __init__(self, theme: look.Theme) -> None:
        self.theme = theme
        self.faces: dict[str, _Face] = {}
        self.colours: dict[str, QColor] = {}

    def face(self, style: str) -> _Face:
        """Return a style's font."""
        if style not in self.faces:
            self.faces[style] = _Face(style)
        return self.faces[style]

    def colour(self, token: str) -> QColor:
        """Return a token's colour."""
        if token not in self.colours:
            self.colours[token] = self.theme.colour(token)
        return self.colours[token]


class _InUse:
    """The ink of the theme that was drawn with last."""

    ink: _Ink | None = None


def _ink() -> _Ink:
    ink, theme = _InUse.ink, look.current()
    if ink is None or ink.theme is not theme:
        ink = _InUse.ink = _Ink(theme)
    return ink


def width_of(words: str, style: str = "body") -> float:
    """Return the width of a text in logical pixels; quick for one that was measured before."""
    return _ink().face(style).width(words)


def colour(token: str) -> QColor:
    """Return a token's colour in the theme in use."""
    return _ink().colour(token)


def write(
    painter: QPainter, rect: QRectF, words: str, style: str, token: str, align: Qt.AlignmentFlag = LEFT
) -> None:
    """Draw one line in the middle of a rectangle's height, shortened where it does not fit its width."""
    ink = _ink()
    face = ink.face(style)
    painter.setFont(face.font)
    painter.setPen(ink.colour(token))
    room = rect.width()
    width = face.width(words)
    if width > room + 0.5:
        words = face.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = face.width(words)
    x = rect.left()
    if align is RIGHT:
        x += room - width
    elif align is CENTRE:
        x += (room - width) / 2
    painter.drawText(QPointF(x, round(rect.top() + rect.height() / 2 + face.rise)), words)
