"""The filter with a real controller: what it asks for is what the views show; numpy counts the rows."""

import json

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from padviewer.core.rows.arrange import RowFilter
from padviewer.gui.controller import Controller
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.views.bars.filter import FilterBar

LENGTHS = np.arange(40) % 13
LABELS = np.arange(40) % 3


@pytest.fixture
def controller(qtbot, data_pool, tmp_path):
    path = tmp_path / "rows.jsonl"
    rows = zip(LENGTHS.tolist(), LABELS.tolist(), strict=True)
    path.write_text("".join(json.dumps({"x": [1] * n, "label": y}) + "\n" for n, y in rows))
    made = Controller(data_pool, lambda: None, Jobs(synchronous=True))
    made.open(str(path))
    qtbot.waitUntil(lambda: made.plan is not None and made.session.source.complete and not made.work)
    yield made
    made.shutdown()


@pytest.fixture
def bar(qtbot, controller):
    made = FilterBar(controller)
    qtbot.addWidget(made)
    made.resize(700, 40)
    made.show()
    qtbot.waitExposed(made)
    return made


def types(field, words):
    QTest.keyClicks(field.focusProxy(), words)
    QTest.keyClick(field.focusProxy(), Qt.Key.Key_Return)


def chooses(choice, key):
    choice.setCurrentIndex(choice.findData(key))
    choice.activated.emit(choice.currentIndex())


def test_a_range_of_lengths(bar, controller):
    types(bar.shortest, "5")
    types(bar.longest, "7")
    assert controller.counting.order.tolist() == np.flatnonzero((LENGTHS >= 5) & (LENGTHS <= 7)).tolist()
    assert bar.count.text() == f"{len(controller.counting.order)} of 40 rows"
    bar.clear.click()
    assert controller.counting.order is None
    assert (bar.shortest.text(), bar.count.text(), bar.clear.isVisible()) == ("", "40 rows", False)


@pytest.mark.parametrize("words", ["-1", "1.5", "many", "9" * 20])
def test_no_number_of_steps(bar, controller, words):
    types(bar.shortest, words)
    assert bar.shortest.error() == "A whole number of steps, or nothing."
    assert controller.view.keep == RowFilter()


def test_a_label(bar, controller):
    assert [bar.label.itemText(k) for k in range(bar.label.count())] == [
        "Any label", "0 (14)", "1 (13)", "2 (13)",
    ]  # fmt: skip
    chooses(bar.label, "=2")
    assert controller.counting.order.tolist() == np.flatnonzero(LABELS == 2).tolist()
    chooses(bar.label, "any")
    assert controller.counting.order is None


def test_only_cut_rows_follow_maxlen(bar, controller):
    chooses(bar.kind, "cut")
    assert controller.counting.order.tolist() == []
    controller.set_choice("Maxlen 10", maxlen=10)
    assert controller.counting.order.tolist() == np.flatnonzero(LENGTHS > 10).tolist()
    controller.set_choice("Maxlen 11", maxlen=11)
    assert controller.counting.order.tolist() == np.flatnonzero(LENGTHS > 11).tolist()


def test_only_rows_with_findings(bar, controller, qtbot):
    controller.set_choice("Maxlen 10", maxlen=10)
    chooses(bar.kind, "findings")
    qtbot.waitUntil(lambda: not controller.counting.is_busy)
    named = {row for one in controller.counting.findings if one.level != "info" for row in one.rows}
    assert set(np.flatnonzero(LENGTHS > 10)) <= named
    assert controller.counting.order.tolist() == sorted(named)


def test_only_marked_rows(bar, controller):
    controller.mark(np.array([7, 3, 3]), "two of them")
    assert bar.count.text() == "40 rows · 2 marked: two of them"
    chooses(bar.kind, "marked")
    assert controller.counting.order.tolist() == [3, 7]
    controller.mark(np.array([9]), "another")
    assert controller.counting.order.tolist() == [9]
    bar.clear.click()
    assert controller.view.marked is None
    assert controller.counting.order is None


def test_it_closes(bar, qtbot):
    with qtbot.waitSignal(bar.closed):
        bar.close_button.click()
