"""Opening: pieces joined, kinds widened and read again, counts in words, limits kept."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from padviewer.core import opening
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError, PathError, UnsafeError
from padviewer.core.finding import Finding
from padviewer.core.opening import open_dataset
from padviewer.core.readers import KindChanged, limits


def test_all_pieces_are_joined(tmp_path):
    path = tmp_path / "x.parquet"
    rows = [[i] * (i % 5) for i in range(30_000)]
    rows[29_999] = None
    rows[7] = None
    pq.write_table(pa.table({"x": rows}), path, row_group_size=4000)
    dataset = open_dataset(str(path))
    assert dataset["x"].to_lists() == [row or [] for row in rows]
    assert (dataset.path, dataset.format, dataset.complete) == (path, "Parquet", True)
    (finding,) = dataset.findings
    assert (finding.count, finding.rows) == (2, (7, 29_999))
    assert finding.message == "“x”: Rows that are null: 2. Each is read as an empty row."


def test_options_reach_the_reader(tmp_path):
    path = tmp_path / "x.npy"
    np.save(path, np.array([[1, 0, 0]]))
    assert open_dataset(path, shape="fill-tail")["x"].to_lists() == [[1]]
    assert open_dataset(path, shape="dense")["x"].inner_shape == (3,)
    with pytest.raises(ChoiceError, match="format, delimiter, header, shape, kinds"):
        open_dataset(path, sep=";")


def test_errors_come_through(tmp_path):
    with pytest.raises(PathError):
        open_dataset(tmp_path / "missing")


def reader(needed):
    """A reader whose second piece needs the kinds in `needed`, one after another."""

    def read(path, options):
        yield Dataset(
            {"x": Ragged(np.array([1]))}, findings=(Finding("info", "seen", "Seen {count}.", 1234),)
        )
        for kind in needed:
            if options.kinds.get("x") != kind and kind not in done:
                done.append(kind)
                raise KindChanged("x", kind, 1500)
        yield Dataset({"x": Ragged(np.array([2]))})

    done = []
    return read


def test_wider_kinds_start_again_and_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "read", reader(["float", "text"]))
    dataset = open_dataset(tmp_path)
    assert dataset["x"].to_lists() == [1, 2]
    assert [f.message for f in dataset.findings] == [
        "Seen 1,234.",
        "All of “x” is read as float because row 1,500 needs it.",
        "All of “x” is read as text because row 1,500 needs it.",
    ]


def test_a_reader_that_asks_for_the_same_kind_again_ends(tmp_path, monkeypatch):
    def read(path, options):
        raise KindChanged("x", "float", 3)
        yield

    monkeypatch.setattr(opening, "read", read)
    with pytest.raises(ContentError, match="row 3 do not fit"):
        open_dataset(tmp_path)


def test_more_rows_than_memory_are_refused(tmp_path, monkeypatch):
    path = tmp_path / "x.npy"
    np.save(path, np.arange(100_000))
    monkeypatch.setattr(limits, "memory_limit", lambda: 500_000)
    with pytest.raises(UnsafeError, match="memory"):
        open_dataset(path)


def large_and_small(tmp_path):
    path = tmp_path / "x.jsonl"
    rows = [[at, at + 1] for at in range(20_000)] + [[0.5]]
    path.write_text("".join(f'{{"x": {row}}}\n' for row in rows))
    return path, rows


@pytest.mark.parametrize("limit", [1_000, 300_000])
def test_a_large_file_comes_through_a_store_and_is_the_same_dataset(tmp_path, monkeypatch, limit):
    """Large on the disk (the file has 338 kB), or large only once it is read (320 kB of values)."""
    path, rows = large_and_small(tmp_path)
    assert path.stat().st_size > 300_000
    inside = open_dataset(path)
    if limit > 1_000:
        monkeypatch.setattr(opening, "_size", lambda path: 0)
    monkeypatch.setattr(opening, "IN_MEMORY", limit)
    monkeypatch.chdir(tmp_path)
    through = open_dataset("x.jsonl")
    assert through["x"].to_lists() == inside["x"].to_lists() == rows
    assert not through["x"].flat.flags.writeable  # mapped
    assert inside["x"].flat.flags.writeable
    for name in ("format", "guessed", "findings", "roles", "columns", "complete"):
        assert getattr(through, name) == getattr(inside, name)
    assert through.path == Path("x.jsonl")
    assert through["x"].stats == inside["x"].stats


def test_a_store_read_from_a_relative_path_knows_where_the_file_is(tmp_path, monkeypatch):
    from padviewer.core.store.fill import read_into_store
    from padviewer.core.store.folder import open_store

    path, _ = large_and_small(tmp_path)
    monkeypatch.chdir(tmp_path)
    commit, lease = read_into_store(Path("x.jsonl"))
    lease.release()
    assert open_store(commit.store).path == path
