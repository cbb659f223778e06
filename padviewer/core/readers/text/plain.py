r"""Plain text: one line is one row of the column ``text``, or of numbers, or a token of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import Finding
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.lines import REPLACEMENT, UTF8_MARK, blocks, decode, invalid_utf8
from padviewer.core.readers.text.conll import SHAPE, is_conll, read_conll
from padviewer.core.readers.text.numbers import guess_shape, read_numbers
from padviewer.core.sentence import say

NEWLINE, RETURN = 10, 13
HEAD_BYTES = 1 << 16


def matches(head: bytes, path: Path) -> bool:  # noqa: ARG001 - the signature of every format
    """Return False: any text could be plain text, so the suffix decides."""
    return False


def read(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the rows in the shape that was asked for, or that the first lines have.

    Raises
    ------
    ContentError, UnsafeError, PathError, KindChanged, ChoiceError
        See `read_lines`, `read_numbers` and `read_conll`.
    """
    shape = options.shape or guess_of(path)
    if shape == SHAPE:
        yield from read_conll(path, options)
    elif shape == "lines":
        yield from read_lines(path, options)
    else:
        yield from read_numbers(path, options, shape)


def guess_of(path: Path) -> str:
    """Return the shape that the first lines of a file have."""
    head, whole = head_of(path)
    return SHAPE if is_conll(head, whole) else guess_shape(head, whole)


def head_of(path: Path) -> tuple[str, bool]:
    """Return the first lines of a file as text, and whether that is all of it."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return "", True  # whoever reads it says why
    return decode(head.removeprefix(UTF8_MARK))[0], len(head) < HEAD_BYTES


def read_lines(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    r"""Yield the lines of a UTF-8 text, split at ``\n`` only, without the ``\r`` before it.

    Raises
    ------
    ContentError, UnsafeError, PathError
        See `padviewer.core.readers.lines.blocks`; also a file with nothing but a byte order mark.
    """
    if options.kinds:
        raise ChoiceError(
            "read-as",
            say("Lines of text have no other kind."),
            remedy=say("Read numbers with --shape ragged-lines."),
        )
    nothing = True
    for block in blocks(path):
        nothing = False
        text, replaced = decode(block)
        column = lines_of(text.encode() if replaced else block)
        findings: tuple[Finding, ...] = ()
        if replaced:
            rows = [row for row, line in enumerate(text.split("\n")) if REPLACEMENT in line]
            findings = (invalid_utf8(replaced, rows),)
        yield Dataset({"text": column}, guessed={"shape": "lines"}, findings=findings)
    if nothing:
        raise ContentError("empty-file", say("The file holds no line."), where=str(path))


def lines_of(block: bytes) -> Ragged:
    r"""Return the lines of valid UTF-8 as a text column; a last line needs no ``\n``."""
    if not block.endswith(b"\n"):
        block += b"\n"
    data = np.frombuffer(block, np.uint8)
    ends = np.flatnonzero(data == NEWLINE)
    keep = data != NEWLINE
    before = ends[ends > 0] - 1
    keep[before[data[before] == RETURN]] = False
    kept = np.zeros(len(data) + 1, np.int64)
    np.cumsum(keep, out=kept[1:])
    lengths = np.diff(kept[ends], prepend=0)
    return Ragged(data[keep], offsets_from_lengths(lengths), text=True)


TEXT = Format("Plain text", (".txt", ".text"), matches, read)
