from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.labels import label_step, paint_rows
from padviewer.gui.views.heatmap.layout import first_picture
from padviewer.gui.views.heatmap.outlines import paint_focus, paint_selection

SIZE = QSize(832, 470)


@pytest.fixture
def picture(qapp):
    lengths = np.arange(1000, dtype=np.int64) % 100
    lengths[[3, 4, 7]] = (110, 250, 97)
    given = HeatmapSource(
        1000,
        96,
        lengths,
        None,
        None,
        (0, 1),
        np.ones(96, np.float32),
        order=np.arange(1000, dtype=np.int64)[::-1],
    )
    return first_picture(given, SIZE, 1.0, "values")


@pytest.fixture
def written(monkeypatch):
    """Every text that is drawn, as (text, style, token)."""
    texts = []
    draw = drawing.text

    def keep(painter, rect, words, style, token, *rest):
        texts.append((words, style, token))
        draw(painter, rect, words, style, token, *rest)

    monkeypatch.setattr(drawing, "text", keep)
    return texts


def painted(paint, *given):
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint(painter, *given)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(470, 832) & 0xFFFFFF


def code(token):
    return int(look.current().hex(token)[1:], 16)


@pytest.mark.parametrize(
    ("pixels", "step"), [(15, 1), (13, 1), (12, 2), (5, 5), (2, 10), (1, 20), (0.1, 200)]
)
def test_row_numbers_keep_their_distance(pixels, step):
    assert label_step(pixels, 13) == step


def test_rows_say_their_number_and_length_in_tensor_numbers(picture, written):
    painted(paint_rows, picture, -1)
    assert written[:4] == [
        ("999", "small", "t3"),
        ("99", "link", "cut"),
        ("998", "small", "t3"),
        ("98", "link", "cut"),
    ]
    assert ("996", "small", "t3") in written
    assert ("96", "small", "t2") in written
    assert [words for words, _, token in written if words.startswith("−")] == ["−3", "−2", "−1"]


def test_lengths_and_losses(picture, written):
    down = replace(picture, rows=picture.rows.scrolled(10**9, picture.layout.room[0]))
    pixels = painted(paint_rows, down, 996)
    assert ("3", "link", "accent") in written  # row 996 of the view is row 3 of the tensor
    assert ("110", "link", "cut") in written
    assert [words for words, _, token in written if words.startswith("−")] == ["−1", "−154", "−14"]
    band = down.row_band(996).toRect()
    swatch = pixels[band.top() : band.bottom(), int(down.cells.right()) + 3 : int(down.cells.right()) + 13]
    assert {code("cut"), code("cutbg")} <= set(np.unique(swatch).tolist())
    assert pixels[band.center().y(), 12] == code("tint")
    above = down.row_band(995).toRect().center().y()
    assert code("cut") in pixels[above, int(down.cells.right()) + 3 : int(down.cells.right()) + 13]  # row 4
    assert (pixels[down.row_band(998).toRect().center().y(), int(down.cells.right()) + 3 :] == 0xFFFFFF).all()


def test_a_mask_says_nothing_of_cuts(picture, written):
    painted(paint_rows, replace(picture, mode="mask"), -1)
    assert ("99", "small", "t2") in written
    assert not [words for words, _, _ in written if words.startswith("−")]


def test_thin_rows_share_numbers_and_swatches(picture, written):
    thin = replace(picture, rows=Axis(1000, cell=2))
    pixels = painted(paint_rows, thin, 4)
    rows = [words for words, style, token in written if token in ("t3", "accent")]
    assert rows[:3] == ["995", "979", "969"]  # the selected row has its number, its neighbours have none
    lost = [words for words, _, token in written if words.startswith("−")]
    assert lost == ["−3"] * 3  # at rows 0 to 2, 100 to 102, 200 to 202: one number where three have no room
    right = int(thin.cells.right())
    assert (pixels[thin.layout.top : thin.layout.top + 6, right + 3 : right + 13] != 0xFFFFFF).all()


def test_the_selection_lies_around_its_row_and_cell(picture):
    pixels = painted(paint_selection, picture, 5, 7)
    band = picture.row_band(5).toRect()
    accent, ink = code("accent"), code("t1")
    for y in (band.top() - 1, band.bottom() + 1):
        assert pixels[y, band.left() + 200] == accent
    assert pixels[band.center().y(), band.left() - 1] == accent
    assert pixels[band.center().y(), band.left() + 200] == 0xFFFFFF  # the values stay as they are
    cell = picture.cell_rect(5, 7)
    assert pixels[band.center().y(), cell.left() - 1] == ink
    assert pixels[band.center().y(), cell.center().x()] == 0xFFFFFF
    assert (painted(paint_selection, picture, 700, 7) == 0xFFFFFF).all()
    assert ink not in painted(paint_selection, picture, 5, -1)


def test_the_ring_of_the_focus_leaves_the_cells_free(picture):
    pixels = painted(paint_focus, picture)
    cells = picture.cells.toRect()
    assert (pixels[cells.top() : cells.bottom() + 1, cells.left() : cells.right() + 1] == 0xFFFFFF).all()
    assert (pixels[cells.top() - 2 : cells.top(), cells.left() : cells.right()] == code("accent")).all()
