"""The states of a window that the tests of its layout look at, one after the other."""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget

from padviewer.assets import asset
from padviewer.gui import app as application
from padviewer.gui.controller import Controller
from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.tasks.children import Worker, WorkerPool
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.widgets.popup import SideSheet

FONTS = {"preferred": Fonts(), "DejaVu": Fonts(("DejaVu Sans",), ("DejaVu Sans Mono",))}
SAMPLES = ("padding-basics.json", "reviews.parquet", "sensors.npz", "features.npy", "baskets.csv")
MODEL = """
from padviewer.workers.protocol import serve
def build(args, connection):
    steps = args["tensor"]["shape"][1]
    def layer(name, kind, shape, params):
        return {"name": name, "class": kind, "input_shape": [None, steps], "output_shape": shape,
                "dtype": "float32", "trainable": True, "params": params}
    layers = [layer("input_layer", "InputLayer", [None, steps], 0),
              layer("embedding", "Embedding", [None, steps, 128], 1_280_000),
              layer("bidirectional_encoder", "Bidirectional", [None, 128], 98_816),
              layer("dense", "Dense", [None, 1], None)]
    return {"model": {"name": "embedding_rnn", "source": "model", "embeddings": [], "findings": [],
                      "inputs": [{"name": "ids", "shape": [None, steps + 1], "dtype": "int32"}],
                      "layers": layers, "total_params": 1_378_945, "trainable_params": 1_378_945},
            "findings": []}
serve({"build": build, "open": build}, {"worker": "stand-in"})
"""


def make_window(windows_at, monkeypatch, language="en", size=100, fonts="preferred", theme="light"):
    """Return a window with a look, and a stand-in for the model child."""
    monkeypatch.setattr(look, "system_fonts", lambda: FONTS[fonts])
    made = windows_at(language=language, size=size, theme=theme)
    chosen = replace(FONTS[fonts], scale=size / 100)
    assert look.current() == look.Theme(theme, chosen, look.current().motion)
    command = [sys.executable, "-c", MODEL]
    window = made.add(Controller(WorkerPool("data"), lambda: Worker("model", command), Jobs()))
    window.setMinimumSize(0, 0)  # as on a screen of the size that is tried
    window.show()
    window.activateWindow()
    return window


class Stage:
    """Brings a window into one state after the other; each scene is told by its name."""

    def __init__(self, qtbot, window, opens):
        self.qtbot, self.window, self.opens = qtbot, window, opens

    def resize(self, width, height):
        """Give the window a size, and wait until all of it is drawn at that size."""
        self.window.resize(width, height)
        for _ in range(2):
            QApplication.processEvents()
        if self.window.controller.plan is not None:
            self.settle()

    def front(self):
        """Return the window, or the dialog that stands before it."""
        dialogs = [one for one in self.window.findChildren(QWidget) if one.isWindow() and one.isVisible()]
        return dialogs[0] if dialogs else self.window

    def settle(self):
        self.qtbot.waitUntil(lambda: application.is_settled(self.window))

    def open(self, sample):
        controller = self.window.controller
        self.opens(self.window, asset(f"samples/{sample}"))
        controller.model.choose_template("embedding_rnn", {})
        self.qtbot.waitUntil(lambda: not controller.model.state.busy)
        self.settle()

    def all(self, tmp_path):
        """Every scene; `tmp_path` is an empty folder."""
        yield from self.start()
        yield from self.samples(SAMPLES)
        yield from self.views()
        yield from self.sheets()
        yield from self.bad_ends(tmp_path)

    def start(self):
        yield "start page"
        self.window.tell("warning", "x" * 12 + " y" * 120, "Do it")
        yield "banner at the start"
        self.window.notices.clear()

    def samples(self, names):
        for sample in names:
            self.open(sample)
            yield sample

    def views(self):
        views, controller = self.window.views, self.window.controller
        controller.set_choice("Maxlen 20", maxlen=20)
        self.settle()
        controller.select(0, 3)
        for k in range(views.tabs.count()):
            views.tabs.setCurrentIndex(k)
            self.settle()
            yield f"tab {k}"
        views.tabs.setCurrentIndex(0)
        views.toggle_filter()
        views.find_bar.open()
        views.find_bar.field.setText("1")
        views.find_bar.next()
        self.qtbot.waitUntil(lambda: not views.find_bar.finder.is_running)
        yield "filter and find"
        views.toggle_filter()
        views.find_bar.dismiss()
        views.ask_for_row()
        yield "go to row"
        views.go_to.hide()
        views.toggle_crosshair()
        views.tools.beside.toggle()
        self.settle()
        yield "cross-hair and mask beside"
        views.toggle_crosshair()
        views.tools.beside.toggle()

    def sheets(self):
        dialogs = self.window.dialogs
        for key in ("export", "picture", "preferences"):
            getattr(dialogs, f"show_{key}")()
            self.qtbot.waitUntil(lambda: any(one.isVisible() for one in self.window.findChildren(SideSheet)))
            yield f"sheet {key}"
        dialogs._close_sheets()
        for key in ("palette", "history", "keys", "help"):
            if key == "help":
                self.window.views.heatmap.setFocus()
            getattr(dialogs, f"show_{key}")()
            yield f"popup {key}"
            if self.front() is not self.window:
                self.front().close()
                self.window.activateWindow()  # no desktop is there to do it
                self.qtbot.waitUntil(self.window.isActiveWindow)
        self.window.setFocus()
        self.window._show_presets()
        yield "popup presets"
        self.window.setFocus()
        if self.window.views.colour_bar.has_levels:
            self.window.views.colour_bar.open_form()
            yield "levels"
            self.window.setFocus()

    def bad_ends(self, tmp_path):
        self.window.tell("error", "A sentence that is as long as this one, about a file. " * 3, "Do it")
        yield "banner"
        self.window.notices.clear()
        with self.qtbot.waitSignal(self.window.controller.loader.refused):
            self.window.open(str(tmp_path / "missing.npy"))
        yield "refusal"
