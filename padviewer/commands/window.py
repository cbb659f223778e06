"""What the window is opened with: the dataset, how it is read, and the recipe that the flags make for it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from padviewer.commands.parser import READING, given

if TYPE_CHECKING:
    from padviewer.core.data.dataset import Dataset
    from padviewer.core.recipe import Recipe

RECIPE = (
    *("recipe", "column", "padding", "truncating", "maxlen", "value", "dtype", "mode", "multiple_of"),
    *("lossy", "rows", "tokens", "ids", "companion", "shift", "fill", "empty_rows"),
)


class Asked(NamedTuple):
    """The dataset to open, how it is read, and what makes its recipe."""

    file: str | None
    options: dict[str, Any] | None
    recipe_for: Callable[[Dataset], Recipe] | None


def asked_of(args: Namespace) -> Asked:
    """Return what the window is opened with.

    Raises
    ------
    PadViewerError
        A recipe that cannot be read; flags about a dataset, and none is given.
    """
    if not given(args, (*READING, *RECIPE)) and args.label is None:
        return Asked(args.file, None, None)
    from padviewer.commands.choices import choices
    from padviewer.commands.opening import recipe_for

    chosen = choices(args)
    file = args.file
    if file is None and args.sample is None and args.recipe is not None:
        file = dataset_beside(Path(args.recipe))
    options = chosen.reading.options() or None
    made = given(args, RECIPE)
    return Asked(file, options, (lambda data: recipe_for(chosen, data)) if made else None)


def dataset_beside(recipe: Path) -> str:
    """Return the one dataset beside a recipe that has its name.

    Raises
    ------
    ContentError
        There is none, or several.
    """
    from padviewer.core.errors import ContentError
    from padviewer.core.readers import FORMATS

    suffixes = dict.fromkeys(suffix for one in FORMATS for suffix in one.suffixes)
    there = [one for one in map(recipe.with_suffix, suffixes) if one.is_file() and one != recipe]
    if len(there) == 1:
        return str(there[0])
    raise ContentError(
        "recipe-alone",
        "This is a recipe, and does not say which dataset it is for.",
        where=str(recipe),
        remedy=f"Give the dataset too: padviewer DATASET {recipe}.",
    )
