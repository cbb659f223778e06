"""What a model says of a plan: whether its shapes and values fit, and what becomes of the padding."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from padviewer.core.amounts import steps
from padviewer.core.checks.values import ShouldStop
from padviewer.core.finding import Finding
from padviewer.core.model.fitness.fit import fit_model, pair
from padviewer.core.model.masks.counts import count_masks
from padviewer.core.model.masks.verdict import padding_findings, padding_verdict
from padviewer.core.model.spec import ModelSpec
from padviewer.core.model.tensor_facts import TensorFacts
from padviewer.core.padding.plan import Plan
from padviewer.core.sentence import say


def without_circles(findings: Iterable[Finding], spec: ModelSpec | None, plan: Plan) -> tuple[Finding, ...]:
    """Advise no maxlen that the model does not take: its own finding would advise the way back."""
    if spec is None:
        return tuple(findings)
    return tuple(_kept_cut(one, spec, plan) for one in findings)


def _kept_cut(finding: Finding, spec: ModelSpec, plan: Plan) -> Finding:
    longest = getattr(finding.remedy, "values", {}).get("most")
    if finding.code != "steps-lost" or longest is None or finding.remedy.startswith("Keep it"):
        return finding
    if finding.where not in plan.tensor_plans:
        return finding
    known = {name: TensorFacts(name, plan.shape(name), plan.dtype(name).name) for name in plan.tensors}
    one = known[finding.where]
    known[finding.where] = replace(one, shape=(one.shape[0], int(longest), *one.shape[2:]))
    takes = [own.shape[1] for own, tensor in pair(spec, list(known.values()))[0]
             if tensor.name == one.name and len(own.shape) > 1]  # fmt: skip
    if takes in ([], [None], [int(longest)]) and not any(
        found.code == "length-not-taken" for found in fit_model(spec, list(known.values()))
    ):
        return finding
    remedy = say("Keep it: {model} does not take {steps}.", model=spec.name, steps=steps(int(longest)))
    return replace(finding, remedy=remedy)


def facts(plan: Plan, tensor: str, shortest: tuple[int, ...]) -> TensorFacts:
    """Return what the check against a model needs of one tensor: from statistics, without reading values.

    Parameters
    ----------
    plan : Plan
    tensor : str
    shortest : tuple of int
        How many steps the shortest row has, along each ragged axis.
    """
    own = plan.of(tensor)
    stats = own.column.known_stats
    if stats is None:
        return TensorFacts(tensor, plan.shape(tensor), own.dtype.name)
    ends = [stats.minimum, stats.maximum]
    if any(steps < axis.width for steps, axis in zip(shortest, own.axes, strict=True)):
        ends.append(own.choice.value)
    known = [one for one in ends if one is not None and not math.isnan(one)]
    return TensorFacts(
        tensor, plan.shape(tensor), own.dtype.name, min(known, default=None), max(known, default=None),
        stats.fractional if own.dtype.kind == "f" else False,
    )  # fmt: skip


def judged(
    spec: ModelSpec, plan: Plan, should_stop: ShouldStop | None = None, *, follows: bool = False
) -> tuple[Finding, ...]:
    """Return what a model says of a plan's shapes and padding; counts what is not counted yet.

    Parameters
    ----------
    spec : ModelSpec
    plan : Plan
    should_stop : callable or None
        Asked before every block of rows; True raises `Stopped`.
    follows : bool
        The model is a template, which is built anew for whatever shapes the plan has: only its masks count.
    """
    masks = padding_findings(padding_verdict(spec, count_masks(plan, spec, should_stop)))
    if follows:
        return tuple(masks)
    known = []
    for name, own in plan.tensor_plans.items():
        part = own.column[own.start : own.stop]
        shortest = tuple(
            int(one.min(initial=axis.width)) for one, axis in zip(part.axis_lengths(), own.axes, strict=True)
        )
        counted = replace(own, column=replace(own.column, known_stats=own.column.stats))
        known.append(facts(replace(plan, tensor_plans={name: counted}), name, shortest))
    return (*fit_model(spec, known), *masks)
