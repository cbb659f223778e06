"""Offsets against Python's own sums."""

from itertools import accumulate

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.data.offsets import offsets_from_lengths


@given(st.lists(st.integers(0, 2**40)))
def test_offsets_are_the_sums_so_far(lengths):
    offsets = offsets_from_lengths(np.array(lengths, np.int64))
    assert offsets.dtype == np.int64
    assert offsets.tolist() == list(accumulate(lengths, initial=0))


def test_narrow_lengths_do_not_overflow():
    assert offsets_from_lengths(np.array([200, 200], np.uint8)).tolist() == [0, 200, 400]
