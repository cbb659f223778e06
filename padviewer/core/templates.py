"""Small models to start from, as data: their parameters, and the tensors they suit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.modelspec import Shape

Value = bool | int | float | str
Kind = Literal["flag", "integer", "number", "choice"]
TensorKind = Literal["ids", "rows", "series", "images"]
ACTIVATIONS = ("linear", "relu", "sigmoid", "softmax", "tanh")
CELLS = ("LSTM", "GRU", "SimpleRNN")


@dataclass(frozen=True)
class Parameter:
    """One editable number, flag or choice of a template.

    Parameters
    ----------
    key, title : str
        The name in calls, and the name on screen.
    default : bool, int, float or str
    minimum, maximum : float or None
        The allowed range of an integer or number, both included.
    choices : tuple of str
        The allowed words of a choice.
    """

    key: str
    title: str
    default: Value
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """What its values are."""
        if self.choices:
            return "choice"
        if isinstance(self.default, bool):
            return "flag"
        return "integer" if isinstance(self.default, int) else "number"

    @property
    def allowed(self) -> str:
        """What is allowed, as words that follow "must be"."""
        if self.kind == "choice":
            return f"one of {', '.join(self.choices)}"
        if self.kind == "flag":
            return "true or false"
        noun = "a whole number" if self.kind == "integer" else "a number"
        return noun if self.minimum is None else f"{noun} from {self.minimum:,} to {self.maximum:,}"

    def checked(self, value: object) -> Value:
        """Return `value` in the parameter's type.

        Raises
        ------
        ChoiceError
            Not allowed; the field is the parameter's key.
        """
        if self.kind == "choice" and isinstance(value, str) and value in self.choices:
            return value
        if self.kind == "flag" and isinstance(value, bool):
            return value
        if (
            self.kind in {"integer", "number"}
            and isinstance(value, (int, float))
            and not isinstance(value, bool)
        ):
            whole = self.kind == "number" or float(value).is_integer()
            low, high = self.minimum, self.maximum
            if whole and math.isfinite(value) and (low is None or high is None or low <= value <= high):
                return int(value) if self.kind == "integer" else float(value)
        raise ChoiceError(self.key, f"{self.title} must be {self.allowed}, not {value!r}.")

    def to_json(self) -> dict[str, Any]:
        """Return what a form needs."""
        return {
            "key": self.key,
            "title": self.title,
            "kind": self.kind,
            "default": self.default,
            "minimum": self.minimum,
            "maximum": self.maximum,
            "choices": list(self.choices),
        }


@dataclass(frozen=True)
class Template:
    """A small model with editable parameters.

    Parameters
    ----------
    key, title : str
    builds : tuple of {"ids", "rows", "series", "images"}
        The kinds of tensor it suits, see `tensor_kinds`.
    parameters : tuple of Parameter
    """

    key: str
    title: str
    builds: tuple[TensorKind, ...]
    parameters: tuple[Parameter, ...]

    def to_json(self) -> dict[str, Any]:
        """Return what a form needs."""
        return {
            "key": self.key,
            "title": self.title,
            "builds": list(self.builds),
            "parameters": [parameter.to_json() for parameter in self.parameters],
        }

    def suits(self, shape: Shape, dtype: str) -> bool:
        """Whether it can be built for a tensor of this shape (rows first) and dtype."""
        return any(kind in self.builds for kind in tensor_kinds(shape, dtype))

    def checked(self, values: Mapping[str, object]) -> dict[str, Any]:
        """Return all parameters: `values`, and defaults for the others.

        Raises
        ------
        ChoiceError
            A value that is not allowed, or a name that is no parameter.
        """
        known = {parameter.key: parameter for parameter in self.parameters}
        for key in values:
            if key not in known:
                raise ChoiceError(key, f"{self.title} has no parameter {key!r}; it has {', '.join(known)}.")
        return {key: known[key].checked(values.get(key, known[key].default)) for key in known}


def _size(key: str, title: str, default: int, most: int = 4096) -> Parameter:
    return Parameter(key, title, default, 1, most)


_CELL = Parameter("cell", "Cell", "LSTM", choices=CELLS)
_HEAD = (
    _size("units", "Output units", 1, 100_000),
    Parameter("activation", "Activation", "sigmoid", choices=ACTIVATIONS),
)
_OUTPUT_DIM = _size("output_dim", "Embedding size", 64)

TEMPLATES: tuple[Template, ...] = (
    Template(
        "embedding_rnn",
        "Embedding, recurrent, dense",
        ("ids",),
        (
            _OUTPUT_DIM,
            Parameter("mask_zero", "Mask id 0", True),
            _CELL,
            _size("rnn_units", "Recurrent units", 64),
            *_HEAD,
        ),
    ),
    Template(
        "embedding_conv",
        "Embedding, convolution, pooling, dense",
        ("ids",),
        (
            _OUTPUT_DIM,
            Parameter("mask_zero", "Mask id 0", False),  # Conv1D drops the mask
            _size("filters", "Filters", 64),
            _size("kernel_size", "Kernel size", 5, 255),
            Parameter("padding", "Padding", "valid", choices=("valid", "same", "causal")),
            Parameter("pooling", "Pooling", "max", choices=("max", "average")),
            *_HEAD,
        ),
    ),
    Template(
        "masking_rnn",
        "Masking, recurrent, dense",
        ("series",),
        (
            Parameter("mask_value", "Masked value", 0.0),
            _CELL,
            _size("rnn_units", "Recurrent units", 64),
            *_HEAD,
        ),
    ),
    Template(
        "dense",
        "Dense layers",
        ("rows",),
        (
            _size("hidden_layers", "Hidden layers", 2, 8),
            _size("hidden_units", "Hidden units", 64, 16_384),
            *_HEAD,
        ),
    ),
    Template(
        "conv2d",
        "Three convolutions, flatten, dense",
        ("images",),
        (
            _size("filters_1", "Filters 1", 32),
            _size("filters_2", "Filters 2", 64),
            _size("filters_3", "Filters 3", 128),
            _size("kernel_size", "Kernel size", 3, 31),
            Parameter("padding", "Padding", "valid", choices=("valid", "same")),
            _size("hidden_units", "Hidden units", 256, 16_384),
            _size("units", "Output units", 10, 100_000),
            Parameter("activation", "Activation", "softmax", choices=ACTIVATIONS),
        ),
    ),
)


def template(key: str) -> Template:
    """Return the template of this key.

    Raises
    ------
    ChoiceError
        There is none.
    """
    for one in TEMPLATES:
        if one.key == key:
            return one
    keys = ", ".join(one.key for one in TEMPLATES)
    raise ChoiceError("template", f"There is no template {key!r}; there are {keys}.")


def tensor_kinds(shape: Shape, dtype: str) -> tuple[TensorKind, ...]:
    """Return what a tensor [n, T], [n, F], [n, T, C], [n, H, W] or [n, H, W, C] can be read as.

    >>> tensor_kinds((1319, 96), "int32"), tensor_kinds((640, 29, 12), "float32")
    (('ids', 'rows'), ('series', 'images'))
    """
    kind = np.dtype(dtype).kind
    if kind not in "biuf":
        return ()
    if len(shape) == 2:
        return ("ids", "rows") if kind in "iu" else ("series", "rows")
    if len(shape) == 3:
        return ("series", "images")
    return ("images",) if len(shape) == 4 else ()


def check_suits(key: str, shape: Shape, dtype: str) -> None:
    """Refuse a tensor that a template cannot be built for.

    Raises
    ------
    ContentError
        With the kinds of tensor that the template suits.
    """
    if not template(key).suits(shape, dtype):
        raise misfit(
            key, shape, f"takes {' or '.join(_KIND_WORDS[kind] for kind in template(key).builds)}", dtype
        )


_KIND_WORDS = {
    "ids": "integer ids [n, T]",
    "rows": "rows of features [n, F]",
    "series": "series [n, T, C], or [n, T] of floats",
    "images": "images [n, H, W, C] or [n, H, W]",
}


def misfit(key: str, shape: Shape, why: str, dtype: str = "") -> ContentError:
    """Return the error that says why a template cannot be built for a tensor."""
    return ContentError(
        "template-misfit",
        f"{template(key).title} {why}; the tensor is {shape}{f' {dtype}' if dtype else ''}.",
        remedy="Choose another template, column or maxlen.",
    )
