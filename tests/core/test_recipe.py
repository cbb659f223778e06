"""A choice that can never be valid cannot be built, and the error names its field."""

import numpy as np
import pytest

from padviewer.core import Dataset, Fill, Ragged, Recipe, Rows, TensorRecipe, Tokenise, Vocabulary
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.recipe import FittedTensor, default_transforms, propose, safe_name

NAN, INF = float("nan"), float("inf")


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


@pytest.mark.parametrize("column", ["recipe", ".hidden", "a/b", "a\\b", "...", "", "x", "a\0b"])
def test_a_safe_name_makes_a_recipe(column):
    name = safe_name(column)
    assert Recipe({name: TensorRecipe(column)}).column(name) == (column or name)
    assert safe_name("tokens") == "tokens"
