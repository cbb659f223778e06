"""The same rows give the same tensor from every format, in one piece or in many."""

import csv
import json

import numpy as np
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pytest

from padviewer.core.fitting import fit, prepare
from padviewer.core.opening import open_dataset
from padviewer.core.plan import resolve
from padviewer.core.ragged import Ragged
from padviewer.core.recipe import Recipe, TensorRecipe


def write_jsonl(rows, path):
    path.write_text("".join(json.dumps({"x": row}) + "\n" for row in rows))


def write_json(rows, path):
    path.write_text(json.dumps([{"x": row} for row in rows]))


def write_csv(rows, path):
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["x", "n"], *([json.dumps(row), at] for at, row in enumerate(rows))])


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
}


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
def test_a_late_row_decides_as_an_early_one(tmp_path, last, depth, width):
    rows = [[[at % 97 + 100_000, 1], [2, 3]] for at in range(20_000)]
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
