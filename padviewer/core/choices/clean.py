"""Cleaning transforms: what to do with missing values."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices.transform import Ready
from padviewer.core.data.cast import holds
from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import COUNT, Finding
from padviewer.core.sentence import say


@dataclass(frozen=True)
class Fill(Ready):
    """Put a constant where a value is missing (NaN in floats), and where one is infinite if that is wanted.

    Parameters
    ----------
    value : int, float, bool or str
        The constant; a str for texts.
    infinite : bool
        Whether infinite values are replaced too.

    Raises
    ------
    ChoiceError
        A value of another type; an infinite one in place of infinite ones.
    """

    value: float | int | bool | str = 0
    infinite: bool = False
    name: ClassVar[str] = "fill"

    def __post_init__(self) -> None:
        nan = isinstance(self.value, float) and math.isnan(self.value)
        if nan or not isinstance(self.value, (bool, int, float, str)):
            raise ChoiceError(
                "fill",
                say(
                    "Missing values are filled with a number or a text, not {value}.", value=repr(self.value)
                ),
            )

        if not isinstance(self.infinite, bool):
            raise ChoiceError(
                "fill",
                say("Whether infinite values are filled is true or false, not {it}.", it=repr(self.infinite)),
            )
        if self.infinite and isinstance(self.value, float) and math.isinf(self.value):
            raise ChoiceError("fill", say("Infinite values are filled with a finite number."))

    def fit(self, column: Ragged) -> Self:
        """Return itself, or raise ContentError where the value does not fit the column."""
        kind = column.kind
        if kind == "category":
            raise ContentError("fill-kind", say("A column of categories cannot be filled."))
        if (kind == "text") != isinstance(self.value, str):
            wanted = say("a text") if kind == "text" else say("a number")
            raise ContentError(
                "fill-kind",
                say(
                    "The column holds {kind} values and is filled with {wanted}, not {value}.",
                    kind=kind,
                    wanted=wanted,
                    value=repr(self.value),
                ),
            )
        if not isinstance(self.value, str) and not holds(column.flat.dtype, self.value):
            raise ContentError(
                "fill-range",
                say("{value} does not fit {dtype} values.", value=str(self.value), dtype=column.dtype),
                remedy=say("Choose a value that this dtype holds."),
            )
        return self

    def transform(self, rows: Ragged) -> Ragged:
        """Return the rows with every missing value replaced."""
        self.fit(rows)
        rows = rows.compact()
        inner = rows.nested
        if inner is not None:
            return replace(rows, values=self.transform(inner), known_stats=None)
        if rows.text:
            return self._filled_texts(rows)
        values = rows.flat
        gone = self._gone(values) if values.dtype.kind == "f" else rows.missing
        if gone is None or not gone.any():
            return replace(rows, missing=None, known_stats=None)
        values = values.copy()
        values[gone] = self.value
        return replace(rows, values=values, missing=None, known_stats=None)

    def _gone(self, values: NDArray[np.floating[Any]]) -> NDArray[np.bool_]:
        """Return which floats are replaced."""
        gone: NDArray[np.bool_] = ~np.isfinite(values) if self.infinite else np.isnan(values)
        return gone

    def _filled_texts(self, rows: Ragged) -> Ragged:
        if rows.missing is None or not rows.missing.any():
            return replace(rows, missing=None, known_stats=None)
        constant = np.frombuffer(str(self.value).encode("utf-8", "surrogatepass"), np.uint8)
        sizes = np.where(rows.missing, len(constant), rows.sizes)
        values = np.empty(int(sizes.sum()), np.uint8)
        filled = np.repeat(rows.missing, sizes)
        values[filled] = np.tile(constant, int(rows.missing.sum()))
        values[~filled] = rows.flat[~np.repeat(rows.missing, rows.sizes)]
        return Ragged(values, offsets_from_lengths(sizes), True)

    def findings(self, rows: Ragged, _: Ragged) -> tuple[Finding, ...]:
        """Say how many values are filled."""
        stats = rows.stats
        count = stats.nan + stats.missing + (stats.inf if self.infinite else 0)
        if not count:
            return ()
        value = str(self.value)
        told = say("Missing values: {count}. Each is filled with {value}.", value=value, count=COUNT)
        if self.infinite and stats.inf:
            told = say(
                "Missing and infinite values: {count}. Each is filled with {value}.",
                value=value,
                count=COUNT,
            )
        return (
            Finding(
                "info",
                "filled",
                told,
                count,
            ),
        )

    def to_table(self) -> dict[str, Any]:
        """Return the TOML table."""
        table: dict[str, Any] = {"kind": self.name, "value": self.value}
        return {**table, "infinite": True} if self.infinite else table
