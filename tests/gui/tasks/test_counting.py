import numpy as np
import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.rows.arrange import arrange
from padviewer.gui.session.state import View
from padviewer.gui.tasks import counting as module
from padviewer.gui.tasks.counting import Counting, lengths_of, same_columns
from padviewer.gui.tasks.jobs import Jobs

ROWS = [[1, 2, 3], [4], []]
DATASET = Dataset({"x": Ragged.from_lists(ROWS)})


def planned(dataset=DATASET, **choices):
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), dataset)
    return resolve(recipe, prepare(recipe, dataset))


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.shutdown()


@pytest.fixture
def counting(jobs):
    made = Counting(jobs)
    yield made
    made.stop()


def labelled(values):
    plan = planned(Dataset({"x": Ragged.from_lists([[1]] * len(values))}))
    return arrange(plan.of("x"), "label", label=Ragged.from_lists(values)).rows.tolist()


def test_labels_are_sorted_and_rows_without_one_come_last():
    assert labelled([2, 0, 1, 0]) == [1, 3, 2, 0]
    assert labelled([2, None, 1]) == [2, 0, 1]
    assert labelled([0.5, float("nan"), -1.0]) == [2, 0, 1]
    assert labelled(["b", None, "a", "b"]) == [2, 0, 3, 1]


def test_lengths_sort_both_ways_and_keep_the_files_order():
    own = planned(Dataset({"x": Ragged.from_lists([[1, 1], [1], [2, 2], []])})).of("x")
    assert arrange(own, "length").rows.tolist() == [3, 1, 0, 2]
    assert arrange(own, "-length").rows.tolist() == [0, 2, 1, 3]
    assert arrange(own, "label").rows.tolist() == [0, 1, 2, 3]


def test_the_shortest_row_along_every_axis():
    column = Ragged.from_lists([[[1, 2], [3]], [[4]], [[5, 6, 7]]], ragged_axes=2)
    lengths, counts, shortest = lengths_of(planned(Dataset({"x": column})), "x")
    assert lengths.tolist() == [2, 1, 1]
    assert counts.rows.tolist() == [2, 1]
    assert shortest == {"x": (1, 1)}


def test_many_rows_are_counted_in_a_job(counting, qtbot, monkeypatch):
    monkeypatch.setattr(module, "SMALL", 2)
    with qtbot.waitSignal(counting.counted):
        counting.set_plan(planned(), "x", View())
        assert counting.counts is None
    assert counting.lengths.tolist() == [3, 1, 0]
    assert counting.shortest == {"x": (0,)}


def test_what_still_holds_is_not_counted_again(counting, jobs, qtbot):
    counting.set_plan(planned(), "x", View(order="length"))
    qtbot.waitUntil(lambda: counting.arrangement.rows is not None and counting.scale is not None)
    counts, scale, order = counting.counts, counting.scale, counting.arrangement.rows
    counting.set_plan(planned(maxlen=1), "x", View(order="length"))
    assert same_columns(planned(), planned(maxlen=1))
    assert (counting.counts, counting.scale, counting.arrangement.rows) == (counts, scale, order)
    other = planned(Dataset({"x": Ragged.from_lists(ROWS)}))
    assert not same_columns(planned(), other)
    counting.set_plan(other, "x", View(order="length"))
    assert counting.counts is not counts
    qtbot.waitUntil(lambda: not counting.is_busy)


def test_findings_of_an_older_plan_are_never_shown(counting, qtbot):
    seen = []
    counting.findings_changed.connect(lambda: seen.append([one.code for one in counting.findings]))
    counting.set_plan(planned(maxlen=1), "x", View())
    qtbot.waitUntil(lambda: not counting.is_busy)
    assert "steps-lost" in seen[-1]
    counting.set_plan(planned(maxlen=1, padding="pre"), "x", View())
    counting._check()
    counting.set_plan(planned(), "x", View())
    qtbot.waitUntil(lambda: not counting.is_busy)
    assert len(seen) == 2
    assert "steps-lost" not in seen[-1]
    counting.clear()
    assert (counting.findings, counting.counts, counting.is_busy) == ((), None, False)


def test_a_count_that_fails_is_said_and_ends(counting, qtbot, monkeypatch):
    def fail(*_):
        raise ValueError("odd")

    monkeypatch.setattr(module, "check", fail)
    with qtbot.waitSignal(counting.failed) as failed:
        counting.set_plan(planned(), "x", View())
    assert failed.args == ["Something went wrong with the findings. ValueError: odd"]
    assert not counting.is_busy
    assert np.array_equal(counting.lengths, [3, 1, 0])
