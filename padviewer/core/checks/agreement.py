"""Findings about what disagrees: a few rows with all others, and tensors that line up with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Int64, iter_pieces
from padviewer.core.finding import MOST_ROWS, Finding
from padviewer.core.padding.plan import Plan
from padviewer.core.padding.step_words import units
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.sentence import Sentence, say, say_count

PIECE = 1 << 16
FEW_ROWS = 10  # from so many rows on, 90 % of them make a rule
LEAST_SHARE = 0.9
LINED_UP = 0.5


def check_odd(own: TensorPlan, lengths_said: Sequence[Finding] = ()) -> tuple[Finding, ...]:
    """Say which rows differ in length, or in the size of their steps, where at least 90 % are the same.

    Parameters
    ----------
    own : TensorPlan
    lengths_said : sequence of Finding
        What `check_lengths` found: an outlier is one fact, and said there.
    """
    found: list[Finding] = []
    if not any(one.code == "outlier" for one in lengths_said):
        found += _odd_lengths(own)
    if len(own.axes) > 1:
        found += _odd_sizes(own)
    return tuple(found)


def _lengths(own: TensorPlan) -> Iterator[tuple[int, Int64]]:
    """Yield the first row and the lengths of each piece of the tensor's rows."""
    for first in range(0, own.n, PIECE):
        begins, ends = own.bounds(slice(first, first + PIECE))
        yield first, ends - begins


def _odd_lengths(own: TensorPlan) -> Iterator[Finding]:
    rows: Counter[int] = Counter()
    for _, lengths in _lengths(own):
        rows.update(_counted(lengths))
    del rows[0]  # an empty row is a finding of its own
    n = rows.total()
    common, times = rows.most_common(1)[0] if rows else (0, 0)
    if n < FEW_ROWS or common < 2 or not LEAST_SHARE * n <= times < n:
        return
    odd: list[int] = []
    first_steps = 0
    for first, lengths in _lengths(own):
        at = np.flatnonzero((lengths != common) & (lengths > 0))
        if len(at) and not odd:
            first_steps = int(lengths[at[0]])
        odd += (at[: MOST_ROWS - len(odd)] + first).tolist()
        if len(odd) == MOST_ROWS:
            break
    count = n - times
    if count == 1:
        told = say(
            "Row {row} has {steps}, the others have {common} each.",
            row=str(own.said_number(odd[0])),
            steps=units(own, first_steps),
            common=common,
        )
    else:
        told = say(
            "The first, row {row}, has {steps}; {most} have {common} each.",
            row=str(own.said_number(odd[0])),
            steps=units(own, first_steps),
            most=say_count("{count} row", "{count} rows", times),
            common=common,
        )
    yield Finding(
        "warning",
        "odd-length",
        say_count(
            "{count} of {n} rows of “{name}” has another length than the others. {told}",
            "{count} of {n} rows of “{name}” have another length than the others. {told}",
            count,
            n=n,
            name=own.name,
            told=told,
        ),
        count,
        tuple(odd),
        say("Look at these rows: a line may have been cut off, or two joined."),
        own.name,
    )


def _odd_sizes(own: TensorPlan) -> Iterator[Finding]:
    rows: Counter[int] = Counter()
    n = mixed = 0
    for _, low, high in _sizes(own):
        same = low == high
        n += len(low)
        mixed += int(np.count_nonzero(~same))
        rows.update(_counted(low[same]))
    common, times = rows.most_common(1)[0] if rows else (0, 0)
    odd_ones = n - times
    few = 3 <= n < FEW_ROWS and odd_ones == 1 and not mixed and own.column.flat.dtype != np.uint8
    many = n >= FEW_ROWS and LEAST_SHARE * n <= times < n
    if common < 1 or not (few or many):
        return
    odd: list[int] = []
    told: Sentence = say("")
    for numbers, low, high in _sizes(own):
        at = np.flatnonzero((low != common) | (high != common))
        if len(at) and not odd:
            first = int(at[0])
            size = int(low[first] if low[first] != common else high[first])
            told = say(
                "Row {row} has steps of {values}, the other rows have steps of {common}.",
                row=str(own.said_number(int(numbers[first]))),
                values=say_count("{count} value", "{count} values", size),
                common=common,
            )
        odd += numbers[at][: MOST_ROWS - len(odd)].tolist()
        if len(odd) == MOST_ROWS:
            break
    yield Finding(
        "warning",
        "odd-size",
        say_count(
            "{count} of {n} rows of “{name}” has steps of another size than the others. {told}",
            "{count} of {n} rows of “{name}” have steps of another size than the others. {told}",
            odd_ones,
            n=n,
            name=own.name,
            told=told,
        ),
        odd_ones,
        tuple(odd),
        say("Complete the features of these rows: what is missing there is padded like a step."),
        own.name,
    )


def _sizes(own: TensorPlan) -> Iterator[tuple[Int64, Int64, Int64]]:
    """Yield the rows that have steps, piece by piece, with their steps' smallest and largest size."""
    first = 0
    for piece in iter_pieces(own.column[own.start : own.stop], PIECE):
        steps, sizes = piece.axis_lengths()[:2]
        rows = np.flatnonzero(steps)
        if len(rows):
            starts = offsets_from_lengths(steps)[:-1][rows]
            yield rows + first, np.minimum.reduceat(sizes, starts), np.maximum.reduceat(sizes, starts)
        first += len(piece)


def _counted(numbers: Int64) -> dict[int, int]:
    """Return how often each number occurs."""
    found, times = np.unique(numbers, return_counts=True)
    return dict(zip(found.tolist(), times.tolist(), strict=True))


def check_together(plan: Plan) -> tuple[Finding, ...]:
    """Say in which rows tensors that line up step by step have unequal lengths.

    Two tensors line up where at least half of the rows are equally long in both, the lengths vary, and
    chance would make at most half as many rows agree.
    """
    found: list[Finding] = []
    tensors = list(plan.tensor_plans.values())
    for at, other in enumerate(tensors[1:], 1):
        for one in tensors[:at]:
            said = _unequal(one, other)
            if said is not None:
                found.append(said)
                break
    return tuple(found)


def _unequal(one: TensorPlan, other: TensorPlan) -> Finding | None:
    ours: Counter[int] = Counter()
    theirs: Counter[int] = Counter()
    agreeing: set[int] = set()
    rows: list[int] = []
    count, pair, n = 0, (0, 0), one.n
    for (first, own), (_, others) in zip(_lengths(one), _lengths(other), strict=True):
        ours.update(_counted(own))
        theirs.update(_counted(others))
        same: NDArray[np.bool_] = own == others
        if len(agreeing) < 2:
            agreeing |= set(np.unique(own[same]).tolist())
        at = np.flatnonzero(~same)
        if len(at) and not count:
            pair = int(own[at[0]]), int(others[at[0]])
        count += len(at)
        rows += (at[: MOST_ROWS - len(rows)] + first).tolist()
    chance = sum(times * theirs[length] for length, times in ours.items()) / max(n * n, 1)
    share = 1 - count / max(n, 1)
    if not count or len(agreeing) < 2 or share < max(LINED_UP, 2 * chance):
        return None
    return Finding(
        "error",
        "lengths-disagree",
        say_count(
            "“{first}” and “{second}” line up step by step, but not in {count} of {n} rows. {told}",
            "“{first}” and “{second}” line up step by step, but not in {count} of {n} rows. {told}",
            count,
            first=one.name,
            second=other.name,
            n=n,
            told=say(
                "Row {row} has {steps} {first} and {others} {second}.",
                row=str(one.said_number(rows[0])),
                steps=pair[0],
                first=one.name,
                others=pair[1],
                second=other.name,
            ),
        ),
        count,
        tuple(rows),
        say("Mend these rows in the source: a model that predicts one for the other cannot train on them."),
        other.name,
    )
