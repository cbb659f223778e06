"""`padviewer check`: findings about the data with these choices, and about a model's inputs for them."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from padviewer.commands import output

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from padviewer.core.data.dataset import Dataset
    from padviewer.core.finding import Finding
    from padviewer.core.model.masks.remedies import MaskRemedy
    from padviewer.core.model.spec import ModelSpec
    from padviewer.core.model.tensor_facts import TensorFacts
    from padviewer.core.padding.plan import Plan

PIECE_VALUES = 1 << 18


def run(args: Namespace) -> int:
    """Print the findings; 1 where one of them has level error."""
    from padviewer.commands.choices import choices
    from padviewer.commands.opening import plan_for
    from padviewer.core.checks.plan import check, with_source_numbers
    from padviewer.core.finding import by_level
    from padviewer.core.model.fitness.fit import fit_model, shapes_line, verdict
    from padviewer.core.model.judge import without_circles
    from padviewer.core.model.masks.counts import count_masks
    from padviewer.core.model.masks.verdict import padding_findings, padding_verdict, without_collisions
    from padviewer.core.model.network import read_keras_config

    chosen = choices(args)
    spec = None if args.model is None else read_keras_config(args.model)
    dataset, plan = plan_for(chosen, args.file)
    flags: dict[Finding, str] = {}
    with output.Progress(f"Checking {args.file}"):
        findings = list(check(plan))
        model: dict[str, Any] | None = None
        if spec is not None:
            facts = [facts_of(plan, name) for name in plan.tensors]
            misfits = fit_model(spec, facts)
            fit, shapes = shapes_line(spec, facts, misfits)
            padding = padding_verdict(spec, count_masks(plan, spec))
            findings = [
                *without_circles(without_collisions(findings, padding), spec, plan),
                *spec.findings,
                *misfits,
                *(_tried(one, plan, dataset, spec, flags) for one in padding_findings(padding)),
            ]
            model = {
                "path": args.model,
                "name": spec.name,
                "verdict": verdict(spec, facts),
                "shapes": {"fit": fit, "message": shapes},
                "padding": padding.to_json(),
            }
    ordered = by_level(dict.fromkeys(with_source_numbers(findings, plan)))
    if args.json:
        output.write_json(
            {
                "path": args.file,
                "tensors": [
                    {"name": name, "shape": list(plan.shape(name)), "dtype": plan.dtype(name).name}
                    for name in plan.tensors
                ],
                "model": model,
                "findings": [finding.to_json() for finding in ordered],
            }
        )
    else:
        rows = [[name, str(plan.shape(name)), plan.dtype(name).name] for name in plan.tensors]
        lines = output.table(("Tensor", "Shape", "Dtype"), rows)
        if model is not None:
            said = (model["name"], model["shapes"]["message"], model["padding"]["message"])
            lines += ["", *(output.printable(one) for one in said)]
        output.write_lines([*lines, *(output.finding_lines(ordered, flags) or ["", "Nothing to say."])])
    return 1 if any(finding.level == "error" for finding in ordered) else 0


def _tried(
    finding: Finding, plan: Plan, dataset: Dataset, spec: ModelSpec, flags: dict[Finding, str]
) -> Finding:
    """Return a finding about a mask with the first remedy that ends it; its flags are put into `flags`.

    Where no choice ends it, the remedy stays what helps in the model.
    """
    from functools import partial

    from padviewer.core.checks.trial import Trial
    from padviewer.core.model.judge import judged
    from padviewer.core.model.masks.counts import makers_of
    from padviewer.core.model.masks.remedies import CODES, mask_remedies

    if finding.code not in CODES or finding.where not in plan.tensor_plans:
        return finding
    trial = Trial(plan, finding.where, dataset, partial(judged, spec))
    makers = makers_of(plan, spec, finding.where)
    for remedy in mask_remedies(finding, plan.of(finding.where), makers):
        if trial.ends(finding, remedy.changes):
            told = replace(finding, remedy=remedy.said())
            flags[told] = _flags(remedy)
            return told
    return finding


def _flags(remedy: MaskRemedy) -> str:
    """Return the flags that make a change of choices."""
    flags = ["--mode constant"] if remedy.constant else []
    if remedy.value is not None:
        flags.append(f"--value{'=' if remedy.value < 0 else ' '}{remedy.value}")
    return " ".join([*flags, *([] if remedy.shift is None else ["--shift 1"])])


def facts_of(plan: Plan, tensor: str) -> TensorFacts:
    """Return what a model's inputs are checked against: shape, dtype, and the range of all cells.

    One pass over the kept values, in pieces; the fill counts where there is padding.
    """
    import numpy as np

    from padviewer.core.data.cast import cast
    from padviewer.core.model.tensor_facts import TensorFacts

    own, cost = plan.of(tensor), plan.cost(tensor)
    ranges: list[tuple[Any, Any]] = []
    fractional = False
    for kept in plan.kept_pieces(tensor, PIECE_VALUES):
        values = kept.values if kept.missing is None else kept.values[~kept.missing]
        values = _finite(cast(values, own.dtype).array)
        if values.size:
            ranges.append((values.min().item(), values.max().item()))
            fractional = fractional or bool(values.dtype.kind == "f" and (values != np.trunc(values)).any())
    fill = _finite(np.array([own.choice.value]).astype(own.dtype))
    if cost.cells > cost.real and fill.size:
        ranges.append((fill[0].item(), fill[0].item()))
        fractional = fractional or bool(fill[0] != np.trunc(fill[0]))
    return TensorFacts(
        tensor,
        plan.shape(tensor),
        own.dtype.name,
        min((low for low, _ in ranges), default=None),
        max((high for _, high in ranges), default=None),
        fractional if own.dtype.kind == "f" else None,
    )


def _finite(values: NDArray[Any]) -> NDArray[np.generic]:
    import numpy as np

    return values[np.isfinite(values)] if values.dtype.kind == "f" else values
