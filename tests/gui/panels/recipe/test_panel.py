"""The recipe panel: every choice is shown, changed, refused beneath its field, and undone."""

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from padviewer.core.choices.clean import Fill
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.tensor_recipe import Mode
from padviewer.core.data.lengths import count_lengths
from padviewer.core.padding.plan import Axis
from padviewer.core.picture.diagram import diagram_rows
from padviewer.gui.panels.recipe.panel import RecipePanel
from padviewer.gui.panels.recipe.sections import number_of
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts


def open_file(qtbot, controller, path):
    controller.open(str(path))
    qtbot.waitUntil(lambda: is_ready(controller))


def is_ready(controller):
    source = controller.session.source
    return source is not None and source.complete and controller.plan is not None and not controller.work


def tab_stops(panel):
    return [
        one for one in panel.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.focusProxy() is None
    ]  # fmt: skip


@pytest.fixture
def panel(qtbot, controller):
    made = RecipePanel(controller)
    qtbot.addWidget(made)
    made.resize(264, 720)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def numbers_file(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(f'{{"x": {list(range(1, n + 1))}}}\n' for n in (1, 2, 3, 4, 10)), "utf-8")
    return path


@pytest.fixture
def words_file(tmp_path):
    path = tmp_path / "words.jsonl"
    path.write_text('{"t": "b a b"}\n{"t": "a"}\n{"t": "c b"}\n', "utf-8")
    return path


def enter(field, words):
    edit = field.focusProxy()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def head(panel, fold):
    return panel.folds[fold]._head


def test_before_a_file_nothing_is_shown(panel):
    assert not panel._content.isVisible()


def test_a_number_is_entered_and_undone_by_name(panel, controller, qtbot, numbers_file):
    open_file(qtbot, controller, numbers_file)
    field = panel.pad.maxlens[0]
    assert field.text() == "max"
    assert field.resolved.text() == "= 10"
    enter(field, "4")
    assert controller.plan.shape("x") == (5, 4)
    assert controller.history.undo_name == "Maxlen 4"
    assert field.resolved.text() == ""
    controller.undo()
    assert field.text() == "max"


def test_percentiles_resolve_beside_the_field(panel, controller, qtbot, numbers_file):
    open_file(qtbot, controller, numbers_file)
    enter(panel.pad.maxlens[0], "P80")
    # four of five rows have at most 4 steps
    assert controller.plan.shape("x") == (5, 4)
    assert panel.pad.maxlens[0].text() == "p80"
    assert panel.pad.maxlens[0].resolved.text() == "= 4"


def test_a_maxlen_that_is_rounded_up_says_to_what_and_why(panel, controller, qtbot, numbers_file):
    open_file(qtbot, controller, numbers_file)
    field = panel.pad.maxlens[0]
    enter(field, "5")
    enter(panel.pad.multiple, "4")
    assert controller.plan.shape("x") == (5, 8)
    assert (field.text(), field.resolved.text()) == ("5", "= 8")
    assert field.toolTip() == "5, rounded up to a multiple of 4"
    enter(field, "8")
    assert (field.resolved.text(), field.toolTip()) == ("", "")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("0", "Maxlen must be 1 or more, not 0. Still max."),
        ("p200", "Maxlen is a number, max, or a percentile such as p95, not 'p200'. Still max."),
        ("1.5", "Maxlen is a whole number, not 1.5. Still max."),
    ],
)
def test_a_refused_maxlen_stays_typed_with_the_reason(
    panel, controller, qtbot, numbers_file, words, sentence
):
    open_file(qtbot, controller, numbers_file)
    field = panel.pad.maxlens[0]
    enter(field, words)
    assert field.error() == sentence
    assert field.text() == words
    assert controller.plan.shape("x") == (5, 10)
    controller.set_choice("Padding pre", padding="pre")  # another choice leaves the error alone
    assert field.error() == sentence
    enter(field, "3")
    assert field.error() == ""


def test_padding_and_truncating_change_the_rows(panel, controller, qtbot, numbers_file):
    open_file(qtbot, controller, numbers_file)
    controller.set_choice("Maxlen 3", maxlen=3)
    panel.pad.padding.setFocus()
    QTest.keyClick(panel.pad.padding, Qt.Key.Key_Left)
    QTest.keyClick(panel.pad.truncating, Qt.Key.Key_Left)
    assert controller.history.undo_name == "Truncating pre"
    assert controller.plan.block("x", [1, 4]).array.tolist() == [[0, 1, 2], [8, 9, 10]]
    QTest.keyClick(panel.pad.truncating, Qt.Key.Key_End)
    assert controller.plan.block("x", [4]).array.tolist() == [[1, 2, 10]]


def test_fill_value_mode_and_multiple(panel, controller, qtbot, numbers_file):
    open_file(qtbot, controller, numbers_file)
    enter(panel.pad.maxlens[0], "3")
    enter(panel.pad.multiple, "8")
    assert controller.plan.shape("x") == (5, 8)
    enter(panel.pad.value, "-1")
    assert controller.plan.block("x", [0]).array.tolist() == [[1] + [-1] * 7]
    QTest.keyClick(panel.pad.mode, Qt.Key.Key_Down)
    assert controller.history.undo_name == "Fill mode edge"
    assert controller.plan.block("x", [1]).array.tolist() == [[1] + [2] * 7]
    enter(panel.pad.multiple, "0")
    assert panel.pad.multiple.error() == "Multiple of must be a whole number from 1, not 0. Still 8."
    enter(panel.pad.value, "zero")
    assert panel.pad.value.error() == "The fill value must be a number, not 'zero'. Still -1."


def test_links_are_hidden_where_they_do_not_fit_and_listed_by_alt_down(
    panel, controller, qtbot, numbers_file
):
    open_file(qtbot, controller, numbers_file)
    field = panel.pad.maxlens[0]
    enter(field, "4")
    panel.resize(200, 720)
    qtbot.waitUntil(lambda: not field.links["max"].isVisible())
    shown = [link for link in field.links.values() if link.isVisible()]
    assert all(link.mapTo(field, link.rect().bottomRight()).x() <= field.width() for link in shown)
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in shown))
    panel.resize(340, 720)
    qtbot.waitUntil(lambda: all(link.isVisible() for link in field.links.values()))
    menu = field.menu()
    assert [action.text() for action in menu.actions()] == ["p95", "p99", "max"]
    menu.actions()[2].trigger()
    assert field.text() == "max"
    menu.close()
    QTest.keyClick(field.focusProxy(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    from PySide6.QtWidgets import QApplication

    opened = QApplication.activePopupWidget()
    assert opened is not None
    assert opened.accessibleName() == "Maxlen, steps"
    opened.close()
    assert not field.links["max"].isVisible()  # it holds
    field.links["p95"].click()
    assert controller.history.undo_name == "Maxlen p95"


@pytest.mark.parametrize("width", [272, 280, 300, 340])
def test_links_are_shown_whole_or_not_at_all(panel, controller, qtbot, numbers_file, width):
    open_file(qtbot, controller, numbers_file)
    field = panel.pad.maxlens[0]
    enter(field, "4")
    panel.resize(width, 720)
    qtbot.waitUntil(lambda: field.width() == width - 32)
    panel.grab()  # lays out what was shown or hidden
    for link in field.links.values():
        if link.isVisible():
            assert link.width() >= link.sizeHint().width()
            assert link.geometry().right() < link.parentWidget().width()


def test_texts_are_not_filled_and_the_section_says_why(panel, controller, qtbot, words_file):
    open_file(qtbot, controller, words_file)
    panel.folds["clean"].set_open(True)
    assert not panel.clean.fill.isVisible()
    assert panel.clean.note.text() == "A missing text becomes an empty row."


def test_two_ragged_axes_have_two_maxlens(panel, controller, qtbot, tmp_path):
    path = tmp_path / "nested.jsonl"
    path.write_text('{"x": [[1], [2, 3]]}\n{"x": [[4, 5, 6]]}\n', "utf-8")
    open_file(qtbot, controller, path)
    assert panel.pad.maxlens[1].isVisible()
    enter(panel.pad.maxlens[1], "2")
    assert controller.session.recipe["x"].maxlen == ("max", 2)
    assert controller.plan.shape("x") == (2, 2, 2)
    enter(panel.pad.maxlens[1], "0")
    assert panel.pad.maxlens[1].error().endswith("Still 2.")
    assert panel.pad.maxlens[0].error() == ""


def test_the_diagram_draws_shortest_median_and_longest(panel, controller, qtbot, numbers_file):
    open_file(qtbot, controller, numbers_file)
    controller.set_choice("Maxlen 4", maxlen=4)
    assert panel.pad.diagram.accessibleDescription() == (
        "1 step: 1 kept, 3 filled. 3 steps: 3 kept, 1 filled. 10 steps: 4 kept, 6 cut"
    )


def test_the_diagram_follows_the_cut():
    import numpy as np

    counts = count_lengths(np.array([2, 7, 7]))
    short, long = diagram_rows(counts, Axis(4, "both", "middle", "constant"))
    assert (short.left_pad, short.head, short.tail, short.right_pad, short.lost) == (1, 2, 0, 1, 0)
    assert (long.head, long.cut_middle, long.tail, long.cut_left, long.cut_right) == (2, 3, 2, 0, 0)
    long = diagram_rows(counts, Axis(4, "pre", "pre", "constant"))[1]
    assert (long.cut_left, long.head, long.tail, long.cut_right) == (3, 4, 0, 0)
    long = diagram_rows(counts, Axis(4, "pre", "post", "constant"))[1]
    assert (long.cut_left, long.head, long.tail, long.cut_right) == (0, 4, 0, 3)


def test_texts_are_encoded_and_the_fold_says_into_what(panel, controller, qtbot, words_file):
    open_file(qtbot, controller, words_file)
    assert panel.folds["encode"].isVisible()
    assert head(panel, "encode").value == "3 words · ids 1–3"
    panel.encode.ids.setFocus()
    QTest.keyClick(panel.encode.ids, Qt.Key.Key_Down)
    assert controller.history.undo_name == "Ids by frequency"
    assert controller.session.recipe["t"].transforms == (Tokenise(), Vocabulary("frequency"))
    qtbot.waitUntil(lambda: is_ready(controller))
    # b occurs 3 times, a twice, c once
    assert controller.plan.block("t", [0]).array.tolist() == [[1, 2, 1]]
    QTest.keyClick(panel.encode.split, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: is_ready(controller) and controller.plan.shape("t") == (3, 5))
    assert head(panel, "encode").value == "4 characters · ids 1–4"


def test_encode_is_not_there_for_numbers(panel, controller, qtbot, numbers_file):
    open_file(qtbot, controller, numbers_file)
    assert not panel.folds["encode"].isVisible()
    assert head(panel, "clean").value == "nothing missing"


def test_missing_values_are_counted_and_filled(panel, controller, qtbot, tmp_path):
    path = tmp_path / "gaps.jsonl"
    path.write_text('{"x": [1.5, null]}\n{"x": [null, 2.0, 3.0]}\n', "utf-8")
    open_file(qtbot, controller, path)
    qtbot.waitUntil(lambda: head(panel, "clean").value == "2 missing")
    panel.folds["clean"].set_open(True)
    enter(panel.clean.fill, "nan")
    assert panel.clean.fill.error().endswith("Still left missing.")
    enter(panel.clean.fill, "9")
    assert controller.history.undo_name == "Fill missing 9"
    assert controller.session.recipe["x"].transforms == (Fill(9),)
    qtbot.waitUntil(lambda: is_ready(controller))
    assert controller.plan.block("x", [0, 1]).array.tolist() == [[1.5, 9, 0], [9, 2, 3]]
    assert head(panel, "clean").value == "2 missing · 9"
    panel.clean.fill.focusProxy().clear()
    QTest.keyClick(panel.clean.fill.focusProxy(), Qt.Key.Key_Return)
    assert controller.session.recipe["x"].transforms == ()


def test_a_fill_that_the_column_cannot_hold_is_refused_at_once(panel, controller, qtbot, numbers_file):
    open_file(qtbot, controller, numbers_file)
    panel.folds["clean"].set_open(True)
    enter(panel.clean.fill, "1.5")
    assert panel.clean.fill.error() == "1.5 does not fit int64 values. Still left missing."
    assert controller.session.recipe["x"].transforms == ()


def test_dtype_and_losses(panel, controller, qtbot, numbers_file):
    open_file(qtbot, controller, numbers_file)
    output = panel.output
    assert output.dtype.currentText() == "Auto (int32)"
    panel.folds["output"].set_open(True)
    output.dtype.set_key("float32")
    output.dtype.activated.emit(0)
    assert controller.plan.dtype("x").name == "float32"
    assert controller.history.undo_name == "Dtype float32"
    QTest.keyClick(output.lossy, Qt.Key.Key_Right)
    assert controller.session.recipe["x"].lossy == "allow"
    assert head(panel, "output").value == "float32 · losses allowed"
    enter(panel.pad.value, "-1")
    output.dtype.set_key("uint8")
    output.dtype.activated.emit(0)
    assert output._dtype_row.error() == "The fill value -1 does not fit uint8. Still float32."
    assert output.dtype.key() == "float32"
    controller.set_choice("Dtype int16", dtype="int16")
    assert output._dtype_row.error() == ""


def test_while_it_is_read_what_is_fitted_is_so_far(panel, controller, qtbot, words_file):
    from dataclasses import replace

    open_file(qtbot, controller, words_file)
    old = controller.session
    controller.session = replace(old, source=replace(old.source, complete=False))
    controller.session_changed.emit(old, controller.session)
    assert head(panel, "encode").value == "3 words of 3 rows so far"
    assert panel.pad.diagram.accessibleName().endswith("of 3 rows so far")


def test_every_tab_stop_has_a_name_and_nothing_is_wider_than_the_panel(panel, controller, qtbot, words_file):
    open_file(qtbot, controller, words_file)
    for fold in panel.folds.values():
        fold.set_open(True)
    stops = tab_stops(panel)
    assert len(stops) == 4 + 2 + 3 + 2 + 2 + 2 or len(stops) >= 13
    assert all(one.accessibleName() for one in stops), stops
    assert panel._content.minimumSizeHint().width() <= 264
    assert panel.pad.maxlens[0].focusProxy().accessibleName() == "Maxlen, steps"


def test_encode_is_folded_in_a_low_panel(panel, controller, qtbot, words_file):
    open_file(qtbot, controller, words_file)
    assert panel.folds["encode"].is_open()
    panel.resize(264, 400)
    qtbot.waitUntil(lambda: not panel.folds["encode"].is_open())


@pytest.mark.parametrize(
    ("words", "number"),
    [("3", 3), ("-1", -1), ("\u22121", -1), ("0.5", 0.5), ("true", True), ("False", False), ("x", "x")],
)
def test_what_is_typed_becomes_a_number(words, number):
    assert number_of(words) == number
    assert type(number_of(words)) is type(number)


def test_empty_rows_are_left_out_by_their_control(qtbot, controller, tmp_path):
    path = tmp_path / "e.jsonl"
    path.write_text('{"x": [1, 2]}\n{"x": []}\n{"x": [3]}\n')
    made = RecipePanel(controller)
    qtbot.addWidget(made)
    made.resize(280, 700)
    made.show()
    open_file(qtbot, controller, path)
    clean = made.clean
    assert clean.empty.key() == "keep"
    clean.empty.setFocus()
    QTest.keyClick(clean.empty, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: controller.shown.n == 2)
    assert controller.session.recipe.rows.empty == "drop"
    assert clean.empty.key() == "drop"
    qtbot.waitUntil(lambda: clean.summary() == "no empty rows")
    controller.undo()
    qtbot.waitUntil(lambda: clean.empty.key() == "keep")
    assert clean.summary() == "nothing missing"


@pytest.mark.parametrize("family", ["Inter", "DejaVu Sans"])
@pytest.mark.parametrize("mode", get_args(Mode))
def test_the_word_of_the_fill_mode_is_whole_beside_a_scroll_bar(
    qapp, panel, controller, qtbot, numbers_file, mode, family
):
    look.apply(qapp, look.Theme("light", Fonts(sans=(family,))))
    open_file(qtbot, controller, numbers_file)
    controller.set_choice("mode", mode=mode)
    panel.resize(264, 200)  # the left column where the window is 1280 wide, too low for all of it
    panel.folds["pad"].set_open(True)
    qtbot.waitUntil(lambda: panel.pad.width() < 264 - 32)
    choice = panel.pad.mode
    assert choice.currentText() == mode
    assert drawing.text_width(mode, "body") <= choice.text_rect().width()
    assert panel.pad.rect().contains(choice.mapTo(panel.pad, choice.rect().bottomRight()))
    assert panel.pad.value.focusProxy().width() >= 32
