"""What a screen reader finds in table, row and images: Qt's own accessibility tree, not the screen."""

import numpy as np
import pytest
from PySide6.QtGui import QAccessible

from padviewer.core.data.ragged import Ragged
from padviewer.gui.views.images.view import ImagesView
from padviewer.gui.views.row.view import RowView
from padviewer.gui.views.table.view import TableView

ROWS = [[11, 12, 13, 14, 15], [21, 22], [31]]


@pytest.fixture(autouse=True)
def listening():
    """Have Qt believe that a screen reader is there, so that it tells of changes."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def shown(qtbot):
    """Return ``shown(view)``: the view on the screen, and what a screen reader has of it."""

    def show(view):
        qtbot.addWidget(view)
        view.resize(700, 300)
        with qtbot.waitExposed(view):
            view.show()
        return QAccessible.queryAccessibleInterface(view)

    return show


def cells(found, columns, rows):
    """The texts of a table, line by line, its head first, without the names of the lines."""
    said = [found.child(at).text(QAccessible.Text.Name) for at in range((columns + 1) * (rows + 1))]
    return [said[at + 1 : at + 1 + columns] for at in range(0, len(said), columns + 1)]


def test_the_table_has_rows_and_cells(showing, shown):
    controller = showing(
        {"x": ROWS, "y": ["b", "a", "b"]}, {"x": "sequence", "y": "label"}, transforms=(), maxlen=3
    )
    view = TableView(controller)
    found = shown(view)
    assert found.role() == QAccessible.Role.Table
    assert found.text(QAccessible.Text.Name) == "Table, x → x"
    assert found.childCount() == (1 + 5) * (1 + 3)
    assert found.child(1).role() == QAccessible.Role.ColumnHeader
    assert found.child(6).role() == QAccessible.Role.RowHeader
    assert found.child(7).role() == QAccessible.Role.Cell
    assert cells(found, 5, 3) == [
        ["row", "length", "kept", "y", "x"],
        ["0", "5", "3", "b", "11 12 13 14 15"],
        ["1", "2", "2", "a", "21 22"],
        ["2", "1", "1", "b", "31"],
    ]
    controller.select(2, 0)
    assert found.text(QAccessible.Text.Description) == "Row 2, 1 step, 1 kept. y b. Step 0: 31."
    assert view.currentIndex().row() == 2
    assert {at.row() for at in view.selectedIndexes()} == {2}
    controller.look(order="label", grouped=True)
    assert cells(found, 5, 5)[1:3] == [["y a", "", "", "", ""], ["1", "2", "2", "a", "21 22"]]


def test_ten_million_rows_are_told_too(showing, shown):
    rows = 10_000_000
    column = Ragged(np.zeros(rows, np.int8), np.arange(rows + 1, dtype=np.int64))
    found = shown(TableView(showing({"x": column}, {"x": "sequence"}, transforms=(), maxlen=4)))
    assert found.childCount() == (1 + 4) * (1 + rows)
    assert found.child(5 * rows + 1).text(QAccessible.Text.Name) == "9999999"


def test_a_row_is_a_table_of_its_steps(showing, shown):
    controller = showing({"x": ROWS}, {"x": "sequence"}, transforms=(), maxlen=3)
    view = RowView(controller)
    found = shown(view)
    controller.select(0, 1)
    columns = view.blocks().per_block + 1
    assert found.role() == QAccessible.Role.Table
    lines = [line[:6] for line in cells(found, columns, view.blocks().lines)[2:7]]
    assert lines == [
        ["Source step", "0", "1", "2", "3", "4"],
        ["Source value", "11", "12", "13", "14", "15"],
        ["Position", "0", "1", "2", "cut", "cut"],
        ["In the tensor", "11", "12", "13", "", ""],
        ["Mask", "real", "real", "real", "", ""],
    ]
    assert view.currentIndex().column() == 2


def test_images_are_a_table(showing, shown):
    controller = showing(
        {"x": [[[1, 1, 1]] * 2, [[1] * 4] * 4]}, {"x": "sequence"}, transforms=(), maxlen=(3, 3)
    )
    view = ImagesView(controller)
    found = shown(view)
    columns = view.grid().across
    assert found.role() == QAccessible.Role.Table
    assert cells(found, columns, 1)[1][:3] == ["0 · 2 × 3", "1 · 4 × 4 · cut", ""]
    controller.select(1, 0)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, 1)
