"""Ranges by mouse and keys, linked views, the cross-hair, marks and copying: real events on a real view."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from padviewer.core import CellKind
from padviewer.core.data import places as row_places
from padviewer.core.picture import marks as heatmap_marks
from padviewer.core.picture.motion import Selected
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.view import HeatmapView

ROWS, COLS = 60, 12
LENGTHS = np.full(ROWS, COLS)
VALUES = np.arange(ROWS * COLS).reshape(ROWS, COLS) % 100
KINDS = np.full((ROWS, COLS), int(CellKind.REAL), np.uint8)
REVERSED = np.arange(ROWS, dtype=np.int64)[::-1].copy()
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def source(order=None, **more):
    return HeatmapSource(
        ROWS if order is None else len(order), COLS, LENGTHS,
        lambda r, c: (VALUES[np.ix_(r, c)], KINDS[np.ix_(r, c)]), None, (0, 99),
        np.ones(COLS, np.float32), order=order, **{"in_memory": True, "title": "x", **more},
    )  # fmt: skip


def at_once(work, done):
    done(work())


@pytest.fixture
def make(qtbot):
    def made(given=None, mode="values", submit=at_once, **more):
        view = HeatmapView(submit, mode, **more)
        qtbot.addWidget(view)
        view.resize(500, 300)
        view.set_source(given if given is not None else source())
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        view.setFocus()
        return view

    return made


def heard_by(view):
    heard = []
    view.range_selected.connect(lambda *given: heard.append(("range", *given)))
    view.cell_selected.connect(lambda *given: heard.append(("cell", *given)))
    return heard


@pytest.mark.parametrize("order", [None, REVERSED])
def test_a_click_with_shift_selects_a_range(make, order):
    view = make(source(order))
    heard = heard_by(view)
    first, last = (3, 4) if order is None else (57, 54)
    QTest.mouseClick(view, LEFT, SHIFT, view.cell_rect(first, 2).center())
    QTest.mouseClick(view, LEFT, SHIFT, view.cell_rect(last, 5).center())
    assert heard == [("cell", first, 2), ("range", first, 2, last, 5)]
    assert (view.selected(), view.corner()) == ((first, 2), (last, 5))
    QTest.mouseClick(view, LEFT, NONE, view.cell_rect(first, 7).center())
    assert heard[-1] == ("cell", first, 7)
    assert view.corner() == (-1, -1)


def test_shift_and_a_drag_select_a_range_and_do_not_pan(make):
    view = make()
    heard = heard_by(view)
    start = view.cell_rect(4, 3).center()
    before = view.cell_rect(0, 0)
    QTest.mousePress(view, LEFT, SHIFT, start)
    for cell in ((4, 5), (7, 6), (7, 6), (5, 8)):
        QTest.mouseMove(view, view.cell_rect(*cell).center())
    QTest.mouseRelease(view, LEFT, SHIFT, view.cell_rect(5, 8).center())
    assert heard == [("range", 4, 3, 4, 5), ("range", 4, 3, 7, 6), ("range", 4, 3, 5, 8)]
    assert view.cell_rect(0, 0) == before
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_range_drawn_out_of_the_view_scrolls(make):
    view = make()
    QTest.mousePress(view, LEFT, SHIFT, view.cell_rect(4, 3).center())
    for _ in range(10):
        QTest.mouseMove(view, QPoint(250, 299))
        QTest.mouseMove(view, QPoint(251, 299))
    last = view.corner()[0]
    assert last > 20
    assert not view.cell_rect(last, 0).isEmpty()
    for _ in range(40):
        QTest.mouseMove(view, QPoint(250, 1))
        QTest.mouseMove(view, QPoint(2, 1))
    assert view.corner() == (0, 0)
    QTest.mouseRelease(view, LEFT, SHIFT, QPoint(2, 1))
    assert view.selected() == (4, 3)


def test_shift_and_arrows_move_the_other_end(make):
    view = make(source(REVERSED))
    heard = heard_by(view)
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)  # nothing is selected, so there is nothing to extend
    for key in keys:
        QTest.keyClick(view, key, SHIFT)
    assert heard == [
        ("cell", 59, 0),
        ("range", 59, 0, 58, 0),
        ("range", 59, 0, 58, 1),
        ("range", 59, 0, 58, 2),
        ("range", 59, 0, 59, 2),
        ("range", 59, 0, 59, 11),
    ]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert heard[-1] == ("cell", 58, 0)  # without Shift the selected cell itself moves
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert heard[-1] == ("cell", 58, 0)
    assert view.corner() == (-1, -1)


def test_a_range_is_outlined_on_its_cells_alone(make, colours_in):
    view = make()
    accent = look.current().hex("accent")
    view.select_range(3, 2, 6, 5)
    inside = view.cell_rect(4, 3).united(view.cell_rect(5, 4)).adjusted(4, 2, -4, -2)
    assert accent not in colours_in(view, inside)
    left = view.cell_rect(5, 2)
    assert accent in colours_in(view, left.adjusted(-2, 4, 1 - left.width(), -4))
    view.select(5, 5)
    assert accent not in colours_in(view, left.adjusted(-2, 4, 1 - left.width(), -4).translated(0, -40))


def test_a_range_with_a_row_that_is_filtered_out_is_no_range(make):
    view = make(source(np.arange(10, dtype=np.int64)))
    view.select_range(3, 2, 40, 5)
    assert view.corner() == (40, 5)
    assert view.copy_text() is None
    assert not Selected.of(source(np.arange(10, dtype=np.int64)), (3, 2), (40, 5)).is_range
    view.set_source(source())
    view.grab()
    assert Selected.of(source(), (40, 5), (3, 2)).span() == ((3, 40), (2, 5))
    assert Selected.of(source(), (40, 5)).span() == ((40, 40), (5, 5))
    assert Selected().span() is None


def test_the_cell_nearest_to_a_point(make):
    view = make()
    picture = view._picture
    cells = picture.cells
    assert picture.nearest_cell(cells.left + 1, cells.top + 1) == (0, 0)
    assert picture.nearest_cell(-50, cells.top + 20) == (1, 0)
    below = picture.nearest_cell(cells.right + 50, cells.bottom + 9)
    assert below == (picture.rows.cell_at(picture.shown[0] - 1) + 1, 11)
    view.set_source(None)
    empty = source(np.empty(0, np.int64))
    view.set_source(empty)
    assert view._picture.nearest_cell(9, 9) is None


def test_selected_cells_are_copied(make):
    asked = []

    def text(rows, first, last, most):
        asked.append((rows.tolist(), first, last, most))
        return "cells"

    view = make(source(REVERSED, text=text))
    assert view.copy_text() is None
    view.select_range(57, 5, 59, 3)
    work = view.copy_text(most=77)
    view.select(0, 0)
    assert work() == "cells"
    assert view.copy_text()() == "cells"
    assert asked == [([59, 58, 57], 3, 5, 77), ([0], 0, 0, 1_000_000)]
    view.select(0, -1)
    assert view.copy_text() is None
    view.set_source(source())
    view.select(0, 0)
    assert view.copy_text() is None


def test_two_views_share_scroll_and_zoom(make):
    one, other = make(), make(mode="mask")
    moves = []
    one.axes_changed.connect(lambda *axes: moves.append("one"))
    other.axes_changed.connect(lambda *axes: moves.append("other"))
    one.axes_changed.connect(other.show_axes)
    other.axes_changed.connect(one.show_axes)
    one.chart.row_bar.setValue(75)
    assert moves == ["one"]
    assert other.cell_rect(10, 3) == one.cell_rect(10, 3)
    QTest.keyClick(other, "1")
    assert moves == ["one", "other"]
    assert one.cell_rect(10, 3).size() == QSize(1, 1)
    one.show_axes(one._picture.rows, one._picture.cols)
    assert moves == ["one", "other"]


def test_a_hidden_view_follows_and_leads_none(make):
    one, other = make(), make(mode="mask")
    other.hide()
    heard = []
    one.axes_changed.connect(other.show_axes)
    other.axes_changed.connect(lambda *axes: heard.append(axes))
    one.chart.row_bar.setValue(75)
    assert other.cell_rect(10, 3) == one.cell_rect(10, 3)
    other.fit_all()
    other.set_source(source(REVERSED))
    other.resize(300, 200)
    assert heard == []
    other.show()
    other.one_pixel()
    assert len(heard) == 1


def test_everything_fits_with_one_key(make):
    view = make()
    view.resize(500, 90)
    QTest.keyClick(view, "9")
    assert view.sampled().startswith("1 of ")
    assert not view.cell_rect(0, 0).isEmpty()
    assert not view.cell_rect(59, 11).isEmpty()
    QTest.keyClick(view, "0")
    assert view.sampled() == ""


def test_the_hair_is_on_the_hovered_or_the_selected_cell(make):
    view = make()
    room = view._picture.layout.room
    view.set_crosshair(True)
    assert view._picture.layout.room < room
    assert view._hair.place is None
    view.select(5, 3)
    assert view._hair.place == (5, 3)
    QTest.mouseMove(view, view.cell_rect(2, 7).center())
    assert view._hair.profiles.at == (2, 7)
    assert view._hair.profiles.row.values.tolist() == VALUES[2].tolist()
    view.grab()
    QTest.mouseMove(view, QPoint(1, 1))
    assert view._hair.place == (5, 3)
    view.set_crosshair(False)
    assert (view._hair.place, view._picture.layout.room) == (None, room)


def test_profiles_of_a_slow_source_come_from_a_job(make):
    jobs = []

    def channel(name):
        return lambda work, done: jobs.append((name, work, done))

    view = make(source(in_memory=False), channels=channel)
    view.set_crosshair(True)
    view.select(1, 1)
    assert view._hair.profiles is None
    name, work, done = jobs[-1]
    assert name == "profiles"
    done(work())
    assert view._hair.profiles.at == (1, 1)


def test_marked_rows_have_a_tick(make, colours_in):
    view = make(source(REVERSED))
    view.set_marked(np.array([50, 57], np.int64))
    accent = look.current().hex("accent")
    ticks = []
    for row in (59, 58, 57, 56, 50):
        rect = view.cell_rect(row, 0)
        ticks.append(accent in colours_in(view, rect.adjusted(-6, 2, -rect.width() - 1, -2)))
    assert ticks == [False, False, True, False, True]
    view.set_marked(None)
    rect = view.cell_rect(57, 0)
    assert accent not in colours_in(view, rect.adjusted(-6, 2, -rect.width() - 1, -2))
    view.set_marked(np.empty(0, np.int64))
    view.grab()


def test_places_of_many_rows_are_found_in_a_job(make, monkeypatch):
    monkeypatch.setattr(row_places, "FEW_ROWS", 10)
    monkeypatch.setattr(heatmap_marks, "FEW_ROWS", 10)
    jobs = []

    def channel(name):
        return lambda work, done: jobs.append((name, work, done))

    given = source(REVERSED)
    view = make(given, channels=channel)
    assert [name for name, *_ in jobs] == ["places"]
    assert not given.row_places.is_warm
    view.select(57, 1)
    assert not view.cell_rect(57, 1).isEmpty()  # also before they are known
    jobs[0][2](jobs[0][1]())
    assert given.row_places.is_warm
    view.set_marked(np.array([3], np.int64))
    assert len(jobs) == 2
    jobs[1][2](jobs[1][1]())
    assert view._marks.is_warm(given)
    view.set_source(source(REVERSED, places=given.row_places))
    view.set_source(source())
    assert [name for name, *_ in jobs] == ["places"] * 2


def test_groups_have_a_line_and_their_words(make, monkeypatch):
    from padviewer.gui.style import drawing

    view = make(source(groups=((0, "yes"), (3, "no"), (5, "perhaps"), (40, "never"))))
    texts = []
    draw = drawing.text

    def keep(painter, rect, words, *rest):
        texts.append((words, round(rect.top())))
        draw(painter, rect, words, *rest)

    monkeypatch.setattr(drawing, "text", keep)
    image = view.grab().toImage()
    written = {words: top for words, top in texts if words in ("yes", "no", "perhaps", "never")}
    assert list(written) == ["yes", "no", "perhaps"]
    assert [written[words] for words in written] == [view.cell_rect(row, 0).top() for row in (0, 3, 5)]
    line = look.current().hex("stroke2")
    edges = [image.pixelColor(250, view.cell_rect(row, 0).top() - 1).name().upper() for row in (2, 3, 4, 5)]
    assert [edge == line for edge in edges] == [False, True, False, True]
    texts.clear()
    view.go_to_row(30)
    view.grab()
    assert ("perhaps", round(view._picture.cells.top)) in texts  # the group in view keeps its words
    texts.clear()
    view.resize(500, 100)
    view.fit_all()
    view.grab()
    tops = [top for words, top in texts if words in ("yes", "no", "perhaps", "never")]
    assert tops == sorted(tops)
    assert all(after - before >= 13 for before, after in pairwise(tops))


def test_a_screen_reader_hears_the_cell(make, monkeypatch, qtbot):
    view = make()
    qtbot.waitUntil(view.hasFocus)
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    view.say("row 3 · step 4")
    assert view.accessibleDescription() == "row 3 · step 4"
    assert said == ["row 3 · step 4"]
    view.say("")
    view.clearFocus()
    view.say("row 5")
    assert said == ["row 3 · step 4"]
