"""Ragged: flat values plus offsets, the one data type of rows of unequal length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, pairwise
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged_build import Parts, listed, parts_of, parts_of_texts
from padviewer.core.data.stats import Stats, count_stats
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.sentence import say

# "number" is asked for and never found: a column read as floats, in which what is no number is missing
Kind = Literal["integer", "float", "boolean", "text", "category", "number"]
Int64 = NDArray[np.int64]
CHUNK = 1 << 20


@dataclass(frozen=True, eq=False)
class Ragged:
    """Rows of unequal length as flat values and offsets (Arrow's and TensorFlow's layout).

    Parameters
    ----------
    values : ndarray [total, ...] or Ragged
        The steps of all rows behind one another; fixed inner axes follow the first. Another `Ragged`
        makes a second ragged axis. For text, the UTF-8 bytes (uint8).
    row_offsets : ndarray [n + 1] of int64, or None
        Row i holds ``values[row_offsets[i]:row_offsets[i + 1]]``; the first need not be 0.
        None for a plain column (one value a row, no ragged axis).
    text : bool
        The innermost offsets delimit texts, which are single values and not an axis.
    missing : ndarray [total] of bool, or None
        True where an innermost value (a text counts as one) is missing. Floats use NaN instead: a bitmap
        beside floats is turned into NaN.
    dictionary : tuple of str, or None
        For categories: the names that the int32 codes in `values` stand for.
    known_stats : Stats or None
        The statistics of exactly these rows, where somebody has counted already.
    trusted : bool
        The offsets were looked at before.
    known_as : str
        The name of the column in its dataset; "" where it has none.

    Raises
    ------
    ContentError
        Offsets that are not int64, one-dimensional, ascending and within the values.
    """

    values: NDArray[Any] | Ragged
    row_offsets: Int64 | None = None
    text: bool = False
    missing: NDArray[np.bool_] | None = None
    dictionary: tuple[str, ...] | None = None
    known_stats: Stats | None = None
    trusted: bool = False
    known_as: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.missing is not None and isinstance(self.values, np.ndarray) and self.values.dtype.kind == "f":
            self._turn_missing_into_nan(self.values, self.missing)
        if self.row_offsets is None or self.trusted:
            return
        offsets = self.row_offsets
        if offsets.dtype != np.int64 or offsets.ndim != 1 or len(offsets) == 0:
            raise ContentError(
                "bad-offsets", say("Offsets must be a one-dimensional int64 array, not empty.")
            )
        if offsets[0] < 0 or offsets[-1] > len(self.values) or bool((np.diff(offsets) < 0).any()):
            raise ContentError(
                "bad-offsets",
                say(
                    "Offsets must ascend from 0 or more to at most the number of values, {values}.",
                    values=len(self.values),
                ),
            )

    def _turn_missing_into_nan(self, values: NDArray[Any], missing: NDArray[np.bool_]) -> None:
        if bool(missing.any()):
            values = values.copy()
            values[missing] = np.nan
            object.__setattr__(self, "values", values)
            object.__setattr__(self, "known_stats", None)
        object.__setattr__(self, "missing", None)

    # -- shape ---------------------------------------------------------------------------------
    def __repr__(self) -> str:
        """Say how many rows of what there are, and no value."""
        rows = "1 row" if len(self) == 1 else f"{len(self):,} rows"
        axes = f"{self.ragged_axes} ragged ax{'i' if self.ragged_axes == 1 else 'e'}s"
        inner = f", inner shape {self.inner_shape}" if self.inner_shape else ""
        return f"Ragged({rows}, {self.dtype}, {axes}{inner})"

    def __len__(self) -> int:
        return len(self.values) if self.row_offsets is None else len(self.row_offsets) - 1

    @property
    def offsets(self) -> Int64:
        """The outermost ragged axis, int64 [n + 1]; raises ContentError for a plain column."""
        if self.row_offsets is None:
            raise ContentError("no-ragged-axis", say("A plain column has no offsets."))
        return self.row_offsets

    @property
    def nested(self) -> Ragged | None:
        """`values` where it is another Ragged, else None."""
        return self.values if isinstance(self.values, Ragged) else None

    @property
    def leaf(self) -> Ragged:
        """The innermost Ragged: it carries text, missing and dictionary."""
        inner = self.nested
        return self if inner is None else inner.leaf

    @property
    def flat(self) -> NDArray[Any]:
        """The innermost ndarray [values, ...]: uint8 bytes of texts, int32 codes of categories, numbers."""
        values = self.leaf.values
        assert isinstance(values, np.ndarray)  # noqa: S101 - a leaf's values are an array by definition
        return values

    @property
    def ragged_axes(self) -> int:
        """How many axes are ragged: 0 plain, 1, 2 …; the bytes of a text are not an axis."""
        own = 0 if self.row_offsets is None or self.text else 1
        inner = self.nested
        return own + (0 if inner is None else inner.ragged_axes)

    @property
    def inner_shape(self) -> tuple[int, ...]:
        """The fixed axes behind the ragged ones."""
        return tuple(int(side) for side in self.flat.shape[1:])

    @property
    def kind(self) -> Kind:
        """What a single value is."""
        leaf = self.leaf
        if leaf.text:
            return "text"
        if leaf.dictionary is not None:
            return "category"
        kinds: dict[str, Kind] = {"b": "boolean", "f": "float"}
        return kinds.get(self.flat.dtype.kind, "integer")

    @property
    def dtype(self) -> str:
        """The dtype's name: numpy's, ``utf8`` for texts."""
        return "utf8" if self.leaf.text else str(self.flat.dtype)

    @property
    def is_text(self) -> bool:
        """Whether rows are single texts (a plain text column)."""
        return self.text

    @property
    def lengths(self) -> Int64 | tuple[Int64, ...]:
        """Steps per row: int64 [n] for one ragged axis, a tuple of k arrays for k of them, () for none."""
        parts = self.axis_lengths()
        return parts[0] if len(parts) == 1 else parts

    @property
    def sizes(self) -> Int64:
        """What the outermost offsets delimit, int64 [n]: the steps of each row, or the bytes of each text."""
        sizes: Int64 = np.diff(self.offsets)
        return sizes

    def axis_lengths(self) -> tuple[Int64, ...]:
        """Return the lengths along each ragged axis, outermost first: int64 [n], [steps of all rows] …."""
        if self.row_offsets is None or self.text:
            return ()
        own = self.sizes
        inner = self.nested
        if inner is None or inner.text:
            return (own,)
        first, last = int(self.row_offsets[0]), int(self.row_offsets[-1])
        return (own, *inner[first:last].axis_lengths())

    @property
    def nbytes(self) -> int:
        """Bytes of the values and offsets of these rows."""
        node: Ragged | None = self.compact()
        total = 0
        while node is not None:
            parts = (node.row_offsets, node.missing, None if node.nested else node.flat)
            total += sum(part.nbytes for part in parts if part is not None)
            node = node.nested
        return total

    def compact(self) -> Ragged:
        """Return the same rows with offsets that start at 0 and no other row's values; nothing is copied."""
        if self.row_offsets is None:
            return self
        first, last = int(self.row_offsets[0]), int(self.row_offsets[-1])
        inner = self.nested
        values = self.flat[first:last] if inner is None else inner[first:last].compact()
        offsets = self.row_offsets - first if first else self.row_offsets
        missing = self.missing if self.text or self.missing is None else self.missing[first:last]
        return replace(self, values=values, row_offsets=offsets, missing=missing, trusted=True)

    def squared(self) -> Ragged:
        """Return rows of one ragged axis and one length as a fixed inner axis; any others as they are."""
        inner_is_list = self.nested is not None
        if (
            self.row_offsets is None
            or self.text
            or inner_is_list
            or self.missing is not None
            or not len(self)
        ):
            return self
        sizes = self.sizes
        width = int(sizes[0])
        if width < 1 or bool((sizes != width).any()):
            return self
        values = self.compact().flat
        square = values.reshape(len(self), width, *values.shape[1:])
        return Ragged(square, None, False, None, self.dictionary, self.known_stats, known_as=self.known_as)

    def dense_leaf(self) -> Ragged:
        """Return the leaf narrowed to what these rows hold: values, missing and (for text) offsets."""
        if self.row_offsets is None:
            return self
        first, last = int(self.row_offsets[0]), int(self.row_offsets[-1])
        inner = self.nested
        if inner is not None:
            return inner[first:last].dense_leaf()
        if self.text:
            return self.compact()
        missing = None if self.missing is None else self.missing[first:last]
        return Ragged(self.flat[first:last], None, False, missing, self.dictionary, self.known_stats)

    # -- rows ----------------------------------------------------------------------------------
    def __getitem__(self, rows: slice) -> Ragged:
        """Rows a to b as a Ragged that shares the values; only slices of step 1."""
        start, stop, step = rows.indices(len(self))
        if step != 1:
            raise ChoiceError("rows", say("Rows are sliced with a step of 1."))
        stop = max(start, stop)
        whole = (start, stop) == (0, len(self))
        stats = self.known_stats if whole else None
        named = self.known_as
        if self.row_offsets is None:
            assert isinstance(self.values, np.ndarray)  # noqa: S101 - plain columns hold an array
            missing = None if self.missing is None else self.missing[start:stop]
            return Ragged(self.values[start:stop], None, False, missing, self.dictionary, stats, False, named)
        missing = self.missing
        if self.text and missing is not None:
            missing = missing[start:stop]
        offsets = self.row_offsets[start : stop + 1]
        return Ragged(self.values, offsets, self.text, missing, self.dictionary, stats, True, named)

    def taken(self, rows: Int64) -> Ragged:
        """Return some rows, their numbers ascending; the values are shared where those left out have none."""
        named = self.known_as
        if self.row_offsets is None:
            assert isinstance(self.values, np.ndarray)  # noqa: S101 - plain columns hold an array
            missing = None if self.missing is None else self.missing[rows]
            return Ragged(self.values[rows], None, False, missing, self.dictionary, known_as=named)
        begins, ends = self.row_offsets[rows], self.row_offsets[rows + 1]
        if len(rows) and not bool((ends[:-1] != begins[1:]).any()):
            whole = (begins[0], ends[-1]) == (self.row_offsets[0], self.row_offsets[-1])
            missing = self.missing[rows] if self.text and self.missing is not None else self.missing
            stats = self.known_stats if whole else None
            offsets = np.append(begins[:1], ends)
            return Ragged(self.values, offsets, self.text, missing, self.dictionary, stats, True, named)
        offsets = offsets_from_lengths(ends - begins)
        places: Int64 = np.arange(int(offsets[-1])) + np.repeat(begins - offsets[:-1], ends - begins)
        inner, missing = self.nested, self.missing
        values = self.flat[places] if inner is None else inner.taken(places)
        if missing is not None:
            missing = missing[rows if self.text else places]
        return Ragged(values, offsets, self.text, missing, self.dictionary, None, True, named)

    def texts(self) -> list[str | None]:
        """Return the texts of a plain text column; None where missing."""
        own = self.compact()
        raw = own.flat.tobytes()
        out: list[str | None] = [
            raw[a:b].decode("utf-8", "replace") for a, b in pairwise(own.offsets.tolist())
        ]
        if self.missing is not None:
            for row in np.flatnonzero(self.missing).tolist():
                out[row] = None
        return out

    def to_lists(self) -> list[Any]:
        """Return the rows as Python lists (texts as str, missing as None, categories as names)."""
        if self.text:
            return list(self.texts())
        inner = self.nested
        if inner is not None:
            first, last = int(self.offsets[0]), int(self.offsets[-1])
            items = inner[first:last].to_lists()
        else:
            leaf = self.dense_leaf()
            items = leaf.flat.tolist()
            if leaf.dictionary is not None:
                items = [leaf.dictionary[code] if code >= 0 else None for code in items]
            if leaf.missing is not None:
                for at in np.flatnonzero(leaf.missing).tolist():
                    items[at] = None
        if self.row_offsets is None:
            return items
        cuts = (self.row_offsets - self.row_offsets[0]).tolist()
        return [items[a:b] for a, b in pairwise(cuts)]

    @cached_property
    def stats(self) -> Stats:
        """Statistics of the innermost values of these rows, counted once, in pieces of 1,048,576."""
        if self.known_stats is not None:
            return self.known_stats
        dense = self.dense_leaf()
        if dense.text:
            return Stats(missing=0 if dense.missing is None else int(dense.missing.sum()))
        total = Stats()
        steps = max(CHUNK // max(int(np.prod(dense.flat.shape[1:])), 1), 1)
        for start in range(0, len(dense.flat), steps):
            stop = start + steps
            missing = None if dense.missing is None else dense.missing[start:stop]
            total = total.merged(count_stats(dense.flat[start:stop], missing))
        return total

    # -- building ------------------------------------------------------------------------------
    @classmethod
    def from_lists(cls, rows: Iterable[Any], ragged_axes: int | None = None) -> Ragged:
        """Build a Ragged from Python rows.

        Parameters
        ----------
        rows : iterable
            Numbers, bools, texts or None; or lists of them; or lists of lists; or ndarrays [steps, ...].
            None among numbers is missing (NaN in floats); a row that is None is an empty row.
        ragged_axes : int or None
            How many axes are ragged. None decides: lists of lists whose inner lists all have one length
            of at least 1 are one ragged axis with a fixed inner axis, otherwise every level is ragged.

        Raises
        ------
        ContentError
            No rows at all; values of mixed or unknown type, or levels of unequal depth.

        Examples
        --------
        >>> Ragged.from_lists([[1, 2, 3], [], [4]]).offsets
        array([0, 3, 3, 4])
        """
        return cls._joined(parts_of(listed(rows), ragged_axes))

    @classmethod
    def from_texts(cls, texts: Sequence[str | None]) -> Ragged:
        """Build a plain text column; None is missing."""
        return cls._joined(parts_of_texts(texts))

    @classmethod
    def _joined(cls, parts: Parts) -> Ragged:
        values = cls._joined(parts.values) if isinstance(parts.values, Parts) else parts.values
        offsets = None if parts.lengths is None else offsets_from_lengths(parts.lengths)
        return cls(values, offsets, parts.text, parts.missing)


def concatenate(parts: Sequence[Ragged]) -> Ragged:
    """Return the rows of all parts behind one another.

    Raises
    ------
    ContentError
        Parts of different kind, dtype, inner shape or number of ragged axes.
    """
    if len(parts) == 1:
        return parts[0]
    signatures = {signature(part) for part in parts}
    if len(signatures) != 1:
        raise ContentError(
            "kind-changed",
            say("Pieces of one column differ: {kinds}.", kinds=str(sorted(map(str, signatures)))),
        )
    parts = [part.compact() for part in parts]
    first = parts[0]
    offsets = None
    if first.row_offsets is not None:
        offsets = offsets_from_lengths(np.concatenate([part.sizes for part in parts]))
    if first.nested is not None:
        return Ragged(concatenate([part.nested for part in parts if part.nested is not None]), offsets)
    dictionary, parts = _one_dictionary(parts)
    values = np.concatenate([part.flat for part in parts])
    return Ragged(values, offsets, first.text, _joined_missing(parts), dictionary)


def signature(column: Ragged) -> tuple[str, str, int, tuple[int, ...]]:
    """Return what two pieces of one column must share: kind, dtype, ragged axes, inner shape."""
    return column.kind, column.dtype, column.ragged_axes, column.inner_shape


def _one_dictionary(parts: Sequence[Ragged]) -> tuple[tuple[str, ...] | None, Sequence[Ragged]]:
    """Bring categories of several dictionaries to one, in order of first appearance."""
    names = [part.leaf.dictionary for part in parts]
    first = names[0]
    if first is None or all(other == first for other in names):
        return first, parts
    joined = dict.fromkeys(chain.from_iterable(name or () for name in names))
    index = {name: at for at, name in enumerate(joined)}
    out = []
    for part, own in zip(parts, names, strict=True):
        table = np.array([index[name] for name in own or ()] or [0], np.int32)
        codes = np.where(part.flat < 0, np.int32(-1), table[np.maximum(part.flat, 0)])
        out.append(Ragged(codes, part.row_offsets, False, part.missing, tuple(joined)))
    return tuple(joined), out


def _joined_missing(parts: Sequence[Ragged]) -> NDArray[np.bool_] | None:
    if all(part.missing is None for part in parts):
        return None
    sizes = [len(part) if part.text else len(part.flat) for part in parts]
    return np.concatenate(
        [
            np.zeros(n, bool) if part.missing is None else part.missing
            for n, part in zip(sizes, parts, strict=True)
        ]
    )


def iter_pieces(column: Ragged, rows: int) -> Iterator[Ragged]:
    """Yield the column in slices of `rows` rows."""
    for start in range(0, len(column), rows):
        yield column[start : start + rows]
