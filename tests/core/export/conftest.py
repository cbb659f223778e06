"""Plans to export."""

import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe


@pytest.fixture
def plan_of():
    """Make a plan from columns (lists or Ragged), roles and one recipe a tensor."""

    def make(data, tensors=None, roles=None, rows=None, **dataset):
        columns = {
            name: column if isinstance(column, Ragged) else Ragged.from_lists(column)
            for name, column in data.items()
        }
        opened = Dataset(columns, roles or {}, **dataset)
        recipe = Recipe(tensors or {"x": TensorRecipe()}, **({"rows": rows} if rows else {}))
        fitted = fit(recipe, opened)
        return resolve(fitted, prepare(fitted, opened))

    return make
