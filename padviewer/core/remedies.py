"""What can be done about a finding with one change of the shown tensor, tried before it is offered."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from padviewer.core.checks.trial import EMPTY_ROWS, Trial
from padviewer.core.choices.clean import Fill
from padviewer.core.choices.tensor_recipe import DTYPES, LONGEST, Fillable
from padviewer.core.data.cast import can_lose, holds
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.lengths import LengthCounts
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.model.masks.counts import makers_of
from padviewer.core.model.masks.remedies import CODES, MaskRemedy, can_shift, mask_remedies, shifted_from_1
from padviewer.core.model.spec import ModelSpec
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.picture.levels import are_bytes
from padviewer.core.sentence import Sentence, say

MISSING_WORD = "[missing]"


@dataclass(frozen=True)
class Fix:
    """One change that ends a finding.

    Parameters
    ----------
    key : str
        What the code calls it.
    words : Sentence
        The link: ``"Maxlen 164"``; also the name of the step in the undo list.
    changes : mapping of str to object
        Fields of `TensorRecipe`, or `EMPTY_ROWS`.
    """

    key: str
    words: Sentence
    changes: Mapping[str, Any]


def fixes(
    finding: Finding, trial: Trial, counts: LengthCounts | None, spec: ModelSpec | None = None
) -> tuple[Fix, ...]:
    """Return what can be done about a finding: what was tried, ends it and brings nothing as serious.

    Reads values; nothing where the finding is about another tensor or no change helps.

    Parameters
    ----------
    finding : Finding
    trial : Trial
        The tensor that is shown, on which each change is tried.
    counts : LengthCounts or None
        The counted lengths of the tensor's rows; None while they are being counted.
    spec : ModelSpec or None
        The model that is open.
    """
    own = trial.plan.of(trial.tensor)
    if finding.where not in ("", own.name):
        return ()
    makers = () if spec is None or finding.code not in CODES else makers_of(trial.plan, spec, own.name)
    of_masks = (_mask_fix(one) for one in mask_remedies(finding, own, makers))
    for fix in chain(of_masks, _candidates(finding.code, own, trial.source, counts, spec)):
        if trial.ends(finding, fix.changes):
            return (fix,)
    return ()


def _candidates(
    code: str, own: TensorPlan, source: Dataset, counts: LengthCounts | None, spec: ModelSpec | None
) -> Iterator[Fix]:
    if code in ("steps-lost", "outlier") and counts is not None:
        p99 = max(counts.percentile(99), 1)
        if code == "steps-lost" and counts.maximum <= LONGEST:
            yield _maxlen(own, counts.maximum, say("Maxlen {value}", value=str(counts.maximum)))
        if p99 < counts.maximum:
            yield _maxlen(own, p99, say("Maxlen {value} (p99)", value=str(p99)))
    elif code == "empty-rows" and counts is not None and counts.minimum == 0:
        yield Fix("empty", say("Leave empty rows out"), {EMPTY_ROWS: "drop"})
    elif code == "not-right-padded":
        yield Fix(
            "padding",
            say("Padding {value}", value="post"),
            {"padding": _first_axis(own.choice.padding, "post")},
        )
    elif code == "fill-collides" and not _are_pixels(own):
        yield from _other_fills(own, spec)
    elif code == "negative-id":
        yield from _ids_from_1(own)
    elif code in ("lossy-cast", "rounded"):
        yield from (Fix("dtype", say("Dtype {value}", value=one), {"dtype": one}) for one in _dtypes(own))
    elif code == "missing-values" and _can_fill(own, source, MISSING_WORD):
        words = say("Fill with {value}", value=MISSING_WORD)
        yield Fix("fill", words, {"transforms": (Fill(MISSING_WORD), *own.choice.transforms)})
    elif code in ("nan", "missing-values") and _can_fill(own, source, 0):
        yield from _filled(own, spec, Fill(0), say("Fill with {value}", value="0"))
    elif code == "inf":
        held = next((one.value for one in own.choice.transforms if isinstance(one, Fill)), 0)
        value = 0 if isinstance(held, str) or math.isinf(held) else held
        words = say("Fill infinite values with {value}", value=_said(value))
        yield from _filled(own, spec, Fill(value, infinite=True), words)


def _filled(own: TensorPlan, spec: ModelSpec | None, fill: Fill, words: Sentence) -> Iterator[Fix]:
    """Yield that values are filled, then with another fill value for the padding too."""
    rest = (one for one in own.choice.transforms if not isinstance(one, Fill))
    transforms = (fill, *rest)
    yield Fix("fill", words, {"transforms": transforms})
    for value in _free_values(own, spec):
        both = say("{words}, fill value {other}", words=words, other=_said(value))
        yield Fix("fill", both, {"transforms": transforms, "value": value})


def _mask_fix(remedy: MaskRemedy) -> Fix:
    """Return a change that is made for a model's mask, with its words."""
    mode, by = "constant", None if remedy.shift is None else str(remedy.shift)
    value = None if remedy.value is None else _said(remedy.value)
    if by is None:
        words = say("Mode {mode}", mode=mode)
        if value is not None:
            words = say("Fill value {value}", value=value)
            if remedy.constant:
                words = say("Mode {mode}, fill value {value}", mode=mode, value=value)
    elif value is None:
        words = say("Shift ids by {value}", value=by)
        if remedy.constant:
            words = say("Mode {mode}, shift ids by {value}", mode=mode, value=by)
    else:
        words = say("Shift ids by {value}, fill value {other}", value=by, other=value)
        if remedy.constant:
            words = say(
                "Mode {mode}, shift ids by {value}, fill value {other}", mode=mode, value=by, other=value
            )
    return Fix("mask", words, remedy.changes)


def _other_fills(own: TensorPlan, spec: ModelSpec | None) -> Iterator[Fix]:
    """Yield what keeps the padding apart from the values: ids that are shifted, another fill value."""
    if _are_ids(own) and own.choice.value == 0:
        if can_shift(own):
            yield Fix("shift", say("Shift ids by {value}", value="1"), {"transforms": shifted_from_1(own)})
        return
    for value in _free_values(own, spec):
        yield Fix("value", say("Fill value {value}", value=_said(value)), {"value": value})


def _ids_from_1(own: TensorPlan) -> Iterator[Fix]:
    """Yield what makes no id negative: a fill value of 0, and a shift where ids use it or are less."""
    filled: dict[str, Any] = {} if own.choice.value == 0 else {"value": 0}
    least = own.column.stats.minimum
    if least is not None and least <= 0 and can_shift(own):
        words = say("Shift ids by {value}", value=str(1 - int(least)))
        if filled:
            words = say("Shift ids by {value}, fill value {other}", value=str(1 - int(least)), other="0")
        yield Fix("ids", words, {**filled, "transforms": shifted_from_1(own)})
    if filled:
        yield Fix("ids", say("Fill value {value}", value="0"), filled)


def _said(value: Fillable) -> str:
    """Return a value as it is written in a sentence: never grouped, with a minus that is one."""
    return str(value).replace("-", "−")


def _are_ids(own: TensorPlan) -> bool:
    """Whether whole numbers from 0 on, one a step, name things: a layer that embeds them takes no other."""
    stats = own.column.stats
    return (
        own.column.kind == "integer"
        and own.dtype.kind in "iu"
        and not own.column.inner_shape
        and stats.minimum == 0
    )


def _are_pixels(own: TensorPlan) -> bool:
    """Whether rows of rows of whole numbers look like the bytes of pictures, where 0 is black and no id."""
    low, high = own.column.stats.minimum, own.column.stats.maximum
    if len(own.axes) != 2 or own.column.kind != "integer" or low is None or high is None:
        return False
    return are_bytes(low, high)


def _may_change_fill(own: TensorPlan, spec: ModelSpec | None) -> bool:
    """Whether another fill value can be meant: not in pictures, nor where a layer looks for the fill."""
    if len(own.inner_shape) > 1 or own.column.flat.dtype == np.uint8:
        return False
    if spec is None:
        return True
    return not spec.embeddings and not any(layer.class_name == "Masking" for layer in spec.layers)


def _first_axis(choice: Any, value: object) -> Any:
    """Return a choice with another value for the first ragged axis."""
    return (value, *choice[1:]) if isinstance(choice, tuple) else value


def _maxlen(own: TensorPlan, steps: int, words: Sentence) -> Fix:
    return Fix("maxlen", words, {"maxlen": _first_axis(own.choice.maxlen, steps)})


def _free_values(own: TensorPlan, spec: ModelSpec | None) -> Iterator[Fillable]:
    """Yield fill values that no value of the column equals, −1 first."""
    stats = own.column.stats
    if stats.minimum is None or stats.maximum is None or not _may_change_fill(own, spec):
        return
    for value in (-1, math.floor(stats.minimum) - 1, math.floor(stats.maximum) + 1):
        chosen = own.dtype if own.choice.dtype or own.dtype.kind == "f" else np.dtype(np.int64)
        if holds(chosen, value) and not stats.minimum <= chosen.type(value).item() <= stats.maximum:
            yield value


def _dtypes(own: TensorPlan) -> Iterator[str]:
    """Yield the dtypes that hold every value of the source, its own first."""
    source = own.column.flat.dtype
    for name in dict.fromkeys((source.name, *DTYPES)):
        if name in DTYPES and not can_lose(source, np.dtype(name)):
            yield name


def _can_fill(own: TensorPlan, source: Dataset, value: int | str) -> bool:
    """Whether missing values of the tensor's column can be filled with a value and are not filled yet."""
    if any(isinstance(one, Fill) for one in own.choice.transforms):
        return False
    try:
        Fill(value).fit(source[own.choice.column or own.name])
    except ContentError:
        return False
    return True
