"""Maxlen dragged with a real mouse: numbers, heatmap, status line and recipe follow, as one step of undo."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from padviewer.core.data.lengths import at_maxlen, count_lengths
from padviewer.core.rows.arrange import RowFilter
from padviewer.gui import app as application
from padviewer.gui.dialogs.help.card import HelpCard
from padviewer.gui.panels.lengths import empty_rows, number_rows
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
        mouse(window, QTest.mouseMove, chart.x_of(maxlen))
        places.append(chart.maxlen())
        expect(window, chart.maxlen())
        assert field.text() == str(chart.maxlen())
        assert window.controller.session.recipe["x"].maxlen == chart.maxlen()
    assert places == pytest.approx([50, 33, 21, 7, 24], abs=1)
    assert window.controller.history.undo_name == ""
    mouse(window, QTest.mouseRelease, chart.x_of(24))
    assert window.controller.history.undo_name == f"Maxlen {places[-1]}"
    window.controller.undo()
    assert window.controller.session.recipe == before
    assert window.controller.history.undo_name == ""
    expect(window, 60)


def test_escape_during_a_drag_restores(window, chart):
    before = window.controller.session
    mouse(window, QTest.mousePress, chart.handle_x())
    mouse(window, QTest.mouseMove, chart.x_of(20))
    assert chart.maxlen() == pytest.approx(20, abs=1)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert window.controller.session.recipe == before.recipe
    expect(window, 60)
    mouse(window, QTest.mouseMove, chart.x_of(40))
    mouse(window, QTest.mouseRelease, chart.x_of(40))
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
def test_names_stand_without_numbers():
    assert [row.value for row in empty_rows(counting=True)] == [""] * 4
    assert [row.value for row in empty_rows(counting=False)] == [numbers.MISSING] * 4
    counts = count_lengths(np.array([2, 4], np.int64))
    rows = number_rows(counts, at_maxlen(counts, 4, 8))
    assert [row.name for row in rows] == [row.name for row in empty_rows(counting=True)]
    said = [row.value.replace("\u202f", " ") for row in rows]
    assert said == ["100 %", "0", "25.0 %", "64 B"]


def clicked(window, length, held=NONE):
    """Click into the bars of a length, with the window's own mouse."""
    chart = window.lengths_panel.chart
    x = (chart.x_of(length - 1) + chart.x_of(length)) / 2
    at = chart.mapTo(window, QPoint(round(x), int(chart.plot_rect().bottom()) - 3))
    QTest.mouseClick(window.windowHandle(), LEFT, held, at)
    QApplication.processEvents()


def test_a_click_on_a_bar_shows_its_rows_alone_and_another_all(window, chart, qtbot):
    chart.set_maxlen(60)
    clicked(window, 20)
    controller = window.controller
    qtbot.waitUntil(lambda: controller.counting.order is not None and controller.view.marked is not None)
    first, last = chart.picked()
    assert first <= 20 <= last
    wanted = np.flatnonzero((first <= LENGTHS) & (last >= LENGTHS)).tolist()
    assert controller.view.marked.rows.tolist() == wanted
    assert (controller.view.keep.shortest, controller.view.keep.longest) == (first, last)
    qtbot.waitUntil(
        lambda: controller.counting.order is not None and sorted(controller.counting.order.tolist()) == wanted
    )
    assert controller.session.recipe[controller.session.tensor].maxlen == "max"
    qtbot.wait(QApplication.doubleClickInterval() + 50)  # or the two clicks are one double click
    clicked(window, 20)
    qtbot.waitUntil(lambda: controller.counting.order is None)
    assert controller.view.keep.is_empty
    assert controller.view.marked is None
    assert chart.picked() is None


def test_with_ctrl_rows_are_marked_only(window, chart, qtbot):
    chart.set_maxlen(60)
    controller = window.controller
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    clicked(window, 30, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: controller.view.marked is not None)
    assert controller.view.keep.is_empty
    span = numbers.span(*chart.picked())
    assert controller.view.marked.words == f"rows with {span} steps"
    controller.mark(np.zeros(0, np.int64), "")
    assert chart.picked() is None


def test_the_menu_does_what_it_says(window, chart, qtbot):
    panel, controller = window.lengths_panel, window.controller
    acts = dict(panel._acts((20, 21)))
    p95 = int(np.percentile(LENGTHS, 95, method="inverted_cdf"))
    acts[f"Maxlen p95 ({p95})"]()
    expect(window, p95)
    assert controller.history.undo_name == f"Maxlen {p95}"
    controller.undo()
    acts["Filter to these rows"]()
    qtbot.waitUntil(lambda: controller.view.keep.shortest == 20)
    controller.look(keep=RowFilter(), marked=None)
    acts["Copy the view"]()
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert lines[0] == ["first", "last", "rows"]
    assert sum(int(rows) for _, _, rows in lines[1:]) == len(LENGTHS)
    acts["Copy as numpy code"]()
    made = {}
    exec(QApplication.clipboard().text(), made)  # noqa: S102 - our own words
    assert [made["first"].tolist(), made["rows"].tolist()] == [
        [int(first) for first, _, _ in lines[1:]],
        [int(rows) for _, _, rows in lines[1:]],
    ]
    acts["Copy as a picture"]()
    assert QApplication.clipboard().pixmap().width() == chart.width()


def test_the_menu_opens_and_turns_the_axis(window, chart):
    panel = window.lengths_panel
    panel._on_menu_asked(window.mapToGlobal(QPoint(400, 100)), None)
    menu = panel.findChild(QMenu)
    (entry,) = (one for one in menu.actions() if one.text() == "Logarithmic axis")
    assert not entry.isChecked()
    entry.trigger()
    assert chart.axis.logarithmic
    chart.set_logarithmic(None)
    assert not chart.axis.logarithmic
    menu.actions()[-1].trigger()
    assert window.findChild(HelpCard).isVisible()
    menu.close()
