"""The table's head and menus: sorting, other columns, copies, rows that are shown alone."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.core.data.dataset import Dataset
from padviewer.gui.views.common.menu import build_menu
from padviewer.gui.views.images.view import ImagesView
from padviewer.gui.views.row.view import RowView
from padviewer.gui.views.table.view import TableView

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ROWS = [[11, 12], [21, 22, 23, 24, 25], [], [41, 42, 43]]
LABELS = ["b", "a", "b", "a"]
NAMES = ["zero", "one", "two", "three"]


@pytest.fixture
def table(qtbot, showing):
    """Four rows, of which the tensor keeps three steps each, with labels and a column of names."""
    columns = {"x": ROWS, "y": LABELS, "name": NAMES, "more": [[1, 2], [3], [], [4]]}
    controller = showing(columns, {"x": "sequence", "y": "label"}, transforms=(), maxlen=3)
    view = TableView(controller)
    qtbot.addWidget(view)
    view.resize(900, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.controller = controller
    return view


def shown(view):
    """The rows of the table from top to bottom."""
    return [view._tensor_row(place) for place in range(view.controller.places.count)]


def click_name(view, column):
    head = view.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(column) + head.sectionSize(column) // 2, 10)
    QTest.mouseClick(head.viewport(), LEFT, NONE, at)


def test_a_click_on_a_name_sorts_all_views(table):
    lengths = [len(row) for row in ROWS]
    rising = np.argsort(lengths, kind="stable").tolist()
    falling = np.argsort([-n for n in lengths], kind="stable").tolist()
    lost = np.argsort([-max(n - 3, 0) for n in lengths], kind="stable").tolist()
    label = np.argsort(LABELS, kind="stable").tolist()
    for column, order, wanted in (
        (1, "length", rising), (1, "-length", falling), (1, "length", rising), (2, "-cut", lost),
        (3, "label", label), (0, "file", [0, 1, 2, 3]),
    ):  # fmt: skip
        click_name(table, column)
        assert table.controller.view.order == order
        assert shown(table) == wanted
    click_name(table, 4)  # the steps cannot be sorted by
    assert table.controller.view.order == "file"


def test_every_column_of_the_dataset_can_be_shown_beside(table):
    menu = table.head_menu()
    assert [action.text() for action in menu.actions()] == ["x", "y", "name", "more"]
    assert not any(action.isChecked() for action in menu.actions())
    for at in (3, 2):
        menu.actions()[at].trigger()
    assert [table.column_title(at) for at in range(7)] == ["row", "length", "kept", "y", "name", "more", "x"]
    table.viewport().repaint()
    assert [table.cell_text(line, 4) for line in range(4)] == NAMES
    assert [table.cell_text(line, 5) for line in range(4)] == ["1 2", "3", "", "4"]
    table.controller.look(order="-length")
    assert table.cell_text(0, 4) == "one"
    again = table.head_menu()
    assert [action.isChecked() for action in again.actions()] == [False, False, True, True]
    again.actions()[2].trigger()
    assert [table.column_title(at) for at in range(6)] == ["row", "length", "kept", "y", "more", "x"]
    own = table.controller.dataset
    table.controller.dataset = Dataset({"x": own["x"], "y": own["y"]}, own.roles)
    table.controller._show_plan(table.controller.plan)
    assert [table.column_title(at) for at in range(5)] == ["row", "length", "kept", "y", "x"]
    menu.deleteLater()
    again.deleteLater()


def test_the_menu_of_names_opens(table, qtbot):
    at = QPoint(300, 10)
    head = table.horizontalHeader()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, head.mapToGlobal(at))
    QApplication.sendEvent(head.viewport(), event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    assert QApplication.activePopupWidget().accessibleName() == "Columns of the table"
    QApplication.activePopupWidget().close()


def act(view, name, point):
    """Do what an entry of the menu for a point does; returns the clipboard's text."""
    QGuiApplication.clipboard().clear()
    menu = build_menu(view, view.menu_acts(point))
    entry = next(one for one in menu.actions() if one.objectName() == name)
    entry.trigger()
    menu.deleteLater()
    return QGuiApplication.clipboard().text()


def middle(view, row, place):
    """The middle of a place of a row of the table."""
    view.viewport().repaint()
    across = next(box.center().x() for at, box in view._boxes[row] if at == place)
    return QPointF(across, view.line_rect(view._line(row)).center().y())


def test_what_the_menu_of_the_table_copies(table):
    assert act(table, "copy_cell", middle(table, 1, 4)) == "25"  # it is cut, and shown
    assert table.controller.view.row == 1
    assert act(table, "copy_cell", middle(table, 0, 2)) == "0"  # padding
    assert act(table, "copy_cell", QPointF(100, middle(table, 1, 0).y())) == "5"  # its length
    assert act(table, "copy_row", middle(table, 3, 0)) == "3\t3\t3\ta\t41\t42\t43\n"
    view = act(table, "copy_view", middle(table, 3, 0))
    assert [line.split("\t")[0] for line in view.splitlines()] == ["0", "1", "2", "3"]
    code, names = act(table, "copy_code", middle(table, 0, 0)), {}
    exec(code, names)  # noqa: S102 - it is our own
    assert names["x"].tolist() == table.controller.plan.block("x", slice(0, 1)).array[0].tolist()


def test_the_menu_keeps_a_range_and_shows_its_rows_alone(table):
    table.controller.look(row=3, col=0, corner=(1, 0))
    act(table, "filter_rows", middle(table, 2, 0))
    assert shown(table) == [1, 2, 3]
    assert table.controller.view.marked.rows.tolist() == [1, 2, 3]
    assert act(table, "sort", QPointF(100, 10)) == ""
    assert shown(table) == [2, 3, 1]


def test_the_menu_opens_at_the_chosen_step(table):
    table.controller.select(1, 2)
    table.viewport().repaint()
    assert table._column_at(1, table.chosen_place()) == 2
    table.controller.select(-1, -1)
    assert table.viewport().rect().contains(table.chosen_place().toPoint())


@pytest.fixture
def make(viewing):
    """Return ``make(kind, column, **choice)``: a view of a column."""

    def view(kind, column, **choice):
        made, controller = viewing(kind, column, **choice)
        made.controller = controller
        return made

    return view


def test_what_the_menu_of_the_row_copies(make):
    view = make(RowView, ROWS, maxlen=3)
    view.controller.select(1, 0)
    rect = view.blocks().rect(2)
    assert act(view, "copy_cell", QPointF(rect.center().x(), rect.top() + 1.5 * view.pitch)) == "23"
    assert view.place() == 2
    assert act(view, "copy_row", rect.center()) == "row\t0\t1\t2\n1\t21\t22\t23\n"
    lines = [line.split("\t") for line in act(view, "copy_view", rect.center()).splitlines()]
    assert [line[0] for line in lines] == ["Source step", "Source value", "Position", "In the tensor", "Mask"]
    assert lines[1][1:] == ["21", "22", "23", "24", "25"]
    assert lines[3][1:] == ["21", "22", "23", "", ""]
    names = {}
    exec(act(view, "copy_code", rect.center()), names)  # noqa: S102 - it is our own
    assert names["x"].tolist() == [21, 22, 23]
    assert view.blocks().rect(2).contains(view.chosen_place())


def test_what_the_menu_of_the_images_copies(make):
    view = make(ImagesView, [[[1, 2], [3, 4]], [[5]], [[6, 7, 8]]], maxlen=(2, 2))
    at = view.grid().picture(1).center()
    assert act(view, "copy_cell", at) == "1 · 1 × 1"
    assert view.controller.view.row == 1
    assert act(view, "copy_view", at) == "0 · 2 × 2\n1 · 1 × 1\n2 · 1 × 3 · cut\n"
    names = {}
    exec(act(view, "copy_code", at), names)  # noqa: S102 - it is our own
    assert names["x"].tolist() == [[5, 0], [0, 0]]
    larger = view.side()
    view.set_side(larger * 2)
    act(view, "fit", at)
    assert view.side() == larger
    view.controller.select(1, 0)
    assert view.grid().picture(1).contains(view.chosen_place())
    act(view, "filter_rows", view.grid().picture(1).center())
    assert view.controller.places.rows(range(9)).tolist() == [1]
