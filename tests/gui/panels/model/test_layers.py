import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from padviewer.gui.panels.model.layers import LayerRow, LayerTable
from tests.gui import accessible

LAYERS = (
    LayerRow("tokens", "InputLayer", "", "(None, 96)", None),
    LayerRow("embedding", "Embedding", "(None, 96)", "(None, 96, 64)", 553216),
    LayerRow("conv1d", "Conv1D", "(None, 96, 64)", "(None, 94, 64)", 12352, "warning"),
    LayerRow("answer", "Dense", "(None, 64)", "(None, 1)", 65),
)


@pytest.fixture
def table(qtbot):
    made = LayerTable()
    qtbot.addWidget(made)
    made.set_layers(LAYERS, 565633)
    made.resize(648, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_wide_rows_have_one_line_and_narrow_ones_two(table):
    assert (table.is_two_line(), table.row_height()) == (False, 28)
    table.resize(296, 400)
    assert (table.is_two_line(), table.row_height()) == (True, 44)
    table.grab()


def test_each_row_says_what_it_shows(table):
    said = []
    for _ in range(5):
        said.append(accessible.current(table))
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert said == accessible.items(table)
    assert said == [
        "tokens, InputLayer, in –, out (None, 96), parameters: –",
        "embedding, Embedding, in (None, 96), out (None, 96, 64), parameters: 553,216",
        "conv1d, Conv1D, in (None, 96, 64), out (None, 94, 64), parameters: 12,352",
        "answer, Dense, in (None, 64), out (None, 1), parameters: 65",
        "Total, parameters: 565,633",
    ]


def test_a_layer_with_a_finding_is_on_its_ground(table, colour_at):
    assert colour_at(table.viewport(), 3, table.row_rect(2).center().y()) == "#FCEBDD"


def test_columns_end_where_their_heads_end(table):
    image = table.grab().toImage()

    def right_edge(rect):
        ink = {
            x
            for x in range(500, int(rect.right()))
            for y in range(int(rect.top()) + 3, int(rect.bottom()) - 3)
            if image.pixelColor(x, y).lightness() < 150
        }
        return max(ink)

    from PySide6.QtCore import QRectF

    head = right_edge(QRectF(0, 0, 648, 24))
    assert abs(right_edge(table.row_rect(1)) - head) <= 1
    assert abs(right_edge(table.row_rect(4)) - head) <= 1


def test_an_unknown_total_and_no_layers(table):
    table.set_layers(LAYERS[:1], None)
    assert accessible.items(table)[1] == "Total, parameters: –"
    table.set_layers((), None)
    assert table.row_count() == 0
    assert table.layers() == ()
    assert accessible.items(table) == []
    table.grab()
