"""Pictures that are kept: drawn once, never stale, never more than so many bytes."""

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.views.common.kept import KeptPictures


class Drawer:
    """Draws a bar of one colour at the left end, and counts how often."""

    def __init__(self, colour="#ff0000"):
        self.times = 0
        self.colour = colour

    def __call__(self, painter, rect):
        self.times += 1
        painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), QColor(self.colour))
        return self.times


def shown(pictures, draw, key="key", rect=(0, 4, 8, 4), ratio=1.0):
    """Return the pixels, 12 × 12, of one part that is painted, and what its drawing returned."""
    image = QImage(12, 12, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    made = pictures.paint(painter, QRectF(*rect), key, draw)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(12, 12) & 0xFFFFFF, made


def test_a_part_is_drawn_once_and_stands_where_it_is_wanted(qapp):
    pictures, draw = KeptPictures(), Drawer()
    canvas = int(look.current().hex("canvas")[1:], 16)
    for top in (4, 0, 8):
        pixels, made = shown(pictures, draw, rect=(0, top, 8, 4))
        expected = np.full((12, 12), 0x00FF00, np.uint32)
        expected[top : top + 4, :8] = canvas
        expected[top : top + 4, :2] = 0xFF0000
        assert (pixels == expected).all()
        assert made == draw.times == 1


def test_another_key_or_size_is_another_part(qapp):
    pictures, draw = KeptPictures(), Drawer()
    shown(pictures, draw)
    shown(pictures, draw, key="other")
    shown(pictures, draw, rect=(0, 0, 8, 8))
    assert draw.times == 3
    assert len(pictures) == 3
    pictures.clear()
    assert len(pictures) == 0
    shown(pictures, draw)
    assert draw.times == 4


def test_a_theme_a_locale_and_a_ratio_drop_all(qapp):
    pictures, draw = KeptPictures(), Drawer()
    shown(pictures, draw)
    shown(pictures, draw, key="other")
    look.apply(qapp, look.Theme("dark", Fonts()))
    pixels, made = shown(pictures, draw)
    assert pixels[4, 5] == int(look.current().hex("canvas")[1:], 16)
    assert (made, len(pictures)) == (3, 1)
    QLocale.setDefault(QLocale("de_DE"))
    assert shown(pictures, draw)[1] == 4
    pixels, made = shown(pictures, draw, rect=(0, 0, 4, 2), ratio=2.0)
    assert (made, len(pictures)) == (5, 1)
    assert (pixels[:4, :4] == 0xFF0000).all()
    assert (pixels[:4, 4:8] != 0xFF0000).all()
    assert (pixels[4:, :] == 0x00FF00).all()


def test_the_latest_used_are_kept(qapp):
    pictures, draw = KeptPictures(most_bytes=2 * 8 * 4 * 4), Drawer()
    for key in ("a", "b", "a", "c"):
        shown(pictures, draw, key=key)
    assert (draw.times, len(pictures)) == (3, 2)
    shown(pictures, draw, key="a")
    assert draw.times == 3
    shown(pictures, draw, key="b")
    assert draw.times == 4


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_three_times_what_is_painted_on_is_kept(qapp, ratio):
    """12 × 12 device pixels, three times, hold 13 parts of 8 × 4; twice as dense they count four times."""
    pictures, draw = KeptPictures(), Drawer()
    room = {1.0: 3 * 12 * 12 // (8 * 4), 2.0: 4 * 3 * 12 * 12 // (8 * 4)}[ratio]
    for key in range(80):
        shown(pictures, draw, key=key, rect=(0, 0, 8 / ratio, 4 / ratio), ratio=ratio)
    assert len(pictures) == room


def test_one_that_is_larger_than_all_room_is_drawn_all_the_same(qapp):
    pictures = KeptPictures(most_bytes=1)
    for key in ("a", "b"):
        pixels, _ = shown(pictures, Drawer(), key=key)
        assert (pixels[4:8, :2] == 0xFF0000).all()
    assert len(pictures) == 1


@pytest.mark.parametrize(
    ("rect", "ratio", "fits"),
    [
        ((0, 3, 8, 4), 1.0, True),
        ((0, 3, 8, 4), 1.25, False),
        ((0, 4, 8, 4), 1.25, True),
        ((0, 0.5, 8, 4), 1.0, False),
        ((0, 0.5, 8, 4), 2.0, True),
        ((0, 0, 0, 4), 1.0, False),
    ],
)
def test_only_whole_device_pixels_fit(qapp, rect, ratio, fits):
    image = QImage(12, 12, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    assert KeptPictures.fits(painter, QRectF(*rect)) == fits
    painter.end()


def test_what_is_drawn_larger_is_drawn_anew(qapp):
    image = QImage(12, 12, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(1, 2)
    assert KeptPictures.fits(painter, QRectF(0, 0, 4, 4))
    painter.scale(2, 2)
    assert not KeptPictures.fits(painter, QRectF(0, 0, 4, 4))
    painter.end()
