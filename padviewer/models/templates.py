"""Building the Keras model of a template for a tensor's shape and dtype."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from padviewer.core.model.spec import Shape
from padviewer.core.model.templates.size import count_params
from padviewer.core.model.templates.table import check_suits, template
from padviewer.models.backend import import_keras


def build(
    template_key: str,
    parameters: Mapping[str, object],
    input_shape: Shape,
    input_dtype: str,
    input_dim: int | None = None,
    input_name: str = "input",
) -> Any:
    """Build a template's model.

    Parameters
    ----------
    template_key : str
        A key of `padviewer.core.model.templates.table.TEMPLATES`.
    parameters : mapping of str to value
        The template's parameters; defaults for those that are left out.
    input_shape : tuple of int or None
        The tensor's shape, rows first (the model takes any number of rows); None for an open axis.
    input_dtype : str
        The tensor's dtype; ids keep it, everything else is read as float32.
    input_dim : int or None
        The highest id + 1, for the templates with an Embedding.
    input_name : str
        The name of the model's input, usually the tensor's.

    Returns
    -------
    keras.Model
        Functional, built, not compiled.

    Raises
    ------
    ChoiceError
        A template, parameter or `input_dim` that cannot be.
    ContentError
        The tensor does not suit the template, or the model would be too large.
    MissingExtraError
        Keras is not installed.
    """
    check_suits(template_key, input_shape, input_dtype)
    chosen = template(template_key).checked(parameters)
    count_params(template_key, parameters, input_shape, input_dim)
    keras = import_keras()
    ids = template_key.startswith("embedding")
    start = keras.Input(
        shape=input_shape[1:], dtype=input_dtype if ids else "float32", name=input_name.replace("/", "_")
    )
    if ids:
        middle = keras.layers.Embedding(
            input_dim, chosen["output_dim"], mask_zero=chosen["mask_zero"], name="embedding"
        )(start)
    else:
        middle = start
    end = _BODIES[template_key](keras.layers, chosen, middle)
    output = keras.layers.Dense(chosen["units"], activation=chosen["activation"], name="output")(end)
    return keras.Model(start, output, name=template_key)


def _recurrent(layers: Any, p: dict[str, Any], x: Any) -> Any:
    return getattr(layers, p["cell"])(p["rnn_units"], name=p["cell"].lower())(x)


def _convolution(layers: Any, p: dict[str, Any], x: Any) -> Any:
    x = layers.Conv1D(p["filters"], p["kernel_size"], padding=p["padding"], activation="relu", name="conv1d")(
        x
    )
    if p["pooling"] == "max":
        return layers.GlobalMaxPooling1D(name="max_pool")(x)
    return layers.GlobalAveragePooling1D(name="mean_pool")(x)


def _masked(layers: Any, p: dict[str, Any], x: Any) -> Any:
    if len(x.shape) == 2:
        x = layers.Reshape((-1, 1), name="one_feature")(x)
    return _recurrent(layers, p, layers.Masking(p["mask_value"], name="masking")(x))


def _hidden(layers: Any, p: dict[str, Any], x: Any) -> Any:
    for number in range(1, p["hidden_layers"] + 1):
        x = layers.Dense(p["hidden_units"], activation="relu", name=f"dense_{number}")(x)
    return x


def _images(layers: Any, p: dict[str, Any], x: Any) -> Any:
    if len(x.shape) == 3:
        x = layers.Reshape((*x.shape[1:], 1), name="one_channel")(x)
    for number in (1, 2, 3):
        x = layers.Conv2D(
            p[f"filters_{number}"],
            p["kernel_size"],
            padding=p["padding"],
            activation="relu",
            name=f"conv2d_{number}",
        )(x)
    return layers.Dense(p["hidden_units"], activation="relu", name="dense")(layers.Flatten(name="flatten")(x))


_BODIES = {
    "embedding_rnn": _recurrent,
    "embedding_conv": _convolution,
    "masking_rnn": _masked,
    "dense": _hidden,
    "conv2d": _images,
}
