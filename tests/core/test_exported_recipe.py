"""The recipe that comes back out of an export, and exports that hold none."""

import json

import numpy as np
import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, Tokenise, Vocabulary, fit, prepare, resolve
from padviewer.core.errors import ContentError, PathError
from padviewer.core.export import FORMATS, export
from padviewer.core.exported_recipe import load_exported_recipe


def plan_of(*texts):
    dataset = Dataset({"text": Ragged.from_lists(texts)})
    recipe = fit(Recipe({"x": TensorRecipe("text", (Tokenise(), Vocabulary()))}), dataset)
    return resolve(recipe, prepare(recipe, dataset))


@pytest.mark.parametrize("suffix", [*FORMATS, ""])
def test_recipe_comes_back(tmp_path, suffix):
    plan = plan_of("a b c", "b", "")
    out = tmp_path / f"out{suffix}"
    export(plan, out)
    recipe = load_exported_recipe(out)
    assert recipe == plan.recipe
    assert type(recipe) is Recipe
    assert recipe.fitted["x"].transforms[1].words == ("a", "b", "c")


def test_recipe_that_is_not_there(tmp_path):
    with pytest.raises(PathError):
        load_exported_recipe(tmp_path / "none.npz")
    np.save(tmp_path / "x.npy", np.zeros(3))
    for content in (None, b"{", b"[]", b"{}", b'{"format": "padviewer-export"}'):
        if content is not None:
            (tmp_path / "x.npy.padviewer.json").write_bytes(content)
        with pytest.raises(ContentError) as caught:
            load_exported_recipe(tmp_path / "x.npy")
        assert caught.value.code == "no-recipe"


def test_recipe_whose_vocabulary_is_gone(tmp_path):
    export(plan_of("a b c"), tmp_path / "x.npy")
    beside = tmp_path / "x.npy.padviewer.json"
    document = json.loads(beside.read_text())
    beside.write_text(json.dumps({**document, "attachments": None}))
    with pytest.raises(ContentError) as caught:
        load_exported_recipe(tmp_path / "x.npy")
    assert caught.value.code == "bad-recipe"
