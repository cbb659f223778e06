"""The selected cell or range, in rows of the tensor and in rows of a view that is sorted and filtered."""

from types import SimpleNamespace

import numpy as np
import pytest

from padviewer.gui.views.heatmap.selected import NO_CELL, Selected

ORDER = np.array([8, 3, 5])  # the tensor's rows in the order of the view
SOURCE = SimpleNamespace(view_row=lambda row: next((k for k, one in enumerate(ORDER) if one == row), -1))


def test_at_first_nothing_is_selected():
    none = Selected()
    assert (none.cell, none.corner, none.place, none.corner_place) == (NO_CELL,) * 4
    assert not none.is_range
    assert none.span() is None
    assert Selected.of(None, (3, 1)) == Selected((3, 1), NO_CELL, (-1, 1), NO_CELL)


@pytest.mark.parametrize(
    ("cell", "corner", "span", "moving"),
    [
        ((3, 4), NO_CELL, ((1, 1), (4, 4)), (1, 4)),
        ((3, 4), (8, 9), ((0, 1), (4, 9)), (0, 9)),
        ((5, 9), (8, 2), ((0, 2), (2, 9)), (0, 2)),
        ((3, 4), (7, 9), ((1, 1), (4, 4)), (1, 4)),  # its corner is filtered out: the cell is left
        ((7, 4), (3, 9), None, (-1, 4)),  # the cell is filtered out
        ((7, 4), NO_CELL, None, (-1, 4)),
        ((3, -1), NO_CELL, None, (1, -1)),  # a row without a step
    ],
)
def test_a_cell_and_a_range_in_the_view(cell, corner, span, moving):
    selected = Selected.of(SOURCE, cell, corner)
    assert selected.span() == span
    assert selected.moving == moving
    assert selected.is_range == (span is not None and corner[0] in ORDER)
    assert (selected.cell, selected.corner) == (cell, corner)
