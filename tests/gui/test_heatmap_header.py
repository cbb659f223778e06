from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

from padviewer.gui import theme as look
from padviewer.gui.heatmap_frame import HeatmapSource
from padviewer.gui.heatmap_header import HeatmapLegend, paint_step_axis, paint_still_real, tick_step
from padviewer.gui.heatmap_layout import first_picture
from padviewer.gui.ramps import ramp


def source(kept, lengths, **more):
    return HeatmapSource(
        len(kept),
        10,
        np.array(lengths, np.int64),
        np.array(kept, np.int64),
        None,
        None,
        (0, 1),
        more.pop("still_real", np.ones(10, np.float32)),
        ramp_words="frequent → rare",
        **more,
    )


@pytest.mark.parametrize(
    ("given", "mode", "words"),
    [
        (source([10], [10]), "values", ["frequent → rare"]),
        (source([4, 10], [4, 10]), "values", ["frequent → rare", "padding"]),
        (source([4, 10], [4, 13]), "values", ["frequent → rare", "padding", "cut"]),
        (source([10], [10], has_missing=True), "values", ["frequent → rare", "missing"]),
        (source([4, 10], [4, 13], has_missing=True), "mask", ["real", "padding"]),
        (source([10], [10]), "mask", ["real"]),
    ],
)
def test_the_legend_lists_only_kinds_that_occur(qtbot, given, mode, words):
    legend = HeatmapLegend(mode)
    qtbot.addWidget(legend)
    legend.set_source(given)
    assert legend.words() == words
    assert legend.accessibleName() == "Legend: " + ", ".join(words)
    legend.set_source(None)
    assert legend.words() == []


def test_swatches_have_the_colours_of_their_kind(qtbot, colours_in):
    legend = HeatmapLegend()
    qtbot.addWidget(legend)
    legend.set_source(source([4, 10], [4, 13], has_missing=True))
    legend.resize(legend.sizeHint())
    theme = look.current()
    seen = colours_in(legend, legend.rect())
    assert {
        theme.hex("pad"),
        theme.hex("hatch"),
        theme.hex("cut"),
        theme.hex("cutbg"),
        theme.hex("missbg"),
    } <= seen
    middle = legend.height() // 2
    for name in ("tide", "viridis"):
        legend.set_ramp(name)
        strip = colours_in(legend, QRect(2, middle, 38, 1))
        assert strip <= {"#" + bytes(colour).hex().upper() for colour in ramp(name).tolist()}
        assert len(strip) > 20
    legend.resize(60, legend.height())  # too narrow for all: the last ones stay
    assert theme.hex("cut") not in colours_in(legend, legend.rect())


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
    picture = first_picture(source([4], [4], still_real=shares), QSize(832, 470), 1.0, "values")
    pixels = painted(paint_still_real, picture)
    colour = int(look.current().hex("real2")[1:], 16)
    cell = picture.cols.cell
    heights = [int((pixels[:23, picture.layout.left + col * cell + 1] == colour).sum()) for col in range(10)]
    assert heights == [23, 20, 18, 15, 13, 10, 8, 5, 1, 0]
    line = int(look.current().hex("stroke")[1:], 16)
    assert (pixels[23, picture.layout.left : picture.layout.left + 10 * cell] == line).all()


def test_step_numbers_stand_over_their_cells(qapp):
    given = replace(source([40], [40]), cols=96)
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
