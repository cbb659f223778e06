"""Padding that is found from the values alone: random arrays of which the truth is known."""

import numpy as np
import pytest

from padviewer.core.readers.padded.detective import detect
from tests.core.padded_arrays import padded_cases, whole_cases


def same(one, other):
    return one == other or (one != one and other != other)


@pytest.mark.parametrize("case", padded_cases(), ids=lambda case: case.name)
def test_padded_arrays_are_seen(case):
    found = detect(case.block)
    assert found is not None
    assert same(found.value, case.value)
    assert found.side == case.side
    np.testing.assert_array_equal(found.lengths, case.seen)
    equal = np.isnan(case.block) if case.value != case.value else case.block == case.value
    alike = equal.reshape(*case.block.shape[:2], -1).all(axis=2).sum() - found.padded
    assert found.alike == alike


@pytest.mark.parametrize("case", whole_cases(), ids=lambda case: case.name)
def test_whole_arrays_are_left_alone(case):
    assert detect(case.block) is None


@pytest.mark.parametrize(
    "block",
    [
        np.zeros((0, 4)),
        np.zeros((3, 4)),
        np.ones((1, 4)),
        np.tril(np.ones((9, 9))),
        np.array([[True, False]] * 3),
    ],
    ids=["no rows", "nothing else", "one row", "a triangle", "truth values"],
)
def test_what_cannot_be_told_is_whole(block):
    assert detect(block) is None
