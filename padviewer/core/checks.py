"""Findings: what a person should know about this data with this recipe."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from padviewer.core.checks_values import ShouldStop, check_block_values, check_values
from padviewer.core.encode import Tokenise
from padviewer.core.finding import Finding, by_level, first_rows, number_of
from padviewer.core.lengths import LengthCounts, count_lengths
from padviewer.core.plan import Plan
from padviewer.core.ragged import Int64
from padviewer.core.slots import Slots
from padviewer.core.tensor_plan import RowsLike, TensorPlan

OUTLIER_FACTOR = 4
OUTLIER_PADDING = 0.9
NARROW = "\u202f"  # the no-break space between a number and its percent sign
REMOVE_EMPTY = "Take the empty rows out of the source."


def check(plan: Plan, should_stop: ShouldStop | None = None) -> tuple[Finding, ...]:
    """Return all findings about a plan, most serious first; their row numbers are rows of the tensor.

    Parameters
    ----------
    plan : Plan
    should_stop : callable or None
        Asked between pieces; True raises `Stopped`.
    """
    start, stop = plan.recipe.rows.of(len(plan.prepared))
    found = [_of_rows(finding, start, stop) for finding in plan.prepared.findings]
    for tensor in plan.tensors:
        found += check_lengths(plan, tensor)
        found += check_values(plan, tensor, should_stop)
    found += check_memory(plan)
    return by_level(found)


def check_block(plan: Plan, tensor: str, rows: RowsLike) -> tuple[Finding, ...]:
    """Return the findings about the rows of one block, with tensor row numbers; a row twice counts once."""
    own = plan.of(tensor)
    numbers = np.unique(own.source_rows(rows)) - own.start
    lengths = plan.slots(tensor, numbers).length
    return by_level(
        [
            *_cut(plan, own, lengths, numbers),
            *_inner_cut(own, numbers),
            *_empty(own, lengths, numbers),
            *check_block_values(plan, tensor, numbers),
        ]
    )


def _of_rows(finding: Finding, start: int, stop: int) -> Finding:
    """Return a finding about the whole column with the row numbers of the tensor."""
    return replace(finding, rows=tuple(row - start for row in finding.rows if start <= row < stop))


def unit(plan: Plan, tensor: str, count: int = 2) -> str:
    """Return what a step of the tensor is called: steps, or the encoder's own word."""
    for transform in plan.recipe[tensor].transforms:
        if isinstance(transform, Tokenise):
            return transform.by if count != 1 else transform.by.removesuffix("s")
    return "steps" if count != 1 else "step"


def check_lengths(plan: Plan, tensor: str, counts: LengthCounts | None = None) -> tuple[Finding, ...]:
    """Return what the lengths alone tell, along the first ragged axis (and what further axes cut).

    Parameters
    ----------
    plan : Plan
    tensor : str
    counts : LengthCounts or None
        The counted lengths of the tensor's rows, where somebody has them.
    """
    own = plan.of(tensor)
    lengths = plan.slots(tensor, slice(None)).length
    numbers = np.arange(own.n, dtype=np.int64)
    return (
        *_cut(plan, own, lengths, numbers),
        *_inner_cut(own, numbers),
        *_empty(own, lengths, numbers),
        *_outlier(plan, own, lengths, counts or count_lengths(lengths)),
        *_not_right_padded(own, lengths, numbers),
    )


def _cut(plan: Plan, own: TensorPlan, lengths: Int64, numbers: Int64) -> Iterator[Finding]:
    axis = own.axes[0]
    cut = np.flatnonzero(lengths > axis.width)
    if not len(cut):
        return
    lost = int((lengths[cut] - axis.width).sum())
    longest = int(cut[np.argmax(lengths[cut])])
    most = int(lengths[longest])
    one = len(cut) == 1
    place = {"post": "at {} end", "pre": "at {} start", "middle": "in {} middle"}[axis.truncating]
    row = int(numbers[longest])
    told = (
        f"It is row {row}, which has {most:,}."
        if one
        else f"The longest, row {row}, loses {most - axis.width:,} of {most:,}."
    )
    yield Finding(
        "warning", "steps-lost",
        f"{number_of(len(cut), 'row')} {'loses' if one else 'lose'} {lost:,} {unit(plan, own.name, lost)} "
        f"{place.format('its' if one else 'their')}. {told}",
        len(cut), first_rows(numbers[cut]), f"Set maxlen to {most}.", own.name,
    )  # fmt: skip


def _inner_cut(own: TensorPlan, numbers: Int64) -> Iterator[Finding]:
    source = numbers + own.start
    for k, axis in enumerate(own.axes):
        slots = Slots.of(own.offsets_of[k], source, axis)
        cut = slots.length > axis.width
        count = int(np.count_nonzero(cut))
        if k and count:
            one = count == 1
            lost = int((slots.length[cut] - axis.width).sum())
            most = int(slots.length[cut].max())
            yield Finding(
                "warning", "inner-steps-lost",
                f"{number_of(count, 'inner row')} of “{own.name}” {'loses' if one else 'lose'} "
                f"{number_of(lost, 'step')}. {'It' if one else 'The longest'} has {most:,} of at most "
                f"{axis.width:,}.",
                count, first_rows(numbers[cut]), f"Set the maxlen of axis {k + 1} to {most}.", own.name,
            )  # fmt: skip
        if k + 1 < len(own.axes):
            numbers = np.repeat(numbers, slots.kept)
            source = slots.sources()


def _empty(own: TensorPlan, lengths: Int64, numbers: Int64) -> Iterator[Finding]:
    rows = numbers[lengths == 0]
    if not len(rows):
        return
    one = len(rows) == 1
    yield Finding(
        "warning", "empty-rows",
        f"{number_of(len(rows), 'row')} of “{own.name}” {'is' if one else 'are'} empty. "
        "Nothing but padding stands there, and a masked average of it is NaN.",
        len(rows), first_rows(rows), REMOVE_EMPTY, own.name,
    )  # fmt: skip
    if own.axes[0].padding == "post":
        yield Finding(
            "info", "right-padded-but-empty",
            f"“{own.name}” is right-padded, but {number_of(len(rows), 'row')} of it "
            f"{'has' if one else 'have'} no step. cuDNN's LSTM and GRU take no mask with an empty row.",
            len(rows), first_rows(rows), REMOVE_EMPTY, own.name,
        )  # fmt: skip


def _outlier(plan: Plan, own: TensorPlan, lengths: Int64, counts: LengthCounts) -> Iterator[Finding]:
    width = own.axes[0].width
    reach = min(width, counts.maximum)
    p99 = max(counts.percentile(99), 1)
    share = counts.padding_share(width)
    if reach <= OUTLIER_FACTOR * p99 or share <= OUTLIER_PADDING:
        return
    few = counts.rows_cut(p99)
    yield Finding(
        "warning", "outlier",
        f"{number_of(few, 'row')} of more than {p99:,} {unit(plan, own.name, p99)} "
        f"{'makes' if few == 1 else 'make'} “{own.name}” {reach / p99:,.1f} × as large as p99 would: "
        f"{_percent(share)} is padding. "
        f"Maxlen {p99} loses {counts.steps_lost(p99):,} of {counts.total:,} {unit(plan, own.name)}.",
        few, first_rows(np.flatnonzero(lengths > p99)), f"Set maxlen to {p99}, which is p99.", own.name,
    )  # fmt: skip


def _not_right_padded(own: TensorPlan, lengths: Int64, numbers: Int64) -> Iterator[Finding]:
    axis = own.axes[0]
    if axis.padding == "post":
        return
    rows = numbers[lengths < axis.width]
    if not len(rows):
        return
    side = {"pre": "at {} start", "both": "at both ends"}[axis.padding].format(
        "its" if len(rows) == 1 else "their"
    )
    yield Finding(
        "info", "not-right-padded",
        f"{number_of(len(rows), 'row')} of “{own.name}” {'is' if len(rows) == 1 else 'are'} padded {side}. "
        "cuDNN's LSTM and GRU need padding at the end: on a GPU they run slower, or fail in fit and predict.",
        len(rows), first_rows(rows), "Set padding to post where the model runs on a GPU.", own.name,
    )  # fmt: skip


def check_memory(plan: Plan, memory: int | None = None) -> tuple[Finding, ...]:
    """Say where the exported arrays are larger than the machine's memory (`memory` bytes; None asks it)."""
    memory = machine_memory() if memory is None else memory
    total = sum(plan.cost(tensor).total for tensor in plan.tensors)
    if memory is None or total <= memory:
        return ()
    return (
        Finding(
            "warning", "memory",
            f"The arrays take {_size(total)}, this machine has {_size(memory)} of memory. "
            "The export is written piece by piece, but nothing here can load it whole.",
            remedy="Set a smaller maxlen or a narrower dtype.",
        ),
    )  # fmt: skip


def machine_memory() -> int | None:
    """Return the machine's memory in bytes, or None where the system does not tell."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None


def _percent(share: float) -> str:
    """Return a large share below 1 in percent, which is 100 only where it is exactly that."""
    said = f"{100 * share:.1f}"
    return f"> 99.9{NARROW}%" if said == "100.0" else f"{said}{NARROW}%"


def _size(nbytes: int) -> str:
    """Return bytes with an SI unit and three digits: ``506 kB``, ``41.8 GB``."""
    value, units = float(nbytes), ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
    while value >= 999.5 and len(units) > 1:
        value /= 1000
        units.pop(0)
    return f"{value:#.3g}".rstrip(".") + f" {units[0]}" if units[0] != "B" else f"{nbytes} B"
