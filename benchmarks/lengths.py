"""Ten million lengths: what a moved maxlen costs, from the numbers alone and in the window."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.data import skewed_lengths
from benchmarks.measure import Report, interleaved, seconds
from benchmarks.window import running_window, scratch, wait, write_parquet
from padviewer.core.data.lengths import at_maxlen, count_lengths

if TYPE_CHECKING:
    from padviewer.gui.window.main_window import MainWindow

ROWS = 10_000_000
SHORT = 8
LIMIT = 0.1


class Paints(QObject):
    """Counts how often a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def drag(window: MainWindow, moves: int) -> list[float]:
    """Drag maxlen with the mouse; return the seconds from each move to the numbers painted for it."""
    panel, controller = window.lengths_panel, window.controller
    chart = panel.chart
    paints = Paints(panel.numbers)
    y = int(chart.plot_rect().center().y())
    left, right = int(chart.plot_rect().left()) + 20, int(chart.plot_rect().right()) - 20
    at = int(chart.handle_x())
    QTest.mousePress(
        chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(at, y)
    )
    found = []
    for x in np.random.default_rng(7).integers(left, right, moves).tolist():
        before, painted = controller.shown.axes[0].width, paints.count
        start = time.perf_counter()
        QTest.mouseMove(chart.viewport(), QPoint(x, y))
        while paints.count == painted and time.perf_counter() - start < 10:
            QApplication.processEvents()
        took = time.perf_counter() - start
        if controller.shown.axes[0].width != before:  # a move by no step is no change
            found.append(took)
    QTest.mouseRelease(
        chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(at, y)
    )
    return found


def measure_window(report: Report, repetitions: int) -> None:
    """Measure the mouse in the application's window, ten million rows open."""
    with scratch() as folder:
        path = folder / "lengths.parquet"
        write_parquet(path, skewed_lengths(ROWS, 8, 200), np.int8, 127)
        with running_window(folder) as window:
            controller = window.controller
            window.open(str(path))
            wait(lambda: controller.session.source is not None and controller.session.source.complete)
            wait(
                lambda: (
                    controller.counting.counts is not None
                    and not controller.work
                    and not controller.counting.is_busy
                )
            )
            wait(window.views.current.is_current)
            found = drag(window, repetitions * SHORT)
    what = f"{ROWS:,} rows in the window: from a mouse move to painted numbers"
    report.add(what, "window", cold=seconds(found[0]), warm=seconds(statistics.median(found)))
    middle = statistics.median(found)
    report.add(
        what, f"{len(found)} moves, slowest {seconds(max(found))}", figure=seconds(middle), limit="≤ 100 ms",
        met=middle <= LIMIT,
    )  # fmt: skip


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
    measure_window(report, repetitions)
