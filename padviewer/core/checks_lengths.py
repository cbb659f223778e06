"""Findings that the lengths alone tell: what is cut, empty, far longer than the rest, or not right-padded."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from padviewer.core.finding import Finding, Level, first_rows
from padviewer.core.lengths import LengthCounts, count_lengths
from padviewer.core.ragged import Int64
from padviewer.core.sentence import Sentence, say, say_count
from padviewer.core.slots import Slots
from padviewer.core.step_words import units
from padviewer.core.tensor_plan import TensorPlan

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
    lengths = own.slots(slice(None)).length
    numbers = np.arange(own.n, dtype=np.int64)
    counts = counts or count_lengths(lengths)
    return (
        *_of_each(own, lengths, numbers, counts),
        *_outlier(own, lengths, counts),
        *_not_right_padded(own, lengths, numbers),
    )


def check_lengths_of(own: TensorPlan, rows: Int64) -> tuple[Finding, ...]:
    """Return what the lengths of some ascending tensor rows tell of each of them: cut, cut inside, empty."""
    return tuple(_of_each(own, own.slots(rows).length, rows))


def _of_each(
    own: TensorPlan, lengths: Int64, numbers: Int64, counts: LengthCounts | None = None
) -> Iterator[Finding]:
    yield from _cut(own, lengths, numbers, counts)
    yield from _inner_cut(own, numbers)
    yield from _empty(own, lengths, numbers)


def _cut(own: TensorPlan, lengths: Int64, numbers: Int64, counts: LengthCounts | None) -> Iterator[Finding]:
    axis = own.axes[0]
    cut = np.flatnonzero(lengths > axis.width)
    if not len(cut):
        return
    lost = int((lengths[cut] - axis.width).sum())
    longest = int(cut[np.argmax(lengths[cut])])
    most = int(lengths[longest])
    row = str(int(numbers[longest]))
    if len(cut) == 1:
        told = say("It is row {row}, which has {most}.", row=row, most=most)
    else:
        told = say(
            "The longest, row {row}, loses {lost} of {most}.", row=row, lost=most - axis.width, most=most
        )
    level: Level = "warning"
    remedy = say("Set maxlen to {most}.", most=str(most))
    if counts is not None and axis.width >= counts.percentile(99) and is_outlier(counts, counts.maximum):
        level = "info"  # what is cut is what `outlier` advises to cut: advice must not go in a circle
        remedy = say(
            "Keep it: with maxlen {most} {share} would be padding.",
            most=str(most),
            share=_percent(counts.padding_share(most)),
        )
    yield Finding(
        level,
        "steps-lost",
        _cut_said(axis.truncating, len(cut), units(own, lost), told, own.name),
        len(cut),
        first_rows(numbers[cut]),
        remedy,
        own.name,
    )


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


def _inner_cut(own: TensorPlan, numbers: Int64) -> Iterator[Finding]:
    source = numbers + own.start
    for k, axis in enumerate(own.axes):
        slots = Slots.of(own.offsets_of[k], source, axis)
        cut = slots.length > axis.width
        count = int(np.count_nonzero(cut))
        if k and count:
            lost = int((slots.length[cut] - axis.width).sum())
            most = int(slots.length[cut].max())
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
                first_rows(numbers[cut]),
                say("Set the maxlen of axis {axis} to {most}.", axis=str(k + 1), most=str(most)),
                own.name,
            )
        if k + 1 < len(own.axes):
            numbers = np.repeat(numbers, slots.kept)
            source = slots.sources()


def _empty(own: TensorPlan, lengths: Int64, numbers: Int64) -> Iterator[Finding]:
    rows = numbers[lengths == 0]
    if not len(rows):
        return
    yield Finding(
        "warning",
        "empty-rows",
        say_count(
            "{count} row of “{name}” is empty. Nothing but padding stands there: "
            "a masked average of it is NaN, and cuDNN's LSTM and GRU take no mask with such a row.",
            "{count} rows of “{name}” are empty. Nothing but padding stands there: "
            "a masked average of one is NaN, and cuDNN's LSTM and GRU take no mask with such a row.",
            len(rows),
            name=own.name,
        ),
        len(rows),
        first_rows(rows),
        say("Train on the rows whose exported length is 1 or more."),
        own.name,
    )


def is_outlier(counts: LengthCounts, width: int) -> bool:
    """Whether a few rows make a tensor of `width` steps far larger than the others need, mostly padding."""
    p99 = max(counts.percentile(99), 1)
    reach = min(width, counts.maximum)
    return reach > OUTLIER_FACTOR * p99 and counts.padding_share(width) > OUTLIER_PADDING


def _outlier(own: TensorPlan, lengths: Int64, counts: LengthCounts) -> Iterator[Finding]:
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
        first_rows(np.flatnonzero(lengths > p99)),
        say("Set maxlen to {p99}, which is p99.", p99=str(p99)),
        own.name,
    )


def _not_right_padded(own: TensorPlan, lengths: Int64, numbers: Int64) -> Iterator[Finding]:
    axis = own.axes[0]
    if axis.padding == "post":
        return
    rows = numbers[lengths < axis.width]
    if not len(rows):
        return
    yield Finding(
        "info",
        "not-right-padded",
        _padded_said(axis.padding, len(rows), own.name),
        len(rows),
        first_rows(rows),
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
