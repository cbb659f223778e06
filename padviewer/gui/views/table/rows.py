"""What the table shows of one row: its geometry, and as many of its steps as fit, as texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, cast

import numpy as np

from padviewer.core.choices.encode import By, Tokenise, Vocabulary
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import ContentError
from padviewer.core.padding.plan import Plan
from padviewer.core.padding.slots import Slots
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.rows.arrange import label_text
from padviewer.gui.style import numbers
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.views.common.source import inner_index

Kind = Literal["real", "cut", "pad", "missing"]
MOST_COPIED = 1_000_000
"""Steps that are copied at once; rows count as one step more."""
_SMALL_TEXT = 1 << 16
_INNER = 4


@dataclass(frozen=True)
class Strip:
    """One row as the table draws it: padding, and every step of the source in its order, cut ones too.

    Place j is one cell of that. A row that is cut has no padding, so the places of a padded row are the
    tensor's columns and those of a cut row the source's steps.

    Parameters
    ----------
    row : int
        Row of the tensor.
    source : int
        Row of the source.
    length, kept, start, gap_at, gap, left, width : int
        As in `Slots`.
    """

    row: int
    source: int
    length: int
    kept: int
    start: int
    gap_at: int
    gap: int
    left: int
    width: int

    @property
    def total(self) -> int:
        """How many places there are."""
        return max(self.length, self.width)

    @property
    def is_cut(self) -> bool:
        """Whether steps are lost."""
        return self.length > self.kept

    def step(self, place: int) -> int:
        """Return the source step at a place; −1 in padding."""
        step = place - self.left
        return step if 0 <= step < self.length else -1

    def kind(self, place: int) -> Kind:
        """Return whether a place is real, cut or padding; what is missing only its value tells."""
        if self.step(place) < 0:
            return "pad"
        return "cut" if self.column(place) < 0 else "real"

    def column(self, place: int) -> int:
        """Return the tensor's column at a place; −1 for a step that is cut."""
        if not self.is_cut:
            return place
        kept = place - self.start
        if kept >= self.gap_at:
            kept = kept - self.gap if kept >= self.gap_at + self.gap else -1
        return kept if 0 <= kept < self.kept else -1

    def place(self, column: int) -> int:
        """Return the place of a column of the tensor."""
        if not self.is_cut:
            return column
        return column + self.start + (self.gap if column >= self.gap_at else 0)


def repeated_step(strip: Strip, place: int, mode: str) -> int:
    """Return the source step whose value a place of padding holds; −1 where it holds the fill value.

    Only a row that is not cut has padding: what is repeated is the whole row, as `numpy.pad` does it.
    """
    if mode == "constant" or not strip.length or strip.is_cut:
        return -1
    right = strip.width - strip.left - strip.length
    return int(_steps_of(strip.length, strip.left, right, mode)[place])


@lru_cache(256)
def _steps_of(length: int, left: int, right: int, mode: str) -> Int64:
    steps: Int64 = np.pad(np.arange(length), (left, right), mode=cast("Any", mode))
    return steps


def strips_of(own: TensorPlan, rows: Int64) -> list[Strip]:
    """Return the geometry of rows of a tensor, from offsets alone."""
    slots = Slots.of(own.offsets_of[0], own.source_rows(rows), own.axes[0])
    parts = (own.numbers_of(rows), slots.length, slots.kept, slots.start, slots.gap_at, slots.gap, slots.left)
    wide = np.full(len(rows), slots.width, np.int64)
    return [Strip(*line) for line in np.stack([rows, *parts, wide], axis=1).tolist()]


@dataclass(frozen=True, eq=False)
class Piece:
    """Consecutive source steps of one row.

    Parameters
    ----------
    first : int
        The source step of the first.
    values : list
        Numbers, words, lists of numbers, or None where missing.
    """

    first: int
    values: list[Any]
    _texts: dict[int, str] = field(default_factory=dict, repr=False)

    def covers(self, first: int, stop: int) -> bool:
        """Whether the steps from `first` to `stop` are here."""
        return first >= stop or (self.first <= first and stop <= self.first + len(self.values))

    def is_missing(self, step: int) -> bool:
        """Whether a step's value is missing or NaN."""
        value = self.values[step - self.first]
        return value is None or (isinstance(value, float) and value != value)

    def text(self, step: int) -> str:
        """Return a step's value as the table shows it."""
        text = self._texts.get(step)
        if text is None:
            text = self._texts[step] = _text_of(self.values[step - self.first])
        return text


def _text_of(value: Any) -> str:
    if value is None:
        return tr("missing")
    if isinstance(value, str):
        return " ".join(value.split()) or "␣"
    if isinstance(value, float):
        return numbers.rounded(value)
    if isinstance(value, list):
        more = " …" if len(value) > _INNER else ""
        return "[" + " ".join(_text_of(one) for one in value[:_INNER]) + more + "]"
    return str(value)


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

    def read(self, row: int, first: int, stop: int) -> Piece:
        """Return source steps of a row of the tensor."""
        at = row + self.own.start
        whole = self.own.column[at : at + 1].compact()
        if whole.nested is not None:
            return Piece(first, whole.nested[first:stop].to_lists())
        flat = whole.flat[first:stop]
        cell: Any = (slice(None), *self.at[len(self.at) - flat.ndim + 1 :])
        values: list[Any] = flat[cell].tolist()
        if whole.missing is not None:
            for gone in np.flatnonzero(whole.missing[first:stop]).tolist():
                values[gone] = None
        if self.words is not None:
            values = self._named(values, self.own.number(row), first)
        return Piece(first, values)

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


def read_all(
    reader: Reader, wanted: Iterable[tuple[int, int, int]], should_stop: Callable[[], bool] | None = None
) -> dict[int, Piece]:
    """Read (row, first step, step behind the last) of several rows; returns the pieces by row."""
    found = {}
    for row, first, stop in wanted:
        if should_stop is not None and should_stop():
            break
        found[row] = reader.read(row, first, stop)
    return found


def as_tsv(reader: Reader, rows: Int64, label: Ragged | None) -> str:
    """Return rows as lines of fields between tabs: row, length, kept, label, then the text or the values.

    Values are those before cutting, in full.

    Raises
    ------
    ContentError
        More than `MOST_COPIED` rows and steps.
    """
    strips = strips_of(reader.own, rows[: MOST_COPIED + 1])
    size = sum(strip.length + 1 for strip in strips)
    if size > MOST_COPIED:
        raise ContentError(
            "too-much-to-copy",
            tr(
                "Not copied, {rows}: more than {most} steps.",
                rows=tr_count("{count} row", "{count} rows", len(rows)),
                most=numbers.count(MOST_COPIED),
            ),
            remedy=tr("Export them instead."),
        )
    return "".join(_line(reader, strip, label) + "\n" for strip in strips)


def _line(reader: Reader, strip: Strip, label: Ragged | None) -> str:
    values = reader.read(strip.row, 0, strip.length).values
    head = [str(strip.source), str(strip.length), str(strip.kept)]
    if label is not None:
        head.append(_one_field(label_text(label, strip.row + reader.own.start)))
    if reader.words is not None:
        joined = ("" if reader.by == "characters" else " ").join("" if one is None else one for one in values)
        return "\t".join([*head, _one_field(joined)])
    return "\t".join([*head, *(_full(one) for one in values)])


def _full(value: Any) -> str:
    if value is None or value != value:
        return "NaN"
    return " ".join(_full(one) for one in value) if isinstance(value, list) else str(value)


def _one_field(text: str) -> str:
    return " ".join(text.split("\t")).replace("\r", " ").replace("\n", " ")
