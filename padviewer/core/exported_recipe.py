"""The recipe of an export, read back out of it."""

from __future__ import annotations

from pathlib import Path

from padviewer.core.errors import ContentError, PathError
from padviewer.core.export import npy, npz, sidecar
from padviewer.core.recipe import Recipe
from padviewer.core.sentence import say


def load_exported_recipe(path: Path | str) -> Recipe:
    """Read the recipe back out of an export: out of the .npz or folder itself, else out of its sidecar.

    Raises
    ------
    PathError
        It is not there.
    ContentError
        There is no recipe in it or beside it, or a damaged one.
    UnsafeError
        A recipe larger than any.
    """
    path = Path(path)
    if not path.exists():
        raise PathError(
            "no-such-file", say("There is no such file."), where=str(path), remedy=say("Check the path.")
        )
    if path.is_dir():
        return Recipe.load(path / npy.RECIPE_FILE)
    if path.suffix.lower() == ".npz":
        return npz.load_recipe(path, Recipe)
    found = sidecar.load_recipe(path, Recipe)
    if found is None:
        raise ContentError(
            "no-recipe",
            say("There is no {name} beside it that holds a recipe.", name=sidecar.sidecar_path(path).name),
            where=str(path),
            remedy=say("Keep an export and its sidecar together."),
        )
    return found
