"""What the banner says: one note at a time, the serious ones first, none lost and none twice."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

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


HOLD_SECONDS = 4.0
MOST_WAITING = 20
_RANK = {"info": 0, "warning": 1, "error": 2}


@dataclass(frozen=True)
class _Told:
    note: BannerNote
    act: Callable[[], object] | None


class Notices(QObject):
    """Decides which note the banner shows.

    A note takes the place of one that is as serious or less. It waits while a more serious one, or one that
    offers something to do, is there: the first for `hold` seconds, the second until the person closes it or
    does it. One that is replaced before it was there for `hold` seconds comes again, but an "info" that
    another "info" replaces is old news. The same note is not told twice at a time.

    Signals
    -------
    shown (BannerNote)
        Another note is in the banner.

    Parameters
    ----------
    banner : Banner
    hold : float
        Seconds.
    """

    shown = Signal(object)

    def __init__(self, banner: Banner, hold: float = HOLD_SECONDS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._banner = banner
        self._hold = hold
        self._now: _Told | None = None
        self._since = 0.0
        self._waiting: list[_Told] = []
        self._at_start: _Told | None = None
        self._when_open: BannerNote | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_held)
        banner.closed.connect(self._on_closed)
        banner.action_clicked.connect(self._on_action)

    @property
    def waiting(self) -> tuple[BannerNote, ...]:
        """The notes that come next, in their order."""
        return tuple(one.note for one in self._waiting)

    def tell(self, note: BannerNote, act: Callable[[], object] | None = None) -> None:
        """Show a note, now or when it is its turn.

        Parameters
        ----------
        note : BannerNote
        act : callable or None
            Does what the note's action says; the note is gone by then.
        """
        new, now = _Told(note, act), self._now
        if now is None:
            self._show(new)
        elif note == now.note:
            self._now = new  # the same words, for what is the case now
        elif self._gives_way(now, note):
            is_news_of_it = note.level == now.note.level == "info"
            if not self._is_held_long_enough() and not is_news_of_it:
                self._queue(now)
            self._waiting = [one for one in self._waiting if one.note != note]
            self._show(new)
        else:
            self._queue(new)
            self._wait()

    def tell_at_start(self, note: BannerNote, act: Callable[[], object] | None = None) -> None:
        """Show a note that stays when the first file opens, after those that were told so before."""
        if self._at_start is not None:
            before = self._at_start
            level = before.note.level if before.note.level == "warning" else note.level
            words = f"{before.note.sentence} {note.sentence}"
            note = BannerNote(level, words, note.action or before.note.action)
            act = act or before.act
        self.clear()
        self._at_start = _Told(note, act)
        self.tell(note, act)

    def tell_when_open(self, note: BannerNote | None) -> None:
        """Show a note as soon as another file is open; None for none."""
        self._when_open = note

    def turn_over(self) -> None:
        """Forget all notes, which were about a file that is closed, but what is to stay or waits for this."""
        self.clear()
        if self._at_start is not None:
            self.tell(self._at_start.note, self._at_start.act)
        if self._when_open is not None:
            self.tell(self._when_open)
        self._at_start = self._when_open = None

    def take_over(self, old: Notices) -> None:
        """Tell what another window's notices show and what waits there, and nothing else."""
        self.clear()
        self._at_start = old._at_start
        for told in (*([] if old._now is None else [old._now]), *old._waiting):
            self.tell(told.note, told.act)

    def clear(self) -> None:
        """Show nothing, and let nothing wait."""
        self._waiting = []
        self._timer.stop()
        self._now = None
        self._banner.set_note(None)

    def _gives_way(self, now: _Told, note: BannerNote) -> bool:
        """Tell whether the note that is there gives way to a new one at once."""
        if _RANK[note.level] != _RANK[now.note.level]:
            return _RANK[note.level] > _RANK[now.note.level]
        return now.act is None

    def _is_held_long_enough(self) -> bool:
        return time.monotonic() - self._since >= self._hold

    def _queue(self, told: _Told) -> None:
        """Let a note wait: the serious ones before the others, each kind in the order it came."""
        waiting = [one for one in self._waiting if one.note != told.note] + [told]
        waiting.sort(key=lambda one: -_RANK[one.note.level])
        self._waiting = waiting[:MOST_WAITING]

    def _show(self, told: _Told) -> None:
        self._now, self._since = told, time.monotonic()
        self._banner.set_note(told.note)
        self._wait()
        self.shown.emit(told.note)

    def _wait(self) -> None:
        """Come back when the note that is there was there long enough, if another waits for that."""
        if self._waiting and self._now is not None and self._now.act is None:
            left = self._hold - (time.monotonic() - self._since)
            self._timer.start(max(0, int(left * 1000) + 1))

    def _on_held(self) -> None:
        if self._waiting and self._now is not None and self._now.act is None:
            self._show_next()

    def _show_next(self) -> None:
        self._timer.stop()
        self._now = None
        if self._waiting:
            self._show(self._waiting.pop(0))

    def _forget_start(self) -> None:
        """Tell it no more where the person closed it, or did it."""
        if self._at_start is not None and self._at_start == self._now:
            self._at_start = None

    def _on_closed(self) -> None:
        self._forget_start()
        self._show_next()

    def _on_action(self) -> None:
        act = None if self._now is None else self._now.act
        self._forget_start()
        self._banner.set_note(None)
        self._show_next()
        if act is not None:
            act()


class FaultDialog(QDialog):
    """Says that PadViewer itself is at fault; the window goes on.

    Parameters
    ----------
    what : str
        The error in one line.
    details : str
        The traceback.
    """

    def __init__(self, what: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("A fault of PadViewer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._details = details
        title = QLabel(tr("PadViewer made a mistake"))
        title.setFont(look.current().font("title"))
        sentence = QLabel(f"{what}\n{tr('Your data is untouched. The details help to mend it.')}")
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setFont(look.current().font("mono"))
        box.setAccessibleName(tr("Details"))
        copy = Button(tr("Copy details"), "primary", "copy")
        copy.clicked.connect(self._on_copy)
        close = Button(tr("Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addWidget(close)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for widget in (title, sentence, box):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.resize(720, 420)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
