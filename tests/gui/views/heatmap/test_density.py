"""Cells on dense screens, in a process of its own for each ratio of device pixels."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

STEPS = 12  # of the rows in `test_view`


def test_every_cell_is_whole_device_pixels_on_a_dense_screen():
    """The same view at two device pixels a pixel, which only a process of its own can have."""
    script = """
import test_view as t
from PySide6.QtWidgets import QApplication
app = QApplication([])
view = t.HeatmapView(t.at_once)
view.resize(500, 300)
view.set_source(t.source())
view.show()
image = view.grab().toImage()
assert image.devicePixelRatio() == 2
tried = 0
for row in range(14):
    for col in range(t.MAXLEN):
        rect = view.cell_rect(row, col)
        first, last = rect.left() * 2 + 1, rect.right() * 2
        last -= 6 if t.KINDS[row][col] == "c" else 0
        seen = {image.pixelColor(x, rect.top() * 2 + 3).name().upper() for x in range(first, last)}
        assert seen <= t.expected_colours(row, col, "values"), (row, col, seen)
        tried += 1
print(tried)
"""
    env = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    env["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, env=env, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.strip() == str(14 * STEPS), done.stderr


@pytest.mark.parametrize("factor", ["1", "1.25", "1.5", "2", "3"])
def test_device_pixels_have_the_colour_of_their_cell(factor):
    """Pixels all over the view, at every number of device pixels in a logical one."""
    script = """
import test_view as t
from PySide6.QtWidgets import QApplication
app = QApplication([])
from padviewer.gui.style import theme as look
seen = 0
some = list(range(len(t.LENGTHS)))[::-2]
for mode, zoom, order in (("values", 0, None), ("mask", -4, None), ("values", 3, some)):
    view = t.HeatmapView(t.at_once, mode)
    view.set_numbers(False)
    view.resize(503, 307)
    view.set_source(t.source(order))
    view.show()
    t.wheel(view, t.QPoint(200, 150), zoom, t.Qt.KeyboardModifier.ControlModifier)
    t.wheel(view, t.QPoint(200, 150), -3)
    image = view.grab().toImage()
    picture, ratio = view._picture, image.devicePixelRatio()
    edge = round(3 * ratio)
    for y in range(0, picture.shown[0], 7):
        row = picture.rows.cell_at(y)
        if (y + picture.rows.offset) % picture.rows.cell >= picture.rows.cell - picture.gap:
            continue
        source_row = picture.source.tensor_row(row)
        for x in range(y % 3, picture.shown[1], 3):
            col = picture.cols.cell_at(x)
            _, end = picture.cols.span(col)
            if t.KINDS[source_row][col] == "c" and end - x <= edge:
                continue
            got = image.pixelColor(picture.layout.left + x, picture.layout.top + y).name().upper()
            wanted = t.expected_colours(source_row, col, mode)
            assert got in wanted, (ratio, mode, x, y, got, wanted)
            seen += 1
print(seen > 3000, ratio)
"""
    env = {**os.environ, "QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
    env["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, env=env, capture_output=True, text=True, timeout=300
    )
    assert done.stdout.split() == ["True", f"{float(factor)}"], done.stderr[-2000:]
