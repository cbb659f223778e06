"""Special ids and infinite values as outlined cells with a letter or sign, in device pixels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours, Pixels
from padviewer.core.picture.source import HeatmapSource

LEAST_CELL = 12
LETTERS = {
    "U": ("1...1", "1...1", "1...1", "1...1", "1...1", "1...1", ".111."),
    "S": (".1111", "1....", "1....", ".111.", "....1", "....1", "1111."),
    "E": ("11111", "1....", "1....", "1111.", "1....", "1....", "11111"),
    "P": ("1111.", "1...1", "1...1", "1111.", "1....", "1....", "1...."),
}
SIGNS = {
    "+∞": (".........", ".1.......", "111.11.11", ".1.1..1.1", "...11.11.", "........."),
    "−∞": (".........", ".........", "111.11.11", "...1..1.1", "...11.11.", "........."),
}


def draw_letters(
    image: Pixels,
    source: HeatmapSource,
    values: npt.NDArray[np.generic],
    real: npt.NDArray[np.bool_],
    axes: tuple[Axis, Axis],
    gap: int,
    colours: FrameColours,
    ratio: float,
) -> None:
    """Draw the special ids and infinite values among cells [R, C] into image [H, W].

    Parameters
    ----------
    image : uint32 [H, W]
    source : HeatmapSource
        With `special` or `has_infinite`.
    values : ndarray [R, C]
    real : bool [R, C]
        Cells that hold a value.
    axes : (Axis, Axis)
        Rows and steps, at least 12 pixels a cell of a screen at scale 1, else nothing is drawn.
    gap : int
        Device pixels of canvas below each row.
    colours : FrameColours
    ratio : float
        Device pixels per pixel.
    """
    rows, cols = axes
    if min(rows.cell - gap, cols.cell) < LEAST_CELL * ratio:
        return
    wanted: list[tuple[float, str]] = list(source.special)
    if source.has_infinite:
        wanted += [(np.inf, "+∞"), (-np.inf, "−∞")]
    for number, letter in wanted:
        at_row, at_col = np.nonzero((values == number) & real)
        if not at_row.size:
            continue
        cell = letter_cell(letter, rows.cell - gap, cols.cell, ratio)
        if letter == "+∞":  # light on dark, as small cells of it are dark
            thick = max(1, round(ratio))
            cell[thick:-thick, thick:-thick] ^= True
        ink = np.where(cell, np.uint32(colours.t1), np.uint32(colours.canvas))
        for row, col in zip(at_row.tolist(), at_col.tolist(), strict=True):
            top = row * rows.cell - rows.offset % rows.cell
            left = col * cols.cell - cols.offset % cols.cell
            skip_y, skip_x = max(0, -top), max(0, -left)
            place = image[top + skip_y : top + ink.shape[0], left + skip_x : left + ink.shape[1]]
            place[...] = ink[skip_y : skip_y + place.shape[0], skip_x : skip_x + place.shape[1]]


def letter_cell(letter: str, height: int, width: int, ratio: float) -> npt.NDArray[np.bool_]:
    """Return a cell bool [height, width]: its outline and a letter of dots in its middle."""
    thick = max(1, round(ratio))
    cell = np.ones((height, width), bool)
    cell[thick:-thick, thick:-thick] = False
    dots = np.array([[dot == "1" for dot in line] for line in {**LETTERS, **SIGNS}[letter]])
    glyph = np.kron(dots, np.ones((thick, thick), bool))
    top, left = (height - glyph.shape[0]) // 2, (width - glyph.shape[1]) // 2
    room = cell[max(0, top) : top + glyph.shape[0], max(0, left) : left + glyph.shape[1]]
    room |= glyph[: room.shape[0], : room.shape[1]]
    return cell
