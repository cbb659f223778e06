"""One grammar of hands: a real wheel and a real mouse over a chart."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.gui.charts.hands import Hands, Surface

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def chart(qapp):
    """A chart of 400 × 200 pixels that shows x from 100 to 200 and y from 0 to 10."""
    made = []

    def build(**choice):
        view = Surface()
        box = Hands(**choice)
        view.setCentralItem(box)
        view.resize(400, 200)
        view.show()
        box.setRange(xRange=(100, 200), yRange=(0, 10), padding=0)
        view.grab()
        made.append(view)
        return view, box

    yield build
    for view in made:
        view.close()
        view.deleteLater()


def turn(view, held=NONE, notches=-1, at=(200, 100), fine=(0, 0)):
    place = QPointF(*at)
    event = QWheelEvent(
        place, QPointF(view.mapToGlobal(place.toPoint())), QPoint(*fine), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def drag(view, start, end, button=LEFT, held=NONE):
    QTest.mousePress(view.viewport(), button, held, QPoint(*start))
    for share in (0.5, 1.0):
        x, y = (round(one + (other - one) * share) for one, other in zip(start, end, strict=True))
        QTest.mouseMove(view.viewport(), QPoint(x, y))
    QTest.mouseRelease(view.viewport(), button, held, QPoint(*end))


def shown(box):
    return [pytest.approx(end) for axis in box.viewRange() for end in axis]


def test_the_wheel_scrolls_and_sideways_with_shift(chart):
    view, box = chart(downwards=True)
    turn(view)
    assert shown(box) == [100, 200, 1, 11]
    turn(view, SHIFT)
    assert shown(box) == [110, 210, 1, 11]


def test_down_is_less_where_y_grows_upwards(chart):
    view, box = chart()
    turn(view)
    assert shown(box) == [100, 200, -1, 9]


def test_where_only_one_direction_moves_the_wheel_scrolls_that_one(chart):
    view, box = chart(upright=False)
    turn(view)
    assert shown(box) == [110, 210, 0, 10]


def test_a_touchpad_scrolls_by_its_pixels(chart):
    view, box = chart(downwards=True)
    turn(view, fine=(-40, -20))
    assert shown(box) == [110, 210, 1, 11]


def test_the_wheel_zooms_under_the_mouse_with_ctrl(chart):
    view, box = chart(downwards=True)
    turn(view, CTRL, notches=1, at=(100, 100))
    assert shown(box) == [105, 185, 1, 9]  # 125 and 5 stay where they are


def test_a_drag_pans_and_the_hand_closes(chart):
    view, box = chart(downwards=True)
    drag(view, (200, 100), (160, 60))
    assert shown(box) == [110, 210, 2, 12]
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_drag_with_the_right_button_zooms_the_axis_along_which_it_goes(chart):
    view, box = chart(downwards=True)
    drag(view, (200, 100), (224, 103), RIGHT)
    assert shown(box) == [110, 190, 0, 10]
    drag(view, (200, 100), (201, 124), RIGHT)
    assert shown(box) == [110, 190, pytest.approx(-1.25), pytest.approx(11.25)]


def test_a_drag_with_shift_tells_a_range(chart):
    view, box = chart()
    told = []
    box.range_dragged.connect(lambda start, now, ended: told.append((start.x(), now.x(), ended)))
    drag(view, (100, 50), (160, 50), held=SHIFT)
    assert told[-1] == (100, 160, True)
    assert shown(box) == [100, 200, 0, 10]


def test_clicks_are_told_and_change_nothing(chart):
    view, box = chart()
    told = []
    box.clicked.connect(lambda at, _held: told.append(("click", at.x(), at.y())))
    box.menu_asked.connect(lambda at, _screen: told.append(("menu", at.x(), at.y())))
    box.fit_asked.connect(lambda: told.append("fit"))
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(30, 40))
    QTest.mouseClick(view.viewport(), RIGHT, NONE, QPoint(50, 60))
    assert told == [("click", 30, 40), ("menu", 50, 60)]
    QTest.mouseDClick(view.viewport(), LEFT, NONE, QPoint(30, 40))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, QPoint(30, 40))
    assert told[-1] == "fit"
    assert shown(box) == [100, 200, 0, 10]


def test_the_box_stands_on_whole_device_pixels(chart):
    view, box = chart()
    box.setGeometry(10.3, 20.6, 100.2, 50.1)
    ratio = view.devicePixelRatioF()
    place = box.geometry()
    for edge in (place.left(), place.top(), place.right(), place.bottom()):
        assert edge * ratio == pytest.approx(round(edge * ratio))
