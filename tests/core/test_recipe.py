"""A recipe proposed for a column has what the column needs, and every step on its way keeps its class."""

from dataclasses import dataclass

import numpy as np
import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, Tokenise, Vocabulary, fit
from padviewer.core.errors import ContentError
from padviewer.core.recipe import default_transforms, propose

TEXTS = Ragged.from_lists(["a b"])
LISTS = Ragged.from_lists([["a"]])
NUMBERS = Ragged.from_lists([[1]])
CATEGORIES = Ragged(np.array([0], np.int32), np.array([0, 1]), dictionary=("x",))


@pytest.mark.parametrize(
    ("column", "transforms"),
    [
        (TEXTS, (Tokenise(), Vocabulary())),
        (LISTS, (Vocabulary(),)),
        (CATEGORIES, (Vocabulary(),)),
        (NUMBERS, ()),
    ],
)
def test_a_proposed_recipe_has_what_the_column_needs(column, transforms):
    assert default_transforms(column) == transforms
    assert propose(Dataset({"a/b": column})) == Recipe({"a_b": TensorRecipe("a/b", transforms)})


def test_a_recipe_is_proposed_for_the_column_asked_for():
    dataset = Dataset({"x": NUMBERS, "y": TEXTS, "n": Ragged.from_lists([1])})
    assert propose(dataset).tensors.keys() == {"x"}
    assert propose(dataset, "y").column("y") == "y"
    with pytest.raises(ContentError) as caught:
        propose(dataset, "n")
    assert caught.value.code == "not-a-sequence"
    with pytest.raises(ContentError) as caught:
        propose(dataset, "z")
    assert caught.value.code == "no-such-column"
    with pytest.raises(ContentError) as caught:
        propose(Dataset({"n": Ragged.from_lists([1])}))
    assert caught.value.code == "no-sequence-column"


@dataclass(frozen=True)
class Named(Recipe):
    """A caller's own kind of recipe."""


def test_every_step_on_its_way_keeps_the_class(tmp_path):
    dataset = Dataset({"x": TEXTS})
    fitted = fit(Named({"x": TensorRecipe(transforms=(Tokenise(), Vocabulary()))}), dataset)
    fitted.save(tmp_path / "r.toml")
    for one in (fitted, Named.load(tmp_path / "r.toml")):
        assert one == fitted
        for same in (one, one.with_tensor("x", maxlen=3), one.unfitted()):
            assert type(same) is Named
    assert Recipe.load(tmp_path / "r.toml") == Recipe(fitted.tensors, fitted.rows, fitted.fitted)


def test_a_recipe_runs_from_file_to_file(tmp_path):
    (tmp_path / "x.jsonl").write_text('{"x": [1, 2, 3]}\n{"x": [4]}\n', "utf-8")
    written = Recipe({"x": TensorRecipe(maxlen=2)}).run(tmp_path / "x.jsonl", tmp_path / "o.npz")
    assert written.path == tmp_path / "o.npz"
    with np.load(tmp_path / "o.npz") as arrays:
        assert arrays["x"].tolist() == [[1, 2], [4, 0]]
