"""Recipe: every choice from file to tensor, as one value that can be saved, run and compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from padviewer.core.choices import recipe_file
from padviewer.core.choices.base import Choices, Rows, safe_name
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.tensor_recipe import FittedTensor, TensorRecipe
from padviewer.core.choices.transform import Transform
from padviewer.core.data.dataset import Dataset, can_be_sequence
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError
from padviewer.core.sentence import say

if TYPE_CHECKING:
    from padviewer.core.export import Written

__all__ = [
    "FittedTensor",
    "Recipe",
    "Rows",
    "TensorRecipe",
    "default_transforms",
    "propose",
    "safe_name",
]


@dataclass(frozen=True)
class Recipe(Choices):
    """Tensors by name, the rows they are made of, and what was fitted.

    Parameters
    ----------
    tensors : mapping of str to TensorRecipe
        At least one.
    rows : Rows
        Which rows.
    fitted : mapping of str to FittedTensor
        Empty until `fit`; travels with the recipe.
    reading : Reading
        How the file is read, where a person said it.

    Raises
    ------
    ChoiceError
        No tensor, or names that would collide in an export (``NAME_mask``, ``NAME_lengths``, ``recipe``).
    """

    def save(self, path: Path | str) -> None:
        """Write the recipe as TOML, its vocabularies beside it. See `recipe_file.save`."""
        recipe_file.save(self, path)

    @classmethod
    def load(cls, path: Path | str) -> Self:
        """Read a recipe. See `recipe_file.load`."""
        return recipe_file.load(path, cls)

    def to_toml(self, stem: str = "recipe") -> tuple[str, dict[str, bytes]]:
        """Return the TOML text and its attachments. See `recipe_file.to_toml`."""
        return recipe_file.to_toml(self, stem)

    @classmethod
    def from_toml(cls, text: str, attachment: Callable[[str], bytes]) -> Self:
        """Read a recipe out of TOML. See `recipe_file.from_toml`."""
        return recipe_file.from_toml(text, attachment, cls)

    def run(self, source: Path | str, destination: Path | str) -> Written:
        """Open `source`, fit what is not fitted, and export to `destination`.

        Parameters
        ----------
        source, destination : path
            A dataset, and a file whose suffix says the format (.npz, .npy, .parquet, .csv).

        Returns
        -------
        Written
            What was written: see `padviewer.core.export`.

        Raises
        ------
        PadViewerError
            Whatever stops it; nothing half-written remains.
        """
        from padviewer.core.export import run

        return run(self, source, destination)


def default_transforms(column: Ragged) -> tuple[Transform, ...]:
    """Return what a column needs before it can be padded: texts become words, words become ids."""
    if column.is_text:
        return (Tokenise(), Vocabulary())
    if column.kind in ("text", "category"):
        return (Vocabulary(),)
    return ()


def propose(dataset: Dataset, column: str | None = None) -> Recipe:
    """Return a recipe to start from: one tensor, named like its column.

    Parameters
    ----------
    dataset : Dataset
    column : str or None
        None: the dataset's sequence column.

    Raises
    ------
    ContentError
        No such column, or none that could be a sequence.
    """
    names = (column,) if column is not None else dataset.with_role_of("sequence")
    if not names:
        raise ContentError(
            "no-sequence-column",
            say("None of the columns holds sequences: {columns}.", columns=", ".join(dataset.columns)),
            where=str(dataset.path or ""),
            remedy=say("Choose a column of lists or texts."),
        )
    name = names[0]
    if not can_be_sequence(dataset[name]):
        raise ContentError(
            "not-a-sequence",
            say(
                "The column “{name}” holds one {kind} value a row, no sequence.",
                name=name,
                kind=dataset[name].kind,
            ),
            where=str(dataset.path or ""),
            remedy=say("Choose a column of lists or texts."),
        )
    return Recipe({safe_name(name): TensorRecipe(name, default_transforms(dataset[name]))})
