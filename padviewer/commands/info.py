"""`padviewer info`: what a dataset, a model (from its config alone) or a recipe holds."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padviewer.commands import output
from padviewer.commands.kind import kind_of
from padviewer.commands.parser import READING, UsageError, given

if TYPE_CHECKING:
    from padviewer.core.data.dataset import Dataset
    from padviewer.core.data.lengths import LengthCounts
    from padviewer.core.model.spec import ModelSpec
    from padviewer.core.recipe import Recipe


def run(args: Namespace) -> int:
    """Print what the file holds."""
    kind = kind_of(Path(args.file))
    said = given(args, READING)
    if said and kind != "dataset":
        raise UsageError(
            f"{said[0]} is about how a dataset is read, and {args.file} is a {kind}. Leave it out."
        )
    if kind == "model":
        from padviewer.core.model.network import read_keras_config

        spec = read_keras_config(args.file)
        document = {"path": args.file, "format": "Keras model", **spec.to_json()}
        lines = [args.file, f"Keras model {spec.name}, by its config", "", *layer_lines(spec)]
        findings = spec.findings
    elif kind == "recipe":
        from padviewer.core.recipe import Recipe

        recipe = Recipe.load(args.file)
        document = {"path": args.file, "format": "recipe", **recipe_json(recipe), "findings": []}
        lines, findings = [args.file, "recipe", "", *_recipe_lines(recipe)], ()
    else:
        from padviewer.commands.choices import read_options
        from padviewer.commands.opening import open_file
        from padviewer.core.frames import lengths_of

        dataset = open_file(args.file, read_options(args))
        counts = {name: lengths_of(column) for name, column in dataset.data.items()}
        document = _dataset_json(args.file, dataset, counts)
        lines, findings = _dataset_lines(args.file, dataset, counts), dataset.findings
    if args.json:
        output.write_json(document)
    else:
        output.write_lines([*(output.printable(line) for line in lines), *output.finding_lines(findings)])
    return 0


def _dataset_json(
    path: str, dataset: Dataset, counts: dict[str, tuple[LengthCounts, str] | None]
) -> dict[str, Any]:
    columns = []
    for name, column in dataset.data.items():
        found = counts[name]
        columns.append(
            {
                "name": name,
                "kind": column.kind,
                "dtype": column.dtype,
                "ragged_axes": column.ragged_axes,
                "inner_shape": list(column.inner_shape),
                "role": dataset.roles.get(name, "ignored"),
                "lengths": None if found is None else {**found[0].to_json(), "unit": found[1]},
            }
        )
    return {
        "path": path,
        "format": dataset.format,
        "rows": len(dataset),
        "columns": columns,
        "guessed": dict(dataset.guessed),
        "findings": [finding.to_json() for finding in dataset.findings],
    }


def _dataset_lines(
    path: str, dataset: Dataset, counts: dict[str, tuple[LengthCounts, str] | None]
) -> list[str]:
    rows = []
    for name, column in dataset.data.items():
        cells = [name, column.kind, column.dtype, str(dataset.roles.get(name, "ignored"))]
        cells += [str(column.ragged_axes), str(column.inner_shape) if column.inner_shape else output.MISSING]
        rows.append([*cells, *_length_cells(counts[name])])
    header = ["Column", "Kind", "Dtype", "Role", "Ragged axes", "Inner shape"]
    header += ["Min", "Mean", "Max", "Total", "Empty", "Counted in"]
    said = "; ".join(f"{option} {value}" for option, value in dataset.guessed.items())
    rows_said = "1 row" if len(dataset) == 1 else f"{output.count(len(dataset))} rows"
    head = [path, f"{dataset.format}, {rows_said}"]
    return [*head, *([f"Read with {said}"] if said else []), "", *output.table(header, rows, range(4, 11))]


def _length_cells(found: tuple[LengthCounts, str] | None) -> list[str]:
    if found is None:
        return [output.MISSING] * 6
    counts, unit = found
    numbers = (counts.maximum, counts.total, counts.empty)
    return [output.count(counts.minimum), output.decimal(counts.mean), *map(output.count, numbers), unit]


def layer_lines(spec: ModelSpec) -> list[str]:
    """Return a model's inputs, layers and totals as aligned lines."""
    from padviewer.core.model.spec import shape_text

    rows = [
        [
            layer.name,
            layer.class_name,
            shape_text(layer.input_shape),
            shape_text(layer.output_shape),
            layer.dtype or output.MISSING,
            output.count(layer.params),
            {True: "yes", False: "no", None: output.MISSING}[layer.trainable],
        ]
        for layer in spec.layers
    ]
    lines = [f"Input {one.name}  {one.shape} {one.dtype}" for one in spec.inputs]
    header = ("Layer", "Class", "Input shape", "Output shape", "Dtype", "Parameters", "Trainable")
    lines += ["", *output.table(header, rows, (5,))] if rows else []
    if spec.total_params is not None:
        trained = output.count(spec.trainable_params)
        lines += ["", f"{output.count(spec.total_params)} parameters, {trained} trainable"]
    return lines


def recipe_json(recipe: Recipe) -> dict[str, Any]:
    """Return a recipe's choices and what was fitted; vocabularies by their number of words."""
    from padviewer.core.choices.encode import Vocabulary
    from padviewer.core.choices.recipe_file import PLAIN

    tensors = []
    for name, choice in recipe.tensors.items():
        entry = recipe.fitted.get(name)
        made = {"name": name, **{field: getattr(choice, field) for field in PLAIN}}
        made["column"] = recipe.column(name)
        made["transforms"] = [one.to_table() for one in choice.transforms]
        made["fitted"] = None
        if entry is not None:
            vocabularies = [one for one in entry.transforms if isinstance(one, Vocabulary)]
            words = [len(one.words) for one in vocabularies if one.words is not None]
            made["fitted"] = {
                "maxlen": list(entry.maxlen),
                "dtype": entry.dtype or None,
                "rows": entry.rows,
                "vocabulary": words[0] if words else None,
            }
        tensors.append(made)
    rows: dict[str, Any] = {"start": recipe.rows.start, "stop": recipe.rows.stop}
    if recipe.rows.empty != "keep":
        rows["empty"] = recipe.rows.empty
    return {"tensors": tensors, "row_range": rows, "reading": recipe.reading.options()}


def _recipe_lines(recipe: Recipe) -> list[str]:
    rows: list[list[str]] = []
    for tensor in recipe_json(recipe)["tensors"]:
        for key, value in tensor.items():
            if key == "transforms":
                value = ", ".join(" ".join(str(part) for part in one.values()) for one in value)
            if key == "fitted" and value is not None:
                value = ", ".join(f"{name} {one}" for name, one in value.items() if one is not None)
            rows.append([key, output.MISSING if value in (None, "") else str(value)])
    said = [f"Rows {_rows_said(recipe)}"]
    if recipe.reading:
        said.append(f"Its file is read with {_reading_said(recipe)}")
    return [*output.table(("Choice", "Value"), rows), "", *said]


def _reading_said(recipe: Recipe) -> str:
    parts = []
    for name, value in recipe.reading.options().items():
        if name == "columns":
            parts += [f"{column} as {way}" for column, way in value.items()]
        else:
            parts.append(f"{name} { ({True: 'yes', False: 'no'}.get(value, value)) }")
    return "; ".join(parts)


def _rows_said(recipe: Recipe) -> str:
    start, stop = recipe.rows.start, recipe.rows.stop
    said = f"from {start:,} up to, and without, {stop:,}" if stop is not None else "all"
    if stop is None and start:
        said = f"from {start:,} to the end"
    return said if recipe.rows.empty == "keep" else f"{said}, without those that are empty"
