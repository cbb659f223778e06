"""Numbers in plain text, with white space of any width between them: lines as rows, or a table with names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from padviewer.core.amounts import cells, columns
from padviewer.core.data.column_names import nothing_to_read_as
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Kind, Ragged
from padviewer.core.errors import ContentError
from padviewer.core.finding import MOST_ROWS, Finding, shifted
from padviewer.core.readers.base import KindChanged, ReadOptions
from padviewer.core.readers.cells.values import MISSING_WORDS, infer_kind
from padviewer.core.readers.json.odd import Places, number_in, read_as_missing
from padviewer.core.readers.lines import blocks, decode, lines_left_out, missing_steps
from padviewer.core.sentence import say, say_count

COMMENTS = ("#", "%", "//")
SHARE = 10  # one word in so many may be no number
USUAL_SHARE = 0.6  # so many rows of one length make the others worth a word
TITLES = 10
COLUMN = "x"
RAGGED = "x[]"


def guess_shape(text: str, whole: bool) -> str:
    """Return how a text is read by its first lines: ``"lines"``, ``"ragged-lines"`` or ``"table"``.

    It is read as numbers where at most one word in ten is none, apart from comments and titles above. A
    title with as many words as every line has numbers names the columns of a table.
    """
    lines = text.split("\n")
    if not whole and len(lines) > 1:
        lines.pop()
    rows = [line.split() for line in lines if line.strip() and not _is_comment(line)]
    titles = 0
    while titles < min(len(rows), TITLES) and not any(number_in(word) is not None for word in rows[titles]):
        titles += 1
    body = rows[titles:]
    words = [word for row in body for word in row]
    odd = sum(number_in(word) is None and word not in MISSING_WORDS for word in words)
    if not words or odd * SHARE > len(words) or not any(number_in(word) is not None for word in words):
        return "lines"
    if titles and len(body) <= titles:
        return "lines"
    width = len(body[0])
    even = all(len(row) == width for row in body)
    named = titles and len(rows[titles - 1]) == width and len(set(rows[titles - 1])) == width
    return "table" if even and named else "ragged-lines"


def read_numbers(path: Path, options: ReadOptions, shape: str) -> Iterator[Dataset]:
    """Yield the rows: one column ``x`` for ragged lines, one column a name for a table.

    Raises
    ------
    ContentError
        A line of a table with more or fewer words than it has columns; no row.
    ChoiceError
        A kind was asked for a column that is not there.
    KindChanged
        See `padviewer.core.readers.base.Format`; ``x[]`` means that lines hold lists.
    """
    made = _Numbers(path, options, shape == "table")
    for block in blocks(path):
        text, _ = decode(block)
        piece = made.piece(text.removesuffix("\n").split("\n"))
        if piece is not None:
            yield piece
    yield from made.closing()


class _Numbers:
    """The columns so far: decided by the first piece, checked by the others."""

    def __init__(self, path: Path, options: ReadOptions, table: bool) -> None:
        self.path = path
        self.kinds = options.kinds
        self.table = table
        self.names: tuple[str, ...] | None = None if table else (COLUMN,)
        self.decided: dict[str, Kind] = {}
        self.plain = False
        self.rows = self.left_out = self.words = 0
        self.started = False
        self.odd: dict[str, Places] = {}
        self.lengths: Counter[int] = Counter()
        self.first_of: dict[int, list[int]] = {}
        self.said: list[Finding] = []
        self.like: Dataset | None = None

    def piece(self, lines: Sequence[str]) -> Dataset | None:
        """Return the rows of some lines; None where there is none."""
        rows = [row for row in map(self._row, lines) if row is not None]
        if not rows:
            return None
        first = not self.decided
        if self.table:
            columns = self._cells(rows)
        elif first:
            self.plain = RAGGED not in self.kinds and all(len(row) == 1 for row in rows)
            columns = {COLUMN: rows}
        else:
            columns = {COLUMN: rows}
        data = {name: self._column(name, values, first) for name, values in columns.items()}
        if not self.table:
            self._count(rows)
        self.rows += len(rows)
        delimiter = {"delimiter": "white space", "shape": "table" if self.table else "ragged-lines"}
        piece = Dataset(data, guessed=delimiter, findings=tuple(self.said))
        self.like = replace(piece.rows(0, 0), findings=())
        self.said = []
        return piece

    def _row(self, line: str) -> list[str] | None:
        """Return the words of a line; None where it is no row."""
        words = line.split()
        if self.started:
            return words if words or not self.table else None
        if not words:
            return None
        if _is_comment(line) or not any(number_in(word) is not None for word in words):
            if self.table and not _is_comment(line):
                self.names = tuple(words)
            self.left_out += 1
            return None
        self.started = True
        self.left_out -= bool(self.table)
        return words

    def _cells(self, rows: list[list[str]]) -> dict[str, list[list[str]]]:
        names = self.names or ()
        for at, row in enumerate(rows):
            if len(row) != len(names):
                raise ContentError(
                    "wide-row",
                    say(
                        "Row {row} has {cells}, but the table has {width}.",
                        row=str(self.rows + at), cells=cells(len(row)), width=columns(len(names)),
                    ),
                    where=str(self.path),
                    remedy=say("Read every line as a row of its own: --shape ragged-lines."),
                )  # fmt: skip
        return {name: [[row[at]] for row in rows] for at, name in enumerate(names)}

    def _column(self, name: str, rows: list[list[str]], first: bool) -> Ragged:
        words = [word for row in rows for word in row]
        lengths = [len(row) for row in rows]
        self.words += 0 if self.table and name != (self.names or ("",))[0] else len(words)
        asked = self.kinds.get(name)
        is_text = asked == "text"
        kind: Kind = "text" if is_text else self._numbers_kind(words)
        if first:
            self.decided[name] = "text" if is_text else "float" if asked in ("float", "number") else kind
        elif not is_text and self.decided[name] == "integer" and kind == "float":
            raise KindChanged(name, "float", self.rows)
        if self.plain and any(length != 1 for length in lengths):
            raise KindChanged(
                RAGGED, self.decided[name], self.rows + next(at for at, n in enumerate(lengths) if n != 1)
            )
        leaf = Ragged.from_texts(words) if is_text else self._values(name, words, lengths)
        if self.table or self.plain:
            return leaf
        offsets = offsets_from_lengths(np.array(lengths, np.int64))
        return Ragged(leaf if is_text else leaf.flat, offsets, missing=leaf.missing)

    def _numbers_kind(self, words: Sequence[str]) -> Kind:
        kind = infer_kind(words)
        if kind in ("integer", "float"):
            return kind
        return infer_kind([word for word in words if number_in(word) is not None]) or "integer"

    def _values(self, name: str, words: list[str], lengths: list[int]) -> Ragged:
        numbers = [number_in(word) for word in words]
        gone = np.array([number is None or number != number for number in numbers], np.bool_)
        row_of = np.repeat(np.arange(len(lengths)), lengths)
        lost = [at for at, number in enumerate(numbers) if number is None and words[at] not in MISSING_WORDS]
        marked = [at for at, number in enumerate(numbers) if number is None and words[at] in MISSING_WORDS]
        if marked:
            self.said.append(missing_steps(name, row_of[marked]))
        for at, row in zip(lost, row_of[lost].tolist(), strict=True):
            self.odd.setdefault(name, Places()).add(words[at], self.rows + row)
        if self.decided[name] == "integer":
            values = np.array(
                [0 if number is None else int(word) for word, number in zip(words, numbers, strict=True)],
                np.int64,
            )
            return Ragged(values, missing=gone if gone.any() else None)
        return Ragged(np.array([np.nan if number is None else number for number in numbers], np.float64))

    def _count(self, rows: list[list[str]]) -> None:
        for at, row in enumerate(rows):
            length = len(row)
            self.lengths[length] += 1
            known = self.first_of.setdefault(length, [])
            if len(known) < MOST_ROWS:
                known.append(self.rows + at)

    def closing(self) -> Iterator[Dataset]:
        """Yield a piece without rows that says what only all pieces together show."""
        if self.like is None:
            raise ContentError("empty-file", say("The file holds no row."), where=str(self.path))
        names = self.names or ()
        unknown = [name for name in self.kinds if name.removesuffix("[]") not in names]
        if unknown:
            raise nothing_to_read_as(unknown[0], names)
        chosen = {name for name, kind in self.kinds.items() if kind == "number"}
        said = [lines_left_out(self.left_out)] if self.left_out else []
        said += [
            read_as_missing(name, places, self.words, "info" if name in chosen else "warning")
            for name, places in self.odd.items()
        ]
        said += self._widths()
        if said:
            yield replace(self.like, findings=tuple(shifted(one, -self.rows) for one in said))

    def _widths(self) -> list[Finding]:
        """Say which lines are of another length, where most are of one."""
        if not self.lengths or self.table:
            return []
        usual, count = self.lengths.most_common(1)[0]
        others = self.rows - count
        if not others or self.rows < 3 or count < USUAL_SHARE * self.rows:
            return []
        rows = sorted(row for length, known in self.first_of.items() if length != usual for row in known)[
            :MOST_ROWS
        ]
        named = ", ".join(map(str, rows[:5])) + (" …" if others > 5 else "")
        message = say_count(
            "{count} of {total} lines has another number of values than the others, {usual}: row {rows}.",
            "{count} of {total} lines have another number of values than the others, {usual}: rows {rows}.",
            others, total=self.rows, usual=str(usual), rows=named,
        )  # fmt: skip
        remedy = say("Look whether two numbers run together, or one is missing.")
        return [Finding("info", "odd-width", message, others, tuple(rows), remedy, COLUMN)]


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith(COMMENTS)
