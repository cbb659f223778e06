"""What the table keeps of what it has read, and says of it."""

from types import SimpleNamespace

import numpy as np
import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.rows.steps import Reader
from padviewer.gui.controller import IN_MEMORY
from padviewer.gui.session.state import View
from padviewer.gui.views.table import reading as module
from padviewer.gui.views.table.reading import Piece, TableContent, beside_text, read_all


def planned(column, **choice):
    data = Dataset(
        {"x": Ragged.from_lists(column) if isinstance(column, list) else column}, {"x": "sequence"}
    )
    recipe = fit(Recipe({"x": TensorRecipe("x", **choice)}), data)
    plan = resolve(recipe, prepare(recipe, data))
    return plan, plan.of("x"), data["x"]


def reader_of(column, at=(), **choice):
    plan, own, source = planned(column, **choice)
    return Reader.of(plan, own, source, at)


def test_values_and_what_is_missing():
    reader = reader_of([[1.25, None, -1234567.0], [0.5]], maxlen=2)
    piece = read_all(reader, (), [(0, 0, 3)])[0]
    assert [piece.text(step) for step in range(3)] == ["1.25", "NaN", "−1.23e6"]
    assert [piece.is_missing(step) for step in range(3)] == [False, True, False]
    part = read_all(reader, (), [(0, 2, 3)])[0]
    assert (part.first, part.text(2), part.covers(2, 3), part.covers(1, 3)) == (2, "−1.23e6", True, False)
    assert part.covers(5, 5)
    gaps = read_all(reader_of([[1, None], [3]], maxlen=2, dtype="float32"), (), [(0, 0, 2)])[0]
    assert (gaps.text(0), gaps.text(1), gaps.is_missing(1)) == ("1", "missing", True)


def test_reading_stops_when_nobody_wants_it():
    reader = reader_of([[1, 2], [3], [4]], maxlen=2)
    asked = iter([False, True])
    found = read_all(reader, (), [(0, 0, 2), (2, 0, 1)], lambda: next(asked))
    assert {row: piece.values for row, piece in found.items()} == {0: [1, 2]}
    assert read_all(reader, (), [(2, 0, 1)])[2].values == [4]


def test_nested_rows_show_their_first_values():
    deep = read_all(reader_of([[[1], [2, 3, 4, 5, 6]], [[7]]], maxlen=(2, 3)), (), [(0, 0, 2)])[0]
    assert [deep.text(0), deep.text(1)] == ["[1]", "[2 3 4 5 …]"]


def test_a_piece_says_blank_text_as_a_sign():
    assert Piece(0, [" \n"]).text(0) == "␣"


def test_what_other_columns_hold_of_a_row():
    assert [beside_text(Ragged.from_lists([1.5, None]), row) for row in range(3)] == ["1.5", "NaN", ""]
    assert [beside_text(Ragged.from_lists(["a b", ""]), row) for row in range(2)] == ["a b", "–"]
    assert beside_text(Ragged.from_lists([[1, 2], []]), 0) == "1 2"
    assert beside_text(Ragged.from_lists([[1, 2], []]), 1) == ""
    assert beside_text(Ragged.from_lists([["x", "y"]]), 0) == "x y"
    long = beside_text(Ragged.from_lists([list(range(100))]), 0)
    assert long == " ".join(map(str, range(module.MOST_BESIDE))) + " …"
    assert beside_text(Ragged(np.arange(4).reshape(2, 2)), 1) == "[2 3]"


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
        counting=SimpleNamespace(counts=None, label=None),
        in_memory=IN_MEMORY,
    )
    made = TableContent(controller, None)
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
    monkeypatch.setattr(module, "MOST_PIECES", 3)
    for row in range(5):
        content.fetch(content.strips([row]), 0, 6)
    assert [row for row in range(5) if content.piece(row) is not None] == [2, 3, 4]


def test_a_row_in_words(content):
    assert content.most_places == 4
    assert content.sentence(0, 1) == "Row 0, 6 steps, 4 kept. Step 1: 1."
    assert content.sentence(-1, 0) == "No row is selected."
    assert content.label_title == ""
    assert content.steps_said(1) == "6 7 8 9 10 11"
    content.controller.counting.label = Ragged.from_lists(["cat"] * 40)
    assert content.sentence(3, -1) == "Row 3, 6 steps, 4 kept.  cat."


def test_without_a_plan_there_is_nothing(content):
    content.controller.plan = None
    assert content.take_plan()
    assert (content.strips([]), content.sentence(0, 0), content.most_places) == ([], "", 0)
    content.fetch([], 0, 5)


def test_what_stands_in_no_memory_is_not_read_for_a_sentence(content):
    content.controller.in_memory = 0
    assert content.sentence(0, 1) == "Row 0, 6 steps, 4 kept. Step 1."
    assert content.steps_said(0) == ""


def test_other_columns_are_read_with_the_steps(content):
    own = content.controller.dataset
    content.controller.dataset = Dataset(
        {**own.data, "name": Ragged.from_lists([f"n{k}" for k in range(40)])}
    )
    content.beside = ("name", "gone")
    assert content.take_plan()
    assert content.beside == ("name",)
    content.fetch(content.strips([7]), 0, 3)
    assert content.piece(7).beside == ("n7",)
    assert not content.take_plan()
