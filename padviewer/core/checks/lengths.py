"""Findings that the lengths alone tell: what is cut, empty, far longer than the rest, or not right-padded."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from padviewer.core.checks.memory import machine_memory, size_said
from padviewer.core.data.lengths import LengthCounts, count_pieces
from padviewer.core.data.ragged import Int64
from padviewer.core.finding import MOST_ROWS, Finding, Level, first_rows
from padviewer.core.padding.step_words import units
from padviewer.core.padding.tensor_plan import PIECE_ROWS, RowsLike, TensorPlan
from padviewer.core.sentence import Sentence, say, say_count

OUTLIER_FACTOR = 4
OUTLIER_PADDING = 0.9
NARROW = "\u202f"  # the no-break space between a number and its percent sign


def check_lengths(own: TensorPlan, counts: LengthCounts | None = None) -> tuple[Finding, ...]:
    """Return what the lengths alone tell, along the first ragged axis (and what further axes cut).

    Parameters
    ----------
    own : TensorPlan
    counts : LengthCounts or None
        The counted lengths of the tensor's rows, where somebody has them.
    """
    seen = _Seen.empty(own)
    for rows in own.row_pieces():
        seen.add(own, rows)
    counts = counts or count_pieces(_lengths(own))
    return (
        *_of_each(own, seen, counts),
        *_outlier(own, counts),
        *_not_right_padded(own, seen),
    )


def check_lengths_of(own: TensorPlan, rows: Int64) -> tuple[Finding, ...]:
    """Return what the lengths of some ascending tensor rows tell of each of them: cut, cut inside, empty."""
    seen = _Seen.empty(own)
    seen.add(own, rows)
    return tuple(_of_each(own, seen))


@dataclass
class _Rows:
    """How many rows, and the first of them; how many steps they lose, and the longest, which comes first."""

    count: int = 0
    first: tuple[int, ...] = ()
    lost: int = 0
    most: int = 0
    longest: int = 0

    def add(self, rows: Int64, lengths: Int64, width: int = 0) -> None:
        if not len(rows):
            return
        self.count += len(rows)
        if len(self.first) < MOST_ROWS:
            self.first = first_rows(np.append(np.array(self.first, np.int64), rows))
        self.lost += int((lengths - width).sum())
        at = int(np.argmax(lengths))
        if lengths[at] > self.most:
            self.most, self.longest = int(lengths[at]), int(rows[at])


@dataclass
class _Seen:
    """What passes over ascending rows have seen; `cut` has one for each ragged axis."""

    cut: list[_Rows]
    empty_rows: _Rows
    padded: _Rows

    @classmethod
    def empty(cls, own: TensorPlan) -> _Seen:
        return cls([_Rows() for _ in own.axes], _Rows(), _Rows())

    def add(self, own: TensorPlan, rows: RowsLike) -> None:
        for k, (slots, numbers) in enumerate(own.axis_slots(rows)):
            cut = slots.length > slots.width
            self.cut[k].add(numbers[cut], slots.length[cut], slots.width)
            if k == 0:
                for seen, hit in (
                    (self.empty_rows, slots.length == 0), (self.padded, slots.length < slots.width)
                ):  # fmt: skip
                    seen.add(numbers[hit], slots.length[hit])


def _lengths(own: TensorPlan) -> Iterator[Int64]:
    """Yield the lengths of consecutive rows."""
    for at in range(0, own.n, PIECE_ROWS):
        begins, ends = own.bounds(slice(at, at + PIECE_ROWS))
        yield ends - begins


def _of_each(own: TensorPlan, seen: _Seen, counts: LengthCounts | None = None) -> Iterator[Finding]:
    yield from _cut(own, seen.cut[0], counts)
    yield from _inner_cut(own, seen.cut)
    yield from _empty(own, seen.empty_rows)


def _cut(own: TensorPlan, cut: _Rows, counts: LengthCounts | None) -> Iterator[Finding]:
    axis = own.axes[0]
    if not cut.count:
        return
    lost, most, row = cut.lost, cut.most, str(own.said_number(cut.longest))
    if cut.count == 1:
        told = say("It is row {row}, which has {most}.", row=row, most=most)
    else:
        told = say(
            "The longest, row {row}, loses {lost} of {most}.", row=row, lost=most - axis.width, most=most
        )
    level: Level = "warning"
    remedy = say("Set maxlen to {most}.", most=str(most))
    if counts is not None and is_outlier(counts, counts.maximum):
        # what is cut beyond p99 is what `outlier` advises to cut: advice must not go in a circle
        p99, share = counts.percentile(99), _percent(counts.padding_share(most))
        if axis.width >= p99:
            level = "info"
            remedy = say("Keep it: with maxlen {most} {share} would be padding.", most=str(most), share=share)
        else:
            remedy = say(
                "Set maxlen to {p99}, which is p99: with {most} {share} would be padding.",
                p99=str(p99), most=str(most), share=share,
            )  # fmt: skip
    memory, whole = machine_memory(), _bytes_at(own, most)
    if level == "warning" and memory is not None and whole > memory:  # where `memory` would say to cut
        remedy = say(
            "Keep it: with maxlen {most} the arrays would take {size}, more than this machine's memory.",
            most=str(most), size=size_said(whole),
        )  # fmt: skip
    yield Finding(
        level,
        "steps-lost",
        _cut_said(axis.truncating, cut.count, units(own, lost), told, own.name),
        cut.count,
        cut.first,
        remedy,
        own.name,
    )


def _bytes_at(own: TensorPlan, width: int) -> int:
    """Return what the tensor and its mask take with another first width."""
    steps = own.n * width * math.prod(axis.width for axis in own.axes[1:])
    return steps * (math.prod(own.column.inner_shape) * own.dtype.itemsize + 1)


def _cut_said(truncating: str, count: int, lost: Sentence, told: Sentence, name: str) -> Sentence:
    if truncating == "post":
        return say_count(
            "{count} row of “{name}” loses {lost} at its end. {told}",
            "{count} rows of “{name}” lose {lost} at their end. {told}",
            count,
            name=name,
            lost=lost,
            told=told,
        )
    if truncating == "pre":
        return say_count(
            "{count} row of “{name}” loses {lost} at its start. {told}",
            "{count} rows of “{name}” lose {lost} at their start. {told}",
            count,
            name=name,
            lost=lost,
            told=told,
        )
    return say_count(
        "{count} row of “{name}” loses {lost} in its middle. {told}",
        "{count} rows of “{name}” lose {lost} in their middle. {told}",
        count,
        name=name,
        lost=lost,
        told=told,
    )


def _inner_cut(own: TensorPlan, every: list[_Rows]) -> Iterator[Finding]:
    for k, (axis, cut) in enumerate(zip(own.axes, every, strict=True)):
        if k and cut.count:
            count, lost, most = cut.count, cut.lost, cut.most
            yield Finding(
                "warning",
                "inner-steps-lost",
                say_count(
                    "{count} inner row of “{name}” loses {steps}. It has {most} of at most {width}.",
                    "{count} inner rows of “{name}” lose {steps}. The longest has {most} of at most {width}.",
                    count,
                    name=own.name,
                    steps=say_count("{count} step", "{count} steps", lost),
                    most=most,
                    width=axis.width,
                ),
                count,
                cut.first,
                say("Set the maxlen of axis {axis} to {most}.", axis=str(k + 1), most=str(most)),
                own.name,
            )


def _empty(own: TensorPlan, rows: _Rows) -> Iterator[Finding]:
    if not rows.count:
        return
    yield Finding(
        "warning",
        "empty-rows",
        say_count(
            "{count} row of “{name}” is empty. Nothing but padding stands there: "
            "a masked average of it is NaN, and cuDNN's LSTM and GRU take no mask with such a row.",
            "{count} rows of “{name}” are empty. Nothing but padding stands there: "
            "a masked average of one is NaN, and cuDNN's LSTM and GRU take no mask with such a row.",
            rows.count,
            name=own.name,
        ),
        rows.count,
        rows.first,
        say("Leave empty rows out, labels too."),
        own.name,
    )


def is_outlier(counts: LengthCounts, width: int) -> bool:
    """Whether a few rows make a tensor of `width` steps far larger than the others need, mostly padding."""
    p99 = max(counts.percentile(99), 1)
    reach = min(width, counts.maximum)
    return reach > OUTLIER_FACTOR * p99 and counts.padding_share(width) > OUTLIER_PADDING


def _outlier(own: TensorPlan, counts: LengthCounts) -> Iterator[Finding]:
    width = own.axes[0].width
    reach = min(width, counts.maximum)
    p99 = max(counts.percentile(99), 1)
    share = counts.padding_share(width)
    if not is_outlier(counts, width):
        return
    few = counts.rows_cut(p99)
    yield Finding(
        "warning",
        "outlier",
        say_count(
            "{count} row of more than {steps} makes “{name}” {times} × as large as p99 would: "
            "{share} is padding. Maxlen {p99} loses {lost} of {total}.",
            "{count} rows of more than {steps} make “{name}” {times} × as large as p99 would: "
            "{share} is padding. Maxlen {p99} loses {lost} of {total}.",
            few,
            steps=units(own, p99),
            name=own.name,
            times=f"{reach / p99:,.1f}",
            share=_percent(share),
            p99=str(p99),
            lost=counts.steps_lost(p99),
            total=units(own, counts.total),
        ),
        few,
        _longer_than(own, p99),
        say("Set maxlen to {p99}, which is p99.", p99=str(p99)),
        own.name,
    )


def _longer_than(own: TensorPlan, length: int) -> tuple[int, ...]:
    """Return the first rows that are longer."""
    found: tuple[int, ...] = ()
    at = 0
    for lengths in _lengths(own):
        longer = np.flatnonzero(lengths > length) + at
        found = first_rows(np.append(np.array(found, np.int64), longer))
        at += len(lengths)
        if len(found) == MOST_ROWS:
            break
    return found


def _not_right_padded(own: TensorPlan, seen: _Seen) -> Iterator[Finding]:
    axis, rows = own.axes[0], seen.padded
    if axis.padding == "post" or not rows.count:
        return
    yield Finding(
        "info",
        "not-right-padded",
        _padded_said(axis.padding, rows.count, own.name),
        rows.count,
        rows.first,
        say("Set padding to post where the model runs on a GPU."),
        own.name,
    )


def _padded_said(padding: str, count: int, name: str) -> Sentence:
    gpu = say(
        "cuDNN's LSTM and GRU need padding at the end: on a GPU they run slower, or fail in fit and predict."
    )
    if padding == "pre":
        return say_count(
            "{count} row of “{name}” is padded at its start. {gpu}",
            "{count} rows of “{name}” are padded at their start. {gpu}",
            count,
            name=name,
            gpu=gpu,
        )
    return say_count(
        "{count} row of “{name}” is padded at both ends. {gpu}",
        "{count} rows of “{name}” are padded at both ends. {gpu}",
        count,
        name=name,
        gpu=gpu,
    )


def _percent(share: float) -> str:
    """Return a large share below 1 in percent, which is 100 only where it is exactly that."""
    said = f"{100 * share:.1f}"
    return f"> 99.9{NARROW}%" if said == "100.0" else f"{said}{NARROW}%"
