"""Whether tensors fit a model's inputs: count, names, rank, each axis, dtype, ids against Embeddings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from padviewer.core.finding import Finding, by_level
from padviewer.core.modelspec import EmbeddingLimit, InputSpec, ModelSpec
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


def verdict(spec: ModelSpec, tensors: Sequence[TensorFacts]) -> str:
    """Say in one line what the model takes and what it gets.

    >>> spec = ModelSpec("m", (InputSpec("ids", (None, None), "int32"),))
    >>> verdict(spec, [TensorFacts("tokens", (1319, 96), "int32")])
    'Takes (None, None) int32, gets (1319, 96)'
    """
    if not spec.inputs:
        return "Declares no inputs"
    pairs, _ = pair(spec, tensors)
    if len(spec.inputs) == len(tensors) == len(pairs) == 1:
        one, tensor = pairs[0]
        dtype = "" if tensor.dtype == one.dtype else f" {tensor.dtype}"
        return f"Takes {one.shape} {one.dtype}, gets {tensor.shape}{dtype}"
    takes = " and ".join(f"{one.name} {one.shape} {one.dtype}" for one in spec.inputs)
    gets = " and ".join(f"{tensor.name} {tensor.shape} {tensor.dtype}" for tensor in tensors)
    return f"Takes {takes}, gets {gets or 'nothing'}"


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


def _s(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _names(things: Sequence[InputSpec | TensorFacts]) -> str:
    return ", ".join(one.name for one in things)


def _no_inputs(spec: ModelSpec) -> Finding:
    return Finding(
        "warning",
        "no-inputs",
        f"{spec.name} declares no inputs. Only a run on real rows can tell whether the tensors fit.",
        where=spec.name,
        remedy="Start the model with keras.Input.",
    )


def _unused(spec: ModelSpec, tensor: TensorFacts) -> Finding:
    return Finding(
        "info",
        "unused-tensor",
        f"{tensor.name} is no input of {spec.name}. Keras ignores it.",
        where=tensor.name,
    )


def _other_names(spec: ModelSpec, pairs: list[tuple[InputSpec, TensorFacts]]) -> Finding:
    matched = ", ".join(f"{tensor.name} as {one.name}" for one, tensor in pairs)
    return Finding(
        "warning",
        "other-names",
        f"The inputs of {spec.name} have other names than the tensors; by their order they would be read as "
        f"{matched}. Given by name, Keras refuses them.",
        where=spec.name,
        remedy=f"Name the tensors {_names(spec.inputs)}.",
    )


def _other_count(spec: ModelSpec, tensors: Sequence[TensorFacts]) -> Finding:
    gets = f"{_s(len(tensors), 'tensor')} ({_names(tensors)})" if tensors else "no tensor"
    have = {tensor.name for tensor in tensors}
    missing = [one.name for one in spec.inputs if one.name not in have]
    return Finding(
        "error",
        "other-count",
        f"{spec.name} takes {_s(len(spec.inputs), 'input')} ({_names(spec.inputs)}); "
        f"the recipe makes {gets}.",
        count=abs(len(spec.inputs) - len(tensors)),
        where=spec.name,
        remedy=f"Make a tensor for {', '.join(missing)}, and no others.",
    )


def _misfits(spec: ModelSpec, one: InputSpec, tensor: TensorFacts) -> Iterator[Finding]:
    yield from _rank_and_axes(one, tensor)
    if tensor.kind == "U":
        if one.dtype != "string":
            yield _error(
                "text-for-numbers",
                tensor,
                f"{tensor.name} holds {tensor.dtype}, which are no numbers; "
                f"the model's {one.name} takes {one.dtype}.",
                "Encode the texts as ids (Tokenise, then Vocabulary).",
            )
        return
    if one.dtype == "string":
        yield _error(
            "numbers-for-text",
            tensor,
            f"{tensor.name} holds {tensor.dtype}; the model's {one.name} takes text.",
            "Give the column of texts as it is, or open the model behind its text layer.",
        )
        return
    limits = [limit for limit in spec.embeddings if limit.input_name == one.name]
    yield from _dtype(one, tensor, limits)
    for limit in limits:
        yield from _ids(tensor, limit)


def _error(code: str, tensor: TensorFacts, message: str, remedy: str, count: int = 0) -> Finding:
    return Finding("error", code, message, count=count, where=tensor.name, remedy=remedy)


def _axis(tensor: TensorFacts, axis: int) -> tuple[str, str]:
    """Return what one cell of an axis is called, and what to do about their number."""
    last = len(tensor.shape) - 1
    if axis == last and (axis > 1 or tensor.kind == "f"):
        return "feature", "Choose the columns that the model was built for, or build the model for these."
    if axis == 1:
        return "step", "Set maxlen to {wanted}, or build the model for {given}."
    return "cell", "Pad or cut this axis to {wanted}, or build the model for {given}."


def _rank_and_axes(one: InputSpec, tensor: TensorFacts) -> Iterator[Finding]:
    given, wanted = tensor.shape, one.shape
    if len(given) == len(wanted) + 1 and given[-1] == 1:
        yield _adjusted(one, tensor, "drops the last axis of 1")
        given = given[:-1]
    elif len(given) == len(wanted) - 1 and wanted[-1] == 1:
        yield _adjusted(one, tensor, "adds a last axis of 1")
        wanted = wanted[:-1]
    if len(given) != len(wanted):
        yield _error(
            "other-rank",
            tensor,
            f"{tensor.name} has {len(given)} axes {given}; "
            f"the model's {one.name} takes {len(wanted)} {wanted}.",
            _rank_remedy(len(given), len(wanted)),
        )
        return
    for axis, (has, takes) in enumerate(zip(given, wanted, strict=True)):
        if takes is None or takes == has:
            continue
        if axis == 0:
            yield _batch(one, tensor, takes)
            continue
        noun, remedy = _axis(tensor, axis)
        yield _error(
            "other-size",
            tensor,
            f"{tensor.name} has {_s(has, noun)} on axis {axis}; "
            f"the model's {one.name} takes exactly {takes:,}.",
            remedy.format(wanted=takes, given=has),
            count=abs(has - takes),
        )


def _rank_remedy(given: int, wanted: int) -> str:
    if (given, wanted) == (2, 3):
        return "Use one-hot or several feature columns, or start the model with an Embedding."
    if (given, wanted) == (3, 2):
        return "Start the model with a recurrent or Conv1D layer, or choose one feature."
    return "Choose another column, or build the model for these axes."


def _adjusted(one: InputSpec, tensor: TensorFacts, what: str) -> Finding:
    return Finding(
        "warning",
        "rank-adjusted",
        f"{tensor.name} is {tensor.shape}, the model's {one.name} takes {one.shape}. Keras {what} by itself.",
        where=tensor.name,
    )


def _batch(one: InputSpec, tensor: TensorFacts, takes: int) -> Finding:
    left = tensor.shape[0] % takes if takes else tensor.shape[0]
    message = f"The model's {one.name} takes exactly {_s(takes, 'row')} at a time"
    if not left:
        return Finding(
            "info", "fixed-batch", f"{message}.", where=tensor.name, remedy=f"Run it with batch_size={takes}."
        )
    return _error(
        "fixed-batch",
        tensor,
        f"{message}; of {_s(tensor.shape[0], 'row')} the last {left:,} do not fill a batch.",
        "Build the model with a batch of None, or leave the last rows out.",
        count=left,
    )


def _dtype(one: InputSpec, tensor: TensorFacts, limits: list[EmbeddingLimit]) -> Iterator[Finding]:
    integer = one.dtype.startswith(("int", "uint"))
    if tensor.kind == "f" and (integer or limits):
        taker = (
            f"the model's {one.name} takes {one.dtype}" if integer else f"{limits[0].layer_name} reads ids"
        )
        if tensor.fractional is False:
            yield Finding(
                "warning",
                "float-ids",
                f"{tensor.name} is {tensor.dtype} with whole numbers; {taker}. Keras casts them.",
                where=tensor.name,
                remedy=f"Set dtype to {one.dtype if integer else 'int32'}.",
            )
        else:
            yield _error(
                "float-for-int",
                tensor,
                f"{tensor.name} is {tensor.dtype}; {taker}. Keras cuts off the fractions without a word.",
                f"Encode the values as ids and set dtype to {one.dtype if integer else 'int32'}.",
            )
    low, high = tensor.minimum, tensor.maximum
    if low is None or high is None:
        return
    if integer and (low < np.iinfo(one.dtype).min or high > np.iinfo(one.dtype).max):
        yield _error(
            "overflow",
            tensor,
            f"{tensor.name} holds values from {_number(low)} to {_number(high)}, beyond the {one.dtype} that "
            f"the model's {one.name} takes. They wrap around.",
            "Build the model for a wider dtype, or scale the values.",
        )
    exact = EXACT_INTEGERS.get(one.dtype)
    if exact and tensor.kind in "iu" and max(-low, high) > exact:
        yield Finding(
            "warning",
            "inexact",
            f"{tensor.name} holds integers up to {_number(max(-low, high))}; the model's {one.name} takes "
            f"{one.dtype}, which is exact only up to {exact:,}.",
            where=tensor.name,
            remedy="Build the model with an integer input.",
        )


def _ids(tensor: TensorFacts, limit: EmbeddingLimit) -> Iterator[Finding]:
    low, high = tensor.minimum, tensor.maximum
    if high is not None and high >= limit.input_dim:
        yield _error(
            "id-beyond-embedding",
            tensor,
            f"{tensor.name} holds ids up to {_number(high)}; {limit.layer_name} has input_dim "
            f"{limit.input_dim:,}, so its last id is {_number(limit.input_dim - 1)}. "
            "On a CPU the model stops with an error, under XLA it reads a wrong row.",
            f"Set input_dim to {int(high) + 1}, or cap the vocabulary at id {limit.input_dim - 1}.",
        )
    if low is not None and low < 0:
        yield _error(
            "negative-id",
            tensor,
            f"{tensor.name} holds ids from {_number(low)}; "
            f"for a negative id {limit.layer_name} silently reads a row from its end.",
            "Use a fill value of 0 or more, and ids from 0 on.",
        )


def _number(value: Number) -> str:
    text = f"{value:,}" if isinstance(value, (int, np.integer)) else f"{value:,.6g}"
    return text.replace("-", "\N{MINUS SIGN}")
