"""Rows before cutting, step by step: words where ids stand for words, else values; as text to copy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import numpy as np

from padviewer.core.choices.encode import By, Tokenise, Vocabulary
from padviewer.core.data.labels import label_text
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import ContentError
from padviewer.core.padding.plan import Plan
from padviewer.core.padding.tensor_plan import TensorPlan, inner_index
from padviewer.core.padding.timeline import Timeline
from padviewer.core.sentence import say, say_count

MOST_COPIED = 1_000_000
"""Steps that are copied at once; rows count as one step more."""
_SMALL_TEXT = 1 << 16


@dataclass(frozen=True)
class Strip:
    """One row and where its steps stand.

    Parameters
    ----------
    row : int
        Row of the tensor.
    source : int
        Row of the source.
    places : Timeline
    """

    row: int
    source: int
    places: Timeline

    def repeated_step(self, place: int, mode: str) -> int:
        """Return the source step whose value a place of padding holds; −1 where it holds the fill value.

        Only a row that is not cut has padding: what is repeated is the whole row, as `numpy.pad` does it.
        """
        line = self.places
        if mode == "constant" or not line.length or line.cut:
            return -1
        return int(_steps_of(line.length, line.left, line.width - line.left - line.length, mode)[place])


@lru_cache(256)
def _steps_of(length: int, left: int, right: int, mode: str) -> Int64:
    steps: Int64 = np.pad(np.arange(length), (left, right), mode=cast("Any", mode))
    return steps


def strips_of(own: TensorPlan, rows: Int64) -> list[Strip]:
    """Return the geometry of rows of a tensor int64 [m], from offsets alone."""
    named = zip(rows.tolist(), own.numbers_of(rows).tolist(), Timeline.of_rows(own, rows), strict=True)
    return [Strip(*one) for one in named]


def values_of(column: Ragged, row: int, first: int, stop: int, at: tuple[int, ...] = ()) -> list[Any]:
    """Return consecutive steps of a row of a column, None where they are missing."""
    whole = column[row : row + 1].compact()
    if whole.nested is not None:
        return whole.nested[first:stop].to_lists()
    flat = whole.flat[first:stop]
    cell: Any = (slice(None), *at[len(at) - flat.ndim + 1 :]) if at else slice(None)
    values: list[Any] = flat[cell].tolist()
    if whole.missing is not None:
        for gone in np.flatnonzero(whole.missing[first:stop]).tolist():
            values[gone] = None
    return values


@dataclass(frozen=True, eq=False)
class Reader:
    """Reads the steps of rows, before cutting: words where ids stand for words, else values.

    Parameters
    ----------
    own : TensorPlan
    source : Ragged or None
        The tensor's source column, for words that the vocabulary does not hold.
    words : tuple of str or None
        The vocabulary of the ids.
    by : {"words", "characters"} or None
        How texts were cut; None where the source is no text.
    at : tuple of int
        Which index of the fixed inner axes is shown.
    """

    own: TensorPlan
    source: Ragged | None = None
    words: tuple[str, ...] | None = None
    by: By | None = None
    at: tuple[int, ...] = ()

    @classmethod
    def of(cls, plan: Plan, own: TensorPlan, source: Ragged | None, at: tuple[int, ...]) -> Reader:
        """Return the reader of a tensor."""
        words, by = None, None
        for transform in plan.recipe.fitted[own.name].transforms:
            if isinstance(transform, Vocabulary):
                words = transform.words
            elif isinstance(transform, Tokenise):
                by = transform.by
        return cls(own, source, words, by, inner_index(own, at))

    def is_like(self, other: Reader | None) -> bool:
        """Whether what another reader has read holds for this one."""
        return (
            other is not None
            and self.own.column is other.own.column
            and (self.own.start, self.words is None, self.at)
            == (other.own.start, other.words is None, other.at)
        )

    def read(self, row: int, first: int, stop: int) -> tuple[list[Any], list[Any] | None]:
        """Return source steps of a row of the tensor, and the ids below them where they are words."""
        values = values_of(self.own.column, row + self.own.start, first, stop, self.at)
        if self.words is None or (values and isinstance(values[0], list)):
            return values, None
        return self._named(values, self.own.number(row), first), values

    def _named(self, ids: list[Any], row: int, first: int) -> list[Any]:
        """Return the words of ids; those that are not in the vocabulary from the source."""
        words = self.words or ()
        named = [words[at - 1] if at is not None and 0 < at <= len(words) else at for at in ids]
        if any(isinstance(one, int) for one in named):
            original = self._original(row, first, first + len(ids))
            named = [
                (original[k] if k < len(original) else "?") if isinstance(one, int) else one
                for k, one in enumerate(named)
            ]
        return named

    def _original(self, row: int, first: int, stop: int) -> list[str]:
        """Return the source's own tokens; nothing where reading them would take long."""
        if self.source is None or row >= len(self.source):
            return []
        one = self.source[row : row + 1].compact()
        if one.is_text and self.by is not None:
            if len(one.flat) > _SMALL_TEXT:
                return []
            one = Tokenise(self.by).transform(one)
        return [str(token) for token in one.to_lists()[0][first:stop]] if one.ragged_axes == 1 else []


def as_tsv(reader: Reader, rows: Int64, label: Ragged | None) -> str:
    """Return rows as lines of fields between tabs: row, length, kept, label, then the text or the values.

    Values are those before cutting, in full.

    Raises
    ------
    ContentError
        More than `MOST_COPIED` rows and steps.
    """
    strips = strips_of(reader.own, rows[: MOST_COPIED + 1])
    size = sum(strip.places.length + 1 for strip in strips)
    if size > MOST_COPIED:
        raise ContentError(
            "too-much-to-copy",
            say(
                "Not copied, {rows}: more than {most} steps.",
                rows=say_count("{count} row", "{count} rows", len(rows)),
                most=MOST_COPIED,
            ),
            remedy=say("Export them instead."),
        )
    return "".join(_line(reader, strip, label) + "\n" for strip in strips)


def _line(reader: Reader, strip: Strip, label: Ragged | None) -> str:
    values = reader.read(strip.row, 0, strip.places.length)[0]
    head = [str(strip.source), str(strip.places.length), str(strip.places.kept)]
    if label is not None:
        head.append(_one_field(label_text(label, strip.row + reader.own.start)))
    if reader.words is not None:
        joined = ("" if reader.by == "characters" else " ").join("" if one is None else one for one in values)
        return "\t".join([*head, _one_field(joined)])
    return "\t".join([*head, *(full_text(one) for one in values)])


def full_text(value: Any) -> str:
    """Return a value in full, as it is copied."""
    if value is None or value != value:
        return "NaN"
    return " ".join(full_text(one) for one in value) if isinstance(value, list) else str(value)


def _one_field(text: str) -> str:
    return " ".join(text.split("\t")).replace("\r", " ").replace("\n", " ")
