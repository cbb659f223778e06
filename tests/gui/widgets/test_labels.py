"""Labels of one line, and notes: hidden while they have nothing to say, wrapped, selectable on demand."""

import pytest
from PySide6.QtCore import Qt

from padviewer.gui.widgets.labels import ElidedLabel, NoteLine

NAME = "clickstream_sessions_deduplicated_v3.parquet"


def inked_columns(widget):
    image = widget.grab().toImage()
    ground = image.pixelColor(widget.width() // 2, 0)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]


@pytest.fixture
def label(qtbot):
    made = ElidedLabel(NAME, "small", "t1", middle=True)
    qtbot.addWidget(made)
    return made


def test_what_fits_is_shown_whole_without_a_tooltip(label):
    label.resize(label.sizeHint())
    assert not label.is_elided()
    assert label.toolTip() == ""
    assert label.text() == label.accessibleName() == NAME


def test_what_does_not_fit_is_told_as_a_tooltip(label, qtbot):
    label.resize(100, 16)
    label.show()
    qtbot.waitExposed(label)
    assert label.is_elided()
    assert label.toolTip() == NAME
    label.set_text("short")
    assert label.toolTip() == ""
    assert label.accessibleName() == "short"


def test_it_gives_way_to_others(label):
    assert label.minimumSizeHint().width() < 20
    assert label.sizeHint().height() == 16


def test_alignment_and_colour(qtbot, colours_in):
    label = ElidedLabel("96", "body", "t1", Qt.AlignmentFlag.AlignRight)
    qtbot.addWidget(label)
    label.resize(200, 20)
    assert inked_columns(label)[0] > 170
    label.set_token("cut")
    assert any(colour.startswith(("#B", "#C")) for colour in colours_in(label, label.rect()))


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


def test_a_word_wider_than_the_note_is_broken_and_said_whole(qtbot):
    note, name = NoteLine(), "customer_interaction_event_identifier_v2"
    qtbot.addWidget(note)
    note.say(name)
    assert (note.text(), note.accessibleName()) == (name, name)
    assert note.heightForWidth(120) >= 3 * note.heightForWidth(1000) - 2 * 8
