"""The footer's numbers against pyarrow's own, and Thrift that is none."""

import io
import random

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.errors import ContentError, PadViewerError
from padviewer.core.readers.arrow.footer import Compact, row_groups


class Named(io.BytesIO):
    name = "data.parquet"


def written(table, **options):
    sink = io.BytesIO()
    pq.write_table(table, sink, **options)
    return sink.getvalue()


def footer(thrift):
    return b"PAR1" + thrift + len(thrift).to_bytes(4, "little") + b"PAR1"


@pytest.mark.parametrize("version", ["1.0", "2.6"])
@pytest.mark.parametrize("statistics", [True, False])
@pytest.mark.parametrize("compression", ["snappy", "zstd", "none"])
def test_numbers_are_pyarrow_s(version, statistics, compression):
    table = pa.table(
        {
            "lists": pa.array([[1, None], [], None] * 20),
            "structs": pa.array([{"a": 1, "b": "x"}] * 60),
            "flags": pa.array([True, None, False] * 20),
            **{f"column {at}": np.arange(60.0) for at in range(20)},
        }
    ).replace_schema_metadata({"k": "v" * 500})
    raw = written(
        table,
        row_group_size=25,
        version=version,
        write_statistics=statistics,
        compression=compression,
        write_page_index=True,
        sorting_columns=[pq.SortingColumn(0)],
    )
    said = pq.ParquetFile(io.BytesIO(raw)).metadata
    found = list(row_groups(Named(raw), len(raw)))
    assert [group.rows for group in found] == [25, 25, 10]
    for at, group in enumerate(found):
        theirs = [said.row_group(at).column(place) for place in range(said.num_columns)]
        assert [(c.column, c.values, c.packed, c.unpacked) for c in group.chunks] == [
            (c.path_in_schema.split(".")[0], c.num_values, c.total_compressed_size, c.total_uncompressed_size)
            for c in theirs
        ]


@pytest.mark.parametrize(
    "raw",
    [
        b"PAR1",
        b"PAR1" + bytes(20),
        b"PAR1" + b"\xff\0\0\0PAR1",
        footer(b""),
        footer(b"\x49\x1c"),
        footer(b"\x49\x15\x02"),
        footer(b"\x49\x1c\x36\x01\0\0"),
        footer(b"\x19" + b"\x19" * 50),
        footer(b"\x15" + b"\xff" * 11),
        footer(b"\x10"),
        footer(b"\x1e"),
        footer(b"\x18\x7f"),
        footer(b"\x1b\x02\x88\x01a"),
    ],
)
def test_footers_that_are_none_are_refused(raw):
    with pytest.raises(ContentError, match="damaged or cut off"):
        list(row_groups(Named(raw), len(raw)))


def test_every_type_of_field_is_passed_over():
    fields = [
        b"\x11\x12",  # true, false
        b"\x13\x05",  # a byte
        b"\x14\x02\x15\x02\x16\xff\x01",  # integers
        b"\x17" + bytes(8),  # a double
        b"\x18\x03abc",  # a text
        b"\x19\x21\x01\x00",  # a list of two truth values
        b"\x1a\xf5\x10" + bytes(16),  # a set of sixteen integers
        b"\x1b\x00",  # a map without items
        b"\x1b\x01\x85\x01a\x02",  # a map of a text to an integer
        b"\x1c\x15\x02\x00",  # a struct
        b"\x1d" + bytes(16),  # a UUID
    ]
    raw = footer(b"".join(fields) + b"\x00")
    assert list(row_groups(Named(raw), len(raw))) == []


def test_a_field_may_name_its_number_in_full():
    thrift = Compact(b"\x05\xc8\x01\x02\x00")
    assert [(field, kind, thrift.integer()) for field, kind in thrift.fields()] == [(100, 5, 1)]


@given(number=st.integers(-(2**63), 2**63 - 1))
def test_integers_are_zigzag_numbers_of_seven_bits(number):
    zigzag = 2 * number if number >= 0 else -2 * number - 1
    groups = [zigzag >> shift & 127 for shift in range(0, max(zigzag.bit_length(), 1), 7)]
    raw = bytes([group | 128 for group in groups[:-1]] + groups[-1:])
    assert Compact(raw).integer() == number


def test_flipped_bits_read_or_raise_our_errors(scaled):
    raw = written(pa.table({"x": pa.array([[1, 2], None]), "t": pa.array(["a", "b"])}))
    start = len(raw) - 8 - int.from_bytes(raw[-8:-4], "little")
    rng = random.Random(7)
    refused = 0
    for _ in range(scaled(20_000)):
        bad = bytearray(raw)
        bad[rng.randrange(start, len(bad))] ^= 1 << rng.randrange(8)
        try:
            list(row_groups(Named(bad), len(bad)))
        except PadViewerError:
            refused += 1
    assert refused > 0
