"""The views in the whole window: tabs, order, colour, features, going to a row, one selection for all."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from padviewer.assets import asset
from padviewer.gui import app as application
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.legend import HeatmapLegend
from padviewer.gui.window.tabs import HEATMAP, MASK, ROW, SERIES

LENGTHS = [(k * 7) % 40 for k in range(300)]
CUT_AT = 25
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Rows of 0 to 39 numbers, three labels."""
    path = tmp_path_factory.mktemp("data") / "rows.jsonl"
    rows = ({"x": [k % 9 + 1] * n, "label": (k * 5) % 3} for k, n in enumerate(LENGTHS))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


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
        return source is not None and source.path == str(path) and settled(window)

    qtbot.waitUntil(there)


def settled(window):
    """Whether nothing is counted, sorted or composed any more."""
    return application.is_settled(window)


@pytest.fixture
def window(qtbot, shared, source):
    """The window with the rows open, the heatmap in front."""
    opens(qtbot, shared, source)
    shared.views.tabs.setCurrentIndex(0)
    shared.activateWindow()
    qtbot.waitUntil(shared.isActiveWindow)
    shared.views.current.fit()
    shared.views.current.setFocus()
    return shared


def words_of(row):
    """The strip's row in words."""
    return "" if row is None else row.head


# -- tabs, order, colour, feature -------------------------------------------------------------------------
def test_a_tab_is_clicked(window):
    views = window.views
    QTest.mouseClick(views.tabs, LEFT, NONE, views.tabs.tabRect(1).center())
    assert views.current is views.cells[1]
    assert [one.isVisible() for one in views.cells] == [False, True, False]
    assert [one.isVisible() for one in views.legends] == [False, True]
    QTest.mouseClick(views.tabs, LEFT, NONE, views.tabs.tabRect(0).center())
    assert [one.isVisible() for one in views.legends] == [True, False]


def test_the_colour_bar_says_what_a_pixel_far_away_stands_for(qtbot, window):
    """300 rows are more than the pixels of a low window; near, the colours are the values' again."""
    views, bar = window.views, window.views.colour_bar
    views.heatmap.one_pixel()
    near = bar.ticks()
    views.tools.far["padding"].trigger()
    assert bar.ticks() == near
    window.resize(1280, 720)
    views.heatmap.fit_all()
    qtbot.waitUntil(lambda: settled(window))
    assert views.heatmap.sampled().startswith("Share of padding")
    assert bar.ticks()[1] == "padding"
    assert not bar.has_levels
    views.heatmap.one_pixel()
    qtbot.waitUntil(lambda: settled(window))
    assert bar.ticks() == near
    views.tools.far["sampled"].trigger()


ORDERS = {
    "file": list(range(300)),
    "length": np.argsort(LENGTHS, kind="stable").tolist(),
    "-length": np.argsort([-n for n in LENGTHS], kind="stable").tolist(),
    "label": np.argsort([(k * 5) % 3 for k in range(300)], kind="stable").tolist(),
}


@pytest.mark.parametrize("key", ["length", "-length", "label", "file"])
def test_the_order_is_chosen_with_keys(qtbot, window, key):
    """The first rows on the screen are the first of numpy's stable sort, in both views."""
    choice = window.views.tools.order
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(choice.findData(key)):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: settled(window) and (window.controller.counting.order is None) == (key == "file"))
    assert window.controller.view.order == key
    for index in (MASK, HEATMAP):
        window.views.tabs.setCurrentIndex(index)
        shown = window.views.current._picture.source
        assert [shown.tensor_row(k) for k in range(10)] == ORDERS[key][:10]
    choice.setCurrentIndex(0)


def test_an_order_by_label_needs_a_label(qtbot, window):
    views = window.views
    label = views.tools.order.findData("label")
    assert views.tools.order.model().item(label).isEnabled()
    opens(qtbot, window, asset("samples/padding-basics.json"))
    has_label = bool(window.controller.dataset.with_role_of("label"))
    assert views.tools.order.model().item(label).isEnabled() == has_label
    opens(qtbot, window, asset("samples/features.npy"))
    assert not window.controller.dataset.with_role_of("label")
    assert not views.tools.order.model().item(label).isEnabled()


def test_colours_change_the_picture(qtbot, window):
    views = window.views
    seen = set()
    for key in ("value tide", "value viridis", "value cividis", "rank tide"):
        views.tools.colour.setCurrentIndex(views.tools.colour.findData(key))
        qtbot.waitUntil(lambda: settled(window))
        image = views.current.grab().toImage()
        row = LENGTHS.index(39)
        place = views.current.cell_rect(row, 5).center()
        seen.add(image.pixelColor(place).name())
    assert len(seen) >= 3


def test_one_feature_of_many_is_shown(qtbot, window):
    path = asset("samples/sensors.npz")
    opens(qtbot, window, path)
    views = window.views
    assert views.tools.feature.isVisible()
    assert views.tools.feature.count() == 6
    assert views.tools.feature.itemText(2) == "Feature 2"
    with np.load(path, allow_pickle=False) as arrays:
        values, offsets = arrays["values"], arrays["offsets"]
    views.tools.feature.setFocus()
    for feature in range(6):
        QTest.keyClick(views.tools.feature, Qt.Key.Key_Home)
        for _ in range(feature):
            QTest.keyClick(views.tools.feature, Qt.Key.Key_Down)
        assert views.tools.feature.currentIndex() == feature
        found, _ = views.current._picture.source.cells(np.array([3]), np.arange(4))
        np.testing.assert_array_equal(found[0], values[offsets[3] : offsets[3] + 4, feature])


def test_without_features_there_is_no_choice(window):
    assert not window.views.tools.feature.isVisible()


# -- going to rows -----------------------------------------------------------------------------------------
def ask(window):
    """Press G in the heatmap; returns the field's line."""
    QTest.keyClick(window.views.current, Qt.Key.Key_G)
    assert window.views.go_to.isVisible()
    edit = window.views.go_to.findChild(QLineEdit)
    assert QApplication.focusWidget() is edit
    return edit


def test_go_to_a_row(qtbot, window):
    edit = ask(window)
    QTest.keyClicks(edit, "287")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    view = window.views.current
    assert not window.views.go_to.isVisible()
    assert window.controller.view.row == 287
    assert view.cell_rect(287, 0).intersects(view.rect())
    assert words_of(window.views.strip._row) == "Row 287"
    assert QApplication.focusWidget() is view


@pytest.mark.parametrize("words", ["300", "99999999999999999999999", "-1", "1.5", "many", "²", "٣"])
def test_a_row_that_is_not_there_is_a_sentence(window, words):
    before = window.controller.view
    edit = ask(window)
    edit.insert(words)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert window.views.go_to.isVisible()
    assert window.views.go_to.error() == "Rows go from 0 to 299."
    assert window.controller.view == before
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not window.views.go_to.isVisible()


def test_escape_goes_nowhere(window):
    """Not even to a row whose number was typed."""
    before = window.controller.view
    edit = ask(window)
    QTest.keyClicks(edit, "12")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not window.views.go_to.isVisible()
    assert window.controller.view == before
    assert QApplication.focusWidget() is window.views.current


def test_the_next_and_the_previous_cut_row(qtbot, window):
    window.controller.set_choice("Maxlen", maxlen=CUT_AT)
    qtbot.waitUntil(lambda: settled(window))
    cut = [k for k, n in enumerate(LENGTHS) if n > CUT_AT]
    view = window.views.current
    seen = []
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_BracketRight)
        seen.append(window.controller.view.row)
    assert seen == cut[:4]
    QTest.keyClick(view, Qt.Key.Key_BracketLeft)
    assert window.controller.view.row == cut[2]
    assert words_of(window.views.strip._row) == f"Row {cut[2]}"


def test_where_nothing_is_cut_the_keys_do_nothing(window):
    before = window.controller.view
    QTest.keyClick(window.views.current, Qt.Key.Key_BracketRight)
    assert window.controller.view == before


# -- one selection -------------------------------------------------------------------------------------------
def test_a_click_selects_in_both_views_and_the_strip(window):
    view = window.views.current
    row = LENGTHS.index(21)
    at = view.cell_rect(row, 4).center()
    QTest.mouseClick(window.windowHandle(), LEFT, NONE, view.mapTo(window, at))
    assert (window.controller.view.row, window.controller.view.col) == (row, 4)
    assert view.selected() == (row, 4)
    strip = window.views.strip._row
    assert (strip.head, strip.selected) == (f"Row {row}", 4)
    assert f"row {row} · step 4 · value {row % 9 + 1}" in window.views.read_out
    assert view.accessibleDescription() == window.views.strip.sentence()
    window.views.tabs.setCurrentIndex(MASK)
    assert window.views.current.selected() == (row, 4)


def test_a_word_of_the_strip_is_pressed(window):
    row = LENGTHS.index(30)
    window.controller.select(row, 0)
    strip = window.views.strip
    step, box = strip._boxes[3]
    QTest.mouseClick(strip, LEFT, NONE, box.center().toPoint())
    assert (window.controller.view.row, window.controller.view.col) == (row, step)
    assert window.views.current.selected() == (row, step)


def test_the_mouse_reads_without_selecting(window):
    view = window.views.current
    row = LENGTHS.index(14)
    before = window.controller.view
    at = view.cell_rect(row, 20).center()
    QTest.mouseMove(window.windowHandle(), view.mapTo(window, at))
    QApplication.processEvents()
    assert window.views.read_out.startswith(f"row {row} · position 20 · padding")
    assert window.status.message() == window.views.read_out
    QTest.mouseMove(window.windowHandle(), QPoint(5, 5))
    QApplication.processEvents()
    assert window.controller.view == before
    assert window.views.read_out == ""


def test_show_rows_of_a_finding_selects_its_first_row(qtbot, window):
    """From the findings with the keyboard: the row is selected and in view."""
    panel = window.findings_panel
    shown = next(one for one in panel.shown() if one.key.startswith("empty-rows"))
    assert shown.rows == "Show rows"
    panel._list.rows_clicked.emit(shown)
    row = LENGTHS.index(0)
    assert window.controller.view.row == row
    view = window.views.current
    assert view.cell_rect(row, 0).intersects(view.rect())
    assert words_of(window.views.strip._row) == f"Row {row}"


def test_another_file_forgets_the_selection(qtbot, window):
    window.controller.select(299, 3)
    opens(qtbot, window, asset("samples/padding-basics.json"))
    for index in (MASK, HEATMAP):
        window.views.tabs.setCurrentIndex(index)
        assert window.views.current.selected() == (-1, -1)
    assert words_of(window.views.strip._row) == "Row"
    assert window.views.read_out == ""


def test_another_file_begins_with_all_of_its_steps(qtbot, window):
    window.views.fit()
    before = window.views.heatmap.cell_rect(3, 0).width()
    window.views.tabs.setCurrentIndex(SERIES)
    opens(qtbot, window, asset("samples/padding-basics.json"))
    window.views.tabs.setCurrentIndex(MASK)
    qtbot.waitUntil(lambda: settled(window))
    wide = window.views.mask_view.cell_rect(0, 0).width()
    assert wide > before
    window.views.fit()
    assert window.views.mask_view.cell_rect(0, 0).width() == wide


def test_another_file_starts_in_its_own_order(qtbot, window):
    window.views.tools.order.setCurrentIndex(window.views.tools.order.findData("length"))
    qtbot.waitUntil(lambda: settled(window) and window.controller.counting.order is not None)
    opens(qtbot, window, asset("samples/padding-basics.json"))
    assert window.views.tools.order.key() == window.controller.view.order == "file"


def test_the_legend_follows_the_theme(window):
    """Nothing of the views keeps a colour of the theme before."""
    window.set_theme("dark")
    assert isinstance(window.views.legends[0], HeatmapLegend)
    canvas = look.current().hex("canvas").upper()
    image = window.views.grab().toImage()
    assert image.pixelColor(3, window.views.tabs.geometry().bottom() + 8).name().upper() == canvas
    window.set_theme("light")


def test_what_shows_one_row_begins_with_the_first(qtbot, window):
    """The first in the order of the view, and only where none is selected."""
    views, controller = window.views, window.controller
    controller.look(order="-length")
    qtbot.waitUntil(lambda: settled(window) and controller.counting.order is not None)
    assert controller.view.row == -1
    views.tabs.setCurrentIndex(SERIES)
    assert controller.view.row == LENGTHS.index(max(LENGTHS))
    controller.select(7, 2)
    views.tabs.setCurrentIndex(ROW)
    assert (controller.view.row, controller.view.col) == (7, 2)
    controller.look(order="file")
