"""Shift: ids moved by one whole number, so that the fill value is none of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np

from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.data.stats import Stats, count_stats
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.sentence import say

LARGEST = 2**64


@dataclass(frozen=True)
class Shift:
    """Add one whole number to every value, so that the least one of the column becomes `to`.

    Parameters
    ----------
    to : int
        What the least value becomes; 1 leaves 0 free for padding.
    by : int or None
        What is added. None until fitted.

    Raises
    ------
    ChoiceError
        Another than a whole number.
    """

    to: int = 1
    by: int | None = None
    name: ClassVar[str] = "shift"

    def __post_init__(self) -> None:
        for value in (self.to, 0 if self.by is None else self.by):
            whole = isinstance(value, int) and not isinstance(value, bool)
            if not whole or abs(value) > LARGEST:
                raise ChoiceError(
                    "shift", say("Ids are shifted by a whole number, not {value}.", value=repr(value))
                )

    @property
    def fitted(self) -> bool:
        """Whether what is added is known."""
        return self.by is not None

    def fit(self, column: Ragged) -> Shift:
        """Return the shift for this column; raises ContentError where it holds no whole numbers."""
        return self.fit_pieces((column,))

    def fit_pieces(self, pieces: Iterable[Ragged]) -> Shift:
        """Return the shift for the column that `pieces` make together."""
        if self.by is not None:
            return self
        total = Stats()
        for piece in pieces:
            _check_kind(piece)
            total = total.merged(piece.stats)
        return replace(self, by=0 if total.minimum is None else self.to - int(total.minimum))

    def chosen(self) -> Shift:
        """Return the choice without what was fitted."""
        return replace(self, by=None)

    def transform(self, rows: Ragged) -> Ragged:
        """Return the shifted rows: int64, or uint64 where that was given; a missing value stays missing.

        Raises
        ------
        ContentError
            Not fitted; no whole numbers; a value that 64 bits do not hold after the shift.
        """
        if self.by is None:
            raise ContentError(
                "not-fitted", say("The shift is not known yet."), remedy=say("Call fit() first.")
            )
        _check_kind(rows)
        rows = rows.compact()
        inner = rows.nested
        if inner is not None:
            return replace(rows, values=self.transform(inner), known_stats=None)
        dtype = np.dtype(np.uint64 if rows.flat.dtype == np.uint64 else np.int64)
        stats = count_stats(rows.flat, rows.missing)
        limits = np.iinfo(dtype)
        if stats.minimum is not None and stats.maximum is not None:
            low, high = int(stats.minimum) + self.by, int(stats.maximum) + self.by
            if low < int(limits.min) or high > int(limits.max):
                raise ContentError(
                    "shift-range",
                    say("Shifted by {by}, a value does not fit {dtype}.", by=str(self.by), dtype=dtype.name),
                    remedy=say("Leave the shift out, or fit it to this data."),
                )
        values = rows.flat.astype(dtype).view(np.uint64)
        values += np.uint64(self.by % 2**64)  # around the circle of 64 bits, which ends in range
        values = values.view(dtype)
        if rows.missing is not None:
            values[rows.missing] = 0
        return replace(rows, values=values, known_stats=None)

    def findings(self, rows: Ragged, _: Ragged) -> tuple[Finding, ...]:
        """Say how many values are less than the least one that was seen when the shift was fitted."""
        if self.by is None:
            return ()
        rows = rows.compact()
        least = self.to - self.by
        if rows.stats.minimum is None or rows.stats.minimum >= least:
            return ()
        leaf = rows.dense_leaf()
        low = leaf.flat < least  # numpy compares whole numbers of any width exactly
        if leaf.missing is not None:
            low[leaf.missing] = False
        steps = np.flatnonzero(low.reshape(len(low), -1).any(axis=1))
        for offsets in _offsets_inside_out(rows):
            steps = np.searchsorted(offsets[1:], steps, side="right")
        at = np.unique(steps)[:MOST_ROWS]
        count = int(np.count_nonzero(low))
        message = say(
            "Values below {least}, the least one when the shift was fitted: {count}. "
            "Shifted, they are below {to}.",
            least=str(least),
            to=str(self.to),
            count=COUNT,
        )
        remedy = say("Fit the recipe again.")
        return (Finding("warning", "below-shift", message, count, tuple(at.tolist()), remedy),)

    def to_table(self) -> dict[str, Any]:
        """Return the TOML table."""
        table: dict[str, Any] = {"kind": self.name, "to": self.to}
        return table if self.by is None else {**table, "by": self.by}


def _offsets_inside_out(rows: Ragged) -> tuple[Int64, ...]:
    """Return the offsets per ragged axis of compact rows, innermost first."""
    if rows.row_offsets is None:
        return ()
    inner = rows.nested
    return (rows.row_offsets,) if inner is None else (*_offsets_inside_out(inner), rows.row_offsets)


def _check_kind(column: Ragged) -> None:
    if column.kind != "integer":
        raise ContentError(
            "shift-kind",
            say("Only whole numbers are shifted; this column holds {kind} values.", kind=column.kind),
        )
