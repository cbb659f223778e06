"""Find a word or a value in a column: where it stands, piece by piece, so that it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices.encode import By, character_spans, word_spans
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import ChoiceError
from padviewer.core.padding.slots import Slots
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.rows.find_text import Needle, is_alone
from padviewer.core.rows.find_values import Wanted
from padviewer.core.sentence import say

PIECE = 1 << 20
"""Bytes of text, or values, that are searched between two looks at `should_stop`."""


@dataclass(frozen=True)
class Query:
    """What is looked for.

    Parameters
    ----------
    text : str
        In texts a part of them; among numbers what `Wanted.parsed` reads.
    match_case : bool
        Whether “A” is another letter than “a”; without it letters are alike as `fold` says.
    whole_word : bool
        Only where no letter, digit or underscore stands beside it.

    Raises
    ------
    ChoiceError
        Nothing to look for.
    """

    text: str
    match_case: bool = False
    whole_word: bool = False

    def __post_init__(self) -> None:
        if not self.text:
            raise ChoiceError("find", say("There is nothing to look for."), remedy=say("Type a text."))


@dataclass(frozen=True, eq=False)
class Hits:
    """Where it was found in one piece, ascending; hits within a text do not overlap.

    Parameters
    ----------
    rows : int64 [m]
        Rows of the column.
    steps : int64 [m]
        Steps along its first ragged axis; −1 where it has none, as in a column of plain texts.
    places : int64 [m]
        Bytes into the text; −1 where the values are not texts.
    searched : int
        Rows that have been searched to their end, so far.
    at_row_end : bool
        Whether the piece ends where a row does: a search can go on at row ``start + searched``.
    """

    rows: Int64
    steps: Int64
    places: Int64
    searched: int
    at_row_end: bool = True


def find(
    column: Ragged,
    query: Query,
    start: int = 0,
    stop: int | None = None,
    *,
    should_stop: Callable[[], bool] | None = None,
    vocabulary: Sequence[str] | None = None,
) -> Iterator[Hits]:
    """Yield where a query's text or value stands, piece by piece, in the column's order.

    A hit lies within one text or value: never across the border of two.

    Parameters
    ----------
    column : Ragged
        Texts, lists of texts, categories or numbers, with any number of axes; in an inner axis that is
        fixed, one hit stands for all of a step.
    query : Query
    start, stop : int, int or None
        Which rows are searched; None: to the end.
    should_stop : callable or None
        Asked before every piece; True ends the search.
    vocabulary : sequence of str or None
        The words of ids: ``vocabulary[i]`` has id ``i + 1``. The query is then looked for in the words.

    Raises
    ------
    ChoiceError
        A query that is no number, for a column of numbers.
    """
    rows = column[start : column_stop(column, stop)]
    search = _TextSearch(rows, query) if rows.leaf.text else _ValueSearch(rows, query, vocabulary)
    at, end = search.tree.first(0), search.tree.first(len(rows))
    while True:
        if should_stop is not None and should_stop():
            return
        until, searched = search.tree.piece_end(at, end, search.piece)
        flat = search.hits(at, until)
        if until >= end:
            searched, whole = len(rows), True
        else:
            whole = search.tree.first(searched) == until
        found, steps, places = search.tree.places_of(flat)
        yield Hits(found + start, steps, places, searched, whole)
        if until >= end:
            return
        at = until


def column_stop(column: Ragged, stop: int | None) -> int:
    """Return the row to stop at."""
    return len(column) if stop is None else min(stop, len(column))


class _Tree:
    """The way between rows and innermost values: one array of bounds for every level between them."""

    def __init__(self, rows: Ragged) -> None:
        self._rows = rows
        self._levels: list[Int64] = []
        node: Ragged | None = rows
        while node is not None and node.row_offsets is not None:
            self._levels.append(node.row_offsets)
            node = node.nested
        self._is_text = rows.leaf.text
        self._has_steps = len(self._levels) > self._is_text

    def first(self, row: int) -> int:
        """Return the innermost place at which a row begins."""
        for bounds in self._levels:
            row = int(bounds[row])
        return row

    def parents(self, flat: Int64) -> list[Int64]:
        """Return the places themselves, what holds them, what holds that, …, the rows."""
        found = [flat]
        for bounds in reversed(self._levels):
            found.append(np.searchsorted(bounds, found[-1], side="right").astype(np.int64) - 1)
        return found

    def piece_end(self, at: int, end: int, size: int) -> tuple[int, int]:
        """Return where the piece that begins at `at` ends, and the rows that are complete there.

        It ends with a row where one ends within its size, so that few rows are torn.
        """
        until = min(at + size, end)
        complete = int(self.parents(np.array([until], np.int64))[-1][0])
        row_end = self.first(complete)
        if row_end > at:
            return row_end, complete
        if self._is_text and until < end:
            raw = self._rows.flat
            back = [byte for byte in range(until, max(until - 4, at), -1) if raw[byte] & 0xC0 != 0x80]
            until = back[0] if back else until
        return until, complete

    def text_bounds(self, flat: Int64) -> tuple[Int64, Int64, Int64]:
        """Return the text of each byte, and where that begins and ends."""
        bounds = self._levels[-1]
        text = np.searchsorted(bounds, flat, side="right").astype(np.int64) - 1
        return text, bounds[text], bounds[1:][text]

    def places_of(self, flat: Int64) -> tuple[Int64, Int64, Int64]:
        """Return row, step and byte of innermost places."""
        chain = self.parents(flat)
        none = np.full(len(flat), -1, np.int64)
        rows = chain[-1]
        steps = chain[-2] - self._levels[0][rows] if self._has_steps else none
        places = flat - self._levels[-1][chain[1]] if self._is_text else none
        return rows, steps, places


class _TextSearch:
    """Looks for a part of texts in their bytes."""

    piece = PIECE

    def __init__(self, rows: Ragged, query: Query) -> None:
        self.tree = _Tree(rows)
        self._flat = rows.flat
        self._missing = rows.leaf.missing
        self._needle = Needle(query.text, match_case=query.match_case)
        self._whole_word = query.whole_word
        self._free = 0  # where the last hit ended

    def hits(self, at: int, until: int) -> Int64:
        """Return the bytes from `at` to `until` at which it begins."""
        raw = self._flat[at : until + self._needle.most_bytes].tobytes()
        starts, ends = (place + at for place in self._needle.spans(raw))
        inside = starts < until
        starts, ends = starts[inside], ends[inside]
        text, first, last = self.tree.text_bounds(starts)
        good = ends <= last
        if self._missing is not None:
            good &= ~self._missing[text]
        if self._whole_word:
            good &= is_alone(self._flat, starts, ends, first, last)
        starts, ends = starts[good], ends[good]
        if len(starts) and (starts[0] < self._free or bool((starts[1:] < ends[:-1]).any())):
            starts = self._apart(starts, ends)
        elif len(ends):
            self._free = int(ends[-1])
        return starts

    def _apart(self, starts: Int64, ends: Int64) -> Int64:
        """Return the hits that do not overlap the one before."""
        kept = []
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            if start >= self._free:
                kept.append(start)
                self._free = end
        return np.array(kept, dtype=np.int64)


class _ValueSearch:
    """Looks for values: numbers, or codes and ids by their names."""

    def __init__(self, rows: Ragged, query: Query, vocabulary: Sequence[str] | None) -> None:
        leaf = rows.leaf
        self.tree = _Tree(rows)
        self._flat, self._missing = rows.flat, leaf.missing
        self.piece = max(1, PIECE // max(1, int(np.prod(rows.inner_shape))))
        self._named: NDArray[np.bool_] | None = None
        if leaf.dictionary is not None:
            self._named = np.append(_named(leaf.dictionary, query), False)  # -1 is missing
        elif vocabulary is not None:
            self._named = np.concatenate([[False], _named(vocabulary, query), [False]])
        else:
            self._wanted = Wanted.parsed(query.text)

    def hits(self, at: int, until: int) -> Int64:
        """Return the places from `at` to `until` that hold it."""
        values = self._flat[at:until]
        missing = None if self._missing is None else self._missing[at:until]
        found: NDArray[np.bool_]
        if self._named is None:
            found = self._wanted.among(values, missing)
        else:
            found = self._named.take(np.where((values >= 0) & (values < len(self._named)), values, -1))
            if missing is not None:
                found = np.logical_and(found, ~missing.reshape(-1, *(1,) * (values.ndim - 1)))
        if found.ndim > 1:
            found = np.logical_or.reduce(found.reshape(len(found), -1), axis=1)
        return np.flatnonzero(found).astype(np.int64, copy=False) + at


def _named(names: Sequence[str], query: Query) -> NDArray[np.bool_]:
    """Return which names hold the query's text: bool [names]."""
    found = np.zeros(len(names), bool)
    if len(names):
        for piece in find(Ragged.from_lists(list(names)), query):
            found[piece.rows] = True
    return found


def tensor_step(own: TensorPlan, row: int, step: int) -> int:
    """Return the column of a tensor at which a step of its source column stands; −1 where it is cut.

    Parameters
    ----------
    own : TensorPlan
    row : int
        A row of the tensor.
    step : int
        A step before cutting.
    """
    slots = Slots.of(own.offsets_of[0], own.source_rows([row]), own.axes[0])
    gap_at, gap = int(slots.gap_at[0]), int(slots.gap[0])
    place = step - int(slots.start[0])
    if place >= gap_at:
        place = place - gap if place >= gap_at + gap else -1
    return int(slots.left[0]) + place if 0 <= place < int(slots.kept[0]) else -1


def token_at(text: Ragged, by: By, place: int) -> int:
    """Return the number of the token at a byte of a text, or the next one where white space is there.

    Parameters
    ----------
    text : Ragged
        One row of plain text.
    by : {"words", "characters"}
        How the text is cut.
    place : int
        Bytes into the text.
    """
    raw = text.compact().flat
    spans = word_spans if by == "words" else character_spans
    _, ends = spans(raw, np.zeros(1, np.int64))
    return int(np.searchsorted(ends, place, side="right"))
