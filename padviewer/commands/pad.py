"""`padviewer pad`: the padded arrays of a dataset as files, whole or not at all."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from padviewer.commands import output

if TYPE_CHECKING:
    from padviewer.core.export import Written
    from padviewer.core.finding import Finding
    from padviewer.core.padding.plan import Plan


def run(args: Namespace) -> int:
    """Write the arrays, and the recipe where it is asked for; print what was written."""
    from padviewer.commands.choices import check_outputs, choices
    from padviewer.commands.opening import plan_for
    from padviewer.core.choices.recipe_file import save

    destination = Path(args.output)
    recipe_file = None if args.save_recipe is None else Path(args.save_recipe)
    chosen = choices(args)
    tensors = 1 if chosen.recipe is None else len(chosen.recipe.tensors)
    tensors += chosen.companion is not None
    check_outputs(destination, recipe_file, Path(args.file), tensors, force=args.force)
    dataset, plan = plan_for(chosen, args.file)
    written = _export(plan, destination, dataset.path)
    if recipe_file is not None:
        save(plan.recipe, recipe_file)
    findings = all_findings(plan, written.findings)
    if args.json:
        said = [finding.to_json() for finding in findings]
        recipe = None if recipe_file is None else str(recipe_file)
        output.write_json({**written.to_json(), "findings": said, "recipe": recipe})
    else:
        output.write_lines(_lines(written, plan, recipe_file))
        output.write_lines(output.finding_lines(findings))
    return 0


def _export(plan: Plan, destination: Path, source: Path | None) -> Written:
    """Export with the sha256 counted in a thread of its own."""
    from padviewer.core.export import export
    from padviewer.workers.data import Sha256Beside

    with output.Progress(f"Writing {destination}") as progress, ThreadPoolExecutor(1, "sha256") as pool:
        return export(plan, destination, source=source, progress=progress, hasher=partial(Sha256Beside, pool))


def all_findings(plan: Plan, counted: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of `checks`, which name rows, and those that only writing counted."""
    from padviewer.core.checks.plan import check, with_source_numbers
    from padviewer.core.finding import by_level

    found = with_source_numbers(check(plan), plan)
    known = {(one.code, one.where) for one in found}
    return by_level([*found, *(one for one in counted if (one.code, one.where) not in known)])


def _lines(written: Written, plan: Plan, recipe_file: Path | None) -> list[str]:
    rows = [
        [one.name, str(one.shape), one.dtype, output.size(plan.cost(one.name).array), str(one.file)]
        for one in written.tensors
    ]
    lines = output.table(("Tensor", "Shape", "Dtype", "Array", "File"), rows, (3,))
    lines += ["", f"Wrote {output.printable(str(written.path))}, {output.size(written.nbytes)}"]
    lines += [f"Wrote {output.printable(str(recipe_file))}"] if recipe_file is not None else []
    return lines
