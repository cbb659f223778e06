"""The undo list: sessions with names, gestures that are one step, and the last session that held."""

from __future__ import annotations

from dataclasses import dataclass, replace

from padviewer.gui.session.state import Session


@dataclass(frozen=True)
class History:
    """What can be undone and done again.

    Parameters
    ----------
    done, undone : tuple of (str, Session)
        What undo takes back and what redo does again: a change's name and the session on its other side,
        the next one last.
    """

    done: tuple[tuple[str, Session], ...] = ()
    undone: tuple[tuple[str, Session], ...] = ()


class Undo:
    """The history of one open file."""

    def __init__(self) -> None:
        self._history = History()
        self._before_gesture: Session | None = None
        self._held: tuple[Session, History] | None = None

    @property
    def undo_name(self) -> str:
        """What undo would take back; empty for nothing."""
        return self._history.done[-1][0] if self._history.done else ""

    @property
    def redo_name(self) -> str:
        """What redo would do again; empty for nothing."""
        return self._history.undone[-1][0] if self._history.undone else ""

    def names(self) -> tuple[str, ...]:
        """Return the names of all changes in the order in which they are made: those done, those undone."""
        done = (name for name, _ in self._history.done)
        return (*done, *(name for name, _ in reversed(self._history.undone)))

    @property
    def at(self) -> int:
        """How many of `names` are done."""
        return len(self._history.done)

    def clear(self) -> None:
        """Forget everything: another file was opened."""
        self._history, self._before_gesture, self._held = History(), None, None

    # -- changes ---------------------------------------------------------------------------------
    def record(self, name: str, before: Session) -> None:
        """Remember the session before a change called `name`; in a gesture, its end does."""
        if self._before_gesture is None:
            self._history = History((*self._history.done, (name, before)))

    def begin(self, now: Session) -> None:
        """From now on changes are one step, until `end` or `cancel`."""
        if self._before_gesture is None:
            self._before_gesture = now

    def end(self, name: str, now: Session) -> None:
        """Make what changed since `begin` one step."""
        before, self._before_gesture = self._before_gesture, None
        if before is None or same_choices(before, now):
            return
        was_held = self.holds(now)
        self.record(name, before)
        if was_held:
            self.hold(now)

    def cancel(self, now: Session) -> Session:
        """Return the session before the gesture; `now` where there is none."""
        before, self._before_gesture = self._before_gesture, None
        return now if before is None else replace(before, source=now.source)

    def undo(self, now: Session) -> Session:
        """Return the session before the gesture that is under way, or else before the last change."""
        if self._before_gesture is not None:
            return self.cancel(now)
        if not self._history.done:
            return now
        *done, (name, before) = self._history.done
        self._history = History(tuple(done), (*self._history.undone, (name, now)))
        return replace(before, source=now.source)

    def redo(self, now: Session) -> Session:
        """Return the session that the last `undo` left."""
        if self._before_gesture is not None or not self._history.undone:
            return now
        *undone, (name, after) = self._history.undone
        self._history = History((*self._history.done, (name, now)), tuple(undone))
        return replace(after, source=now.source)

    def travel(self, now: Session, to: int) -> Session:
        """Return the session in which the first `to` of `names` are done; a gesture is taken back first.

        Parameters
        ----------
        now : Session
        to : int
            0 to the number of names; what lies beyond means the nearest of them.
        """
        now = self.cancel(now)
        to = min(max(to, 0), len(self.names()))
        while self.at > to:
            now = self.undo(now)
        while self.at < to:
            now = self.redo(now)
        return now

    # -- the last session that held --------------------------------------------------------------
    def hold(self, now: Session) -> None:
        """Remember that `now` has a plan, and the list that belongs to it."""
        self._held = (now, self._history)

    def holds(self, now: Session) -> bool:
        """Whether `now` is the last that had a plan."""
        return self._held is not None and same_choices(self._held[0], now)

    @property
    def held(self) -> Session | None:
        """The last session that had a plan."""
        return None if self._held is None else self._held[0]

    def restore(self, now: Session) -> Session:
        """Return the last session that had a plan, with its list: what failed is no step of redo."""
        if self._held is None:
            return now
        session, self._history = self._held
        self._before_gesture = None
        return replace(session, source=now.source)


def same_choices(one: Session, other: Session) -> bool:
    """Whether two sessions differ in nothing but how far their source has been read."""
    return replace(one, source=other.source) == other
