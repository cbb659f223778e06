import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from padviewer.core.picture.axis import Axis
from padviewer.gui.widgets.long_scroll_bar import AxisScroller


@pytest.fixture
def scroller(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = AxisScroller(Qt.Orientation.Vertical, "Rows", parent)
    made.keep = parent
    parent.show()
    qtbot.waitExposed(parent)
    return made


def test_it_shows_where_an_axis_is(scroller, qtbot):
    with qtbot.assertNotEmitted(scroller.offset_asked):
        scroller.set_axis(Axis(100, cell=15, offset=30), 700)
    assert (scroller.value(), scroller.maximum(), scroller.pageStep(), scroller.singleStep()) == (
        30,
        800,
        700,
        15,
    )
    assert scroller.isVisible()
    scroller.set_axis(Axis(100, cell=7), 700)
    assert not scroller.isVisible()
    assert scroller.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert scroller.accessibleName() == "Rows"


def test_it_asks_in_device_pixels(scroller):
    asked = []
    scroller.offset_asked.connect(asked.append)
    scroller.set_axis(Axis(100, cell=15), 700)
    scroller.setValue(123)
    assert asked == [123]


def test_more_pixels_than_qt_counts(scroller):
    asked = []
    scroller.offset_asked.connect(asked.append)
    axis = Axis(312_904_118, cell=30)
    scroller.set_axis(axis, 700)
    assert 0 < scroller.maximum() < 2**31
    scroller.setValue(scroller.maximum())
    assert asked[0] >= axis.extent - 700  # the last row can be reached
    scroller.set_axis(axis.scrolled(axis.extent, 700), 700)
    assert scroller.value() >= scroller.maximum() - 1
