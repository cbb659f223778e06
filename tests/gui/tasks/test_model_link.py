"""The link to the model child: stale answers with a stand-in, the rest with Keras."""

import math
import os
import signal
import sys
import warnings

import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError
from padviewer.core.model.judge import facts
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.tasks.children import Task, Worker
from padviewer.gui.tasks.counting import lengths_of
from padviewer.gui.tasks.model_link import ModelLink, ModelState, build_facts
from padviewer.workers.protocol import WorkerError, decode, request

MODEL = [sys.executable, "-m", "padviewer.workers.model"]


def planned(rows, **choices):
    dataset = Dataset({"x": counted(Ragged.from_lists(rows))})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    return plan, lengths_of(plan, "x")[2]


def counted(column):
    from dataclasses import replace

    return replace(column, known_stats=column.stats)


IDS = [[1, 2, 3, 4], [5, 6]]


# -- facts ----------------------------------------------------------------------------------------
def test_facts_come_from_lengths_and_known_statistics():
    plan, shortest = planned(IDS, value=-1)
    said = facts(plan, "x", shortest["x"])
    assert (said.shape, said.dtype, said.minimum, said.maximum) == ((2, 4), "int32", -1, 6)
    plan, shortest = planned(IDS, value=-1, maxlen=2)
    said = facts(plan, "x", shortest["x"])
    assert (said.minimum, said.maximum, said.fractional) == (1, 6, False)


@pytest.mark.parametrize(
    ("value", "ends", "sent"),
    [
        (math.nan, (0.5, 6.0), (0.5, 6.0)),
        (math.inf, (0.5, math.inf), (0.5, None)),
        (-math.inf, (-math.inf, 6.0), (None, 6.0)),
    ],
)
def test_a_fill_that_is_no_finite_number_can_be_told_to_the_child(value, ends, sent):
    plan, shortest = planned([[0.5, 2.0, 3.0], [6.0]], value=value)
    said = facts(plan, "x", shortest["x"])
    assert (said.minimum, said.maximum) == ends
    told = said.to_json()
    assert (told["minimum"], told["maximum"]) == sent
    assert decode(request(1, "build", {"tensor": told}))["args"]["tensor"] == {**told, "shape": [2, 3]}


def test_what_nobody_has_counted_is_unknown():
    dataset = Dataset({"x": Ragged.from_lists(IDS)})
    recipe = fit(Recipe({"x": TensorRecipe()}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    said = facts(plan, "x", (2,))
    assert (said.minimum, said.maximum, said.fractional) == (None, None, None)


def test_more_rows_build_the_same_model():
    one, other = planned(IDS), planned([*IDS, [1]])
    assert build_facts(facts(one[0], "x", (2,))) == build_facts(facts(other[0], "x", (1,)))
    wider = planned([[1, 2, 3, 4, 6]])
    assert build_facts(facts(one[0], "x", (2,))) != build_facts(facts(wider[0], "x", (5,)))


# -- without Keras --------------------------------------------------------------------------------
class StandIn:
    """A worker that answers when it is told to."""

    def __init__(self):
        self.tasks = []

    def run(self, op, args=None):
        self.tasks.append(Task(op, args or {}, lambda task: None))
        return self.tasks[-1]

    def shutdown(self):
        self.tasks = []


@pytest.fixture
def stand_in():
    return StandIn()


@pytest.fixture
def link(qapp, stand_in):
    made = ModelLink(lambda: stand_in)
    yield made
    made.shutdown()


def failure(words):
    return WorkerError("child-died", words, remedy="Try again.")


def test_a_template_waits_for_rows(link, stand_in, qtbot):
    link.choose_template("embedding_rnn", {})
    assert not stand_in.tasks
    assert not link.state.busy
    link.set_plan(*planned(IDS))
    assert link.state.busy
    qtbot.waitUntil(lambda: len(stand_in.tasks) == 1)
    assert stand_in.tasks[0].args["tensor"]["shape"] == [2, 4]


def test_an_answer_for_another_shape_is_not_shown(link, stand_in, qtbot):
    link.set_plan(*planned(IDS))
    link.choose_template("embedding_rnn", {})
    link.set_plan(*planned(IDS, maxlen=3))
    stand_in.tasks[0].end(failure("old."))
    assert link.state.problem == ""
    assert link.state.busy
    qtbot.waitUntil(lambda: len(stand_in.tasks) == 2)
    stand_in.tasks[1].end(failure("new."))
    assert link.state.problem == "new. Try again."
    assert not link.state.busy


def test_the_same_shape_is_not_built_again(link, stand_in):
    link.set_plan(*planned(IDS))
    link.choose_template("embedding_rnn", {})
    link.set_plan(*planned(IDS, padding="pre"))
    assert not link._timer.isActive()
    assert len(stand_in.tasks) == 1


def test_a_model_that_was_closed_stays_closed(link, stand_in):
    link.open("/models/small.keras")
    assert link.state.choice.path == "/models/small.keras"
    task = stand_in.tasks[0]
    link.close()
    task.end(failure("late."))
    assert link.state == ModelState()


def test_a_parameter_that_cannot_be_is_refused(link):
    link.set_plan(*planned(IDS))
    link.choose_template("embedding_rnn", {"units": 3})
    before = link.state
    with pytest.raises(ChoiceError) as caught:
        link.choose_template("embedding_rnn", {"units": 0})
    assert caught.value.field == "units"
    assert link.state is before


# -- with Keras -----------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def worker(qapp):
    made = Worker("model", MODEL)
    yield made
    made.shutdown()


@pytest.fixture
def real(worker):
    made = ModelLink(lambda: worker)
    yield made
    made.close()


def settled(link, qtbot):
    qtbot.waitUntil(lambda: not link.state.busy)
    return link.state


@pytest.mark.tensorflow
def test_a_template_is_built_and_follows_the_shape(real, qtbot):
    works = []
    real.work_changed.connect(works.append)
    real.set_plan(*planned(IDS))
    real.choose_template("embedding_rnn", {"output_dim": 8, "rnn_units": 4, "units": 1})
    state = settled(real, qtbot)
    # embedding 7 × 8, LSTM 4 × ((8 + 4) × 4 + 4), dense 4 + 1
    assert state.spec.total_params == 7 * 8 + 4 * (12 * 4 + 4) + 5
    assert state.fit
    assert state.spec.inputs[0].shape[1:] == (4,)
    assert works[-1] is None
    assert [one.text for one in works if one] == ["Building the model"]
    real.set_plan(*planned([[1, 2, 9], [3]]))
    state = settled(real, qtbot)
    assert state.spec.inputs[0].shape[1:] == (3,)
    assert state.spec.layers[-1].output_shape
    assert state.spec.total_params == 10 * 8 + 4 * (12 * 4 + 4) + 5


@pytest.mark.tensorflow
def test_a_template_that_does_not_suit_says_so(real, qtbot):
    real.set_plan(*planned(IDS))
    real.choose_template("conv2d", {})
    state = settled(real, qtbot)
    assert state.spec is None
    assert state.problem
    real.choose_template("embedding_rnn", {})
    assert settled(real, qtbot).fit


@pytest.fixture(scope="module")
def model_file(tmp_path_factory):
    from padviewer.models.backend import import_keras

    keras = import_keras()
    model = keras.Sequential([keras.Input((4,)), keras.layers.Embedding(5, 2), keras.layers.LSTM(3)])
    path = tmp_path_factory.mktemp("models") / "small.keras"
    with warnings.catch_warnings():
        # Keras 3.15 converts its variables in a way that numpy 2 deprecates
        warnings.filterwarnings("ignore", "__array__ implementation", DeprecationWarning)
        model.save(path)
    return str(path)


@pytest.mark.tensorflow
def test_a_model_file_is_checked_against_every_plan(real, qtbot, model_file):
    real.set_plan(*planned([[1, 2, 3, 4], [0]]))
    real.open(model_file)
    assert real.state.choice.path == model_file
    state = settled(real, qtbot)
    assert state.spec.total_params == 5 * 2 + 4 * ((2 + 3) * 3 + 3)
    assert state.fit
    real.set_plan(*planned(IDS))
    assert not real.state.fit
    assert any("5" in one.message and one.level == "error" for one in real.state.findings)
    real.set_plan(None, {})
    assert real.state.verdict == ""


@pytest.mark.tensorflow
def test_a_missing_file_and_a_killed_child_are_told_in_words(qapp, qtbot, model_file, tmp_path):
    worker = Worker("model", MODEL)
    link = ModelLink(lambda: worker)
    try:
        link.open(str(tmp_path / "absent.keras"))
        state = settled(link, qtbot)
        assert state.spec is None
        assert state.problem.startswith("There is no such file.")
        link.open(model_file)
        os.kill(worker.pids[0], signal.SIGKILL)
        state = settled(link, qtbot)
        said = "The model process stopped while it opened small.keras. It runs again. Try again."
        assert state.problem == said
        link.open(model_file)
        assert settled(link, qtbot).spec is not None
    finally:
        link.shutdown()
