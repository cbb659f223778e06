"""Sizes that an Arrow file declares, read from bytes made by pyarrow and bytes made by hand."""

import io
import struct

import numpy as np
import pyarrow as pa
import pytest

from padviewer.core.errors import ContentError
from padviewer.core.readers.arrow import guard as arrow_guard
from padviewer.core.readers.arrow.guard import (
    BATCH,
    DICTIONARY,
    SCHEMA,
    Table,
    batches_of_stream,
    check_message,
    file_blocks,
)


class Named(io.BytesIO):
    name = "data.arrow"


def stream(options=None):
    sink = io.BytesIO()
    table = pa.table({"c": pa.array(["a", "b", "a"]).dictionary_encode(), "x": np.arange(3)})
    with pa.ipc.new_stream(sink, table.schema, options=options) as writer:
        writer.write_table(table)
    return sink.getvalue()


def test_messages_are_walked_in_their_order():
    raw = stream()
    kinds, at = [], 0
    while at < len(raw):
        kind, at = check_message(Named(raw), at, len(raw))
        kinds.append(kind)
    assert kinds == [SCHEMA, DICTIONARY, BATCH, 0]
    assert at == len(raw)


@pytest.mark.parametrize("compression", ["lz4", "zstd"])
def test_compressed_messages_are_walked(compression):
    raw = stream(pa.ipc.IpcWriteOptions(compression=compression))
    assert list(batches_of_stream(Named(raw), len(raw))) == [True]
    assert list(batches_of_stream(Named(raw[:-8]), len(raw) - 8)) == [True, False]


def test_blocks_of_a_file_are_where_pyarrow_wrote_them():
    sink = io.BytesIO()
    table = pa.table({"c": pa.array(["a", "b", "a"]).dictionary_encode()})
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table, max_chunksize=1)
    raw = sink.getvalue()
    dictionaries, batches = file_blocks(Named(raw), len(raw))
    assert [check_message(Named(raw), at, len(raw))[0] for at in dictionaries] == [DICTIONARY]
    assert [check_message(Named(raw), at, len(raw))[0] for at in batches] == [BATCH] * 3


@pytest.mark.parametrize("length", [0, -5, 10**9, 40])
def test_a_footer_of_a_wrong_size_is_refused(length):
    raw = b"ARROW1\0\0" + b"\xff" * 64 + struct.pack("<i", length) + b"ARROW1"
    with pytest.raises(ContentError, match="do not fit it"):
        file_blocks(Named(raw), len(raw))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xff\xff\xff\x08\0\0\0",
        b"\0\0\0\0\x08\0\0\0" + bytes(8),
        b"\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\xff\xff\xff\xff\x08\0\0\0" + b"\x7f" * 8,
    ],
)
def test_messages_that_are_none_are_refused(raw):
    with pytest.raises(ContentError, match="do not fit it"):
        check_message(Named(raw), 0, len(raw))


def test_fields_that_are_left_out_are_empty():
    table = Table(struct.pack("<HHi", 4, 4, 4), 4)
    assert (table.field(0), table.int64(0), table.table(0), table.structs(0, "<qq")) == (0, 0, None, [])


def test_a_vector_that_passes_the_end_is_an_error():
    data = struct.pack("<HHHxxiII", 6, 8, 4, 8, 4, 9)
    with pytest.raises(struct.error):
        Table(data, 8).structs(0, "<qq")


class Buffers:
    """A batch of which only the places of its buffers are known."""

    def __init__(self, *places):
        self.places = places

    def structs(self, index, layout):
        return list(self.places)


@pytest.mark.parametrize("place", [(0, 100), (-8, 16), (8, 16)])
def test_buffers_outside_of_the_body_are_refused(place):
    with pytest.raises(ContentError, match="do not fit it"):
        arrow_guard._check_unpacked(Named(bytes(64)), Buffers(place), 0, 16)


def test_buffers_that_are_not_compressed_say_so():
    raw = struct.pack("<q", -1) + bytes(8)
    arrow_guard._check_unpacked(Named(raw), Buffers((0, 16), (0, 0)), 0, 16)
