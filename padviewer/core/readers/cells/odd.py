"""Odd cells in columns of numbers: what is no number is counted with its rows, and decides nothing alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from padviewer.core.data.ragged import Kind
from padviewer.core.finding import MOST_ROWS, Finding, Level
from padviewer.core.readers.cells.notations import (
    CURRENCY,
    DIGITS,
    GROUPS,
    HEX,
    PLAIN,
    UNSIGNED_MOST,
    Notation,
    guess_notation,
    is_mark,
    is_name,
    is_plain,
    number_in,
)
from padviewer.core.readers.cells.values import BOOLEANS, INT64, MISSING_WORDS, are_numbers, infer_kind
from padviewer.core.sentence import Sentence, say, say_count

FEW, PARTS = 8, 16  # so many cells are looked at one by one; more in so many parts
SHARE = 10  # one cell in so many may be no number, in a column that is still one of numbers
NAMED_CELLS, NAMED_ROWS, CELL_CHARACTERS = 3, 3, 30


@dataclass
class Places:
    """How often something stands in a column, and where first."""

    count: int = 0
    rows: list[int] = field(default_factory=list)

    def add(self, row: int) -> None:
        """Count one more, in `row`."""
        self.count += 1
        if len(self.rows) < MOST_ROWS and (not self.rows or self.rows[-1] != row):
            self.rows.append(row)


@dataclass
class Tally:
    """What the cells of one column were, over all pieces so far.

    Parameters
    ----------
    cells : int
        All of them, the empty ones too.
    numbers : int
        What is a number, in any notation.
    hexadecimal : int
        How many of the numbers are written so; a column of these alone holds names.
    names : int
        What has letters and digits, such as C536379: more a name than a wrong number.
    marks : dict of str to Places
        Conventional marks for what is missing.
    words : dict of str to Places
        Everything else that is no number.
    written : dict of str to Places
        Numbers in another notation than programs use.
    large : Places
        Whole numbers that need 64 bits without a sign.
    """

    cells: int = 0
    numbers: int = 0
    hexadecimal: int = 0
    names: int = 0
    marks: dict[str, Places] = field(default_factory=dict)
    words: dict[str, Places] = field(default_factory=dict)
    written: dict[str, Places] = field(default_factory=dict)
    large: Places = field(default_factory=Places)

    def add_plain(self, cells: Sequence[str]) -> None:
        """Count cells that are numbers, empty or words for missing, as they are."""
        self.cells += len(cells)
        self.numbers += len(cells)
        if not MISSING_WORDS.isdisjoint(cells):
            self.numbers -= sum(cell in MISSING_WORDS for cell in cells)

    def tidied(self, cells: Sequence[str], rows: Sequence[int], notation: Notation) -> list[str]:
        """Count the cells, and return them as plain numbers, with an empty one for what is none."""
        known: dict[str, str] = {}
        out: list[str] = []
        for start, stop, plain in _stretches(cells, notation):
            if plain:
                self.cells += stop - start
                self.numbers += stop - start
                out += cells[start:stop]
            else:
                out += self._tidied(cells[start:stop], rows[start:stop], notation, known)
        return out

    def _tidied(
        self, cells: Sequence[str], rows: Sequence[int], notation: Notation, known: dict[str, str]
    ) -> list[str]:
        """Count the cells one by one; `known` keeps what was found out about odd ones."""
        out: list[str] = []
        for cell, row in zip(cells, rows, strict=True):
            self.cells += 1
            if cell in MISSING_WORDS:
                out.append("")
                continue
            if notation == PLAIN and is_plain(cell):
                self.numbers += 1
                out.append(cell)
                continue
            tidy = known.get(cell)
            if tidy is None:
                tidy = known[cell] = "" if is_mark(cell) else number_in(cell, notation) or ""
            out.append(tidy)
            self._count(cell, tidy, row)
        return out

    def tidied_booleans(self, cells: Sequence[str], rows: Iterable[int]) -> list[str]:
        """Count cells that are true, false or marks; return an empty one for every mark."""
        out: list[str] = []
        for cell, row in zip(cells, rows, strict=True):
            self.cells += 1
            marked = cell not in MISSING_WORDS and is_mark(cell)
            out.append("" if marked else cell)
            if marked:
                self.marks.setdefault(cell.strip(), Places()).add(row)
        return out

    def words_count(self) -> int:
        """Return how many cells are neither numbers nor marks."""
        return sum(one.count for one in self.words.values())

    def tolerates(self, in_list: bool, judged: bool = False) -> bool:
        """Whether the column is one of numbers in spite of its odd cells.

        At most one cell in ten, or one in all, is something else; a name such as C536379 is lost in a column
        of numbers, and is none too many, but for lists. `judged`: the column was found to be one before.
        """
        words = self.words_count()
        if not judged and self.numbers == 0:
            return False
        if self.hexadecimal and self.hexadecimal == self.numbers:
            return False
        if self.names and not in_list:
            return False
        if words > 1:
            return words * SHARE <= self.numbers + words
        return self.numbers > words or words == 0

    def mostly_numbers(self) -> bool:
        """Whether at least half of what is there are numbers."""
        return self.numbers > self.hexadecimal and self.numbers >= self.words_count()

    def _count(self, cell: str, tidy: str, row: int) -> None:
        said = cell.strip()[: CELL_CHARACTERS + 1]
        if tidy:
            self.numbers += 1
            self.hexadecimal += HEX.fullmatch(said) is not None
            if tidy != cell.strip():
                self.written.setdefault(said, Places()).add(row)
        elif is_mark(cell):
            self.marks.setdefault(said, Places()).add(row)
        else:
            self.names += is_name(cell)
            self.words.setdefault(said, Places()).add(row)

    def findings(
        self, name: str, kind: Kind | None, chosen: bool, notation: Notation = PLAIN
    ) -> list[Finding]:
        """Return what there is to say of the column `name`, read as `kind`, after the last piece.

        `chosen`: a person said how it is read.
        """
        as_text = kind == "text"
        if as_text and (chosen or not self.mostly_numbers()):
            return []
        odd = {**self.words, **self.marks, **(self._too_large() if as_text else {})}
        said = []
        if odd:
            said.append(self._odd(name, odd, kind, chosen))
        if self.written and not as_text:
            said.append(self._written(name, notation))
        return said

    def _too_large(self) -> dict[str, Places]:
        return {
            cell: places
            for cell, places in self.written.items()
            if DIGITS.fullmatch(cell) and not INT64.min <= int(cell) <= UNSIGNED_MOST
        }

    def _odd(self, name: str, odd: dict[str, Places], kind: Kind | None, chosen: bool) -> Finding:
        as_text = kind == "text"
        count, rows = total_of(odd)
        where = say_count(
            "{count} of {total} cells of “{name}” is no number: {cells}.",
            "{count} of {total} cells of “{name}” are no numbers: {cells}.",
            count,
            total=self.cells,
            name=name,
            cells=named_cells(odd),
        )
        if kind == "boolean":
            where = say_count(
                "{count} of {total} cells of “{name}” is neither true nor false: {cells}.",
                "{count} of {total} cells of “{name}” are neither true nor false: {cells}.",
                count,
                total=self.cells,
                name=name,
                cells=named_cells(odd),
            )
        if as_text:
            message = say("{what} The column is read as text.", what=where)
            remedy = say(
                "Read “{name}” as numbers, the rest missing (--read-as “{name}=numbers”).", name=name
            )
        else:
            message = say_count(
                "{what} It is read as missing.", "{what} They are read as missing.", count, what=where
            )
            remedy = say("Read “{name}” as text to keep every cell (--read-as “{name}=text”).", name=name)
        level: Level = "warning" if as_text or (self.words and not chosen) else "info"
        return Finding(level, "odd-cells", message, count, rows, remedy, name)

    def _written(self, name: str, notation: Notation) -> Finding:
        count, rows = total_of(self.written)
        example = max(self.written, key=lambda cell: self.written[cell].count)
        how = _how_written(self.written, notation)
        message = say_count(
            "{count} of {total} cells of “{name}” is a number written {how}: {cells}.",
            "{count} of {total} cells of “{name}” are numbers written {how}: {cells}.",
            count,
            total=self.cells,
            name=name,
            how=how,
            cells=named_cells(self.written),
        )
        message = say(
            "{what} “{cell}” is read as {number}.",
            what=message,
            cell=example,
            number=number_in(example, notation) or example,
        )
        other = say("decimal-point") if notation.comma else say("decimal-comma")
        remedy = say(
            "If that is wrong, read “{name}” as text or with another decimal mark (--read-as "
            "“{name}=text” or “{name}={other}”).",
            name=name,
            other=other,
        )
        return Finding("info", "other-notation", message, count, rows, remedy, name)


def _how_written(written: dict[str, Places], notation: Notation) -> Sentence:
    """Return what is special in how the numbers are written, where it is one thing."""
    if notation.comma:
        return say("with a decimal comma")
    if notation.percent:
        return say("with a percent sign")
    if all(set(cell) & set(CURRENCY) for cell in written):
        return say("with a currency sign")
    if all(GROUPS.fullmatch(cell) for cell in written):
        return say("with thousands marks")
    return say("in another notation")


def _stretches(cells: Sequence[str], notation: Notation) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, stop, whether all are plain numbers): most cells are, and are looked at together."""
    waiting = [(0, len(cells))] if len(cells) else []
    while waiting:
        start, stop = waiting.pop()
        some = cells[start:stop]
        if notation == PLAIN and are_numbers(some):
            yield start, stop, True
        elif notation != PLAIN or stop - start <= FEW:
            yield start, stop, False
        else:
            step = max((stop - start) // PARTS, 1)
            waiting += [(at, min(at + step, stop)) for at in range(start, stop, step)][::-1]


@dataclass
class ListTally:
    """What the cells of a column of lists in brackets were, over all pieces so far.

    Parameters
    ----------
    cells : int
        All of them, the empty ones too.
    lists : int
        What is a list.
    words, marks : dict of str to Places
        What is none, and what stands for a missing list.
    gaps : Places
        Lists in which ``...`` stands for values that were not printed.
    gap_items : int
        How often it stands in them.
    printed : int
        How many of these numpy has printed in its usual way.
    """

    cells: int = 0
    lists: int = 0
    words: dict[str, Places] = field(default_factory=dict)
    marks: dict[str, Places] = field(default_factory=dict)
    gaps: Places = field(default_factory=Places)
    gap_items: int = 0
    printed: int = 0

    def tolerates(self) -> bool:
        """Whether the column is one of lists in spite of the cells that are none."""
        lost = sum(one.count for one in self.words.values())
        return lost == 0 or (self.lists > lost and (lost == 1 or lost * SHARE <= self.lists + lost))


@dataclass(frozen=True)
class Verdict:
    """What a column of cells is.

    Parameters
    ----------
    kind : Kind or None
        None where nothing but marks was seen.
    notation : Notation
    unsigned : bool
        Whole numbers of 64 bits without a sign.
    watched : bool
        A column of text in which so many cells are numbers that a person should know of the others.
    """

    kind: Kind | None
    notation: Notation = PLAIN
    unsigned: bool = False
    watched: bool = False


def judge(
    cells: Sequence[str], in_list: bool, notation: Notation | None = None, forced: bool = False
) -> Verdict:
    """Return what a column with these first cells is.

    `notation` is what a person, or a later piece, decided; `forced` makes a column of numbers of it, whatever
    the cells are.
    """
    found = notation or PLAIN
    kind = infer_kind(cells)
    if kind != "text" and found == PLAIN:
        return Verdict(kind)
    if notation is None:
        found = guess_notation(cells)
    tally = Tally()
    tidied = [cell for cell in tally.tidied(cells, range(len(cells)), found) if cell]
    if not tidied and not tally.words:
        return Verdict(None, found)
    if not forced and not tally.tolerates(in_list):
        if tally.words and all(cell in BOOLEANS or is_mark(cell) for cell in cells):
            return Verdict("boolean")
        return Verdict("text", watched=tally.mostly_numbers())
    kind, unsigned = kind_of_numbers(tidied)
    if kind == "text" and forced:
        kind = "float"
    return Verdict(kind, found, unsigned, watched=kind == "text")


def kind_of_numbers(present: Sequence[str]) -> tuple[Kind, bool]:
    """Return the kind of plain numbers, and whether they need 64 bits without a sign."""
    kind = infer_kind(present) or "float"
    if kind != "text":
        return kind, False
    if all(DIGITS.fullmatch(one.strip()) for one in present):
        numbers = list(map(int, present))
        return ("integer", True) if min(numbers) >= 0 and max(numbers) <= UNSIGNED_MOST else ("text", False)
    return "float", False


def total_of(found: dict[str, Places]) -> tuple[int, tuple[int, ...]]:
    """Return how many cells there are, and the first rows they stand in."""
    rows = sorted({row for one in found.values() for row in one.rows})
    return sum(one.count for one in found.values()), tuple(rows[:MOST_ROWS])


def named_cells(found: dict[str, Places]) -> Sentence:
    """Return the cells, most frequent first, with the rows they stand in."""
    ordered = sorted(found.items(), key=lambda one: -one[1].count)
    whole: Sentence | None = None
    for cell, places in ordered[:NAMED_CELLS]:
        numbers = ", ".join(map(str, places.rows[:NAMED_ROWS]))
        if len(places.rows) > NAMED_ROWS:
            numbers += " …"
        short = cell if len(cell) <= CELL_CHARACTERS else f"{cell[:CELL_CHARACTERS]}…"
        part = (
            say("“{cell}” in row {rows}", cell=short, rows=numbers)
            if len(places.rows) == 1
            else say("“{cell}” in rows {rows}", cell=short, rows=numbers)
        )
        whole = part if whole is None else say("{first}, {then}", first=whole, then=part)
    rest = len(ordered) - NAMED_CELLS
    whole = whole or say("none")
    if rest > 0:
        return say_count("{first} and {count} other", "{first} and {count} others", rest, first=whole)
    return whole


def unsigned_integers(name: str, count: int, rows: Sequence[int]) -> Finding:
    """Return the finding that `count` whole numbers need all 64 bits."""
    message = say_count(
        "{count} number of “{name}” is beyond 64 bits with a sign (2**63 and more); the column is read as "
        "uint64.",
        "{count} numbers of “{name}” are beyond 64 bits with a sign (2**63 and more); the column is read as "
        "uint64.",
        count,
        name=name,
    )
    remedy = say("If they are hashed ids, number them before a model is given them.")
    return Finding("info", "unsigned-integers", message, count, tuple(rows[:MOST_ROWS]), remedy, name)
