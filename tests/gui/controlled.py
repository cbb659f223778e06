"""A controller with the real data child: what it said, files for it, and waiting for it."""

import os
import signal

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from padviewer.gui.controller import Controller
from padviewer.gui.tasks.jobs import Jobs

ROWS = [[1, 2, 3, 4], [5, 6], [7, 8, 9, 10, 11, 12]]


class Heard:
    """What a controller said, signal by signal."""

    def __init__(self, controller):
        self.noticed, self.refused, self.choices, self.sessions, self.ends = [], [], [], [], []
        controller.noticed.connect(lambda level, words: self.noticed.append((level, words)))
        controller.loader.refused.connect(self.refused.append)
        controller.choice_refused.connect(lambda field, words: self.choices.append((field, words)))
        controller.session_changed.connect(lambda old, new: self.sessions.append((old, new)))
        controller.exporter.exported.connect(lambda written: self.ends.append(("exported", written)))
        controller.exporter.failed.connect(lambda error: self.ends.append(("failed", error)))
        controller.exporter.cancelled.connect(lambda: self.ends.append(("cancelled", None)))


@pytest.fixture(name="controller")
def controller_here(data_pool):
    made = Controller(data_pool, lambda: pytest.fail("no model"), Jobs(synchronous=True))
    made.heard = Heard(made)
    yield made
    made.shutdown()


def write(path, columns):
    pq.write_table(pa.table(columns), path)
    return str(path)


@pytest.fixture(name="numbers")
def numbers_here(tmp_path):
    return write(tmp_path / "numbers.parquet", {"x": ROWS, "y": [[1], [2, 2], []], "label": [2, 0, 1]})


@pytest.fixture(name="texts")
def texts_here(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"text": "a b a", "n": [1]}\n{"text": "c", "n": [2, 3]}\n{"text": "", "n": []}\n')
    return str(path)


def settle(controller, qtbot):
    """Wait until nothing is read, prepared or counted any more."""

    def settled():
        source = controller.session.source
        return (
            source is not None and source.complete and not controller.work and not controller.counting.is_busy
        )

    qtbot.waitUntil(settled)


def opened(controller, qtbot, path):
    controller.open(path)
    qtbot.waitUntil(lambda: controller.session.source is not None and controller.session.source.path == path)
    settle(controller, qtbot)
    return controller


def array(controller, tensor=None):
    return controller.plan.block(tensor or controller.session.tensor, slice(None)).array.tolist()


def kill_busy(controller, op):
    """Kill the child that works on `op`, from outside."""
    child = next(child for child in controller._pool._children if child.task and child.task.op == op)
    os.kill(child.pid, signal.SIGKILL)


def end(controller, qtbot):
    qtbot.waitUntil(lambda: bool(controller.heard.ends) and not controller.work)
    return controller.heard.ends.pop()


@pytest.fixture(name="large")
def large_here(tmp_path):
    values = np.zeros(4_000_000, np.int32)
    rows = pa.ListArray.from_arrays(np.arange(0, 4_000_001, 2, dtype=np.int32), values)
    return write(tmp_path / "large.parquet", {"x": rows})


def wait_written(qtbot, folder):
    """Wait until the export has begun to write its file."""
    qtbot.waitUntil(lambda: any(p.stat().st_size for p in folder.iterdir()))
