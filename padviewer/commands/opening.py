"""From the flags to a plan: the file opened, the recipe made for its columns, fitted and resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padviewer.commands.choices import Choices, number
from padviewer.commands.output import Progress

if TYPE_CHECKING:
    from padviewer.core.choices.reading import Reading
    from padviewer.core.choices.transform import Transform
    from padviewer.core.data.dataset import Dataset
    from padviewer.core.padding.plan import Plan
    from padviewer.core.recipe import Recipe


class Opened(NamedTuple):
    """A dataset and the plan that the flags make of it."""

    dataset: Dataset
    plan: Plan


def open_file(path: str, reading: Reading) -> Dataset:
    """Open a dataset, saying so on a terminal.

    Raises
    ------
    PadViewerError
        It cannot be read, or is a model or a recipe.
    """
    from padviewer.core.opening import open_dataset

    if reading.format is None:
        refuse_other_kinds(path)
    with Progress(f"Reading {path}"):
        return open_dataset(path, **reading.options())


def _open_for(chosen: Choices, path: str) -> Dataset:
    """Open the dataset as the flags and the recipe say.

    Raises
    ------
    ContentError
        The recipe, and no flag, says how the file is read, and it cannot be read so.
    """
    from padviewer.core.choices.reading import misfit
    from padviewer.core.errors import ChoiceError

    try:
        return open_file(path, chosen.reading)
    except ChoiceError as error:
        if chosen.reading == chosen.said:
            raise
        raise misfit(error, path) from error


def refuse_other_kinds(path: str) -> None:
    """Raise ContentError where the file is a model or a recipe."""
    from pathlib import Path

    from padviewer.commands.kind import kind_of
    from padviewer.core.errors import ContentError

    remedies = {
        "model": "Give a dataset; “padviewer check” takes this behind --model, “padviewer info” shows it.",
        "recipe": "Give a dataset, and this behind --recipe; “padviewer info” shows it.",
    }
    kind = kind_of(Path(path), by_content=True)
    if kind in remedies:
        raise ContentError(
            "not-a-dataset", f"This is a {kind}, no dataset.", where=path, remedy=remedies[kind]
        )


def plan_for(chosen: Choices, path: str) -> Opened:
    """Open the file, fit the recipe and decide every cell.

    Raises
    ------
    PadViewerError
        Whatever stops it.
    """
    from padviewer.core.choices.fitting import fit_sizes
    from padviewer.core.padding.plan import resolve

    dataset, recipe, prepared = prepared_for(chosen, path)
    fitted = fit_sizes(recipe, prepared)
    if chosen.companion is not None:
        fitted = fit_sizes(_at_one_maxlen(fitted), prepared)
    return Opened(dataset, resolve(fitted, prepared))


def _at_one_maxlen(fitted: Recipe) -> Recipe:
    """Return the recipe with the longest of its tensors' maxlens, as a number, for all of them."""
    longest = max(entry.maxlen[0] for entry in fitted.fitted.values())
    for name, entry in fitted.fitted.items():
        maxlen = longest if len(entry.maxlen) == 1 else (longest, *entry.maxlen[1:])
        fitted = fitted.with_tensor(name, maxlen=maxlen)
    return fitted


def prepared_for(chosen: Choices, path: str) -> tuple[Dataset, Recipe, Dataset]:
    """Return the dataset, the recipe with fitted transforms, and its prepared columns."""
    from padviewer.core.choices.fitting import fit_transforms, prepare

    dataset = _open_for(chosen, path)
    recipe = recipe_for(chosen, dataset)
    dataset = _labelled(dataset, chosen.label, recipe)
    _refuse_no_rows(recipe, dataset)
    with Progress(f"Preparing {path}") as progress:
        recipe = fit_transforms(recipe, dataset)
        return dataset, recipe, prepare(recipe, dataset, progress=progress)


def recipe_for(chosen: Choices, dataset: Dataset) -> Recipe:
    """Return the recipe that the flags make for this dataset.

    Raises
    ------
    ContentError
        A column that is not there or holds no sequences; a recipe of several tensors without ``--column``.
    """
    from dataclasses import replace

    from padviewer.core.recipe import propose

    recipe = chosen.recipe
    if recipe is None:
        recipe = propose(dataset, chosen.column)
    said = bool(chosen.changes or chosen.transforms or chosen.fill is not None or chosen.column is not None)
    if said:
        name = tensor_of(recipe, chosen.column)
        changes = dict(chosen.changes)
        if chosen.column is not None:
            changes["column"] = chosen.column
        tensor = recipe.with_tensor(name, **changes)
        recipe = tensor.with_tensor(name, transforms=_transforms(chosen, tensor, name, dataset))
    if chosen.companion is not None:
        recipe = _with_companion(recipe, chosen.companion, chosen.column, dataset)
    rows = recipe.rows
    if chosen.rows is not None:
        rows = replace(chosen.rows, empty=rows.empty)
    if chosen.empty_rows is not None:
        rows = replace(rows, empty=chosen.empty_rows)
    return replace(recipe, rows=rows, reading=chosen.reading)


def _with_companion(
    recipe: Recipe, companion: tuple[str, float | int], beside: str | None, dataset: Dataset
) -> Recipe:
    """Return the recipe with a tensor of another column that is padded and cut like the first."""
    from dataclasses import replace

    from padviewer.core.choices.base import safe_name
    from padviewer.core.errors import ContentError
    from padviewer.core.recipe import default_transforms

    column, value = companion
    name = safe_name(column)
    if name in recipe.tensors or column in {recipe.column(one) for one in recipe.tensors}:
        raise ContentError(
            "companion-is-padded",
            f"The column “{column}” is padded already.",
            remedy="Choose another --companion, or another --column.",
        )
    like = recipe[tensor_of(recipe, beside)]
    made = replace(
        like, column=column, transforms=default_transforms(dataset[column]), value=value, dtype=None
    )
    return replace(recipe, tensors={**recipe.tensors, name: made})


def tensor_of(recipe: Recipe, column: str | None) -> str:
    """Return the tensor that the flags are about: the only one, or the one made of `column`."""
    from padviewer.core.errors import ContentError

    names = list(recipe.tensors)
    if len(names) == 1:
        return names[0]
    made = [name for name in names if column is not None and recipe.column(name) == column]
    if len(made) == 1:
        return made[0]
    columns = ", ".join(dict.fromkeys(recipe.column(name) for name in names))
    raise ContentError(
        "which-tensor",
        f"The recipe makes several tensors ({', '.join(names)}), and the flags are about one of them.",
        remedy=f"Choose one with --column, which is one of {columns}.",
    )


def _transforms(chosen: Choices, recipe: Recipe, name: str, dataset: Dataset) -> tuple[Transform, ...]:
    from padviewer.core.choices.clean import Fill
    from padviewer.core.choices.encode import Tokenise, Vocabulary
    from padviewer.core.choices.shift import Shift
    from padviewer.core.recipe import default_transforms

    column = dataset[recipe.column(name)]
    current = recipe[name].transforms if chosen.recipe is not None else default_transforms(column)
    said: list[Transform] = list(chosen.transforms)
    if chosen.fill is not None:
        value = chosen.fill if column.kind == "text" else _number_or_text(chosen.fill)
        said.append(Fill(value, chosen.fill_infinite))
    instead: dict[type[Transform], Transform] = {type(one): one for one in said}
    there = {type(one) for one in current}
    kept = [instead.get(type(one), one) for one in current]
    new = [one for one in said if type(one) not in there]
    if Tokenise in instead and Vocabulary not in there | set(instead):
        new.append(Vocabulary())
    order: tuple[type[Transform], ...] = (Fill, Tokenise, Vocabulary, Shift)
    return tuple(sorted([*kept, *new], key=lambda one: order.index(type(one))) if new else kept)


def _number_or_text(text: str) -> int | float | str:
    from padviewer.core.errors import ChoiceError

    try:
        return number(text)
    except ChoiceError:
        return text


def _labelled(dataset: Dataset, label: str | None, recipe: Recipe) -> Dataset:
    from padviewer.core.errors import ContentError

    if label is None:
        return dataset
    if label in {recipe.column(name) for name in recipe.tensors}:
        raise ContentError(
            "label-is-padded",
            f"The column “{label}” is padded, so that it cannot hold the labels.",
            where=str(dataset.path or ""),
            remedy="Choose another --label, or another --column.",
        )
    for name in dataset.with_role_of("label"):
        dataset = dataset.with_role(name, "ignored")
    return dataset.with_role(label, "label")


def _refuse_no_rows(recipe: Recipe, dataset: Dataset) -> None:
    from padviewer.core.errors import ContentError

    start, stop = recipe.rows.of(len(dataset))
    if start >= stop:
        raise ContentError(
            "no-such-rows",
            f"Rows from {recipe.rows.start:,} on are asked for; there are {len(dataset):,}.",
            where=str(dataset.path or ""),
            remedy="Give --rows A:B with a smaller A.",
        )
