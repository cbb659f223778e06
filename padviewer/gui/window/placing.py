"""Where a window stands on its screen: within what is free of it, and beside the others."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect

STEP = 32


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
