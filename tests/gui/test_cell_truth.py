"""A real mouse over random cells of the real window: the words, the export, the file and the pixels agree."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSettings, Qt
from PySide6.QtTest import QTest

from padviewer.core.padding.plan import Plan
from padviewer.core.padding.slots import Slots
from padviewer.core.picture import ramps
from padviewer.gui import app as application
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.view import HeatmapView

ROOT = Path(__file__).resolve().parents[2]
ROWS, VALUES, WIDTH = 60, 5000, 12
READ_OUT = re.compile(
    r"row (?P<row>\d+) · (?:step (?P<step>\d+)|position (?P<column>\d+)) · "
    r"(?:(?P<padding>padding) · )?value (?P<value>-?\d+)(?: · (?P<kind>.+))?"
)
CASES = [
    ("pre", "pre", "file", 0),
    ("post", "post", "length", 0),
    ("both", "middle", "-length", 2),
    ("post", "middle", "label", 3),
    ("pre", "post", "file", 1),
    ("both", "pre", "label", 0),
]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A JSON lines file with rows of 0 to 30 numbers, and a label."""
    random = np.random.default_rng(20)
    path = tmp_path_factory.mktemp("data") / "rows.jsonl"
    lines = [
        {
            "x": random.integers(1, VALUES, int(random.integers(0, 31))).tolist(),
            "label": int(random.integers(0, 3)),
        }
        for _ in range(ROWS)
    ]
    lines[0]["x"] = [1, VALUES]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


@pytest.fixture
def window(qtbot, source, tmp_path):
    """The whole window, with its children, on that file."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    _, made = application.make("light", settings)
    made.resize(1280, 800)
    made.show()
    made.open(str(source))
    qtbot.waitUntil(lambda: application.is_settled(made))
    made.views.tools.numbers.setChecked(False)  # they would stand on the pixels
    made.views.tools.colour.setCurrentIndex(made.views.tools.colour.findData("value tide"))
    yield made
    made.close()
    made.deleteLater()


def choose(qtbot, window, padding, truncating, order, zoom):
    """Choose a recipe and a place to look at."""
    controller = window.controller
    assert controller.set_choice(
        "Test", padding=padding, truncating=truncating, maxlen=WIDTH, value=0, dtype="int32"
    )
    controller.look(order=order)
    view = window.views.current
    view.fit()
    qtbot.waitUntil(
        lambda: application.is_settled(window) and (order == "file") == (controller.counting.order is None),
    )
    for _ in range(zoom):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    view.grab()
    qtbot.waitUntil(lambda: application.is_settled(window))


def exported(qtbot, window, folder):
    """Export what is shown, in the child, and read it with numpy."""
    target = folder / "out.npz"
    with qtbot.waitSignal(window.controller.exporter.exported):
        window.controller.export(str(target))
    with np.load(target, allow_pickle=False) as arrays:
        return arrays["x"], arrays["x_mask"]


def on_ramp(value, low, high):
    """The colour that a value between the levels has, computed exactly."""
    at = int((value - low) * 255 / (high - low) + 0.5)
    return "#{:02X}{:02X}{:02X}".format(*ramps.ramp("tide")[at])


def look_at(window, view, image, random, array, mask, rows):
    """Move the mouse to a random cell and hold everything against everything."""
    point = QPoint(int(random.integers(0, view.width())), int(random.integers(0, view.height())))
    found = view.cell_at(point)
    if found is None:
        return False
    QTest.mouseMove(window.windowHandle(), view.mapTo(window, point))
    QCoreApplication.processEvents()
    said = window.views.read_out
    match = READ_OUT.fullmatch(said)
    assert match, said
    assert window.status.message() == said
    row, col = int(match["row"]), found[1]
    assert row == found[0]
    value = int(match["value"])
    assert value == array[row, col], f"{said}: the export has {array[row, col]} at column {col}"
    assert bool(match["padding"]) != mask[row, col], said
    theme = look.current()
    ratio = image.devicePixelRatio()
    rect = view.cell_rect(*found)
    pixel = image.pixelColor(int(point.x() * ratio), int(point.y() * ratio)).name().upper()
    gap = theme.hex("canvas").upper() if rect.height() >= 5 else ""
    if match["padding"]:
        assert int(match["column"]) == col
        assert pixel in {theme.hex("pad").upper(), theme.hex("hatch").upper(), gap}, said
        return True
    step = int(match["step"])
    assert rows[row][step] == value, f"{said}: the file has {rows[row][step]} at step {step}"
    everything = [one for row in rows for one in row]
    colours = {on_ramp(value, min(everything), max(everything)), gap}
    if match["kind"] == "real, beside a cut":
        colours.add(theme.hex("cut").upper())
    assert pixel in colours, said
    return True


def walk(qtbot, window, source, folder, count, seed=1):
    """Look at `count` random cells, some kinds of each at least."""
    rows = [json.loads(line)["x"] for line in source.read_text().splitlines()]
    array, mask = exported(qtbot, window, folder)
    view = window.views.current
    random = np.random.default_rng(seed)
    image = view.grab().toImage()
    seen = 0
    for _ in range(count * 20):
        seen += look_at(window, view, image, random, array, mask, rows)
        if seen == count:
            break
    assert seen == count


@pytest.mark.parametrize(("padding", "truncating", "order", "zoom"), CASES)
def test_every_cell_tells_the_truth(
    qtbot, window, source, tmp_path, scaled, padding, truncating, order, zoom
):
    """At least 500 cells in all, 10,000 in the long run."""
    choose(qtbot, window, padding, truncating, order, zoom)
    walk(qtbot, window, source, tmp_path, scaled(10_000 // len(CASES) + 1) + 10)


def test_every_cell_tells_the_truth_on_a_dense_screen():
    """The same walk with two device pixels for one."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"{__file__}::test_one_walk"],
        env={**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert "1 passed" in done.stdout


def test_one_walk(qtbot, window, source, tmp_path, scaled):
    """Sorted, cut in the middle, padded on both sides."""
    choose(qtbot, window, "both", "middle", "length", 1)
    if os.environ.get("QT_SCALE_FACTOR") == "2":
        assert window.views.current.grab().devicePixelRatio() == 2
    walk(qtbot, window, source, tmp_path, scaled(2_000))


def left_off_by_one(monkeypatch):
    original = Slots.of.__func__

    def wrong(cls, offsets, rows, axis):
        slots = original(cls, offsets, rows, axis)
        return replace(slots, left=np.maximum(slots.left - 1, 0))

    monkeypatch.setattr(Slots, "of", classmethod(wrong))


def start_off_by_one(monkeypatch):
    original = Slots.of.__func__

    def wrong(cls, offsets, rows, axis):
        slots = original(cls, offsets, rows, axis)
        return replace(slots, start=np.maximum(slots.start - 1, 0))

    monkeypatch.setattr(Slots, "of", classmethod(wrong))


def transposed(monkeypatch):
    original = Plan.cells

    def wrong(self, tensor, rows, cols, part=0, at=()):
        rows, cols = np.asarray(rows), np.asarray(cols)
        n, width = self.shape(tensor)[:2]
        values, kinds = original(self, tensor, cols % n, rows % width, part, at)
        return values.T.copy(), kinds.T.copy()

    monkeypatch.setattr(Plan, "cells", wrong)


def old_frame(monkeypatch):
    original = HeatmapView.set_source
    monkeypatch.setattr(
        HeatmapView, "set_source", lambda self, given: None if self._picture else original(self, given)
    )


@pytest.mark.parametrize("fault", [left_off_by_one, start_off_by_one, transposed, old_frame])
def test_a_planted_fault_is_seen(qtbot, window, source, tmp_path, monkeypatch, fault):
    """The walk that passes without the fault fails with it."""
    fault(monkeypatch)
    controller = window.controller
    assert controller.set_choice("Test", padding="pre", truncating="pre", maxlen=WIDTH, dtype="int32")
    qtbot.waitUntil(lambda: not controller.counting.is_busy)
    window.views.current.grab()
    QTest.qWait(100)
    with pytest.raises(AssertionError):
        walk(qtbot, window, source, tmp_path, 100)


def test_the_kinds_of_the_walk_occur(source):
    """The file has rows that are empty, short and long, so that every kind is met."""
    lengths = [len(json.loads(line)["x"]) for line in source.read_text().splitlines()]
    assert min(lengths) == 0
    assert max(lengths) > WIDTH
    assert sum(0 < n < WIDTH for n in lengths) > 5
