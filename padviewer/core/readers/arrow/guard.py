"""What an Arrow IPC file says of its own sizes, checked before a library believes it.

An Arrow message declares the length of its body and, where that is compressed, the length of every buffer
unpacked; Arrow allocates what is declared. Only the few fields that hold sizes are read here, straight from
the flatbuffers of the format's specification (Message.fbs, File.fbs).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from padviewer.core.errors import ContentError
from padviewer.core.readers.limits import check_memory, check_ratio
from padviewer.core.sentence import say

FILE_MAGIC = b"ARROW1"
CONTINUATION = b"\xff\xff\xff\xff"
MOST_METADATA = 64 << 20
SCHEMA, DICTIONARY, BATCH = 1, 2, 3


@dataclass(frozen=True)
class Table:
    """A flatbuffers table: the bytes it stands in and its position there."""

    data: bytes
    at: int

    @classmethod
    def root(cls, data: bytes) -> Table:
        """Return the table that `data` begins with."""
        return cls(data, _number("<I", data, 0))

    def field(self, index: int) -> int:
        """Return the position of field `index`, 0 where the table leaves it out."""
        vtable = self.at - _number("<i", self.data, self.at)
        if 4 + 2 * index >= _number("<H", self.data, vtable):
            return 0
        inside = _number("<H", self.data, vtable + 4 + 2 * index)
        return self.at + inside if inside else 0

    def int64(self, index: int) -> int:
        """Return a field of 64 bits; 0 where it is left out."""
        at = self.field(index)
        return _number("<q", self.data, at) if at else 0

    def table(self, index: int) -> Table | None:
        """Return a field that is itself a table."""
        at = self.field(index)
        return Table(self.data, at + _number("<I", self.data, at)) if at else None

    def structs(self, index: int, layout: str) -> list[tuple[int, ...]]:
        """Return a field that is a vector of structs.

        Raises
        ------
        struct.error
            The vector passes the end.
        """
        at = self.field(index)
        if not at:
            return []
        start = at + _number("<I", self.data, at)
        count, size = _number("<I", self.data, start), struct.calcsize(layout)
        body = self.data[start + 4 : start + 4 + count * size]
        if len(body) < count * size:
            raise struct.error("a vector passes the end")
        return list(struct.iter_unpack(layout, body))


def file_blocks(file: BinaryIO, size: int) -> tuple[list[int], list[int]]:
    """Return where the dictionary messages and the batch messages of an Arrow file of `size` bytes stand.

    Raises
    ------
    ContentError
        The end of the file is not that of an Arrow file.
    """
    file.seek(max(size - 10, 0))
    tail = file.read(10)
    if len(tail) < 10 or tail[4:] != FILE_MAGIC:
        raise ContentError(
            "damaged",
            say("The end of the Arrow file is missing."),
            where=file.name,
            remedy=say("Get the file again."),
        )
    length = _number("<i", tail, 0)
    if not 0 < length <= min(size - 18, MOST_METADATA):
        raise _damaged(file)
    file.seek(size - 10 - length)
    try:
        footer = Table.root(file.read(length))
        blocks = [[block[0] for block in footer.structs(index, "<qi4xq")] for index in (2, 3)]
    except struct.error as error:
        raise _damaged(file) from error
    return blocks[0], blocks[1]


def check_message(file: BinaryIO, start: int, size: int) -> tuple[int, int]:
    """Check the message at byte `start` of a file of `size` bytes.

    Returns
    -------
    tuple of (int, int)
        The kind (0 for the end mark, `SCHEMA`, `DICTIONARY`, `BATCH`, …) and where the next one starts.

    Raises
    ------
    ContentError
        Sizes that pass the end of the file.
    UnsafeError
        Sizes over the limits of memory or ratio.
    """
    if not 0 <= start <= size - 8:
        raise _damaged(file)
    file.seek(start)
    head = file.read(8)
    if head[:4] != CONTINUATION:
        raise _damaged(file)
    length = _number("<i", head, 4)
    if length == 0:
        return 0, start + 8
    body = start + 8 + length
    if not 0 < length <= MOST_METADATA or body > size:
        raise _damaged(file)
    try:
        message = Table.root(file.read(length))
        kind = message.data[message.field(1)] if message.field(1) else 0
        body_length = message.int64(3)
        if not 0 <= body_length <= size - body:
            raise _damaged(file)
        check_memory(body_length, file.name)
        header = message.table(2)
        if kind == DICTIONARY and header is not None:
            header = header.table(1)
        if kind in (DICTIONARY, BATCH) and header is not None and header.table(3) is not None:
            _check_unpacked(file, header, body, body_length)
    except (struct.error, IndexError) as error:
        raise _damaged(file) from error
    return kind, body + body_length


def batches_of_stream(file: BinaryIO, size: int) -> Iterator[bool]:
    """Check a stream's messages one by one; yield True behind every batch.

    The last answer is False where the stream ends without its end mark.
    """
    at = 0
    while at < size:
        kind, at = check_message(file, at, size)
        if kind == 0:
            return
        if kind == BATCH:
            yield True
    yield False


def _check_unpacked(file: BinaryIO, batch: Table, body: int, body_length: int) -> None:
    """Add up what the compressed buffers of a batch say they unpack to."""
    total = 0
    for offset, length in batch.structs(2, "<qq"):
        if length < 8:
            continue
        if offset < 0 or offset + length > body_length:
            raise _damaged(file)
        file.seek(body + offset)
        unpacked = _number("<q", file.read(8), 0)
        if unpacked < -1:
            raise _damaged(file)
        total += max(unpacked, 0)
    check_ratio(total, body_length, file.name)
    check_memory(total, file.name)


def _number(layout: str, data: bytes, at: int) -> int:
    if at < 0:
        raise struct.error("a position before the start")
    number: int = struct.unpack_from(layout, data, at)[0]
    return number


def _damaged(file: BinaryIO) -> ContentError:
    return ContentError(
        "damaged",
        say("The Arrow file is damaged or cut off: it declares sizes that do not fit it."),
        where=file.name,
        remedy=say("Get the file again."),
    )
