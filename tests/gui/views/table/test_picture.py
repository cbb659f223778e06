"""The table as a picture: its texts are drawn at the picture's own size."""

from PySide6.QtCore import QSize

from padviewer.gui.dialogs.picture import paint_widget, svg_of
from padviewer.gui.views.table.view import TableView


def test_a_vector_picture_holds_texts(qtbot, showing):
    controller = showing({"t": [["alpha", "beta"], ["gamma"]]}, {"t": "sequence"}, maxlen=2)
    view = TableView(controller)
    qtbot.addWidget(view)
    view.resize(400, 200)
    with qtbot.waitExposed(view):
        view.show()
    view.grab()
    size = QSize(800, 400)
    svg = svg_of(lambda painter: paint_widget(view, painter, size), size).decode()
    for word in ("alpha", "beta", "gamma", "length"):
        assert f">{word}<" in svg
