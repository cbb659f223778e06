import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from padviewer.assets import asset
from padviewer.gui.actions import ACTIONS, enable, make_actions, recolour, shortcut_help

NEEDS_NOTHING = {
    "open", "open_model", "theme", "next_panel", "previous_panel", "shortcuts", "palette", "help_here",
    "docs", "preferences", "larger", "smaller", "usual_size", "close", "quit",
}  # fmt: skip


@pytest.fixture
def window(qtbot):
    holder = QWidget()
    holder.called = []
    layout = QVBoxLayout(holder)
    holder.edit = QLineEdit()
    holder.plain = QWidget()
    holder.plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(holder.edit)
    layout.addWidget(holder.plain)
    holder.table = make_actions(
        holder, {spec.id: lambda one=spec.id: holder.called.append(one) for spec in ACTIONS}
    )
    holder.addActions(list(holder.table.values()))
    enable(holder.table, ("data", "cells", "undo", "redo", "work"))
    qtbot.addWidget(holder)
    holder.show()
    qtbot.waitExposed(holder)
    holder.activateWindow()
    return holder


def test_ids_and_shortcuts_are_used_once():
    ids = [spec.id for spec in ACTIONS]
    keys = [QKeySequence(one).toString() for spec in ACTIONS for one in spec.shortcuts]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)
    assert all(keys)


def test_every_icon_is_there():
    for spec in ACTIONS:
        if spec.icon:
            assert asset(f"icons/{spec.icon}.svg").is_file()


def test_without_data_only_what_needs_nothing_is_enabled(window):
    enable(window.table, ())
    assert {one for one, action in window.table.items() if action.isEnabled()} == NEEDS_NOTHING


def test_undo_and_redo_have_their_own_states(window):
    enable(window.table, ("undo",))
    on = {one for one, action in window.table.items() if action.isEnabled()}
    assert on == NEEDS_NOTHING | {"undo"}


def test_what_is_about_cells_needs_cells_in_front(window):
    enable(window.table, ("data",))
    waiting = {one for one, action in window.table.items() if not action.isEnabled()}
    assert waiting == {"fit", "fit_all", "one_pixel", "crosshair", "undo", "redo", "stop"}


def test_a_new_table_waits_for_data(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    made = make_actions(holder, {spec.id: list for spec in ACTIONS})
    assert not made["export"].isEnabled()
    assert made["open"].isEnabled()


def test_triggering_calls_without_arguments(window):
    for one, action in window.table.items():
        action.trigger()
        assert window.called[-1] == one


@pytest.mark.parametrize(
    ("key", "modifiers", "called"),
    [
        (Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier, "open"),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, "tab_1"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "shortcuts"),
        (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier, "redo"),
    ],
)
def test_chords_act_in_a_text_field_too(window, key, modifiers, called):
    # Ctrl+Y and the like are the field's own while it has the focus
    target = window.plain if called == "redo" else window.edit
    target.setFocus()
    QTest.keyClick(target, key, modifiers)
    assert window.called == [called]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("g", "go_to_row"),
        ("[", "previous_cut"),
        ("]", "next_cut"),
        ("n", "next_finding"),
        ("0", "fit"),
        ("9", "fit_all"),
        ("1", "one_pixel"),
        ("f", "filter"),
        ("/", "find"),
        ("x", "crosshair"),
        (",", "previous_marked"),
        (".", "next_marked"),
    ],
)
def test_letters_act_only_outside_text_fields(window, text, called):
    window.edit.setFocus()
    QTest.keyClicks(window.edit, text)
    assert window.edit.text() == text
    assert window.called == []
    window.plain.setFocus()
    QTest.keyClicks(window.plain, text)
    assert window.called == [called]


def test_callbacks_must_match_the_table(window):
    calls = {spec.id: list for spec in ACTIONS}
    del calls["open"]
    with pytest.raises(ValueError, match=r"differ: open\."):
        make_actions(window, calls)
    with pytest.raises(ValueError, match="fly"):
        make_actions(window, {spec.id: list for spec in ACTIONS} | {"fly": list})


def test_the_tooltip_says_the_keys(window):
    assert window.table["export"].toolTip() == "Write the padded arrays to a file (Ctrl+E)"
    assert window.table["theme"].toolTip() == "Light, dark or as the system"


def test_the_help_lists_every_shortcut():
    lines = dict(shortcut_help())
    assert lines["Ctrl+O"] == "Open a file with data; a second one in a second window"
    assert lines["Ctrl+Shift+Z or Ctrl+Y"] == "Make the change again"
    assert len(lines) == sum(bool(spec.shortcuts) for spec in ACTIONS)


def test_icons_follow_the_theme(window, qapp):
    from padviewer.gui.style import theme as look

    before = window.table["open"].icon().cacheKey()
    look.apply(qapp, look.Theme("dark"))
    recolour(window.table)
    after = window.table["open"].icon()
    assert after.cacheKey() != before
    image = after.pixmap(16, 16).toImage()
    inked = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
    assert max(colour.lightness() for colour in inked if colour.alpha() > 200) > 150
