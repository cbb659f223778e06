"""CoNLL text: a token and its tags a line, sentences apart by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from padviewer.core import amounts
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.readers.base import ReadOptions
from padviewer.core.readers.lines import (
    REPLACEMENT,
    blocks,
    check_encoding,
    decode,
    invalid_utf8,
    lines_left_out,
)
from padviewer.core.sentence import say, say_count

SHAPE = "sentences"
BREAK = "-DOCSTART-"
UNIVERSAL = ("id", "form", "lemma", "upos", "xpos", "feats", "head", "deprel", "deps", "misc")
TAG = re.compile(r"O|[BIESLUMbieslum][-_]\S+|[A-Z][A-Z0-9$:]*|[^\w\s]+|_|\d{1,3}")
CHUNK_TAG = re.compile(r"O|[BIESLUM][-_]\S+")
SHARE = 0.9


def is_conll(text: str, whole: bool) -> bool:
    """Whether the first lines of a file are tokens with tags, in sentences.

    They are where all lines have as many fields, two at least, the last ones look like tags, and blank lines
    stand between some of them. `whole`: no line is cut off at the end.
    """
    lines = [line.rstrip("\r") for line in text.split("\n")]
    if not whole:
        lines.pop()
    while lines and not lines[-1].strip():
        lines.pop()
    filled = [line for line in lines if line.strip() and not _is_aside(line)]
    apart = any(not line.strip() for line in lines) or any(line.startswith(BREAK) for line in lines)
    if not apart or len(filled) < 2:
        return False
    rows = [_fields(line) for line in filled]
    width = len(rows[0])
    if width < 2 or any(len(row) != width for row in rows):
        return False
    if width == len(UNIVERSAL):
        return all(row[0][:1].isdigit() for row in rows)
    tags = [row[-1] for row in rows]
    words = [row[0] for row in rows]
    if all(_is_number(word) for word in words):
        return False
    fitting = sum(TAG.fullmatch(tag) is not None for tag in tags)
    chunked = any(CHUNK_TAG.fullmatch(tag) for tag in tags)
    return fitting >= SHARE * len(tags) and (chunked or len(set(tags)) < len(tags))


def read_conll(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the sentences of a file: one column for each field of a line, ``tokens`` first and ``tags`` last.

    Ten fields are those of Universal Dependencies. Comments and marks between documents are no tokens.

    Raises
    ------
    ContentError
        A line with more fields than the first one; no sentence.
    ChoiceError
        A column is asked for as something else than text; an unknown encoding.
    """
    if options.columns:
        raise ChoiceError(
            "read-as",
            say("The words and tags of sentences are text, and are read as nothing else."),
            remedy=say("Leave it out, or choose the shape table."),
        )
    encoding = check_encoding(options.encoding)
    sentences = _Sentences(path)
    for block in blocks(path):
        text, replaced = decode(block, encoding)
        sentences.add(text)
        piece = sentences.piece(replaced)
        if piece is not None:
            yield piece
    sentences.end()
    piece = sentences.piece(0)
    if piece is not None:
        yield piece
    if sentences.names is None:
        raise ContentError("empty-file", say("The file holds no row."), where=str(path))


class _Sentences:
    """The sentences so far, and the one that is not over."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.names: tuple[str, ...] | None = None
        self.done: list[list[list[str]]] = []
        self.open: list[list[str]] = []
        self.asides = 0
        self.short: list[int] = []
        self.short_count = 0
        self.line = 0
        self.replaced = 0

    def add(self, text: str) -> None:
        for line in text.removesuffix("\n").split("\n"):
            self.line += 1
            if not line.strip():
                self.end()
            elif _is_aside(line):
                self.asides += 1
            else:
                self._token(_fields(line.rstrip("\r")))

    def end(self) -> None:
        if self.open:
            self.done.append(self.open)
            self.open = []

    def _token(self, fields: list[str]) -> None:
        if self.names is None:
            self.names = _names(len(fields))
        width = len(self.names)
        if len(fields) > width:
            raise ContentError(
                "wide-row",
                say(
                    "Line {line} has {fields}, but the first one has {width}.",
                    line=self.line, fields=amounts.fields(len(fields)), width=width,
                ),
                where=str(self.path),
                remedy=say("Read every line as a text: --shape lines."),
            )  # fmt: skip
        if len(fields) < width:
            self.short_count += 1
            if len(self.done) not in self.short[-1:]:
                self.short.append(len(self.done))
            fields = [*fields, *[""] * (width - len(fields))]
        self.open.append(fields)

    def piece(self, replaced: int) -> Dataset | None:
        """Return the sentences that are over; None where there are none yet."""
        self.replaced += replaced
        if not self.done or self.names is None:
            return None
        lengths = [len(sentence) for sentence in self.done]
        offsets = offsets_from_lengths(np.array(lengths, np.int64))
        data = {}
        for at, name in enumerate(self.names):
            words = [token[at] or None for sentence in self.done for token in sentence]
            data[name] = Ragged(Ragged.from_texts(words), offsets)
        said = self._said()
        self.done = []
        return Dataset(data, guessed={"shape": SHAPE}, findings=tuple(said))

    def _said(self) -> list[Finding]:
        said = [lines_left_out(self.asides)] if self.asides else []
        if self.short_count:
            message = say_count(
                "{count} line has fewer fields than the first one; the last ones are missing.",
                "{count} lines have fewer fields than the first one; the last ones are missing.",
                COUNT,
            )
            rows = tuple(self.short[:MOST_ROWS])
            said.append(Finding("warning", "short-rows", message, self.short_count, rows))
        if self.replaced:
            odd = [
                at
                for at, sentence in enumerate(self.done)
                if any(REPLACEMENT in field for token in sentence for field in token)
            ]
            said.append(invalid_utf8(self.replaced, odd))
        self.asides = self.short_count = self.replaced = 0
        self.short = []
        return said


def _names(width: int) -> tuple[str, ...]:
    if width == len(UNIVERSAL):
        return UNIVERSAL
    if width == 1:
        return ("tokens",)
    return ("tokens", *(f"column_{at}" for at in range(2, width)), "tags")


def _fields(line: str) -> list[str]:
    return [field.strip() for field in line.split("\t")] if "\t" in line else line.split()


def _is_aside(line: str) -> bool:
    """Whether a line is a comment or a mark between documents."""
    return line.startswith((BREAK, "# ")) or line.strip() == "#"


def _is_number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True
