"""Padded rows with something beside them, in every format; and what contradicts the cells."""

import json

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from padviewer.core.opening import open_dataset

ROWS = [[5, 6, 7], [8, 9], [], [4, 0, 3, 2]]
PADDED = [[5, 6, 7, 0], [8, 9, 0, 0], [0, 0, 0, 0], [4, 0, 3, 2]]
LENGTHS = [3, 2, 0, 4]
MASK = [[int(step < n) for step in range(4)] for n in LENGTHS]
BESIDE = {
    "x_mask": MASK,
    "attention_mask": MASK,
    "mask": MASK,
    "lengths": LENGTHS,
    "x_length": LENGTHS,
    "x_lengths": LENGTHS,
    "x_len": LENGTHS,
}


def written(path, **columns):
    if path.suffix == ".npz":
        np.savez(path, **columns)
    elif path.suffix == ".parquet":
        pq.write_table(pa.table(columns), path)
    elif path.suffix == ".arrow":
        table = pa.table(columns)
        with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
            writer.write_table(table)
    else:
        rows = zip(*columns.values(), strict=True)
        path.write_text(
            "".join(json.dumps(dict(zip(columns, row, strict=True))) + "\n" for row in rows), "utf-8"
        )
    return path


@pytest.mark.parametrize("suffix", [".npz", ".parquet", ".arrow", ".jsonl"])
@pytest.mark.parametrize("beside", list(BESIDE))
def test_a_companion_makes_rows_ragged(tmp_path, suffix, beside):
    dataset = open_dataset(written(tmp_path / f"p{suffix}", x=PADDED, **{beside: BESIDE[beside]}))
    assert dataset["x"].to_lists() == ROWS
    if suffix != ".npz":
        whole = open_dataset(dataset.path, shape="dense")
        assert np.reshape(whole["x"].flat, (4, 4)).tolist() == PADDED


@pytest.mark.parametrize("suffix", [".parquet", ".arrow", ".jsonl"])
def test_lengths_that_the_cells_deny_are_said_and_not_believed(tmp_path, suffix):
    dataset = open_dataset(written(tmp_path / f"p{suffix}", x=PADDED, lengths=[3, 2, 0, 1]))
    assert dataset["x"].axis_lengths()[0].tolist() == [4, 4, 4, 4]
    (said,) = (one for one in dataset.findings if one.code == "companion-contradicts")
    assert said.rows == (3,)


def test_a_later_row_that_denies_it_makes_all_rows_whole(tmp_path):
    n = 40_000
    rows = [[1, 2, 0, 0]] * n + [[1, 2, 3, 0]]
    path = tmp_path / "p.jsonl"
    path.write_text("".join(json.dumps({"x": row, "lengths": 2}) + "\n" for row in rows), "utf-8")
    dataset = open_dataset(path)
    assert set(dataset["x"].axis_lengths()[0].tolist()) == {4}
    (said,) = (one for one in dataset.findings if one.code == "companion-contradicts")
    assert said.rows == (n,)


def test_inner_lists_of_one_length_are_features_everywhere(tmp_path):
    rng = np.random.default_rng(3)
    lengths = [3, 1, 4, 2]
    rows = [rng.normal(size=(n, 5)).tolist() for n in lengths]
    flat = np.concatenate([np.reshape(row, (-1, 5)) for row in rows])
    for suffix in (".jsonl", ".parquet", ".arrow"):
        column = open_dataset(written(tmp_path / f"f{suffix}", x=rows))["x"]
        assert (column.ragged_axes, column.inner_shape) == (1, (5,))
        assert column.axis_lengths()[0].tolist() == lengths
        np.testing.assert_array_equal(column.flat, flat)
    npz = tmp_path / "f.npz"
    np.savez(npz, x_values=flat, x_offsets=np.cumsum([0, *lengths]))
    np.testing.assert_array_equal(open_dataset(npz)["x"].flat, flat)


def test_a_later_inner_list_of_another_length_makes_two_axes(tmp_path):
    rows = [[[1, 2], [3, 4]]] * 9000 + [[[1, 2, 3]]]
    column = open_dataset(written(tmp_path / "two.parquet", x=rows))["x"]
    assert column.ragged_axes == 2
    assert column.to_lists() == rows
