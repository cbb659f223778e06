"""Jobs: the newest of a channel wins, errors reach the person, nothing is delivered after its time."""

import threading
import time

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from padviewer.gui.tasks import jobs as module
from padviewer.gui.tasks.jobs import JobContext, Jobs


@pytest.fixture
def jobs(qapp):
    one = Jobs()
    yield one
    assert one.shutdown()


@pytest.fixture
def gate():
    """An event that blocks jobs until it is set; set at the end whatever happens."""
    event = threading.Event()
    yield event
    event.set()


def held(gate, answer, started=None):
    """Return a job that waits for the gate and then answers."""

    def job(context):
        if started is not None:
            started.set()
        assert gate.wait(60)
        return answer

    return job


def test_an_answer_is_delivered_in_the_thread_of_the_window(jobs):
    got = []
    jobs.submit(
        "a", lambda _: QThread.currentThread(), lambda thread: got.append((thread, QThread.currentThread()))
    )
    assert jobs.wait_idle(60)
    ((ran_in, delivered_in),) = got
    assert ran_in != delivered_in == jobs.thread()


def test_the_newest_wins_and_the_others_are_never_delivered(jobs, gate):
    got, ran, started = [], [], threading.Event()

    def job(number):
        def run(context):
            ran.append(number)
            return held(gate, number, started)(context)

        return run

    jobs.submit("a", job(0), got.append)
    assert started.wait(60)
    for number in (1, 2, 3):
        jobs.submit("a", job(number), got.append)
    gate.set()
    assert jobs.wait_idle(60)
    assert ran == [0, 3]
    assert got == [3]


def test_a_running_one_is_asked_to_stop(jobs):
    started, stopped, got = threading.Event(), threading.Event(), []

    def endless(context):
        started.set()
        while not context.should_stop():
            time.sleep(0.001)
        stopped.set()
        return "old"

    jobs.submit("a", endless, got.append)
    assert started.wait(60)
    jobs.submit("a", lambda _: "new", got.append)
    assert jobs.wait_idle(60)
    assert stopped.is_set()
    assert got == ["new"]


def test_channels_do_not_disturb_each_other(jobs, gate):
    got, started = [], threading.Event()
    jobs.submit("slow", held(gate, "slow", started), got.append)
    assert started.wait(60)
    jobs.submit("fast", lambda _: "fast", lambda answer: (got.append(answer), gate.set()))
    assert jobs.wait_idle(60)
    assert got == ["fast", "slow"]


def test_an_error_reaches_whoever_asked_or_else_the_signal(jobs, qtbot):
    mine, everybodys, done = [], [], []
    jobs.failed.connect(lambda channel, error: everybodys.append((channel, str(error))))

    def wrong(context):
        raise ValueError("no good")

    jobs.submit("a", wrong, done.append, lambda error: mine.append(str(error)))
    jobs.submit("b", wrong, done.append)
    assert jobs.wait_idle(60)
    assert (mine, everybodys, done) == (["no good"], [("b", "no good")], [])


def test_the_error_of_an_older_one_is_nobodys(jobs, gate):
    got, errors, started = [], [], threading.Event()
    jobs.failed.connect(lambda channel, error: errors.append(error))

    def wrong(context):
        started.set()
        assert gate.wait(60)
        raise ValueError("stopped half-way")

    jobs.submit("a", wrong, got.append)
    assert started.wait(60)
    jobs.submit("a", lambda _: "new", got.append)
    gate.set()
    assert jobs.wait_idle(60)
    assert (got, errors) == (["new"], [])


def test_cancel_drops_the_waiting_and_the_running(jobs, gate):
    got, started = [], threading.Event()
    jobs.submit("a", held(gate, 1, started), got.append)
    assert started.wait(60)
    jobs.submit("a", held(gate, 2), got.append)
    jobs.cancel("a")
    jobs.cancel("nothing runs here")
    gate.set()
    assert jobs.wait_idle(60)
    assert got == []
    jobs.submit("a", lambda _: 3, got.append)
    assert jobs.wait_idle(60)
    assert got == [3]


def test_progress_is_told_at_most_20_times_a_second_and_at_the_end(monkeypatch):
    clock = [0.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: clock[0])
    told = []
    context = JobContext(lambda done, total: told.append(done))
    for done in range(1, 1001):
        clock[0] = done / 1000  # one second of work
        context.progress(done, 1000)
    assert told[0] == 1
    assert told[-1] == 1000
    assert 15 <= len(told) <= 22
    context.stop()
    context.progress(1000, 1000)
    assert told.count(1000) == 1


def test_progress_of_the_newest_arrives_with_large_numbers(jobs):
    told = []
    jobs.progressed.connect(lambda *what: told.append(what))

    def job(context):
        context.progress(2**40, 2**40)

    jobs.submit("a", job, lambda _: None)
    assert jobs.wait_idle(60)
    assert told == [("a", 2**40, 2**40)]


def test_progress_that_arrives_after_its_time_is_not_told(jobs, gate):
    told, reported = [], threading.Event()
    jobs.progressed.connect(lambda *what: told.append(what))

    def job(context):
        context.progress(1, 2)
        reported.set()
        assert gate.wait(60)

    jobs.submit("a", job, lambda _: None)
    assert reported.wait(60)  # the event loop has not run since: the report is still on its way
    jobs.cancel("a")
    gate.set()
    assert jobs.wait_idle(60)
    assert told == []


def test_a_job_submitted_by_a_delivery_is_waited_for(jobs):
    got = []
    jobs.submit("a", lambda _: 1, lambda answer: jobs.submit("a", lambda _: answer + 1, got.append))
    assert jobs.wait_idle(60)
    assert got == [2]


def test_waiting_gives_up_after_its_time(jobs, gate):
    jobs.submit("a", held(gate, 1), lambda _: None)
    assert not jobs.wait_idle(0.01)
    assert not jobs.is_idle
    gate.set()
    assert jobs.wait_idle(60)


def test_after_shutdown_nothing_is_delivered_or_started(qapp, gate):
    one, got, started = Jobs(), [], threading.Event()
    one.submit("a", held(gate, 1, started), got.append)
    assert started.wait(60)
    one.submit("a", held(gate, 2), got.append)
    gate.set()
    assert one.shutdown()
    one.submit("a", lambda _: 3, got.append)
    assert one.wait_idle(60)
    qapp.processEvents()
    assert got == []


def test_a_shutdown_that_a_job_outlives_says_so(qapp, gate):
    one, started = Jobs(), threading.Event()
    one.submit("a", held(gate, 1, started), lambda _: None)
    assert started.wait(60)
    assert not one.shutdown(0.01)
    gate.set()
    assert one.shutdown()


def test_synchronous_jobs_are_done_when_submit_returns(qapp):
    one, got, errors, told = Jobs(synchronous=True), [], [], []
    one.failed.connect(lambda channel, error: errors.append((channel, str(error))))
    one.progressed.connect(lambda *what: told.append(what))

    def work(context):
        context.progress(1, 1)
        return QThread.currentThread() == one.thread()

    def wrong(context):
        raise ValueError("no good")

    one.submit("a", work, got.append)
    one.submit("b", wrong, got.append)
    assert (got, errors, told) == ([True], [("b", "no good")], [("a", 1, 1)])
    assert one.is_idle
    assert one.shutdown()


def test_an_answer_for_a_widget_that_is_deleted_is_dropped(jobs, gate, qtbot):
    label, held_by_a_closure, got = QLabel(), QLabel(), []
    jobs.submit("bound", held(gate, "words"), label.setText)
    jobs.submit(
        "closure", held(gate, "words"), lambda words: (held_by_a_closure.setText(words), got.append(1))
    )
    delete(label)
    delete(held_by_a_closure)
    gate.set()
    assert jobs.wait_idle(60)
    assert not got
    jobs.submit("after", lambda _: 2, got.append)
    assert jobs.wait_idle(60)
    assert got == [2]


@pytest.mark.parametrize("words", ["already deleted", "libshiboken: another fault"])
def test_another_fault_of_who_takes_an_answer_is_told(words, qtbot):
    def take(_answer):
        raise RuntimeError(words)

    with qtbot.capture_exceptions() as faults:
        Jobs(synchronous=True).submit("a", lambda _: 1, take)
    assert [str(error) for _, error, _ in faults] == [words]
