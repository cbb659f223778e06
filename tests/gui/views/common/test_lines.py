"""Lines with few of them, with ten million and with more than Qt counts; what a screen reader is told."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from padviewer.gui.views.common import lines as module
from padviewer.gui.views.common.lines import BAR, LinesView, Notches

PITCH, HEAD = 28, 28


class Counted(LinesView):
    """Lines that say their number; `painted` are those that were painted last."""

    def __init__(self):
        super().__init__(None, "Rows", HEAD)
        self.painted, self.words = [], ""

    def cell_text(self, line, column):
        return f"{line}, {column}"

    def column_title(self, column):
        return f"column {column}"

    def paint_head(self, painter, rect):
        pass

    def empty_words(self):
        return self.words

    def paint_lines(self, _painter, lines):
        self.painted += [line for line, _ in lines]


@pytest.fixture
def make(qtbot):
    """Return ``make(count)``: so many lines of two columns, four in view."""

    def view(count):
        made = Counted()
        qtbot.addWidget(made)
        made.resize(300, HEAD + 4 * PITCH)
        made.set_lines(count, 2, PITCH)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return view


@pytest.mark.parametrize("count", [10_000_000, 300_000_000])
def test_every_line_can_be_scrolled_to(make, count):
    view = make(count)
    assert view.page == 4 * PITCH
    for line in (0, 5, count // 3, count // 2 + 7, count - 1, count - 5, 12, count - 1, 0):
        view.show_line(line)
        assert line in view.shown_lines()
        assert view.line_rect(line).top() >= 0
        assert view.line_rect(line).bottom() <= view.page
        assert view.line_at(view.line_rect(line).center()) == line
        assert view.offset == view._axis().offset
        view.painted.clear()
        view.viewport().repaint()
        assert view.painted == list(view.shown_lines())
    view.scroll_to(10**15)
    assert view.shown_lines()[-1] == count - 1
    assert view.row_bar.maximum() > 0
    view.scroll_to(-5)
    assert view.offset == 0


def test_qt_counts_no_more_lines_than_it_can(make):
    view = make(300_000_000)
    assert view.model().rowCount() == module.MOST_LINES
    assert view.verticalScrollBar().maximum() < 2**31
    view.show_line(200_000_000)
    top = view.rowAt(0)
    assert view.model().data(view.model().index(top, 1)) == f"{view.shown_lines()[0]}, 1"
    first = view.offset
    view.row_bar.setValue(view.row_bar.value() + 1)  # of more pixels than one
    assert view.offset > first


def test_what_is_in_view_is_known(make):
    view = make(100)
    view.scroll_to(10 * PITCH + 5)
    assert view.shown_lines() == range(10, 15)
    assert view.line_at(QPointF(5, 1)) == 10
    assert view.line_at(QPointF(5, PITCH - 5)) == 11
    assert view.line_at(QPointF(5, -1)) == -1
    assert view.line_at(QPointF(5, view.page)) == -1
    view.show_line(50, centred=True)
    assert abs(view.line_rect(50).center().y() - view.page / 2) < PITCH
    before = view.offset
    view.show_line(50, centred=True)
    assert view.offset == before


def test_fewer_lines_than_fit(make):
    view = make(2)
    assert not view.row_bar.isVisible()
    view.scroll_to(50)
    assert view.offset == 0
    assert view.line_at(QPointF(5, 2 * PITCH)) == -1
    view.set_lines(50, 2, PITCH)
    assert view.row_bar.isVisible()
    assert view.viewport().width() == view.width() - BAR


def wheel(view, notches, fine=0):
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(0, fine), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_scrolls_and_paints_what_comes_into_view(make):
    view = make(1000)
    view.viewport().repaint()
    view.painted.clear()
    wheel(view, -1)
    QApplication.processEvents()
    assert view.offset == module.LINES_PER_NOTCH * PITCH
    assert view.painted == [4, 5, 6]
    wheel(view, 0, fine=-10)
    assert view.offset == module.LINES_PER_NOTCH * PITCH + 10


def test_notches_add_up_one_way():
    notches = Notches()
    assert [notches.whole(turned) for turned in (60, 60, -60, 30, 90, -240)] == [0, 1, 0, 0, 1, -2]


def test_a_sentence_instead_of_lines(make):
    view = make(0)
    view.words = "Nothing is here."
    view.painted.clear()
    view.viewport().repaint()
    assert view.painted == []
    view.open_menu_at(QPointF(5, 5))
    assert QApplication.activePopupWidget() is None


def test_letters_are_not_looked_for_in_every_line(make, qtbot):
    view = make(10_000_000)
    view.setFocus()
    QTest.keyClicks(view, "999")
    assert view.currentIndex().row() <= 0
    assert view.offset == 0


@pytest.mark.parametrize("how", ["mouse", "menu key", "shift f10"])
def test_the_menu_opens_by_mouse_and_keys(make, qtbot, how):
    view = make(100)
    done = []
    view.action_asked.connect(done.append)
    if how == "mouse":
        at = QPoint(40, 40)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
    else:
        held = Qt.KeyboardModifier.ShiftModifier if how == "shift f10" else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(view, Qt.Key.Key_F10 if how == "shift f10" else Qt.Key.Key_Menu, held)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert [one.objectName() for one in menu.actions() if one.objectName()] == ["save_picture", "explain"]
    for action in menu.actions():
        action.trigger()
    menu.close()
    assert done == ["picture", "help_here"]
