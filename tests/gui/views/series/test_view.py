"""The lines on the screen: pixels at the heights of the values, hatched padding, keys, pins, zoom, words."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.gui.charts.strokes import COLOURS
from padviewer.gui.session.state import Source
from padviewer.gui.style import theme as look
from padviewer.gui.views.series.view import SeriesView

ROWS = [[1.0, 5.0, 3.0], [2.0, 2.0, 2.0, 8.0, 8.0, 8.0, 1.0, 9.0], [0.0, 4.0]]
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def make(viewing):
    """Return ``make(column, **choice)``: the view of a column, and its controller."""
    return partial(viewing, SeriesView)


def pixels_of(view):
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1) & 0xFFFFFF


def number(colour):
    return int(colour.removeprefix("#"), 16)


class Places:
    """Where steps and values stand on the screen, in the view's own pixels."""

    def __init__(self, view):
        self.chart = view.chart
        self.top = view.chart.y()
        self.left, self.right = self.chart.zone().left(), self.chart.zone().right()
        self.bottom = self.chart._strips_top() + self.top

    def x(self, place):
        return self.chart.x_of(place)

    def y(self, value, at=0):
        return self.chart.y_of(value, at) + self.top

    def panel(self, at):
        return self.chart.panel_rect(at).translated(0, self.top)


def mouse(view, what, at):
    """Do something with the mouse at a place of the view, as it comes to the chart below."""
    at = at - QPoint(0, view.chart.y())
    if what is QTest.mouseMove:
        what(view.chart.viewport(), at)
    else:
        what(view.chart.viewport(), Qt.MouseButton.LeftButton, NONE, at)


def wheel(view, at, notches, held=NONE):
    event = QWheelEvent(
        QPointF(at), QPointF(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view if view._chart is None else view.chart.viewport(), event)


def test_ids_of_words_are_no_series(make):
    view, controller = make(["a b", "c"], transforms=(Tokenise(), Vocabulary()))
    controller.select(0, 0)
    assert view.is_current()
    assert view.sentence().startswith("“x” holds ids of words. A line through them would say nothing.")
    assert view.buttons.pin.isHidden()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, "+", "0", "1"):
        QTest.keyClick(view, key)
    wheel(view, QPoint(200, 200), 1, CTRL)
    wheel(view, QPoint(200, 200), 1)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert view.read_out() == ""


def test_lines_stand_at_the_heights_of_their_values(make):
    view, controller = make(ROWS, maxlen=6)
    controller.select(1, -1)
    drawn, place = pixels_of(view), Places(view)
    scale = place
    line, cut = QColor(COLOURS[0]), look.current().colour("cut")
    for column, value in enumerate(ROWS[1][:6]):
        x, y = round(place.x(column + 0.5)), round(scale.y(value))
        if 0 < column < 5:
            near = drawn[y - 3 : y + 4, x - 3 : x + 4]
            assert number(line.name()) in near
    flat = drawn[:, round(place.x(1.5))]
    heights = np.flatnonzero(flat == number(line.name()))
    assert abs(heights[heights < place.bottom].mean() - scale.y(2.0)) < 2
    beyond = drawn[: int(place.bottom), round(place.x(6)) + 5 : round(place.right)]
    assert number(look.current().hex("cutbg")) in beyond
    assert number(cut.name()) in beyond
    assert number(line.name()) not in beyond


def test_padding_is_hatched_and_nothing_is_drawn_there(make):
    view, controller = make(ROWS, maxlen=6)
    controller.select(0, -1)
    drawn, place = pixels_of(view), Places(view)
    top, bottom = int(place.panel(0).top()) + 2, int(place.panel(0).bottom()) - 2
    padded = drawn[top:bottom, round(place.x(3)) + 2 : round(place.x(6)) - 2]
    assert set(np.unique(padded).tolist()) == {number(look.current().hex(name)) for name in ("pad", "hatch")}
    kept = drawn[top:bottom, round(place.x(0)) + 2 : round(place.x(3)) - 2]
    assert number(look.current().hex("hatch")) not in kept
    assert number(COLOURS[0]) in kept


def test_rows_lie_over_each_other_while_pinned(make):
    view, controller = make(ROWS, maxlen=6)
    controller.select(1, 0)
    QTest.keyClick(view, Qt.Key.Key_Space)
    controller.select(0, 0)
    assert view.rows() == (0, 1)
    assert {number(COLOURS[0]), number(COLOURS[1])} <= set(np.unique(pixels_of(view)).tolist())
    assert view.read_out() == "position 0 · row 0: 1 · row 1: 2"
    assert view.accessibleDescription().startswith("Lines of rows 0, 1, 1 feature.")
    controller.select(1, 0)
    assert view.buttons.pin.accessibleName() == "Unpin row"
    QTest.mouseClick(view.buttons.pin, Qt.MouseButton.LeftButton)
    assert view.rows() == (1,)
    controller.mark(np.array([0, 2]), "rows of a finding")
    assert not view.buttons.marked.isHidden()
    QTest.mouseClick(view.buttons.marked, Qt.MouseButton.LeftButton)
    assert view.rows() == (1, 0, 2)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert view.rows() == (1,)


def test_channels_get_a_panel_each(make):
    view, controller = make([np.arange(20.0).reshape(5, 4), np.arange(8.0).reshape(2, 4)])
    controller.select(0, 1)
    assert view.read_out() == "position 1 · row 0: 4, 5, 6"
    QTest.keyClick(view, "4")
    QTest.keyClick(view, "1")
    assert view.choice.channels == (1, 2, 3)
    box = dict(view._chips())[2].center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=box)
    assert view.choice.channels == (1, 3)
    assert view.read_out() == "position 1 · row 0: 5, 7"
    tops = [Places(view).panel(at) for at in range(2)]
    assert tops[0].bottom() < tops[1].top()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.choice.channels == (0, 1)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.choice.channels == (2, 3)


def test_keys_move_step_and_row(make):
    view, controller = make(ROWS, maxlen=6)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert controller.view.row == 0
    for key, col in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 5), (Qt.Key.Key_Right, 5), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(view, key)
        assert controller.view.col == col
    controller.look(order="-length")
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert controller.view.row == 1


def test_zoom_pan_and_fit(make):
    view, controller = make([np.arange(1000.0), np.arange(10.0)])
    controller.select(0, 0)
    whole = view.window_of_steps()
    at = QPoint(round(Places(view).x(400)), 200)
    wheel(view, at, 3, CTRL)
    assert view.window_of_steps()[1] - view.window_of_steps()[0] == pytest.approx(1000 / 1.25**3)
    assert Places(view).x(400) == pytest.approx(at.x(), abs=1)
    before = view.window_of_steps()
    wheel(view, at, -1)
    assert view.window_of_steps()[0] > before[0]
    start = view.window_of_steps()[0]
    mouse(view, QTest.mousePress, at)
    mouse(view, QTest.mouseMove, at + QPoint(30, 0))
    mouse(view, QTest.mouseMove, at + QPoint(60, 0))
    mouse(view, QTest.mouseRelease, at + QPoint(60, 0))
    assert view.window_of_steps()[0] < start
    assert controller.view.col == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.window_of_steps()[1] >= 1000
    QTest.keyClick(view, "+")
    QTest.keyClick(view, "-")
    QTest.keyClick(view, "0")
    assert view.window_of_steps() == whole


def test_the_mouse_reads_values_out_and_selects(make):
    view, controller = make(ROWS, maxlen=6)
    controller.select(1, -1)
    heard = []
    view.read_out_changed.connect(heard.append)
    at = QPoint(round(Places(view).x(3.5)), 200)
    mouse(view, QTest.mouseMove, at)
    assert heard[-1] == "position 3 · row 1: 8"
    mouse(view, QTest.mouseClick, at)
    assert (controller.view.row, controller.view.col) == (1, 3)
    mouse(view, QTest.mouseMove, QPoint(round(Places(view).x(7.5)), 200))
    assert heard[-1] == "cut · row 1: 9"
    mouse(view, QTest.mouseMove, QPoint(3, 203))
    assert heard[-1] == ""
    view.grab()


def test_another_file_forgets_pins_and_zoom_and_another_recipe_does_not(make):
    view, controller = make(ROWS, maxlen=6)
    controller.select(1, 0)
    view.pin()
    view._zoom(3)
    _, longer = make(ROWS, maxlen=7)
    controller.plan = longer.plan
    controller.plan_changed.emit()
    assert view.choice.pinned == (1,)
    _, other = make([[1.0, 2.0], [3.0]])
    controller.plan = other.plan
    controller.session = replace(controller.session, source=Source("other", "other", "", 2))
    controller.plan_changed.emit()
    assert view.choice.pinned == ()
    assert view.window_of_steps() == (0.0, 2.0)
    assert view.is_current()
    controller.plan = None
    controller.plan_changed.emit()
    assert view.sentence() == "Open a file to see its rows."
    assert view.rows() == ()


def test_a_pinned_row_that_is_gone_is_let_go(make):
    view, controller = make(ROWS, maxlen=6)
    controller.select(2, 0)
    view.pin()
    controller.select(0, 0)
    _, fewer = make(ROWS[:2], maxlen=6)
    controller.plan = fewer.plan
    controller.plan_changed.emit()
    assert view.choice.pinned == ()
    assert view.rows() == (0,)


def test_a_million_steps_are_drawn_by_pixel(make):
    values = np.zeros(1_000_000)
    values[123_456] = 7.0
    view, controller = make([values, values[:3]])
    controller.select(0, -1)
    assert view._picture.is_envelope
    kept = view._picture.lines[0, ()][0]
    assert len(kept.x) < 1000
    assert kept.high[~np.isnan(kept.high)].max() == 7.0  # a single peak is not lost between pixels
    place = Places(view)
    scale = place
    column = pixels_of(view)[:, round(place.x(123_456)) - 1 : round(place.x(123_456)) + 2]
    heights = np.flatnonzero((column == number(COLOURS[0])).any(axis=1))
    assert abs(heights.min() - scale.y(7.0)) <= 2


def test_the_picture_at_any_size(make):
    view, controller = make(ROWS, maxlen=6)
    controller.select(1, 0)
    for size in ((600, 400), (1200, 800)):
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(look.current().colour("canvas"))
        painter = QPainter(image)
        view.paint_picture(painter, QSize(*size))
        painter.end()
        pixels = np.frombuffer(image.constBits(), np.uint32).reshape(size[1], size[0]) & 0xFFFFFF
        reached = np.flatnonzero((pixels == number(COLOURS[0])).any(axis=0))
        assert reached.max() > size[0] * 0.5
        assert number(look.current().hex("accent")) not in pixels


def test_the_menu_copies_and_filters(make):
    view, controller = make(ROWS, maxlen=6)
    controller.select(1, 0)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, QPoint(3, 3), view.mapToGlobal(QPoint(3, 3))))
    menu = view.findChild(QMenu)
    entries = {entry.objectName(): entry for entry in menu.actions()}
    entries["copy_cell"].trigger()
    assert QApplication.clipboard().text() == "position 0 · row 1: 2"
    entries["copy_view"].trigger()
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert [float(line[3]) for line in lines[1:]] == ROWS[1][:6]
    entries["copy_code"].trigger()
    made = {}
    exec(QApplication.clipboard().text(), made)  # noqa: S102 - our own words
    assert made["row_1"].tolist() == ROWS[1][:6]
    entries["filter_rows"].trigger()
    assert controller.view.keep.only_marked
    assert controller.view.marked.rows.tolist() == [1]
    view._look_at((1.0, 3.0))
    entries["fit"].trigger()
    assert view.window_of_steps() == view._axis().fitted
    asked = []
    view.action_asked.connect(asked.append)
    entries["save_picture"].trigger()
    entries["explain"].trigger()
    assert asked == ["picture", "help_here"]
    menu.close()


def test_a_right_click_opens_the_menu_and_a_double_click_fits(make):
    view, controller = make([np.arange(100.0)])
    controller.select(0, 0)
    whole = view.window_of_steps()
    at = QPoint(round(Places(view).x(30)), 100)
    QTest.mouseClick(view.chart.viewport(), Qt.MouseButton.RightButton, NONE, at)
    menu = view.findChild(QMenu)
    assert menu.isVisible()
    menu.close()
    view._look_at((20.0, 40.0))
    QTest.mouseClick(view.chart.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    QTest.mouseDClick(view.chart.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    QTest.mouseRelease(view.chart.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    assert view.window_of_steps() == whole


def test_the_wheel_over_the_head_is_the_charts(make):
    view, controller = make([np.arange(1000.0)])
    controller.select(0, 0)
    place = QPointF(300, 10)
    event = QWheelEvent(
        place, view.mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    low, high = view.window_of_steps()
    assert high - low == pytest.approx(1000 / 1.25)


def test_few_steps_are_read_once_for_all_zooms(make):
    view, controller = make([np.sin(np.arange(300.0))])
    controller.select(0, 0)
    picture = view._picture
    view._zoom(4)
    assert view._picture is picture
    lines = picture.lines[0, ()][0].low[: int(view.window_of_steps()[1])]
    low, high = view.chart._ranges[0]
    assert low < lines.min() < lines.max() < high
