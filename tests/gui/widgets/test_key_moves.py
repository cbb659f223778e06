"""Each key moves as far as its direction is worth."""

import pytest
from PySide6.QtCore import Qt

from padviewer.gui.widgets.key_moves import key_move

SIZES = {"along": 1, "down": 10, "page": 50, "all": 1000}
K = Qt.Key


@pytest.mark.parametrize(
    ("back", "on", "size"),
    [(K.Key_Left, K.Key_Right, 1), (K.Key_Up, K.Key_Down, 10), (K.Key_PageUp, K.Key_PageDown, 50),
     (K.Key_Home, K.Key_End, 1000)],
)  # fmt: skip
def test_pairs_of_keys_move_there_and_back(back, on, size):
    assert (key_move(back, **SIZES), key_move(on, **SIZES)) == (-size, size)
    assert key_move(int(on), **SIZES) == size


def test_what_is_worth_nothing_and_other_keys_do_not_move():
    assert key_move(K.Key_Left, down=1) == 0
    assert key_move(K.Key_A, **SIZES) == 0
