"""The data child: what it answers, and what happens to it and what it leaves when it is killed."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
import pytest

from padviewer.core.choices.clean import Fill
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.store.derived import DerivedColumns
from padviewer.core.store.folder import open_store
from padviewer.core.store.room import Room, stores_folder
from padviewer.workers import data as worker
from padviewer.workers.protocol import Connection, request

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from padviewer.workers.data import main; main()"]
TEXT = "red green red\n\nblue red\n"


class Heard(Connection):
    """A connection that keeps what it is told to send."""

    def __init__(self):
        self.messages = []

    def send(self, message):
        self.messages.append(json.loads(json.dumps(message)))


@pytest.fixture(autouse=True)
def let_go():
    yield
    worker._let_go()


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "colours.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def opened(text):
    return worker.open_file({"id": 1, "path": str(text)}, Heard())


def recipe_file(tmp_path, **choices):
    recipe = Recipe({"ids": TensorRecipe("text", (Tokenise(), Vocabulary()), **choices)})
    recipe.save(tmp_path / "wanted.toml")
    return str(tmp_path / "wanted.toml")


# -- the handlers ---------------------------------------------------------------------------------
def test_open_answers_with_a_store_and_announces_it(text):
    heard = Heard()
    answer = worker.open_file({"id": 4, "path": str(text), "options": {"format": "Plain text"}}, heard)
    columns = [{"name": "text", "kind": "text", "dtype": "utf8", "ragged_axes": 0, "inner_shape": []}]
    assert (answer["rows"], answer["complete"], answer["columns"]) == (3, True, columns)
    assert {message["event"] for message in heard.messages} == {"piece"}
    assert {message["id"] for message in heard.messages} == {4}
    first, last = heard.messages[0], heard.messages[-1]
    assert (first["store"], first["rows"], first["complete"]) == (answer["store"], 3, False)
    assert (last["rows"], last["complete"], last["columns"]) == (3, True, columns)
    assert open_store(answer["store"])["text"].to_lists() == TEXT.splitlines()


def test_open_with_an_option_that_does_not_exist(text):
    with pytest.raises(ChoiceError, match="no such option"):
        worker.open_file({"id": 1, "path": str(text), "options": {"colour": "red"}}, Heard())
    with pytest.raises(ChoiceError, match="needs path"):
        worker.open_file({"id": 1}, Heard())


def test_open_beyond_the_cap_is_refused(text):
    with pytest.raises(Exception, match="keeps at most") as caught:
        worker.open_file({"id": 1, "path": str(text), "cap": 3}, Heard())
    assert caught.value.exit_code == 3


def test_a_trial_reads_the_file_another_way_and_keeps_nothing(tmp_path):
    path = tmp_path / "p.json"
    rows = [[(row * 7 + step * 3) % 50 + 1 for step in range(2 + row % 8)] for row in range(40)]
    path.write_text(json.dumps([row + [0] * (10 - len(row)) for row in rows]))
    Recipe({"x": TensorRecipe()}).save(tmp_path / "r.toml")
    args = {"id": 1, "path": str(path), "recipe": str(tmp_path / "r.toml")}
    codes = [
        {one["code"] for one in worker.try_reading({**args, "options": options}, Heard())["findings"]}
        for options in ({}, {"shape": "unpad"})
    ]
    assert "looks-padded" in codes[0] - codes[1]


def test_prepare_fits_and_keeps_the_columns(opened, tmp_path):
    heard = Heard()
    wanted = recipe_file(tmp_path, maxlen="max")
    args = {"id": 7, "store": opened["store"], "rows": 3, "recipe": wanted, "folder": str(tmp_path)}
    answer = worker.prepare(args, heard)
    fitted = Recipe.load(answer["recipe"])
    assert fitted.fitted["ids"].transforms[1].words == ("red", "green", "blue")
    assert fitted.fitted["ids"].maxlen == (3,)
    assert heard.messages[-1] == {"id": 7, "event": "preparing", "done": 3, "total": 3}
    column = DerivedColumns(opened["store"], 3).derived(answer["derived"]["ids"])
    assert column.to_lists() == [[1, 2, 1], [], [3, 1]]


def test_prepare_again_finds_the_columns_and_their_findings(tmp_path):
    path = tmp_path / "gaps.parquet"
    pq.write_table(pa.table({"x": pa.array([[1, None], [None]])}), path)
    store = worker.open_file({"id": 1, "path": str(path)}, Heard())["store"]
    Recipe({"t": TensorRecipe("x", (Fill(0),), maxlen=2)}).save(tmp_path / "r.toml")
    args = {"id": 2, "store": store, "recipe": str(tmp_path / "r.toml"), "folder": str(tmp_path)}
    first, heard = worker.prepare(args, Heard()), Heard()
    again = worker.prepare(args, heard)
    assert heard.messages == []  # nothing was prepared
    filled = [one for one in first["findings"] if one["code"] == "filled"]
    assert [(one["count"], one["where"]) for one in filled] == [(2, "t")]
    assert again["findings"] == first["findings"]


def test_prepare_with_a_maxlen_that_does_not_suit_still_fits_the_transforms(tmp_path):
    path = tmp_path / "blank.txt"
    path.write_text("\n\n")
    store = worker.open_file({"id": 1, "path": str(path)}, Heard())["store"]
    args = {"id": 2, "store": store, "recipe": recipe_file(tmp_path), "folder": str(tmp_path)}
    answer = worker.prepare(args, Heard())
    fitted = Recipe.load(answer["recipe"]).fitted["ids"]
    assert (fitted.transforms[1].words, fitted.maxlen) == ((), (1,))


def test_prepare_of_a_recipe_without_transforms(tmp_path):
    path = tmp_path / "x.parquet"
    pq.write_table(pa.table({"x": [[1, 2], [3]]}), path)
    store = worker.open_file({"id": 1, "path": str(path)}, Heard())["store"]
    Recipe({"x": TensorRecipe()}).save(tmp_path / "r.toml")
    args = {"id": 2, "store": store, "recipe": str(tmp_path / "r.toml"), "folder": str(tmp_path)}
    answer = worker.prepare(args, Heard())
    assert answer["derived"] == {}
    assert Recipe.load(answer["recipe"]).fitted["x"].maxlen == (2,)


def test_export_writes_what_numpy_reads(opened, tmp_path):
    heard, target = Heard(), tmp_path / "out.npz"
    args = {"id": 9, "store": opened["store"], "recipe": recipe_file(tmp_path), "destination": str(target)}
    answer = worker.export(args, heard)
    with np.load(target) as arrays:
        assert arrays["ids"].tolist() == [[1, 2, 1], [0, 0, 0], [3, 1, 0]]
        assert arrays["ids_lengths"].tolist() == [3, 0, 2]
    (tensor,) = answer["tensors"]
    assert tensor["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert {message["event"] for message in heard.messages} == {"preparing", "progress"}
    assert heard.messages[-1]["done"] == heard.messages[-1]["total"]


def test_an_export_has_the_modes_that_the_person_wants(opened, tmp_path):
    old = os.umask(0o027)
    try:
        args = {"id": 9, "store": opened["store"], "recipe": recipe_file(tmp_path)}
        worker.export({**args, "destination": str(tmp_path / "out.npy")}, Heard())
    finally:
        os.umask(old)
    assert (tmp_path / "out.npy").stat().st_mode & 0o777 == 0o640


def test_export_waits_for_the_end(opened, tmp_path):
    args = {"id": 9, "store": opened["store"], "rows": 2, "recipe": recipe_file(tmp_path)}
    with pytest.raises(ContentError, match="still being read"):
        worker.export({**args, "destination": str(tmp_path / "out.npz")}, Heard())
    assert not (tmp_path / "out.npz").exists()


def test_tidy_removes_what_a_killed_export_left(tmp_path):
    mine, other = tmp_path / ".padviewer-41-0123abcd.part", tmp_path / ".padviewer-42-0123abcd.part"
    mine.write_bytes(b"half")
    other.write_bytes(b"half")
    args = {"id": 1, "op": "export", "args": {"destination": str(tmp_path / "out.npz")}, "pid": 41}
    worker.tidy(args, Heard())
    assert [path.name for path in tmp_path.iterdir()] == [other.name]
    worker.tidy({**args, "args": {"destination": str(tmp_path / "none" / "out.npz")}}, Heard())


def test_warm_says_what_it_imported():
    assert worker.warm({}, Heard())["numpy"] == np.__version__


def test_a_hash_counted_beside_is_the_same():
    blocks = [bytes([at]) * 100_000 for at in range(50)]
    with ThreadPoolExecutor(1) as pool:
        beside = worker.Sha256Beside(pool)
        assert beside.hexdigest() == hashlib.sha256(b"").hexdigest()
        for block in blocks:
            beside.update(memoryview(block))
        assert beside.hexdigest() == hashlib.sha256(b"".join(blocks)).hexdigest()


def test_progress_is_told_seldom_and_at_the_end(monkeypatch):
    heard = Heard()
    progress = worker._progress({"id": 1}, heard, "progress")
    for done in range(1, 10_001):
        progress(done, 10_000)
    assert heard.messages[-1]["done"] == 10_000
    assert len(heard.messages) < 100


# -- the process ----------------------------------------------------------------------------------
class Child:
    """A data child on plain pipes."""

    def __init__(self):
        self.process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def ask(self, number, op, args):
        self.process.stdin.write(request(number, op, args))
        self.process.stdin.flush()

    def hear(self):
        line = self.process.stdout.readline()
        return json.loads(line) if line else None

    def hear_until(self, is_wanted):
        while (message := self.hear()) is not None:
            if is_wanted(message):
                return message
        raise AssertionError("the child ended before it said so")


@pytest.fixture
def child():
    one = Child()
    assert one.hear()["worker"] == "data"
    yield one
    one.process.kill()
    one.process.wait()
    one.process.stdin.close()
    one.process.stdout.close()


@pytest.fixture
def large(tmp_path):
    """A JSON lines file that takes a while."""
    path = tmp_path / "large.jsonl"
    path.write_text("".join(f'{{"x": [{at}, {at}, {at}], "t": "word {at}"}}\n' for at in range(400_000)))
    return path


def stores():
    return {entry.name for entry in stores_folder().iterdir()} if stores_folder().exists() else set()


def test_a_child_opens_a_file(child, text):
    child.ask(3, "open", {"path": str(text)})
    answer = child.hear_until(lambda message: "ok" in message)
    assert answer["ok"], answer
    assert open_store(answer["result"]["store"])["text"].to_lists() == TEXT.splitlines()


def test_a_child_opens_tables_and_makes_rows_of_their_lines(child, tmp_path):
    frame = pd.DataFrame({"user": ["b", "a", "b"], "time": [2, 1, 1], "item": [5, 6, 7]})
    frame.to_excel(tmp_path / "x.xlsx", index=False)
    frame.to_stata(tmp_path / "x.dta", write_index=False)
    pyreadstat.write_sav(frame, tmp_path / "x.sav")
    for number, name in enumerate(("x.xlsx", "x.dta", "x.sav")):
        args = {"path": str(tmp_path / name), "options": {"long": "user,time"}}
        child.ask(number, "open", args)
        answer = child.hear_until(
            lambda message, number=number: message.get("id") == number and "ok" in message
        )
        assert answer["ok"], answer
        assert answer["result"]["guessed"]["long"] == "user,time"
        assert open_store(answer["result"]["store"])["item"].to_lists() == [[7, 5], [6]]


def test_a_damaged_file_is_a_sentence_and_the_child_goes_on(child, tmp_path, text):
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 this is no Parquet PAR1")
    child.ask(1, "open", {"path": str(tmp_path / "bad.parquet")})
    answer = child.hear_until(lambda message: "ok" in message)
    assert (answer["ok"], answer["error"]["exit_code"]) == (False, 1)
    assert "Traceback" not in answer["error"]["what"]
    child.ask(2, "open", {"path": str(text)})
    assert child.hear_until(lambda message: message.get("id") == 2 and "ok" in message)["ok"]


def test_killed_in_the_middle_what_was_announced_stays_good_and_is_removed_later(child, large, text):
    before = stores()
    child.ask(1, "open", {"path": str(large)})
    piece = child.hear_until(lambda message: message.get("event") == "piece")
    child.process.send_signal(signal.SIGKILL)
    child.process.wait()
    shown = open_store(piece["store"])
    rows = len(shown)
    assert rows >= piece["rows"]
    assert not shown.complete
    assert Path(piece["store"]).name in stores() - before
    worker.tidy({"op": "open", "args": {}, "pid": child.process.pid}, Heard())
    assert stores() == before
    assert shown["x"][rows - 1 : rows].to_lists() == [[rows - 1] * 3]


def test_when_the_parent_is_gone_the_child_is_gone(large):
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            (
                "import subprocess, sys, time\n"
                f"child = subprocess.Popen({COMMAND!r}, stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
                "from padviewer.workers.protocol import request\n"
                f"child.stdin.write(request(1, 'open', {{'path': {str(large)!r}}})); child.stdin.flush()\n"
                "child.stdout.readline(); child.stdout.readline()\n"
                "print(child.pid, flush=True)\n"
                "time.sleep(60)\n"
            ),
        ],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 60
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not alive(pid)


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_two_windows_open_the_same_file_at_once(text, large):
    children = [Child(), Child()]
    try:
        for one in children:
            one.hear()
            one.ask(1, "open", {"path": str(large)})
        answers = [one.hear_until(lambda message: "ok" in message) for one in children]
        assert [answer["ok"] for answer in answers] == [True, True]
        for answer in answers:
            dataset = open_store(answer["result"]["store"])
            assert (len(dataset), dataset.complete) == (400_000, True)
            assert dataset["x"][399_999:].to_lists() == [[399_999] * 3]
    finally:
        for one in children:
            one.process.kill()
            one.process.wait()
            one.process.stdin.close()
            one.process.stdout.close()


def test_it_stands_behind_the_window_in_the_queue_for_the_cpu(child):
    assert (
        os.getpriority(os.PRIO_PROCESS, child.process.pid)
        == os.getpriority(os.PRIO_PROCESS, 0) + worker.NICENESS
    )


def test_killed_at_any_moment_what_was_announced_can_be_mapped_and_nothing_is_left(large, scaled):
    generator = random.Random(11)
    before = stores()
    for _ in range(scaled(40)):
        one = Child()
        try:
            one.hear()
            one.ask(1, "open", {"path": str(large)})
            wanted = generator.randrange(4)
            heard = []
            while len(heard) < wanted and (message := one.hear()).get("event") == "piece":
                heard.append(message)
            time.sleep(generator.random() / 5)
            one.process.kill()
            one.process.wait()
            for piece in heard[-1:]:
                shown = open_store(piece["store"])
                last = len(shown) - 1
                assert last + 1 >= piece["rows"]
                assert shown["x"][last : last + 1].to_lists() == [[last] * 3]
                assert shown["t"][last : last + 1].to_lists() == [f"word {last}"]
        finally:
            one.process.kill()
            one.process.wait()
            one.process.stdin.close()
            one.process.stdout.close()
        worker.tidy({"op": "open", "args": {}, "pid": one.process.pid}, Heard())
        for name in stores() - before:  # only a fast child's, which was done
            store = stores_folder() / name.removesuffix(".lease")
            assert (store / "manifest.json").exists()
            assert len(open_store(store)) == 400_000
        for name in stores() - before:
            Room().remove(stores_folder() / name.removesuffix(".lease"))
        assert stores() == before
