"""Findings: what a person should know about this data with this recipe."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.cast import cast
from padviewer.core.encode import Tokenise
from padviewer.core.errors import Stopped
from padviewer.core.finding import MOST_ROWS, Finding, by_level
from padviewer.core.lengths import LengthCounts, count_lengths
from padviewer.core.plan import Kept, Plan, RowsLike, TensorPlan
from padviewer.core.ragged import Int64

PIECE_STEPS = 1 << 20
OUTLIER_FACTOR = 4
OUTLIER_PADDING = 0.9
TALLIES = ("collision", "lost", "rounded", "nan", "inf")

ShouldStop = Callable[[], bool]


def check(plan: Plan, should_stop: ShouldStop | None = None) -> tuple[Finding, ...]:
    """Return all findings about a plan, most serious first.

    Parameters
    ----------
    plan : Plan
    should_stop : callable or None
        Asked between pieces; True raises `Stopped`.
    """
    found = list(plan.prepared.findings)
    for tensor in plan.tensors:
        found += check_lengths(plan, tensor)
        found += check_values(plan, tensor, should_stop)
    found += check_memory(plan)
    return by_level(found)


def unit(plan: Plan, tensor: str, count: int = 2) -> str:
    """Return what a step of the tensor is called: steps, or the encoder's own word."""
    for transform in plan.recipe[tensor].transforms:
        if isinstance(transform, Tokenise):
            return transform.by if count != 1 else transform.by.removesuffix("s")
    return "steps" if count != 1 else "step"


def check_lengths(plan: Plan, tensor: str, counts: LengthCounts | None = None) -> tuple[Finding, ...]:
    """Return what the lengths alone tell, along the first ragged axis (and what further axes cut)."""
    own = plan.of(tensor)
    slots = plan.slots(tensor, slice(None))
    counts = counts or count_lengths(slots.length)
    found = [
        *_cut(plan, tensor, slots.length, np.arange(own.n)),
        *_inner_cut(own),
        *_empty(own, slots.length, np.arange(own.n)),
        *_outlier(plan, own, counts),
    ]
    if own.axes[0].padding != "post" and counts.padding_share(own.axes[0].width) > 0:
        found.append(
            Finding(
                "info",
                "not-right-padded",
                f"“{tensor}” is padded {own.axes[0].padding}. cuDNN's LSTM and GRU need padding at the end: "
                "others run slower, or not at all, on a GPU.",
                remedy="Set padding to post where the model runs on a GPU.",
                where=tensor,
            )  # fmt: skip
        )
    return tuple(found)


def _cut(plan: Plan, tensor: str, lengths: Int64, numbers: Int64) -> Iterator[Finding]:
    axis = plan.of(tensor).axes[0]
    cut = np.flatnonzero(lengths > axis.width)
    if not len(cut):
        return
    lost = int((lengths[cut] - axis.width).sum())
    longest = int(cut[np.argmax(lengths[cut])])
    most = int(lengths[longest])
    one = len(cut) == 1
    place = {"post": "at {} end", "pre": "at {} start", "middle": "in {} middle"}[axis.truncating]
    yield Finding(
        "warning", "steps-lost",
        f"{len(cut):,} {_rows(len(cut))} {'loses' if one else 'lose'} {lost:,} {unit(plan, tensor, lost)} "
        f"{place.format('its' if one else 'their')}. "
        f"The longest, row {numbers[longest]}, loses {most - axis.width:,} of {most:,}.",
        len(cut), _first(numbers[cut]), f"Set maxlen to {most}.", tensor,
    )  # fmt: skip


def _inner_cut(own: TensorPlan) -> Iterator[Finding]:
    for k in range(1, len(own.axes)):
        lengths = np.diff(own.offsets_of[k])
        width = own.axes[k].width
        cut = lengths[lengths > width]
        if len(cut):
            yield Finding(
                "warning", "inner-steps-lost",
                f"{len(cut):,} inner rows of “{own.name}” lose {int((cut - width).sum()):,} steps. "
                f"The longest has {int(cut.max()):,} of at most {width:,}.",
                len(cut), (), f"Set the maxlen of axis {k + 1} to {int(cut.max())}.", own.name,
            )  # fmt: skip


def _empty(own: TensorPlan, lengths: Int64, numbers: Int64) -> Iterator[Finding]:
    rows = numbers[lengths == 0]
    if not len(rows):
        return
    yield Finding(
        "warning", "empty-rows",
        f"{len(rows):,} {_rows(len(rows))} of “{own.name}” {'is' if len(rows) == 1 else 'are'} empty. "
        "Nothing but padding stands there, and a masked average of it is NaN.",
        len(rows), _first(rows), "Take the empty rows out of the source.", own.name,
    )  # fmt: skip
    if own.axes[0].padding == "post":
        yield Finding(
            "info", "right-padded-but-empty",
            f"“{own.name}” is right-padded, but {len(rows):,} {_rows(len(rows))} without a step "
            f"{'is' if len(rows) == 1 else 'are'} in it. cuDNN refuses a mask with an empty row.",
            len(rows), _first(rows), "Take the empty rows out of the source.", own.name,
        )  # fmt: skip


def _outlier(plan: Plan, own: TensorPlan, counts: LengthCounts) -> Iterator[Finding]:
    width = own.axes[0].width
    p99 = max(counts.percentile(99), 1)
    share = counts.padding_share(width)
    if width <= OUTLIER_FACTOR * p99 or share <= OUTLIER_PADDING or counts.maximum < width:
        return
    few = counts.rows_cut(p99)
    smaller = counts.steps_lost(p99)
    yield Finding(
        "warning", "outlier",
        f"{few:,} {_rows(few)} of more than {p99:,} {unit(plan, own.name)} {'makes' if few == 1 else 'make'} "
        f"“{own.name}” {width / p99:.1f} × as large as p99 would: {100 * share:.1f} % is padding. "
        f"Maxlen {p99} loses {smaller:,} of {counts.total:,} {unit(plan, own.name)}.",
        few, (), f"Set maxlen to {p99}, which is p99.", own.name,
    )  # fmt: skip


def check_memory(plan: Plan, memory: int | None = None) -> tuple[Finding, ...]:
    """Say where the exported arrays are larger than the machine's memory (`memory` bytes; None asks it)."""
    memory = machine_memory() if memory is None else memory
    total = sum(plan.cost(tensor).total for tensor in plan.tensors)
    if memory is None or total <= memory:
        return ()
    return (
        Finding(
            "warning",
            "memory",
            f"The arrays take {total / 1e9:,.3g} GB, this machine has {memory / 1e9:,.3g} GB of memory. "
            "The export is written piece by piece, but nothing here can load it whole.",
            remedy="Set a smaller maxlen or a narrower dtype.",
        ),  # fmt: skip
    )


def machine_memory() -> int | None:
    """Return the machine's memory in bytes, or None where the system does not tell."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None


@dataclass
class _Tally:
    """What a pass over the kept values counts."""

    count: int = 0
    rows: tuple[int, ...] = ()

    def add(self, hit: NDArray[np.bool_], rows: Int64) -> None:
        n = int(np.count_nonzero(hit))
        if n:
            self.count += n
            if len(self.rows) < MOST_ROWS:
                self.rows = _first(np.unique(np.append(np.array(self.rows, np.int64), rows[hit])))


def check_values(plan: Plan, tensor: str, should_stop: ShouldStop | None = None) -> tuple[Finding, ...]:
    """Return what only the kept values tell: casts, collisions with the fill, NaN, infinity, missing.

    One pass over the kept values in pieces of about 1,048,576 steps.
    """
    own = plan.of(tensor)
    tallies = {name: _Tally() for name in TALLIES}
    for kept in plan.kept_pieces(tensor, PIECE_STEPS):
        if should_stop is not None and should_stop():
            raise Stopped
        _count(own, kept, tallies)
    return tuple(_value_findings(plan, own, tallies))


def _count(own: TensorPlan, kept: Kept, tallies: dict[str, _Tally]) -> None:
    values, rows = kept.values, kept.rows
    if values.ndim > 1:
        rows = np.repeat(rows, int(np.prod(values.shape[1:])))
        values = values.reshape(-1)
    if kept.missing is not None:
        gone = np.repeat(kept.missing, len(values) // max(len(kept.missing), 1))
        if own.dtype.kind != "f":
            tallies["lost"].add(gone, rows)
        values, rows = values[~gone], rows[~gone]
    if values.dtype.kind == "f":
        tallies["nan"].add(np.isnan(values), rows)
        tallies["inf"].add(np.isinf(values), rows)
    done = cast(values, own.dtype)
    if done.lost or done.rounded:
        _count_cast(values, own.dtype, rows, done.lost, done.rounded, tallies)
    fill = own.dtype.type(own.choice.value)
    tallies["collision"].add(np.isnan(done.array) if fill != fill else done.array == fill, rows)  # noqa: PLR0124


def _count_cast(
    values: NDArray[Any],
    dtype: np.dtype[Any],
    rows: Int64,
    lost: int,
    rounded: int,
    tallies: dict[str, _Tally],
) -> None:
    """Find the rows of the losses by halving, so that `cast` alone decides what a loss is."""
    if lost:
        tallies["lost"].count += lost
        where = _rows_of_losses(values, dtype, rows)
        tallies["lost"].rows = _first(np.unique(np.append(np.array(tallies["lost"].rows, np.int64), where)))
    tallies["rounded"].count += rounded


def _rows_of_losses(values: NDArray[Any], dtype: np.dtype[Any], rows: Int64, most: int = MOST_ROWS) -> Int64:
    found: list[int] = []
    at = 0
    while at < len(values) and len(found) < most:
        done = cast(values[at:], dtype)
        if done.first < 0:
            break
        at += done.first
        row = int(rows[at])
        found.append(row)
        at = int(np.searchsorted(rows, row, side="right"))
    return np.array(found, np.int64)


def _value_findings(plan: Plan, own: TensorPlan, tallies: dict[str, _Tally]) -> Iterator[Finding]:
    name = own.name
    source = own.column.dtype
    lost, collision = tallies["lost"], tallies["collision"]
    if lost.count:
        refused = own.choice.lossy == "refuse"
        said = "do not fit" if refused else "are changed to fit"
        yield Finding(
            "error" if refused else "warning", "lossy-cast",
            f"{lost.count:,} values of “{name}” ({source}) {said} {own.dtype}. "
            + ("The export is refused." if refused else "Fractions are cut, the rest takes the nearest value."),
            lost.count, lost.rows,
            "Choose a dtype that holds them, or fill what is missing.", name,
        )  # fmt: skip
    padded = plan.cost(name).cells > plan.cost(name).real
    if collision.count and padded and all(axis.mode == "constant" for axis in own.axes):
        yield Finding(
            "warning", "fill-collides",
            f"{collision.count:,} real values of “{name}” equal the fill value {own.choice.value}. "
            "A model that masks this value drops them.",
            collision.count, collision.rows, "Choose another fill value, or use the mask.", name,
        )  # fmt: skip
    for key, word in (("nan", "NaN"), ("inf", "infinite")):
        tally = tallies[key]
        if tally.count and own.dtype.kind == "f":
            yield Finding(
                "warning", key,
                f"{tally.count:,} values of “{name}” are {word}. A single one makes a loss NaN.",
                tally.count, tally.rows,
                "Fill missing values with a constant." if key == "nan" else "Clean the source.", name,
            )  # fmt: skip
    if tallies["rounded"].count:
        yield Finding(
            "info", "rounded",
            f"{tallies['rounded'].count:,} values of “{name}” ({source}) are rounded to {own.dtype}.",
            tallies["rounded"].count, (), f"Choose {source} to keep them exact.", name,
        )  # fmt: skip


def check_block(plan: Plan, tensor: str, rows: RowsLike) -> tuple[Finding, ...]:
    """Return the findings about the rows of one block, with tensor row numbers."""
    own = plan.of(tensor)
    numbers = own.source_rows(rows) - own.start
    lengths = plan.slots(tensor, rows).length
    tallies = {name: _Tally() for name in TALLIES}
    _count(own, plan.kept(tensor, rows), tallies)
    return by_level(
        [
            *_cut(plan, tensor, lengths, numbers),
            *_empty(own, lengths, numbers),
            *_value_findings(plan, own, tallies),
        ]
    )


def _rows(count: int) -> str:
    return "row" if count == 1 else "rows"


def _first(rows: NDArray[Any]) -> tuple[int, ...]:
    return tuple(int(row) for row in rows[:MOST_ROWS])
