"""From nothing to a window that can be used, beside an empty window with one empty plot.

Both run from bytecode, as installed programs do: it is written to a folder of its own in the cold calls.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Report, interleaved, seconds

LIMIT = 2.0
EMPTY = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(pyqtgraph.PlotWidget())
window.resize(1440, 900)
window.show()
QTimer.singleShot(0, lambda: (window.grab(), os._exit(0)))
app.exec()
"""
OWN = """
import os
from PySide6.QtCore import QSettings, QTimer
from padviewer.gui import app
application, window = app.make("light", QSettings(os.environ["SETTINGS"], QSettings.Format.IniFormat))
window.resize(1440, 900)
window.show()
QTimer.singleShot(0, lambda: (window.grab(), window.controller.shutdown(), os._exit(0)))
application.exec()
"""


def run(report: Report, repetitions: int) -> None:
    """Start both in turns; a start ends when the whole window has been painted and the event loop runs."""
    with tempfile.TemporaryDirectory(prefix="padviewer-bench-") as folder:
        environment = {
            **os.environ,
            "SETTINGS": str(Path(folder) / "settings.ini"),
            "XDG_CACHE_HOME": folder,
            "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode"),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        used: dict[str, list[float]] = {"PadViewer": [], "empty plot": []}

        def start(name: str, program: str) -> None:
            before = children_cpu()
            subprocess.run([sys.executable, "-c", program], env=environment, check=True)
            used[name].append(children_cpu() - before)

        found = interleaved(
            {"PadViewer": lambda: start("PadViewer", OWN), "empty plot": lambda: start("empty plot", EMPTY)},
            repetitions,
        )
    what = "from the start of the process to a painted window"
    for name, timing in found.items():
        report.timing(what, name, timing, wall=True)
    report.ratio(what, "PadViewer", found["PadViewer"], "empty plot", found["empty plot"], LIMIT, wall=True)
    for name, cpu in used.items():
        report.add(f"{what}, CPU", name, cold=seconds(cpu[0]), warm=seconds(statistics.median(cpu[1:])))


def children_cpu() -> float:
    """Return the CPU seconds of all processes that this one has waited for."""
    times = os.times()
    return times.children_user + times.children_system
