"""JSON rows as pieces of a dataset: the first piece decides the columns, the others are checked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from padviewer.core.dataset import Dataset
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.readers.base import KindChanged, ReadOptions
from padviewer.core.readers.json_values import AXIS, Schema, build, decide, left_out, take_apart
from padviewer.core.sentence import say

COLUMNS = 4096
LATE_COLUMNS = 64


class Table:
    """The columns of the file: decided by the first piece, checked by the others."""

    def __init__(self, options: ReadOptions, guessed: dict[str, str], path: Path) -> None:
        self.kinds = options.kinds
        self.guessed = guessed
        self.path = path
        self.schemas: dict[str, Schema] | None = None
        self.late: set[str] = set()
        self.bare = False
        self.rows = 0

    def piece(self, rows: Sequence[Any], said: Sequence[Finding] = ()) -> Dataset:
        """Return the dataset of the next rows: objects, or lists, or single values."""
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
        if self.bare:
            return self.of_columns({self._bare_name(rows): rows}, said)
        names = dict.fromkeys(name for row in rows for name in row)
        if self.schemas is None:
            names |= dict.fromkeys(_base_name(name) for name in self.kinds)
        else:
            said = [*said, *self._late(names, rows)]
            names = dict.fromkeys(self.schemas)
        return self.of_columns({name: [row.get(name) for row in rows] for name in names}, said)

    def of_columns(self, columns: dict[str, Sequence[Any]], said: Sequence[Finding] = ()) -> Dataset:
        """Return the dataset of the next rows, given column by column."""
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
            data[name], more = build(name, rows, schema, self.rows)
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
        return Dataset(data, guessed=self.guessed, findings=tuple(findings))

    def _bare_name(self, rows: Sequence[Any]) -> str:
        if self.schemas is None:
            ordered = {_base_name(name): kind for name, kind in self.kinds.items()}
            kind = next((ordered[name] for name in ("x", "items", "text") if name in ordered), None)
            values = take_apart("x", rows)
            if (kind or values.kind()) != "text":
                return "x"
            return "items" if values.levels else "text"
        return next(iter(self.schemas))

    def _late(self, names: dict[str, None], rows: Sequence[Any]) -> list[Finding]:
        said = []
        for name in names:
            if name in (self.schemas or {}) or name in self.late:
                continue
            first = next(at for at, row in enumerate(rows) if name in row)
            values = take_apart(name, [row.get(name) for row in rows], self.rows)
            kind = values.kind()
            if len(self.kinds) < LATE_COLUMNS and not values.has_objects() and kind is not None:
                raise KindChanged(name + AXIS * len(values.levels), kind, self.rows + first)
            self.late.add(name)
            said.append(left_out(name, say("objects, nulls or one column too many, far into the file")))
        return said


def _base_name(name: str) -> str:
    while name.endswith(AXIS):
        name = name.removesuffix(AXIS)
    return name
