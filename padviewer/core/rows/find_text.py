"""Words among UTF-8 bytes: where a text stands, with case or without, as whole words or anywhere."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64

_LOOK_ALIKES = {"s": "\u017f".encode(), "k": "\u212a".encode()}
"""Characters beyond ASCII that fold to an ASCII letter: the long s and the sign of kelvin."""
_WORD = np.array([chr(byte).isalnum() or byte == ord("_") for byte in range(128)])


@cache
def _expanding() -> re.Pattern[str]:
    """Return the pattern of the characters that `str.casefold` makes into several."""
    found = [chr(code) for code in range(0x80, 0x10000) if len(chr(code).casefold()) > 1]
    return re.compile(f"([{''.join(found)}])")


def fold(text: str) -> str:
    """Return a text without case, character by character, so that every place stays where it is.

    A character becomes what `str.casefold` makes of it where that is one character, else what `str.lower`
    does where that is one, else itself: “Ä” is “ä”, “Σ” and “ς” are “σ”, “ẞ” is “ß” and not “ss”. This is
    Unicode's simple case folding.
    """
    folded = text.casefold()
    if len(folded) != len(text):  # “ß” is by far the most frequent of those that become several
        folded = "ß".join([part.casefold() for part in text.split("ß")])
    if len(folded) == len(text):
        return folded
    parts = _expanding().split(text)
    parts[::2] = [part.casefold() for part in parts[::2]]
    parts[1::2] = [part.lower() if len(part.lower()) == 1 else part for part in parts[1::2]]
    return "".join(parts)


class Needle:
    """A text that is looked for.

    Parameters
    ----------
    text : str
    match_case : bool
    """

    def __init__(self, text: str, *, match_case: bool) -> None:
        self.code = text.encode("utf-8", "surrogatepass")
        self.match_case = match_case
        self._folded = fold(self.code.decode("utf-8", "surrogateescape"))
        self.most_bytes = 4 * len(self._folded)
        beyond = next((one for one in self._folded if one > "\x7f" and not "\ud800" <= one < "\ue000"), "")
        self._needed = () if match_case else _codes_of(beyond)

    def spans(self, raw: bytes) -> tuple[Int64, Int64]:
        """Return where it begins and ends in UTF-8 bytes, ascending, int64 [hits] each; hits may overlap.

        Bytes that are no UTF-8 are found as they are.
        """
        if self.match_case:
            starts = _all_bytes(raw, self.code)
            return starts, starts + len(self.code)
        if self._folded.isascii() and not self._has_look_alike(raw):
            starts = _all_bytes(raw.lower(), self._folded.encode())
            return starts, starts + len(self._folded)
        if self._needed and not any(code in raw for code in self._needed):
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        text = raw.decode("utf-8", "surrogateescape")
        at = _all_places(fold(text), self._folded)
        if not len(at):
            return at, at
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        takes = 1 + (codes >= 0x80).astype(np.int64) + (codes >= 0x800) + (codes >= 0x10000)
        takes[(codes >= 0xDC80) & (codes <= 0xDCFF)] = 1  # a byte that is no UTF-8
        places = np.zeros(len(codes) + 1, np.int64)
        np.cumsum(takes, out=places[1:])
        return places[at], places[at + len(self._folded)]

    def _has_look_alike(self, raw: bytes) -> bool:
        if raw.isascii():
            return False
        return any(letter in self._folded and code in raw for letter, code in _LOOK_ALIKES.items())


@cache
def _codes_of(letter: str) -> tuple[bytes, ...]:
    """Return the UTF-8 bytes of every character that folds to a letter; nothing for none."""
    if not letter:
        return ()
    alike = [chr(code) for code in range(0x80, 0x20000) if fold(chr(code)) == letter]
    return tuple(one.encode("utf-8", "surrogatepass") for one in alike)


def _all_bytes(hay: bytes, code: bytes) -> Int64:
    """Return every place of `code`, overlapping ones too."""
    if len(code) == 1:
        return np.flatnonzero(np.frombuffer(hay, np.uint8) == code[0]).astype(np.int64, copy=False)
    return _every(hay.find, code)


def _all_places(hay: str, text: str) -> Int64:
    return _every(hay.find, text)


def _every(find: Any, wanted: bytes | str) -> Int64:
    found = []
    at = find(wanted)
    while at >= 0:
        found.append(at)
        at = find(wanted, at + 1)
    return np.array(found, dtype=np.int64)


def is_alone(
    flat: NDArray[np.uint8], starts: Int64, ends: Int64, first: Int64, last: Int64
) -> NDArray[np.bool_]:
    """Return which hits have no word character beside them: bool [m].

    Parameters
    ----------
    flat : uint8
        UTF-8 bytes.
    starts, ends : int64 [m]
        The hits in bytes.
    first, last : int64 [m]
        Where the text of each hit begins and ends.
    """
    alone = np.ones(len(starts), bool)
    before = np.flatnonzero(starts > first)
    alone[before] = ~_is_word(flat, starts[before] - 1, first[before], starts[before], at_end=True)
    after = np.flatnonzero(ends < last)
    alone[after] &= ~_is_word(flat, ends[after], ends[after], last[after], at_end=False)
    return alone


def _is_word(
    flat: NDArray[np.uint8], at: Int64, first: Int64, last: Int64, *, at_end: bool
) -> NDArray[np.bool_]:
    """Return whether the character that ends (or begins) at byte `at`, within first to last, is of a word."""
    byte = flat[at]
    found = _WORD[np.minimum(byte, 127)]
    for hit in np.flatnonzero(byte >= 128).tolist():
        low, high = int(first[hit]), int(last[hit])
        low, high = (max(low, high - 4), high) if at_end else (low, min(high, low + 4))
        character = flat[low:high].tobytes().decode("utf-8", "replace")[-1 if at_end else 0]
        found[hit] = character.isalnum()
    return found
