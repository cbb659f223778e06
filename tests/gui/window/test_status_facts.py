"""The facts in the status line against sums done by hand."""

import pytest

from padviewer.gui.window.status_facts import status_facts

LENGTHS = [0, 1, 2, 3, 4, 10]
ROWS = {"x": [[7] * n for n in LENGTHS]}


def words(controller):
    return [one.words for one in status_facts(controller)]


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        # 6 × 10 int32 = 240 bytes, 20 of 60 cells are real
        ({}, ["(6, 10) int32", "240\u202fB", "66.7\u202f% padding", "0 rows cut", "right-padded"]),
        # min(n, 3): 0 + 1 + 2 + 3 + 3 + 3 = 12 of 18 real; the rows of 4 and 10 are cut
        ({"maxlen": 3, "padding": "pre"},
         ["(6, 3) int32", "72\u202fB", "33.3\u202f% padding", "2 rows cut (33.3\u202f%)", "left-padded"]),
        # 16 of 36 cells are real: 0 + 1 + 2 + 3 + 4 + 6; only the row of 10 is cut
        ({"maxlen": 6, "padding": "both"},
         ["(6, 6) int32", "144\u202fB", "55.6\u202f% padding", "1 row cut (16.7\u202f%)",
          "padded on both sides"]),
        ({"maxlen": 10, "dtype": "float64"},
         ["(6, 10) float64", "480\u202fB", "66.7\u202f% padding", "0 rows cut", "right-padded"]),
    ],
)  # fmt: skip
def test_what_a_tensor_is(showing, choice, said):
    controller = showing(ROWS, {"x": "sequence"}, **choice)
    assert words(controller) == [*said, "mask: true = real"]


def test_while_lengths_are_counted_the_cut_rows_are_not_said(showing):
    controller = showing(ROWS, {"x": "sequence"}, maxlen=3)
    controller.counting.counts = None
    assert controller.counting.counts is None
    assert not [one for one in words(controller) if "cut" in one]


def test_before_a_file_and_without_a_tensor(showing):
    controller = showing(ROWS, {"x": "sequence"})
    controller.plan = None
    assert status_facts(controller) == ()
    controller.session = type(controller.session)()
    assert words(controller) == ["Nothing is uploaded. Files are read in a separate process."]
