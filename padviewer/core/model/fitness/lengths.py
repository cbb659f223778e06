"""Which lengths a model's layers can take: the smallest, and the steps between; from the config alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from padviewer.core.finding import Finding
from padviewer.core.model.calls import Call, Given, walk
from padviewer.core.model.fitness.unfit import unfit
from padviewer.core.model.shape_rules import MaybeShape, NoSuchShapeError, shapes_after
from padviewer.core.model.spec import InputSpec, ModelSpec, Shape
from padviewer.core.model.tensor_facts import TensorFacts
from padviewer.core.sentence import Sentence, say, say_count

MOST_CALLS = 60_000
_CONTRADICTION = (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError)


@dataclass(frozen=True)
class Refusal:
    """The layer that cannot take a length."""

    layer: str
    class_name: str


def refusal(spec: ModelSpec, shapes: Sequence[Shape]) -> Refusal | None:
    """Return the first layer that cannot take what it would be given; None where none is known to refuse."""
    if spec.network is None:
        return None
    try:
        walk(spec.network, list[MaybeShape](shapes), shapes_after)
    except NoSuchShapeError as error:
        return Refusal(error.layer, error.class_name)
    except _CONTRADICTION:
        return None
    return None


def check_lengths_taken(
    spec: ModelSpec, pairs: Sequence[tuple[InputSpec, TensorFacts]], shapes: Sequence[Shape]
) -> Iterator[Finding]:
    """Yield the error that a layer cannot take the tensors' lengths, with the lengths that it can take.

    Parameters
    ----------
    spec : ModelSpec
    pairs : sequence of (InputSpec, TensorFacts)
        For every input of the model, in its order.
    shapes : sequence of shape
        What each input is given.
    """
    found = refusal(spec, shapes)
    if found is None:
        return
    for length in dict.fromkeys(
        shape[1]
        for (one, _), shape in zip(pairs, shapes, strict=True)
        if len(shape) > 1 and len(one.shape) > 1 and one.shape[1] is None
    ):
        if length is None:
            continue
        open_ones = tuple(
            len(shape) > 1 and len(one.shape) > 1 and one.shape[1] is None and shape[1] == length
            for (one, _), shape in zip(pairs, shapes, strict=True)
        )
        frame = tuple(shapes)
        taken = lengths_taken(spec, frame, open_ones, length)
        if taken:
            tensor = next(tensor for (_, tensor), is_open in zip(pairs, open_ones, strict=True) if is_open)
            message, remedy = _said(spec, found, taken, length)
            yield unfit("length-not-taken", tensor, message, remedy, count=length)
            return
    tensor = pairs[0][1]
    yield unfit(
        "length-not-taken",
        tensor,
        say(
            "{layer} ({class_name}) cannot take what {model} makes of {shape}.",
            layer=found.layer,
            class_name=found.class_name,
            model=spec.name,
            shape=", ".join(str(tensor.shape) for _, tensor in pairs),
        ),
        say("Give tensors of the lengths that the model was built for."),
    )


def _said(spec: ModelSpec, found: Refusal, taken: tuple[int, ...], length: int) -> tuple[Sentence, Sentence]:
    smallest, multiple = taken[0], _multiple(taken)
    longer = [one for one in taken if one > length]
    maxlen = longer[0] if longer else taken[-1]
    layer = say("{layer} ({class_name})", layer=found.layer, class_name=found.class_name)
    if length < smallest and multiple == 1:
        message = say(
            "{model} needs at least {steps}; maxlen is {length}. With fewer, nothing is left at {layer}.",
            model=spec.name,
            steps=say_count("{count} step", "{count} steps", smallest),
            length=length,
            layer=layer,
        )
        return message, say("Set maxlen to {maxlen}.", maxlen=str(maxlen))
    if multiple > 1 and all(one % multiple == 0 for one in taken):
        message = say(
            "{model} takes only multiples of {multiple}, from {smallest} on; maxlen is {length}. "
            "With it, the shapes do not fit at {layer}.",
            model=spec.name,
            multiple=multiple,
            smallest=smallest,
            length=length,
            layer=layer,
        )
        return message, say(
            "Set maxlen to {maxlen}, or the multiple to {multiple}.",
            maxlen=str(maxlen),
            multiple=str(multiple),
        )
    several = ", ".join(str(one) for one in taken[:4]) + (" …" if len(taken) > 4 else "")
    message = say(
        "{model} takes {several} steps; maxlen is {length}. With it, the shapes do not fit at {layer}.",
        model=spec.name,
        several=several,
        length=length,
        layer=layer,
    )
    return message, say("Set maxlen to {maxlen}.", maxlen=str(maxlen))


def _multiple(taken: tuple[int, ...]) -> int:
    """Return the distance of the lengths where it is always the same; 0 where it is not."""
    steps = {b - a for a, b in pairwise(taken)}
    return steps.pop() if len(steps) == 1 else 0


@lru_cache(maxsize=64)
def lengths_taken(
    spec: ModelSpec, shapes: tuple[Shape, ...], open_ones: tuple[bool, ...], near: int
) -> tuple[int, ...]:
    """Return the lengths that every layer takes, from 1 to some beyond the smallest and beyond `near`.

    Parameters
    ----------
    spec : ModelSpec
        With a network.
    shapes : tuple of shape
        What each input is given.
    open_ones : tuple of bool
        The inputs whose axis 1 has the length.
    near : int
        The length that was refused.
    """
    taken: list[int] = []
    length, calls = 0, 0
    counter = [0]

    def visit(call: Call, given: Given[MaybeShape]) -> list[MaybeShape]:
        counter[0] += 1
        return shapes_after(call, given)

    while calls < MOST_CALLS:
        length += 1
        tried: list[MaybeShape] = [
            (shape[0], length, *shape[2:]) if is_open else shape
            for shape, is_open in zip(shapes, open_ones, strict=True)
        ]
        try:
            walk(spec.network or {}, tried, visit)
            taken.append(length)
        except NoSuchShapeError:
            pass
        calls = counter[0]
        if len(taken) >= 5 and length >= near + 2 * (taken[-1] - taken[-2]):
            break
    return tuple(taken)
