"""What the banner says next: one note at a time, the serious ones first, none lost and none twice."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from padviewer.gui.window.banner import Banner, BannerNote

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

    def take_over(self, old: Notices) -> None:
        """Tell what another window's notices show and what waits there."""
        for told in (*([] if old._now is None else [old._now]), *old._waiting):
            self.tell(told.note, told.act)

    def clear(self) -> None:
        """Forget all notes: they were about a file that is closed."""
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

    def _on_closed(self) -> None:
        self._show_next()

    def _on_action(self) -> None:
        act = None if self._now is None else self._now.act
        self._banner.set_note(None)
        self._show_next()
        if act is not None:
            act()
