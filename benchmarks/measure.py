"""Measuring candidates in turns, and telling the figures beside their limits."""

from __future__ import annotations

import ctypes
import gc
import importlib
import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType

REPETITIONS = 15
M_MMAP_THRESHOLD = -3


@dataclass
class Timing:
    """Seconds of one candidate: CPU seconds of all threads, and on the clock.

    Parameters
    ----------
    cold, cold_wall : float
        The first call.
    cpu, wall : list of float
        The calls after it.
    """

    cold: float = 0.0
    cold_wall: float = 0.0
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """CPU seconds."""
        return statistics.median(self.cpu)

    @property
    def median_wall(self) -> float:
        """Seconds on the clock."""
        return statistics.median(self.wall)


def fresh_pages() -> bool:
    """Have the C library take every block over 128 KiB from the system and give it back at once.

    Otherwise outputs below 32 MiB land in memory that the call before has left behind, which is not fresh.
    False where this C library has no such setting.
    """
    try:
        return bool(ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, 128 << 10))
    except (OSError, AttributeError, TypeError):
        return False


def timed(function: Callable[[], object]) -> tuple[float, float]:
    """Return CPU and clock seconds of a call; what it returns is freed outside of them."""
    wall, cpu = time.perf_counter(), time.process_time()
    made = function()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    del made
    return cpu, wall


def interleaved(
    candidates: Mapping[str, Callable[[], object]],
    repetitions: int,
    before: Callable[[], object] | None = None,
) -> dict[str, Timing]:
    """Time all candidates in turns: a cold call of each, then `repetitions` rounds.

    `before` runs, untimed, ahead of every round.
    """
    found = {name: Timing() for name in candidates}
    gc.collect()
    gc.disable()
    try:
        for turn in range(repetitions + 1):
            if before is not None:
                before()
            for name, function in candidates.items():
                cpu, wall = timed(function)
                if turn == 0:
                    found[name].cold, found[name].cold_wall = cpu, wall
                else:
                    found[name].cpu.append(cpu)
                    found[name].wall.append(wall)
    finally:
        gc.enable()
    return found


def peer(name: str, report: Report) -> ModuleType | None:
    """Import a peer; one that is not installed is named in the report."""
    try:
        return importlib.import_module(name)
    except ImportError:
        report.note(f"{name} is not installed here and is left out.")
        return None


def seconds(value: float) -> str:
    """Return a time for a person: 1.23 s, 4.56 ms or 7.8 µs."""
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1e3:.2f} ms" if value >= 1e-3 else f"{value * 1e6:.1f} µs"


def machine() -> str:
    """Return what it runs on, in one line."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} CPUs{load}"


class Report:
    """The figures of one group.

    Parameters
    ----------
    group, what : str
        Its name, and what it is about.
    """

    HEADER = ("what", "candidate", "cold", "warm median", "figure", "limit", "")

    def __init__(self, group: str, what: str) -> None:
        self._title = f"{group}: {what}"
        self._lines: list[tuple[str, ...]] = []
        self._notes: list[str] = []

    def note(self, text: str) -> None:
        """Say something below the table, once."""
        if text not in self._notes:
            self._notes.append(text)

    def add(
        self, what: str, candidate: str, *, cold: str = "", warm: str = "", figure: str = "", limit: str = "",
        met: bool | None = None,
    ) -> None:  # fmt: skip
        """Add a line; `met` None where nothing is demanded of it."""
        self._lines.append(
            (what, candidate, cold, warm, figure, limit, {None: "", True: "met", False: "not met"}[met])
        )

    def ratio(
        self, what: str, name: str, own: Timing, other: str, peer: Timing, limit: float, *, wall: bool = False
    ) -> None:
        """Add `own` beside `peer`: the ratio of their medians, demanded to be at most `limit`."""
        mine, theirs = (own.median_wall, peer.median_wall) if wall else (own.median, peer.median)
        share = mine / theirs
        self.add(
            what, f"{name} / {other}", figure=f"{share:.3f}" if share < 0.1 else f"{share:.2f}",
            limit=f"≤ {limit:g}", met=share <= limit,
        )  # fmt: skip

    def timing(self, what: str, name: str, timing: Timing, *, wall: bool = False) -> None:
        """Add a candidate's times."""
        cold, warm = (timing.cold_wall, timing.median_wall) if wall else (timing.cold, timing.median)
        self.add(what, name, cold=seconds(cold), warm=seconds(warm))

    def show(self) -> None:
        """Print everything."""
        table = [self.HEADER, *self._lines]
        widths = [max(len(line[k]) for line in table) for k in range(len(self.HEADER))]
        print(f"\n{self._title}")
        before = ""
        for line in table:
            cells = ("" if line[0] == before else line[0], *line[1:])
            before = line[0]
            print(
                "  "
                + "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
            )
        for text in self._notes:
            print(f"  {text}")
