"""Changes of a tensor's choices that may make a model's mask the true one; each is to be tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from padviewer.core.choices.encode import Vocabulary
from padviewer.core.choices.shift import Shift
from padviewer.core.choices.tensor_recipe import Fillable
from padviewer.core.choices.transform import Transform
from padviewer.core.finding import Finding
from padviewer.core.model.masks.facts import Maker
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.sentence import Sentence, joined, say

CODES = ("mask-differs", "padding-not-masked")
"""The findings that a change of choices may end: what a layer drops is in the model's hands alone."""


@dataclass(frozen=True)
class MaskRemedy:
    """One change of a tensor's choices.

    Parameters
    ----------
    layer : str
        The layer whose mask it is made for.
    value : number or None
        The fill value that it sets.
    constant : bool
        Whether it sets the mode to constant.
    shift : int or None
        What it adds to the ids, so that they begin at 1.
    changes : mapping of str to object
        Fields of `TensorRecipe`.
    """

    layer: str
    value: Fillable | None
    constant: bool
    shift: int | None
    changes: Mapping[str, Any]

    def said(self) -> Sentence | str:
        """Say what to do."""
        said = []
        if self.constant:
            said.append(say("Set the mode to constant."))
        if self.value is not None:
            value = str(self.value)
            layer = self.layer
            said.append(say("Set the fill value to {value}, which {layer} masks.", value=value, layer=layer))
        if self.shift is not None:
            said.append(say("Shift the ids so that they begin at 1."))
        return joined(said)


def mask_remedies(finding: Finding, own: TensorPlan, makers: Sequence[Maker]) -> Iterator[MaskRemedy]:
    """Yield what may end a finding about a model's mask, the smallest change first.

    Parameters
    ----------
    finding : Finding
        Nothing is known against one whose code is not in `CODES`.
    own : TensorPlan
    makers : sequence of Maker
        `makers_of`'s answer for the tensor.
    """
    if finding.code not in CODES or finding.where != own.name:
        return
    constant = any(axis.mode != "constant" for axis in own.axes)
    changes: dict[str, Any] = {"mode": "constant"} if constant else {}
    tried: list[Fillable] = []
    for maker in makers:
        value = _masked(maker)
        if value is None or value in tried:
            continue
        tried.append(value)
        new = None if value == own.choice.value else value
        filled = changes if new is None else {**changes, "value": new}
        if filled:
            yield MaskRemedy(maker.layer, new, constant, None, filled)
        if maker.kind == "ids" and can_shift(own):
            by = 1 - int(own.column.stats.minimum or 0)
            yield MaskRemedy(maker.layer, new, constant, by, {**filled, "transforms": shifted_from_1(own)})


def _masked(maker: Maker) -> Fillable | None:
    """Return the value that a layer masks; None where nothing equals it."""
    value = 0 if maker.kind == "ids" else maker.value
    if value != value:
        return None
    return int(value) if float(value).is_integer() else value


def can_shift(own: TensorPlan) -> bool:
    """Whether a tensor holds whole numbers that no vocabulary gave."""
    return own.column.kind == "integer" and not any(
        isinstance(one, Vocabulary) for one in own.choice.transforms
    )


def shifted_from_1(own: TensorPlan) -> tuple[Transform, ...]:
    """Return a tensor's transforms with a shift, the only one, that makes its ids begin at 1."""
    return (*(one for one in own.choice.transforms if not isinstance(one, Shift)), Shift(1))
