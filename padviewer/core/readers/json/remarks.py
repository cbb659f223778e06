"""What there is to say of the values of a JSON column: left out, too large, rounded, null."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padviewer.core.errors import ContentError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.sentence import say, say_count


def left_out(name: str, why: str) -> Finding:
    """Return the finding that a column is not shown."""
    return Finding(
        "warning",
        "column-left-out",
        say("The column “{name}” is left out: it holds {why}.", name=name, why=why),
        1,
        remedy=say("Save what you need of it as a column of numbers, texts or lists."),
        where=name,
    )


def too_large(number: object, where: str) -> ContentError:
    """Return the error for an integer beyond 64 bits."""
    said = str(number)
    signed = len(said) <= 20 and -(2**63) <= int(said) < 2**64  # it fits, but not beside numbers with a sign
    said = said if len(said) <= 30 else f"{said[:27]}…"
    return ContentError(
        "integer-too-large",
        say("The integer {said} does not fit 64 bits with a sign.", said=said)
        if signed
        else say("The integer {said} does not fit 64 bits.", said=said),
        where=where,
        remedy=say("Write such numbers as texts."),
    )


def rounded(name: str, count: int, rows: NDArray[np.int64]) -> Finding:
    """Return the finding that integers in a column of floats are not exact."""
    return Finding(
        "warning",
        "integers-rounded",
        say_count(
            "{count} integer of “{name}” is rounded: the column also holds fractions, and "
            "float64 holds integers exactly only up to 9,007,199,254,740,992.",
            "{count} integers of “{name}” are rounded: the column also holds fractions, and "
            "float64 holds integers exactly only up to 9,007,199,254,740,992.",
            COUNT,
            name=name,
        ),
        count,
        tuple(np.unique(rows)[:MOST_ROWS].tolist()),
        say("Keep large integers in a column of their own."),
        name,
    )


def null_rows_said(name: str, rows: tuple[int, ...]) -> Finding:
    """Return the finding that rows are null."""
    return Finding(
        "info",
        "null-rows",
        say_count(
            "{count} row of “{name}” is null and read as an empty row.",
            "{count} rows of “{name}” are null and read as empty rows.",
            COUNT,
            name=name,
        ),
        len(rows),
        rows[:MOST_ROWS],
        where=name,
    )
