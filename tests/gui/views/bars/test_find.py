"""The bar that finds: hits, keys, marks, sentences, and rows by their number."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Rows
from padviewer.core.rows import search
from padviewer.core.rows.arrange import RowFilter
from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.views.bars import find as module
from padviewer.gui.views.bars import finder as finding
from padviewer.gui.views.bars.find import FindBar

TEXTS = ["the cat sat", "", "a dog", "Cat and cat and more cat", "no"]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qtbot, showing):
    """The bar over five texts, maxlen 4."""
    return opened(qtbot, showing({"t": TEXTS}, {"t": "sequence"}, maxlen=4))


def opened(qtbot, controller):
    made = FindBar(controller)
    qtbot.addWidget(made)
    made.resize(704, 60)
    assert made.isHidden()
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.field.hasFocus)
    made.controller = controller
    return made


def cell(bar):
    return bar.controller.view.row, bar.controller.view.col


def test_typing_finds_and_selects_the_first_hit(qtbot, bar):
    QTest.keyClicks(bar.field, "cat")
    qtbot.waitUntil(lambda: cell(bar) == (0, 1))
    assert bar.count.text() == "1 of 4"
    assert bar.note.text() == ""


def test_keys_go_from_hit_to_hit_and_around(qtbot, bar):
    bar.field.setText("cat")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert cell(bar) == (0, 1)
    seen = []
    for key, held in [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F3, SHIFT),
        (Qt.Key.Key_Return, SHIFT),
    ]:
        QTest.keyClick(bar.field, key, held)
        seen.append((*cell(bar), bar.count.text()))
    assert seen == [
        (3, 0, "2 of 4"),
        (3, 2, "3 of 4"),
        (3, -1, "4 of 4"),
        (0, 1, "1 of 4"),
        (3, -1, "4 of 4"),
        (3, 2, "3 of 4"),
    ]


def test_a_hit_in_the_cut_part_is_said(bar):
    bar.field.setText("cat")
    bar.next()
    bar.previous()
    assert cell(bar) == (3, -1)
    assert bar.note.text() == "Row 3: in the cut part."
    bar.next()
    assert bar.note.text() == ""


def test_case_and_whole_words_search_again(qtbot, bar):
    bar.field.setText("cat")
    bar.next()
    qtbot.mouseClick(bar.match_case, Qt.MouseButton.LeftButton)
    assert bar.count.text() == "1 of 3"
    qtbot.mouseClick(bar.match_case, Qt.MouseButton.LeftButton)
    bar.field.setText("at")
    bar.next()
    assert bar.count.text() == "1 of 5"
    qtbot.mouseClick(bar.whole_word, Qt.MouseButton.LeftButton)
    assert bar.note.text() == "No row holds “at”. 5 rows were searched."
    assert bar.count.text() == "no hit"
    assert not bar.next_button.isEnabled()


def test_nothing_found_is_a_sentence(bar):
    bar.field.setText("kitten")
    bar.next()
    assert bar.note.text() == "No row holds “kitten”. 5 rows were searched."
    bar.field.setText("")
    bar.next()
    assert bar.note.text() == ""
    assert bar.count.text() == ""


def test_all_rows_of_hits_are_marked(qtbot, bar):
    bar._mark_all()
    assert bar.controller.view.marked is None
    bar.field.setText("cat")
    bar.next()
    qtbot.mouseClick(bar.mark_all, Qt.MouseButton.LeftButton)
    assert bar.controller.view.marked.rows.tolist() == [0, 3]
    assert bar.controller.view.marked.words == "rows with “cat”"


def test_what_is_no_number_is_said(qtbot, showing):
    bar = opened(qtbot, showing({"x": [[1, 2], [7, 9, 3]]}, {"x": "sequence"}, maxlen=2))
    bar.field.setText("cat")
    bar.next()
    assert (
        bar.note.text()
        == "“cat” is no number. Look for a number, a range such as 3..7 or >5, nan or missing."
    )
    bar.field.setText(">2")
    bar.next()
    assert (cell(bar), bar.count.text(), bar.note.text()) == ((1, 0), "1 of 3", "")


def test_a_row_that_the_filter_leaves_out_is_said(bar):
    bar.controller.look(keep=RowFilter(longest=3))
    bar.field.setText("more")
    bar.next()
    assert bar.note.text() == "Row 3 is left out by the filter."


def test_another_padding_keeps_the_hits_and_another_column_searches_again(qtbot, showing, put):
    bar = opened(qtbot, showing({"x": [[1, 5], [], [5]]}, {"x": "sequence"}, maxlen=3))
    bar.field.setText("5")
    bar.next()
    assert cell(bar) == (0, 1)
    assert bar.controller.set_choice("Padding pre", padding="pre")
    assert bar.count.text() == "1 of 2"
    bar.next()
    bar.previous()
    assert cell(bar) == (0, bar.controller.plan.block("x", [0]).array[0].tolist().index(5)) == (0, 2)
    put(bar.controller, {"x": [[5]] * 7}, {"x": "sequence"}, maxlen=4)
    assert bar.count.text() == "– of 7"
    bar.next()
    assert cell(bar) == (0, 0)


def test_going_to_a_row(qtbot, bar):
    bar.ask_for_row()
    qtbot.waitUntil(bar.row.hasFocus)
    with qtbot.waitSignal(bar.row_asked) as said:
        QTest.keyClicks(bar.row, "3")
        QTest.keyClick(bar.row, Qt.Key.Key_Return)
    assert said.args == [3]
    assert cell(bar)[0] == 3
    for wrong in ("5", "-1", "x", "9" * 30):
        bar.row.setText(wrong)
        QTest.keyClick(bar.row, Qt.Key.Key_Return)
        assert bar.note.text() == "Rows go from 0 to 4."
        assert cell(bar)[0] == 3


def test_escape_stops_and_then_closes(qtbot, showing, monkeypatch):
    monkeypatch.setattr("padviewer.core.rows.find._TextSearch.piece", 4)
    monkeypatch.setattr(search, "SECONDS", 0)
    bar = opened(qtbot, showing({"t": ["cat "] * 500}, {"t": "sequence"}, jobs=Jobs(), maxlen=4))
    bar.field.setText("cat")
    bar.next()
    qtbot.waitUntil(lambda: len(bar.finder.rows) > 0)
    assert bar.cancel.isVisible()
    bar.grab()  # with its line of progress
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.finder.is_running
    searched = bar.finder.searched
    assert 0 < searched < 500
    rows = "1 row was searched." if searched == 1 else f"{searched} rows were searched."
    assert bar.note.text() == f"The search was stopped. {rows}"
    assert bar.count.text().endswith("+")
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_too_many_hits_are_said(qtbot, showing, monkeypatch):
    monkeypatch.setattr("padviewer.core.rows.find._TextSearch.piece", 4)
    monkeypatch.setattr(search, "SECONDS", 0)
    for one in (module, finding):
        monkeypatch.setattr(one, "MOST_HITS", 3)
    bar = opened(qtbot, showing({"t": ["cat "] * 9}, {"t": "sequence"}, maxlen=4))
    bar.field.setText("cat")
    bar.next()
    assert bar._end_words() == "The search ended at 3 hits. 3 rows were searched."


def test_before_a_file(qtbot, showing, put):
    controller = showing({"x": [[1]]}, {"x": "sequence"}, maxlen=1)
    bar = opened(qtbot, controller)
    controller._show_plan(None)
    assert not bar.field.isEnabled()
    assert bar.field.placeholderText() == "Open a file to find a word."
    bar._go_to_row()
    assert bar.note.text() == "There is no row to go to."
    put(controller, {"x": [[1]]}, {"x": "sequence"}, maxlen=1)
    assert bar.field.placeholderText() == "Find in x"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_has_a_name_and_room(qapp, bar, theme):
    look.apply(qapp, look.Theme(theme, Fonts()))
    bar.grab()
    for widget in (
        bar.field,
        bar.previous_button,
        bar.next_button,
        bar.match_case,
        bar.whole_word,
        bar.mark_all,
    ):
        assert widget.accessibleName()
        assert widget.height() >= 24
        assert widget.width() >= 24
    assert bar.close_button.geometry().right() < 704
    assert bar.field.width() >= 100


def test_the_first_hit_of_a_long_file_is_there_at_once(qtbot, showing):
    """A hit in row 99,999 of 200,000 rows of 50 words is told before the rows behind it are searched."""
    line = " ".join(["lorem"] * 50)
    encoded = line.encode()
    raw = np.frombuffer(encoded * 200_000, np.uint8).copy()
    raw[99_999 * len(encoded) : 99_999 * len(encoded) + 5] = np.frombuffer(b"Found", np.uint8)
    column = Ragged(raw, np.arange(200_001, dtype=np.int64) * len(encoded), True)
    bar = opened(
        qtbot, showing({"x": Ragged(np.arange(200_000), np.arange(200_001))}, {"x": "sequence"}, jobs=Jobs())
    )
    finder = bar.finder
    field = search.Field("t", column, bar.controller.shown)
    finder.clear()
    finder.field, finder.query, finder.is_running = field, module.Query("found"), True
    told = []
    finder.changed.connect(lambda: told.append((finder.rows.tolist(), finder.is_running)))
    finder._go_on()
    qtbot.waitUntil(lambda: len(finder.rows) == 1)
    assert next(one for one in told if one[0]) == ([99_999], True)
    finder.stop()


def test_rows_keep_their_numbers_where_empty_ones_are_left_out(qtbot, bar):
    controller = bar.controller
    recipe = replace(controller.session.recipe, rows=Rows(empty="drop"))
    fitted = fit(recipe, controller.dataset)
    controller._show_plan(resolve(fitted, prepare(fitted, controller.dataset)))
    assert [controller.shown.number(row) for row in range(4)] == [0, 2, 3, 4]
    bar.field.setText("dog")
    bar.next()
    assert cell(bar) == (1, 1)
    bar.field.setText("more")
    bar.next()
    assert cell(bar)[0] == 2
    bar.ask_for_row()
    for number, row in (("4", 3), ("2", 1)):
        bar.row.setText(number)
        QTest.keyClick(bar.row, Qt.Key.Key_Return)
        assert cell(bar)[0] == row
    for number, said in (("1", "Row 1 is empty and left out."), ("5", "Rows go from 0 to 4.")):
        bar.row.setText(number)
        QTest.keyClick(bar.row, Qt.Key.Key_Return)
        assert bar.note.text() == said
