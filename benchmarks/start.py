"""From nothing to a window that can be used, beside an empty window with one empty plot."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Report, interleaved

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
        }

        def start(program: str) -> None:
            subprocess.run([sys.executable, "-c", program], env=environment, check=True)

        found = interleaved(
            {"PadViewer": lambda: start(OWN), "empty plot": lambda: start(EMPTY)}, repetitions
        )
    what = "from the start of the process to a painted window"
    for name, timing in found.items():
        report.timing(what, name, timing, wall=True)
    report.ratio(what, "PadViewer", found["PadViewer"], "empty plot", found["empty plot"], LIMIT, wall=True)
