"""Texts in the styles and colours of the theme: one line that is shortened, and sentences that wrap."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look

_LONG = re.compile(r"\S{40,}")  # a word that may be wider than a panel


class ElidedLabel(QWidget):
    """One line of text in a style and colour of the theme.

    Parameters
    ----------
    words : str
    style : str
        A font style such as ``"small"``.
    token : str
        A colour token.
    align : Qt.AlignmentFlag
        Left, right or centre.
    middle : bool
        Shorten in the middle, so that both ends of a name are seen; otherwise at the end.
    """

    def __init__(
        self,
        words: str,
        style: str,
        token: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._token, self._align = style, token, align
        self._elide = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(words)

    def text(self) -> str:
        """Return the whole text."""
        return self._words

    def set_text(self, words: str) -> None:
        """Show another text."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self._say_the_rest()
        self.update()

    def set_token(self, token: str) -> None:
        """Take another colour."""
        self._token = token
        self.update()

    def is_elided(self) -> bool:
        """Tell whether the text does not fit."""
        return drawing.text_width(self._words, self._style) > self.width() + 0.5

    def _say_the_rest(self) -> None:
        self.setToolTip(self._words if self._words and self.is_elided() else "")

    def sizeHint(self) -> QSize:
        width = drawing.text_width(self._words, self._style)
        return QSize(int(width) + 1, look.current().line(self._style))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        least = int(drawing.text_width("…", self._style)) + 2
        return QSize(min(hint.width(), least), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_the_rest()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        drawing.text(painter, rect, self._words, self._style, self._token, self._align, self._elide)
        painter.end()


class NoteLine(QLabel):
    """Wrapped words after an icon, both in colours of the theme; hidden while there is nothing to say.

    Parameters
    ----------
    icon_name : str
        File name in ``assets/icons`` without its suffix; empty for none.
    icon_colour, colour : str
        The tokens of icon and text.
    style : str
        A font style such as ``"small"``.
    indent : int
        Where the words begin after an icon, in pixels of the look.
    edge : int
        What is left free above and below.
    """

    def __init__(
        self,
        icon_name: str = "",
        icon_colour: str = "t3",
        colour: str = "t2",
        *,
        style: str = "small",
        indent: int = 24,
        edge: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._icon_colour, self._colour = icon_name, icon_colour, colour
        self._style, self._indent, self._edge = style, indent, edge
        self._said = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        self.hide()

    def text(self) -> str:
        """Return the words."""
        return self._said

    def say(self, sentence: str, icon: str | None = None, colour: str = "t3") -> None:
        """Show a sentence, with another icon or with the one that it has; an empty one hides the line."""
        if icon is not None and (icon, colour) != (self._icon_name, self._icon_colour):
            self._icon_name, self._icon_colour = icon, colour
            self._dress()
            self.update()
        if sentence != self._said:
            self._said = sentence
            self.setText(sentence if self.focusPolicy() else _breakable(sentence))
            self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def icon_name(self) -> str:
        """Return the name of the icon; empty for none."""
        return self._icon_name

    def make_selectable(self) -> None:
        """Let a person select and copy the text, with the mouse or the keys."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _dress(self) -> None:
        theme = look.current()
        self.setFont(theme.font(self._style))
        self.setContentsMargins(theme.px(self._indent) if self._icon_name else 0, self._edge, 0, self._edge)
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme.colour(self._colour))
        if palette != self.palette():
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._icon_name:
            top = self._edge + max(0, (self.fontMetrics().height() - drawing.icon_size()) // 2)
            drawing.icon(painter, 0, top, self._icon_name, self._icon_colour)
        if self.hasFocus():
            drawing.focus_ring(painter, self.rect().toRectF(), 4)
        painter.end()


def _breakable(sentence: str) -> str:
    """Return a sentence whose long words may be broken anywhere, as a path or a column's name may be."""
    return _LONG.sub(lambda found: "\u200b".join(found[0]), sentence)
