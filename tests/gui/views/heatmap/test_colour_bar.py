from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from padviewer.core.picture.levels import Levels
from padviewer.core.picture.ramps import IDENTITY, ramp
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.colour_bar import ColourBar

SOURCE = HeatmapSource(
    1, 4, np.array([4]), None, None, (-2.0, 6.0), np.ones(4, np.float32), ramp_words="some words"
)


@pytest.fixture
def bar(qtbot):
    made = ColourBar()
    qtbot.addWidget(made)
    made.set_source(SOURCE)
    made.resize(made.sizeHint())
    return made


@pytest.mark.parametrize(
    ("more", "ticks"),
    [
        ({}, ("−2", "2", "6")),
        ({"levels": (1.0, 100.0), "log": True}, ("1", "10", "100")),
        ({"levels": (3.0, 3.0)}, ("", "3", "")),
        ({"ranks": np.zeros(1, np.float32)}, ("frequent", "", "rare")),
        ({"identity": True}, ("", "some words", "")),
    ],
)
def test_the_ticks_are_the_ends_and_the_middle(bar, more, ticks):
    bar.set_source(replace(SOURCE, **more))
    assert bar.ticks() == ticks
    bar.grab()


def test_the_colours_are_those_of_the_ramp(bar, colours_in):
    for name in ("tide", "puor"):
        bar.set_ramp(name)
        strip = colours_in(bar, QRect(4, 7, bar.width() - 9, 1))
        assert strip <= {"#" + bytes(colour).hex().upper() for colour in ramp(name).tolist()}
        assert len(strip) > 60
    bar.set_source(replace(SOURCE, identity=True))
    assert colours_in(bar, QRect(4, 7, bar.width() - 9, 1)) == set(IDENTITY)
    bar.set_source(None)
    assert len(colours_in(bar, bar.rect())) == 1
    assert bar.ticks() == ("", "", "")


def test_names_for_those_who_do_not_see_it(bar):
    assert bar.accessibleName() == "Colours from −2 to 6"
    assert bar.focusPolicy() == Qt.FocusPolicy.StrongFocus
    bar.set_source(replace(SOURCE, levels=(1, 9), log=True))
    assert bar.accessibleDescription() == "Logarithmic"
    bar.set_source(replace(SOURCE, identity=True))
    assert (bar.accessibleName(), bar.accessibleDescription()) == ("Colours: some words", "")
    assert bar.focusPolicy() == Qt.FocusPolicy.NoFocus
    bar.set_source(None)
    assert bar.accessibleName() == "Colours"


@pytest.mark.parametrize("opened", ["mouse", Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_mouse_and_keys_open_the_form(bar, qtbot, opened):
    bar.show()
    qtbot.waitExposed(bar)
    bar.set_levels(Levels("percentiles", 5, 95))
    QTest.keyClick(bar, Qt.Key.Key_A)
    assert not bar.form.isVisible()
    if opened == "mouse":
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(bar, opened)
    assert bar.form.isVisible()
    assert bar.form.levels() == Levels("percentiles", 5, 95)
    with qtbot.waitSignal(bar.changed) as heard:
        bar.form.kind.setCurrentIndex(3)
    assert heard.args[0].kind == "symmetric"
    bar.form.close()
    bar.set_source(replace(SOURCE, identity=True))
    bar.open_form()
    assert not bar.form.isVisible()


def test_a_share_of_padding_has_colours_of_its_own(bar, colours_in):
    bar.set_share(True)
    assert bar.ticks() == ("0\u202f%", "padding", "100\u202f%")
    assert bar.accessibleName() == "Colours: share of padding, from none to all"
    assert not bar.has_levels
    theme = look.current()
    ends = [theme.colour(token) for token in ("real", "pad")]
    strip = colours_in(bar, QRect(4, 7, bar.width() - 9, 1))
    for channel in ("red", "green", "blue"):
        low, high = sorted(getattr(end, channel)() for end in ends)
        assert all(low <= getattr(QColor(colour), channel)() <= high for colour in strip)
    bar.open_form()
    assert not bar.form.isVisible()
    bar.set_share(False)
    assert bar.ticks() == ("−2", "2", "6")
