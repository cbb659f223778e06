"""What Parquet and Arrow IPC share: gathering batches, and errors as sentences."""

from pathlib import Path

import pyarrow as pa
import pytest

from padviewer.core.errors import ContentError, PathError, UnsafeError
from padviewer.core.readers.arrow import batches as arrow_batches
from padviewer.core.readers.arrow.batches import Columns, damage_said, open_source, validated


def test_the_first_batch_comes_alone_and_the_others_are_gathered(monkeypatch):
    monkeypatch.setattr(arrow_batches, "PIECE_BYTES", 160)
    batches = pa.table({"x": range(100)}).to_batches(max_chunksize=10)
    columns = Columns(batches[0].schema, Path("x"))
    assert [len(piece) for piece in columns.pieces(batches)] == [10, 20, 20, 20, 20, 10]


def test_no_batch_is_a_piece_without_rows():
    columns = Columns(pa.schema({"x": pa.list_(pa.string())}), Path("x"))
    (piece,) = columns.pieces([])
    assert len(piece) == 0
    assert piece["x"].kind == "text"


def test_bad_offsets_are_seen():
    places = pa.array([0, 9, 1], pa.int32()).buffers()[1]
    bad = pa.ListArray.from_buffers(pa.list_(pa.int64()), 2, [None, places], children=[pa.array([1])])
    with pytest.raises(pa.ArrowInvalid):
        list(validated([pa.record_batch({"x": bad})]))


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (OSError(5, "Input/output error"), PathError),
        (OSError("Couldn't deserialize thrift"), ContentError),
        (pa.ArrowInvalid("one\ntwo"), ContentError),
        (pa.ArrowKeyError("no such key"), ContentError),
        (MemoryError("realloc of size 99 failed"), ContentError),
        (UnsafeError("a", "Refused."), UnsafeError),
    ],
)
def test_errors_become_sentences(raised, said):
    with pytest.raises(said) as caught, damage_said(Path("x.parquet"), "Parquet"):
        raise raised
    assert "two" not in str(caught.value)


def test_a_name_of_any_bytes_opens(tmp_path):
    path = tmp_path / "odd-\udcff"
    path.write_bytes(b"abc")
    with open_source(path) as source:
        assert source.read() == b"abc"
