"""Guessing and cutting the tails of dense arrays, on cases worked out by hand."""

import numpy as np
import pytest

from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.readers.padded.dense import Tail, choose_tail, cut_tails, guess_tail, tail_lengths

NAN = np.nan
CASES = {
    "padded with 0": ([[1, 2, 3, 4], [5, 6, 0, 0], [7, 8, 9, 0]], "dense"),
    "padded with -1": ([[0, 2, 3], [0, -1, -1]], "dense"),
    "one step of 0 may be data": ([[1, 2, 3], [4, 5, 0]], "dense"),
    "0 stands inside": ([[1, 0, 3, 4], [5, 0, 0, 0]], "dense"),
    "one-hot": ([[1, 0, 0], [0, 1, 0], [0, 0, 1]], "dense"),
    "nothing but 0": ([[0, 0], [0, 0]], "dense"),
    "whole rows": ([[1, 2], [3, 4]], "dense"),
    "one step wide": ([[1], [0]], "dense"),
    "empty rows": ([[1, 2], [0, 0]], "dense"),
    "NaN tails": ([[1.0, 2, NAN], [3, NAN, NAN], [4, 5, 6]], "nan-tail"),
    "one NaN row": ([[1.0, 2], [NAN, NAN], [4, 5]], "dense"),
    "a NaN column": ([[1.0, NAN], [2, NAN], [4, NAN]], "dense"),
    "NaN tails and a gap": (
        [[1.0, NAN, 3, 4], [3, NAN, NAN, NAN], [4, 5, 6, 7], [1, 2, NAN, NAN], [1, 2, 3, NAN]],
        "nan-tail",
    ),
    "gaps": ([[NAN, 2.0, 3], [3, NAN, NAN], [NAN, 5, 6], [NAN, 1, 2]], "dense"),
    "nothing but NaN": ([[NAN, NAN]], "dense"),
    "floats padded with 0": ([[1.0, 2], [0, 0]], "dense"),
    "3-D NaN": ([[[1.0, NAN], [NAN, NAN], [NAN, NAN]], [[1, 2], [3, 4], [NAN, NAN]]], "nan-tail"),
    "3-D NaN in one channel": ([[[1.0, NAN], [2, NAN]], [[1, 2], [3, 4]]], "dense"),
    "3-D padded": ([[[1, 0], [0, 0], [0, 0]], [[0, 1], [2, 2], [3, 3]]], "dense"),
    "truth values": ([[True, False, False]], "dense"),
    "no axis of steps": ([1, 2, 3], "dense"),
}


@pytest.mark.parametrize("name", list(CASES))
def test_guesses(name):
    rows, words = CASES[name]
    assert guess_tail(np.array(rows)).words == words


def test_cutting_loses_nothing_but_the_tail():
    block = np.array([[1, 2, 0], [0, 0, 0], [0, 3, 4]], np.int16)
    column, findings = cut_tails(block, Tail("fill-tail", 0), "x")
    assert column.to_lists() == [[1, 2], [], [0, 3, 4]]
    assert column.dtype == "int16"
    assert [(f.code, f.count, f.rows, f.where) for f in findings] == [("tail-as-padding", 4, (0, 1), "x")]


def test_inner_axes_stay():
    block = np.array([[[1.0, NAN], [NAN, NAN]], [[1, 2], [NAN, 4]]])
    column, _ = cut_tails(block, Tail("nan-tail"), "x")
    assert column.inner_shape == (2,)
    assert column.offsets.tolist() == [0, 1, 3]


def test_rows_without_a_tail_say_nothing():
    column, findings = cut_tails(np.ones((2, 2)), Tail("nan-tail"), "x")
    assert findings == ()
    assert column.to_lists() == [[1, 1], [1, 1]]


def test_what_is_asked_for_wins():
    padded = np.array([[1.0, 0, 0]])
    assert choose_tail("fill-tail", padded, "").words == "fill-tail of 0"
    assert choose_tail("fill-tail", -padded, "").words == "fill-tail of 0"
    assert choose_tail("fill-tail", np.array([[1, -1]]), "").words == "fill-tail of -1"
    assert choose_tail("dense", padded, "").words == "dense"
    assert choose_tail("nan-tail", padded, "").words == "nan-tail"
    assert choose_tail("fill-tail", np.array([[True, False]]), "").fill == 0


def test_what_cannot_be_is_refused():
    with pytest.raises(ContentError, match="cannot be NaN"):
        choose_tail("nan-tail", np.array([[1, 2]]), "x.npy")
    with pytest.raises(ChoiceError, match="list-in-cell"):
        choose_tail("list-in-cell", np.array([[1, 2]]), "x.npy")


def test_no_rows_have_no_tails():
    assert tail_lengths(np.zeros((0, 3)), Tail("nan-tail")).tolist() == []
    assert guess_tail(np.zeros((0, 3), int)) == Tail()
