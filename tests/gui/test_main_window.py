"""The whole window with its children: what can be done when, what every action does, opening, choosing."""

import json

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from padviewer.assets import asset
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui import app as application
from padviewer.gui import theme as look
from padviewer.gui.actions import ACTIONS
from padviewer.gui.main_window import START, WORK
from padviewer.gui.pad_section import MaxlenField, PadSection

LENGTHS = [k % 31 for k in range(62)]
CUT_AT = 20
ALWAYS = {"open", "open_model", "theme", "next_panel", "shortcuts", "quit"}
WITH_DATA = ALWAYS | {
    "open_recipe", "save_recipe", "export", "go_to_row", "previous_cut", "next_cut", "next_finding", "fit",
    "one_pixel", "tab_1", "tab_2",
}  # fmt: skip
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Rows of 0 to 30 numbers, twice each, with a label."""
    path = tmp_path_factory.mktemp("data") / "rows.jsonl"
    rows = ({"x": list(range(1, n + 1)), "label": n % 3} for n in LENGTHS)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture(scope="module")
def shared(qapp, tmp_path_factory):
    """One window for the module; closing it ends all that it started within a second."""
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


@pytest.fixture
def window(qtbot, shared, source):
    """The window with the rows open and nothing chosen yet."""
    open_and_wait(qtbot, shared, source)
    shared.activateWindow()
    qtbot.waitUntil(shared.isActiveWindow)
    shared.setFocus()
    return shared


@pytest.fixture
def fresh(qtbot, tmp_path):
    """A window of its own, on its start page."""
    _, made = application.make("light", QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def open_and_wait(qtbot, window, path):
    """Open a dataset and wait until all of it is on the screen."""
    window.open(str(path))
    wait_for(qtbot, window, path)


def wait_for(qtbot, window, path):
    """Wait until a dataset is on the screen."""

    def there():
        source = window.controller.session.source
        return source is not None and source.path == str(path) and application.is_settled(window)

    qtbot.waitUntil(there, timeout=30_000)


def enabled(window):
    """The ids of the actions that can be used now."""
    return {name for name, action in window.actions_by_id.items() if action.isEnabled()}


def click(window, widget, point):
    """Click with the window's own mouse, wherever the widget stands."""
    QTest.mouseClick(window.windowHandle(), LEFT, NONE, widget.mapTo(window, point))


def maxlen(window):
    """The maxlen that the recipe holds."""
    return window.controller.session.recipe[window.controller.session.tensor].maxlen


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


def test_another_file_starts_a_new_list_of_steps(qtbot, window):
    window.controller.set_choice("Padding pre", padding="pre")
    open_and_wait(qtbot, window, asset("samples/features.npy"))
    assert enabled(window) == WITH_DATA


# -- what every action does ------------------------------------------------------------------------
class Effects:
    """What a person sees of each action, by its id."""

    def __init__(self, qtbot, window, folder, monkeypatch):
        self.qtbot, self.window, self.folder = qtbot, window, folder
        self.monkeypatch = monkeypatch

    def trigger(self, name):
        action = self.window.actions_by_id[name]
        assert action.isEnabled(), name
        action.trigger()

    def answer(self, which, path):
        self.monkeypatch.setattr(QFileDialog, which, lambda *_args, **_named: (str(path), ""))

    def open(self):
        path = asset("samples/padding-basics.json")
        self.answer("getOpenFileName", path)
        self.trigger("open")
        wait_for(self.qtbot, self.window, path)

    def open_model(self):
        self.answer("getOpenFileName", self.folder / "none.keras")
        self.trigger("open_model")
        assert self.window.controller.model.state.choice.path == str(self.folder / "none.keras")
        self.window.controller.model.close()

    def open_recipe(self):
        path = self.folder / "given.toml"
        Recipe({"x": TensorRecipe(padding="pre", maxlen=7)}).save(path)
        self.answer("getOpenFileName", path)
        self.trigger("open_recipe")
        assert maxlen(self.window) == 7

    def save_recipe(self):
        path = self.folder / "saved.toml"
        self.answer("getSaveFileName", path)
        self.trigger("save_recipe")
        assert Recipe.load(path)["x"].padding == "post"
        assert "saved.toml" in self.window.banner.note().sentence

    def export(self):
        self.trigger("export")
        assert self.window.sheet.isVisible()
        self.window.sheet.close()

    def undo(self):
        self.window.controller.set_choice("Padding pre", padding="pre")
        self.trigger("undo")
        assert self.window.controller.session.recipe["x"].padding == "post"

    def redo(self):
        self.undo()
        self.trigger("redo")
        assert self.window.controller.session.recipe["x"].padding == "pre"

    def theme(self):
        self.trigger("theme")
        assert self.window._theme_menu.isVisible()
        self.window._theme_menu.close()

    def go_to_row(self):
        self.trigger("go_to_row")
        assert self.window.views.go_to.isVisible()
        edit = self.window.views.go_to.findChild(QLineEdit)
        assert QApplication.focusWidget() is edit
        QTest.keyClick(edit, Qt.Key.Key_Escape)
        assert not self.window.views.go_to.isVisible()

    def next_cut(self):
        self.window.controller.set_choice("Maxlen", maxlen=CUT_AT)
        self.trigger("next_cut")
        assert self.window.controller.view.row == LENGTHS.index(CUT_AT + 1)

    def previous_cut(self):
        self.next_cut()
        self.trigger("next_cut")
        self.trigger("previous_cut")
        assert self.window.controller.view.row == LENGTHS.index(CUT_AT + 1)

    def next_finding(self):
        self.trigger("next_finding")
        assert self.window.findings_panel.isAncestorOf(QApplication.focusWidget())

    def next_panel(self):
        self.window.setFocus()
        panels = []
        for _ in range(6):
            self.trigger("next_panel")
            focus = QApplication.focusWidget()
            panels.append(
                next(
                    name
                    for name in ("data_panel", "recipe_panel", "lengths_panel", "views", "model_panel",
                                 "findings_panel")
                    if getattr(self.window, name).isAncestorOf(focus)
                )
            )  # fmt: skip
        assert len(set(panels)) == 6
        assert panels == ["data_panel", "recipe_panel", "lengths_panel", "views", "model_panel",
                          "findings_panel"]  # fmt: skip

    def one_pixel(self):
        self.window.views.fit()
        before = self.window.views.current.cell_rect(3, 3)
        self.trigger("one_pixel")
        after = self.window.views.current.cell_rect(3, 3)
        assert (after.width(), after.height()) == (1, 1)
        assert before != after

    def fit(self):
        self.one_pixel()
        self.trigger("fit")
        assert self.window.views.current.cell_rect(3, 3).width() > 1

    def tab_2(self):
        self.trigger("tab_2")
        assert self.window.views.current is self.window.views.views[1]
        assert self.window.views.views[1].isVisible()

    def tab_1(self):
        self.tab_2()
        self.trigger("tab_1")
        assert self.window.views.views[0].isVisible()

    def shortcuts(self):
        self.trigger("shortcuts")
        assert self.window._keys.isVisible()
        self.window._keys.close()

    def quit(self):
        self.trigger("quit")
        assert not self.window.isVisible()


@pytest.mark.parametrize("name", [spec.id for spec in ACTIONS])
def test_every_action_does_something(qtbot, request, tmp_path, monkeypatch, name):
    window = request.getfixturevalue("fresh" if name == "quit" else "window")
    getattr(Effects(qtbot, window, tmp_path, monkeypatch), name)()


@pytest.mark.parametrize("name", ["open", "open_model", "open_recipe", "save_recipe"])
def test_a_closed_dialog_changes_nothing(window, monkeypatch, name):
    for which in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, which, lambda *_args, **_named: ("", ""))
    before, work = window.controller.session, dict(window.controller.work)
    window.actions_by_id[name].trigger()
    assert window.controller.session is before
    assert window.controller.work == work


# -- opening -----------------------------------------------------------------------------------------
def test_a_sample_is_opened_with_the_mouse(qtbot, fresh):
    samples = fresh.start_page._samples
    names = [one.name for one in samples.samples]
    row = next(k for k, one in enumerate(samples.samples) if one.path.endswith("features.npy"))
    assert len(names) == 5
    point = samples.row_rect(row).center().toPoint()
    QTest.mouseClick(samples.viewport(), LEFT, NONE, point)
    wait_for(qtbot, fresh, asset("samples/features.npy"))
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


def test_a_dropped_file_is_opened(qtbot, window):
    path = asset("samples/padding-basics.json")
    assert drop(window, path)
    wait_for(qtbot, window, path)


def test_of_several_dropped_files_one_is_opened_and_that_is_said(qtbot, window):
    path = asset("samples/padding-basics.json")
    assert drop(window, path, asset("samples/features.npy"))
    wait_for(qtbot, window, path)
    assert window.banner.note().sentence == "2 files were dropped; padding-basics.json is opened."
    open_and_wait(qtbot, window, asset("samples/features.npy"))
    assert window.banner.note() is None


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
    qtbot.waitUntil(lambda: bool(fresh.controller.model.state.problem), timeout=30_000)
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
    assert window.controller.undo_name == "Recipe wide.toml"
    field = window.recipe_panel.findChild(MaxlenField)
    assert field.text() == "9"


def test_a_recipe_for_other_columns_is_refused_in_a_sentence(window, tmp_path):
    path = tmp_path / "other.toml"
    Recipe({"z": TensorRecipe(maxlen=9)}).save(path)
    before = window.controller.session
    window.open(str(path))
    assert window.controller.session is before
    assert "“z”" in window.banner.note().sentence


def test_what_was_opened_is_in_the_menu(qtbot, window, source):
    window._recent_menu.aboutToShow.emit()
    actions = window._recent_menu.actions()
    assert actions[0].text() == source.name
    other = next(one for one in window._samples_menu.actions() if "asic" in one.text())
    other.trigger()
    wait_for(qtbot, window, asset("samples/padding-basics.json"))


def test_without_recent_files_the_menu_says_so(fresh):
    fresh._recent_menu.aboutToShow.emit()
    only = fresh._recent_menu.actions()
    assert [(one.text(), one.isEnabled()) for one in only] == [("No file was opened yet", False)]


# -- choosing ----------------------------------------------------------------------------------------
def test_padding_is_clicked(qtbot, window):
    padding = window.recipe_panel.findChild(PadSection).padding
    before = window.status._facts
    click(window, padding, padding.segment_rects()[0].center().toPoint())
    controller = window.controller
    assert controller.session.recipe["x"].padding == "pre"
    assert controller.undo_name == "Padding pre"
    assert [one.words for one in window.status._facts if one not in before] == ["left-padded"]
    qtbot.waitUntil(lambda: application.is_settled(window), timeout=30_000)
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
    facts = [one.words for one in window.status._facts]
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


def test_what_is_remembered_is_used_again(qapp, tmp_path):
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue("theme", "dark")
    _, made = application.make("", settings)
    assert look.current().name == "dark"
    chosen = [one.text() for one in made._theme_menu.actions() if one.isChecked()]
    made.close()
    made.deleteLater()
    assert chosen == ["Dark"]


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


def test_the_children_end_with_the_window(qtbot, tmp_path):
    """Within a second of its closing."""
    before = set(psutil.Process().children(recursive=True))
    _, made = application.make("light", QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made.show()
    made.controller.model.start()
    open_and_wait(qtbot, made, asset("samples/padding-basics.json"))
    mine = set(psutil.Process().children(recursive=True)) - before
    assert len(mine) >= 2
    made.close()
    made.deleteLater()
    _, alive = psutil.wait_procs(mine, timeout=1)
    assert not alive
