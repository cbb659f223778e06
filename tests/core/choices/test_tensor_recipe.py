"""A choice for a tensor that can never be valid cannot be built, and the error names its field."""

import math

import numpy as np
import pytest

from padviewer.core import Fill, Recipe, TensorRecipe, Tokenise, Vocabulary
from padviewer.core.choices.tensor_recipe import FittedTensor
from padviewer.core.errors import ChoiceError, ContentError

NAN, INF = math.nan, math.inf


@pytest.mark.parametrize(
    ("field", "choices"),
    [
        ("maxlen", {"maxlen": bad})
        for bad in (
            0, -1, 10**12, 2**31, True, False, 2.0, None, "p0", "p00", "p101", "p100.5", "p", "95", "P95",
            "p-5", "p٩٥", "p95 ", "mean", "", (), (3, 0), ("max", "p0"), np.int64(0), b"max",
        )
    ]
    + [("padding", {"padding": bad}) for bad in ("left", "", None, 1, ("pre", "left"), (), [["pre"]])]
    + [("truncating", {"truncating": bad}) for bad in ("both", "", None, (), ("middle", "both"))]
    + [("mode", {"mode": bad}) for bad in ("mean", "Constant", None, (), ("edge", "x"))]
    + [("lossy", {"lossy": bad}) for bad in ("yes", "", True, None, ("refuse", "allow"))]
    + [("multiple_of", {"multiple_of": bad}) for bad in (0, -8, 1.0, True, None, "8", 2**31)]
    + [("value", {"value": bad}) for bad in ("0", None, 1j, [0], (0, 1))]
    + [
        ("value", {"value": value, "dtype": dtype})
        for value, dtype in (
            (NAN, "int32"), (INF, "int64"), (0.5, "int32"), (256, "uint8"), (-1, "uint64"), (2**31, "int32"),
            (2, "bool"), (1e6, "float16"), (1e39, "float32"), (10**400, "float64"), (2**53 + 1, "float64"),
        )
    ]
    + [("dtype", {"dtype": bad}) for bad in ("int", "str", "object", "complex64", "float128", "", "i4")]
    + [("transforms", {"transforms": bad}) for bad in (["fill"], 3, None, (Fill(0), "x"))],
)  # fmt: skip
def test_a_choice_that_can_never_be_valid_names_its_field(field, choices):
    with pytest.raises(ChoiceError) as caught:
        TensorRecipe(**choices)
    assert caught.value.field == field
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    "choices",
    [{"maxlen": good} for good in (1, 2**31 - 1, "max", "p95", "p5", "p05", "p100", "p99.9", "p0.000001")]
    + [{"maxlen": (3, "max")}]
    + [{"value": NAN}, {"value": NAN, "dtype": "float16"}, {"value": -INF, "dtype": "float32"}]
    + [{"value": 255, "dtype": "uint8"}, {"value": True, "dtype": "bool"}, {"value": 0.1, "dtype": "float16"}]
    + [{"padding": ("pre", "both")}, {"multiple_of": 2**31 - 1}, {"transforms": (Tokenise(), Vocabulary())}],
)  # fmt: skip
def test_choices_that_can_be_valid_are_kept(choices):
    recipe = TensorRecipe(**choices)
    for name, value in choices.items():
        assert getattr(recipe, name) is value or getattr(recipe, name) == value


def test_numpys_numbers_and_lists_become_pythons():
    recipe = TensorRecipe(
        maxlen=[np.int64(3), 4], value=np.float32(0.5), padding=["pre", "post"], transforms=[Fill()]
    )
    assert recipe.maxlen == (3, 4)
    assert type(recipe.maxlen[0]) is int
    assert type(TensorRecipe(maxlen=np.int32(3)).maxlen) is int
    assert type(recipe.value) is float
    assert (recipe.padding, recipe.transforms) == (("pre", "post"), (Fill(),))


def test_a_choice_for_each_axis():
    recipe = TensorRecipe(padding=("pre", "post"), maxlen=5)
    assert [recipe.axis("padding", k) for k in (0, 1)] == ["pre", "post"]
    assert [recipe.axis("maxlen", k) for k in (0, 1)] == [5, 5]
    with pytest.raises(ContentError, match="padding has 2 values"):
        recipe.axis("padding", 2)
    recipe.refuse_other_axes(2, "x")
    for axes in (1, 3):
        with pytest.raises(ContentError, match="one for each ragged axis"):
            recipe.refuse_other_axes(axes, "x")


def test_a_fitted_tensor_is_checked_too():
    chosen = TensorRecipe(value=300)
    for maxlen, dtype, field in (
        ((0,), "int32", "maxlen"),
        ((3,), "int3", "dtype"),
        ((3,), "uint8", "value"),
    ):
        with pytest.raises(ChoiceError) as caught:
            FittedTensor(chosen, (), maxlen, dtype, 1)
        assert caught.value.field == field
    assert FittedTensor(chosen, (), (), "", 1).maxlen == ()


def test_a_nan_to_fill_with_is_the_same_choice_as_another_nan():
    one, other = TensorRecipe(value=float("nan")), TensorRecipe(value=np.float64("nan"))
    assert one == other
    assert hash(one) == hash(other)
    assert one != TensorRecipe(value=0.0)
    assert one != TensorRecipe(value=float("nan"), padding="pre")
    assert one != "a recipe"
    recipe = Recipe({"x": one})
    text, beside = recipe.to_toml()
    assert Recipe.from_toml(text, beside.__getitem__) == recipe
