"""Damaged and hostile Arrow files and streams, and Parquet: a sentence, never a crash."""

import random
import struct

import numpy as np
import pyarrow as pa
import pytest

from padviewer.core.errors import ContentError, PadViewerError, UnsafeError
from padviewer.core.readers.arrow.guard import file_blocks
from tests.core.readers.arrow.files import (
    codes,
    every_format,
    load,
    outcome,
    some_table,
    write,
)


@every_format
def test_cut_off_files_are_said_to_be_damaged(tmp_path, form):
    path = write(some_table(), tmp_path, form)
    raw = path.read_bytes()
    for keep in [9, 20, 100, len(raw) // 2, len(raw) - 9]:
        path.write_bytes(raw[:keep])
        with pytest.raises(ContentError):
            load(path)


@every_format
def test_flipped_bits_read_or_raise_our_errors(tmp_path, form, scaled):
    path = write(some_table(50), tmp_path, form)
    raw = path.read_bytes()
    rng = random.Random(11)
    refused = 0
    for _ in range(scaled(6000)):
        bad = bytearray(raw)
        for _ in range(rng.choice([1, 1, 3])):
            bad[rng.randrange(8, len(bad))] ^= 1 << rng.randrange(8)
        path.write_bytes(bad)
        refused += isinstance(outcome(path), PadViewerError)
    assert refused > 0


@pytest.mark.parametrize("form", ["Arrow file", "Arrow stream"])
def test_bad_offsets_are_refused(tmp_path, form):
    path = write(pa.table({"x": pa.array([[1, 2], [3], [4]])}), tmp_path, form)
    raw = path.read_bytes()
    good = struct.pack("<4i", 0, 2, 3, 4)
    assert raw.count(good) == 1
    path.write_bytes(raw.replace(good, struct.pack("<4i", 0, 2, 3, 1_000_000)))
    with pytest.raises(ContentError, match=r"[Oo]ffset"):
        load(path)


def test_invalid_utf8_is_refused(tmp_path):
    path = write(pa.table({"x": pa.array(["abcdefgh"])}), tmp_path, "Arrow file")
    path.write_bytes(path.read_bytes().replace(b"abcdefgh", b"abc\xff\xfefgh"))
    with pytest.raises(ContentError, match="UTF"):
        load(path)


@pytest.mark.parametrize("form", ["Arrow file", "Arrow stream"])
def test_a_bomb_is_refused_before_it_unpacks(tmp_path, form):
    path = tmp_path / "bomb"
    table = pa.table({"x": np.zeros(20_000_000, np.int64)})
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    make = pa.ipc.new_file if form == "Arrow file" else pa.ipc.new_stream
    with make(str(path), table.schema, options=options) as writer:
        writer.write_table(table)
    with pytest.raises(UnsafeError, match="unpack"):
        load(path)


def test_an_unpacked_size_that_is_a_lie_is_refused(tmp_path):
    path = tmp_path / "lie.arrow"
    table = pa.table({"x": np.zeros(50_000, np.int64)})
    with pa.ipc.new_file(
        str(path), table.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")
    ) as writer:
        writer.write_table(table)
    raw = path.read_bytes()
    true = struct.pack("<q", 400_000)
    assert true in raw
    for lie in (1 << 60, -7):
        path.write_bytes(raw.replace(true, struct.pack("<q", lie)))
        with pytest.raises(PadViewerError):
            load(path)


def test_list_views_that_overlap_beyond_memory_are_refused(tmp_path, monkeypatch):
    from padviewer.core.readers import limits

    n = 1000
    views = pa.ListViewArray.from_arrays(
        pa.array([0] * n, pa.int32()), pa.array([n] * n, pa.int32()), pa.array(range(n))
    )
    path = write(pa.table({"x": views}), tmp_path, "Arrow file")
    assert load(path)["x"].offsets[-1] == n * n
    monkeypatch.setattr(limits, "memory_limit", lambda: n * n // 2)
    with pytest.raises(UnsafeError):
        load(path)


def test_a_stream_without_its_end_mark_is_read_with_a_warning(tmp_path):
    path = write(some_table(30), tmp_path, "Arrow stream")
    assert "no-end-mark" not in codes(load(path))
    path.write_bytes(path.read_bytes()[:-8])
    dataset = load(path)
    assert len(dataset) == 30
    assert codes(dataset)["no-end-mark"].level == "warning"


def test_a_footer_that_points_elsewhere_is_refused(tmp_path):
    path = write(pa.table({"x": [[1], [2]]}), tmp_path, "Arrow file")
    raw = path.read_bytes()
    with path.open("rb") as file:
        _, (block,) = file_blocks(file, len(raw))
    place = raw.rindex(struct.pack("<q", block))
    for elsewhere, what in [
        (8, "do not stand where"),
        (10**12, "damaged or cut off"),
        (-1, "damaged or cut"),
    ]:
        path.write_bytes(raw[:place] + struct.pack("<q", elsewhere) + raw[place + 8 :])
        with pytest.raises(ContentError, match=what):
            load(path)


def test_old_feather_is_named(tmp_path):
    path = tmp_path / "old.feather"
    path.write_bytes(b"FEA1" + bytes(100))
    with pytest.raises(ContentError, match="version 1"):
        load(path)
