"""One row on the screen: its places under real keys and clicks, its colours, a row of a million steps."""

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.gui.style import theme as look
from padviewer.gui.views.common.kept import KeptPictures
from padviewer.gui.views.row.view import RowView

ROWS = [[float(step) for step in range(n)] for n in (3, 8, 40, 0)]
SIZE = (420, 360)


@pytest.fixture
def make(viewing):
    """Return ``make(column, **choice)``: the view of a column, and its controller."""
    return partial(viewing, RowView, size=SIZE)


def colours(view, rect):
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    inside = pixels[int(rect.top()) : int(rect.bottom()), int(rect.left()) : int(rect.right())]
    return {f"#{pixel & 0xFFFFFF:06X}" for pixel in np.unique(inside).tolist()}


def wheel(view, notches):
    event = QWheelEvent(
        QPointF(200, 200), QPointF(200, 200), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_without_a_row_a_sentence(make):
    view, controller = make(ROWS, maxlen=6)
    assert view.is_current()
    assert view.sentence().startswith("No row is selected.")
    assert view.place() == -1
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert controller.view.row == 0
    assert view.read_out() == "Row 0 · 3 steps · 3 padding. Position 0, step 0, 0, in the tensor 0, real."
    controller.plan = None
    view.refresh()
    assert view.sentence() == "Open a file to see its rows."
    assert view.is_current()


def test_real_padding_and_cut_places_are_drawn_as_such(make):
    view, controller = make(ROWS, maxlen=6)
    controller.select(1, -1)
    theme = look.current()
    mask = [view.blocks().rect(place) for place in range(8)]
    lower = [rect.adjusted(1, rect.height() * 0.82, -2, 0) for rect in mask]
    assert theme.hex("real") in colours(view, lower[2])
    assert theme.hex("hatch") not in colours(view, lower[2])
    assert {theme.hex("cut"), theme.hex("cutbg")} <= colours(view, lower[6])
    assert theme.hex("real") not in colours(view, lower[6])
    edge = mask[5].adjusted(mask[5].width() - 4, mask[5].height() * 0.5, -1, 0)
    assert colours(view, edge) == {theme.hex("cut")}
    controller.select(0, -1)
    assert {theme.hex("pad"), theme.hex("hatch")} <= colours(view, lower[4])
    assert theme.hex("real") not in colours(view, lower[4])


def test_keys_walk_steps_and_rows(make):
    view, controller = make(ROWS, maxlen=6)
    controller.select(1, 2)
    assert view.place() == 2
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert (controller.view.row, controller.view.col) == (1, 3)
    QTest.keyClick(view, Qt.Key.Key_End)  # the last step was cut: no column of the tensor
    assert view.place() == 7
    assert controller.view.col == 3
    assert view.accessibleDescription().endswith("Step 7, 7, cut: the tensor does not have it.")
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert (view.place(), controller.view.col) == (0, 0)
    controller.look(order="-length")
    assert controller.counting.order.tolist() == [2, 1, 0, 3]
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert controller.view.row == 2
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert controller.view.row == 0


def test_a_click_selects_a_step(make):
    view, controller = make(ROWS, maxlen=6, truncating="pre")
    controller.select(1, 0)
    target = view.blocks().rect(5).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert (view.place(), controller.view.col) == (5, 3)  # two steps were cut before column 0
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.RightButton, pos=view.blocks().rect(6).center().toPoint()
    )
    assert view.place() == 5


def test_what_is_selected_elsewhere_comes_into_view(make):
    view, controller = make([list(range(4000)), [1]])
    controller.select(0, 3900)
    rect = view.blocks().rect(3900)
    assert view.viewport().rect().contains(rect.toAlignedRect())
    controller.select(1, 0)
    assert view.blocks().offset == 0
    assert view.place() == 0


def test_a_row_of_a_million_steps(make):
    steps = np.arange(1_000_000, dtype=np.int32)
    view, controller = make([steps, steps[:5]])
    controller.select(0, 0)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert controller.view.col == 999_999
    assert view.read_out().endswith("Position 999999, step 999999, 999999, in the tensor 999999, real.")
    assert len(view._page.steps) <= 2 * 4096  # what is in view and no more is read
    assert not view.row_bar.isHidden()
    view.row_bar.setValue(0)
    assert view.blocks().offset == 0
    wheel(view, -2)
    assert view.blocks().offset == 2 * int(view.notch())
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.place() < 999_999


def test_the_source_text_opens_and_closes(make):
    text = "a few words of a long text " * 40
    view, controller = make([text, "short"], transforms=(Tokenise(), Vocabulary()), maxlen=6)
    controller.select(0, 0)
    closed = view.blocks().texts
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.is_open()
    opened = view.blocks().texts
    assert opened > closed
    view.scroll_to(view.offset + (opened - 2) * view.pitch - view.page // 2)
    note = QPoint(30, int(view.line_rect(opened - 2).center().y()))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=note)
    assert not view.is_open()
    assert view.blocks().texts == closed
    controller.select(1, 0)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not view.is_open()


def test_the_old_row_stays_until_the_new_one_comes(make, qtbot):
    view, controller = make(ROWS, maxlen=6, synchronous=False)
    controller.select(1, 0)
    assert not view.is_current()
    qtbot.waitUntil(view.is_current)
    head = QRect(10, 4, 200, 24)
    before = view.grab(head).toImage()
    controller.select(2, 0)
    assert not view.is_current()
    assert view.grab(head).toImage() == before
    qtbot.waitUntil(view.is_current)
    assert view.grab(head).toImage() != before
    controller.select(0, 0)
    view.hide()
    assert view.is_current()


@pytest.mark.parametrize("size", [(420, 360), (900, 700), (200, 150)])
def test_the_picture_at_any_size(make, size):
    view, controller = make(ROWS, maxlen=6)
    controller.select(1, 0)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(look.current().colour("canvas"))
    painter = QPainter(image)
    view.paint_picture(painter, QSize(*size))
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32)
    assert int(look.current().hex("real").removeprefix("#"), 16) in {
        int(p) & 0xFFFFFF for p in np.unique(pixels)
    }


def test_marks_and_inner_axes_are_told(make):
    view, controller = make([np.array([[1, 2], [3, 4]]), np.array([[5, 6]])])
    controller.look(row=0, at=(1,))
    controller.mark(np.array([0]), "two rows")
    assert "index 1 · marked: two rows" in view.read_out()
    assert view.read_out().endswith("step 0, 2, in the tensor 2, real.")


def test_one_tab_stop_with_a_name(make):
    view, _ = make(ROWS)
    assert view.accessibleName() == "Row"
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert view.row_bar.focusPolicy() == Qt.FocusPolicy.NoFocus


def pixels_of(view):
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


def longer_row(_view, controller):
    controller.select(1, 0)


def dark_theme(_view, _controller):
    look.apply(QApplication.instance(), look.Theme("dark", look.current().fonts))


def narrower(view, _controller):
    view.resize(view.width() - 100, view.height())


def scrolled_down(view, _controller):
    view.scroll_to(40)


def another_step(_view, controller):
    controller.select(2, 5)


@pytest.mark.parametrize("change", [longer_row, dark_theme, narrower, scrolled_down, another_step])
def test_kept_blocks_are_never_stale(make, monkeypatch, change):
    def painted_anew():
        with monkeypatch.context() as patch:
            patch.setattr(KeptPictures, "fits", staticmethod(lambda _painter, _rect: False))
            return pixels_of(view)

    view, controller = make(ROWS, maxlen=12)
    controller.select(2, 0)
    before = pixels_of(view)
    assert len(view.pictures) > 1
    assert (before == painted_anew()).all()
    change(view, controller)
    after = pixels_of(view)
    assert after.shape != before.shape or (after != before).any()
    assert (after == painted_anew()).all()


def test_scrolling_paints_only_the_block_that_comes_into_view(make):
    view, controller = make([[1.0] * 400], maxlen=400)
    controller.select(0, 0)
    pixels_of(view)
    painted = len(view.pictures)
    view.scroll_to(int(view.notch()))
    pixels_of(view)
    assert len(view.pictures) == painted + 1
    view.hide()
    assert len(view.pictures) == 0
