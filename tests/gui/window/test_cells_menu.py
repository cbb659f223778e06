"""The menu of the heatmap in the whole window: every entry does what it says, by mouse and by key."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from padviewer.gui import app as application
from padviewer.gui.dialogs.help.card import HelpCard
from padviewer.gui.dialogs.picture import PictureSheet

ROWS = [[k * 10 + j + 1 for j in range(n)] for k, n in enumerate([3, 9, 0, 6, 12, 1, 5, 8])]
WIDTH = 8
PADDED = np.array([(row[:WIDTH] + [0] * WIDTH)[:WIDTH] for row in ROWS], np.int32)
RIGHT, NONE = Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("data") / "rows.jsonl"
    path.write_text("".join(json.dumps({"x": row}) + "\n" for row in ROWS))
    return path


@pytest.fixture(scope="module")
def shared(window_at):
    """One window for the module."""
    return window_at(1280, 800)


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Leave it to the end of the module: children come and go as long as its window stands."""


@pytest.fixture
def window(qtbot, shared, source):
    """The window with rows padded behind to 8 steps, in the file's order."""
    shared.open(str(source))
    qtbot.waitUntil(lambda: shared.controller.session.source is not None and application.is_settled(shared))
    assert shared.controller.set_choice(
        "Test", maxlen=WIDTH, padding="post", truncating="post", value=0, dtype="int32"
    )
    qtbot.waitUntil(
        lambda: application.is_settled(shared) and shared.views.current._picture.source.cols == WIDTH
    )
    return shared


def menu_of(view):
    return next((menu for menu in view.findChildren(QMenu) if menu.isVisible()), None)


def entry(view, name):
    return next(one for one in menu_of(view).actions() if one.objectName() == name)


def names(view):
    return [one.objectName() for one in menu_of(view).actions() if not one.isSeparator()]


def choose(qtbot, view, point, name):
    """Click with the right button and take an entry."""
    QTest.mouseClick(view, RIGHT, NONE, point)
    act = entry(view, name)
    menu = menu_of(view)
    act.trigger()
    menu.close()


def copied(qtbot, view, point, name):
    clipboard = QApplication.clipboard()
    clipboard.setText("")
    choose(qtbot, view, point, name)
    qtbot.waitUntil(lambda: clipboard.text() != "")
    return clipboard.text()


def cells_of(text):
    """The numbers of tab-separated text: the rows' numbers, and the cells."""
    lines = [line.split("\t") for line in text.splitlines()]
    return [int(line[0]) for line in lines[1:]], np.array([line[1:] for line in lines[1:]], np.int32)


def test_every_entry_is_there(qtbot, window):
    view = window.views.current
    QTest.mouseClick(view, RIGHT, NONE, view.cell_rect(1, 2).center())
    assert names(view) == [
        "fit", "copy_cell", "copy_row", "copy_view", "copy_code", "save_picture", "filter_rows", "sort",
        "explain",
    ]  # fmt: skip
    menu_of(view).close()
    beside = QPoint(view.cell_rect(1, 0).left() - 20, view.cell_rect(1, 0).center().y())
    QTest.mouseClick(view, RIGHT, NONE, beside)
    assert "copy_cell" not in names(view)
    assert "copy_row" in names(view)
    menu_of(view).close()
    QTest.mouseClick(view, RIGHT, NONE, QPoint(200, 5))
    assert names(view) == ["fit", "copy_view", "save_picture", "explain"]
    menu_of(view).close()
    assert view.selected() == (-1, -1)  # a right click selects nothing


def test_what_is_copied_is_what_is_padded(qtbot, window):
    view = window.views.current
    at = view.cell_rect(3, 2).center()
    rows, cells = cells_of(copied(qtbot, view, at, "copy_cell"))
    assert (rows, cells.tolist()) == ([3], [[PADDED[3, 2]]])
    rows, cells = cells_of(copied(qtbot, view, at, "copy_row"))
    assert (rows, cells.tolist()) == ([3], [PADDED[3].tolist()])
    rows, cells = cells_of(copied(qtbot, view, at, "copy_view"))
    assert rows == list(range(len(ROWS)))
    np.testing.assert_array_equal(cells, PADDED)
    view.select_range(1, 2, 4, 5)
    rows, cells = cells_of(copied(qtbot, view, at, "copy_cell"))
    assert rows == [1, 2, 3, 4]
    np.testing.assert_array_equal(cells, PADDED[1:5, 2:6])


def test_code_makes_the_cells(qtbot, window):
    view = window.views.current
    view.select_range(1, 2, 4, 5)
    found = {}
    exec(copied(qtbot, view, view.cell_rect(3, 3).center(), "copy_code"), found)  # noqa: S102
    np.testing.assert_array_equal(found["x"], PADDED[1:5, 2:6])
    assert found["x"].dtype == np.int32


def test_rows_are_shown_alone_and_the_filter_says_so(qtbot, window):
    view = window.views.current
    view.select_range(3, 0, 4, 0)
    choose(qtbot, view, view.cell_rect(4, 0).center(), "filter_rows")
    qtbot.waitUntil(lambda: view._picture.source.rows == 2)
    assert view._picture.source.tensor_rows(np.arange(2)).tolist() == [3, 4]
    assert window.views.filter_bar.isVisible()
    window.views.filter_bar.clear.click()
    qtbot.waitUntil(lambda: view._picture.source.rows == len(ROWS))
    window.views.toggle_filter()


def test_rows_are_sorted_by_what_was_pointed_at(qtbot, window):
    view = window.views.current
    lengths = np.array([len(row) for row in ROWS])

    def shown():
        source = view._picture.source
        return source.tensor_rows(np.arange(source.rows)).tolist()

    for wanted, order in (
        ("Longest first", np.argsort(-lengths, kind="stable")),
        ("Shortest first", np.argsort(lengths, kind="stable")),
    ):
        point = view.cell_rect(0, 1).center()
        QTest.mouseClick(view, RIGHT, NONE, point)
        assert entry(view, "sort").text() == f"Sort by this: {wanted}"
        menu_of(view).close()
        choose(qtbot, view, point, "sort")
        qtbot.waitUntil(lambda order=order: shown() == order.tolist())
    number = QPoint(round(view._picture.layout.row_right) - 3, view.cell_rect(0, 0).center().y())
    choose(qtbot, view, number, "sort")
    qtbot.waitUntil(lambda: shown() == list(range(len(ROWS))))


def test_the_window_saves_the_picture_and_explains(qtbot, window):
    view = window.views.current
    at = view.cell_rect(0, 1).center()
    choose(qtbot, view, at, "save_picture")
    qtbot.waitUntil(lambda: any(sheet.isVisible() for sheet in window.findChildren(PictureSheet)))
    window.dialogs._close_sheets()
    choose(qtbot, view, at, "explain")
    qtbot.waitUntil(lambda: any(card.isVisible() for card in window.findChildren(HelpCard)))
    card = next(card for card in window.findChildren(HelpCard) if card.isVisible())
    card.close()


def test_a_key_opens_the_menu_for_the_selected_cell(qtbot, window):
    view = window.views.current
    view.select(3, 2)
    middle = view.cell_rect(3, 2).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle))
    QApplication.sendEvent(view, event)
    assert "copy_cell" in names(view)
    clipboard = QApplication.clipboard()
    clipboard.setText("")
    entry(view, "copy_cell").trigger()
    qtbot.waitUntil(lambda: clipboard.text() != "")
    assert cells_of(clipboard.text())[1].tolist() == [[PADDED[3, 2]]]
    menu_of(view).close()


def test_fit_shows_all_again(qtbot, window):
    view = window.views.current
    width = view.cell_rect(0, 0).width()
    view.one_pixel()
    assert view.cell_rect(0, 0).width() == 1
    choose(qtbot, view, QPointF(300, 5).toPoint(), "fit")
    assert view.cell_rect(0, 0).width() == width


def test_numbers_can_be_taken_away(qtbot, window, colours_in):
    view = window.views.current
    inside = view.cell_rect(0, 0).adjusted(4, 4, -4, -6)
    assert len(colours_in(view, inside)) > 1
    window.views.tools.numbers.trigger()
    assert len(colours_in(view, inside)) == 1
    window.views.tools.numbers.trigger()
    assert len(colours_in(view, inside)) > 1
