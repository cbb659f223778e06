"""Frames of every view over ten million rows of 512 steps, and the search in a column of texts."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from benchmarks.data import skewed_lengths
from benchmarks.measure import Report, seconds
from benchmarks.window import Gaps, pause, running_window, scratch, wait, write_parquet
from padviewer.core import Ragged
from padviewer.core.rows.find import Query, find

if TYPE_CHECKING:
    from pathlib import Path

    from padviewer.gui.window.main_window import MainWindow

ROWS, MAXLEN = 10_000_000, 512
SIZES = ((1000, 700, 0.016), (1900, 1000, 0.033))
TABLE_LIMIT = 0.010
LARGE, SHARP_LIMIT = (3840, 2160), 0.150
JUMPS = 9
NAMES = ("heatmap", "mask", "table", "row", "series", "images")
FAR = ("sampled", "mean", "max", "padding")
TEXTS, WORDS = 1_000_000, 50
FIRST_LIMIT, ALL_LIMIT, FIRST_ROWS = 0.2, 5.0, 100_000
SHORT = 8


def turn(view: QWidget, notches: int) -> None:
    """Turn the wheel over the middle of a view, as Qt tells it."""
    under = view.childAt(view.rect().center()) or view
    at = QPointF(under.mapFrom(view, view.rect().center()))
    event = QWheelEvent(
        at, QPointF(under.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(under, event)


def repaint(view: QWidget) -> None:
    """Paint a view now: itself, or the areas that stand over all of it."""
    areas = [view] if isinstance(view, QAbstractScrollArea) else view.findChildren(QAbstractScrollArea)
    for one in [area.viewport() for area in areas if area.isVisible()] or [view]:
        one.repaint()


def until_sharp(view: Any, start: float) -> float:
    """Run the event loop until a view shows what it shall, painted; return the seconds since `start`."""
    was_stale = not view.is_current()
    while not view.is_current() and time.perf_counter() - start < 5:
        QApplication.processEvents()
    if was_stale:
        repaint(view)
    return time.perf_counter() - start


def frames(view: QWidget, repetitions: int) -> tuple[list[float], list[float], list[float]]:
    """Scroll with the wheel; return each frame's seconds, its CPU seconds, and the seconds until sharp."""
    painted, used, sharp = [], [], []
    for number in range(repetitions):
        start, cpu = time.perf_counter(), time.thread_time()
        turn(view, -1 if number % 7 else 3)
        repaint(view)
        painted.append(time.perf_counter() - start)
        used.append(time.thread_time() - cpu)
        sharp.append(until_sharp(view, start))
    return painted, used, sharp


def resize_view(window: MainWindow, view: QWidget, width: int, height: int) -> None:
    """Give the window the size at which a view has this one."""
    extra = window.size() - view.size()
    window.resize(width + extra.width(), height + extra.height())
    QApplication.processEvents()
    pause(0.2)


def measure_views(report: Report, window: MainWindow, repetitions: int) -> None:
    """Measure the frames of every view at two sizes, and on a large screen how soon a far row is sharp."""
    views: Any = window.views
    for index, name in enumerate(NAMES):
        views.tabs.setCurrentIndex(index)
        view = views.current
        window.controller.select(ROWS // 2, 3)
        for width, height, limit in SIZES:
            resize_view(window, view, width, height)
            wait(view.is_current)
            most = min(limit, TABLE_LIMIT) if name == "table" else limit
            what = f"{name}, a frame of {view.width()} × {view.height()}"
            add_frames(report, what, frames(view, repetitions * SHORT), most)
        resize_view(window, view, *LARGE)
        wait(view.is_current)
        jumps, used = [], []
        for number in range(JUMPS):
            start, cpu = time.perf_counter(), time.thread_time()
            window.controller.select(ROWS // 2 + (number + 1) * 1009, 3)
            repaint(view)
            jumps.append(until_sharp(view, start))
            used.append(time.thread_time() - cpu)
        middle = statistics.median(jumps)
        what = f"{name}, a jump at {view.width()} × {view.height()}"
        report.add(what, "sharp", cold=seconds(max(jumps)),
                   warm=seconds(middle), figure=f"{middle * 1e3:.0f} ms",
                   limit=f"≤ {SHARP_LIMIT * 1e3:.0f} ms", met=middle <= SHARP_LIMIT)  # fmt: skip
        report.add(what, "sharp, CPU", cold=seconds(max(used)), warm=seconds(statistics.median(used)))


def add_frames(
    report: Report, what: str, found: tuple[list[float], list[float], list[float]], most: float
) -> None:
    """Add what `frames` found; `most` seconds are demanded of the median."""
    painted, used, sharp = found
    middle = statistics.median(painted)
    report.add(what, "painted", cold=seconds(max(painted)), warm=seconds(middle),
               figure=f"{middle * 1e3:.1f} ms",
               limit=f"≤ {most * 1e3:.0f} ms", met=middle <= most)  # fmt: skip
    report.add(what, "painted, CPU", cold=seconds(max(used)), warm=seconds(statistics.median(used)))
    report.add(what, "sharp", cold=seconds(max(sharp)), warm=seconds(statistics.median(sharp)))


def measure_charts(report: Report, window: MainWindow, repetitions: int) -> None:
    """Measure the chart of lengths under a moving handle, and the overview strip beside the heatmap."""
    window.views.tabs.setCurrentIndex(0)
    width, height, limit = SIZES[0]
    heatmap: Any = window.views.current
    resize_view(window, heatmap, width, height)
    wait(window.views.is_current)
    chart = window.lengths_panel.chart
    moves: list[tuple[str, QWidget, Callable[[int], object]]] = [
        ("lengths", chart.viewport(), lambda number: chart.set_maxlen(MAXLEN // 2 + number)),
        ("heatmap and overview", heatmap, lambda _: None),
    ]
    for name, widget, move in moves:
        painted = []
        for number in range(repetitions * SHORT):
            start = time.perf_counter()
            move(number)
            repaint(widget)
            painted.append(time.perf_counter() - start)
        middle = statistics.median(painted)
        report.add(f"{name}, a frame of {widget.width()} × {widget.height()}", "painted",
                   cold=seconds(max(painted)), warm=seconds(middle), figure=f"{middle * 1e3:.1f} ms",
                   limit=f"≤ {limit * 1e3:.0f} ms", met=middle <= limit)  # fmt: skip
    chart.set_maxlen(MAXLEN)


def measure_far(report: Report, window: MainWindow) -> None:
    """Measure how soon all rows are drawn each way, and the worst gap of the event loop meanwhile."""
    window.views.tabs.setCurrentIndex(0)
    window.views.fit_all()
    controller = window.controller
    for far in FAR:
        gaps = Gaps()
        gaps.start()
        start = time.perf_counter()
        controller.look(colouring=replace(controller.view.colouring, far=far))
        wait(window.views.is_current)
        taken = time.perf_counter() - start
        report.add("heatmap, all rows on the screen", far, cold=seconds(taken),
                   figure=f"gap {gaps.stop().max() * 1e3:.0f} ms")  # fmt: skip


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
    wait(
        lambda: (
            controller.counting.counts is not None and not controller.work and not controller.counting.is_busy
        )
    )
    QTest.mouseMove(window.views)


def run(report: Report, repetitions: int) -> None:
    """Measure the views in the application's window, then the search."""
    with scratch() as folder, running_window(folder) as window:
        open_rows(window, folder)
        measure_views(report, window, repetitions)
        measure_charts(report, window, repetitions)
        measure_far(report, window)
    measure_find(report)
