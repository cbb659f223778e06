"""The whole window by Tab: the panels in the order in which the eye meets them."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.assets import asset
from padviewer.gui import app as application


@pytest.fixture(scope="module")
def shared(window_at):
    """One window for the module."""
    return window_at(1280, 800)


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Leave it to the end of the module: children come and go as long as its window stands."""


def opens(qtbot, window, path):
    """Open a dataset and wait until all of it is on the screen."""
    window.open(str(path))

    def there():
        source = window.controller.session.source
        return source is not None and source.path == str(path) and application.is_settled(window)

    qtbot.waitUntil(there)


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
