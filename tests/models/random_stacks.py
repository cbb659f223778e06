"""Random stacks of layers that take some lengths and not others, and whether Keras runs them on zeros."""

import warnings

import numpy as np

LENGTHS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 16, 17, 23, 24, 35, 40)
LAYERS = [
    "conv",
    "conv_same",
    "conv_causal",
    "strided",
    "dilated",
    "pool",
    "average",
    "pool_same",
    "pad",
    "crop",
    "up",
    "folded",
    "skip",
    "halves",
    "separable",
    "depthwise",
    "transpose",
    "two_d",
    "adaptive",
    "lstm",
    "dense",
]


def random_stack(seed):
    """Return a model of an open length [n, T, 4]; None where Keras refuses to build it."""
    import keras

    rng = np.random.default_rng(seed)
    start = x = keras.Input((None, 4))
    try:
        for _ in range(int(rng.integers(1, 6))):
            x = _one(keras.layers, rng, str(rng.choice(LAYERS)), x)
        return keras.Model(start, x)
    except ValueError:
        return None


def _one(layers, rng, what, x):
    size, stride = int(rng.integers(2, 7)), int(rng.integers(1, 4))
    makers = {
        "conv": lambda: layers.Conv1D(4, size),
        "conv_same": lambda: layers.Conv1D(4, size, stride, padding="same"),
        "conv_causal": lambda: layers.Conv1D(4, size, stride, padding="causal"),
        "strided": lambda: layers.Conv1D(4, size, stride),
        "dilated": lambda: layers.Conv1D(4, 2, dilation_rate=size),
        "pool": lambda: layers.MaxPooling1D(size),
        "average": lambda: layers.AveragePooling1D(size, stride),
        "pool_same": lambda: layers.MaxPooling1D(size, padding="same"),
        "pad": lambda: layers.ZeroPadding1D((stride, 0)),
        "crop": lambda: layers.Cropping1D((stride, 1)),
        "up": lambda: layers.UpSampling1D(stride),
        "folded": lambda: layers.Reshape((-1, 2 * x.shape[-1])),
        "separable": lambda: layers.SeparableConv1D(4, size),
        "depthwise": lambda: layers.DepthwiseConv1D(size),
        "transpose": lambda: layers.Conv1DTranspose(
            4, size, stride, padding=str(rng.choice(["valid", "same"]))
        ),
        "adaptive": lambda: layers.AdaptiveAveragePooling1D(2),
        "lstm": lambda: layers.LSTM(4, return_sequences=True),
        "dense": lambda: layers.TimeDistributed(layers.Dense(4)),
    }
    if what == "skip":  # as a U-Net: half the steps and back, beside the way around
        there = layers.Conv1D(4, 1)(x)
        back = layers.UpSampling1D(2)(layers.MaxPooling1D(2)(there))
        return layers.Add()([there, back]) if rng.random() < 0.5 else layers.Concatenate()([there, back])
    if what == "halves":
        return layers.Concatenate()(
            [layers.MaxPooling1D(2)(x), layers.AveragePooling1D(2, padding="same")(x)]
        )
    if what == "two_d":
        image = layers.Reshape((-1, x.shape[-1], 1))(x)
        image = layers.Conv2D(2, (size, 1), padding="valid")(image)
        return layers.Reshape((-1, 2 * x.shape[-1]))(image)
    return makers[what]()(x)


def all_outputs(model):
    """Return the model with what every layer gives as its outputs."""
    import keras

    return keras.Model(model.inputs, [layer.output for layer in model.layers])


def runs(model, steps):
    """Whether Keras runs `all_outputs` on zeros of this length, and every layer leaves something."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = model(np.zeros((2, steps, *model.inputs[0].shape[2:]), "float32"))
    except Exception:  # noqa: BLE001 - whatever Keras raises is a refusal
        return False
    return all(0 not in one.shape for one in made)
