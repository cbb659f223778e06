"""The same rows give the same tensor from every format, in one piece or in many."""

import csv
import json

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pytest
from pyarrow import orc

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError
from padviewer.core.opening import open_dataset
from padviewer.core.padding.plan import resolve
from padviewer.core.readers import ReadOptions, base, read
from padviewer.core.readers.arrow import batches as arrow_batches
from padviewer.core.readers.arrow import ipc as arrow
from padviewer.core.readers.arrow import parquet
from padviewer.core.readers.base import KindChanged
from padviewer.core.readers.excel import workbook
from padviewer.core.readers.inner_axes import (
    Order,
    base_name,
    check_axes,
    fixed_axes,
    ordered_axes,
    spelled,
)
from padviewer.core.readers.widening import widened_finding
from padviewer.core.recipe import Recipe, TensorRecipe


def write_jsonl(rows, path):
    path.write_text("".join(json.dumps({"x": row}) + "\n" for row in rows))


def write_json(rows, path):
    path.write_text(json.dumps([{"x": row} for row in rows]))


def write_csv(rows, path):
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["x", "n"], *([json.dumps(row), at] for at, row in enumerate(rows))])


def write_workbook(rows, path):
    pd.DataFrame({"x": map(json.dumps, rows), "n": range(len(rows))}).to_excel(path, index=False)


def write_parquet(rows, path):
    pq.write_table(pa.table({"x": pa.array(rows)}), path)


def write_arrow(rows, path):
    feather.write_feather(pa.table({"x": pa.array(rows)}), path)


def write_stream(rows, path):
    table = pa.table({"x": pa.array(rows)})
    with pa.ipc.new_stream(path, table.schema) as sink:
        sink.write_table(table)


FORMATS = {
    "x.jsonl": write_jsonl,
    "x.json": write_json,
    "x.csv": write_csv,
    "x.parquet": write_parquet,
    "x.feather": write_arrow,
    "x.arrows": write_stream,
    "x.orc": lambda rows, path: orc.write_table(pa.table({"x": pa.array(rows)}), path),
    "x.xlsx": write_workbook,
}


@pytest.fixture
def small_pieces(monkeypatch):
    """Read every format in pieces of few rows."""
    for module in (base, parquet, arrow, arrow_batches):
        for name in ("FIRST_PIECE_BYTES", "PIECE_BYTES"):
            monkeypatch.setattr(module, name, 1024, raising=False)
    for name in ("MOST_ROWS", "MOST_ROWS_FIRST"):
        monkeypatch.setattr(parquet, name, 20)
    monkeypatch.setattr(arrow_batches, "MOST_ROWS", 20)
    for name in ("FIRST_ROWS", "PIECE_ROWS"):
        monkeypatch.setattr(workbook, name, 20)


def tensor_of(path, column="x"):
    dataset = open_dataset(path)
    recipe = Recipe({"x": TensorRecipe(column=column)})
    fitted = fit(recipe, dataset)
    plan = resolve(fitted, prepare(fitted, dataset))
    block = plan.block("x", slice(0, len(plan)))
    return block.array, block.mask


def padded(rows, depth, width):
    """Pad lists of lists behind their ends: `depth` ragged axes, then features of `width`."""
    outer = max(map(len, rows))
    if depth == 1:
        array, mask = np.zeros((len(rows), outer, width)), np.zeros((len(rows), outer), bool)
        for at, row in enumerate(rows):
            for step, item in enumerate(row):
                array[at, step], mask[at, step] = item, True
        return array, mask
    inner = max(len(item) for row in rows for item in row)
    array, mask = np.zeros((len(rows), outer, inner)), np.zeros((len(rows), outer, inner), bool)
    for at, row in enumerate(rows):
        for step, item in enumerate(row):
            array[at, step, : len(item)], mask[at, step, : len(item)] = item, True
    return array, mask


def check_every_format(rows, folder, depth, width=0):
    array, mask = padded(rows, depth, width)
    for name, write in FORMATS.items():
        path = folder / name
        write(rows, path)
        got, real = tensor_of(path)
        np.testing.assert_array_equal(got, array, err_msg=name)
        np.testing.assert_array_equal(real, mask, err_msg=name)


@pytest.mark.parametrize("seed", range(6))
def test_lists_of_one_width_are_features_in_every_format(tmp_path, seed):
    rng = np.random.default_rng(seed)
    width = int(rng.integers(1, 13))
    lengths = [2, *rng.integers(0, 6, 8).tolist()]
    rows = [rng.integers(1, 99, (length, width)).tolist() for length in lengths]
    if seed % 2:
        rows = [[[value + 0.5 for value in item] for item in row] for row in rows]
    check_every_format(rows, tmp_path, 1, width)
    flat = np.concatenate([np.array(row, float).reshape(-1, width) for row in rows])
    np.savez(tmp_path / "x.npz", x=flat, x_lengths=lengths)
    got, real = tensor_of(tmp_path / "x.npz")
    np.testing.assert_array_equal(got, padded(rows, 1, width)[0])
    np.testing.assert_array_equal(real, padded(rows, 1, width)[1])


@pytest.mark.parametrize("seed", range(6))
def test_lists_of_several_widths_are_a_ragged_axis_in_every_format(tmp_path, seed):
    rng = np.random.default_rng(seed)
    rows = [
        [rng.integers(1, 99, rng.integers(0, 4)).tolist() for _ in range(rng.integers(0, 4))]
        for _ in range(8)
    ]
    check_every_format([[[1], [2, 3]], *rows], tmp_path, 2)


@pytest.mark.parametrize(
    ("last", "depth", "width"),
    [([[1, 2, 3]], 2, 0), ([[7, 8], [9, 10]], 1, 2), ([[]], 2, 0)],
)
def test_a_late_row_decides_as_an_early_one(tmp_path, small_pieces, last, depth, width):
    rows = [[[at % 97 + 100_000, 1], [2, 3]] for at in range(200)]
    check_every_format([*rows, last], tmp_path, depth, width)


@pytest.mark.parametrize("name", ["x.jsonl", "x.parquet"])
def test_missing_integers_make_the_axis_ragged_and_floats_do_not(tmp_path, name):
    FORMATS[name]([[[1, 2], [3, None]]], tmp_path / name)
    assert open_dataset(tmp_path / name)["x"].ragged_axes == 2
    FORMATS[name]([[[1.5, 2], [3, None]]], tmp_path / name)
    column = open_dataset(tmp_path / name)["x"]
    assert (column.ragged_axes, column.inner_shape) == (1, (2,))


def test_features_from_parquet_are_those_of_from_lists(tmp_path):
    rows = [[[1.0, 2.0]], [], [[3.0, 4.0], [5.0, 6.0]]]
    write_parquet(rows, tmp_path / "x.parquet")
    assert open_dataset(tmp_path / "x.parquet")["x"].inner_shape == Ragged.from_lists(rows).inner_shape


def test_empty_rows_far_into_the_file_decide_nothing(tmp_path, small_pieces):
    check_every_format([[]] * 600 + [[[1, 2], [3, 4]], [[5, 6]]], tmp_path, 1, 2)
    for name in FORMATS:
        assert len(list(read(tmp_path / name, ReadOptions(kinds={"x[][2]": "integer"})))) > 1


THREE_LEVELS = [
    ([[[[1, 2]], [[3, 4]]], [[[5, 6]]], []], 1, (1, 2)),
    ([[[[1, 2]], [[3, 4], [7, 8]]], [[[5, 6]]], []], 2, (2,)),
    ([[[[1.5, 2]], []], [[[5, 6], [0, 0]]], [[]]], 2, (2,)),
]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("rows", "ragged", "inner"), THREE_LEVELS)
def test_three_levels_keep_as_many_fixed_axes_as_there_are(tmp_path, name, rows, ragged, inner):
    FORMATS[name](rows, tmp_path / name)
    column = open_dataset(tmp_path / name)["x"]
    assert (column.ragged_axes, column.inner_shape) == (ragged, inner)
    assert column.to_lists() == rows


@pytest.mark.parametrize("name", FORMATS)
def test_three_ragged_levels_are_left_out_by_name_in_every_format(tmp_path, name):
    rows = [[[[1], [2, 3]], []], [[[4]]], []]
    FORMATS[name](rows, tmp_path / name)
    if name in ("x.csv", "x.xlsx"):
        assert open_dataset(tmp_path / name)["x"].is_text
        return
    with pytest.raises(ContentError, match=r"3 (ragged axes|of its axes are ragged)"):
        open_dataset(tmp_path / name)


def test_a_late_row_shows_how_deep_and_how_wide_the_lists_are(tmp_path, small_pieces):
    rows = [[]] * 600 + [[[[1, 2, 3]], [[4, 5, 6]]]]
    for name, write in FORMATS.items():
        write(rows, tmp_path / name)
        opened = open_dataset(tmp_path / name)
        assert (opened["x"].ragged_axes, opened["x"].inner_shape) == (1, (1, 3))
        assert opened["x"].flat.tolist() == [[[1, 2, 3]], [[4, 5, 6]]]


def test_series_of_a_fixed_number_of_channels_are_one_tensor_in_every_format(tmp_path):
    """Like JapaneseVowels: 12 channels, 7 to 29 steps, one class a row."""
    rng = np.random.default_rng(7)
    rows = [rng.standard_normal((length, 12)).round(6).tolist() for length in rng.integers(7, 30, 40)]
    check_every_format(rows, tmp_path, 1, 12)


def test_keys_of_kinds_spell_the_axes():
    assert spelled("x", 2, (3, 4)) == "x[][][3][4]"
    assert base_name("x[][12]") == base_name("x#unsigned") == "x"
    kinds = {"x": "integer", "x[][12]": "integer", "x[][]": "integer", "xy[][][]": "integer"}
    assert ordered_axes("x", kinds, "integer") == Order(2, 2, (12,))
    assert ordered_axes("x", kinds, "float") == Order(2, 1, (12,))
    assert ordered_axes("y", kinds, "float") == Order()
    nothing = (np.zeros(3, np.int64), np.zeros(0, np.int64))
    assert fixed_axes(nothing, Order()) is None
    assert fixed_axes(nothing, Order(2, 1, (12,))) == (12,)
    assert fixed_axes(nothing, Order(2, 2, (12,))) == ()


def test_the_row_that_differs_is_named():
    levels = tuple(np.array(one) for one in ([2, 0, 1], [2, 2, 5]))
    with pytest.raises(KindChanged) as caught:
        check_axes("x", levels, (2,), "integer", 10)
    assert (caught.value.column, caught.value.row) == ("x[][]", 12)
    said = widened_finding(caught.value, ReadOptions())
    assert said.where == "x"
    assert "row 12" in said.message
