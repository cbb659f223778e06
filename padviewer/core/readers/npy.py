"""NPY files: one array, one column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from padviewer.core.dataset import Dataset
from padviewer.core.errors import ContentError, PathError
from padviewer.core.finding import COUNT, Finding
from padviewer.core.readers.array_columns import ArrayColumn
from padviewer.core.readers.base import FIRST_PIECE_BYTES, PIECE_BYTES, Format, ReadOptions
from padviewer.core.readers.npy_rows import MAGIC, RowReader, conversion_said, read_header
from padviewer.core.sentence import say


def row_spans(rows: int, row_bytes: float) -> Iterator[tuple[int, int]]:
    """Yield (start, stop): a small first piece, then the usual size; (0, 0) where there are no rows."""
    start, budget = 0, FIRST_PIECE_BYTES
    while start < rows or budget == FIRST_PIECE_BYTES:
        stop = min(rows, start + max(1, int(budget / max(row_bytes, 1))))
        yield start, stop
        start, budget = stop, PIECE_BYTES


def read_npy(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of an NPY file: one column, ``x``."""
    where = str(path)
    size = path.stat().st_size
    conversion = conversion_said(source=repr(path.name), key="", out=repr(f"{path.stem}.npz"))
    try:
        with path.open("rb") as file:
            header = read_header(file, size, where, conversion)
            if not header.shape:
                raise ContentError(
                    "single-value", say("The array is a single value, without rows."), where=where
                )
            column = ArrayColumn("x", RowReader(file, header, where), options.shape)
            guessed = {"shape": column.guessed} if column.guessed else {}
            findings = _trailing(size - header.start - header.nbytes)
            for start, stop in row_spans(column.rows, column.row_bytes):
                data, said = column.read(start, stop)
                yield Dataset({"x": data}, guessed=guessed, findings=findings + said)
                findings = ()
    except OSError as error:
        raise PathError(
            "unreadable",
            say("The file cannot be read: {strerror}.", strerror=str(error.strerror)),
            where=where,
        ) from error


def _trailing(extra: int) -> tuple[Finding, ...]:
    if not extra:
        return ()
    message = say("Bytes behind the array's last value, which were not read: {count}.", count=COUNT)
    return (
        Finding("warning", "trailing-bytes", message, extra, remedy=say("Check how the file was written.")),
    )


def _is_npy(head: bytes, _path: Path) -> bool:
    return head.startswith(MAGIC)


NPY = Format("NPY", (".npy",), _is_npy, read_npy)
