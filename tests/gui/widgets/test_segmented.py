import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.widgets.segmented import Segmented


@pytest.fixture
def padding(qtbot):
    made = Segmented("Padding", [("pre", "Pre"), ("post", "Post"), ("both", "Both")])
    qtbot.addWidget(made)
    made.resize(160, 28)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(widget, index):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.segment_rects()[index].center().toPoint())


def test_a_click_chooses(padding, qtbot):
    with qtbot.waitSignal(padding.chosen) as said:
        click(padding, 2)
    assert said.args == ["both"]
    assert padding.key() == "both"
    assert padding.accessibleDescription() == "Both"


def test_a_click_on_the_choice_or_with_the_other_button_says_nothing(padding, qtbot):
    with qtbot.assertNotEmitted(padding.chosen):
        click(padding, 0)
        place = padding.segment_rects()[1].center().toPoint()
        QTest.mouseClick(padding, Qt.MouseButton.RightButton, pos=place)


def test_arrows_go_through_the_words_and_stop_at_the_ends(padding):
    said = []
    padding.chosen.connect(said.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(padding, key)
    assert said == ["post", "both", "post"]
    QTest.keyClick(padding, Qt.Key.Key_Home)
    QTest.keyClick(padding, Qt.Key.Key_End)
    assert said[3:] == ["pre", "both"]


def test_setting_says_nothing(padding, qtbot):
    with qtbot.assertNotEmitted(padding.chosen):
        padding.set_key("post")
    assert padding.key() == "post"
    with pytest.raises(ValueError, match="is not in list"):
        padding.set_key("middle")


def test_the_choice_is_raised_and_the_rest_is_track(padding, colour_at):
    chosen, other = padding.segment_rects()[0], padding.segment_rects()[2]
    assert colour_at(padding, chosen.left() + 5, 14) == "#FFFFFF"
    assert colour_at(padding, other.right() - 5, 14) == "#EAECF0"


def test_focus_is_seen(padding, qtbot, colours_in):
    padding.activateWindow()
    padding.setFocus()
    qtbot.waitUntil(padding.hasFocus)
    assert "#2B5BD7" in colours_in(padding, padding.rect())


@pytest.mark.parametrize("family", ["Inter", "DejaVu Sans"])
def test_every_word_fits_its_segment(qapp, qtbot, family):
    look.apply(qapp, look.Theme("light", Fonts(sans=(family,))))
    made = Segmented("Truncating", [("pre", "Pre"), ("post", "Post"), ("middle", "Middle")])
    qtbot.addWidget(made)
    made.resize(151, 28)  # the room beside the labels where the window is 1280 wide
    from padviewer.gui.style.drawing import text_width

    for rect, word in zip(made.segment_rects(), ("Pre", "Post", "Middle"), strict=True):
        assert text_width(word, "strong") <= rect.width() - 4
    assert made.segment_rects()[-1].right() == pytest.approx(149)
    assert made.minimumSizeHint().width() <= 151


def test_other_keys_are_left_to_others(padding, qtbot):
    with qtbot.assertNotEmitted(padding.chosen):
        QTest.keyClick(padding, Qt.Key.Key_A)
