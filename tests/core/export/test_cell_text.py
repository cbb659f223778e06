"""Copied cells against the plan's own block, cell by cell."""

import numpy as np
import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError, Stopped
from padviewer.core.export.cell_text import cell_text
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, Rows, TensorRecipe

NAN = float("nan")


def planned(rows, **choices):
    only = choices.pop("only", None)
    dataset = Dataset({"x": Ragged.from_lists(rows)})
    more = {} if only is None else {"rows": only}
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}, **more), dataset)
    return resolve(recipe, prepare(recipe, dataset))


def table(text):
    assert text.endswith("\n")
    return [line.split("\t") for line in text[:-1].split("\n")]


def test_a_cell_is_written_as_by_hand():
    plan = planned([[1.5, NAN, 4.0], [5.0], []], maxlen=4, value=-1.0)
    assert cell_text(plan, "x", np.array([0, 2]), 0, 3) == (
        "row\t0\t1\t2\t3\n0\t1.5\t\t4.0\t-1.0\n2\t-1.0\t-1.0\t-1.0\t-1.0\n"
    )


@pytest.mark.parametrize("dtype", ["int32", "float32", "float64", "int64", "bool"])
@pytest.mark.parametrize("padding", ["pre", "post"])
def test_what_is_copied_reads_back_as_the_block(dtype, padding, monkeypatch):
    monkeypatch.setattr("padviewer.core.export.cell_text.PIECE_CELLS", 5)
    rng = np.random.default_rng(1)
    top = 2 if dtype == "bool" else 1000
    rows = [rng.integers(0, top, n).astype(dtype).tolist() for n in (4, 0, 9, 1, 3)]
    if dtype == "float32":
        rows[0][1] = 0.1
    plan = planned(rows, maxlen=5, padding=padding, dtype=dtype, truncating=padding)
    wanted = plan.block("x", slice(None)).array
    chosen = np.array([3, 0, 2, 4])
    head, *lines = table(cell_text(plan, "x", chosen, 1, 4))
    assert head == ["row", "1", "2", "3", "4"]
    assert [int(line[0]) for line in lines] == chosen.tolist()
    read = np.array([[float(cell) for cell in line[1:]] for line in lines]).astype(dtype)
    assert np.array_equal(read, wanted[chosen, 1:5])


def test_missing_whole_numbers_are_empty():
    column = Ragged(np.array([7, 0, 9], np.int32), np.array([0, 3]), missing=np.array([False, True, False]))
    dataset = Dataset({"x": column})
    recipe = fit(Recipe({"x": TensorRecipe(maxlen=4, lossy="allow")}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    assert table(cell_text(plan, "x", np.array([0]), 0, 3))[1] == ["0", "7", "", "9", "0"]


def test_rows_are_numbered_as_in_the_source_and_inner_axes_are_indexed():
    plan = planned([[1], [2, 3], [4]], maxlen=2, only=Rows(start=1))
    assert table(cell_text(plan, "x", np.array([0, 1]), 0, 1))[1:] == [["1", "2", "3"], ["2", "4", "0"]]
    nested = planned([[[1, 2], [3]], [[4, 5]]], maxlen=2)
    block = nested.block("x", slice(None)).array
    lines = table(cell_text(nested, "x", np.array([1, 0]), 0, 1, at=(1,)))[1:]
    assert [[int(cell) for cell in line[1:]] for line in lines] == block[[1, 0], :, 1].tolist()


def test_too_many_cells_are_refused_in_words():
    plan = planned([[1, 2], [3]], maxlen=2)
    assert len(table(cell_text(plan, "x", np.array([0, 1]), 0, 1, most=4))) == 3
    with pytest.raises(ContentError, match="4 cells were not copied; 3 is the most") as error:
        cell_text(plan, "x", np.array([0, 1]), 0, 1, most=3)
    assert error.value.code == "too-many-cells"


def test_it_stops_between_pieces(monkeypatch):
    monkeypatch.setattr("padviewer.core.export.cell_text.PIECE_CELLS", 2)
    plan = planned([[1, 2]] * 6, maxlen=2)
    asked = []

    def stop():
        asked.append(1)
        return len(asked) == 3

    with pytest.raises(Stopped):
        cell_text(plan, "x", np.arange(6), 0, 1, should_stop=stop)
    assert len(asked) == 3
