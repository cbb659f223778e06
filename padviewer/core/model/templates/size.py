"""How many weights a template's model would have, and whether it can be built, without building it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from padviewer.core import amounts
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.model.spec import Shape
from padviewer.core.model.templates.table import TEMPLATES, Template, misfit, template
from padviewer.core.sentence import say

MOST_PARAMS = 500_000_000
GATES = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1}
Chosen = dict[str, Any]


def count_params(key: str, values: Mapping[str, object], shape: Shape, input_dim: int | None = None) -> int:
    """Count the weights of the model that a template would build, without building it.

    Parameters
    ----------
    key : str
        A template's key.
    values : mapping of str to value
        Its parameters; defaults for those that are left out.
    shape : tuple of int or None
        The tensor's shape, rows first.
    input_dim : int or None
        Highest id + 1, for the templates with an Embedding.

    Returns
    -------
    int

    Raises
    ------
    ChoiceError
        A parameter or `input_dim` that is not allowed.
    ContentError
        The tensor does not suit the template, or the model would be too large to build.
    """
    chosen = template(key).checked(values)
    if key.startswith("embedding") and (input_dim is None or input_dim < 1):
        raise ChoiceError(
            "input_dim",
            say(
                "input_dim must be 1 or more (the highest id + 1), not {input_dim}.", input_dim=str(input_dim)
            ),
        )
    count = _COUNTERS[key](chosen, shape, input_dim or 0)
    if count > MOST_PARAMS:
        raise ContentError(
            "model-too-large",
            say(
                "This model would have {number} parameters; the limit is {most_params}.",
                number=count,
                most_params=MOST_PARAMS,
            ),
            where=template(key).title,
            remedy=say("Choose smaller layers, a smaller vocabulary, or a shorter maxlen."),
        )
    return count


def buildable(
    shape: Shape, dtype: str, minimum: float | None = None, maximum: float | None = None
) -> tuple[Template, ...]:
    """Return the templates that can be built, with their defaults, for a tensor.

    Parameters
    ----------
    shape : tuple of int or None
        Rows first.
    dtype : str
    minimum, maximum : int, float or None
        The ends of its values, where they are known: an Embedding has no negative id, and a row for each.
    """
    found = []
    for one in TEMPLATES:
        if not one.suits(shape, dtype):
            continue
        if one.key.startswith("embedding") and minimum is not None and minimum < 0:
            continue
        try:
            count_params(one.key, {}, shape, 1 if maximum is None else max(int(maximum), 0) + 1)
        except ContentError:
            continue
        found.append(one)
    return tuple(found)


def conv_sides(shape: Shape, kernel_size: int, padding: str) -> tuple[tuple[int, int], ...]:
    """Return height and width behind each of the three convolutions of the conv2d template.

    Raises
    ------
    ContentError
        Height or width is not known, or nothing is left of it.
    """
    height, width = shape[1:3]
    if height is None or width is None:
        raise misfit("conv2d", shape, say("needs a fixed height and width"))
    lost = 0 if padding == "same" else kernel_size - 1
    sides = tuple((height - i * lost, width - i * lost) for i in (1, 2, 3))
    if min(sides[-1]) < 1:
        why = say("leaves nothing of them with three kernels of {size}", size=str(kernel_size))
        raise misfit("conv2d", shape, why)
    return sides


def _dense(inputs: int, units: int) -> int:
    return (inputs + 1) * units


def _recurrent(cell: str, inputs: int, units: int) -> int:
    # a GRU of Keras has two biases a gate (reset_after)
    return GATES[cell] * units * (inputs + units + (2 if cell == "GRU" else 1))


def _last(key: str, shape: Shape) -> int:
    last = shape[-1]
    if last is None:
        raise misfit(key, shape, say("needs a fixed number of features"))
    return last


def _count_embedding_rnn(p: Chosen, _: Shape, input_dim: int) -> int:
    recurrent = _recurrent(p["cell"], p["output_dim"], p["rnn_units"])
    count: int = input_dim * p["output_dim"] + recurrent + _dense(p["rnn_units"], p["units"])
    return count


def _count_embedding_conv(p: Chosen, shape: Shape, input_dim: int) -> int:
    steps = shape[1]
    if p["padding"] == "valid" and steps is not None and steps < p["kernel_size"]:
        why = say("needs {steps} or more with padding valid", steps=amounts.steps(p["kernel_size"]))
        raise misfit("embedding_conv", shape, why)
    convolution = _dense(p["kernel_size"] * p["output_dim"], p["filters"])
    count: int = input_dim * p["output_dim"] + convolution + _dense(p["filters"], p["units"])
    return count


def _count_masking_rnn(p: Chosen, shape: Shape, _: int) -> int:
    features = _last("masking_rnn", shape) if len(shape) == 3 else 1
    return _recurrent(p["cell"], features, p["rnn_units"]) + _dense(p["rnn_units"], p["units"])


def _count_dense(p: Chosen, shape: Shape, _: int) -> int:
    hidden: int = _dense(_last("dense", shape), p["hidden_units"])
    hidden += (p["hidden_layers"] - 1) * _dense(p["hidden_units"], p["hidden_units"])
    return hidden + _dense(p["hidden_units"], p["units"])


def _count_conv2d(p: Chosen, shape: Shape, _: int) -> int:
    channels = _last("conv2d", shape) if len(shape) == 4 else 1
    height, width = conv_sides(shape, p["kernel_size"], p["padding"])[-1]
    count = 0
    for filters in (p["filters_1"], p["filters_2"], p["filters_3"]):
        count += _dense(p["kernel_size"] ** 2 * channels, filters)
        channels = filters
    hidden = _dense(height * width * channels, p["hidden_units"])
    return count + hidden + _dense(p["hidden_units"], p["units"])


_COUNTERS = {
    "embedding_rnn": _count_embedding_rnn,
    "embedding_conv": _count_embedding_conv,
    "masking_rnn": _count_masking_rnn,
    "dense": _count_dense,
    "conv2d": _count_conv2d,
}
