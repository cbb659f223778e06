"""Outlined cells with a letter, against cells placed by hand."""

import numpy as np
import pytest

from padviewer.core import CellKind
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours
from padviewer.core.picture.frame import compose_frame
from padviewer.core.picture.letters import LETTERS, letter_cell
from padviewer.core.picture.ramps import ramp
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style.tokens import LIGHT

COLOURS = FrameColours.from_tokens(LIGHT.__getitem__, ramp("viridis"))


def source(special=((9, "U"),)):
    values = np.array([[1, 9, 9, 3], [9, 2, 9, 9]])
    kinds = np.full(values.shape, int(CellKind.REAL), np.uint8)
    kinds[1, 3] = CellKind.PAD
    kinds[1, 2] = CellKind.MISSING
    return HeatmapSource(
        2, 4, np.array([4, 3]), lambda r, c: (values[np.ix_(r, c)], kinds[np.ix_(r, c)]), None, (0, 10),
        np.ones(4, np.float32), special=special,
    )  # fmt: skip


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize(("down", "right"), [(0, 0), (5, 9)])
def test_special_ids_are_letters_and_nothing_else_changes(ratio, down, right):
    height, width = round(15 * ratio), round(14 * ratio)
    rows, cols = Axis(2, height, offset=down), Axis(4, width, offset=right)
    size = (round(22 * ratio), round(40 * ratio))
    image = compose_frame(source(), rows, cols, size, COLOURS, ratio=ratio)
    wanted = compose_frame(source(special=()), rows, cols, size, COLOURS, ratio=ratio)
    cell = letter_cell("U", height - round(ratio), width, ratio)
    ink = np.where(cell, COLOURS.t1, COLOURS.canvas)
    for row, col in [(0, 1), (0, 2), (1, 0)]:  # neither the missing one nor the padding
        for y in range(cell.shape[0]):
            for x in range(width):
                at_y, at_x = row * height + y - down, col * width + x - right
                if 0 <= at_y < wanted.shape[0] and 0 <= at_x < wanted.shape[1]:
                    wanted[at_y, at_x] = ink[y, x]
    np.testing.assert_array_equal(image, wanted)


@pytest.mark.parametrize("cells", [(12, 14), (15, 11), (1, 1)])
def test_small_cells_have_no_letters(cells):
    rows, cols = Axis(2, cells[0]), Axis(4, cells[1])
    image = compose_frame(source(), rows, cols, (99, 99), COLOURS)
    assert np.array_equal(image, compose_frame(source(special=()), rows, cols, (99, 99), COLOURS))
    assert not (image == COLOURS.t1).any()


@pytest.mark.parametrize("letter", sorted(LETTERS))
def test_a_letter_stands_in_the_middle_of_its_outline(letter):
    cell = letter_cell(letter, 13, 15, 1.0)
    assert cell[0].all()
    assert cell[-1].all()
    assert cell[:, 0].all()
    assert cell[:, -1].all()
    dots = np.array([[dot == "1" for dot in line] for line in LETTERS[letter]])
    assert np.array_equal(cell[3:10, 5:10], dots)
    assert cell[1:-1, 1:-1].sum() == dots.sum()
