"""Levels: which values stand at the two ends of a ramp."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError, Stopped
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.sentence import say

LevelKind = Literal["robust", "range", "percentiles", "symmetric", "hand"]
LEVEL_KINDS: tuple[LevelKind, ...] = ("robust", "range", "percentiles", "symmetric", "hand")
CHUNK = 1 << 20
BYTES_FROM, BYTES_TO = 128, 255  # the greatest value of numbers that use the range of bytes
FAR = 25  # times the usual distance from the median: 99.7 % of a normal distribution lie within 4.5
AT_ONCE = 4 << 20  # as many values are held together to find a place among them
DIGIT = 16
Float64 = NDArray[np.float64]
ShouldStop = Callable[[], bool] | None


def are_bytes(low: float, high: float) -> bool:
    """Whether whole numbers from `low` to `high` look like bytes: more than half of 0 to 255 is used."""
    return low >= 0 and BYTES_FROM <= high <= BYTES_TO


@dataclass(frozen=True)
class Levels:
    """How the ends of a ramp are found.

    Parameters
    ----------
    kind : {"robust", "range", "percentiles", "symmetric", "hand"}
        The least and greatest value without the few that are far from all others; of all; two percentiles;
        ± the greatest absolute value; or given by hand.
    low, high : float
        The percentiles (0 to 100) or the values by hand; without meaning for the others.
    log : bool
        The ramp follows the logarithm of the value; what is not above 0 takes its low end.

    Raises
    ------
    ChoiceError
        Another kind, a low end that is not below the high one, or percentiles outside 0 to 100.
    """

    kind: LevelKind = "robust"
    low: float = 1.0
    high: float = 99.0
    log: bool = False

    def __post_init__(self) -> None:
        if self.kind not in LEVEL_KINDS:
            raise ChoiceError(
                "levels",
                say(
                    "Levels are one of {level_kinds}; not “{kind}”.",
                    level_kinds=", ".join(LEVEL_KINDS),
                    kind=self.kind,
                ),
            )
        if not self.low < self.high:
            raise ChoiceError("levels", say("The low end must be below the high end."))
        if self.kind == "percentiles" and not (self.low >= 0 and self.high <= 100):
            raise ChoiceError("levels", say("Percentiles go from 0 to 100."))
        if self.kind == "hand" and self.log and self.low <= 0:
            raise ChoiceError("levels", say("A logarithmic ramp begins above 0."))


def find_ends(
    own: TensorPlan, levels: Levels, at: tuple[int, ...] = (), should_stop: ShouldStop = None
) -> tuple[float, float]:
    """Return the values at the ends of a ramp, over all steps of the tensor's rows, kept or cut.

    Parameters
    ----------
    own : TensorPlan
        Its prepared column is looked at, before the cast; missing, NaN and infinite values are left out.
    levels : Levels
        Percentiles are numpy's "linear" ones of the values as float64. A logarithmic ramp looks at the
        values above 0 alone, so that "symmetric" is the same as "range" there. "robust" leaves out what is
        more than `FAR` times as far from the median as the middle one of the values that differ from it,
        on a logarithmic ramp of the logarithms; of many values both are those of a sample, spread evenly.
    at : tuple of int
        One index of every inner axis, as in `Plan.cells`: only this channel counts. The index of a further
        ragged axis has no meaning here. () takes all channels.
    should_stop : callable or None
        Asked between pieces of 1,048,576 steps.

    Returns
    -------
    (float, float)
        Low and high. Both are the same where all values are; without any value both are 0, or 1 on a
        logarithmic ramp.

    Raises
    ------
    ContentError
        An `at` that is not there.
    Stopped
        On request.
    """
    if levels.kind == "hand":
        return float(levels.low), float(levels.high)
    values = _Values(own.column[own.start : own.stop], _channel(own, at), levels.log, should_stop)
    low, high, count = values.extent()
    if not count:
        return (1.0, 1.0) if levels.log else (0.0, 0.0)
    if levels.kind == "robust":
        least, most = values.fence(count)
        if low < least or high > most:
            low, high, _ = values.extent(least, most)
        return low, high
    if levels.kind == "percentiles":
        places = [percent / 100 * (count - 1) for percent in (levels.low, levels.high)]
        wanted = sorted({min(math.floor(p) + step, count - 1) for p in places for step in (0, 1)})
        found = values.at_places(wanted, count)
        first, second = (_between(place, found, count) for place in places)
        return first, second
    if levels.kind == "symmetric" and not levels.log:
        far = max(abs(low), abs(high))
        return -far, far
    return low, high


def _channel(own: TensorPlan, at: tuple[int, ...]) -> tuple[int, ...]:
    """Return the index of the fixed inner axes; () for all."""
    channel = at[len(own.axes) - 1 :]
    sides = own.column.inner_shape
    if at and (
        len(at) != len(own.inner_shape)
        or not all(0 <= i < side for i, side in zip(channel, sides, strict=True))
    ):
        raise ContentError(
            "no-such-cell",
            say(
                "The inner axes have shape {inner_shape}; there is no {at}.",
                inner_shape=str(own.inner_shape),
                at=str(at),
            ),
            where=own.name,
        )
    return channel


def _between(place: float, found: dict[int, float], count: int) -> float:
    """Return the value at a place between two neighbours, as numpy weighs them."""
    below = math.floor(place)
    share = place - below
    low, high = found[below], found[min(below + 1, count - 1)]
    step = high - low
    if not math.isfinite(step):
        return low * (1 - share) + high * share
    return low + step * share if share < 0.5 else high - step * (1 - share)


@dataclass(frozen=True, eq=False)
class _Values:
    """The finite values of some rows, as often as they are asked for, in pieces."""

    rows: Ragged
    channel: tuple[int, ...]
    above_zero: bool
    should_stop: ShouldStop

    def pieces(self) -> Iterator[Float64]:
        """Yield the values that count: float64 [m], not empty."""
        leaf = self.rows.dense_leaf()
        cell: tuple[Any, ...] = (slice(None), *self.channel)
        flat: NDArray[Any] = leaf.flat[cell]
        a_step = max(math.prod(flat.shape[1:]), 1)
        steps = max(CHUNK // a_step, 1)
        for start in range(0, len(flat), steps):
            if self.should_stop is not None and self.should_stop():
                raise Stopped
            values = flat[start : start + steps]
            if leaf.missing is not None:
                values = values[~leaf.missing[start : start + steps]]
            values = values.reshape(-1).astype(np.float64)
            counts = np.isfinite(values)
            if self.above_zero:
                counts &= values > 0
            if not counts.all():
                values = values[counts]
            if len(values):
                yield values

    def extent(self, least: float = -math.inf, most: float = math.inf) -> tuple[float, float, int]:
        """Return the least and greatest value from `least` to `most`, and how many there are."""
        low, high, count = math.inf, -math.inf, 0
        for values in self.pieces():
            within = values[(values >= least) & (values <= most)]
            if len(within):
                low, high = min(low, float(within.min())), max(high, float(within.max()))
                count += len(within)
        return low, high, count

    def fence(self, count: int) -> tuple[float, float]:
        """Return between which values none is far from all others; `count` is how many there are."""
        every = -(-count // AT_ONCE)
        parts, seen = [], 0
        for values in self.pieces():
            parts.append(values[-seen % every :: every])
            seen += len(values)
        sample = np.concatenate(parts)
        with np.errstate(over="ignore"):
            if self.above_zero:
                sample = np.log(sample)
            middle = float(np.median(sample))
            far = np.abs(sample - middle)
            far = far[far > 0]
            if not len(far):
                return -math.inf, math.inf
            reach = FAR * float(np.median(far))
            ends = np.array([middle - reach, middle + reach])
            low, high = (np.exp(ends) if self.above_zero else ends).tolist()
        return low, high

    def at_places(self, places: list[int], count: int) -> dict[int, float]:
        """Return the values at ascending places of all values in order, without sorting all.

        Values are counted by the first 16 bits of a whole number that orders them, then those that share
        the bits at a place by the next 16, until few enough are left to be held.
        """
        if count <= AT_ONCE:
            everything = np.concatenate(list(self.pieces()))
            everything.partition(places)
            return {place: float(everything[place]) for place in places}
        heads = dict.fromkeys(places, 0)  # the bits known of the value at each place
        before = dict.fromkeys(places, 0)  # values with smaller bits
        sizes = dict.fromkeys(places, count)  # values with these bits
        known = 0
        while known < 64 and max(sizes.values()) > AT_ONCE:
            counts = {head: np.zeros(1 << DIGIT, np.int64) for head in heads.values()}
            for values in self.pieces():
                keys = _keys(values)
                for head, seen in counts.items():
                    mine = keys if not known else keys[keys >> np.uint64(64 - known) == head]
                    digit = (mine >> np.uint64(64 - known - DIGIT)) & np.uint64((1 << DIGIT) - 1)
                    seen += np.bincount(digit.astype(np.int64), minlength=1 << DIGIT)
            known += DIGIT
            for place in places:
                seen = counts[heads[place]]
                to = np.cumsum(seen)
                digit_at = int(np.searchsorted(to, place - before[place], side="right"))
                before[place] += int(to[digit_at] - seen[digit_at])
                sizes[place] = int(seen[digit_at])
                heads[place] = heads[place] << DIGIT | digit_at
        return self._with_bits(heads, before, known)

    def _with_bits(self, heads: dict[int, int], before: dict[int, int], known: int) -> dict[int, float]:
        """Return the value at each place, of which the first `known` bits are known."""
        if known == 64:
            return {place: _value(head) for place, head in heads.items()}
        held: dict[int, list[Float64]] = {head: [] for head in heads.values()}
        for values in self.pieces():
            bits = _keys(values) >> np.uint64(64 - known)
            for head, parts in held.items():
                parts.append(values[bits == head])
        joined = {head: np.sort(np.concatenate(parts)) for head, parts in held.items()}
        return {place: float(joined[head][place - before[place]]) for place, head in heads.items()}


def _keys(values: Float64) -> NDArray[np.uint64]:
    """Return whole numbers in the order of the values; −0.0 is 0.0."""
    bits = (values + 0.0).view(np.uint64)
    negative = bits >> np.uint64(63) == 1
    return np.where(negative, ~bits, bits | np.uint64(1 << 63))


def _value(key: int) -> float:
    bits = key ^ (1 << 63) if key >> 63 else ~key & ((1 << 64) - 1)
    return float(np.array([bits], np.uint64).view(np.float64)[0])
