"""The records of a delimited text, block by block: decoded, split into cells, and what is wrong said."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.readers import base
from padviewer.core.readers.lines import LINE_BYTES, blocks, check_encoding, decode
from padviewer.core.sentence import say

HEAD_LINES = 3  # a header and two rows, however long, are there when the layout is guessed


class Records:
    """The records of a file, in pieces of about one block.

    Parameters
    ----------
    path : Path
    encoding : str or None
        None is UTF-8.
    """

    def __init__(self, path: Path, encoding: str | None) -> None:
        self.path = path
        self.encoding = check_encoding(encoding)
        self.replaced = 0
        self.block = 0
        self.texts = self._decoded()
        self.head = next(self.texts, "")
        while len(self.head) < base.PIECE_BYTES and _filled_lines(self.head) < HEAD_LINES:
            more = next(self.texts, "")
            if not more:
                break
            self.head += more

    def pieces(self, delimiter: str) -> Iterator[list[list[str]]]:
        """Yield the records of about one block each.

        Raises
        ------
        ContentError
            Quotes that do not close, or stand where none may.
        UnsafeError
            A cell larger than any.
        """
        csv.field_size_limit(LINE_BYTES)
        reader = csv.reader(self._lines(), delimiter=delimiter, strict=True)
        records: list[list[str]] = []
        block, line = self.block, 1
        try:
            for record in reader:
                records.append(record)
                line = reader.line_num + 1
                if self.block != block:
                    block = self.block
                    yield records
                    records = []
        except csv.Error as error:
            raise self._refusal(str(error), line, reader.line_num) from None
        if records:
            yield records

    def taken(self) -> int:
        """Return how many replacement characters came since the last call."""
        count, self.replaced = self.replaced, 0
        return count

    def _decoded(self) -> Iterator[str]:
        for block in blocks(self.path):
            text, replaced = decode(block, self.encoding)
            self.replaced += replaced
            yield text

    def _lines(self) -> Iterator[str]:
        for text in chain([self.head], self.texts):
            yield from io.StringIO(text, newline="\n")
            self.block += 1

    def _refusal(self, reason: str, first: int, last: int) -> ContentError | UnsafeError:
        where = f"{self.path}, line {first:,}"
        if "field larger" in reason:
            what = say("A cell is larger than {size} MiB.", size=str(LINE_BYTES >> 20))
            return UnsafeError(
                "cell-too-long", what, where=where, remedy=say("Close the quote, or split the cell.")
            )
        if "end of data" in reason:
            what = say(
                "A quote that opens here is not closed by the end of the file (line {last}).", last=last
            )
            return ContentError(
                "unclosed-quote", what, where=where, remedy=say("Close it, or double it inside a cell.")
            )
        if "new-line" in reason:
            what = say("A carriage return stands inside a cell without quotes.")
            return ContentError(
                "bare-return", what, where=where, remedy=say("End all lines in the same way.")
            )
        what = say("Text follows a closing quote; perhaps a quote further up is not closed.")
        return ContentError("bad-quotes", what, where=where, remedy=say("Double the quotes inside a cell."))


def _filled_lines(text: str) -> int:
    return sum(not line.isspace() for line in io.StringIO(text, newline="\n"))
