"""What the flags say: how the file is read, which recipe, which rows; checked before anything is opened."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from padviewer.core.choices.reading import Reading
    from padviewer.core.choices.transform import Transform
    from padviewer.core.recipe import Recipe, Rows

DELIMITERS = {"tab": "\t", "\\t": "\t", "space": " "}
PER_AXIS = ("padding", "truncating", "mode")
EXPORTS = (".npz", ".npy", ".parquet", ".csv")


@dataclass(frozen=True)
class Choices:
    """What the flags say, valid in itself.

    Parameters
    ----------
    reading : Reading
        What the flags say, and what they do not say as the recipe says it.
    said : Reading
        What the flags say alone.
    recipe : Recipe or None
        What ``--recipe`` holds.
    column, label : str or None
    changes : dict
        Fields of `TensorRecipe` that were said.
    transforms : tuple of Transform
        The encodings that were said; a fill is added when the column's kind is known.
    fill : str or None
    rows : Rows or None
    companion : (str, number) or None
        A column that is padded to the same maxlen, and its fill value.
    empty_rows : str or None
        What becomes of rows without a step.
    """

    reading: Reading
    said: Reading
    recipe: Recipe | None
    column: str | None
    label: str | None
    changes: dict[str, Any]
    transforms: tuple[Transform, ...]
    fill: str | None
    fill_infinite: bool
    rows: Rows | None
    companion: tuple[str, float | int] | None = None
    empty_rows: str | None = None


def read_options(args: Namespace) -> Reading:
    """Return how the file is read, as the flags say it."""
    from padviewer.core.choices.reading import Reading

    delimiter = None if args.delimiter is None else DELIMITERS.get(args.delimiter, args.delimiter)
    return Reading(
        format=args.format,
        delimiter=delimiter,
        header=args.header,
        shape=args.shape,
        columns=dict(_way(said) for said in args.read_as),
        encoding=args.encoding,
        table=args.table,
        long=args.long,
    )


def _way(said: str) -> tuple[str, str]:
    """Return a column and how it is read, out of COLUMN=HOW.

    Raises
    ------
    ChoiceError
        It is no such pair.
    """
    from padviewer.core.choices.reading import WAYS
    from padviewer.core.errors import ChoiceError

    column, _, way = said.rpartition("=")
    if not column or way not in WAYS:
        raise ChoiceError(
            "read-as",
            f"“{said}” does not say how a column is read.",
            remedy=f"Write COLUMN=HOW, where HOW is {', '.join(WAYS[:-1])} or {WAYS[-1]}.",
        )
    return column, way


def choices(args: Namespace) -> Choices:
    """Return what the flags say.

    Raises
    ------
    ChoiceError
        A value that can never be valid.
    PadViewerError
        A recipe that cannot be read.
    """
    from padviewer.core.choices.encode import Tokenise, Vocabulary
    from padviewer.core.choices.shift import Shift
    from padviewer.core.errors import ChoiceError
    from padviewer.core.recipe import Rows, TensorRecipe

    changes: dict[str, Any] = {}
    for name in PER_AXIS:
        if getattr(args, name) is not None:
            changes[name] = _one_or_more(getattr(args, name).split(","))
    for name in ("dtype", "lossy"):
        if getattr(args, name) is not None:
            changes[name] = getattr(args, name)
    if args.maxlen is not None:
        changes["maxlen"] = _one_or_more(_whole(part) for part in args.maxlen.split(","))
    if args.multiple_of is not None:
        changes["multiple_of"] = _whole(args.multiple_of)
    if args.value is not None:
        changes["value"] = number(args.value)
    TensorRecipe(**changes)
    transforms: tuple[Transform, ...] = ()
    if args.tokens is not None:
        transforms += (Tokenise(args.tokens),)
    if args.ids is not None:
        transforms += (Vocabulary(args.ids),)
    if args.shift is not None:
        to = _whole(args.shift)
        if isinstance(to, str):
            raise ChoiceError("shift", f"Ids are shifted to a whole number, not {to!r}.")
        transforms += (Shift(to),)
    if args.fill_infinite and args.fill is None:
        raise ChoiceError("fill", "--fill-infinite needs --fill V: the value to fill with.")
    if args.label is not None and args.label == args.column:
        raise ChoiceError("label", "The labels cannot be the column that is padded.")
    recipe = None if args.recipe is None else load_recipe(args.recipe)
    said = read_options(args)
    return Choices(
        reading=said if recipe is None else said.over(recipe.reading),
        said=said,
        recipe=recipe,
        column=args.column,
        label=args.label,
        changes=changes,
        transforms=transforms,
        fill=args.fill,
        fill_infinite=bool(args.fill_infinite),
        rows=None if args.rows is None else _rows(args.rows),
        empty_rows=None if args.empty_rows is None else Rows(empty=args.empty_rows).empty,
        companion=None if args.companion is None else _companion(args.companion),
    )


def load_recipe(path: str) -> Recipe:
    """Read a recipe, out of a TOML file or out of an export."""
    from pathlib import Path

    from padviewer.core.errors import ChoiceError
    from padviewer.core.exported_recipe import load_exported_recipe
    from padviewer.core.recipe import Recipe

    try:
        if Path(path).suffix.lower() in EXPORTS or Path(path).is_dir():
            return load_exported_recipe(path)
        return Recipe.load(path)
    except ChoiceError as error:
        error.where = f"{path}, {error.field}"
        raise


def number(text: str, field: str = "value") -> int | float:
    """Return an int where the text is one, else a float; raises ChoiceError where it is no number."""
    from padviewer.core.errors import ChoiceError

    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    raise ChoiceError(field, f"This must be a number, not {text!r}.")


def _one_or_more(values: Iterable[Any]) -> Any:
    found = tuple(values)
    return found[0] if len(found) == 1 else found


def _whole(text: str) -> int | str:
    try:
        return int(text)
    except ValueError:
        return text


def _companion(text: str) -> tuple[str, float | int]:
    """Return a column and its fill value out of ``C=V``; ``C`` alone takes 0."""
    column, says_value, value = text.rpartition("=")
    return (column, number(value, "companion")) if says_value else (text, 0)


def _rows(text: str) -> Rows:
    from padviewer.core.errors import ChoiceError
    from padviewer.core.recipe import Rows

    start, colon, stop = text.partition(":")
    try:
        if colon:
            return Rows(int(start or 0), int(stop) if stop else None)
    except ValueError:
        pass
    raise ChoiceError("rows", f"Rows are A:B, such as 0:1000, not {text!r}.")


def check_outputs(output: Path, recipe: Path | None, source: Path, tensors: int, *, force: bool) -> None:
    """Raise what would stop writing `output` and `recipe`, before anything is read.

    Without `force`, what stands there and is not ours stops it.
    """
    from padviewer.core.errors import PathError
    from padviewer.core.export import check_destination
    from padviewer.core.export.foreign import check_recipe_ours
    from padviewer.core.files.whole_file import check_target

    remedy = "Give another name, or --force to replace it."
    check_destination(output, source, tensors, replace=force, remedy=remedy)
    if recipe is None:
        return
    target = check_target(recipe)
    for other, what in ((source, "source"), (output, "export")):
        if target == other.resolve():
            raise PathError(
                "output-is-input", f"The recipe would replace the {what}.", where=str(recipe),
                remedy="Give --save-recipe another name.",
            )  # fmt: skip
    if not force:
        check_recipe_ours(recipe, remedy)
