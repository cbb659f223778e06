"""The view under real mouse and key events, against rows padded by hand."""

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import padviewer
from padviewer.core import CellKind
from padviewer.core.picture.ramps import ramp
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.view import HeatmapView

MAXLEN = 12
LENGTHS = [3, 12, 20, 0, 7, 15, 1, 9] * 12


def padded():
    """Pad post and cut post, row by row: values, and kinds as letters."""
    rng = np.random.default_rng(0)
    values, kinds = [], []
    for length in LENGTHS:
        row = rng.integers(0, 100, length).tolist()[:MAXLEN]
        fill = MAXLEN - len(row)
        values.append(row + [0] * fill)
        kinds.append("r" * (len(row) - 1) + ("c" if length > MAXLEN else "r" * bool(row)) + "p" * fill)
    return values, kinds


VALUES, KINDS = padded()


def source(order=None, in_memory=True, **more):
    values = np.array(VALUES)
    codes = {"p": CellKind.PAD, "r": CellKind.REAL, "c": CellKind.CUT_EDGE}
    kinds = np.array([[codes[kind] for kind in row] for row in KINDS], np.uint8)
    lengths = np.array(LENGTHS, np.int64)
    return HeatmapSource(
        rows=len(LENGTHS) if order is None else len(order),
        cols=MAXLEN,
        lengths=lengths,
        cells=lambda r, c: (values[np.ix_(r, c)], kinds[np.ix_(r, c)]),
        edges=lambda r, c: (kinds[np.ix_(r, c)] == CellKind.CUT_EDGE).astype(np.int8),
        levels=(0, 99),
        still_real=(kinds > 0).mean(0, dtype=np.float32),
        order=None if order is None else np.array(order, np.int64),
        title="clicks",
        in_memory=in_memory,
        **more,
    )


def at_once(work, done):
    done(work())


@pytest.fixture
def make(qtbot):
    def made(given=None, mode="values", submit=at_once, size=(500, 300)):
        view = HeatmapView(submit, mode)
        qtbot.addWidget(view)
        view.resize(*size)
        view.set_source(given if given is not None else source())
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        view.setFocus()
        return view

    return made


def wheel(view, at, notches, held=Qt.KeyboardModifier.NoModifier, fine=(0, 0)):
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(*fine),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def expected_colours(row, col, mode):
    kind = KINDS[row][col]
    if kind == "p":
        return {look.current().hex("pad"), look.current().hex("hatch")}
    if mode == "mask":
        return {look.current().hex("real")}
    return {"#" + bytes(ramp("tide")[int(VALUES[row][col] / 99 * 255 + 0.5)].tolist()).hex().upper()}


@pytest.mark.parametrize("mode", ["values", "mask"])
@pytest.mark.parametrize("order", [None, list(range(len(LENGTHS)))[::-3]])
@pytest.mark.parametrize("zoom", [0, 2, -3])
def test_what_the_mouse_is_on_is_what_is_painted(make, mode, order, zoom, qtbot):
    view = make(source(order), mode)
    view.set_numbers(False)
    wheel(view, QPoint(200, 150), zoom, Qt.KeyboardModifier.ControlModifier)
    wheel(view, QPoint(200, 150), -2)
    QTest.mouseMove(view, QPoint(1, 1))
    image = view.grab().toImage()
    seen, hovers = set(), []
    view.cell_hovered.connect(lambda row, col: hovers.append((row, col)))
    for y in range(45, 290, 7):
        for x in range(60, 440, 9):
            point = QPoint(x, y)
            hovers.clear()
            QTest.mouseMove(view, point)
            found = view.cell_at(point)
            assert view.hovered() == (found or (-1, -1))
            assert hovers in ([], [found or (-1, -1)])
            if found is None or (order is not None and found[0] not in order):
                assert found is None
                continue
            rect = view.cell_rect(*found)
            assert rect.contains(point)
            # the middle of the cell is clear of its gap and of its cut edge
            middle = rect.center()
            if rect.width() < 9 and KINDS[found[0]][found[1]] == "c":
                continue
            assert image.pixelColor(middle).name().upper() in expected_colours(*found, mode)
            seen.add(KINDS[found[0]][found[1]])
    assert seen >= {"r", "p"}
    assert view.is_current()


def test_the_cut_edge_stands_at_the_side_of_the_cut(make, colours_in):
    view = make()
    cut = look.current().hex("cut")
    for row, col, wanted in [(2, 11, 3), (5, 11, 3), (1, 11, 0), (2, 10, 0)]:
        rect = view.cell_rect(row, col)
        edge = [
            cut in colours_in(view, rect.adjusted(x, 2, x + 1 - rect.width(), -4))
            for x in range(rect.width())
        ]
        assert edge == [False] * (rect.width() - wanted) + [True] * wanted
    masked = make(mode="mask")
    assert cut not in colours_in(masked, masked.rect())


def test_rows_have_a_gap(make, colours_in):
    view = make()
    rect = view.cell_rect(1, 0)
    assert colours_in(view, rect.adjusted(0, rect.height() - 1, 0, 0)) == {look.current().hex("canvas")}


def test_a_click_selects_and_a_drag_pans(make, qtbot):
    view = make()
    view.set_source(source(list(range(len(LENGTHS)))[::-1]))
    target = view.cell_rect(90, 4).center()
    with qtbot.waitSignal(view.cell_selected) as heard:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=target)
    assert heard.args == [90, 4]
    assert view.selected() == (90, 4)
    with qtbot.assertNotEmitted(view.cell_selected):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=target)
        QTest.mouseMove(view, target - QPoint(0, 25))
        QTest.mouseMove(view, target - QPoint(0, 45))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=target - QPoint(0, 45))
    assert view.cell_at(target - QPoint(0, 45)) == (90, 4)
    with qtbot.assertNotEmitted(view.cell_selected):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 100))
        QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=target)


def test_the_wheel(make):
    view = make()
    at = view.cell_rect(5, 5).center()
    wheel(view, at, -1)
    assert view.cell_at(at) == (8, 5)
    wheel(view, at, -0.25)
    wheel(view, at, -0.25)
    assert view.cell_at(at) == (9, 5)  # what a fine wheel leaves over is not lost
    wheel(view, at, 1)
    assert view.cell_at(at) == (6, 5)  # and does not weigh on another direction
    wheel(view, at, 9)
    assert view.cell_at(at) == (5, 5)
    wheel(view, at, 4, Qt.KeyboardModifier.ControlModifier)
    assert view.cell_rect(5, 5).width() > 60
    zoomed_at = view.cell_at(at)
    assert zoomed_at == (5, 5)
    wheel(view, at, -1, Qt.KeyboardModifier.ShiftModifier)
    assert view.cell_at(at)[0] == 5
    assert view.cell_at(at)[1] == 8
    here = view.cell_rect(5, 8).topLeft()
    wheel(view, at, 0, fine=(11, -7))
    assert view.cell_rect(5, 8).topLeft() - here == QPoint(11, -7)


def test_hover_follows_the_wheel_and_ends_outside(make, qtbot):
    view = make()
    at = view.cell_rect(5, 5).center()
    QTest.mouseMove(view, at)
    with qtbot.waitSignal(view.cell_hovered) as heard:
        wheel(view, at, -1)
    assert heard.args == [8, 5]
    with qtbot.waitSignal(view.cell_hovered) as heard:
        QTest.mouseMove(view, QPoint(2, 2))
    assert heard.args == [-1, -1]


def test_keys_move_the_selection_in_view_order(make, qtbot):
    view = make(source(list(range(len(LENGTHS)))[::-1]))
    heard = []
    view.cell_selected.connect(lambda row, col: heard.append((row, col)))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_End):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert heard == [(95, 0), (94, 0), (94, 1), (94, 11), (0, 11)]
    assert not view.cell_rect(0, 11).isEmpty()  # brought into view


def test_keys_zoom(make):
    view = make()
    width = view.cell_rect(0, 0).width()
    QTest.keyClick(view, "1")
    assert view.cell_rect(3, 3).size().toTuple() == (1, 1)
    QTest.keyClick(view, "+")
    assert view.cell_rect(3, 3).size().toTuple() == (2, 2)
    QTest.keyClick(
        view, "-"
    )  # 96 rows are all in view at two pixels each, 12 steps were smaller than that before
    assert view.cell_rect(3, 3).size().toTuple() == (1, 2)
    QTest.keyClick(view, "0")
    assert view.cell_rect(3, 3).size().toTuple() == (width, 15)


def test_going_to_rows(make, qtbot):
    view = make()
    with qtbot.assertNotEmitted(view.cell_selected):
        view.select(2, 3)
        view.go_to_row(70)
    assert view.selected() == (70, 3)
    assert abs(view.cell_rect(70, 3).center().y() - 166) < 15
    view.go_to_row(999)
    assert view.selected()[0] == 999
    view.select(3, -1)
    with qtbot.waitSignal(view.cell_selected) as heard:
        view.go_to_cut_row()
    assert heard.args == [5, -1]
    view.go_to_cut_row(backward=True)
    view.go_to_cut_row(backward=True)
    assert view.selected()[0] == 93  # 20 and 15 steps at 2, 5, 10, 13 … 90, 93: from the first to the last


def test_a_new_source_keeps_place_and_selection(make):
    view = make()
    view.go_to_row(50)
    rect = view.cell_rect(50, 0)
    view.set_source(source())
    assert view.cell_rect(50, 0) == rect
    assert view.selected() == (50, -1)
    assert view.accessibleName() == "Heatmap, clicks"
    view.set_source(None)
    assert view.cell_at(rect.center()) is None
    assert view.cell_rect(50, 0).isEmpty()
    assert view.sampled() == ""
    assert view.accessibleName() == "Heatmap"
    QTest.keyClick(view, Qt.Key.Key_Down)
    wheel(view, rect.center(), -1)
    view.grab()


def test_all_steps_stay_in_view_until_a_person_zooms_in(make):
    view = make()
    width, at = view.cell_rect(0, 5).width(), view.cell_rect(0, 5).center()
    view.resize(400, 300)
    assert view.cell_rect(0, 5).width() < width
    wheel(view, at, 3, Qt.KeyboardModifier.ControlModifier)
    near = view.cell_rect(0, 5).width()
    view.resize(500, 300)
    assert view.cell_rect(0, 5).width() == near
    wheel(view, at, -30, Qt.KeyboardModifier.ControlModifier)
    assert view.cell_rect(0, 5).width() == width
    view.resize(400, 300)
    assert view.cell_rect(0, 5).width() < width


def test_what_is_left_out_is_told(make, qtbot):
    view = make(size=(500, 80))
    at = view.cell_rect(0, 0).center()
    with qtbot.waitSignal(view.sampled_changed) as heard:
        wheel(view, at, -30, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [view.sampled()]
    assert view.sampled().startswith("1 of ")
    assert view.sampled().endswith(" rows drawn.")


def test_one_tab_stop(make):
    view = make()
    stops = [
        child
        for child in view.findChildren(type(view).__mro__[1])
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert stops == []
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_minimap_and_scroll_bars_move_the_view(make):
    view = make()
    view.chart.minimap.place_asked.emit(1.0)
    assert not view.cell_rect(95, 0).isEmpty()
    assert view.cell_rect(0, 0).isEmpty()
    view.chart.row_bar.setValue(0)
    assert not view.cell_rect(0, 0).isEmpty()
    assert not view.chart.step_bar.isVisible()
    wheel(view, view.cell_rect(0, 0).center(), 5, Qt.KeyboardModifier.ControlModifier)
    assert view.chart.step_bar.isVisible()
    view.chart.step_bar.setValue(view.chart.step_bar.maximum())
    assert not view.cell_rect(0, 11).isEmpty()


def test_frames_from_a_job(make, qtbot):
    jobs = []
    view = make(source(in_memory=False), submit=lambda work, done: jobs.append((work, done)))
    assert not view.is_current()
    wide = view.cell_rect(0, 0)
    assert view.grab().toImage().pixelColor(wide.center()).name().upper() == look.current().hex("pad")
    work, done = jobs[-1]
    done(work())
    assert view.is_current()
    assert view.grab().toImage().pixelColor(wide.center()).name().upper() in expected_colours(0, 0, "values")


def test_a_frame_for_a_view_that_is_gone(qtbot):
    import shiboken6

    jobs = []
    view = HeatmapView(lambda work, done: jobs.append((work, done)))
    view.resize(400, 300)
    view.set_source(source(in_memory=False))
    assert jobs == []  # a view that nobody sees reads no cells
    view.show()
    shiboken6.delete(view)
    work, done = jobs[-1]
    done(work())


def test_the_theme_and_the_ramp_change_the_cells(make, qapp):
    view = make()
    middle = view.cell_rect(1, 3).center()
    pad = view.cell_rect(0, 11).center()
    look.apply(qapp, look.Theme("dark", look.current().fonts))
    try:
        dark = view.grab().toImage()
        assert dark.pixelColor(middle).name().upper() in expected_colours(1, 3, "values")
        assert dark.pixelColor(pad).name().upper() in expected_colours(0, 11, "values")
        assert dark.pixelColor(1, 1).name().upper() == look.current().hex("canvas")
    finally:
        look.apply(qapp, look.Theme("light", look.current().fonts))
    view.set_ramp("viridis")
    colour = view.grab().toImage().pixelColor(middle).name().upper()
    assert colour == "#" + bytes(ramp("viridis")[int(VALUES[1][3] / 99 * 255 + 0.5)].tolist()).hex().upper()


def test_a_theme_that_changes_in_the_middle_of_a_drag(make, qapp):
    view = make()
    view.set_numbers(False)
    start = view.cell_rect(9, 5).center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start - QPoint(0, 20))
    look.apply(qapp, look.Theme("dark", look.current().fonts))
    try:
        QTest.mouseMove(view, start - QPoint(0, 45))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 45))
        assert view.cell_at(start - QPoint(0, 45)) == (9, 5)
        image = view.grab().toImage()
        for row, col in ((9, 2), (10, 5), (11, 1)):
            middle = view.cell_rect(row, col).center()
            assert image.pixelColor(middle).name().upper() in expected_colours(row, col, "values")
        assert image.pixelColor(1, 1).name().upper() == look.current().hex("canvas")
    finally:
        look.apply(qapp, look.Theme("light", look.current().fonts))


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (300, 2), (90, 60)])
def test_without_room_nothing_breaks(make, size):
    view = make(size=size)
    view.set_crosshair(True)
    view.resize(*size)
    view.grab()
    view.fit_all()
    view.grab()
    view.resize(500, 300)
    assert not view.cell_rect(0, 0).isEmpty()


def test_a_double_click_fits_and_a_right_drag_zooms_one_direction(make):
    view = make()
    at = view.cell_rect(5, 5).center()
    before = view.cell_rect(5, 5).size()
    QTest.mousePress(view, Qt.MouseButton.RightButton, pos=at)
    for x in (10, 50):
        QTest.mouseMove(view, at + QPoint(x, 0))
    QTest.mouseRelease(view, Qt.MouseButton.RightButton, pos=at + QPoint(50, 0))
    assert view.cell_rect(5, 5).width() > before.width()
    assert view.cell_rect(5, 5).height() == before.height()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at)
    assert view.cell_rect(5, 5).size() == before


def test_hands_beside_the_cells_are_hands_on_them(make):
    """On the numbers of the rows they move the rows alone, on empty ground both."""
    view = make()
    numbers = QPoint(view.cell_rect(0, 0).left() - 20, view.cell_rect(3, 0).center().y())
    before = view.cell_rect(6, 5).size()
    wheel(view, numbers, 2, Qt.KeyboardModifier.ControlModifier)
    assert view.cell_rect(5, 5).width() == before.width()
    assert view.cell_rect(5, 5).height() > before.height()
    view.fit()
    view.one_pixel()
    ground = QPoint(400, 250)
    assert view.cell_at(ground) is None
    view.resize(500, 120)
    wheel(view, QPoint(400, 80), -1)
    assert view.cell_rect(0, 0).isEmpty()


def test_a_notch_of_the_wheel_runs_little_of_our_own_code(make, qtbot):
    """A count, not a time: what is called for a frame of 40 rows with their numbers, lengths and cuts."""
    view = make(size=(1000, 700))
    qtbot.waitUntil(view.is_current)
    view.chart.viewport().repaint()
    root = str(Path(padviewer.__file__).parent) + os.sep
    called = []

    def count(frame, event, _arg):
        if event == "call" and frame.f_code.co_filename.startswith(root):
            called.append(frame.f_code.co_qualname)

    before = view.cell_at(QPoint(300, 300))
    sys.setprofile(count)
    try:
        wheel(view, QPoint(300, 300), -1)
        view.chart.viewport().repaint()
    finally:
        sys.setprofile(None)
    assert view.cell_at(QPoint(300, 300)) != before
    assert view.is_current()
    assert 50 < len(called) < 600
