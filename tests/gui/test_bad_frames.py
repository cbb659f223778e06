"""Odd frames around every view: one pixel, any device pixel ratio, a theme in a drag, a view that closes."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from padviewer.gui import app as application
from padviewer.gui.style import theme as look
from padviewer.gui.window.tabs import TABS

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
TAB = pytest.mark.parametrize("tab", range(len(TABS)), ids=TABS)


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """A window stands for the whole module: `window_at` looks for what is left."""


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("data") / "rows.jsonl"
    rows = ([(k * 7 + n) % 13 for k in range(n)] for n in (5, 40, 1, 23, 0, 17, 31, 8) * 4)
    path.write_text("".join(json.dumps({"x": row, "label": len(row) % 2}) + "\n" for row in rows))
    return path


@pytest.fixture(scope="module")
def standing(window_at):
    return window_at(1280, 800)


@pytest.fixture
def window(standing, source, opens, qtbot):
    if standing.controller.session.source is None:
        opens(standing, source)
    standing.setMinimumSize(0, 0)
    standing.resize(1280, 800)
    return standing


def show(window, tab, qtbot):
    """Bring a view to the front and wait until it shows what is chosen."""
    window.views.tabs.setCurrentIndex(tab)
    qtbot.waitUntil(lambda: application.is_settled(window))
    return window.views.current


def pixels(image):
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[:, :, :3].copy()


def drawn(view, ratio=1.0):
    """Draw a view as a screen of this device pixel ratio has it."""
    image = QImage(view.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#FF00FF"))
    view.render(image, QPoint())
    return pixels(image)


@TAB
def test_a_window_of_one_pixel_and_back(window, qtbot, tab):
    view = show(window, tab, qtbot)
    before = drawn(view)
    window._pages.set_least(0, 0)
    for size in (QSize(1, 1), QSize(1, 800), QSize(1280, 1)):
        window.resize(size)
        window.grab()
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Up)
    window.resize(1280, 800)
    window.controller.look(row=-1, col=-1, corner=(-1, -1))
    show(window, tab, qtbot)
    qtbot.waitUntil(lambda: drawn(view).shape == before.shape)
    assert view.isVisible()
    assert len(np.unique(drawn(view).reshape(-1, 3), axis=0)) > 1


@TAB
@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0, 3.0])
def test_at_any_ratio_the_picture_is_the_same_only_finer(window, qtbot, tab, ratio):
    view = show(window, tab, qtbot)
    once, fine = drawn(view), drawn(view, ratio)
    assert fine.shape[:2] == pytest.approx((view.height() * ratio, view.width() * ratio), abs=1)
    foreign = (fine == np.array([255, 0, 255])).all(axis=2)
    assert not foreign[:-2, :-2].any()  # every pixel is drawn
    shares = [
        np.abs(once.mean(axis=axis).mean(axis=0) - fine.mean(axis=axis).mean(axis=0)) for axis in (0, 1)
    ]
    assert max(one.max() for one in shares) < 6


def surfaces(view):
    """Return which themes' surfaces fill more than a hundredth of a view."""
    picture, found = drawn(view), set()
    for name in ("light", "dark"):
        for token in ("canvas", "panel"):
            colour = np.array(QColor(look.Theme(name).hex(token)).getRgb()[2::-1])
            if (picture == colour).all(axis=2).mean() > 0.01:
                found.add(name)
    return found


@TAB
def test_a_theme_is_switched_in_the_middle_of_a_drag(window, qtbot, tab):
    view = show(window, tab, qtbot)
    inside = view.childAt(view.rect().center()) or view
    start = inside.rect().center()
    QTest.mousePress(inside, LEFT, NONE, start)
    QTest.mouseMove(inside, start + QPoint(6, 4))
    try:
        window.set_theme("dark")
        assert look.current().name == "dark"
        QTest.mouseMove(inside, start + QPoint(12, 8))
        QTest.mouseRelease(inside, LEFT, NONE, start + QPoint(12, 8))
        qtbot.waitUntil(lambda: application.is_settled(window))
        assert surfaces(view) == {"dark"}
    finally:
        window.set_theme("light")
    qtbot.waitUntil(lambda: application.is_settled(window))
    assert surfaces(view) == {"light"}


@TAB
def test_a_window_is_closed_while_its_view_is_read(windows_at, qtbot, source, tab):
    windows = windows_at()
    kept, window = windows.add(), windows.add()
    for one in (kept, window):
        one.show()
    window.open(str(source))
    qtbot.waitUntil(lambda: window.controller.plan is not None)
    window.views.tabs.setCurrentIndex(tab)
    jobs = window.controller.jobs
    window.close()
    assert jobs.is_idle
    assert windows.windows == [kept]
    kept.open(str(source))  # another window has noticed nothing
    qtbot.waitUntil(lambda: application.is_settled(kept) and kept.controller.session.source is not None)


def test_a_view_of_a_column_that_changes_while_it_is_read_shows_the_new_one(window, qtbot):
    for tab in range(len(TABS)):
        window.views.tabs.setCurrentIndex(tab)
        window.controller.set_choice("Maxlen 7", maxlen=7)
        window.controller.set_choice("Maxlen 9", maxlen=9)
        qtbot.waitUntil(lambda: application.is_settled(window))
        assert window.controller.shown.axes[0].width == 9
        while window.controller.history.undo_name:
            window.controller.undo()
