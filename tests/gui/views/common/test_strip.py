import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.views.common.strip import RowStrip, RowText

WORDS = [
    "feels",
    "confident",
    "enough",
    "to",
    "include",
    "them",
    "in",
    "his",
    "calculations.",
    "Each",
    "client’s",
    "home",
    "will",
    "need",
]
ITEMS = tuple((word, str(1900 + place)) for place, word in enumerate(WORDS))
ROW = RowText("Row 144", "110 words, 14 cut at the end", True, ITEMS, first=33, selected=37)


@pytest.fixture
def strip(qtbot):
    made = RowStrip()
    qtbot.addWidget(made)
    made.resize(832, 68)
    made.show()
    qtbot.waitExposed(made)
    made.set_row(ROW)
    return made


def places(strip, y=50):
    """Steps from left to right along a line."""
    found = [strip.step_at(QPointF(x, y)) for x in range(strip.width())]
    return list(dict.fromkeys(step for step in found if step is not None))


def test_words_stand_in_order_from_the_first_step(strip):
    shown = places(strip)
    assert shown == list(range(33, 33 + len(shown)))
    assert len(shown) == len(WORDS)
    assert places(strip, y=10) == []
    strip.resize(300, 68)
    fewer = places(strip)
    assert 2 <= len(fewer) < len(WORDS)
    assert strip.step_at(QPointF(299, 50)) is None


def test_a_press_selects_its_step(strip, qtbot):
    x = next(x for x in range(832) if strip.step_at(QPointF(x, 50)) == 35)
    with qtbot.waitSignal(strip.step_pressed) as heard:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x + 3, 50))
    assert heard.args == [35]
    with qtbot.assertNotEmitted(strip.step_pressed):
        QTest.mouseClick(strip, Qt.MouseButton.RightButton, pos=QPoint(x + 3, 50))
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x + 3, 10))


def test_the_selected_word_is_marked(strip, colour_at):
    xs = [x for x in range(832) if strip.step_at(QPointF(x, 30)) == 37]
    assert colour_at(strip, xs[3], 50) == look.current().hex("tint")
    strip.set_row(RowText("Row 144", items=ITEMS, first=33))
    assert colour_at(strip, xs[3], 50) == look.current().hex("canvas")


def test_a_loss_has_its_colour(strip, colours_in):
    cut = look.current().hex("cut")
    assert cut in colours_in(strip, strip.rect())
    strip.set_row(RowText("Row 7", "12 words", False, ITEMS))
    assert cut not in colours_in(strip, strip.rect())


def test_the_sentence(strip):
    strip.set_read_out("step 37 · id 1911")
    assert strip.sentence() == "Row 144. 110 words, 14 cut at the end. step 37 · id 1911"
    assert strip.accessibleDescription() == strip.sentence()
    strip.set_row(None)
    assert strip.sentence() == "step 37 · id 1911"
    strip.set_read_out("")
    assert strip.sentence() == ""
    assert places(strip) == []


def test_a_word_longer_than_the_strip_is_shortened(strip, colours_in):
    strip.resize(200, 68)
    strip.set_row(RowText("Row 0", items=(("x" * 500, "1"), ("y", "2"))))
    assert places(strip) == [0]
    assert colours_in(strip, strip.rect().adjusted(197, 2, 0, 0)) == {look.current().hex("canvas")}


def test_the_theme_moves_the_words(strip, qapp, colour_at):
    before = [x for x in range(832) if strip.step_at(QPointF(x, 50)) == 40]
    fonts = type(look.current().fonts)(scale=1.5)
    look.apply(qapp, look.Theme("dark", fonts))
    try:
        assert colour_at(strip, 2, 60) == look.current().hex("canvas")
        assert [x for x in range(832) if strip.step_at(QPointF(x, 50)) == 40] != before
    finally:
        look.apply(qapp, look.Theme("light"))


def test_every_word_stands_over_its_own_id(strip, monkeypatch):
    drawn = []
    monkeypatch.setattr(drawing, "text", lambda painter, rect, words, *rest: drawn.append((rect, words)))
    strip.set_read_out("id 1911")
    strip.grab()
    assert [words for _, words in drawn[:3]] == ["Row 144", "110 words, 14 cut at the end", "id 1911"]
    pairs = list(zip(drawn[3::2], drawn[4::2], strict=True))
    assert [(above[1], below[1]) for above, below in pairs] == list(ITEMS)
    for above, below in pairs:
        assert above[0].left() == below[0].left()
        assert above[0].center().y() < below[0].center().y()
