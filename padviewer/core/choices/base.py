"""Choices: what a recipe is made of, as plain data that fitting, plans and exports are given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

from padviewer.core.choices.reading import Reading
from padviewer.core.choices.tensor_recipe import FittedTensor, TensorRecipe
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.sentence import say

if TYPE_CHECKING:
    from padviewer.core.data.dataset import Dataset

RESERVED = ("recipe",)
EMPTY = ("keep", "drop")
SUFFIXES = ("_mask", "_lengths")
AnyRecipe = TypeVar("AnyRecipe", bound="Choices")


@dataclass(frozen=True)
class Rows:
    """Which rows a recipe takes: from `start` to `stop` (None: the end), as Python slices.

    `empty` says what becomes of rows in which no tensor has a step: ``"keep"``, or ``"drop"``, which leaves
    them out with their labels and weights.
    """

    start: int = 0
    stop: int | None = None
    empty: str = "keep"

    def __post_init__(self) -> None:
        if self.empty not in EMPTY:
            raise ChoiceError(
                "empty-rows",
                say(
                    "Empty rows are {choices}, not {empty}.",
                    choices=" or ".join(EMPTY),
                    empty=repr(self.empty),
                ),
            )
        bounds = (self.start,) if self.stop is None else (self.start, self.stop)
        if any(isinstance(bound, bool) or not isinstance(bound, int) for bound in bounds):
            raise ChoiceError(
                "rows",
                say(
                    "Rows are whole numbers, not {start}:{stop}.",
                    start=repr(self.start),
                    stop=repr(self.stop),
                ),
            )
        if self.start < 0 or (self.stop is not None and self.stop <= self.start):
            raise ChoiceError(
                "rows",
                say(
                    "Rows go from 0 or more to a larger number, not {start}:{stop}.",
                    start=str(self.start),
                    stop=str(self.stop),
                ),
            )

    def of(self, n: int) -> tuple[int, int]:
        """Return start and stop within `n` rows."""
        stop = n if self.stop is None else min(self.stop, n)
        return min(self.start, stop), stop

    def within(self, prepared: Dataset) -> tuple[int, int]:
        """Return start and stop within what `prepare` gave: all of it where rows were left out."""
        return self.of(len(prepared)) if prepared.numbers is None else (0, len(prepared))


@dataclass(frozen=True)
class Choices:
    """Tensors by name, the rows they are made of, and what was fitted: a `Recipe` is one that can be run.

    The fields and what they refuse (ChoiceError) are said at `Recipe`.
    """

    tensors: Mapping[str, TensorRecipe]
    rows: Rows = field(default_factory=Rows)
    fitted: Mapping[str, FittedTensor] = field(default_factory=dict)
    reading: Reading = field(default_factory=Reading)

    def __post_init__(self) -> None:
        if not self.tensors:
            raise ChoiceError("tensors", say("A recipe has at least one tensor."))
        taken = {f"{name}{suffix}" for name in self.tensors for suffix in SUFFIXES} | set(RESERVED)
        for name in self.tensors:
            if name in taken:
                raise ChoiceError(
                    "tensors", say("A tensor cannot be called “{name}”: an export uses that name.", name=name)
                )
            if not name or "/" in name or "\\" in name or "\0" in name or name.startswith("."):
                raise ChoiceError(
                    "tensors",
                    say("A tensor's name is also a file's name; “{name}” cannot be one.", name=name),
                )

    def column(self, tensor: str) -> str:
        """Return the source column of `tensor`."""
        return self[tensor].column or tensor

    def __getitem__(self, tensor: str) -> TensorRecipe:
        try:
            return self.tensors[tensor]
        except KeyError:
            raise ContentError(
                "no-such-tensor",
                say("There is no tensor “{tensor}”.", tensor=tensor),
                remedy=say("The tensors are: {tensors}.", tensors=", ".join(self.tensors)),
            ) from None

    def with_tensor(self, name: str, **changes: Any) -> Self:
        """Return the same with some choices of one tensor changed; `fit` keeps what still holds."""
        return replace(self, tensors={**self.tensors, name: replace(self[name], **changes)})

    def unfitted(self) -> Self:
        """Return the choices alone."""
        return replace(self, fitted={})


def safe_name(column: str) -> str:
    """Return a tensor name for a column: the same, unless an export could not use it."""
    name = re.sub(r"[/\\\0]", "_", column).lstrip(".") or "x"
    return f"{name}_" if name in RESERVED else name
