"""The shared axis against hand calculation: where columns and cut steps of several rows stand."""

import pytest

from padviewer.core.padding.step_axis import Piece, StepAxis
from padviewer.core.padding.timeline import Timeline

# width, left, kept, before, gap_at, gap, after
SHORT = Timeline(4, 1, 2, 0, 2, 0, 0)
CUT_AT_END = Timeline(4, 0, 4, 0, 4, 0, 3)
CUT_AT_START = Timeline(4, 0, 4, 2, 4, 0, 0)
CUT_IN_MIDDLE = Timeline(4, 0, 4, 0, 2, 5, 0)


def test_cut_at_the_ends():
    end = StepAxis.of([SHORT, CUT_AT_END])
    assert (end.low, end.high, end.fitted) == (0, 7, (0.0, 7.0))
    assert [end.column(x) for x in (-0.1, 0, 3.9, 4)] == [-1, 0, 3, -1]
    start = StepAxis.of([SHORT, CUT_AT_START])
    assert (start.low, start.high) == (-2, 4)
    assert start.pieces(CUT_AT_START) == (Piece(0, 2, -2, True), Piece(2, 4, 0, False))
    assert end.pieces(CUT_AT_END) == (Piece(0, 4, 0, False), Piece(4, 3, 4, True))


def test_a_gap_stands_between_the_columns_of_every_row():
    axis = StepAxis.of([SHORT, CUT_IN_MIDDLE])
    assert [axis.x(column) for column in range(4)] == [0, 1, 7, 8]
    assert [axis.column(x) for x in range(10)] == [0, 1, -1, -1, -1, -1, -1, 2, 3, -1]
    assert axis.pieces(CUT_IN_MIDDLE) == (Piece(0, 2, 0, False), Piece(2, 5, 2, True), Piece(7, 2, 7, False))
    assert axis.kept(SHORT) == ((1, 2), (7, 8))
    assert axis.padded(SHORT) == ((0, 1), (8, 9))
    assert axis.high == 9


def test_far_more_cut_than_kept_is_fitted_as_wide_as_the_tensor():
    axis = StepAxis.of([Timeline(4, 0, 4, 0, 4, 0, 1000)])
    assert axis.fitted == (0.0, 8.0)
    assert axis.high == 1004


@pytest.mark.parametrize(("low", "high", "first", "last"), [(0, 10, 0, 9), (3.5, 5.5, 3, 5), (9, 20, 9, 9)])
def test_a_clipped_piece_has_all_that_is_in_view(low, high, first, last):
    piece = Piece(20, 10, 0, False).clipped(low, high)
    assert piece.x <= first
    assert piece.x + piece.count > last
    assert piece.first - 20 == piece.x
    assert piece.count <= last - first + 4
    assert Piece(20, 10, 0, False).clipped(12, 14) is None
