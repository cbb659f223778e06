"""What is said of a model's masks, against Keras: its masks cell by cell, its answer with other padding."""

import json
from functools import partial

import numpy as np
import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.checks.trial import Trial
from padviewer.core.choices.shift import Shift
from padviewer.core.model.judge import judged as of_model
from padviewer.core.model.masks.counts import count_masks, model_mask
from padviewer.core.model.masks.verdict import padding_findings, padding_verdict
from padviewer.models.summary import summarise
from tests.models.random_models import move_weights, random_model, traced_masks

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.filterwarnings("ignore:.*was passed an input with a mask attached:UserWarning"),
    pytest.mark.filterwarnings("ignore:(.|\\n)*(overflow|invalid value) encountered in cast:RuntimeWarning"),
]

IDS = [[5, 3, 8], [7], [2, 9]]
SERIES = [[[0.5, 1.0], [2.0, 3.0], [4.0, 1.0]], [[1.0, 2.0]]]


def some_of(count, each):
    """Return the first seed of each test of so many seeds; all but the first are for `make soak`."""
    return [pytest.param(at, marks=[pytest.mark.soak] * bool(at)) for at in range(0, count, each)]


@pytest.fixture
def keras():
    """Return Keras, with nothing left of the models behind it."""
    from padviewer.models.backend import import_keras

    found = import_keras()
    yield found
    found.utils.clear_session()


def plan_of(rows, **choices):
    data = Dataset({"x": Ragged.from_lists(rows)}, roles={"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), data)
    return resolve(recipe, prepare(recipe, data))


def judged(model, rows, **choices):
    plan = plan_of(rows, **choices)
    spec = summarise(model)
    return padding_verdict(spec, count_masks(plan, spec))


def stack(keras, start, *layers):
    return keras.Sequential([start, *layers])


def codes(verdict):
    return [one.code for one in padding_findings(verdict)]


def test_a_mask_that_is_honoured(keras):
    layers = keras.layers
    model = stack(
        keras, keras.Input((None,), dtype="int32"), layers.Embedding(20, 4, mask_zero=True), layers.LSTM(3)
    )
    found = judged(model, IDS)
    assert (found.state, codes(found)) == ("masked", [])
    assert judged(model, [[5, 3], [7, 8]]).state == "no-padding"


def test_a_fill_that_the_embedding_does_not_mask(keras):
    layers = keras.layers
    model = stack(
        keras, keras.Input((None,), dtype="int32"), layers.Embedding(2000, 4, mask_zero=True), layers.LSTM(3)
    )
    found = judged(model, IDS, value=1000)
    assert (found.state, codes(found)) == ("not-masked", ["padding-not-masked"])
    assert "masks 0; the fill is 1000" in found.message


@pytest.mark.parametrize("choices", [{"value": -1.0}, {"mode": "edge"}])
def test_masking_0_beside_another_fill(keras, choices):
    model = stack(keras, keras.Input((None, 2)), keras.layers.Masking(0.0), keras.layers.LSTM(3))
    assert judged(model, SERIES).state == "masked"
    assert judged(model, SERIES, **choices).state == "not-masked"


def test_nothing_equals_nan(keras):
    model = stack(keras, keras.Input((None, 2)), keras.layers.Masking(float("nan")), keras.layers.LSTM(3))
    found = judged(model, SERIES, value=float("nan"))
    assert (found.state, "nothing equals NaN" in found.message) == ("not-masked", True)


def test_flatten_loses_the_mask(keras):
    layers = keras.layers
    embedding = layers.Embedding(20, 4, mask_zero=True)
    model = stack(
        keras, keras.Input((3,), dtype="int32"), embedding, layers.Flatten(name="flat"), layers.Dense(1)
    )
    found = judged(model, IDS)
    (one,) = padding_findings(found)
    assert (found.state, one.code, one.where) == ("not-masked", "mask-lost", "flat")


def test_a_convolution_loses_the_mask(keras):
    layers = keras.layers
    embedding = layers.Embedding(20, 4, mask_zero=True)
    start, conv = keras.Input((None,), dtype="int32"), layers.Conv1D(3, 2, name="conv")
    found = judged(stack(keras, start, embedding, conv, layers.GlobalAveragePooling1D()), IDS)
    (one,) = padding_findings(found)
    assert (found.state, one.code, one.where) == ("not-masked", "mask-lost", "conv")


def test_a_convolution_and_a_maximum_without_any_mask(keras):
    layers = keras.layers
    model = stack(keras, keras.Input((None, 2)), layers.Conv1D(3, 2), layers.GlobalMaxPooling1D())
    found = judged(model, SERIES, maxlen=10)
    assert (found.state, codes(found)) == ("not-masked", ["padding-not-masked"])
    assert "16 of 20 steps" in found.message


def test_dense_on_raw_ids(keras):
    found = judged(stack(keras, keras.Input((3,), dtype="int32"), keras.layers.Dense(2)), IDS)
    assert (found.state, codes(found)) == ("not-masked", ["padding-not-masked"])


def test_a_mask_that_is_used_and_then_lost(keras):
    layers = keras.layers
    start, embedding = keras.Input((3,), dtype="int32"), layers.Embedding(20, 4, mask_zero=True)
    found = judged(
        stack(keras, start, embedding, layers.LSTM(3, return_sequences=True), layers.Flatten()), IDS
    )
    assert (found.state, codes(found)) == ("partly-masked", ["mask-lost"])


def test_an_operation_loses_the_mask_without_a_word(keras):
    start = keras.Input((None,), dtype="int32")
    x = keras.layers.Embedding(20, 4, mask_zero=True)(start) * 2
    found = judged(keras.Model(start, keras.layers.LSTM(2)(x)), IDS)
    assert (found.state, found.inputs[0].lost.class_name) == ("not-masked", "Multiply")


def test_a_class_of_the_author_makes_it_not_known(keras):
    class Own(keras.layers.Layer):
        def call(self, inputs):
            return inputs

    layers = keras.layers
    start, embedding = keras.Input((None,), dtype="int32"), layers.Embedding(20, 4, mask_zero=True)
    found = judged(stack(keras, start, embedding, Own(name="own"), layers.LSTM(3)), IDS)
    assert (found.state, codes(found)) == ("not-known", ["padding-not-known"])
    assert "own (Own) is its author's own code" in found.message
    # behind the last step it changes nothing
    embedding = layers.Embedding(20, 4, mask_zero=True)
    assert judged(stack(keras, start, embedding, layers.LSTM(3), Own()), IDS).state == "masked"


def test_a_mask_of_the_author_is_not_known(keras):
    layers, ops = keras.layers, keras.ops
    start = keras.Input((None,), dtype="int32")
    x = layers.Embedding(20, 4)(start)
    seen = ops.expand_dims(ops.cast(ops.not_equal(start, 0), "float32"), -1)
    model = keras.Model(start, ops.sum(x * seen, axis=1) / ops.sum(seen, axis=1))
    found = judged(model, IDS)
    assert found.state == "not-known"
    assert "(Multiply) may mask the padding by itself" in found.message


def seen(keras, start):
    return keras.ops.cast(keras.ops.greater(start, 0), "bool")


BY_HAND = {
    "lstm": lambda layers, x, mask: layers.LSTM(3, name="it")(x, mask=mask),
    "mean": lambda layers, x, mask: layers.GlobalAveragePooling1D(name="it")(x, mask=mask),
    "mean by place": lambda layers, x, mask: layers.GlobalAveragePooling1D(name="it")(x, mask),
    "attention": lambda layers, x, mask: layers.Attention(name="it")([x, x], mask=[mask, mask]),
    "attention by place": lambda layers, x, mask: layers.Attention(name="it")([x, x], [mask, mask]),
    "heads": lambda layers, x, mask: layers.MultiHeadAttention(1, 2, name="it")(x, x, value_mask=mask),
    "heads by place": lambda layers, x, mask: layers.MultiHeadAttention(1, 2, name="it")(x, x, x, mask, mask),
}


@pytest.mark.parametrize("how", BY_HAND)
def test_a_mask_that_is_given_by_hand_is_not_known(keras, how):
    layers = keras.layers
    start = keras.Input((3,), dtype="int32")
    x = layers.Embedding(20, 4)(start)
    model = keras.Model(start, BY_HAND[how](layers, x, seen(keras, start)))
    found = judged(model, IDS)
    assert found.state == "not-known"
    assert "it (" in found.message
    assert "is given a mask by hand" in found.message


def test_a_mask_that_is_an_input_of_its_own_is_not_known(keras):
    layers = keras.layers
    a, b = keras.Input((None,), dtype="int32", name="a"), keras.Input((None,), dtype="bool", name="b")
    model = keras.Model([a, b], layers.LSTM(2)(layers.Embedding(20, 4)(a), mask=b))
    data = Dataset({"a": Ragged.from_lists(IDS), "b": Ragged.from_lists([[True] * len(row) for row in IDS])})
    recipe = fit(Recipe({"a": TensorRecipe("a"), "b": TensorRecipe("b")}), data)
    plan, spec = resolve(recipe, prepare(recipe, data)), summarise(model)
    found = padding_verdict(spec, count_masks(plan, spec))
    assert found.inputs[0].state == "not-known"
    assert "masked" not in {one.state for one in found.inputs}


def test_a_state_that_is_given_is_no_mask(keras):
    layers = keras.layers
    a, b = keras.Input((None,), dtype="int32", name="a"), keras.Input((3,), name="b")
    x = layers.Embedding(20, 4, mask_zero=True)(a)
    for made in (layers.GRU(3)(x, b), layers.GRU(3)(x, initial_state=b)):
        spec = summarise(keras.Model([a, b], made))
        columns = {"a": Ragged.from_lists(IDS), "b": Ragged.from_lists([[1.0, 2.0, 3.0]] * 3)}
        recipe = fit(Recipe({"a": TensorRecipe("a"), "b": TensorRecipe("b")}), Dataset(columns))
        plan = resolve(recipe, prepare(recipe, Dataset(columns)))
        found = padding_verdict(spec, count_masks(plan, spec))
        assert [one.state for one in found.inputs] == ["masked", "no-padding"]


def test_a_mask_of_computed_values_is_not_known(keras):
    layers, ops = keras.layers, keras.ops
    start = keras.Input((None, 2))
    model = keras.Model(start, layers.LSTM(3)(layers.Masking(0.0, name="it")(ops.abs(start) * 2)))
    found = judged(model, SERIES)
    assert (found.state, "it (Masking) makes its mask of values" in found.message) == ("not-known", True)


def test_two_ragged_axes_say_why_they_are_not_known(keras):
    layers = keras.layers
    model = stack(
        keras, keras.Input((None, None), dtype="int32"), layers.Embedding(20, 4, mask_zero=True),
        layers.TimeDistributed(layers.LSTM(3)), layers.LSTM(2),
    )  # fmt: skip
    data = Dataset({"x": Ragged.from_lists([[[1, 2], [3]], [[4]]], ragged_axes=2)}, roles={"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe()}), data)
    plan, spec = resolve(recipe, prepare(recipe, data)), summarise(model)
    found = padding_verdict(spec, count_masks(plan, spec))
    assert (found.state, "two ragged axes" in found.message) == ("not-known", True)


def test_real_steps_that_the_model_drops(keras):
    layers = keras.layers
    model = stack(
        keras, keras.Input((None,), dtype="int32"), layers.Embedding(20, 4, mask_zero=True), layers.LSTM(3)
    )
    found = judged(model, [[5, 0, 8], [7], [0, 0]])
    (one,) = padding_findings(found)
    assert (one.code, one.count, one.rows) == ("mask-differs", 3, (0, 2))


def test_nested_models_wrappers_and_merges(keras):
    layers = keras.layers
    inner = keras.Sequential([keras.Input((None, 4)), layers.Bidirectional(layers.GRU(3))], name="inner")
    start = keras.Input((None,), dtype="int32")
    x = layers.Embedding(20, 4, mask_zero=True)(start)
    both = layers.Add()([layers.TimeDistributed(layers.Dense(4))(x), x])
    assert judged(keras.Model(start, inner(both)), IDS).state == "masked"
    bare = layers.Embedding(20, 4)(start)
    lost = judged(keras.Model(start, inner(layers.Add()([x, bare]))), IDS)
    assert (lost.state, lost.inputs[0].lost.class_name) == ("not-masked", "Add")


def heads(layers, query, value):
    return layers.MultiHeadAttention(1, 2)(query, value)


BESIDE = {  # what follows where an attention and something else read one masked tensor
    "sum": lambda layers, x, h: layers.Add()([x, h]),
    "sum, norm": lambda layers, x, h: layers.LayerNormalization()(layers.Add()([x, h])),
    "sum, rnn": lambda layers, x, h: layers.GRU(4, return_sequences=True)(layers.Add()([x, h])),
    "joined": lambda layers, x, h: layers.Concatenate()([x, h]),
    "sum, heads": lambda layers, x, h: heads(layers, y := layers.Add()([x, h]), y),
    "sum, norm, attention": lambda layers, x, h: layers.Attention()(
        [y := layers.LayerNormalization()(layers.Add()([x, h])), y]
    ),
    "sum, rnn, heads": lambda layers, x, h: heads(
        layers, y := layers.GRU(4, return_sequences=True)(layers.Add()([x, h])), y
    ),
    "heads again": lambda layers, x, h: heads(layers, h, h),
    "heads of the first": lambda layers, x, h: heads(layers, h, x),
    "heads of the second": heads,
}


@pytest.mark.parametrize("how", BESIDE)
def test_a_mask_that_attention_takes_off_is_missed_where_keras_misses_it(keras, how):
    layers = keras.layers
    start = keras.Input((None,), dtype="int32")
    x = layers.Embedding(20, 4, mask_zero=True)(start)
    made = BESIDE[how](layers, x, layers.MultiHeadAttention(1, 2, name="first")(x, x))
    model = keras.Model(start, layers.GlobalAveragePooling1D()(made))
    move_weights(model, 1)
    together = np.asarray(model(np.array([[5, 3, 8, 0], [7, 2, 0, 0]])))
    alone = [np.asarray(model(np.array([row])))[0] for row in ([5, 3, 8], [7, 2])]
    honoured = np.allclose(together, alone, atol=1e-5)
    found = judged(model, IDS)
    assert (found.state == "masked") is honoured
    if not honoured:
        assert (found.state, codes(found)) == ("partly-masked", ["mask-lost"])
        assert found.inputs[0].lost.layer == "first"


def test_two_inputs_of_the_same_lengths_share_a_mask(keras):
    layers = keras.layers
    a, b = keras.Input((None,), dtype="int32", name="a"), keras.Input((None, 1), name="b")
    embedded = layers.Embedding(20, 4, mask_zero=True)(a)
    model = keras.Model([a, b], layers.LSTM(2)(layers.Add()([embedded, layers.Masking(0.0)(b)])))
    data = Dataset({"a": Ragged.from_lists([[1, 2], [3]]), "b": Ragged.from_lists([[[1.0], [2.0]], [[3.0]]])})
    recipe = fit(Recipe({"a": TensorRecipe("a"), "b": TensorRecipe("b")}), data)
    spec = summarise(model)
    found = padding_verdict(spec, count_masks(resolve(recipe, prepare(recipe, data)), spec))
    assert [one.state for one in found.inputs] == ["masked", "masked"]


@pytest.mark.parametrize("first", some_of(200, 10))
def test_random_models_carry_the_masks_that_keras_gives_them(keras, first):
    for seed in range(first, first + 10):
        model, kind = random_model(seed)
        rng = np.random.default_rng(seed)
        steps = model.inputs[0].shape[1] or 9
        rows = [_row(rng, kind, int(rng.integers(1, steps + 1))) for _ in range(4)]
        rows.append(_row(rng, kind, steps - 1))
        fill = int(rng.choice([0, 3])) if kind == "ids" else float(rng.choice([0.0, -1.0, 0.1]))
        spec, side = summarise(model), str(rng.choice(["pre", "post"]))
        plan = plan_of(rows, maxlen=int(steps), value=fill, padding=side)
        facts = count_masks(plan, spec)
        array = plan.block("x", slice(None)).array
        mine = {name.split("/")[-1]: has for name, has in facts.flow.masked.items()}
        for name, has in traced_masks(model, array).items():
            assert mine.get(name, has) == has, (seed, name)
        if padding_verdict(spec, facts).state == "masked" and len(model.outputs[0].shape) == 2:
            _same_with_other_padding(model, array, rows, seed)
        keras.utils.clear_session()


def _row(rng, kind, steps):
    return rng.integers(1, 20, steps).tolist() if kind == "ids" else rng.normal(0, 1, (steps, 3)).tolist()


def _same_with_other_padding(model, array, rows, seed):
    """Check that each row alone, without padding, gives what it gives in the padded batch."""
    if model.inputs[0].shape[1] is not None:
        return
    move_weights(model, seed)
    together = np.asarray(model(array))
    for number, row in enumerate(rows):
        alone = np.asarray(model(np.array([row], array.dtype)))
        assert np.abs(alone[0] - together[number]).max() <= 1e-5 * max(1, np.abs(alone).max()), seed


@pytest.mark.parametrize("first", some_of(1000, 50))
def test_masks_are_those_of_keras_cell_by_cell(keras, first):
    from keras.src.backend import get_keras_mask

    for seed in range(first, first + 50):
        rng = np.random.default_rng(seed)
        model, rows, choices = _pair(keras, rng)
        plan, spec = plan_of(rows, **choices), summarise(model)
        (facts,) = count_masks(plan, spec).inputs
        block = plan.block("x", slice(None))
        theirs = np.asarray(get_keras_mask(model(block.array)))
        (counts,) = facts.counts
        assert np.array_equal(model_mask(counts.maker, block.array, spec.inputs[0].dtype), theirs), seed
        attended, dropped = theirs & ~block.mask, ~theirs & block.mask
        assert (counts.attended, counts.dropped) == (attended.sum(), dropped.sum()), seed
        assert counts.attended_rows == tuple(np.flatnonzero(attended.any(axis=1))), seed
        assert counts.dropped_rows == tuple(np.flatnonzero(dropped.any(axis=1))), seed
        keras.utils.clear_session()


def _pair(keras, rng):
    """Return (model, rows, choices): one masking layer, and rows with values that it may mask."""
    values = [0.0, 1.0, -1.0, 0.1, 2.0**24 + 1, float("nan"), 1e-7]
    lengths = rng.integers(0, 7, int(rng.integers(1, 9)))
    lengths[0] = max(lengths[0], 1)
    choices = {
        "padding": str(rng.choice(["pre", "post", "both"])),
        "truncating": str(rng.choice(["pre", "post", "middle"])),
        "mode": str(rng.choice(["constant", "constant", "edge", "wrap", "reflect"])),
        "lossy": "allow",
    }
    if rng.random() < 0.5:
        choices["maxlen"] = int(rng.integers(1, 9))
    if rng.random() < 0.5:
        takes = str(rng.choice(["int32", "int64", "float32"]))
        start = keras.Input((None,), dtype=takes)
        layer = keras.layers.Embedding(50, 2, mask_zero=True)
        rows = [rng.integers(0, 4, one).tolist() for one in lengths]
        choices |= {
            "value": int(rng.choice([0, 0, 1, 7])),
            "dtype": str(rng.choice(["int32", "int64", "uint8", "float32"])),
        }
    else:
        takes = str(rng.choice(["float32", "float32", "float64", "int32", "float16"]))
        start = keras.Input((None, 2), dtype=takes)
        computes = str(rng.choice(["float32", "float16", "float64"]))
        layer = keras.layers.Masking(float(rng.choice(values)), dtype=computes)
        rows = [rng.choice(values, (one, 2)).tolist() for one in lengths]
        choices |= {"value": float(rng.choice(values)), "dtype": str(rng.choice(["float32", "float64"]))}
    return keras.Model(start, layer(start)), rows, choices


def test_a_verdict_in_json_names_what_was_counted(keras):
    layers = keras.layers
    embedding = layers.Embedding(20, 4, mask_zero=True, name="emb")
    model = stack(keras, keras.Input((3,), dtype="int32", name="x"), embedding, layers.Flatten(name="flat"))
    said = json.loads(json.dumps(judged(model, IDS).to_json()))
    assert said["inputs"] == [
        {
            "input": "x",
            "tensor": "x",
            "state": "not-masked",
            "steps": 6,
            "padding": 3,
            "masks": [
                {
                    "layer": "emb",
                    "masks": "0",
                    "attended": 0,
                    "attended_rows": [],
                    "dropped": 0,
                    "dropped_rows": [],
                }
            ],
            "lost_at": "flat",
            "read_at": "flat",
        }
    ]


@pytest.mark.parametrize(
    ("kind", "rows", "choices", "code", "changes", "ends"),
    [
        ("ids", [[5, 0, 8], [7]], {}, "mask-differs", {"value": 1000}, False),
        ("ids", [[5, 0, 8], [7]], {}, "mask-differs", {"transforms": (Shift(1),)}, True),
        ("ids", IDS, {"value": 1000}, "padding-not-masked", {"value": 0}, True),
        ("ids", IDS, {"value": 1000}, "padding-not-masked", {"value": 999}, False),
        ("steps", [[[0.0, 0.0], [2.0, 3.0]], [[1.0, 2.0]]], {}, "mask-differs", {"value": -1.0}, False),
        ("steps", SERIES, {"value": -1.0}, "padding-not-masked", {"value": 0.0}, True),
    ],
)
def test_a_change_that_unmasks_the_padding_is_no_remedy(keras, kind, rows, choices, code, changes, ends):
    if kind == "ids":
        start, first = keras.Input((None,), dtype="int32"), keras.layers.Embedding(2000, 4, mask_zero=True)
    else:
        start, first = keras.Input((None, 2)), keras.layers.Masking(0.0)
    spec = summarise(stack(keras, start, first, keras.layers.LSTM(3)))
    data = Dataset({"x": Ragged.from_lists(rows)}, roles={"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), data)
    plan = resolve(recipe, prepare(recipe, data))
    (target,) = (one for one in of_model(spec, plan) if one.code == code)
    assert Trial(plan, "x", data, partial(of_model, spec)).ends(target, changes) is ends
