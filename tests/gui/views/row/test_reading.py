"""A row in words, against the words themselves."""

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.tasks.jobs import JobContext
from padviewer.gui.views.row.reading import MOST_CHARACTERS, RowWish, head_of, place_sentence


def page_of(column, row=0, labels=None, transforms=(), at=(), **choices):
    data = {"x": Ragged.from_lists(column)}
    dataset = Dataset(data, {"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe(transforms=transforms, **choices)}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    label = None if labels is None else Ragged.from_lists(labels)
    return RowWish(plan, "x", row, (0, 99), at, dataset, label).gather(JobContext(lambda *_: None))


def words(column, row=0, **choices):
    return page_of(column, row, transforms=(Tokenise(), Vocabulary()), **choices)


def test_words_over_ids():
    page = words(["b a  b\nc d", "a"], maxlen=3, labels=["good", "bad"])
    assert page.before == ("b", "a", "b", "c", "d")
    assert page.after == ("1", "2", "1", "", "")
    assert page.text == "b a  b\nc d"
    assert page.is_words
    assert head_of(page, "5 words") == ("5 words · 2 cut at the end · label good", True)
    assert place_sentence(page, 1) == "Position 1, step 1, a, in the tensor 2, real."
    assert place_sentence(page, 4) == "Step 4, d, cut: the tensor does not have it."
    assert place_sentence(page, 5) == ""


def test_a_short_row_ends_in_padding():
    page = words(["b a b", "a"], row=1, padding="pre")
    assert page.before == ("", "", "a")
    assert page.after == ("0", "0", "2")
    assert head_of(page, "1 word") == ("1 word · 2 padding", False)
    assert place_sentence(page, 0) == "Position 0, padding, value 0."


def test_every_place_of_a_cut_is_told():
    start = words(["a b c d"], maxlen=2, truncating="pre")
    middle = words(["a b c d"], maxlen=2, truncating="middle")
    assert head_of(start, "4 words")[0] == "4 words · 2 cut at the start"
    assert head_of(middle, "4 words")[0] == "4 words · 2 cut in the middle"


def test_a_word_that_the_vocabulary_lacks():
    page = page_of(["a z"], transforms=(Tokenise(), Vocabulary(words=("a",))))
    assert page.before == ("a", "unknown")


def test_numbers_and_what_is_missing():
    page = page_of([[1.23456, float("nan")], [2.0]])
    assert page.before == ("1.23", "missing")
    assert page.after == ("1.23", "NaN")
    assert page.text == page.label == ""
    assert not page.is_words


def test_padding_on_an_inner_axis():
    page = page_of([[[1, 2], [3]]], at=(1,), maxlen=(2, 2))
    assert place_sentence(page, 1) == "Position 1, step 1, padding on an inner axis, value 0."


def test_a_long_text_is_cut_short():
    page = words(["ab " * 10_000])
    assert (len(page.text), page.characters) == (MOST_CHARACTERS, 30_000)
