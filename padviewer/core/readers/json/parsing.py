"""JSON documents as Python values: orjson's speed, with the limits and leniencies that it does not have."""

from __future__ import annotations

import json
import re
from typing import Any

from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.readers.json.python import as_json
from padviewer.core.readers.json.remarks import too_large
from padviewer.core.readers.lines import REPLACEMENT, decode, invalid_utf8
from padviewer.core.sentence import say, say_count

DEPTH = 64
DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
LONG_RUN = b"0" * 19  # 2**63 has 19 digits: orjson makes a float of an integer beyond its range
SURROGATE = re.compile("[\ud800-\udfff]")


class Parser:
    """Parses documents one by one, and counts what was not quite JSON.

    Parameters
    ----------
    python : bool
        Whether documents may be written as Python prints lists and dicts.
    """

    def __init__(self, python: bool = False) -> None:
        self.python = python
        self.replaced = 0
        self.constants = 0
        self.literals = 0

    def parse(self, document: bytes, where: str) -> Any:
        """Return the value of one document; `where` names it in errors.

        Raises
        ------
        ContentError
            The document is not JSON, or holds an integer beyond 64 bits.
        UnsafeError
            It is nested more than 64 levels deep.
        """
        import orjson

        try:
            value = orjson.loads(document)
        except orjson.JSONDecodeError as error:
            return self._lenient(document, error.msg, where)
        if document.count(b"[") + document.count(b"{") > DEPTH and _deeper(value, DEPTH):
            raise _too_deep(where)
        if LONG_RUN in document.translate(DIGITS):
            return self._lenient(document, "", where)
        return value

    def _lenient(self, document: bytes, reason: str, where: str) -> Any:
        """Parse as Python does: NaN and Infinity, bytes that are not UTF-8, every digit of an integer."""

        def constant(word: str) -> float:
            self.constants += 1
            return float(word)

        def integer(digits: str) -> int:
            if len(digits) > 20 or not -(2**63) <= int(digits) < 2**64:
                raise too_large(digits, where)
            return int(digits)

        text, replaced = decode(document)
        self.replaced += replaced
        try:
            value = json.loads(text, parse_int=integer, parse_constant=constant)
        except RecursionError:
            raise _too_deep(where) from None
        except ValueError as error:
            written = as_json(text) if self.python else None
            if written is not None:
                self.literals += 1
                return Parser().parse(written.encode(), where)
            said = (reason or str(error)).split(": line ")[0]
            raise ContentError(
                "bad-json",
                say("This is not JSON: {said}.", said=said),
                where=where,
                remedy=say("Repair it, or check whether the file was cut off."),
            ) from None
        if _deeper(value, DEPTH):
            raise _too_deep(where)
        return self._without_surrogates(value) if "\\ud" in text.lower() else value

    def _without_surrogates(self, value: Any) -> Any:
        if isinstance(value, str):
            clean, count = SURROGATE.subn(REPLACEMENT, value)
            self.replaced += count
            return clean
        if isinstance(value, list):
            return [self._without_surrogates(item) for item in value]
        if isinstance(value, dict):
            clean_one = self._without_surrogates
            return {clean_one(key): clean_one(one) for key, one in value.items()}
        return value


def _deeper(value: Any, limit: int) -> bool:
    """Whether lists and objects are nested more than `limit` levels."""
    level = [value]
    for _ in range(limit):
        inside: list[Any] = []
        for one in level:
            if type(one) is list:
                inside += [item for item in one if type(item) in (list, dict)]
            elif type(one) is dict:
                inside += [item for item in one.values() if type(item) in (list, dict)]
        level = inside
        if not level:
            return False
    return True


def _too_deep(where: str) -> UnsafeError:
    what = say("Lists and objects are nested more than {depth} levels deep.", depth=str(DEPTH))
    return UnsafeError("too-deep", what, where=where, remedy=say("Flatten them."))


def reports(parser: Parser, constant_rows: list[int], replaced_rows: list[int]) -> list[Finding]:
    """Return the findings on what the parser met that is not quite JSON, and in which rows."""
    said = []
    if parser.constants:
        said.append(
            Finding(
                "info",
                "nan-literals",
                say_count(
                    "{count} value is written NaN or Infinity, which JSON does not have; it is read so.",
                    "{count} values are written NaN or Infinity, which JSON does not have; they are read so.",
                    COUNT,
                ),
                parser.constants,
                tuple(constant_rows[:MOST_ROWS]),
            )
        )
    if parser.literals:
        message = say_count(
            "{count} document is written as Python prints it, not as JSON; it is read so.",
            "{count} documents are written as Python prints them, not as JSON; they are read so.",
            COUNT,
        )
        said.append(
            Finding(
                "info", "python-literals", message, parser.literals,
                remedy=say("Write them with json.dumps."),
            )
        )  # fmt: skip
    if parser.replaced:
        said.append(invalid_utf8(parser.replaced, replaced_rows))
    return said
