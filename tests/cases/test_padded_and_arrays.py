"""Arrays and padded rows, as their owners meant them."""

import contextlib
import json
import re
import shutil
import subprocess
import sys
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


def run_code(code, folder):
    """Run a printed conversion in a process of its own, and open the file that it wrote."""
    before = set(folder.iterdir())
    subprocess.run([sys.executable, "-c", f"import numpy as np; {code}"], cwd=folder, check=True)
    (made,) = set(folder.iterdir()) - before
    return open_dataset(made)


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
    shutil.copy(HERE / "54-complex.npy", tmp_path)
    flat = run_code(code_of(caught.value, "a = "), tmp_path)["x"].flat
    a = np.load(HERE / "54-complex.npy")
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
    shutil.copy(HERE / "59-structured.npy", tmp_path)
    opened = run_code(code_of(caught.value, "a = "), tmp_path)
    assert set(opened.columns) == set(np.load(HERE / "59-structured.npy").dtype.names)


LONG = np.array([[1.5, -2.25], [0.1, 3.0]], np.longdouble)
NOT_READ = {
    "complex": np.array([[1 + 2j, 3], [0, -1j]], np.complex64),
    "long complex": LONG + 1j * LONG[::-1],
    "long": LONG,
    "void": np.array([[b"ab", b"cd"], [b"\0f", b"g\xff"]], "V2"),
}


def right(name):
    """Return what the conversion of an array must give: all of it, in numbers of at most 64 bits."""
    array = NOT_READ[name]
    if array.dtype.kind == "c":
        return np.stack([array.real, array.imag], -1).astype(np.float64)
    if array.dtype.kind == "V":
        return np.array([[list(bytes(one)) for one in row] for row in array])
    return array.astype(np.float64)


@pytest.mark.parametrize("name", NOT_READ)
def test_the_printed_conversion_of_an_array_gives_all_of_it(tmp_path, name):
    np.save(tmp_path / "it's.npy", NOT_READ[name])
    with pytest.raises(ContentError) as caught:
        open_dataset(tmp_path / "it's.npy")
    opened = run_code(code_of(caught.value, "a = "), tmp_path)
    np.testing.assert_array_equal(opened["x"].flat, right(name))


@pytest.mark.parametrize("name", NOT_READ)
def test_the_printed_conversion_in_an_archive_keeps_the_others(tmp_path, name):
    np.savez(tmp_path / "a.npz", x=NOT_READ[name], label=[4, 5])
    (said,) = [one for one in open_dataset(tmp_path / "a.npz").findings if one.code == "column-left-out"]
    opened = run_code(code_of(said, "z = "), tmp_path)
    np.testing.assert_array_equal(opened["x"].flat, right(name))
    assert opened["label"].to_lists() == [4, 5]


def test_the_fields_of_an_archive_are_saved_beside_its_other_arrays(tmp_path):
    pairs = np.array([(1, 0.5), (2, 1.5)], [("id", "i8"), ("mass", "f8")])
    np.savez(tmp_path / "a.npz", x=pairs, label=[4, 5])
    (said,) = [one for one in open_dataset(tmp_path / "a.npz").findings if one.code == "column-left-out"]
    opened = run_code(code_of(said, "z = "), tmp_path)
    assert {name: opened[name].to_lists() for name in opened.columns} == {
        "label": [4, 5],
        "id": [1, 2],
        "mass": [0.5, 1.5],
    }


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
