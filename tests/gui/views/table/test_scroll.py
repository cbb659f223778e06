"""Which lines are in view, with few rows and with ten million."""

import pytest
from PySide6.QtCore import QPointF

from padviewer.gui.views.table.layout import Lines
from padviewer.gui.views.table.scroll import BAR, HEAD, ROW, ScrolledLines


class Counted(ScrolledLines):
    """Lines of 50 steps, 10 in view."""

    def most_places(self):
        return 50

    def places_in_view(self):
        return 10


@pytest.fixture
def lines(qtbot):
    made = Counted()
    qtbot.addWidget(made)
    made.resize(300, HEAD + 4 * ROW + BAR)
    made._lines = Lines(10_000_000, ROW, ((0, "a"), (10, "b")))
    made._place_bars(100, 292)
    return made


def test_lines_in_view(lines):
    assert lines._shown_rows() == [0, 1, 2]  # below the line of the first group
    lines._scroll_to(10 * ROW + 5)
    assert lines._shown_rows() == [9, 10, 11, 12]
    assert lines.row_at(QPointF(5, HEAD + 1)) == 9
    assert lines.row_at(QPointF(5, HEAD + ROW)) == -1
    assert lines.row_at(QPointF(5, HEAD + 2 * ROW)) == 10
    assert lines.row_at(QPointF(5, HEAD - 1)) == -1
    assert lines.row_at(QPointF(5, lines.height() - 1)) == -1


def test_it_scrolls_to_the_last_row_and_no_further(lines):
    lines._scroll_to_row(9_999_999)
    assert lines.line_rect(9_999_999).bottom() == HEAD + 4 * ROW
    lines._scroll_to(10**12)
    assert lines._shown_rows()[-1] == 9_999_999
    assert lines.row_bar.maximum() > 0
    lines._scroll_to_row(-1)
    assert lines._shown_rows()[-1] == 9_999_999


def test_a_row_is_put_in_the_middle_unless_it_is_in_view(lines):
    lines._scroll_to_row(5_000_000, centred=True)
    assert lines.line_rect(5_000_000).top() == HEAD + 2 * ROW
    before = lines._offset
    lines._scroll_to_row(5_000_001, centred=True)
    assert lines._offset == before


def test_steps_end_with_the_last(lines):
    lines.step_bar.setValue(7)
    assert lines._first == 7
    lines._show_steps_from(99)
    assert lines._first == 49
    lines._show_steps_from(-3)
    assert lines._first == 0
    lines.row_bar.setValue(3 * ROW)
    assert lines._offset == 3 * ROW


def test_fewer_lines_than_fit(lines):
    lines._lines = Lines(2, ROW)
    lines._scroll_to(500)
    assert lines._offset == 0
    assert lines.row_at(QPointF(5, HEAD + 3 * ROW)) == -1


def test_a_table_says_how_many_steps_there_are(qtbot):
    bare = ScrolledLines()
    qtbot.addWidget(bare)
    for asked in (bare.most_places, bare.places_in_view):
        with pytest.raises(NotImplementedError):
            asked()
