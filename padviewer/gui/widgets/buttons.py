"""The window's buttons: with words, with an icon alone, several of which one is down."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from padviewer.gui.style import drawing
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


class Segmented(QWidget):
    """A few words of which one is chosen, side by side in a track: Pre | Post | Both.

    One tab stop, on the choice; the arrows, Home and End choose.

    Signals
    -------
    chosen(str)
        The key that the person chose; not sent by `set_key`.

    Parameters
    ----------
    name : str
        What is chosen, for those who do not see it.
    items : sequence of (str, str)
        Key and word of each; the first one is chosen.
    """

    chosen = Signal(str)

    def __init__(self, name: str, items: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = [key for key, _ in items]
        self._held = 0
        self.setProperty("track", "1")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        for number, (_, word) in enumerate(items):
            button = QToolButton()
            button.setText(word)
            button.setProperty("segment", "1")
            button.setCheckable(True)
            button.setAccessibleName(f"{name}, {word}")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, number)
            layout.addWidget(button, 1)
        self._group.idClicked.connect(self._on_clicked)
        self._show(0)

    def key(self) -> str:
        """Return the key of the choice."""
        return self._keys[self._held]

    def set_key(self, key: str) -> None:
        """Choose without a signal; ValueError when there is no such key."""
        self._show(self._keys.index(key))

    def buttons(self) -> list[QAbstractButton]:
        """Return the buttons from left to right."""
        return [self._group.button(number) for number in range(len(self._keys))]

    def _on_clicked(self, number: int) -> None:
        if number != self._held:
            self._show(number)
            self.chosen.emit(self.key())

    def _show(self, held: int) -> None:
        """Let one button be down, and the only one that Tab comes to."""
        self._held = held
        for number, button in enumerate(self.buttons()):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == held else Qt.FocusPolicy.ClickFocus)
        chosen = self._group.button(held)
        chosen.setChecked(True)
        self.setFocusProxy(chosen)
        self._dress()

    def _dress(self) -> None:
        for button in self.buttons():
            button.setFont(look.current().font("strong" if button.isChecked() else "body"))
            button.setMinimumWidth(math.ceil(drawing.text_width(button.text(), "strong")) + 12)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._keys) - 1
        before, after = max(0, self._held - 1), min(last, self._held + 1)
        target = {  # the buttons take left and right themselves
            Qt.Key.Key_Left: before,
            Qt.Key.Key_Right: after,
            Qt.Key.Key_Up: before,
            Qt.Key.Key_Down: after,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._group.button(target).setFocus()
            self._group.button(target).click()
