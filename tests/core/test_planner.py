from dataclasses import dataclass, replace

import numpy as np
import pytest

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.fitting import fit, fit_transforms, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ContentError
from padviewer.core.padding.plan import resolve
from padviewer.core.planner import NOT_PREPARED, Planner, Request, encodes, wanted_of
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.store.derived import DerivedColumns
from padviewer.core.store.fill import read_into_store
from padviewer.core.store.folder import open_store

WORDS = (Tokenise(), Vocabulary())
RECIPE = Recipe({"text": TensorRecipe(transforms=WORDS), "n": TensorRecipe()})


@dataclass(frozen=True)
class Rows:
    """Rows of a store, as the window knows them."""

    store: str
    rows: int
    generation: str
    complete: bool


@pytest.fixture
def opened(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "a b a", "n": [1]}\n{"text": "c", "n": [2, 3]}\n')
    commit, lease = read_into_store(path)
    source = Rows(str(commit.store), 2, commit.generation, complete=True)
    yield source, open_store(commit.store)
    lease.release()


def answer_to(request):
    """Do what the data child does."""
    fitted = fit_transforms(request.recipe, request.dataset)
    prepare(fitted, request.dataset, DerivedColumns(request.source.store, request.source.rows))
    return fitted


def test_a_plan_is_that_of_the_core(opened):
    source, dataset = opened
    planner = Planner()
    assert planner.is_behind(source)
    assert planner.lacks(RECIPE)
    assert encodes(RECIPE)
    request = Request(RECIPE, source, dataset)
    planner.take(request, answer_to(request))
    assert not planner.is_behind(source)
    assert not planner.lacks(RECIPE)
    plan = planner.plan(RECIPE, dataset.roles)
    fitted = fit(RECIPE, dataset)
    expected = resolve(fitted, prepare(fitted, dataset))
    for name in RECIPE.tensors:
        ours, theirs = plan.block(name, slice(None)), expected.block(name, slice(None))
        np.testing.assert_array_equal(ours.array, theirs.array)
        assert ours.array.dtype == theirs.array.dtype
    again = planner.plan(RECIPE.with_tensor("text", maxlen=1), dataset.roles)
    assert again.of("text").column is plan.of("text").column
    assert again.shape("text") == (2, 1)
    assert planner.plan(RECIPE, dataset.roles).shape("text") == (2, 3)


def test_what_came_fitted_with_a_recipe_is_used_and_left_again(opened):
    source, dataset = opened
    planner = Planner()
    other = Dataset({"text": dataset["text"][1:2], "n": dataset["n"][1:2]})
    fitted = fit(RECIPE, other)
    assert wanted_of(fitted)[0] != wanted_of(RECIPE)[0]
    for recipe in (RECIPE, fitted):
        request = Request(recipe, source, dataset)
        planner.take(request, answer_to(request))
    assert planner.plan(RECIPE, dataset.roles).block("text", [1]).array.tolist() == [[3, 0, 0]]
    assert planner.plan(fitted, dataset.roles).block("text", [1]).array.tolist() == [[1]]
    assert planner.plan(RECIPE, dataset.roles).block("text", [1]).array.tolist() == [[3, 0, 0]]


def test_the_windows_thread_prepares_nothing(opened):
    source, dataset = opened
    planner = Planner()
    request = Request(RECIPE, source, dataset)
    planner.take(request, fit_transforms(RECIPE, dataset))
    with pytest.raises(ContentError) as caught:
        planner.plan(RECIPE, dataset.roles)
    assert caught.value.code == NOT_PREPARED


def test_other_rows_forget_and_the_same_rows_keep(opened):
    source, dataset = opened
    planner = Planner()
    request = Request(RECIPE, source, dataset)
    planner.take(request, answer_to(request))
    planner.rebase(replace(source, complete=False), dataset)
    assert not planner.lacks(RECIPE)
    for other in (replace(source, rows=1), replace(source, generation="g7"), replace(source, store="/x")):
        assert planner.is_behind(other)
        assert not request.is_same(replace(request, source=other))
    assert not request.is_same(None)
    assert request.is_same(replace(request, source=replace(source, complete=False)))
    planner.rebase(replace(source, rows=1), dataset.rows(0, 1))
    assert planner.lacks(RECIPE)
    planner.forget()
    assert planner.is_behind(source)
