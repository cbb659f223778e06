import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.widgets.buttons import Segmented
from tests.gui import accessible


@pytest.fixture
def padding(qtbot):
    made = Segmented("Padding", [("pre", "Pre"), ("post", "Post"), ("both", "Both")])
    qtbot.addWidget(made)
    made.resize(160, 28)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(widget, index):
    QTest.mouseClick(widget.buttons()[index], Qt.MouseButton.LeftButton)


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def test_a_click_chooses(padding, qtbot):
    with qtbot.waitSignal(padding.chosen) as said:
        click(padding, 2)
    assert said.args == ["both"]
    assert padding.key() == "both"
    assert [one.isChecked() for one in padding.buttons()] == [False, False, True]


def test_a_click_on_the_choice_or_with_the_other_button_says_nothing(padding, qtbot):
    with qtbot.assertNotEmitted(padding.chosen):
        click(padding, 0)
        QTest.mouseClick(padding.buttons()[1], Qt.MouseButton.RightButton)


def test_arrows_go_through_the_words_and_stop_at_the_ends(padding):
    said = []
    padding.chosen.connect(said.append)
    padding.activateWindow()
    padding.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        press(key)
    assert said == ["post", "both", "post"]
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_End)
    assert said[3:] == ["pre", "both"]


def test_setting_says_nothing(padding, qtbot):
    with qtbot.assertNotEmitted(padding.chosen):
        padding.set_key("post")
    assert padding.key() == "post"
    with pytest.raises(ValueError, match="is not in list"):
        padding.set_key("middle")


def test_the_choice_is_raised_and_the_rest_is_track(padding, colour_at):
    chosen, other = padding.buttons()[0].geometry(), padding.buttons()[2].geometry()
    assert colour_at(padding, chosen.left() + 5, 14) == "#FFFFFF"
    assert colour_at(padding, other.right() - 5, 14) == "#EAECF0"


def test_focus_is_seen(padding, qtbot, colours_in):
    padding.activateWindow()
    padding.setFocus()
    qtbot.waitUntil(padding.buttons()[0].hasFocus)
    assert "#2B5BD7" in colours_in(padding, padding.rect())


@pytest.mark.parametrize("family", ["Inter", "DejaVu Sans"])
def test_every_word_fits_its_segment(qapp, qtbot, family):
    look.apply(qapp, look.Theme("light", Fonts(sans=(family,))))
    made = Segmented("Truncating", [("pre", "Pre"), ("post", "Post"), ("middle", "Middle")])
    qtbot.addWidget(made)
    made.resize(151, 28)  # the room beside the labels where the window is 1280 wide
    made.show()
    from padviewer.gui.style.drawing import text_width

    for button in made.buttons():
        assert text_width(button.text(), "strong") <= button.width() - 4
        assert button.height() >= 24
    assert made.buttons()[-1].geometry().right() == 148
    assert made.minimumSizeHint().width() <= 151


def test_it_is_one_tab_stop_on_the_choice(padding):
    stops = [one.text() for one in padding.buttons() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["Pre"]
    padding.set_key("both")
    stops = [one.text() for one in padding.buttons() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["Both"]


def test_a_screen_reader_is_told_what_is_chosen_and_which(padding):
    padding.set_key("post")
    told = [(accessible.name(one), bool(one.state().checked)) for one in
            accessible.children(accessible.interface(padding))]  # fmt: skip
    assert accessible.name(accessible.interface(padding)) == "Padding"
    assert told == [("Padding, Pre", False), ("Padding, Post", True), ("Padding, Both", False)]


def test_other_keys_are_left_to_others(padding, qtbot):
    with qtbot.assertNotEmitted(padding.chosen):
        QTest.keyClick(padding.buttons()[0], Qt.Key.Key_A)
