"""Lines and columns of the table, against lists."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.rows.arrange import Arrangement
from padviewer.gui.views.table.layout import GRIP, Column, Columns, Lines


@given(st.lists(st.integers(1, 5), max_size=6))
def test_each_group_has_a_line_above_its_rows(sizes):
    starts = np.cumsum([0, *sizes])[:-1].tolist()
    groups = tuple((start, f"label {start}") for start in starts)
    lines = Lines.of(99, Arrangement(np.arange(sum(sizes)), groups), 28)
    expected = []
    for start, size in zip(starts, sizes, strict=True):
        expected.append((start, f"label {start}"))
        expected += [(start + k, None) for k in range(size)]
    assert [lines.at(line) for line in range(lines.count)] == expected
    assert [lines.line(row) for row in range(sum(sizes))] == [
        at for at, (_, label) in enumerate(expected) if label is None
    ]


def test_rows_without_groups_are_lines():
    lines = Lines.of(10_000_000, Arrangement(), 28)
    assert (lines.count, lines.line(9_999_999), lines.at(1234567)) == (10_000_000, 9_999_999, (1234567, None))


def test_columns_are_dragged_by_their_edges():
    columns = Columns((Column("row", "row", 60), Column("kept", "kept", 40), Column("steps", "x", 0)), 4)
    assert [(one.key, a, b) for one, a, b in columns.spans(300)] == [
        ("row", 4, 64),
        ("kept", 64, 104),
        ("steps", 104, 300),
    ]
    assert [columns.edge_at(x) for x in (64 - GRIP, 64 + GRIP, 80, 104, 300)] == [0, 0, -1, 1, -1]
    wider = columns.resized(0, 90, 32)
    assert [a for _, a, _ in wider.spans(300)] == [4, 94, 134]
    assert columns.resized(1, 3, 32).columns[1].width == 32
    assert columns.spans(50)[-1][1:] == (104, 104)
