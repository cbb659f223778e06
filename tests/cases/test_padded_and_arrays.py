"""Arrays and padded rows, as their owners meant them."""

import contextlib
import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest

from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.opening import open_dataset

HERE = Path(__file__).resolve().parent


def expected(name):
    return json.loads((HERE / f"{name}.expect.json").read_text("utf-8"))["expect"]


def code_of(error, start):
    return error.remedy[error.remedy.index(start) :].rstrip(".")


@pytest.mark.parametrize("suffix", ["npy", "parquet"])
def test_09_ids_beyond_63_bits(suffix):
    column = next(iter(open_dataset(HERE / f"09-uint64.{suffix}").data.values()))
    assert column.dtype == "uint64"
    if suffix == "parquet":
        assert column.to_lists() == expected("09-uint64-ids")["columns"]["items"]


def test_28_padded_rows_with_an_attention_mask():
    dataset = open_dataset(HERE / "28-already-padded.jsonl")
    assert dataset["input_ids"].axis_lengths()[0].tolist() == expected("28-already-padded")["lengths"]
    assert "11" in next(one.message for one in dataset.findings if one.code == "padded-already")


def test_31_lengths_beside_an_array():
    column = open_dataset(HERE / "31-x-and-lengths.npz")["X"]
    assert column.axis_lengths()[0].tolist() == expected("31-x-and-lengths")["lengths"]


def test_34_a_row_of_nan_is_a_row():
    column = open_dataset(HERE / "34-nan-row.npy")["x"]
    assert [len(column), *column.inner_shape] == expected("34-nan-row")["shape"]
    assert np.isnan(column.flat[0]).all()


def converted(path, folder):
    with pytest.raises(UnsafeError) as caught:
        open_dataset(path)
    with contextlib.chdir(folder):
        exec(code_of(caught.value, "z = "), {"np": np})  # noqa: S102 - the remedy is code
    return open_dataset(next(folder.glob("*_ragged.npz")))


def test_53_the_conversion_keeps_labels_and_whole_ids(tmp_path):
    shutil.copy(HERE / "53-object-npz.npz", tmp_path)
    dataset = converted(tmp_path / "53-object-npz.npz", tmp_path)
    assert dataset["values"].kind == "integer"
    assert "label" in dataset.columns


def test_53_an_empty_list_makes_no_floats_of_ids(tmp_path):
    rows = np.empty(3, object)
    rows[:] = [[1, 14], [], [5]]
    np.savez(tmp_path / "ids.npz", x_train=rows, y_train=[1, 0, 1])
    dataset = converted(tmp_path / "ids.npz", tmp_path)
    assert dataset["values"].to_lists() == [[1, 14], [], [5]]
    assert (dataset["values"].kind, dataset["label"].flat.tolist()) == ("integer", [1, 0, 1])


def test_54_a_complex_array_becomes_two_features(tmp_path):
    with pytest.raises(ContentError) as caught:
        open_dataset(HERE / "54-complex.npy")
    assert "astype" not in caught.value.remedy
    a, out = np.load(HERE / "54-complex.npy"), tmp_path / "parts.npy"
    exec(code_of(caught.value, "np.save("), {"np": np, "a": a, "out": out})  # noqa: S102 - the remedy is code
    flat = open_dataset(out)["x"].flat
    np.testing.assert_array_equal(flat[..., 0], a.real)
    np.testing.assert_array_equal(flat[..., 1], a.imag)


def test_56_nulls_in_lists():
    dataset = open_dataset(HERE / "56-null-lists.parquet")
    lengths = dataset["list_int"].axis_lengths()[0].tolist()
    assert lengths == [3, 1, 0, 0]


def test_59_a_structured_array_is_saved_apart(tmp_path):
    with pytest.raises(ContentError) as caught:
        open_dataset(HERE / "59-structured.npy")
    assert caught.value.code == expected("59-structured")["code"]
    a, out = np.load(HERE / "59-structured.npy"), tmp_path / "fields.npz"
    exec(code_of(caught.value, "np.savez("), {"np": np, "a": a, "out": out})  # noqa: S102 - the remedy is code
    assert set(open_dataset(out).columns) <= set(a.dtype.names)


def test_71_points_are_features():
    column = open_dataset(HERE / "71-list-of-points.parquet")["outline"]
    assert column.inner_shape == (2,)
    assert column.to_lists() == expected("71-list-of-points")["outline"]


def test_76_pictures_in_three_axes(tmp_path):
    np.save(tmp_path / "big.npy", np.arange(4 * 8 * 8, dtype=np.float32).reshape(4, 8, 8))
    column = open_dataset(tmp_path / "big.npy")["x"]
    assert (len(column), column.inner_shape) == (4, (8, 8))


def test_78_texts():
    assert len(open_dataset(HERE / "78-string-npy.npy")) == expected("78-string-npy")["rows"]


def test_every_case_here_has_what_its_owner_meant():
    names = re.findall(r"def test_(\d\d)_", Path(__file__).read_text("utf-8"))
    assert all(list(HERE.glob(f"{name}-*.expect.json")) for name in names)


def test_32_the_class_comes_first_and_nan_ends_a_series():
    dataset, right = open_dataset(HERE / "32-ucr-tsv.tsv"), expected("32-ucr-tsv")
    assert dataset["label"].flat.tolist() == right["label"]
    assert dataset["x"].axis_lengths()[0].tolist() == right["lengths"]
    assert int(np.isnan(dataset["x"].flat).sum()) == right["missing_inside"]
    assert dataset.guessed["shape"] == "class-first"
    assert "class-first" in [one.code for one in dataset.findings]
