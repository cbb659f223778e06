"""What can be done about a finding with one change of the shown tensor, tried before it is offered."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from padviewer.core.cast import can_lose, holds
from padviewer.core.clean import Fill
from padviewer.core.dataset import Dataset
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import Finding
from padviewer.core.fitting import choose_dtype
from padviewer.core.lengths import LengthCounts
from padviewer.core.tensor_plan import TensorPlan
from padviewer.core.tensor_recipe import DTYPES, LONGEST, Fillable, TensorRecipe
from padviewer.gui import numbers
from padviewer.gui.words import tr


@dataclass(frozen=True)
class Fix:
    """One change that ends a finding.

    Parameters
    ----------
    key : str
        What the code calls it.
    words : str
        The link: ``"Maxlen 164"``; also the name of the step in the undo list.
    changes : mapping of str to object
        Fields of `TensorRecipe`.
    """

    key: str
    words: str
    changes: Mapping[str, Any]


def fixes(finding: Finding, own: TensorPlan, source: Dataset, counts: LengthCounts | None) -> tuple[Fix, ...]:
    """Return what can be done about a finding; nothing where it is about another tensor or no change helps.

    Parameters
    ----------
    finding : Finding
    own : TensorPlan
        The plan of the tensor that is shown.
    source : Dataset
        The columns before any transform.
    counts : LengthCounts or None
        The counted lengths of the tensor's rows; None while they are being counted.
    """
    if finding.where not in ("", own.name):
        return ()
    return tuple(_candidates(finding.code, own, source, counts))


def _candidates(code: str, own: TensorPlan, source: Dataset, counts: LengthCounts | None) -> Iterator[Fix]:
    if code == "steps-lost" and counts is not None and counts.maximum <= LONGEST:
        yield _maxlen(own, counts.maximum, tr("Maxlen {value}", value=counts.maximum))
    elif code == "outlier" and counts is not None:
        p99 = max(counts.percentile(99), 1)
        yield _maxlen(own, p99, tr("Maxlen {value} (p99)", value=p99))
    elif code == "not-right-padded":
        yield Fix(
            "padding",
            tr("Padding {value}", value="post"),
            {"padding": _first_axis(own.choice.padding, "post")},
        )
    elif code == "fill-collides":
        value = _free_value(own)
        if value is not None:
            said = numbers.entry(value).replace("-", numbers.MINUS)
            yield Fix("value", tr("Fill value {value}", value=said), {"value": value})
    elif code in ("lossy-cast", "rounded"):
        dtype = _holding_dtype(own)
        if dtype:
            yield Fix("dtype", tr("Dtype {value}", value=dtype), {"dtype": dtype})
    elif code in ("nan", "missing-values") and _can_fill(own, source):
        yield Fix("fill", tr("Fill with {value}", value=0), {"transforms": (Fill(0), *own.choice.transforms)})


def _first_axis(choice: Any, value: object) -> Any:
    """Return a choice with another value for the first ragged axis."""
    return (value, *choice[1:]) if isinstance(choice, tuple) else value


def _maxlen(own: TensorPlan, steps: int, words: str) -> Fix:
    return Fix("maxlen", words, {"maxlen": _first_axis(own.choice.maxlen, steps)})


def _settles(own: TensorPlan, **changes: Any) -> bool:
    """Whether a tensor can be made with these changes."""
    try:
        changed: TensorRecipe = replace(own.choice, **changes)
        choose_dtype(changed, own.column, own.name)
    except (ChoiceError, ContentError):
        return False
    return True


def _free_value(own: TensorPlan) -> Fillable | None:
    """Return a fill value that no value of the column equals, −1 if it can be; None where there is none."""
    stats = own.column.stats
    if stats.minimum is None or stats.maximum is None:
        return None
    for value in (-1, math.floor(stats.minimum) - 1, math.floor(stats.maximum) + 1):
        chosen = own.dtype if own.choice.dtype or own.dtype.kind == "f" else np.dtype(np.int64)
        if not holds(chosen, value):
            continue
        stored = chosen.type(value).item()
        if not stats.minimum <= stored <= stats.maximum and _settles(own, value=value):
            return value
    return None


def _holding_dtype(own: TensorPlan) -> str:
    """Return the source's dtype where it holds the fill value, else one that holds all; may be empty."""
    source = own.column.flat.dtype
    for name in (source.name, *DTYPES):
        dtype = np.dtype(name)
        if name in DTYPES and not can_lose(source, dtype) and _settles(own, dtype=name):
            return name
    return ""


def _can_fill(own: TensorPlan, source: Dataset) -> bool:
    """Whether missing values of the tensor's column can be filled with 0 and are not filled yet."""
    if any(isinstance(one, Fill) for one in own.choice.transforms):
        return False
    try:
        Fill(0).fit(source[own.choice.column or own.name])
    except ContentError:
        return False
    return True
