"""Lists of lists: which of their axes are ragged, and which have one length throughout; for every format.

Lists whose innermost lists all have one length of at least 1, and miss no value, hold features: a fixed
inner axis. The first piece that has such lists decides; a later one that differs asks for another reading
by `KindChanged`, whose key spells the axes: ``x[][]`` are two ragged axes at least, ``x[][12]`` is a ragged
axis before a fixed one of 12.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Int64, Kind, Ragged
from padviewer.core.readers.base import UNSIGNED, KindChanged
from padviewer.core.readers.limits import RAGGED_AXES

AXIS = "[]"
AXES = re.compile(r"((?:\[\])+)((?:\[\d+\])*)$")


@dataclass(frozen=True)
class Order:
    """What the kinds decided beforehand say of a column's axes.

    Parameters
    ----------
    depth : int
        How many levels of lists a row has at least.
    ragged : int
        How many of the outermost are ragged at least.
    sizes : tuple of int
        The fixed axes behind them, where a piece has told.
    """

    depth: int = 0
    ragged: int = 1
    sizes: tuple[int, ...] = ()


def spelled(name: str, ragged: int, sizes: Sequence[int] = ()) -> str:
    """Return the key that orders so many ragged axes and these fixed ones.

    >>> spelled("x", 1, (12,))
    'x[][12]'
    """
    return name + AXIS * ragged + "".join(f"[{size}]" for size in sizes)


def base_name(key: str) -> str:
    """Return the column that a key of kinds is about."""
    return AXES.sub("", key.removesuffix(UNSIGNED))


def ordered_axes(name: str, kinds: Mapping[str, Kind], kind: Kind | None) -> Order:
    """Return what `kinds` orders of a column's axes; ragged ones only where it was said of this kind.

    A missing value makes an axis ragged among integers and not among floats, where it is NaN.
    """
    depth, ragged = 0, 1
    sizes: tuple[int, ...] = ()
    for key, said_of in kinds.items():
        found = AXES.fullmatch(key[len(name) :]) if key.startswith(name) else None
        if found is None:
            continue
        own = len(found[1]) // len(AXIS)
        fixed = tuple(int(size) for size in re.findall(r"\d+", found[2]))
        depth = max(depth, own + len(fixed))
        sizes = fixed or sizes
        if said_of == kind or kind is None:
            ragged = max(ragged, own)
    return Order(depth, ragged, sizes)


def fixed_axes(levels: Sequence[Int64], order: Order) -> tuple[int, ...] | None:
    """Return the innermost levels that have one length throughout; None where no list tells yet."""
    most = len(levels) - order.ragged
    if most <= 0:
        return ()
    if len(levels[-1]) == 0:
        return order.sizes[-most:] or None
    inner: tuple[int, ...] = ()
    for lengths in reversed(levels[order.ragged :]):
        if len(lengths) == 0 or lengths[0] < 1 or bool((lengths != lengths[0]).any()):
            break
        inner = (int(lengths[0]), *inner)
    return inner


def check_axes(
    name: str,
    levels: Sequence[Int64],
    inner: tuple[int, ...] | None,
    kind: Kind,
    start: int,
    missing: bool = False,
) -> None:
    """Raise KindChanged where the lists of a piece that starts at row `start` are not as was decided.

    Parameters
    ----------
    name : str
    levels : sequence of ndarray
        The lengths along every level of lists, outermost first.
    inner : tuple of int or None
        The fixed axes; None where no list has told yet.
    kind : Kind
    start : int
    missing : bool
        Whether a value is missing in a way that a fixed axis cannot hold.
    """
    depth = len(levels)
    if inner is None:
        found = () if missing else fixed_axes(levels, Order()) or ()
        if found or (len(levels[-1]) and depth > RAGGED_AXES):
            raise KindChanged(spelled(name, depth - len(found), found), kind, start)
        return
    if inner and missing:
        raise KindChanged(spelled(name, depth), kind, start)
    for at, size in zip(range(depth - 1, 0, -1), reversed(inner), strict=False):
        odd = np.flatnonzero(levels[at] != size)
        if len(odd):
            row = int(odd[0])
            for lengths in reversed(levels[:at]):
                row = int(np.searchsorted(np.cumsum(lengths), row, "right"))
            raise KindChanged(spelled(name, at + 1), kind, start + row)


def assembled(leaf: Ragged, levels: Sequence[Int64], inner: tuple[int, ...]) -> Ragged:
    """Return the plain values `leaf` under these levels of lists, of which the last are fixed axes."""
    ragged = len(levels) - len(inner)
    column = leaf
    if inner:
        column = Ragged(leaf.flat.reshape(int(levels[ragged - 1].sum()), *inner, *leaf.inner_shape))
    for lengths in reversed(levels[:ragged]):
        offsets = offsets_from_lengths(lengths)
        plain = column.row_offsets is None
        column = Ragged(column.flat if plain else column, offsets, missing=column.missing if plain else None)
    return column
