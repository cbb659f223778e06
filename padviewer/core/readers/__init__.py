"""Reading a file of any supported format: the table of formats, and the choice by content, then by suffix."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ChoiceError, ContentError, PathError, UnsafeError
from padviewer.core.finding import Finding
from padviewer.core.readers.arrays.folder import FOLDER, folder_stat, is_own_folder
from padviewer.core.readers.arrays.npy import NPY
from padviewer.core.readers.arrays.npz import NPZ
from padviewer.core.readers.arrow.ipc import ARROW_FILE, ARROW_STREAM
from padviewer.core.readers.arrow.orc import ORC
from padviewer.core.readers.arrow.parquet import PARQUET
from padviewer.core.readers.base import Format, KindChanged, ReadOptions
from padviewer.core.readers.csv.delimited import CSV, TSV
from padviewer.core.readers.csv.export import is_own, read_own
from padviewer.core.readers.excel.workbook import EXCEL
from padviewer.core.readers.foreign import SUFFIXES, foreign_by_content, remedy_for
from padviewer.core.readers.json.documents import JSON, JSON_LINES
from padviewer.core.readers.json.odd import number_in
from padviewer.core.readers.long import in_rows
from padviewer.core.readers.options import own_options, refuse_unused, with_kinds
from padviewer.core.readers.padded.rows import without_padding
from padviewer.core.readers.statistics import SAS, SPSS, STATA
from padviewer.core.readers.text.conll import SHAPE, is_conll, read_conll
from padviewer.core.readers.text.numbers import guess_shape
from padviewer.core.readers.text.plain import TEXT, head_of
from padviewer.core.sentence import say

__all__ = ["FORMATS", "Format", "KindChanged", "ReadOptions", "pick", "read"]

HEAD_BYTES = 4096
FORMATS: tuple[Format, ...] = (
    PARQUET,
    ARROW_FILE,
    ARROW_STREAM,
    ORC,
    EXCEL,
    STATA,
    SPSS,
    SAS,
    NPZ,
    NPY,
    JSON_LINES,
    JSON,
    CSV,
    TSV,
    TEXT,
)


def read(path: Path, options: ReadOptions | None = None) -> Iterator[Dataset]:
    """Check the path, choose the format and return the pieces of the dataset, in file order.

    Every piece carries `Dataset.path` and `Dataset.format`; all have the same columns and signatures.

    Raises
    ------
    PathError
        Missing, a folder, not a regular file, not readable.
    ContentError, UnsafeError
        Empty, unknown, damaged or refused content; while the pieces are taken also a file that changes.
    KindChanged
        While the pieces are taken: read again with ``options.kinds[column] = kind``.
    """
    options = options or ReadOptions()
    before = check_path(path)
    chosen = pick(path, options)
    refuse_unused(options, chosen)
    return _labelled(path, with_kinds(options, chosen), chosen, before)


def check_path(path: Path) -> os.stat_result:
    """Return the stat of a readable, regular, non-empty file, or raise PathError or ContentError.

    A folder that an export of ours wrote is as large as its files, and as new as the newest.
    """
    where = str(path)
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise PathError(
            "no-such-file", say("There is no such file."), where=where, remedy=say("Check the path.")
        ) from error
    except (OSError, ValueError) as error:
        raise PathError(
            "unreadable", say("The path cannot be read: {error}.", error=_reason(error)), where=where
        ) from error
    if stat.S_ISDIR(found.st_mode) and is_own_folder(path):
        return folder_stat(path)
    if stat.S_ISDIR(found.st_mode):
        raise PathError(
            "is-a-folder", say("This is a folder."), where=where, remedy=say("Choose a file in it.")
        )
    if not stat.S_ISREG(found.st_mode):
        raise PathError(
            "not-a-regular-file",
            say("This is a pipe, a device or a socket, not a regular file."),
            where=where,
            remedy=say("Save the data as a file first."),
        )
    if found.st_size == 0:
        raise ContentError("empty-file", say("The file is empty (0 bytes)."), where=where)
    return found


def pick(path: Path, options: ReadOptions | None = None) -> Format:
    """Return the format: the one asked for, else by content, else by suffix.

    Raises
    ------
    ChoiceError
        ``options.format`` is no format's name.
    ContentError, UnsafeError
        Neither content nor suffix is known; the content is a pickle.
    PathError
        The file cannot be opened.
    """
    asked = options.format if options else None
    if path.is_dir() and asked is None:
        return FOLDER
    if asked is not None:
        for one in FORMATS:
            if one.name.lower() == asked.lower():
                return one
        raise ChoiceError(
            "format",
            say("There is no format “{asked}”.", asked=asked),
            remedy=say("The formats are: {names}.", names=_names()),
        )
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise PathError(
            "unreadable", say("The file cannot be opened: {error}.", error=_reason(error)), where=str(path)
        ) from error
    _refuse_pickle(head, path)
    for one in FORMATS:
        if one.matches(head, path):
            return one
    suffix = path.suffix.lower()
    by_suffix = next((one for one in FORMATS if suffix in one.suffixes), None)
    foreign = foreign_by_content(head) or SUFFIXES.get(suffix)
    if _is_text(head) and suffix not in SUFFIXES:
        return by_suffix if by_suffix in (CSV, TSV, JSON, JSON_LINES) else _text_format(head, by_suffix)
    if by_suffix is not None and foreign is None:
        return by_suffix
    raise ContentError(
        "unknown-format",
        say("This is {foreign}, which PadViewer does not read.", foreign=foreign)
        if foreign
        else say("The content of this file is of no format that PadViewer knows."),
        where=str(path),
        remedy=remedy_for(suffix, _names()),
    )


def _is_text(head: bytes) -> bool:
    """Whether the head is UTF-8 without NUL; a character may be cut at its end."""
    if b"\0" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(head) == HEAD_BYTES and error.start > HEAD_BYTES - 4
    return True


def _text_format(head: bytes, by_suffix: Format | None) -> Format:
    """Choose among the formats that any text could be: CSV and TSV where the first lines agree on it.

    A file that is named as plain text needs numbers in such a column too: sentences have commas.
    """
    whole = len(head) < HEAD_BYTES
    text = head.decode("utf-8", "replace")
    if is_conll(text, whole) or guess_shape(text, whole) != "lines":
        return TEXT
    lines = [line for line in head.split(b"\n") if line.strip()]
    if not whole:
        lines = lines[:-1]
    for one, mark in ((TSV, b"\t"), (CSV, b","), (CSV, b";"), (CSV, b"|")):
        cells = [line.strip().split(mark) for line in lines]
        widths = {len(row) for row in cells}
        if max(widths, default=1) > 1 and _are_numbers(cells):
            return one
        if len(cells) < 2 or len(widths) > 1 or 1 in widths or mark in (b";", b"|"):
            continue
        columns = list(zip(*cells[1:], strict=True))
        if by_suffix is not TEXT or (len(cells) > 2 and any(_are_numbers([column]) for column in columns)):
            return one
    return TEXT


def _are_numbers(rows: Iterable[Sequence[bytes]]) -> bool:
    """Whether all cells but empty ones are numbers, and there is one."""
    cells = [cell.strip() for row in rows for cell in row if cell.strip()]
    return bool(cells) and all(number_in(cell.decode("utf-8", "replace")) is not None for cell in cells)


def _reader(
    chosen: Format, path: Path, asked: ReadOptions, options: ReadOptions
) -> Callable[[Path, ReadOptions], Iterator[Dataset]]:
    """Return what reads the file: tokens and tags are read as sentences, an export of ours as its rows."""
    if chosen not in (CSV, TSV):
        return chosen.read
    if chosen is CSV and is_own(path, asked):
        return partial(read_own, otherwise=chosen.read)
    if options.shape is None and options.delimiter is None and options.header is None:
        return read_conll if is_conll(*head_of(path)) else chosen.read
    return read_conll if options.shape == SHAPE else chosen.read


def _labelled(path: Path, options: ReadOptions, chosen: Format, before: os.stat_result) -> Iterator[Dataset]:
    said: tuple[Finding, ...] = _mislabelled(path, chosen) if options.format is None else ()
    own = own_options(options, chosen)
    pieces = _reader(chosen, path, options, own)(path, own)
    for piece in in_rows(without_padding(pieces, options), options, str(path)):
        yield replace(piece, path=path, format=chosen.name, findings=said + piece.findings)
        said = ()
    after = check_path(path)
    if (before.st_ino, before.st_size, before.st_mtime_ns) != (
        after.st_ino,
        after.st_size,
        after.st_mtime_ns,
    ):
        raise ContentError(
            "source-changed",
            say("The file was changed while it was read."),
            where=str(path),
            remedy=say("Open it again when nothing writes to it."),
        )


def _mislabelled(path: Path, chosen: Format) -> tuple[Finding, ...]:
    suffix = path.suffix.lower()
    known = {one for other in FORMATS for one in other.suffixes}
    if suffix not in known or suffix in chosen.suffixes or (suffix in TEXT.suffixes and chosen in (CSV, TSV)):
        return ()
    message = say(
        "The file is named {suffix} but holds {name}; it is read as {name}.", suffix=suffix, name=chosen.name
    )
    return (
        Finding(
            "warning",
            "mislabelled",
            message,
            remedy=say("Rename it to {suffixes}.", suffixes=chosen.suffixes[0]),
        ),
    )


def _refuse_pickle(head: bytes, path: Path) -> None:
    binary = head[:1] == b"\x80" and head[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05")
    if binary:
        raise UnsafeError(
            "pickle",
            say("This is a pickle: opening it could run any code, so PadViewer does not."),
            where=str(path),
            remedy=say("If you trust it, load it in Python and save it as Parquet or NPZ."),
        )


def _names() -> str:
    return ", ".join(one.name for one in FORMATS)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).rstrip(".")
