import pytest

from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.model.templates.size import count_params
from padviewer.models.backend import import_keras
from padviewer.models.summary import summarise
from padviewer.models.templates import build

pytestmark = pytest.mark.tensorflow


@pytest.fixture(scope="module")
def keras():
    return import_keras()


@pytest.mark.parametrize(
    ("padding", "total", "sides", "flat"),
    [("valid", 15_955_210, (26, 24, 22), 22 * 22 * 128), ("same", 25_785_610, (28, 28, 28), 28 * 28 * 128)],
)
def test_the_two_convolutional_models_for_28_by_28(keras, padding, total, sides, flat):
    model = build("conv2d", {"padding": padding}, (60000, 28, 28, 1), "uint8")
    spec = summarise(model)
    assert spec.total_params == model.count_params() == total
    shapes = [layer.output_shape for layer in spec.layers if layer.class_name == "Conv2D"]
    assert shapes == [(None, side, side, filters) for side, filters in zip(sides, (32, 64, 128), strict=True)]
    assert [layer.output_shape for layer in spec.layers[-3:]] == [(None, flat), (None, 256), (None, 10)]


CASES = [
    ("embedding_rnn", {"cell": cell, "output_dim": 6, "rnn_units": 5, "mask_zero": mask}, (9, 7), "int64", 11)
    for cell in ("LSTM", "GRU", "SimpleRNN")
    for mask in (False, True)
]
CASES += [
    ("embedding_conv", {"padding": padding, "pooling": pooling, "kernel_size": 3}, (9, 7), "int32", 11)
    for padding in ("valid", "same", "causal")
    for pooling in ("max", "average")
]
CASES += [
    ("masking_rnn", {"mask_value": -1, "rnn_units": 5}, (9, 7, 3), "float32", None),
    ("masking_rnn", {"cell": "GRU"}, (9, 7), "float64", None),
    (
        "masking_rnn",
        {"cell": "SimpleRNN", "units": 3, "activation": "softmax"},
        (9, None, 3),
        "float32",
        None,
    ),
    ("dense", {"hidden_layers": 3, "hidden_units": 8}, (9, 4), "float64", None),
    ("dense", {"hidden_layers": 1}, (9, 4), "int32", None),
    (
        "conv2d",
        {"filters_1": 2, "filters_2": 3, "filters_3": 4, "hidden_units": 5},
        (9, 12, 10, 3),
        "float32",
        None,
    ),
    (
        "conv2d",
        {"filters_1": 2, "filters_2": 3, "filters_3": 4, "kernel_size": 2},
        (9, 12, 10),
        "uint8",
        None,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{'-'.join(map(str, case[1].values()))}")
def test_the_model_runs_and_has_the_counted_weights(keras, case):
    import numpy as np

    key, parameters, shape, dtype, input_dim = case
    model = build(key, parameters, shape, dtype, input_dim, "data")
    assert model.count_params() == count_params(key, parameters, shape, input_dim)
    rows = np.ones([size or 6 for size in shape], dtype)
    assert model(rows).shape == (9, parameters.get("units", 10 if key == "conv2d" else 1))
    assert model.inputs[0].name == "data"
    assert tuple(model.inputs[0].shape) == (None, *shape[1:])


def test_the_choices_reach_the_layers(keras):
    model = build("embedding_rnn", {"mask_zero": False, "cell": "GRU"}, (9, 7), "int64", 11)
    assert model.get_layer("embedding").mask_zero is False
    assert model.get_layer("embedding").input_dim == 11
    assert str(model.inputs[0].dtype) == "int64"
    assert type(model.get_layer("gru")) is keras.layers.GRU
    assert (
        build("masking_rnn", {"mask_value": -9}, (9, 7, 2), "float32").get_layer("masking").mask_value == -9
    )
    causal = build("embedding_conv", {"padding": "causal", "pooling": "average"}, (9, 7), "int32", 11)
    assert causal.get_layer("conv1d").padding == "causal"
    assert type(causal.get_layer("mean_pool")) is keras.layers.GlobalAveragePooling1D
    assert causal.get_layer("output").activation is keras.activations.sigmoid


def test_keras_says_that_a_convolution_drops_the_mask(keras):
    with pytest.warns(UserWarning, match="mask"):
        build("embedding_conv", {"mask_zero": True}, (9, 7), "int32", 11)


def test_refusals_come_before_anything_is_built(keras):
    with pytest.raises(ContentError, match=r"takes integer ids \[n, T\]"):
        build("embedding_rnn", {}, (9, 7, 3), "float32", 11)
    with pytest.raises(ContentError, match="the limit is 500,000,000"):
        build("embedding_rnn", {}, (9, 7), "int64", 2**40)
    with pytest.raises(ChoiceError, match="Recurrent units must be"):
        build("embedding_rnn", {"rnn_units": 0}, (9, 7), "int64", 11)
