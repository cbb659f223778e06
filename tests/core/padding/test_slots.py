"""Slots alone: where steps stand, from offsets and one axis, against Python's lists and numpy.pad."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.padding.slots import Axis, Slots, filled_steps


@given(
    st.integers(1, 9),
    st.integers(0, 30),
    st.integers(0, 30),
    st.sampled_from(["edge", "reflect", "symmetric", "wrap"]),
)
def test_filled_steps_are_numpy_pads(kept, left, right, mode):
    steps = np.arange(-left, kept + right)[None, :]
    wanted = np.pad(np.arange(kept), (left, right), mode=mode)
    assert filled_steps(steps, np.array([[kept]]), mode)[0].tolist() == wanted.tolist()


def test_slots_answer_from_offsets_alone():
    offsets = np.array([5, 9, 9, 10], np.int64)
    slots = Slots.of(offsets, np.array([2, 0, 1]), Axis(3, "pre", "middle", "constant"))
    assert slots.begin.tolist() == [9, 5, 9]
    assert slots.length.tolist() == [1, 4, 0]
    assert slots.kept.tolist() == [1, 3, 0]
    assert slots.left.tolist() == [2, 0, 3]
    steps = slots.steps(np.arange(3))
    assert slots.real(steps).tolist() == [[False, False, True], [True] * 3, [False] * 3]
    assert slots.in_source(steps)[1].tolist() == [0, 1, 3]


def kept_steps(length, width, truncating):
    """Return which steps of a row stay, by slicing a list."""
    steps = list(range(length))
    if length <= width or truncating == "post":
        return steps[:width]
    if truncating == "pre":
        return steps[-width:]
    head = width - width // 2
    return steps[:head] + steps[length - width // 2 :]


@given(
    st.lists(st.integers(0, 9), max_size=8),
    st.integers(1, 9),
    st.sampled_from(["pre", "post", "middle"]),
    st.integers(0, 5),
    st.data(),
)
def test_sources_are_the_places_of_all_kept_steps(lengths, width, truncating, first, data):
    offsets = first + np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    rows = data.draw(st.lists(st.integers(0, len(lengths) - 1), max_size=9)) if lengths else []
    slots = Slots.of(offsets, np.array(rows, np.int64), Axis(width, "post", truncating, "constant"))
    wanted = [
        int(offsets[row]) + step for row in rows for step in kept_steps(lengths[row], width, truncating)
    ]
    assert slots.sources().tolist() == wanted
    assert slots.sources().dtype == np.int64
