"""JSON rows as pieces of a dataset: the first piece decides the columns, the others are checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from padviewer.core.data.column_names import nothing_to_read_as
from padviewer.core.data.dataset import Dataset, guess_roles
from padviewer.core.data.ragged import Kind
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding, shifted
from padviewer.core.readers.base import KindChanged, ReadOptions
from padviewer.core.readers.inner_axes import base_name
from padviewer.core.readers.json.cells import are_cells, columns_of, shape_refused
from padviewer.core.readers.json.levels import take_apart
from padviewer.core.readers.json.odd import Census
from padviewer.core.readers.json.remarks import left_out
from padviewer.core.readers.json.values import Schema, axes_key, build, decide
from padviewer.core.sentence import say

COLUMNS = 4096
LATE_COLUMNS = 64
BARE = ("x", "items", "text")


class Table:
    """The columns of the file: decided by the first piece, checked by the others.

    Parameters
    ----------
    options : ReadOptions
    guessed : dict of str to str
        How the rows were found.
    path : Path
    key : str
        A column that names the rows and plays no part itself; empty for none.
    """

    def __init__(self, options: ReadOptions, guessed: dict[str, str], path: Path, key: str = "") -> None:
        self.kinds = options.kinds
        self.shape = options.shape
        self.key = key
        self.guessed = guessed
        self.path = path
        self.schemas: dict[str, Schema] | None = None
        self.late: set[str] = set()
        self.census: dict[str, Census] = {}
        self.seen: set[str] = set()
        self.cells = False
        self.bare = False
        self.rows = 0
        self.like: Dataset | None = None

    def piece(self, rows: Sequence[Any], said: Sequence[Finding] = ()) -> Dataset:
        """Return the dataset of the next rows: objects, or lists, or single values.

        Raises
        ------
        ContentError
            Objects among rows that are none, or none among objects.
        ChoiceError
            The shape that was asked for does not fit the rows.
        KindChanged
            See `padviewer.core.readers.base.Format`.
        """
        if self.schemas is None:
            self.bare = type(rows[0]) is not dict
        odd = next((at for at, row in enumerate(rows) if (type(row) is not dict) != self.bare), None)
        if odd is not None:
            raise ContentError(
                "mixed-rows",
                say("Row {row} is an object, unlike the first.", row=self.rows + odd)
                if self.bare
                else say("Row {row} is not an object, unlike the first.", row=self.rows + odd),
                where=str(self.path),
                remedy=say("Make every row an object, or every row a list."),
            )
        if self.shape == "table" and not self.bare:
            raise shape_refused("table", say("its rows are objects, which name their columns"), self.path)
        if self.bare:
            if self.schemas is None:
                self.cells = self.shape == "table" or (self.shape is None and are_cells(rows))
                self.guessed = {**self.guessed, "shape": "table"} if self.cells else self.guessed
            if self.cells:
                width = len(self.schemas) if self.schemas else len(rows[0]) if type(rows[0]) is list else 1
                return self.of_columns(columns_of(rows, self.rows, width, self.path), said)
            self.seen.update(BARE)
            return self.of_columns({self._bare_name(rows): rows}, said)
        names = dict.fromkeys(name for row in rows for name in row)
        self.seen.update(names)
        if self.schemas is None:
            names |= dict.fromkeys(base_name(name) for name in self.kinds)
        else:
            said = [*said, *self._late(names, rows)]
            names = dict.fromkeys(self.schemas)
        return self.of_columns({name: [row.get(name) for row in rows] for name in names}, said)

    def of_columns(self, columns: Mapping[str, Sequence[Any]], said: Sequence[Finding] = ()) -> Dataset:
        """Return the dataset of the next rows, given column by column.

        Raises
        ------
        ContentError
            Too many columns, or none that can be shown.
        KindChanged
            See `padviewer.core.readers.base.Format`.
        """
        if self.schemas is None and (self.cells or not self.seen):
            self.seen.update(columns)
        if self.schemas is None:
            if len(columns) > COLUMNS:
                raise ContentError(
                    "too-many-columns",
                    say(
                        "There are {columns} columns; PadViewer reads up to {most}.",
                        columns=len(columns),
                        most=COLUMNS,
                    ),
                    where=str(self.path),
                    remedy=say("Write rows as lists, or fewer columns."),
                )
            self.schemas = {
                name: decide(name, take_apart(name, rows), self.kinds) for name, rows in columns.items()
            }
        data = {}
        findings = list(said)
        count = 0
        for name, rows in columns.items():
            count = len(rows)
            schema = self.schemas[name]
            if schema.left_out:
                findings += [left_out(name, schema.left_out)] if self.rows == 0 else []
                continue
            census = self.census.setdefault(name, Census())
            data[name], more = build(name, rows, schema, self.rows, census)
            findings += more
        if not data:
            why: str = ""
            for name, one in self.schemas.items():
                held = say("“{name}” holds {what}", name=name, what=one.left_out)
                why = say("{first}; {then}", first=why, then=held) if why else held
            raise ContentError(
                "no-column",
                say("No column can be shown: {why}.", why=why or say("the objects are empty")),
                where=str(self.path),
                remedy=say("Save the data as numbers, texts or lists of them."),
            )
        self.rows += count
        roles = guess_roles({name: column for name, column in data.items() if name != self.key})
        piece = Dataset(
            data, {name: roles.get(name, "ignored") for name in data},
            guessed=self.guessed, findings=tuple(findings),
        )  # fmt: skip
        self.like = piece.rows(0, 0)
        return piece

    def closing(self) -> Iterator[Dataset]:
        """Yield a piece without rows that says what only all pieces together show, where there is anything.

        Raises
        ------
        ChoiceError
            A kind was asked for a column that never came.
        """
        unknown = [base_name(name) for name in self.kinds if base_name(name) not in self.seen]
        if unknown:
            there = [name for name in self.schemas or () if name in self.seen]
            raise nothing_to_read_as(unknown[0], there)
        said: list[Finding] = []
        for name, census in self.census.items():
            said += census.findings(name, (self.schemas or {})[name].kind, self.kinds.get(name) == "number")
        if said and self.like is not None:
            yield replace(self.like, findings=tuple(shifted(one, -self.rows) for one in said))

    def _bare_name(self, rows: Sequence[Any]) -> str:
        if self.schemas is not None:
            return next(iter(self.schemas))
        asked = {base_name(name): kind for name, kind in self.kinds.items() if base_name(name) in BARE}
        first: tuple[Kind, ...] = ("number", "text", *asked.values())
        kind = next((one for one in first if one in asked.values()), None)
        values = take_apart("x", rows).mended()
        name = "x" if (kind or values.kind()) != "text" else "items" if values.levels else "text"
        axes = {one.removeprefix(base_name(one)) for one in self.kinds if base_name(one) in BARE}
        if kind is not None:
            self.kinds = {**self.kinds, **dict.fromkeys((name + one for one in {"", *axes}), kind)}
        return name

    def _late(self, names: dict[str, None], rows: Sequence[Any]) -> list[Finding]:
        said = []
        for name in names:
            if name in (self.schemas or {}) or name in self.late:
                continue
            first = next(at for at, row in enumerate(rows) if name in row)
            values = take_apart(name, [row.get(name) for row in rows], self.rows)
            kind = values.kind()
            if len(self.kinds) < LATE_COLUMNS and not values.has_objects() and kind is not None:
                raise KindChanged(axes_key(name, values), kind, self.rows + first)
            self.late.add(name)
            said.append(left_out(name, say("objects, nulls or one column too many, far into the file")))
        return said
