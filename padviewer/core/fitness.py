"""Whether tensors fit a model's inputs: count, names, rank, each axis, dtype, ids against Embeddings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from padviewer.core.finding import Finding, by_level
from padviewer.core.modelspec import EmbeddingLimit, InputSpec, ModelSpec
from padviewer.core.sentence import Sentence, say, say_count
from padviewer.core.tensor_facts import Number, TensorFacts

__all__ = ["TensorFacts", "fit_model", "pair", "verdict"]

EXACT_INTEGERS = {"float16": 1 << 11, "bfloat16": 1 << 8, "float32": 1 << 24, "float64": 1 << 53}


def fit_model(spec: ModelSpec, tensors: Sequence[TensorFacts]) -> tuple[Finding, ...]:
    """Compare every tensor with every input of a model.

    Parameters
    ----------
    spec : ModelSpec
    tensors : sequence of TensorFacts
        In the recipe's order.

    Returns
    -------
    tuple of Finding
        Each misfit as one finding, most serious first; empty where everything fits. ``where`` is the
        tensor's name, or the model's where no single tensor is meant.

    Examples
    --------
    >>> spec = ModelSpec("m", (InputSpec("ids", (None, 100), "int32"),))
    >>> print(fit_model(spec, [TensorFacts("tokens", (1319, 96), "int32", 0, 8643)])[0].message)
    tokens has 96 steps on axis 1; the model's ids takes exactly 100.
    """
    if not spec.inputs:
        return (_no_inputs(spec),)
    pairs, findings = pair(spec, tensors)
    for one, tensor in pairs:
        findings += _misfits(spec, one, tensor)
    return by_level(findings)


def verdict(spec: ModelSpec, tensors: Sequence[TensorFacts]) -> Sentence:
    """Say in one line what the model takes and what it gets.

    >>> spec = ModelSpec("m", (InputSpec("ids", (None, None), "int32"),))
    >>> verdict(spec, [TensorFacts("tokens", (1319, 96), "int32")])
    'Takes (None, None) int32, gets (1319, 96)'
    """
    if not spec.inputs:
        return say("Declares no inputs")
    pairs, _ = pair(spec, tensors)
    if len(spec.inputs) == len(tensors) == len(pairs) == 1:
        one, tensor = pairs[0]
        dtype = "" if tensor.dtype == one.dtype else f" {tensor.dtype}"
        takes, gets = f"{one.shape} {one.dtype}", f"{tensor.shape}{dtype}"
        return say("Takes {takes}, gets {gets}", takes=takes, gets=gets)
    takes = _listed(f"{one.name} {one.shape} {one.dtype}" for one in spec.inputs)
    if not tensors:
        return say("Takes {takes}, gets nothing", takes=takes)
    gets = _listed(f"{tensor.name} {tensor.shape} {tensor.dtype}" for tensor in tensors)
    return say("Takes {takes}, gets {gets}", takes=takes, gets=gets)


def _listed(things: Iterable[str]) -> str:
    """Return the things as a sentence of nested pairs: ``a and b and c``."""
    first, *others = things
    said = first
    for one in others:
        said = say("{first} and {then}", first=said, then=one)
    return said


def pair(
    spec: ModelSpec, tensors: Sequence[TensorFacts]
) -> tuple[list[tuple[InputSpec, TensorFacts]], list[Finding]]:
    """Pair inputs with tensors: by name where the names agree, else one to one in their order.

    Returns
    -------
    list of (InputSpec, TensorFacts)
    list of Finding
        What is wrong with counts and names.
    """
    by_name = {tensor.name: tensor for tensor in tensors}
    if all(one.name in by_name for one in spec.inputs):
        rest = [tensor for tensor in tensors if tensor.name not in {one.name for one in spec.inputs}]
        return [(one, by_name[one.name]) for one in spec.inputs], [_unused(spec, tensor) for tensor in rest]
    if len(spec.inputs) == len(tensors):
        pairs = list(zip(spec.inputs, tensors, strict=True))
        return pairs, [] if len(pairs) == 1 else [_other_names(spec, pairs)]
    found = [(one, by_name[one.name]) for one in spec.inputs if one.name in by_name]
    return found, [_other_count(spec, tensors)]


def _names(things: Sequence[InputSpec | TensorFacts]) -> str:
    return ", ".join(one.name for one in things)


def _no_inputs(spec: ModelSpec) -> Finding:
    return Finding(
        "warning",
        "no-inputs",
        say(
            "{model} declares no inputs. Only a run on real rows can tell whether the tensors fit.",
            model=spec.name,
        ),
        where=spec.name,
        remedy=say("Start the model with keras.Input."),
    )


def _unused(spec: ModelSpec, tensor: TensorFacts) -> Finding:
    return Finding(
        "info",
        "unused-tensor",
        say("{tensor} is no input of {model}. Keras ignores it.", tensor=tensor.name, model=spec.name),
        where=tensor.name,
    )


def _other_names(spec: ModelSpec, pairs: list[tuple[InputSpec, TensorFacts]]) -> Finding:
    matched: str = ""
    for one, tensor in pairs:
        said = say("{tensor} as {input}", tensor=tensor.name, input=one.name)
        matched = say("{first}, {then}", first=matched, then=said) if matched else said
    return Finding(
        "warning",
        "other-names",
        say(
            "The inputs of {model} have other names than the tensors; by their order they would be read as "
            "{matched}. Given by name, Keras refuses them.",
            model=spec.name,
            matched=matched,
        ),
        where=spec.name,
        remedy=say("Name the tensors {inputs}.", inputs=_names(spec.inputs)),
    )


def _other_count(spec: ModelSpec, tensors: Sequence[TensorFacts]) -> Finding:
    gets = say("no tensor")
    if tensors:
        gets = say_count(
            "{count} tensor ({names})", "{count} tensors ({names})", len(tensors), names=_names(tensors)
        )
    have = {tensor.name for tensor in tensors}
    missing = [one.name for one in spec.inputs if one.name not in have]
    return Finding(
        "error",
        "other-count",
        say(
            "{model} takes {inputs} ({names}); the recipe makes {gets}.",
            model=spec.name,
            inputs=say_count("{count} input", "{count} inputs", len(spec.inputs)),
            names=_names(spec.inputs),
            gets=gets,
        ),
        count=abs(len(spec.inputs) - len(tensors)),
        where=spec.name,
        remedy=say("Make a tensor for {missing}, and no others.", missing=", ".join(missing)),
    )


def _misfits(spec: ModelSpec, one: InputSpec, tensor: TensorFacts) -> Iterator[Finding]:
    yield from _rank_and_axes(one, tensor)
    if tensor.kind == "U":
        if one.dtype != "string":
            yield _error(
                "text-for-numbers",
                tensor,
                say(
                    "{tensor} holds {dtype}, which are no numbers; the model's {input} takes {takes}.",
                    tensor=tensor.name,
                    dtype=tensor.dtype,
                    input=one.name,
                    takes=one.dtype,
                ),
                say("Encode the texts as ids (Tokenise, then Vocabulary)."),
            )
        return
    if one.dtype == "string":
        yield _error(
            "numbers-for-text",
            tensor,
            say(
                "{tensor} holds {dtype}; the model's {input} takes text.",
                tensor=tensor.name,
                dtype=tensor.dtype,
                input=one.name,
            ),
            say("Give the column of texts as it is, or open the model behind its text layer."),
        )
        return
    limits = [limit for limit in spec.embeddings if limit.input_name == one.name]
    yield from _dtype(one, tensor, limits)
    for limit in limits:
        yield from _ids(tensor, limit)


def _error(code: str, tensor: TensorFacts, message: Sentence, remedy: Sentence, count: int = 0) -> Finding:
    return Finding("error", code, message, count=count, where=tensor.name, remedy=remedy)


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
            "Pad or cut this axis to {wanted}, or build the model for {given}.", wanted=wanted, given=given
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


def _rank_and_axes(one: InputSpec, tensor: TensorFacts) -> Iterator[Finding]:
    given, wanted = tensor.shape, one.shape
    if len(given) == len(wanted) + 1 and given[-1] == 1:
        yield _adjusted(tensor, _drops(one, tensor))
        given = given[:-1]
    elif len(given) == len(wanted) - 1 and wanted[-1] == 1:
        yield _adjusted(tensor, _adds(one, tensor))
        wanted = wanted[:-1]
    if len(given) != len(wanted):
        yield _error(
            "other-rank",
            tensor,
            say(
                "{tensor} has {axes} axes {given}; the model's {input} takes {wanted_axes} {wanted}.",
                tensor=tensor.name,
                axes=str(len(given)),
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
        yield _error("other-size", tensor, message, remedy, count=abs(has - takes))


def _rank_remedy(given: int, wanted: int) -> Sentence:
    if (given, wanted) == (2, 3):
        return say("Use one-hot or several feature columns, or start the model with an Embedding.")
    if (given, wanted) == (3, 2):
        return say("Start the model with a recurrent or Conv1D layer, or choose one feature.")
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
    return _error(
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


def _dtype(one: InputSpec, tensor: TensorFacts, limits: list[EmbeddingLimit]) -> Iterator[Finding]:
    integer = one.dtype.startswith(("int", "uint"))
    if tensor.kind == "f" and (integer or limits):
        wanted = one.dtype if integer else "int32"
        if integer:
            taker = say("the model's {input} takes {takes}", input=one.name, takes=one.dtype)
        else:
            taker = say("{layer} reads ids", layer=limits[0].layer_name)
        if tensor.fractional is False:
            yield Finding(
                "warning",
                "float-ids",
                say(
                    "{tensor} is {dtype} with whole numbers; {taker}. Keras casts them.",
                    tensor=tensor.name,
                    dtype=tensor.dtype,
                    taker=taker,
                ),
                where=tensor.name,
                remedy=say("Set dtype to {dtype}.", dtype=wanted),
            )
        else:
            yield _error(
                "float-for-int",
                tensor,
                say(
                    "{tensor} is {dtype}; {taker}. Keras cuts off the fractions without a word.",
                    tensor=tensor.name,
                    dtype=tensor.dtype,
                    taker=taker,
                ),
                say("Encode the values as ids and set dtype to {dtype}.", dtype=wanted),
            )
    low, high = tensor.minimum, tensor.maximum
    if low is None or high is None:
        return
    if integer and (low < np.iinfo(one.dtype).min or high > np.iinfo(one.dtype).max):
        yield _error(
            "overflow",
            tensor,
            say(
                "{tensor} holds values from {low} to {high}, beyond the {takes} that "
                "the model's {input} takes. They wrap around.",
                tensor=tensor.name,
                low=_number(low),
                high=_number(high),
                takes=one.dtype,
                input=one.name,
            ),
            say("Build the model for a wider dtype, or scale the values."),
        )
    exact = EXACT_INTEGERS.get(one.dtype)
    if exact and tensor.kind in "iu" and max(-low, high) > exact:
        yield Finding(
            "warning",
            "inexact",
            say(
                "{tensor} holds integers up to {low}; the model's {input} takes "
                "{takes}, which is exact only up to {exact}.",
                tensor=tensor.name,
                low=_number(max(-low, high)),
                input=one.name,
                takes=one.dtype,
                exact=exact,
            ),
            where=tensor.name,
            remedy=say("Build the model with an integer input."),
        )


def _ids(tensor: TensorFacts, limit: EmbeddingLimit) -> Iterator[Finding]:
    low, high = tensor.minimum, tensor.maximum
    if high is not None and high >= limit.input_dim:
        yield _error(
            "id-beyond-embedding",
            tensor,
            say(
                "{tensor} holds ids up to {high}; {layer} has input_dim "
                "{input_dim}, so its last id is {last}. "
                "On a CPU the model stops with an error, under XLA it reads a wrong row.",
                tensor=tensor.name,
                high=_number(high),
                layer=limit.layer_name,
                input_dim=limit.input_dim,
                last=limit.input_dim - 1,
            ),
            say(
                "Set input_dim to {input_dim}, or cap the vocabulary at id {last}.",
                input_dim=str(int(high) + 1),
                last=str(limit.input_dim - 1),
            ),
        )
    if low is not None and low < 0:
        yield _error(
            "negative-id",
            tensor,
            say(
                "{tensor} holds ids from {low}; for a negative id {layer} silently reads a row from its end.",
                tensor=tensor.name,
                low=_number(low),
                layer=limit.layer_name,
            ),
            say("Use a fill value of 0 or more, and ids from 0 on."),
        )


def _number(value: Number) -> int | str:
    if isinstance(value, (int, np.integer)) and value >= 0:
        return int(value)
    text = f"{value:,}" if isinstance(value, (int, np.integer)) else f"{value:,.6g}"
    return text.replace("-", "\N{MINUS SIGN}")
