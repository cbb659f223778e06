"""The windows of one program: one a dataset, one set of preferences, all remembered for the next start."""

import gc
import json
import weakref
from dataclasses import replace

import psutil
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from padviewer.assets import asset
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.app import wait_until
from padviewer.gui.session import recent
from padviewer.gui.session.preferences import Preferences
from padviewer.gui.session.window_file import SessionFile
from padviewer.gui.session.window_state import WindowState, identity_of
from padviewer.gui.style import theme as look
from padviewer.gui.window import windows as module

BASICS, FEATURES = (str(asset(f"samples/{name}")) for name in ("padding-basics.json", "features.npy"))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sessions"


@pytest.fixture
def left(folder):
    """``left(clean, *paths)``: what another process left that had files open, with maxlen 3."""

    def leave(clean, *paths):
        recipe = Recipe({"x": TensorRecipe(maxlen=3)})
        states = [WindowState(path, identity=identity_of(path), recipe=recipe, tensor="x") for path in paths]
        file = SessionFile(folder)
        file.save(states, clean=clean)
        file.close()
        return file.path

    return leave


def remembered(folder):
    """The one session in the folder: whether it ended well, and the names of its files."""
    (path,) = folder.glob("*.json")
    document = json.loads(path.read_text())
    return document["clean"], [one["path"] for one in document["windows"]]


def shown(program, path):
    """The first window, with a file."""
    window = program.add()
    window.show()
    window.open(path)
    return window


# -- windows -----------------------------------------------------------------------------------------
def test_a_dataset_takes_an_empty_window_and_the_next_one_another(windows_at, wait_for):
    program = windows_at()
    first = program.add()
    first.resize(1300, 777)
    first.show()
    assert program.open(BASICS) is first
    wait_for(first, BASICS)
    second = program.open(FEATURES)
    assert second is not first
    wait_for(second, FEATURES)
    assert second.isVisible()
    assert second.size() == first.size()
    assert first.controller.session.source.path == BASICS
    third = program.open("")
    assert program.windows == [first, second, third]
    assert third.is_empty()


def test_a_document_that_the_system_hands_over_is_opened(windows_at, wait_for):
    """As macOS does it; other events are left to others."""
    program = windows_at()
    window = program.add()
    window.show()
    assert program.eventFilter(program.app, QFileOpenEvent(QUrl.fromLocalFile(BASICS)))
    wait_for(window, BASICS)
    assert not program.eventFilter(program.app, QEvent(QEvent.Type.ApplicationStateChange))


def test_one_window_closes_and_the_other_stays(windows_at, wait_for, folder):
    program = windows_at(SessionFile(folder))
    wait_for(shown(program, BASICS), BASICS)
    wait_for(program.open(FEATURES), FEATURES)
    program.windows[0].close()
    assert [one.controller.session.source.path for one in program.windows] == [FEATURES]
    program.windows[0].close()
    assert program.windows == []
    assert remembered(folder) == (True, [FEATURES])


def test_quit_remembers_all_windows(windows_at, wait_for, folder):
    program = windows_at(SessionFile(folder))
    wait_for(shown(program, BASICS), BASICS)
    wait_for(program.open(FEATURES), FEATURES)
    program.windows[0].actions_by_id["quit"].trigger()
    assert program.windows == []
    assert remembered(folder) == (True, [BASICS, FEATURES])


# -- preferences -------------------------------------------------------------------------------------
def test_what_one_window_prefers_holds_for_all(windows_at):
    program = windows_at(memory_mb=100, cache_gb=3, ramp="cividis")
    one, other = program.add(), program.add()
    for window in (one, other):
        assert window.controller.in_memory == 100_000_000
        assert window.controller.loader.cap == 3_000_000_000
        assert window.controller.ramp == "cividis"
    one.set_theme("dark")
    assert look.current().name == "dark"
    assert [action.text() for action in other.menus.theme.actions() if action.isChecked()] == ["Dark"]
    assert other.preferences == one.preferences == program.preferences
    one.dialogs.prefer(cache_gb=5, memory_mb=200)
    assert other.controller.loader.cap == 5_000_000_000
    assert other.controller.in_memory == 200_000_000


def test_another_language_makes_the_window_anew_around_its_controller(windows_at, wait_for):
    program = windows_at()
    window = shown(program, BASICS)
    wait_for(window, BASICS)
    window.resize(1234, 765)
    window.views.tabs.setCurrentIndex(2)
    window.tell("warning", "Something is so.")
    controller = window.controller
    assert controller.set_choice("Padding pre", padding="pre")
    window.dialogs.prefer(language="de")
    (new,) = program.windows
    assert new is not window
    assert new.controller is controller
    assert new.actions_by_id["open"].text() == "Öffnen"
    assert new.isVisible()
    assert (new.width(), new.height(), new.views.tabs.currentIndex()) == (1234, 765, 2)
    assert new.banner.note().sentence == "Something is so."
    assert new.actions_by_id["undo"].isEnabled()
    new.dialogs.prefer(language="en")
    assert program.windows[0].actions_by_id["open"].text() == "Open"


def test_another_python_restarts_the_model_child(windows_at, monkeypatch):
    program = windows_at()
    window = program.add()
    restarted = []
    monkeypatch.setattr(window.controller.model, "restart", lambda: restarted.append(1))
    window.dialogs.prefer(interpreter="/opt/python")
    window.dialogs.prefer(ramp="cividis")
    assert restarted == [1]
    assert program.preferences.interpreter == "/opt/python"


def test_a_theme_for_this_time_gives_way_to_one_that_is_chosen(windows_at):
    program = windows_at(theme="light")
    again = module.Windows(program.app, program._settings, theme="dark")
    assert look.current().name == "dark"
    assert again.preferences.theme == "light"
    again.set_preferences(Preferences(theme="light", size=100, language="en"))
    assert look.current().name == "light"
    again.shutdown()


# -- for the next start --------------------------------------------------------------------------------
def test_what_is_open_is_written_while_it_runs(qtbot, windows_at, wait_for, folder, monkeypatch):
    monkeypatch.setattr(module, "REMEMBER_MS", 10)
    program = windows_at(SessionFile(folder))
    window = shown(program, BASICS)
    wait_for(window, BASICS)
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.json"))))
    qtbot.waitUntil(lambda: remembered(folder) == (False, [BASICS]))
    assert window.controller.set_choice("Maxlen 2", maxlen=2)
    qtbot.waitUntil(lambda: "maxlen = 2" in next(folder.glob("*.json")).read_text())


def test_after_a_good_end_the_same_is_open_again(windows_at, wait_for, left, folder):
    path = left(True, BASICS, FEATURES)
    program = windows_at(SessionFile(folder))
    program.add().show()
    program.begin(is_asked=False)
    assert wait_until(lambda: len(program.windows) == 2, 10)
    wait_for(program.windows[0], BASICS)
    wait_for(program.windows[1], FEATURES)
    assert program.windows[0].controller.session.recipe["x"].maxlen == 3
    assert program.windows[0].banner.note() is None
    assert not path.exists()


@pytest.mark.parametrize(("reopen", "is_asked"), [("false", False), ("true", True), ("false", True)])
def test_after_a_good_end_nothing_is_opened_that_is_not_wanted(
    qtbot, windows_at, left, folder, reopen, is_asked
):
    path = left(True, BASICS)
    file = SessionFile(folder)
    asked, really = [], file.load
    file.load = lambda: asked.append(really()) or asked[-1]
    program = windows_at(file, reopen=reopen)
    window = program.add()
    window.show()
    program.begin(is_asked=is_asked)
    qtbot.waitUntil(lambda: bool(asked))
    QApplication.processEvents()
    assert [one.path for one in asked[0].states] == [BASICS]
    assert window.is_empty()
    assert window.banner.note() is None
    assert path.exists()


def test_after_a_crash_it_is_offered_whatever_is_preferred(qtbot, windows_at, wait_for, left, folder):
    """Beside the file that was asked for, which keeps its window."""
    path = left(False, FEATURES)
    program = windows_at(SessionFile(folder), reopen="false")
    window = shown(program, BASICS)
    program.begin(is_asked=True)
    qtbot.waitUntil(lambda: window.banner.note() is not None)
    wait_for(window, BASICS)
    note = window.banner.note()
    assert note.sentence == "PadViewer ended unexpectedly. It had features.npy open."
    assert (note.level, note.action) == ("warning", "Restore")
    assert path.exists(), "nothing is forgotten before it is open again"
    window.banner.action_clicked.emit()
    assert len(program.windows) == 2
    wait_for(program.windows[1], FEATURES)
    assert not path.exists()
    assert window.controller.session.source.path == BASICS
    assert window.banner.note() is None


def test_without_a_place_nothing_is_remembered_and_nothing_offered(windows_at, wait_for):
    program = windows_at()
    told = []
    program.offer(told.append)
    program.begin(is_asked=False)
    wait_for(shown(program, BASICS), BASICS)
    program._remember()
    QApplication.processEvents()
    assert told == []


def test_the_answer_comes_when_all_windows_are_closed(windows_at, left, folder):
    left(False, BASICS)
    program = windows_at(SessionFile(folder))
    window = program.add()
    window.show()
    program.begin(is_asked=False)
    window.close()
    QApplication.processEvents()
    assert program.windows == []


# -- made anew ---------------------------------------------------------------------------------------
def delete_what_waits():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_of_a_window_made_anew_nothing_listens_any_more(windows_at, opens, qtbot):
    windows = windows_at()
    old = windows.add()
    old.show()
    opens(old, recent.samples()[0].path)
    old.dialogs.show_export()
    controller = old.controller
    old.dialogs.prefer(language="de")
    delete_what_waits()
    assert not shiboken6.isValid(old)
    assert windows.windows[0].controller is controller
    assert controller.set_choice("Padding", padding="post" if is_pre(controller) else "pre")
    controller.undo()  # whoever listened and is deleted would raise in its slot, which fails the test
    assert controller.history.names() == ("Padding",)
    assert controller.history.at == 0


def is_pre(controller):
    session = controller.session
    return session.recipe[session.tensor].padding == "pre"


def test_the_window_in_front_is_made_anew_first_and_the_others_in_turns_of_their_own(windows_at, qtbot):
    windows = windows_at()
    before = [windows.add() for _ in range(3)]
    for one in before:
        one.show()
    controllers = [one.controller for one in before]
    before[1].activateWindow()
    qtbot.waitUntil(before[1].isActiveWindow)
    before[1].dialogs.prefer(size=120)
    assert [one is old for one, old in zip(windows.windows, before, strict=True)] == [True, False, True]
    assert all(one.preferences.size == 120 for one in windows.windows)
    qtbot.waitUntil(lambda: not set(windows.windows) & set(before))
    assert [one.controller for one in windows.windows] == controllers
    assert all(one.isVisible() for one in windows.windows)


def test_a_window_that_is_closed_before_its_turn_stays_closed(windows_at, qtbot):
    windows = windows_at()
    first, second = windows.add(), windows.add()
    first.show()
    second.show()
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    first.dialogs.prefer(size=120)
    second.close()
    qtbot.wait(0)
    assert [one.preferences.size for one in windows.windows] == [120]
    assert first not in windows.windows


def test_a_closed_window_takes_along_all_that_it_held(windows_at, opens, qtbot):
    windows = windows_at()
    windows.add()
    windows.made.disconnect()  # the fixture would hold the next one
    window = windows.add()
    window.show()
    opens(window, recent.samples()[1].path)
    held = [weakref.ref(one) for one in (window.controller, window.controller.plan, window)]
    is_open = [one.path for one in psutil.Process().open_files()]
    window.close()
    del window
    delete_what_waits()
    gc.collect()
    assert [one() for one in held] == [None, None, None]
    left = [one.path for one in psutil.Process().open_files()]
    assert len(left) < len(is_open)


# -- places ----------------------------------------------------------------------------------------
def test_a_second_dataset_stands_beside_the_first_one(windows_at, wait_for):
    program = windows_at()
    first = shown(program, BASICS)
    wait_for(first, BASICS)
    second = program.open(FEATURES)
    third = program.open("")
    wait_for(second, FEATURES)
    assert len({(one.x(), one.y()) for one in (first, second, third)}) == 3


@pytest.mark.parametrize("what", ["export", "picture", "preferences"])
def test_another_language_keeps_the_sheet_and_what_it_says(windows_at, wait_for, what, tmp_path):
    program = windows_at()
    window = shown(program, BASICS)
    wait_for(window, BASICS)
    window.actions_by_id[what].trigger()
    if what == "export":
        window.sheet.place.setText(str(tmp_path / "mine.csv"))
        window.sheet.place.setFocus()
    window.dialogs.prefer(language="de")
    (new,) = program.windows
    assert new is not window
    assert [key for key, made in new.dialogs._made.items() if made.isVisible()] == [what]
    if what == "export":
        assert new.sheet.place.text() == str(tmp_path / "mine.csv")
        assert new.sheet.focusWidget() is new.sheet.place


@pytest.mark.parametrize("change", [{"language": "de"}, {"size": 110}])
def test_a_maximised_window_stays_so(windows_at, wait_for, change):
    program = windows_at()
    window = shown(program, BASICS)
    wait_for(window, BASICS)
    window.showMaximized()
    window.dialogs.prefer(**change)
    (new,) = program.windows
    assert new is not window
    assert new.isMaximized()


@pytest.mark.parametrize("tab", [0, 2], ids=["heatmap", "table"])
@pytest.mark.parametrize("change", [{"language": "de"}, {"size": 110}], ids=["language", "size"])
def test_the_place_in_a_view_is_kept(windows_at, wait_for, tmp_path, tab, change):
    path = tmp_path / "long.json"
    path.write_text(str([[row % 9] * (1 + row % 5) for row in range(4000)]))
    program = windows_at()
    window = shown(program, path)
    window.resize(1100, 720)
    wait_for(window, path)
    window.views.tabs.setCurrentIndex(tab)
    view = window.views.current
    if tab == 0:
        rows, cols = view.axes()
        view.show_axes(replace(rows, offset=1000 * rows.cell), cols)
        before = [axis.offset / axis.cell for axis in view.axes()]
    else:
        view.show_scrolled((1000.0, 2))
        before = list(view.scrolled())
    assert round(before[0]) == 1000
    window.dialogs.prefer(**change)
    (new,) = program.windows
    assert new is not window
    after = new.views.current
    now = [axis.offset / axis.cell for axis in after.axes()] if tab == 0 else list(after.scrolled())
    assert now == pytest.approx(before, abs=0.5)


def test_the_model_comes_back_with_its_dataset(windows_at, wait_for):
    program = windows_at()
    window = shown(program, BASICS)
    wait_for(window, BASICS)
    window.controller.model.choose_template("embedding_rnn", {"units": 9})
    choice, state = window.controller.model.state.choice, window.state()
    assert (choice.template, choice.parameters["units"]) == ("embedding_rnn", 9)
    again = program.add()
    again.show()
    again.restore(state)
    wait_for(again, BASICS)
    assert again.controller.model.state.choice == choice
