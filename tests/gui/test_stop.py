"""Stop: whatever runs is stopped, and a sentence says what stays."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.gui.tasks import jobs as jobbing
from padviewer.gui.tasks.jobs import Jobs
from tests.gui.controlled import (  # noqa: F401 - its fixtures
    Heard,
    controller_here,
    end,
    large_here,
    numbers_here,
    opened,
    settle,
    texts_here,
    wait_written,
)

EXPORT_STOPPED = ("info", "The export was stopped; nothing half-written remains.")


def test_nothing_runs_and_nothing_happens(controller, qtbot, numbers):
    opened(controller, qtbot, numbers)
    before = controller.session
    controller.stop()
    assert (controller.session, controller.heard.noticed) == (before, [])


def test_a_file_that_is_read_is_stopped_and_the_open_one_stays(controller, qtbot, numbers, texts):
    opened(controller, qtbot, numbers)
    before, plan = controller.session, controller.plan
    controller.open(texts)
    assert [work.text for work in controller.work.values()] == ["Reading texts.jsonl"]
    controller.stop()
    assert controller.work == {}
    assert controller.heard.noticed == [
        ("warning", "Reading texts.jsonl was stopped before its first rows came.")
    ]
    opened(controller, qtbot, numbers)  # a child is there at once for what is opened next
    assert controller.session.recipe == before.recipe
    assert controller.plan is not plan


def test_encoding_is_stopped_and_the_choices_before_hold(controller, qtbot, texts):
    opened(controller, qtbot, texts)
    assert controller.set_role("text", "sequence")
    settle(controller, qtbot)
    step = controller.history.undo_name
    before, rows = controller.session, controller.plan.block("text", slice(None)).array.tolist()
    assert controller.set_transforms("Ids by frequency", (Tokenise(), Vocabulary("frequency")))
    assert controller.work["data"].kind == "prepare"
    controller.stop()
    assert controller.work == {}
    assert controller.session == before
    assert controller.history.undo_name == step
    assert controller.plan.block("text", slice(None)).array.tolist() == rows
    assert controller.heard.noticed == [("info", "Encoding was stopped. The choices before hold again.")]
    assert controller.set_transforms("Ids by frequency", (Tokenise(), Vocabulary("frequency")))
    settle(controller, qtbot)
    assert controller.history.undo_name == "Ids by frequency"


def test_an_export_is_stopped_and_nothing_remains(controller, qtbot, large, tmp_path):
    opened(controller, qtbot, large)
    controller.set_choice("Maxlen 400", maxlen=400)
    out = tmp_path / "out"
    out.mkdir()
    controller.export(str(out / "out.npy"))
    wait_written(qtbot, out)
    controller.stop()
    assert end(controller, qtbot)[0] == "cancelled"
    assert controller.heard.noticed == [EXPORT_STOPPED]
    qtbot.waitUntil(lambda: not list(out.iterdir()))


def test_what_was_not_read_to_its_end_is_no_export_and_says_so(controller, qtbot, numbers, tmp_path):
    from dataclasses import replace

    opened(controller, qtbot, numbers)
    session = controller.session
    controller.session = replace(session, source=replace(session.source, complete=False))
    assert not controller.loader.is_reading
    controller.export(str(tmp_path / "x.npy"))
    ended, error = end(controller, qtbot)
    assert (ended, error.what, error.remedy) == (
        "failed", "The file was not read to its end.", "Open it again to read them all.",
    )  # fmt: skip


class Slow:
    """A count that waits for its gate, and hears that it shall stop."""

    def __init__(self, answer):
        self.gate, self.began, self.answer = Event(), Event(), answer

    def __call__(self, *given):
        self.began.set()
        self.gate.wait(60)
        return self.answer(*given)


@pytest.fixture
def counted(showing, monkeypatch, qtbot):
    """A controller whose findings wait for a gate; what runs is named at once."""
    from padviewer.gui.tasks import counting

    monkeypatch.setattr(jobbing, "SLOW_MS", 0)
    slow = Slow(counting.check)
    monkeypatch.setattr(counting, "check", slow)
    made = showing({"x": [[1, 2, 3], [4]]}, {"x": "sequence"}, Jobs())
    made.slow = slow
    qtbot.waitUntil(lambda: "findings" in made.work)
    yield made
    slow.gate.set()


def test_counting_is_stopped_and_goes_on(counted, qtbot):
    stopped = []
    counted.counting_stopped.connect(lambda: stopped.append(1))
    assert counted.work["findings"].text == "Looking for findings"
    counted.stop()
    assert stopped == [1]
    assert counted.work == {}
    counted.slow.gate.set()
    assert counted.jobs.wait_idle(60)
    assert counted.counting.is_busy  # nothing is said that nobody knows
    assert counted.counting.findings == ()
    counted.count_on()
    qtbot.waitUntil(lambda: not counted.counting.is_busy)
    assert counted.counting.counts.maximum == 3
    assert counted.counting.scale is not None


def test_a_choice_after_counting_was_stopped_counts_all_anew(counted, qtbot):
    counted.counting.scale = None  # as where it was stopped too
    counted.stop()
    counted.slow.gate.set()
    assert counted.set_choice("Maxlen 2", maxlen=2)
    qtbot.waitUntil(lambda: not counted.counting.is_busy)
    qtbot.waitUntil(lambda: counted.counting.scale is not None)
    assert [one.code for one in counted.counting.findings if one.code == "steps-lost"] == ["steps-lost"]


def test_a_model_is_stopped(showing):
    controller = showing({"x": [[1, 2, 3], [4]]}, {"x": "sequence"})
    asked = []

    class Asked:
        def run(self, op, args):
            from padviewer.gui.tasks.children import Task

            return Task(op, args, lambda one: asked.append((one.op, "cancelled")))

        def shutdown(self):
            """Have nothing to end."""

    controller.model._worker = Asked()
    controller.model.open("/models/m.keras")
    assert [work.text for work in controller.work.values()] == ["Opening m.keras"]
    controller.stop()
    assert asked == [("open", "cancelled")]
    assert controller.work == {}
    state = controller.model.state
    assert not state.busy
    assert state.problem == "Opening m.keras was stopped. Choose it again to go on."


def test_a_job_that_is_quick_is_not_named(qtbot):
    jobs, named = Jobs(), []
    jobs.work_changed.connect(lambda channel, work: named.append((channel, work)))
    got = []
    jobs.submit("quick", lambda _context: 1, got.append, words="Counting")
    assert jobs.wait_idle(60)
    assert (got, named) == ([1], [])
    jobs.shutdown()


def test_who_waits_for_a_job_is_told_that_it_was_stopped(qtbot, monkeypatch):
    monkeypatch.setattr(jobbing, "SLOW_MS", 0)
    jobs, named, told, got = Jobs(), [], [], []
    jobs.work_changed.connect(lambda channel, work: named.append(work and (work.text, work.share)))
    gate = Event()

    def work(context):
        context.progress(1, 4)
        gate.wait(60)
        return context.should_stop()

    jobs.submit("a", work, got.append, words="Searching", stopped=lambda: told.append(1))
    qtbot.waitUntil(lambda: ("Searching", 0.25) in named or named == [("Searching", None)])
    jobs.stop("a")
    gate.set()
    assert jobs.wait_idle(60)
    assert (told, got) == ([1], [])
    assert named[-1] is None
    jobs.stop("a")  # nothing runs any more
    assert told == [1]
    jobs.shutdown()


@pytest.mark.parametrize("by", ["click", "key"])
def test_the_window_stops_by_click_and_key(windows_at, qtbot, texts, by):
    window = windows_at().add()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.actions_by_id["stop"].isEnabled()
    window.open(texts)
    assert window.status.stop.isVisible()
    assert window.status.message() == "Reading texts.jsonl"
    if by == "click":
        QTest.mouseClick(window.status.stop, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert window.controller.work == {}
    assert not window.status.stop.isVisible()
    assert window.status.message() == "Ready"
    assert window.banner.note().sentence == "Reading texts.jsonl was stopped before its first rows came."


def test_the_banner_offers_to_count_on(windows_at, qtbot, wait_for, texts):
    window = windows_at().add()
    window.show()
    window.open(texts)
    wait_for(window, texts)
    asked = []
    window.controller.count_on = lambda: asked.append(1)
    window.controller.counting_stopped.emit()
    assert window.banner.note().action == "Count on"
    window.banner.action_clicked.emit()
    assert asked == [1]
