"""A wrapped sentence after an icon, both in colours of the theme; hidden while there is nothing to say."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look

_LEFT = 24


class NoteLine(QLabel):
    """One sentence in small text, with an icon where one is given.

    Parameters
    ----------
    icon_name : str
        File name in ``assets/icons`` without its suffix; empty for none.
    icon_colour, colour : str
        The tokens of icon and text.
    """

    def __init__(
        self, icon_name: str = "", icon_colour: str = "t3", colour: str = "t2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._icon_colour, self._colour = icon_name, icon_colour, colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the line."""
        if sentence != self.text():
            self.setText(sentence)
            self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def make_selectable(self) -> None:
        """Let a person select and copy the text, with the mouse or the keys."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _dress(self) -> None:
        theme = look.current()
        self.setFont(theme.font("small"))
        self.setContentsMargins(theme.px(_LEFT) if self._icon_name else 0, 4, 0, 4)
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
            drawing.icon(painter, 0, 4, self._icon_name, self._icon_colour)
        if self.hasFocus():
            drawing.focus_ring(painter, self.rect().toRectF(), 4)
        painter.end()
