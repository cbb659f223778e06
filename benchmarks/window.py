"""The running window that benchmarks look at: its own folders, waiting, and the gaps of its event loop."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer

from benchmarks.data import offsets_of

if TYPE_CHECKING:
    from padviewer.gui.window.main_window import MainWindow

PIECE_ROWS = 100_000
TICK_MS = 1
SPARE_SECONDS = 3.0  # a new spare starts half a second after the old one was taken, and then imports


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder for large files, with this user's cache inside; it is removed in the end."""
    with tempfile.TemporaryDirectory(prefix="padviewer-bench-", ignore_cleanup_errors=True) as folder:
        old = os.environ.get("XDG_CACHE_HOME")
        os.environ["XDG_CACHE_HOME"] = str(Path(folder, "cache"))
        try:
            yield Path(folder)
        finally:
            if old is None:
                del os.environ["XDG_CACHE_HOME"]
            else:
                os.environ["XDG_CACHE_HOME"] = old


@contextmanager
def running_window(folder: Path) -> Iterator[MainWindow]:
    """Show the application's own window, with its children, off the screen; a spare child is warm."""
    from padviewer.gui import app

    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    application, window = app.make("light", settings)
    window.show()
    pause(SPARE_SECONDS)
    try:
        yield window
    finally:
        window.controller.shutdown()
        window.close()
        application.processEvents()


def pause(seconds: float) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def wait(ready: Callable[[], bool], seconds: float = 600) -> None:
    """Run the event loop until `ready()`; raises TimeoutError where it does not come."""
    end = time.monotonic() + seconds
    loop = QEventLoop()
    timer = QTimer(interval=2)
    timer.timeout.connect(lambda: loop.quit() if ready() or time.monotonic() > end else None)
    timer.start()
    if not ready():
        loop.exec()
    if not ready():
        raise TimeoutError(f"Nothing came in {seconds:.0f} seconds.")


class Gaps:
    """The seconds between two turns of the event loop, from a timer that is due every millisecond."""

    def __init__(self) -> None:
        self._seconds: list[float] = []
        self._last = 0.0
        self._timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Begin."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> NDArray[np.float64]:
        """End, and return all gaps."""
        self._timer.stop()
        return np.array(self._seconds)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._seconds.append(now - self._last)
        self._last = now


def write_parquet(
    path: Path, lengths: NDArray[np.int64], dtype: type[np.integer] = np.int32, most: int = 30_001
) -> None:
    """Write one column `tokens` of lists of random integers, uncompressed, in row groups of 100,000."""
    rng = np.random.default_rng(8)
    item = pa.from_numpy_dtype(np.dtype(dtype))
    with pq.ParquetWriter(
        path, pa.schema([("tokens", pa.list_(item))]), compression="none", use_dictionary=False
    ) as file:
        for start in range(0, len(lengths), PIECE_ROWS):
            offsets = offsets_of(lengths[start : start + PIECE_ROWS])
            values = rng.integers(1, most, int(offsets[-1]), dtype)
            rows = pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.array(values))
            file.write_table(pa.table({"tokens": rows}))
