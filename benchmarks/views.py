"""Frames of every view over ten million rows of 512 steps, and the search in a column of texts."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.data import skewed_lengths
from benchmarks.measure import Report, seconds
from benchmarks.window import pause, running_window, scratch, wait, write_parquet
from padviewer.core import Ragged
from padviewer.core.find import Query, find

if TYPE_CHECKING:
    from pathlib import Path

    from padviewer.gui.main_window import MainWindow

ROWS, MAXLEN = 10_000_000, 512
SIZES = ((1000, 700, 0.016), (1900, 1000, 0.033))
TABLE_LIMIT = 0.010
TEXTS, WORDS = 1_000_000, 50
FIRST_LIMIT, ALL_LIMIT, FIRST_ROWS = 0.2, 5.0, 100_000
SHORT = 8


def turn(view: QWidget, notches: int) -> None:
    """Turn the wheel over a view, as Qt tells it."""
    at = QPointF(view.rect().center())
    event = QWheelEvent(
        at, QPointF(view.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def frames(view: QWidget, repetitions: int) -> tuple[list[float], list[float]]:
    """Scroll with the wheel; return the seconds of each painted frame, and until it was sharp."""
    painted, sharp = [], []
    current: Callable[[], bool] = view.is_current  # type: ignore[attr-defined]
    for number in range(repetitions):
        start = time.perf_counter()
        turn(view, -1 if number % 7 else 3)
        view.repaint()
        painted.append(time.perf_counter() - start)
        while not current() and time.perf_counter() - start < 5:
            QApplication.processEvents()
        sharp.append(time.perf_counter() - start)
    return painted, sharp


def measure_views(report: Report, window: MainWindow, repetitions: int) -> None:
    """Measure the frames of every view at two sizes."""
    views: Any = window.views
    for index, name in enumerate(("heatmap", "mask", "table", "row", "series", "images")):
        views.tabs.setCurrentIndex(index)
        view = views.current
        window.controller.select(ROWS // 2, 3)
        for width, height, limit in SIZES:
            extra = window.size() - view.size()
            window.resize(width + extra.width(), height + extra.height())
            QApplication.processEvents()
            pause(0.2)
            wait(view.is_current)
            painted, sharp = frames(view, repetitions * SHORT)
            what = f"{name}, a frame of {view.width()} × {view.height()}"
            middle = statistics.median(painted)
            most = min(limit, TABLE_LIMIT) if name == "table" else limit
            report.add(
                what,
                "painted",
                cold=seconds(max(painted)),
                warm=seconds(middle),
                figure=f"{middle * 1e3:.1f} ms",
                limit=f"≤ {most * 1e3:.0f} ms",
                met=middle <= most,
            )
            report.add(what, "sharp", cold=seconds(max(sharp)), warm=seconds(statistics.median(sharp)))


def measure_find(report: Report) -> None:
    """Measure a search that finds a word early, and one that goes through all texts."""
    rng = np.random.default_rng(4)
    words = np.array([f"word{k}" for k in range(5000)])
    texts = [" ".join(row) for row in words[rng.integers(0, 5000, (TEXTS, WORDS))]]
    texts[FIRST_ROWS - 10] += " kitten"
    column = Ragged.from_lists(texts)
    start = time.perf_counter()
    for hits in find(column, Query("kitten")):
        if len(hits.rows):
            break
    first = time.perf_counter() - start
    what = f"a word in {TEXTS:,} texts of {WORDS} words"
    report.add(what, f"in row {FIRST_ROWS - 10:,}", warm=seconds(first), figure=f"{first * 1e3:.0f} ms",
               limit=f"≤ {FIRST_LIMIT * 1e3:.0f} ms", met=first <= FIRST_LIMIT)  # fmt: skip
    start = time.perf_counter()
    found = sum(len(hits.rows) for hits in find(column, Query("no such word")))
    whole = time.perf_counter() - start
    report.add(what, f"nowhere ({found} hits)", warm=seconds(whole), figure=seconds(whole),
               limit=f"≤ {ALL_LIMIT:.0f} s", met=whole <= ALL_LIMIT)  # fmt: skip
    start = time.perf_counter()
    for number, text in enumerate(texts):
        if "no such word" in text.lower():
            raise RuntimeError(f"Row {number} holds it.")
    report.add(what, "Python, one text after the other", warm=seconds(time.perf_counter() - start))


def open_rows(window: MainWindow, folder: Path) -> None:
    """Open ten million rows, 512 steps wide."""
    path = folder / "rows.parquet"
    write_parquet(path, skewed_lengths(ROWS, 8, 2000), np.int8, 127)
    controller = window.controller
    window.open(str(path))
    wait(lambda: controller.session.source is not None and controller.session.source.complete)
    controller.set_choice("Maxlen", maxlen=MAXLEN)
    wait(lambda: controller.counts is not None and not controller.work and not controller.counting)
    QTest.mouseMove(window.views)


def run(report: Report, repetitions: int) -> None:
    """Measure the views in the application's window, then the search."""
    with scratch() as folder, running_window(folder) as window:
        open_rows(window, folder)
        measure_views(report, window, repetitions)
    measure_find(report)
