"""The axes: round numbers where their places are, apart from each other, in the window's colours."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from padviewer.gui.charts.axes import DOUBLED, ChartAxis, log_ticks, round_step, round_ticks
from padviewer.gui.charts.hands import Hands, Surface
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look


@pytest.mark.parametrize(
    ("least", "choice", "step"),
    [
        (0.3, {}, 0.5),
        (0.3, {"whole": True}, 1),
        (1, {}, 1),
        (3, {}, 5),
        (6, {}, 10),
        (33, {}, 50),
        (33, {"round_to": DOUBLED}, 64),
        (1, {"round_to": DOUBLED}, 1),
        (0.0021, {}, 0.005),
        (10**7 + 1, {}, 2 * 10**7),
    ],
)
def test_steps_are_round(least, choice, step):
    assert round_step(least, **choice) == pytest.approx(step)


def test_ticks_are_the_multiples_in_view():
    assert round_ticks(3, 31, 10) == [10, 20, 30]
    assert round_ticks(-0.5, 0.5, 0.25) == [-0.5, -0.25, 0, 0.25, 0.5]
    assert log_ticks(3, 1000) == pytest.approx([5, 10, 20, 50, 100, 200, 500, 1000])


@pytest.fixture
def scene(qapp):
    """A view of 500 × 300 pixels with axes beside a box; gives axis and box for a side."""
    view = Surface()
    view.resize(500, 300)

    def build(side, low, high, downwards=False, **choice):
        box = Hands(downwards=downwards)
        axis = ChartAxis(side, **choice)
        view.addItem(box)
        view.addItem(axis)
        box.setGeometry(QRectF(100, 50, 300, 200))
        axis.setGeometry(
            QRectF(
                *{"top": (100, 20, 300, 30), "left": (20, 50, 80, 200), "bottom": (100, 250, 300, 30)}[side]
            )
        )
        axis.linkToView(box)
        box.setRange(xRange=(low, high), yRange=(low, high), padding=0)
        return axis, box

    view.show()
    build.view = view
    yield build
    view.close()
    view.deleteLater()


def test_numbers_stand_at_their_places(scene):
    axis, _ = scene("bottom", 0, 2400)
    assert axis.ticks() == [
        (pytest.approx(place), words)
        for place, words in [(0, "0"), (62.5, "500"), (125, "1,000"), (187.5, "1,500"), (250, "2,000")]
    ]


@pytest.mark.parametrize(("downwards", "first"), [(False, 200), (True, 0)])
def test_an_upright_axis_follows_the_way_of_its_view(scene, downwards, first):
    axis, _ = scene("left", 0, 100, downwards)
    assert {words: place for place, words in axis.ticks()}["0"] == pytest.approx(first)
    assert {words: place for place, words in axis.ticks()}["50"] == pytest.approx(100)


def test_numbers_never_touch_each_other(scene):
    axis, box = scene("bottom", 0, 1)
    for high in (1, 7, 99, 1234, 10**6, 98_765_432, 10**12):
        for low in (0, high // 3):
            box.setXRange(low, low + high, padding=0)
            ends = []
            for _, middle, words in axis._placed():
                width = drawing.text_width(words, "micro")
                ends.append((middle - width / 2, middle + width / 2))
            assert ends
            assert all(one[1] <= other[0] for one, other in pairwise(ends))


def test_a_logarithmic_axis_says_the_numbers_themselves(scene):
    axis, _ = scene("bottom", 0, 3)
    axis.setLogMode(x=True)
    found = {words: place for place, words in axis.ticks()}
    assert found["10"] == pytest.approx(100)
    assert found["100"] == pytest.approx(200)
    assert "0" not in found


def test_it_is_painted_in_the_colours_of_the_theme(scene):
    axis, _ = scene("bottom", 0, 100, line="stroke2", marks=4)
    image = scene.view.grab().toImage()
    ratio = image.devicePixelRatio()
    line = image.pixelColor(round(133 * ratio), round(250 * ratio))
    assert line.name() == look.current().hex("stroke2").lower()
    tick = image.pixelColor(round((100 + axis.place_of(40)) * ratio), round(252 * ratio))
    assert tick.name() == look.current().hex("stroke2").lower()
    width = drawing.text_width("40", "micro")
    inks = {
        image.pixelColor(x, y).name()
        for x in range(round((220 - width) * ratio), round((220 + width) * ratio))
        for y in range(round(256 * ratio), round(278 * ratio))
    }
    assert len(inks) > 2


def test_nothing_is_said_of_a_view_without_room(scene):
    axis, box = scene("bottom", 0, 10)
    axis.setGeometry(QRectF(0, 0, 0, 0))
    assert axis.ticks() == []
    box.setGeometry(QRectF(0, 0, 1, 1))
    scene.view.grab()
