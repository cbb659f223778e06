"""Profiles against values padded by hand, and what is painted of them."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from padviewer.core import CellKind
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.crosshair import CrossHair
from padviewer.gui.views.heatmap.layout import arrange, first_picture
from padviewer.gui.views.heatmap.profiles import paint_hair, paint_profiles, profiles_of

SIZE = QSize(700, 400)
VALUES = np.array([[1.0, 5, 3, 9], [2, 0, 0, 0], [np.nan, 4, np.inf, 0], [7, 7, 0, 0]])
LENGTHS = np.array([4, 1, 3, 2])
KINDS = np.where(np.arange(4) < LENGTHS[:, None], int(CellKind.REAL), int(CellKind.PAD)).astype(np.uint8)
KINDS[2, 0] = CellKind.MISSING


def source(order=None, in_memory=True):
    return HeatmapSource(
        4, 4, LENGTHS, lambda r, c: (VALUES[np.ix_(r, c)], KINDS[np.ix_(r, c)]), None, (0, 10),
        np.ones(4, np.float32), order=order, in_memory=in_memory,
    )  # fmt: skip


@pytest.fixture
def picture(qapp):
    return arrange(first_picture(source(), SIZE, 1.0, "values"), SIZE, 1.0, fitted=True, profiles=True)


def test_profiles_hold_what_is_real(picture):
    got = profiles_of(picture, (0, 1))
    assert got.row.values.tolist() == [1, 5, 3, 9]
    assert got.row.ends == (1, 9)
    np.testing.assert_array_equal(got.col.values, [5, np.nan, 4, 7])
    assert got.col.padding.tolist() == [False, True, False, False]
    gaps = profiles_of(picture, (2, 3))
    np.testing.assert_array_equal(gaps.row.values, [np.nan, 4, np.nan, np.nan])
    assert gaps.row.padding.tolist() == [False, False, False, True]


def test_profiles_follow_the_order_and_the_sampling(qapp):
    given = source(np.array([3, 2, 1, 0], np.int64))
    far = first_picture(given, SIZE, 1.0, "values")
    far = arrange(far, SIZE, 1.0, fitted=True, profiles=True)
    assert profiles_of(far, (0, 0)).row.values[:2].tolist() == [7, 7]
    two = type(far)(given, far.layout, Axis(4, stride=2), far.cols)
    np.testing.assert_array_equal(profiles_of(two, (0, 0)).col.values, [7, 2])


def painted(paint, *given):
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint(painter, *given)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(SIZE.height(), -1) & 0xFFFFFF


def code(token):
    return int(look.current().hex(token)[1:], 16)


def test_a_profile_stands_along_its_cells(picture, monkeypatch):
    texts = []
    draw = drawing.text
    monkeypatch.setattr(
        drawing, "text", lambda p, r, words, *rest: (texts.append(words), draw(p, r, words, *rest))
    )
    pixels = painted(paint_profiles, picture, profiles_of(picture, (3, 1)))
    assert texts == ["7", "4", "7"]  # a row of one value, a step from 4 to 7
    box = picture.layout.row_profile(picture.shown).toRect()
    cell = picture.cols.cell
    hatch = (pixels == code("hatch")) | (pixels == code("pad"))
    columns = hatch[box.top() + 1 : box.bottom()].all(axis=0)
    left = picture.layout.left
    assert columns[left + 2 * cell + 1 : left + 4 * cell - 1].all()  # steps 2 and 3 are padding
    assert not columns[left : left + 2 * cell - 2].any()
    real = pixels == code("real")
    assert real[box.top() : box.bottom(), left + 3 : left + 2 * cell - 3].any(axis=0).all()
    upright = picture.layout.col_profile(picture.shown).toRect()
    rows = hatch[:, upright.left() + 1 : upright.right()].all(axis=1)
    top, height = picture.layout.top, picture.rows.cell
    assert rows[top + height + 2 : top + 2 * height - 2].all()
    assert not rows[top + 2 * height + 2 : top + 4 * height - 2].any()


def test_a_missing_value_is_a_gap(picture):
    pixels = painted(paint_profiles, picture, profiles_of(picture, (2, 1)))
    box = picture.layout.row_profile(picture.shown).toRect()
    left, cell = picture.layout.left, picture.cols.cell
    real = (pixels == code("real"))[box.top() : box.bottom()].any(axis=0)
    assert real[left + cell + 3 : left + 2 * cell - 3].all()
    assert not real[left : left + cell - 2].any()
    assert not real[left + 2 * cell + 2 : left + 4 * cell].any()


def test_a_row_of_padding_has_no_line_and_no_numbers(picture, monkeypatch):
    def cells(rows, cols):
        return np.zeros((len(rows), len(cols))), np.zeros((len(rows), len(cols)), np.uint8)

    empty = replace(picture, source=replace(picture.source, cells=cells))
    texts = []
    monkeypatch.setattr(drawing, "text", lambda *given: texts.append(given))
    profiles = profiles_of(empty, (1, 0))
    assert (profiles.row.ends, profiles.col.ends) == (None, None)
    assert not (painted(paint_profiles, empty, profiles) == code("real")).any()
    assert texts == []


def test_without_room_nothing_is_painted(qapp):
    plain = first_picture(source(), SIZE, 1.0, "values")
    assert (painted(paint_profiles, plain, profiles_of(plain, (0, 0))) == 0xFFFFFF).all()


def test_the_hair_leaves_its_cell_free(picture):
    pixels = painted(paint_hair, picture, (1, 2))
    accent = pixels == code("accent")
    row, col = picture.row_band(1).toRect(), picture.col_band(2).toRect()
    y, x = round(picture.row_band(1).center().y()), round(picture.col_band(2).center().x())
    assert accent[y, picture.layout.left : col.left()].all()
    assert accent[picture.layout.top : row.top(), x].all()
    assert not accent[row.top() + 1 : row.bottom() - 1, col.left() + 1 : col.right() - 1].any()
    beside = painted(paint_hair, picture, (9, 9))
    assert not (beside == code("accent")).any()


def test_the_newest_profiles_are_kept(picture):
    jobs, heard = [], []
    hair = CrossHair(lambda work, done: jobs.append((work, done)), lambda: heard.append(1))
    hair.want(picture, (0, 0))
    assert (hair.place, hair.profiles) == (None, None)
    hair.is_on = True
    hair.want(picture, (0, 1))
    assert hair.profiles.at == (0, 1)
    assert jobs == []
    slow = type(picture)(source(in_memory=False), picture.layout, picture.rows, picture.cols)
    hair.want(slow, (0, 1))
    assert (len(jobs), hair.profiles) == (1, None)  # those of another source are gone
    hair.want(slow, (0, 1))
    assert len(jobs) == 1
    jobs[0][1](jobs[0][0]())
    assert (hair.profiles.at, heard) == ((0, 1), [1])
    hair.want(slow, (1, 0))
    assert hair.profiles.at == (0, 1)  # the last ones stay until newer ones come
    hair.want(picture, (1, 0))
    jobs[1][1](jobs[1][0]())
    assert hair.profiles.source is picture.source  # an answer about another source is dropped
    hair.want(picture, None)
    assert (hair.place, hair.profiles) == (None, None)
