"""Files of Stata, SPSS and SAS: read in chunks as tables of pandas."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from padviewer.core.data.column_names import nothing_to_read_as
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.frame import column_of
from padviewer.core.data.ragged import Kind, Ragged
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.readers.base import PIECE_BYTES, WHOLE, Format, KindChanged, ReadOptions
from padviewer.core.readers.cells.values import EXACT_IN_FLOAT
from padviewer.core.readers.engines import engine, faults_said
from padviewer.core.readers.limits import check_memory
from padviewer.core.sentence import say

if TYPE_CHECKING:
    import pandas as pd

MOST_LABELS = 8
FLOATS = ("float", "number")
STRING = "string"


class _Chunk(NamedTuple):
    """Some rows of a file, the columns that are texts, and what whole numbers stand for by column."""

    frame: pd.DataFrame
    texts: frozenset[str]
    labels: Mapping[str, Mapping[Any, Any]]


def read_stata(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of a Stata file; times become whole numbers, value labels a finding."""
    yield from _read(path, options, "Stata", _stata_chunks(path))


def read_spss(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of an SPSS file; user-defined missing values are missing."""
    yield from _read(path, options, "SPSS", _readstat_chunks(path, "read_sav"))


def read_sas(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of a SAS file or a SAS transport file."""
    with path.open("rb") as file:
        reader = "read_xport" if file.read(len(XPORT)) == XPORT else "read_sas7bdat"
    yield from _read(path, options, "SAS", _readstat_chunks(path, reader))


def _stata_chunks(path: Path) -> Iterator[_Chunk]:
    import pandas as pd

    with pd.read_stata(path, iterator=True, convert_categoricals=False) as file:
        labels = file.value_labels()
        while True:
            try:
                frame = file.read(_rows_a_piece(file.variable_labels()))
            except StopIteration:
                return
            texts = frozenset(str(name) for name in frame if pd.api.types.is_string_dtype(frame[name]))
            yield _Chunk(frame, texts, labels)
            labels = {}
            if not len(frame):
                return


def _readstat_chunks(path: Path, reader: str) -> Iterator[_Chunk]:
    with engine("pyreadstat", str(path)):
        import pyreadstat

    read: Callable[..., tuple[pd.DataFrame, Any]] = getattr(pyreadstat, reader)
    _, about = read(str(path), metadataonly=True)
    texts = frozenset(name for name, kind in about.readstat_variable_types.items() if kind == STRING)
    labels = about.variable_value_labels
    rows = _rows_a_piece(about.column_names)
    start = 0
    while True:
        frame, _ = read(str(path), row_offset=start, row_limit=rows)
        yield _Chunk(frame, texts, labels)
        start += len(frame)
        labels = {}
        if len(frame) < rows:
            return


def _rows_a_piece(columns: Iterable[str]) -> int:
    return max(PIECE_BYTES // (8 * max(len(list(columns)), 1)), 1)


def _read(path: Path, options: ReadOptions, what: str, chunks: Iterator[_Chunk]) -> Iterator[Dataset]:
    decided: dict[str, Kind] = dict(options.kinds)
    columns: list[str] = []
    start = 0
    with faults_said(str(path), what):
        while (chunk := _quietly(chunks)) is not None:
            if start and not len(chunk.frame):
                break
            if not len(chunk.frame.columns):
                raise ContentError("no-columns", say("The file has no columns."), where=str(path))
            check_memory(int(chunk.frame.memory_usage().sum()), str(path))
            piece = _piece(chunk, decided, start)
            yield replace(piece, findings=(*_value_labels(chunk), *piece.findings))
            start += len(piece)
            columns = columns or list(piece.columns)
    unknown = [name for name in options.kinds if not name.endswith(WHOLE) and name not in columns]
    if unknown:
        raise nothing_to_read_as(unknown[0], columns)
    if not start:
        raise ContentError("empty-file", say("The file holds no row."), where=str(path))


def _quietly(chunks: Iterator[_Chunk]) -> _Chunk | None:
    """Return the next chunk; what a library warns of is said in findings, or nothing to do with the data."""
    with warnings.catch_warnings(action="ignore"):
        return next(chunks, None)


def _piece(chunk: _Chunk, decided: dict[str, Kind], start: int) -> Dataset:
    data: dict[str, Ragged] = {}
    said: list[Finding] = []
    for label in chunk.frame.columns:
        name, series = str(label), chunk.frame[label]
        if name in chunk.texts:
            data[name] = _texts(series)
        elif series.dtype.kind in "iuf":
            data[name] = _numbers(name, series.to_numpy(), decided, start)
        elif series.isna().all():  # times, none of which is there
            data[name] = Ragged(np.zeros(len(series), np.int64), missing=np.ones(len(series), bool))
        else:
            times = series.astype("datetime64[us]") if series.dtype.kind == "M" else series
            data[name], more = column_of(times, name)
            said += more
    return Dataset(data, findings=tuple(said))


def _texts(series: pd.Series) -> Ragged:
    texts = [
        cell.decode("utf-8", "replace")
        if isinstance(cell, bytes)
        else cell
        if isinstance(cell, str)
        else None
        for cell in series.tolist()
    ]
    return Ragged.from_texts(texts)


def _numbers(name: str, values: np.ndarray[Any, Any], decided: dict[str, Kind], start: int) -> Ragged:
    """Return numbers: whole ones as int64, with what is missing marked, until a fraction stands among them.

    These programs keep whole numbers as floats, wholly or where one is missing.

    Raises
    ------
    KindChanged
        A fraction, where all numbers before it were whole.
    """
    if values.dtype.kind in "iu" and decided.get(name) not in FLOATS:
        decided[name] = "integer"
        return Ragged(values.astype(np.int64))
    if values.dtype == np.float32:
        return Ragged(values)
    values = values.astype(np.float64)
    gone = np.isnan(values)
    whole = gone | ((values == np.trunc(values)) & (np.abs(values) <= EXACT_IN_FLOAT))
    if decided.get(name) not in FLOATS and whole.all():
        decided[name] = "integer"
        numbers = np.where(gone, 0, values).astype(np.int64)
        return Ragged(numbers, missing=gone if gone.any() else None)
    if decided.get(name) == "integer":
        raise KindChanged(name, "float", start + int(np.argmin(whole)))
    decided[name] = "float"
    return Ragged(values)


def _value_labels(chunk: _Chunk) -> list[Finding]:
    """Return what the file says that whole numbers stand for; the numbers are read."""
    said = []
    for name, labels in chunk.labels.items():
        if name not in chunk.frame or not labels:
            continue
        shown = [f"{_plain(value)} = {text}" for value, text in list(labels.items())[:MOST_LABELS]]
        more = ", …" if len(labels) > MOST_LABELS else ""
        message = say(
            "The numbers of “{name}” stand for words ({labels}); the numbers are read.",
            name=name,
            labels=", ".join(shown) + more,
        )
        said.append(Finding("info", "value-labels", message, len(labels), where=name))
    return said


def _plain(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _is_stata(head: bytes, _path: Path) -> bool:
    old = head[:1] and 104 <= head[0] <= 115 and head[1:2] in (b"\1", b"\2") and head[2:4] == b"\1\0"
    return bool(old) or head.startswith(b"<stata_dta>")


def _is_spss(head: bytes, _path: Path) -> bool:
    return head.startswith((b"$FL2@(#)", b"$FL3@(#)"))


def _is_sas(head: bytes, _path: Path) -> bool:
    return head.startswith(XPORT) or head[:32] == SAS7BDAT


XPORT = b"HEADER RECORD*******LIB"  # behind it RARY or V8
SAS7BDAT = bytes.fromhex("000000000000000000000000c2ea8160b31411cfbd92080009c7318c181f1011")
STATA = Format("Stata", (".dta",), _is_stata, read_stata)
SPSS = Format("SPSS", (".sav", ".zsav"), _is_spss, read_spss)
SAS = Format("SAS", (".sas7bdat", ".xpt", ".xport"), _is_sas, read_sas)
