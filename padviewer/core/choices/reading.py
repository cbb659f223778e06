"""Reading: what a person said about how a file is read; kept with the recipe, so that it is read so again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.sentence import say

NUMBERS, COMMA, POINT, TEXT = "numbers", "decimal-comma", "decimal-point", "text"
WAYS = (NUMBERS, COMMA, POINT, TEXT)


@dataclass(frozen=True)
class Reading:
    """How a file is read, where that was said; None and empty are guessed. See `ReadOptions`.

    Parameters
    ----------
    format, delimiter, shape, table, encoding, long : str or None
    header : bool or None
    columns : mapping of str to str
        One of `WAYS` by column.

    Raises
    ------
    ChoiceError
        What can never be said so.
    """

    format: str | None = None
    delimiter: str | None = None
    header: bool | None = None
    shape: str | None = None
    table: str | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    long: str | None = None

    def __post_init__(self) -> None:
        for name, value in self._said().items():
            kind = bool if name == "header" else Mapping if name == "columns" else str
            if not isinstance(value, kind):
                raise ChoiceError(
                    name, say("{value} does not say how a file is read.", value=repr(value)),
                    remedy=say("Leave it out to let it be guessed."),
                )  # fmt: skip
        for column, way in self.columns.items():
            if way not in WAYS:
                raise ChoiceError(
                    "read-as",
                    say("The column “{name}” cannot be read as “{way}”.", name=column, way=str(way)),
                    remedy=say("Choose {ways} or {last}.", ways=", ".join(WAYS[:-1]), last=WAYS[-1]),
                )
        object.__setattr__(self, "columns", dict(self.columns))

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> Self:
        """Return what the options of a reader say that a person can say too; what is guessed is left out."""
        known = {one.name for one in fields(cls)}
        return cls(**{name: value for name, value in options.items() if name in known and value is not None})

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.options())

    def _said(self) -> dict[str, Any]:
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if value is not None}

    def options(self) -> dict[str, Any]:
        """Return what is said, for `open_dataset` and for a file."""
        return {name: value for name, value in self._said().items() if value != {}}

    def over(self, other: Reading) -> Reading:
        """Return this reading, and what it leaves to guess as `other` says it."""
        columns = {**other.columns, **self.columns}
        return replace(other, **{**self.options(), "columns": columns})


def misfit(error: ChoiceError, path: str) -> ContentError:
    """Return the error of a file that cannot be read as a recipe says, made of what the reader said."""
    return ContentError(
        "reading-does-not-fit",
        say("The file cannot be read as the recipe says: {what}", what=error.what),
        where=path,
        remedy=say("Take it out of the recipe's table “reading”, or give the file it was made for."),
    )
