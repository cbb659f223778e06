"""The scales of the lengths chart: where a length stands, which length stands there, and the ticks."""

from __future__ import annotations

import math
from dataclasses import dataclass

_STEPS = (1, 2, 4, 8, 16, 32, 64)
OUTLIER = 10  # from so many times p99 on, a straight axis would show the outlier alone


@dataclass(frozen=True)
class LengthScale:
    """The axis of lengths, straight or logarithmic.

    A row of length L takes the place from L - 1 to L, so that the line of maxlen M stands at the right edge
    of the rows of length M: what lies left of it is kept whole.

    Parameters
    ----------
    last : int
        The largest length on the axis, at least 1.
    left, width : float
        The axis on the screen, logical pixels.
    logarithmic : bool
    empty : bool
        Whether there are rows of length 0, which stand left of 0.
    """

    last: int
    left: float
    width: float
    logarithmic: bool = False
    empty: bool = False

    def x(self, edge: float) -> float:
        """Return where the right edge of a length stands, in logical pixels."""
        low, high = self._value(-1 if self.empty else 0), self._value(self.last)
        return self.left + (self._value(edge) - low) / (high - low) * self.width

    def length(self, x: float) -> int:
        """Return the length whose right edge is nearest to a place, 1 to `last`."""
        low, high = self._value(-1 if self.empty else 0), self._value(self.last)
        value = low + (x - self.left) / self.width * (high - low)
        edge = 10.0**value if self.logarithmic else value
        return min(max(math.floor(edge + 0.5), 1), self.last)

    def ticks(self, apart: float) -> tuple[int, ...]:
        """Return round lengths that stand at least `apart` logical pixels from each other."""
        if self.logarithmic:
            powers = [10**power for power in range(len(str(self.last))) if 10**power <= self.last]
            every = max(1, math.ceil(apart / max(1e-9, self.width / max(1, len(powers)))))
            return tuple(powers[::every])
        step = next_step(apart / self.width * self.last)
        return tuple(range(0, self.last + 1, step))

    def _value(self, edge: float) -> float:
        if not self.logarithmic:
            return edge
        return math.log10(edge) if edge >= 1 else math.log10(0.5) if edge >= 0 else math.log10(0.25)


def needs_logarithm(last: int, p99: int) -> bool:
    """Tell whether the longest row is so far out that the axis is to be logarithmic."""
    return last > OUTLIER * max(1, p99)


def next_step(least: float) -> int:
    """Return the smallest round step that is not below `least`: powers of 2 up to 64, then 1, 2, 5 × 10ⁿ."""
    for step in _STEPS:
        if step >= least:
            return step
    power = 100
    while True:
        for factor in (1, 2, 5):
            if factor * power >= least:
                return factor * power
        power *= 10


def row_ticks(most: int) -> tuple[int, ...]:
    """Return two round numbers of rows up to `most`, one twice the other; 1 alone where most is 1."""
    if most < 2:
        return (1,) * most
    step, power = 1, 1
    while 2 * power <= most:
        rounds = (power, 2 * power, 25 * power // 10 if power >= 10 else power, 5 * power)
        step = max(one for one in rounds if 2 * one <= most)
        power *= 10
    return step, 2 * step
