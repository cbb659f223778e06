"""The places of a row against rows padded and cut by hand, list by list, and against the plan's block."""

import numpy as np
import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import CellKind, resolve
from padviewer.core.padding.timeline import CUT, Timeline, read_steps
from padviewer.core.recipe import Recipe, TensorRecipe

LENGTHS = (0, 1, 4, 5, 6, 9)


def planned(rows, **choices):
    dataset = Dataset({"x": Ragged.from_lists(rows)})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), dataset)
    return resolve(recipe, prepare(recipe, dataset))


def by_hand(length, width, padding, truncating):
    """Return (column, step) of every place, −1 for none, from slices of lists alone."""
    steps = list(range(length))
    lost = max(length - width, 0)
    head = (width + 1) // 2
    before = steps[:lost] if truncating == "pre" else []
    after = steps[width:] if truncating == "post" else []
    gap = steps[head : head + lost] if truncating == "middle" and lost else []
    kept = [step for step in steps if step not in (*before, *after, *gap)]
    spare = width - len(kept)
    left = {"post": 0, "pre": spare, "both": spare // 2}[padding]
    cells = [-1] * left + kept + [-1] * (spare - left)
    line = [(-1, step) for step in before]
    line += list(enumerate(cells))[:head]
    line += [(-1, one) for one in gap]
    line += list(enumerate(cells))[head:]
    return line + [(-1, step) for step in after]


@pytest.mark.parametrize("padding", ["pre", "post", "both"])
@pytest.mark.parametrize("truncating", ["pre", "post", "middle"])
@pytest.mark.parametrize("width", [1, 4, 5])
def test_places_are_those_by_hand(padding, truncating, width):
    rows = [[10.0 * n + step for step in range(n)] for n in LENGTHS]
    plan = planned(rows, maxlen=width, padding=padding, truncating=truncating, value=-1.0)
    block = plan.block("x", slice(None))
    for row, length in enumerate(LENGTHS):
        line = Timeline.of(plan.of("x"), row)
        wanted = by_hand(length, width, padding, truncating)
        places = np.arange(line.total)
        assert list(zip(line.columns(places).tolist(), line.steps(places).tolist(), strict=True)) == wanted
        assert (line.length, line.cut) == (length, max(length - width, 0))
        assert [line.place(column) for column in range(width)] == [
            place for place, (column, _) in enumerate(wanted) if column >= 0
        ]
        read = read_steps(plan, "x", row, (0, line.total), ())
        for at, (column, step) in enumerate(wanted):
            if step >= 0:
                assert read.known[at]
                assert read.source[at] == rows[row][step]
            if column >= 0:
                assert read.values[at] == block.array[row, column]
                assert (read.kinds[at] != CellKind.PAD) == block.mask[row, column]
            else:
                assert read.kinds[at] == CUT


def test_a_part_of_a_row_and_what_is_missing():
    plan = planned([[1.0, float("nan"), 3.0, float("nan")], [5.0]], maxlen=3)
    read = read_steps(plan, "x", 0, (1, 99), ())
    assert read.columns.tolist() == [1, 2, -1]
    assert read.kinds.tolist() == [CellKind.MISSING, CellKind.CUT_EDGE, CUT]
    assert read.known.tolist() == [False, True, False]
    assert len(read_steps(plan, "x", 0, (90, 99), ())) == 0


def test_an_inner_ragged_axis_and_features():
    plan = planned([[[1, 2], [3]], [[4, 5, 6]]], maxlen=(2, 3))
    read = read_steps(plan, "x", 0, (0, 9), (1,))
    assert read.values.tolist() == [2, 0]
    assert read.kinds.tolist() == [CellKind.REAL, CellKind.PAD]
    assert read.steps.tolist() == [0, 1]
    assert read.known.tolist() == [True, False]
    featured = planned([np.array([[1, 2], [3, 4]]), np.array([[5, 6]])], maxlen=2)
    assert read_steps(featured, "x", 0, (0, 9), (1,)).source.tolist() == [2, 4]
