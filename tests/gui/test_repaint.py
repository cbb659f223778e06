"""Hundreds of repaints in a process of their own: some versions of Qt's bindings abort on the way."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WALK = """
import sys
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from padviewer.assets import asset
from padviewer.gui import app as application

app, window = application.make("light", QSettings(sys.argv[1], QSettings.Format.IniFormat))
window.resize(1280, 800)
window.show()
window.open(str(asset("samples/sensors.npz")))
assert application.wait_until(lambda: application.is_settled(window), 60)
view = window.views.current
QTest.keyClick(view, Qt.Key.Key_Plus)
seen = set()
for k in range(300):
    down = -120 if k < 150 else 120
    at = QPointF(300, 200)
    turn = QWheelEvent(at, view.mapToGlobal(at), QPoint(), QPoint(0, down), Qt.MouseButton.NoButton,
                       Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    app.sendEvent(view, turn)
    view.repaint()
    seen.add(view.cell_at(QPoint(300, 200)))
assert len(seen) > 20, "the heatmap did not move"
chart = window.lengths_panel.chart
widths = set()
for k in range(300):
    QTest.keyClick(chart, Qt.Key.Key_Left if k % 200 < 100 else Qt.Key.Key_Right)
    window.repaint()
    widths.add(window.controller.shown.axes[0].width)
    app.processEvents()
assert len(widths) > 90, "maxlen did not move"
assert application.wait_until(lambda: application.is_settled(window), 60)
window.close()
print("repainted")
"""


@pytest.mark.soak
def test_six_hundred_repaints_end_well(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", WALK, str(tmp_path / "settings.ini")],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "repainted"), done.stderr[-2000:]
    assert done.stderr == ""
