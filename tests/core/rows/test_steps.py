"""Steps of rows against the plan's own block and the lists that were put in."""

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
from padviewer.core.rows import steps as module
from padviewer.core.rows.steps import Reader, as_tsv, strips_of


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


def test_inner_axes_show_the_chosen_index():
    inner = Ragged(np.arange(12).reshape(3, 4), np.array([0, 1, 3]))
    assert reader_of(inner, (2,), maxlen=2).read(1, 0, 2)[0] == [6, 10]
    assert reader_of(inner, maxlen=2).read(1, 1, 2)[0] == [8]


def test_ids_are_shown_as_words_and_unknown_ones_as_the_source_has_them():
    words = (Tokenise(), Vocabulary())
    reader = reader_of(["the cat\nsat", "", "a cat"], transforms=words, maxlen=2)
    assert reader.read(0, 0, 3)[0] == ["the", "cat", "sat"]
    assert reader.read(0, 1, 3)[1] == [2, 3]
    known = (Tokenise(), Vocabulary(words=("the", "cat")))
    assert reader_of(["the kitten cat", "a"], transforms=known, maxlen=2).read(0, 1, 3)[0] == [
        "kitten",
        "cat",
    ]
    listed = reader_of([["a", "b"], ["c"]], transforms=(Vocabulary(words=("a",)),), maxlen=2)
    assert listed.read(0, 0, 2)[0] == ["a", "b"]
    letters = reader_of(["a b"], transforms=(Tokenise("characters"), Vocabulary()), maxlen=2).read(0, 0, 3)
    assert letters[0] == ["a", " ", "b"]


def test_a_long_text_is_not_read_for_one_unknown_word(monkeypatch):
    monkeypatch.setattr(module, "_SMALL_TEXT", 4)
    known = (Tokenise(), Vocabulary(words=("the",)))
    assert reader_of(["the cat"], transforms=known, maxlen=2).read(0, 0, 2)[0] == ["the", "?"]


def test_readers_are_alike_where_the_column_is_the_same():
    plan, own, source = planned([[1, 2], [3]], maxlen=2)
    one = Reader.of(plan, own, source, ())
    assert one.is_like(Reader.of(plan, own, source, ()))
    assert not one.is_like(None)
    assert not one.is_like(reader_of([[1, 2], [3]], maxlen=2))


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
