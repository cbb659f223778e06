"""Names of columns: each stands once in a dataset, whatever a file calls them."""

from __future__ import annotations

from collections.abc import Container, Iterable

from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import Finding
from padviewer.core.sentence import say


def free_name(name: str, place: int, taken: Container[str]) -> str:
    """Return a column's name, made unique: an empty one is column_N, a taken one gets a number.

    Parameters
    ----------
    name : str
        As the file says it.
    place : int
        Of the column, from 0.
    taken : container of str
        The names of the columns before it.
    """
    wanted = name or f"column_{place + 1}"
    free, tries = wanted, 1
    while free in taken:
        tries += 1
        free = f"{wanted}_{tries}"
    return free


def column_renamed(name: str, place: int, free: str) -> Finding:
    """Return the finding that a column has another name than in the file."""
    message = say(
        "Column {place} is named “{name}” in the file and “{free}” here, where names are unique.",
        place=str(place + 1),
        name=name,
        free=free,
    )
    return Finding("info", "column-renamed", message, 1, where=free)


def no_such_column(name: str, columns: Iterable[str], where: str = "") -> ContentError:
    """Return the error that a dataset has no column of that name."""
    return ContentError(
        "no-such-column",
        say("There is no column “{name}”.", name=name),
        where=where,
        remedy=say("The columns are: {columns}.", columns=", ".join(columns)),
    )


def nothing_to_read_as(name: str, columns: Iterable[str]) -> ChoiceError:
    """Return the error that a kind is asked for a column that never came."""
    error = no_such_column(name, columns)
    return ChoiceError("read-as", error.what, remedy=error.remedy)
