"""Odd values in a JSON column: texts among numbers, numbers among texts, counted with their rows."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Protocol

from padviewer.core.data.ragged import Int64, Kind
from padviewer.core.finding import MOST_ROWS, Finding, Level
from padviewer.core.readers.cells import notations
from padviewer.core.readers.cells import odd as odd_cells
from padviewer.core.readers.cells.notations import is_mark, is_name
from padviewer.core.readers.cells.odd import Tally, unsigned_integers
from padviewer.core.readers.cells.values import INT64, MISSING_WORDS, infer_kind
from padviewer.core.sentence import Sentence, say, say_count

NAMED, NAMED_ROWS, CHARACTERS = 3, 3, 30


def value_of(text: str) -> int | float | None:
    """Return the number that a text is, in the notations that a table's cells may have; None where none."""
    tidy = "" if is_mark(text) else notations.number_in(text) or ""
    kind = infer_kind([tidy]) if tidy else None
    if kind == "integer":
        return int(tidy)
    return float(tidy) if kind == "float" else None


def number_in(text: str) -> float | None:
    """Return the number that a text is, as programs write it; None where it is none."""
    return float(text) if infer_kind([text]) in ("integer", "float") else None


class Items(Protocol):
    """A piece of a column taken apart: its values, their types, and the row of each."""

    @property
    def items(self) -> list[Any]:
        """The values."""

    @property
    def types(self) -> frozenset[type]:
        """The types that occur."""

    def rows_of(self, at: list[int]) -> Int64:
        """Return the row of each place in `items`: int64 [at]."""


@dataclass
class Places:
    """How often values of one sort stand in a column, which ones, and where first."""

    count: int = 0
    rows: list[int] = field(default_factory=list)
    named: dict[str, list[int]] = field(default_factory=dict)

    def add(self, value: Any, row: int) -> None:
        """Count one more value, in `row`."""
        self.count += 1
        if len(self.rows) < MOST_ROWS and (not self.rows or self.rows[-1] != row):
            self.rows.append(row)
        written = value if isinstance(value, str) else json.dumps(value)
        if written in self.named or len(self.named) < NAMED:
            rows = self.named.setdefault(written, [])
            if len(rows) <= NAMED_ROWS and (not rows or rows[-1] != row):
                rows.append(row)

    def said(self) -> Sentence:
        """Return the values with their rows: “?” in rows 1, 17 …."""
        whole: Sentence | None = None
        for value, rows in self.named.items():
            numbers = ", ".join(map(str, rows[:NAMED_ROWS])) + (" …" if len(rows) > NAMED_ROWS else "")
            short = value if len(value) <= CHARACTERS else f"{value[:CHARACTERS]}…"
            part = (
                say("“{value}” in row {rows}", value=short, rows=numbers)
                if len(rows) == 1
                else say("“{value}” in rows {rows}", value=short, rows=numbers)
            )
            whole = part if whole is None else say("{first}, {then}", first=whole, then=part)
        return whole or say("none")


@dataclass
class Census:
    """What the values of one column were, over all pieces so far.

    Parameters
    ----------
    values : int
        All of them but nulls.
    texts : Places
        What is a text; in a column of numbers only the texts that are none.
    others : Places
        What is no text: numbers, true and false.
    flags : Places
        True and false in a column of numbers.
    written : Places
        Texts that are numbers, in a column of numbers.
    large : Places
        Whole numbers beyond 64 bits with a sign.
    marks, names : int
        How many of the texts that are none are marks for what is missing, or names such as C536379.
    """

    values: int = 0
    texts: Places = field(default_factory=Places)
    others: Places = field(default_factory=Places)
    flags: Places = field(default_factory=Places)
    written: Places = field(default_factory=Places)
    large: Places = field(default_factory=Places)
    marks: int = 0
    names: int = 0

    def add(self, values: Items, start: int, kind: Kind | None) -> None:
        """Count the values of a piece that starts at row `start` of the file, read as `kind`."""
        types = values.types - {type(None)}
        self.values += len(values.items) - (values.items.count(None) if type(None) in values.types else 0)
        if kind == "text":
            self._add_mixed(values, start, types)
        elif kind != "boolean" and types & {str, bool}:
            odd = [at for at, item in enumerate(values.items) if type(item) in (bool, str)]
            for at, row in zip(odd, values.rows_of(odd).tolist(), strict=True):
                self._sort(values.items[at]).add(values.items[at], start + row)

    def add_large(self, values: Items, start: int) -> None:
        """Count the numbers that need 64 bits without a sign."""
        large = [at for at, item in enumerate(values.items) if type(item) is int and item > INT64.max]
        for at, row in zip(large, values.rows_of(large).tolist(), strict=True):
            self.large.add(values.items[at], start + row)

    def _sort(self, item: Any) -> Places:
        """Return where a truth value or a text in a column of numbers is counted."""
        if type(item) is bool:
            return self.flags
        if value_of(item) is not None:
            return self.written
        self.marks += is_mark(item)
        self.names += not is_mark(item) and is_name(item)
        return self.texts

    def tolerates(self, in_list: bool, judged: bool = True) -> bool:
        """Whether the column is one of numbers in spite of its texts, as `Tally.tolerates` says of cells."""
        if not self.texts.count:
            return True
        words = self.texts.count - self.marks + self.flags.count
        tally = Tally(numbers=self.values - self.texts.count - self.flags.count, names=self.names)
        tally.words = {"": odd_cells.Places(words)} if words else {}
        return tally.tolerates(in_list, judged)

    def _add_mixed(self, values: Items, start: int, types: frozenset[type]) -> None:
        for sort, is_text in ((self.texts, True), (self.others, False)):
            if not (str in types if is_text else types - {str}):
                continue
            items = enumerate(values.items)
            found = [at for at, item in items if item is not None and (type(item) is str) == is_text]
            first = found[:MOST_ROWS]
            for at, row in zip(first, values.rows_of(first).tolist(), strict=True):
                sort.add(values.items[at], start + row)
            sort.count += len(found) - len(first)

    def findings(self, name: str, kind: Kind | None, chosen: bool = False) -> list[Finding]:
        """Return what there is to say of the column `name`, read as `kind`, after the last piece.

        `chosen`: a person said that it is read as numbers.
        """
        if kind == "text":
            return [self._mixed(name)] if self.texts.count and self.others.count else []
        level: Level = "warning" if self.texts.count > self.marks and not chosen else "info"
        said = [read_as_missing(name, self.texts, self.values, level)] if self.texts.count else []
        said += [self._flags(name)] if self.flags.count else []
        said += [unsigned_integers(name, self.large.count, self.large.rows)] if self.large.count else []
        return [*said, self._numerals(name)] if self.written.count else said

    def _mixed(self, name: str) -> Finding:
        texts, others = self.texts, self.others
        odd = texts if texts.count <= others.count else others
        what = (
            say_count(
                "{count} of {total} values of “{name}” is a text: {places}.",
                "{count} of {total} values of “{name}” are texts: {places}.",
                odd.count, total=self.values, name=name, places=odd.said(),
            )
            if odd is texts
            else say_count(
                "{count} of {total} values of “{name}” is no text: {places}.",
                "{count} of {total} values of “{name}” are no texts: {places}.",
                odd.count, total=self.values, name=name, places=odd.said(),
            )
        )  # fmt: skip
        message = say("{what} The column is read as text, and what is no text as its JSON text.", what=what)
        remedy = (
            say("Read “{name}” as numbers, the rest missing: --read-as “{name}=numbers”.", name=name)
            if odd is texts
            else say("Give the column values of one type.")
        )
        return Finding("warning", "mixed-types", message, odd.count, tuple(odd.rows), remedy, name)

    def _numerals(self, name: str) -> Finding:
        message = say_count(
            "{count} of {total} values of “{name}” is a number written as a text: {places}. It is read as a "
            "number.",
            "{count} of {total} values of “{name}” are numbers written as texts: {places}. They are read as "
            "numbers.",
            self.written.count, total=self.values, name=name, places=self.written.said(),
        )  # fmt: skip
        remedy = _keep_as_text(name)
        return Finding(
            "info", "other-notation", message, self.written.count, tuple(self.written.rows), remedy, name
        )

    def _flags(self, name: str) -> Finding:
        message = say_count(
            "{count} of {total} values of “{name}” is true or false: {places}. It is read as 1 or 0.",
            "{count} of {total} values of “{name}” are true or false: {places}. They are read as 1 and 0.",
            self.flags.count, total=self.values, name=name, places=self.flags.said(),
        )  # fmt: skip
        remedy = _keep_as_text(name)
        return Finding(
            "warning", "mixed-types", message, self.flags.count, tuple(self.flags.rows), remedy, name
        )


def _keep_as_text(name: str) -> Sentence:
    return say("Read “{name}” as text to keep every value: --read-as “{name}=text”.", name=name)


def read_as_missing(name: str, odd: Places, total: int, level: Level = "warning") -> Finding:
    """Say which of `total` values of a column of numbers are none, and so are read as missing."""
    message = say_count(
        "{count} of {total} values of “{name}” is no number: {places}. It is read as missing.",
        "{count} of {total} values of “{name}” are no numbers: {places}. They are read as missing.",
        odd.count, total=total, name=name, places=odd.said(),
    )  # fmt: skip
    remedy = _keep_as_text(name)
    return Finding(level, "odd-cells", message, odd.count, tuple(odd.rows), remedy, name)


def is_gap(item: Any) -> bool:
    """Whether a JSON text stands for a missing number: "NaN", "NA", "" and the like."""
    return type(item) is str and item in MISSING_WORDS
