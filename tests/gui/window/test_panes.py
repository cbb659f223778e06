"""The panes of a window: pulled at their lines, folded, and as they were at the next start."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter

from padviewer.gui.session.state import PaneSizes
from padviewer.gui.window.panes import LEFT, LENGTHS, NARROW_LEFT, NARROW_LENGTHS, NARROW_RIGHT, RIGHT

LEFT_BUTTON, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(windows_at, wait_for, tmp_path, qtbot):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps({"x": list(range(n))}) + "\n" for n in (3, 1, 4)))
    made = windows_at().add()
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open(str(path))
    wait_for(made, path)
    return made


def splitters(window):
    panes = window.body.findChildren(QSplitter)
    across = next(one for one in panes if one.orientation() == Qt.Orientation.Horizontal and one.count() == 3)
    upright = next(one for one in panes if one.orientation() == Qt.Orientation.Vertical)
    return across, upright


def pull(handle, across=0, down=0):
    """Drag a line between two panes."""
    start = handle.rect().center()
    QTest.mousePress(handle, LEFT_BUTTON, NONE, start)
    QTest.mouseMove(handle, start + QPoint(across, down))
    QTest.mouseRelease(handle, LEFT_BUTTON, NONE, start + QPoint(across, down))


def sizes(window):
    across, upright = splitters(window)
    return across.sizes(), upright.sizes()[0]


def test_they_follow_the_window_until_somebody_pulls(window):
    (left, _, right), lengths = sizes(window)
    assert (left, right, lengths) == (NARROW_LEFT, NARROW_RIGHT, NARROW_LENGTHS)
    window.resize(1440, 900)
    (left, middle, right), lengths = sizes(window)
    assert (left, right, lengths) == (LEFT, RIGHT, LENGTHS)
    across, upright = splitters(window)
    pull(across.handle(1), across=40)
    pull(upright.handle(1), down=60)
    (wider, less, same), higher = sizes(window)
    assert (wider, less, higher) == pytest.approx((left + 40, middle - 40, lengths + 60), abs=4)
    assert (same, wider + less) == (right, left + middle)
    assert window.state().panes == PaneSizes(wider, right, higher)
    window.resize(1280, 800)
    window.resize(1440, 900)
    assert (sizes(window)[0][0], sizes(window)[1]) == (wider, higher)


@pytest.mark.parametrize(
    ("name", "panel", "keys", "modifiers"),
    [
        ("left", "data_panel", Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier),
        ("right", "model_panel", Qt.Key.Key_B,
         Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier),
        ("lengths", "lengths_panel", Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
    ],
)  # fmt: skip
def test_a_pane_is_folded_by_its_key_and_comes_back_as_large(window, name, panel, keys, modifiers):
    before = sizes(window)
    wide, high = window.views.width(), window.views.height()
    QTest.keyClick(window, keys, modifiers)
    assert not getattr(window, panel).isVisible()
    assert window.state().panes.folded == (name,)
    assert window.views.height() > high if name == "lengths" else window.views.width() > wide
    QTest.keyClick(window, keys, modifiers)
    assert getattr(window, panel).isVisible()
    assert sizes(window) == before
    assert window.state().panes.folded == ()


def test_a_double_click_on_a_line_folds_and_the_menu_brings_the_pane_back(window):
    across, upright = splitters(window)
    for handle, panel in (
        (across.handle(1), window.data_panel),
        (across.handle(2), window.findings_panel),
        (upright.handle(1), window.lengths_panel),
    ):
        QTest.mouseDClick(handle, LEFT_BUTTON, NONE, handle.rect().center())
        assert not panel.isVisible()
    assert window.state().panes.folded == ("left", "right", "lengths")
    assert window.views.width() >= window.width() - 2
    for name in ("left", "right", "lengths"):
        window.actions_by_id[f"fold_{name}"].trigger()
    assert window.data_panel.isVisible()
    assert window.findings_panel.isVisible()
    assert window.lengths_panel.isVisible()


def test_the_focus_leaves_a_pane_that_is_folded(window):
    window._pages.focus_next()
    window._pages.focus_next(-1)
    assert QApplication.focusWidget() is not None
    window.actions_by_id["fold_left"].trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    seen = set()
    for _ in range(8):  # F6 never ends in a pane that is folded
        window.actions_by_id["next_panel"].trigger()
        seen.add(QApplication.focusWidget())
    assert all(one.isVisible() for one in seen)
    assert not any(
        window.data_panel.isAncestorOf(one) or window.recipe_panel.isAncestorOf(one) for one in seen
    )


def test_they_are_as_they_were_when_the_window_is_restored(window, windows_at):
    across, upright = splitters(window)
    pull(across.handle(2), across=-30)
    pull(upright.handle(1), down=25)
    window.actions_by_id["fold_left"].trigger()
    state, before = window.state(), sizes(window)
    other = windows_at().add()
    other.resize(window.size())
    other.show()
    other.restore(state)
    assert other.state() is None  # its file is not there yet
    assert other._pages.sizes() == state.panes
    other._pages.show_page(1)
    (left, _, right), lengths = sizes(other)
    assert (left, right, lengths) == (before[0][0], before[0][2], before[1])


def test_sizes_that_do_not_fit_are_as_large_as_they_can_be(window):
    window._pages.set_sizes(PaneSizes(9_000, 9_000, 9_000))
    (left, middle, right), lengths = sizes(window)
    assert left + middle + right <= window.width()
    assert middle >= window.views.minimumSizeHint().width() > 0
    assert lengths < window.height()
    assert window.views.isVisible()
