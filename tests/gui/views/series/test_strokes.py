"""Strokes of the series: lines and dashes by hand, their pixels beside Qt's own, and their pace."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from padviewer.gui.views.series import strokes as series_strokes
from padviewer.gui.views.series.strokes import dashes, joined, runs, stroke


def ends(lines):
    return [(one.x1(), one.y1(), one.x2(), one.y2()) for one in lines]


def drawn(paint, width=200, height=60):
    """Return the ink of a black drawing on white: float [height, width], 0 to 1."""
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(height, -1)[:, :width]
    return 1 - pixels / 255


def test_runs_of_values():
    assert runs(np.array([True, True, False, True, False, False, True, True])) == [(0, 2), (3, 4), (6, 8)]
    assert runs(np.array([False, False])) == []


def test_points_are_joined():
    x, y = np.array([0.0, 1.0, 3.0]), np.array([5.0, 6.0, 4.0])
    assert ends(joined(x, y)) == [(0, 5, 1, 6), (1, 6, 3, 4)]


def test_dashes_along_a_level_line():
    # 8 on, 6 off along 30 pixels: 0 to 8, 14 to 22, and what is left of the third from 28 on
    found = ends(dashes(np.array([0.0, 30.0]), np.array([2.0, 2.0]), 8, 6))
    assert found == [(0, 2, 8, 2), (14, 2, 22, 2), (28, 2, 30, 2)]


def test_dashes_go_on_around_a_corner():
    # right 4 and down 3 are 5 along, then level; 7 on, 3 off: a dash bends at 5, the next is from 10 on
    found = ends(dashes(np.array([0.0, 4.0, 20.0]), np.array([0.0, 3.0, 3.0]), 7, 3))
    assert found == pytest.approx(np.array([(0, 0, 4, 3), (4, 3, 6, 3), (9, 3, 16, 3), (19, 3, 20, 3)]))


def test_dashes_do_not_depend_on_points_between():
    x = np.linspace(0, 30, 301)
    covered = [(a, c) for a, _, c, _ in ends(dashes(x, np.zeros(301), 8, 6))]
    assert sum(c - a for a, c in covered) == pytest.approx(8 + 8 + 2)
    assert all((a + c) / 2 % 14 < 8 for a, c in covered)


def test_a_line_that_is_longer_than_all_dashes_is_whole(monkeypatch):
    monkeypatch.setattr(series_strokes, "MOST_DASHES", 2)
    x, y = np.array([0.0, 28.0, 29.0]), np.zeros(3)
    assert ends(dashes(x[:2], y[:2], 8, 6)) == [(0, 0, 8, 0), (14, 0, 22, 0)]
    assert ends(dashes(x, y, 8, 6)) == ends(joined(x, y))


@pytest.mark.parametrize("width", [1.5, 2])
@pytest.mark.parametrize("is_dashed", [False, True])
def test_the_ink_is_that_of_one_path(qapp, width, is_dashed):
    x = np.linspace(10, 190, 31)
    y = 30 + 20 * np.sin(x / 15)

    def path(painter):
        pen = QPen(QColor("black"), width)
        if is_dashed:
            pen.setDashPattern([series_strokes.ON, series_strokes.OFF])
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(x, y, strict=True)]))

    own = drawn(lambda painter: stroke(painter, x, y, QColor("black"), width, is_dashed=is_dashed))
    one_path = drawn(path)
    assert np.abs(own - one_path).mean() < 0.02  # joints overlap a little
    assert own.sum() == pytest.approx(one_path.sum(), rel=0.1)
    assert not own[one_path == 0].max() > 0.5


def test_gaps_break_the_line_and_a_lonely_value_is_a_square(qapp):
    x, y = np.array([20.0, 40, 60, 80, 100]), np.array([10.0, 10, np.nan, 30, np.nan])
    ink = drawn(lambda painter: stroke(painter, x, y, QColor("black"), 2, is_dashed=False))
    assert (ink[9:11, 21:39] == 1).all()
    assert not ink[:, 45:77].any()
    assert ink[28:32, 78:82].sum() == pytest.approx(9, rel=0.01)  # 3 × 3
    assert not ink[:, 85:].any()


def test_noise_at_every_pixel_is_drawn(qapp):
    y = np.random.default_rng(0).uniform(0, 800, 1700)
    for is_dashed in (False, True):
        ink = drawn(
            lambda painter, dashed=is_dashed: stroke(
                painter, np.arange(1700.0), y, QColor("black"), 2, is_dashed=dashed
            ),
            1700,
            800,
        )
        assert ink.mean() > 0.2


@pytest.mark.parametrize("is_dashed", [False, True])
def test_a_thin_line_is_one_path(qapp, is_dashed):
    y = np.random.default_rng(1).uniform(5, 55, 60)
    x = np.linspace(5, 195, 60)

    def path(painter):
        pen = QPen(QColor("black"), 1)
        if is_dashed:
            pen.setDashPattern([series_strokes.ON, series_strokes.OFF])
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(x, y, strict=True)]))

    own = drawn(lambda painter: stroke(painter, x, y, QColor("black"), 1, is_dashed=is_dashed))
    assert (own == drawn(path)).all()
