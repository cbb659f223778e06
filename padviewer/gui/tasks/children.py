"""The window's child processes: a pool that keeps a spare, and a single one that works on task after task."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from padviewer.gui.style.words import tr
from padviewer.gui.tasks.child import Child, Task, child_command

__all__ = ["Task", "Worker", "WorkerPool"]

MOST_EARLY_DEATHS = 3  # children in a row that ended before they had answered anything
FIRST_MS = 50  # the window is painted before its first child takes a processor
REFILL_MS = 500  # a new spare waits so long: the task that took the old one comes first
SHUTDOWN_MS = 5000


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


SECONDS = 60
PROGRAM = "import keras, tensorflow; print(keras.__version__, tensorflow.__version__)"


class InterpreterCheck(QObject):
    """One question to one interpreter.

    Parameters
    ----------
    path : str
        The Python to ask.

    Signals
    -------
    found (str, bool)
        What it said as a sentence, and whether models can run there; once.
    """

    found = Signal(str, bool)

    def __init__(self, path: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._is_told = False
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self._on_late)
        self._timer.start()
        self._process.start(path, ["-c", PROGRAM])

    def stop(self) -> None:
        """End the process; nothing is told any more."""
        self._is_told = True
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(5000)

    def _tell(self, said: str, *, good: bool) -> None:
        if not self._is_told:
            self._is_told = True
            self._timer.stop()
            self.found.emit(said, good)

    def _on_finished(self, code: int) -> None:
        words = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace").split()
        if code == 0 and len(words) >= 2:
            keras, tensorflow = words[-2:]
            self._tell(
                tr("It has Keras {keras} and TensorFlow {tensorflow}.", keras=keras, tensorflow=tensorflow),
                good=True,
            )
        else:
            self._tell(
                tr("This Python has no Keras with TensorFlow. Install them there: pip install tensorflow"),
                good=False,
            )

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._tell(tr("{path} cannot be started. Choose a Python.", path=self._path), good=False)

    def _on_late(self) -> None:
        self._tell(tr("It did not answer within {seconds} seconds.", seconds=SECONDS), good=False)
        self.stop()
