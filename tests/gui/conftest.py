"""What every test of the window starts with: the light theme, text at scale 1, English numbers."""

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage

from padviewer.gui import theme as look
from padviewer.gui.fonts import Fonts


@pytest.fixture(autouse=True)
def light_theme(qapp):
    """Give the application the light theme and English numbers."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    light = look.Theme("light", Fonts())
    if look.current() != light or not qapp.styleSheet():
        look.apply(qapp, light)
    yield
    QLocale.setDefault(before)


@pytest.fixture
def colour_at():
    """Return ``colour_at(widget, x, y)``: the painted colour as "#RRGGBB"."""

    def colour(widget, x, y):
        image = widget.grab().toImage()
        ratio = image.devicePixelRatio()
        return image.pixelColor(int(x * ratio), int(y * ratio)).name().upper()

    return colour


@pytest.fixture
def colours_in():
    """Return ``colours_in(widget, rect)``: the colours painted in a rectangle of logical pixels."""

    def colours(widget, rect):
        image = widget.grab().toImage().copy(rect).convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)[:, : image.width()]
        return {f"#{pixel & 0xFFFFFF:06X}" for pixel in np.unique(pixels).tolist()}

    return colours
