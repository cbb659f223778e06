"""Marks and labels: each row's mark is a shape of its own, labels keep apart."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from padviewer.gui.views.series.marks import COLOURS, paint_labels, paint_mark, paint_marks, spread


@pytest.fixture
def drawn(qapp):
    def draw(paint, size=(40, 40)):
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        paint(painter)
        painter.end()
        pixels = np.frombuffer(image.constBits(), np.uint32).reshape(size[1], size[0])
        return (pixels & 0xFFFFFF) != 0xFFFFFF

    return draw


def test_marks_differ_without_their_colour(drawn):
    shapes = [
        drawn(lambda p, slot=slot: paint_mark(p, QPointF(20, 20), slot)) for slot in range(len(COLOURS))
    ]
    for at, one in enumerate(shapes):
        assert one.sum() > 15
        for other in shapes[at + 1 :]:
            assert np.count_nonzero(one != other) >= 6


def test_marks_stand_along_a_line(drawn):
    x = np.arange(0.0, 400.0)
    seen = drawn(lambda p: paint_marks(p, x, np.full(400, 20.0), 2), (400, 40))
    starts = np.flatnonzero(np.diff(seen.any(axis=0).astype(int), prepend=0) == 1)
    assert len(starts) == 4
    assert (np.diff(starts) >= 100).all()
    assert not drawn(lambda p: paint_marks(p, x, np.full(400, np.nan), 2), (400, 40)).any()


@pytest.mark.parametrize("places", [[5, 6, 7], [50, 50, 50, 50], [99, 99], [0, 0, 99]])
def test_labels_keep_apart_and_inside(places):
    moved = spread(places, 10, 0, 100)
    assert all(b - a >= 10 - 1e-9 for a, b in pairwise(moved))
    assert moved[0] >= 5
    assert moved[-1] <= 95


def test_labels_are_written(drawn):
    panel = QRectF(0, 0, 20, 60)
    seen = drawn(lambda p: paint_labels(p, panel, [(1, 30.0), (0, 31.0)], ("a", "b"), 60), (90, 60))
    assert seen[:, 20:].any()
    assert not seen[:, :20].any()
