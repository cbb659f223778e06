"""Text of the table: as wide as Qt says, in the theme's colours, shortened where there is no room."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.views.table import ink as table_ink


def inked(words, rect, align):
    """The columns of pixels that a text covers."""
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    table_ink.write(painter, rect, words, "body", "t1", align)
    painter.end()
    dark = [x for x in range(200) if any(image.pixelColor(x, y).lightness() < 200 for y in range(30))]
    return dark[0], dark[-1]


def test_widths_are_qts_own_and_forgotten_when_there_are_many(monkeypatch):
    monkeypatch.setattr(table_ink, "MOST_WIDTHS", 2)
    metrics = QFontMetricsF(look.current().font("small"))
    for words in ("one", "two words", "three", "one"):
        assert table_ink.width_of(words, "small") == metrics.horizontalAdvance(words)


def test_colours_follow_the_theme(qapp):
    assert table_ink.colour("cut").name().upper() == "#B34508"
    look.apply(qapp, look.Theme("dark", Fonts()))
    assert table_ink.colour("cut").name().upper() == "#FF9A5B"


@pytest.mark.parametrize("words", ["kept", "a text that is much longer than the room there is for it"])
def test_text_stays_in_its_rectangle(qapp, words):
    rect = QRectF(50, 0, 100, 28)
    left, right = inked(words, rect, table_ink.LEFT)
    assert 50 <= left <= 54
    assert right <= 150
    assert 145 <= inked(words, rect, table_ink.RIGHT)[1] <= 150
    left, right = inked(words, rect, table_ink.CENTRE)
    assert abs((left + right) / 2 - 100) <= 4
