"""Lists as Python, numpy and PyTorch print them: parsed by a grammar of their own, never evaluated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from padviewer.core.readers.cells.notations import DIGITS
from padviewer.core.readers.cells.values import MISSING_WORDS, infer_kind

DEPTH = 64
MODULES = r"(?:(?:np|numpy|jnp|jax\.numpy|torch|tf|pd|pandas|collections|decimal)\.)?"
LISTS = re.compile(MODULES + r"(?:array|asarray|tensor|Tensor|Array|deque|frozenset|set|list|tuple|Index)")
SCALARS = re.compile(
    MODULES + r"(?:float(?:16|32|64|128)?|longdouble|u?int(?:8|16|32|64)?|bool_?|str_?|Decimal|item)"
)
CLOSING = {"[": "]", "(": ")", "{": "}"}
TOKEN = re.compile(
    r"""\s*(?:(?P<string>[rbuRBU]?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))"""
    r"""|(?P<mark>[\[\](){},=])|(?P<word>[^\s,'"\[\](){}=]+))""",
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U000[0-9a-fA-F]{5}|.)", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
CONSTANTS: dict[str, Any] = {
    **dict.fromkeys(("true", "True", "np.True_", "numpy.True_"), True),
    **dict.fromkeys(("false", "False", "np.False_", "numpy.False_"), False),
    **{word: float("nan") for word in ("nan", "NaN", "NAN", "np.nan", "numpy.nan", "-nan")},
    **{word: float("inf") for word in ("np.inf", "numpy.inf")},
    **{word: -float("inf") for word in ("-np.inf", "-numpy.inf")},
    **dict.fromkeys(("None", "null", "NaT", "<NA>", "pd.NA", "pd.NaT")),
}
ELLIPSES = ("...", "…", "Ellipsis")


class _NoLiteral(Exception):  # noqa: N818 - a signal within this file
    """The text is no list of literals."""


@dataclass(frozen=True)
class Literal:
    """A list that stood in a cell.

    Parameters
    ----------
    items : list
        Numbers, texts, booleans, None for what is missing, lists of them.
    gaps : int
        How many times ``...`` stood for values that were not printed; each is a None in the items.
    """

    items: list[Any]
    gaps: int = 0


def looks_like_list(cell: str) -> bool:
    """Whether the cell begins and ends as a list, a tuple, a set or a printed array does."""
    text = cell.strip()
    if len(text) < 2:
        return False
    if CLOSING.get(text[0]) == text[-1]:
        return True
    if text[-1] != ")":
        return False
    name, mark, _ = text.partition("(")
    return bool(mark) and LISTS.fullmatch(name) is not None


def parse_literal(cell: str, exact: bool = False) -> Literal | None:
    """Return the list in a cell; None where it holds none.

    `exact` keeps the text of every item.
    """
    try:
        reading = _Reading(cell, exact)
        value = reading.value(0)
        reading.end()
    except _NoLiteral:
        return None
    return Literal(value, reading.gaps) if isinstance(value, list) else None


class _Reading:
    """One cell while it is parsed."""

    def __init__(self, cell: str, exact: bool) -> None:
        self.exact = exact
        self.gaps = 0
        self.tokens: list[tuple[str, str]] = []
        at, end = 0, len(cell.rstrip())
        while at < end:
            found = TOKEN.match(cell, at)
            if found is None or found.lastgroup is None:
                raise _NoLiteral
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            at = found.end()
        self.at = 0

    def end(self) -> None:
        """Refuse what stands behind the value."""
        if self.at < len(self.tokens):
            raise _NoLiteral

    def value(self, depth: int) -> Any:
        kind, text = self._next()
        if depth > DEPTH:
            raise _NoLiteral
        if kind == "string":
            return _text(text)
        if kind == "word":
            return self._call(text, depth) if self._peek() == "(" else self._word(text)
        if text in CLOSING:
            return self._items(CLOSING[text], depth)
        raise _NoLiteral

    def _items(self, closing: str, depth: int) -> list[Any]:
        """Return the items up to the closing bracket: between commas, or, as numpy prints, white space."""
        items: list[Any] = []
        commas: bool | None = None
        begins: list[str] = []
        while self._peek() != closing:
            begins.append("gap" if self.tokens[self.at][1] in ELLIPSES else self.tokens[self.at][0])
            items.append(self.value(depth + 1))
            if closing == "}" and isinstance(items[-1], str) and ":" in items[-1]:
                raise _NoLiteral  # a dictionary
            comma = self._peek() == ","
            if comma:
                self._next()
            elif self._peek() == closing:
                break
            gap = bool(items) and items[-1] is GAP
            if commas is not None and comma != commas and not gap:
                raise _NoLiteral
            commas = comma if not gap or commas is None else commas
        self._next()
        if not commas and len({*begins} - {"gap"}) > 1:
            raise _NoLiteral  # 'a' + b[1] is no list
        self.gaps += sum(item is GAP for item in items)
        return [None if item is GAP else item for item in items]

    def _call(self, name: str, depth: int) -> Any:
        """Return what ``array([1, 2], dtype=…)`` or ``np.float64(1.5)`` holds; no other name is known."""
        self._next()
        if SCALARS.fullmatch(name):
            value = self.value(depth + 1)
            if isinstance(value, list):
                raise _NoLiteral
            self._expect(")")
            return value
        if not LISTS.fullmatch(name):
            raise _NoLiteral
        value = [] if self._peek() == ")" else self.value(depth + 1)
        if not isinstance(value, list):
            raise _NoLiteral
        while self._peek() == ",":  # dtype=float32, shape=(3,), maxlen=5
            self._next()
            if self._peek() == ")":
                break
            if self._next()[0] != "word":
                raise _NoLiteral
            self._expect("=")
            self.value(depth + 1)
        self._expect(")")
        return value

    def _word(self, word: str) -> Any:
        if word in ELLIPSES:
            return GAP
        if word in CONSTANTS and (CONSTANTS[word] is None or not self.exact):
            return CONSTANTS[word]
        if self.exact:
            return word
        kind = infer_kind([word])
        plain = word.replace("_", "") if re.fullmatch(r"[+-]?[0-9]+(?:_[0-9]+)+", word) else word
        if kind == "float":
            return float(word)
        if plain.isascii() and DIGITS.fullmatch(plain):
            return int(plain)
        return None if word in MISSING_WORDS else word

    def _peek(self) -> str:
        if self.at >= len(self.tokens):
            raise _NoLiteral
        kind, text = self.tokens[self.at]
        return text if kind == "mark" else ""

    def _next(self) -> tuple[str, str]:
        if self.at >= len(self.tokens):
            raise _NoLiteral
        self.at += 1
        return self.tokens[self.at - 1]

    def _expect(self, mark: str) -> None:
        if self._next() != ("mark", mark):
            raise _NoLiteral


GAP = object()  # stands for `...` until the list is whole


def _text(quoted: str) -> str:
    raw = quoted[:1] in ("r", "R")
    body = quoted[1:] if quoted[0] not in "'\"" else quoted
    return body[1:-1] if raw else ESCAPE.sub(unescaped, body[1:-1])


def unescaped(found: re.Match[str]) -> str:
    """Return the character that an escape in a Python text stands for."""
    code = found[1]
    if len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if not 0xD800 <= number < 0xE000 else "\ufffd"
    return ESCAPES.get(code, code)
