"""Encoding transforms: texts to tokens, tokens to ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal, Self, get_args

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices.transform import Ready
from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.sentence import say

By = Literal["words", "characters"]
Order = Literal["appearance", "frequency"]

# The characters at which str.split() splits, as UTF-8: one byte, then two, then three.
SPACE_BYTES = np.zeros(256, bool)
SPACE_BYTES[[9, 10, 11, 12, 13, 28, 29, 30, 31, 32]] = True
SPACE_PAIRS = ("\x85", "\xa0")
SPACE_TRIPLES = (
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


@dataclass(frozen=True)
class Tokenise(Ready):
    """Cut texts into tokens.

    Parameters
    ----------
    by : {"words", "characters"}
        Words as ``str.split()`` cuts them at white space, or code points.

    Raises
    ------
    ChoiceError
        Another word for `by`.
    """

    by: By = "words"
    name: ClassVar[str] = "tokenise"

    def __post_init__(self) -> None:
        if self.by not in get_args(By):
            raise ChoiceError(
                "tokens", say("Texts are cut into words or characters, not “{by}”.", by=self.by)
            )

    def fit(self, column: Ragged) -> Self:
        """Return itself, or raise ContentError where the column holds no texts."""
        if not column.is_text:
            raise ContentError(
                "not-text",
                say(
                    "Only a column of texts is cut into {by}; this one holds {kind} values.",
                    by=self.by,
                    kind=column.kind,
                ),
            )
        return self

    def transform(self, rows: Ragged) -> Ragged:
        """Return the tokens: texts with one ragged axis; a missing text is an empty row."""
        self.fit(rows)
        rows = rows.compact()
        raw, sizes = rows.flat, rows.sizes
        if rows.missing is not None and rows.missing.any():  # bytes may stand behind a missing text
            raw = raw[~np.repeat(rows.missing, sizes)]
            sizes = np.where(rows.missing, 0, sizes)
        row_starts = offsets_from_lengths(sizes)[:-1]
        starts, ends = (word_spans if self.by == "words" else character_spans)(raw, row_starts)
        keep = np.zeros(len(raw), bool)
        if self.by == "words":
            inside = np.zeros(len(raw) + 1, np.int8)
            inside[starts] += 1
            np.subtract.at(inside, ends, 1)
            keep = np.cumsum(inside[:-1], dtype=np.int8).astype(bool)
            raw = raw[keep]
        tokens = Ragged(raw, offsets_from_lengths(ends - starts), True)
        counts = np.searchsorted(starts, np.append(row_starts, len(keep)))
        return Ragged(tokens, counts.astype(np.int64))

    def findings(self, rows: Ragged, _: Ragged) -> tuple[Finding, ...]:
        """Say how many texts are missing."""
        missing = rows.missing
        if missing is None or not missing.any():
            return ()
        at = np.flatnonzero(missing)
        rows_named = tuple(at[:MOST_ROWS].tolist())
        message = say("Missing texts: {count}. Each becomes an empty row.", count=COUNT)
        return (Finding("warning", "null-rows", message, len(at), rows_named),)

    def to_table(self) -> dict[str, Any]:
        """Return the TOML table."""
        return {"kind": self.name, "by": self.by}


def word_spans(raw: NDArray[np.uint8], row_starts: Int64) -> tuple[Int64, Int64]:
    """Return where words start and end in UTF-8 `raw` [bytes]: int64 [words] each.

    A row start ends a word as white space does.

    The words of each row are those of ``str.split()``.
    """
    space = SPACE_BYTES[raw]
    for character in SPACE_PAIRS + tuple(SPACE_TRIPLES):
        code = character.encode()
        at = np.flatnonzero(raw[: max(len(raw) - len(code) + 1, 0)] == code[0])
        for k in range(1, len(code)):
            at = at[raw[at + k] == code[k]]
        for k in range(len(code)):
            space[at + k] = True
    word = ~space
    new_row = np.zeros(len(raw) + 1, bool)
    new_row[row_starts] = True
    new_row[len(raw)] = True
    before = np.concatenate([[False], word[:-1]]) if len(raw) else word
    after = np.concatenate([word[1:], [False]]) if len(raw) else word
    starts = np.flatnonzero(word & (~before | new_row[:-1]))
    ends = np.flatnonzero(word & (~after | new_row[1:])) + 1
    return starts.astype(np.int64), ends.astype(np.int64)


def character_spans(raw: NDArray[np.uint8], row_starts: Int64) -> tuple[Int64, Int64]:
    """Return where code points start and end in UTF-8 `raw` [bytes]: int64 [code points] each."""
    first = (raw & 0xC0) != 0x80
    first[row_starts[row_starts < len(raw)]] = True
    starts = np.flatnonzero(first).astype(np.int64)
    return starts, np.append(starts[1:], len(raw)).astype(np.int64)[: len(starts)]


@dataclass(frozen=True)
class Vocabulary:
    """Give each different token an id from 1; 0 stays free for padding.

    Parameters
    ----------
    order : {"appearance", "frequency"}
        Ids by first appearance in the column, or the most frequent first (ties by first appearance).
    words : tuple of str, or None
        The vocabulary: ``words[i]`` has id ``i + 1``. None until fitted. A token that is not in it gets the
        one id behind the last, ``len(words) + 1``, with a finding.

    Raises
    ------
    ChoiceError
        Another order; a word twice; a word that is no text.
    """

    order: Order = "appearance"
    words: tuple[str, ...] | None = None
    name: ClassVar[str] = "vocabulary"

    def __post_init__(self) -> None:
        if self.order not in get_args(Order):
            raise ChoiceError(
                "ids", say("Ids go by appearance or frequency, not “{order}”.", order=self.order)
            )
        if self.words is not None and not all(isinstance(word, str) for word in self.words):
            raise ChoiceError("vocabulary", say("A word of the vocabulary is no text."))
        if self.words is not None and len(set(self.words)) != len(self.words):
            raise ChoiceError("vocabulary", say("A word stands in the vocabulary twice."))

    @property
    def fitted(self) -> bool:
        """Whether the words are known."""
        return self.words is not None

    def fit(self, column: Ragged) -> Vocabulary:
        """Return the vocabulary of this column; raises ContentError where it holds numbers."""
        return self.fit_pieces((column,))

    def fit_pieces(self, pieces: Iterable[Ragged]) -> Vocabulary:
        """Return the vocabulary of the column that `pieces` make together, one piece in memory at a time."""
        if self.words is not None:
            return self
        counts: dict[str, int] = {}
        for piece in pieces:
            codes, words = _coded(piece)
            times = np.bincount(codes[codes >= 0], minlength=len(words)).tolist()
            for word, more in zip(words, times, strict=True):
                counts[word] = counts.get(word, 0) + more
        found = sorted(counts, key=lambda word: -counts[word]) if self.order == "frequency" else counts
        return replace(self, words=tuple(found))

    def chosen(self) -> Vocabulary:
        """Return the choice without the words that were fitted."""
        return replace(self, words=None)

    def transform(self, rows: Ragged) -> Ragged:
        """Return the ids, int32, with the same ragged axes; a missing token stays missing.

        Raises
        ------
        ContentError
            It was not fitted.
        """
        if self.words is None:
            raise ContentError(
                "not-fitted", say("The vocabulary has no words yet."), remedy=say("Call fit() first.")
            )
        codes, words = _coded(rows)
        index = {word: at + 1 for at, word in enumerate(self.words)}
        unknown = len(self.words) + 1
        table = np.array([index.get(word, unknown) for word in words] or [0], np.int32)
        missing = codes < 0
        ids = np.where(missing, np.int32(0), table[np.maximum(codes, 0)])
        return _with_leaf(rows.compact(), ids, missing if missing.any() else None)

    def findings(self, _: Ragged, changed: Ragged) -> tuple[Finding, ...]:
        """Say how many tokens are not in the vocabulary."""
        if self.words is None:
            return ()
        unknown = len(self.words) + 1
        count = int(np.count_nonzero(changed.dense_leaf().flat == unknown))
        if not count:
            return ()
        message = say(
            "Tokens that are not in the vocabulary: {count}. Each gets id {unknown}.",
            unknown=str(unknown),
            count=COUNT,
        )
        return (
            Finding("warning", "unknown-tokens", message, count, remedy=say("Fit the vocabulary again.")),
        )

    def to_table(self) -> dict[str, Any]:
        """Return the TOML table, without the words: they travel beside it."""
        return {"kind": self.name, "order": self.order}


def _coded(column: Ragged) -> tuple[Int64, list[str]]:
    """Return a code per token, by first appearance (-1 where missing), and the tokens."""
    leaf = column.dense_leaf()
    if leaf.dictionary is not None:
        return _compacted(leaf)
    if not leaf.text:
        raise ContentError(
            "not-tokens",
            say("A vocabulary is made of texts; this column holds {kind} values.", kind=leaf.kind),
            remedy=say("Leave the encoding out: these can be padded as they are."),
        )
    import pyarrow as pa

    buffers = [None, *(pa.py_buffer(np.ascontiguousarray(part)) for part in (leaf.offsets, leaf.flat))]
    if leaf.missing is not None and leaf.missing.any():
        buffers[0] = pa.py_buffer(np.packbits(~leaf.missing, bitorder="little"))
    tokens = pa.Array.from_buffers(pa.large_binary(), len(leaf), buffers)
    encoded = tokens.dictionary_encode()
    # by its buffer: to_numpy and fill_null import pandas where it is installed, in the window for seconds
    indices = encoded.indices
    codes = np.frombuffer(indices.buffers()[1], np.int32, len(indices), 4 * indices.offset).astype(np.int64)
    if leaf.missing is not None:
        codes[leaf.missing] = -1
    return codes, [word.decode("utf-8", "surrogateescape") for word in encoded.dictionary.to_pylist()]


def _compacted(leaf: Ragged) -> tuple[Int64, list[str]]:
    """Renumber a category's codes by first appearance in these rows."""
    names = leaf.dictionary or ()
    codes = leaf.flat.astype(np.int64)
    if leaf.missing is not None:
        codes[leaf.missing] = -1
    seen, first = np.unique(codes[codes >= 0], return_index=True)
    seen = seen[np.argsort(first, kind="stable")]
    table = np.full(len(names) + 1, -1, np.int64)
    table[seen] = np.arange(len(seen))
    return table[codes], [names[at] for at in seen.tolist()]


def _with_leaf(rows: Ragged, ids: NDArray[np.int32], missing: NDArray[np.bool_] | None) -> Ragged:
    """Return compact `rows` with the texts replaced by `ids`, the ragged axes kept."""
    if rows.is_text or rows.row_offsets is None:
        return Ragged(ids, missing=missing)
    inner = rows.nested
    if inner is None or inner.is_text:
        return Ragged(ids, rows.offsets, missing=missing)
    return Ragged(_with_leaf(inner, ids, missing), rows.offsets)
