"""The outline of a range of cells; `test_heatmap_labels` looks at that of one cell and at the ring."""

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.layout import first_picture
from padviewer.gui.views.heatmap.outlines import paint_range

SIZE = QSize(600, 400)


@pytest.fixture
def picture(qapp):
    source = HeatmapSource(
        1000, 20, np.full(1000, 20), None, None, (0, 1), np.ones(20, np.float32)
    )  # fmt: skip
    return first_picture(source, SIZE, 1.0, "values")


def painted(*given):
    """The pixels of white paper after a range was drawn on it."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_range(painter, *given)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(SIZE.height(), SIZE.width()) & 0xFFFFFF


def accent():
    return int(look.current().hex("accent")[1:], 16)


@pytest.mark.parametrize(
    ("one", "other"), [((2, 3), (5, 9)), ((5, 9), (2, 3)), ((5, 3), (2, 9)), ((2, 9), (5, 3))]
)
def test_whichever_corner_comes_first_the_outline_is_the_same(picture, one, other):
    pixels = painted(picture, one, other)
    top, left = picture.cell_rect(2, 3).topLeft().y(), picture.cell_rect(2, 3).left()
    bottom, right = picture.row_band(5).bottom(), picture.col_band(9).right()
    drawn = np.argwhere(pixels == accent())
    assert drawn.min(axis=0).tolist() == [top - 2, left - 2]
    assert (drawn.max(axis=0) + 1).tolist() == [round(bottom) + 2, round(right) + 2]
    inside = pixels[top + 1 : round(bottom) - 1, left + 1 : round(right) - 1]
    assert (inside == 0xFFFFFF).all()  # the values stay as they are


def test_one_cell_is_a_range_too(picture):
    pixels = painted(picture, (4, 4), (4, 4))
    cell = picture.cell_rect(4, 4)
    assert (pixels[cell.center().y(), cell.left() - 2 : cell.left()] == accent()).all()
    assert pixels[cell.center().y(), cell.center().x()] == 0xFFFFFF


def test_what_reaches_out_of_the_view_is_cut_at_the_cells(picture):
    """A range from above the view to below it has its two sides, and nothing beyond the cells."""
    pixels = painted(picture, (0, 3), (900, 9))
    cells = picture.cells.toRect()
    assert not (pixels[cells.bottom() + 4 :] == accent()).any()
    left = picture.cell_rect(0, 3).left()
    assert (pixels[cells.top() + 2 : cells.bottom() - 2, left - 2 : left] == accent()).all()
    assert not (pixels[cells.bottom() - 4, left + 5 : left + 60] == accent()).any()
    beyond = painted(picture, (500, 3), (900, 9))
    assert not (beyond[: cells.bottom()] == accent()).any()
