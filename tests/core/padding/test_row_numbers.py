"""Which row of the tensor a row of the source is, where rows were left out and where none were."""

from dataclasses import replace

import numpy as np
import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve


@pytest.mark.parametrize("numbers", [None, (1, 2, 5, 9)])
def test_rows_and_numbers_are_each_others_inverse(numbers):
    data = Dataset({"x": Ragged.from_lists([[1], [2, 3], [4], [5]])}, {"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe("x")}), data)
    own = resolve(recipe, prepare(recipe, data)).of("x")
    own = replace(own, numbers=None if numbers is None else np.array(numbers))
    asked = np.arange(-2, 12)
    place = {number: row for row, number in enumerate(numbers or range(4))}
    assert own.rows_of(asked).tolist() == [place.get(one, -1) for one in asked.tolist()]
    assert [own.row_of(one) for one in asked.tolist()] == own.rows_of(asked).tolist()
    assert own.rows_of(own.numbers_of(np.arange(4))).tolist() == [0, 1, 2, 3]
    assert own.rows_of(np.zeros(0, np.int64)).dtype == np.int64
