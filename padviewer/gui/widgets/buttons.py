"""The window's buttons: primary, plain, ghost, link, and icon alone; their icons follow the theme."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from padviewer.gui.style import theme as look

Kind = Literal["plain", "primary", "ghost", "link"]

_ICON_TOKENS: dict[str, str] = {"plain": "t1", "primary": "onink", "ghost": "t2", "link": "accent"}

_ICON_GAP = 4


class Button(QPushButton):
    """A button with words, and an icon where one is given.

    Parameters
    ----------
    words : str
    kind : {"plain", "primary", "ghost", "link"}
    icon_name : str
        File name in ``assets/icons`` without its suffix; empty for none.
    """

    def __init__(
        self, words: str, kind: Kind = "plain", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._kind, self._icon_name = kind, icon_name
        self.setProperty("kind", kind)
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()

    def _dress(self) -> None:
        self.setFont(look.current().font("link" if self._kind == "link" else "strong"))
        if self._icon_name:
            side = look.current().px(16)
            self.setIconSize(QSize(side + _ICON_GAP, side))
            self.setIcon(look.icon(self._icon_name, _ICON_TOKENS[self._kind], gap=_ICON_GAP))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()


class IconButton(QToolButton):
    """A button that is an icon alone, with a name for those who do not see it and a tooltip.

    Parameters
    ----------
    icon_name : str
        File name in ``assets/icons`` without its suffix.
    name : str
        What it does, verb first.
    """

    def __init__(self, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setProperty("alone", "1")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress()

    def _dress(self) -> None:
        side = look.current().px(16)
        self.setIconSize(QSize(side, side))
        self.setIcon(look.icon(self._icon_name))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()
