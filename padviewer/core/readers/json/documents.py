"""JSON lines and JSON: objects or lists, one a line or in one array, or an object of columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ContentError, UnsafeError, unreadable
from padviewer.core.readers import base
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.json.parsing import Parser, reports
from padviewer.core.readers.json.python import as_json, several
from padviewer.core.readers.json.shapes import shaped
from padviewer.core.readers.json.table import Table
from padviewer.core.readers.limits import memory_limit
from padviewer.core.readers.lines import UTF8_MARK, blocks, strip_line_end, wide_text
from padviewer.core.sentence import say

HEAD_BYTES = 4096
LONGEST_WORD = 10
GROWTH = 6  # the objects of a parsed JSON take about six times its bytes
TOKEN = re.compile(
    rb'[\s,:]+|"(?:[^"\\\x00-\x1f]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity'
    rb"|'(?:[^'\\\x00-\x1f]|\\.)*'|None|True|False|nan"
)


# -- recognising -------------------------------------------------------------------------------------------
def matches_lines(head: bytes, path: Path) -> bool:
    """Whether the first lines are each one JSON list or object."""
    lines = [line.strip() for line in head.removeprefix(UTF8_MARK).split(b"\n") if line.strip()]
    if not lines:
        return False
    if len(head) >= HEAD_BYTES and not head.endswith(b"\n"):
        begun = lines.pop()
        if not lines:
            return _named_lines(path) and _balance(begun, cut=True) is not None
    if len(lines) == 1 and (not _named_lines(path) or lines[0].startswith(b"[{")):
        return False
    return all(_balance(line, cut=False) == 0 or _is_python(line) for line in lines)


def matches(head: bytes, path: Path) -> bool:  # noqa: ARG001 - the signature of every format
    """Whether the content begins like JSON lists or objects, with nothing else behind their ends."""
    text = head.removeprefix(UTF8_MARK).strip()
    return _balance(text, cut=len(head) >= HEAD_BYTES, several=True) is not None


def _is_python(line: bytes) -> bool:
    """Whether a line is a list or dict as Python prints it."""
    return line[:1] in (b"[", b"{") and as_json(line.decode("utf-8", "replace")) is not None


def _named_lines(path: Path) -> bool:
    return path.suffix.lower() in JSON_LINES.suffixes


def _balance(text: bytes, cut: bool, several: bool = False) -> int | None:
    """Return how many brackets stay open; None where it is no JSON list or object, or `several` of them."""
    if text[:1] not in (b"[", b"{"):
        return None
    open_ends: list[int] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char in b"[{":
            open_ends.append(char)
            at += 1
        elif char in b"]}":
            if not open_ends or open_ends.pop() != char - 2:
                return None
            at += 1
            rest = b"" if open_ends else text[at:].lstrip()
            if rest and (not several or rest[:1] not in (b"[", b"{")):
                return None
        elif token := TOKEN.match(text, at):
            at = token.end()
        else:
            begun = text[at : at + 1] == b'"' or len(text) - at < LONGEST_WORD
            return len(open_ends) if cut and begun else None
    return len(open_ends) if cut or not open_ends else None


# -- reading -----------------------------------------------------------------------------------------------
def read_lines(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the rows of a JSON lines file: every line an object, or every line a list or single value.

    Objects' fields are columns; a bare list is a row of ``x`` (numbers) or ``items`` (texts). Blank lines
    are no rows. Lists of lists whose inner lists have one length become a fixed inner axis.

    Raises
    ------
    ContentError
        A line that is not JSON, an integer beyond 64 bits, rows of different form.
    UnsafeError
        Nesting deeper than 64 levels, a line longer than 64 MiB.
    KindChanged
        See `padviewer.core.readers.base.Format`; a column named ``x[][]`` means two ragged axes of ``x``.
    """
    table = Table(options, {"form": "one row per line"}, path)
    number = 0
    for block in blocks(path):
        parser = Parser(python=True)
        rows: list[Any] = []
        constant_rows: list[int] = []
        replaced_rows: list[int] = []
        lines = block.split(b"\n")
        if lines[-1] == b"":
            lines.pop()
        for line in lines:
            number += 1
            line = strip_line_end(line)
            if not line or line.isspace():
                continue
            before = parser.constants, parser.replaced
            rows.append(parser.parse(line, f"{path}, line {number:,}"))
            if parser.constants > before[0]:
                constant_rows.append(len(rows) - 1)
            if parser.replaced > before[1]:
                replaced_rows.append(len(rows) - 1)
        if rows:
            yield table.piece(rows, reports(parser, constant_rows, replaced_rows))
    if table.rows == 0:
        raise ContentError("empty-file", say("The file holds no row."), where=str(path))
    yield from table.closing()


def read(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the rows of a JSON document, or of several one behind the other; see `shapes.shaped`.

    The file is parsed whole.

    Raises
    ------
    ContentError
        No JSON, another form, an integer beyond 64 bits.
    UnsafeError
        Nesting deeper than 64 levels, or a file that would take more than a quarter of the memory.
    """
    document = _load(path)
    if _begins_with_a_row(document):
        yield from read_lines(path, options)
        return
    parser = Parser(python=True)
    value = _parsed(document, parser, path)
    said = reports(parser, [], [])
    size = len(document)
    del document
    made = shaped(value, options, path)
    del value
    said = [*said, *made.findings]
    table = Table(options, made.guessed, path, made.key)
    for start, stop in _spans(len(made), size):
        if made.rows is not None:
            yield table.piece(made.rows[start:stop], said)
        else:
            yield table.of_columns(
                {name: column[start:stop] for name, column in (made.columns or {}).items()}, said
            )
        said = []
    yield from table.closing()


def _parsed(document: bytes, parser: Parser, path: Path) -> Any:
    """Parse one document, or several one behind the other: then each is a row."""
    parts = several(document)
    text = document.strip()
    if len(parts) > 1 or (parts and _named_lines(path) and text[:1] == b"{" and b"\n" in text):
        return [parser.parse(document[start:stop], f"{path}, line {line:,}") for start, stop, line in parts]
    return parser.parse(document, str(path))


def _load(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size * GROWTH > memory_limit():
            raise UnsafeError(
                "over-memory-limit",
                say(
                    "A JSON document is read whole, and {size} GB would take more than a quarter of "
                    "this machine's memory.",
                    size=f"{size / 1e9:,.1f}",
                ),
                where=str(path),
                remedy=say("Save it as JSON lines: one row per line, which is read piece by piece."),
            )
        document = path.read_bytes()
    except OSError as error:
        raise unreadable(error, path) from error
    if b"\0" in document[:4]:
        raise wide_text(path)
    return document.removeprefix(UTF8_MARK)


def _begins_with_a_row(document: bytes) -> bool:
    """Whether the first line is a list or object in itself, and another one follows it."""
    first, _, rest = document.lstrip().partition(b"\n")
    if rest.lstrip()[:1] not in (b"[", b"{"):
        return False
    return _balance(first.strip(), cut=False) == 0


def _spans(rows: int, size: int) -> Iterator[tuple[int, int]]:
    """Yield the rows of the first and the other pieces, by the mean size of a row."""
    each = max(1, size // rows)
    start, stop = 0, max(1, base.FIRST_PIECE_BYTES // each)
    while start < rows:
        yield start, min(stop, rows)
        start, stop = stop, stop + max(1, base.PIECE_BYTES // each)


JSON_LINES = Format("JSON lines", (".jsonl", ".ndjson"), matches_lines, read_lines)
JSON = Format("JSON", (".json",), matches, read)
