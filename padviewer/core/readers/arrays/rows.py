"""NPY arrays: an own small reader of the header, and of rows; nothing is ever unpickled."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.readers.arrays.conversion import Conversion
from padviewer.core.readers.base import FIRST_PIECE_BYTES, PIECE_BYTES
from padviewer.core.readers.limits import RANK, check_memory
from padviewer.core.sentence import Sentence, say

MAGIC = b"\x93NUMPY"
MOST_HEADER = 10_000
DESCR = re.compile(r"[<>|=]?([biufcSUVOMm])(\d{0,9})(\[\d{0,9}[a-zA-Z]{1,7}\])?")
SAMPLE_BYTES = 1 << 20
SPREAD = 16
STRIP_BYTES = 4096


@dataclass(frozen=True)
class Header:
    """What an NPY header says.

    Parameters
    ----------
    dtype : numpy.dtype
        As stored, with its byte order.
    fortran : bool
        Whether the first axis is the fastest.
    shape : tuple of int
    start : int
        Where the values begin.
    """

    dtype: np.dtype[Any]
    fortran: bool
    shape: tuple[int, ...]
    start: int

    @property
    def rows(self) -> int:
        """The first axis."""
        return self.shape[0]

    @property
    def row_bytes(self) -> int:
        """Bytes of one row."""
        return math.prod(self.shape[1:]) * self.dtype.itemsize

    @property
    def nbytes(self) -> int:
        """Bytes of all values."""
        return math.prod(self.shape) * self.dtype.itemsize


def read_header(file: IO[bytes], size: int, where: str, conversion: Conversion) -> Header:
    """Read and check the header of an NPY file or member of `size` bytes.

    Parameters
    ----------
    file : binary file at its start
    where : str
        For the errors.
    conversion : Conversion
        What to do where the array is not read.

    Raises
    ------
    UnsafeError
        An array of pickled objects.
    ContentError
        A header that is damaged, declares more than the file holds, or a dtype that is not read.
    """
    head = file.read(8)
    wide = head[6:7] in (b"\x02", b"\x03")
    if not head.startswith(MAGIC) or not (wide or head[6:7] == b"\x01"):
        raise damaged(where, say("it does not begin as one, or is of a later version"))
    length = int.from_bytes(file.read(4 if wide else 2), "little")
    start = (12 if wide else 10) + length
    if length > MOST_HEADER or start > size:
        raise damaged(where, say("its header of {length} bytes is too long", length=length))
    fields = _parse(file.read(length).decode("latin-1"), where)
    dtype = _dtype(fields["descr"], where, conversion)
    shape, fortran = fields["shape"], fields["fortran_order"]
    if not isinstance(shape, tuple) or not all(type(side) is int and side >= 0 for side in shape):
        raise damaged(where, say("its shape is none"))
    if not isinstance(fortran, bool):
        raise damaged(where, say("its order is none"))
    header = Header(dtype, fortran and len(shape) > 1, shape, start)
    if len(shape) > RANK:
        raise ContentError(
            "too-many-axes",
            say(
                "The array has {shape} axes; at most {rank} can be shown.",
                shape=str(len(shape)),
                rank=str(RANK),
            ),
            where=where,
        )
    if header.nbytes > size - start:
        raise damaged(
            where,
            say(
                "the bytes of its values should be {nbytes} and are {size}",
                nbytes=header.nbytes,
                size=size - start,
            ),
        )
    if shape and shape[0] and header.row_bytes == 0:
        raise ContentError(
            "empty-rows", say("The rows of shape {shape} hold nothing.", shape=str(shape[1:])), where=where
        )
    return header


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        fields = ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise damaged(where, say("its header is none")) from error
    if not isinstance(fields, dict) or fields.keys() != {"descr", "fortran_order", "shape"}:
        raise damaged(where, say("its header lacks a field"))
    return fields


def _dtype(descr: Any, where: str, conversion: Conversion) -> np.dtype[Any]:
    if isinstance(descr, list | tuple):
        raise ContentError(
            "structured-array",
            say("The array has named fields (a structured dtype), which PadViewer does not read."),
            where=where,
            remedy=conversion.fields(),
        )
    found = DESCR.fullmatch(descr) if isinstance(descr, str) else None
    if found is None:
        raise damaged(where, say("its dtype is none"))
    if found[1] == "O":
        raise UnsafeError(
            "pickled-objects",
            say(
                "The array holds pickled Python objects; reading them could run any code, "
                "so PadViewer does not."
            ),
            where=where,
            remedy=conversion.objects(),
        )
    try:
        dtype: np.dtype[Any] = np.dtype(descr)
    except (TypeError, ValueError) as error:
        raise damaged(where, say("its dtype {descr} is none", descr=str(descr))) from error
    if dtype.kind == "c":
        raise ContentError(
            "unknown-dtype",
            say(
                "Values of dtype {descr} are complex numbers, which PadViewer does not read.",
                descr=str(descr),
            ),
            where=where,
            remedy=conversion.numbers(dtype),
        )
    if dtype.itemsize == 0:
        raise ContentError(
            "zero-width", say("Values of dtype {descr} hold nothing.", descr=str(descr)), where=where
        )
    if dtype.kind == "V" or (dtype.kind == "f" and dtype.itemsize > 8):
        raise ContentError(
            "unknown-dtype",
            say(
                "Values of dtype {descr} are neither numbers of at most 64 bits nor texts.", descr=str(descr)
            ),
            where=where,
            remedy=conversion.numbers(dtype),
        )
    return dtype


class RowReader:
    """Reads rows of an NPY array in native byte order and C order.

    Parameters
    ----------
    file : binary file
        Can be sought; seeking back may be slow.
    header : Header
    where : str
        For the errors.
    strips : bool
        Whether seeking is cheap, so that a large array in Fortran order is gathered from strips.
    """

    def __init__(self, file: IO[bytes], header: Header, where: str, strips: bool = True) -> None:
        self.file, self.header, self.where, self.strips = file, header, where, strips
        self._whole: NDArray[Any] | None = None

    def rows(self, start: int, stop: int) -> NDArray[Any]:
        """Rows start to stop, [stop - start, ...]; texts as they are stored, bytes other than 0 as True.

        Raises
        ------
        ContentError
            The file ends before the rows do.
        """
        header = self.header
        if not header.fortran:
            block = self._values(start * header.row_bytes, (stop - start) * header.row_bytes)
            block = block.reshape(stop - start, *header.shape[1:])
        else:
            block = self._fortran(start, stop)
        if header.dtype.kind == "b":
            return np.asarray(block.view(np.uint8) != 0)
        return block.astype(header.dtype.newbyteorder("="), copy=False)

    def _fortran(self, start: int, stop: int) -> NDArray[Any]:
        header = self.header
        column_bytes = header.rows * header.dtype.itemsize
        small = header.nbytes <= PIECE_BYTES or column_bytes < STRIP_BYTES
        if self._whole is None and (small or not self.strips):
            check_memory(header.nbytes, self.where)
            self._whole = self._values(0, header.nbytes).reshape(header.shape[::-1]).T
        if self._whole is not None:
            return np.ascontiguousarray(self._whole[start:stop])
        inner = header.shape[1:]
        out = np.empty((math.prod(inner), stop - start), header.dtype)
        for at, strip in enumerate(out):
            first = at * column_bytes + start * header.dtype.itemsize
            strip[:] = self._values(first, strip.nbytes)
        return np.ascontiguousarray(out.reshape(*inner[::-1], stop - start).T)

    def _values(self, start: int, nbytes: int) -> NDArray[Any]:
        self.file.seek(self.header.start + start)
        raw = self.file.read(nbytes)
        if len(raw) != nbytes:
            raise damaged(self.where, say("it ends before its values do"))
        return np.frombuffer(raw, self.header.dtype)

    def sample(self) -> NDArray[Any]:
        """Read rows [m, ...], about `SAMPLE_BYTES`: the first and, where seeking is cheap, others spread."""
        rows = self.header.rows
        many = max(1, SAMPLE_BYTES // max(self.header.row_bytes, 1))
        if rows <= many or not self.strips:
            return self.rows(0, min(rows, many))
        block = max(1, many // SPREAD)
        starts = np.unique(np.linspace(0, rows - block, min(SPREAD, many)).astype(int)).tolist()
        return np.concatenate([self.rows(at, at + block) for at in starts])


def row_spans(rows: int, row_bytes: float) -> Iterator[tuple[int, int]]:
    """Yield (start, stop): a small first piece, then the usual size; (0, 0) where there are no rows."""
    start, budget = 0, FIRST_PIECE_BYTES
    while start < rows or budget == FIRST_PIECE_BYTES:
        stop = min(rows, start + max(1, int(budget / max(row_bytes, 1))))
        yield start, stop
        start, budget = stop, PIECE_BYTES


def damaged(where: str, why: Sentence) -> ContentError:
    """Return the error for an array that is not whole."""
    return ContentError(
        "damaged",
        say("The NPY array is damaged or cut off: {why}.", why=why),
        where=where,
        remedy=say("Get the file again."),
    )
