"""The lengths that a model can take, against Keras run on zeros."""

import pytest

from padviewer.core.model.fitness.fit import TensorFacts, fit_model
from padviewer.core.model.fitness.lengths import refusal
from padviewer.models.summary import summarise
from tests.models.random_stacks import LENGTHS, all_outputs, random_stack, runs

pytestmark = pytest.mark.tensorflow


def test_random_stacks_take_the_lengths_that_keras_takes(scaled):
    import keras

    for seed in range(scaled(200)):
        model = random_stack(seed)
        if model is None:
            continue
        spec, every = summarise(model), all_outputs(model)
        for length in LENGTHS:
            assert (refusal(spec, [(None, length, 4)]) is None) == runs(every, length), (seed, length)
        keras.utils.clear_session()


def only(model, length):
    (found,) = fit_model(summarise(model), [TensorFacts("x", (5, length, 4), "float32", 0, 1)])
    return found


def test_a_model_that_takes_only_even_lengths():
    import keras

    start = keras.Input((None, 4))
    half = keras.layers.MaxPooling1D(2)(start)
    model = keras.Model(
        start, keras.layers.Add(name="skip")([start, keras.layers.UpSampling1D(2)(half)]), name="u"
    )
    found = only(model, 7)
    assert (found.level, found.code) == ("error", "length-not-taken")
    assert found.message.startswith("u takes only multiples of 2, from 2 on; maxlen is 7.")
    assert found.remedy == "Set maxlen to 8, or the multiple to 2."
    assert fit_model(summarise(model), [TensorFacts("x", (5, 8, 4), "float32", 0, 1)]) == ()


def test_a_dense_behind_a_flatten_built_for_100():
    import keras

    layers = keras.layers
    start = keras.Input((None, 4))
    flat = layers.Reshape((100 * 4,), name="flat")(start)
    model = keras.Model(start, layers.Dense(1)(flat), name="hundred")
    found = only(model, 96)
    assert found.message.startswith("hundred takes 100 steps; maxlen is 96.")
    assert found.remedy == "Set maxlen to 100."


def test_layers_that_need_a_smallest_length():
    import keras

    layers = keras.layers
    model = keras.Sequential(
        [keras.Input((None, 4)), layers.Conv1D(4, 5), layers.MaxPooling1D(5), layers.Conv1D(4, 5)],
        name="deep",
    )
    # 5 steps in the last one, so 25 before the pooling, so 29 at the start
    found = only(model, 4)
    assert found.message.startswith("deep needs at least 29 steps; maxlen is 4.")
    assert found.remedy == "Set maxlen to 29."
