"""Fuzzy matching: which of many short texts a few typed letters mean, best first."""

from __future__ import annotations

import heapq
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WHOLE, _HEAD, _INSIDE, _INITIALS, _SCATTERED = 120.0, 100.0, 60.0, 50.0, 20.0
_FIRST_WORD = 10.0
_HINT = 0.3
_SPREAD = 3  # letters that stand apart count as found within this many times their number, and 4 more


@dataclass(frozen=True)
class Match:
    """How well a text fits.

    Parameters
    ----------
    score : float
        Higher is better; comparable between texts for one query.
    places : tuple of int
        The characters of the text that were typed, ascending.
    """

    score: float
    places: tuple[int, ...]


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return a text without case and accents, one character for each of its own.

    >>> folded("Längen")
    'langen'
    """
    if text.isascii():
        return text.lower()
    return "".join((unicodedata.normalize("NFKD", one)[:1].lower() or one)[:1] for one in text)


@lru_cache(maxsize=8192)
def _heads(text: str) -> tuple[int, ...]:
    """Return where words of a folded text begin."""
    return tuple(
        at for at, one in enumerate(text) if one.isalnum() and (at == 0 or not text[at - 1].isalnum())
    )


def match(query: str, text: str) -> Match | None:
    """Return how a query fits a text; None where it does not.

    Every word of the query must be in the text, in any order: whole, at the beginning of a word, inside one,
    as the initials of words, or as letters in this order that stand close together.

    Parameters
    ----------
    query : str
        What was typed; case and accents do not count. Empty fits everything equally.
    text : str
    """
    return _match(tuple(folded(query).split()), text)


def _match(terms: Sequence[str], text: str) -> Match | None:
    whole = folded(text)
    score, places = 0.0, set[int]()
    for term in terms:
        found = _find(term, whole)
        if found is None:
            return None
        score += found.score
        places.update(found.places)
    shortness = 5.0 / (1 + len(whole)) if terms else 0.0
    return Match(score + shortness, tuple(sorted(places)))


def _find(term: str, whole: str) -> Match | None:
    """Return the best place of one word of the query."""
    heads = _heads(whole)
    inside = whole.find(term)
    if inside >= 0:
        at = next((head for head in heads if whole.startswith(term, head)), -1)
        if at < 0:
            return Match(_INSIDE, tuple(range(inside, inside + len(term))))
        end = at + len(term)
        ends_a_word = end == len(whole) or not whole[end].isalnum()
        first = _FIRST_WORD if heads and at == heads[0] else 0.0
        return Match((_WHOLE if ends_a_word else _HEAD) + first, tuple(range(at, end)))
    initials = _in_order(term, whole, heads)
    if initials is not None:
        return Match(_INITIALS, initials)
    scattered = _tightened(term, whole, _in_order(term, whole, range(len(whole))))
    if scattered is None or scattered[-1] - scattered[0] > _SPREAD * len(term) + 4:
        return None
    gaps = scattered[-1] - scattered[0] + 1 - len(term)
    return Match(_SCATTERED - gaps, scattered)


def _in_order(term: str, whole: str, among: Sequence[int]) -> tuple[int, ...] | None:
    """Return the first places, among some of a text, where a word's letters stand in order."""
    places: list[int] = []
    left = iter(term)
    wanted = next(left)
    for at in among:
        if whole[at] == wanted:
            places.append(at)
            following = next(left, None)
            if following is None:
                return tuple(places)
            wanted = following
    return None


def _tightened(term: str, whole: str, places: tuple[int, ...] | None) -> tuple[int, ...] | None:
    """Return the latest places that end where the given ones do: they stand closest together."""
    if places is None:
        return None
    reversed_places = _in_order(term[::-1], whole, range(places[-1], -1, -1))
    return None if reversed_places is None else reversed_places[::-1]


def rank(
    query: str, texts: Sequence[tuple[str, str]], most: int | None = None
) -> list[tuple[int, tuple[int, ...]]]:
    """Return which texts a query means, best first; equal ones stay in their order.

    Parameters
    ----------
    query : str
    texts : sequence of (str, str)
        The words that are shown, and a hint: what is found in words and hint together counts less.
    most : int or None
        How many at most.

    Returns
    -------
    list of (int, tuple of int)
        The text's index, and the places in its words that were typed.
    """
    terms = tuple(folded(query).split())
    if not terms:
        nowhere: tuple[int, ...] = ()
        return [(at, nowhere) for at in range(len(texts))][:most]
    found: list[tuple[float, int, tuple[int, ...]]] = []
    for at, (words, hint) in enumerate(texts):
        hit = _match(terms, words)
        if hit is not None:
            found.append((-hit.score, at, hit.places))
        elif hint:
            hit = _match(terms, f"{words} {hint}")
            if hit is not None:
                shown = tuple(place for place in hit.places if place < len(words))
                found.append((-hit.score * _HINT, at, shown))
    best = heapq.nsmallest(len(found) if most is None else most, found)
    return [(at, places) for _, at, places in best]
