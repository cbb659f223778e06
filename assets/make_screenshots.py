"""Draw the documentation's pictures from the running program: python assets/make_screenshots.py [NAME …]."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
SCREENSHOTS = HERE / "screenshots"
SIZE = (1440, 900)
MAXLEN = 128
THEMES = ("light", "dark")
COLOURS, COMMON = 256, 128
HEATMAP, MASK, TABLE, ROW, SERIES, IMAGES = range(6)
NAMES = (
    "start",
    "main",
    "table",
    "row",
    "filter",
    "find",
    "palette",
    "export",
    "preferences",
    "keys",
    "help",
    "heatmap",
    "series",
    "mask",
    "mask_beside",
    "images",
)
"""Each is drawn as ``NAME_light.png`` and ``NAME_dark.png``."""


def main(wanted: tuple[str, ...] = ()) -> None:
    """Write the pictures; all of them where none is named.

    Raises
    ------
    ValueError
        A name that no picture has.
    """
    odd = sorted(set(wanted) - set(NAMES))
    if odd:
        raise ValueError(f"There is no picture {', '.join(odd)}. The pictures are: {', '.join(NAMES)}.")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings

    from padviewer.gui import app as application

    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder  # the cache that the preferences show is not the user's
        for theme in THEMES:
            settings = QSettings(str(Path(folder) / f"{theme}.ini"), QSettings.Format.IniFormat)
            _, window = application.make(theme, settings)
            window.resize(*SIZE)
            window.show()
            for name, widget in scenes(Stage(window, application)):
                if not wanted or name in wanted:
                    picture = indexed(widget.grab().toImage())
                    picture.save(str(SCREENSHOTS / f"{name}_{theme}.png"), "PNG", 0)  # 0: as small as can be
                    print(f"{name}_{theme}.png")
            window.close()


def indexed(image: Any, colours: int = COLOURS) -> Any:
    """Return a QImage in few colours: the commonest, and then each time the one furthest from them.

    A picture of a window has few colours beside those at the edges of its letters, and half the bytes so.

    Parameters
    ----------
    image : QImage
    colours : int
        At most so many, no more than 256.
    """
    from PySide6.QtGui import QImage

    image = image.convertToFormat(QImage.Format.Format_RGB32)
    height, width = image.height(), image.width()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(height, image.bytesPerLine() // 4)[:, :width]
    found, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    parts = found.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :3].astype(np.int64)
    chosen = np.argsort(-counts, kind="stable")[:COMMON].tolist()
    apart = np.full(len(found), np.iinfo(np.int64).max)
    nearest = np.zeros(len(found), np.uint8)
    for k in range(min(colours, len(found))):
        if k == len(chosen):
            chosen.append(int(np.argmax(apart)))
        distance = ((parts - parts[chosen[k]]) ** 2).sum(1)
        nearest[distance < apart] = k
        apart = np.minimum(apart, distance)
    rows = np.ascontiguousarray(nearest[places.reshape(height, width)])
    made = QImage(rows.tobytes(), width, height, width, QImage.Format.Format_Indexed8).copy()
    made.setColorTable([int(found[at]) for at in chosen])
    return made


class Stage:
    """A window, and how a picture of it is prepared.

    Parameters
    ----------
    window : MainWindow
    application : module
        `padviewer.gui.app`.
    """

    def __init__(self, window: Any, application: Any) -> None:
        self.window = window
        self.controller = window.controller
        self.application = application

    def open(self, sample: str) -> None:
        """Open a sample and wait until it is shown."""
        self.window.open(str(HERE / "samples" / sample))
        self.settle(lambda: Path(getattr(self.controller.session.source, "path", "")).name == sample)

    def settle(self, also: Callable[[], bool] = lambda: True) -> None:
        """Wait until everything is on the screen.

        Raises
        ------
        RuntimeError
            It does not come.
        """
        window, application = self.window, self.application
        for _ in range(2):  # what is drawn may ask for more
            if not application.wait_until(lambda: also() and application.is_settled(window)):
                raise RuntimeError("The window does not come to rest.")

    def choose(self, **changes: Any) -> None:
        """Change choices of the recipe."""
        name = ", ".join(f"{key} {value}" for key, value in changes.items())
        self.controller.set_choice(name.capitalize(), **changes)
        self.settle()

    def tab(self, index: int) -> None:
        """Bring a view to the front."""
        self.window.views.tabs.setCurrentIndex(index)
        self.settle()

    def select(self, row: int, step: int) -> None:
        """Select a cell and bring its row into view."""
        self.window.views.go_to_row(row)
        self.controller.select(row, step)
        self.settle()

    def act(self, action: str) -> None:
        """Do what a key or a menu does."""
        self.window.actions_by_id[action].trigger()
        self.settle()

    def clear(self) -> None:
        """Close the sheets and cards over the window."""
        from padviewer.gui.widgets.popup import Popup, SideSheet

        for sheet in self.window.findChildren(SideSheet):
            if sheet.isVisible():
                sheet.close()
        for card in self.window.findChildren(Popup):
            card.hide()
        self.pause()

    def pause(self) -> None:
        """Let animations end."""
        self.application.wait_until(lambda: False, 0.4)


def scenes(stage: Stage) -> Iterator[tuple[str, Any]]:
    """Put one scene after the other on the stage, and yield its name and the widget that shows it."""
    stage.pause()
    yield "start", stage.window
    yield from _reviews(stage)
    yield from _baskets(stage)
    yield from _sensors(stage)
    stage.open("padding-basics.json")
    stage.choose(maxlen=6, padding="post", truncating="post")
    stage.tab(MASK)
    stage.select(8, 2)
    yield "mask", stage.window
    stage.tab(HEATMAP)
    stage.window.views.tools.beside.setChecked(True)
    stage.settle()
    yield "mask_beside", stage.window
    stage.window.views.tools.beside.setChecked(False)
    stage.open("shapes.json")
    stage.choose(padding="post")
    stage.tab(IMAGES)
    stage.controller.select(5, 0)
    stage.settle()
    yield "images", stage.window


def _reviews(stage: Stage) -> Iterator[tuple[str, Any]]:
    """Show word ids of which some rows are cut, beside a small model, and the sheets over them."""
    from padviewer.core.store.room import stores_folder
    from padviewer.gui.dialogs.help.pages import KeysDialog
    from padviewer.gui.widgets.labels import NoteLine

    controller, window = stage.controller, stage.window
    stage.open("reviews.parquet")
    stage.choose(maxlen=MAXLEN)
    controller.model.choose_template("embedding_rnn", {})
    stage.settle(lambda: not controller.model.state.busy)
    cut = next(one for one in controller.counting.findings if one.code == "steps-lost")
    row = next(one for one in cut.rows if one > 120)
    stage.select(row, 37)
    yield "main", stage.window
    stage.tab(ROW)
    yield "row", stage.window
    stage.tab(HEATMAP)
    stage.act("filter")
    window.views.filter_bar.shortest.set_text("100")
    window.views.filter_bar.shortest.entered.emit("100")
    stage.settle()
    yield "filter", stage.window
    window.views.filter_bar.closed.emit()
    controller.look(keep=type(controller.view.keep)())
    stage.settle()
    stage.act("export")
    stage.pause()
    place = window.sheet.place
    place.blockSignals(True)
    place.setText(f"~/data/{Path(place.text()).name}")  # no folder of this machine
    place.blockSignals(False)
    yield "export", stage.window
    stage.clear()
    stage.act("preferences")
    stage.pause()
    for label in window.findChildren(NoteLine):
        if str(stores_folder()) in label.text():
            label.setText("~/.cache/padviewer/stores")
    yield "preferences", stage.window
    stage.clear()
    for action, name in (("palette", "palette"), ("help_here", "help")):
        window.views.current.setFocus()
        stage.act(action)
        stage.pause()
        yield name, stage.window
        stage.clear()
    stage.act("shortcuts")
    stage.pause()
    keys = next(one for one in window.findChildren(KeysDialog) if one.isVisible())
    yield "keys", keys
    keys.close()


def _baskets(stage: Stage) -> Iterator[tuple[str, Any]]:
    """Show rows of words, and a search in them."""
    bar = stage.window.views.find_bar
    stage.controller.model.close()
    stage.open("baskets.csv")
    stage.choose(maxlen=6, padding="post", truncating="post")
    stage.tab(TABLE)
    stage.select(4, 2)
    yield "table", stage.window
    stage.act("find")
    bar.field.setText("figs")
    stage.settle(lambda: bar.finder.is_whole)
    yield "find", stage.window
    bar.dismiss()


def _sensors(stage: Stage) -> Iterator[tuple[str, Any]]:
    """Show series as cells, then as lines over each other."""
    stage.open("sensors.npz")
    stage.choose(maxlen=120, padding="post", truncating="post")
    stage.tab(HEATMAP)
    stage.select(12, 20)
    stage.act("fit")
    yield "heatmap", stage.window
    stage.tab(SERIES)
    series = stage.window.views.current
    for row in (5, 12):
        stage.select(row, 20)
        series.pin()
    stage.select(1, 20)
    yield "series", stage.window


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
