import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts


def painted(ratio, paint, width=40, height=40):
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def name(image, x, y):
    return image.pixelColor(x, y).name().upper()


@pytest.mark.parametrize("period", [6, 8])
@pytest.mark.parametrize("ratio", [1, 2, 3])
def test_padding_is_hatched_where_x_plus_y_says(period, ratio):
    image = painted(
        ratio, lambda p: p.fillRect(QRectF(0, 0, 40, 40), drawing.padding_brush(ratio, period)), 40, 40
    )
    for x in range(image.width()):
        for y in range(0, image.height(), 5):
            hatch = (x + y) % (period * ratio) < ratio
            assert name(image, x, y) == ("#BCC3CC" if hatch else "#ECEEF1"), (x, y)


def test_cut_is_hatched_the_other_way_in_its_own_colours():
    image = painted(1, lambda p: drawing.bar(p, QRectF(0, 0, 40, 40), "cut"))
    rows = [[name(image, x, y) for x in range(40)] for y in range(40)]
    assert rows[1][1:] == rows[0][:-1]  # one step down and right is the same colour
    assert rows[0][5:] == rows[0][:-5]
    assert "#B34508" in rows[0]
    assert "#FBE6D9" in rows[0]


def test_the_hatches_follow_the_theme(qapp):
    look.apply(qapp, look.Theme("dark"))
    image = painted(1, lambda p: drawing.bar(p, QRectF(0, 0, 40, 40), "padding"))
    assert name(image, 0, 0) == "#454C56"
    assert name(image, 1, 0) == "#1F2227"


@pytest.mark.parametrize(("ratio", "thick"), [(1, 1), (1.5, 2), (2, 2), (3, 3)])
def test_a_hairline_is_whole_device_pixels(ratio, thick):
    image = painted(ratio, lambda p: drawing.hairline(p, 0, 10.3, 40, "line"))
    column = [name(image, 5, y) for y in range(image.height())]
    assert column.count("#E1E4E9") == thick
    assert set(column) == {"#FFFFFF", "#E1E4E9"}


def test_an_upright_hairline():
    image = painted(2, lambda p: drawing.hairline(p, 10, 0, 20, "line", upright=True))
    assert [name(image, x, 4) for x in range(19, 23)] == ["#FFFFFF", "#E1E4E9", "#E1E4E9", "#FFFFFF"]
    assert name(image, 20, 41) == "#FFFFFF"


def test_text_stays_in_its_rectangle_and_says_that_it_goes_on():
    words = "a name that is far too long for the place that it has"
    image = painted(
        1, lambda p: drawing.text(p, QRectF(10, 0, 100, 20), words, "body", "t1"), width=200, height=20
    )
    outside = [(x, y) for x in (*range(9), *range(112, 200)) for y in range(20)]
    assert all(name(image, x, y) == "#FFFFFF" for x, y in outside)
    assert any(name(image, x, y) != "#FFFFFF" for x in range(95, 112) for y in range(20))


@pytest.mark.parametrize(
    ("align", "first", "last"),
    [("AlignLeft", 10, 30), ("AlignHCenter", 90, 130), ("AlignRight", 170, 192)],
)
def test_text_is_aligned(align, first, last):
    flag = getattr(Qt.AlignmentFlag, align)
    image = painted(
        1, lambda p: drawing.text(p, QRectF(10, 0, 180, 20), "96", "body", "t1", flag), width=200, height=20
    )
    inked = [x for x in range(200) if any(name(image, x, y) != "#FFFFFF" for y in range(20))]
    assert first <= inked[0]
    assert inked[-1] <= last


def test_wrapped_lines_hold_all_words_and_fit():
    words = "customer_interaction_event_identifier_v2 holds the id −1 in 18,204,551 rows"
    lines = drawing.wrapped(words, "strong", 150)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(drawing.text_width(line, "strong") <= 150 for line in lines)
    assert len(lines) >= 4


def test_snapped_edges_are_whole_device_pixels():
    rect = drawing.snapped(QRectF(0.3, 1.26, 10.2, 3), 2)
    assert (rect.left(), rect.top(), rect.right(), rect.bottom()) == (0.5, 1.5, 10.5, 4.5)


def test_widths_are_qts_own_and_forgotten_when_there_are_many(monkeypatch):
    monkeypatch.setattr(drawing, "MOST_WIDTHS", 2)
    metrics = QFontMetricsF(look.current().font("small"))
    for words in ("one", "two words", "three", "one"):
        assert drawing.text_width(words, "small") == metrics.horizontalAdvance(words)


def test_colours_and_fonts_follow_the_theme(qapp):
    assert drawing.colour("cut").name().upper() == "#B34508"
    wide = drawing.text_width("some words", "body")
    look.apply(qapp, look.Theme("dark", Fonts(scale=2.0)))
    assert drawing.colour("cut").name().upper() == "#FF9A5B"
    assert drawing.text_width("some words", "body") > 1.5 * wide
