"""The share of padding of every pixel against the mask of the plan's block, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.errors import ChoiceError, ContentError, Stopped
from padviewer.core.picture import pixels
from padviewer.core.picture.pixels import Grid, share_of_padding


def planned(column, **choice):
    dataset = Dataset({"x": column}, roles={"x": "sequence"})
    fitted = fit(Recipe({"x": TensorRecipe(column="x", **choice)}), dataset)
    return resolve(fitted, prepare(fitted, dataset))


class Unread(np.ndarray):
    """Values that nobody may look at."""

    def __getitem__(self, key):
        raise AssertionError("a value was read")


@given(
    st.lists(st.integers(0, 12), min_size=1, max_size=20),
    st.integers(1, 10),
    st.sampled_from(["pre", "post", "both"]),
    st.sampled_from(["pre", "post", "middle"]),
    st.data(),
)
def test_shares_are_those_of_the_mask_and_no_value_is_read(lengths, width, padding, truncating, data):
    values = np.zeros(sum(lengths), np.int64)
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    plan = planned(Ragged(values, offsets), maxlen=width, padding=padding, truncating=truncating)
    mask = plan.block("x", slice(None)).mask
    order = np.array(data.draw(st.permutations(range(len(lengths)))), np.int64)
    rows, cols = (
        np.array(sorted(data.draw(st.lists(st.integers(0, most), min_size=2, max_size=6))))
        for most in (len(lengths), width)
    )
    object.__setattr__(plan.of("x").column, "values", values.view(Unread))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pixels, "ROWS", data.draw(st.integers(1, 9)))
        found = share_of_padding(plan, "x", order, rows, cols)
    assert found.dtype == np.float32
    for i, j in np.ndindex(len(rows) - 1, len(cols) - 1):
        cells = mask[order][rows[i] : rows[i + 1], cols[j] : cols[j + 1]]
        wanted = np.float32(1 - cells.sum() / cells.size) if cells.size else np.nan
        np.testing.assert_equal(found[i, j], wanted)


def test_two_ragged_axes_by_hand():
    plan = planned(Ragged.from_lists([[[1, 2], [3]], [[4]]], ragged_axes=2), maxlen=(2, 3))
    rows, cols = np.array([0, 1, 2]), np.array([0, 1, 2])
    wanted = np.array([[1 / 3, 2 / 3], [2 / 3, 1]], np.float32)
    np.testing.assert_array_equal(share_of_padding(plan, "x", None, rows, cols), wanted)
    assert share_of_padding(plan, "x", None, rows, cols, (0,)).tolist() == [[0, 0], [0, 1]]
    assert share_of_padding(plan, "x", None, rows, cols, (1,)).tolist() == [[0, 1], [1, 1]]


@given(st.lists(st.integers(0, 20), min_size=2, max_size=7), st.data())
def test_each_row_of_the_view_has_its_pixel(edges, data):
    edges = np.array(sorted(edges))
    low, high = int(edges[0]), int(edges[-1])
    if low == high:
        return
    first = data.draw(st.integers(low, high - 1))
    count = data.draw(st.integers(1, high - first))
    found = Grid(edges, np.array([0, 1]), 1).row_pixels(first, count).tolist()
    wanted = [
        next(i for i in range(len(edges) - 1) if edges[i] <= row < edges[i + 1])
        for row in range(first, first + count)
    ]
    assert found == wanted


def test_counting_stops_between_pieces(monkeypatch):
    monkeypatch.setattr(pixels, "ROWS", 2)
    plan = planned(Ragged.from_lists([[1, 2, 3]] * 9))
    asked = []

    def should_stop():
        asked.append(True)
        return len(asked) > 2

    with pytest.raises(Stopped):
        share_of_padding(plan, "x", None, np.array([0, 9]), np.array([0, 3]), should_stop=should_stop)
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("rows", "cols", "field"),
    [([0], [0, 3], "row_edges"), ([0, 3], [0, 3], "row_edges"), ([0, 2], [2, 1, 3], "col_edges"),
     ([-1, 2], [0, 3], "row_edges"), ([0, 2], [0, 4], "col_edges")],
)  # fmt: skip
def test_edges_outside_the_view_are_refused(rows, cols, field):
    plan = planned(Ragged.from_lists([[1, 2, 3], [4]]))
    with pytest.raises(ChoiceError) as told:
        share_of_padding(plan, "x", None, np.array(rows), np.array(cols))
    assert told.value.field == field


def test_an_inner_cell_that_is_not_there_is_refused():
    plan = planned(Ragged(np.zeros((2, 2)), np.array([0, 1, 2])))
    for at in ((2,), (-1,), (0, 0)):
        with pytest.raises(ContentError, match="there is no"):
            share_of_padding(plan, "x", None, np.array([0, 2]), np.array([0, 1]), at)


def test_pixels_without_a_column_at_the_right_end():
    plan = planned(Ragged.from_lists([[1], []]))
    found = share_of_padding(plan, "x", None, np.array([0, 2]), np.array([0, 1, 1, 1]))
    np.testing.assert_array_equal(found, np.array([[0.5, np.nan, np.nan]], np.float32))
    assert np.isnan(share_of_padding(plan, "x", None, np.array([0, 2]), np.array([1, 1]))).all()
