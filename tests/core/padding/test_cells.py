"""Cells by the kernel against those by index arithmetic; what stands in them is in test_plan.py."""

import numpy as np
import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.padding import kernels
from padviewer.core.padding.cells import quick_cells


@pytest.mark.parametrize("truncating", ["pre", "post", "middle"])
@pytest.mark.parametrize("padding", ["pre", "post", "both"])
@pytest.mark.parametrize("dtype", ["int32", "int64", "float32"])
def test_cells_from_the_kernel_are_those_of_index_arithmetic(monkeypatch, dtype, padding, truncating):
    rng = np.random.default_rng(0)
    lengths = [0, 3, 9, 5, 1, 14, 8]
    flat = rng.integers(1, 99, sum(lengths)).astype(dtype)
    if dtype == "float32":
        flat[::5] = np.nan
    column = Ragged(flat, np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64))
    dataset = Dataset({"x": column}, roles={"x": "sequence"})
    choice = TensorRecipe(column="x", maxlen=7, padding=padding, truncating=truncating, value=-1)
    recipe = fit(Recipe({"x": choice}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    monkeypatch.setattr(kernels, "_ready", {4, 8})
    assert quick_cells(plan.of("x"), slice(None), np.arange(7)) is not None
    for rows in (slice(None), slice(2, 6), [5, 0, 2, 2], slice(6, 0, -2)):
        for cols in (slice(None), slice(1, 7), [6, 5, 4, 3, 2, 1, 0], slice(2, 4)):
            values, kinds = plan.cells("x", rows, cols)
            with monkeypatch.context() as patch:
                patch.setattr(kernels, "_ready", set())
                slow_values, slow_kinds = plan.cells("x", rows, cols)
            assert values.dtype == slow_values.dtype
            np.testing.assert_array_equal(values, slow_values)
            np.testing.assert_array_equal(kinds, slow_kinds)
