"""What a Parquet footer says of its row groups: rows, values and bytes, read without believing them.

pyarrow ends the process when it is asked for the metadata of a damaged column chunk; and what a row group
unpacks to has to be known before it is read. So the few numbers are read here, from Thrift's compact form
(parquet.thrift: FileMetaData, RowGroup, ColumnChunk, ColumnMetaData).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.sentence import say

MAGIC = b"PAR1"
DEEPEST = 32
TRUE, FALSE, BYTE, DOUBLE, BINARY, LIST, SET, MAP, STRUCT, UUID = 1, 2, 3, 7, 8, 9, 10, 11, 12, 13
VARINTS = (4, 5, 6)


@dataclass(frozen=True)
class Chunk:
    """One column of a row group.

    Parameters
    ----------
    column : str
        The name of the outermost column that it belongs to.
    values : int
        How many values it holds, those of lists and nulls included.
    packed, unpacked : int
        Bytes in the file, and decompressed (but still encoded).
    """

    column: str
    values: int
    packed: int
    unpacked: int


@dataclass(frozen=True)
class RowGroup:
    """Some rows that stand together, and their columns."""

    rows: int
    chunks: tuple[Chunk, ...]


def row_groups(file: BinaryIO, size: int) -> Iterator[RowGroup]:
    """Yield the row groups that the footer of a Parquet file of `size` bytes names.

    Raises
    ------
    ContentError
        The footer is damaged.
    UnsafeError
        A column stands in another file.
    """
    file.seek(max(size - 8, 0))
    tail = file.read(8)
    length = int.from_bytes(tail[:4], "little")
    if len(tail) < 8 or tail[4:] != MAGIC or length > size - 12:
        raise _damaged(file)
    file.seek(size - 8 - length)
    thrift = Compact(file.read(length))
    try:
        for field, kind in thrift.fields():
            if (field, kind) != (4, LIST):
                thrift.skip(kind)
                continue
            for _ in thrift.items(STRUCT):
                yield _row_group(thrift, file)
    except (IndexError, ValueError) as error:
        raise _damaged(file) from error


def _row_group(thrift: Compact, file: BinaryIO) -> RowGroup:
    rows = 0
    chunks: list[Chunk] = []
    for field, kind in thrift.fields():
        if (field, kind) == (1, LIST):
            chunks += [_chunk(thrift, file) for _ in thrift.items(STRUCT)]
        elif field == 3 and kind in VARINTS:
            rows = thrift.integer()
        else:
            thrift.skip(kind)
    if rows < 0:
        raise ValueError("a negative number of rows")
    return RowGroup(rows, tuple(chunks))


def _chunk(thrift: Compact, file: BinaryIO) -> Chunk:
    name = ""
    numbers = {5: 0, 6: 0, 7: 0}
    for field, kind in thrift.fields():
        if (field, kind) == (1, BINARY):
            raise UnsafeError(
                "external-column",
                say("A column of this Parquet file stands in another file, which PadViewer does not follow."),
                where=file.name,
                remedy=say("Open the file that holds the rows."),
            )
        if (field, kind) != (3, STRUCT):
            thrift.skip(kind)
            continue
        for inner, inner_kind in thrift.fields():
            if inner in numbers and inner_kind in VARINTS:
                numbers[inner] = thrift.integer()
            elif (inner, inner_kind) == (3, LIST):
                name = b".".join([thrift.binary() for _ in thrift.items(BINARY)][:1]).decode("utf-8")
            else:
                thrift.skip(inner_kind)
    return Chunk(name, numbers[5], packed=numbers[7], unpacked=numbers[6])


class Compact:
    """Thrift's compact form, read from front to back; IndexError or ValueError where it is none."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def fields(self) -> Iterator[tuple[int, int]]:
        """Yield number and type of each field of a struct; the caller takes or skips its value."""
        field = 0
        while head := self._byte():
            field = field + (head >> 4) if head >> 4 else self.integer()
            yield field, head & 15

    def items(self, wanted: int) -> Iterator[None]:
        """Yield as often as a list has items, which must be of type `wanted`; the caller takes each.

        Raises
        ------
        ValueError
            The list is of another type.
        """
        size, kind = self._list_head()
        if size and kind != wanted:
            raise ValueError("a list of another type")
        for _ in range(size):
            yield

    def integer(self) -> int:
        """Take an integer (zigzag)."""
        number = self._varint()
        return (number >> 1) ^ -(number & 1)

    def binary(self) -> bytes:
        """Take a byte string."""
        size = self._varint()
        self._advance(size)
        return self.data[self.at - size : self.at]

    def skip(self, kind: int, depth: int = 0) -> None:
        """Pass over a field's value.

        Raises
        ------
        ValueError
            Structures that stand too deep in one another.
        """
        if depth > DEEPEST:
            raise ValueError("too deep")
        if kind in (TRUE, FALSE):
            return
        if kind in VARINTS:
            self._varint()
        elif kind in (LIST, SET):
            size, inside = self._list_head()
            for _ in range(size):
                self._skip_item(inside, depth + 1)
        elif kind == MAP:
            self._skip_map(depth)
        elif kind == STRUCT:
            for _, inside in self.fields():
                self.skip(inside, depth + 1)
        elif kind == BINARY:
            self._advance(self._varint())
        else:
            self._advance({BYTE: 1, DOUBLE: 8, UUID: 16}.get(kind, len(self.data)))

    def _skip_map(self, depth: int) -> None:
        size = self._varint()
        kinds = self._byte() if size else 0
        for _ in range(size):
            self._skip_item(kinds >> 4, depth + 1)
            self._skip_item(kinds & 15, depth + 1)

    def _skip_item(self, kind: int, depth: int) -> None:
        """Pass over an item of a list or map, where truth values take a byte."""
        self.skip(BYTE if kind in (TRUE, FALSE) else kind, depth)

    def _list_head(self) -> tuple[int, int]:
        head = self._byte()
        return (head >> 4 if head >> 4 < 15 else self._varint()), head & 15

    def _byte(self) -> int:
        self._advance(1)
        return self.data[self.at - 1]

    def _advance(self, size: int) -> None:
        self.at += size
        if self.at > len(self.data):
            raise IndexError("past the end")

    def _varint(self) -> int:
        number = shift = 0
        while True:
            byte = self._byte()
            number |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return number
            if shift > 63:
                raise ValueError("a number of more than 64 bits")


def _damaged(file: BinaryIO) -> ContentError:
    return ContentError(
        "damaged",
        say("The footer of the Parquet file is damaged or cut off."),
        where=file.name,
        remedy=say("Get the file again."),
    )
