"""The data panel: the file, its columns, and reading it another way."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from padviewer.core.data.column_facts import ColumnFacts
from padviewer.core.data.ragged import Ragged
from padviewer.gui.panels.data.panel import DataPanel, empty_words, missing_words, span_words, type_words
from tests.gui import accessible


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
    made = DataPanel(controller)
    qtbot.addWidget(made)
    made.resize(264, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"words": "a b c", "ids": [1, 2], "y": 1}\n{"words": "d", "ids": [], "y": 0}\n'
        '{"words": "a", "ids": [4, 5, 6, 7], "y": 1}\n',
        "utf-8",
    )
    return path


def shown(panel):
    return {row.name: row for row in panel._columns._columns}


def test_before_a_file_it_says_so(panel):
    assert panel._name.text() == "No file is open"
    assert not panel._columns.isVisible()
    assert not panel._fold.isVisible()


def test_a_file_is_shown_with_its_columns(panel, controller, qtbot, rows):
    open_file(qtbot, controller, rows)
    assert panel._name.text() == "rows.jsonl"
    assert panel._facts.text() == f"3 rows · {rows.stat().st_size}\u202fB · JSON lines"
    qtbot.waitUntil(lambda: shown(panel)["y"].lengths != "–", timeout=60_000)  # a job counts them
    found = shown(panel)
    assert list(found) == ["words", "ids", "y"]
    assert (found["ids"].lengths, found["ids"].role, found["ids"].tensor) == ("0–4", "sequence", "ids")
    assert (found["ids"].icon, found["ids"].kind) == ("number", "int64")
    assert (found["words"].lengths, found["words"].says, found["words"].icon) == ("–", "Ignored", "text")
    assert (found["y"].lengths, found["y"].role, found["y"].icon) == ("1", "label", "label")
    assert panel._columns.selected_row() == 1


def test_while_it_is_read_the_rows_are_so_far(panel, controller, qtbot, rows):
    from dataclasses import replace

    open_file(qtbot, controller, rows)
    old = controller.session
    controller.session = replace(old, source=replace(old.source, complete=False))
    controller.session_changed.emit(old, controller.session)
    assert panel._facts.text().startswith("3 rows so far · ")


def test_a_click_shows_a_text_column_and_its_encoded_lengths(panel, controller, qtbot, rows):
    open_file(qtbot, controller, rows)
    place = panel._columns.row_rect(0).center().toPoint()
    place.setX(40)
    QTest.mouseClick(panel._columns.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert controller.session.tensor == "words"
    qtbot.waitUntil(lambda: controller.plan is not None and "words" in controller.plan.tensor_plans)
    assert shown(panel)["words"].lengths == "1–3"
    assert shown(panel)["ids"].lengths == "0–4"
    assert panel._columns.selected_row() == 0


def test_a_role_is_handed_over(panel, controller, qtbot, rows):
    open_file(qtbot, controller, rows)
    panel._columns.role_chosen.emit("y", "weight")
    assert controller.session.roles["y"] == "weight"
    assert shown(panel)["y"].says == "Weight"


def test_the_options_of_a_csv_read_it_again(panel, controller, qtbot, tmp_path):
    path = tmp_path / "lines.csv"
    path.write_text("1,2,3\n4,5\n6\n", "utf-8")
    open_file(qtbot, controller, path)
    assert len(controller.dataset) == 3
    assert panel._fold.isVisible()
    assert not panel._fold.is_open()
    panel._fold.set_open(True)
    choices = panel._reading.choices
    assert list(choices) == ["delimiter", "header", "shape", "encoding"]
    assert choices["header"].currentText() == "Guess: no"
    assert choices["delimiter"].currentText() == "Guess: comma"
    choices["header"].setFocus()
    QTest.keyClick(choices["header"], Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: controller.session.source.complete and len(controller.dataset) == 2)
    qtbot.waitUntil(lambda: not controller.work)
    assert controller.session.source.options == {"header": True}
    assert panel._reading.choices["header"].key() == "yes"


def test_a_way_of_reading_that_is_refused_is_taken_back(panel, controller, qtbot, tmp_path):
    path = tmp_path / "ids.npy"
    np.save(path, np.array([[1, 2, 0], [3, 0, 0]]))
    open_file(qtbot, controller, path)
    choice = panel._reading.choices["shape"]
    assert list(panel._reading.choices) == ["shape"]
    choice.set_key("nan-tail")
    with qtbot.waitSignal(controller.work_changed, check_params_cb=lambda: "data" not in controller.work):
        choice.activated.emit(2)  # integers have no NaN
    assert choice.key() == ""
    assert controller.session.source.options == {}


def test_a_column_is_read_as_a_person_says(panel, controller, qtbot, tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("temp,items\n1.5,1 2\nwarm,3\nhot,4 5 6\n2,7\n", "utf-8")
    open_file(qtbot, controller, path)
    assert shown(panel)["temp"].ways
    panel._columns.way_chosen.emit("temp", "numbers")
    qtbot.waitUntil(lambda: bool(controller.session.source.options) and is_ready(controller))
    assert controller.dataset["temp"].kind == "float"
    assert shown(panel)["temp"].way == "numbers"
    assert panel._reading.summary() == "comma · list in a cell · temp"
    choice = panel._reading.choices["column temp"]
    assert (choice.key(), choice.accessibleName()) == ("numbers", "Read “temp” as")
    choice.set_key("")
    choice.activated.emit(0)
    qtbot.waitUntil(lambda: not controller.session.source.options and is_ready(controller))
    assert controller.dataset["temp"].kind == "text"
    assert "column temp" not in panel._reading.choices


def test_what_the_command_line_told_is_shown(panel, controller, qtbot, tmp_path):
    path = tmp_path / "lines.csv"
    path.write_text("1~2~3\n4~5\n6\n", "utf-8")
    controller.open(str(path), {"delimiter": "~", "encoding": "cp866"})
    qtbot.waitUntil(lambda: is_ready(controller))
    choices = panel._reading.choices
    assert (choices["delimiter"].key(), choices["encoding"].currentText()) == ("~", "cp866")


def test_json_lines_have_the_choice_of_a_shape_alone(panel, controller, qtbot, rows):
    open_file(qtbot, controller, rows)
    assert list(panel._reading.choices) == ["shape"]


def test_long_names_fit_and_every_tab_stop_has_a_name(panel, controller, qtbot, tmp_path):
    path = tmp_path / ("clickstream_sessions_of_customers_deduplicated" * 2 + ".csv")
    path.write_text("1,2,3\n4,5\n6\n", "utf-8")
    open_file(qtbot, controller, path)
    panel._fold.set_open(True)
    panel.resize(264, panel.sizeHint().height())
    assert panel._name.is_elided()
    assert panel.minimumSizeHint().width() <= 264
    stops = tab_stops(panel)
    assert len(stops) == 6
    assert all(one.accessibleName() for one in stops)


def test_a_screen_reader_is_told_the_facts_of_every_column(panel, controller, qtbot, tmp_path):
    """Counted by hand: lengths 3, 0, 0, 2; two values missing."""
    path = tmp_path / "rows.json"
    path.write_text('{"x": [[1.5, null, 3], [], [], [null, 2]], "y": [1, 0, 1, 1]}')
    open_file(qtbot, controller, path)
    said = "x, float64, steps: 0–3, sequence x, 2 empty rows, 2 missing"
    qtbot.waitUntil(lambda: said in accessible.items(panel._columns))
    assert accessible.items(panel._columns)[1].startswith("y, int64, steps: 1, label")
    assert accessible.chosen(panel._columns) == [said]


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (Ragged.from_lists([[1], []]), "int64"),
        (Ragged(np.zeros((3, 4, 12), np.float32)), "float32 × 4 × 12"),
        (Ragged.from_lists(["a"]), "text"),
        (Ragged.from_lists([[True]]), "yes or no"),
        (Ragged.from_lists([[[1.5], []], []]), "float64, 2 ragged axes"),
    ],
)
def test_types_in_words(column, words):
    assert type_words(column) == words


def test_facts_in_words():
    assert span_words(None) == "–"
    assert span_words(ColumnFacts(0, 5000)) == "0–5,000"
    assert missing_words(ColumnFacts(missing=1200)) == "1,200 missing"
    assert missing_words(ColumnFacts()) == ""
    assert missing_words(None) == ""
    assert empty_words(ColumnFacts(empty=1)) == "1 empty row"
    assert empty_words(ColumnFacts()) == empty_words(None) == ""
