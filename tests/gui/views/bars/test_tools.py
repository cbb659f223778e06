"""The line of choices above a view: what it offers for which tensor, and what each choice does."""

import numpy as np
import pytest

from padviewer.core.picture.ramps import DIVERGING, RAMPS
from padviewer.gui.views.bars.tools import FAR_WORDS, MOST_FEATURES, ORDER_WORDS, ViewTools

NUMBERS = {"x": [[1, 2, 3], [4], [5, 6]], "label": ["a", "b", "a"]}
TEXTS = {"t": ["one two", "two", "three one two"]}


@pytest.fixture
def tools(qtbot, showing):
    def made(columns=NUMBERS, roles=None, **choice):
        sequence = next(iter(columns))
        labels = {"label": "label"} if "label" in columns else {}
        controller = showing(columns, roles or {sequence: "sequence", **labels}, **choice)
        line = ViewTools(controller)
        qtbot.addWidget(line)
        line.show()
        line.show_for(cells=True)
        controller.plan_changed.connect(line.refresh)
        controller.counting.scale_changed.connect(line.refresh)
        line.controller = controller
        return line

    return made


def items(choice):
    return [choice.itemData(k) for k in range(choice.count())]


def is_enabled(choice, key):
    return choice.model().item(choice.findData(key)).isEnabled()


def test_every_order_changes_the_view_and_is_shown(tools):
    line = tools()
    lengths = np.array([3, 1, 2])
    expected = {
        "file": [0, 1, 2], "length": np.argsort(lengths).tolist(), "-length": np.argsort(-lengths).tolist(),
        "label": [0, 2, 1], "-cut": [0, 1, 2],
    }  # fmt: skip
    assert items(line.order) == [key for key, _ in ORDER_WORDS] == list(expected)
    for key, rows in expected.items():
        line.order.setCurrentIndex(line.order.findData(key))
        assert line.controller.view.order == key
        order = line.controller.counting.order
        assert (list(range(3)) if order is None else order.tolist()) == rows
    line.controller.look(order="length")
    assert line.order.key() == "length"


def test_without_labels_nothing_is_by_label(tools):
    assert is_enabled(tools().order, "label")
    line = tools({"x": [[1], [2, 3]]})
    assert not is_enabled(line.order, "label")
    assert is_enabled(line.order, "length")
    assert not line.grouped.isEnabled()


def test_groups_are_chosen_in_the_menu(tools):
    line = tools()
    assert line.grouped.isEnabled()
    line.grouped.trigger()
    assert line.controller.view.grouped
    assert line.controller.counting.order.tolist() == [0, 2, 1]  # the two rows “a” together
    line.controller.look(grouped=False)
    assert not line.grouped.isChecked()


def test_numbers_have_values_alone_and_ids_have_ranks_too(tools):
    def without(by):
        return [key for key in items(line.colour) if key.startswith(by)]

    line = tools({"x": [[0.5, 1.5], [2.5]]})
    assert items(line.colour) == [f"value {ramp}" for ramp in RAMPS]
    assert line.colour.key() == "value tide"
    line = tools(TEXTS)
    assert line.colour.key() == "rank tide"
    assert without("value") == [f"value {ramp}" for ramp in RAMPS]
    assert without("rank") == [f"rank {ramp}" for ramp in RAMPS if ramp not in DIVERGING]
    assert len(without("identity")) == 1
    words = [line.colour.itemText(k) for k in range(line.colour.count())]
    assert len(set(words)) == len(words)


def test_a_colour_is_chosen_and_stays_for_this_tensor(tools):
    line = tools(TEXTS)
    for key in items(line.colour):
        line.colour.setCurrentIndex(line.colour.findData(key))
        colouring = line.controller.view.colouring
        assert f"{colouring.by} {colouring.ramp}" == key
    line.refresh()
    assert line.colour.key() == items(line.colour)[-1]


def test_what_a_far_pixel_shows(tools):
    line = tools()
    assert line.far["sampled"].isChecked()
    for key, action in line.far.items():
        action.trigger()
        assert line.controller.view.colouring.far == key
        assert [other for other, one in line.far.items() if one.isChecked()] == [key]
    assert set(FAR_WORDS) == set(line.far)
    for key in ("mean", "sampled"):
        line._colour(far=key)  # as a session does that is restored
        assert [other for other, one in line.far.items() if one.isChecked()] == [key]


def test_features_are_counted_over_all_inner_axes(tools):
    """Two by three of them: the fifth is the second of the second."""
    line = tools({"x": [[[[1, 2, 3], [4, 5, 6]]], [[[7, 8, 9], [1, 2, 3]]] * 2]}, maxlen=2)
    inner = line.controller.shown.inner_shape
    assert inner == (2, 3)
    assert line.feature.isVisible()
    assert line.feature.count() == 6
    assert line.feature.itemText(4) == "Feature 4"
    assert line.feature.toolTip() == "One of 6 features"
    line.feature.setCurrentIndex(4)
    assert line.controller.view.at == tuple(int(k) for k in np.unravel_index(4, (2, 3)))
    line.show_for(cells=False)
    assert not line.feature.isVisible()
    assert MOST_FEATURES == 256


def test_other_views_have_no_colours(tools):
    line = tools()
    for cells in (False, True):
        line.show_for(cells=cells)
        assert line.colour.isVisible() == cells
        assert line.crosshair.isVisible() == line.beside.isVisible() == cells
        assert {one.isVisible() for one in line.far.values()} == {cells}
        assert line.order.isVisible()
        assert line.grouped.isVisible()
    assert not line.feature.isVisible()  # the numbers have none


def test_a_mask_has_no_colours_to_choose(tools):
    line = tools()
    line.show_for(cells=True, values=False)
    assert line.crosshair.isVisible()
    assert not line.colour.isVisible()
    assert not line.beside.isVisible()
    assert not any(one.isVisible() for one in line.far.values())


def test_the_menu_tells_what_stands_beside(tools, qtbot):
    line = tools()
    for action, signal in ((line.beside, line.beside_toggled), (line.crosshair, line.crosshair_toggled)):
        for on in (True, False):
            with qtbot.waitSignal(signal) as waited:
                action.trigger()
            assert waited.args == [on]
    with qtbot.waitSignal(line.filter_asked):
        line.filter_button.click()
    line.more_button.click()
    assert line.menu.isVisible()
    line.menu.close()


def test_before_a_file_the_words_are_there(tools):
    line = tools(TEXTS)
    line.controller._show_plan(None)
    line.refresh()
    assert line.colour.count() > 0
    other = ViewTools(line.controller)
    assert other.colour.count() == line.colour.count()
    other.deleteLater()
