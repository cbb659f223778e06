"""NPY files against numpy's own writer; headers that lie are refused before anything is allocated."""

import io
import random
import struct
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from padviewer.core.data.dataset import join
from padviewer.core.errors import ChoiceError, ContentError, PadViewerError, PathError, UnsafeError
from padviewer.core.readers import ReadOptions, read
from padviewer.core.readers.arrays import npy
from padviewer.core.readers.arrays import rows as npy_rows


def load(path, **options):
    return join(read(path, ReadOptions(**options)))


def saved(array, folder, **options):
    path = folder / "x.npy"
    np.save(path, array)
    return load(path, **options)


def header_file(path, text, body=b"", version=b"\x01\x00"):
    head = text.encode("latin-1")
    size = struct.pack("<H" if version[0] == 1 else "<I", len(head))
    path.write_bytes(b"\x93NUMPY" + version + size + head + body)
    return path


def described(descr="'<i4'", order="False", shape="(2,)"):
    return f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}\n"


numeric = (
    hnp.boolean_dtypes()
    | hnp.integer_dtypes()
    | hnp.unsigned_integer_dtypes()
    | hnp.floating_dtypes(sizes=(16, 32, 64))
)


@given(
    array=hnp.arrays(numeric, hnp.array_shapes(min_dims=1, max_dims=4, max_side=5)),
    fortran=st.booleans(),
    version=st.sampled_from([(1, 0), (2, 0), (3, 0)]),
)
def test_every_numeric_array_reads_back_dense(tmp_path_factory, array, fortran, version):
    path = tmp_path_factory.getbasetemp() / "any.npy"
    with path.open("wb") as file:
        np.lib.format.write_array(file, np.asfortranarray(array) if fortran else array, version)
    column = load(path, shape="dense")["x"]
    assert column.flat.dtype == array.dtype.newbyteorder("=")
    assert column.row_offsets is None
    assert column.inner_shape == array.shape[1:]
    np.testing.assert_array_equal(column.flat, array)


@pytest.mark.parametrize("shape", [(300_000,), (50_000, 7), (9, 20_000, 3), (700, 40, 13)])
@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("dtype", ["<i8", ">f8"])
def test_large_arrays_come_in_pieces(tmp_path, monkeypatch, shape, order, dtype):
    monkeypatch.setattr(npy_rows, "PIECE_BYTES", 1 << 20)
    array = np.arange(np.prod(shape)).reshape(shape).astype(dtype, order=order) + 1
    path = tmp_path / "x.npy"
    np.save(path, np.asarray(array, order=order))
    pieces = list(read(path, ReadOptions()))
    assert len(pieces) > 1
    assert pieces[0].nbytes <= max(1 << 18, array[:1].nbytes)
    np.testing.assert_array_equal(join(pieces)["x"].flat, array)


def test_bytes_other_than_zero_are_true(tmp_path):
    path = header_file(tmp_path / "b.npy", described("'|b1'"), b"\x00\x07")
    assert load(path)["x"].flat.tolist() == [False, True]


def test_texts_and_bytes_are_texts(tmp_path):
    assert saved(np.array(["a", "€𝄞", ""]), tmp_path)["x"].to_lists() == ["a", "€𝄞", ""]
    assert saved(np.array(["a", "bcd"]).astype(">U3"), tmp_path)["x"].to_lists() == ["a", "bcd"]
    assert saved(np.array(["é".encode(), b"b"]), tmp_path)["x"].to_lists() == ["é", "b"]
    with pytest.raises(ContentError, match="UTF-8"):
        saved(np.array([b"\xff"]), tmp_path)
    with pytest.raises(ContentError, match="do not exist"):
        load(header_file(tmp_path / "u.npy", described("'<U1'", shape="(1,)"), b"\x00\x00\x11\x00"))


def test_rows_of_texts_end_where_only_empty_texts_follow(tmp_path):
    table = np.array([["a", "", "b"], ["c", "", ""], ["", "", ""]])
    dataset = saved(table, tmp_path)
    assert dataset["x"].to_lists() == [["a", "", "b"], ["c"], []]
    assert dataset.guessed == {"shape": "fill-tail"}
    assert [(f.code, f.count, f.rows) for f in dataset.findings] == [("tail-as-padding", 5, (1, 2))]
    assert saved(table, tmp_path, shape="dense")["x"].to_lists() == table.tolist()
    with pytest.raises(ContentError, match="two axes"):
        saved(table[None], tmp_path)


def test_times_are_whole_numbers_and_nat_is_missing(tmp_path):
    dataset = saved(np.array(["1970-01-03", "NaT"], "M8[D]"), tmp_path)
    assert dataset["x"].to_lists() == [2, None]
    assert {f.code: f.count for f in dataset.findings} == {"times-as-numbers": 0, "missing-values": 1}
    assert "1 D since 1970" in dataset.findings[0].message
    wide = saved(np.arange(4).reshape(2, 2).astype("m8[25s]"), tmp_path)
    assert wide["x"].flat.tolist() == [[0, 1], [2, 3]]
    assert "25 s." in wide.findings[0].message


def test_objects_are_never_unpickled_and_the_conversion_works(tmp_path):
    rows = np.empty(3, object)
    rows[:] = [np.array([1, 2]), np.array([3]), np.array([4, 5, 6])]
    path = tmp_path / "rows.npy"
    np.save(path, rows)
    with pytest.raises(UnsafeError) as caught:
        load(path)
    assert caught.value.exit_code == 3
    code = caught.value.remedy.partition(": ")[2]
    assert "allow_pickle=True" in code
    subprocess.run(
        [sys.executable, "-c", f"import numpy as np; {code}"], check=True, cwd=tmp_path, timeout=60
    )
    assert load(tmp_path / "rows.npz")["values"].to_lists() == [[1, 2], [3], [4, 5, 6]]


@pytest.mark.parametrize(
    ("descr", "code"),
    [
        ("'|V4'", "unknown-dtype"),
        ("'<c8'", "unknown-dtype"),
        ("'<f16'", "unknown-dtype"),
        ("'<U0'", "zero-width"),
        ("'|S0'", "zero-width"),
        ("[('a', '<i4')]", "structured-array"),
        ("'i4,i4'", "damaged"),
        ("'<i3'", "damaged"),
        ("'<M8[zz]'", "damaged"),
        ("5", "damaged"),
    ],
)
def test_dtypes_that_are_not_read_are_named(tmp_path, descr, code):
    path = header_file(tmp_path / "d.npy", described(descr), bytes(64))
    with pytest.raises(ContentError) as caught:
        load(path)
    assert caught.value.code == code


@pytest.mark.parametrize("descr", ["'<U0'", "'|V0'", "'<i4'"])
def test_a_shape_that_lies_allocates_nothing(tmp_path, descr):
    path = header_file(tmp_path / "d.npy", described(descr, shape=f"({10**18},)"), bytes(64))
    with pytest.raises(ContentError):
        load(path)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (described(shape="(-1,)"), "shape"),
        (described(shape="[2]"), "shape"),
        (described(shape="(True,)"), "shape"),
        (described(shape="(1, 1, 1, 1, 1)"), "5 axes"),
        (described(shape=f"({10**9}, 0)"), "hold nothing"),
        (described(shape="()"), "single value"),
        (described(order="2"), "order"),
        (described(shape="(3,)"), "should be 12 and are 8"),
        ("{'descr': '<i4', 'shape': (2,)}", "lacks a field"),
        ("[1]", "lacks a field"),
        ("__import__('os').system('true')", "header is none"),
        ("-" * 9000 + "1", "header is none"),
        ("[" * 9000, "header is none"),
        ("+".join("1" * 4000), "header is none"),
        ("{" + " " * 20_000 + "}", "too long"),
    ],
)
def test_headers_that_are_none(tmp_path, text, what):
    path = header_file(tmp_path / "h.npy", text, bytes(8))
    with pytest.raises(ContentError, match=what):
        load(path)


@pytest.mark.parametrize("raw", [b"\x93NUMPY\x04\x00", b"\x93NUMPY\x01", b"\x93NUMPY\x01\x00\xff\xff{}"])
def test_stumps_are_refused(tmp_path, raw):
    path = tmp_path / "s.npy"
    path.write_bytes(raw)
    with pytest.raises(ContentError, match="damaged or cut off"):
        load(path)


def test_a_file_that_shrinks_while_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(npy_rows, "PIECE_BYTES", 1 << 16)
    path = tmp_path / "x.npy"
    np.save(path, np.arange(100_000))
    pieces = read(path, ReadOptions())
    next(pieces)
    with path.open("r+b") as file:
        file.truncate(300_000)
    with pytest.raises(ContentError, match="ends before its values"):
        list(pieces)


def test_bytes_behind_the_values_are_told(tmp_path):
    path = header_file(tmp_path / "t.npy", described(), bytes(8) + b"abc")
    assert [(f.code, f.count) for f in load(path).findings] == [("trailing-bytes", 3)]


def test_no_rows(tmp_path):
    assert len(saved(np.zeros((0, 5)), tmp_path)) == 0
    assert len(saved(np.zeros(0), tmp_path)) == 0


def test_flipped_bits_and_cuts_read_or_raise_our_errors(tmp_path, scaled):
    buffer = io.BytesIO()
    np.save(buffer, np.array([["ab", "c"], ["d", ""]]))
    raw = buffer.getvalue()
    path = tmp_path / "x.npy"
    rng = random.Random(2)
    refused = 0
    for at in range(scaled(6000)):
        bad = bytearray(raw)
        bad[rng.randrange(6, len(bad))] ^= 1 << rng.randrange(8)
        path.write_bytes(bad if at % 3 else bad[: rng.randrange(7, len(bad))])
        try:
            load(path)
        except PadViewerError:
            refused += 1
    assert refused > 0


def test_tails_are_cut_and_told(tmp_path):
    nan = np.nan
    rows = [[1, nan, 3], [4, nan, nan], [nan, nan, nan]]
    dataset = saved(np.array(rows, np.float32), tmp_path, shape="nan-tail")
    assert str(dataset["x"].to_lists()) == "[[1.0, nan, 3.0], [4.0], []]"
    assert dataset["x"].dtype == "float32"
    assert dataset.guessed == {"shape": "nan-tail"}
    assert [(f.code, f.count, f.rows) for f in dataset.findings] == [("tail-as-padding", 5, (1, 2))]


def test_a_tail_of_zeros_is_never_cut_unasked(tmp_path):
    array = np.arange(1, 801).reshape(-1, 8)
    for row in range(100):
        array[row, 8 - row % 7 :] = 0
    dataset = saved(array, tmp_path)
    assert dataset["x"].inner_shape == (8,)
    assert [(f.code, f.count) for f in dataset.findings] == [("looks-padded", int((array == 0).sum()))]
    asked = saved(array, tmp_path, shape="unpad")
    assert asked["x"].axis_lengths()[0].tolist() == [8 - row % 7 for row in range(100)]
    assert asked["x"].flat.tolist() == array[array != 0].tolist()


def test_shapes_of_csv_are_no_shapes_of_arrays(tmp_path):
    with pytest.raises(ChoiceError, match="ragged-lines"):
        saved(np.zeros((2, 2)), tmp_path, shape="ragged-lines")


def test_a_broken_disk_is_a_path_error(tmp_path, monkeypatch):
    path = tmp_path / "x.npy"
    np.save(path, np.arange(3))

    def broken(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(npy, "read_header", broken)
    with pytest.raises(PathError, match="Input/output error"):
        load(path)


def test_reading_an_array_imports_neither_pandas_nor_pyarrow(tmp_path):
    path = tmp_path / "x.npy"
    np.save(path, np.arange(3))
    program = (
        "import sys; from pathlib import Path; from padviewer.core.readers import read; "
        f"assert len(next(read(Path({str(path)!r})))) == 3; "
        "print(sorted({'pandas', 'pyarrow', 'numba', 'zipfile', 'orjson'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr
