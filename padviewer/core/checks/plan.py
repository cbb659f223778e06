"""Findings: what a person should know about this data with this recipe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from padviewer.core.checks.agreement import check_odd, check_together
from padviewer.core.checks.lengths import check_lengths
from padviewer.core.checks.memory import machine_memory, size_said
from padviewer.core.checks.values import ShouldStop, check_values
from padviewer.core.finding import Finding, by_level
from padviewer.core.padding.plan import Plan
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.sentence import say


def check(plan: Plan, should_stop: ShouldStop | None = None) -> tuple[Finding, ...]:
    """Return all findings about a plan, most serious first; their row numbers are rows of the tensor.

    Parameters
    ----------
    plan : Plan
    should_stop : callable or None
        Asked between pieces; True raises `Stopped`.
    """
    any_plan = next(iter(plan.tensor_plans.values()))
    found: list[Finding] = []
    for tensor in plan.tensors:
        lengths = check_lengths(plan.of(tensor))
        found += lengths
        found += check_odd(plan.of(tensor), lengths)
        found += check_values(plan.of(tensor), should_stop)
    found += check_together(plan)
    found += check_memory(plan)
    said = {
        (plan.recipe.column(one.where), one.code)
        for one in (*found, *plan.prepared.findings)
        if one.where in plan.tensor_plans
    }
    source = [one for one in plan.prepared.findings if not _is_said(one, said)]
    return by_level([*(_of_rows(finding, any_plan) for finding in source), *found])


def _is_said(finding: Finding, said: set[tuple[str, str]]) -> bool:
    """Whether the same fact is said about the tensor: one fact makes one finding."""
    if finding.level != "info":
        return False
    again = {"missing-steps": ("missing-values", "nan", "filled"), "missing-values": ("nan", "filled")}
    return any((finding.where, code) in said for code in again.get(finding.code, ()))


def _of_rows(finding: Finding, own: TensorPlan) -> Finding:
    """Return a finding about the whole column with the row numbers of the tensor."""
    rows = (own.row_of(row) for row in finding.rows)
    return replace(finding, rows=tuple(row for row in rows if row >= 0))


def with_source_numbers(findings: Iterable[Finding], plan: Plan) -> tuple[Finding, ...]:
    """Return a plan's findings with the numbers that rows have in the source, where some were left out."""
    numbers = plan.prepared.numbers
    if numbers is None:
        return tuple(findings)
    return tuple(replace(one, rows=tuple(int(numbers[row]) for row in one.rows)) for one in findings)


def check_memory(plan: Plan, memory: int | None = None) -> tuple[Finding, ...]:
    """Say where the exported arrays are larger than the machine's memory (`memory` bytes; None asks it)."""
    memory = machine_memory() if memory is None else memory
    total = sum(plan.cost(tensor).total for tensor in plan.tensors)
    if memory is None or total <= memory:
        return ()
    return (
        Finding(
            "warning",
            "memory",
            say(
                "The arrays take {total}, this machine has {memory} of memory. "
                "The export is written piece by piece, but nothing here can load it whole.",
                total=size_said(total),
                memory=size_said(memory),
            ),
            remedy=say("Set a smaller maxlen or a narrower dtype."),
        ),
    )
