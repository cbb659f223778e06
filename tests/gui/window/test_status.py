"""The status bar: facts that fit, what runs, how far it is, and Stop; the facts against sums done by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar

from padviewer.gui.session.state import Work
from padviewer.gui.window.status import StatusBar, StatusFact, status_facts

FACTS = (
    StatusFact("(1319, 96) int32", "t1", mono=True),
    StatusFact("506 kB"),
    StatusFact("52.0 % padding"),
    StatusFact("21 rows cut"),
)


@pytest.fixture
def status(qtbot):
    action = QAction("Stop")
    made = StatusBar(action)
    made.action = action
    made.asked = []
    action.triggered.connect(lambda: made.asked.append(1))
    qtbot.addWidget(made)
    made.resize(1280, 28)
    made.show()
    made.set_facts(FACTS)
    return made


def test_all_facts_where_there_is_room(status):
    assert status.shown_facts() == status.facts() == FACTS
    assert status.height() == 28


def test_the_last_facts_give_way(status):
    status.resize(280, 28)
    QTest.qWait(0)
    shown = status.shown_facts()
    assert 0 < len(shown) < len(FACTS)
    assert shown == FACTS[: len(shown)]
    status.set_work(Work("export", "Writing question_post96.npz"))
    QTest.qWait(0)
    assert len(status.shown_facts()) <= len(shown)


def test_words(status):
    assert status.accessibleName() == "Status"
    status.set_message("Ready")
    assert status.message() == "Ready"
    assert status.accessibleDescription() == "(1319, 96) int32, 506 kB, 52.0 % padding, 21 rows cut. Ready"


def children(interface):
    for index in range(interface.childCount()):
        child = interface.child(index)
        yield child
        yield from children(child)


def test_a_screen_reader_reads_each_fact_and_the_button(status):
    status.set_work(Work("open", "Reading rows.parquet"))
    found = list(children(QAccessible.queryAccessibleInterface(status)))
    names = [one.text(QAccessible.Text.Name) for one in found]
    assert [name for name in names if name in {one.words for one in FACTS}] == [one.words for one in FACTS]
    (button,) = (one for one in found if one.role() == QAccessible.Role.Button)
    assert button.text(QAccessible.Text.Name) == "Stop"
    assert QAccessible.Role.ProgressBar in [one.role() for one in found]


def accents(bar):
    image = bar.grab().toImage()
    middle = image.height() // 2
    return [x for x in range(image.width()) if image.pixelColor(x, middle).name() == "#2b5bd7"]


def test_progress_fills_its_track(status):
    bar = status.findChild(QProgressBar)
    status.set_message("Ready")
    assert not bar.isVisible()
    widths = []
    for share in (0.25, 0.5, 1.0):
        status.set_work(Work("export", "Writing", share))
        widths.append(len(accents(bar)))
    assert widths == pytest.approx([30, 60, 120], abs=4)
    status.set_work(Work("export", "Writing", 7.0))
    assert bar.value() == bar.maximum()
    status.set_work(Work("open", "Reading", None))
    assert (bar.minimum(), bar.maximum()) == (0, 0)  # busy, nobody knows how far


def test_stop_is_there_while_something_runs_and_asks_once(status):
    assert not status.stop.isVisible()
    status.set_work(Work("open", "Reading rows.parquet"))
    assert status.stop.isVisible()
    QTest.mouseClick(status.stop, Qt.MouseButton.LeftButton)
    assert status.asked == [1]
    status.stop.setFocus()
    QTest.keyClick(status.stop, Qt.Key.Key_Space)
    assert status.asked == [1, 1]
    status.set_message("Ready")
    assert not status.stop.isVisible()


def test_a_line_parts_it_from_the_window(status, colour_at):
    assert colour_at(status, 640, 0) == "#E1E4E9"
    assert colour_at(status, 640, 5) == "#F5F6F8"


# -- the facts -------------------------------------------------------------------------------------
LENGTHS = [0, 1, 2, 3, 4, 10]
ROWS = {"x": [[7] * n for n in LENGTHS]}


def words(controller):
    return [one.words for one in status_facts(controller)]


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        # 6 × 10 int32 = 240 bytes, 20 of 60 cells are real
        ({}, ["(6, 10) int32", "240\u202fB", "66.7\u202f% padding", "0 rows cut", "right-padded"]),
        # min(n, 3): 0 + 1 + 2 + 3 + 3 + 3 = 12 of 18 real; the rows of 4 and 10 are cut
        ({"maxlen": 3, "padding": "pre"},
         ["(6, 3) int32", "72\u202fB", "33.3\u202f% padding", "2 rows cut (33.3\u202f%)", "left-padded"]),
        # 16 of 36 cells are real: 0 + 1 + 2 + 3 + 4 + 6; only the row of 10 is cut
        ({"maxlen": 6, "padding": "both"},
         ["(6, 6) int32", "144\u202fB", "55.6\u202f% padding", "1 row cut (16.7\u202f%)",
          "padded on both sides"]),
        ({"maxlen": 10, "dtype": "float64"},
         ["(6, 10) float64", "480\u202fB", "66.7\u202f% padding", "0 rows cut", "right-padded"]),
    ],
)  # fmt: skip
def test_what_a_tensor_is(showing, choice, said):
    controller = showing(ROWS, {"x": "sequence"}, **choice)
    assert words(controller) == [*said, "mask: true = real"]


def test_while_lengths_are_counted_the_cut_rows_are_not_said(showing):
    controller = showing(ROWS, {"x": "sequence"}, maxlen=3)
    controller.counting.counts = None
    assert controller.counting.counts is None
    assert not [one for one in words(controller) if "cut" in one]


def test_before_a_file_and_without_a_tensor(showing):
    controller = showing(ROWS, {"x": "sequence"})
    controller.plan = None
    assert status_facts(controller) == ()
    controller.session = type(controller.session)()
    assert words(controller) == ["Nothing is uploaded. Files are read in a separate process."]
