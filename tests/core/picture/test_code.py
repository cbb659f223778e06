"""Code that makes cells: run by Python, it gives the same array to the last bit."""

import numpy as np
import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.errors import ContentError
from padviewer.core.picture.code import numpy_code, row_code


@pytest.mark.parametrize(
    "values",
    [
        np.array([[1, 2, 0], [-3, 0, 0]], np.int8),
        np.array([[2**63, 1]], np.uint64),
        np.array([[0.1, np.nan], [np.inf, -np.inf], [-0.0, 1e-45]], np.float32),
        np.array([[0.1, 1e300, 5e-324]], np.float64),
        np.array([[0.1, 65504]], np.float16),
        np.array([[True, False]]),
        np.empty((0, 3), np.int32),
    ],
)
def test_the_code_makes_the_same_array(values):
    names = {}
    exec(numpy_code(values), names)  # noqa: S102
    assert names["x"].dtype == values.dtype
    assert names["x"].shape == values.shape
    assert names["x"].tobytes() == values.tobytes()


def test_too_many_cells_are_refused():
    with pytest.raises(ContentError, match="6 cells were not copied; 5 is the most"):
        numpy_code(np.zeros((2, 3), np.int8), most=5)


@pytest.mark.parametrize("rows", [[[1, 2, 3, 4], [5]], [[[1, 2], [3, 4]], [[5]]]])
def test_a_row_of_a_tensor_as_it_is_padded(rows):
    data = Dataset({"x": Ragged.from_lists(rows)}, {"x": "sequence"})
    ragged = isinstance(rows[0][0], list)
    choice = TensorRecipe("x", maxlen=(3, 2) if ragged else 3, padding="pre", value=9)
    recipe = fit(Recipe({"x": choice}), data)
    plan, names = resolve(recipe, prepare(recipe, data)), {}
    exec(row_code(plan, "x", 1), names)  # noqa: S102
    assert names["x"].dtype == plan.of("x").dtype
    assert names["x"].tolist() == ([[9, 9], [9, 9], [9, 5]] if ragged else [9, 9, 5])
