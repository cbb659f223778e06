"""Tasks and the children that work on them: answers, deaths, kills, and nothing left behind."""

import os
import signal
import sys
from pathlib import Path

import pytest

from padviewer.gui.tasks import child as worker_child
from padviewer.gui.tasks import children as worker_client
from padviewer.gui.tasks.children import Worker, WorkerPool
from padviewer.workers.protocol import WorkerError

DATA = [sys.executable, "-c", "from padviewer.workers.data import main; main()"]
TOY = """
import os, signal, sys, time
from pathlib import Path
from padviewer.workers.protocol import serve
done = []
def echo(args, connection):
    return {**args, "pid": os.getpid()}
def count(args, connection):
    for at in range(args["to"]):
        connection.send_event(args["id"], "step", at=at)
    return args["to"]
def hang(args, connection):
    connection.send_event(args["id"], "hanging", pid=os.getpid())
    time.sleep(60)
def die(args, connection):
    print("last words", file=sys.stderr, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
def end(args, connection):
    os._exit(7)
def fail(args, connection):
    raise ValueError("no good")
def tidy(args, connection):
    with open(os.environ["TIDIED"], "a") as file:
        file.write(f"{args['op']} {args['args'].get('path')} {args['pid']}\\n")
def shout(args, connection):
    sys.stderr.write("x" * 300_000 + "the end\\n"); sys.stderr.flush(); os._exit(1)
def babble(args, connection):
    connection._stream.write(b"no message\\n"); connection._stream.flush()
    time.sleep(60)
def warm(args, connection):
    return {}
serve({"warm": warm, "echo": echo, "count": count, "hang": hang, "die": die, "open": die, "end": end,
       "fail": fail, "tidy": tidy, "shout": shout, "babble": babble}, {"worker": "toy"})
"""
COMMAND = [sys.executable, "-c", TOY]


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def pool(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("TIDIED", str(tmp_path / "tidied"))
    one = WorkerPool("data", COMMAND)
    yield one
    one.shutdown()


@pytest.fixture
def worker(qapp):
    one = Worker("model", COMMAND)
    yield one
    one.shutdown()


@pytest.fixture(params=["pool", "worker"])
def either(request):
    return request.getfixturevalue(request.param)


class Heard:
    """All that a task told, in order."""

    def __init__(self, task):
        self.task = task
        self.told = []
        task.event_arrived.connect(lambda name, data: self.told.append((name, data)))
        task.done.connect(lambda answer: self.told.append(("done", answer)))
        task.failed.connect(lambda error: self.told.append(("failed", error)))
        task.cancelled.connect(lambda: self.told.append(("cancelled", None)))
        task.finished.connect(lambda: self.told.append(("finished", None)))

    @property
    def names(self):
        return [name for name, _ in self.told]

    @property
    def error(self):
        return dict(self.told)["failed"]


def wait(qtbot, task):
    with qtbot.waitSignal(task.finished):
        pass


def ended(qtbot, runner, op, args=None):
    heard = Heard(runner.run(op, args))
    wait(qtbot, heard.task)
    return heard


# -- both -----------------------------------------------------------------------------------------
def test_an_answer_comes_once_and_after_its_events(either, qtbot):
    heard = ended(qtbot, either, "count", {"to": 3})
    assert heard.names == ["step", "step", "step", "done", "finished"]
    assert [data["at"] for name, data in heard.told if name == "step"] == [0, 1, 2]
    assert dict(heard.told)["done"] == 3


def test_large_numbers_and_any_text_survive_the_way(either, qtbot):
    sent = {"n": 2**53 + 1, "text": "äö😀\u2028", "path": "odd\udcff", "deep": [{"a": None}]}
    answer = dict(ended(qtbot, either, "echo", sent).told)["done"]
    assert {key: answer[key] for key in sent} == sent


def test_an_error_of_a_handler_keeps_its_words(either, qtbot):
    heard = ended(qtbot, either, "fail")
    assert heard.names == ["failed", "finished"]
    assert isinstance(heard.error, WorkerError)
    assert "no good" in heard.error.what
    assert "Traceback" in heard.error.details


def test_an_unknown_operation_is_an_error(either, qtbot):
    assert "no operation" in ended(qtbot, either, "fly").error.what


def test_a_child_that_dies_is_told_in_words_and_replaced(either, qtbot):
    heard = ended(qtbot, either, "open", {"path": "/data/reviews.parquet"})
    verb = "The reading process stopped while it read"
    if isinstance(either, Worker):
        verb = "The model process stopped while it opened"
    assert heard.names == ["failed", "finished"]
    assert heard.error.what == f"{verb} reviews.parquet. It runs again."
    assert heard.error.code == "child-died"
    assert "last words" in heard.error.details
    assert "ended with signal 9" in heard.error.details
    assert ended(qtbot, either, "echo").names == ["done", "finished"]


def test_a_child_that_ends_by_itself_says_its_exit_code(either, qtbot):
    error = ended(qtbot, either, "end").error
    assert "ended with exit code 7" in error.details
    assert error.what.endswith("process stopped. It runs again.")


def test_the_last_64_kib_of_its_words_are_kept(either, qtbot):
    details = ended(qtbot, either, "shout").error.details
    assert details.endswith("the end\n")
    assert 60_000 < len(details) < 70_000


def test_a_child_that_talks_nonsense_is_ended(either, qtbot):
    error = ended(qtbot, either, "babble").error
    assert "no message" in error.details


def test_a_line_without_end_ends_the_child(either, qtbot, monkeypatch):
    monkeypatch.setattr(worker_child, "MOST_LINE_BYTES", 1000)
    error = ended(qtbot, either, "echo", {"text": "x" * 500_000}).error
    assert "too long" in error.details or "no message" in error.details


def test_cancel_kills_the_child_and_tells_only_the_end(either, qtbot):
    heard = Heard(either.run("hang"))
    with qtbot.waitSignal(heard.task.event_arrived) as hanging:
        pass
    pid = hanging.args[1]["pid"]
    with qtbot.waitSignal(heard.task.finished):
        heard.task.cancel()
        heard.task.cancel()
    assert not is_running(pid)
    assert heard.names == ["hanging", "cancelled", "finished"]
    heard.task.cancel()
    assert ended(qtbot, either, "echo").names == ["done", "finished"]


def test_shutdown_leaves_no_child_and_tells_nothing(either, qtbot):
    heard = Heard(either.run("hang"))
    with qtbot.waitSignal(heard.task.event_arrived) as hanging:
        pass
    pids = {*either.pids, hanging.args[1]["pid"]}
    either.shutdown()
    assert not any(is_running(pid) for pid in pids)
    assert either.pids == []
    qtbot.wait(50)
    assert heard.names == ["hanging"]


@pytest.mark.parametrize("kind", [WorkerPool, Worker])
def test_a_command_that_does_not_exist_is_told_and_not_tried_for_ever(qapp, qtbot, kind, monkeypatch):
    starts = []
    real = worker_child.Child.__init__
    monkeypatch.setattr(
        worker_child.Child, "__init__", lambda self, *args: (starts.append(args), real(self, *args))[1]
    )
    monkeypatch.setattr(worker_client, "REFILL_MS", 0)
    one = kind("data", ["/no/such/program"])
    try:
        assert "could not be started" in ended(qtbot, one, "echo").error.what
        assert ended(qtbot, one, "echo").error.code == "child-missing"
        qtbot.wait(200)
        assert len(starts) <= 2 + worker_client.MOST_EARLY_DEATHS
    finally:
        one.shutdown()


# -- the pool -------------------------------------------------------------------------------------
def test_two_tasks_run_at_once_and_a_kill_hurts_nothing_else(pool, qtbot):
    first, second = Heard(pool.run("hang")), Heard(pool.run("hang"))
    qtbot.waitUntil(lambda: first.names == second.names == ["hanging"])
    pids = [heard.told[0][1]["pid"] for heard in (first, second)]
    assert len(set(pids)) == 2
    first.task.cancel()
    wait(qtbot, first.task)
    assert [is_running(pid) for pid in pids] == [False, True]
    assert second.names == ["hanging"]


def test_a_spare_waits_and_a_child_that_is_done_becomes_it(pool, qtbot):
    assert pool.pids == []  # the window is painted before its first child starts
    qtbot.waitUntil(lambda: len(pool.pids) == 1)
    pids = set(pool.pids)
    pool._timer.setInterval(60_000)  # on a slow machine a new spare would come meanwhile
    answer = dict(ended(qtbot, pool, "echo").told)["done"]
    assert {answer["pid"]} == pids
    again = dict(ended(qtbot, pool, "echo").told)["done"]
    assert {again["pid"]} == pids == set(pool.pids)


def test_one_spare_is_enough(pool, qtbot):
    tasks = [Heard(pool.run("echo")) for _ in range(3)]
    qtbot.waitUntil(lambda: all(heard.names[-1:] == ["finished"] for heard in tasks))
    qtbot.waitUntil(lambda: len(pool.pids) == 1)


def test_while_a_task_runs_a_new_spare_comes(pool, qtbot):
    heard = Heard(pool.run("hang"))
    qtbot.waitUntil(lambda: len(pool.pids) == 2)
    heard.task.cancel()
    wait(qtbot, heard.task)


def test_a_spare_that_dies_is_replaced(pool, qtbot):
    ended(qtbot, pool, "echo")
    qtbot.waitUntil(lambda: len(pool.pids) == 1)
    (pid,) = pool.pids
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: pool.pids not in ([], [pid]))
    assert ended(qtbot, pool, "echo").names == ["done", "finished"]


def test_what_a_killed_child_left_is_tidied(pool, qtbot, tmp_path):
    heard = Heard(pool.run("hang", {"path": "big.parquet"}))
    with qtbot.waitSignal(heard.task.event_arrived) as hanging:
        pass
    heard.task.cancel()
    tidied = tmp_path / "tidied"
    qtbot.waitUntil(lambda: tidied.exists() and tidied.read_text().endswith("\n"))
    assert tidied.read_text() == f"hang big.parquet {hanging.args[1]['pid']}\n"


# -- the long-lived worker ------------------------------------------------------------------------
def test_requests_are_answered_one_after_the_other_by_one_child(worker, qtbot):
    order = []
    tasks = [worker.run("count", {"to": 1}), worker.run("echo"), worker.run("echo", {"n": 1})]
    for at, task in enumerate(tasks):
        task.finished.connect(lambda at=at: order.append(at))
    answers = []
    tasks[1].done.connect(lambda answer: answers.append(answer["pid"]))
    tasks[2].done.connect(lambda answer: answers.append(answer["pid"]))
    wait(qtbot, tasks[2])
    assert order == [0, 1, 2]
    assert answers == worker.pids * 2


def test_one_that_waits_is_cancelled_without_hurting_the_one_that_runs(worker, qtbot):
    first, second = Heard(worker.run("hang")), Heard(worker.run("echo"))
    with qtbot.waitSignal(second.task.finished):
        second.task.cancel()
    assert second.names == ["cancelled", "finished"]
    qtbot.waitUntil(lambda: first.names == ["hanging"])
    first.task.cancel()
    wait(qtbot, first.task)


def test_those_that_wait_are_answered_by_the_next_child_after_a_death(worker, qtbot):
    first, second = Heard(worker.run("die")), Heard(worker.run("echo"))
    wait(qtbot, second.task)
    assert first.names == ["failed", "finished"]
    assert second.names == ["done", "finished"]


# -- the real data child --------------------------------------------------------------------------
@pytest.fixture
def data(qapp):
    one = WorkerPool("data", DATA)
    yield one
    one.shutdown()


def test_a_file_opened_by_the_real_child(data, qtbot, tmp_path):
    from padviewer.core.store.folder import open_store

    path = tmp_path / "ümlaut rows.jsonl"
    path.write_text('{"x": [1, 2]}\n{"x": []}\n')
    heard = ended(qtbot, data, "open", {"path": str(path)})
    assert heard.names == ["piece", "piece", "done", "finished"]
    assert open_store(dict(heard.told)["done"]["store"])["x"].to_lists() == [[1, 2], []]


def test_killed_while_it_reads_the_window_goes_on_and_nothing_is_left(data, qtbot, tmp_path):
    from padviewer.core.store.folder import open_store
    from padviewer.core.store.room import stores_folder

    path = tmp_path / "large.jsonl"
    path.write_text("".join(f'{{"x": [{at}, {at}], "t": "word {at}"}}\n' for at in range(400_000)))
    heard = Heard(data.run("open", {"path": str(path)}))
    with qtbot.waitSignal(heard.task.event_arrived) as piece:
        pass
    store = Path(piece.args[1]["store"])
    shown = open_store(store)
    (pid,) = [pid for pid in data.pids if is_running(pid)][:1]
    os.kill(pid, signal.SIGKILL)
    wait(qtbot, heard.task)
    assert heard.error.what == "The reading process stopped while it read large.jsonl. It runs again."
    assert shown["x"][0:1].to_lists() == [[0, 0]]
    qtbot.waitUntil(lambda: not store.exists())
    assert not list(stores_folder().glob(f"{store.name}*"))
    (tmp_path / "small.txt").write_text("a\n")
    assert "done" in ended(qtbot, data, "open", {"path": str(tmp_path / "small.txt")}).names


def test_a_cancelled_export_leaves_nothing(data, qtbot, tmp_path):
    from padviewer.core.recipe import Recipe, TensorRecipe

    path = tmp_path / "x.jsonl"
    path.write_text("".join(f'{{"x": [{at}]}}\n' for at in range(20_000)))
    store = dict(ended(qtbot, data, "open", {"path": str(path)}).told)["done"]["store"]
    Recipe({"x": TensorRecipe("x", maxlen=20_000)}).save(tmp_path / "r.toml")  # 1.6 GB
    target = tmp_path / "out"
    target.mkdir()
    args = {"store": store, "recipe": str(tmp_path / "r.toml"), "destination": str(target / "x.npy")}
    heard = Heard(data.run("export", args))
    qtbot.waitUntil(lambda: "progress" in heard.names and any(target.iterdir()))
    heard.task.cancel()
    wait(qtbot, heard.task)
    assert heard.names[-2:] == ["cancelled", "finished"]
    qtbot.waitUntil(lambda: not any(target.iterdir()))
