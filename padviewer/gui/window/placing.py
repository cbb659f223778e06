"""Where a window stands on its screen: within what is free of it, and beside the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from padviewer.gui.style import theme as look

STEP = 32
LEAST = QSize(1120, 720)
USUAL = QSize(1440, 900)


def least_size() -> QSize:
    """Return how small a window may be before its panels scroll."""
    return _scaled(LEAST)


def fit_screen(window: QMainWindow) -> bool:
    """Give a window the usual size, or what the screen has; return whether that is enough for all of it."""
    screen = window.screen() or QGuiApplication.primaryScreen()
    usual = _scaled(USUAL)
    room = usual if screen is None or _is_drawn() else screen.availableSize()
    window.setMinimumSize(least_size().boundedTo(room))
    window.resize(usual.boundedTo(room))
    return window.minimumSize() == least_size()


def keep_on_screen(window: QMainWindow) -> None:
    """Draw a window's frame, which the desktop has put around it by now, into what the screen has."""
    if _is_large(window) or _is_drawn():
        return
    frame = window.frameGeometry()
    wanted = within(frame, window.screen().availableGeometry())
    if wanted != frame:
        window.resize(window.size() + wanted.size() - frame.size())
        window.move(wanted.topLeft())


def stand_in_place(window: QMainWindow, old: QMainWindow) -> None:
    """Give a window the size and place of another."""
    if _is_large(old):
        window.setGeometry(old.normalGeometry())
        window.setWindowState(old.windowState())
    else:
        window.resize(old.size())
        window.move(old.pos())


def stand_beside(window: QMainWindow, others: Sequence[QMainWindow]) -> None:
    """Give a window the size of the first of others, and a place where none of them is covered wholly."""
    first = others[0]
    whole = first.normalGeometry() if _is_large(first) else QRect(first.pos(), first.size())
    # offscreen it is drawn into memory, however large
    room = QRect(0, 0, 1 << 15, 1 << 15) if _is_drawn() else first.screen().availableGeometry()
    frame = beside(whole, room, [one.pos() for one in others])
    window.resize(frame.size())
    window.move(frame.topLeft())


def _scaled(size: QSize) -> QSize:
    return QSize(look.current().px(size.width()), look.current().px(size.height()))


def _is_drawn() -> bool:
    return QGuiApplication.platformName() == "offscreen"


def _is_large(window: QMainWindow) -> bool:
    return window.isMaximized() or window.isFullScreen()


def within(frame: QRect, room: QRect) -> QRect:
    """Return a window's frame moved, and where needed made smaller, so that it lies in `room`."""
    size = frame.size().boundedTo(room.size())
    left = min(max(frame.left(), room.left()), room.right() - size.width() + 1)
    top = min(max(frame.top(), room.top()), room.bottom() - size.height() + 1)
    return QRect(QPoint(left, top), size)


def beside(first: QRect, room: QRect, taken: Iterable[QPoint]) -> QRect:
    """Return the frame of another window of the size of `first`, whose corner is at no other's.

    Parameters
    ----------
    first : QRect
        The frame of the window that is there.
    room : QRect
        What is free of the screen.
    taken : iterable of QPoint
        The corners of all windows.
    """
    corners = tuple(taken)
    frame = within(first, room)
    for across in (STEP, -STEP):
        for steps in range(1, 1 + max(room.width(), room.height()) // STEP):
            made = within(first.translated(steps * across, steps * STEP), room)
            # a desktop may have moved one by the width of its frame
            if all((one - made.topLeft()).manhattanLength() >= STEP // 2 for one in corners):
                return made
    # where the window fills the screen, a smaller one still shows what is behind it
    return frame.adjusted(STEP, STEP, 0, 0)
