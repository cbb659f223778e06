import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.overview import Minimap


@pytest.fixture
def minimap(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(60, 220)
    made = Minimap(parent)
    made.setGeometry(0, 0, 54, 204)
    parent.show()
    qtbot.waitExposed(parent)
    made.keep = parent
    return made


def test_it_is_no_tab_stop_and_has_a_name(minimap):
    assert minimap.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert minimap.accessibleName() == "All rows"


def test_the_picture_is_drawn_pixel_by_pixel(minimap, colour_at):
    assert colour_at(minimap, 20, 20) == look.current().hex("pad")
    pixels = np.full((200, 50), 0xFF123456, np.uint32)
    pixels[100:] = 0xFFABCDEF
    minimap.set_image(QImage(pixels.data, 50, 200, 200, QImage.Format.Format_RGB32))
    assert [colour_at(minimap, 20, y) for y in (2, 101, 102, 201)] == ["#123456"] * 2 + ["#ABCDEF"] * 2
    assert colour_at(minimap, 20, 203) not in {"#123456", "#ABCDEF"}


@pytest.mark.parametrize(
    ("span", "top", "height"),
    [((0.0, 0.5), 2, 100), ((0.25, 0.75), 52, 100), ((0.5, 0.5001), 102, 6), ((0.9999, 1.0), 196, 6)],
)
def test_the_frame_marks_what_is_in_view(minimap, span, top, height):
    minimap.set_span(*span)
    frame = minimap.frame_rect()
    assert frame.top() == pytest.approx(top, abs=0.1)
    assert frame.height() == pytest.approx(height)


def test_no_frame_around_everything(minimap, colours_in):
    minimap.set_image(QImage(50, 200, QImage.Format.Format_RGB32))
    accent = look.current().hex("accent")
    assert accent not in colours_in(minimap, minimap.rect())
    minimap.set_span(0.2, 0.6)
    assert accent in colours_in(minimap, minimap.rect())


def test_press_and_drag_ask_for_a_place(minimap, qtbot):
    asked = []
    minimap.place_asked.connect(asked.append)
    QTest.mousePress(minimap, Qt.MouseButton.LeftButton, pos=QPoint(10, 102))
    QTest.mouseMove(minimap, QPoint(10, 152))
    QTest.mouseMove(minimap, QPoint(10, 900))
    QTest.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=QPoint(10, 900))
    QTest.mouseMove(minimap, QPoint(10, 20))
    QTest.mousePress(minimap, Qt.MouseButton.RightButton, pos=QPoint(10, 20))
    assert asked == [0.5, 0.75, 1.0]
