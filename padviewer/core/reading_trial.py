"""Reading a file another way before that is offered: what would be found then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from padviewer.core.checks.plan import check
from padviewer.core.checks.trial import is_better
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.choices.tensor_recipe import each
from padviewer.core.data.dataset import Dataset, can_be_sequence
from padviewer.core.data.ragged import Ragged
from padviewer.core.finding import Finding
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe, default_transforms, propose

PER_AXIS = ("padding", "truncating", "maxlen", "mode")


def findings_when_read(path: Path, options: Mapping[str, Any], recipe: Recipe) -> tuple[Finding, ...]:
    """Read a file with other options, and return what there is to say of it with the choices of a recipe.

    Raises
    ------
    PadViewerError
        It cannot be read so, or makes no tensor then.
    """
    from padviewer.core.opening import open_dataset

    dataset = open_dataset(path, **options)
    fitted = fit(_suiting(recipe, dataset), dataset)
    return check(resolve(fitted, prepare(fitted, dataset)))


def is_remedy(finding: Finding, before: Sequence[Finding], after: Iterable[Finding]) -> bool:
    """Whether reading so ends a finding and brings none as serious.

    A finding that numbers are written in another notation stays whichever way they are read. Rows of a long
    table are other rows: what is said of them is not held against the lines.
    """
    if finding.code == "long-table":
        return all(one.code != finding.code and one.level != "error" for one in after)
    if finding.code == "other-notation":
        after = [one for one in after if (one.code, one.where) != (finding.code, finding.where)]
    return is_better(finding, before, after)


def suited_anew(choice: TensorRecipe, column: Ragged) -> TensorRecipe:
    """Return the choices of a column for what it has become: another kind, or other axes."""
    first = {name: each(getattr(choice, name))[0] for name in PER_AXIS}
    return replace(choice, transforms=default_transforms(column), dtype=None, **first)


def _suiting(recipe: Recipe, dataset: Dataset) -> Recipe:
    """Return the recipe with the tensors whose columns are there, or the one that is proposed."""
    tensors = {}
    for name, choice in recipe.tensors.items():
        column = dataset.data.get(recipe.column(name))
        if column is None or not can_be_sequence(column):
            continue
        is_encoded = any(isinstance(one, (Tokenise, Vocabulary)) for one in choice.transforms)
        is_suited = bool(default_transforms(column)) == is_encoded
        tensors[name] = choice if is_suited else suited_anew(choice, column)
    return replace(recipe.unfitted(), tensors=tensors) if tensors else propose(dataset)
