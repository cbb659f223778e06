"""Maxlen dragged with a real mouse: numbers, heatmap, status line and recipe follow, as one step of undo."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.core.data.lengths import at_maxlen, count_lengths
from padviewer.gui import app as application
from padviewer.gui.panels.lengths.panel import empty_rows, number_rows, shown
from padviewer.gui.panels.recipe.padding import MaxlenField
from padviewer.gui.style import numbers

RANDOM = np.random.default_rng(3)
LENGTHS = np.append(RANDOM.integers(0, 60, 199), 60)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def window(window_at, tmp_path_factory):
    """One window for the module, with 200 rows of 0 to 60 numbers open."""
    folder = tmp_path_factory.mktemp("lengths")
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps({"x": [1] * n}) + "\n" for n in LENGTHS.tolist()))
    made = window_at(1280, 800)
    made.open(str(path))
    assert application.wait_until(lambda: application.is_settled(made), 60)
    return made


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Leave it to the end of the module: children come and go as long as its window stands."""


@pytest.fixture
def chart(qtbot, window):
    """The chart at its start: maxlen max, nothing to undo."""
    while window.controller.history.undo_name:
        window.controller.undo()
    window.controller.history.clear()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    return window.lengths_panel.chart


def mouse(window, what, x):
    """Do something with the window's own mouse over the chart."""
    chart = window.lengths_panel.chart
    at = chart.mapTo(window, QPoint(round(x), int(chart.plot_rect().center().y())))
    if what is QTest.mouseMove:
        what(window.windowHandle(), at)
    else:
        what(window.windowHandle(), LEFT, NONE, at)
    QApplication.processEvents()


def values(window):
    """The four numbers on the right."""
    return {row.name: row.value for row in window.lengths_panel.numbers._rows}


def expect(window, maxlen):
    """Everything that must say the same of one maxlen, counted here with numpy."""
    kept, cut = np.minimum(LENGTHS, maxlen).sum(), int(np.greater(LENGTHS, maxlen).sum())
    cells = len(LENGTHS) * maxlen
    said = values(window)
    assert said["Steps kept"] == numbers.percent(int(kept), int(LENGTHS.sum()))
    assert said["Rows cut"].split(" · ")[0] == str(cut)
    assert said["Padding"] == numbers.percent(int(cells - kept), cells)
    assert window.lengths_panel.chart.maxlen() == maxlen
    assert window.views.current._picture.source.cols == maxlen
    facts = [one.words for one in window.status.facts()]
    assert facts[0] == f"(200, {maxlen}) int32"
    rows = "row" if cut == 1 else "rows"
    assert any(fact.split(" ")[:3] == [str(cut), rows, "cut"] for fact in facts)
    assert window.controller.plan.shape("x") == (200, maxlen)


def test_maxlen_is_dragged(qtbot, window, chart):
    """Every place on the way is shown at once; the whole way is one step back."""
    before = window.controller.session.recipe
    expect(window, 60)
    field = window.recipe_panel.findChild(MaxlenField)
    mouse(window, QTest.mousePress, chart.handle_x())
    places = []
    for maxlen in (50, 33, 21, 7, 24):
        mouse(window, QTest.mouseMove, chart.scale().x(maxlen))
        places.append(chart.maxlen())
        expect(window, chart.maxlen())
        assert field.text() == str(chart.maxlen())
        assert window.controller.session.recipe["x"].maxlen == chart.maxlen()
    assert places == pytest.approx([50, 33, 21, 7, 24], abs=1)
    assert window.controller.history.undo_name == ""
    mouse(window, QTest.mouseRelease, chart.scale().x(24))
    assert window.controller.history.undo_name == f"Maxlen {places[-1]}"
    window.controller.undo()
    assert window.controller.session.recipe == before
    assert window.controller.history.undo_name == ""
    expect(window, 60)


def test_escape_during_a_drag_restores(window, chart):
    before = window.controller.session
    mouse(window, QTest.mousePress, chart.handle_x())
    mouse(window, QTest.mouseMove, chart.scale().x(20))
    assert chart.maxlen() == pytest.approx(20, abs=1)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert window.controller.session.recipe == before.recipe
    expect(window, 60)
    mouse(window, QTest.mouseMove, chart.scale().x(40))
    mouse(window, QTest.mouseRelease, chart.scale().x(40))
    assert window.controller.session.recipe == before.recipe
    assert window.controller.history.undo_name == ""


def test_a_press_that_does_not_move_is_no_step(window, chart):
    mouse(window, QTest.mousePress, chart.handle_x())
    mouse(window, QTest.mouseRelease, chart.handle_x())
    assert window.controller.history.undo_name == ""
    assert window.controller.session.recipe["x"].maxlen == "max"


def test_every_key_is_a_step(window, chart):
    chart.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_PageDown):
        QTest.keyClick(chart, key)
    expect(window, 26)
    window.controller.undo()
    expect(window, 58)
    window.controller.redo()
    expect(window, 26)


def test_the_findings_follow(qtbot, window, chart):
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: not window.controller.counting.is_busy)
    cut = int((LENGTHS > 28).sum())
    lost = int(np.maximum(LENGTHS - 28, 0).sum())
    said = next(one for one in window.findings_panel.shown() if one.key.startswith("steps-lost"))
    assert str(cut) in said.title
    assert str(lost) in said.title.replace(",", "")


# -- from counts to what is shown --------------------------------------------------------------------------
def test_bars_hold_every_row_once():
    """Empty rows stand in a bar of their own."""
    for lengths in ([0, 0, 1, 2, 500], [3, 3, 3], [0, 7], list(range(1000)), [1, 2, 3, 90_000]):
        counts = count_lengths(np.array(lengths, np.int64))
        found = shown(counts)
        assert sum(one.rows for one in found.bins) == len(lengths)
        for one in found.bins:
            assert one.rows == sum(one.first <= n <= one.last for n in lengths)
        empty = [one for one in found.bins if one.first == 0]
        assert [(one.last, one.rows) for one in empty] == [(0, lengths.count(0))] * bool(lengths.count(0))
        assert found.longest == max(lengths)


def test_the_curve_is_the_share_of_kept_steps():
    lengths = np.array([0, 1, 5, 9, 200])
    found = shown(count_lengths(lengths))
    for at, share in found.kept:
        assert share == pytest.approx(np.minimum(lengths, at).sum() / lengths.sum())
    assert found.kept[-1] == (200, 1.0)


def test_without_steps_there_is_no_chart():
    assert shown(count_lengths(np.zeros(4, np.int64))) is None


def test_names_stand_without_numbers():
    assert [row.value for row in empty_rows(counting=True)] == [""] * 4
    assert [row.value for row in empty_rows(counting=False)] == [numbers.MISSING] * 4
    counts = count_lengths(np.array([2, 4], np.int64))
    rows = number_rows(counts, at_maxlen(counts, 4, 8))
    assert [row.name for row in rows] == [row.name for row in empty_rows(counting=True)]
    said = [row.value.replace("\u202f", " ") for row in rows]
    assert said == ["100 %", "0", "25.0 %", "64 B"]


def test_bars_that_are_dragged_across_mark_their_rows(window, chart, qtbot):
    scale = chart.scale()
    chart.set_maxlen(60)
    mouse(window, QTest.mousePress, scale.x(10))
    mouse(window, QTest.mouseMove, scale.x(20) - 1)
    mouse(window, QTest.mouseRelease, scale.x(20) - 1)
    qtbot.waitUntil(lambda: window.controller.view.marked is not None)
    marked = window.controller.view.marked
    first, last = (int(one) for one in marked.words.removeprefix("rows with ").split(" ")[0].split("–"))
    assert (first, last) == chart._picked
    assert 9 <= first <= 11
    assert 19 <= last <= 20
    assert marked.rows.tolist() == np.flatnonzero((first <= LENGTHS) & (last >= LENGTHS)).tolist()
    assert window.controller.session.recipe[window.controller.session.tensor].maxlen == "max"
    window.controller.mark(np.zeros(0, np.int64), "")
    assert chart._picked is None
