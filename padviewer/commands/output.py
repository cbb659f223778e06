"""What a command prints: one JSON document, or aligned plain text; progress goes to standard error."""

from __future__ import annotations

import json
import math
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from padviewer.core.finding import Finding

MISSING = "–"
MINUS = "\u2212"
NARROW = "\u202f"  # the no-break space between a number and its unit
EVERY = 0.1
FLAGS = {  # what does on the command line what a finding's remedy says, by the finding's code
    "steps-lost": "--maxlen max",
    "empty-rows": "--empty-rows drop",
    "inner-steps-lost": "--maxlen N,M",
    "outlier": "--maxlen p99",
    "not-right-padded": "--padding post",
    "fill-collides": "--value V, or --shift 1 for ids",
    "negative-id": "--value 0, --shift 1",
    "missing-values": "--fill V",
    "nan": "--fill V",
    "inf": "--fill V --fill-infinite",
    "lossy-cast": "--dtype D, or --lossy allow",
    "rounded": "--dtype D",
    "memory": "--maxlen N, --dtype D",
}


def write_json(document: Mapping[str, Any]) -> None:
    """Print one JSON document in ASCII; a number that JSON does not have (NaN, inf) becomes its name."""
    write(json.dumps(_sayable(document), indent=1, ensure_ascii=True, allow_nan=False) + "\n")


def _sayable(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _sayable(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_sayable(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


def write_lines(lines: Iterable[str]) -> None:
    """Print lines of text."""
    write("".join(f"{line.rstrip()}\n" for line in lines))


def write(text: str) -> None:
    """Print text; what nobody reads any more (a closed pipe) is dropped in silence."""
    if sys.stdout is None:  # a program without a console
        return
    try:
        sys.stdout.write(text)
    except OSError as error:
        _drop(error)


def flush() -> None:
    """Bring what was printed to its reader, while an error can still be told; see `write`."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError as error:
        _drop(error)


def _drop(error: OSError) -> None:
    """Send the rest nowhere, or Python complains when it ends; all but a closed pipe is told."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    if not isinstance(error, BrokenPipeError):
        raise OSError(error.errno, error.strerror, "standard output") from error


def table(header: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """Return aligned lines, two spaces between columns; the columns `right` stand at their right edge."""
    cells = [list(header), *([printable(cell) for cell in row] for row in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(header))]
    at_right = set(right)
    return [
        "  ".join(
            cell.rjust(width) if at in at_right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def finding_lines(findings: Iterable[Finding], flags: Mapping[Finding, str] | None = None) -> list[str]:
    """Return a heading and one line for each finding; nothing without findings.

    `flags` holds the flags that do what a remedy says where its code alone does not tell them.
    """
    known = flags or {}
    said = [(one.level, f"{one.message} {remedy(one, known.get(one, ''))}".strip()) for one in findings]
    if not said:
        return []
    width = max(len(level) for level, _ in said)
    return ["", "Findings", *(f"  {level:<{width}}  {printable(text)}" for level, text in said)]


def remedy(finding: Finding, flag: str = "") -> str:
    """Return what to do about a finding, with the flag that does it."""
    flag = flag or FLAGS.get(finding.code, "")
    if not finding.remedy or not flag or finding.remedy.startswith("Keep it"):
        return finding.remedy
    if finding.code == "steps-lost" and "p99" in getattr(finding.remedy, "values", {}):
        flag = FLAGS["outlier"]
    return f"{finding.remedy.removesuffix('.')} ({flag})."


def printable(text: str) -> str:
    """Return text on one line, with what would move a terminal's cursor or colours written as escapes."""
    return "".join(
        letter if letter.isprintable() or letter == NARROW else letter.encode("unicode_escape").decode()
        for letter in text
    )


def count(value: int | None) -> str:
    """Return a grouped count, ``1,319``; None is an en dash."""
    return MISSING if value is None else f"{value:,}".replace("-", MINUS)


def decimal(value: float) -> str:
    """Return a mean with three digits, or all its whole digits: ``46.3``, ``1,230``."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(share: float) -> str:
    """Return a share (0 to 1) in percent, which is 0 or 100 only where it is exactly that."""
    if share in (0, 1):
        return f"{share:.0%}".replace("%", f"{NARROW}%")
    hundredths = share * 100
    if hundredths < 0.005:
        return f"< 0.01{NARROW}%"
    if hundredths >= 99.95:
        return f"> 99.9{NARROW}%"
    return f"{hundredths:.{2 if hundredths < 0.995 else 1}f}{NARROW}%"


def size(nbytes: int) -> str:
    """Return bytes with an SI unit and three digits: ``506 kB``, ``41.8 GB``."""
    value, units = float(nbytes), ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
    while value >= 999.5 and len(units) > 1:
        value /= 1000
        units.pop(0)
    digits = 0 if units[0] == "B" or value >= 99.95 else 1 if value >= 9.995 else 2
    return f"{value:,.{digits}f}{NARROW}{units[0]}"


class Progress:
    """One line on standard error that says how far the work is; only on a terminal.

    Parameters
    ----------
    what : str
        What is being done, such as ``"Writing out.npz"``.
    """

    def __init__(self, what: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._what = printable(what)
        self._clock = clock
        self._last = -math.inf
        self._shown = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Self:
        self._say(f"{self._what} …")
        return self

    def __exit__(self, *_: object) -> None:
        self._say("")

    def __call__(self, done: int, total: int) -> None:
        """Say how much is done, at most ten times a second."""
        now = self._clock()
        if now - self._last >= EVERY:
            self._last = now
            self._say(f"{self._what}: {percent(done / total if total else 1.0)}")

    def _say(self, text: str) -> None:
        if self._shown:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
