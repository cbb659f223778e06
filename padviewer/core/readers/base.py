"""What every reader takes and gives: options in, pieces of a dataset out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Kind

FIRST_PIECE_BYTES = 1 << 18
PIECE_BYTES = 8 << 20
UNSIGNED = "#unsigned"  # behind a column in `ReadOptions.kinds`: its whole numbers need all 64 bits
WHOLE = "[whole]"  # behind a column in `KindChanged`: its rows are read whole, whatever stands beside them


@dataclass(frozen=True)
class ReadOptions:
    """How to read a file; None and empty mean "guess, and say so in ``Dataset.guessed``".

    Parameters
    ----------
    format : str or None
        A format's name (`Format.name`); None picks by content, then by suffix.
    delimiter : str or None
        Between the cells of a line (CSV) or the items of a list in a cell: a single character.
    header : bool or None
        Whether the first line of a CSV names the columns.
    shape : str or None
        How rows are found where a format has several ways, such as ``"dense"`` or ``"ragged-lines"``;
        `padviewer.core.readers.options` lists them for every format. For every format
        ``"dense"`` keeps padded rows whole, and ``"unpad"`` makes rows that look padded ragged again.
    kinds : mapping of str to Kind
        Columns whose kind is decided beforehand: set by the caller after `KindChanged`, or from what
        `columns` asks for. ``"number"`` makes floats, in which what is no number is missing.
    table : str or None
        Which one of several tables in one file, such as ``"test"``, or the field that holds the rows.
    columns : mapping of str to str
        How a person wants a column read: ``"numbers"`` (what is none is missing) or ``"text"``; in a CSV
        also ``"decimal-comma"`` or ``"decimal-point"`` (numbers, and how they are written).
    encoding : str or None
        Of a text file, as Python names it, such as ``"cp1252"``; None is UTF-8.
    long : str or None
        For a table of one line a step: the column of ids, and behind a comma the column that orders the lines
        of an id, such as ``"user,time"``. The lines of an id are one row then; None: each line is a row.
    """

    format: str | None = None
    delimiter: str | None = None
    header: bool | None = None
    shape: str | None = None
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    table: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    long: str | None = None


@dataclass(frozen=True)
class Format:
    """One family of files.

    Parameters
    ----------
    name : str
        As a person says it: "Parquet", "JSON lines".
    suffixes : tuple of str
        Lower case, with the dot.
    matches : callable (head: bytes, path) -> bool
        Whether the first 4,096 bytes are surely this format's (a magic number or unmistakable form).
    read : callable (path, options) -> iterator of Dataset
        Yields pieces in file order; the first one small (about `FIRST_PIECE_BYTES` of the file), others about
        `PIECE_BYTES`. All pieces have the same columns and signatures; a reader that meets a value that
        does not fit raises `KindChanged`. Findings of a piece count that piece; row numbers start at
        the piece's first row; the text ``{count}`` in a message stands for the summed count.
    """

    name: str
    suffixes: tuple[str, ...]
    matches: Callable[[bytes, Path], bool]
    read: Callable[[Path, ReadOptions], Iterator[Dataset]]


class KindChanged(Exception):  # noqa: N818 - a signal to read again, caught by whoever collects the pieces
    """A later piece needs a wider kind for a column: read again with ``kinds[column] = kind``."""

    def __init__(self, column: str, kind: Kind, row: int) -> None:
        super().__init__(column, kind, row)
        self.column = column
        self.kind = kind
        self.row = row
