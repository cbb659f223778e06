"""The table on the screen: rows, steps, keys, mouse, copying, and its pace with ten million rows."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.core.data.ragged import Ragged
from padviewer.core.rows import steps as steps_module
from padviewer.core.rows.arrange import RowFilter
from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.views.common.lines import BAR
from padviewer.gui.views.table import reading
from padviewer.gui.views.table.rows import HEAD, ROW, ROW_WITH_IDS
from padviewer.gui.views.table.view import TableView

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


TEXTS = [" ".join(f"w{(row * 7 + step) % 50}" for step in range(row % 13)) for row in range(200)]
LABELS = [row % 3 for row in range(200)]


def table(qtbot, controller, width=900, height=HEAD + 5 * ROW_WITH_IDS + BAR):
    made = TableView(controller)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    made.grab()
    return made


@pytest.fixture
def texts(qtbot, showing):
    """A table of 200 texts with labels, maxlen 8."""
    controller = showing({"t": TEXTS, "label": LABELS}, {"t": "sequence", "label": "label"}, maxlen=8)
    made = table(qtbot, controller)
    made.controller = controller
    return made


def middle(view, row, place):
    """The point in the middle of a place of a row of the view."""
    view.grab()
    across = next(box.center().x() for at, box in view._boxes[row] if at == place)
    return QPointF(across, view.line_rect(row).center().y()).toPoint()


def in_grab(view, line):
    """Where a line lies in a picture of the table: below the head."""
    return view.line_rect(line).translated(0, HEAD).toRect()


def drawn(view, row):
    """What is drawn in the last column of a row of the view, by place."""
    view.grab()
    strip = view._content.strips([view._tensor_row(row)])[0]
    piece = view._content.piece(strip.row)
    steps = strip.places.steps(np.array([at for at, _ in view._boxes[row]], np.int64)).tolist()
    return [piece.text(step) if step >= 0 else "·" for step in steps]


def test_before_a_file_it_says_what_to_do(qtbot, qapp, showing, colours_in):
    controller = showing({"x": [[1]]}, {"x": "sequence"}, maxlen=1)
    controller._show_plan(None)
    view = table(qtbot, controller)
    assert view.accessibleName() == "Table"
    assert view.sentence() == ""
    assert len(colours_in(view, view.rect())) > 3  # the sentence is there
    assert view.selected_rows().tolist() == []
    assert view.copy_text() == ""
    view.copy()
    view.go_to_row(0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert controller.view.row == -1
    assert view.is_current()


def test_rows_show_their_words_with_padding_behind(texts):
    texts.go_to_row(3)
    assert texts.accessibleName() == "Table, t → t"
    words = TEXTS[3].split()
    assert drawn(texts, 3) == [*words, *"·" * 5]
    assert drawn(texts, 0) == ["·"] * 8
    assert texts.is_current()
    assert [texts.column_title(at) for at in range(5)] == ["row", "length", "kept", "label", "t"]


def test_a_cut_row_shows_what_is_cut_in_its_colour(texts, colours_in):
    texts.go_to_row(12)
    assert drawn(texts, 12) == TEXTS[12].split()
    assert {"#FBE6D9", "#B34508"} <= colours_in(texts, in_grab(texts, 12))
    texts.go_to_row(8)
    assert "#FBE6D9" not in colours_in(texts, in_grab(texts, 8))


@pytest.mark.parametrize(("padding", "truncating"), [("pre", "pre"), ("both", "middle")])
def test_padding_and_cut_stand_where_the_recipe_puts_them(qtbot, showing, padding, truncating):
    rows = [[1, 2], [11, 12, 13, 14, 15, 16]]
    controller = showing({"x": rows}, {"x": "sequence"}, maxlen=4, padding=padding, truncating=truncating)
    view = table(qtbot, controller)
    built = controller.plan.block("x", slice(None)).array.tolist()
    assert ["0" if one == "·" else one for one in drawn(view, 0)] == [str(value) for value in built[0]]
    strip = view._content.strips([1])[0]
    kept = [text for at, text in enumerate(drawn(view, 1)) if strip.places.column(at) >= 0]
    assert kept == [str(value) for value in built[1]]
    assert drawn(view, 1) == [str(value) for value in rows[1]]


def test_missing_has_its_colour(qtbot, showing, colours_in):
    view = table(qtbot, showing({"x": [[1.0, None], [2.0]]}, {"x": "sequence"}, maxlen=2))
    assert {"#F0DDF0", "#8E3A8C"} <= colours_in(view, in_grab(view, 0))
    assert "#F0DDF0" not in colours_in(view, in_grab(view, 1))


def test_keys_choose_rows_and_steps(texts):
    controller = texts.controller
    seen = []
    for key, held in [
        (Qt.Key.Key_Down, NONE),
        (Qt.Key.Key_Down, NONE),
        (Qt.Key.Key_PageDown, NONE),
        (Qt.Key.Key_End, CONTROL),
        (Qt.Key.Key_PageUp, NONE),
        (Qt.Key.Key_Up, NONE),
        (Qt.Key.Key_Home, CONTROL),
    ]:
        QTest.keyClick(texts, key, held)
        seen.append(controller.view.row)
        rect = texts.line_rect(seen[-1])
        assert rect.top() >= 0
        assert rect.bottom() <= texts.page
    assert seen == [0, 1, 5, 199, 195, 194, 0]
    controller.select(3, 2)
    for key, column in [
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_End, 7),
        (Qt.Key.Key_Home, 0),
    ]:
        QTest.keyClick(texts, key)
        assert (controller.view.row, controller.view.col) == (3, column)


def test_return_and_double_click_activate_the_row(qtbot, texts):
    texts.controller.select(4, 0)
    with qtbot.waitSignal(texts.row_activated) as said:
        QTest.keyClick(texts, Qt.Key.Key_Return)
    assert said.args == [4]
    with qtbot.waitSignal(texts.row_activated) as said:
        QTest.mouseDClick(texts.viewport(), LEFT, NONE, texts.line_rect(2).center().toPoint())
    assert said.args == [2]


def test_a_press_on_a_word_selects_its_step(texts):
    texts.go_to_row(12)
    QTest.mouseClick(texts.viewport(), LEFT, NONE, middle(texts, 12, 2))
    assert (texts.controller.view.row, texts.controller.view.col) == (12, 2)
    QTest.mouseClick(texts.viewport(), LEFT, NONE, middle(texts, 12, 9))  # a word that is cut
    assert (texts.controller.view.row, texts.controller.view.col) == (12, -1)
    QTest.mouseClick(texts.viewport(), LEFT, NONE, QPoint(20, int(texts.line_rect(11).center().y())))
    assert texts.controller.view.row == 11
    QTest.mouseClick(
        texts.viewport(), Qt.MouseButton.RightButton, NONE, QPoint(20, int(texts.line_rect(12).center().y()))
    )
    assert texts.controller.view.row == 11


def test_a_range_is_selected_and_copied(texts, qapp):
    texts.controller.select(5, 1)
    QTest.keyClick(texts, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(texts, Qt.Key.Key_Down, SHIFT)
    assert texts.selected_rows().tolist() == [5, 6, 7]
    assert texts.controller.view.corner == (5, 1)
    expected = "".join(f"{row}\t{row}\t{row}\t{row % 3}\t{TEXTS[row]}\n" for row in (5, 6, 7))
    assert texts.copy_text() == expected
    QGuiApplication.clipboard().clear()
    QTest.keyClick(texts, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == expected
    QTest.mouseClick(texts.viewport(), LEFT, SHIFT, texts.line_rect(4).center().toPoint())
    assert texts.selected_rows().tolist() == [4, 5]
    QTest.keyClick(texts, Qt.Key.Key_Up)
    assert texts.selected_rows().tolist() == [3]
    texts.controller.look(row=10, col=0, corner=(12, 3))  # as another view selects a range
    assert texts.selected_rows().tolist() == [10, 11, 12]


def test_what_is_too_much_to_copy_is_said(texts, monkeypatch):
    monkeypatch.setattr(steps_module, "MOST_COPIED", 3)
    said = []
    texts.controller.noticed.connect(lambda level, words: said.append((level, words)))
    texts.controller.select(5, 0)
    texts.copy()
    assert said == [("warning", "Not copied, 1 row: more than 3 steps. Export them instead.")]


def test_the_order_and_the_filter_of_the_views_hold_here(texts):
    controller = texts.controller
    controller.look(order="-length")
    lengths = np.array([len(text.split()) for text in TEXTS])
    order = np.argsort(-lengths, kind="stable")
    assert [texts._tensor_row(row) for row in range(5)] == order[:5].tolist()
    controller.select(int(order[7]), 0)
    assert texts.selected_rows().tolist() == [order[7]]
    assert texts.line_rect(7).top() >= 0
    controller.look(order="file", keep=RowFilter(shortest=12))
    assert [texts._tensor_row(row) for row in range(3)] == np.flatnonzero(lengths >= 12)[:3].tolist()
    controller.look(keep=RowFilter(shortest=99))
    texts.grab()
    assert texts.line_count == 0
    assert texts.selected_rows().tolist() == []
    assert texts.sentence() == "No row is selected."


def test_groups_have_a_line_with_their_label(texts):
    texts.controller.look(order="label", grouped=True)
    texts.grab()
    assert texts.line_count == 200 + 3
    assert texts._tensor_row(0) == 0
    assert texts.row_at(QPointF(20, texts.pitch / 2)) == -1
    assert texts.row_at(QPointF(20, texts.pitch * 1.5)) == 0
    assert texts.row_at(QPointF(20, -2)) == -1
    assert texts.cell_text(0, 0) == "label 0"
    assert texts.cell_text(1, 0) == "0"


def test_a_marked_row_carries_the_accent(texts, colour_at):
    assert colour_at(texts, 1, in_grab(texts, 1).center().y()) == "#FFFFFF"
    texts.controller.mark(np.array([1, 3]), "found")
    assert colour_at(texts, 1, in_grab(texts, 1).center().y()) == "#2B5BD7"
    assert colour_at(texts, 1, in_grab(texts, 2).center().y()) == "#FFFFFF"


def test_hovered_and_selected_rows_are_tinted_in_both_themes(texts, colour_at, qapp):
    texts.clearFocus()
    texts.controller.select(1, -1)
    QTest.mouseMove(texts.viewport(), texts.line_rect(2).center().toPoint())
    for name, selected, hovered in (("light", "#E6EDFC", "#EAECF0"), ("dark", "#1F2C4A", "#272B31")):
        look.apply(qapp, look.Theme(name, Fonts()))
        QTest.mouseMove(texts.viewport(), texts.line_rect(3).center().toPoint())
        QTest.mouseMove(texts.viewport(), texts.line_rect(2).center().toPoint())
        assert colour_at(texts, 60, in_grab(texts, 1).top() + 3) == selected
        assert colour_at(texts, 60, in_grab(texts, 2).top() + 3) == hovered
    QApplication.sendEvent(texts.viewport(), QEvent(QEvent.Type.Leave))
    assert texts._hover == -1


def test_the_sentence_of_the_selected_row(texts):
    texts.controller.select(12, 2)
    words = TEXTS[12].split()
    assert texts.accessibleDescription() == f"Row 12, 12 steps, 8 kept. label 0. Step 2: {words[2]}."
    texts.controller.select(3, 7)
    assert texts.accessibleDescription() == "Row 3, 3 steps, 3 kept. label 0. Position 7 is padding."
    texts.controller.select(1, -1)
    assert texts.accessibleDescription() == "Row 1, 1 step, 1 kept. label 1."


def turned(view, x, y, held=NONE, fine=0):
    event = QWheelEvent(
        QPointF(300, 90), view.mapToGlobal(QPointF(300, 90)), QPoint(0, fine), QPoint(x, y),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_scrolls_rows_and_steps(texts):
    turned(texts, 0, -120)
    assert texts.offset == 3 * ROW_WITH_IDS
    turned(texts, 0, -120, fine=-10)
    assert texts.offset == 3 * ROW_WITH_IDS + 10
    turned(texts, 0, 1200)
    assert texts.offset == 0
    turned(texts, 0, -120, SHIFT)
    assert texts._first == 4
    assert drawn(texts, 4) == ["·"] * 4
    turned(texts, 120, 0)
    assert texts._first == 0


def test_a_selected_step_out_of_sight_is_scrolled_to(qtbot, showing):
    rows = [list(range(500)), [1, 2]]
    controller = showing({"x": rows}, {"x": "sequence"}, maxlen=400, padding="pre", truncating="pre")
    view = table(qtbot, controller)
    for row, column in ((0, 399), (0, 0), (1, 399), (1, 0)):
        controller.select(row, column)
        view.grab()
        view.grab()
        strip = view._content.strips([row])[0]
        assert strip.places.place(column) in [place for place, _ in view._boxes[row]]


def test_a_row_of_a_million_steps_draws_only_what_fits(qtbot, showing):
    controller = showing(
        {"x": Ragged(np.arange(1_000_000), np.array([0, 1_000_000]))}, {"x": "sequence"}, maxlen=1000
    )
    view = table(qtbot, controller)
    view.show_steps_from(500_000)
    view.grab()
    assert len(view._boxes[0]) < 30
    assert drawn(view, 0)[0] == "500000"


def test_a_column_is_dragged_wider(texts):
    head, wide = texts.horizontalHeader().viewport(), texts.columnWidth(0)
    QTest.mousePress(head, LEFT, NONE, QPoint(wide - 1, 10))
    QTest.mouseMove(head, QPoint(wide + 20, 10))
    QTest.mouseMove(head, QPoint(wide + 39, 10))
    QTest.mouseRelease(head, LEFT, NONE, QPoint(wide + 39, 10))
    assert texts.columnWidth(0) == wide + 40
    texts.controller._show_plan(texts.controller.plan)
    assert texts.columnWidth(0) == wide + 40
    assert texts._columns[1].left == wide + 40


def test_what_is_not_in_memory_comes_from_a_job(qtbot, showing):
    controller = showing({"x": [[k, k + 1] for k in range(300)]}, {"x": "sequence"}, jobs=Jobs(), maxlen=2)
    controller.in_memory = 0
    view = TableView(controller)
    qtbot.addWidget(view)
    view.resize(600, 300)
    assert not view.is_current()
    view.show()
    qtbot.waitUntil(view.is_current)
    assert drawn(view, 0) == ["0", "1"]
    view.go_to_row(250)
    qtbot.waitUntil(view.is_current)
    assert drawn(view, 250) == ["250", "251"]
    assert controller.view.row == 250


def test_a_job_that_fails_is_told_once(qtbot, showing, monkeypatch):
    monkeypatch.setattr(reading, "read_all", lambda *_: (_ for _ in ()).throw(OSError("disk gone")))
    controller = showing({"x": [[1, 2]]}, {"x": "sequence"}, maxlen=2)
    controller.in_memory = 0
    said = []
    controller.noticed.connect(lambda level, words: said.append((level, words)))
    view = table(qtbot, controller)
    view.grab()
    assert said == [("warning", "disk gone")]
    assert not view.is_current()


def test_another_maxlen_needs_no_reading(qtbot, showing, monkeypatch):
    controller = showing({"x": [[1, 2, 3]] * 9}, {"x": "sequence"}, maxlen=3)
    view = table(qtbot, controller)
    monkeypatch.setattr(reading, "read_all", lambda *_: pytest.fail("read again"))
    assert controller.set_choice("Maxlen 2", maxlen=2)
    view.grab()
    assert [view._content.strips([0])[0].places.column(at) for at in range(3)] == [0, 1, -1]


def test_one_tab_stop_with_a_name(texts):
    assert texts.focusPolicy() == Qt.FocusPolicy.StrongFocus
    for bar in (texts.row_bar, texts.step_bar):
        assert bar.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert bar.accessibleName()
    assert texts.sizeHint().width() >= texts.minimumSizeHint().width()


def test_a_frame_of_ten_million_rows_asks_for_no_more_than_one_of_few(qtbot, showing, monkeypatch):
    """It draws what is in view."""

    def asked(rows):
        lengths = np.resize(np.arange(12), rows)
        offsets = np.zeros(rows + 1, np.int64)
        np.cumsum(lengths, out=offsets[1:])
        values = np.zeros(int(offsets[-1]), np.int8)
        view = table(qtbot, showing({"x": Ragged(values, offsets)}, {"x": "sequence"}, maxlen=10), 1000, 700)
        image, strips = QImage(view.size(), QImage.Format.Format_RGB32), []
        own = view._content.strips
        monkeypatch.setattr(view._content, "strips", lambda at: [strips.append(1) or one for one in own(at)])
        for turn in range(30):
            view.scroll_to((rows // 31) * turn * ROW)
            view.render(image)
        assert view.shown_lines()[0] == (rows // 31) * 29
        return len(strips)

    few = asked(5_000)
    assert 0 < few < 30 * 100
    assert asked(10_000_000) == few


def test_rows_never_bleed_into_the_head(texts, colours_in):
    texts.go_to_row(12)
    texts.scroll_to(texts.offset + 20)
    assert not {"#FBE6D9", "#B34508"} & colours_in(
        texts, texts.rect().adjusted(300, 0, 0, HEAD - texts.height())
    )


def test_the_selected_row_stays_in_view_when_the_table_gets_lower(texts):
    texts.controller.select(4, 0)
    texts.resize(900, HEAD + 3 * ROW_WITH_IDS + BAR)
    assert texts.line_rect(4).bottom() <= texts.page
    texts.scroll_to(50 * ROW)
    texts.resize(900, HEAD + 2 * ROW_WITH_IDS + BAR)
    assert texts.offset == 50 * ROW


def test_the_bar_scrolls_to_the_end_of_every_row(qtbot, showing):
    """Row 0 is in view to its end, row 1 is not: the bar goes by the row that shows least."""
    words = [f"a rather long word {k}" for k in range(8)]
    view = table(qtbot, showing({"t": [["a"], words]}, {"t": "sequence"}, maxlen=8), width=640)
    assert len(drawn(view, 0)) == 8
    assert len(drawn(view, 1)) < 8
    assert view.step_bar.isVisible()
    view.step_bar.setValue(view.step_bar.maximum())
    assert drawn(view, 1)[-1] == words[-1]
    assert view._boxes[1][-1][1].right() <= view.viewport().width()


def test_no_bar_where_all_steps_are_in_view(qtbot, showing):
    view = table(qtbot, showing({"t": [["a"], ["b", "c"]]}, {"t": "sequence"}, maxlen=2))
    assert not view.step_bar.isVisible()
