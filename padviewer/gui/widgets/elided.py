"""A label of one line that shortens its text to its width, and shows the whole of it as a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look


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
