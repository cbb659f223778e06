"""JSON values as columns: what the first rows decide of a column, and the Ragged that its values make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Kind, Ragged
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.readers.base import UNSIGNED, KindChanged
from padviewer.core.readers.cells.notations import UNSIGNED_MOST
from padviewer.core.readers.cells.values import EXACT_IN_FLOAT, INT64
from padviewer.core.readers.inner_axes import (
    Order,
    assembled,
    base_name,
    check_axes,
    fixed_axes,
    ordered_axes,
    spelled,
)
from padviewer.core.readers.json.levels import SIMPLE, Values, join, take_apart
from padviewer.core.readers.json.odd import Census, value_of
from padviewer.core.readers.json.remarks import null_rows_said, rounded, too_large
from padviewer.core.readers.limits import RAGGED_AXES, RANK
from padviewer.core.readers.lines import missing_steps
from padviewer.core.sentence import say

NUMBERS = ("integer", "float")
PLAIN = ("integer", "float", "boolean", "number")  # kinds that can have fixed inner axes


@dataclass(frozen=True)
class Schema:
    """What a column is, decided by its first piece.

    Parameters
    ----------
    kind : Kind or None
        None while no value has been seen.
    depth : int
        How many levels of lists a row has.
    inner : tuple of int or None
        The innermost levels that have one length throughout, as fixed axes; None while no list has told.
    left_out : str
        Why the column cannot be shown; empty where it can.
    gaps : bool
        A column of text in which nothing but words for missing was seen: it may be one of numbers yet.
    unsigned : bool
        Integers are of 64 bits without a sign.
    unseen : bool
        No value has been seen, so that lists may go deeper yet.
    """

    kind: Kind | None
    depth: int = 0
    inner: tuple[int, ...] | None = ()
    left_out: str = ""
    gaps: bool = False
    unsigned: bool = False
    unseen: bool = False


def decide(name: str, values: Values, kinds: Mapping[str, Kind]) -> Schema:
    """Return the schema that the first piece suggests, or `kinds` orders.

    ``kinds[name]`` decides the kind of the values, ``kinds[name + "#unsigned"]`` that integers have no sign;
    keys that spell axes: see `inner_axes`.
    """
    if values.has_objects():
        return Schema(None, len(values.levels), left_out=say("objects with fields"))
    values = values.mended(numbers=kinds.get(name) in NUMBERS)
    kind = _ordered_kind(name, values.kind(), kinds)
    order = ordered_axes(name, kinds, kind)
    gaps = name not in kinds and values.gaps_alone()
    values = values.deepened(order.depth)
    depth = max(order.depth, len(values.levels))
    inner: tuple[int, ...] | None = ()
    if kind is None or _can_be_fixed(kind, values):
        inner = fixed_axes(values.levels, order) if len(values.levels) == depth else ()
    unsigned = kind == "integer" and (name + UNSIGNED in kinds or _needs_unsigned(values))
    unseen = not values.types - {type(None)}
    return _limited(Schema(kind, depth, inner, gaps=gaps, unsigned=unsigned, unseen=unseen))


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
        values = values.mended(numbers=schema.kind in NUMBERS)
    kind = _fitting(name, values, schema, start)
    own = Census() if census is None else census
    own.add(raw, 0 if census is None else start, kind)
    if schema.unsigned:
        own.add_large(values, start)
    if kind in NUMBERS and not own.tolerates(bool(raw.levels)):
        row = own.texts.rows[0] if own.texts.rows else 0
        raise KindChanged(name, "text", row + start if census is None else row)
    if census is None:
        said += own.findings(name, kind)
    items = values.items
    bitmap: NDArray[np.bool_] | None = None
    if type(None) in values.types:
        bitmap = np.fromiter((item is None for item in items), bool, len(items))
    if values.null_rows:
        said.append(null_rows_said(name, values.null_rows))
    leaf: Ragged
    if kind == "text":
        if values.types - {str, type(None)}:
            items = _as_texts(items)
        leaf = Ragged.from_texts(items)
    elif kind == "integer":
        leaf = Ragged(_integers(name, values, start, schema.unsigned), missing=bitmap)
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
        flat = schema.kind == "number" and schema.depth == 0 and values.levels
        if schema.kind is None or schema.unseen or flat:
            raise KindChanged(axes_key(name, values), schema.kind or found or "float", start)
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
    if schema.kind is not None and schema.kind in PLAIN and values.levels:
        missing = leaf.missing is not None
        check_axes(name, values.levels, schema.inner, schema.kind, start, missing)
    return assembled(leaf, values.levels, schema.inner or ())


def axes_key(name: str, values: Values) -> str:
    """Return the key that orders the axes of a piece that is the first to show them."""
    kind = values.kind()
    inner = (fixed_axes(values.levels, Order()) or ()) if kind and _can_be_fixed(kind, values) else ()
    return spelled(name, len(values.levels) - len(inner), inner)


def _can_be_fixed(kind: Kind, values: Values) -> bool:
    """Whether lists of one length can be fixed inner axes: no value is missing, but as NaN."""
    return kind in ("float", "number") or (kind in PLAIN and type(None) not in values.types)


def _ordered_kind(name: str, found: Kind | None, kinds: Mapping[str, Kind]) -> Kind | None:
    """Return the kind that `kinds` orders, or that the values have and a key of axes widens."""
    if name in kinds:
        return _known(kinds[name])
    for key, said in kinds.items():
        if key != name and base_name(key) == name:
            found = said if said == "number" else join(found, _known(said))
    return found


def _needs_unsigned(values: Values) -> bool:
    """Whether integers need all 64 bits, and none has a sign."""
    if int not in values.types:
        return False
    numbers = [item for item in values.items if item is not None]
    return bool(INT64.max < max(numbers) <= UNSIGNED_MOST and min(numbers) >= 0)


def _limited(schema: Schema) -> Schema:
    axes = schema.depth - len(schema.inner or ())
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


def _integers(name: str, values: Values, start: int, unsigned: bool) -> NDArray[Any]:
    nulls = type(None) in values.types
    dtype = np.uint64 if unsigned else np.int64
    try:
        return np.array([item or 0 for item in values.items] if nulls else values.items, dtype)
    except OverflowError:
        least, most = (0, UNSIGNED_MOST) if unsigned else (INT64.min, INT64.max)
        at = next(at for at, item in enumerate(values.items) if item and not least <= item <= most)
        row = start + int(values.rows_of([at])[0])
        if not unsigned and _needs_unsigned(values):
            raise KindChanged(name + UNSIGNED, "integer", row) from None
        if 0 > values.items[at] >= INT64.min:  # beside others that need all bits
            raise too_large(max(filter(None, values.items)), f"row {row:,} of “{name}”") from None
        raise too_large(values.items[at], f"row {row:,} of “{name}”") from None


def _rounded(name: str, values: Values, numbers: NDArray[Any]) -> list[Finding]:
    wide = np.flatnonzero(np.isfinite(numbers) & (np.abs(numbers) >= EXACT_IN_FLOAT)).tolist()
    lost = [at for at in wide if type(values.items[at]) is int and int(numbers[at]) != values.items[at]]
    return [rounded(name, len(lost), values.rows_of(lost))] if lost else []


def _as_texts(items: list[Any]) -> list[Any]:
    import orjson

    return [item if item is None or type(item) is str else orjson.dumps(item).decode() for item in items]


def _number(item: Any) -> float:
    if type(item) is str:
        found = value_of(item)
        return np.nan if found is None else found
    return np.nan if item is None else float(item)
