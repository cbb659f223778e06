"""Dataset: named columns of one length, with the role that each plays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from padviewer.core.data.column_names import no_such_column
from padviewer.core.data.ragged import Int64, Ragged, concatenate, signature
from padviewer.core.data.split_names import split_of
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import MOST_ROWS, Finding, counted, shifted
from padviewer.core.sentence import say

if TYPE_CHECKING:
    import pandas as pd

Role = Literal["sequence", "label", "weight", "ignored"]
ROLES: tuple[Role, ...] = ("sequence", "label", "weight", "ignored")
LABEL_NAMES = ("label", "labels", "y", "target", "class", "score", "rating")
PROBE = 200  # texts that are looked at
WEIGHT_NAMES = ("weight", "weights", "sample_weight")


@dataclass(frozen=True, eq=False)
class Dataset:
    """Named columns of one length; row slices share the values.

    Parameters
    ----------
    data : mapping of str to Ragged
        The columns, all of one length.
    roles : mapping of str to Role
        Empty: guessed by `guess_roles`.
    path : Path or None
        Where it was read from.
    format : str
        The format's name as a person says it, such as ``"Parquet"``.
    guessed : mapping of str to str
        What the reader guessed or was told (delimiter, shape …), option to value.
    findings : tuple of Finding
        What the reader has to say.
    complete : bool
        False while the source is still being read.
    numbers : int64 or None
        The source row of each row, where rows were left out; None: they are those of the source.
    left_out : int64 or None
        The source rows that were left out.
    source_rows : int
        Rows of the source, where rows were left out.

    Raises
    ------
    ContentError
        Columns of unequal length.
    """

    data: Mapping[str, Ragged]
    roles: Mapping[str, Role] = field(default_factory=dict)
    path: Path | None = None
    format: str = ""
    guessed: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    complete: bool = True
    numbers: Int64 | None = None
    left_out: Int64 | None = None
    source_rows: int = 0

    def __post_init__(self) -> None:
        lengths = {name: len(column) for name, column in self.data.items()}
        if len(set(lengths.values())) > 1:
            said = ", ".join(f"{name} {n:,}" for name, n in lengths.items())
            raise ContentError(
                "uneven-columns", say("The columns have different numbers of rows: {said}.", said=said)
            )
        for name, column in self.data.items():
            if not column.known_as:
                object.__setattr__(column, "known_as", name)
        if not self.roles:
            object.__setattr__(self, "roles", guess_roles(self.data))

    @classmethod
    def from_pandas(cls, frame: pd.DataFrame) -> Self:
        """Return a DataFrame as a dataset; an index that does more than count its rows is a column too.

        Parameters
        ----------
        frame : DataFrame
            Columns of numbers, texts, categories, times, or of lists, tuples or arrays of these.

        Returns
        -------
        Dataset
            Numbers keep their dtype, a null is missing (an empty row among lists), times are whole numbers in
            their unit. What was left out or renamed is in ``findings``.

        Raises
        ------
        ContentError
            Columns with names of several levels, or none that can be shown.

        Examples
        --------
        >>> import pandas as pd
        >>> Dataset.from_pandas(pd.DataFrame({"x": [[1, 2], [3]], "label": [0, 1]}))
        Dataset(2 rows: x, label)
        """
        from padviewer.core.data.frame import columns_of

        data, said = columns_of(frame)
        return cls(data, format="DataFrame", findings=counted(said))

    def to_pandas(self) -> pd.DataFrame:
        """Return the columns as a DataFrame.

        Returns
        -------
        DataFrame
            One line a row. Rows of numbers are arrays [steps, ...] that share the values, rows of texts,
            categories and missing values are lists. Whole numbers and booleans with missing values are
            pandas' ``Int64`` and ``boolean``, categories ``category``.
        """
        from padviewer.core.data.frame import to_frame

        return to_frame(self.data)

    def __repr__(self) -> str:
        """Say where it is from, how many rows it has and what its columns are called; no value."""
        of = f"{self.path.name}, " if self.path is not None else ""
        rows = "1 row" if len(self) == 1 else f"{len(self):,} rows"
        return f"Dataset({of}{rows}: {', '.join(self.columns)})"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names, in the file's order."""
        return tuple(self.data)

    def __len__(self) -> int:
        return next((len(column) for column in self.data.values()), 0)

    def __getitem__(self, name: str) -> Ragged:
        try:
            return self.data[name]
        except KeyError:
            raise no_such_column(name, self.columns, str(self.path or "")) from None

    def rows(self, start: int, stop: int) -> Dataset:
        """Rows start to stop, sharing the values."""
        numbers = None if self.numbers is None else self.numbers[start:stop]
        data = {name: column[start:stop] for name, column in self.data.items()}
        return replace(self, data=data, numbers=numbers)

    def with_role(self, name: str, role: Role) -> Dataset:
        """Return the same data with one role changed.

        Raises
        ------
        ChoiceError
            There is no such role.
        ContentError
            There is no such column.
        """
        if role not in ROLES:
            raise ChoiceError(
                "role", say("A role is one of {roles}, not “{role}”.", roles=", ".join(ROLES), role=role)
            )
        self[name]
        return replace(self, roles={**self.roles, name: role})

    def made_of(self, name: str) -> tuple[str, ...]:
        """Return the columns that the reader put together into this one; empty where it read it as it is."""
        said = f", {self.guessed.get(name, '')}, "
        return tuple(one for one in self.data if one != name and f", {one}, " in said)

    def with_role_of(self, role: Role) -> tuple[str, ...]:
        """Return the columns that play `role`, in the file's order."""
        return tuple(name for name in self.columns if self.roles.get(name) == role)

    def pieces(self, rows: int = 100_000) -> Iterator[Dataset]:
        """Yield slices of `rows` rows."""
        for start in range(0, len(self), rows):
            yield self.rows(start, start + rows)

    @property
    def nbytes(self) -> int:
        """Bytes of all columns' values and offsets."""
        return sum(column.nbytes for column in self.data.values())


def can_be_sequence(column: Ragged) -> bool:
    """Whether the column can become a padded tensor: it is ragged, or text, or has fixed inner axes."""
    return column.ragged_axes > 0 or column.is_text or bool(column.inner_shape)


def guess_roles(data: Mapping[str, Ragged]) -> dict[str, Role]:
    """Guess each column's role from its name and shape.

    The first column that can be a sequence is one (a ragged one before a text, and no text that is mostly
    numbers); plain numbers are labels
    or weights by name; a dataset that has no sequence gets none.
    """
    roles: dict[str, Role] = dict.fromkeys(data, "ignored")
    ragged = [name for name, column in data.items() if column.ragged_axes or column.inner_shape]
    texts = [name for name, column in data.items() if column.is_text and not _mostly_numbers(column)]
    for name in [*ragged, *texts][:1]:
        roles[name] = "sequence"
    for names, role in ((LABEL_NAMES, "label"), (WEIGHT_NAMES, "weight")):
        for name, column in data.items():
            plain = split_of(name)[0].lower()
            if plain in names and column.ragged_axes == 0 and roles[name] == "ignored":
                roles[name] = "label" if role == "label" else "weight"
                break
    return roles


def _mostly_numbers(column: Ragged) -> bool:
    """Whether most of the first texts are numbers, so that no vocabulary is made of them unasked."""
    from padviewer.core.readers.cells.notations import is_mark, is_plain

    texts = [text for text in column[:PROBE].texts() if text and not is_mark(text)]
    return 2 * sum(map(is_plain, texts)) > len(texts)


def join(pieces: Iterable[Dataset]) -> Dataset:
    """Return one dataset of all pieces' rows.

    Raises
    ------
    ContentError
        No piece at all, or pieces whose columns differ.
    """
    parts = list(pieces)
    if not parts:
        raise ContentError("empty", say("There are no rows."))
    first = parts[0]
    findings: list[Finding] = []
    at = 0
    for part in parts:
        if part.columns != first.columns:
            raise ContentError("columns-changed", say("The pieces of the file have different columns."))
        findings += [shifted(finding, at) for finding in part.findings]
        at += len(part)
    data = {name: concatenate([part[name] for part in parts]) for name in first.columns}
    return replace(first, data=data, findings=merge_findings(findings))


def merge_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Add up findings that differ in their counts and rows alone.

    A message may hold ``{count}`` where the number goes; the sum stands there.
    """
    merged: dict[tuple[str, str, str], Finding] = {}
    for finding in findings:
        key = (finding.code, finding.where, finding.message)
        old = merged.get(key)
        if old is not None:
            finding = replace(
                old, count=old.count + finding.count, rows=(old.rows + finding.rows)[:MOST_ROWS]
            )
        merged[key] = finding
    return tuple(merged.values())


def same_columns(one: Dataset, other: Dataset) -> bool:
    """Whether two pieces' columns have the same names and signatures."""
    return one.columns == other.columns and all(
        signature(one[name]) == signature(other[name]) for name in one.columns
    )
