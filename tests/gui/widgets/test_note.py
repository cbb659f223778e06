"""A note is hidden while it has nothing to say, wraps, and can be made selectable."""

from PySide6.QtCore import Qt

from padviewer.gui.widgets.note import NoteLine


def test_it_is_there_only_with_a_sentence(qtbot):
    note = NoteLine("info", "info")
    qtbot.addWidget(note)
    assert note.isHidden()
    note.say("21 rows lose 280 words.")
    assert not note.isHidden()
    assert note.accessibleName() == "21 rows lose 280 words."
    note.say("")
    assert note.isHidden()


def test_a_long_sentence_takes_more_lines(qtbot):
    note = NoteLine()
    qtbot.addWidget(note)
    note.say("one two three four five six seven eight nine ten")
    assert note.heightForWidth(100) > note.heightForWidth(600)


def test_it_takes_the_keys_only_where_it_can_be_selected(qtbot):
    note = NoteLine()
    qtbot.addWidget(note)
    assert not note.focusPolicy() & Qt.FocusPolicy.TabFocus
    note.make_selectable()
    assert note.focusPolicy() & Qt.FocusPolicy.TabFocus
