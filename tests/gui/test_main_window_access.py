"""The whole window for every eye: a name at every stop of Tab, no word cut off in any look."""

import psutil
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from padviewer.assets import asset
from padviewer.gui import app as application
from padviewer.gui import theme as look
from padviewer.gui.fonts import Fonts

SIZES = [(1280, 800), (1440, 900)]
FONTS = {"preferred": Fonts(), "DejaVu": Fonts(("DejaVu Sans",), ("DejaVu Sans Mono",))}
SAMPLES = ["sensors.npz", "baskets.csv", "reviews.parquet"]


@pytest.fixture(scope="module")
def shared(qapp, tmp_path_factory):
    """One window for the module."""
    ini = tmp_path_factory.mktemp("settings") / "settings.ini"
    _, made = application.make("light", QSettings(str(ini), QSettings.Format.IniFormat))
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    _, alive = psutil.wait_procs(psutil.Process().children(recursive=True), timeout=1)
    assert not alive


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Leave it to the end of the module: children come and go as long as its window stands."""


def opens(qtbot, window, path):
    """Open a dataset and wait until all of it is on the screen."""
    window.open(str(path))

    def there():
        source = window.controller.session.source
        return source is not None and source.path == str(path) and application.is_settled(window)

    qtbot.waitUntil(there, timeout=30_000)


def stops(window, start):
    """Every widget that Tab reaches from `start`, until it comes round."""
    start.setFocus()
    found = []
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert window.isAncestorOf(focus)
        if found and focus is found[0]:
            return found
        found.append(focus)
    raise AssertionError(f"Tab never comes round: {[one.accessibleName() for one in found[-8:]]}")


def cut_words(window):
    """The labels and buttons in sight whose words are wider than they are."""
    found = []
    for widget in (*window.findChildren(QLabel), *window.findChildren(QPushButton)):
        if not widget.isVisible() or not widget.text() or widget.visibleRegion().isEmpty():
            continue
        room, metrics = widget.contentsRect(), widget.fontMetrics()
        if isinstance(widget, QLabel) and widget.wordWrap():
            lines = metrics.boundingRect(
                0, 0, room.width(), 100_000, int(Qt.TextFlag.TextWordWrap), widget.text()
            )
            longest = max(metrics.horizontalAdvance(word) for word in widget.text().split())
            fits = lines.height() <= room.height() + 1 and longest <= room.width()
        else:
            icon = 0 if isinstance(widget, QLabel) or widget.icon().isNull() else widget.iconSize().width()
            fits = metrics.horizontalAdvance(widget.text()) + icon <= room.width()
        if not fits:
            found.append(f"{type(widget).__name__} “{widget.text()}” in {room.width()} × {room.height()}")
    return found


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_stop_of_tab_has_a_name(qtbot, shared, sample):
    opens(qtbot, shared, asset(f"samples/{sample}"))
    shared.activateWindow()
    qtbot.waitUntil(shared.isActiveWindow)
    found = stops(shared, shared.toolbar)
    names = [one.accessibleName() for one in found]
    nameless = [type(one).__name__ for one in found if not one.accessibleName().strip()]
    assert not nameless
    assert len(found) > 15
    for name in ("Open", "Columns", "Maxlen, steps", "Views", "Order of the rows", "Findings"):
        assert name in names


def test_tab_goes_the_way_the_eye_goes(qtbot, shared):
    """Toolbar, data, recipe, lengths, views, model, findings."""
    opens(qtbot, shared, asset("samples/sensors.npz"))
    shared.activateWindow()
    qtbot.waitUntil(shared.isActiveWindow)
    panels = {
        name: getattr(shared, name)
        for name in ("toolbar", "data_panel", "recipe_panel", "lengths_panel", "views", "model_panel",
                     "findings_panel")
    }  # fmt: skip
    order = []
    for one in stops(shared, shared.toolbar):
        name = next(name for name, panel in panels.items() if panel.isAncestorOf(one))
        if not order or order[-1] != name:
            order.append(name)
    start = order.index("toolbar")
    assert [*order[start:], *order[:start]] == list(panels)


def test_the_start_page_has_named_stops(qtbot, tmp_path):
    _, made = application.make("light", QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    found = stops(made, made.toolbar)
    assert all(one.accessibleName().strip() for one in found)
    assert any(made.start_page.isAncestorOf(one) for one in found)
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("fonts", FONTS)
def test_no_word_is_cut_off(qtbot, shared, size, name, fonts):
    look.apply(QApplication.instance(), look.Theme(name, FONTS[fonts]))
    shared.resize(*size)
    for sample in SAMPLES:
        opens(qtbot, shared, asset(f"samples/{sample}"))
        QApplication.processEvents()
        assert cut_words(shared) == [], sample


def test_a_word_that_is_cut_off_is_seen(shared):
    """The test above is able to fail."""
    button = next(one for one in shared.findChildren(QPushButton) if one.isVisible() and one.text())
    button.setFixedWidth(20)
    QApplication.processEvents()
    assert any(button.text() in words for words in cut_words(shared))
    button.setMinimumWidth(0)
    button.setMaximumWidth(16_777_215)


@pytest.mark.parametrize("fonts", FONTS)
def test_no_word_is_cut_off_where_a_file_is_refused(qtbot, shared, tmp_path, fonts):
    look.apply(QApplication.instance(), look.Theme("light", FONTS[fonts]))
    shared.resize(1280, 800)
    with qtbot.waitSignal(shared.controller.refused, timeout=30_000):
        shared.open(str(tmp_path / "missing.npy"))
    QApplication.processEvents()
    assert shared.refusal_page.isVisible()
    assert cut_words(shared) == []
