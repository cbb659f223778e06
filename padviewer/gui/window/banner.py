"""One sentence at the top of the centre, with one thing to do about it and a way to close it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.buttons import Button, IconButton

BannerLevel = Literal["info", "warning", "error"]

_LOOKS = {"info": ("info", "infobg"), "warning": ("warn", "warnbg"), "error": ("err", "errbg")}
_ICONS = {"info": "info", "warning": "warn", "error": "error"}


@dataclass(frozen=True)
class BannerNote:
    """What a banner says.

    Parameters
    ----------
    level : {"info", "warning", "error"}
    sentence : str
    action : str
        The words of what to do, verb first; empty for nothing.
    icon : str
        Another icon than the level's.
    """

    level: BannerLevel
    sentence: str
    action: str = ""
    icon: str = ""


class Banner(QWidget):
    """Hidden while there is nothing to say; never more than one note.

    Signals
    -------
    action_clicked()
    closed()
        The person closed it; it hides itself.
    """

    action_clicked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note: BannerNote | None = None
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._words.setSizePolicy(policy)
        self._action = Button("", "link")
        self._close = IconButton("close", tr("Close the note"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.current().px(28) + 16, 4, 8, 4)
        layout.setSpacing(16)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.setMinimumHeight(look.current().px(44))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._action.clicked.connect(self.action_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        self._dress()
        self.hide()

    def note(self) -> BannerNote | None:
        """Return what it says; None while it is hidden."""
        return self._note

    def set_note(self, note: BannerNote | None) -> None:
        """Say something else; None hides the banner."""
        self._note = note
        if note is not None:
            self._words.setText(note.sentence)
            self._action.setText(note.action)
            self._action.setAccessibleName(note.action)
            self._action.setVisible(bool(note.action))
            self.setAccessibleName(note.sentence)
        self.setVisible(note is not None)
        self.update()

    def _dress(self) -> None:
        self._words.setFont(look.current().font("body"))

    def _on_close_clicked(self) -> None:
        self.set_note(None)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._note is None:
            return
        painter = QPainter(self)
        token, background = _LOOKS[self._note.level]
        painter.fillRect(QRectF(self.rect()), look.current().colour(background))
        icon = self._note.icon or _ICONS[self._note.level]
        drawing.icon(painter, 16, (self.height() - drawing.icon_size()) / 2, icon, token)
        painter.end()
