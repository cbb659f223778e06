"""Findings about the rows of one block, against the rows themselves."""

import numpy as np
import pytest

from padviewer.core import (
    Dataset,
    Ragged,
    Recipe,
    Rows,
    TensorRecipe,
    fit,
    prepare,
    resolve,
)
from padviewer.core.checks.block import check_block


def plan_of(rows, part=None, **choices):
    column = rows if isinstance(rows, Ragged) else Ragged.from_lists(rows)
    data = Dataset({"x": column}, roles={"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}, part or Rows()), data)
    return resolve(recipe, prepare(recipe, data))


BLOCK = [[1, 2, 3], [4], [], [5, 6, 2**40, 7], [8, 9], []]


@pytest.mark.parametrize("rows", [[3, 0, 5], [5, 3, 3, 0], slice(0, 6), np.array([0, 3, 2])])
def test_a_block_speaks_of_its_rows_whatever_their_order(rows):
    plan = plan_of(BLOCK, maxlen=3, dtype="int32", value=4, lossy="allow", part=Rows(0, 6))
    taken = sorted(set(np.arange(6)[rows].tolist()))
    said = {one.code: (one.count, one.rows) for one in check_block(plan.of("x"), rows)}
    empty = tuple(row for row in taken if not BLOCK[row])
    assert said.pop("empty-rows") == (len(empty), empty)
    assert said.pop("steps-lost") == (1, (3,))
    assert said.pop("lossy-cast") == (1, (3,))
    assert said.pop("fill-collides", None) == ((1, (1,)) if 1 in taken else None)
    assert said == {}


def test_a_block_of_a_part_has_the_parts_rows():
    plan = plan_of(BLOCK, maxlen=3, dtype="int32", lossy="allow", part=Rows(1, 4))
    block = plan.block("x", [2, 1])
    said = {one.code: one.rows for one in block.findings}
    assert said == {
        "empty-rows": (1,), "steps-lost": (2,), "lossy-cast": (2,),
    }  # fmt: skip


def test_a_block_without_rows_has_nothing_to_say():
    plan = plan_of(BLOCK, maxlen=3)
    assert check_block(plan.of("x"), []) == ()
