"""What the table keeps of what it has read."""

from types import SimpleNamespace

import numpy as np
import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.rows.arrange import Arrangement
from padviewer.gui.controller import IN_MEMORY
from padviewer.gui.session.state import Marked, View
from padviewer.gui.views.table import content as table_content
from padviewer.gui.views.table.content import TableContent


@pytest.fixture
def content():
    """The content of a table of 40 rows of 6 numbers, maxlen 4, filled with the edge."""
    data = Dataset({"x": Ragged(np.arange(240), np.arange(41) * 6)}, {"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe("x", maxlen=4, mode="edge")}), data)
    plan = resolve(recipe, prepare(recipe, data))
    controller = SimpleNamespace(
        plan=plan,
        dataset=data,
        shown=plan.of("x"),
        view=View(),
        counting=SimpleNamespace(counts=None, label=None, order=None, arrangement=Arrangement()),
        in_memory=IN_MEMORY,
    )
    made = TableContent(controller, None, lambda: None)
    made.take_plan()
    made.controller = controller
    return made


def test_rows_are_read_with_some_steps_on_both_sides_and_once(content):
    assert content.lacking(content.strips([3]), 2, 1) == [(3, 1, 4)]
    content.fetch(content.strips([3]), 2, 1)
    assert content.lacking(content.strips([3]), 2, 1) == []
    assert content.piece(3).values == [19, 20, 21]
    assert content.lacking(content.strips([3]), 5, 9) == [(3, 0, 6)]
    assert content.piece(4) is None


def test_the_oldest_go_when_there_are_too_many(content, monkeypatch):
    monkeypatch.setattr(table_content, "MOST_PIECES", 3)
    for row in range(5):
        content.fetch(content.strips([row]), 0, 6)
    assert [row for row in range(5) if content.piece(row) is not None] == [2, 3, 4]


def test_marks_widths_and_words(content):
    assert not content.is_marked(3)
    content.controller.view = View(marked=Marked(np.array([1, 3]), "found"))
    assert [row for row in range(40) if content.is_marked(row)] == [1, 3]
    assert (content.rows, content.width, content.most_places) == (40, 4, 4)
    assert content.manner(content.strips([0])).mode == "edge"  # what is repeated is drawn, not the fill
    assert content.sentence(0, 1) == "Row 0, 6 steps, 4 kept. Step 1: 1."
    assert content.sentence(-1, 0) == "No row is selected."
    assert content.label_title == ""


def test_without_a_plan_there_is_nothing(content):
    content.controller.plan = None
    content.take_plan()
    assert (content.rows, content.width, content.strips([]), content.sentence(0, 0)) == (0, 0, [], "")
    content.fetch([], 0, 5)
    assert content.manner([]).fill == ""


def test_what_stands_in_no_memory_is_not_read_for_a_sentence(content):
    content.controller.in_memory = 0
    assert content.sentence(0, 1) == "Row 0, 6 steps, 4 kept. Step 1."
