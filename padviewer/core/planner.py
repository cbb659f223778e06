"""From a recipe to a plan: what the data child prepared is kept, so that a choice resolves at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from padviewer.core.choices.empty_rows import without_empty_rows
from padviewer.core.choices.fitting import fit_sizes, prepare
from padviewer.core.choices.tensor_recipe import Maxlen, each
from padviewer.core.choices.transform import Transform
from padviewer.core.data.dataset import Dataset, Role
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.padding.plan import Plan, resolve
from padviewer.core.recipe import FittedTensor, Recipe, Rows, TensorRecipe
from padviewer.core.sentence import say
from padviewer.core.store.derived import DerivedColumns

NOT_PREPARED = "not-prepared"
Transforms = tuple[Transform, ...]


class StoredRows(Protocol):
    """Which rows of which store a plan is about, and whether they are all of the file's."""

    @property
    def store(self) -> str:
        """The folder of the store."""
        ...

    @property
    def generation(self) -> str:
        """The store's generation that the rows belong to."""
        ...

    @property
    def rows(self) -> int:
        """How many of them there are."""
        ...

    @property
    def complete(self) -> bool:
        """Whether the file has been read to its end."""
        ...


@dataclass(frozen=True)
class Wanted:
    """What decides a prepared column.

    Parameters
    ----------
    column : str
        The source column.
    chosen : tuple of Transform
        As the recipe chooses them.
    given : tuple of Transform or None
        As they were fitted where the recipe came from; None: they are fitted to these rows.
    """

    column: str
    chosen: Transforms
    given: Transforms | None


@dataclass(frozen=True, eq=False)
class Request:
    """What the data child is asked to prepare, and the rows it is about."""

    recipe: Recipe
    source: StoredRows
    dataset: Dataset

    def is_same(self, other: Request | None) -> bool:
        """Whether the answer to the other one answers this too."""
        return (
            other is not None
            and extent(self.source) == extent(other.source)
            and wanted_of(self.recipe) == wanted_of(other.recipe)
        )


@dataclass(eq=False)
class _Entry:
    """The fitted transforms of one `Wanted`, and the lengths that were resolved for it."""

    wanted: Wanted
    transforms: Transforms
    maxlens: dict[tuple[Maxlen | tuple[Maxlen, ...], int, Rows], tuple[int, ...]] = field(
        default_factory=dict
    )

    def fitted(self, choice: TensorRecipe, given: FittedTensor | None, rows: int, of: Rows) -> FittedTensor:
        """Return what is known for a choice before the sizes are fitted."""
        if given is not None and given.suits_maxlen(choice):
            maxlen = given.maxlen
        else:
            maxlen = self.maxlens.get((choice.maxlen, choice.multiple_of, of), ())
        dtype = given.dtype if given is not None and given.suits_dtype(choice) else ""
        return FittedTensor(choice, self.transforms, maxlen, dtype, rows)

    def remember(self, entry: FittedTensor, of: Rows) -> None:
        """Keep what a maxlen in words is as a number: finding it looks at every row."""
        choice = entry.chosen
        if any(isinstance(one, str) for one in each(choice.maxlen)):
            self.maxlens[choice.maxlen, choice.multiple_of, of] = entry.maxlen


class _Derived:
    """The prepared columns of a store, each mapped once; makes none."""

    def __init__(self, source: StoredRows) -> None:
        self._columns = DerivedColumns(source.store, source.rows)
        self._mapped: dict[str, Ragged] = {}

    def derived(self, key: str) -> Ragged | None:
        """Return the column kept under `key`, or None."""
        if key not in self._mapped:
            found = self._columns.derived(key)
            if found is None:
                return None
            self._mapped[key] = found
        return self._mapped[key]

    def findings(self, key: str, tensor: str) -> tuple[Finding, ...]:
        """Return what was kept with the column under `key`, said of `tensor`."""
        return self._columns.findings(key, tensor)

    def keep(
        self, _key: str, _pieces: Iterable[Ragged], _findings: Callable[[], Iterable[Finding]]
    ) -> Ragged:
        """Refuse: the window's thread reads no values."""
        raise ContentError(
            NOT_PREPARED,
            say("The prepared column is not there any more."),
            remedy=say("Open the file again."),
        )


class Planner:
    """Makes plans about one extent of one source: the rows that were prepared last."""

    def __init__(self) -> None:
        self._source: StoredRows | None = None
        self._dataset: Dataset | None = None
        self._entries: list[_Entry] = []
        self._derived: _Derived | None = None
        self._last: (
            tuple[tuple[_Entry, ...], tuple[str, ...], Mapping[str, Role], Rows, tuple[str, ...], Dataset]
            | None
        ) = None

    def forget(self) -> None:
        """Have no source."""
        self._source = self._dataset = self._last = self._derived = None
        self._entries = []

    def rebase(self, source: StoredRows, dataset: Dataset) -> None:
        """Be about other rows; what was prepared of the same rows stays."""
        if self._source is None or extent(self._source) != extent(source):
            self._entries = []
            self._derived = None
        self._last = None
        self._source, self._dataset = source, dataset

    def is_behind(self, source: StoredRows) -> bool:
        """Whether plans are about fewer rows than `source` has by now, or do not know yet that it is whole.

        What is found out about a whole file comes with its end, though no row does.
        """
        before = self._source
        return before is None or extent(before) != extent(source) or before.complete != source.complete

    def lacks(self, recipe: Recipe) -> bool:
        """Whether the data child must prepare a column first."""
        return any(one.chosen and self._entry(one) is None for one in wanted_of(recipe))

    def take(self, request: Request, answer: Recipe) -> None:
        """Keep what the data child fitted for a request; its columns are in the store."""
        self.rebase(request.source, request.dataset)
        for name, wanted in zip(request.recipe.tensors, wanted_of(request.recipe), strict=True):
            if wanted.chosen and self._entry(wanted) is None:
                self._entries.append(_Entry(wanted, answer.fitted[name].transforms))

    def plan(
        self, recipe: Recipe, roles: Mapping[str, Role], deciding: tuple[str, ...] | None = None
    ) -> Plan:
        """Return the plan of a recipe that lacks nothing.

        Parameters
        ----------
        recipe : Recipe
        roles : mapping of str to Role
        deciding : tuple of str or None
            The tensors that decide which rows are empty; None: all of the recipe's.

        Raises
        ------
        ContentError
            A choice that does not suit the data; code `NOT_PREPARED` where a column has gone.
        """
        dataset = self._dataset
        assert dataset is not None  # noqa: S101 - rebase came before
        recipe = replace(
            recipe, fitted={name: one for name, one in recipe.fitted.items() if name in recipe.tensors}
        )
        entries = tuple(self._entry(one) or self._new_entry(one) for one in wanted_of(recipe))
        fitted = replace(
            recipe,
            fitted={
                name: entry.fitted(choice, given_of(recipe, name), len(dataset), recipe.rows)
                for (name, choice), entry in zip(recipe.tensors.items(), entries, strict=True)
            },
        )
        prepared = self._prepared(fitted, entries, roles, dataset, deciding or tuple(recipe.tensors))
        fitted = fit_sizes(fitted, prepared)
        for name, entry in zip(fitted.tensors, entries, strict=True):
            entry.remember(fitted.fitted[name], recipe.rows)
        return resolve(fitted, prepared)

    def _prepared(
        self,
        fitted: Recipe,
        entries: tuple[_Entry, ...],
        roles: Mapping[str, Role],
        dataset: Dataset,
        deciding: tuple[str, ...],
    ) -> Dataset:
        names = tuple(fitted.tensors)
        if self._last is not None:
            same = len(self._last[0]) == len(entries) and all(
                one is other for one, other in zip(self._last[0], entries, strict=True)
            )
            if same and (names, roles, fitted.rows, deciding) == self._last[1:5]:
                return self._last[5]
        if self._derived is None and self._source is not None and encodes(fitted):
            self._derived = _Derived(self._source)
        whole = replace(fitted, rows=replace(fitted.rows, empty="keep"))
        prepared = prepare(whole, replace(dataset, roles=dict(roles)), self._derived)
        if fitted.rows.empty == "drop":
            prepared = without_empty_rows(prepared, deciding, *fitted.rows.of(len(prepared)))
        self._last = (entries, names, dict(roles), fitted.rows, deciding, prepared)
        return prepared

    def _entry(self, wanted: Wanted) -> _Entry | None:
        return next((one for one in self._entries if one.wanted == wanted), None)

    def _new_entry(self, wanted: Wanted) -> _Entry:
        entry = _Entry(wanted, ())
        self._entries.append(entry)
        return entry


def extent(source: StoredRows) -> tuple[str, str, int]:
    """Return which rows a source means: equal for equal rows."""
    return source.store, source.generation, source.rows


def given_of(recipe: Recipe, tensor: str) -> FittedTensor | None:
    """Return what came fitted with the recipe for a tensor and still suits its transforms."""
    entry = recipe.fitted.get(tensor)
    return entry if entry is not None and entry.suits_transforms(recipe[tensor]) else None


def wanted_of(recipe: Recipe) -> tuple[Wanted, ...]:
    """Return what decides each tensor's prepared column."""
    found = []
    for name, choice in recipe.tensors.items():
        given = given_of(recipe, name)
        found.append(
            Wanted(recipe.column(name), choice.transforms, None if given is None else given.transforms)
        )
    return tuple(found)


def encodes(recipe: Recipe) -> bool:
    """Whether a tensor has transforms, which the data child applies."""
    return any(one.transforms for one in recipe.tensors.values())
