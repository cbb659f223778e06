"""NPY files: one array, one column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ContentError, unreadable
from padviewer.core.finding import COUNT, Finding
from padviewer.core.readers.arrays.columns import ArrayColumn
from padviewer.core.readers.arrays.conversion import Conversion
from padviewer.core.readers.arrays.folder import is_tensor, read_folder
from padviewer.core.readers.arrays.rows import MAGIC, RowReader, read_header, row_spans
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.own.rows import BESIDE, RECIPE, ROWS, cut
from padviewer.core.readers.own.sidecar import Said, said_of
from padviewer.core.sentence import say


def read_npy(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of an NPY file: one column, ``x``.

    An export of ours that says in its sidecar where the rows end, or whose mask stands beside it in an
    exported folder, is read as the rows that it was made of.

    Raises
    ------
    ContentError
        A single value, or damage.
    UnsafeError
        Pickled objects, or more than the memory takes.
    PathError
        The disk.
    """
    if options.shape is None and is_tensor(path):
        yield from read_folder(path.parent, options, path.stem)
        return
    where = str(path)
    size = path.stat().st_size
    conversion = Conversion(path.name, path.stem)
    try:
        said, findings = said_of(path, lengths=True) if options.shape is None else (None, ())
        with path.open("rb") as file:
            header = read_header(file, size, where, conversion)
            if not header.shape:
                raise ContentError(
                    "single-value", say("The array is a single value, without rows."), where=where
                )
            reader = RowReader(file, header, where)
            findings += _trailing(size - header.start - header.nbytes)
            if said is not None and said.shape == header.shape:
                yield from _as_made(reader, said, findings)
                return
            column = ArrayColumn("x", reader, options.shape)
            guessed = {"shape": column.guessed} if column.guessed else {}
            for start, stop in row_spans(column.rows, column.row_bytes):
                data, more = column.read(start, stop)
                yield Dataset({"x": data}, guessed=guessed, findings=findings + more)
                findings = ()
    except OSError as error:
        raise unreadable(error, where) from error


def _as_made(reader: RowReader, said: Said, findings: tuple[Finding, ...]) -> Iterator[Dataset]:
    """Yield the rows of an array, cut where the sidecar says that they end."""
    for start, stop in row_spans(reader.header.rows, reader.header.row_bytes):
        column = cut(reader.rows(start, stop), said.masks(start, stop))
        yield Dataset({said.name: column}, guessed={RECIPE: BESIDE, "shape": ROWS}, findings=findings)
        findings = ()


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
