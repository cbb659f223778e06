"""`padviewer stats`: a column's lengths, what percentiles cover, and what a maxlen cuts and fills."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from padviewer.commands import output

if TYPE_CHECKING:
    from padviewer.core.data.dataset import Dataset
    from padviewer.core.data.lengths import LengthCounts
    from padviewer.core.padding.plan import Plan
    from padviewer.core.recipe import Recipe

PERCENTILES = ("50", "90", "95", "99")


def run(args: Namespace) -> int:
    """Print the lengths of one tensor's rows."""
    from padviewer.commands.choices import choices
    from padviewer.commands.opening import prepared_for, tensor_of
    from padviewer.core.data.lengths import count_lengths

    chosen = choices(args)
    _, recipe, prepared = prepared_for(chosen, args.file)
    name = tensor_of(recipe, chosen.column)
    start, stop = recipe.rows.within(prepared)
    counts = count_lengths(prepared[name][start:stop].axis_lengths()[0])
    plan = _plan(recipe, prepared, name)
    step_bytes, at, unit = _of_plan(plan, name)
    asked = [(f"p{percent}", counts.percentile(percent)) for percent in PERCENTILES]
    asked.append(("max", counts.maximum))
    document = {
        "path": args.file,
        "column": recipe.column(name),
        "unit": unit,
        "rows": counts.n,
        "lengths": counts.to_json(),
        "percentiles": [{"name": said, **_at(counts, maxlen, step_bytes)} for said, maxlen in asked],
        "at_maxlen": None if at is None else _at(counts, at, step_bytes),
    }
    if args.json:
        output.write_json(document)
    else:
        output.write_lines(output.printable(line) for line in _lines(document))
    return 0


def _plan(recipe: Recipe, prepared: Dataset, name: str) -> Plan | None:
    """Return the plan; None where all rows are empty, so that there is no longest one to pad to."""
    from dataclasses import replace

    from padviewer.core.choices.fitting import fit_sizes
    from padviewer.core.errors import ContentError
    from padviewer.core.padding.plan import resolve

    alone = replace(recipe, tensors={name: recipe[name]}, fitted={name: recipe.fitted[name]})
    try:
        return resolve(fit_sizes(alone, prepared), prepared)
    except ContentError as error:
        if error.code != "all-empty":
            raise
        return None


def _of_plan(plan: Plan | None, name: str) -> tuple[int, int | None, str]:
    """Return the bytes of one step, maxlen, and what a step is called."""
    from math import prod

    from padviewer.core.padding.step_words import unit

    if plan is None:
        return 0, None, "steps"
    own = plan.of(name)
    return own.dtype.itemsize * prod(own.inner_shape), own.axes[0].width, unit(own)


def _at(counts: LengthCounts, maxlen: int, step_bytes: int) -> dict[str, Any]:
    from padviewer.core.data.lengths import at_maxlen

    found = at_maxlen(counts, maxlen, step_bytes)
    return {
        "maxlen": maxlen,
        "coverage": counts.coverage(maxlen),
        "rows_cut": found.rows_cut,
        "steps_lost": found.steps_lost,
        "padding_share": found.padding_share,
        "bytes": found.nbytes,
    }


def _lines(document: dict[str, Any]) -> list[str]:
    lengths, unit = document["lengths"], document["unit"]
    entries = [*document["percentiles"]]
    if document["at_maxlen"] is not None:
        entries.append({"name": "maxlen", **document["at_maxlen"]})
    rows = [
        [
            one["name"],
            output.count(one["maxlen"]),
            output.percent(one["coverage"]),
            output.count(one["rows_cut"]),
            output.count(one["steps_lost"]),
            output.percent(one["padding_share"]),
            output.size(one["bytes"]),
        ]
        for one in entries
    ]
    header = ("", "Length", "Rows covered", "Rows cut", f"{unit.capitalize()} lost", "Padding", "Bytes")
    total, longest = output.count(lengths["total"]), output.count(lengths["max"])
    span = f"{output.count(lengths['min'])}–{longest}"
    counted = unit.removesuffix("s") if lengths["total"] == 1 else unit
    rows_said = "1 row" if document["rows"] == 1 else f"{output.count(document['rows'])} rows"
    said = f"mean {output.decimal(lengths['mean'])}, {output.count(lengths['empty'])} empty"
    return [
        f"{document['column']} of {document['path']}",
        f"{rows_said}, {total} {counted}: {span}, {said}",
        "",
        *output.table(header, rows, range(1, 7)),
    ]
