"""Lines that are kept as pictures: never stale, whatever changes."""

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe, default_transforms
from padviewer.core.rows.arrange import RowFilter
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import Session, Source
from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.views.common.kept import KeptPictures
from padviewer.gui.views.common.lines import BAR
from padviewer.gui.views.table.rows import HEAD, ROW
from padviewer.gui.views.table.view import TableView

NUMBERS = [[row * 1000 + step for step in range(1 + row % 9)] for row in range(40)]
TEXTS = [" ".join(f"w{row + step}" for step in range(row % 9)) for row in range(40)]
LABELS = [row % 3 for row in range(40)]


class NoChildren:
    """What stands in for the processes that read files: nothing is opened here."""

    def shutdown(self):
        """Have nothing to end."""


def put(controller, column, **choice):
    data = Dataset(
        {"x": Ragged.from_lists(column), "label": Ragged.from_lists(LABELS)},
        {"x": "sequence", "label": "label"},
    )
    recipe = fit(Recipe({"x": TensorRecipe("x", transforms=default_transforms(data["x"]), **choice)}), data)
    controller.dataset = data
    controller.session = Session(Source("f", "f", "s", len(data), complete=True), data.roles, recipe, "x")
    controller.history.hold(controller.session)
    controller._show_plan(resolve(recipe, prepare(recipe, data)))


@pytest.fixture(params=[NUMBERS, TEXTS], ids=["numbers", "texts"])
def table(request, qtbot):
    controller = Controller(NoChildren(), lambda: None, Jobs(synchronous=True))
    put(controller, request.param, maxlen=6)
    view = TableView(controller)
    view.column, view.controller = request.param, controller
    qtbot.addWidget(view)
    view.resize(700, HEAD + 12 * view.pitch + BAR)
    view.show()
    qtbot.waitExposed(view)
    yield view
    controller.shutdown()


def pixels(view):
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


def painted_anew(view, monkeypatch):
    """Return the pixels without any kept picture."""
    with monkeypatch.context() as patch:
        patch.setattr(KeptPictures, "fits", staticmethod(lambda _painter, _rect: False))
        return pixels(view)


def another_plan(view):
    put(view.controller, view.column, maxlen=4, value=7)


def other_data(view):
    turned = [row[::-1] if isinstance(row, str) else [-one for one in row] for row in view.column]
    put(view.controller, turned, maxlen=6)


def dark(view):
    look.apply(QApplication.instance(), look.Theme("dark", Fonts()))


def larger(view):
    look.apply(QApplication.instance(), look.Theme("light", Fonts(scale=1.5)))


def wider_column(view):
    view.horizontalHeader().resizeSection(1, 140)


def another_width(view):
    view.resize(500, view.height())


def marked(view):
    view.controller.mark(np.array([2, 5], np.int64), "two rows")


def scrolled(view):
    view.scroll_to(5 * view.pitch)


def scrolled_along(view):
    view.show_steps_from(2)


def filtered(view):
    view.controller.look(keep=RowFilter(shortest=3, longest=5))


def selected(view):
    view.controller.select(4, 1)


def hovered(view):
    view._set_hover(3, -1)


CHANGES = [
    another_plan, other_data, dark, larger, wider_column, another_width, marked, scrolled, scrolled_along,
    filtered, selected, hovered,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
def test_no_picture_is_stale(table, monkeypatch, change):
    before = pixels(table)
    assert len(table.pictures) == 12
    assert (before == painted_anew(table, monkeypatch)).all()
    change(table)
    after = pixels(table)
    assert after.shape != before.shape or (after != before).any()
    assert (after == painted_anew(table, monkeypatch)).all()


def test_numbers_are_written_in_the_way_of_the_language(qtbot, monkeypatch):
    controller = Controller(NoChildren(), lambda: None, Jobs(synchronous=True))
    put(controller, [list(range(12_345))] * 40, maxlen=6)
    view = TableView(controller)
    qtbot.addWidget(view)
    view.resize(700, HEAD + 12 * ROW + BAR)
    view.show()
    qtbot.waitExposed(view)
    before = pixels(view)
    QLocale.setDefault(QLocale("de_DE"))
    after = pixels(view)
    assert (after != before).any()  # 12.345
    assert (after == painted_anew(view, monkeypatch)).all()
    controller.shutdown()


def test_scrolling_by_a_line_paints_one_line(table, monkeypatch):
    pixels(table)
    times = []
    original = KeptPictures._keep
    monkeypatch.setattr(
        KeptPictures, "_keep", lambda self, *given: (times.append(1), original(self, *given))[1]
    )
    table.scroll_to(table.pitch)
    pixels(table)
    assert len(times) <= 1 + 12 * bool(table.column is NUMBERS)  # numbers may need more room: then all
    times.clear()
    table.scroll_to(0)
    pixels(table)
    assert not times


def strip_of(view, row):
    return view._content.strips([row])[0].places


def test_steps_are_found_under_the_mouse_in_kept_lines(table):
    pixels(table)
    first = {row: list(boxes) for row, boxes in table._boxes.items()}
    table.scroll_to(table.pitch)
    table.scroll_to(0)
    pixels(table)
    for row, boxes in table._boxes.items():
        assert [place for place, _ in boxes] == [place for place, _ in first[row]]
        for place, box in boxes:
            assert table._column_at(row, box.center()) == strip_of(table, row).column(place)
    assert table._column_at(39, box.center()) is None


def test_a_hidden_table_keeps_no_pictures(table):
    pixels(table)
    table.hide()
    assert len(table.pictures) == 0
