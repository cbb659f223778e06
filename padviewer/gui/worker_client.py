"""The window's end of its child processes: tasks sent, and answers, events and deaths told as signals."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, QTimer, Signal

from padviewer.core.sentence import from_json
from padviewer.gui.words import mark, tr
from padviewer.workers.protocol import (
    MOST_LINE_BYTES,
    BadLineError,
    Message,
    WorkerError,
    decode,
    error_from_dict,
    request,
)

KEPT_WORDS = 64 << 10  # bytes of a child's standard error, for the details of an error
MOST_EARLY_DEATHS = 3  # children in a row that ended before they had answered anything
FIRST_MS = 50  # the window is painted before its first child takes a processor
REFILL_MS = 500  # a new spare waits so long: the task that took the old one comes first
SHUTDOWN_MS = 5000
MISSING = {
    "data": mark("The reading process could not be started: {reason}."),
    "model": mark("The model process could not be started: {reason}."),
}
STOPPED = {
    "data": mark("The reading process stopped. It runs again."),
    "model": mark("The model process stopped. It runs again."),
}
# What a child was doing when it stopped, and the argument that names the file
DOING = {
    ("data", "open"): (mark("The reading process stopped while it read {file}. It runs again."), "path"),
    ("data", "prepare"): (
        mark("The reading process stopped while it prepared the columns. It runs again."),
        "",
    ),
    ("data", "export"): (
        mark("The reading process stopped while it wrote {file}. It runs again."),
        "destination",
    ),
    ("model", "open"): (mark("The model process stopped while it opened {file}. It runs again."), "path"),
    ("model", "build"): (mark("The model process stopped while it built the model. It runs again."), ""),
    ("model", "warm"): (mark("The model process stopped while it loaded Keras. It runs again."), ""),
}
ROOT = Path(__file__).resolve().parents[2]
# Another interpreter has its own libraries, and of ours takes this program's code alone: the rest of a
# bundle is compiled for another Python, and a PadViewer that is installed there may be of another version
ELSEWHERE = """
import sys
sys.dont_write_bytecode = True
if sys.version_info < (3, 11):
    sys.exit(f"{sys.executable} is Python {sys.version.split()[0]}; the model process needs 3.11 or newer.")
from importlib.util import module_from_spec, spec_from_file_location
folder = FOLDER
spec = spec_from_file_location("padviewer", f"{folder}/__init__.py", submodule_search_locations=[folder])
sys.modules["padviewer"] = package = module_from_spec(spec)
spec.loader.exec_module(package)
from padviewer.cli import main
sys.exit(main())
"""


def child_command(kind: str, interpreter: str | None = None) -> list[str]:
    """Return the command that starts a child.

    Parameters
    ----------
    kind : str
        ``"data"`` or ``"model"``.
    interpreter : str or None
        Another Python to run it; None: this program itself.
    """
    if interpreter:
        program = ELSEWHERE.replace("FOLDER", repr(str(ROOT / "padviewer")))
        return [interpreter, "-c", program, "--worker", kind]
    if getattr(sys, "frozen", False):
        return [_bundled_program(), "--worker", kind]
    return [sys.executable, "-m", "padviewer", "--worker", kind]


def _bundled_program() -> str:
    """Return the executable that serves as a child: on Windows the one for consoles, which has streams."""
    program = PurePath(sys.executable)
    return str(program.with_name("padviewer-console.exe")) if sys.platform == "win32" else str(program)


class Task(QObject):
    """One request to a child.

    Signals
    -------
    event_arrived (str, dict)
        What happens meanwhile: the event's name and data.
    done (object)
        The answer.
    failed (WorkerError)
        Why there is none, in words.
    cancelled ()
        `cancel` was called, and the child is gone.
    finished ()
        After exactly one of the three.
    """

    event_arrived = Signal(str, object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, op: str, args: Mapping[str, Any], cancel: Callable[[Task], None]) -> None:
        super().__init__()
        self.op = op
        self.args = dict(args)
        self.is_cancelled = False
        self.is_finished = False
        self._cancel = cancel

    def cancel(self) -> None:
        """Kill the child that works on it, and nothing else; from now on only the end is told."""
        if not self.is_finished and not self.is_cancelled:
            self.is_cancelled = True
            self._cancel(self)

    def tell(self, name: str, data: Message) -> None:
        """Pass an event on, unless the task was cancelled."""
        if not self.is_cancelled:
            self.event_arrived.emit(name, data)

    def end(self, answer: object) -> None:
        """End the task with its answer, or with a WorkerError."""
        self.is_finished = True
        if self.is_cancelled:
            self.cancelled.emit()
        elif isinstance(answer, WorkerError):
            self.failed.emit(answer)
        else:
            self.done.emit(answer)
        self.finished.emit()


class Child(QObject):
    """One child process, which works on one task at a time.

    Signals
    -------
    idle ()
        The task's answer came.
    gone ()
        The process has ended, or could not be started; a task that it worked on has not been told yet.
    """

    idle = Signal()
    gone = Signal()
    _ended = Signal()

    def __init__(self, kind: str, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.kind = kind
        self.task: Task | None = None
        self.has_answered = False
        self.is_gone = False
        # queued: whoever gives it a task at once hears of a start that failed at once
        self._ended.connect(self.gone, Qt.ConnectionType.QueuedConnection)
        self._number = 0
        self._line = bytearray()
        self._words = bytearray()
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment(command))
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_words)
        self._process.finished.connect(self._on_end)
        self._process.errorOccurred.connect(self._on_error)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.start()
        self.number = self.pid  # kept: the process has none any more when it has ended

    def warm_up(self) -> None:
        """Ask for ``warm``; a task may be sent at once, the child takes one after the other."""
        self._process.write(request(0, "warm"))

    @property
    def pid(self) -> int:
        """The process id; 0 where it does not run."""
        return int(self._process.processId())

    def work_on(self, task: Task) -> None:
        """Send a task; the child must have none."""
        self._number += 1
        self.task = task
        self._process.write(request(self._number, task.op, task.args))

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def wait(self, milliseconds: int) -> bool:
        """Wait for the process to end; return whether it has."""
        return self.is_gone or self._process.waitForFinished(milliseconds)

    def death(self, task: Task) -> WorkerError:
        """Say that the process stopped, and what it was doing."""
        details = self._words.decode("utf-8", "replace")
        if self._process.error() == QProcess.ProcessError.FailedToStart:
            return WorkerError(
                "child-missing",
                tr(MISSING[self.kind], reason=self._process.errorString()),
                details=details,
            )
        how = "signal" if self._process.exitStatus() == QProcess.ExitStatus.CrashExit else "exit code"
        details = f"{self._process.program()}\nended with {how} {self._process.exitCode()}\n{details}"
        return WorkerError("child-died", self._stopped(task), remedy=tr("Try again."), details=details)

    def _stopped(self, task: Task) -> str:
        """Say what the process was doing when it stopped, where that is known."""
        words, argument = DOING.get((self.kind, task.op), (STOPPED[self.kind], ""))
        return tr(words, file=PurePath(str(task.args.get(argument, ""))).name)

    def _on_output(self) -> None:
        self._line += self._process.readAllStandardOutput().data()
        while (end := self._line.find(b"\n")) >= 0:
            line = bytes(self._line[: end + 1])
            del self._line[: end + 1]
            self._take(line)
        if len(self._line) > MOST_LINE_BYTES:
            self._words += b"\n(a line of its answer was too long)"
            self.kill()

    def _take(self, line: bytes) -> None:
        try:
            message = decode(line)
        except BadLineError as error:
            self._words += f"\n(no message: {error})".encode()
            self.kill()
            return
        name = message.pop("event", None)
        self.has_answered |= name is None
        if self.task is None or message.pop("id", None) != self._number:
            return
        if name is not None:
            self.task.tell(str(name), message)
        else:
            self._answered(message)

    def _answered(self, message: Message) -> None:
        task = self.task
        if task is None or task.is_cancelled:
            return  # the kill is on its way, and the end is told then
        self.task = None
        self.idle.emit()
        if message.get("ok"):
            task.end(message.get("result"))
        else:
            task.end(error_from_dict(message.get("error", {}), from_said=from_json))

    def _on_words(self) -> None:
        self._words += self._process.readAllStandardError().data()
        del self._words[:-KEPT_WORDS]

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end()

    def _on_end(self) -> None:
        self._on_words()
        self._on_output()
        self._end()

    def _end(self) -> None:
        if not self.is_gone:
            self.is_gone = True
            self._ended.emit()


class WorkerPool(QObject):
    """One child a task, and one warm spare.

    Parameters
    ----------
    kind : str
        ``"data"`` or ``"model"``.
    command : sequence of str or None
        What starts a child; None: `child_command`.
    tidy : str
        The operation that is asked for after a child ended in the middle of a task, with the task's ``op``
        and ``args`` and the child's ``pid``: it removes what that one left. Empty: none.
    """

    def __init__(self, kind: str, command: Sequence[str] | None = None, *, tidy: str = "tidy") -> None:
        super().__init__()
        self._kind = kind
        self._command = list(command or child_command(kind))
        self._tidy = tidy
        self._children: list[Child] = []
        self._spare: Child | None = None
        self._early_deaths = 0
        self._timer = QTimer(self, singleShot=True, interval=REFILL_MS)
        self._timer.timeout.connect(self._refill)
        self._timer.start(FIRST_MS)

    @property
    def pids(self) -> list[int]:
        """The process ids of all children, the spare's too."""
        return [child.pid for child in self._children if child.pid]

    def run(self, op: str, args: Mapping[str, Any] | None = None) -> Task:
        """Send a request to a child of its own; returns at once.

        Parameters
        ----------
        op : str
        args : mapping, optional
            What JSON can say.

        Returns
        -------
        Task
            Its signals come from the event loop: connect them before going back to it.
        """
        task = Task(op, args or {}, self._cancel)
        child = self._spare or self._start()
        self._spare = None
        child.work_on(task)
        self._timer.start()
        return task

    def shutdown(self) -> None:
        """Kill all children and wait until they are gone; nothing is told any more."""
        self._timer.stop()
        _end_all(self._children)
        self._children, self._spare = [], None

    def _start(self) -> Child:
        child = Child(self._kind, self._command, self)
        child.idle.connect(partial(self._on_child_idle, child))
        child.gone.connect(partial(self._on_child_gone, child))
        self._children.append(child)
        child.warm_up()
        return child

    def _refill(self) -> None:
        if self._spare is None and self._early_deaths < MOST_EARLY_DEATHS:
            self._spare = self._start()

    def _cancel(self, task: Task) -> None:
        for child in self._children:
            if child.task is task:
                child.kill()

    def _on_child_idle(self, child: Child) -> None:
        self._early_deaths = 0
        if self._spare is None:
            self._spare = child
            self._timer.stop()
        else:
            child.kill()

    def _on_child_gone(self, child: Child) -> None:
        self._children.remove(child)
        if self._spare is child:
            self._spare = None
        self._early_deaths = 0 if child.has_answered else self._early_deaths + 1
        self._timer.start()
        task, child.task = child.task, None
        child.deleteLater()
        if task is None:
            return
        if self._tidy and task.op != self._tidy and child.has_answered:
            self.run(self._tidy, {"op": task.op, "args": task.args, "pid": child.number})
        task.end(child.death(task))


class Worker(QObject):
    """One long-lived child that answers one request after the other, started again when it dies.

    Parameters
    ----------
    kind : str
        ``"data"`` or ``"model"``.
    command : sequence of str or None
        What starts the child; None: `child_command` with `interpreter`.
    interpreter : str or None
        Another Python to run it.
    """

    def __init__(
        self, kind: str, command: Sequence[str] | None = None, *, interpreter: str | None = None
    ) -> None:
        super().__init__()
        self._kind = kind
        self._command = list(command or child_command(kind, interpreter))
        self._child: Child | None = None
        self._waiting: deque[Task] = deque()
        self._early_deaths = 0
        self._start()

    @property
    def pids(self) -> list[int]:
        """The process id of the child, where it runs."""
        return [self._child.pid] if self._child is not None and self._child.pid else []

    def run(self, op: str, args: Mapping[str, Any] | None = None) -> Task:
        """Send a request, after those that wait; returns at once. As `WorkerPool.run`."""
        task = Task(op, args or {}, self._cancel)
        self._waiting.append(task)
        self._next()
        return task

    def shutdown(self) -> None:
        """Kill the child and wait until it is gone; nothing is told any more."""
        self._waiting.clear()
        _end_all([self._child] if self._child is not None else [])
        self._child = None

    def _start(self) -> Child:
        child = self._child = Child(self._kind, self._command, self)
        child.idle.connect(self._on_child_idle)
        child.gone.connect(partial(self._on_child_gone, child))
        child.warm_up()
        return child

    def _next(self) -> None:
        if not self._waiting:
            return
        child = self._child or self._start()
        if child.task is None:
            child.work_on(self._waiting.popleft())

    def _cancel(self, task: Task) -> None:
        if task in self._waiting:
            self._waiting.remove(task)
            QTimer.singleShot(0, task, partial(task.end, None))
        elif self._child is not None:
            self._child.kill()

    def _on_child_idle(self) -> None:
        self._early_deaths = 0
        self._next()

    def _on_child_gone(self, child: Child) -> None:
        self._child = None
        self._early_deaths = 0 if child.has_answered else self._early_deaths + 1
        task, child.task = child.task, None
        child.deleteLater()
        if self._early_deaths < MOST_EARLY_DEATHS:
            self._start()
        self._next()
        if task is not None:
            task.end(child.death(task))


def _end_all(children: Sequence[Child]) -> None:
    for child in children:
        child.gone.disconnect()
        child.idle.disconnect()
        child.task = None
        child.kill()
    for child in children:
        child.wait(SHUTDOWN_MS)
        child.deleteLater()


def _environment(command: Sequence[str]) -> QProcessEnvironment:
    """Return this process's environment, in which the same Python finds the same PadViewer."""
    environment = QProcessEnvironment.systemEnvironment()
    if command[0] == sys.executable and not getattr(sys, "frozen", False):
        before = environment.value("PYTHONPATH")
        environment.insert("PYTHONPATH", os.pathsep.join([str(ROOT), *([before] if before else [])]))
    return environment
