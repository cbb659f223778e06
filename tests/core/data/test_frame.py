"""DataFrames in and out; the oracle is pandas."""

import datetime as dt

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from padviewer.core import Dataset, open_dataset, pad
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError


def codes(dataset):
    return [(finding.code, finding.where, finding.count) for finding in dataset.findings]


def plain(series):
    """The cells of a column as pandas says them, nulls as None."""
    return [None if null else value for value, null in zip(series.tolist(), series.isna(), strict=True)]


SCALARS = {
    "ints": pd.Series([1, -2, 3], dtype="int16"),
    "unsigned": pd.Series([2**64 - 1, 0, 1], dtype="uint64"),
    "bools": pd.Series([True, False, True]),
    "texts": pd.Series(["a", "", "ü"]),
    "Int64": pd.Series([2**53 + 1, None, 3], dtype="Int64"),
    "UInt8": pd.Series([255, None, 3], dtype="UInt8"),
    "boolean": pd.Series([True, None, False], dtype="boolean"),
    "string": pd.Series(["a", None, ""], dtype="string"),
    "objects": pd.Series(["a", None, "b"], dtype=object),
    "object ints": pd.Series([2**60 + 1, None, 3], dtype=object),
    "categories": pd.Series(["x", None, "y"], dtype="category"),
    "codes": pd.Series([30, None, 50], dtype=object).astype("category"),
    "arrow ints": pd.Series([1, None, 3], dtype="int8[pyarrow]"),
    "arrow texts": pd.Series(["a", None, "b"], dtype=pd.ArrowDtype(pa.string())),
    "sparse": pd.Series(pd.arrays.SparseArray([0, 0, 7])),
}


@pytest.mark.parametrize("name", SCALARS)
def test_single_values_are_what_pandas_says_in_both_directions(name):
    frame = pd.DataFrame({"x": SCALARS[name]})
    dataset = Dataset.from_pandas(frame)
    wanted = plain(frame["x"])
    assert dataset["x"].to_lists() == wanted
    nulls = sum(one is None for one in wanted)
    assert codes(dataset) == ([("missing-values", "x", nulls)] if nulls else [])
    out = dataset.to_pandas()
    assert plain(out["x"]) == wanted
    again = Dataset.from_pandas(out)
    assert (again["x"].kind, again["x"].dtype) == (dataset["x"].kind, dataset["x"].dtype)
    assert again["x"].to_lists() == wanted


@pytest.mark.parametrize(
    ("name", "dtype"),
    [
        ("ints", "int16"),
        ("unsigned", "uint64"),
        ("bools", "bool"),
        ("Int64", "Int64"),
        ("UInt8", "UInt8"),
        ("boolean", "boolean"),
        ("categories", "category"),
    ],
)
def test_dtypes_come_back_as_they_went_in(name, dtype):
    assert str(Dataset.from_pandas(pd.DataFrame({"x": SCALARS[name]})).to_pandas()["x"].dtype) == dtype


def test_nan_among_floats_stays_nan_and_is_no_null():
    for dtype in ("float64", "float32", "Float64"):
        dataset = Dataset.from_pandas(pd.DataFrame({"x": pd.Series([1.5, None, np.inf], dtype=dtype)}))
        np.testing.assert_array_equal(dataset["x"].flat, np.array([1.5, np.nan, np.inf]))
        assert dataset["x"].missing is None
    assert dataset.to_pandas()["x"].isna().tolist() == [False, True, False]


def test_times_are_whole_numbers_in_the_unit_that_is_said():
    frame = pd.DataFrame(
        {
            "at": pd.Series(["2024-01-31 10:00", None], dtype="datetime64[ms]"),
            "zone": pd.to_datetime(["2024-01-31 10:00"] * 2).tz_localize("Europe/Berlin"),
            "took": pd.Series([90, 1], dtype="timedelta64[s]"),
            "day": [dt.date(1970, 1, 3), dt.date(1969, 12, 31)],
            "arrow": pd.Series([dt.date(1970, 1, 3), None], dtype=pd.ArrowDtype(pa.date32())),
        }
    )
    dataset = Dataset.from_pandas(frame)
    at = int(pd.Timestamp("2024-01-31 10:00").timestamp() * 1000)
    assert dataset["at"].to_lists() == [at, None]
    unit = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}[frame["zone"].dt.unit]
    assert dataset["zone"].to_lists() == [(at // 1000 - 3600) * unit] * 2
    assert (dataset["took"].to_lists(), dataset["day"].to_lists()) == ([90, 1], [2, -1])
    assert dataset["arrow"].to_lists() == [2, None]
    said = {one.where: one.message for one in dataset.findings if one.code == "times-as-numbers"}
    assert set(said) == {"at", "zone", "took", "day", "arrow"}
    assert "milliseconds" in said["at"]
    assert "UTC" in said["zone"]
    assert "seconds" in said["took"]
    assert "days" in said["day"]


LISTS = [
    [[1, 2], [], [3]],
    [(1, 2), (), (3,)],
    [np.array([1, 2], np.int8), np.array([], np.int8), np.array([3], np.int8)],
    [[1.5, np.nan], [], [2.0]],
    [["a", ""], [], ["ü"]],
    [[[1], [2, 3]], [], [[4]]],
    [[1, None], [], [3]],
    [[True], [False, True], []],
    [[[1, 2], [3, 4]], [[5, 6]], []],
]


@pytest.mark.parametrize("rows", LISTS)
def test_rows_in_cells_go_in_and_come_out(rows):
    wanted = [list(row) for row in rows]
    dataset = Dataset.from_pandas(pd.DataFrame({"x": pd.Series(rows, dtype=object)}))
    np.testing.assert_equal(dataset["x"].to_lists(), wanted)
    out = dataset.to_pandas()
    again = Dataset.from_pandas(out)
    np.testing.assert_equal(again["x"].to_lists(), wanted)
    assert (again["x"].dtype, again["x"].inner_shape) == (dataset["x"].dtype, dataset["x"].inner_shape)


def test_arrays_in_cells_keep_dtype_and_inner_axes():
    rows = [np.ones((2, 3), np.float32), np.zeros((1, 3), np.float32)]
    dataset = Dataset.from_pandas(pd.DataFrame({"x": pd.Series(rows, dtype=object)}))
    assert (dataset["x"].inner_shape, dataset["x"].dtype) == ((3,), "float32")
    for cell, row in zip(dataset.to_pandas()["x"], rows, strict=True):
        np.testing.assert_array_equal(cell, row)
        assert cell.dtype == row.dtype


def test_cells_as_parquet_gives_them_are_read(tmp_path):
    """Arrays of objects that hold arrays, beside lists, tuples and nulls."""
    pd.DataFrame({"x": [[[1], [2, 3]], [[4]]], "t": [["a"], ["b", "c"]]}).to_parquet(tmp_path / "x.parquet")
    read = pd.read_parquet(tmp_path / "x.parquet")
    assert isinstance(read["x"][0], np.ndarray)
    dataset = Dataset.from_pandas(read)
    assert dataset["x"].to_lists() == [[[1], [2, 3]], [[4]]]
    assert dataset["t"].to_lists() == [["a"], ["b", "c"]]
    mixed = pd.Series([np.array([1, 2]), [3], (4,), None, pd.NA, float("nan")], dtype=object)
    dataset = Dataset.from_pandas(pd.DataFrame({"x": mixed}))
    assert dataset["x"].to_lists() == [[1, 2], [3], [4], [], [], []]
    assert [(one.code, one.rows) for one in dataset.findings] == [("null-rows", (3, 4, 5))]
    arrow = pd.Series([[1, 2], None], dtype=pd.ArrowDtype(pa.list_(pa.int64())))
    assert Dataset.from_pandas(pd.DataFrame({"x": arrow}))["x"].to_lists() == [[1, 2], []]


def test_missing_steps_are_said_with_their_rows():
    frame = pd.DataFrame({"x": [[1], [2, None, None]], "y": [[[1], [2]], [[None, 3]]]})
    dataset = Dataset.from_pandas(frame)
    found = [(one.code, one.where, one.count, one.rows) for one in dataset.findings]
    assert found == [("missing-steps", "x", 2, (1,)), ("missing-steps", "y", 1, (1,))]


def test_what_cannot_be_a_column_is_left_out_and_said():
    frame = pd.DataFrame(
        {
            "x": [[1], [2]],
            "mixed": [1, "a"],
            "complex": [1j, 2],
            "period": pd.period_range("2024", periods=2, freq="D"),
            "bytes": [b"a", b"b"],
        }
    )
    dataset = Dataset.from_pandas(frame)
    assert dataset.columns == ("x",)
    assert [where for code, where, _ in codes(dataset) if code == "column-left-out"] == [
        "mixed",
        "complex",
        "period",
        "bytes",
    ]
    with pytest.raises(ContentError, match=r"No column can be shown.*“mixed”"):
        Dataset.from_pandas(frame[["mixed"]])
    with pytest.raises(ContentError, match="It has no columns"):
        Dataset.from_pandas(pd.DataFrame())
    levels = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")]))
    with pytest.raises(ContentError, match="names of 2 levels"):
        Dataset.from_pandas(levels)


def test_names_are_made_unique_and_texts():
    frame = pd.DataFrame([[1, 2, 3]], columns=["a", "a", 7])
    dataset = Dataset.from_pandas(frame)
    assert dataset.columns == ("a", "a_2", "7")
    assert [code for code, _, _ in codes(dataset)] == ["column-renamed"]


def test_an_index_that_says_something_is_a_column():
    frame = pd.DataFrame({"x": [[1], [2]]})
    assert Dataset.from_pandas(frame).columns == ("x",)
    frame.index = pd.Index(["ann", "bob"], name="user")
    assert Dataset.from_pandas(frame)["user"].to_lists() == ["ann", "bob"]
    frame.index = pd.Index([3, 1])
    assert Dataset.from_pandas(frame)["index"].to_lists() == [3, 1]
    frame.index = pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["k", "n"])
    assert Dataset.from_pandas(frame).columns == ("k", "n", "x")


def test_a_dataset_does_not_change_with_the_frame():
    frame = pd.DataFrame({"y": [1, 2]})
    dataset = Dataset.from_pandas(frame)
    frame.loc[0, "y"] = 9
    assert dataset["y"].to_lists() == [1, 2]


def test_names_that_stand_twice_among_categories_come_out_as_texts():
    column = Ragged(np.array([0, 1, -1], np.int32), dictionary=("a", "a"), missing=np.array([0, 0, 1], bool))
    assert plain(Dataset({"x": column}).to_pandas()["x"]) == ["a", "a", None]


def test_a_column_of_pandas_is_padded():
    frame = pd.DataFrame({"tokens": [np.array([1, 2, 3], np.int16), np.array([4], np.int16)]})
    padded = pad(frame["tokens"])
    assert padded.array.tolist() == [[1, 2, 3], [4, 0, 0]]
    assert pad(pd.Series([(1,), None, [2, 3]])).array.tolist() == [[1, 0], [0, 0], [2, 3]]
    with pytest.raises(ContentError, match="“y”"):
        pad(pd.Series([1, 2], name="y"))
    with pytest.raises(ContentError, match="A whole table is no column"):
        pad(frame)


def test_a_frame_is_opened_like_a_file():
    frame = pd.DataFrame({"user": [2, 1, 2], "item": [5, 6, 7]})
    dataset = open_dataset(frame)
    assert (dataset.format, len(dataset), dataset["item"].to_lists()) == ("DataFrame", 3, [5, 6, 7])
    grouped = frame.groupby("user", sort=False)["item"].agg(list)
    assert open_dataset(frame, long="user")["item"].to_lists() == grouped.tolist()
    with pytest.raises(ChoiceError, match="DataFrame has no choice of delimiter"):
        open_dataset(frame, delimiter=";")


def test_rows_of_one_shape_come_out_as_arrays_and_unknown_objects_are_left_out():
    block = np.arange(12, dtype=np.int16).reshape(2, 3, 2)
    out = Dataset({"x": Ragged(block)}).to_pandas()
    assert [cell.tolist() for cell in out["x"]] == block.tolist()
    assert Dataset.from_pandas(out)["x"].to_lists() == block.tolist()
    frame = pd.DataFrame({"x": [1, 2], "odd": [object(), object()], "sets": [{1}, {2}]})
    assert Dataset.from_pandas(frame).columns == ("x",)
