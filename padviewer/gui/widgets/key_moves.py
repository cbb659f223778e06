"""The keys that move: one table for every view and list, so that each means the same everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt

_KEYS = {
    Qt.Key.Key_Left: ("along", -1),
    Qt.Key.Key_Right: ("along", 1),
    Qt.Key.Key_Up: ("down", -1),
    Qt.Key.Key_Down: ("down", 1),
    Qt.Key.Key_PageUp: ("page", -1),
    Qt.Key.Key_PageDown: ("page", 1),
    Qt.Key.Key_Home: ("all", -1),
    Qt.Key.Key_End: ("all", 1),
}


def key_move(key: int, **sizes: int) -> int:
    """Return how far a key moves: as far as its direction is worth, negative backwards, else 0.

    Parameters
    ----------
    key : int
    sizes : int
        What ``along`` (Left, Right), ``down`` (Up, Down), ``page`` (Page Up, Page Down) and ``all`` (Home,
        End) are worth; what is left out does not move.

    Examples
    --------
    >>> key_move(Qt.Key.Key_Up, down=7), key_move(Qt.Key.Key_End, all=100), key_move(Qt.Key.Key_Left, down=7)
    (-7, 100, 0)
    """
    direction, sign = _KEYS.get(Qt.Key(key), ("", 0))
    return sign * sizes.get(direction, 0)
