"""A search in the column of a tensor, a piece of work after the other: the first hit at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from padviewer.core.choices.encode import By, Tokenise
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.padding.plan import Plan
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.rows.find import Query, find, tensor_step, token_at

SECONDS = 0.1


@dataclass(frozen=True, eq=False)
class Field:
    """What is searched: the source texts of a tensor, or its values.

    Parameters
    ----------
    name : str
        The column's name.
    column : Ragged
    own : TensorPlan
    by : {"words", "characters"} or None
        How the texts become steps.
    origin : Ragged or None
        What `column` was taken from, where rows were left out.
    """

    name: str
    column: Ragged
    own: TensorPlan
    by: By | None = None
    origin: Ragged | None = None

    @classmethod
    def of(cls, plan: Plan, own: TensorPlan, data: Dataset | None) -> Field:
        """Return what a tensor was made of; `data` holds the source's columns."""
        name = own.choice.column or own.name
        source = data[name] if data is not None and name in data.columns else own.column
        if source.kind not in ("text", "category") or len(source) < own.stop:
            return cls(name, own.column, own)
        origin = source
        if own.numbers is not None:
            source = source.taken(own.numbers)
        transforms = plan.recipe.fitted[own.name].transforms
        by = next((one.by for one in transforms if isinstance(one, Tokenise)), None)
        return cls(name, source, own, by if source.is_text else None, origin)

    def is_like(self, other: Field | None) -> bool:
        """Whether hits in another field are hits in this one."""
        return (
            other is not None
            and (self.origin or self.column) is (other.origin or other.column)
            and self.own.numbers is other.own.numbers
            and (self.own.start, self.own.stop) == (other.own.start, other.own.stop)
        )

    def tensor_place(self, row: int, step: int, place: int) -> tuple[int, int]:
        """Return row and column of the tensor for a hit; column −1 where that step is cut."""
        if step < 0 and self.by is not None:
            step = token_at(self.column[row : row + 1], self.by, place)
        at = row - self.own.start
        return at, tensor_step(self.own, at, step) if step >= 0 else -1


@dataclass(frozen=True, eq=False)
class Found:
    """What one job found, and the row to go on with."""

    rows: Int64
    steps: Int64
    places: Int64
    following: int


def search_some(
    field: Field, query: Query, start: int, should_stop: Callable[[], bool], *, until_hit: bool
) -> Found:
    """Search from row `start` on for a tenth of a second, or just until something is found."""
    begun = time.monotonic()
    parts: list[tuple[Int64, Int64, Int64]] = [(np.zeros(0, np.int64),) * 3]
    following = start
    for piece in find(field.column, query, start, field.own.stop, should_stop=should_stop):
        parts.append((piece.rows, piece.steps, piece.places))
        following = start + piece.searched
        is_enough = time.monotonic() - begun > SECONDS or (until_hit and any(len(one[0]) for one in parts))
        if piece.at_row_end and is_enough:
            break
    rows, steps, places = (np.concatenate(one) for one in zip(*parts, strict=True))
    return Found(rows, steps, places, following)
