"""Empty rows are left out, labels too, and every other row keeps its number; checked by filtering lists."""

import json

import numpy as np
import pytest

from padviewer.core import Recipe, TensorRecipe, open_dataset
from padviewer.core.checks.plan import check, with_source_numbers
from padviewer.core.choices.base import Rows
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.export import export
from padviewer.core.export.cell_text import cell_text
from padviewer.core.padding.plan import resolve

ROWS = [[], [3, 5, 2], [], [], [8], [1, 2, 3, 4], [], [7, 7]]
FULL = [number for number, row in enumerate(ROWS) if row]


def planned(dataset, rows=None, **tensors):
    recipe = Recipe(tensors or {"x": TensorRecipe()}, rows or Rows(empty="drop"))
    fitted = fit(recipe, dataset)
    return resolve(fitted, prepare(fitted, dataset))


def numbered(rows=ROWS, **more):
    roles = {"x": "sequence", "y": "label", "w": "weight", **dict.fromkeys(more, "ignored")}
    data = {
        "x": Ragged.from_lists(rows),
        "y": Ragged.from_lists([f"label {number}" for number in range(len(rows))]),
        "w": Ragged(np.arange(len(rows)) / 2),
        **more,
    }
    return Dataset(data, roles=roles)


def test_arrays_labels_and_weights_are_those_of_the_other_rows():
    plan = planned(numbered())
    block = plan.block("x", slice(None))
    kept = [ROWS[number] for number in FULL]
    assert block.unpad().to_lists() == kept
    assert block.lengths.tolist() == [len(row) for row in kept]
    assert len(plan) == len(kept)
    assert plan.prepared["y"].to_lists() == [f"label {number}" for number in FULL]
    assert plan.prepared["w"].to_lists() == [number / 2 for number in FULL]
    assert plan.prepared.left_out.tolist() == [0, 2, 3, 6]


def test_values_are_shared_where_nothing_of_them_is_left_out():
    dataset = numbered()
    assert np.shares_memory(planned(dataset).of("x").column.flat, dataset["x"].flat)


def test_numbers_are_those_of_the_source():
    own = (plan := planned(numbered())).of("x")
    assert [own.number(row) for row in range(own.n)] == FULL
    assert own.numbers_of(np.array([3, 0])).tolist() == [FULL[3], FULL[0]]
    assert [own.row_of(number) for number in range(-1, 9)] == [-1, -1, 0, -1, -1, 1, 2, -1, 3, -1]
    assert own.source_span == (1, 8)
    assert plan.locate("x", 2, 1).row == 5
    text = cell_text(plan, "x", np.array([0, 3]), 0, 1)
    assert [line.split("\t")[0] for line in text.splitlines()] == ["row", "1", "7"]


def test_without_rows_left_out_numbers_count_from_the_first_row():
    own = planned(numbered(), Rows(4, 6)).of("x")
    assert (own.number(1), own.row_of(5), own.row_of(3), own.row_of(6)) == (5, 1, -1, -1)
    assert own.source_span == (4, 6)


def test_only_rows_within_the_range_are_looked_at():
    plan = planned(numbered(), Rows(2, 6, "drop"))
    assert plan.block("x", slice(None)).unpad().to_lists() == [[8], [1, 2, 3, 4]]
    assert [plan.of("x").number(row) for row in range(2)] == [4, 5]
    assert plan.prepared.left_out.tolist() == [2, 3]


def test_nothing_changes_where_no_row_is_empty():
    dataset = numbered([[1], [2, 3]])
    plan = planned(dataset)
    assert plan.prepared.numbers is None
    assert [one.code for one in check(plan)] == []


def test_a_row_goes_only_where_no_tensor_has_a_step():
    other = [[1], [], [], [2, 2], [], [], [], [5]]
    dataset = numbered(z=Ragged.from_lists(other))
    plan = planned(dataset, x=TensorRecipe(), z=TensorRecipe())
    kept = [number for number in range(len(ROWS)) if ROWS[number] or other[number]]
    assert plan.block("x", slice(None)).unpad().to_lists() == [ROWS[number] for number in kept]
    assert plan.block("z", slice(None)).unpad().to_lists() == [other[number] for number in kept]


def test_a_text_without_a_word_is_an_empty_row():
    dataset = Dataset({"t": Ragged.from_lists(["a b", "   ", "", "c"])}, roles={"t": "sequence"})
    plan = planned(dataset, t=TensorRecipe(transforms=(Tokenise(), Vocabulary())))
    assert plan.block("t", slice(None)).lengths.tolist() == [2, 1]
    assert plan.prepared.left_out.tolist() == [1, 2]


def test_percentiles_are_of_the_rows_that_are_left():
    rows = [[], [], [], [1], [1, 2], [1, 2, 3]]
    dataset = Dataset({"x": Ragged.from_lists(rows)}, roles={"x": "sequence"})
    lengths = sorted(len(row) for row in rows if row)
    smallest = next(one for one in lengths if sum(other <= one for other in lengths) >= 0.5 * len(lengths))
    plan = planned(dataset, x=TensorRecipe(maxlen="p50"))
    assert plan.shape("x") == (3, smallest)


def test_all_rows_empty_is_refused():
    dataset = Dataset({"x": Ragged.from_lists([[], []], ragged_axes=1)}, roles={"x": "sequence"})
    with pytest.raises(ContentError, match="nothing is left"):
        planned(dataset, x=TensorRecipe(maxlen=2))


def test_findings_say_how_many_and_name_rows_by_their_numbers():
    plan = planned(numbered(), x=TensorRecipe(maxlen=3))
    found = {one.code: one for one in check(plan)}
    assert set(found) == {"steps-lost", "rows-left-out"}
    assert found["rows-left-out"].count == 4
    assert (
        "4 rows without a step are left out, labels too: rows 0, 2, 3, 6." in found["rows-left-out"].message
    )
    assert "It is row 5" in found["steps-lost"].message
    assert found["steps-lost"].rows == (2,)
    said = {one.code: one for one in with_source_numbers(check(plan), plan)}
    assert said["steps-lost"].rows == (5,)


def test_the_choice_is_saved_and_a_wrong_one_refused(tmp_path):
    recipe = Recipe({"x": TensorRecipe()}, Rows(1, empty="drop"))
    recipe.save(tmp_path / "r.toml")
    assert Recipe.load(tmp_path / "r.toml") == recipe
    assert 'empty = "drop"' in (tmp_path / "r.toml").read_text("utf-8")
    assert "empty" not in Recipe({"x": TensorRecipe()}, Rows(1)).to_toml()[0]
    with pytest.raises(ChoiceError, match="keep or drop"):
        Rows(empty="maybe")


def test_the_export_says_which_rows_are_not_in_it(tmp_path):
    plan = planned(numbered())
    export(plan, tmp_path / "x.npz")
    said = json.loads((tmp_path / "x.npz.padviewer.json").read_text("utf-8"))
    assert said["rows"] == {"in": 8, "out": 4, "left_out": [0, 2, 3, 6]}
    assert np.load(tmp_path / "x.npz")["y"].tolist() == [f"label {number}" for number in FULL]
    assert len(open_dataset(tmp_path / "x.npz")) == 4


COLUMNS = {
    "lists": [[1, 2], [], [3], [4, 5, 6]],
    "lists of lists": [[[1], [2, 3]], [], [[]], [[4, 5], [], [6]]],
    "texts": ["é", "", None, "ab c"],
    "lists of texts": [["a", "bc"], [], [""], ["é"]],
    "gaps": [[1, None], [], [None], [2]],
    "numbers": [1, 2, 3, 4],
    "missing numbers": [1, None, 3, None],
}


@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize("rows", [[0, 2, 3], [0, 3], [1], [], [0, 1, 2, 3], [2, 3]], ids=str)
def test_taken_rows_are_those_of_the_lists(name, rows):
    lists = COLUMNS[name]
    column = Ragged.from_lists(lists)
    for part, numbers in ((column, rows), (column[1:], [row - 1 for row in rows if row])):
        whole = part.to_lists()
        taken = part.taken(np.array(numbers, np.int64))
        assert taken.to_lists() == [whole[number] for number in numbers]
        assert taken.kind == part.kind
        assert taken.ragged_axes == part.ragged_axes
