"""What a workbook says of its own sizes, checked before a library believes it.

A workbook is a zip archive of XML. The library that reads it makes a table that is as large as the farthest
cell says, so that a few bytes may ask for any amount of memory; and XML may define entities of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.readers.limits import check_members, check_memory, check_ratio
from padviewer.core.sentence import say

if TYPE_CHECKING:
    import zipfile

CELL_BYTES = 64
CHUNK = 1 << 20
CELL = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']\s*([A-Za-z]+)(\d+)""")
ODS_ROW = re.compile(rb"<table:(table-row|(?:covered-)?table-cell|table)\b([^<>]*)>")
REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["']\s*(\d+)""")
FORMULA = re.compile(rb"<c\b([^<>]*)>\s*<f\b[^<>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
ERROR = re.compile(rb"""<c\s[^<>]*?\bt\s*=\s*["']e["']""")
SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^<>]*)>")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^<>]*)>")
ATTRIBUTE = r"""\b{name}\s*=\s*["']([^"']*)["']"""
FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
EXCEL_PART, ODS_PART = "xl/workbook.", "content.xml"


@dataclass
class Untold:
    """Cells of a sheet in which something stands, and no value: formulas never worked out, and errors."""

    formulas: int = 0
    errors: int = 0


def member_names(path: Path) -> set[str]:
    """Return the names in a zip archive; none where it is no such archive."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            return set(archive.namelist())
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return set()


def check_archive(path: Path) -> dict[str, Untold]:
    """Check the sizes and the XML of a workbook that is a zip archive.

    Returns
    -------
    mapping of str to Untold
        By sheet, for Excel's.

    Raises
    ------
    UnsafeError
        Too many members, what unpacks to too much, entities, cells so far out that the table would not fit.
    ContentError
        It is encrypted.
    """
    import zipfile

    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        check_members(len(members), str(path))
        check_memory(sum(one.file_size for one in members), str(path))
        parts: dict[str, Untold] = {}
        for member in members:
            where = f"{path}, {member.filename}"
            if member.flag_bits & 1:
                raise ContentError(
                    "encrypted",
                    say("The workbook is encrypted."),
                    where=where,
                    remedy=say("Decrypt the file first."),
                )
            check_ratio(member.file_size, member.compress_size, where)
            name = member.filename.lower()
            if name.endswith((".xml", ".rels")):
                parts[member.filename] = _check_xml(_chunks(archive, member), name, where)
        return {sheet: parts[part] for sheet, part in _parts_of_sheets(archive).items() if part in parts}


def _parts_of_sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of each sheet of an Excel workbook; none where it does not say so plainly."""
    try:
        book, relations = archive.read("xl/workbook.xml"), archive.read("xl/_rels/workbook.xml.rels")
    except KeyError:
        return {}
    targets = {_said(one, "Id"): _said(one, "Target") for one in RELATION.findall(relations)}
    named = {_said(one, "name"): targets.get(_said(one, r"\w+:id"), "") for one in SHEET.findall(book)}
    return {name: f"xl/{part}" if part[:1] != "/" else part[1:] for name, part in named.items()}


def _said(attributes: bytes, name: str) -> str:
    found = re.search(ATTRIBUTE.format(name=name), attributes.decode("utf-8", "replace"))
    return unescape(found[1]) if found else ""


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a member's text, never cut inside a tag, nor inside a cell where it has cells."""
    held = b""
    with archive.open(member) as file:
        while block := file.read(CHUNK):
            held += block
            cut = max(held.rfind(b"<c "), 0) or held.rfind(b"<")
            if cut > 0:
                yield held[:cut]
                held = held[cut:]
            elif len(held) > 4 * CHUNK:  # one tag, or what stands behind it
                if held[:1] == b"<" and b">" not in held:
                    raise UnsafeError(
                        "xml-tag",
                        say("Its XML has a tag of more than {size} MiB.", size=str(4 * CHUNK >> 20)),
                        where=member.filename,
                        remedy=say("Save the workbook again with the program that it comes from."),
                    )
                yield held
                held = b""
    yield held


def _check_xml(chunks: Iterator[bytes], name: str, where: str) -> Untold:
    sheet = "worksheets/" in name
    spreadsheet = _Spread() if name.endswith(ODS_PART) else None
    rows = columns = 0
    untold = Untold()
    for chunk in chunks:
        plain = chunk.replace(b"\0", b"")  # of two bytes a letter, too
        if any(one in plain for one in FORBIDDEN):
            raise UnsafeError(
                "xml-entities",
                say("Its XML declares a document type or entities, which no spreadsheet needs."),
                where=where,
                remedy=say("Save the workbook again with the program that it comes from."),
            )
        if sheet:
            for letters, number in CELL.findall(chunk):
                rows = max(rows, int(number))
                columns = max(columns, _column(letters))
            untold.errors += len(ERROR.findall(chunk))
            untold.formulas += sum(b't="str"' not in said for said in FORMULA.findall(chunk))
        elif spreadsheet is not None:
            spreadsheet.add(chunk)
            rows, columns = spreadsheet.rows, spreadsheet.columns
        check_memory(rows * columns * CELL_BYTES, where)
    return untold


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - 64
    return number


class _Spread:
    """How far the cells of an OpenDocument sheet reach: rows and cells are written once and counted."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._times = self._pending = self._here = self._last = 0

    def add(self, chunk: bytes) -> None:
        for what, said in ODS_ROW.findall(chunk):
            found = REPEATED.search(said)
            times = int(found[1]) if found else 1
            if what == b"table":
                self._end()
                self._pending = self._times = 0
            elif what == b"table-row":
                self._end()
                self._times = times
            else:
                self._here += times
                if b"value" in said or b"formula" in said:
                    self._last = self._here
                    self._reach()

    def _reach(self) -> None:
        self.rows = max(self.rows, self._pending + self._times)
        self.columns = max(self.columns, self._last)

    def _end(self) -> None:
        self._pending += self._times
        self._here = self._last = 0
