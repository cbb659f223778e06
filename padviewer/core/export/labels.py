"""Label and weight columns on their way into an export: the rows of the plan, texts measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Ragged, iter_pieces
from padviewer.core.errors import ContentError
from padviewer.core.padding.plan import Plan
from padviewer.core.sentence import say

PIECE_ROWS = 1 << 16
MOST_CHARACTERS = 64


@dataclass(frozen=True, eq=False)
class Label:
    """A label or weight column, cut to the plan's rows.

    Parameters
    ----------
    name : str
        The column's.
    role : str
        ``"label"`` or ``"weight"``.
    column : Ragged
        Plain: one value (or one array of fixed shape) a row.
    """

    name: str
    role: str
    column: Ragged

    @property
    def worded(self) -> bool:
        """Whether its values are texts or category names."""
        return self.column.kind in ("text", "category")

    @cached_property
    def has_missing(self) -> bool:
        """Whether a value is missing that NaN does not mark."""
        if self.column.dictionary is not None and bool((self.column.flat < 0).any()):
            return True
        return self.column.missing is not None and bool(self.column.missing.any())

    @cached_property
    def characters(self) -> int | None:
        """Characters of the longest text, or None where texts are too long (or odd) for a fixed width.

        Fixed width is taken up to 64 characters, and not where a text holds a NUL character, which numpy's
        fixed width cannot keep.
        """
        longest = 1
        for piece in iter_pieces(self.column, PIECE_ROWS):
            for text in words(piece):
                if len(text) > MOST_CHARACTERS or "\0" in text:
                    return None
                longest = max(longest, len(text))
        return longest

    @cached_property
    def nbytes(self) -> int:
        """Bytes of all its texts as UTF-8."""
        return sum(len(content) for content in self.encoded())

    def pieces(self) -> Iterator[Ragged]:
        """Yield the rows in pieces of 65,536."""
        return iter_pieces(self.column, PIECE_ROWS)

    def encoded(self) -> Iterator[bytes]:
        """Yield the pieces' texts as UTF-8, behind one another."""
        for piece in self.pieces():
            yield "".join(words(piece)).encode("utf-8", "replace")

    def sizes(self) -> Iterator[NDArray[np.int64]]:
        """Yield the pieces' text sizes in UTF-8 bytes, int64 [rows]."""
        for piece in self.pieces():
            texts = words(piece)
            yield np.fromiter((len(text.encode("utf-8", "replace")) for text in texts), np.int64, len(texts))

    def gone(self) -> Iterator[NDArray[np.bool_]]:
        """Yield which of the pieces' values are missing, bool [rows]."""
        for piece in self.pieces():
            yield missing_of(piece)


def labels_of(plan: Plan) -> tuple[Label, ...]:
    """Return the plan's label columns, then its weight columns, in the file's order.

    Raises
    ------
    ContentError
        A label or weight column whose rows are sequences.
    """
    own = plan.of(plan.tensors[0])
    found = []
    for role in ("label", "weight"):
        for name in plan.prepared.with_role_of("label" if role == "label" else "weight"):
            column = plan.prepared[name]
            if column.ragged_axes:
                raise ContentError(
                    "ragged-label",
                    say(
                        "The {role} column “{name}” holds sequences, which an export does not pad.",
                        role=role,
                        name=name,
                    ),
                    remedy=say(
                        "Pad it beside the other tensor (--companion {name}=-100 on the command line), or "
                        "ignore the column.",
                        name=name,
                    ),
                )
            found.append(Label(name, role, column[own.start : own.stop]))
    return tuple(found)


def words(piece: Ragged) -> list[str]:
    """Return a text or category column's values as str; a missing one is empty."""
    return ["" if text is None else text for text in piece.to_lists()]


def missing_of(piece: Ragged) -> NDArray[np.bool_]:
    """Return which values of a plain column are missing, bool [rows]."""
    gone = np.zeros(len(piece), bool) if piece.missing is None else piece.missing.copy()
    if piece.dictionary is not None:
        gone |= piece.flat < 0
    return gone


def numbers(piece: Ragged) -> NDArray[Any]:
    """Return a plain column's values [rows, *inner]; 0 where one is missing (NaN in floats)."""
    if piece.missing is None or not piece.missing.any():
        return np.ascontiguousarray(piece.flat)
    values = piece.flat.copy()
    values[piece.missing] = np.nan if values.dtype.kind == "f" else 0
    return values
