"""Whole stores: what was committed opens as a dataset, and what is gone or damaged is a sentence."""

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from padviewer.core.data.ragged import Ragged
from padviewer.core.data.stats import Stats
from padviewer.core.errors import ContentError, PathError
from padviewer.core.store import folder as module
from padviewer.core.store.column import ColumnWriter
from padviewer.core.store.files import write_json
from padviewer.core.store.folder import last_commit, open_store

ROOT = Path(__file__).resolve().parents[3]


def offsets(*values):
    return np.array(values, np.int64)


def ints(values, *cuts):
    return Ragged(np.array(values, np.int64), offsets(*cuts))


@pytest.fixture
def stored(tmp_path):
    """Return ``stored(**columns)``: a store of one generation, not complete, and its folder."""

    def make(generation="g0", **columns):
        (tmp_path / "s" / generation).mkdir(parents=True, exist_ok=True)
        described = {}
        for at, (name, column) in enumerate(columns.items()):
            writer = ColumnWriter(tmp_path / "s" / generation / f"c{at}", column, lambda nbytes: None)
            writer.append(column)
            described[name] = writer.to_json()
        state = {
            "generation": generation,
            "rows": len(column),
            "complete": True,
            "path": "/data/x.npy",
            "format": "NPY",
            "guessed": {"shape": "dense"},
            "roles": dict.fromkeys(columns, "ignored"),
            "findings": [],
            "columns": described,
        }
        write_json(tmp_path / "s" / "committed.json", state)
        return tmp_path / "s"

    return make


def test_a_store_opens_as_a_dataset(stored):
    folder = stored(x=ints([1, 2, 3], 0, 2, 3), y=Ragged(np.array([0.5, 1.5])))
    dataset = open_store(folder)
    assert dataset["x"].to_lists() == [[1, 2], [3]]
    assert dataset["y"].to_lists() == [0.5, 1.5]
    assert (dataset.path, dataset.format, dataset.guessed) == (Path("/data/x.npy"), "NPY", {"shape": "dense"})
    assert dataset.complete
    assert dataset["x"].known_stats == Stats(1, 3)
    assert last_commit(folder).rows == 2


def test_fewer_rows_are_not_complete(stored):
    dataset = open_store(str(stored(x=ints([1, 2, 3], 0, 2, 3))), 1)
    assert dataset["x"].to_lists() == [[1, 2]]
    assert not dataset.complete
    assert dataset["x"].known_stats is None
    assert dataset["x"].stats == Stats(1, 2)


def test_more_rows_than_there_are_is_an_error(stored):
    with pytest.raises(ContentError, match="2 rows, not 3"):
        open_store(stored(x=ints([1, 2, 3], 0, 2, 3)), 3)


def test_a_store_that_is_gone_is_a_sentence(tmp_path):
    with pytest.raises(ContentError, match="not there any more") as caught:
        open_store(tmp_path / "none")
    assert caught.value.remedy == "Open the file again."


def test_a_store_whose_files_are_gone_is_a_sentence(stored):
    folder = stored(x=ints([1], 0, 1))
    (folder / "g0" / "c0" / "values.bin").unlink()
    with pytest.raises(ContentError, match="not there any more"):
        open_store(folder)


def test_the_writer_going_on_to_the_next_generation_is_followed(stored, monkeypatch):
    folder = stored(x=ints([1], 0, 1))
    real, calls = module.map_column, []

    def late(*args, **kwargs):
        calls.append(args)
        if len(calls) == 1:
            stored("g1", x=Ragged(np.array([1.0, 2.5]), offsets(0, 2)))
            raise FileNotFoundError
        return real(*args, **kwargs)

    monkeypatch.setattr(module, "map_column", late)
    assert open_store(folder)["x"].to_lists() == [[1.0, 2.5]]


def test_a_file_that_cannot_be_read_is_a_sentence(stored, monkeypatch):
    folder = stored(x=ints([1], 0, 1))

    def refuse(*args, **kwargs):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(module, "map_column", refuse)
    with pytest.raises(PathError, match="Input/output error"):
        open_store(folder)


def test_thousands_of_columns_raise_the_limit_of_open_files(stored):
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if hard != resource.RLIM_INFINITY and hard < 1000:
        pytest.skip("the hard limit of open files is too low here")
    folder = stored(**{f"x{at}": ints([at], 0, 1) for at in range(60)})
    program = f"""
import resource
from padviewer.core.store.folder import open_store
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
dataset = open_store({str(folder)!r})
assert [dataset[f"x{{at}}"].to_lists() for at in range(60)] == [[[at]] for at in range(60)]
assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 64
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
try:
    open_store({str(folder)!r})
except Exception as error:
    assert error.code == "store-unreadable", error
else:
    raise AssertionError("64 files were enough for 120 maps")
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_limit_of_open_files_is_raised_as_far_as_it_goes(monkeypatch):
    asked = []
    monkeypatch.setattr(resource, "setrlimit", lambda which, limits: asked.append(limits))
    monkeypatch.setattr(resource, "getrlimit", lambda which: (1024, 4096))
    assert module._allow_more_files()
    monkeypatch.setattr(resource, "getrlimit", lambda which: (1024, resource.RLIM_INFINITY))
    assert module._allow_more_files()
    monkeypatch.setattr(resource, "getrlimit", lambda which: (4096, 4096))
    assert not module._allow_more_files()
    assert asked == [(4096, 4096), (module.MOST_OPEN, resource.RLIM_INFINITY)]
    monkeypatch.setitem(sys.modules, "resource", None)
    assert not module._allow_more_files()
