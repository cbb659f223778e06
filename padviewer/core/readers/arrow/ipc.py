"""Arrow IPC files (Feather V2) and Arrow IPC streams, read batch by batch."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.readers.arrow.batches import Columns, damage_said, open_source, sliced, validated
from padviewer.core.readers.arrow.guard import (
    BATCH,
    CONTINUATION,
    DICTIONARY,
    FILE_MAGIC,
    SCHEMA,
    Table,
    batches_of_stream,
    check_message,
    file_blocks,
)
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.sentence import say


def read_arrow_file(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of an Arrow IPC file (Feather V2).

    Raises
    ------
    ContentError
        Feather of version 1, or damage.
    UnsafeError
        Batches over the limits.
    """
    import pyarrow as pa

    with damage_said(path, "Arrow"), open_source(path) as source, path.open("rb") as raw:
        if raw.read(4) == b"FEA1":
            raise ContentError(
                "feather-v1",
                say("This is a Feather file of the old version 1, which PadViewer does not read."),
                where=str(path),
                remedy=say("Write it again with pyarrow.feather.write_feather(table, path)."),
            )
        size = path.stat().st_size
        dictionaries, blocks = file_blocks(raw, size)
        columns = Columns(pa.ipc.open_file(source).schema, path, options.kinds)
        for block in dictionaries:
            _expect(check_message(raw, block, size)[0], DICTIONARY, path)
        reader = pa.ipc.open_file(source, options=_ipc_options(columns))

        def batches() -> Iterator[Any]:
            for at, block in enumerate(blocks):
                _expect(check_message(raw, block, size)[0], BATCH, path)
                yield reader.get_batch(at)

        yield from columns.pieces(validated(sliced(batches())))


def read_arrow_stream(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of an Arrow IPC stream."""
    import pyarrow as pa

    with damage_said(path, "Arrow"), path.open("rb") as raw:
        size = path.stat().st_size
        _expect(check_message(raw, 0, size)[0], SCHEMA, path)
        with open_source(path) as source:
            columns = Columns(pa.ipc.open_stream(source).schema, path, options.kinds)
        with open_source(path) as source:
            reader = pa.ipc.open_stream(source, options=_ipc_options(columns))
            ended: list[bool] = [True]

            def batches() -> Iterator[Any]:
                for more in batches_of_stream(raw, size):
                    ended[0] = more
                    if more:
                        yield reader.read_next_batch()

            yield from columns.pieces(validated(sliced(batches())))
            if not ended[0]:
                message = say(
                    "The stream has no end mark: its writer may not have finished, and rows may be missing."
                )
                yield Dataset(columns.empty().data, findings=(Finding("warning", "no-end-mark", message),))


def _ipc_options(columns: Columns) -> Any:
    import pyarrow as pa

    return pa.ipc.IpcReadOptions(use_threads=False, included_fields=columns.places)


def _expect(kind: int, wanted: int, path: Path) -> None:
    if kind != wanted:
        raise ContentError(
            "damaged", say("The Arrow file's messages do not stand where they should."), where=str(path)
        )


def _is_arrow_file(head: bytes, _path: Path) -> bool:
    return head.startswith((FILE_MAGIC, b"FEA1"))


def _is_arrow_stream(head: bytes, _path: Path) -> bool:
    """Whether the first message is a schema."""
    if not head.startswith(CONTINUATION):
        return False
    try:
        message = Table.root(head[8:])
        return head[8 + message.field(1)] == SCHEMA and message.field(1) > 0
    except (IndexError, struct.error):
        return False


ARROW_FILE = Format("Arrow file", (".arrow", ".feather", ".ipc"), _is_arrow_file, read_arrow_file)
ARROW_STREAM = Format("Arrow stream", (".arrow", ".arrows", ".ipc"), _is_arrow_stream, read_arrow_stream)
