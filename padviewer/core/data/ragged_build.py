"""What a Ragged is built of, out of Python rows: lists, arrays, texts, None."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.cast import holds
from padviewer.core.errors import ContentError
from padviewer.core.sentence import say

PLAIN = (list, tuple, np.ndarray, np.generic, str, bytes, bool, int, float, type(None))


@dataclass(frozen=True, eq=False)
class Parts:
    """What `Ragged` is made of: values, which are parts where another ragged axis follows, and lengths.

    Parameters
    ----------
    values : ndarray or Parts
    lengths : int64 [n] or None
        Steps of each row, or bytes of each text; None for a plain column.
    text : bool
    missing : ndarray of bool or None
    """

    values: NDArray[Any] | Parts
    lengths: NDArray[np.int64] | None = None
    text: bool = False
    missing: NDArray[np.bool_] | None = None


def listed(rows: Iterable[Any]) -> list[Any]:
    """Return what a person gave as rows as a list: generators are read, a table's column too.

    Raises
    ------
    ContentError
        A single text or number, a mapping, or anything else that is no row after another.
    """
    if isinstance(rows, (str, bytes, Mapping)) or not hasattr(rows, "__iter__"):
        raise ContentError(
            "not-rows",
            say("Rows are given as a list of lists, not as {kind}.", kind=type(rows).__name__),
            remedy=say("Give one list of numbers for each row, such as [[1, 2, 3], [4]]."),
        )
    if isinstance(rows, np.ndarray):
        if rows.ndim == 0:
            raise ContentError(
                "not-rows",
                say("Rows are given as a list of lists, not as {kind}.", kind=say("a single value")),
                remedy=say("Give one list of numbers for each row, such as [[1, 2, 3], [4]]."),
            )
        if rows.ndim == 1 and rows.dtype.kind in "biuf":
            return list(rows.tolist())
    return [row if isinstance(row, PLAIN) or not hasattr(row, "__iter__") else _row(row) for row in rows]


def _row(row: Any) -> Any:
    """Return a row of another kind than a list as a list: a range, a generator, a column of a table."""
    if isinstance(row, (Mapping, set, frozenset)):
        raise ContentError(
            "not-rows",
            say("A row is a list of values in order, not a {kind}.", kind=type(row).__name__),
            remedy=say("Give one list of numbers for each row, such as [[1, 2, 3], [4]]."),
        )
    return list(row)


def parts_of(rows: Sequence[Any], ragged_axes: int | None = None) -> Parts:
    """Return what the Ragged of Python rows is built of; `Ragged.from_lists` says how.

    Raises
    ------
    ContentError
        Values of mixed or unknown type, levels of unequal depth or, with one ragged axis, of unequal length.
    """
    if any(isinstance(row, np.ndarray) for row in rows):
        return _from_arrays([np.asarray(() if row is None else row) for row in rows])
    if not _is_nested(rows):
        return _from_items(rows)
    filled = [() if row is None else row for row in rows]
    _refuse_mixed_depth(filled)
    lengths = np.fromiter(map(len, filled), np.int64, len(filled))
    items = list(chain.from_iterable(filled))
    if not _is_nested(items):
        leaf = _from_items(items)
        return Parts(leaf, lengths) if leaf.text else Parts(leaf.values, lengths, missing=leaf.missing)
    inner = parts_of(items, None if ragged_axes is None else max(ragged_axes - 1, 1))
    fixed = _of_fixed_length(inner)
    if fixed is None or ragged_axes not in (None, 1):
        if ragged_axes == 1:
            raise ContentError(
                "uneven-axis", say("The inner lists have unequal lengths, so two axes are ragged.")
            )
        return Parts(inner, lengths)
    return Parts(fixed, lengths)


def _is_nested(items: Sequence[Any]) -> bool:
    return any(isinstance(item, (list, tuple, np.ndarray)) for item in items)


def _refuse_mixed_depth(rows: Sequence[Any]) -> None:
    for at, row in enumerate(rows):
        if not isinstance(row, (list, tuple)):
            raise ContentError(
                "mixed-depth",
                say("Row {at} is a single value where other rows are lists.", at=str(at)),
                where=f"row {at}",
                remedy=say("Make every row a list."),
            )


def _of_fixed_length(inner: Parts) -> NDArray[Any] | None:
    """Return plain numbers [rows, length, ...] where all inner lists have one length of at least 1."""
    lengths = inner.lengths
    if lengths is None or len(lengths) == 0 or inner.text or inner.missing is not None:
        return None
    if isinstance(inner.values, Parts):
        return None
    size = int(lengths[0])
    if size < 1 or bool((lengths != size).any()):
        return None
    return inner.values.reshape(len(lengths), size, *inner.values.shape[1:])


def _from_arrays(rows: list[NDArray[Any]]) -> Parts:
    filled = [row for row in rows if row.size] or rows[:1]
    inner = {row.shape[1:] for row in filled}
    if len(inner) != 1 or any(row.ndim == 0 for row in rows):
        said = ", ".join(sorted(map(str, inner)))
        raise ContentError("mixed-shape", say("The rows' steps have different shapes: {said}.", said=said))
    odd = next((row.dtype for row in filled if row.dtype.kind not in "biuf"), None)
    if odd is not None:
        raise ContentError("mixed-types", say("A row is an array of {odd} values, no numbers.", odd=str(odd)))
    lengths = np.fromiter((len(row) for row in rows), np.int64, len(rows))
    return Parts(np.concatenate(filled), lengths)


def _from_items(items: Sequence[Any]) -> Parts:
    """Return a plain column of single values: numbers, bools, texts, None."""
    types = set(map(type, items))
    none = type(None) in types
    types.discard(type(None))
    if types <= {str} and types:
        return parts_of_texts(items)
    missing = np.fromiter((item is None for item in items), bool, len(items)) if none else None
    if types <= {bool, np.bool_} and types:
        return Parts(np.array([bool(item) for item in items], bool), missing=missing)
    if any(issubclass(one, (float, np.floating)) for one in types) or not types:
        _refuse_odd(types)
        _refuse_rounded_integers(items, types)
        return Parts(_array([np.nan if item is None else item for item in items], np.float64))
    _refuse_odd(types)
    return Parts(_array([0 if item is None else item for item in items], np.int64), missing=missing)


def _array(items: list[Any], dtype: type[np.float64 | np.int64]) -> NDArray[Any]:
    try:
        return np.array(items, dtype)
    except OverflowError as error:
        raise ContentError("integer-too-large", say("An integer does not fit 64 bits.")) from error


def parts_of_texts(items: Sequence[str | None]) -> Parts:
    """Return what a plain text column is built of; None is missing."""
    encoded = [b"" if item is None else item.encode("utf-8", "surrogatepass") for item in items]
    lengths = np.fromiter(map(len, encoded), np.int64, len(encoded))
    missing = None
    if any(item is None for item in items):
        missing = np.fromiter((item is None for item in items), bool, len(items))
    return Parts(np.frombuffer(b"".join(encoded), np.uint8), lengths, True, missing)


def _refuse_rounded_integers(items: Sequence[Any], types: set[type]) -> None:
    """Raise ContentError where an integer among floats is not held by float64."""
    if all(issubclass(one, (float, np.floating)) for one in types):
        return
    for item in items:
        if not isinstance(item, (int, np.integer)) or abs(int(item)) <= 2**53:
            continue
        if not holds(np.dtype(np.float64), int(item)):
            bits = int(item).bit_length()
            said = str(item) if bits <= 64 else say("of {bits} bits", bits=bits)
            raise ContentError(
                "integer-too-large",
                say(
                    "The integer {said} stands among floats, and float64 does not hold it exactly.", said=said
                ),
                remedy=say("Give the column integers alone, or texts."),
            )


def _refuse_odd(types: set[type]) -> None:
    odd = [one.__name__ for one in types if not issubclass(one, (int, float, np.integer, np.floating))]
    if odd or (types & {bool, np.bool_}):
        names = ", ".join(sorted(one.__name__ for one in types))
        raise ContentError(
            "mixed-types", say("Values of different or unknown types stand together: {names}.", names=names)
        )
