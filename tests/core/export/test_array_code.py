"""Code of arrays is run, and must make the same bytes."""

import numpy as np
import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.errors import ContentError
from padviewer.core.export import array_code as module
from padviewer.core.export.array_code import array_code, row_code

ARRAYS = [
    np.array([1, -2, 3], np.int8),
    np.array([[0.1, np.nan], [np.inf, -np.inf]], np.float32),
    np.array([[True, False]]),
    np.zeros((0, 3), np.float64),
    np.array(7, np.uint16),
    np.nextafter(np.ones(2, np.float16), np.float16(2)),
    np.array([2**63 - 1, -(2**63)], np.int64),
]


def made_by(code, name):
    names = {}
    exec(code, names)  # noqa: S102 - it is our own
    return names[name]


@pytest.mark.parametrize("array", ARRAYS, ids=lambda one: one.dtype.name)
def test_the_code_makes_the_same_array(array):
    found = made_by(array_code("x", array), "x")
    assert (found.dtype, found.shape) == (array.dtype, array.shape)
    assert found.tobytes() == array.tobytes()


def test_a_name_is_one_of_python():
    assert "\n_1_st_ = np" in array_code("1 st!", np.zeros(1))
    assert "\nrow_7 = np" in array_code("row 7", np.zeros(1))


def test_a_row_as_it_is_padded():
    data = Dataset({"x": Ragged.from_lists([[1, 2, 3, 4], [5]])}, {"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe("x", maxlen=3, padding="pre", value=9)}), data)
    plan = resolve(recipe, prepare(recipe, data))
    assert made_by(row_code(plan, "x", 1), "x_1").tolist() == [9, 9, 5]


def test_too_many_values_are_refused(monkeypatch):
    monkeypatch.setattr(module, "MOST_VALUES", 3)
    with pytest.raises(ContentError, match="4 cells were not copied; 3 is the most"):
        array_code("x", np.zeros(4))
