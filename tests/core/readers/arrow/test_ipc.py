"""Parquet, Arrow files and Arrow streams against pyarrow's own to_pylist; damage and hostility refused."""

import numpy as np
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.data.dataset import join
from padviewer.core.errors import ContentError
from padviewer.core.readers import read
from padviewer.core.readers.arrow.ipc import ARROW_FILE, ARROW_STREAM
from padviewer.core.readers.arrow.parquet import PARQUET
from tests.core.readers.arrow.files import WRITERS, codes, every_format, load, saved, some_table, write


def expected(rows, depth):
    """What to_pylist gives, with null lists as empty lists and NaN as None."""
    if depth == 0:
        return None if rows != rows else rows
    if rows is None:
        return []
    return [expected(row, depth - 1) for row in rows]


def nan_to_none(rows):
    if isinstance(rows, list):
        return [nan_to_none(row) for row in rows]
    return None if rows != rows else rows


ITEMS = {
    pa.int64(): st.integers(-(2**63), 2**63 - 1),
    pa.uint64(): st.integers(0, 2**64 - 1),
    pa.int8(): st.integers(-128, 127),
    pa.bool_(): st.booleans(),
    pa.float32(): st.floats(width=32, allow_nan=False),
    pa.float64(): st.floats(allow_nan=False),
    pa.float16(): st.floats(width=16, allow_nan=False),
    pa.string(): st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    pa.large_string(): st.text("aé€𝄞", max_size=3),
    pa.dictionary(pa.int8(), pa.string()): st.sampled_from(["a", "b", "é"]),
}
LISTS = [pa.list_, pa.large_list, pa.list_view, pa.large_list_view]


@st.composite
def tables(draw, kinds=LISTS):
    leaf = draw(st.sampled_from(list(ITEMS)))
    depth = draw(st.integers(0, 1 if pa.types.is_dictionary(leaf) else 2))
    rows = st.none() | ITEMS[leaf]
    kind = leaf
    for _ in range(depth):
        kind = draw(st.sampled_from(kinds))(kind)
        rows = st.none() | st.lists(rows, max_size=4)
    chunks = []
    for _ in range(draw(st.integers(1, 3))):
        data = draw(st.lists(rows, max_size=6))
        chunk = pa.array(data, kind)
        start = draw(st.integers(0, len(data)))
        chunks.append(chunk.slice(start, draw(st.integers(0, len(data) - start))))
    return pa.table({"x": pa.chunked_array(chunks, kind)}), depth


@pytest.mark.parametrize("form", ["Arrow file", "Arrow stream"])
@given(made=tables())
def test_arrow_lists_equal_to_pylist(tmp_path_factory, form, made):
    table, depth = made
    dataset = saved(table, tmp_path_factory.getbasetemp(), form)
    assert nan_to_none(dataset["x"].to_lists()) == expected(table["x"].to_pylist(), depth + 1)
    assert dataset["x"].ragged_axes + len(dataset["x"].inner_shape) == depth


@given(made=tables([pa.list_, pa.large_list]), groups=st.integers(1, 4))
def test_parquet_lists_equal_to_pylist(tmp_path_factory, made, groups):
    table, depth = made
    path = tmp_path_factory.getbasetemp() / "lists.parquet"
    pq.write_table(table, path, row_group_size=groups)
    dataset = load(path)
    assert nan_to_none(dataset["x"].to_lists()) == expected(table["x"].to_pylist(), depth + 1)
    assert len(dataset) == table.num_rows


@every_format
def test_integers_beyond_float_stay_exact_beside_nulls(tmp_path, form):
    table = pa.table({"x": pa.array([[2**53 + 1, None], None, [-(2**63)]])})
    dataset = saved(table, tmp_path, form)
    assert dataset["x"].to_lists() == [[2**53 + 1, None], [], [-(2**63)]]
    assert dataset["x"].dtype == "int64"
    said = codes(dataset)
    assert (said["null-rows"].count, said["null-rows"].rows) == (1, (1,))
    assert (said["missing-steps"].count, said["missing-steps"].rows) == (1, (0,))


def test_uint64_and_narrow_dtypes_stay(tmp_path):
    columns = {
        "u": pa.array([2**64 - 1], pa.uint64()),
        "h": pa.array([1.5], pa.float16()),
        "f": pa.array([0.1], pa.float32()),
        "b": pa.array([True]),
        "s": pa.array([-3], pa.int16()),
    }
    dataset = saved(pa.table(columns), tmp_path)
    assert [dataset[name].dtype for name in columns] == ["uint64", "float16", "float32", "bool", "int16"]
    assert dataset["u"].to_lists() == [2**64 - 1]


@every_format
def test_fixed_size_lists_inside_lists_are_inner_axes(tmp_path, form):
    kind = pa.list_(pa.list_(pa.float32(), 3))
    table = pa.table({"x": pa.array([[[1, 2, 3], [4, None, 6]], None, [None, [7, 8, 9]]], kind)}).slice(0, 3)
    column = saved(table, tmp_path, form)["x"]
    assert column.inner_shape == (3,)
    assert column.offsets.tolist() == [0, 2, 2, 4]
    nan = np.nan
    np.testing.assert_array_equal(column.flat, [[1, 2, 3], [4, nan, 6], [nan, nan, nan], [7, 8, 9]])


def test_missing_values_in_an_inner_axis_of_integers_mark_the_step(tmp_path):
    kind = pa.list_(pa.list_(pa.list_(pa.int32(), 1), 2))
    rows = [[[[0], [0]]], [[[1], [2]], [[3], None], None, [[5], [None]]]]
    dataset = saved(pa.table({"x": pa.array(rows, kind).slice(1)}), tmp_path, "Arrow file")
    assert dataset["x"].missing.tolist() == [False, True, True, True]
    assert dataset["x"].flat.tolist() == [[[1], [2]], [[3], [0]], [[0], [0]], [[5], [0]]]
    assert codes(dataset)["missing-steps"].count == 3


def test_fixed_size_lists_are_rows_and_of_texts_an_axis(tmp_path):
    columns = {
        "f": pa.array([[1, 2], None, [3, None]], pa.list_(pa.int64(), 2)),
        "t": pa.array([[["a", "b"]], None, [None, ["c", None]]], pa.list_(pa.list_(pa.string(), 2))),
    }
    dataset = saved(pa.table(columns), tmp_path, "Arrow file")
    assert dataset["f"].to_lists() == [[1, 2], [], [3, None]]
    assert dataset["t"].to_lists() == [[["a", "b"]], [], [[], ["c", None]]]
    assert (codes(dataset)["null-lists"].count, codes(dataset)["null-lists"].rows) == (1, (2,))


def test_texts_views_and_run_ends(tmp_path):
    runs = pa.RunEndEncodedArray.from_arrays(pa.array([2, 3], pa.int32()), pa.array([7, None]))
    columns = {
        "v": pa.array(["a", None, "longer than twelve bytes"], pa.string_view()),
        "l": pa.array([[], ["é", "€"], [None]], pa.list_(pa.large_string())),
        "r": runs,
    }
    dataset = saved(pa.table(columns), tmp_path, "Arrow file")
    assert dataset["v"].to_lists() == ["a", None, "longer than twelve bytes"]
    assert dataset["l"].to_lists() == [[], ["é", "€"], [None]]
    assert dataset["r"].to_lists() == [7, 7, None]
    assert codes(dataset)["missing-values"].where in {"v", "r"}


def test_categories_keep_their_names_over_batches_with_other_dictionaries(tmp_path):
    path = tmp_path / "data.arrows"
    batches = [
        pa.array(["b", None, "a"]).dictionary_encode(),
        pa.DictionaryArray.from_arrays(pa.array([0, 1, 2], pa.uint8()), pa.array(["c", None, "a"])).cast(
            pa.dictionary(pa.int32(), pa.string())
        ),
    ]
    schema = pa.schema({"x": pa.dictionary(pa.int32(), pa.string())})
    with pa.ipc.new_stream(str(path), schema) as writer:
        for batch in batches:
            writer.write_batch(pa.record_batch([batch], schema=schema))
    column = load(path)["x"]
    assert column.kind == "category"
    assert column.flat.dtype == np.int32
    assert column.to_lists() == ["b", None, "a", "c", None, "a"]
    assert column.missing.tolist() == [False, True, False, False, True, False]


def test_dictionary_of_numbers_is_decoded(tmp_path):
    table = pa.table({"x": pa.array([5, 7, 5]).dictionary_encode()})
    assert saved(table, tmp_path, "Arrow file")["x"].to_lists() == [5, 7, 5]


TIMES = {
    "date32": (pa.date32(), 19_000, "days since 1970-01-01"),
    "date64": (pa.date64(), 86_400_000, "milliseconds since 1970-01-01"),
    "timestamp": (pa.timestamp("us", "UTC"), 5, "microseconds since 1970-01-01 00:00 UTC"),
    "local": (pa.timestamp("ns"), 5, "nanoseconds since 1970-01-01 00:00."),
    "time32": (pa.time32("s"), 5, "seconds since midnight"),
    "time64": (pa.time64("us"), 5, "microseconds since midnight"),
    "duration": (pa.duration("ms"), 5, "durations in milliseconds"),
}


@pytest.mark.parametrize("name", list(TIMES))
def test_times_become_whole_numbers_in_their_unit(tmp_path, name):
    kind, value, words = TIMES[name]
    width = pa.int32() if kind.bit_width == 32 else pa.int64()
    table = pa.table({"x": pa.array([value, None], width).cast(kind)})
    dataset = saved(table, tmp_path, "Arrow file")
    assert dataset["x"].dtype == "int64"
    assert dataset["x"].to_lists() == [value, None]
    assert words in codes(dataset)["times-as-numbers"].message


def test_what_cannot_be_shown_is_left_out_and_named(tmp_path):
    deep = pa.list_(pa.list_(pa.list_(pa.int64())))
    wide = pa.list_(pa.list_(pa.list_(pa.list_(pa.int64(), 1), 1), 1))
    columns = {
        "keep": pa.array([[1]]),
        "map": pa.array([[("a", 1)]], pa.map_(pa.string(), pa.int64())),
        "maps": pa.array([[[("a", 1)]]], pa.list_(pa.map_(pa.string(), pa.int64()))),
        "struct": pa.array([{"a": 1}]),
        "bytes": pa.array([b"x"]),
        "decimal": pa.array([1], pa.int64()).cast(pa.decimal128(21, 2)),
        "deep": pa.array([[[[1]], [[1], [1, 2]]]], deep),
        "wide": pa.array([[[[[1]]]]], wide),
        "null": pa.nulls(1),
        "none": pa.array([[]], pa.list_(pa.int64(), 0)),
    }
    dataset = saved(pa.table(columns), tmp_path, "Arrow file")
    assert dataset.columns == ("keep",)
    left = {f.where: f.message for f in dataset.findings if f.code == "column-left-out"}
    assert set(left) == set(columns) - {"keep"}
    assert "decimal128(21, 2)" in left["decimal"]
    assert "3 of its axes are ragged" in left["deep"]
    assert "5 axes" in left["wide"]
    assert "hold nothing" in left["null"]
    assert "hold nothing" in left["none"]
    columns.pop("none")
    assert saved(pa.table(columns), tmp_path).columns == ("keep",)


def test_nothing_left_is_an_error_that_says_why(tmp_path):
    path = write(pa.table({"x": pa.array([[[[1], [2, 3]], []]])}), tmp_path, "Parquet")
    with pytest.raises(ContentError, match="3 of its axes are ragged"):
        load(path)
    path = write(pa.table({}), tmp_path, "Arrow file")
    with pytest.raises(ContentError, match="no columns"):
        load(path)


@every_format
def test_names_are_made_unique(tmp_path, form):
    table = pa.table(
        [pa.array([1]), pa.array([2]), pa.array([3]), pa.array([[4]])], names=["a", "a", "", "b.c"]
    )
    dataset = saved(table, tmp_path, form)
    assert {name: dataset[name].to_lists() for name in dataset.columns} == {
        "a": [1],
        "a_2": [2],
        "column_3": [3],
        "b.c": [[4]],
    }
    assert [f.where for f in dataset.findings if f.code == "column-renamed"] == ["a_2", "column_3"]


def test_extension_types_are_read_as_their_storage(tmp_path):
    table = pa.table({"x": pa.ExtensionArray.from_storage(pa.bool8(), pa.array([1, 0, None], pa.int8()))})
    assert saved(table, tmp_path, "Arrow file")["x"].to_lists() == [1, 0, None]


@every_format
def test_no_rows_are_columns_without_rows(tmp_path, form):
    schema = pa.schema({"x": pa.list_(pa.int64()), "y": pa.string(), "z": pa.bool8()})
    dataset = saved(schema.empty_table(), tmp_path, form)
    assert len(dataset) == 0
    assert dataset["x"].dtype == "int64"
    assert dataset["x"].ragged_axes == 1
    assert dataset["y"].is_text


def test_list_of_nulls_is_missing(tmp_path):
    dataset = saved(pa.table({"x": pa.array([[None], [], [None, None]], pa.list_(pa.null()))}), tmp_path)
    assert nan_to_none(dataset["x"].to_lists()) == [[None], [], [None, None]]
    assert codes(dataset)["missing-steps"].count == 3


@every_format
def test_the_first_piece_is_small_and_no_row_is_lost(tmp_path, form):
    rng = np.random.default_rng(3)
    lengths = rng.integers(0, 200, 40_000)
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    flat = rng.integers(0, 2**40, offsets[-1])
    table = pa.table({"x": pa.ListArray.from_arrays(offsets, flat), "i": np.arange(40_000)})
    path = tmp_path / "data"
    if form == "Parquet":
        pq.write_table(table, path, row_group_size=15_001)
    else:
        WRITERS[form](table, path)
    pieces = list(read(path))
    assert pieces[0].nbytes < 1 << 20
    assert max(piece.nbytes for piece in pieces) < 20 << 20
    assert len(pieces) < 12
    whole = join(pieces)
    assert np.array_equal(whole["i"].flat, np.arange(40_000))
    assert np.array_equal(whole["x"].flat, flat)
    assert np.array_equal(whole["x"].offsets, offsets)


def test_many_small_batches_are_gathered(tmp_path):
    table = pa.table({"x": pa.array([[i, i + 1] for i in range(3000)])})
    path = tmp_path / "small.arrows"
    with pa.ipc.new_stream(str(path), table.schema) as writer:
        writer.write_table(table, max_chunksize=10)
    pieces = list(read(path))
    assert [len(piece) for piece in pieces] == [10, 2990]
    assert join(pieces)["x"].to_lists() == table["x"].to_pylist()


@pytest.mark.parametrize("compression", ["lz4", "zstd", "uncompressed"])
def test_feather_v2_of_every_compression(tmp_path, compression):
    path = tmp_path / "data.feather"
    table = pa.table({"x": pa.array([list(range(i % 7)) for i in range(5000)])})
    feather.write_feather(table, path, compression=compression)
    assert load(path)["x"].to_lists() == table["x"].to_pylist()


def test_names_of_files_that_are_not_utf8(tmp_path):
    path = write(pa.table({"x": [[1]]}), tmp_path, "Arrow file")
    odd = tmp_path / "odd-\udcff.arrow"
    path.rename(odd)
    assert load(odd)["x"].to_lists() == [[1]]


@pytest.mark.parametrize(
    ("head", "form"),
    [(b"PAR1....", PARQUET), (b"ARROW1\0\0", ARROW_FILE), (b"FEA1", ARROW_FILE)],
)
def test_magic_is_known(tmp_path, head, form):
    assert form.matches(head, tmp_path)
    assert not ARROW_STREAM.matches(head, tmp_path)


def test_a_stream_s_head_is_known_by_its_schema(tmp_path):
    head = write(some_table(5), tmp_path, "Arrow stream").read_bytes()[:4096]
    assert ARROW_STREAM.matches(head, tmp_path)
    assert not ARROW_STREAM.matches(head[:12], tmp_path)
    assert not ARROW_STREAM.matches(b"\xff\xff\xff\xff" + bytes(8), tmp_path)
    assert not ARROW_STREAM.matches(b"\xff\xff\xff\xff" + bytes(4) + b"\xff" * 100, tmp_path)
