import pytest

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.fitting import fit
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.recipe import Recipe, Rows, TensorRecipe
from padviewer.gui.session.changes import free_name, looking_at, name_of, with_number, with_recipe, with_role
from padviewer.gui.session.state import Session

DATASET = Dataset(
    {
        "x": Ragged.from_lists([[1], [2, 3]]),
        "text": Ragged.from_lists(["a b", "c"]),
        "x_mask": Ragged.from_lists([[1], [1, 1]]),
        "a/b": Ragged.from_lists([[1], []]),
        "a_b": Ragged.from_lists([[2], []]),
        "y": Ragged.from_lists([0, 1]),
    }
)


@pytest.fixture
def session():
    recipe = fit(Recipe({"x": TensorRecipe(padding=("pre",))}, Rows(0, 2)), DATASET)
    return Session(None, dict(DATASET.roles), recipe, "x")


def test_a_sequence_becomes_a_tensor_with_what_it_needs(session):
    made = with_role(session, DATASET, "text", "sequence")
    assert made.recipe.tensors["text"].transforms == (Tokenise(), Vocabulary())
    assert made.recipe.rows == Rows(0, 2)
    assert set(made.recipe.fitted) == {"x"}
    assert made.tensor == "text"
    again = with_role(made, DATASET, "x", "label")
    assert (list(again.recipe.tensors), dict(again.recipe.fitted), again.tensor) == (["text"], {}, "text")
    assert session.roles["text"] == "ignored"


def test_names_that_would_meet_are_kept_apart(session):
    made = with_role(with_role(session, DATASET, "a/b", "sequence"), DATASET, "a_b", "sequence")
    assert [(name, one.column) for name, one in made.recipe.tensors.items()] == [
        ("x", None),
        ("a_b", "a/b"),
        ("a_b_", "a_b"),
    ]
    assert free_name("c", {}) == "c"
    with pytest.raises(ChoiceError):
        with_role(session, DATASET, "x_mask", "sequence")


@pytest.mark.parametrize(("column", "role"), [("y", "sequence"), ("x", "ignored"), ("absent", "label")])
def test_roles_that_cannot_be(session, column, role):
    with pytest.raises(ContentError):
        with_role(session, DATASET, column, role)


def test_a_column_is_looked_at_beside_the_recipe(session):
    made = looking_at(session, DATASET, "text")
    assert (made.recipe, made.roles) == (session.recipe, session.roles)
    assert (made.looked.column, made.looked.padding, made.looked.maxlen) == ("text", "pre", "max")
    assert list(made.planned.tensors) == [*session.recipe.tensors, made.tensor]
    with pytest.raises(ContentError):
        looking_at(session, DATASET, "y")


def test_a_name_that_would_collide_cannot_be_looked_at(session):
    with pytest.raises(ChoiceError):
        looking_at(session, DATASET, "x_mask")


def test_another_recipe_brings_its_columns(session):
    made = with_recipe(session, DATASET, Recipe({"ids": TensorRecipe("a_b")}))
    assert (made.roles["x"], made.roles["a_b"], made.roles["y"]) == ("ignored", "sequence", "label")
    assert made.tensor == "ids"
    with pytest.raises(ContentError):
        with_recipe(session, DATASET, Recipe({"z": TensorRecipe()}))


def test_a_number_for_maxlen(session):
    assert with_number(session, "x").recipe["x"].maxlen == 1
    assert name_of("/a/b.toml") == "b.toml"
