"""Text files in blocks of whole lines: the byte order mark, the line ends, the encoding and the limits."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from padviewer.core.errors import ChoiceError, ContentError, UnsafeError, unreadable
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.readers import base
from padviewer.core.sentence import say, say_count

LINE_BYTES = 64 << 20
LINE_END_SAMPLE = 1 << 20
UTF8_MARK = b"\xef\xbb\xbf"
REPLACEMENT = "\ufffd"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def blocks(path: Path) -> Iterator[bytes]:
    r"""Yield the file in blocks that end at a line end (the last one may not).

    The first block is about `base.FIRST_PIECE_BYTES` long, the others about `base.PIECE_BYTES`. Lines end
    with ``\n``; only where the first MiB has none but has ``\r``, every ``\r`` is given as ``\n``. A UTF-8
    byte order mark is left out.

    Raises
    ------
    ContentError
        The file is UTF-16 or UTF-32, or holds NUL bytes.
    UnsafeError
        A line of more than 64 MiB.
    PathError
        The file cannot be read.
    """
    held: list[bytes] = []
    waiting = 0
    size = base.FIRST_PIECE_BYTES
    old_ends = False
    fresh = True
    try:
        with path.open("rb") as file:
            while chunk := file.read(size):
                if fresh:
                    if b"\n" not in chunk and b"\r" in chunk:
                        chunk += file.read(LINE_END_SAMPLE)
                    chunk = _without_mark(chunk, path)
                    old_ends = b"\n" not in chunk and b"\r" in chunk
                    fresh = False
                _refuse_nul(chunk, path)
                if old_ends:
                    chunk = chunk.replace(b"\r", b"\n")
                cut = chunk.rfind(b"\n") + 1
                if cut:
                    yield b"".join([*held, chunk[:cut]])
                    held, waiting = [], 0
                    size = base.PIECE_BYTES
                held.append(chunk[cut:])
                waiting += len(chunk) - cut
                _refuse_long(waiting, path)
    except OSError as error:
        raise unreadable(error, path) from error
    rest = b"".join(held)
    if rest:
        yield rest


def strip_line_end(line: bytes) -> bytes:
    r"""Return a line that was split at ``\n`` without the ``\r`` before it."""
    return line[:-1] if line.endswith(b"\r") else line


def check_encoding(encoding: str | None) -> str:
    """Return the encoding's name; raises ChoiceError for one that is unknown, or not read line by line."""
    if encoding is None:
        return "utf-8"
    try:
        known = codecs.lookup(encoding)
        lines = "a\n".encode(known.name) == b"a\n"
    except (LookupError, ValueError, TypeError, UnicodeError, AttributeError):
        lines = False
    if not lines:
        raise ChoiceError(
            "encoding",
            say("There is no encoding “{encoding}” of text that can be read by lines.", encoding=encoding),
            remedy=say("Choose utf-8, cp1252, latin-1, or another one that Python knows."),
        )
    return known.name


def decode(block: bytes, encoding: str = "utf-8") -> tuple[str, int]:
    """Return the text and how many replacement characters stand for bytes that are not in the encoding."""
    try:
        return block.decode(encoding), 0
    except UnicodeDecodeError:
        text = block.decode(encoding, "replace")
        there = block.count(REPLACEMENT.encode()) if encoding == "utf-8" else 0
        return text, text.count(REPLACEMENT) - there


def invalid_utf8(count: int, rows: list[int], *, encodable: bool = False) -> Finding:
    """Return the finding that `count` replacement characters stand for what is not UTF-8.

    `encodable`: the format can be read in another encoding.
    """
    return Finding(
        "warning",
        "invalid-utf8",
        say_count(
            "{count} place is not valid UTF-8; it reads as the replacement character “�”.",
            "{count} places are not valid UTF-8; each reads as the replacement character “�”.",
            COUNT,
        ),
        count,
        tuple(rows[:MOST_ROWS]),
        say("Say its encoding (--encoding cp1252), or save the file as UTF-8.")
        if encodable
        else say("Save the file as UTF-8."),
    )


def lines_left_out(count: int) -> Finding:
    """Return the finding that lines, such as comments and titles, are no rows."""
    return Finding(
        "info",
        "lines-left-out",
        say_count(
            "{count} line is a comment or title and no row.",
            "{count} lines are comments or titles and no rows.",
            COUNT,
        ),
        count,
    )


def missing_steps(column: str, gone: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Finding:
    """Return the finding that values of a column are missing; `gone` [m] holds the row of each."""
    rows = np.unique(gone)[:MOST_ROWS]
    return Finding(
        "info",
        "missing-steps",
        say_count(
            "{count} value of “{column}” is missing.",
            "{count} values of “{column}” are missing.",
            COUNT,
            column=column,
        ),
        len(gone),
        tuple(rows.tolist()),
        where=column,
    )


def _without_mark(chunk: bytes, path: Path) -> bytes:
    if chunk.startswith(WIDE_MARKS):
        raise wide_text(path)
    return chunk.removeprefix(UTF8_MARK)


def wide_text(path: Path) -> ContentError:
    """Return the error of a text of two or four bytes a letter."""
    return ContentError(
        "not-utf8",
        say("The file is UTF-16 or UTF-32 text."),
        where=str(path),
        remedy=say("Save it as UTF-8."),
    )


def _refuse_nul(chunk: bytes, path: Path) -> None:
    if b"\0" in chunk:
        raise ContentError(
            "nul-bytes",
            say("The file holds NUL bytes, so it is damaged, or not text."),
            where=str(path),
            remedy=say("Save it as UTF-8 text."),
        )


def _refuse_long(size: int, path: Path) -> None:
    if size > LINE_BYTES:
        raise UnsafeError(
            "line-too-long",
            say("A line is longer than {line_bytes} MiB.", line_bytes=str(LINE_BYTES >> 20)),
            where=str(path),
            remedy=say("Write one row per line."),
        )
