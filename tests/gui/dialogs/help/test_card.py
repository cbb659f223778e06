"""Help: the topic of what has the focus, the card beside it, and texts that are true of the program."""

import json

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from padviewer.assets import asset, page
from padviewer.gui.dialogs.help.card import HelpCard, set_topic, topic_at, topic_of
from padviewer.gui.dialogs.help.texts import CLASSES, SAMPLE_FILES, TOPICS
from padviewer.gui.widgets.fold import Fold


class DataPanel(QWidget):
    pass


class WiderDataPanel(DataPanel):
    pass


class CleanSection(QWidget):
    pass


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.panel = DataPanel(made)
    made.panel.setGeometry(0, 48, 280, 400)
    made.field = QLineEdit(made.panel)
    made.stray = QLineEdit(made)
    made.stray.move(600, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def test_the_topic_is_that_of_the_nearest_widget_around(window):
    assert topic_at(window.field) == ("data", window.panel)
    assert topic_at(window.stray) == ("window", None)
    assert topic_at(None) == ("window", None)
    set_topic(window.panel, "mask")
    assert topic_at(window.field) == ("mask", window.panel)
    window.field.setObjectName("levels")
    assert topic_at(window.field) == ("levels", window.field)
    with pytest.raises(KeyError):
        set_topic(window.panel, "nonsense")


def test_a_widget_of_a_class_made_from_a_known_one_and_a_fold(qtbot):
    widget, fold = WiderDataPanel(), Fold("Clean", CleanSection())
    for one in (widget, fold):
        qtbot.addWidget(one)
    assert topic_of(widget) == "data"
    assert topic_of(fold) == "clean"
    other = Fold("Other", QWidget())
    qtbot.addWidget(other)
    assert topic_of(other) == ""


def test_the_card_stands_beside_what_has_the_focus(window):
    card = HelpCard(window)
    card.show_for()
    assert (card.topic, card.title.text()) == ("data", "Data")
    assert card.paragraph.text().startswith("The columns of the file")
    assert (card.x(), card.y()) == (280 - 1 + 8, 48)
    assert card.accessibleName() == "What is this? Data"
    assert card.sample.hasFocus()
    window.panel.setGeometry(900, 48, 300, 400)
    card.hide()
    card.show_for(window.field)
    assert card.geometry().right() < 900
    window.panel.setGeometry(0, 48, 1200, 700)
    card.show_for(window.field)
    assert QRect(0, 0, 1200, 800).contains(card.geometry())


def test_without_a_focus_it_is_about_what_is_under_the_mouse(window):
    window.field.clearFocus()
    QCursor.setPos(window.mapToGlobal(window.panel.geometry().center()))
    card = HelpCard(window)
    card.show_for()
    assert card.topic == "data"


def test_the_sample_is_asked_for(window, qtbot):
    card = HelpCard(window)
    card.show_for(window.field)
    assert card.sample.text() == "Open reviews.parquet"
    with qtbot.waitSignal(card.sample_asked) as asked:
        QTest.keyClick(card.sample, Qt.Key.Key_Space)
    assert asked.args == ["reviews"]
    assert card.isHidden()
    assert window.field.hasFocus()


def test_the_page_is_asked_for(window, qtbot):
    card = HelpCard(window)
    card.show_for(window.field)
    with qtbot.waitSignal(card.page_asked) as asked:
        card.page.click()
    assert asked.args == ["docs/data.md"]
    assert card.isHidden()


def test_a_widget_may_have_a_page_of_its_own_for_now(window, qtbot):
    card = HelpCard(window)
    window.field.setProperty("page", "docs/findings/nan.md")
    card.show_for(window.field)
    with qtbot.waitSignal(card.page_asked) as asked:
        card.page.click()
    assert asked.args == ["docs/findings/nan.md"]
    window.field.setProperty("page", "")
    card.show_for(window.field)
    assert card.page.toolTip() == "docs/data.md"


def test_escape_and_the_button_close_it(window):
    card = HelpCard(window)
    card.show_for(window.field)
    QTest.keyClick(card.sample, Qt.Key.Key_Escape)
    assert card.isHidden()
    card.show_for(window.field)
    card.close_button.click()
    assert card.isHidden()


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_fits_its_card(window, topic):
    card = HelpCard(window)
    set_topic(window.panel, topic)
    card.show_for(window.field)
    text = card.paragraph
    assert text.height() >= text.heightForWidth(text.width())
    assert not card.title.is_elided()
    assert card.page.isVisible()
    assert card.page.toolTip() == TOPICS[topic].page
    assert card.page.width() >= card.page.sizeHint().width()
    assert card.sample.isVisible() == bool(TOPICS[topic].sample)
    focused = card.sample if TOPICS[topic].sample else card.page
    assert focused.hasFocus()
    assert focused.accessibleDescription() == TOPICS[topic].paragraph
    assert QRect(0, 0, 1200, 800).contains(card.geometry())


def test_the_window_may_shrink_under_it(window):
    card = HelpCard(window)
    card.show_for(window.field)
    window.resize(300, 400)
    assert card.geometry().right() < 300


def test_the_texts_are_whole():
    assert set(CLASSES.values()) <= set(TOPICS)
    samples = {one["file"] for one in json.loads(asset("samples/index.json").read_text("utf-8"))}
    assert set(SAMPLE_FILES.values()) == samples
    for topic in TOPICS.values():
        assert topic.sample in (*SAMPLE_FILES, "")
        assert topic.page.startswith("docs/")
        assert page(topic.page.removeprefix("docs/")).is_file()
        assert 2 <= topic.paragraph.count(". ") + 1 <= 5
        assert topic.paragraph.endswith(".")
        assert "  " not in topic.paragraph


def test_the_samples_are_those_that_the_command_line_opens():
    from padviewer.gui.app import SAMPLES

    assert SAMPLE_FILES == SAMPLES
