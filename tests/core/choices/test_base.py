"""Rows, names and tensors: what can never be valid cannot be built, and a change makes another value."""

import pytest

from padviewer.core import Recipe, Rows, TensorRecipe
from padviewer.core.choices.base import safe_name
from padviewer.core.choices.tensor_recipe import FittedTensor
from padviewer.core.errors import ChoiceError, ContentError


@pytest.mark.parametrize("bounds", [(-1,), (0, 0), (5, 3), (1.5,), (0, 2.5), (True,), ("a",), (0, "b")])
def test_rows_that_can_never_be_are_refused(bounds):
    with pytest.raises(ChoiceError) as caught:
        Rows(*bounds)
    assert caught.value.field == "rows"


@pytest.mark.parametrize("bounds", [(0, None), (2, None), (0, 3), (1, 99), (7, None), (7, 9)])
def test_rows_are_pythons_slices(bounds):
    start, stop = Rows(*bounds).of(5)
    assert list(range(5))[start:stop] == list(range(5))[slice(*bounds)]
    assert 0 <= start <= stop <= 5


@pytest.mark.parametrize(
    "names",
    [
        [], ["recipe"], ["a", "a_mask"], ["a_lengths", "a"], [""], ["a/b"], ["a\\b"],
        [".a"], [".."], ["a\0b"],
    ],
)  # fmt: skip
def test_names_that_an_export_cannot_use_are_refused(names):
    with pytest.raises(ChoiceError) as caught:
        Recipe({name: TensorRecipe() for name in names})
    assert caught.value.field == "tensors"


def test_tensors_are_asked_for_by_name():
    recipe = Recipe({"a": TensorRecipe(), "b": TensorRecipe("a")})
    assert (recipe.column("a"), recipe.column("b")) == ("a", "a")
    with pytest.raises(ContentError, match=r"no tensor “c”\. The tensors are: a, b"):
        recipe["c"]
    with pytest.raises(ContentError):
        recipe.with_tensor("c", maxlen=3)


def test_a_change_makes_another_recipe():
    recipe = Recipe(
        {"a": TensorRecipe(), "b": TensorRecipe()},
        fitted={"a": FittedTensor(TensorRecipe(), (), (3,), "int32", 1)},
    )
    changed = recipe.with_tensor("a", maxlen=3)
    assert changed["a"].maxlen == 3
    assert recipe["a"].maxlen == "max"
    assert changed["b"] is recipe["b"]
    assert changed.fitted == recipe.fitted
    assert changed.unfitted().fitted == {}


@pytest.mark.parametrize("column", ["recipe", ".hidden", "a/b", "a\\b", "...", "", "x", "a\0b"])
def test_a_safe_name_makes_a_recipe(column):
    name = safe_name(column)
    assert Recipe({name: TensorRecipe(column)}).column(name) == (column or name)
    assert safe_name("tokens") == "tokens"
