"""Text that is nearly JSON: lists and dicts as Python prints them, and documents one behind the other."""

from __future__ import annotations

import json
import re

WORDS = {"None": "null", "True": "true", "False": "false", "nan": "NaN", "NaN": "NaN", "inf": "Infinity"}
WORDS |= {"null": "null", "true": "true", "false": "false", "Infinity": "Infinity", "-inf": "-Infinity"}
TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<text>[bBuU]?(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"))"""
    r"""|(?P<call>(?:(?:np|numpy)\.)?(?:array|[a-z]+(?:8|16|32|64)|bool_|str_|set)\()"""
    r"""|(?P<dtype>,\s*dtype=[\w.'"<>=|]+)|(?P<number>[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"""
    r"""|(?P<word>-?[A-Za-z]+)|(?P<mark>[\[\](){},:])""",
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U000[0-9a-fA-F]{5}|[0-7]{1,3}|.)", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "\n": ""}
PARTS = re.compile(rb""""(?:[^"\\]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\[\]{}]|[^\s,\[\]{}"']""", re.DOTALL)
NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")


def as_json(text: str) -> str | None:
    """Return a Python literal as JSON; None where it is none, or one that JSON cannot hold.

    Nothing is evaluated: the text is read word by word. Tuples and sets become lists, numpy's
    ``np.float64(1.5)`` and ``array([1, 2])`` what stands in them.
    """
    out: list[str] = []
    ends: list[tuple[str, str, int]] = []  # what closes a bracket, what that is in JSON, where it opened
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None:
            return None
        at = found.end()
        kind, word = found.lastgroup, found[0]
        if out and not ends and kind != "space":  # something behind the end
            return None
        if kind == "text":
            out.append(json.dumps(_unescaped(word), ensure_ascii=False))
        elif kind == "number":
            number = _number(word)
            if number is None:
                return None
            out.append(number)
        elif kind == "word":
            if word not in WORDS:
                return None
            out.append(WORDS[word])
        elif kind == "call":
            ends.append((")", "", len(out)))
        elif kind == "mark" and not _mark(word, text, at, out, ends):
            return None
    return "".join(out) if not ends and out else None


def several(document: bytes) -> list[tuple[int, int, int]]:
    """Return start, end and line of each list or object that stands one behind the other.

    Commas between them are allowed; empty where anything else stands outside of them, or one is not closed.
    """
    parts: list[tuple[int, int, int]] = []
    depth = start = counted = 0
    line = 1
    for found in PARTS.finditer(document):
        mark = found[0]
        if mark in (b"[", b"{"):
            if depth == 0:
                start = found.start()
            depth += 1
        elif mark in (b"]", b"}"):
            depth -= 1
            if depth < 0:
                return []
            if depth == 0:
                line += document.count(b"\n", counted, start)
                counted = start
                parts.append((start, found.end(), line))
        elif depth == 0:
            return []
    return parts if depth == 0 else []


def _mark(word: str, text: str, at: int, out: list[str], ends: list[tuple[str, str, int]]) -> bool:
    """Write a bracket, comma or colon; return whether it may stand there."""
    if word in "[(":
        out.append("[")
        ends.append(("]" if word == "[" else ")", "]", len(out)))
    elif word == "{":
        is_set = _is_set(text, at)
        out.append("[" if is_set else "{")
        ends.append(("}", "]" if is_set else "}", len(out)))
    elif word in "])}":
        if not ends or ends[-1][0] != word:
            return False
        if out and out[-1] == ",":  # (1,) and [1, 2,]
            out.pop()
        _, closing, opened = ends.pop()
        out.append("[]" if not closing and len(out) == opened else closing)  # set() is empty
    else:
        out.append(word)
    return True


def _is_set(text: str, at: int) -> bool:
    """Whether the brace before `at` opens a set: a comma or its end follows the first value, no colon."""
    found = TOKEN.match(text, at)
    while found is not None and found.lastgroup == "space":
        found = TOKEN.match(text, found.end())
    if found is None or found.lastgroup == "mark":
        return found is not None and found[0] != "}"
    found = TOKEN.match(text, found.end())
    while found is not None and found.lastgroup == "space":
        found = TOKEN.match(text, found.end())
    return found is not None and found[0] != ":"


def _number(word: str) -> str | None:
    """Return a number as JSON writes it: 1_000, 1. and .5 are Python's, 007 is nobody's."""
    plain = word.replace("_", "").removeprefix("+")
    plain = re.sub(r"^(-?)\.", r"\g<1>0.", plain)
    plain = re.sub(r"\.(?=$|[eE])", ".0", plain)
    return plain if NUMBER.fullmatch(plain) else None


def _unescaped(word: str) -> str:
    body = word.lstrip("bBuU")[1:-1]
    return ESCAPE.sub(lambda found: _letter(found[1]), body) if "\\" in body else body


def _letter(code: str) -> str:
    if code[0] in "xuU" and len(code) > 1:
        number = int(code[1:], 16)
        return "\ufffd" if 0xD800 <= number < 0xE000 or number > 0x10FFFF else chr(number)
    if code[0] in "01234567":
        return chr(int(code, 8))
    return ESCAPES.get(code, code if code in "'\"\\" else f"\\{code}")
