"""A file read into a store: commits while it grows, wider kinds, changed and broken files, reuse."""

import errno
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.data.stats import Stats
from padviewer.core.errors import ContentError, PathError, UnsafeError
from padviewer.core.finding import Finding
from padviewer.core.readers import KindChanged, ReadOptions
from padviewer.core.store import fill as store_fill
from padviewer.core.store.fill import open_through_store, read_into_store
from padviewer.core.store.folder import open_store
from padviewer.core.store.room import stores_folder

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture
def root(tmp_path):
    return tmp_path / "cache" / "stores"


@pytest.fixture
def rows(tmp_path):
    """A Parquet file of 5,000 rows, written long ago."""
    path = tmp_path / "rows.parquet"
    generator = np.random.default_rng(7)
    lists = [generator.integers(0, 1000, size).tolist() for size in generator.integers(0, 9, 5000)]
    pq.write_table(pa.table({"x": lists, "label": list(range(5000))}), path, row_group_size=700)
    return aged(path)


def aged(path):
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def as_lists(path):
    return pq.read_table(path)["x"].to_pylist()


def pieces_of(monkeypatch, *generations):
    """Let the readers give these pieces: per generation a list of Datasets, or of exceptions to raise."""
    asked = []

    def read(path, options):
        asked.append(options)
        for piece in generations[len(asked) - 1]:
            if isinstance(piece, Exception):
                raise piece
            yield piece() if callable(piece) else piece

    monkeypatch.setattr(store_fill, "read", read)
    return asked


def piece(values, findings=(), dtype=np.int64):
    return Dataset({"x": Ragged.from_lists([[value] for value in values])} if dtype is None else {
        "x": Ragged(np.array(values, dtype), np.arange(len(values) + 1, dtype=np.int64))
    }, findings=tuple(findings))  # fmt: skip


def test_a_parquet_file_comes_through_whole(rows, root):
    commit, lease = read_into_store(rows, root=root)
    dataset = open_store(commit.store)
    assert dataset["x"].to_lists() == as_lists(rows)
    assert dataset["label"].flat.tolist() == list(range(5000))
    assert (commit.rows, commit.complete, dataset.complete) == (5000, True, True)
    assert (dataset.path, dataset.format) == (rows, "Parquet")
    assert dataset.roles == {"x": "sequence", "label": "label"}
    assert dataset["label"].stats == Stats(0, 4999)
    assert oct(commit.store.stat().st_mode)[-3:] == oct(root.stat().st_mode)[-3:] == "700"
    lease.release()


def test_every_commit_can_be_mapped_when_it_is_announced(rows, root, monkeypatch):
    expected = as_lists(rows)
    made = [Dataset({"x": Ragged.from_lists(expected[at : at + 50])}) for at in range(0, 1000, 50)]
    pieces_of(monkeypatch, made)
    seen = []

    def look(commit):
        dataset = open_store(commit.store, commit.rows)
        assert dataset["x"].to_lists() == expected[: commit.rows]
        assert dataset.complete == commit.complete
        assert dataset["x"].known_stats is not None
        seen.append((commit.rows, commit.complete))

    _, lease = read_into_store(rows, root=root, announce=look, every=0)
    lease.release()
    assert seen == [(at, False) for at in range(50, 1001, 50)] + [(1000, True)]


def test_between_the_first_and_the_last_commit_time_passes(rows, root, monkeypatch):
    pieces_of(monkeypatch, [piece([at]) for at in range(9)])
    seen = []
    _, lease = read_into_store(rows, root=root, announce=seen.append, every=3600)
    lease.release()
    assert [(commit.rows, commit.complete) for commit in seen] == [(1, False), (9, True)]


def test_findings_add_up_and_their_rows_are_those_of_the_file(rows, root, monkeypatch):
    def found(row):
        return [Finding("warning", "null-rows", "{count} rows are missing.", 1, (row,), where="x")]

    pieces_of(monkeypatch, [piece([1, 2], found(1)), piece([3, 4], found(0))])
    said = []
    commit, lease = read_into_store(
        rows, root=root, every=0, announce=lambda one: said.append(open_store(one.store).findings[0].message)
    )
    lease.release()
    assert said == ["1 rows are missing.", "2 rows are missing.", "2 rows are missing."]
    (finding,) = open_store(commit.store).findings
    assert (finding.count, finding.rows) == (2, (1, 2))


def test_a_wider_kind_is_a_new_generation_and_no_row_disappears_meanwhile(rows, root, monkeypatch):
    asked = pieces_of(
        monkeypatch,
        [piece([1, 2]), piece([3, 4]), KindChanged("x", "float", 4)],
        [piece([1, 2], dtype=float), piece([3, 4], dtype=float), piece([5.5], dtype=float)],
    )
    seen = []

    def look(commit):
        dataset = open_store(commit.store)
        seen.append((commit.generation, commit.rows, dataset["x"].dtype))

    commit, lease = read_into_store(rows, root=root, announce=look, every=0)
    lease.release()
    assert seen == [
        ("g0", 2, "int64"),
        ("g0", 4, "int64"),
        ("g1", 4, "float64"),
        ("g1", 5, "float64"),
        ("g1", 5, "float64"),
    ]
    assert [dict(options.kinds) for options in asked] == [{}, {"x": "float"}]
    dataset = open_store(commit.store)
    assert dataset["x"].to_lists() == [[1.0], [2.0], [3.0], [4.0], [5.5]]
    assert [finding.code for finding in dataset.findings] == ["kind-widened"]
    assert not (commit.store / "g0").exists()


def test_a_kind_that_changes_twice_before_anything_new_is_shown(rows, root, monkeypatch):
    pieces_of(
        monkeypatch,
        [piece([1, 2]), KindChanged("x", "float", 2)],
        [piece([1], dtype=float), KindChanged("y", "float", 1)],
        [piece([1, 2, 3], dtype=float)],
    )
    seen = []
    commit, lease = read_into_store(rows, root=root, announce=seen.append, every=0)
    lease.release()
    assert [one.generation for one in seen] == ["g0", "g2", "g2"]
    assert sorted(path.name for path in commit.store.glob("g*")) == ["g2"]


def test_json_lines_that_turn_to_floats_late(tmp_path, root):
    path = tmp_path / "late.jsonl"
    lines = [[at, at + 1] for at in range(20_000)] + [[1.5]]
    path.write_text("".join(json.dumps({"x": row}) + "\n" for row in lines))
    seen = []
    commit, lease = read_into_store(path, root=root, announce=seen.append, every=0)
    lease.release()
    dataset = open_store(commit.store)
    assert dataset["x"].dtype == "float64"
    assert dataset["x"].to_lists() == lines
    assert {one.generation for one in seen} == {"g0", "g1"}
    assert [one.rows for one in seen] == sorted(one.rows for one in seen)


def test_a_complete_store_is_used_again_at_once(rows, root, monkeypatch):
    first, lease = read_into_store(rows, root=root)
    lease.release()
    monkeypatch.setattr(store_fill, "read", None)  # reading again would fail
    seen = []
    again, lease = read_into_store(rows, root=root, announce=seen.append)
    lease.release()
    assert again == first
    assert seen == [first]


@pytest.mark.parametrize("change", ["content", "time", "options", "name"])
def test_another_source_or_other_options_are_read_anew(rows, root, change):
    first, lease = read_into_store(rows, root=root)
    lease.release()
    options = ReadOptions()
    if change == "content":
        pq.write_table(pa.table({"x": [[1]]}), rows)
        aged(rows)
    elif change == "time":
        os.utime(rows, (1_700_000_001, 1_700_000_001))
    elif change == "options":
        options = ReadOptions(format="Parquet")
    else:
        rows = rows.rename(rows.with_name("other.parquet"))
    second, lease = read_into_store(rows, options, root=root)
    lease.release()
    assert second.store != first.store
    assert open_store(second.store)["x"].to_lists() == as_lists(rows)


def test_a_file_written_in_the_same_moment_is_read_anew(rows, root):
    """It may change again within the tick of its time stamp."""
    os.utime(rows)
    first, lease = read_into_store(rows, root=root)
    lease.release()
    second, lease = read_into_store(rows, root=root)
    lease.release()
    assert second.store != first.store


@pytest.mark.parametrize("by", ["append", "replace"])
def test_a_file_that_changes_while_it_is_read(rows, root, monkeypatch, by):
    def changing():
        if by == "append":
            with rows.open("ab") as file:
                file.write(b"more")
        else:
            other = rows.with_name("other")
            other.write_bytes(rows.read_bytes())
            aged(other).replace(rows)
        return piece([2])

    pieces_of(monkeypatch, [piece([1]), changing])
    seen = []
    with pytest.raises(ContentError, match="The file changed while it was read"):
        read_into_store(rows, root=root, announce=seen.append, every=0)
    assert seen
    assert not any(commit.complete for commit in seen)
    assert list(root.iterdir()) == []


def test_a_real_file_that_grows_while_it_is_read(tmp_path, root):
    path = tmp_path / "grows.jsonl"
    path.write_text("".join(f'{{"x": [{at}]}}\n' for at in range(30_000)))

    def grow(commit):
        with path.open("a") as file:
            file.write('{"x": [1]}\n')

    with pytest.raises(ContentError, match="changed while it was read"):
        read_into_store(path, root=root, announce=grow, every=0)
    assert list(root.iterdir()) == []


def test_a_truncated_file_leaves_nothing(rows, root):
    os.truncate(rows, rows.stat().st_size // 2)
    with pytest.raises(ContentError):
        read_into_store(rows, root=root)
    assert list(root.iterdir()) == []


def test_a_missing_file_is_said_before_anything_is_made(tmp_path, root):
    with pytest.raises(PathError, match="no such file"):
        read_into_store(tmp_path / "none.parquet", root=root)
    assert not root.exists()


def test_a_source_beyond_the_cap_is_refused_before_work(rows, root, monkeypatch):
    monkeypatch.setattr(store_fill, "read", None)
    with pytest.raises(UnsafeError, match="keeps at most") as caught:
        read_into_store(rows, root=root, cap=rows.stat().st_size - 1)
    assert caught.value.exit_code == 3
    assert list(root.iterdir()) == []


def test_rows_that_grow_beyond_the_cap_are_refused_on_the_way(tmp_path, root):
    path = tmp_path / "zeros.parquet"
    pq.write_table(pa.table({"x": [[0] * 1000] * 2000}), path)  # 16 MB of rows in a few kilobytes
    with pytest.raises(UnsafeError, match="keeps at most"):
        read_into_store(aged(path), root=root, cap=1_000_000)
    assert list(root.iterdir()) == []


def test_a_disk_that_fills_up_leaves_nothing(rows, root, monkeypatch):
    real, written = os.write, []

    def fills_up(handle, data):
        written.append(len(data))
        if sum(written) > 20_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, data)

    monkeypatch.setattr(os, "write", fills_up)
    with pytest.raises(PathError, match="No space left on device"):
        read_into_store(rows, root=root)
    monkeypatch.undo()
    assert list(root.iterdir()) == []


def test_pieces_that_differ_are_refused(rows, root, monkeypatch):
    other = Dataset({"y": Ragged(np.array([1]))})
    pieces_of(monkeypatch, [piece([1]), other])
    with pytest.raises(ContentError, match="different columns"):
        read_into_store(rows, root=root)


def test_no_piece_at_all_is_refused(rows, root, monkeypatch):
    pieces_of(monkeypatch, [])
    with pytest.raises(ContentError, match="no rows"):
        read_into_store(rows, root=root)


def test_a_file_without_rows_keeps_its_columns(tmp_path, root):
    path = tmp_path / "empty.parquet"
    pq.write_table(pa.table({"x": pa.array([], pa.list_(pa.int32()))}), path)
    commit, lease = read_into_store(path, root=root)
    lease.release()
    dataset = open_store(commit.store)
    assert (len(dataset), dataset.columns, dataset["x"].dtype) == (0, ("x",), "int32")


def test_two_threads_opening_one_file_both_get_it(rows, root):
    results = []

    def work():
        commit, lease = read_into_store(rows, root=root, every=0)
        results.append(open_store(commit.store)["x"].to_lists())
        lease.release()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert results == [as_lists(rows)] * 3


def test_a_killed_process_leaves_what_the_next_one_removes(rows, root):
    program = """
import os, signal, sys
from pathlib import Path
from padviewer.core.store.fill import read_into_store
def die(commit):
    print(commit.store, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
read_into_store(Path(sys.argv[1]), root=Path(sys.argv[2]), announce=die)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(rows), str(root)],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    left = Path(done.stdout.strip())
    assert left.is_dir()
    commit, lease = read_into_store(rows, root=root)
    lease.release()
    assert not left.exists()
    assert {entry.name for entry in root.iterdir()} == {commit.store.name, f"{commit.store.name}.lease"}


def test_through_a_store_and_in_memory_are_the_same_dataset(rows, root):
    through = open_through_store(rows, ReadOptions(), root=root)
    assert through["x"].to_lists() == as_lists(rows)
    assert through.complete


def test_the_users_stores_are_in_the_users_cache():
    assert stores_folder() == Path(os.environ["XDG_CACHE_HOME"]) / "padviewer" / "stores"
