"""Axes that fit, that Keras adjusts and that it refuses."""

import pytest

from padviewer.core.model.fitness.fit import TensorFacts, fit_model
from padviewer.core.model.spec import InputSpec, ModelSpec

IDS = InputSpec("ids", (None, None), "int32")


def facts(shape=(1319, 96), dtype="int32", low=0, high=8, name="tokens", fractional=None):
    return TensorFacts(name, shape, dtype, low, high, fractional)


def model(*inputs, limits=()):
    return ModelSpec("reader", inputs or (IDS,), embeddings=tuple(limits))


def found(spec, *tensors):
    return [(finding.level, finding.code) for finding in fit_model(spec, tensors)]


def only(spec, *tensors):
    (finding,) = fit_model(spec, tensors)
    return finding


def test_other_size_on_each_axis():
    finding = only(model(InputSpec("ids", (None, 100), "int32")), facts())
    assert finding.message == "tokens has 96 steps on axis 1; the model's ids takes exactly 100."
    assert finding.remedy == "Set maxlen to 100, or build the model for 96."
    assert (finding.level, finding.count, finding.where) == ("error", 4, "tokens")
    both = fit_model(model(InputSpec("x", (None, 28, 5), "float32")), [facts((640, 29, 12), "float32")])
    assert [finding.message for finding in both] == [
        "tokens has 29 steps on axis 1; the model's x takes exactly 28.",
        "tokens has 12 features on axis 2; the model's x takes exactly 5.",
    ]
    inner = only(model(InputSpec("x", (None, 5, 7, 3), "float32")), facts((2, 5, 6, 3), "float32"))
    assert "6 cells on axis 2" in inner.message
    one = only(model(InputSpec("x", (None, 6), "float32")), facts((2, 1), "float32"))
    assert "has 1 feature on axis 1" in one.message


def test_one_step_too_few_is_found():
    assert found(model(InputSpec("ids", (None, 96), "int32")), facts((1319, 95))) == [("error", "other-size")]


def test_rank():
    finding = only(model(InputSpec("x", (None, None, 12), "float32")), facts())
    assert finding.message == "tokens has 2 axes (1319, 96); the model's x takes 3 (None, None, 12)."
    assert "Embedding" in finding.remedy
    flat = only(model(), facts((640, 29, 12), "int32"))
    assert (flat.code, "recurrent" in flat.remedy) == ("other-rank", True)
    assert only(model(), facts((5,))).remedy.startswith("Choose another column")


def test_keras_adds_and_drops_a_last_axis_of_one():
    added = model(InputSpec("x", (None, 96, 1), "float32"))
    assert found(added, facts(dtype="float32")) == [("warning", "rank-adjusted")]
    assert found(model(), facts((1319, 96, 1))) == [("warning", "rank-adjusted")]
    short = model(InputSpec("x", (None, 95, 1), "float32"))
    assert found(short, facts(dtype="float32")) == [("error", "other-size"), ("warning", "rank-adjusted")]
    assert found(model(), facts((1319, 96, 2))) == [("error", "other-rank")]


def test_a_fixed_batch():
    fixed = model(InputSpec("ids", (32, None), "int32"))
    assert found(fixed, facts((32, 5))) == []
    assert found(fixed, facts((64, 5))) == [("info", "fixed-batch")]
    finding = only(fixed, facts((70, 5)))
    assert (finding.level, finding.count) == ("error", 6)
    assert "the last 6 do not fill a batch" in finding.message
    assert found(model(InputSpec("ids", (0, None), "int32")), facts((3, 5))) == [("error", "fixed-batch")]


@pytest.mark.tensorflow
@pytest.mark.filterwarnings("ignore:The structure of `inputs`:UserWarning")
def test_rank_and_axes_as_keras_itself_judges_them():
    import numpy as np

    from padviewer.models.backend import import_keras

    keras = import_keras()
    wanted = [(None,), (6,), (None, 1), (6, 1), (6, 3), (None, None), (None, 3), (6, 1, 1), (6, None, 3)]
    given = [
        (2,),
        (2, 1),
        (2, 5),
        (2, 6),
        (2, 5, 1),
        (2, 6, 1),
        (2, 6, 3),
        (2, 6, 1, 1),
        (2, 6, 4, 3),
        (2, 1, 1),
    ]
    judged = {True: 0, False: 0}
    for inner in wanted:
        start = keras.Input(inner, name="x")
        network = keras.Model(start, keras.layers.Identity()(start))
        spec = model(InputSpec("x", (None, *inner), "float32"))
        for shape in given:
            try:
                network(np.zeros(shape, "float32"))
                takes = True
            except ValueError:
                takes = False
            errors = [one for one in fit_model(spec, [facts(shape, "float32")]) if one.level == "error"]
            # where either has a last axis of 1, Keras does not compare it; the layer behind the input fails
            lets_pass = takes and 1 in {shape[-1], inner[-1]}
            assert (not errors) == takes or lets_pass, (inner, shape, errors)
            judged[takes] += 1
    assert min(judged.values()) > 20
