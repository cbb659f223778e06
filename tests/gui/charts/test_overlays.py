"""What stands over and beside the cells, pixel by pixel, on a chart of one size."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from padviewer.core.padding.plan import CellKind
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.profiles import profiles_of
from padviewer.core.picture.source import HeatmapSource
from padviewer.core.picture.stage import Stage
from padviewer.gui.charts.heatmap import RowAxis, lay_out
from padviewer.gui.charts.overlays import (
    Overlays,
    Scene,
    paint_cuts,
    paint_hair,
    paint_profiles,
    paint_range,
    paint_selection,
    sampled,
)
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look

SIZE = (832, 470)


def first_picture(source, size=SIZE, mode="values", profiles=False):
    """All steps of the first rows, as a view shows them first."""
    stage = Stage(mode, lay_out)
    stage.profiles = profiles
    stage.resize(size, 1.0)
    stage.set_source(source)
    return stage.picture


@pytest.fixture
def picture(qapp):
    lengths = np.arange(1000, dtype=np.int64) % 100
    lengths[[3, 4, 7]] = (110, 250, 97)
    return first_picture(
        HeatmapSource(
            1000, 96, lengths, None, None, (0, 1), np.ones(96, np.float32),
            order=np.arange(1000, dtype=np.int64)[::-1],
        )
    )  # fmt: skip


@pytest.fixture
def written(monkeypatch):
    """Every text that is drawn, as (text, style, token)."""
    texts = []
    draw = drawing.labels

    def keep(painter, found, style, token, *rest):
        texts.extend((words, style, token) for _, _, words in found)
        draw(painter, found, style, token, *rest)

    monkeypatch.setattr(drawing, "labels", keep)
    return texts


def painted(paint, *given):
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        paint(painter, *given)
    return np.frombuffer(image.constBits(), np.uint32).reshape(SIZE[1], SIZE[0]) & 0xFFFFFF


def code(token):
    return int(look.current().hex(token)[1:], 16)


def ends(box):
    """Whole left, top, right and bottom of a box; the last two are the first places after it."""
    return [round(one) for one in (box.left, box.top, box.right, box.bottom)]


def rows_of(picture):
    """Rows in view, their lengths and what is cut of them."""
    view_rows, _ = picture.rows.visible(picture.layout.room[0])
    lengths = picture.source.lengths[picture.source.tensor_rows(view_rows)]
    return view_rows, lengths, np.maximum(lengths - picture.source.cols, 0)


def paint_rows(painter, picture, selected):
    """Draw numbers, lengths, tint and cuts of the rows in view."""
    view_rows, lengths, lost = rows_of(picture)
    axis = RowAxis()
    axis.show_rows(picture, selected, view_rows, lengths, lost)
    axis.paint(painter, None)
    if picture.mode == "values":
        paint_cuts(painter, picture, view_rows, lost)


def test_rows_say_their_number_and_length_in_tensor_numbers(picture, written):
    painted(paint_rows, picture, -1)
    for number in (99, 98, 97):
        assert (str(900 + number), "small", "t3") in written
        assert (str(number), "link", "cut") in written
    assert ("996", "small", "t3") in written
    assert ("96", "small", "t2") in written
    assert [words for words, _, token in written if words.startswith("−")] == ["−3", "−2", "−1"]


def test_lengths_and_losses(picture, written):
    down = replace(picture, rows=picture.rows.scrolled(10**9, picture.layout.room[0]))
    pixels = painted(paint_rows, down, 996)
    assert ("3", "link", "accent") in written  # row 996 of the view is row 3 of the tensor
    assert ("110", "link", "cut") in written
    assert [words for words, _, token in written if words.startswith("−")] == ["−1", "−154", "−14"]
    right = int(down.cells.right)
    _, top, _, bottom = ends(down.row_band(996))
    swatch = pixels[top : bottom - 1, right + 3 : right + 13]
    assert {code("cut"), code("cutbg")} <= set(np.unique(swatch).tolist())
    assert pixels[(top + bottom) // 2, 12] == code("tint")
    above = int(down.row_band(995).middle[1])
    assert code("cut") in pixels[above, right + 3 : right + 13]  # row 4
    assert (pixels[int(down.row_band(998).middle[1]), right + 3 :] == 0xFFFFFF).all()


def test_a_mask_says_nothing_of_cuts(picture, written):
    painted(paint_rows, replace(picture, mode="mask"), -1)
    assert ("99", "small", "t2") in written
    assert not [words for words, _, _ in written if words.startswith("−")]


def test_thin_rows_share_numbers_and_swatches(picture, written):
    thin = replace(picture, rows=Axis(1000, cell=2))
    pixels = painted(paint_rows, thin, 4)
    rows = [words for words, style, token in written if token in ("t3", "accent")]
    assert "995" in rows  # the selected row has its number, its neighbours have none
    assert sorted(rows, reverse=True)[:3] == ["995", "979", "969"]
    lost = [words for words, _, token in written if words.startswith("−")]
    assert lost == ["−3"] * 3  # at rows 0 to 2, 100 to 102, 200 to 202: one number where three have no room
    right = int(thin.cells.right)
    assert (pixels[thin.layout.top : thin.layout.top + 6, right + 3 : right + 13] != 0xFFFFFF).all()


def test_the_selection_lies_around_its_row_and_cell(picture):
    pixels = painted(paint_selection, picture, 5, 7)
    left, top, _, bottom = ends(picture.row_band(5))
    middle, accent, ink = (top + bottom) // 2, code("accent"), code("t1")
    for y in (top - 1, bottom):
        assert pixels[y, left + 200] == accent
    assert pixels[middle, left - 1] == accent
    assert pixels[middle, left + 200] == 0xFFFFFF  # the values stay as they are
    cell_left, _, width, _ = picture.cell_points(5, 7)
    assert pixels[middle, cell_left - 1] == ink
    assert pixels[middle, cell_left + width // 2] == 0xFFFFFF
    assert (painted(paint_selection, picture, 700, 7) == 0xFFFFFF).all()
    assert ink not in painted(paint_selection, picture, 5, -1)


def scene_painted(picture, **more):
    item = Overlays()
    view_rows, _, lost = rows_of(picture)
    item.show_scene(Scene(picture, **more), view_rows, lost)
    return painted(item.paint, None)


def test_the_ring_of_the_focus_leaves_the_cells_free(picture):
    pixels = scene_painted(picture, focused=True)
    left, top, right, bottom = ends(picture.cells)
    assert (pixels[top:bottom, left:right] == 0xFFFFFF).all()
    assert (pixels[top - 2 : top, left:right] == code("accent")).all()
    assert not (scene_painted(picture) == code("accent")).any()


def test_heads_stand_over_their_columns(picture, written):
    pixels = scene_painted(picture)
    said = [words for words, _, _ in written]
    assert {"still real", "row", "steps", "cut", "all rows"} <= set(said)
    line = round(picture.layout.strip - 1)
    left, _, right, _ = ends(picture.cells)
    assert (pixels[line, left:right] == code("stroke")).all()
    masked = replace(picture, mode="mask")
    written.clear()
    scene_painted(masked)
    assert not {"cut", "label"} & {words for words, _, _ in written}
    scene_painted(first_picture(replace(picture.source, groups=((0, "yes"), (5, "no")))))
    assert "label" in [words for words, _, _ in written]


@pytest.fixture
def wide(qapp):
    given = HeatmapSource(1000, 20, np.full(1000, 20), None, None, (0, 1), np.ones(20, np.float32))
    return first_picture(given, (600, 400))


@pytest.mark.parametrize(
    ("one", "other"), [((2, 3), (5, 9)), ((5, 9), (2, 3)), ((5, 3), (2, 9)), ((2, 9), (5, 3))]
)
def test_whichever_corner_comes_first_the_outline_is_the_same(wide, one, other):
    pixels = painted(paint_range, wide, one, other)
    left, top, _, _ = wide.cell_points(2, 3)
    bottom, right = wide.row_band(5).bottom, wide.col_band(9).right
    drawn = np.argwhere(pixels == code("accent"))
    assert drawn.min(axis=0).tolist() == [top - 2, left - 2]
    assert (drawn.max(axis=0) + 1).tolist() == [round(bottom) + 2, round(right) + 2]
    inside = pixels[top + 1 : round(bottom) - 1, left + 1 : round(right) - 1]
    assert (inside == 0xFFFFFF).all()  # the values stay as they are


def test_one_cell_is_a_range_too(wide):
    pixels = painted(paint_range, wide, (4, 4), (4, 4))
    left, top, width, height = wide.cell_points(4, 4)
    assert (pixels[top + height // 2, left - 2 : left] == code("accent")).all()
    assert pixels[top + height // 2, left + width // 2] == 0xFFFFFF


def test_what_reaches_out_of_the_view_is_cut_at_the_cells(wide):
    """A range from above the view to below it has its two sides, and nothing beyond the cells."""
    pixels = painted(paint_range, wide, (0, 3), (900, 9))
    _, top, _, bottom = ends(wide.cells)
    assert not (pixels[bottom + 3 :] == code("accent")).any()
    left = wide.cell_points(0, 3)[0]
    assert (pixels[top + 2 : bottom - 3, left - 2 : left] == code("accent")).all()
    assert not (pixels[bottom - 5, left + 5 : left + 60] == code("accent")).any()
    beyond = painted(paint_range, wide, (500, 3), (900, 9))
    assert not (beyond[: bottom - 1] == code("accent")).any()


# -- profiles and the cross-hair -----------------------------------------------------------------
VALUES = np.array([[1.0, 5, 3, 9], [2, 0, 0, 0], [np.nan, 4, np.inf, 0], [7, 7, 0, 0]])
LENGTHS = np.array([4, 1, 3, 2])
KINDS = np.where(np.arange(4) < LENGTHS[:, None], int(CellKind.REAL), int(CellKind.PAD)).astype(np.uint8)


@pytest.fixture
def small(qapp):
    given = HeatmapSource(
        4, 4, LENGTHS, lambda r, c: (VALUES[np.ix_(r, c)], KINDS[np.ix_(r, c)]), None, (0, 10),
        np.ones(4, np.float32), in_memory=True,
    )  # fmt: skip
    return first_picture(given, (700, 400), profiles=True)


def test_profiles_hatch_padding_and_say_their_ends(small, written):
    pixels = painted(paint_profiles, small, profiles_of(small, (3, 1)))
    assert [words for words, _, _ in written if words] == ["7", "7", "4"]  # a row of 7, a step from 4 to 7
    left, top, _, bottom = ends(small.row_profile)
    cell = small.cols.cell
    hatch = (pixels == code("hatch")) | (pixels == code("pad"))
    columns = hatch[top + 1 : bottom - 1].all(axis=0)
    assert columns[left + 2 * cell + 1 : left + 4 * cell - 1].all()  # steps 2 and 3 are padding
    assert not columns[left : left + 2 * cell - 2].any()
    left, top, right, _ = ends(small.col_profile)
    rows = hatch[:, left + 1 : right - 1].all(axis=1)
    height = small.rows.cell
    assert rows[top + height + 2 : top + 2 * height - 2].all()
    assert not rows[top + 2 * height + 2 : top + 4 * height - 2].any()


def test_a_row_of_padding_has_no_numbers(small, written):
    def cells(rows, cols):
        return np.zeros((len(rows), len(cols))), np.zeros((len(rows), len(cols)), np.uint8)

    empty = replace(small, source=replace(small.source, cells=cells))
    painted(paint_profiles, empty, profiles_of(empty, (1, 0)))
    assert not [words for words, _, _ in written if words]


def test_the_hair_leaves_its_cell_free(small):
    pixels = painted(paint_hair, small, (1, 2))
    accent = pixels == code("accent")
    _, top, _, bottom = ends(small.row_band(1))
    left, _, right, _ = ends(small.col_band(2))
    y, x = round(small.row_band(1).middle[1]), round(small.col_band(2).middle[0])
    assert accent[y, small.layout.left : left].all()
    assert accent[small.layout.top : top, x].all()
    assert not accent[top + 1 : bottom - 1, left + 1 : right - 1].any()
    beside = painted(paint_hair, small, (9, 9))
    assert not (beside == code("accent")).any()


# -- what a pixel stands for ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("far", "identity", "mode", "sentence"),
    [
        ("sampled", False, "values", "1 of 20 rows drawn."),
        ("mean", False, "values", "Mean of 20 rows × 1 step per pixel."),
        ("max", False, "values", "Greatest of 20 rows × 1 step per pixel."),
        ("padding", False, "values", "Share of padding of 20 rows × 1 step per pixel."),
        ("mean", True, "values", "1 of 20 rows drawn."),
        ("mean", False, "mask", "Share of padding of 20 rows × 1 step per pixel."),
    ],
)
def test_what_a_pixel_stands_for_is_said(wide, far, identity, mode, sentence):
    given = replace(wide.source, far=far, identity=identity, overview=lambda *_: None)
    near = replace(wide, source=given, mode=mode)
    assert sampled(near) == ""
    assert sampled(replace(near, rows=Axis(1000, stride=20))) == sentence


def test_what_is_left_out_is_said(wide):
    steps = replace(wide, cols=Axis(3000, stride=4))
    assert sampled(steps) == "1 of 4 steps drawn."
    both = replace(steps, rows=Axis(24_000, stride=1024))
    assert sampled(both) == "1 of 1,024 rows and 1 of 4 steps drawn."


# -- room ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("width", [704, 832, 1400])
def test_parts_do_not_overlap(picture, ratio, width):
    stage = Stage("values", lay_out)
    stage.resize((width, 470), ratio)
    stage.set_source(picture.source)
    found, layout = stage.picture, stage.picture.layout
    cells, minimap = found.cells, found.minimap
    assert 16 < layout.row_right < layout.steps_right < cells.left
    assert cells.right + layout.gutter <= minimap.left
    assert minimap.right == width - 16
    assert 16 <= minimap.width <= 96
    assert cells.bottom <= 470 - 8
    assert (cells.left * ratio, cells.top * ratio) == pytest.approx((layout.left, layout.top))
    assert found.cols.cell == layout.room[1] // 96
    assert found.rows.cell == round(15 * ratio)


def test_the_gutter_is_there_only_where_something_is_cut(picture, wide):
    assert wide.layout.gutter == 16
    assert picture.layout.gutter > wide.layout.gutter + 20
