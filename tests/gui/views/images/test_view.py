"""The grid on the screen: pixels of values, hatch on padding, captions, keys, size, ten million rows."""

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.core.data.ragged import Ragged
from padviewer.core.picture.scale import Scale
from padviewer.gui.style import theme as look
from padviewer.gui.views.images.view import HEAD, ImagesView

SIZES = [(3 + k % 5, 2 + k % 7) for k in range(60)]
SQUARES = [np.random.default_rng(k).integers(0, 256, size).tolist() for k, size in enumerate(SIZES)]


@pytest.fixture
def make(viewing):
    """Return ``make(column, **choice)``: the view of a column, and its controller."""
    return partial(viewing, ImagesView)


def pixels_of(view):
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1) & 0xFFFFFF


def number(token):
    return int(look.current().hex(token).removeprefix("#"), 16)


def wheel(view, notches, held=Qt.KeyboardModifier.NoModifier):
    event = QWheelEvent(
        QPointF(200, 200), QPointF(200, 200), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("order", ["file", "-length"])
def test_a_real_pixel_has_its_values_grey_and_padding_is_hatched(make, order):
    view, controller = make(SQUARES, padding="pre")
    controller.look(order=order)
    assert view.is_current()
    drawn, block = pixels_of(view), controller.plan.block("x", slice(None))
    height, width = block.array.shape[1:3]
    order = range(60) if controller.counting.order is None else controller.counting.order.tolist()
    tried = 0
    for place, row in enumerate(order):
        rect = view.grid().picture(place)
        if rect.bottom() > view.page:
            break
        rect = rect.translated(0, HEAD)
        cell = int(rect.width()) // width
        for y in range(height):
            for x in range(width):
                at = drawn[int(rect.top()) + y * cell + cell // 2, int(rect.left()) + x * cell + cell // 2]
                grey = int(block.array[row, y, x])
                if block.mask[row, y, x]:
                    assert at == grey << 16 | grey << 8 | grey
                else:
                    assert at in (number("pad"), number("hatch"))
                tried += 1
    assert tried > 400


def test_captions_say_row_size_and_cut(make):
    view, controller = make(SQUARES, maxlen=(6, 6))
    controller.select(6, 0)
    assert view.read_out() == "60 images · 6 × 6 · black 0, white 255. 6 · 4 × 8 · cut"
    controller.select(0, 0)
    assert view.accessibleDescription().endswith("0 · 3 × 2")
    assert number("cut") in pixels_of(view)


def test_marked_rows_have_a_dot(make):
    view, controller = make(SQUARES)
    words = view.grid().cell(1).translated(0, HEAD)
    below = (
        slice(int(words.bottom()) - 16, int(words.bottom())),
        slice(int(words.left()), int(words.left()) + 7),
    )
    assert number("accent") not in pixels_of(view)[below]
    controller.mark(np.array([1, 40]), "rows of a finding")
    assert number("accent") in pixels_of(view)[below]
    controller.select(40, 0)
    assert view.read_out().endswith("· marked")


def test_keys_and_clicks_select(make):
    view, controller = make(SQUARES)
    across = view.grid().across
    moves = (
        (Qt.Key.Key_Right, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + across),
        (Qt.Key.Key_Left, across),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 59),
        (Qt.Key.Key_Home, 0),
    )
    for key, row in moves:
        QTest.keyClick(view, key)
        assert (controller.view.row, controller.view.col) == (row, 0)
        assert view.viewport().rect().contains(view.grid().cell(row).toAlignedRect())
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert controller.view.row >= across
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    target = view.grid().picture(2).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert controller.view.row == 2
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.RightButton, pos=view.grid().picture(1).center().toPoint()
    )
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 300))
    assert controller.view.row == 2


def test_what_was_selected_meanwhile_comes_into_view(make):
    view, controller = make(SQUARES)
    view.hide()
    controller.select(55, 0)
    view.show()
    assert view.viewport().rect().contains(view.grid().cell(55).toAlignedRect())


def test_the_size_is_chosen(make):
    view, _ = make(SQUARES)
    usual = view.grid().image
    QTest.keyClick(view, "+")
    QTest.keyClick(view, "+")
    assert view.grid().image > usual
    larger = view.side()
    wheel(view, 1, Qt.KeyboardModifier.ControlModifier)
    assert view.side() > larger
    QTest.keyClick(view, "-")
    assert view.side() == larger
    QTest.keyClick(view, "0")
    assert view.grid().image == usual
    for _ in range(40):
        QTest.keyClick(view, "-")
    assert view.side() == 24
    assert view.is_current()


def test_wheel_and_bar_scroll(make):
    view, _ = make(SQUARES)
    wheel(view, -1)
    assert view.grid().offset == view.grid().pitch[1]
    wheel(view, 9)
    assert view.grid().offset == 0
    view.row_bar.setValue(view.row_bar.maximum())
    assert view.grid().offset == view.grid().lines * view.pitch - view.page
    assert 59 in view._images


def test_what_is_no_image_says_so(make):
    view, _ = make([[1, 2, 3], [4]])
    assert view.sentence().startswith("“x” has one value a step. Images need two axes:")
    assert view.is_current()
    wheel(view, -1)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    deep, _ = make([np.zeros((2, 4, 5)), np.zeros((1, 4, 5))])
    assert deep.sentence() == (
        "The rows of “x” are 2 × 4 × 5. Images need two axes, or a third one of 1, 3 or 4 for colour."
    )
    assert deep.read_out() == deep.sentence()


def test_levels(make):
    bytes_view, controller = make([np.array([[200, 3]], np.uint8), np.array([[1, 2], [3, 4]], np.uint8)])
    assert bytes_view.levels() == (0.0, 255.0)
    small, controller = make([[[0, 1], [9, 3]], [[2]]])
    assert small.levels() == (0.0, 9.0)
    controller.counting.scale = None
    small.refresh()
    assert small.levels() is None
    assert small.sentence() == "The values are being counted."
    controller.counting.scale = Scale((0.0, 3.0))
    controller.counting.scale_changed.emit()
    assert small.levels() == (0.0, 3.0)
    assert small.is_current()
    controller.plan = None
    small.refresh()
    assert small.levels() is None
    assert small.sentence() == "Open a file to see its rows."


def test_old_images_stay_until_new_ones_come(make, qtbot):
    view, _ = make(SQUARES, synchronous=False)
    qtbot.waitUntil(lambda: view._asked is not None and view.is_current())
    before = view.viewport().grab(view.grid().picture(0).toRect()).toImage()
    view.set_side(view.side())
    QTest.keyClick(view, "+")
    assert not view.is_current()
    assert view._images
    qtbot.waitUntil(view.is_current)
    assert view.viewport().grab(view.grid().picture(0).toRect()).toImage() != before


def test_ten_million_rows_are_asked_for_as_they_come_into_view(make):
    rows = 10_000_000
    values = np.zeros((2 * rows, 2), np.uint8)
    column = Ragged(values, np.arange(rows + 1, dtype=np.int64) * 2)
    view, controller = make(column)
    assert len(view._images) < 200
    controller.select(rows - 1, 0)
    assert view.viewport().rect().contains(view.grid().cell(rows - 1).toAlignedRect())
    assert rows - 1 in view._images
    assert len(view._images) < 400
    assert view.is_current()


def test_the_picture_at_any_size(make):
    view, controller = make(SQUARES)
    controller.select(0, 0)
    for size in ((600, 400), (300, 260)):
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(look.current().colour("canvas"))
        painter = QPainter(image)
        view.paint_picture(painter, QSize(*size))
        painter.end()
        pixels = np.frombuffer(image.constBits(), np.uint32).reshape(size[1], size[0]) & 0xFFFFFF
        assert number("hatch") in pixels
        assert number("accent") not in pixels


def test_the_theme_changes_the_border(make, qapp):
    view, _ = make(SQUARES)
    assert number("stroke2") in pixels_of(view)
    look.apply(qapp, look.Theme("dark", look.current().fonts))
    try:
        drawn = pixels_of(view)
        assert number("stroke2") in drawn
        assert number("hatch") in drawn
        assert drawn[2, 300] == number("canvas") or drawn[20, 590] == number("canvas")
    finally:
        look.apply(qapp, look.Theme("light", look.current().fonts))


def test_a_filter_that_leaves_no_row(make):
    view, controller = make(SQUARES)
    controller.counting._set_arrangement(type(controller.counting.arrangement)(np.zeros(0, np.int64)))
    assert view.sentence() == "No row is shown. Let the filter go to see images."
    assert view.is_current()


def test_while_it_is_hidden_its_data_may_go(make):
    view, controller = make(SQUARES)
    controller.select(3, 0)
    assert "60 images" in view.accessibleDescription()
    view.hide()
    controller.plan = None  # as when another file is opened: its view comes before its plan
    controller.select(1, 0)
    assert view.accessibleDescription() == "Open a file to see its rows."
