from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.axis import paint_step_axis, paint_still_real, tick_step
from padviewer.gui.views.heatmap.layout import first_picture


def source(lengths, **more):
    return HeatmapSource(
        len(lengths),
        10,
        np.array(lengths, np.int64),
        None,
        None,
        (0, 1),
        more.pop("still_real", np.ones(10, np.float32)),
        ramp_words="frequent → rare",
        **more,
    )


@pytest.mark.parametrize(
    ("pixels", "label", "step"), [(6, 14, 8), (5, 14, 8), (4, 14, 16), (40, 14, 1), (0.25, 40, 256)]
)
def test_the_distance_of_step_numbers(pixels, label, step):
    assert tick_step(pixels, label) == step


def painted(paint, picture):
    image = QImage(QSize(832, 470), QImage.Format.Format_RGB32)
    image.fill(look.current().colour("canvas"))
    painter = QPainter(image)
    paint(painter, picture)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(470, 832) & 0xFFFFFF


def test_the_strip_is_as_high_as_the_share(qapp):
    shares = np.linspace(1, 0, 10, dtype=np.float32)
    shares[8] = 1e-6  # hardly any row is not no row
    picture = first_picture(source([4], still_real=shares), QSize(832, 470), 1.0, "values")
    pixels = painted(paint_still_real, picture)
    colour = int(look.current().hex("real2")[1:], 16)
    cell = picture.cols.cell
    heights = [int((pixels[:23, picture.layout.left + col * cell + 1] == colour).sum()) for col in range(10)]
    assert heights == [23, 20, 18, 15, 13, 10, 8, 5, 1, 0]
    line = int(look.current().hex("stroke")[1:], 16)
    assert (pixels[23, picture.layout.left : picture.layout.left + 10 * cell] == line).all()


def test_step_numbers_stand_over_their_cells(qapp):
    given = replace(source([40]), cols=96)
    picture = first_picture(given, QSize(832, 470), 1.0, "values")
    pixels = painted(paint_step_axis, picture)
    ink = (pixels != 0xFFFFFF).any(axis=0)
    left, cell = picture.layout.left, picture.cols.cell
    for col in range(8, 96, 8):
        middle = left + col * cell + cell // 2
        around = np.flatnonzero(ink[middle - 16 : middle + 17]) - 16
        assert abs(around.min() + around.max()) <= 4, col  # the number is centred on its cell
    assert not ink[left - 6 : left].any()
    assert ink[left : left + 8].any()  # 0 begins with its cell
    nothing = painted(
        paint_step_axis, first_picture(replace(given, rows=0, cols=0), QSize(832, 470), 1.0, "values")
    )
    assert not (nothing[:, 200:] != 0xFFFFFF).any()
