import pytest

from padviewer.core.model.network import read_keras_config
from padviewer.core.model.spec import EmbeddingLimit, InputSpec, ModelSpec
from padviewer.models.backend import import_keras
from padviewer.models.summary import summarise

pytestmark = pytest.mark.tensorflow


@pytest.fixture(scope="module")
def keras():
    return import_keras()


def sequential(keras):
    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32", name="ids"),
            layers.Embedding(50, 8, mask_zero=True, name="emb"),
            layers.Bidirectional(layers.LSTM(4)),
            layers.BatchNormalization(),
            layers.Dropout(0.1),
            layers.Dense(2),
        ]
    )


def two_inputs(keras):
    layers = keras.layers
    ids, rows = keras.Input((None,), dtype="int32", name="ids"), keras.Input((4,), name="rows")
    shared = layers.Dense(3, name="shared")
    left = shared(layers.LSTM(3)(layers.Embedding(20, 4, mask_zero=True, name="emb")(ids)))
    right = shared(layers.Dense(3)(rows))
    return keras.Model([ids, rows], layers.Add(name="sum")([left, right]))


def nested(keras):
    inner = keras.Sequential(
        [keras.Input((None,), dtype="int32"), keras.layers.Embedding(9, 2, name="e")], name="inner"
    )
    outer = keras.Input((None,), dtype="int32", name="outer")
    return keras.Model(outer, keras.layers.GRU(3)(inner(outer)))


def with_operations(keras):
    x = keras.Input((5, 3), name="x")
    return keras.Model(x, keras.layers.Dense(2)(keras.ops.exp(x[:, 0]) * 2))


def frozen(keras):
    model = sequential(keras)
    model.get_layer("emb").trainable = False
    return model


# Keras 3.15 converts its variables in a way that numpy 2 deprecates
saves = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
MODELS = [sequential, two_inputs, nested, with_operations, frozen]


@pytest.mark.parametrize("make", MODELS)
def test_totals_and_layers_are_those_of_keras(keras, make):
    import math

    model = make(keras)
    spec = summarise(model)
    assert spec.total_params == model.count_params()
    assert spec.trainable_params == sum(math.prod(weight.shape) for weight in model.trainable_weights)
    rows = {row.name: row for row in spec.layers}
    for layer in model.layers:
        row = rows[layer.name]
        assert row.params == layer.count_params()
        assert row.trainable == layer.trainable
        assert row.class_name == type(layer).__name__
        assert row.output_shape == tuple(layer.output.shape)
        assert row.dtype == str(layer.output.dtype)
    assert [one.shape for one in spec.inputs] == [tuple(one.shape) for one in model.inputs]
    assert ModelSpec.from_json(spec.to_wire()) == spec


@saves
@pytest.mark.parametrize("make", MODELS)
def test_the_config_alone_says_the_same(keras, tmp_path, make):
    model = make(keras)
    path = tmp_path / "m.keras"
    model.save(path)
    spec, config = summarise(model), read_keras_config(path)
    assert config.inputs == spec.inputs
    assert config.embeddings == spec.embeddings
    assert [(row.name, row.class_name) for row in config.layers] == [
        (row.name, row.class_name) for row in spec.layers
    ]
    for told, known in zip(config.layers, spec.layers, strict=True):
        assert told.input_shape in {None, known.input_shape}
        assert told.output_shape in {None, known.output_shape}
    assert config.findings == ()


def test_shared_layers_count_once_and_show_their_shapes(keras):
    spec = summarise(two_inputs(keras))
    rows = {row.name: row for row in spec.layers}
    assert [row.name for row in spec.layers].count("shared") == 1
    assert rows["shared"].input_shape == (None, 3)
    assert rows["sum"].input_shape == (None, 3)
    assert spec.embeddings == (EmbeddingLimit("ids", "emb", 20, mask_zero=True),)
    assert not any(row.class_name == "NotEqual" for row in spec.layers)


def test_a_layer_with_two_different_inputs_shows_both(keras):
    a, b = keras.Input((3,)), keras.Input((4,))
    spec = summarise(keras.Model([a, b], keras.layers.Concatenate(name="both")([a, b])))
    assert spec.layers[-1].input_shape == ((None, 3), (None, 4))
    assert spec.layers[-1].output_shape == (None, 7)


def test_masks_of_several_inputs_are_no_data(keras):
    a, b = keras.Input((5,), dtype="int32"), keras.Input((4,), dtype="int32")
    words = [keras.layers.Embedding(9, 2, mask_zero=True)(one) for one in (a, b)]
    joined = keras.layers.Concatenate(axis=1, name="joined")(words)
    spec = summarise(keras.Model([a, b], keras.layers.LSTM(3)(joined)))
    classes = [row.class_name for row in spec.layers]
    assert sorted(classes) == ["Concatenate", "Embedding", "Embedding", "InputLayer", "InputLayer", "LSTM"]
    rows = {row.name: row for row in spec.layers}
    assert rows["joined"].input_shape == ((None, 5, 2), (None, 4, 2))


def test_a_list_of_masks_is_no_data(keras):
    a, b = keras.Input((5, 2)), keras.Input((4, 2))
    masks = [keras.ops.any(keras.ops.not_equal(one, 0.0), axis=-1) for one in (a, b)]
    spec = summarise(keras.Model([a, b], keras.layers.Attention(name="attention")([a, b], mask=masks)))
    assert {row.class_name for row in spec.layers} == {"InputLayer", "Attention"}
    assert spec.layers[-1].input_shape == ((None, 5, 2), (None, 4, 2))


def test_operations_are_rows(keras):
    spec = summarise(with_operations(keras))
    assert [row.class_name for row in spec.layers] == ["InputLayer", "GetItem", "Exp", "Multiply", "Dense"]
    assert spec.layers[2].params == 0


def test_embeddings_behind_nested_models_and_reshapes(keras):
    assert summarise(nested(keras)).embeddings == (EmbeddingLimit("outer", "inner/e", 9),)
    x = keras.Input((6,), dtype="int32", name="x")
    flat = keras.layers.Embedding(7, 2, name="e")(keras.layers.Reshape((3, 2))(x))
    assert summarise(keras.Model(x, flat)).embeddings == (EmbeddingLimit("x", "e", 7),)


def test_a_layer_in_another_model_too_shows_this_models_shapes(keras):
    shared = keras.layers.Dense(3, name="shared")
    x, y = keras.Input((5, 4)), keras.Input((4,))
    keras.Model(x, shared(x))
    spec = summarise(keras.Model(y, shared(y)))
    assert spec.layers[-1].output_shape == (None, 3)


def subclass(keras, broken=False):
    class Strange(keras.layers.Dense):
        def compute_output_shape(self, input_shape):
            raise ZeroDivisionError("no idea")

    class Sub(keras.Model):
        def __init__(self):
            super().__init__(name="sub")
            self.first = keras.layers.Dense(3, name="first")
            self.last = (Strange if broken else keras.layers.Dense)(2, name="last")

        def call(self, x):
            return self.last(self.first(x))

    return Sub()


def test_a_subclassed_model_before_and_after_its_first_call(keras):
    model = subclass(keras)
    before = summarise(model)
    assert (before.total_params, before.trainable_params) == (None, None)
    assert [row.params for row in before.layers] == [None, None]
    model(keras.ops.ones((2, 7)))
    after = summarise(model)
    assert after.total_params == model.count_params() == 7 * 3 + 3 + 3 * 2 + 2
    assert [(row.input_shape, row.output_shape) for row in after.layers] == [
        ((2, 7), (2, 3)),
        ((2, 3), (2, 2)),
    ]
    assert after.inputs == ()
    assert [finding.code for finding in after.findings] == ["no-inputs"]


def test_a_layer_that_cannot_tell_its_shape(keras):
    model = subclass(keras, broken=True)
    model(keras.ops.ones((2, 7)))
    assert summarise(model).layers[-1].output_shape is None


def test_an_unbuilt_sequential(keras):
    spec = summarise(keras.Sequential([keras.layers.Dense(3)]))
    assert spec.inputs == ()
    assert spec.total_params is None
    built = keras.Sequential([keras.layers.Embedding(5, 2, name="e")], name="s")
    built.build((None, 12))
    spec = summarise(built)
    assert [one.shape for one in spec.inputs] == [(None, 12)]
    assert spec.total_params == 10


def test_inputs_have_keras_names_and_dtypes(keras):
    assert summarise(two_inputs(keras)).inputs == (
        InputSpec("ids", (None, None), "int32"),
        InputSpec("rows", (None, 4), "float32"),
    )
