"""Padded blocks taken apart again."""

import numpy as np

from padviewer.core import Finding, Padded


def test_unpad_follows_the_mask_wherever_it_is():
    mask = np.array([[False, True, True], [False, False, False], [True, False, False]])
    block = Padded(np.arange(9).reshape(3, 3), mask, mask.sum(1))
    column = block.unpad()
    assert column.to_lists() == [[1, 2], [], [6]]
    assert column.dtype == "int64"


def test_unpad_keeps_inner_axes():
    block = Padded(np.arange(8.0).reshape(2, 2, 2), np.array([[True, False], [True, True]]), np.array([1, 2]))
    assert block.unpad().to_lists() == [[[0.0, 1.0]], [[4.0, 5.0], [6.0, 7.0]]]


def test_unpad_tells_an_empty_inner_row_from_padding():
    mask = np.array([[[True, False], [False, False]], [[False, False], [False, False]]])
    outer = np.array([[True, True], [False, False]])
    lengths = (outer.sum(-1), mask.sum(-1))
    block = Padded(np.arange(8).reshape(2, 2, 2), mask, lengths, 0, (outer,))
    assert block.unpad().to_lists() == [[[0], []], []]


def test_findings_are_counted_once_and_only_when_asked_for():
    calls = []

    def find():
        calls.append(1)
        return (Finding("info", "a", "b", 1),)

    block = Padded(np.zeros((1, 1)), np.ones((1, 1), bool), np.array([1]), find=find)
    assert not calls
    assert block.findings is block.findings
    assert calls == [1]
    assert Padded(np.zeros((1, 1)), np.ones((1, 1), bool), np.array([1])).findings == ()
