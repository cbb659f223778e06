"""Strokes and marks: their ink beside Qt's own, gaps, noise at every pixel, a shape of its own a row."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from padviewer.gui.charts.strokes import COLOURS, OFF, ON, draw_mark, draw_marks, stroke


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


@pytest.mark.parametrize("width", [1.5, 2])
@pytest.mark.parametrize("is_dashed", [False, True])
def test_the_ink_is_that_of_one_path(qapp, width, is_dashed):
    x = np.linspace(10, 190, 31)
    y = 30 + 20 * np.sin(x / 15)

    def path(painter):
        pen = QPen(QColor("black"), width)
        if is_dashed:
            pen.setDashPattern([ON, OFF])
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
            pen.setDashPattern([ON, OFF])
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(x, y, strict=True)]))

    own = drawn(lambda painter: stroke(painter, x, y, QColor("black"), 1, is_dashed=is_dashed))
    assert (own == drawn(path)).all()


def test_marks_differ_without_their_colour(qapp):
    shapes = [
        drawn(lambda p, slot=slot: draw_mark(p, [QPointF(20, 20)], slot), 40, 40) > 0.05
        for slot in range(len(COLOURS))
    ]
    for at, one in enumerate(shapes):
        assert one.sum() > 15
        for other in shapes[at + 1 :]:
            assert np.count_nonzero(one != other) >= 6


def test_marks_stand_along_a_line(qapp):
    x = np.arange(0.0, 400.0)
    seen = drawn(lambda p: draw_marks(p, x, np.full(400, 20.0), 2), 400, 40) > 0.05
    starts = np.flatnonzero(np.diff(seen.any(axis=0).astype(int), prepend=0) == 1)
    assert len(starts) == 4
    assert (np.diff(starts) >= 100).all()
    assert not drawn(lambda p: draw_marks(p, x, np.full(400, np.nan), 2), 400, 40).any()
