"""Minimap and scroll bars stand where the picture leaves room, say where it is, and ask for other places."""

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.views.heatmap.edges import Bars
from padviewer.gui.views.heatmap.layout import Picture, first_picture

SIZE = QSize(600, 400)


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(SIZE)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def moved():
    return []


@pytest.fixture
def bars(parent, moved):
    return Bars(parent, moved.append)


def picture(rows=1000, cols=20, size=SIZE):
    source = HeatmapSource(rows, cols, np.full(rows, cols), None, None, (0, 1), np.ones(cols, np.float32))
    return first_picture(source, size, 1.0, "values")


def shown(bars):
    return [one.isVisible() for one in (bars.minimap, bars.rows, bars.steps)]


def test_without_a_picture_or_room_there_is_nothing(bars):
    assert shown(bars) == [False] * 3
    bars.place(picture(), SIZE)
    assert bars.minimap.isVisible()
    bars.place(picture(size=QSize(60, 40)), QSize(60, 40))
    assert shown(bars) == [False] * 3
    bars.place(picture(), SIZE)
    bars.place(None, SIZE)
    assert shown(bars) == [False] * 3


def test_a_bar_is_there_where_not_all_is_in_view(bars):
    bars.place(picture(), SIZE)
    assert shown(bars) == [True, True, False]  # all 20 steps are fitted
    bars.place(picture(rows=3), SIZE)
    assert shown(bars) == [True, False, False]
    wide = picture(cols=20)
    height, width = wide.layout.room
    bars.place(Picture(wide.source, wide.layout, wide.rows, Axis(20, cell=200)), SIZE)
    assert shown(bars) == [True, True, True]
    assert bars.steps.maximum() == 20 * 200 - width
    assert bars.rows.maximum() == wide.rows.extent - height


def test_they_stand_at_the_edges_and_touch_no_cell(bars):
    now = picture()
    bars.place(Picture(now.source, now.layout, now.rows, Axis(20, cell=200)), SIZE)
    cells = Picture(now.source, now.layout, now.rows, Axis(20, cell=200)).cells.toRect()
    for one in (bars.minimap, bars.rows, bars.steps):
        assert not one.geometry().intersects(cells), one.accessibleName()
        assert one.parentWidget().rect().contains(one.geometry())
    assert bars.rows.accessibleName() == "Rows"
    assert bars.steps.accessibleName() == "Steps"


def test_the_minimap_frames_what_is_in_view(bars):
    now = picture()
    height = now.layout.room[0]
    later = Picture(now.source, now.layout, now.rows.scrolled(now.rows.extent // 2, height), now.cols)
    bars.place(later, SIZE)
    everything, frame = bars.minimap.picture_rect(), bars.minimap.frame_rect()
    share = (frame.top() - everything.top()) / everything.height()
    assert share == pytest.approx(0.5, abs=0.01)
    assert bars.overview_size() == everything.size().toSize()


def test_what_is_asked_for_is_a_place_of_the_picture(bars, moved):
    now = picture()
    bars.place(now, SIZE)
    height = now.layout.room[0]
    bars.rows.setValue(345)
    assert moved.pop()[0].offset == 345
    bars.minimap.place_asked.emit(1.0)
    assert moved.pop()[0].offset == now.rows.extent - height
    bars.minimap.place_asked.emit(0.0)
    assert moved.pop()[0].offset == 0
    wide = Picture(now.source, now.layout, now.rows.scrolled(60, height), Axis(20, cell=200))
    bars.place(wide, SIZE)
    bars.steps.setValue(77)
    rows, cols = moved.pop()
    assert (rows.offset, cols.offset) == (60, 77)  # the rows stay where they are


def test_without_a_picture_nothing_is_asked(bars, moved):
    bars.minimap.place_asked.emit(0.5)
    bars.rows.offset_asked.emit(3)
    bars.steps.offset_asked.emit(3)
    assert moved == []
