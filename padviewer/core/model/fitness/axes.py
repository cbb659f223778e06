"""Whether a tensor's axes fit a model's input: their number, the size of each, a fixed batch."""

from __future__ import annotations

from collections.abc import Iterator

from padviewer.core.amounts import axes
from padviewer.core.finding import Finding
from padviewer.core.model.fitness.unfit import unfit
from padviewer.core.model.spec import InputSpec
from padviewer.core.model.tensor_facts import TensorFacts
from padviewer.core.sentence import Sentence, say, say_count


def check_axes(one: InputSpec, tensor: TensorFacts) -> Iterator[Finding]:
    """Yield what does not fit, and what Keras adjusts by itself: a last axis of 1."""
    given, wanted = tensor.shape, one.shape
    if len(given) == len(wanted) + 1 and given[-1] == 1:
        yield _adjusted(tensor, _drops(one, tensor))
        given = given[:-1]
    elif len(given) == len(wanted) - 1 and wanted[-1] == 1:
        yield _adjusted(tensor, _adds(one, tensor))
        wanted = wanted[:-1]
    if len(given) != len(wanted):
        yield unfit(
            "other-rank",
            tensor,
            say(
                "{tensor} has {axes} {given}; the model's {input} takes {wanted_axes} {wanted}.",
                tensor=tensor.name,
                axes=axes(len(given)),
                given=str(given),
                input=one.name,
                wanted_axes=str(len(wanted)),
                wanted=str(wanted),
            ),
            _rank_remedy(len(given), len(wanted)),
        )
        return
    for axis, (has, takes) in enumerate(zip(given, wanted, strict=True)):
        if takes is None or takes == has:
            continue
        if axis == 0:
            yield _batch(one, tensor, takes)
            continue
        message, remedy = _size_said(one, tensor, axis, takes)
        yield unfit("other-size", tensor, message, remedy, count=abs(has - takes))


def _size_said(one: InputSpec, tensor: TensorFacts, axis: int, takes: int) -> tuple[Sentence, Sentence]:
    """Return that one axis has another size, and what to do about it."""
    last, has = len(tensor.shape) - 1, tensor.shape[axis]
    wanted, given = str(takes), str(has)
    if axis == last and (axis > 1 or tensor.kind == "f"):
        cells = say_count("{count} feature", "{count} features", has)
        remedy = say("Choose the columns that the model was built for, or build the model for these.")
    elif axis == 1:
        cells = say_count("{count} step", "{count} steps", has)
        remedy = say("Set maxlen to {wanted}, or build the model for {given}.", wanted=wanted, given=given)
    else:
        cells = say_count("{count} cell", "{count} cells", has)
        remedy = say(
            "Set the maxlen of this axis to {wanted} where it is ragged, or build the model for {given}.",
            wanted=wanted,
            given=given,
        )
    message = say(
        "{tensor} has {cells} on axis {axis}; the model's {input} takes exactly {takes}.",
        tensor=tensor.name,
        cells=cells,
        axis=str(axis),
        input=one.name,
        takes=takes,
    )
    return message, remedy


def _rank_remedy(given: int, wanted: int) -> Sentence:
    if (given, wanted) == (2, 3):
        return say("Build the model with an Embedding at its start, or choose a column of several features.")
    if (given, wanted) == (3, 2):
        return say(
            "Build the model with a recurrent or Conv1D layer at its start, "
            "or choose a column of one value a step."
        )
    return say("Choose another column, or build the model for these axes.")


def _adjusted(tensor: TensorFacts, message: Sentence) -> Finding:
    return Finding("warning", "rank-adjusted", message, where=tensor.name)


def _drops(one: InputSpec, tensor: TensorFacts) -> Sentence:
    return say(
        "{tensor} is {shape}, the model's {input} takes {takes}. Keras drops the last axis of 1 by itself.",
        tensor=tensor.name,
        shape=str(tensor.shape),
        input=one.name,
        takes=str(one.shape),
    )


def _adds(one: InputSpec, tensor: TensorFacts) -> Sentence:
    return say(
        "{tensor} is {shape}, the model's {input} takes {takes}. Keras adds a last axis of 1 by itself.",
        tensor=tensor.name,
        shape=str(tensor.shape),
        input=one.name,
        takes=str(one.shape),
    )


def _batch(one: InputSpec, tensor: TensorFacts, takes: int) -> Finding:
    left = tensor.shape[0] % takes if takes else tensor.shape[0]
    rows = say_count("{count} row", "{count} rows", takes)
    if not left:
        return Finding(
            "info",
            "fixed-batch",
            say("The model's {input} takes exactly {rows} at a time.", input=one.name, rows=rows),
            where=tensor.name,
            remedy=say("Run it with batch_size={takes}.", takes=str(takes)),
        )
    return unfit(
        "fixed-batch",
        tensor,
        say(
            "The model's {input} takes exactly {rows} at a time; "
            "of {given} the last {left} do not fill a batch.",
            input=one.name,
            rows=rows,
            given=say_count("{count} row", "{count} rows", tensor.shape[0]),
            left=left,
        ),
        say("Build the model with a batch of None, or leave the last rows out."),
        count=left,
    )
