"""Random small models with every kind of mask, for the tests that compare the rules with Keras itself."""

import numpy as np

CHAIN = [
    "dense",
    "dropout",
    "layer_norm",
    "batch_norm",
    "group_norm",
    "conv_valid",
    "conv_same",
    "conv_causal",
    "conv_one",
    "lstm",
    "gru",
    "both",
    "spread",
    "heads",
    "attention",
    "residual",
    "joined_features",
    "joined_steps",
    "max_pool",
    "zero_pad",
    "crop",
    "up",
    "permute",
    "reshape",
    "rms",
    "doubled",
    "nested",
    "relu",
    "multiply",
    "average",
    "einsum",
    "repeat_norm",
]
OTHER_LENGTH = {"conv_valid", "joined_steps", "max_pool", "zero_pad", "crop", "up"}
HEADS = ("lstm", "mean", "max", "flatten", "steps", "op_mean", "none")


def random_model(seed):
    """Return (model, input kind): ``"ids"`` reads [n, T] of 0 to 19, ``"features"`` [n, T, 3]."""
    import keras

    layers, rng = keras.layers, np.random.default_rng(seed)
    names = (f"l{number}" for number in range(1000))
    kind = str(rng.choice(["ids", "features"]))
    head = str(rng.choice(HEADS))
    steps = 12 if head == "flatten" or rng.random() < 0.2 else None
    start = keras.Input((steps,), dtype="int32") if kind == "ids" else keras.Input((steps, 3))
    if kind == "ids":
        x = layers.Embedding(20, 4, mask_zero=bool(rng.random() < 0.75), name=next(names))(start)
    elif rng.random() < 0.75:
        value = float(rng.choice([0.0, -1.0, 0.1]))
        x = layers.Masking(value, name=next(names))(start)
    else:
        x = layers.Dense(4, name=next(names))(start)
    before = [x]
    for _ in range(int(rng.integers(0, 4))):
        what = str(rng.choice(CHAIN))
        x = _one(keras, rng, what, x, before, names)
        if what in OTHER_LENGTH:
            before.clear()  # an open axis hides that the lengths differ
        before.append(x)
    return keras.Model(start, _head(keras, head, x, names)), kind


def _one(keras, rng, what, x, before, names):
    layers, size, name = keras.layers, x.shape[-1], next(names)
    same = [one for one in before if one.shape == x.shape]
    other = same[int(rng.integers(len(same)))] if same else x
    if what == "permute":
        if x.shape[1] is None:
            return x
        return layers.Permute((2, 1), name=next(names))(layers.Permute((2, 1), name=name)(x))
    if what == "reshape":
        return layers.Reshape((-1, size), name=name)(x)
    if what == "nested":
        inner = keras.Sequential(
            [
                keras.Input(x.shape[1:]),
                layers.GRU(4, return_sequences=True, name=name),
                layers.Dense(4, name=next(names)),
            ]
        )
        return inner(x)
    if what == "doubled":
        return x * 2
    if what == "crop" and x.shape[1] is not None and x.shape[1] < 4:
        return x
    makers = {
        "dense": lambda: layers.Dense(4, name=name)(x),
        "dropout": lambda: layers.Dropout(0.5, name=name)(x),
        "layer_norm": lambda: layers.LayerNormalization(name=name)(x),
        "repeat_norm": lambda: layers.UnitNormalization(name=name)(x),
        "batch_norm": lambda: layers.BatchNormalization(name=name)(x),
        "group_norm": lambda: layers.GroupNormalization(1, name=name)(x),
        "conv_valid": lambda: layers.Conv1D(4, 2, name=name)(x),
        "conv_same": lambda: layers.Conv1D(4, 3, padding="same", name=name)(x),
        "conv_causal": lambda: layers.Conv1D(4, 2, padding="causal", name=name)(x),
        "conv_one": lambda: layers.Conv1D(4, 1, name=name)(x),
        "lstm": lambda: layers.LSTM(4, return_sequences=True, name=name)(x),
        "gru": lambda: layers.GRU(4, return_sequences=True, name=name)(x),
        "both": lambda: layers.Bidirectional(layers.LSTM(2, return_sequences=True), name=name)(x),
        "spread": lambda: layers.TimeDistributed(layers.Dense(4), name=name)(x),
        "heads": lambda: layers.MultiHeadAttention(2, 2, name=name)(x, other),
        "attention": lambda: layers.Attention(name=name)([x, other]),
        "residual": lambda: layers.Add(name=name)([x, other]),
        "multiply": lambda: layers.Multiply(name=name)([x, layers.Dense(size, name=next(names))(other)]),
        "average": lambda: layers.Average(name=name)([x, other]),
        "joined_features": lambda: layers.Concatenate(name=name)([x, other]),
        "joined_steps": lambda: layers.Concatenate(axis=1, name=name)([x, other]),
        "max_pool": lambda: layers.MaxPooling1D(2, padding="same", name=name)(x),
        "zero_pad": lambda: layers.ZeroPadding1D(1, name=name)(x),
        "crop": lambda: layers.Cropping1D((0, 1), name=name)(x),
        "up": lambda: layers.UpSampling1D(2, name=name)(x),
        "rms": lambda: layers.RMSNormalization(name=name)(x),
        "relu": lambda: layers.ReLU(name=name)(x),
        "einsum": lambda: layers.EinsumDense("abc,cd->abd", output_shape=(None, 4), name=name)(x),
    }
    return makers[what]()


def _head(keras, what, x, names):
    layers, name = keras.layers, next(names)
    what = "lstm" if what == "flatten" and x.shape[1] is None else what
    if what == "steps":
        return layers.Dense(2, name=name)(x)
    if what == "none":
        return x
    if what == "op_mean":
        return keras.ops.mean(x, axis=1)
    makers = {
        "lstm": lambda: layers.LSTM(3, name=name),
        "mean": lambda: layers.GlobalAveragePooling1D(name=name),
        "max": lambda: layers.GlobalMaxPooling1D(name=name),
        "flatten": lambda: layers.Flatten(name=name),
    }
    x = makers[what]()(x)
    return layers.Dense(2, name=next(names))(x)


def move_weights(model, seed):
    """Give every weight a random value, so that no bias of 0 hides what it would add."""
    rng = np.random.default_rng(seed)
    for weight in model.weights:
        values = rng.normal(0, 0.6, weight.shape)
        weight.assign(abs(values) + 0.5 if "variance" in weight.path else values)


def traced_masks(model, array):
    """Return by layer's name whether Keras attaches a mask to its output in one eager pass, or built it in.

    MultiHeadAttention takes the mask off the very tensors that it reads (Keras 3.15), so that what comes
    behind such a tensor shows none in the pass; a functional model still hands it on, as it was built.
    """
    import keras
    from keras.src import backend

    found, plain = {}, keras.layers.Layer.__call__

    def call(self, *args, **kwargs):
        made = plain(self, *args, **kwargs)
        first = made[0] if isinstance(made, (list, tuple)) else made
        found[self.name] = backend.get_keras_mask(first) is not None
        return made

    keras.layers.Layer.__call__ = call
    try:
        model(array)
    finally:
        keras.layers.Layer.__call__ = plain
    for layer in model.layers:
        if not found.get(layer.name, True) and isinstance(layer.output, backend.KerasTensor):
            found[layer.name] = backend.get_keras_mask(layer.output) is not None
    return found
