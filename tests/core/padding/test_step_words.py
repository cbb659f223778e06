"""Steps have the word of the encoder that made them, in the right number."""

import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, Tokenise, Vocabulary, fit, prepare, resolve
from padviewer.core.padding.step_words import unit, units


@pytest.mark.parametrize(
    ("by", "one", "several"),
    [("words", "1 word", "2,000 words"), ("characters", "1 character", "2,000 characters")],
)
def test_steps_have_the_encoder_s_word(by, one, several):
    data = Dataset({"x": Ragged.from_lists(["a b", "c"])}, roles={"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe(transforms=(Tokenise(by), Vocabulary()))}), data)
    own = resolve(recipe, prepare(recipe, data)).of("x")
    assert (units(own, 1), units(own, 2000)) == (one, several)
    assert (unit(own, 1), unit(own)) == (one[2:], several[6:])


def test_steps_without_an_encoder_are_steps():
    data = Dataset({"x": Ragged.from_lists([[1, 1, 1]])}, roles={"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe()}), data)
    own = resolve(recipe, prepare(recipe, data)).of("x")
    assert (units(own, 1), units(own, 2000)) == ("1 step", "2,000 steps")
    assert (unit(own, 1), unit(own, 0)) == ("step", "steps")
