"""Finding: something a person should know about this data with this recipe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from padviewer.core import sentence
from padviewer.core.sentence import Sentence

Level = Literal["info", "warning", "error"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
MOST_ROWS = 1000
COUNT = "{count}"  # stands in a message as the value `count` until `counted` writes the finding's count


@dataclass(frozen=True)
class Finding:
    """One finding.

    Parameters
    ----------
    level : {"info", "warning", "error"}
    code : str
        Stable name in kebab case, such as ``"steps-lost"``.
    message : str
        One or two sentences with numbers and names.
    count : int
        How many rows, steps or values; what is counted is in the message.
    rows : tuple of int
        The first rows it concerns, at most `MOST_ROWS`, ascending.
    remedy : str
        What to do, verb first; empty where there is nothing to do.
    where : str
        The column or tensor; empty where it is the whole dataset.
    """

    level: Level
    code: str
    message: str
    count: int = 0
    rows: tuple[int, ...] = ()
    remedy: str = ""
    where: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the finding with the documented JSON keys."""
        return {
            "level": self.level,
            "code": self.code,
            "message": self.message,
            "count": self.count,
            "rows": list(self.rows),
            "remedy": self.remedy,
            "where": self.where,
        }

    def to_wire(self) -> dict[str, Any]:
        """Return `to_json`'s answer and, as ``said``, how its texts were made: for a process or a file."""
        said = {"message": sentence.to_json(self.message), "remedy": sentence.to_json(self.remedy)}
        return {**self.to_json(), "said": said}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Finding:
        """Build a finding from the answer of `to_wire` or `to_json`."""
        plain = {key: value for key, value in data.items() if key != "said"}
        said = {key: sentence.from_json(text) for key, text in data.get("said", {}).items()}
        return cls(**{**plain, **said, "rows": tuple(data["rows"])})


def by_level(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, most serious first, otherwise in their order."""
    return tuple(sorted(findings, key=lambda f: LEVELS.index(f.level)))


def counted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with each one's count where its message says `COUNT`."""
    return tuple(
        replace(finding, message=_with_count(finding.message, finding.count)) for finding in findings
    )


def _with_count(text: str, count: int) -> str:
    said = text.replace(COUNT, f"{count:,}")
    if not isinstance(text, Sentence):
        return said
    values = {
        name: count if value == COUNT else _with_count(value, count) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    if text.one and text.values.get("count") == COUNT:
        return sentence.with_count(text, values)
    return Sentence(said, text.template, values, text.one)


def named(finding: Finding) -> Finding:
    """Return a finding about a column with the column's name in its message."""
    name, message = finding.where, finding.message
    if not name or f"“{name}”" in message:
        return finding
    return replace(finding, message=sentence.say("“{name}”: {message}", name=name, message=message))


def first_rows(rows: NDArray[np.integer[Any]]) -> tuple[int, ...]:
    """Return the first `MOST_ROWS` different numbers of ascending row numbers."""
    new = np.ones(len(rows), bool)
    new[1:] = rows[1:] != rows[:-1]
    return tuple(rows[new][:MOST_ROWS].tolist())


def shifted(finding: Finding, by: int) -> Finding:
    """Return `finding` with `by` added to its row numbers (for a piece that starts at row `by`)."""
    return replace(finding, rows=tuple(row + by for row in finding.rows))
