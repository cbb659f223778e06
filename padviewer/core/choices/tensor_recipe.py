"""TensorRecipe and FittedTensor: the choices for one tensor, and what seeing its column gave."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

import numpy as np

from padviewer.core.amounts import values
from padviewer.core.choices.clean import Fill
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.shift import Shift
from padviewer.core.choices.transform import Transform
from padviewer.core.data.cast import holds
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.sentence import say

Padding = Literal["pre", "post", "both"]
Truncating = Literal["pre", "post", "middle"]
Mode = Literal["constant", "edge", "reflect", "symmetric", "wrap"]
Lossy = Literal["refuse", "allow"]
Maxlen = int | str
Fillable = float | int | bool

LONGEST = 2**31 - 1
DTYPES = (
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
    "float16", "float32", "float64",
)  # fmt: skip
TRANSFORMS: dict[str, type[Fill | Tokenise | Vocabulary | Shift]] = {
    "fill": Fill,
    "tokenise": Tokenise,
    "vocabulary": Vocabulary,
    "shift": Shift,
}
PERCENTILE = re.compile(r"p([0-9]{1,2}(\.[0-9]{1,6})?|100)")


@dataclass(frozen=True)
class TensorRecipe:
    """The choices for one tensor.

    `padding`, `truncating`, `maxlen` and `mode` take one value, or one per ragged axis.

    Parameters
    ----------
    column : str or None
        The source column; None takes the tensor's name.
    transforms : tuple of Transform
        Cleaning and encoding, in this order.
    padding : {"post", "pre", "both"}
        The side that is filled; both puts the odd cell right.
    truncating : {"post", "pre", "middle"}
        The side that is cut; middle keeps the larger half at the head.
    maxlen : int, "max" or "pNN"
        Steps; pNN is the smallest length that covers at least NN % of the rows, empty rows counted.
    value : number
        The padding.
    dtype : str or None
        None: int32 where data and value fit, else int64; floats keep their width; bools bool.
    mode : {"constant", "edge", "reflect", "symmetric", "wrap"}
        What the padding is made of, as in numpy.pad; an empty row takes the value.
    multiple_of : int
        Rounds the resolved maxlen up.
    lossy : {"refuse", "allow"}
        Whether a cast may lose values; allowed losses are counted.

    Raises
    ------
    ChoiceError
        Names the field that can never be valid.
    """

    column: str | None = None
    transforms: tuple[Transform, ...] = ()
    padding: Padding | tuple[Padding, ...] = "post"
    truncating: Truncating | tuple[Truncating, ...] = "post"
    maxlen: Maxlen | tuple[Maxlen, ...] = "max"
    value: Fillable = 0
    dtype: str | None = None
    mode: Mode | tuple[Mode, ...] = "constant"
    multiple_of: int = 1
    lossy: Lossy = "refuse"

    def __post_init__(self) -> None:
        for name in ("padding", "truncating", "maxlen", "mode"):
            if isinstance(getattr(self, name), list):
                object.__setattr__(self, name, tuple(getattr(self, name)))
        object.__setattr__(self, "maxlen", _plain_numbers(self.maxlen))
        self._check_transforms()
        _check_words("padding", self.padding, get_args(Padding))
        _check_words("truncating", self.truncating, get_args(Truncating))
        _check_words("mode", self.mode, get_args(Mode))
        if self.lossy not in get_args(Lossy):
            raise ChoiceError("lossy", say("Lossy is refuse or allow, not {lossy}.", lossy=repr(self.lossy)))
        if self.maxlen == ():
            raise ChoiceError("maxlen", say("maxlen has no value."))
        for maxlen in each(self.maxlen):
            _check_maxlen(maxlen)
        whole = isinstance(self.multiple_of, int) and not isinstance(self.multiple_of, bool)
        if not whole or not 1 <= self.multiple_of <= LONGEST:
            raise ChoiceError(
                "multiple_of",
                say(
                    "Multiple of must be a whole number from 1, not {multiple_of}.",
                    multiple_of=repr(self.multiple_of),
                ),
            )
        self._check_value()
        if isinstance(self.value, float) and math.isnan(self.value):
            object.__setattr__(self, "value", math.nan)

    def __eq__(self, other: object) -> bool:
        """Whether all choices are the same; a NaN is the same as another one."""
        if not isinstance(other, TensorRecipe):
            return NotImplemented
        # tuples find that the one math.nan is itself, which == of the two values would deny
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, one.name) for one in fields(self))

    def _check_transforms(self) -> None:
        try:
            transforms = tuple(self.transforms)
        except TypeError:
            raise ChoiceError(
                "transforms",
                say("Transforms are a list, not {transforms}.", transforms=repr(self.transforms)),
            ) from None
        odd = [transform for transform in transforms if not isinstance(transform, Transform)]
        if odd:
            raise ChoiceError("transforms", say("{odd} is no transform.", odd=repr(odd[0])))
        kinds = [type(transform) for transform in transforms]
        if Shift in kinds and Vocabulary in kinds:
            raise ChoiceError(
                "transforms",
                say("A vocabulary gives ids from 1 on, and its words go by these ids: they are not shifted."),
            )
        object.__setattr__(self, "transforms", transforms)

    def _check_value(self) -> None:
        if isinstance(self.value, np.generic):
            object.__setattr__(self, "value", self.value.item())
        if not isinstance(self.value, (bool, int, float)):
            raise ChoiceError(
                "value", say("The fill value must be a number, not {value}.", value=repr(self.value))
            )
        if self.dtype is not None:
            _check_dtype(self.dtype, self.value)

    def axis(self, name: Literal["padding", "truncating", "mode", "maxlen"], k: int) -> Any:
        """Return the choice for ragged axis `k`; raises ContentError where there is none for it."""
        choice = getattr(self, name)
        if not isinstance(choice, tuple):
            return choice
        if k >= len(choice):
            raise ContentError(
                "axis-choice",
                say(
                    "{name} has {choice}, but the column has more ragged axes.",
                    name=name,
                    choice=values(len(choice)),
                ),
                remedy=say("Give one value, or one for each ragged axis."),
            )
        return choice[k]

    def refuse_other_axes(self, ragged_axes: int, name: str) -> None:
        """Raise ContentError where a choice per axis does not have one value for each ragged axis."""
        for choice in ("padding", "truncating", "maxlen", "mode"):
            value = getattr(self, choice)
            if isinstance(value, tuple) and len(value) != ragged_axes:
                raise ContentError(
                    "axis-choice",
                    say(
                        "{choice} has {value}; the ragged axes are {ragged_axes}.",
                        choice=choice,
                        value=values(len(value)),
                        ragged_axes=str(ragged_axes),
                    ),
                    where=name,
                    remedy=say("Give one value, or one for each ragged axis."),
                )


@dataclass(frozen=True)
class FittedTensor:
    """What seeing the whole column gave for one tensor.

    Parameters
    ----------
    chosen : TensorRecipe
        The choices that it was fitted for.
    transforms : tuple of Transform
        The concrete ones.
    maxlen : tuple of int
        Steps, one per ragged axis, multiple_of included; () until the sizes are fitted.
    dtype : str
        The tensor's dtype; "" until the sizes are fitted.
    rows : int
        How many rows were seen.

    Raises
    ------
    ChoiceError
        A maxlen or dtype that can never be valid.
    """

    chosen: TensorRecipe
    transforms: tuple[Transform, ...]
    maxlen: tuple[int, ...]
    dtype: str
    rows: int

    def __post_init__(self) -> None:
        for steps in self.maxlen:
            _check_maxlen(steps)
        if self.dtype:
            _check_dtype(self.dtype, self.chosen.value)

    def suits_transforms(self, choice: TensorRecipe) -> bool:
        """Return whether the fitted transforms are those of `choice`."""
        return (self.chosen.column, self.chosen.transforms) == (choice.column, choice.transforms)

    def suits_maxlen(self, choice: TensorRecipe) -> bool:
        """Return whether the fitted maxlen is that of `choice`."""
        return bool(self.maxlen) and (
            (self.chosen.maxlen, self.chosen.multiple_of) == (choice.maxlen, choice.multiple_of)
        )

    def suits_dtype(self, choice: TensorRecipe) -> bool:
        """Return whether the fitted dtype is that of `choice`."""
        return bool(self.dtype) and ((self.chosen.dtype, self.chosen.value) == (choice.dtype, choice.value))


def each(choice: Any) -> tuple[Any, ...]:
    """Return the choice's values: one, or one per axis."""
    return choice if isinstance(choice, tuple) else (choice,)


def _plain_numbers(choice: Any) -> Any:
    """Return the choice with numpy's integers as Python's, which TOML knows."""
    if isinstance(choice, tuple):
        return tuple(_plain_numbers(one) for one in choice)
    return int(choice) if isinstance(choice, np.integer) else choice


def _check_words(name: str, choice: Any, allowed: tuple[str, ...]) -> None:
    words = each(choice)
    if not words:
        raise ChoiceError(name, say("{name} has no value.", name=name))
    for word in words:
        if word not in allowed:
            said = say("{words} or {last}", words=", ".join(allowed[:-1]), last=allowed[-1])
            raise ChoiceError(
                name,
                say(
                    "{capitalize} is {said}, not {word}.",
                    capitalize=name.capitalize(),
                    said=said,
                    word=repr(word),
                ),
            )


def _check_dtype(dtype: Any, value: Fillable) -> None:
    if dtype not in DTYPES:
        raise ChoiceError(
            "dtype",
            say("“{dtype}” is no dtype. It is one of {dtypes}.", dtype=str(dtype), dtypes=", ".join(DTYPES)),
        )
    if not holds(np.dtype(dtype), value):
        raise ChoiceError(
            "value", say("The fill value {value} does not fit {dtype}.", value=str(value), dtype=str(dtype))
        )


def _check_maxlen(maxlen: Any) -> None:
    if isinstance(maxlen, str):
        if maxlen == "max" or (PERCENTILE.fullmatch(maxlen) and float(maxlen[1:]) > 0):
            return
        raise ChoiceError(
            "maxlen",
            say("Maxlen is a number, max, or a percentile such as p95, not {maxlen}.", maxlen=repr(maxlen)),
        )
    if isinstance(maxlen, bool) or not isinstance(maxlen, int):
        raise ChoiceError("maxlen", say("Maxlen is a whole number, not {maxlen}.", maxlen=repr(maxlen)))
    if maxlen < 1:
        raise ChoiceError("maxlen", say("Maxlen must be 1 or more, not {maxlen}.", maxlen=str(maxlen)))
    if maxlen > LONGEST:
        raise ChoiceError(
            "maxlen", say("Maxlen must be at most {longest}, not {maxlen}.", longest=LONGEST, maxlen=maxlen)
        )
