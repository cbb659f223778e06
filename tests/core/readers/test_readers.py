"""The table of formats: what is picked, what the path may be, what every piece carries."""

import os
import pickle
import socket

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from padviewer.core.errors import ChoiceError, ContentError, PathError, UnsafeError
from padviewer.core.readers import FORMATS, ReadOptions, pick, read

NAMES = [
    "Parquet",
    "Arrow file",
    "Arrow stream",
    "ORC",
    "Excel",
    "Stata",
    "SPSS",
    "SAS",
    "NPZ",
    "NPY",
    "JSON lines",
    "JSON",
    "CSV",
    "TSV",
    "Plain text",
]


def file(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_table_holds_every_format_in_the_order_of_picking():
    assert [one.name for one in FORMATS] == NAMES


@pytest.fixture
def parquet(tmp_path):
    path = tmp_path / "x.parquet"
    pq.write_table(pa.table({"x": pa.array([[1, 2], [3]])}), path)
    return path


def test_pieces_carry_path_and_format(parquet):
    pieces = list(read(parquet))
    assert [(piece.path, piece.format) for piece in pieces] == [(parquet, "Parquet")]
    assert pieces[0].findings == ()


def test_content_decides_before_the_suffix_and_says_so(parquet):
    named = parquet.rename(parquet.with_suffix(".csv"))
    piece = next(read(named))
    assert piece.format == "Parquet"
    assert [(f.code, f.message) for f in piece.findings] == [
        ("mislabelled", "The file is named .csv but holds Parquet; it is read as Parquet.")
    ]
    other = named.rename(named.with_suffix(".dat"))
    assert next(read(other)).findings == ()


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.csv", b"a,b\n1,2\n", "CSV"),
        ("a.TSV", b"a\tb\n", "TSV"),
        ("a.txt", b"a,b\n1,2\n", "Plain text"),
        ("a.jsonl", b"[1]\n[2]\n", "JSON lines"),
        ("a.json", b"[[1], [2]]", "JSON"),
        ("a.log", b"hello\nworld, again\n", "Plain text"),
        ("a.log", b"a,b\n1,2\n3,4\n", "CSV"),
        ("a.parquet", b"a\tb\n1\t2\n", "TSV"),
        ("a", b"ORC,b\n1,2\n", "CSV"),
        ("a.log", b"x,y\n" * 1023 + b"x,\xe2\x82\xac\n", "CSV"),
        ("a.log", b"xyz" + b"\xe2\x82\xac" * 2000, "Plain text"),
        ("a.npy", b"\x00\x01\x02", "NPY"),
        ("a.csv", b"a,\xff\n", "CSV"),
    ],
)
def test_text_is_picked_by_suffix_then_by_its_lines(tmp_path, name, content, form):
    assert pick(file(tmp_path, name, content)).name == form


def test_a_format_can_be_asked_for(tmp_path):
    path = file(tmp_path, "a.log", b"a,b\n")
    assert pick(path, ReadOptions(format="csv")).name == "CSV"
    assert next(read(file(tmp_path, "a.txt", b"x\n1\n"), ReadOptions(format="CSV"))).findings == ()
    with pytest.raises(ChoiceError, match="Parquet, Arrow file"):
        pick(path, ReadOptions(format="word"))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x89HDF\r\n\x1a\n" + bytes(20), "HDF5"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"PK\x03\x04" + bytes(40), "zip archive that is neither a workbook nor an NPZ"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"\x00\x01\x02\x03", "no format that PadViewer knows"),
    ],
)
def test_content_that_is_not_read_is_named(tmp_path, content, what):
    with pytest.raises(ContentError, match=what) as caught:
        pick(file(tmp_path, "data.bin", content))
    assert "Parquet" in caught.value.remedy


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_pickles_are_refused(tmp_path, protocol):
    path = file(tmp_path, "data.csv", pickle.dumps([1, 2], protocol))
    with pytest.raises(UnsafeError, match="could run any code"):
        read(path)


def test_paths_that_are_no_files(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    door = socket.socket(socket.AF_UNIX)
    door.bind(os.path.relpath(tmp_path / "door"))
    door.close()
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    cases = {
        tmp_path / "missing.csv": "no-such-file",
        tmp_path: "is-a-folder",
        pipe: "not-a-regular-file",
        tmp_path / "door": "not-a-regular-file",
        type(tmp_path)("/dev/null"): "not-a-regular-file",
        loop: "unreadable",
        tmp_path / "nul\0": "unreadable",
        tmp_path / ("n" * 300): "unreadable",
    }
    for path, code in cases.items():
        with pytest.raises(PathError) as caught:
            read(path)
        assert caught.value.code == code
        assert caught.value.exit_code == 4


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = file(tmp_path, "a.csv", b"a\n")

    def refused(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refused)
    with pytest.raises(PathError, match="Permission denied"):
        read(path)


def test_an_empty_file(tmp_path):
    with pytest.raises(ContentError, match="empty"):
        read(file(tmp_path, "a.csv", b""))


def test_a_file_that_changes_while_it_is_read(tmp_path):
    path = tmp_path / "x.npy"
    np.save(path, np.arange(200_000))
    pieces = read(path)
    next(pieces)
    os.utime(path, (1, 1))
    with pytest.raises(ContentError, match="changed while it was read"):
        list(pieces)


def test_a_file_that_vanishes_while_it_is_read(tmp_path):
    path = tmp_path / "x.npy"
    np.save(path, np.arange(200_000))
    pieces = read(path)
    next(pieces)
    path.unlink()
    with pytest.raises(PathError, match="no such file"):
        list(pieces)
