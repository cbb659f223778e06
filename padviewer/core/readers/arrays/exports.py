"""The arrays of an export of ours, out of an archive or a folder: each one a column, texts put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.readers.arrays.columns import ArrayColumn, Column, Int64
from padviewer.core.readers.arrays.rows import RowReader, damaged, row_spans
from padviewer.core.readers.limits import check_memory
from padviewer.core.sentence import say

OFFSETS = "_offsets"


class TextColumn:
    """Texts as UTF-8 bytes behind one another, cut by offsets.

    Parameters
    ----------
    letters : RowReader
        uint8.
    offsets : ndarray [n + 1] of int64
    """

    def __init__(self, letters: RowReader, offsets: Int64) -> None:
        self.letters, self.offsets = letters, offsets
        self.rows = len(offsets) - 1
        self.row_bytes = 8 + letters.header.rows / max(self.rows, 1)

    def read(self, start: int, stop: int) -> tuple[Ragged, tuple[Finding, ...]]:
        """Rows start to stop; raises ContentError where bytes are no UTF-8 text."""
        offsets = self.offsets[start : stop + 1]
        letters = self.letters.rows(int(offsets[0]), int(offsets[-1]))
        column = Ragged(np.ascontiguousarray(letters), offsets - offsets[0], text=True)
        try:
            column.texts()
        except UnicodeDecodeError as error:
            raise ContentError(
                "not-utf8", say("The array of bytes holds bytes that are not UTF-8 text."),
                where=self.letters.where,
            ) from error  # fmt: skip
        return column, ()


def own_columns(arrays: Mapping[str, RowReader]) -> dict[str, Column]:
    """Return the columns of an export; empty where these arrays are not as an export writes them.

    Raises
    ------
    ContentError
        Offsets of texts that cannot cut them; an array that is no column.
    """
    masked = {name for name in arrays if f"{name}_mask" in arrays}
    texts = {
        name
        for name, array in arrays.items()
        if array.header.dtype == np.uint8 and f"{name}{OFFSETS}" in arrays and name not in masked
    }
    rows = {array.header.rows for name, array in arrays.items() if name in masked and array.header.shape}
    if len(rows) != 1:
        return {}
    n = rows.pop()
    columns: dict[str, Column] = {}
    for name, array in arrays.items():
        if name.removesuffix(OFFSETS) in texts and name.endswith(OFFSETS):
            continue
        if name in texts and arrays[f"{name}{OFFSETS}"].header.shape == (n + 1,):
            columns[name] = TextColumn(array, _text_offsets(arrays[f"{name}{OFFSETS}"], array))
        elif not array.header.shape or array.header.rows != n:
            return {}
        else:
            columns[name] = ArrayColumn(name, array, "dense")
    return columns


def pieces_of(
    columns: Mapping[str, Column], guessed: Mapping[str, str], findings: tuple[Finding, ...] = ()
) -> Iterator[Dataset]:
    """Yield the rows of columns in pieces; the first one carries `findings`."""
    rows = next(iter(columns.values())).rows
    row_bytes = sum(column.row_bytes for column in columns.values())
    for start, stop in row_spans(rows, row_bytes):
        data: dict[str, Ragged] = {}
        for name, column in columns.items():
            data[name], said = column.read(start, stop)
            findings += said
        yield Dataset(data, guessed=guessed, findings=findings)
        findings = ()


def _text_offsets(array: RowReader, letters: RowReader) -> Int64:
    check_memory(8 * array.header.rows, array.where)
    found = array.rows(0, array.header.rows)
    total = letters.header.rows
    if found.dtype != np.int64 or found[0] != 0 or found[-1] != total or bool((np.diff(found) < 0).any()):
        raise damaged(array.where, say("they cannot cut its bytes, {total}, into texts", total=total))
    return found
