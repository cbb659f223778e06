import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.core.data.lengths import count_lengths
from padviewer.gui.panels.lengths.chart import LengthBin, LengthsChart, LengthsShown, kept_at
from padviewer.gui.panels.lengths.panel import shown
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look

LONGEST = 160
ROWS = np.arange(1, LONGEST + 1)  # one row of every length
BINS = tuple(LengthBin(first, first + 3, 4) for first in range(1, LONGEST, 4))
KEPT = tuple((m, float(np.minimum(ROWS, m).sum() / ROWS.sum())) for m in range(0, LONGEST + 1, 8))
SHOWN = LengthsShown(BINS, LONGEST, 158, KEPT)


@pytest.fixture
def chart(qtbot):
    made = LengthsChart()
    qtbot.addWidget(made)
    made.set_lengths(SHOWN)
    made.set_maxlen(96)
    made.resize(527, 140)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.dragged, made.chosen, made.cancelled = [], [], []
    made.maxlen_dragged.connect(made.dragged.append)
    made.maxlen_chosen.connect(made.chosen.append)
    made.drag_cancelled.connect(lambda: made.cancelled.append(True))
    return made


def at(chart, maxlen, y=60):
    return QPointF(chart.scale().x(maxlen), y)


def mouse(chart, kind, place, modifiers=Qt.KeyboardModifier.NoModifier):
    left = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseMove else left
    held = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(kind, place, chart.mapToGlobal(place), button, held, modifiers)
    QApplication.sendEvent(chart, event)


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
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(chart, end)
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=end)
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
    last = chart.scale().last
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
    QTest.mouseMove(chart, at(chart, 96).toPoint())
    assert chart.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(chart, at(chart, 20).toPoint())
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
    right = colours_in(chart, QRect(line + 4, y, int(chart.scale().x(LONGEST)) - line - 6, 1))
    assert "#2A7F86" in left
    assert "#B34508" not in left
    assert "#B34508" in right
    assert "#2A7F86" not in right
    assert "#2B5BD7" in colours_in(chart, QRect(line - 2, y, 5, 1))


def test_bars_are_as_high_as_their_rows_say(chart, colour_at):
    chart.set_lengths(LengthsShown((LengthBin(1, 80, 100), LengthBin(81, 160, 50)), 160, 160, ()))
    chart.set_maxlen(160)
    plot = chart.plot_rect()
    for length, share in ((40, 1.0), (120, 0.5)):
        x = chart.scale().x(length)
        top = plot.bottom() - share * plot.height()
        assert colour_at(chart, x, top + 2) == "#2A7F86"
        assert colour_at(chart, x, top - 3) != "#2A7F86"


def test_the_axis_turns_logarithmic_with_an_outlier(chart):
    assert not chart.scale().logarithmic
    chart.set_lengths(LengthsShown(BINS, 50_000, 39, KEPT))
    chart.set_maxlen(39)
    scale = chart.scale()
    assert scale.logarithmic
    assert scale.last == 50_000
    mouse(chart, PRESS, at(chart, 39))
    mouse(chart, MOVE, at(chart, 1000))
    assert chart.dragged == [1000]


def test_a_maxlen_far_beyond_the_data_does_not_squeeze_it(chart):
    chart.set_maxlen(10**9)
    assert chart.scale().last <= 2 * LONGEST * 17 // 16
    assert chart.handle_x() <= chart.width()
    assert chart.badge_rect().right() <= chart.width()
    mouse(chart, PRESS, QPointF(chart.handle_x(), 60))
    assert chart.is_dragging()


def test_the_axis_stands_still_during_a_drag(chart):
    chart.set_maxlen(300)
    mouse(chart, PRESS, at(chart, 300))
    before = chart.scale()
    mouse(chart, MOVE, at(chart, 100))
    assert chart.scale() == before
    mouse(chart, RELEASE, at(chart, 100))
    assert chart.scale().last < before.last


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
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    assert (chart.chosen, chart.is_dragging()) == ([], False)
    chart.grab()


def test_only_empty_rows(chart):
    chart.set_lengths(LengthsShown((LengthBin(0, 0, 7),), 0, 0, ((0, 1.0),)))
    chart.set_maxlen(1)
    chart.grab()
    assert "Longest row 0" in chart.accessibleDescription()


@pytest.mark.parametrize(
    ("maxlen", "share"), [(0, 0.0), (5, 0.25), (10, 0.5), (15, 0.75), (20, 1.0), (99, 1.0)]
)
def test_the_curve_is_straight_between_its_points(maxlen, share):
    assert kept_at(((0, 0.0), (10, 0.5), (20, 1.0)), maxlen) == pytest.approx(share)


def test_a_curve_without_points_keeps_all_and_a_first_point_is_met():
    assert kept_at((), 5) == 1.0
    assert kept_at(((10, 0.5),), 5) == pytest.approx(0.25)


def test_the_handle_never_stands_on_the_numbers_of_rows(qtbot, monkeypatch):
    """Wherever maxlen is, the labels at the right edge step aside."""
    places = []
    real = drawing.text

    def text(painter, rect, words, style, colour, *rest):
        if colour == "t3" and rect.bottom() < made.plot_rect().bottom():
            places.append(rect)
        real(painter, rect, words, style, colour, *rest)

    made = LengthsChart()
    qtbot.addWidget(made)
    made.resize(440, 150)
    bins = tuple(LengthBin(length, length, 60 - length) for length in range(1, 51))
    made.set_lengths(LengthsShown(bins, 50, 50, ((50, 1.0),)))
    monkeypatch.setattr(drawing, "text", text)
    for maxlen in range(1, 60):
        made.set_maxlen(maxlen)
        places.clear()
        made.grab()
        assert places
        assert not any(place.left() <= made.handle_x() <= place.right() for place in places)


# -- what a person sees of it, against numpy ---------------------------------------------------------------
FEW = np.concatenate([np.full(400, 3), np.arange(1, 161)])  # bars beyond 3 are low, so the curve stands free


def lengths_of(lengths):
    """What the chart is given of some lengths."""
    return shown(count_lengths(np.asarray(lengths, np.int64)))


def pixels_of(chart):
    """The painted chart as int64 [height, width, 3]."""
    image = chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return raw[:, :, 2::-1].astype(np.int64)


def far_from(pixels, token):
    """How far each pixel is from a token's colour, 0 for the same."""
    return np.abs(pixels - np.array(look.current().colour(token).getRgb()[:3])).sum(axis=-1)


def height_of(chart, share):
    """Where a share of the plot's height stands."""
    return chart.plot_rect().bottom() - share * chart.plot_rect().height()


@pytest.mark.parametrize("maxlen", [12, 40, 77, 120, 150])
def test_the_curve_is_drawn_at_the_share_of_steps_kept(chart, maxlen):
    chart.set_lengths(lengths_of(FEW))
    chart.set_maxlen(160)
    wanted = height_of(chart, np.minimum(FEW, maxlen).sum() / FEW.sum())
    column = far_from(pixels_of(chart), "t2")[:, round(chart.scale().x(maxlen))]
    near = np.flatnonzero(column < 120)  # the line is smoothed: a pixel half covered counts
    assert near.size
    assert abs(near + 0.5 - wanted).min() <= 1.0
    assert abs(near[near < chart.plot_rect().bottom() - 20] + 0.5 - wanted).max() <= 2.5


@pytest.mark.parametrize("maxlen", [12, 40, 100])
def test_the_dot_stands_on_the_curve(chart, maxlen):
    chart.set_lengths(lengths_of(FEW))
    chart.set_maxlen(maxlen)
    wanted = height_of(chart, np.minimum(FEW, maxlen).sum() / FEW.sum())
    beside = far_from(pixels_of(chart), "accent")[:, round(chart.handle_x()) + 3]
    rows = np.flatnonzero(beside < 60) + 0.5
    rows = rows[rows > chart.badge_rect().bottom() + 4]  # below the ring of the focus
    assert len(rows) >= 2
    assert rows.mean() == pytest.approx(wanted, abs=1.0)


def test_a_bar_of_less_than_a_pixel_is_seen(chart):
    lengths = np.append(np.full(100_000, 5), 45)
    chart.set_lengths(lengths_of(lengths))
    y = round(chart.plot_rect().bottom()) - 1
    for maxlen, token in ((48, "real"), (20, "cut")):
        chart.set_maxlen(maxlen)
        x = round((chart.scale().x(44) + chart.scale().x(45)) / 2)
        seen = far_from(pixels_of(chart)[:, x - 1 : x + 2], token)
        assert (seen[y] == 0).any()
        assert not (seen[: y - 1] == 0).any()  # one pixel, no more


def test_the_numbers_of_lengths_stand_below_their_places(chart):
    places = {}
    real = drawing.text

    def text(painter, rect, words, *rest):
        places[words] = rect
        real(painter, rect, words, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawing, "text", text)
        chart.grab()
    for length in (32, 64, 128):
        place = places[str(length)]
        assert place.center().x() == pytest.approx(chart.scale().x(length), abs=1.0)
        assert place.top() >= chart.plot_rect().bottom()
