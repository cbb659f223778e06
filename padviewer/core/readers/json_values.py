"""JSON values as columns: how deep a column's lists go, what their values are, and the Ragged they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.errors import ContentError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.offsets import offsets_from_lengths
from padviewer.core.ragged import Int64, Kind, Ragged
from padviewer.core.readers.base import KindChanged
from padviewer.core.readers.cells import EXACT_IN_FLOAT, join_kinds
from padviewer.core.readers.limits import RAGGED_AXES, RANK
from padviewer.core.readers.lines import missing_steps
from padviewer.core.readers.odd_values import Census, is_gap, number_in
from padviewer.core.sentence import say, say_count

SIMPLE: dict[type, Kind] = {int: "integer", float: "float", bool: "boolean", str: "text"}
NUMBERS = ("integer", "float")
AXIS = "[]"


@dataclass(frozen=True)
class Schema:
    """What a column is, decided by its first piece.

    Parameters
    ----------
    kind : Kind or None
        None while no value has been seen.
    depth : int
        How many levels of lists a row has.
    inner : tuple of int
        The innermost levels that have one length throughout, as fixed axes.
    left_out : str
        Why the column cannot be shown; empty where it can.
    gaps : bool
        A column of text in which nothing but words for missing was seen: it may be one of numbers yet.
    """

    kind: Kind | None
    depth: int = 0
    inner: tuple[int, ...] = ()
    left_out: str = ""
    gaps: bool = False


@dataclass(frozen=True)
class Values:
    """A column's rows taken apart: the lengths of every level of lists, the values and their types."""

    levels: tuple[Int64, ...]
    items: list[Any]
    null_rows: tuple[int, ...]
    types: frozenset[type]

    def kind(self) -> Kind | None:
        """Return the kind of the values; None where there are none."""
        wide: Kind | None = None
        for one in self.types:
            wide = join(wide, SIMPLE.get(one))
        return wide

    def has_objects(self) -> bool:
        """Whether any value is an object {…}."""
        return dict in self.types

    def with_gaps(self, numbers: bool = False) -> Values:
        """Return the values with words for missing, such as "NaN", as missing among numbers.

        `numbers`: the column is known to be one of numbers, whatever stands in this piece.
        """
        if str not in self.types or not (numbers or self.types & {int, float}):
            return self
        if not all(is_gap(item) for item in self.items if type(item) is str):
            return self
        items = [None if type(item) is str else item for item in self.items]
        return replace(self, items=items, types=self.types - {str} | {type(None)})

    def gaps_alone(self) -> bool:
        """Whether there are texts, and all of them are words for missing."""
        return self.types - {type(None)} == {str} and all(map(is_gap, filter(None, self.items)))

    def rows_of(self, items: Sequence[int] | NDArray[Any]) -> Int64:
        """Return the row that each of the values (given by their place) stands in."""
        at = np.asarray(items, np.int64)
        for lengths in reversed(self.levels):
            at = np.searchsorted(np.cumsum(lengths), at, "right").astype(np.int64)
        return at

    def deepened(self, depth: int) -> Values:
        """Return the values with the levels that empty or null lists did not show."""
        levels, items, null_rows = list(self.levels), self.items, self.null_rows
        while len(levels) < depth and all(item is None for item in items):
            if not levels:
                null_rows = tuple(range(len(items)))
            levels.append(np.zeros(len(items), np.int64))
            items = []
        return Values(tuple(levels), items, null_rows, self.types if items else frozenset())


def join(one: Kind | None, other: Kind | None) -> Kind | None:
    """Return the narrowest kind that holds both: true and false among numbers are 1 and 0."""
    if {one, other} in ({"boolean", "integer"}, {"boolean", "float"}):
        return "float" if "float" in (one, other) else "integer"
    return join_kinds(one, other)


def take_apart(name: str, rows: Sequence[Any], start: int = 0) -> Values:
    """Take the rows of a column apart, level by level.

    Raises
    ------
    ContentError
        A list stands beside a single value on one level; the message counts rows from `start`.
    """
    levels: list[Int64] = []
    items: list[Any] = list(rows)
    null_rows: tuple[int, ...] = ()
    while True:
        types = set(map(type, items))
        if list not in types:
            return Values(tuple(levels), items, null_rows, frozenset(types))
        if types - {list, type(None)}:
            odd = next(at for at, item in enumerate(items) if type(item) not in (list, type(None)))
            row = int(Values(tuple(levels), [], (), frozenset()).rows_of([odd])[0])
            raise _mixed_depth(name, start + row, items[odd])
        if type(None) in types:
            if not levels:
                null_rows = tuple(at for at, item in enumerate(items) if item is None)
            items = [() if item is None else item for item in items]
        levels.append(np.fromiter(map(len, items), np.int64, len(items)))
        items = list(chain.from_iterable(items))


def decide(name: str, values: Values, kinds: Mapping[str, Kind]) -> Schema:
    """Return the schema that the first piece suggests, or `kinds` orders.

    ``kinds[name]`` decides the kind of the values; ``kinds[name + "[]" * k]`` decides that all k levels of
    lists are ragged axes, with no fixed inner axis.
    """
    if values.has_objects():
        return Schema(None, len(values.levels), left_out=say("objects with fields"))
    values = values.with_gaps(numbers=kinds.get(name) in NUMBERS)
    found = values.kind()
    for axes in range(1, RANK):
        key = name + AXIS * axes
        if key in kinds:
            depth = max(axes, len(values.levels))
            asked = _known(kinds.get(name, kinds[key]))
            return _limited(Schema("number" if asked == "number" else join(found, asked), depth))
    kind = _known(kinds[name]) if name in kinds else found
    depth = len(values.levels)
    bitmap = kind != "float" and type(None) in values.types
    fixed = kind == "number" or (kind in ("integer", "float", "boolean") and not bitmap)
    inner = _uniform(values.levels) if fixed else ()
    return _limited(Schema(kind, depth, inner, gaps=name not in kinds and values.gaps_alone()))


def build(
    name: str, rows: Sequence[Any], schema: Schema, start: int, census: Census | None = None
) -> tuple[Ragged, list[Finding]]:
    """Return the column of a piece that starts at row `start` of the file, and what there is to say of it.

    With a `census` the odd values are counted there, for all pieces together, and not said.

    Raises
    ------
    KindChanged
        A value, or a list's length, does not fit the schema.
    ContentError
        Lists of another depth, objects, or integers beyond 64 bits.
    """
    values = take_apart(name, rows, start).deepened(schema.depth)
    said: list[Finding] = []
    if type(None) in values.types:
        gone = [at for at, item in enumerate(values.items) if item is None]
        said.append(missing_steps(name, values.rows_of(gone)))
    raw = values
    if schema.kind not in ("text", "number"):
        values = values.with_gaps(numbers=schema.kind in NUMBERS)
    kind = _fitting(name, values, schema, start)
    if census is not None:
        census.add(raw, start, kind)
    else:
        alone = Census()
        alone.add(raw, 0, kind)
        said += alone.findings(name, kind)
    items = values.items
    bitmap: NDArray[np.bool_] | None = None
    if type(None) in values.types:
        bitmap = np.fromiter((item is None for item in items), bool, len(items))
    if values.null_rows:
        said.append(_null_rows(name, values.null_rows))
    leaf: Ragged
    if kind == "text":
        if values.types - {str, type(None)}:
            items = _as_texts(items)
        leaf = Ragged.from_texts(items)
    elif kind == "integer":
        leaf = Ragged(_integers(name, values, start), missing=bitmap)
    elif kind == "boolean":
        leaf = Ragged(np.array([item is True for item in items], np.bool_), missing=bitmap)
    elif kind == "number":
        leaf = Ragged(np.array([_number(item) for item in items], np.float64))
        said += _rounded(name, values, leaf.flat)
    else:
        filled = items if bitmap is None else [np.nan if item is None else item for item in items]
        leaf = Ragged(np.array(filled, np.float64))
        said += _rounded(name, values, leaf.flat)
    return _assemble(name, leaf, replace(schema, kind=kind), values, start), said


def left_out(name: str, why: str) -> Finding:
    """Return the finding that a column is not shown."""
    return Finding(
        "warning",
        "column-left-out",
        say("The column “{name}” is left out: it holds {why}.", name=name, why=why),
        1,
        remedy=say("Save what you need of it as a column of numbers, texts or lists."),
        where=name,
    )


def _fitting(name: str, values: Values, schema: Schema, start: int) -> Kind:
    if values.has_objects():
        at = next(at for at, item in enumerate(values.items) if type(item) is dict)
        row = start + int(values.rows_of([at])[0])
        raise ContentError(
            "mixed-types",
            say(
                "Row {row} of “{name}” holds an object with fields; earlier rows do not.", row=row, name=name
            ),
            where=f"row {row:,}",
            remedy=say("Give the column values of one type."),
        )
    found = values.kind()
    if len(values.levels) != schema.depth:
        if schema.kind is None or (schema.kind == "number" and schema.depth == 0 and values.levels):
            raise KindChanged(name + AXIS * len(values.levels), schema.kind or found or "float", start)
        row = start + (int(values.rows_of([0])[0]) if values.items else 0)
        raise ContentError(
            "mixed-depth",
            say(
                "Row {row} of “{name}” nests lists to a depth of {levels}, not {depth}.",
                row=row,
                name=name,
                levels=str(len(values.levels)),
                depth=str(schema.depth),
            ),
            where=f"row {row:,}",
            remedy=say("Nest the lists of all rows to the same depth."),
        )
    if schema.kind is None and found is not None:
        row = next(at for at, item in enumerate(values.items) if item is not None)
        raise KindChanged(name, found, start + int(values.rows_of([row])[0]))
    if schema.kind == "number":
        return "number"
    if schema.gaps and values.types & {int, float}:
        at = next(at for at, item in enumerate(values.items) if type(item) in (int, float))
        raise KindChanged(name, "float", start + int(values.rows_of([at])[0]))
    wide = join(schema.kind, found)
    if wide != schema.kind and wide is not None:
        fits = {one: join(schema.kind, kind) == schema.kind for one, kind in SIMPLE.items()}
        at = next(at for at, item in enumerate(values.items) if not fits.get(type(item), True))
        raise KindChanged(name, wide, start + int(values.rows_of([at])[0]))
    return schema.kind or "float"


def _assemble(name: str, leaf: Ragged, schema: Schema, values: Values, start: int) -> Ragged:
    ragged = schema.depth - len(schema.inner)
    column = leaf
    if schema.inner:
        for lengths, size in zip(values.levels[ragged:], schema.inner, strict=True):
            odd = np.flatnonzero(lengths != size)
            if len(odd):
                raise KindChanged(name + AXIS * schema.depth, schema.kind or "float", start)
        if leaf.missing is not None:
            raise KindChanged(name + AXIS * schema.depth, schema.kind or "float", start)
        steps = int(values.levels[ragged - 1].sum())
        column = Ragged(leaf.flat.reshape(steps, *schema.inner))
    for at in range(ragged - 1, -1, -1):
        offsets = offsets_from_lengths(values.levels[at])
        plain = column.row_offsets is None
        column = Ragged(column.flat if plain else column, offsets, missing=column.missing if plain else None)
    return column


def _uniform(levels: Sequence[Int64]) -> tuple[int, ...]:
    inner: tuple[int, ...] = ()
    for lengths in reversed(levels[1:]):
        if len(lengths) == 0 or lengths[0] < 1 or bool((lengths != lengths[0]).any()):
            break
        inner = (int(lengths[0]), *inner)
    return inner


def _limited(schema: Schema) -> Schema:
    axes = schema.depth - len(schema.inner)
    if schema.depth + 1 > RANK:
        levels, most = str(schema.depth), str(RANK - 1)
        why = say("lists {levels} levels deep (the limit is {most})", levels=levels, most=most)
        return replace(schema, left_out=why)
    if axes > RAGGED_AXES:
        why = say("{axes} ragged axes (the limit is {most})", axes=str(axes), most=str(RAGGED_AXES))
        return replace(schema, left_out=why)
    return schema


def _known(kind: Kind) -> Kind:
    return "text" if kind == "category" else kind


def _integers(name: str, values: Values, start: int) -> NDArray[np.int64]:
    nulls = type(None) in values.types
    try:
        return np.array([item or 0 for item in values.items] if nulls else values.items, np.int64)
    except OverflowError:
        wide = (at for at, item in enumerate(values.items) if item and not -(2**63) <= item < 2**63)
        at = next(wide)
        row = start + int(values.rows_of([at])[0])
        raise too_large(values.items[at], f"row {row:,} of “{name}”") from None


def too_large(number: object, where: str) -> ContentError:
    """Return the error for an integer beyond 64 bits."""
    said = str(number)
    said = said if len(said) <= 30 else f"{said[:27]}…"
    return ContentError(
        "integer-too-large",
        say("The integer {said} does not fit 64 bits with a sign.", said=said),
        where=where,
        remedy=say("Write such numbers as texts."),
    )


def _rounded(name: str, values: Values, numbers: NDArray[Any]) -> list[Finding]:
    wide = np.flatnonzero(np.isfinite(numbers) & (np.abs(numbers) >= EXACT_IN_FLOAT)).tolist()
    lost = [at for at in wide if type(values.items[at]) is int and int(numbers[at]) != values.items[at]]
    return [rounded(name, len(lost), values.rows_of(lost))] if lost else []


def rounded(name: str, count: int, rows: NDArray[np.int64]) -> Finding:
    """Return the finding that integers in a column of floats are not exact."""
    return Finding(
        "warning",
        "integers-rounded",
        say_count(
            "{count} integer of “{name}” is rounded: the column also holds fractions, and "
            "float64 holds integers exactly only up to 9,007,199,254,740,992.",
            "{count} integers of “{name}” are rounded: the column also holds fractions, and "
            "float64 holds integers exactly only up to 9,007,199,254,740,992.",
            COUNT,
            name=name,
        ),
        count,
        tuple(np.unique(rows)[:MOST_ROWS].tolist()),
        say("Keep large integers in a column of their own."),
        name,
    )


def _as_texts(items: list[Any]) -> list[Any]:
    import orjson

    return [item if item is None or type(item) is str else orjson.dumps(item).decode() for item in items]


def _number(item: Any) -> float:
    if type(item) is str:
        found = number_in(item)
        return np.nan if found is None else found
    return np.nan if item is None else float(item)


def _null_rows(name: str, rows: tuple[int, ...]) -> Finding:
    return Finding(
        "info",
        "null-rows",
        say_count(
            "{count} row of “{name}” is null and read as an empty row.",
            "{count} rows of “{name}” are null and read as empty rows.",
            COUNT,
            name=name,
        ),
        len(rows),
        rows[:MOST_ROWS],
        where=name,
    )


def _mixed_depth(name: str, row: int, item: object) -> ContentError:
    what = say("a list") if isinstance(item, list) else say("a single value")
    return ContentError(
        "mixed-depth",
        say("Row {row} of “{name}” holds {what} where other rows do not.", row=row, name=name, what=what),
        where=f"row {row:,}",
        remedy=say("Nest the lists of all rows to the same depth."),
    )
