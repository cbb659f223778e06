"""Every remedy that is offered is tried on the real plan: its finding is gone."""

from dataclasses import replace

import numpy as np
import pytest

from padviewer.core.checks.plan import check
from padviewer.core.checks.trial import Trial
from padviewer.core.choices.clean import Fill
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.lengths import count_lengths
from padviewer.core.data.ragged import Ragged
from padviewer.core.finding import Finding
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.remedies import fixes


def planned(column, **choices):
    """Return the dataset, and the plan of its one column with these choices."""
    dataset = Dataset({"x": column})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), dataset)
    return dataset, resolve(recipe, prepare(recipe, dataset))


def offered(column, code, **choices):
    dataset, plan = planned(column, **choices)
    (finding,) = [one for one in check(plan) if one.code == code]
    return fixes(finding, Trial(plan, "x", dataset), count_lengths(plan.of("x").column.axis_lengths()[0]))


INTEGERS = Ragged.from_lists([[1, 2, 3], [4], [5, 6, 7, 0]])
GAPS = Ragged.from_lists([[1.5, float("nan")], [2.5]])
INF = float("inf")
ENDLESS = Ragged.from_lists([[0.5, INF, 1.5], [2.0]])
SMALL = Ragged.from_lists([[1, 2, 3], [4], [5, 6, 7, 8]])
LARGE = Ragged.from_lists([[300, 1], [2]])


@pytest.mark.parametrize(
    ("column", "code", "choices", "words"),
    [
        (SMALL, "steps-lost", {"maxlen": 2}, "Maxlen 4"),
        (Ragged.from_lists([[1]] * 199 + [[1] * 500]), "outlier", {}, "Maxlen 1 (p99)"),
        (INTEGERS, "fill-collides", {}, "Shift ids by 1"),
        (Ragged.from_lists([[-1, 0], [3]]), "fill-collides", {}, "Fill value −2"),
        (INTEGERS, "fill-collides", {"dtype": "uint8"}, "Shift ids by 1"),
        (Ragged.from_lists([[0.0, 2.5], [1.0]]), "fill-collides", {}, "Fill value −1"),
        (LARGE, "lossy-cast", {"dtype": "uint8"}, "Dtype int64"),
        (Ragged.from_lists([[0.5, 1.0], [2.0]]), "lossy-cast", {"dtype": "int32"}, "Dtype float64"),
        (Ragged.from_lists([[0.1, 1.0], [2.0]]), "rounded", {"dtype": "float32"}, "Dtype float64"),
        (GAPS, "nan", {"value": 9}, "Fill with 0"),
        (ENDLESS, "inf", {"value": 9}, "Fill infinite values with 0"),
        (ENDLESS, "inf", {"value": 9, "transforms": (Fill(2.5),)}, "Fill infinite values with 2.5"),
        (ENDLESS, "inf", {"value": 9, "transforms": (Fill(INF),)}, "Fill infinite values with 0"),
        (ENDLESS, "inf", {}, "Fill infinite values with 0, fill value −1"),
        (INTEGERS, "not-right-padded", {"padding": "pre"}, "Padding post"),
    ],
)
def test_a_remedy_ends_its_finding(column, code, choices, words):
    (fix,) = offered(column, code, **choices)
    assert fix.words == words
    _, after = planned(column, **{**choices, **fix.changes})
    assert code not in {one.code for one in check(after)}


def test_the_black_of_pictures_is_no_id():
    pictures = [[[0, 255, 12], [7, 0, 3]], [[9, 0], [1, 2]]]
    assert offered(Ragged.from_lists(pictures), "fill-collides") == ()
    words = [[[0, 5, 12], [7, 0, 3]], [[9, 0], [1, 2]]]
    assert [one.words for one in offered(Ragged.from_lists(words), "fill-collides")] == ["Shift ids by 1"]


def test_missing_integers_are_filled():
    column = replace(INTEGERS, missing=np.array([True] + [False] * 7))
    (fix,) = offered(column, "missing-values", value=9)
    assert fix.words == "Fill with 0"
    _, after = planned(column, value=9, **fix.changes)
    assert "missing-values" not in {one.code for one in check(after)}
    assert after.block("x", slice(0, 1)).array.tolist() == [[0, 2, 3, 9]]


def test_empty_rows_are_left_out_unless_all_are_empty():
    (fix,) = offered(Ragged.from_lists([[1, 2], [], [3]]), "empty-rows")
    assert (fix.words, fix.changes) == ("Leave empty rows out", {"empty_rows": "drop"})
    assert offered(Ragged.from_lists([[], []], ragged_axes=1), "empty-rows", maxlen=2) == ()


def test_no_remedy_where_none_works():
    flags = Ragged.from_lists([[True, False], [True]])
    assert offered(flags, "fill-collides") == ()
    full = Ragged.from_lists([list(range(256)), [1]])
    assert offered(full, "fill-collides", dtype="uint8") == ()


def test_no_remedy_for_another_tensor_or_code_or_before_the_lengths_are_counted():
    dataset, plan = planned(SMALL, maxlen=2)
    trial, counts = Trial(plan, "x", dataset), count_lengths(SMALL.lengths)
    lost = Finding("warning", "steps-lost", "2 rows lose 3 steps.", where="x")
    assert len(fixes(lost, trial, counts)) == 1
    assert fixes(replace(lost, where="y"), trial, counts) == ()
    assert fixes(replace(lost, code="empty-rows"), trial, counts) == ()
    assert fixes(lost, trial, None) == ()


def test_only_the_first_ragged_axis_changes():
    nested = Ragged.from_lists([[[1, 2], [3]], [[4]]])
    (fix,) = offered(nested, "steps-lost", maxlen=(1, 2))
    assert fix.changes == {"maxlen": (2, 2)}
