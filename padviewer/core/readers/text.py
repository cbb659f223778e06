r"""Plain text: one line is one row of the column ``text``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from padviewer.core.dataset import Dataset
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.offsets import offsets_from_lengths
from padviewer.core.ragged import Ragged
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.lines import REPLACEMENT, blocks, decode, invalid_utf8
from padviewer.core.sentence import say

NEWLINE, RETURN = 10, 13


def matches(head: bytes, path: Path) -> bool:  # noqa: ARG001 - the signature of every format
    """Return False: any text could be plain text, so the suffix decides."""
    return False


def read(path: Path, options: ReadOptions) -> Iterator[Dataset]:  # noqa: ARG001 - plain text has no options
    r"""Yield the lines of a UTF-8 text, split at ``\n`` only, without the ``\r`` before it.

    Raises
    ------
    ContentError, UnsafeError, PathError
        See `padviewer.core.readers.lines.blocks`; also a file with nothing but a byte order mark.
    """
    nothing = True
    for block in blocks(path):
        nothing = False
        text, replaced = decode(block)
        column = lines_of(text.encode() if replaced else block)
        findings: tuple[Finding, ...] = ()
        if replaced:
            rows = [row for row, line in enumerate(text.split("\n")) if REPLACEMENT in line]
            findings = (invalid_utf8(replaced, rows),)
        yield Dataset({"text": column}, findings=findings)
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
