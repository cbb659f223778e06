from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
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
        strip = colours_in(bar, QRect(4, 4, bar.width() - 9, 1)) - {look.current().hex("canvas")}  # handles
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


def press_and_move(strip, start, ends):
    """Press the strip and move along it; the button stays down."""
    strip.grab()
    QTest.mousePress(strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(start, 4))
    for x in ends:
        QTest.mouseMove(strip.viewport(), QPoint(x, 4))


@pytest.mark.parametrize(("handle", "by"), [(191, 20), (191, -10), (63, 12), (63, -20)])
def test_a_handle_that_is_dragged_moves_its_level_alone(bar, handle, by):
    bar.set_source(replace(SOURCE, levels=(0.0, 100.0)))
    bar.show()
    heard = []
    bar.changed.connect(heard.append)
    strip = bar._strip
    x = round(strip.width() * handle / 256)
    press_and_move(strip, x, [x + by // 2, x + by])
    low, high = heard[-1].low, heard[-1].high
    assert heard[-1].kind == "hand"
    assert (low, high)[handle == 63] == (0, 100)[handle == 63]
    assert ((low, high)[handle == 191] > (0, 100)[handle == 191]) == (by > 0)
    assert low.is_integer()
    assert high.is_integer()
    bar.set_source(replace(SOURCE, levels=(low, high)))  # what was chosen comes back while the button is down
    last = QPoint(x + by + (1 if by > 0 else -1), 4)
    QTest.mouseMove(strip.viewport(), last)
    further = heard[-1].low, heard[-1].high
    assert abs(further[handle == 191] - (0, 100)[handle == 191]) >= abs(
        (low, high)[handle == 191] - (0, 100)[handle == 191]
    )
    QTest.mouseRelease(strip.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert (heard[-1].low, heard[-1].high) == further
    assert not bar.form.isVisible()


def test_a_logarithmic_ramp_never_begins_at_0(bar):
    bar.set_source(replace(SOURCE, levels=(1.0, 100.0), log=True))
    bar.set_levels(Levels("hand", 1, 100, log=True))
    bar.show()
    heard = []
    bar.changed.connect(heard.append)
    x = round(bar._strip.width() * 63 / 256)
    press_and_move(bar._strip, x, [x + 10, 1])
    QTest.mouseRelease(bar._strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 4))
    assert heard
    assert all(levels.low > 0 and levels.log for levels in heard)


def test_a_click_on_the_strip_opens_the_form(bar):
    bar.show()
    QTest.mouseClick(bar._strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 4))
    assert bar.form.isVisible()
    bar.form.close()


def test_ranks_have_no_handles(bar, colours_in):
    canvas = look.current().hex("canvas")
    assert canvas in colours_in(bar, QRect(4, 7, bar.width() - 9, 1))
    bar.set_source(replace(SOURCE, ranks=np.zeros(1, np.float32)))
    assert canvas not in colours_in(bar, QRect(4, 7, bar.width() - 9, 1))
