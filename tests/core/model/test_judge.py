"""What a model says of a plan, and which advice it makes useless: a template follows the data."""

import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.checks.lengths import check_lengths
from padviewer.core.model.judge import judged, without_circles
from padviewer.core.model.spec import InputSpec, ModelSpec

THREE = ModelSpec("small", (InputSpec("x", (None, 3), "int32"),))
ANY = ModelSpec("any", (InputSpec("x", (None, None), "int32"),))


def planned(maxlen):
    dataset = Dataset({"x": Ragged.from_lists([[5, 2, 1, 4], [7]])})
    recipe = fit(Recipe({"x": TensorRecipe((), maxlen=maxlen, dtype="int32")}), dataset)
    return resolve(recipe, prepare(recipe, dataset))


def codes(findings):
    return [one.code for one in findings if one.level == "error"]


def test_a_file_takes_its_own_lengths_and_a_template_any():
    assert codes(judged(THREE, planned(3))) == []
    assert codes(judged(THREE, planned("max"))) == ["other-size"]
    assert codes(judged(THREE, planned("max"), follows=True)) == []


@pytest.mark.parametrize(
    ("spec", "said"),
    [(None, "Set maxlen to 4."), (ANY, "Set maxlen to 4."), (THREE, "Keep it: small does not take 4 steps.")],
)
def test_no_maxlen_is_advised_that_the_model_does_not_take(spec, said):
    plan = planned(3)
    (cut,) = without_circles(check_lengths(plan.of("x")), spec, plan)
    assert (cut.code, cut.remedy) == ("steps-lost", said)
