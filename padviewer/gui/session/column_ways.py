"""How one column can be read: which ways a format knows, and their words."""

from __future__ import annotations

from padviewer.core.choices.reading import COMMA, NUMBERS, POINT, TEXT, WAYS
from padviewer.gui.session.state import Source
from padviewer.gui.style.words import mark

GUESSED = ""
WAY_WORDS = {
    GUESSED: mark("As guessed"),
    NUMBERS: mark("Numbers, the rest missing"),
    COMMA: mark("Numbers with a decimal comma"),
    POINT: mark("Numbers with a decimal point"),
    TEXT: mark("Text"),
}
# Which ways a format knows; the columns of the others are of one kind by themselves
FORMAT_WAYS = {
    "CSV": WAYS,
    "TSV": WAYS,
    "Excel": WAYS,
    "JSON": (NUMBERS, TEXT),
    "JSON lines": (NUMBERS, TEXT),
    "Plain text": (NUMBERS, TEXT),
}
WHOLE_LINES = ("lines", "sentences")  # shapes whose columns the reader alone decides


def ways_of(source: Source) -> tuple[str, ...]:
    """Return how a column of the open file can be read; empty where there is no choice."""
    if source.guessed.get("shape") in WHOLE_LINES:
        return ()
    return FORMAT_WAYS.get(source.format, ())


def way_of(source: Source, column: str) -> str:
    """Return how a column is read, where a person said so."""
    return str((source.options.get("columns") or {}).get(column, GUESSED))
