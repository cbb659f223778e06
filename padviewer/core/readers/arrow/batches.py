"""What Parquet and Arrow IPC share: checked record batches as pieces, and errors as sentences."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from padviewer.core.data.column_names import column_renamed, free_name
from padviewer.core.data.dataset import Dataset, join
from padviewer.core.data.ragged import Kind, Ragged
from padviewer.core.errors import ContentError, PadViewerError, unreadable
from padviewer.core.finding import Finding
from padviewer.core.readers.arrow.columns import ColumnReader, plain_type, why_left_out
from padviewer.core.readers.base import FIRST_PIECE_BYTES, PIECE_BYTES
from padviewer.core.readers.engines import damage_of
from padviewer.core.sentence import joined, say

MOST_ROWS = 1 << 16


class Columns:
    """The columns of an Arrow schema that can be shown, and a reader for each.

    Parameters
    ----------
    schema : pyarrow.Schema
    path : Path
        For the errors.
    kinds : mapping of str to Kind
        See `ReadOptions`.

    Raises
    ------
    ContentError
        No column can be shown.
    """

    def __init__(self, schema: Any, path: Path, kinds: Mapping[str, Kind] | None = None) -> None:
        self.path = path
        self.places: list[int] = []
        self.readers: list[ColumnReader] = []
        self.types: list[Any] = []
        self.findings: list[Finding] = []
        taken: set[str] = set()
        for place, field in enumerate(schema):
            name = free_name(field.name, place, taken)
            taken.add(name)
            if name != field.name:
                self.findings.append(column_renamed(field.name, place, name))
            reason = why_left_out(field.type)
            if reason:
                self._leave_out(name, field.type, reason)
                continue
            self.places.append(place)
            self.readers.append(ColumnReader(name, kinds or {}))
            self.types.append(field.type)
        if not self.readers:
            raise self._nothing_to_show()

    def _nothing_to_show(self) -> ContentError:
        said = joined(finding.message for finding in self.findings) or say("It has no columns.")
        return ContentError(
            "no-columns", say("No column can be shown. {said}", said=said), where=str(self.path)
        )

    def _leave_out(self, name: str, kind: Any, reason: str) -> None:
        said = str(kind) if len(str(kind)) <= 100 else f"{str(kind)[:99]}…"
        message = say(
            "Column “{name}” of type {said} is left out: {reason}.", name=name, said=said, reason=reason
        )
        self.findings.append(Finding("warning", "column-left-out", message, 1, where=name))

    def piece(self, batch: Any) -> Dataset:
        """Return a record batch of exactly the shown columns as a piece.

        Raises
        ------
        ContentError
            No column can be shown.
        """
        data: dict[str, Ragged] = {}
        findings: list[Finding] = []
        for at, reader in enumerate(self.readers):
            known = reader.left_out is not None
            if not known:
                column, said = reader.read(batch.column(at))
            if reader.left_out is None:
                data[reader.name] = column
                findings += said
            elif not known:
                self._leave_out(reader.name, self.types[at], reader.left_out)
        if not data:
            raise self._nothing_to_show()
        return Dataset(data, findings=tuple(findings))

    def empty(self) -> Dataset:
        """Return a piece without rows."""
        import pyarrow as pa

        nothing = [pa.nulls(0, plain_type(kind)) for kind in self.types]
        return self.piece(pa.RecordBatch.from_arrays(nothing, [str(at) for at in range(len(nothing))]))

    def pieces(self, batches: Iterable[Any]) -> Iterator[Dataset]:
        """Yield the first batch at once and the others gathered to `PIECE_BYTES`."""
        held: list[Dataset] = []
        size = 0
        first = True
        for batch in batches:
            held.append(self.piece(batch))
            size += batch.nbytes
            if first or size >= PIECE_BYTES:
                yield self._joined(held, first)
                held, size, first = [], 0, False
        if held or first:
            yield self._joined(held or [self.empty()], first)

    def _joined(self, held: list[Dataset], first: bool) -> Dataset:
        whole = join(held)
        if not first or not self.findings:
            return whole
        return Dataset(whole.data, findings=(*self.findings, *whole.findings))


def validated(batches: Iterable[Any]) -> Iterator[Any]:
    """Check offsets, codes and UTF-8 of every batch: reading checks none of them."""
    for batch in batches:
        batch.validate(full=True)
        yield batch


def sliced(batches: Iterable[Any]) -> Iterator[Any]:
    """Cut batches into pieces of the usual size, the first one small."""
    budget = FIRST_PIECE_BYTES
    for batch in batches:
        buffers = [buffer for column in batch.columns for buffer in column.buffers() if buffer]
        row_bytes = max(sum(buffer.size for buffer in buffers) / max(batch.num_rows, 1), 1)
        start = 0
        while start < batch.num_rows:
            rows = max(1, min(MOST_ROWS, int(budget / row_bytes)))
            yield batch.slice(start, rows)
            start += rows
            budget = PIECE_BYTES


@contextmanager
def open_source(path: Path) -> Iterator[Any]:
    """Open the file for Arrow, whatever bytes its name has; never mapped, so that nobody can pull it away."""
    import pyarrow as pa

    with pa.OSFile(os.fsencode(path) if os.name == "posix" else str(path)) as source:
        yield source


@contextmanager
def damage_said(path: Path, what: str) -> Iterator[None]:
    """Turn every error of the library into a sentence.

    Raises
    ------
    ContentError
        Damage, or what the library does not read.
    PathError
        The disk.
    """
    import pyarrow as pa

    try:
        yield
    except PadViewerError:
        raise
    except (pa.ArrowException, OSError, ValueError, MemoryError, LookupError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise unreadable(error, path) from error
        raise damage_of(str(path), what, error) from error
