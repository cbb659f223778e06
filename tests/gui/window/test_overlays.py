"""Sheets, palette, history and help above a window: one of each, one sheet at a time."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from padviewer.assets import asset
from padviewer.gui.actions import ACTIONS
from padviewer.gui.dialogs.help.texts import SAMPLE_FILES
from padviewer.gui.session import recent

BASICS = asset("samples/padding-basics.json")


@pytest.fixture(scope="module")
def shared(window_at):
    return window_at(1280, 800)


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Leave it to the end of the module: children come and go as long as its window stands."""


@pytest.fixture
def window(opens, shared, qtbot):
    if shared.controller.session.source is None:
        opens(shared, BASICS)
    shared.activateWindow()
    qtbot.waitUntil(shared.isActiveWindow)
    return shared


def sheets(window):
    made = window.dialogs._made
    return {
        key for key in ("export", "picture", "preferences", "docs") if key in made and made[key].isVisible()
    }


def test_one_sheet_at_a_time_and_each_is_made_once(window):
    dialogs = window.dialogs
    for _ in range(2):
        for name in ("export", "picture", "preferences", "docs"):
            getattr(dialogs, f"show_{name}")()
            assert sheets(window) == {name}
    made = dict(dialogs._made)
    dialogs.show_export()
    assert dialogs._made == made
    assert dialogs.export_sheet is made["export"]
    dialogs.export_sheet.close()
    assert sheets(window) == set()


def test_sheets_leave_toolbar_and_status_free_and_follow_the_window(window):
    window.dialogs.show_picture()
    sheet = window.dialogs._made["picture"]
    for size in ((1500, 900), (1280, 800)):
        window.resize(*size)
        QApplication.processEvents()
        assert sheet.geometry().top() >= window.toolbar.geometry().bottom()
        assert sheet.geometry().bottom() <= window.status.geometry().top()
        assert sheet.geometry().right() == window.body.rect().right()
    sheet.close()


def test_preferences_show_what_holds_and_announce_what_is_chosen(window):
    window.dialogs.show_preferences()
    sheet = window.dialogs._made["preferences"]
    assert sheet.theme.key() == window.preferences.theme
    window.set_theme("dark")
    assert window.preferences.theme == "dark"
    assert sheet.theme.key() == "dark"
    window.set_theme("light")
    sheet.close()


def test_the_answer_about_an_interpreter_before_there_is_a_sheet(windows_at):
    """It was asked by a window that has another one in its place now."""
    other = windows_at().add()
    other.dialogs._on_interpreter_found("/opt/python", "It has Keras.", True)
    assert "preferences" not in other.dialogs._made


def test_the_palette_offers_all_that_can_be_done(window):
    entries = {one.words: one for one in window.dialogs._entries()}
    actions = [window.actions_by_id[spec.id].text() for spec in ACTIONS if spec.id != "palette"]
    assert [words for words in actions if words not in entries] == []
    assert window.actions_by_id["palette"].text() not in entries
    assert entries["Export"].enabled
    assert not entries["Redo"].enabled
    assert entries["Redo"].why
    assert entries["Open"].keys == "Ctrl+O"
    assert "(" not in entries["Open"].hint
    for column in window.controller.dataset.columns:
        assert entries[column].enabled
    for sample in recent.samples():
        assert sample.name in entries
    assert entries["Left-padded for decoders"].enabled
    assert entries[BASICS.name].hint == "Open this file again"


def test_an_entry_does_what_it_says(window):
    entries = {one.words: one for one in window.dialogs._entries()}
    entries["Mask"].run()
    assert window.views.tabs.currentIndex() == 1
    entries["Heatmap"].run()
    assert window.views.tabs.currentIndex() == 0
    before = window.controller.session.recipe["x"].padding
    entries["Left-padded for decoders"].run()
    assert window.controller.session.recipe["x"].padding == "pre"
    window.actions_by_id["undo"].trigger()
    assert window.controller.session.recipe["x"].padding == before


def test_the_history_follows_while_it_is_open(window):
    controller = window.controller
    window.dialogs.show_history()
    dialog = window.dialogs._made["history"]
    count = dialog.list.row_count()
    assert controller.set_choice("Maxlen 2", maxlen=2)
    assert dialog.list.row_count() == controller.history.at + 1
    assert dialog.list.row_sentence(controller.history.at) == "Maxlen 2, now"
    controller.undo()
    assert dialog.list.row_sentence(controller.history.at + 1) == "Maxlen 2, undone"
    dialog.chosen.emit(controller.history.at + 1)
    assert controller.session.recipe["x"].maxlen == 2
    controller.travel(0)
    assert dialog.list.row_sentence(0) == "As it was opened, now"
    assert dialog.list.row_count() >= count
    window.dialogs.show_history()  # once more closes it
    assert not dialog.isVisible()


@pytest.mark.parametrize("key", SAMPLE_FILES)
def test_help_opens_its_sample(window, monkeypatch, key):
    opened = []
    monkeypatch.setattr(window.openings, "choose", opened.append)
    window.dialogs.show_help()
    card = window.dialogs._made["help"]
    card.sample_asked.emit(key)
    card.hide()
    assert [Path(path).name for path in opened] == [SAMPLE_FILES[key]]
    assert Path(opened[0]).is_file()


def test_help_opens_its_page(window):
    window.dialogs.show_help()
    card = window.dialogs._made["help"]
    card.page_asked.emit("docs/lengths.md")
    card.hide()
    sheet = window.dialogs._made["docs"]
    assert (sheet.shown, sheet.title.text()) == ("lengths.md", "Lengths")
    assert sheets(window) == {"docs"}
    sheet.close()


def test_help_on_a_finding_opens_the_page_about_it(window, qtbot):
    listed = window.findings_panel._list
    qtbot.waitUntil(lambda: bool(listed.findings()))
    listed.go_next()
    qtbot.waitUntil(lambda: listed.isAncestorOf(QApplication.focusWidget()))
    window.dialogs.show_help()
    card = window.dialogs._made["help"]
    code = window.findings_panel._known[listed.findings()[0]][0].code
    card.page.click()
    sheet = window.dialogs._made["docs"]
    assert sheet.shown == f"findings/{code}.md"
    assert sheet.title.text() == code
    sheet.close()


def test_the_keys_are_listed_once(window):
    window.dialogs.show_keys()
    window.dialogs.show_keys()
    dialog = window.dialogs._made["keys"]
    assert dialog.isVisible()
    dialog.close()
