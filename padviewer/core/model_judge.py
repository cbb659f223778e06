"""What a model says of a plan: whether its shapes and values fit, and what becomes of the padding."""

from __future__ import annotations

import math
from dataclasses import replace

from padviewer.core.checks_values import ShouldStop
from padviewer.core.finding import Finding
from padviewer.core.fitness import fit_model
from padviewer.core.mask_counts import count_masks
from padviewer.core.modelspec import ModelSpec
from padviewer.core.padding_verdict import padding_findings, padding_verdict
from padviewer.core.plan import Plan
from padviewer.core.tensor_facts import TensorFacts


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


def judged(spec: ModelSpec, plan: Plan, should_stop: ShouldStop | None = None) -> tuple[Finding, ...]:
    """Return what a model says of a plan's shapes and padding; counts what is not counted yet.

    Parameters
    ----------
    spec : ModelSpec
    plan : Plan
    should_stop : callable or None
        Asked before every block of rows; True raises `Stopped`.
    """
    known = []
    for name, own in plan.tensor_plans.items():
        part = own.column[own.start : own.stop]
        shortest = tuple(
            int(one.min(initial=axis.width)) for one, axis in zip(part.axis_lengths(), own.axes, strict=True)
        )
        counted = replace(own, column=replace(own.column, known_stats=own.column.stats))
        known.append(facts(replace(plan, tensor_plans={name: counted}), name, shortest))
    masks = padding_verdict(spec, count_masks(plan, spec, should_stop))
    return (*fit_model(spec, known), *padding_findings(masks))
