"""A 1 GB Parquet file in the running window: the time to its first rows, and what the event loop feels."""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import skewed_lengths
from benchmarks.measure import Report, seconds
from benchmarks.window import SPARE_SECONDS, Gaps, pause, running_window, scratch, wait, write_parquet

if TYPE_CHECKING:
    from padviewer.gui.window.main_window import MainWindow

LARGE_ROWS, MEAN = 2_150_000, 120
EXPORTED_ROWS = 400_000
FIRST_ROWS_LIMIT = 2.0
GAP_LIMIT = 0.1
MORE_GAPS = 2
IDLE_SECONDS = 15.0


def forget_pages(path: Path) -> bool:
    """Ask the system to drop a file's pages from memory; return whether it can be asked."""
    if not hasattr(os, "posix_fadvise"):
        return False
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)
    return True


def first_rows(window: MainWindow, path: Path) -> float:
    """Return the seconds from the request to painted rows; the reading is then cancelled."""
    controller = window.controller
    before = controller.session.source
    start = time.perf_counter()
    window.open(str(path))
    wait(
        lambda: (
            controller.session.source is not None
            and controller.session.source is not before
            and controller.plan is not None
            and len(controller.plan) > 0
            and window.views.current.is_current()
        )
    )
    took = time.perf_counter() - start
    controller.loader.cancel()
    pause(SPARE_SECONDS)
    return took


def measure_opening(report: Report, repetitions: int, window: MainWindow, path: Path) -> None:
    """Measure the first rows, the file's pages in memory and not, in turns."""
    warm, cold = [], []
    first_rows(window, path)
    for _ in range(repetitions):
        warm.append(first_rows(window, path))
        if forget_pages(path):
            cold.append(first_rows(window, path))
    what = f"{path.stat().st_size / 1e9:.2f} GB Parquet, request to painted rows"
    report.add(
        what,
        "PadViewer",
        cold=seconds(statistics.median(cold)) if cold else "",
        warm=seconds(statistics.median(warm)),
    )
    for name, found in (("warm", warm), ("cold", cold)):
        if found:
            middle = statistics.median(found)
            report.add(
                what, f"{name}, slowest {seconds(max(found))}", figure=seconds(middle), limit="≤ 2 s",
                met=middle <= FIRST_ROWS_LIMIT,
            )  # fmt: skip


def idle_gaps() -> NDArray[np.float64]:
    """Return the gaps of a window that nobody touches."""
    gaps = Gaps()
    gaps.start()
    pause(IDLE_SECONDS)
    return gaps.stop()


def busy_gaps(window: MainWindow, folder: Path, large: Path, exported: Path) -> NDArray[np.float64]:
    """Return the gaps while TensorFlow loads, a file loads and an export runs, all at once."""
    controller = window.controller
    window.open(str(exported))
    wait(
        lambda: (
            not controller.work
            and controller.session.source is not None
            and controller.session.source.complete
        )
    )
    wait(lambda: controller.plan is not None and not controller.counting.is_busy)
    pause(SPARE_SECONDS)
    ended: list[object] = []
    controller.exporter.exported.connect(ended.append)
    controller.exporter.failed.connect(ended.append)
    gaps = Gaps()
    gaps.start()
    controller.export(str(folder / "exported.npz"))
    window.open(str(large))
    controller.model.start()
    template, parameters = "embedding_rnn", {}
    controller.model.choose_template(template, parameters)
    wait(
        lambda: (
            bool(ended)
            and not controller.work
            and controller.session.source is not None
            and controller.session.source.complete
            and controller.session.source.path == str(large)
            and not controller.model.state.busy
        )
    )
    found = gaps.stop()
    if not isinstance(ended[0], dict) or controller.model.state.problem:
        raise RuntimeError(f"The export or the model failed: {ended[0]} {controller.model.state.problem}")
    return found


def run(report: Report, repetitions: int) -> None:
    """Measure both."""
    with scratch() as folder:
        large, exported = folder / "large.parquet", folder / "exported.parquet"
        write_parquet(large, skewed_lengths(LARGE_ROWS, MEAN, 1500))
        write_parquet(exported, skewed_lengths(EXPORTED_ROWS, MEAN, 1500, seed=9))
        with running_window(folder) as window:
            measure_opening(report, repetitions, window, large)
        with running_window(folder) as window:
            idle = idle_gaps()
            busy = busy_gaps(window, folder, large, exported)
    what = "event loop, gaps between turns"
    for name, gaps in (("idle", idle), ("TensorFlow, a file and an export", busy)):
        report.add(
            what, f"{name}: {len(gaps):,} turns in {gaps.sum():.0f} s",
            warm=f"worst {gaps.max() * 1e3:.0f} ms", figure=f"{int((gaps > GAP_LIMIT).sum())} over 100 ms",
        )  # fmt: skip
    tail = float(np.quantile(busy, 0.999))
    report.add(what, "99.9th percentile, busy", figure=seconds(tail), limit="≤ 100 ms", met=tail <= GAP_LIMIT)
    more = int((busy > GAP_LIMIT).sum()) - int((idle > GAP_LIMIT).sum())
    report.add(
        what,
        "gaps over 100 ms more than idle",
        figure=str(more),
        limit=f"≤ {MORE_GAPS}",
        met=more <= MORE_GAPS,
    )
