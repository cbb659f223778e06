"""Whether tensors fit a model's inputs: count, names, rank, each axis, dtype, ids against Embeddings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from padviewer.core.finding import Finding, by_level
from padviewer.core.model.fitness.axes import check_axes
from padviewer.core.model.fitness.lengths import check_lengths_taken
from padviewer.core.model.fitness.values import check_values
from padviewer.core.model.spec import InputSpec, ModelSpec, Shape
from padviewer.core.model.tensor_facts import TensorFacts
from padviewer.core.sentence import Sentence, say, say_count

__all__ = ["TensorFacts", "fit_model", "given_shape", "pair", "shapes_line", "verdict"]


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
        told = any(one.code == "no-inputs" for one in spec.findings)
        return () if told else (_no_inputs(spec),)
    pairs, findings = pair(spec, tensors)
    for one, tensor in pairs:
        findings += check_axes(one, tensor)
        findings += check_values(one, tensor, spec.embeddings)
    if len(pairs) == len(spec.inputs) and not any(one.level == "error" for one in findings):
        findings += check_lengths_taken(spec, pairs, [given_shape(*one) for one in pairs])
    return by_level(findings)


def shapes_line(
    spec: ModelSpec, tensors: Sequence[TensorFacts], misfits: Sequence[Finding]
) -> tuple[bool | None, Sentence]:
    """Say in one line whether the shapes fit: True, False, or None where the model declares no inputs.

    `misfits` is `fit_model`'s answer.
    """
    takes = verdict(spec, tensors)
    if not spec.inputs:
        return None, takes
    if any(one.level == "error" for one in misfits):
        return False, say("Shapes: do not fit. {takes}", takes=takes)
    return True, say("Shapes: fit. {takes}", takes=takes)


def given_shape(one: InputSpec, tensor: TensorFacts) -> Shape:
    """Return a tensor's shape as the model's input takes it: Keras adds or drops a last axis of 1."""
    shape = tensor.shape
    if len(shape) == len(one.shape) + 1 and shape[-1] == 1:
        shape = shape[:-1]
    elif len(shape) == len(one.shape) - 1 and one.shape[-1] == 1:
        shape = (*shape, 1)
    return (None, *shape[1:])


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
