"""The findings of a real file through the real controller: shown, counted, remedied, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.core.finding import Finding
from padviewer.gui.panels.findings.cards import FindingsList
from padviewer.gui.panels.findings.panel import FindingsPanel, split_sentence
from padviewer.gui.tasks.model_link import ModelState
from padviewer.gui.widgets.labels import ElidedLabel


@pytest.fixture
def panel(qtbot, controller):
    made = FindingsPanel(controller)
    qtbot.addWidget(made)
    made.resize(312, 500)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def settle(qtbot, controller, panel=None):
    """Wait until the findings of the whole file are counted, and remedies are tried."""

    def ready():
        source = controller.session.source
        if source is None or not source.complete or controller.counting.is_busy:
            return False
        return panel is None or not panel.trying

    qtbot.waitUntil(ready, timeout=60_000)


def opened(qtbot, controller, tmp_path, text):
    path = tmp_path / "rows.json"
    path.write_text(text)
    controller.open(str(path))
    settle(qtbot, controller)


def by_code(panel, code):
    (found,) = [one for one in panel.shown() if one.key.split()[0] == code]
    return found


def labels(panel):
    return [one.text() for one in panel.findChildren(ElidedLabel)]


def links(finding):
    return [words for _, words in finding.links]


def test_before_a_file_there_is_nothing(panel):
    assert panel.shown() == ()
    assert panel.findChild(FindingsList).accessibleDescription() == ""
    panel.show_next()


def test_a_column_of_odd_cells_is_read_as_numbers_by_a_click(qtbot, controller, panel, tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("temp,items\n1.5,1 2\nwarm,3\nhot,4 5 6\n2,7\n")
    controller.open(str(path))
    settle(qtbot, controller, panel)
    assert controller.dataset["temp"].kind == "text"
    found = by_code(panel, "odd-cells")
    assert links(found) == ["Show rows", "Read as numbers, the rest missing"]
    panel._list.remedy_clicked.emit(found, found.remedies[0].key)
    qtbot.waitUntil(lambda: bool(controller.session.source.options))
    settle(qtbot, controller, panel)
    assert controller.dataset["temp"].kind == "float"
    assert [one.key.split()[0] for one in panel.shown()] == []


def test_nothing_to_report(qtbot, controller, panel, tmp_path):
    opened(qtbot, controller, tmp_path, "[[1, 2], [3]]")
    assert panel.findChild(FindingsList).accessibleDescription() == "Nothing to report for 2 rows."


def test_a_remedy_is_one_step_of_undo(qtbot, controller, panel, tmp_path):
    opened(qtbot, controller, tmp_path, "[[1, 2, 3], [4], [5, 6]]")
    controller.set_choice("Maxlen 2", maxlen=2)
    assert "Counting …" in labels(panel)
    settle(qtbot, controller)
    assert "Counting …" not in labels(panel)
    settle(qtbot, controller, panel)
    lost = by_code(panel, "steps-lost")
    assert (lost.level, lost.title) == ("warning", "1 row of “x” loses 1 step at its end")
    assert links(lost) == ["Show row", "Maxlen 3"]
    panel.show_next()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, controller)
    assert controller.history.undo_name == "Maxlen 3"
    assert controller.plan.shape(controller.session.tensor) == (3, 3)
    assert panel.shown() == ()
    controller.undo()
    settle(qtbot, controller)
    assert controller.plan.shape(controller.session.tensor) == (3, 2)


def test_the_rows_of_a_finding_are_shown(qtbot, controller, panel, tmp_path):
    opened(qtbot, controller, tmp_path, "[[1], [2, 3], [4, 5, 6], [7, 8]]")
    controller.set_choice("Maxlen 1", maxlen=1)
    settle(qtbot, controller)
    panel.show_next()
    with qtbot.waitSignal(panel.rows_shown) as shown:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert shown.args == [(1, 2, 3)]
    assert (controller.view.row, controller.view.col) == (1, 0)


def test_filling_what_is_missing_goes_through_the_data_child(qtbot, controller, panel, tmp_path):
    opened(qtbot, controller, tmp_path, "[[1.5, NaN], [2.5]]")
    controller.set_choice("Fill value 9", value=9)
    settle(qtbot, controller, panel)
    nan = by_code(panel, "nan")
    assert links(nan) == ["Show row", "Fill with 0"]
    panel.findChild(FindingsList).remedy_clicked.emit(nan, "fill")
    qtbot.waitUntil(lambda: bool(controller.plan.recipe.fitted[controller.session.tensor].transforms))
    settle(qtbot, controller)
    assert controller.history.undo_name == "Fill with 0"
    assert controller.plan.block(controller.session.tensor, slice(None)).array.tolist() == [
        [1.5, 0],
        [2.5, 9],
    ]
    assert "nan" not in {one.key.split()[0] for one in panel.shown()}


def test_the_models_findings_stand_among_them_most_serious_first(qtbot, controller, panel, tmp_path):
    opened(qtbot, controller, tmp_path, "[[1], [2, 3]]")
    controller.set_choice("Maxlen 1", maxlen=1)
    settle(qtbot, controller)
    error = Finding("error", "negative-id", "x holds ids from −1.", where="x", remedy="Use ids from 0 on.")
    controller.model.state = ModelState(findings=(error,))
    controller.model.changed.emit()
    first, second = panel.shown()
    assert (first.level, first.title, first.detail) == ("error", "x holds ids from −1", "Use ids from 0 on.")
    assert first.links == ()
    assert second.level == "warning"


@pytest.mark.parametrize(
    ("message", "title", "rest"),
    [
        ("One thing.", "One thing", ""),
        ("It is 1.5 × as large. cuDNN cannot.", "It is 1.5 × as large", "cuDNN cannot."),
        ("“a. b” is empty. So what.", "“a. b” is empty", "So what."),
        ("No stop", "No stop", ""),
    ],
)
def test_split_sentence(message, title, rest):
    assert split_sentence(message) == (title, rest)


def test_a_name_in_german_quotes_is_not_split_either():
    said = "3 Zeilen von „a. b“ sind leer. Dort steht nur Padding."
    assert split_sentence(said) == ("3 Zeilen von „a. b“ sind leer", "Dort steht nur Padding.")
