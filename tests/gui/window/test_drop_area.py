import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.widgets.buttons import Button
from padviewer.gui.window.start import FORMATS, MODELS, DropArea


@pytest.fixture
def area(qtbot):
    made = DropArea(Button("Open file", "primary", "open"))
    qtbot.addWidget(made)
    made.resize(440, 216)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_button_stands_in_the_middle_and_works(area, qtbot):
    button = area.findChild(Button)
    assert abs(button.geometry().center().x() - 220) <= 1
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_picture_shows_values_and_padding(area, colours_in):
    seen = colours_in(area, area.rect())
    assert {"#0E3A4C", "#ECEEF1", "#BCC3CC"} <= seen  # the ramp's first colour, padding, its hatch


def test_it_lights_up(area, colours_in):
    assert "#E6EDFC" not in colours_in(area, area.rect())
    area.lit = True
    assert "#E6EDFC" in colours_in(area, area.rect())


@pytest.mark.parametrize("family", ["Inter", "DejaVu Sans"])
def test_its_words_fit_at_1280(qapp, area, family):
    look.apply(qapp, look.Theme("light", Fonts(sans=(family,))))
    for words in (FORMATS, MODELS):
        assert drawing.text_width(words, "small") <= area.width() - 24
