"""The whole window with its children: what can be done when, every action by its keys, opening, choosing."""

import json

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from padviewer.assets import asset
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui import app as application
from padviewer.gui.actions import ACTIONS
from padviewer.gui.panels.recipe.padding import MaxlenField, PadSection
from padviewer.gui.style import theme as look
from padviewer.gui.window.openings import MOST_DROPPED, MOST_OFFERED
from padviewer.gui.window.panes import START, WORK
from tests.gui.window_effects import LENGTHS, Effects, maxlen

ALWAYS = {
    "open", "open_model", "theme", "next_panel", "previous_panel", "shortcuts", "palette", "help_here",
    "docs", "preferences", "larger", "smaller", "usual_size", "close", "quit",
}  # fmt: skip
WITH_DATA = ALWAYS | {
    "open_here", "open_recipe", "save_recipe", "presets", "export", "picture", "copy", "history", "find",
    "find_next", "find_previous", "go_to_row", "filter", "previous_cut", "next_cut", "previous_marked",
    "next_marked", "next_finding", "fit", "fit_all", "one_pixel", "crosshair",
    "tab_1", "tab_2", "tab_3", "tab_4", "tab_5", "tab_6", "fold_left", "fold_right", "fold_lengths",
}  # fmt: skip
OWN = {"open", "larger", "smaller", "usual_size", "close", "quit"}  # what makes or closes windows
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Rows of 0 to 30 numbers, twice each, with a label."""
    path = tmp_path_factory.mktemp("data") / "rows.jsonl"
    rows = ({"x": list(range(1, n + 1)), "label": n % 3} for n in LENGTHS)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture(scope="module")
def shared(window_at):
    """One window for the module; closing it ends all that it started within a second."""
    return window_at(1280, 800)


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Leave it to the end of the module: children come and go as long as its window stands."""


@pytest.fixture
def window(qtbot, opens, shared, source):
    """The window with the rows open and nothing chosen yet."""
    opens(shared, source)
    shared.views.tabs.setCurrentIndex(0)
    shared.banner.set_note(None)
    shared.activateWindow()
    qtbot.waitUntil(shared.isActiveWindow)
    shared.setFocus()
    return shared


@pytest.fixture
def fresh(windows_at):
    """A window of its own, on its start page."""
    made = windows_at(theme="light", language="en").add()
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def own(qtbot, windows_at, opens, source):
    """Windows of their own, one of them with the rows open."""
    windows = windows_at(theme="light", language="en")
    made = windows.add()
    made.resize(1280, 800)
    made.show()
    opens(made, source)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return windows


def enabled(window):
    """The ids of the actions that can be used now."""
    return {name for name, action in window.actions_by_id.items() if action.isEnabled()}


def click(window, widget, point):
    """Click with the window's own mouse, wherever the widget stands."""
    QTest.mouseClick(window.windowHandle(), LEFT, NONE, widget.mapTo(window, point))


# -- what can be done when -----------------------------------------------------------------------
def test_actions_without_data(fresh):
    assert enabled(fresh) == ALWAYS
    assert fresh._pages.currentIndex() == START


def test_actions_with_data_and_with_something_to_undo(window):
    assert enabled(window) == WITH_DATA
    assert window.controller.set_choice("Padding pre", padding="pre")
    assert enabled(window) == WITH_DATA | {"undo"}
    assert window.actions_by_id["undo"].toolTip() == "Undo: Padding pre"
    window.actions_by_id["undo"].trigger()
    assert enabled(window) == WITH_DATA | {"redo"}
    assert window.actions_by_id["redo"].toolTip() == "Redo: Padding pre"
    window.actions_by_id["redo"].trigger()
    assert enabled(window) == WITH_DATA | {"undo"}


def test_another_file_starts_a_new_list_of_steps(window, opens):
    window.controller.set_choice("Padding pre", padding="pre")
    opens(window, asset("samples/features.npy"))
    assert enabled(window) == WITH_DATA


# -- what every action does ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "keys"), [(spec.id, keys) for spec in ACTIONS for keys in spec.shortcuts or ("",)]
)
def test_every_action_does_something(qtbot, request, wait_for, tmp_path, monkeypatch, name, keys):
    """By each of its shortcuts, pressed as keys; by its menu where it has none."""
    windows = request.getfixturevalue("own") if name in OWN else None
    window = request.getfixturevalue("window") if windows is None else windows.windows[0]
    getattr(Effects(qtbot, wait_for, windows, window, tmp_path, monkeypatch, name, keys), name)()


def test_no_action_is_forgotten(window):
    """The table, the window and the effects above name the same actions."""
    known = {spec.id for spec in ACTIONS}
    assert set(window.actions_by_id) == known
    assert {name for name in vars(Effects) if name[0] != "_"} == known | {"trigger", "answer"}


@pytest.mark.parametrize("name", ["open", "open_here", "open_model", "open_recipe", "save_recipe"])
def test_a_closed_dialog_changes_nothing(window, monkeypatch, name):
    for which in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, which, lambda *_args, **_named: ("", ""))
    before, work = window.controller.session, dict(window.controller.work)
    window.actions_by_id[name].trigger()
    assert window.controller.session is before
    assert window.controller.work == work


# -- opening -----------------------------------------------------------------------------------------
def test_a_sample_is_opened_with_the_mouse(fresh, wait_for):
    samples = fresh.start_page._samples
    names = [one.name for one in samples.samples]
    row = next(k for k, one in enumerate(samples.samples) if one.path.endswith("features.npy"))
    assert len(names) == 6
    point = samples.row_rect(row).center().toPoint()
    QTest.mouseClick(samples.viewport(), LEFT, NONE, point)
    wait_for(fresh, asset("samples/features.npy"))
    assert fresh._pages.currentIndex() == WORK
    assert fresh.windowTitle() == "features.npy – PadViewer"


def drop(window, *paths):
    """Drop files on the window; return whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, copy = QPoint(600, 400), Qt.DropAction.CopyAction
    entered = QDragEnterEvent(place, copy, data, LEFT, NONE)
    window.dragEnterEvent(entered)
    if not entered.isAccepted():
        return False
    event = QDropEvent(QPointF(place), copy, data, LEFT, NONE)
    window.dropEvent(event)
    return event.isAccepted()


def test_a_dropped_file_is_opened(fresh, wait_for):
    path = asset("samples/padding-basics.json")
    assert drop(fresh, path)
    wait_for(fresh, path)


def test_a_file_dropped_on_another_one_has_a_window_of_its_own(own, wait_for):
    window, path = own.windows[0], asset("samples/padding-basics.json")
    before = window.controller.session
    assert drop(window, path)
    wait_for(own.windows[1], path)
    assert window.controller.session is before


def many(tmp_path, count):
    paths = []
    for k in range(count):
        paths.append(tmp_path / f"part{k}.jsonl")
        paths[-1].write_text('{"x": [1, 2]}\n{"x": [3]}\n', "utf-8")
    return paths


def test_two_dropped_files_are_both_opened(own, wait_for):
    paths = asset("samples/padding-basics.json"), asset("samples/features.npy")
    window = own.windows[0]
    assert drop(window, *paths)
    for made, path in zip(own.windows[1:], paths, strict=True):
        wait_for(made, path)
    assert window.banner.note() is None


def test_of_many_dropped_files_one_is_opened_and_that_is_said(fresh, wait_for, opens, tmp_path):
    first, *others = many(tmp_path, MOST_DROPPED + 1)
    assert drop(fresh, first, *others)
    wait_for(fresh, first)
    assert fresh.banner.note().sentence == "9 files were dropped; part0.jsonl is opened."
    opens(fresh, asset("samples/features.npy"))
    assert fresh.banner.note() is None


def test_what_is_said_of_a_drop_is_said_where_it_was_dropped(own, wait_for, tmp_path):
    window, (first, *others) = own.windows[0], many(tmp_path, MOST_DROPPED + 1)
    assert drop(window, first, *others)
    assert window.banner.note().sentence == "9 files were dropped; part0.jsonl is opened."
    wait_for(own.windows[1], first)
    assert own.windows[1].banner.note() is None


def test_what_is_in_a_dropped_folder_is_offered(fresh, wait_for, tmp_path):
    first, *_ = many(tmp_path, 2)
    for name in ("notes.pdf", ".hidden.csv", "part0.npz.padviewer.json"):
        (tmp_path / name).write_text("x", "utf-8")
    assert drop(fresh, tmp_path)
    menu = fresh.openings.folder_menu
    assert [action.text() for action in menu.actions()] == ["part0.jsonl", "part1.jsonl"]
    menu.actions()[0].trigger()
    menu.close()
    wait_for(fresh, first)


def test_an_empty_folder_says_that_nothing_in_it_can_be_opened(fresh, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    assert drop(fresh, folder)
    assert fresh.banner.note().sentence == "empty holds no file that can be opened."


def test_of_a_large_folder_others_can_be_asked_for(fresh, wait_for, tmp_path, monkeypatch):
    paths = many(tmp_path, MOST_OFFERED + 1)
    assert drop(fresh, tmp_path)
    *offered, _separator, others = fresh.openings.folder_menu.actions()
    assert len(offered) == MOST_OFFERED
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(paths[-1]), ""))
    others.trigger()
    fresh.openings.folder_menu.close()
    wait_for(fresh, paths[-1])


def test_a_dropped_text_is_not_taken(window):
    data = QMimeData()
    data.setText("hello")
    event = QDragEnterEvent(QPoint(600, 400), Qt.DropAction.CopyAction, data, LEFT, NONE)
    event.ignore()
    window.dragEnterEvent(event)
    assert not event.isAccepted()


def test_a_model_goes_to_the_model_panel(qtbot, fresh, tmp_path):
    """Also before a dataset is open: the panel that speaks of it must be seen."""
    fresh.open(str(tmp_path / "none.keras"))
    assert fresh.model_panel.isVisible()
    qtbot.waitUntil(lambda: bool(fresh.controller.model.state.problem))
    assert "There is no such file." in fresh.controller.model.state.problem
    assert fresh.controller.session.source is None
    fresh.controller.model.close()
    assert fresh._pages.currentIndex() == START


def test_a_recipe_is_applied_to_the_open_data(window, tmp_path):
    path = tmp_path / "wide.toml"
    Recipe({"x": TensorRecipe(padding="pre", truncating="pre", maxlen=9)}).save(path)
    source = window.controller.session.source
    window.open(str(path))
    assert window.controller.session.source == source
    assert maxlen(window) == 9
    assert window.controller.history.undo_name == "Recipe wide.toml"
    field = window.recipe_panel.findChild(MaxlenField)
    assert field.text() == "9"


def test_a_recipe_for_other_columns_is_refused_in_a_sentence(window, tmp_path):
    path = tmp_path / "other.toml"
    Recipe({"z": TensorRecipe(maxlen=9)}).save(path)
    before = window.controller.session
    window.open(str(path))
    assert window.controller.session is before
    assert "“z”" in window.banner.note().sentence


def test_recipes_that_were_used_are_in_the_menu_and_in_the_palette(window, source, tmp_path):
    path = tmp_path / "again.toml"
    Recipe({"x": TensorRecipe(maxlen=9)}).save(path)
    window.open(str(path))
    window.controller.undo()
    menu = window.menus.recipes
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "again.toml"
    menu.actions()[0].trigger()
    assert maxlen(window) == 9
    window.controller.undo()
    entry = next(one for one in window.dialogs._entries() if one.words == "again.toml")
    assert entry.enabled
    entry.run()
    assert maxlen(window) == 9
    path.unlink()
    menu.aboutToShow.emit()
    assert window.controller.jobs.wait_idle(60)
    menu.aboutToShow.emit()
    assert not menu.actions()[0].isEnabled()
    assert menu.actions()[0].toolTip() == f"not found · last seen in {tmp_path}"


def test_what_was_opened_is_in_the_menu(own, source, wait_for):
    window = own.windows[0]
    window.menus.recent.aboutToShow.emit()
    assert window.menus.recent.actions()[0].text() == source.name
    other = next(one for one in window.menus.samples.actions() if "asic" in one.text())
    other.trigger()
    wait_for(own.windows[1], asset("samples/padding-basics.json"))


# -- choosing ----------------------------------------------------------------------------------------
def test_padding_is_clicked(qtbot, window):
    padding = window.recipe_panel.findChild(PadSection).padding
    before = window.status.facts()
    QTest.mouseClick(padding.buttons()[0], Qt.MouseButton.LeftButton)
    controller = window.controller
    assert controller.session.recipe["x"].padding == "pre"
    assert controller.history.undo_name == "Padding pre"
    assert [one.words for one in window.status.facts() if one not in before] == ["left-padded"]
    qtbot.waitUntil(lambda: application.is_settled(window))
    short = LENGTHS.index(10)
    found = window.views.current._picture.source.cells(np.array([short]), np.arange(30))[0]
    assert found[0].tolist() == [0] * 20 + list(range(1, 11))


@pytest.mark.parametrize("words", ["0", "-1", "1000000000000", "many", "p0", "1.5"])
def test_a_maxlen_that_cannot_be_is_answered_below_its_field(window, words):
    field = window.recipe_panel.findChild(MaxlenField)
    edit = field.findChild(QLineEdit)
    before = window.controller.session
    click(window, edit, edit.rect().center())
    edit.selectAll()
    QTest.keyClicks(edit, words)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert field.error().endswith("Still max.")
    assert field.text() == words
    assert window.controller.session is before
    assert window.banner.note() is None
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert (field.text(), field.error()) == ("max", "")


def test_a_maxlen_is_typed(qtbot, window):
    field = window.recipe_panel.findChild(MaxlenField)
    edit = field.findChild(QLineEdit)
    click(window, edit, edit.rect().center())
    edit.selectAll()
    QTest.keyClicks(edit, "12")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert maxlen(window) == 12
    cut = sum(n > 12 for n in LENGTHS)
    facts = [one.words for one in window.status.facts()]
    assert facts[0] == f"({len(LENGTHS)}, 12) int32"
    assert any(fact.startswith(f"{cut} rows cut") for fact in facts)


# -- the rest ----------------------------------------------------------------------------------------
def test_the_theme_recolours_everything(window, colour_at):
    """Panels, canvas, toolbar and heatmap; and the choice is kept."""
    for name in ("dark", "light"):
        window.set_theme(name)
        theme = look.current()
        assert theme.name == name
        assert colour_at(window.data_panel, 3, 3) == theme.hex("panel").upper()
        assert colour_at(window.lengths_panel, 3, 30) == theme.hex("canvas").upper()
        assert colour_at(window.toolbar, 3, 3) == theme.hex("panel").upper()
        view = window.views.current
        pad = view.cell_rect(LENGTHS.index(0), 29).center()
        assert colour_at(view, pad.x(), pad.y()) in {theme.hex("pad").upper(), theme.hex("hatch").upper()}
        assert window._settings.value("theme") == name


def test_what_is_remembered_is_used_again(windows_at):
    made = windows_at(theme="dark").add()
    assert look.current().name == "dark"
    assert [one.text() for one in made.menus.theme.actions() if one.isChecked()] == ["Dark"]


def test_keys_with_letters_act_only_outside_a_field(window):
    edit = window.recipe_panel.findChild(MaxlenField).findChild(QLineEdit)
    click(window, edit, edit.rect().center())
    QTest.keyClick(edit, Qt.Key.Key_G)
    assert not window.views.go_to.isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    window.views.current.setFocus()
    QTest.keyClick(window.views.current, Qt.Key.Key_G)
    assert window.views.go_to.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_a_narrow_window_gives_the_centre_room(window):
    for width, left in ((1280, 264), (1440, 280), (1280, 264)):
        window.resize(width, 800)
        QApplication.processEvents()
        assert window.data_panel.width() == pytest.approx(look.current().px(left), abs=2)


def test_the_children_end_with_the_window(own_children, windows_at, opens):
    before = set(psutil.Process().children(recursive=True))
    made = windows_at().add()
    made.show()
    made.controller.model.start()
    opens(made, asset("samples/padding-basics.json"))
    mine = set(psutil.Process().children(recursive=True)) - before
    assert len(mine) >= 2
    made.close()
    _, alive = psutil.wait_procs(mine, timeout=60)
    assert not alive


def test_a_window_that_closes_closes_its_charts(windows_at):
    """A plot that is open when the program ends takes the process down with it."""
    import pyqtgraph

    window = windows_at().add()
    chart = pyqtgraph.PlotWidget(parent=window.views)
    window.show()
    assert not chart.closed
    window.close()
    assert chart.closed
