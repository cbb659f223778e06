"""What is tried about a model's mask: the smallest change first, and nothing that cannot help."""

import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.shift import Shift
from padviewer.core.finding import Finding
from padviewer.core.model.masks.facts import Maker
from padviewer.core.model.masks.remedies import mask_remedies

NAN = float("nan")
IDS = Maker(0, "embedding", "ids")
FINDING = Finding("warning", "mask-differs", "m", 1, where="x")


def steps_masked(value):
    return Maker(0, "masking", "features", value)


def remedies(column, makers, finding=FINDING, **choices):
    dataset = Dataset({"x": column})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    return list(mask_remedies(finding, plan.of("x"), makers))


@pytest.mark.parametrize(
    ("rows", "makers", "choices", "changes"),
    [
        ([[5, 0], [7]], [IDS], {}, [{"transforms": (Shift(1),)}]),
        (
            [[5, 0], [7]], [IDS], {"value": 9},
            [{"value": 0}, {"value": 0, "transforms": (Shift(1),)}],
        ),
        (
            [[5, 2], [7]], [IDS, IDS], {"mode": "edge"},
            [{"mode": "constant"}, {"mode": "constant", "transforms": (Shift(1),)}],
        ),
        ([[5.0, 2.0], [7.0]], [IDS], {}, []),  # only whole numbers are shifted
        ([[1.0], [2.0, 3.0]], [steps_masked(-1.0)], {}, [{"value": -1}]),
        ([[1.0], [2.0, 3.0]], [steps_masked(0.5), steps_masked(NAN)], {}, [{"value": 0.5}]),
        ([[1.0], [2.0, 3.0]], [steps_masked(0.0)], {}, []),
        ([[5], [7, 1]], [], {"value": 9}, []),
    ],
)  # fmt: skip
def test_what_is_tried(rows, makers, choices, changes):
    assert [one.changes for one in remedies(Ragged.from_lists(rows), makers, **choices)] == changes


def test_words_are_not_shifted():
    transforms = (Tokenise("words"), Vocabulary())
    found = remedies(Ragged.from_texts(["a", "a b"]), [IDS], value=9, transforms=transforms)
    assert [one.changes for one in found] == [{"value": 0}]


def test_ids_are_shifted_by_what_brings_the_least_to_1():
    (one,) = remedies(Ragged.from_lists([[-2, 0], [7]]), [IDS])
    assert (one.shift, one.said()) == (3, "Shift the ids so that they begin at 1.")


def test_each_is_said_as_what_to_do():
    plain, both = remedies(Ragged.from_lists([[5, 0], [7]]), [IDS], value=9, mode="edge")
    first = "Set the mode to constant. Set the fill value to 0, which embedding masks."
    assert plain.said() == first
    assert both.said() == f"{first} Shift the ids so that they begin at 1."


@pytest.mark.parametrize(
    "finding",
    [
        Finding("warning", "mask-lost", "m", where="x"),
        Finding("warning", "mask-differs", "m", where="y"),
        Finding("warning", "fill-collides", "m", where="x"),
    ],
)
def test_nothing_for_other_findings(finding):
    assert remedies(Ragged.from_lists([[5, 0], [7]]), [IDS], finding, value=9) == []
