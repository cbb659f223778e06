"""Where windows stand, by hand."""

from PySide6.QtCore import QPoint, QRect

from padviewer.gui.window.placing import STEP, beside, within

ROOM = QRect(0, 30, 1366, 738)  # a panel of 30 pixels at the top


def test_a_frame_that_is_larger_than_the_screen_takes_all_of_it():
    assert within(QRect(10, 10, 1440, 928), ROOM) == ROOM


def test_a_frame_that_fits_is_left_alone_and_one_that_sticks_out_is_moved():
    inside = QRect(100, 100, 800, 600)
    assert within(inside, ROOM) == inside
    assert within(QRect(-50, 0, 800, 600), ROOM) == QRect(0, 30, 800, 600)
    assert within(QRect(900, 500, 800, 600), ROOM) == QRect(566, 168, 800, 600)


def test_each_of_several_windows_has_a_corner_of_its_own():
    first = QRect(60, 60, 900, 600)
    taken = [first.topLeft()]
    for _ in range(6):
        made = beside(first, ROOM, taken)
        assert ROOM.contains(made)
        assert made.topLeft() not in taken
        assert made.size() == first.size()
        taken.append(made.topLeft())
    assert taken[1] == QPoint(60 + STEP, 60 + STEP)


def test_beside_a_window_that_fills_the_screen_a_smaller_one_stands():
    made = beside(ROOM, ROOM, [ROOM.topLeft()])
    assert made != ROOM
    assert ROOM.contains(made)
    assert made.topLeft() != ROOM.topLeft()
