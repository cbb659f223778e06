import pytest
from PySide6.QtCore import Qt

from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.widgets.lines_list import NumberList, NumberRow
from tests.gui import accessible

ROWS = (
    NumberRow("Steps kept", "99.5 %"),
    NumberRow("Rows cut", "21 · 1.6 %", "cut"),
    NumberRow("Padding", ""),
    NumberRow("Memory", "161 TB", "err"),
)


@pytest.fixture
def numbers(qtbot):
    made = NumberList("Cost of this maxlen")
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    made.resize(192, 136)
    return made


def ink(widget, top, bottom):
    image = widget.grab().toImage()
    ground = image.pixelColor(widget.width() // 2, 1)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(top + 2, bottom - 2))
    ]


def test_right_edges_are_aligned(numbers):
    edges = [ink(numbers, row * 34, row * 34 + 34)[-1] for row in (0, 1, 3)]
    assert max(edges) - min(edges) <= 1
    assert 188 <= max(edges) <= 191


def test_loss_has_its_colour(numbers, colours_in):
    assert "#B34508" in colours_in(numbers, numbers.rect().adjusted(0, 34, 0, -68))
    assert "#B34508" not in colours_in(numbers, numbers.rect().adjusted(0, 0, 0, -102))


def test_hairlines_stand_between_rows_only(numbers, colour_at):
    assert [y for y in range(136) if colour_at(numbers, 96, y) == "#E1E4E9"] == [33, 67, 101]


def test_words(numbers):
    assert numbers.accessibleName() == "Cost of this maxlen"
    assert accessible.items(numbers) == [
        "Steps kept 99.5 %", "Rows cut 21 · 1.6 %", "Padding counting", "Memory 161 TB"
    ]  # fmt: skip
    assert not numbers.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("family", ["Inter", "DejaVu Sans"])
def test_it_asks_for_the_room_that_it_needs(qapp, numbers, family):
    look.apply(qapp, look.Theme("light", Fonts(sans=(family,))))
    numbers.set_rows((NumberRow("A rather long name", "1,234,567,890 · > 99.9 %"),))
    from padviewer.gui.style.drawing import text_width

    needed = text_width("A rather long name", "body") + text_width("1,234,567,890 · > 99.9 %", "head")
    assert numbers.minimumSizeHint().width() > needed
    assert numbers.sizeHint().height() == 34


def test_a_squeezed_list_keeps_all_its_rows(numbers):
    numbers.resize(192, 100)
    image = numbers.grab().toImage()
    last = [(x, y) for x in range(150, 192) for y in range(75, 100)]
    assert any(image.pixelColor(x, y) != image.pixelColor(96, 1) for x, y in last)
