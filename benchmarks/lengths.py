"""Ten million lengths: what a moved maxlen costs, from the numbers alone and in the window."""

from __future__ import annotations

import importlib.util

import numpy as np

from benchmarks.data import skewed_lengths
from benchmarks.measure import Report, interleaved
from padviewer.core.lengths import at_maxlen, count_lengths

ROWS = 10_000_000
SHORT = 8
LIMIT = 0.1


def run(report: Report, repetitions: int) -> None:
    """Measure the counting, once a column, and the answer, at every move of the mouse."""
    lengths = skewed_lengths(ROWS, 120, 5000)
    rng = np.random.default_rng(7)
    maxlen = [0]

    def move() -> None:
        maxlen[0] = int(rng.integers(1, 5001))

    counted = interleaved({"count_lengths": lambda: count_lengths(lengths)}, repetitions)
    report.timing(f"{ROWS:,} lengths counted, once a column", "count_lengths", counted["count_lengths"])
    counts = count_lengths(lengths)
    moved = interleaved({"at_maxlen": lambda: at_maxlen(counts, maxlen[0], 4)}, repetitions * SHORT, move)[
        "at_maxlen"
    ]
    what = "numbers for a moved maxlen"
    report.timing(what, "at_maxlen", moved)
    report.add(
        what, "at_maxlen", figure=f"{moved.median * 1e3:.3f} ms", limit="≤ 100 ms", met=moved.median <= LIMIT
    )
    if importlib.util.find_spec("padviewer.gui.main_window") is None:
        report.note("The window is not there: from the mouse to painted numbers is not measured.")
