"""Jobs: pure functions over frozen inputs on a few threads; per channel the newest wins."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QThreadPool, QTimer, Signal

from padviewer.gui.session.state import Work

T = TypeVar("T")
THREADS = 2
PROGRESS_SECONDS = 0.05
SLOW_MS = 1000  # a job that takes longer is named
# the error of a deleted widget has no class of its own
_OF_DELETED = re.compile(r"libshiboken:\sInternal\sC\+\+\sobject.*already\sdeleted")


class JobContext:
    """What a running job is given.

    Parameters
    ----------
    report : callable (done, total)
        Called at most 20 times a second, and for the last step.
    """

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._stop = Event()
        self._report = report
        self._reported = float("-inf")

    def should_stop(self) -> bool:
        """Whether nobody wants the answer any more; ask often, and return anything or raise."""
        return self._stop.is_set()

    def progress(self, done: int, total: int) -> None:
        """Say how much of the work is done."""
        now = time.monotonic()
        if not self.should_stop() and (now - self._reported >= PROGRESS_SECONDS or done >= total):
            self._reported = now
            self._report(done, total)

    def stop(self) -> None:
        """Ask the job to stop."""
        self._stop.set()


@dataclass(eq=False)
class _Job:
    channel: str
    function: Callable[[JobContext], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    context: JobContext
    words: str = ""
    stopped: Callable[[], None] | None = None
    is_named: bool = False
    answer: Any = None
    error: Exception | None = None


@dataclass
class _Channel:
    running: _Job | None = None
    waiting: _Job | None = None


class Jobs(QObject):
    """Runs jobs; everything but the function itself happens in the thread that this lives in.

    Signals
    -------
    failed (str, Exception)
        The channel and the error of a job that was submitted without `failed`.
    progressed (str, int, int)
        Channel, done, total: of jobs whose answer is still wanted.
    work_changed (str, Work or None)
        What a channel has been doing for a second by now, of jobs that have words.
    idle ()
        The last job has been delivered or dropped.

    Parameters
    ----------
    synchronous : bool
        Run every job inside `submit`: for tests.
    """

    failed = Signal(str, object)
    progressed = Signal(str, object, object)
    work_changed = Signal(str, object)
    idle = Signal()
    _ended = Signal(object)
    _reported = Signal(object, object, object)

    def __init__(self, *, synchronous: bool = False) -> None:
        super().__init__()
        self._synchronous = synchronous
        self._channels: dict[str, _Channel] = {}
        self._since: dict[str, float] = {}  # when a channel began that has not rested since
        self._pool = QThreadPool(self, maxThreadCount=THREADS)
        how = Qt.ConnectionType.DirectConnection if synchronous else Qt.ConnectionType.QueuedConnection
        self._ended.connect(self._on_ended, how)
        self._reported.connect(self._on_reported, how)
        self._is_shut = False

    def submit(
        self,
        channel: str,
        function: Callable[[JobContext], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        words: str = "",
        stopped: Callable[[], None] | None = None,
    ) -> None:
        """Run a function in a thread.

        One job of a channel runs at a time. An older one of the same channel is dropped where it waits and
        asked to stop where it runs; its answer, progress and error are never delivered.

        Parameters
        ----------
        channel : str
            What the answer is for, such as ``"cells"``.
        function : callable (JobContext) -> T
            Pure, over frozen inputs; runs in another thread.
        done : callable (T)
            Takes the answer.
        failed : callable (Exception) or None
            Takes the error; None: the signal `failed` does.
        words : str
            What it does, for the person, who can stop it; empty where nobody would.
        stopped : callable or None
            Told when the person stopped it.
        """
        if self._is_shut:
            return
        context = JobContext(lambda i, n: self._reported.emit(job, i, n))
        job = _Job(channel, function, done, failed, context, words, stopped)
        state = self._channels.setdefault(channel, _Channel())
        if state.running is None:
            self._start(state, job)
        else:
            self._drop(state.running)
            state.waiting = job

    def call(self, channel: str, function: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run a function that cannot be asked to stop, as `submit` does."""
        self.submit(channel, lambda _context: function(), done)

    def cancel(self, channel: str) -> None:
        """Drop what a channel waits for and ask what it runs to stop."""
        state = self._channels.get(channel)
        if state is not None and state.running is not None:
            self._drop(state.running)
            state.waiting = None

    def stop(self, channel: str) -> None:
        """Stop what a channel does because the person wants so; who waits for it is told."""
        state = self._channels.get(channel)
        job = None if state is None else state.waiting or state.running
        self.cancel(channel)
        if job is not None and job.stopped is not None:
            job.stopped()

    def _drop(self, job: _Job) -> None:
        job.context.stop()
        if job.is_named:
            job.is_named = False
            self.work_changed.emit(job.channel, None)

    def _name(self, job: _Job) -> None:
        """Say what a job does that runs for a while."""
        state = self._channels.get(job.channel)
        if state is not None and state.running is job and not job.context.should_stop():
            job.is_named = True
            self.work_changed.emit(job.channel, Work("count", job.words))

    @property
    def is_idle(self) -> bool:
        """Whether no job runs or waits."""
        return not self._channels

    def wait_idle(self, timeout: float) -> bool:
        """Run the event loop until no job runs or waits, at most `timeout` seconds; return `is_idle`."""
        if not self.is_idle:
            loop = QEventLoop()
            self.idle.connect(loop.quit)
            QTimer.singleShot(int(timeout * 1000), loop, loop.quit)
            loop.exec()
            self.idle.disconnect(loop.quit)
        return self.is_idle

    def shutdown(self, timeout: float = 5.0) -> bool:
        """Drop all jobs, wait for those that run, and deliver nothing more; return whether they ended."""
        self._is_shut = True
        for state in self._channels.values():
            if state.running is not None:
                state.running.context.stop()
        self._channels.clear()
        return self._pool.waitForDone(int(timeout * 1000))

    def _start(self, state: _Channel, job: _Job) -> None:
        state.running = job
        if job.words and not self._synchronous:
            since = self._since.setdefault(job.channel, time.monotonic())
            left = SLOW_MS - round(1000 * (time.monotonic() - since))
            QTimer.singleShot(max(left, 0), self, partial(self._name, job))
        if self._synchronous:
            self._run(job)
        else:
            self._pool.start(lambda: self._run(job))

    def _run(self, job: _Job) -> None:
        try:
            job.answer = job.function(job.context)
        except Exception as error:  # noqa: BLE001 - the boundary: whatever a job raises is delivered
            job.error = error
        self._ended.emit(job)

    def _on_reported(self, job: _Job, done: int, total: int) -> None:
        if not job.context.should_stop():
            self.progressed.emit(job.channel, done, total)
            if job.is_named and total:
                self.work_changed.emit(job.channel, Work("count", job.words, done / total))

    def _on_ended(self, job: _Job) -> None:
        state = self._channels.get(job.channel)
        if self._is_shut or state is None:
            return
        state.running = None
        if job.is_named:
            job.is_named = False
            self.work_changed.emit(job.channel, None)
        if state.waiting is not None:
            newest, state.waiting = state.waiting, None
            self._start(state, newest)
        else:
            del self._channels[job.channel]
        try:
            self._deliver(job)
        finally:
            if job.channel not in self._channels:
                self._since.pop(job.channel, None)
            if self.is_idle:
                self.idle.emit()

    def _deliver(self, job: _Job) -> None:
        if job.context.should_stop():
            return
        try:
            if job.error is None:
                job.done(job.answer)
            elif job.failed is not None:
                job.failed(job.error)
            else:
                self.failed.emit(job.channel, job.error)
        except RuntimeError as error:
            if not _is_of_deleted(error):
                raise


def _is_of_deleted(error: RuntimeError) -> bool:
    """Whether a widget that took an answer is deleted: its window was made anew, and asks for itself."""
    return _OF_DELETED.match(str(error)) is not None
