"""The lines as they are drawn, against the values: numbers of the axes, names, envelope, dashes, gaps."""

import re
from functools import partial
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator

from padviewer.gui.charts.series import SeriesChart
from padviewer.gui.charts.strokes import COLOURS
from padviewer.gui.style import theme as look
from padviewer.gui.views.series.view import HEAD, SeriesView

SIZE = QSize(700, 420)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def make(viewing):
    """Return ``make(column, **choice)``: the view of a column, and its controller."""
    return partial(viewing, SeriesView, size=(700, 420))


class Places:
    """Where steps and values stand in the picture of a view."""

    def __init__(self, view, panel=0):
        self.chart, self.at, self.head = SeriesChart(), panel, look.current().px(HEAD)
        self.chart.resize(SIZE.width(), SIZE.height() - self.head)
        self.chart.show_series(view._shown, view.window_of_steps())
        self.panel = self.chart.panel_rect(panel).translated(0, self.head)
        self.chart.close()
        self.chart.deleteLater()

    def x(self, place):
        return self.chart.x_of(place)

    def y(self, value):
        return self.chart.y_of(value, self.at) + self.head


def texts_of(view):
    """Every text of the view's picture, and where it begins: (words, x, y)."""
    array = QByteArray()
    buffer = QBuffer(array)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setViewBox(view.rect())
    painter = QPainter(generator)
    view.paint_picture(painter, SIZE)
    painter.end()
    found = []

    def walk(element, turn):
        numbers = re.findall(r"[-\d.e]+", element.get("transform", "").removeprefix("matrix"))
        if numbers:
            turn = QTransform(*map(float, numbers)) * turn
        if element.tag == f"{SVG}text":
            at = turn.map(QPointF(float(element.get("x", 0)), float(element.get("y", 0))))
            found.append(("".join(element.itertext()).strip(), at.x(), at.y()))
        for child in element:
            walk(child, turn)

    walk(ET.fromstring(bytes(array.data())), QTransform())  # noqa: S314 - our own writing
    return found


def image_of(view):
    """The view's picture as pixels: uint32 [height, width]."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(look.current().colour("canvas"))
    painter = QPainter(image)
    view.paint_picture(painter, SIZE)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(SIZE.height(), SIZE.width()) & 0xFFFFFF


def number(colour):
    return int(colour.removeprefix("#"), 16)


def test_the_axis_says_columns_below_their_middles(make):
    view, controller = make([np.arange(100.0)])
    controller.select(0, -1)
    places, found = Places(view), texts_of(view)
    below = [one for one in found if one[2] > places.panel.bottom() and one[0].isdigit()]
    assert len(below) >= 4
    assert {"0", "20", "80"} <= {words for words, _, _ in below}
    for words, x, _ in below:
        middle = places.x(int(words) + 0.5)
        assert x == pytest.approx(middle, abs=4 * len(words) + 2)
        assert x < middle


def test_the_axis_says_values_at_their_heights(make):
    view, controller = make([[0.0, 10.0, 5.0, 2.0]])
    controller.select(0, -1)
    places, found = Places(view), texts_of(view)
    beside = [one for one in found if one[1] < places.panel.left() and one[2] < places.panel.bottom() + 8]
    said = {float(words): y for words, _, y in beside if words.replace(".", "").isdigit()}
    assert {0.0, 10.0} <= set(said)
    for value, baseline in said.items():
        assert baseline == pytest.approx(places.y(value) + 4, abs=3)


def test_behind_a_break_the_axis_goes_on_with_the_columns(make):
    view, controller = make([np.arange(20.0)], maxlen=10, truncating="middle")
    controller.select(0, -1)
    places = Places(view)
    words = {words: x for words, x, y in texts_of(view) if y > places.panel.bottom()}
    assert words["0"] == pytest.approx(places.x(0.5), abs=6)
    assert words["5"] == pytest.approx(places.x(10 + 5.5), abs=6)
    assert "cut" in words


def test_each_line_has_its_name_at_its_end(make):
    view, controller = make([[1.0, 9.0], [1.0, 2.0], [1.0, 2.0]])
    for row in (1, 2):
        controller.select(row, -1)
        view.pin()
    controller.select(0, -1)
    places = Places(view)
    names = {
        words: y for words, x, y in texts_of(view) if words.startswith("row") and x > places.panel.right()
    }
    assert set(names) == {"row 0", "row 1", "row 2"}
    assert names["row 0"] == pytest.approx(places.y(9.0) + 4, abs=4)
    line = look.current().line("micro")
    assert abs(names["row 1"] - names["row 2"]) >= line - 1
    assert (names["row 1"] + names["row 2"]) / 2 == pytest.approx(places.y(2.0) + 4, abs=line)


def test_every_pixel_column_reaches_from_its_least_to_its_greatest_value(make):
    values = np.random.default_rng(5).normal(size=50_000)
    view, controller = make([values])
    controller.select(0, -1)
    places, ink = Places(view), image_of(view) == number(COLOURS[0])
    left, right = places.x(0), places.x(len(values))
    columns = np.arange(int(left) + 2, int(right) - 2)
    assert len(columns) > 400
    steps = np.arange(len(values)) + 0.5
    pixel = np.floor(left + steps * (right - left) / len(values)).astype(int)
    for column in columns[::7]:
        there = values[pixel == column]
        drawn = np.flatnonzero(ink[: int(places.panel.bottom()), column])
        assert len(drawn)
        assert drawn.min() <= places.y(there.max()) + 1.5
        assert drawn.max() >= places.y(there.min()) - 1.5
        around = values[(pixel >= column - 1) & (pixel <= column + 1)]
        assert drawn.min() >= places.y(around.max()) - 2
        assert drawn.max() <= places.y(around.min()) + 2


def test_one_peak_among_many_steps_is_drawn(make):
    values = np.zeros(300_000)
    values[123_456], values[234_567] = 7.0, -7.0
    view, controller = make([values])
    controller.select(0, -1)
    places, ink = Places(view), image_of(view) == number(COLOURS[0])
    for step, value in ((123_456, 7.0), (234_567, -7.0)):
        x = round(places.x(step + 0.5))
        rows = np.flatnonzero(ink[: int(places.panel.bottom()), x - 2 : x + 3].any(axis=1))
        assert np.abs(rows - places.y(value)).min() <= 2


@pytest.mark.parametrize("steps", [12, 400])
def test_what_is_cut_is_dashed_and_what_is_kept_is_not(make, steps):
    view, controller = make([np.full(2 * steps, 5.0), np.full(3, 5.0)], maxlen=steps)
    controller.select(0, -1)
    places, image = Places(view), image_of(view)
    y, middle, end = round(places.y(5.0)), round(places.x(steps)), round(places.x(2 * steps))
    band = slice(y - 1, y + 2)
    kept = (
        image[band, round(places.x(0.5)) + 2 : round(places.x(steps - 0.5)) - 5] == number(COLOURS[0])
    ).any(axis=0)
    assert kept.all()
    ground = number(look.current().hex("cutbg"))
    gaps = (image[band, middle + 6 : end - 2] == ground).all(axis=0)
    assert 0.2 < gaps.mean() < 0.7
    assert np.count_nonzero(np.diff(gaps.astype(int)) == 1) > 5
    assert number(look.current().hex("cut")) in image[band, middle + 6 : end - 2]


def test_missing_values_are_gaps_with_a_cross(make):
    values = np.full(20, 3.0)
    values[8:12] = np.nan
    view, controller = make([values, np.array([0.0, 6.0])])
    controller.select(0, -1)
    places, image = Places(view), image_of(view)
    top, bottom = int(places.panel.top()), int(places.panel.bottom())
    gap = image[top:bottom, round(places.x(8)) + 2 : round(places.x(12)) - 2]
    assert number(COLOURS[0]) not in gap
    crosses = image[bottom - 12 : bottom, round(places.x(8.5)) - 3 : round(places.x(8.5)) + 4]
    ground = np.array(look.current().colour("canvas").getRgb()[:3])
    shades = np.stack([(crosses >> shift) & 255 for shift in (16, 8, 0)], axis=-1).astype(int)
    assert (np.abs(shades - ground).sum(axis=-1) > 60).sum() >= 6
