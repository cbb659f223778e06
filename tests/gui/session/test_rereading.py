"""What holds on when a file is read another way, and which options are asked for."""

import pytest

from padviewer.core import Dataset, Ragged, Reading, Recipe, TensorRecipe, Tokenise, Vocabulary, fit
from padviewer.gui.session.rereading import Before, options_with, state_after
from padviewer.gui.session.state import Session, Source, View

LISTS = Ragged.from_lists([[1, 2], [3]])
TEXTS = Ragged.from_lists(["a b", "c"])
WORDS = (Tokenise(), Vocabulary())


@pytest.mark.parametrize(
    ("options", "changes", "wanted"),
    [
        ({}, {"shape": "unpad"}, {"shape": "unpad"}),
        ({"shape": "unpad", "header": False}, {"shape": None}, {"header": False}),
        ({"columns": {"a": "text"}}, {"columns": {"b": "text"}}, {"columns": {"a": "text", "b": "text"}}),
        ({"columns": {"a": "text"}, "kinds": {}}, {"columns": {"a": None}}, {}),
    ],
)
def test_a_change_leaves_the_other_options(options, changes, wanted):
    assert options_with(options, changes) == wanted


def session_of(data, recipe, options=None):
    source = Source("/t.csv", "t.csv", "/store", len(data), complete=True, options=options or {})
    return Session(source, dict(data.roles), recipe, next(iter(recipe.tensors)))


def test_columns_that_are_still_there_keep_their_choices():
    y = Ragged.from_lists([1.0, 2.0])
    data = Dataset({"x": LISTS, "t": TEXTS, "y": y}, {"x": "sequence", "y": "weight"})
    recipe = fit(Recipe({"x": TensorRecipe(maxlen=1, value=-1), "t": TensorRecipe(None, WORDS)}), data)
    before = Before.of(session_of(data, recipe), View(order="length", row=1, col=0), data)
    now = Dataset({"x": LISTS, "t": LISTS, "y": y})
    options = {"columns": {"t": "numbers"}}
    state = state_after(before, session_of(now, Recipe({"x": TensorRecipe()}), options), now)
    assert state.recipe.tensors == {
        "x": TensorRecipe(maxlen=1, value=-1),
        "t": TensorRecipe(None),  # it holds numbers now: there is nothing to split
    }
    assert set(state.recipe.fitted) == {"x"}
    assert state.recipe.reading == Reading(columns={"t": "numbers"})
    assert state.roles == {"x": "sequence", "y": "weight"}
    assert (state.tensor, state.view.order, state.view.row) == ("x", "length", -1)


def test_what_is_new_comes_first_and_what_is_gone_is_gone():
    data = Dataset({"x": LISTS, "t": TEXTS})
    recipe = Recipe({"t": TensorRecipe(None, WORDS), "x": TensorRecipe(maxlen=1)})
    before = Before.of(session_of(data, recipe), View(), data)
    now = Dataset({"x": LISTS, "t": Ragged.from_lists([1.5, 2.5]), "both": LISTS})
    state = state_after(before, session_of(now, Recipe({"both": TensorRecipe()})), now)
    assert state.recipe.tensors == {"both": TensorRecipe(), "x": TensorRecipe(maxlen=1)}
    assert (state.tensor, state.view.order) == ("both", "file")
    gone = Dataset({"other": LISTS})
    assert state_after(before, session_of(gone, Recipe({"other": TensorRecipe()})), gone) is None


def test_nothing_holds_on_where_lines_become_rows():
    data = Dataset({"user": TEXTS, "x": LISTS})
    before = Before.of(session_of(data, Recipe({"user": TensorRecipe(None, WORDS)})), View(), data)
    now = session_of(data, Recipe({"x": TensorRecipe()}), {"long": "user"})
    assert state_after(before, now, data) is None
    again = Before.of(now, View(), data)
    assert state_after(again, session_of(data, Recipe({"x": TensorRecipe()})), data) is None
    assert state_after(again, now, data).tensor == "x"
