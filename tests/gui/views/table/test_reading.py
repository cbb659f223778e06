"""What the table says of a row, against the plan's own block and the lists that were put in."""

from types import SimpleNamespace

import numpy as np
import pytest

from padviewer.core.choices.clean import Fill
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.controller import IN_MEMORY
from padviewer.gui.session.state import View
from padviewer.gui.views.table import reading as module
from padviewer.gui.views.table.reading import (
    Piece,
    Reader,
    TableContent,
    as_tsv,
    beside_text,
    read_all,
    strips_of,
)


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


ROWS = [[11, 12], [21, 22, 23, 24, 25, 26, 27], [], [31, 32, 33, 34], [41, 42, 43, 44, 45]]


@pytest.mark.parametrize("padding", ["pre", "post", "both"])
@pytest.mark.parametrize("truncating", ["pre", "post", "middle"])
def test_a_strip_holds_the_tensors_row_and_all_that_was_cut(padding, truncating):
    plan, own, _ = planned(ROWS, padding=padding, truncating=truncating, maxlen=4)
    array = plan.block("x", slice(None)).array.tolist()
    for strip, values in zip(strips_of(own, np.arange(5)), ROWS, strict=True):
        line = strip.places
        columns, steps = (call(np.arange(line.total)).tolist() for call in (line.columns, line.steps))
        kept = [place for place, column in enumerate(columns) if column >= 0]
        assert [0 if steps[at] < 0 else values[steps[at]] for at in kept] == array[strip.row]
        assert [columns[at] for at in kept] == [line.column(at) for at in kept] == list(range(4))
        assert [line.place(column) for column in range(4)] == kept
        assert [step for step in steps if step >= 0] == list(range(len(values)))
        assert columns.count(-1) == line.total - 4 == line.cut


@pytest.mark.parametrize("mode", ["edge", "reflect", "symmetric", "wrap"])
def test_padding_repeats_the_steps_that_numpy_repeats(mode):
    own = planned([[10, 11, 12]], padding="both", maxlen=8, mode=mode)[1]
    (strip,) = strips_of(own, np.arange(1))
    wanted = np.pad(np.arange(3), (2, 3), mode=mode).tolist()
    assert [strip.repeated_step(place, mode) for place in range(8)] == wanted
    assert strip.repeated_step(0, "constant") == -1


def test_values_and_what_is_missing():
    reader = reader_of([[1.25, None, -1234567.0], [0.5]], maxlen=2)
    piece = reader.read(0, 0, 3)
    assert [piece.text(step) for step in range(3)] == ["1.25", "NaN", "−1.23e6"]
    assert [piece.is_missing(step) for step in range(3)] == [False, True, False]
    part = reader.read(0, 2, 3)
    assert (part.first, part.text(2), part.covers(2, 3), part.covers(1, 3)) == (2, "−1.23e6", True, False)
    assert part.covers(5, 5)
    gaps = reader_of([[1, None], [3]], maxlen=2, dtype="float32").read(0, 0, 2)
    assert (gaps.text(0), gaps.text(1), gaps.is_missing(1)) == ("1", "missing", True)


def test_inner_axes_show_the_chosen_index_and_nested_rows_their_first_values():
    inner = Ragged(np.arange(12).reshape(3, 4), np.array([0, 1, 3]))
    assert reader_of(inner, (2,), maxlen=2).read(1, 0, 2).values == [6, 10]
    assert reader_of(inner, maxlen=2).read(1, 1, 2).values == [8]
    deep = reader_of([[[1], [2, 3, 4, 5, 6]], [[7]]], maxlen=(2, 3)).read(0, 0, 2)
    assert [deep.text(0), deep.text(1)] == ["[1]", "[2 3 4 5 …]"]


def test_ids_are_shown_as_words_and_unknown_ones_as_the_source_has_them():
    words = (Tokenise(), Vocabulary())
    reader = reader_of(["the cat\nsat", "", "a cat"], transforms=words, maxlen=2)
    assert reader.read(0, 0, 3).values == ["the", "cat", "sat"]
    assert [reader.read(0, 1, 3).id_text(step) for step in (1, 2)] == ["2", "3"]
    known = (Tokenise(), Vocabulary(words=("the", "cat")))
    assert reader_of(["the kitten cat", "a"], transforms=known, maxlen=2).read(0, 1, 3).values == [
        "kitten",
        "cat",
    ]
    listed = reader_of([["a", "b"], ["c"]], transforms=(Vocabulary(words=("a",)),), maxlen=2)
    assert listed.read(0, 0, 2).values == ["a", "b"]
    letters = reader_of(["a b"], transforms=(Tokenise("characters"), Vocabulary()), maxlen=2).read(0, 0, 3)
    assert [letters.text(step) for step in range(3)] == ["a", "␣", "b"]


def test_a_long_text_is_not_read_for_one_unknown_word(monkeypatch):
    monkeypatch.setattr(module, "_SMALL_TEXT", 4)
    known = (Tokenise(), Vocabulary(words=("the",)))
    assert reader_of(["the cat"], transforms=known, maxlen=2).read(0, 0, 2).values == ["the", "?"]


def test_readers_are_alike_where_the_column_is_the_same():
    plan, own, source = planned([[1, 2], [3]], maxlen=2)
    one = Reader.of(plan, own, source, ())
    assert one.is_like(Reader.of(plan, own, source, ()))
    assert not one.is_like(None)
    assert not one.is_like(reader_of([[1, 2], [3]], maxlen=2))


def test_reading_stops_when_nobody_wants_it():
    reader = reader_of([[1, 2], [3], [4]], maxlen=2)
    asked = iter([False, True])
    found = read_all(reader, [(0, 0, 2), (2, 0, 1)], lambda: next(asked))
    assert {row: piece.values for row, piece in found.items()} == {0: [1, 2]}
    assert read_all(reader, [(2, 0, 1)])[2].values == [4]


def test_rows_are_copied_in_full():
    label = Ragged.from_lists([3, 1])
    reader = reader_of([[1.123456789, None], [2.0]], maxlen=1)
    assert as_tsv(reader, np.array([1, 0]), label) == "1\t1\t1\t1\t2.0\n0\t2\t1\t3\t1.123456789\tNaN\n"
    texts = reader_of(["a\tb  c", ""], transforms=(Fill("x"), Tokenise(), Vocabulary()), maxlen=2)
    assert as_tsv(texts, np.array([0]), None) == "0\t3\t2\ta b c\n"
    assert as_tsv(texts, np.array([], np.int64), None) == ""
    deep = reader_of([[[1], [2, 3]]], maxlen=(2, 2))
    assert as_tsv(deep, np.array([0]), None) == "0\t2\t2\t1\t2 3\n"


def test_too_much_is_not_copied(monkeypatch):
    monkeypatch.setattr(module, "MOST_COPIED", 4)
    reader = reader_of([[1, 2], [3], [4]], maxlen=2)
    assert as_tsv(reader, np.array([1, 2]), None).count("\n") == 2
    with pytest.raises(ContentError, match="Not copied, 2 rows: more than 4 steps"):
        as_tsv(reader, np.array([0, 1]), None)


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
