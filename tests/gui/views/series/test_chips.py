"""The boxes of the channels: where they stand, and that on and off differ by shape."""

from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from padviewer.gui.views.series.chips import paint_chip, place_chips
from padviewer.gui.views.series.choice import SeriesChoice


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
