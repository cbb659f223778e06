"""Levels: which values stand at the two ends of a ramp."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from padviewer.core.errors import ChoiceError

LevelKind = Literal["range", "percentiles", "symmetric", "hand"]
LEVEL_KINDS: tuple[LevelKind, ...] = ("range", "percentiles", "symmetric", "hand")


@dataclass(frozen=True)
class Levels:
    """How the ends of a ramp are found.

    Parameters
    ----------
    kind : {"range", "percentiles", "symmetric", "hand"}
        The least and greatest value; two percentiles; ± the greatest absolute value; or given by hand.
    low, high : float
        The percentiles (0 to 100) or the values by hand; without meaning for the others.
    log : bool
        The ramp follows the logarithm of the value; what is not above 0 takes its low end.

    Raises
    ------
    ChoiceError
        Another kind, a low end that is not below the high one, or percentiles outside 0 to 100.
    """

    kind: LevelKind = "range"
    low: float = 1.0
    high: float = 99.0
    log: bool = False

    def __post_init__(self) -> None:
        if self.kind not in LEVEL_KINDS:
            raise ChoiceError("levels", f"Levels are one of {', '.join(LEVEL_KINDS)}; not “{self.kind}”.")
        if not self.low < self.high:
            raise ChoiceError("levels", "The low end must be below the high end.")
        if self.kind == "percentiles" and not (self.low >= 0 and self.high <= 100):
            raise ChoiceError("levels", "Percentiles go from 0 to 100.")
        if self.kind == "hand" and self.log and self.low <= 0:
            raise ChoiceError("levels", "A logarithmic ramp begins above 0.")
