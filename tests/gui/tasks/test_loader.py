"""The loader with the real data child, and with a stand-in where the order of answers matters."""

import sys
from pathlib import Path

import pytest

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.data.ragged import Ragged
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.store.fill import read_into_store
from padviewer.gui.tasks.children import Task, WorkerPool
from padviewer.gui.tasks.loader import Loader
from padviewer.workers.protocol import WorkerError

DATA = [sys.executable, "-m", "padviewer.workers.data"]


class StandIn:
    """A pool whose children say what they are told to."""

    def __init__(self):
        self.tasks = []

    def run(self, op, args=None):
        self.tasks.append(Task(op, args or {}, lambda task: task.end(None)))
        return self.tasks[-1]


class Heard:
    def __init__(self, loader):
        self.said = []
        self.work = []
        for name in ("opened", "grew", "refused", "stopped", "prepared", "not_prepared"):
            getattr(loader, name).connect(lambda *args, name=name: self.said.append((name, *args)))
        loader.work_changed.connect(self.work.append)

    @property
    def names(self):
        return [one[0] for one in self.said]


@pytest.fixture
def pool():
    return StandIn()


@pytest.fixture
def loader(qapp, pool, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = Loader(pool)
    made.heard = Heard(made)
    yield made
    made.shutdown()


@pytest.fixture
def stored(tmp_path, loader):
    """Return a function that writes a file of `rows` rows and what its child would announce."""

    def store(name, rows):
        path = tmp_path / name
        path.write_text("".join(f'{{"text": "w{row}"}}\n' for row in range(rows)))
        commit, lease = read_into_store(path)
        lease.release()
        said = {"store": str(commit.store), "generation": commit.generation, "rows": commit.rows}
        return str(path), {**said, "complete": True}

    return store


def test_pieces_open_and_the_answer_ends_it(loader, pool, stored):
    path, said = stored("a.jsonl", 100)
    loader.open(path, {})
    (task,) = pool.tasks
    task.tell("piece", {**said, "complete": False})
    task.tell("piece", said)
    task.tell("progress", {})
    assert loader.heard.names == ["opened"]
    assert not loader.heard.said[0][1].complete
    assert loader.heard.work[-1].text == "Reading a.jsonl, 100 rows so far"
    task.end(said)
    assert loader.heard.names == ["opened", "grew"]
    _, source, dataset = loader.heard.said[1]
    assert source.complete
    assert dataset.complete
    assert (source.rows, len(dataset)) == (100, 100)
    assert source.nbytes == Path(path).stat().st_size
    assert loader.heard.work[-1] is None


def test_what_is_open_is_read_on_until_another_has_rows(loader, pool, stored):
    first, said = stored("a.jsonl", 10)
    second, other = stored("b.jsonl", 20)
    loader.open(first, {})
    pool.tasks[0].tell("piece", {**said, "complete": False})
    loader.open(second, {})
    pool.tasks[1].end(WorkerError("no-rows", "There are no rows."))
    assert loader.heard.names == ["opened", "refused"]
    assert loader.heard.said[1][1].title == "b.jsonl was not opened"
    loader.open(second, {})
    pool.tasks[2].tell("piece", other)
    assert pool.tasks[0].is_cancelled
    assert loader.heard.names == ["opened", "refused", "opened"]
    pool.tasks[2].end(other)
    assert loader.heard.said[-1][1].path == second


def test_a_wanted_file_gives_way_to_the_next(loader, pool, stored):
    first, said = stored("a.jsonl", 10)
    loader.open(first, {})
    loader.open(first, {})
    assert pool.tasks[0].is_cancelled
    assert loader.heard.names == []
    pool.tasks[1].end(said)
    assert loader.heard.names == ["opened"]
    assert loader.heard.said[0][1].complete


def test_a_file_that_breaks_in_the_middle_keeps_its_rows(loader, pool, stored):
    path, said = stored("a.jsonl", 10)
    loader.open(path, {})
    pool.tasks[0].tell("piece", said)
    pool.tasks[0].end(WorkerError("source-changed", "The file changed while it was read."))
    assert loader.heard.names == ["opened", "stopped"]
    assert loader.heard.said[1][1].title == "a.jsonl was not read to its end"
    assert loader.heard.work[-1] is None


def test_cancel_stops_the_wanted_file_and_then_the_open_one(loader, pool, stored):
    path, said = stored("a.jsonl", 10)
    loader.open(path, {})
    loader.cancel()
    assert pool.tasks[0].is_cancelled
    assert loader.heard.names == ["stopped"]
    assert loader.heard.said[-1][1].what == "Reading a.jsonl was stopped before its first rows came."
    loader.open(path, {})
    pool.tasks[1].tell("piece", said)
    assert loader.is_reading
    loader.cancel()
    assert not loader.is_reading
    assert loader.heard.said[-1][1].what == "Reading a.jsonl stopped after 10 rows."
    assert loader.heard.work[-1] is None
    loader.cancel()
    assert loader.heard.names == ["stopped", "opened", "stopped"]


def test_a_store_that_is_gone_is_said(loader, pool, stored, tmp_path):
    path, said = stored("a.jsonl", 10)
    loader.open(path, {})
    pool.tasks[0].tell("piece", {**said, "store": str(tmp_path / "gone")})
    assert loader.heard.names == ["refused"]
    assert loader.heard.said[0][1].code == "store-gone"
    loader.open(path, {})
    pool.tasks[1].tell("piece", said)
    pool.tasks[1].end({**said, "rows": 11})
    assert loader.heard.names == ["refused", "opened", "stopped"]
    assert loader.heard.said[-1][1].code == "store-damaged"


def test_growth_is_mapped_when_it_is_worth_it(loader, pool, stored):
    path, said = stored("a.jsonl", 100)
    loader.open(path, {})
    task = pool.tasks[0]
    task.tell("piece", said)
    task.tell("piece", {**said, "rows": 110})
    assert loader.heard.names == ["opened"]
    assert loader.heard.work[-1].text == "Reading a.jsonl, 110 rows so far"
    task.tell("piece", {**said, "rows": 130})
    assert loader.heard.names == ["opened", "grew"]
    task.tell("piece", {**said, "generation": "g9"})
    assert loader.heard.names == ["opened", "grew", "grew"]
    assert loader.heard.said[-1][1].generation == "g9"


# -- the real child -------------------------------------------------------------------------------
@pytest.fixture
def real(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    pool = WorkerPool("data", DATA)
    made = Loader(pool)
    made.heard = Heard(made)
    yield made
    pool.shutdown()
    made.shutdown()


def test_opened_and_prepared_by_the_real_child(real, qtbot, tmp_path):
    path = tmp_path / "colours.txt"
    path.write_text("red green red\n\nblue red\n")
    real.open(str(path), {"format": "Plain text"})
    qtbot.waitUntil(lambda: "grew" in real.heard.names)
    _, source, dataset = real.heard.said[-1]
    assert source.complete
    assert dataset["text"].to_lists() == ["red green red", "", "blue red"]
    assert isinstance(dataset["text"], Ragged)
    recipe = Recipe({"ids": TensorRecipe("text", (Tokenise(), Vocabulary()))})
    real.prepare(source, Recipe({"ids": TensorRecipe("text", (Vocabulary(),))}))
    real.prepare(source, recipe)
    assert real.is_preparing
    qtbot.waitUntil(lambda: not real.is_preparing)
    assert real.heard.names[-1] == "prepared"
    assert real.heard.names.count("prepared") == 1
    assert real.heard.said[-1][1].fitted["ids"].transforms[1].words == ("red", "green", "blue")
    qtbot.waitUntil(lambda: not list(real.folder.iterdir()))
    real.prepare(source, Recipe({"ids": TensorRecipe("absent", (Vocabulary(),))}))
    qtbot.waitUntil(lambda: not real.is_preparing)
    assert real.heard.names[-1] == "not_prepared"
    assert real.heard.said[-1][1].code == "no-such-column"
