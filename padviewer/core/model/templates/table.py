"""Small models to start from, as data: their parameters, and the tensors they suit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.model.spec import Shape
from padviewer.core.sentence import Sentence, say

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
    def allowed(self) -> Sentence:
        """What is allowed, as words that follow "must be"."""
        if self.kind == "choice":
            return say("one of {choices}", choices=", ".join(self.choices))
        if self.kind == "flag":
            return say("true or false")
        noun = say("a whole number") if self.kind == "integer" else say("a number")
        if self.minimum is None:
            return noun
        low, high = f"{self.minimum:,}", f"{self.maximum:,}"
        return say("{noun} from {low} to {high}", noun=noun, low=low, high=high)

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
            try:
                number = float(value)
            except OverflowError:  # an int of 400 digits
                number = math.inf
            whole = self.kind == "number" or number.is_integer()
            low, high = self.minimum, self.maximum
            if whole and math.isfinite(number) and (low is None or high is None or low <= value <= high):
                return int(value) if self.kind == "integer" else float(value)
        raise ChoiceError(
            self.key,
            say(
                "{title} must be {allowed}, not {value}.",
                title=self.title,
                allowed=self.allowed,
                value=repr(value),
            ),
        )

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
                raise ChoiceError(
                    key,
                    say(
                        "{title} has no parameter {key}; it has {known}.",
                        title=self.title,
                        key=repr(key),
                        known=", ".join(known),
                    ),
                )
        return {key: known[key].checked(values.get(key, known[key].default)) for key in known}


def _size(key: str, title: str, default: int, most: int = 4096) -> Parameter:
    return Parameter(key, title, default, 1, most)


_CELL = Parameter("cell", say("Cell"), "LSTM", choices=CELLS)
_HEAD = (
    _size("units", say("Output units"), 1, 100_000),
    Parameter("activation", say("Activation"), "sigmoid", choices=ACTIVATIONS),
)
_OUTPUT_DIM = _size("output_dim", say("Embedding size"), 64)

TEMPLATES: tuple[Template, ...] = (
    Template(
        "embedding_rnn",
        say("Embedding, recurrent, dense"),
        ("ids",),
        (
            _OUTPUT_DIM,
            Parameter("mask_zero", say("Mask id 0"), True),
            _CELL,
            _size("rnn_units", say("Recurrent units"), 64),
            *_HEAD,
        ),
    ),
    Template(
        "embedding_conv",
        say("Embedding, convolution, pooling, dense"),
        ("ids",),
        (
            _OUTPUT_DIM,
            Parameter("mask_zero", say("Mask id 0"), False),  # Conv1D drops the mask
            _size("filters", say("Filters"), 64),
            _size("kernel_size", say("Kernel size"), 5, 255),
            Parameter("padding", say("Padding"), "valid", choices=("valid", "same", "causal")),
            Parameter("pooling", say("Pooling"), "max", choices=("max", "average")),
            *_HEAD,
        ),
    ),
    Template(
        "masking_rnn",
        say("Masking, recurrent, dense"),
        ("series",),
        (
            Parameter("mask_value", say("Masked value"), 0.0),
            _CELL,
            _size("rnn_units", say("Recurrent units"), 64),
            *_HEAD,
        ),
    ),
    Template(
        "dense",
        say("Dense layers"),
        ("rows",),
        (
            _size("hidden_layers", say("Hidden layers"), 2, 8),
            _size("hidden_units", say("Hidden units"), 64, 16_384),
            *_HEAD,
        ),
    ),
    Template(
        "conv2d",
        say("Three convolutions, flatten, dense"),
        ("images",),
        (
            _size("filters_1", say("Filters 1"), 32),
            _size("filters_2", say("Filters 2"), 64),
            _size("filters_3", say("Filters 3"), 128),
            _size("kernel_size", say("Kernel size"), 3, 31),
            Parameter("padding", say("Padding"), "valid", choices=("valid", "same")),
            _size("hidden_units", say("Hidden units"), 256, 16_384),
            _size("units", say("Output units"), 10, 100_000),
            Parameter("activation", say("Activation"), "softmax", choices=ACTIVATIONS),
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
    raise ChoiceError(
        "template", say("There is no template {key}; there are {keys}.", key=repr(key), keys=keys)
    )


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
        first, *others = (_KIND_WORDS[kind] for kind in template(key).builds)
        kinds = first
        for one in others:
            kinds = say("{first} or {then}", first=kinds, then=one)
        raise misfit(key, shape, say("takes {kinds}", kinds=kinds), dtype)


_KIND_WORDS: dict[TensorKind, Sentence] = {
    "ids": say("integer ids [n, T]"),
    "rows": say("rows of features [n, F]"),
    "series": say("series [n, T, C], or [n, T] of floats"),
    "images": say("images [n, H, W, C] or [n, H, W]"),
}


def misfit(key: str, shape: Shape, why: Sentence, dtype: str = "") -> ContentError:
    """Return the error that says why a template cannot be built for a tensor."""
    return ContentError(
        "template-misfit",
        say(
            "{title} {why}; the tensor is {tensor}.",
            title=template(key).title,
            why=why,
            tensor=f"{shape} {dtype}".rstrip(),
        ),
        remedy=say("Choose another template, column or maxlen."),
    )
