"""The strip and the status line in words: the selected row and the cell under the mouse."""

import pytest

from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.views.common.strip import RowStrip
from padviewer.gui.views.common.words import RowWords

ROWS = {"x": [[10, 20, 30], [40], []]}


class Later(Jobs):
    """Keeps what is submitted until it is asked to run."""

    def __init__(self):
        super().__init__(synchronous=True)
        self.kept = None

    def submit(self, channel, function, done, failed=None, **_more):
        if self.kept is None:
            super().submit(channel, function, done, failed)
        else:
            self.kept.append((channel, lambda: done(function(None))))


@pytest.fixture
def make(qtbot, showing):
    def made(jobs=None, **choice):
        controller = showing(ROWS, {"x": "sequence"}, jobs, **choice)
        strip = RowStrip()
        qtbot.addWidget(strip)
        words = RowWords(controller, strip)
        words.told = []
        words.changed.connect(words.told.append)
        controller.view_changed.connect(lambda _old, _new: words.tell_row())
        words.tell_row()
        return controller, strip, words

    return made


def test_at_first_it_says_what_to_do(make):
    _, strip, words = make()
    assert strip._row.head == "Row"
    assert strip._row.note == "Select a cell to read its row."
    assert words.read_out == ""


def test_the_selected_cell_in_words(make):
    controller, strip, words = make()
    controller.select(0, 1)
    assert (strip._row.head, strip._row.selected) == ("Row 0", 1)
    assert words.read_out == "row 0 · step 1 · value 20 · real"
    controller.select(1, 2)
    assert words.read_out == "row 1 · position 2 · padding · value 0"
    assert words.told[-1] == words.read_out == strip._read_out


def test_under_the_mouse_comes_first_and_the_selected_cell_comes_back(make):
    controller, strip, words = make()
    controller.select(0, 0)
    assert not words.is_hovering
    words.hover(1, 0)
    assert words.is_hovering
    assert words.read_out == "row 1 · step 0 · value 40 · real"
    assert strip._row.head == "Row 0"  # the row stays the selected one
    words.hover(-1, -1)
    assert words.read_out == "row 0 · step 0 · value 10 · real"


@pytest.mark.parametrize("cell", [(3, 0), (0, 3), (99, 99), (0, -1)])
def test_a_cell_that_is_not_there_is_nothing(make, cell):
    _, _, words = make()
    words.hover(*cell)
    assert words.read_out == ""


def test_a_step_beyond_a_narrower_tensor_shows_the_last_one(make):
    controller, strip, words = make(maxlen=2)
    controller.select(0, 2)
    assert strip._row.selected == 1
    assert words.read_out == ""


def test_without_a_plan_there_is_nothing(make):
    controller, strip, words = make()
    controller.select(0, 0)
    controller._show_plan(None)
    words.tell_row()
    assert strip._row is None
    assert words.read_out == ""


def test_what_does_not_answer_from_memory_is_read_in_jobs(make):
    """Row and cell have a channel each, and the words come when the answer comes."""
    jobs = Later()
    controller, strip, words = make(jobs)
    controller.in_memory = 0
    jobs.kept = []
    controller.select(0, 2)
    assert [channel for channel, _ in jobs.kept] == ["row", "cell"]
    assert words.read_out == ""
    for _, finish in jobs.kept:
        finish()
    assert strip._row.head == "Row 0"
    assert words.read_out == "row 0 · step 2 · value 30 · real"
    jobs.kept = None
