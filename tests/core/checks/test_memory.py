"""What a check takes does not grow with the rows: tracemalloc counts every array of numpy."""

import tracemalloc

import numpy as np
import pytest

from padviewer.commands.check import facts_of
from padviewer.core.checks.lengths import check_lengths
from padviewer.core.checks.plan import check
from padviewer.core.checks.values import check_values
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe

LIMIT = 64 << 20
CHOICES = {
    "uncut": TensorRecipe("x"),
    "cut": TensorRecipe("x", padding="pre", truncating="middle", maxlen=3),
}
CHECKS = {
    "lengths": lambda plan: check_lengths(plan.of("x")),
    "values": lambda plan: check_values(plan.of("x")),
    "all": check,
    "facts": lambda plan: facts_of(plan, "x"),
    "statistics": lambda plan: plan.of("x").column[:].stats,
}


def offsets(lengths):
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)


def ragged():
    """A million rows of 0 to 11 steps, some of them 0: an index of all steps would take 44 MB."""
    lengths = np.resize(np.arange(12), 1_000_000)
    return Ragged(np.resize(np.arange(-3, 4), int(lengths.sum())).astype(np.float32), offsets(lengths))


def dense():
    """Rows of equal length, the commonest array: an index of all steps would take 128 MB."""
    return Ragged(np.resize(np.arange(7, dtype=np.int8), 16_000_000), np.arange(1_000_001) * 16)


def nested():
    """Two ragged axes: a million inner rows of 8 steps."""
    inner = Ragged(np.resize(np.arange(5, dtype=np.int8), 8_000_000), offsets(np.full(1_000_000, 8)))
    return Ragged(inner, offsets(np.full(250_000, 4)))


def images():
    """Few steps of many values each: a piece is counted in values."""
    return Ragged(np.ones((20_000, 1000), np.float32), np.arange(20_001))


@pytest.fixture(scope="module", params=[ragged, dense, nested, images], ids=lambda one: one.__name__)
def column(request):
    return request.param()


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("name", CHECKS)
def test_a_check_takes_little_whatever_the_rows(column, choice, name):
    data = Dataset({"x": column}, {"x": "sequence"})
    recipe = fit(Recipe({"x": CHOICES[choice]}), data)
    plan = resolve(recipe, prepare(recipe, data))
    tracemalloc.start()
    try:
        CHECKS[name](plan)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < LIMIT // 2
