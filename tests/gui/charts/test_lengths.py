import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.core.data.lengths import count_lengths
from padviewer.gui.charts.lengths import LengthsChart
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look

LONGEST = 160


def lengths_of(lengths):
    """What the chart is given of some lengths."""
    return count_lengths(np.asarray(lengths, np.int64))


def at(chart, maxlen, y=60):
    return QPointF(chart.x_of(maxlen), y)


def mouse(chart, kind, place, modifiers=Qt.KeyboardModifier.NoModifier):
    left = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseMove else left
    held = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(kind, place, chart.mapToGlobal(place), button, held, modifiers)
    QApplication.sendEvent(chart.viewport(), event)


PRESS, MOVE, RELEASE = (
    QMouseEvent.Type.MouseButtonPress,
    QMouseEvent.Type.MouseMove,
    QMouseEvent.Type.MouseButtonRelease,
)


def test_a_drag_announces_every_step_and_ends_in_one_choice(chart):
    mouse(chart, PRESS, at(chart, 96))
    assert chart.is_dragging()
    for maxlen in (97, 98, 98, 80):
        mouse(chart, MOVE, at(chart, maxlen))
        assert chart.maxlen() == maxlen
    mouse(chart, RELEASE, at(chart, 80))
    assert chart.dragged == [97, 98, 80]
    assert chart.chosen == [80]
    assert not chart.is_dragging()
    assert chart.cancelled == []


def test_a_drag_with_qtest(chart):
    start, end = at(chart, 96).toPoint(), at(chart, 40).toPoint()
    QTest.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(chart.viewport(), end)
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert chart.maxlen() == pytest.approx(40, abs=1)
    assert chart.chosen == [chart.maxlen()]


def test_the_handle_keeps_its_distance_from_the_mouse(chart):
    grip = at(chart, 96) + QPointF(5, 0)
    mouse(chart, PRESS, grip)
    mouse(chart, MOVE, grip)
    assert chart.dragged == []
    mouse(chart, MOVE, at(chart, 64) + QPointF(5, 0))
    assert chart.dragged == [64]


@pytest.mark.parametrize(("to", "snapped"), [(97, 96), (99, 96), (101, 104), (3, 8), (1, 8), (130, 128)])
def test_shift_snaps_to_multiples_of_8(chart, to, snapped):
    chart.set_maxlen(50)
    mouse(chart, PRESS, at(chart, 50))
    mouse(chart, MOVE, at(chart, to), Qt.KeyboardModifier.ShiftModifier)
    assert chart.dragged == [snapped]


def test_escape_puts_the_handle_back(chart):
    mouse(chart, PRESS, at(chart, 96))
    mouse(chart, MOVE, at(chart, 30))
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.maxlen() == 96
    assert chart.cancelled == [True]
    mouse(chart, MOVE, at(chart, 40))
    mouse(chart, RELEASE, at(chart, 40))
    assert chart.dragged == [30]
    assert chart.chosen == []


def test_losing_the_focus_ends_a_drag_as_escape_does(chart):
    mouse(chart, PRESS, at(chart, 96))
    mouse(chart, MOVE, at(chart, 30))
    chart.clearFocus()
    assert (chart.maxlen(), chart.cancelled) == (96, [True])


def test_a_drag_that_comes_back_chooses_nothing(chart):
    mouse(chart, PRESS, at(chart, 96))
    mouse(chart, MOVE, at(chart, 90))
    mouse(chart, MOVE, at(chart, 96))
    mouse(chart, RELEASE, at(chart, 96))
    assert chart.dragged == [90, 96]
    assert chart.chosen == []


def test_a_drag_stays_between_1_and_the_axis(chart):
    last = chart.last()
    mouse(chart, PRESS, at(chart, 96))
    mouse(chart, MOVE, QPointF(-400, 60))
    mouse(chart, MOVE, QPointF(4000, 60))
    assert chart.dragged == [1, last]


def test_only_the_line_and_its_badge_can_be_gripped(chart):
    mouse(chart, PRESS, at(chart, 96) + QPointF(8, 0))
    assert not chart.is_dragging()
    mouse(chart, PRESS, chart.badge_rect().topLeft() + QPointF(2, 2))
    assert chart.is_dragging()


def test_the_cursor_tells_what_can_be_dragged(chart):
    QTest.mouseMove(chart.viewport(), at(chart, 96).toPoint())
    assert chart.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(chart.viewport(), at(chart, 20).toPoint())
    assert chart.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_while_it_is_held_nobody_else_moves_the_handle(chart):
    mouse(chart, PRESS, at(chart, 96))
    mouse(chart, MOVE, at(chart, 64))
    chart.set_maxlen(12)
    assert chart.maxlen() == 64


@pytest.mark.parametrize(
    ("key", "modifiers", "maxlen"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 97),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 95),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, 97),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, 95),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 104),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, 88),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 128),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, 64),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 160),
    ],
)
def test_keys(chart, key, modifiers, maxlen):
    QTest.keyClick(chart, key, modifiers)
    assert chart.maxlen() == maxlen
    assert chart.chosen == [maxlen]
    assert chart.dragged == []


def test_keys_stop_at_the_ends(chart):
    chart.set_maxlen(1)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    chart.set_maxlen(160)
    QTest.keyClick(chart, Qt.Key.Key_PageUp)
    assert chart.chosen == []
    chart.set_maxlen(159)
    QTest.keyClick(chart, Qt.Key.Key_PageUp)
    assert chart.chosen == [160]


def test_from_a_maxlen_beyond_the_longest_row_keys_come_back(chart):
    chart.set_maxlen(1000)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.chosen == [999, 160]


def test_setting_says_nothing(chart):
    chart.set_maxlen(20)
    assert (chart.maxlen(), chart.dragged, chart.chosen) == (20, [], [])


@pytest.mark.parametrize("maxlen", [96, 98])
def test_bars_are_real_up_to_maxlen_and_cut_beyond(chart, maxlen, colours_in):
    chart.set_maxlen(maxlen)
    plot, line = chart.plot_rect(), int(chart.handle_x())
    y = int(plot.bottom()) - 2
    left = colours_in(chart, QRect(4, y, line - 8, 1))
    right = colours_in(chart, QRect(line + 4, y, int(chart.x_of(LONGEST)) - line - 6, 1))
    assert "#2A7F86" in left
    assert "#B34508" not in left
    assert "#B34508" in right
    assert "#2A7F86" not in right
    assert "#2B5BD7" in colours_in(chart, QRect(line - 2, y, 5, 1))


def test_bars_are_as_high_as_their_rows_say(chart, colour_at):
    chart.set_lengths(lengths_of([2] * 100 + [4] * 50 + [5] * 50))
    chart.set_maxlen(5)
    plot = chart.plot_rect()
    for length, share in ((2, 1.0), (4, 0.5)):
        x = chart.x_of(length - 0.5) + 9  # beside the curve
        top = plot.bottom() - share * plot.height()
        assert colour_at(chart, x, top + 2) == "#2A7F86"
        assert colour_at(chart, x, top - 3) != "#2A7F86"


def test_the_axis_turns_logarithmic_with_an_outlier(chart):
    assert not chart.axis.logarithmic
    chart.set_lengths(lengths_of([39] * 200 + [50_000]))
    chart.set_maxlen(39)
    assert chart.axis.logarithmic
    assert chart.last() == 50_000
    mouse(chart, PRESS, at(chart, 39))
    mouse(chart, MOVE, at(chart, 1000))
    assert chart.dragged == [1000]


def test_a_maxlen_far_beyond_the_data_does_not_squeeze_it(chart):
    chart.set_maxlen(10**9)
    assert chart.last() <= 2 * LONGEST * 17 // 16
    assert chart.handle_x() <= chart.width()
    assert chart.badge_rect().right() <= chart.width()
    mouse(chart, PRESS, QPointF(chart.handle_x(), 60))
    assert chart.is_dragging()


def test_the_axis_stands_still_during_a_drag(chart):
    chart.set_maxlen(300)
    mouse(chart, PRESS, at(chart, 300))
    before = chart.last(), chart.x_of(100)
    mouse(chart, MOVE, at(chart, 100))
    assert (chart.last(), chart.x_of(100)) == before
    mouse(chart, RELEASE, at(chart, 100))
    assert chart.last() < before[0]


def test_words(chart):
    assert chart.accessibleName() == "Maxlen, steps"
    # of the rows 1..160 a maxlen of 96 keeps 96·97/2 + 64·96 = 10,800 of 12,880 steps
    assert chart.accessibleDescription() == "96, keeps 83.9\u202f% of the steps. Longest row 160."


def test_focus_is_seen(chart, colours_in):
    badge = chart.badge_rect().toRect()
    beside = QRect(badge.left() - 4, badge.top() + 6, 4, 6)
    assert "#2B5BD7" in colours_in(chart, beside)
    chart.clearFocus()
    assert "#2B5BD7" not in colours_in(chart, beside)


def test_without_data_it_is_no_tab_stop_and_takes_no_keys(chart):
    chart.set_lengths(None)
    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert chart.accessibleDescription() == ""
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    assert (chart.chosen, chart.is_dragging()) == ([], False)
    chart.grab()


def test_rows_without_a_step_show_nothing(chart):
    chart.set_lengths(lengths_of([0, 0, 0]))
    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert chart.counts is None
    chart.grab()


def test_the_handle_never_stands_on_the_numbers_of_rows(qtbot, monkeypatch):
    """Wherever maxlen is, the labels at the right edge step aside."""
    places = []
    real = drawing.text

    def text(painter, rect, words, style, colour, *rest):
        place = painter.worldTransform().mapRect(rect)
        if colour == "t3" and place.bottom() < made.plot_rect().bottom():
            places.append(place)
        real(painter, rect, words, style, colour, *rest)

    made = LengthsChart()
    qtbot.addWidget(made)
    made.resize(440, 150)
    made.set_lengths(lengths_of(np.repeat(np.arange(1, 51), np.arange(59, 9, -1))))
    monkeypatch.setattr(drawing, "text", text)
    for maxlen in range(1, 60):
        made.set_maxlen(maxlen)
        places.clear()
        made.grab()
        assert places
        assert not any(place.left() <= made.handle_x() <= place.right() for place in places)


# -- p95 and p99, zoom, the axis that was chosen -----------------------------------------------------------
SKEWED = np.concatenate([np.arange(1, 101), [400]])  # p95 is 96, p99 is 100


def turn(chart, notches, x, modifiers=Qt.KeyboardModifier.ControlModifier):
    place = QPointF(x, 60)
    event = QWheelEvent(
        place, chart.mapToGlobal(place), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(chart.viewport(), event)


def double_click(chart, place):
    viewport, left = chart.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, pos=place)
    QTest.mouseDClick(viewport, left, pos=place)
    QTest.mouseRelease(viewport, left, pos=place)


def marks(chart):
    return {words: (length, rect) for length, words, rect in chart.mark_rects()}


def test_p95_and_p99_are_clicked(chart):
    chart.set_lengths(lengths_of(SKEWED))
    chart.set_maxlen(20)
    assert {words: length for words, (length, _) in marks(chart).items()} == {
        "p95": np.percentile(SKEWED, 95, method="inverted_cdf"),
        "p99": np.percentile(SKEWED, 99, method="inverted_cdf"),
    }
    for words, length in (("p95", 96), ("p99", 100)):
        place = marks(chart)[words][1].center().toPoint()
        QTest.mouseMove(chart.viewport(), place)
        assert chart.cursor().shape() == Qt.CursorShape.PointingHandCursor
        QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert chart.maxlen() == length
        assert chart.chosen[-1] == length


def test_one_length_that_is_both_has_one_mark(chart):
    chart.set_lengths(lengths_of([7] * 300 + [9]))
    assert {words: length for words, (length, _) in marks(chart).items()} == {"p95 · p99": 7}


def test_no_words_meet_wherever_the_handle_is(chart):
    chart.set_lengths(lengths_of(SKEWED))
    for maxlen in (*range(1, 130), 390, 400):
        chart.set_maxlen(maxlen)
        rects = [chart.badge_rect(), *(rect for _, rect in marks(chart).values())]
        assert len(rects) >= 2
        for at, one in enumerate(rects):
            assert chart.rect().toRectF().adjusted(0, 0, 1, 0).contains(one)
            assert not any(one.intersects(other) for other in rects[at + 1 :])


def test_the_wheel_zooms_under_the_mouse_and_moves_along(chart):
    x = chart.x_of(40)
    turn(chart, 8, x)
    low, high = chart.view.span
    assert high - low == pytest.approx(170 / 1.25**8)
    assert chart.x_of(40) == pytest.approx(x, abs=3)  # Qt rounds the mouse to a pixel, the zoom widens that
    assert chart.view.length_at(x) == 40
    turn(chart, -1, x, Qt.KeyboardModifier.NoModifier)
    assert chart.view.span[0] == pytest.approx(low + (high - low) / 10)
    turn(chart, -60, x, Qt.KeyboardModifier.NoModifier)
    assert chart.view.span[1] == pytest.approx(chart.axis.place(chart.last()))
    double_click(chart, QPoint(20, 60))
    assert chart.view.span == (0.0, 170.0)


def test_zoomed_in_every_length_has_its_own_bar_as_high_as_its_rows(chart, pixels_of, far_from, height_of):
    lengths = np.repeat(np.arange(1, 2001), np.arange(1, 2001) % 7 + 1)
    chart.set_lengths(lengths_of(lengths))
    assert (chart.bars_in_view().last > chart.bars_in_view().first).any()
    for _ in range(25):
        turn(chart, 1, chart.x_of(500))
    shown = chart.bars_in_view()
    assert (shown.first == shown.last).all()
    assert 500 in shown.first
    for length, rows in zip(shown.first.tolist(), shown.rows.tolist(), strict=True):
        assert rows == np.count_nonzero(lengths == length)
    chart.set_maxlen(2000)
    pixels = far_from(pixels_of(chart), "real")
    for length in (499, 502, 503):
        x = round((chart.x_of(length - 1) + chart.x_of(length)) / 2)
        found = np.flatnonzero(pixels[:, x] == 0)
        assert found.min() == pytest.approx(height_of(chart, (length % 7 + 1) / 7), abs=2)


def test_a_handle_out_of_view_says_on_which_side(chart):
    for _ in range(8):
        turn(chart, 1, chart.x_of(100))
    chart.set_maxlen(3)
    assert chart.handle_x() == chart.plot_rect().left()
    mouse(chart, PRESS, chart.badge_rect().center())
    mouse(chart, MOVE, at(chart, 100) + (chart.badge_rect().center() - QPointF(chart.handle_x(), 60)))
    assert chart.dragged[-1] == 100


def test_keys_zoom_about_the_handle_and_fit(chart):
    x = chart.handle_x()
    QTest.keyClicks(chart, "++")
    low, high = chart.view.span
    assert high - low == pytest.approx(170 / 1.25**2)
    assert chart.handle_x() == pytest.approx(x, abs=0.5)
    QTest.keyClick(chart, "-")
    assert chart.view.span[1] - chart.view.span[0] == pytest.approx(170 / 1.25)
    QTest.keyClick(chart, "0")
    assert chart.view.span == (0.0, 170.0)


def test_the_axis_is_chosen(chart):
    chart.set_logarithmic(True)
    chart.set_maxlen(100)
    assert chart.x_of(100) - chart.x_of(10) == pytest.approx(chart.x_of(10) - chart.x_of(1), abs=0.5)
    chart.set_lengths(lengths_of([39] * 200 + [50_000]))
    chart.set_logarithmic(False)
    assert chart.x_of(20_000) - chart.x_of(10_000) == pytest.approx(chart.x_of(30_000) - chart.x_of(20_000))
    chart.set_logarithmic(None)
    assert chart.axis.logarithmic


def test_bars_are_picked_by_click_and_by_drag_with_shift(chart):
    picked = []
    chart.lengths_picked.connect(lambda lengths, only_marks: picked.append((lengths, only_marks)))
    chart.set_lengths(lengths_of([2, 2, 5, 9]))
    chart.set_maxlen(9)
    viewport, left = chart.viewport(), Qt.MouseButton.LeftButton

    def place(length):
        return QPoint(round(chart.x_of(length - 0.5)), 100)

    QTest.mouseClick(viewport, left, pos=place(5))
    assert picked[-1] == ((5, 5), False)
    QTest.mouseClick(viewport, left, Qt.KeyboardModifier.ControlModifier, place(2))
    assert picked[-1] == ((2, 2), True)
    QTest.mouseClick(viewport, left, pos=place(2))
    assert picked[-1] == (None, False)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(viewport, left, shift, place(1))
    mouse(chart, MOVE, QPointF(place(3)), shift)
    mouse(chart, MOVE, QPointF(place(6)), shift)
    QTest.mouseRelease(viewport, left, shift, place(6))
    assert picked[-1] == ((2, 5), False)
    assert len(picked) == 4


def test_a_double_click_leaves_what_is_picked(chart):
    picked = []
    chart.lengths_picked.connect(lambda lengths, _: picked.append(lengths))
    place = QPoint(round(chart.x_of(40)), 100)
    double_click(chart, place)
    assert len(picked) == 2
    assert picked[-1] is None
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    double_click(chart, place)
    assert picked[2] == picked[-1]
    assert picked[2] is not None


def test_the_menu_is_asked_for_by_mouse_and_by_key(chart):
    asked = []
    chart.menu_asked.connect(lambda _where, lengths: asked.append(lengths))
    place = QPoint(round(chart.x_of(40) - 1), 100)
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.RightButton, pos=place)
    (first, last) = asked[0]
    assert first <= 40 <= last
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(chart, QContextMenuEvent(reason, QPoint(3, 3), QPoint(3, 3)))
    assert len(asked) == 2


def test_the_smallest_window_is_drawn(chart):
    chart.resize(1, 1)
    chart.grab()
    chart.resize(527, 140)
    assert chart.x_of(160) > chart.x_of(1)


def test_a_theme_that_changes_in_the_middle_of_a_drag(chart, qapp, pixels_of, far_from):
    mouse(chart, PRESS, at(chart, 96))
    mouse(chart, MOVE, at(chart, 60))
    light = look.current()
    look.apply(qapp, look.Theme("dark", light.fonts))
    try:
        mouse(chart, MOVE, at(chart, 50))
        pixels = pixels_of(chart)
        assert (far_from(pixels, "canvas") == 0).any()
        assert (far_from(pixels, "real") == 0).any()
        mouse(chart, RELEASE, at(chart, 50))
    finally:
        look.apply(qapp, light)
    assert (chart.dragged, chart.chosen) == ([60, 50], [50])
