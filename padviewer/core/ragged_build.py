"""Building Ragged from Python rows: lists, arrays, texts, None."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.cast import holds
from padviewer.core.errors import ContentError
from padviewer.core.ragged import Ragged, offsets_from_lengths
from padviewer.core.sentence import say


def from_lists(rows: Sequence[Any], ragged_axes: int | None = None) -> Ragged:
    """Build a Ragged from Python rows; `Ragged.from_lists` says how."""
    if any(isinstance(row, np.ndarray) for row in rows):
        return _from_arrays([np.asarray(() if row is None else row) for row in rows])
    if not _is_nested(rows):
        return leaf_from_items(rows)
    filled = [() if row is None else row for row in rows]
    _refuse_mixed_depth(filled)
    offsets = offsets_from_lengths(np.fromiter(map(len, filled), np.int64, len(filled)))
    items = list(chain.from_iterable(filled))
    if not _is_nested(items):
        leaf = leaf_from_items(items)
        if leaf.text:
            return Ragged(leaf, offsets)
        return Ragged(leaf.flat, offsets, missing=leaf.missing)
    inner = from_lists(items, None if ragged_axes is None else max(ragged_axes - 1, 1))
    uniform = _uniform_length(inner)
    if uniform is None or ragged_axes not in (None, 1):
        if ragged_axes == 1:
            raise ContentError(
                "uneven-axis", say("The inner lists have unequal lengths, so two axes are ragged.")
            )
        return Ragged(inner, offsets)
    shape = (len(inner), uniform, *inner.inner_shape)
    dense = inner.dense_leaf().flat
    return Ragged(dense.reshape(shape), offsets)


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


def _uniform_length(inner: Ragged) -> int | None:
    """Return the one length of all inner lists where they have one of at least 1 and hold plain numbers."""
    if inner.leaf.text or inner.leaf.missing is not None or inner.ragged_axes != 1 or len(inner) == 0:
        return None
    lengths = inner.axis_lengths()[0]
    size = int(lengths[0])
    return size if size >= 1 and bool((lengths == size).all()) else None


def _from_arrays(rows: list[NDArray[Any]]) -> Ragged:
    filled = [row for row in rows if row.size] or rows[:1]
    inner = {row.shape[1:] for row in filled}
    if len(inner) != 1 or any(row.ndim == 0 for row in rows):
        said = ", ".join(sorted(map(str, inner)))
        raise ContentError("mixed-shape", say("The rows' steps have different shapes: {said}.", said=said))
    odd = next((row.dtype for row in filled if row.dtype.kind not in "biuf"), None)
    if odd is not None:
        raise ContentError("mixed-types", say("A row is an array of {odd} values, no numbers.", odd=str(odd)))
    offsets = offsets_from_lengths(np.fromiter((len(row) for row in rows), np.int64, len(rows)))
    return Ragged(np.concatenate(filled), offsets)


def leaf_from_items(items: Sequence[Any]) -> Ragged:
    """Build a plain column from single values: numbers, bools, texts, None.

    Raises
    ------
    ContentError
        Values of mixed or unknown type.
    """
    types = set(map(type, items))
    none = type(None) in types
    types.discard(type(None))
    if types <= {str} and types:
        return text_from(items)
    missing = np.fromiter((item is None for item in items), bool, len(items)) if none else None
    if types <= {bool, np.bool_} and types:
        return Ragged(np.array([bool(item) for item in items], bool), missing=missing)
    if any(issubclass(one, (float, np.floating)) for one in types) or not types:
        _refuse_odd(types)
        _refuse_rounded_integers(items, types)
        return Ragged(_array([np.nan if item is None else item for item in items], np.float64))
    _refuse_odd(types)
    return Ragged(_array([0 if item is None else item for item in items], np.int64), missing=missing)


def _array(items: list[Any], dtype: type[np.float64 | np.int64]) -> NDArray[Any]:
    try:
        return np.array(items, dtype)
    except OverflowError as error:
        raise ContentError("integer-too-large", say("An integer does not fit 64 bits.")) from error


def text_from(items: Sequence[str | None]) -> Ragged:
    """Build a plain text column from str; None is missing."""
    encoded = [b"" if item is None else item.encode("utf-8", "surrogatepass") for item in items]
    offsets = offsets_from_lengths(np.fromiter(map(len, encoded), np.int64, len(encoded)))
    missing = None
    if any(item is None for item in items):
        missing = np.fromiter((item is None for item in items), bool, len(items))
    return Ragged(np.frombuffer(b"".join(encoded), np.uint8), offsets, True, missing)


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
