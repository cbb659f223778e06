"""Whether a model masks the padding of its tensors: one line, its sign, and the findings behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from padviewer.core.finding import Finding
from padviewer.core.model.masks.counts import InputFacts, MaskCounts, MaskFacts
from padviewer.core.model.masks.facts import Event, MaskFlow
from padviewer.core.model.spec import ModelSpec
from padviewer.core.sentence import Sentence, say, say_count

State = Literal["not-masked", "partly-masked", "not-known", "masked", "no-padding"]
STATES: tuple[State, ...] = ("not-masked", "partly-masked", "not-known", "masked", "no-padding")


@dataclass(frozen=True)
class InputPadding:
    """What a model makes of the padding of one input.

    Parameters
    ----------
    facts : InputFacts
    state : {"masked", "partly-masked", "not-masked", "not-known", "no-padding"}
    reason : str
        Why, in a sentence.
    lost, leak, unknown : Event or None
        The first layer that drops the mask, that reads bare padding, of which nothing can be said.
    """

    facts: InputFacts
    state: State
    reason: str
    lost: Event | None = None
    leak: Event | None = None
    unknown: Event | None = None


@dataclass(frozen=True)
class PaddingVerdict:
    """What a model makes of the padding of its tensors.

    Parameters
    ----------
    state : {"masked", "partly-masked", "not-masked", "not-known", "no-padding"}
        Of all inputs together: the worst.
    message : str
        One line.
    inputs : tuple of InputPadding
        Empty where nothing can be followed.
    """

    state: State
    message: str
    inputs: tuple[InputPadding, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the documented keys."""
        return {
            "state": self.state,
            "message": str(self.message),
            "inputs": [_input_json(one) for one in self.inputs],
        }


def counting_verdict() -> PaddingVerdict:
    """Return the verdict while the masks are being counted."""
    return PaddingVerdict("not-known", say("Padding: not known yet. The masked steps are being counted."))


def padding_verdict(spec: ModelSpec, facts: MaskFacts) -> PaddingVerdict:
    """Judge a model by what its masks make of the tensors.

    Parameters
    ----------
    spec : ModelSpec
    facts : MaskFacts
        `count_masks`'s answer for it.
    """
    if facts.flow is None or not facts.inputs:
        reason = say("Padding: not known. The config of {model} does not tell its layers.", model=spec.name)
        if spec.network is not None:
            reason = say(
                "Padding: not known. The tensors do not match the inputs of {model}.", model=spec.name
            )
        return PaddingVerdict("not-known", reason)
    inputs = tuple(_judged(number, one, facts.flow) for number, one in enumerate(facts.inputs))
    worst = min(inputs, key=lambda one: STATES.index(one.state))
    message = _line(worst, several=len(inputs) > 1)
    return PaddingVerdict(worst.state, message, inputs)


def padding_findings(verdict: PaddingVerdict) -> tuple[Finding, ...]:
    """Return what a person should know about a model's masks, one fact in one finding."""
    return tuple(finding for one in verdict.inputs for finding in _findings(one))


def without_collisions(findings: Iterable[Finding], verdict: PaddingVerdict | None) -> tuple[Finding, ...]:
    """Leave out what might be masked by some model where this one's masks are known step by step."""
    known = () if verdict is None else verdict.inputs
    tensors = {one.facts.tensor for one in known if one.state != "not-known"}
    return tuple(one for one in findings if one.code != "fill-collides" or one.where not in tensors)


def _line(one: InputPadding, *, several: bool) -> Sentence:
    state = {
        "masked": say("Padding: masked."),
        "partly-masked": say("Padding: partly masked."),
        "not-masked": say("Padding: not masked."),
        "not-known": say("Padding: not known."),
        "no-padding": say("Padding: none in these tensors."),
    }[one.state]
    if several and one.state not in {"masked", "no-padding"}:
        return say("{state} {tensor}: {reason}", state=state, tensor=one.facts.tensor, reason=one.reason)
    return say("{state} {reason}", state=state, reason=one.reason) if one.reason else state


def _judged(number: int, facts: InputFacts, flow: MaskFlow) -> InputPadding:
    lost, leak, unknown = (flow.first(what, number) for what in ("loses", "leaks", "unknown"))
    uses = flow.first("uses", number)
    made = any(maker.input == number for maker in flow.makers)
    void = bool(facts.counts) and all(one.attended >= facts.padding for one in facts.counts)

    def judged(state: State, reason: str) -> InputPadding:
        return InputPadding(facts, state, reason, lost, leak, unknown)

    if not facts.padding:
        return judged("no-padding", "")
    if facts.ragged_axes > 1 and (made or unknown):
        return judged("not-known", say("Masks along two ragged axes are not followed."))
    if unknown:
        return judged("not-known", _unknown_said(unknown))
    if made and not facts.counts:
        return judged("not-known", say("The values are none that can be compared."))
    if not made and not uses:
        return judged("not-masked", _no_mask_said(facts))
    if void:
        return judged("not-masked", _void_said(facts))
    if not uses:
        return judged("not-masked", _lost_said(lost, leak))
    attended = max((one.attended for one in facts.counts), default=0)
    if leak:
        return judged("partly-masked", _lost_said(lost, leak))
    if attended:
        return judged("partly-masked", _attended_said(facts))
    return judged("masked", _masked_said(facts))


def _layer(event: Event) -> Sentence:
    return say("{layer} ({class_name})", layer=event.layer, class_name=event.class_name)


def _unknown_said(event: Event) -> Sentence:
    layer = _layer(event)
    if event.why == "class":
        return say(
            "{layer} is its author's own code: the config does not tell what it does with the padding.",
            layer=layer,
        )
    if event.why == "mask":
        return say(
            "{layer} is given a mask by hand: the config does not tell which steps it covers.", layer=layer
        )
    if event.why == "values":
        return say("{layer} makes its mask of values that are computed: they are not known.", layer=layer)
    if event.why == "computed":
        return say("{layer} may mask the padding by itself: the config does not tell.", layer=layer)
    return say("What {layer} does with the padding cannot be told from the config.", layer=layer)


def _no_mask_said(facts: InputFacts) -> Sentence:
    return say(
        "No layer masks it: {padding} of {steps} are read as data.",
        padding=facts.padding,
        steps=say_count("{count} step", "{count} steps", facts.real + facts.padding),
    )


def _masks(one: MaskCounts) -> str:
    if one.maker.kind == "ids":
        return "0"
    value = float(one.maker.value)
    return str(int(value)) if value.is_integer() else str(value)


def _void_said(facts: InputFacts) -> Sentence:
    one = facts.counts[0]
    values = _masks(one)
    if values == "nan":
        return say("{layer} masks NaN, and nothing equals NaN.", layer=one.maker.layer)
    if facts.fill:
        return say(
            "{layer} masks {value}; the fill is {fill}.", layer=one.maker.layer, value=values, fill=facts.fill
        )
    return say("{layer} masks {value}, which no padded step holds.", layer=one.maker.layer, value=values)


def _lost_said(lost: Event | None, leak: Event | None) -> Sentence:
    if lost is not None:
        return say("The mask is lost at {layer}.", layer=_layer(lost))
    if leak is not None and leak.layer:
        return say("{layer} reads the padding all the same.", layer=_layer(leak))
    return say("The model gives its padded steps without a mask.")


def _attended_said(facts: InputFacts) -> Sentence:
    one = max(facts.counts, key=lambda counts: counts.attended)
    return say_count(
        "{layer} masks {value}, and {count} of {padding} padded steps holds something else.",
        "{layer} masks {value}, and {count} of {padding} padded steps hold something else.",
        one.attended,
        layer=one.maker.layer,
        value=_masks(one),
        padding=facts.padding,
    )


def _masked_said(facts: InputFacts) -> Sentence:
    layers = list(dict.fromkeys(one.maker.layer for one in facts.counts))
    if not layers:
        return say("Another input's mask covers it.")
    return say("{layer} masks it.", layer=layers[0])


def _findings(one: InputPadding) -> Iterator[Finding]:
    facts = one.facts
    if one.state == "not-known":
        yield Finding(
            "info",
            "padding-not-known",
            say("Whether the padding of “{tensor}” is masked is not known. {reason}", tensor=facts.tensor,
                reason=one.reason),
            where=one.unknown.layer if one.unknown else facts.tensor,
        )  # fmt: skip
        return
    void = bool(facts.counts) and all(counts.attended >= facts.padding for counts in facts.counts)
    if one.state == "not-masked" and (void or one.lost is None):
        yield Finding(
            "warning",
            "padding-not-masked",
            say("The padding of “{tensor}” is not masked. {reason}", tensor=facts.tensor, reason=one.reason),
            facts.padding,
            facts.counts[0].attended_rows if facts.counts else (),
            _not_masked_remedy(one, void=void),
            facts.tensor,
        )
    elif one.state in {"not-masked", "partly-masked"} and (one.lost or one.leak):
        yield _lost_finding(one)
    if not void:
        for counts in facts.counts:
            yield from _differs(facts, counts)


def _lost_finding(one: InputPadding) -> Finding:
    tensor, lost, leak = one.facts.tensor, one.lost, one.leak
    if lost is not None:
        if leak is not None and leak.layer and leak.layer != lost.layer:
            message = say(
                "The mask of “{tensor}” is lost at {layer}, and {then} reads the padding as data.",
                tensor=tensor,
                layer=_layer(lost),
                then=_layer(leak),
            )
        else:
            message = say(
                "The mask of “{tensor}” is lost at {layer}: what follows reads the padding as data.",
                tensor=tensor,
                layer=_layer(lost),
            )
        remedy = say("Build the model with layers that hand the mask on, up to the one that ends the steps.")
        return Finding("warning", "mask-lost", message, where=lost.layer, remedy=remedy)
    layer = leak.layer if leak is not None else ""
    return Finding(
        "warning",
        "padding-not-masked",
        say("The padding of “{tensor}” is not all masked. {reason}", tensor=tensor, reason=one.reason),
        where=layer or tensor,
        remedy=_leak_remedy(layer),
    )


def _leak_remedy(layer: str) -> Sentence:
    if layer:
        return say("Build the model with a layer there that heeds the mask.")
    return say("Leave the padded steps out of what is made of its answer; the exported mask tells which.")


def _not_masked_remedy(one: InputPadding, *, void: bool) -> Sentence:
    counts = one.facts.counts
    if void:
        return _other_mask_remedy(counts[0])
    if counts:
        return _leak_remedy(one.leak.layer if one.leak else "")
    return say(
        "Build the model with a layer that masks the fill, such as Embedding(mask_zero=True) or Masking."
    )


def _other_mask_remedy(counts: MaskCounts) -> Sentence:
    """Say what helps in the model, for where no choice of the tensor does."""
    if counts.maker.kind == "ids":
        return say("Build the model for ids that begin at 1, so that 0 is padding alone.")
    if counts.maker.value != counts.maker.value:
        return say("Build the model with another Masking value than NaN.")
    return say("Build the model with a Masking value that no real step holds, and fill with it.")


def _differs(facts: InputFacts, counts: MaskCounts) -> Iterator[Finding]:
    layer, value = counts.maker.layer, _masks(counts)
    if counts.attended:
        yield Finding(
            "warning",
            "mask-differs",
            say_count(
                "{layer} masks {value}, and {count} padded step of “{tensor}” holds something else: "
                "the model reads it as data.",
                "{layer} masks {value}, and {count} padded steps of “{tensor}” hold something else: "
                "the model reads them as data.",
                counts.attended,
                layer=layer,
                value=value,
                tensor=facts.tensor,
            ),
            counts.attended,
            counts.attended_rows,
            _other_mask_remedy(counts),
            facts.tensor,
        )
    if counts.dropped:
        yield Finding(
            "warning",
            "mask-differs",
            say_count(
                "{layer} masks {value}, and {count} real step of “{tensor}” is {value}: the model drops it.",
                "{layer} masks {value}, and {count} real steps of “{tensor}” are {value}: "
                "the model drops them.",
                counts.dropped,
                layer=layer,
                value=value,
                tensor=facts.tensor,
            ),
            counts.dropped,
            counts.dropped_rows,
            _other_mask_remedy(counts),
            facts.tensor,
        )


def _input_json(one: InputPadding) -> dict[str, Any]:
    return {
        "input": one.facts.input,
        "tensor": one.facts.tensor,
        "state": one.state,
        "steps": one.facts.real,
        "padding": one.facts.padding,
        "masks": [
            {
                "layer": counts.maker.layer,
                "masks": _masks(counts),
                "attended": counts.attended,
                "attended_rows": list(counts.attended_rows),
                "dropped": counts.dropped,
                "dropped_rows": list(counts.dropped_rows),
            }
            for counts in one.facts.counts
        ],
        "lost_at": one.lost.layer if one.lost else None,
        "read_at": (one.leak.layer or None) if one.leak else None,
    }
