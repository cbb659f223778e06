"""What a store's columns give back is what was appended, piece by piece, of every kind."""

import errno
import json
import os
import stat

import numpy as np
import pytest

from padviewer.core.data.ragged import Ragged
from padviewer.core.data.stats import Stats
from padviewer.core.errors import ContentError, PathError
from padviewer.core.store.column import ColumnWriter, map_column


def offsets(*values):
    return np.array(values, np.int64)


def texts(*items):
    return Ragged.from_lists(list(items))


def ints(values, *cuts, missing=None, dtype=np.int64):
    flags = None if missing is None else np.array(missing, bool)
    return Ragged(np.array(values, dtype), offsets(*cuts), missing=flags)


def category(codes, names, *cuts):
    return Ragged(np.array(codes, np.int32), offsets(*cuts) if cuts else None, dictionary=tuple(names))


PIECES = {
    "plain integers": [Ragged(np.array([1, 2])), Ragged(np.array([3]))],
    "plain bools with missing": [
        Ragged(np.array([True, False])),
        Ragged(np.array([True, True]), missing=np.array([False, True])),
    ],
    "rows": [ints([1, 2, 3], 0, 2, 2, 3), ints([], 0), ints([4, 5], 0, 2)],
    "rows that start late": [ints([9, 1, 2, 9], 1, 3), ints([9, 9, 4, 5, 6, 9], 2, 2, 5)],
    "floats with NaN": [
        Ragged(np.array([0.5, np.nan], np.float32), offsets(0, 2)),
        Ragged(np.array([np.inf], np.float32), offsets(0, 1)),
    ],
    "big-endian": [Ragged(np.array([1, 2**40], ">i8"), offsets(0, 2))],
    "half floats": [Ragged(np.array([0.5, 2], np.float16), offsets(0, 1, 2))],
    "uint64 beyond int64": [Ragged(np.array([2**64 - 1], np.uint64), offsets(0, 1))],
    "fixed inner axes": [
        Ragged(np.arange(12.0).reshape(3, 2, 2), offsets(0, 1, 3)),
        Ragged(np.arange(4.0).reshape(1, 2, 2), offsets(0, 1, 1)),
    ],
    "plain with inner axes": [Ragged(np.arange(6).reshape(2, 3)), Ragged(np.arange(3).reshape(1, 3))],
    "missing from the second piece on": [
        ints([1, 2, 3], 0, 1, 3),
        ints([4, 0], 0, 2, missing=[False, True]),
        ints([6], 0, 1),
    ],
    "missing, sliced": [ints([9, 1, 0, 9], 0, 1, 3, 4, missing=[True, False, True, False])[1:2]],
    "texts": [texts("a", "", "äö😀"), texts("long one")],
    "texts with missing": [texts("a", "b"), texts(None, "c")],
    "texts, sliced": [texts("skip", None, "b", "skip")[1:3], texts("x", "y")[1:]],
    "lists of texts": [
        Ragged.from_lists([["a", "bc"], []]),
        Ragged(texts("no", "d", None, "e"), offsets(1, 1, 3, 4)),
    ],
    "two ragged axes": [
        Ragged(ints([1, 2, 3, 4], 0, 1, 3, 4), offsets(0, 2, 3)),
        Ragged(ints([9, 5, 6, 9], 1, 2, 3, 3, 4), offsets(0, 1, 3)),
    ],
    "two ragged axes with missing": [
        Ragged(ints([1, 2], 0, 1, 2), offsets(0, 2)),
        Ragged(ints([0, 4], 0, 2, missing=[True, False]), offsets(0, 0, 1)),
    ],
    "lists of lists of texts": [Ragged(Ragged.from_lists([["a"], ["b", "c"]]), offsets(0, 2, 2))],
    "categories": [category([0, 1, 0], ["a", "b"]), category([0, -1, 1], ["c", "a"])],
    "lists of categories": [
        category([0, 1, 1], ["x", "ümlaut\nline"], 0, 2, 3),
        category([1], ["new", "x"], 0, 1),
    ],
    "categories, same dictionary": [category([0], ["a", "b"]), category([1], ["a", "b"])],
    "categories without names": [category([], []), category([-1], [])],
    "nothing at all": [ints([], 0)],
}


@pytest.fixture
def written(tmp_path):
    def write(pieces):
        writer = ColumnWriter(tmp_path / "c0", pieces[0], lambda nbytes: None)
        for piece in pieces:
            writer.append(piece)
        return writer, tmp_path / "c0"

    return write


@pytest.mark.parametrize("pieces", PIECES.values(), ids=PIECES.keys())
def test_a_column_comes_back(pieces, written):
    writer, folder = written(pieces)
    described = json.loads(json.dumps(writer.to_json()))
    rows = sum(map(len, pieces))
    column = map_column(folder, described, rows, with_stats=True)
    expected = [row for piece in pieces for row in piece.to_lists()]
    np.testing.assert_equal(column.to_lists(), expected)
    assert len(column) == rows == writer.rows
    for name in ("kind", "ragged_axes", "inner_shape"):
        assert getattr(column, name) == getattr(pieces[0], name)
    assert column.flat.dtype == pieces[0].flat.dtype.newbyteorder("=")


@pytest.mark.parametrize("pieces", PIECES.values(), ids=PIECES.keys())
def test_every_prefix_of_the_committed_rows_can_be_mapped(pieces, written):
    writer, folder = written(pieces)
    expected = [row for piece in pieces for row in piece.to_lists()]
    for rows in range(len(expected) + 1):
        column = map_column(folder, writer.to_json(), rows, with_stats=False)
        np.testing.assert_equal(column.to_lists(), expected[:rows])
        assert column.known_stats is None


@pytest.mark.parametrize("pieces", PIECES.values(), ids=PIECES.keys())
def test_the_statistics_are_those_of_the_rows(pieces, written):
    writer, folder = written(pieces)
    rows = sum(map(len, pieces))
    known = map_column(folder, writer.to_json(), rows, with_stats=True)
    counted = map_column(folder, writer.to_json(), rows, with_stats=False)
    assert known.known_stats is not None
    assert known.stats == counted.stats


def test_statistics_by_hand(written):
    writer, folder = written([ints([7, -3], 0, 2), ints([0, 9], 0, 1, 2, missing=[True, False])])
    assert map_column(folder, writer.to_json(), 3, with_stats=True).stats == Stats(-3, 9, 0, 0, 1, False)


def test_arrays_are_read_only_maps_that_outlive_their_files(written):
    writer, folder = written([ints([1, 2, 3], 0, 2, 3)])
    column = map_column(folder, writer.to_json(), 2, with_stats=True)
    assert type(column.flat) is np.ndarray
    assert not column.flat.flags.writeable
    assert not column.offsets.flags.writeable
    for path in folder.iterdir():
        path.unlink()
    assert column.to_lists() == [[1, 2], [3]]


def test_the_files_are_private(written):
    _, folder = written([ints([1], 0, 1, missing=[True])])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert {path.name for path in folder.iterdir()} == {"values.bin", "offsets0.bin", "missing.bin"}


def test_values_and_offsets_are_headerless(written):
    _, folder = written([ints([1, 2, 3], 0, 2), ints([5], 0, 1)])
    assert np.fromfile(folder / "values.bin", np.int64).tolist() == [1, 2, 5]
    assert np.fromfile(folder / "offsets0.bin", np.int64).tolist() == [0, 2, 3]


def test_a_piece_of_another_kind_is_refused(written):
    writer, _ = written([ints([1], 0, 1)])
    with pytest.raises(ContentError, match="differ"):
        writer.append(Ragged(np.array([1.5]), offsets(0, 1)))


def test_a_write_that_the_disk_takes_in_parts_is_whole(written, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:3]))
    writer, folder = written([texts("abcdefgh", "ij"), texts("klmnop")])
    assert map_column(folder, writer.to_json(), 3, with_stats=True).to_lists() == ["abcdefgh", "ij", "klmnop"]


def test_a_full_disk_is_a_sentence(written, monkeypatch):
    writer, _ = written([ints([1], 0, 1)])

    def full(handle, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(PathError, match="No space left on device") as caught:
        writer.append(ints([2], 0, 1))
    assert caught.value.exit_code == 4
    assert "Make room" in caught.value.remedy


def test_the_append_is_told_before_it_happens(tmp_path):
    told = []
    writer = ColumnWriter(tmp_path / "c0", ints([1], 0, 1), told.append)
    writer.append(ints([1, 2], 0, 2))
    assert sum(told) == sum(path.stat().st_size for path in (tmp_path / "c0").iterdir())


@pytest.mark.parametrize("name", ["values.bin", "offsets0.bin"])
def test_a_file_shorter_than_committed_is_refused(written, name):
    writer, folder = written([ints([1, 2, 3], 0, 2, 3)])
    os.truncate(folder / name, 8)
    with pytest.raises(ContentError, match="damaged"):
        map_column(folder, writer.to_json(), 2, with_stats=True)


def test_a_folder_or_a_link_in_the_place_of_a_file_is_refused(written, tmp_path):
    writer, folder = written([ints([1], 0, 1)])
    (folder / "values.bin").rename(tmp_path / "elsewhere.bin")
    (folder / "values.bin").symlink_to(tmp_path / "elsewhere.bin")
    with pytest.raises(OSError, match="symbolic links"):
        map_column(folder, writer.to_json(), 1, with_stats=True)
    (folder / "values.bin").unlink()
    (folder / "values.bin").mkdir()
    with pytest.raises(ContentError, match="damaged"):
        map_column(folder, writer.to_json(), 1, with_stats=True)


def test_a_file_of_somebody_else_is_refused(written, monkeypatch):
    writer, folder = written([ints([1], 0, 1)])
    monkeypatch.setattr(os, "getuid", lambda: (folder / "values.bin").stat().st_uid + 1)
    with pytest.raises(ContentError, match="damaged"):
        map_column(folder, writer.to_json(), 1, with_stats=True)


def test_a_name_whose_line_is_not_whole_yet_is_left_out(written):
    writer, folder = written([category([0], ["a"])])
    with (folder / "dictionary.jsonl").open("ab") as file:
        file.write(b'"half a na')
    column = map_column(folder, writer.to_json(), 1, with_stats=True)
    assert column.dictionary == ("a",)
