"""The keys: every shortcut of the action table, closed by Escape."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from padviewer.gui.actions import shortcut_help
from padviewer.gui.dialogs.help.pages import KeysDialog
from padviewer.gui.widgets.labels import ElidedLabel


def test_it_lists_every_key_whole_and_escape_closes_it(qtbot):
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    labels = dialog.findChildren(ElidedLabel)
    assert [one.text() for one in labels] == [words for pair in shortcut_help() for words in pair]
    assert not any(one.is_elided() for one in labels)
    assert not dialog.isModal()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_button_is_the_only_stop_and_closes_it(qtbot):
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    (close,) = [one for one in dialog.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert close.accessibleName() == "Close"
    close.click()
    assert not dialog.isVisible()
