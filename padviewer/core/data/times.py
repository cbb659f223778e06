"""Times, which are read as whole numbers: what those count, in words."""

from __future__ import annotations

from typing import Any

from padviewer.core.finding import Finding, named
from padviewer.core.sentence import Sentence, say

UNITS = {
    "s": say("seconds"),
    "ms": say("milliseconds"),
    "us": say("microseconds"),
    "ns": say("nanoseconds"),
}


def times_as_numbers(name: str, kind: Any) -> Finding:
    """Return the finding that a column of this Arrow type is read as whole numbers."""
    message = say("{values} They are read as whole numbers in that unit.", values=_words(kind))
    return named(Finding("info", "times-as-numbers", message, where=name))


def _words(kind: Any) -> Sentence:
    from pyarrow import types

    if types.is_date32(kind):
        return say("The values are dates: days since 1970-01-01.")
    if types.is_date64(kind):
        return say("The values are dates: milliseconds since 1970-01-01.")
    unit = UNITS[kind.unit]
    if types.is_timestamp(kind):
        if kind.tz:
            return say("The values are points in time: {unit} since 1970-01-01 00:00 UTC.", unit=unit)
        return say("The values are points in time: {unit} since 1970-01-01 00:00.", unit=unit)
    if types.is_time(kind):
        return say("The values are times of day: {unit} since midnight.", unit=unit)
    return say("The values are durations in {unit}.", unit=unit)


def durations_as_seconds(name: str) -> Finding:
    """Return the finding that durations are read as numbers of seconds."""
    import pyarrow as pa

    return times_as_numbers(name, pa.duration("s"))
