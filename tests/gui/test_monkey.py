"""A seeded monkey on the real window: whatever it does, nothing breaks, nothing grows, and undo finds home.

Action n depends on the seed, on n and on what is on the screen. A failure names the seed and writes the
actions to a file: ``PADVIEWER_SEED`` chooses another seed, ``PADVIEWER_REPLAY`` repeats such a file,
``MONKEY_N`` says how many actions.
"""

import importlib.util
import json
import os
import re
import sys
import traceback
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from padviewer.gui import app as application
from padviewer.gui.controller import Controller
from padviewer.gui.session.window_file import SessionFile
from padviewer.gui.style import words
from padviewer.gui.tasks.children import Task, Worker
from padviewer.gui.window import windows
from padviewer.workers.protocol import WorkerError
from tests.gui.monkey import Monkey, resident
from tests.gui.monkey_hands import turn

SEED = int(os.environ.get("PADVIEWER_SEED", "20"))
REPLAY = os.environ.get("PADVIEWER_REPLAY", "")
GROWTH = 0.10
RESTS = 10
LONG = 10_000  # actions: in a fifth of them all is there that is loaded once and kept (imports, fonts, icons)
ALLOWED = 32 << 20  # bytes of that which come later where fewer actions are done
LARGE = 96 << 20  # bytes that three windows at 200 % hold more than one at 100 %: frames, backing stores
REAL_MODELS_FROM = 20  # the soak builds templates with Keras where that is installed
UNEXPECTED = ("unexpected", "bad-message", "child-died")  # of a child that nobody ended
MODEL_CHILD = """
from padviewer.core.errors import PathError
from padviewer.core.model.spec import InputSpec, LayerSpec, ModelSpec
from padviewer.workers.protocol import serve
from padviewer.workers.said import said_of
def told(facts):
    shape = (None, *facts["shape"][1:]) if facts else (None, 8)
    spec = ModelSpec("model", (InputSpec("input", shape, "int32"),), (LayerSpec("dense", "Dense", shape),))
    return {"model": spec.to_json(), "findings": [], "verdict": ""}
def open_model(args, connection):
    if "bad" in args["path"]:
        raise PathError("no-such-file", "There is no such file.", where=args["path"])
    return told((args.get("tensors") or [None])[0])
serve({
    "warm": lambda args, connection: {},
    "build": lambda args, connection: told(args["tensor"]),
    "open": open_model,
}, {"worker": "model"}, said_of)
"""


@pytest.fixture
def monkey(qapp, tmp_path, monkeypatch, soak, pytestconfig):
    """A monkey with a program of its own; all that nobody expected ends up in its `problems`."""
    made, settings = [], str(tmp_path / "settings.ini")
    QSettings(settings, QSettings.Format.IniFormat).setValue("language", "en")

    def make():
        ini = QSettings(settings, QSettings.Format.IniFormat)
        made.append(application.make_windows("", ini, SessionFile(tmp_path / "sessions")))
        return made[-1]

    def on_opened(controller, *opened):
        one.opening.add(controller)
        really_opened(controller, *opened)

    def on_fault(*fault):
        one.problems.append("".join(traceback.format_exception(*fault)))

    def on_message(kind, _context, words):
        if kind != QtMsgType.QtDebugMsg and not any(re.search(known, words) for known in ignored):
            one.problems.append(f"Qt says: {words}")

    def on_end(task, answer):
        if isinstance(answer, WorkerError) and answer.code in UNEXPECTED and not task.is_cancelled:
            one.problems.append(f"The child failed at {task.op} {task.args}: {answer.what} {answer.details}")
        really_ended(task, answer)

    ignored = pytestconfig.getini("qt_log_ignore")
    really_opened, really_ended = Controller._on_opened, Task.end
    monkeypatch.setattr(Task, "end", on_end)
    monkeypatch.setattr(Controller, "_on_opened", on_opened)
    if soak < REAL_MODELS_FROM or importlib.util.find_spec("keras") is None:
        child = [sys.executable, "-c", MODEL_CHILD]
        monkeypatch.setattr(windows, "Worker", lambda kind, interpreter=None: Worker(kind, child))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "excepthook", on_fault)
    before = qInstallMessageHandler(on_message)
    one = Monkey(make, tmp_path, SEED)
    for name, save in (("getOpenFileName", False), ("getSaveFileName", True)):
        monkeypatch.setattr(QFileDialog, name, partial(one.hands.answer, save=save))
    yield one
    for program in made:
        if isValid(program):
            for window in list(program.windows):
                window.close()
                window.deleteLater()
            program.shutdown()
            program.deleteLater()
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            top.close()
    turn(lambda: None)
    qInstallMessageHandler(before)
    words.install(qapp, "en")


def test_whatever_it_does_nothing_breaks_and_nothing_grows(monkey, soak, capsys):
    replayed = [json.loads(line) for line in Path(REPLAY).read_text().splitlines()] if REPLAY else []
    total = len(replayed) or int(os.environ.get("MONKEY_N", "0")) or (20_000 if soak > 1 else 40)
    every, rest = max(1, total // 50), max(1, total // RESTS)
    for n in range(total):
        monkey.step(replayed[n] if replayed else monkey.choose(n))
        if n % every == every - 1:
            monkey.memory.append(resident())
        if n % rest == rest - 1 and not replayed and not monkey.problems:
            monkey.step(["rest"])
        if monkey.problems:
            pytest.fail(report(monkey), pytrace=False)
    with capsys.disabled():
        print(facts(monkey))
    if not replayed:
        assert_flat(monkey.at_rest, 0 if total >= LONG else ALLOWED)
        assert_flat(monkey.memory, LARGE)


def assert_flat(memory, more):
    """Fail if what the program holds at the end is over a tenth, and `more` bytes, above the warm state."""
    fifth = len(memory) // 5
    warm, late = np.median(memory[fifth : 2 * fifth]), np.median(memory[-fifth:])
    assert late <= warm * (1 + GROWTH) + more, f"memory grew: {[one >> 20 for one in memory]} MB"


def facts(monkey):
    """Return what a run was like, in one line."""
    took, action = monkey.slowest
    return (
        f"seed {monkey.seed}, {monkey.seen.total()} actions ({dict(monkey.seen)}), "
        f"slowest {took:.2f} s {action}, memory {[one >> 20 for one in monkey.memory]} MB, "
        f"at rest {[one >> 20 for one in monkey.at_rest]} MB"
    )


def report(monkey):
    """Return what went wrong, the seed and the last actions."""
    last = "\n".join(json.dumps(one, ensure_ascii=False) for one in monkey.last)
    return (
        f"PADVIEWER_SEED={monkey.seed}, action {monkey.seen.total()}; "
        f"PADVIEWER_REPLAY={monkey.log} repeats it.\n{last}\n{facts(monkey)}\n" + "\n".join(monkey.problems)
    )
