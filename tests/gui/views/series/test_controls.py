"""Buttons and boxes above the panels: they say what they do, stand side by side, on and off differ."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from padviewer.core.picture.series_choice import SeriesChoice
from padviewer.gui.session.state import Marked, View
from padviewer.gui.views.series.controls import SeriesButtons, paint_chip, place_chips

MARKED = Marked(np.array([1, 2]), "two rows")


@pytest.fixture
def buttons(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 60)
    made = SeriesButtons(parent)
    made.parent = parent
    parent.show()
    return made


def test_they_stand_side_by_side(buttons):
    buttons.dress(View(row=1, marked=MARKED), SeriesChoice(pinned=(4,)), 600, is_plot=True)
    boxes = [one.geometry() for one in (buttons.marked, buttons.clear, buttons.pin)]
    assert boxes[0].right() < boxes[1].left()
    assert boxes[1].right() < boxes[2].left()
    assert boxes[2].right() < 600
    assert buttons.left(600) == boxes[0].left()
    assert min(box.height() for box in boxes) >= 24


def test_only_what_does_something_is_there(buttons):
    buttons.dress(View(row=-1), SeriesChoice(), 600, is_plot=True)
    assert not buttons.pin.isEnabled()
    assert buttons.marked.isHidden()
    assert buttons.clear.isHidden()
    buttons.dress(View(row=4), SeriesChoice(pinned=(4,)), 600, is_plot=True)
    assert (buttons.pin.text(), buttons.pin.accessibleName()) == ("Unpin row", "Unpin row")
    buttons.dress(View(row=4), SeriesChoice(pinned=(4,)), 600, is_plot=False)
    assert buttons.left(600) == 600


def test_chips_stand_side_by_side(qapp):
    chips = place_chips(SeriesChoice((12,)), 16, 400)
    assert chips[0][0] == 0
    assert all(a[1].right() < b[1].left() for a, b in pairwise(chips))
    assert all(rect.right() <= 400 and min(rect.width(), rect.height()) >= 24 for _, rect in chips)
    assert len(place_chips(SeriesChoice((12,)), 16, 120)) < len(chips)


def test_later_channels_have_their_own(qapp):
    later = SeriesChoice((40,)).with_channels((20, 21))
    assert [at for at, _ in place_chips(later, 16, 200)][:2] == [20, 21]
    assert place_chips(SeriesChoice((1,)), 16, 400) == []
    assert place_chips(SeriesChoice(), 16, 400) == []


def test_on_and_off_differ(qapp):
    images = []
    for is_on in (True, False):
        image = QImage(60, 30, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        paint_chip(painter, QRectF(4, 3, 50, 24), "3", is_on=is_on)
        painter.end()
        images.append(image)
    on, off = images
    assert on.pixelColor(9, 12).lightness() < 100
    assert off.pixelColor(9, 12).lightness() > 200
