"""Columns made of arrays: whole ones, flat values cut by offsets, padded rows with a mask or lengths."""

from __future__ import annotations

import sys
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding, named
from padviewer.core.readers.arrays.rows import RowReader, damaged
from padviewer.core.readers.padded.dense import Tail, choose_tail, cut_tails
from padviewer.core.sentence import say

Int64 = NDArray[np.int64]


class Column(Protocol):
    """What yields a column's rows: how many, about how many bytes each, and a stretch of them."""

    rows: int
    row_bytes: float

    def read(self, start: int, stop: int) -> tuple[Ragged, tuple[Finding, ...]]:
        """Rows start to stop, and what is to be said of them."""
        ...


class ArrayColumn:
    """A whole array as a column: plain values, dense rows, or rows whose tails are cut.

    Parameters
    ----------
    name : str
    reader : RowReader
    asked : str or None
        The shape that was asked for; None guesses. What it became is in ``tail``.

    Raises
    ------
    ChoiceError, ContentError
        See `choose_tail`; a text array of more than two axes.
    """

    def __init__(self, name: str, reader: RowReader, asked: str | None) -> None:
        self.name, self.reader = name, reader
        header = reader.header
        self.rows, self.row_bytes = header.rows, float(header.row_bytes)
        self.is_text = header.dtype.kind in "US"
        if self.is_text and len(header.shape) > 2:
            raise ContentError(
                "too-many-axes", say("Texts can be shown with at most two axes."), where=reader.where
            )
        self.tail: Tail | None = None
        if len(header.shape) > 1 and header.dtype.kind in "Mm":
            self.tail = Tail()
        elif len(header.shape) > 1:
            asked = "fill-tail" if self.is_text and asked != "dense" else asked
            self.tail = choose_tail(asked, reader.sample(), reader.where)

    @property
    def guessed(self) -> str:
        """The shape in words; empty for plain values."""
        if self.tail is None:
            return ""
        return self.tail.shape if self.is_text else self.tail.words

    def read(self, start: int, stop: int) -> tuple[Ragged, tuple[Finding, ...]]:
        """Rows start to stop, and what is to be said of them."""
        block = self.reader.rows(start, stop)
        if self.is_text:
            return self._texts(block)
        if block.dtype.kind in "Mm":
            return self._times(block)
        if self.tail is None:
            return Ragged(block), ()
        return cut_tails(block, self.tail, self.name)

    def _texts(self, block: NDArray[Any]) -> tuple[Ragged, tuple[Finding, ...]]:
        if self.tail is None:
            return texts_of(block, self.reader.where), ()
        cut, findings = cut_tails(block, self.tail, self.name)
        offsets = cut.row_offsets
        if offsets is None:
            offsets = offsets_from_lengths(np.full(len(block), block.shape[1]))
        return Ragged(texts_of(cut.flat.ravel(), self.reader.where), offsets), findings

    def _times(self, block: NDArray[Any]) -> tuple[Ragged, tuple[Finding, ...]]:
        unit, step = np.datetime_data(block.dtype)
        units = f"{step} {unit}"
        if block.dtype.kind == "M":
            message = say(
                "The values are times; they are read as whole numbers of {units} since 1970-01-01.",
                units=units,
            )
        else:
            message = say("The values are times; they are read as whole numbers of {units}.", units=units)
        said = [named(Finding("info", "times-as-numbers", message, where=self.name))]
        gone = np.isnat(block)
        values = np.where(gone, 0, block.view(np.int64))
        steps: NDArray[np.bool_] = gone.any(axis=tuple(range(1, gone.ndim)))
        if not steps.any():
            return Ragged(values), tuple(said)
        rows = tuple(np.flatnonzero(steps)[:MOST_ROWS].tolist())
        message = say("Missing values (NaT): {count}; they are marked as missing.", count=COUNT)
        said.append(
            named(Finding("info", "missing-values", message, int(steps.sum()), rows, where=self.name))
        )
        return Ragged(values, missing=steps), tuple(said)


def texts_of(block: NDArray[Any], where: str) -> Ragged:
    """Return an array [n] of numpy texts or bytes as a text column; bytes must be UTF-8.

    Raises
    ------
    ContentError
        Characters that do not exist, or bytes that are not UTF-8.
    """
    if block.dtype.kind == "U" and block.size and block.view(np.uint32).max() > sys.maxunicode:
        raise damaged(where, say("it holds characters that do not exist"))
    items = block.tolist()
    try:
        return Ragged.from_texts([item if isinstance(item, str) else item.decode("utf-8") for item in items])
    except UnicodeDecodeError as error:
        raise ContentError(
            "not-utf8", say("The array of bytes holds bytes that are not UTF-8 text."), where=where
        ) from error


class FlatColumn:
    """Flat values cut by offsets.

    Parameters
    ----------
    name : str
    values : RowReader
    offsets : ndarray [n + 1] of int64
        Ascending, within the values.
    """

    def __init__(self, values: RowReader, offsets: Int64) -> None:
        self.values, self.offsets = values, offsets
        self.rows = len(offsets) - 1
        steps = int(offsets[-1]) - int(offsets[0])
        self.row_bytes = 8 + steps * values.header.row_bytes / max(self.rows, 1)

    def read(self, start: int, stop: int) -> tuple[Ragged, tuple[Finding, ...]]:
        """Rows start to stop."""
        offsets = self.offsets[start : stop + 1]
        block = self.values.rows(int(offsets[0]), int(offsets[-1]))
        if block.dtype.kind in "US":
            return Ragged(texts_of(block, self.values.where), offsets - offsets[0]), ()
        return Ragged(block, offsets - offsets[0]), ()


class PaddedColumn:
    """Padded rows of which a mask, or lengths from the left, say what is real.

    Parameters
    ----------
    values : RowReader
        Of shape [n, m, ...].
    mask : RowReader or None
        Of shape [n, m], bool, True = real.
    lengths : ndarray [n] of int64, or None
        Real steps per row.
    """

    def __init__(self, values: RowReader, mask: RowReader | None, lengths: Int64 | None) -> None:
        self.values, self.mask, self.lengths = values, mask, lengths
        self.rows, self.row_bytes = values.header.rows, float(values.header.row_bytes)

    def read(self, start: int, stop: int) -> tuple[Ragged, tuple[Finding, ...]]:
        """Rows start to stop without their padding; raises ContentError where mask and lengths disagree."""
        block = self.values.rows(start, stop)
        said = None if self.lengths is None else self.lengths[start:stop]
        if self.mask is not None:
            real = self.mask.rows(start, stop)
        else:
            real = np.arange(block.shape[1]) < (np.zeros(len(block)) if said is None else said)[:, None]
        lengths = real.sum(axis=1)
        if said is not None and not np.array_equal(lengths, said):
            raise ContentError(
                "mask-disagrees",
                say("The mask and the lengths of the padded array say different things."),
                where=self.values.where,
            )
        return Ragged(block[real], offsets_from_lengths(lengths)), ()
