"""Several tables in one file: which one is shown, and what is said of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from padviewer.core.errors import ChoiceError
from padviewer.core.finding import Finding
from padviewer.core.sentence import Sentence, say

MOST_NAMED = 20


def refuse_table(asked: str, known: Sequence[str]) -> ChoiceError:
    """Return the error that there is no table of that name."""
    if not known:
        return ChoiceError(
            "table",
            say("There is no table “{asked}”: the file holds one table.", asked=asked),
            remedy=say("Leave it out."),
        )
    return ChoiceError(
        "table",
        say("There is no table “{asked}”.", asked=asked),
        remedy=say("The tables are: {tables}.", tables=", ".join(known[:MOST_NAMED])),
    )


def several_tables(shown: str, others: Mapping[str, Sentence]) -> Finding:
    """Return the finding that other tables are in the file; `others` says what each one holds."""
    said: str = ""
    for name, holds in list(others.items())[:MOST_NAMED]:
        one = say("“{table}” ({holds})", table=name, holds=holds)
        said = say("{first}, {then}", first=said, then=one) if said else one
    return Finding(
        "warning",
        "several-tables",
        say(
            "The file holds several tables; “{shown}” is read, left out are {others}.",
            shown=shown,
            others=said,
        ),
        len(others),
        remedy=say("Read another one as the table: --table {other}.", other=next(iter(others))),
    )
