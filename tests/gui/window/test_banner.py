import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from padviewer.gui.window.notices import Banner, BannerNote

NOTE = BannerNote(
    "info", "The reading process stopped while it read archive.parquet. It runs again.", "Try again"
)


@pytest.fixture
def banner(qtbot):
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    made = Banner()
    made.holder = holder  # who is not held is deleted
    layout.addWidget(made)
    layout.addStretch(1)
    qtbot.addWidget(holder)
    holder.resize(704, 300)
    holder.show()
    qtbot.waitExposed(holder)
    return made


def test_it_is_hidden_until_there_is_something_to_say(banner):
    assert not banner.isVisible()
    banner.set_note(NOTE)
    assert banner.isVisible()
    assert banner.height() == 44
    assert banner.accessibleName() == NOTE.sentence
    banner.set_note(None)
    assert not banner.isVisible()
    assert banner.note() is None


def test_the_action(banner, qtbot):
    banner.set_note(NOTE)
    action = banner.findChild(QPushButton)
    assert action.accessibleName() == "Try again"
    with qtbot.waitSignal(banner.action_clicked):
        QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert banner.isVisible()


def test_no_action_no_link(banner):
    banner.set_note(BannerNote("warning", "Only the first 2,000,000 rows are read."))
    assert not banner.findChild(QPushButton).isVisible()


def test_closing(banner, qtbot):
    banner.set_note(NOTE)
    with qtbot.waitSignal(banner.closed):
        QTest.mouseClick(banner.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    assert banner.note() is None


@pytest.mark.parametrize(
    ("level", "ground"), [("info", "#E6EDFC"), ("warning", "#FCEBDD"), ("error", "#FBE5E6")]
)
def test_each_level_has_its_ground(banner, colour_at, level, ground):
    banner.set_note(BannerNote(level, "A sentence."))
    assert colour_at(banner, 4, 4) == ground


def test_a_long_sentence_is_not_cut_off(banner, qtbot):
    banner.set_note(BannerNote("error", "A name that is long. " * 12, "Try again"))
    from PySide6.QtWidgets import QLabel

    words = banner.findChild(QLabel)
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
