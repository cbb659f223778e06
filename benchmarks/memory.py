"""Peak memory of each check at one and at ten million rows: it does not grow with them."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import numpy as np

from benchmarks.data import offsets_of
from benchmarks.measure import Report
from padviewer.commands.check import facts_of
from padviewer.core.checks.lengths import check_lengths
from padviewer.core.checks.plan import check
from padviewer.core.checks.values import check_values
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import Plan, resolve
from padviewer.core.recipe import Recipe, TensorRecipe

ROWS = (1_000_000, 10_000_000)
LIMIT = 64 << 20
CHOICES = {
    "uncut, filled behind": TensorRecipe("x"),
    "cut in the middle, filled before": TensorRecipe("x", padding="pre", truncating="middle", maxlen=5),
}
CHECKS: dict[str, Callable[[Plan], object]] = {
    "lengths": lambda plan: check_lengths(plan.of("x")),
    "values": lambda plan: check_values(plan.of("x")),
    "all findings": check,
    "a model's facts": lambda plan: facts_of(plan, "x"),
    "statistics": lambda plan: plan.of("x").column[:].stats,
}


def columns(rows: int) -> dict[str, Ragged]:
    """Return columns of every build: rows of 0 to 11 steps, two ragged axes, rows of equal length."""
    lengths = np.resize(np.arange(12), rows)
    offsets = offsets_of(lengths)
    values = np.resize(np.arange(-3, 4), int(offsets[-1])).astype(np.float32)
    inner = Ragged(np.resize(np.arange(5, dtype=np.int32), 4 * rows), offsets_of(np.full(2 * rows, 2)))
    return {
        "ragged float32": Ragged(values, offsets),
        "two ragged axes int32": Ragged(inner, offsets_of(np.full(rows, 2))),
        "dense float32 [n, 16]": Ragged(
            np.resize(np.arange(7, dtype=np.float32), 16 * rows), np.arange(rows + 1, dtype=np.int64) * 16
        ),
    }


def peak(function: Callable[[], object]) -> int:
    """Return the most bytes that were allocated at once while a function ran."""
    tracemalloc.start()
    try:
        function()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def run(report: Report, _repetitions: int) -> None:
    """Measure every check on every build of column, in every order of magnitude."""
    for rows in ROWS:
        for build, column in columns(rows).items():
            data = Dataset({"x": column}, {"x": "sequence"})
            for said, choice in CHOICES.items():
                recipe = fit(Recipe({"x": choice}), data)
                plan = resolve(recipe, prepare(recipe, data))
                for name, function in CHECKS.items():
                    most = peak(lambda one=function, what=plan: one(what))
                    report.add(
                        f"{build}, {said}", f"{name}, {rows:,} rows", figure=f"{most / 1e6:.1f} MB",
                        limit=f"≤ {LIMIT / 1e6:.0f} MB", met=most <= LIMIT,
                    )  # fmt: skip
