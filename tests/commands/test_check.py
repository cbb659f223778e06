import json

import numpy as np
import pytest

from padviewer.commands.check import facts_of
from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve


def test_findings_and_shapes(ask, lists):
    said = ask("check", lists, "--value", "9", "--maxlen", "2")
    assert list(said) == ["path", "tensors", "model", "findings"]
    assert said["tensors"] == [{"name": "x", "shape": [4, 2], "dtype": "int32"}]
    assert said["model"] is None
    assert {"steps-lost", "fill-collides", "empty-rows"} <= {one["code"] for one in said["findings"]}


def test_an_error_ends_with_one_and_still_answers(run, dense):
    np.save(dense, np.full((2, 3), 0.5))
    ran = run("check", dense, "--dtype", "int32", "--json")
    assert (ran.code, ran.err) == (1, "")
    (finding,) = [one for one in json.loads(ran.out)["findings"] if one["level"] == "error"]
    assert (finding["code"], finding["count"]) == ("lossy-cast", 6)


def test_nothing_to_say(run, dense):
    ran = run("check", dense, "--value", "-1")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Nothing to say.")


def test_a_model_is_checked_by_its_config(run, dense, keras_file, tmp_path):
    model = keras_file(tmp_path / "m.keras")
    ran = run("check", dense, "--model", model, "--json")
    said = json.loads(ran.out)
    assert ran.code == 1
    assert said["model"]["name"] == "tiny"
    assert said["model"]["verdict"] == "Takes (None, 5) float32, gets (3, 4) float64"
    assert "other-size" in {one["code"] for one in said["findings"]}
    text = run("check", dense, "--model", model, "--maxlen", "5", "--value", "-1")
    assert text.code == 0
    assert "tiny\nShapes: fit. Takes (None, 5) float32, gets (3, 5) float64\nPadding: not masked." in text.out
    assert said["model"]["shapes"]["fit"] is False
    assert said["model"]["padding"]["state"] == "not-known"


def plan_of(rows, **choices):
    dataset = Dataset({"x": Ragged.from_lists(rows)})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), dataset)
    return resolve(recipe, prepare(recipe, dataset))


@pytest.mark.parametrize(
    ("rows", "choices", "expected"),
    [
        ([[5, 6], [7]], {}, (0, 7, None)),
        ([[5, 6], [7, 8]], {}, (5, 8, None)),
        ([[5, 9], [7, 8]], {"maxlen": 1}, (5, 7, None)),
        ([[1.0, float("nan")], [2.0]], {"value": -1}, (-1.0, 2.0, False)),
        ([[1.0, 1.5]], {}, (1.0, 1.5, True)),
        ([[1.0], [2.0, 3.0]], {"value": 0.5}, (0.5, 3.0, True)),
        ([[1.0], [2.0, 3.0]], {"value": float("nan")}, (1.0, 3.0, False)),
        ([[1.5], [2.9]], {"dtype": "int32", "lossy": "allow"}, (1, 2, None)),
    ],
)
def test_facts_are_those_of_the_array(rows, choices, expected):
    plan = plan_of(rows, **choices)
    facts = facts_of(plan, "x")
    assert (facts.minimum, facts.maximum, facts.fractional) == expected
    array = plan.block("x", slice(None)).array
    assert facts.shape == array.shape
    assert (facts.minimum, facts.maximum) == (np.nanmin(array), np.nanmax(array))
