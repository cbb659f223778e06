"""One child process of the window: a task sent to it; answers, events and its death told as signals."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, Signal

from padviewer.core.sentence import from_json
from padviewer.gui.style.words import mark, tr
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
ROOT = Path(__file__).resolve().parents[3]
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
        self.deleteLater()  # who is connected holds it, and would be held by it


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


def _environment(command: Sequence[str]) -> QProcessEnvironment:
    """Return this process's environment, in which the same Python finds the same PadViewer."""
    environment = QProcessEnvironment.systemEnvironment()
    if command[0] == sys.executable and not getattr(sys, "frozen", False):
        before = environment.value("PYTHONPATH")
        environment.insert("PYTHONPATH", os.pathsep.join([str(ROOT), *([before] if before else [])]))
    return environment
