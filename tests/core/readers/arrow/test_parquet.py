"""Parquet's own ways: row groups, columns by name, limits, what the footer says against what is there."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from padviewer.core.data.dataset import join
from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.readers import ReadOptions, read
from padviewer.core.readers.arrow import parquet
from padviewer.core.readers.arrow.footer import RowGroup


def load(path):
    return join(read(path, ReadOptions()))


@pytest.fixture
def constant(tmp_path):
    path = tmp_path / "constant.parquet"
    pq.write_table(pa.table({"x": np.zeros(3_000_000, np.int64)}), path, row_group_size=2_000_000)
    return path


def test_constant_columns_shrink_by_right(constant):
    assert constant.stat().st_size < 20_000
    assert len(load(constant)) == 3_000_000


def test_row_groups_beyond_both_limits_are_refused(constant, monkeypatch):
    monkeypatch.setattr(parquet, "memory_limit", lambda: 1 << 20)
    with pytest.raises(UnsafeError, match="column x, row group 0"):
        load(constant)


def test_row_groups_without_rows_are_passed_over(tmp_path):
    path = tmp_path / "x.parquet"
    table = pa.table({"x": pa.array([[1, 2], [3]])})
    with pq.ParquetWriter(path, table.schema) as writer:
        for part in (table.slice(0, 0), table.slice(0, 1), table.slice(0, 0), table.slice(1)):
            writer.write_table(part)
    assert load(path)["x"].to_lists() == [[1, 2], [3]]


@pytest.mark.parametrize("rows", [1, 3])
def test_rows_that_the_footer_miscounts(tmp_path, monkeypatch, rows):
    path = tmp_path / "x.parquet"
    pq.write_table(pa.table({"x": [1, 2]}), path)
    said = parquet.row_groups

    def miscounted(*args):
        groups = list(said(*args))
        yield from groups * 2 if rows == 3 else [RowGroup(0, group.chunks) for group in groups]

    monkeypatch.setattr(parquet, "row_groups", miscounted)
    with pytest.raises(ContentError):
        load(path)


def test_a_group_that_yields_nothing_is_told(tmp_path, monkeypatch):
    path = tmp_path / "x.parquet"
    pq.write_table(pa.table({"x": [1, 2]}), path)
    monkeypatch.setattr(pq.ParquetFile, "iter_batches", lambda *_, **__: iter(()))
    with pytest.raises(ContentError, match="says it has 2 rows and holds 0"):
        load(path)


def test_wide_columns_that_are_left_out_do_not_shrink_the_pieces(tmp_path):
    path = tmp_path / "pictures.parquet"
    rng = np.random.default_rng(0)
    pictures = pa.array([rng.bytes(20_000) for _ in range(500)], pa.binary())
    pq.write_table(pa.table({"picture": pictures, "label": np.arange(500)}), path)
    pieces = list(read(path))
    assert [len(piece) for piece in pieces] == [500]
    assert pieces[0].columns == ("label",)


def test_encrypted_parquet_is_refused(tmp_path):
    path = tmp_path / "secret.parquet"
    path.write_bytes(b"PARE" + bytes(100) + b"PARE")
    with pytest.raises(ContentError):
        load(path)


def test_a_summary_file_is_refused(tmp_path):
    seen = []
    pq.write_to_dataset(pa.table({"x": [1, 2]}), tmp_path / "set", metadata_collector=seen)
    path = tmp_path / "_metadata"
    pq.write_metadata(seen[0].schema.to_arrow_schema(), path, seen)
    with pytest.raises(UnsafeError, match="another file"):
        load(path)
