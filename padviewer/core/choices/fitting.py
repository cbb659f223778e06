"""fit() and prepare(): the only code that sees a whole column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Protocol

import numpy as np

from padviewer.core.choices.base import AnyRecipe, Choices
from padviewer.core.choices.empty_rows import without_empty_rows
from padviewer.core.choices.recipe_file import transforms_key
from padviewer.core.choices.tensor_recipe import FittedTensor, Maxlen, TensorRecipe
from padviewer.core.choices.transform import Transform
from padviewer.core.data.cast import holds
from padviewer.core.data.dataset import Dataset, Role, merge_findings
from padviewer.core.data.lengths import percentile_of
from padviewer.core.data.ragged import Int64, Ragged, concatenate, iter_pieces
from padviewer.core.data.stats import Stats
from padviewer.core.errors import ContentError, Stopped
from padviewer.core.finding import Finding, counted, named, shifted
from padviewer.core.sentence import say

PIECE_ROWS = 50_000

ShouldStop = Callable[[], bool]


class DerivedStore(Protocol):
    """Where prepared columns and what was found in making them are kept: the store implements it."""

    def derived(self, key: str) -> Ragged | None:
        """Return the column kept under `key`, or None."""
        ...

    def findings(self, key: str, tensor: str) -> tuple[Finding, ...]:
        """Return what was kept with the column under `key`, said of `tensor`."""
        ...

    def keep(self, key: str, pieces: Iterable[Ragged], findings: Callable[[], Iterable[Finding]]) -> Ragged:
        """Write the pieces as one column under `key` and return it; `findings` is asked after the last."""
        ...


def fit(
    recipe: AnyRecipe, dataset: Dataset, *, refit: bool = False, should_stop: ShouldStop | None = None
) -> AnyRecipe:
    """Turn every choice that needs the whole column into a concrete one.

    Parameters
    ----------
    recipe : Recipe
        What was fitted before stays, as long as the choice it was fitted for is the same.
    dataset : Dataset
        The source columns.
    refit : bool
        Forget what was fitted before.
    should_stop : callable or None
        Asked before every piece of a column that is fitted; True raises `Stopped`.

    Returns
    -------
    Recipe
        With `Recipe.fitted` for every tensor: transforms, maxlen as numbers, dtype.

    Raises
    ------
    ContentError
        A column that is not there or holds no sequences; all rows empty with maxlen "max".
    """
    if refit:
        recipe = recipe.unfitted()
    recipe = fit_transforms(recipe, dataset, should_stop)
    return fit_sizes(recipe, prepare(recipe, dataset))


def fit_transforms(recipe: AnyRecipe, dataset: Dataset, should_stop: ShouldStop | None = None) -> AnyRecipe:
    """Fit the transforms alone: the heavy half of `fit`, which reads values, in pieces of 50,000 rows."""
    fitted: dict[str, FittedTensor] = {}
    start, stop = recipe.rows.of(len(dataset))
    for name, choice in recipe.tensors.items():
        old = recipe.fitted.get(name)
        if old is not None and old.suits_transforms(choice):
            fitted[name] = old
            continue
        column = dataset[recipe.column(name)][start:stop]
        transforms: list[Transform] = []
        for transform in choice.transforms:
            transforms.append(transform.fit_pieces(_transformed(column, tuple(transforms), should_stop)))
        fitted[name] = FittedTensor(choice, tuple(transforms), (), "", len(column))
    return replace(recipe, fitted=fitted)


def _transformed(
    column: Ragged, transforms: tuple[Transform, ...], should_stop: ShouldStop | None
) -> Iterator[Ragged]:
    """Yield the column through `transforms`, piece by piece, at least one."""
    for piece in _pieces(column):
        if should_stop is not None and should_stop():
            raise Stopped
        for transform in transforms:
            piece = transform.transform(piece)
        yield piece


def _pieces(column: Ragged) -> Iterable[Ragged]:
    """Return the column's pieces; one without rows where it has none."""
    return iter_pieces(column, PIECE_ROWS) if len(column) else (column,)


def prepare(
    recipe: Choices,
    dataset: Dataset,
    store: DerivedStore | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Dataset:
    """Apply the fitted transforms once.

    Parameters
    ----------
    recipe : Recipe
        With fitted transforms (`fit`).
    dataset : Dataset
        The source columns.
    store : DerivedStore or None
        Where derived columns are kept; None keeps them in memory.
    progress : callable (rows done, rows in all) or None

    Returns
    -------
    Dataset
        A column per tensor, under the tensor's name, ready to be padded, then the label and weight columns;
        what the transforms found in the recipe's rows is added to the findings. Where the recipe leaves empty
        rows out, and there are some, the other rows of the recipe alone, with `Dataset.numbers`.

    Raises
    ------
    ContentError
        Not fitted; a label column with a tensor's name; a transform that does not suit its column.
    """
    data: dict[str, Ragged] = {}
    findings: list[Finding] = []
    for name in recipe.tensors:
        entry = recipe.fitted.get(name)
        if entry is None:
            raise ContentError(
                "not-fitted",
                say("The tensor “{name}” is not fitted.", name=name),
                remedy=say("Call fit() first."),
            )
        column = dataset[recipe.column(name)]
        if entry.transforms:
            data[name], found = _derived(recipe, name, column, entry.transforms, store, progress)
            findings += [named(one) for one in found]
        else:
            data[name] = as_sequence(column, recipe.column(name))
    roles: dict[str, Role] = dict.fromkeys(data, "sequence")
    for role in ("label", "weight"):
        for name in dataset.with_role_of("label" if role == "label" else "weight"):
            if name in data:
                raise ContentError(
                    "name-collides",
                    say("The tensor “{name}” has the name of the {role} column.", name=name, role=role),
                    remedy=say("Ignore that column, or give the tensor another name."),
                )
            data[name] = dataset[name].squared()  # lists of one length are a target of several values
            roles[name] = "label" if role == "label" else "weight"
    used = {*(recipe.column(name) for name in recipe.tensors), *data}
    used.update(part for name in tuple(used) for part in dataset.made_of(name))
    said = [
        one for one in dataset.findings if one.level != "info" or one.where in used or _is_else(one, dataset)
    ]
    made = replace(dataset, data=data, roles=roles, findings=(*said, *findings))
    if recipe.rows.empty == "keep":
        return made
    return without_empty_rows(made, recipe.tensors, *recipe.rows.of(len(dataset)))


def _is_else(finding: Finding, dataset: Dataset) -> bool:
    """Whether a finding is about something else than one of the columns."""
    return finding.where not in dataset.data


def _derived(
    recipe: Choices,
    name: str,
    column: Ragged,
    transforms: tuple[Transform, ...],
    store: DerivedStore | None,
    progress: Callable[[int, int], None] | None,
) -> tuple[Ragged, tuple[Finding, ...]]:
    key = transforms_key(recipe.column(name), transforms, recipe.rows)
    kept = None if store is None else store.derived(key)
    if store is not None and kept is not None:
        return kept, store.findings(key, name)
    seen: list[Finding] = []
    start, stop = recipe.rows.of(len(column))

    def pieces() -> Iterator[Ragged]:
        done = 0
        for piece in _pieces(column):
            rows = len(piece)
            low, high = (min(max(bound - done, 0), rows) for bound in (start, stop))
            for transform in transforms:
                changed = transform.transform(piece)
                found = transform.findings(piece[low:high], changed[low:high]) if low < high else ()
                seen.extend(replace(shifted(one, done + low), where=name) for one in found)
                piece = changed
            done += rows
            if progress is not None:
                progress(done, len(column))
            yield as_sequence(piece, name)

    def findings() -> tuple[Finding, ...]:
        return counted(merge_findings(seen))

    whole = concatenate(list(pieces())) if store is None else store.keep(key, pieces(), findings)
    return whole, findings()


def as_sequence(column: Ragged, name: str) -> Ragged:
    """Return the column with at least one ragged axis: rows of fixed shape become rows of equal length.

    Raises
    ------
    ContentError
        A column of single values, or of texts or categories (which need a vocabulary).
    """
    if column.kind in ("text", "category"):
        needed = say("tokens and a vocabulary") if column.is_text else say("a vocabulary")
        raise ContentError(
            "needs-encoding",
            say(
                "The column “{name}” holds {kind} values and needs {needed} to be padded.",
                name=name,
                kind=column.kind,
                needed=needed,
            ),
        )
    if column.ragged_axes:
        return column
    if not column.inner_shape:
        raise ContentError(
            "not-a-sequence", say("The column “{name}” holds one value a row, no sequence.", name=name)
        )
    width = column.inner_shape[0]
    n = len(column)
    values = column.flat.reshape(n * width, *column.inner_shape[1:])
    missing = None if column.missing is None else np.repeat(column.missing, width)
    return Ragged(
        values, np.arange(n + 1, dtype=np.int64) * width, missing=missing, known_stats=column.known_stats
    )


def fit_sizes(recipe: AnyRecipe, prepared: Dataset) -> AnyRecipe:
    """Fit maxlen and dtype: the light half of `fit`, from lengths and from statistics counted once."""
    fitted: dict[str, FittedTensor] = {}
    start, stop = recipe.rows.within(prepared)
    for name, choice in recipe.tensors.items():
        old = recipe.fitted[name]
        column = prepared[name]
        choice.refuse_other_axes(column.ragged_axes, name)
        rows = column if (start, stop) == (0, len(column)) else column[start:stop]
        if old.suits_maxlen(choice) and len(old.maxlen) == column.ragged_axes:
            maxlen = old.maxlen
        else:
            maxlen = tuple(
                _resolved(choice.axis("maxlen", k), lengths, choice.multiple_of, name)
                for k, lengths in enumerate(_lengths_needed(choice, rows))
            )
        dtype = old.dtype if old.suits_dtype(choice) else choose_dtype(choice, rows, name)
        fitted[name] = replace(old, chosen=choice, maxlen=maxlen, dtype=dtype, rows=len(rows))
    return replace(recipe, fitted=fitted)


def _lengths_needed(choice: TensorRecipe, rows: Ragged) -> Iterable[Int64]:
    """Return the lengths per ragged axis; empty arrays where all maxlens are numbers: nothing to count."""
    if all(isinstance(choice.axis("maxlen", k), int) for k in range(rows.ragged_axes)):
        return (np.zeros(0, np.int64),) * rows.ragged_axes
    return rows.axis_lengths()


def _resolved(maxlen: Maxlen, lengths: Int64, multiple_of: int, name: str) -> int:
    if isinstance(maxlen, str):
        steps = int(lengths.max(initial=0)) if maxlen == "max" else percentile(lengths, maxlen[1:])
        if steps == 0:
            what = (
                say("All rows are empty")
                if lengths.max(initial=0) == 0
                else say("{maxlen} of the lengths is 0", maxlen=maxlen)
            )
            raise ContentError(
                "all-empty",
                say("{what}, so maxlen {maxlen} is 0.", what=what, maxlen=maxlen),
                where=name,
                remedy=say("Give maxlen as a number."),
            )
    else:
        steps = int(maxlen)
    return -(-steps // multiple_of) * multiple_of


def percentile(lengths: Int64, percent: str | float) -> int:
    """Return the smallest length that covers at least `percent` % of the rows, empty rows counted.

    >>> percentile(np.array([1, 2, 3, 4]), 50)
    2
    """
    if len(lengths) == 0:
        return 0
    at = percentile_of(len(lengths), percent) - 1
    return int(np.partition(lengths, at)[at])


def choose_dtype(choice: TensorRecipe, rows: Ragged, name: str) -> str:
    """Return the tensor's dtype: the one chosen, else what data and fill value fit.

    Integers become int32 where both fit, else int64; floats keep their width; bools stay bool.

    Raises
    ------
    ContentError
        A fill value that the data's own kind cannot hold, with no dtype chosen.
    """
    if choice.dtype is not None:
        return choice.dtype
    source = rows.flat.dtype
    if source.kind in "bf":
        dtype = source
    else:
        dtype = np.dtype(np.int32)
        if not np.can_cast(source, dtype, "safe"):
            dtype = _integer_for(rows.stats, choice.value)
        elif not holds(dtype, choice.value) and holds(np.dtype(np.int64), choice.value):
            dtype = np.dtype(np.int64)
    if not holds(dtype, choice.value):
        raise ContentError(
            "value-outside",
            say(
                "The fill value {value} does not fit the {dtype} values of “{name}”.",
                value=str(choice.value),
                dtype=str(dtype),
                name=name,
            ),
            remedy=say("Choose a dtype that holds both, or another fill value."),
        )
    return dtype.name


def _integer_for(stats: Stats, value: float) -> np.dtype[np.signedinteger | np.unsignedinteger]:
    low, high = stats.minimum or 0, stats.maximum or 0
    widest = np.dtype(np.int64) if holds(np.dtype(np.int64), high) else np.dtype(np.uint64)
    fitting = (
        dtype
        for dtype in (np.dtype(np.int32), np.dtype(np.int64), np.dtype(np.uint64))
        if holds(dtype, low) and holds(dtype, high) and holds(dtype, value)
    )
    return next(fitting, widest)
