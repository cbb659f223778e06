from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.gui.style import drawing
from padviewer.gui.widgets.choice import Choice

ITEMS = (("c", "constant"), ("e", "edge"), ("s", "symmetric about the last step"))


def test_keys_and_words(qtbot):
    choice = Choice("Mode", ITEMS)
    qtbot.addWidget(choice)
    assert (choice.key(), choice.currentText()) == ("c", "constant")
    assert choice.accessibleName() == "Mode"
    with qtbot.assertNotEmitted(choice.currentIndexChanged):
        choice.set_key("e")
    assert choice.key() == "e"
    choice.set_key("unknown")
    assert choice.key() == "e"


def test_nothing_to_choose(qtbot):
    choice = Choice("Mode")
    qtbot.addWidget(choice)
    assert choice.key() == ""


def test_arrows_choose(qtbot):
    choice = Choice("Mode", ITEMS)
    qtbot.addWidget(choice)
    with qtbot.waitSignal(choice.currentIndexChanged):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.key() == "e"


def test_a_tip_gives_way_to_words_that_do_not_fit(qtbot):
    choice = Choice("Mode", ITEMS)
    qtbot.addWidget(choice)
    choice.resize(110, 28)
    choice.show()
    choice.set_tip("One of 3")
    assert choice.toolTip() == "One of 3"
    choice.set_key("s")
    assert choice.toolTip() == "symmetric about the last step"
    choice.set_key("c")
    assert choice.toolTip() == "One of 3"


def test_a_snug_one_is_as_wide_as_its_words(qtbot):
    wide, snug = Choice("Mode", ITEMS), Choice("Mode", ITEMS, snug=True)
    for one in (wide, snug):
        qtbot.addWidget(one)
    assert wide.sizeHint().width() > snug.sizeHint().width()
    snug.show()
    for key in ("c", "e", "s"):
        snug.set_key(key)
        snug.resize(snug.sizeHint())
        needed = drawing.text_width(snug.currentText(), "body")
        assert needed + 6 <= snug.text_rect().width() < needed + 7  # and a gap before the arrow
        assert not snug.toolTip()


def test_the_wheel_changes_nothing(qtbot):
    choice = Choice("Mode", ITEMS)
    qtbot.addWidget(choice)
    choice.resize(100, 28)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.key() == "c"
    assert not wheel.isAccepted()


def test_words_that_do_not_fit_stop_before_the_arrow_and_are_a_tooltip(qtbot):
    choice = Choice("Mode", ITEMS)
    qtbot.addWidget(choice)
    choice.set_key("s")
    choice.resize(110, 28)
    choice.show()
    qtbot.waitExposed(choice)
    assert choice.toolTip() == "symmetric about the last step"
    image = choice.grab().toImage()
    gap = [image.pixelColor(x, 14).name() for x in range(int(choice.text_rect().right()), 92)]
    assert set(gap) == {"#ffffff"}
    choice.set_key("e")
    assert choice.toolTip() == ""
