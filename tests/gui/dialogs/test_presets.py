"""The list of presets: applied by key and mouse, saved under a name, removed; what cannot be is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from padviewer.core.recipe import TensorRecipe
from padviewer.gui.dialogs.lists import PresetsDialog
from padviewer.gui.session.presets import Presets

CHOICE = TensorRecipe("x", padding="pre", maxlen=12)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def presets(tmp_path):
    return Presets(tmp_path / "presets")


@pytest.fixture
def dialog(window, presets):
    made = PresetsDialog(window, presets)
    made.heard, made.problems = [], []
    made.chosen.connect(made.heard.append)
    made.problem.connect(made.problems.append)
    return made


def sentences(dialog):
    return [dialog.list.row_sentence(row) for row in range(dialog.list.row_count())]


def save(dialog, name):
    edit = dialog.name.focusProxy()
    edit.setFocus()
    edit.setText(name)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def press(dialog, key, row):
    dialog.list.setFocus()
    dialog.list.set_cursor_row(row)
    QTest.keyClick(dialog.list, key)


def test_it_lists_where_each_is_from(dialog, presets):
    presets.save("Mine", CHOICE)
    presets.folder.joinpath("Odd.toml").write_text("hello")
    dialog.show_presets(CHOICE)
    assert dialog.isVisible()
    assert dialog.list.hasFocus()
    *_, built_in, mine, odd = sentences(dialog)
    assert built_in == "Left-padded for decoders, comes with PadViewer"
    assert mine == "Mine, yours"
    assert odd.startswith("Odd, ")
    assert odd.endswith(".")


@pytest.mark.parametrize("by", ["Return", "mouse"])
def test_one_is_applied(dialog, by):
    dialog.show_presets(CHOICE)
    if by == "Return":
        press(dialog, Qt.Key.Key_Return, 2)
    else:
        point = dialog.list.row_rect(2).center().toPoint()
        QTest.mouseClick(
            dialog.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
        )
    assert [one.name for one in dialog.heard] == ["Left-padded for decoders"]
    assert not dialog.isVisible()


def test_a_broken_one_is_not_applied(dialog, presets):
    presets.folder.mkdir()
    presets.folder.joinpath("Odd.toml").write_text("hello")
    dialog.show_presets(CHOICE)
    press(dialog, Qt.Key.Key_Return, 3)
    assert dialog.heard == []
    assert dialog.isVisible()


def test_one_is_saved_and_removed(dialog, presets):
    dialog.show_presets(CHOICE)
    save(dialog, " My  own ")
    assert sentences(dialog)[3:] == ["My own, yours"]
    assert dialog.name.text() == ""
    (kept,) = (one for one in presets.all() if not one.is_built_in)
    assert (kept.changes["padding"], kept.changes["maxlen"]) == ("pre", 12)
    press(dialog, Qt.Key.Key_Delete, 3)
    assert len(sentences(dialog)) == 3
    assert list(presets.folder.iterdir()) == []
    assert dialog.problems == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a/b", "A name is also a file's: it cannot hold / \\ : * ? \" < > or |."),
        ("Left-padded for decoders", "“Left-padded for decoders” comes with PadViewer. Give another name."),
        ("x" * 500, "The name is longer than"),
    ],
)
def test_a_name_that_cannot_be_is_told_below_the_field(dialog, presets, name, said):
    dialog.show_presets(CHOICE)
    save(dialog, name)
    assert dialog.name.error().startswith(said)
    assert dialog.name.text() == name
    assert len(presets.all()) == 3
    dialog.show_presets(CHOICE)
    assert (dialog.name.text(), dialog.name.error()) == ("", "")


def test_one_that_comes_with_the_program_cannot_be_removed(dialog):
    dialog.show_presets(CHOICE)
    press(dialog, Qt.Key.Key_Delete, 0)
    assert dialog.problems == [
        "“Keras pad_sequences defaults (pre/pre)” comes with PadViewer and cannot be deleted."
    ]
    assert len(sentences(dialog)) == 3


def test_without_a_tensor_there_is_nothing_to_save(dialog, presets):
    dialog.show_presets(None)
    assert not dialog.name.isVisible()
    save(dialog, "Nothing")
    assert len(presets.all()) == 3


def test_many_fit_the_window_and_follow_its_size(dialog, window, presets):
    presets.folder.mkdir()
    for k in range(40):
        presets.save(f"Number {k}", CHOICE)
    dialog.show_presets(CHOICE)
    assert window.rect().contains(dialog.geometry())
    window.resize(400, 300)
    assert window.rect().contains(dialog.geometry())
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
