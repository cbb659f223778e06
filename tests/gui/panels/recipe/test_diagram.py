import pytest

from padviewer.core.picture.diagram import DiagramRow
from padviewer.gui.panels.recipe.padding import RowDiagram

POST = (DiagramRow(15, 0, 15, 81), DiagramRow(43, 0, 43, 53), DiagramRow(164, 0, 96, 0, cut_right=68))


@pytest.fixture
def diagram(qtbot):
    made = RowDiagram()
    qtbot.addWidget(made)
    made.set_rows(POST, 96)
    made.resize(232, made.sizeHint().height())
    return made


def test_bars_are_to_scale(diagram):
    area = diagram.bars_rect()
    per_step = area.width() / 164
    ((kind, kept), (other, padding)) = diagram.bar_rects(0)
    assert (kind, other) == ("kept", "padding")
    assert kept.left() == area.left()
    assert kept.width() == pytest.approx(15 * per_step)
    assert padding.right() == pytest.approx(area.left() + 96 * per_step)
    (_, (kind, cut)) = diagram.bar_rects(2)
    assert kind == "cut"
    assert (cut.left(), cut.right()) == (
        pytest.approx(area.left() + 96 * per_step),
        pytest.approx(area.right()),
    )


def test_what_is_cut_at_the_start_lies_before_the_window(diagram):
    diagram.set_rows((DiagramRow(15, 81, 15, 0), DiagramRow(164, 0, 96, 0, cut_left=68)), 96)
    short, long = diagram.bar_rects(0), diagram.bar_rects(1)
    assert [kind for kind, _ in short] == ["padding", "kept"]
    assert [kind for kind, _ in long] == ["cut", "kept"]
    assert short[0][1].left() == pytest.approx(long[1][1].left())
    assert long[0][1].left() == diagram.bars_rect().left()


def test_a_middle_cut_lies_between_what_is_kept():
    row = DiagramRow(164, 0, 48, 0, tail=48, cut_middle=68)
    assert row.pieces == (("kept", 48), ("cut", 68), ("kept", 48))
    assert (row.lost, row.filled) == (68, 0)


def test_the_legend_lists_only_what_occurs(diagram):
    assert diagram.kinds() == ("kept", "padding", "cut")
    diagram.set_rows(POST[:2], 96)
    assert diagram.kinds() == ("kept", "padding")


def test_each_kind_is_painted_in_its_colours(diagram, colours_in):
    kept, padding = (bar.toRect().adjusted(3, 2, -3, -2) for _, bar in diagram.bar_rects(1))
    cut = diagram.bar_rects(2)[1][1].toRect().adjusted(3, 2, -3, -2)
    assert colours_in(diagram, kept) == {"#2A7F86"}
    assert colours_in(diagram, padding) == {"#ECEEF1", "#BCC3CC"}
    assert {"#B34508", "#FBE6D9"} <= colours_in(diagram, cut)


def test_the_windows_end_is_a_line_through_all_rows(diagram, colour_at):
    x = diagram.bar_rects(0)[1][1].right()
    for row in range(3):
        assert colour_at(diagram, x, diagram.bar_rects(row)[0][1].center().y()) == "#2B5BD7"


def test_it_says_the_same_in_words(diagram):
    assert diagram.accessibleName() == "Shortest, middle and longest row"
    assert diagram.accessibleDescription() == (
        "15 steps: 15 kept, 81 filled. 43 steps: 43 kept, 53 filled. 164 steps: 96 kept, 68 cut"
    )


def test_without_rows_it_takes_no_room(qtbot):
    diagram = RowDiagram()
    qtbot.addWidget(diagram)
    assert diagram.sizeHint().height() <= 1
    diagram.resize(200, 20)
    diagram.grab()


def test_an_empty_row_is_all_padding():
    assert DiagramRow(0, 0, 0, 5).pieces == (("padding", 5),)
