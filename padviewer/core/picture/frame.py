"""One frame of the heatmap: cells of a tensor in, exactly the visible device pixels out, with numpy alone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from padviewer.core.padding.plan import CellKind
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import Bools, FrameColours, Pixels, cell_colours
from padviewer.core.picture.far import compose_far, is_far
from padviewer.core.picture.letters import draw_letters
from padviewer.core.picture.source import HeatmapSource, Mode

HATCH_PERIOD = 8
CUT_EDGE_WIDTH = 3
GAP_FROM = 5
CROSS_FROM = 6
CROSS_SHARE = 0.44
CROSS_WIDTH = 1.2


def hatch_mask(height: int, width: int, ratio: float, period: int = HATCH_PERIOD) -> Bools:
    """Device pixels [height, width] of a "/" hatch that lies on the screen, not on the cells."""
    step = max(2, round(period * ratio))
    line = np.arange(width + step) % step < max(1, round(ratio))
    tile = np.stack([line[y : y + width] for y in range(step)])
    return np.tile(tile, (-(-height // step), 1))[:height]


def compose_frame(
    source: HeatmapSource,
    rows: Axis,
    cols: Axis,
    size: tuple[int, int],
    colours: FrameColours,
    *,
    ratio: float = 1.0,
    mode: Mode = "values",
    should_stop: Callable[[], bool] | None = None,
) -> Pixels:
    """Compose the visible device pixels of a heatmap.

    Parameters
    ----------
    source : HeatmapSource
    rows, cols : Axis
        Rows of the view and steps, scrolled and zoomed, in device pixels.
    size : (int, int)
        Height and width of the visible area in device pixels.
    colours : FrameColours
    ratio : float
        Device pixels per pixel: hatch, gap and cut edge keep their size on the screen.
    mode : {"values", "mask"}
        Draw values on the ramp, or only what is real and what is padding.
    should_stop : callable, optional
        Asked while a far view reads all cells; raises what the overview raises then.

    Returns
    -------
    uint32 [H, W]
        0xFFRRGGBB; no larger than `size`, and smaller where the cells end before it.
    """
    view_rows, row_places = rows.visible(size[0])
    steps, col_places = cols.visible(size[1])
    if not view_rows.size or not steps.size:
        return np.empty((0, 0), np.uint32)
    if is_far(source, rows, cols):
        image, pad = compose_far(source, view_rows, steps, (rows, cols), colours, mode, should_stop or _never)
        image = image.take(row_places, 0).take(col_places, 1)
        pad = pad.take(row_places, 0).take(col_places, 1)
        _draw_hatch_and_gaps(image, pad, rows, colours, ratio)
        return image
    tensor_rows = source.tensor_rows(view_rows)
    values, kinds = source.cells(tensor_rows, steps)
    pad = kinds == CellKind.PAD
    missing = kinds == CellKind.MISSING
    if mode == "mask":
        image = np.full(kinds.shape, colours.real, np.uint32)
        has_missing = False
    else:
        image = cell_colours(source, values, colours)
        has_missing = bool(missing.any())
        crossed = min(rows.cell, cols.cell) >= CROSS_FROM * ratio
        np.copyto(image, np.uint32(colours.missbg if crossed else colours.miss), where=missing)
    np.copyto(image, np.uint32(colours.pad), where=pad)
    if cols.cell > 1:
        image, pad = image.take(col_places, 1), pad.take(col_places, 1)
    is_cut = source.lengths[tensor_rows] > source.cols
    if mode == "values" and is_cut.any():
        edges = np.zeros(kinds.shape, np.int8)
        edges[is_cut] = source.edges(tensor_rows[is_cut], steps)
        _draw_cut_edges(image, edges, cols, colours.cut, round(CUT_EDGE_WIDTH * ratio))
        # The edge of a cell narrower than itself lies over its neighbours, never over padding.
        np.copyto(image, np.uint32(colours.pad), where=pad)
    if rows.cell > 1:
        image, pad = image.take(row_places, 0), pad.take(row_places, 0)
    if has_missing and crossed:
        _draw_crosses(image, missing, (rows, row_places), (cols, col_places), colours.miss, ratio)
    if mode == "values" and (source.special or source.has_infinite):
        real = (kinds != CellKind.PAD) & ~missing
        draw_letters(image, source, values, real, (rows, cols), _gap(rows, ratio), colours, ratio)
    _draw_hatch_and_gaps(image, pad, rows, colours, ratio)
    return image


def _never() -> bool:
    return False


def _gap(rows: Axis, ratio: float) -> int:
    """Device pixels of canvas below each row."""
    return max(1, round(ratio)) if rows.cell >= GAP_FROM * ratio else 0


def _draw_hatch_and_gaps(image: Pixels, pad: Bools, rows: Axis, colours: FrameColours, ratio: float) -> None:
    """Draw the hatch where there is padding, bool [H, W], and the gaps of the rows into image [H, W]."""
    pad &= hatch_mask(pad.shape[0], pad.shape[1], ratio)
    np.copyto(image, np.uint32(colours.hatch), where=pad)
    if gap := _gap(rows, ratio):
        within = (np.arange(len(image)) + rows.offset) % rows.cell
        image[within >= rows.cell - gap] = colours.canvas


def compose_overview(source: HeatmapSource, size: tuple[int, int], colours: FrameColours) -> Pixels:
    """Compose all rows and steps squeezed or stretched into uint32 [H, W] of real2 on pad."""
    height, width = size
    if not (source.rows and source.cols and height > 0 and width > 0):
        return np.empty((0, 0), np.uint32)
    down = np.arange(height, dtype=np.int64) * source.rows // height
    across = np.arange(width, dtype=np.int64) * source.cols // width
    view_rows, row_places = np.unique(down, return_inverse=True)
    steps, col_places = np.unique(across, return_inverse=True)
    _, kinds = source.cells(source.tensor_rows(view_rows), steps)
    image = np.where(kinds == CellKind.PAD, np.uint32(colours.pad), np.uint32(colours.real2))
    return image.take(row_places, 0).take(col_places, 1)


def _draw_cut_edges(image: Pixels, edges: npt.NDArray[np.int8], cols: Axis, colour: int, width: int) -> None:
    """Draw a solid edge of `width` device pixels into image [R, W] on the side of each cell that was cut."""
    first = cols.offset // cols.cell
    last = image.shape[1]
    for side in (-1, 1):
        at_row, at_col = np.nonzero(edges == side)
        start = (at_col + first) * cols.cell - cols.offset
        for step in range(width):
            x = start + step if side < 0 else start + cols.cell - 1 - step
            inside = (x >= 0) & (x < last)
            image[at_row[inside], x[inside]] = colour


def _draw_crosses(
    image: Pixels,
    missing: Bools,
    rows: tuple[Axis, npt.NDArray[np.intp]],
    cols: tuple[Axis, npt.NDArray[np.intp]],
    colour: int,
    ratio: float,
) -> None:
    """Draw a × into image [H, W] at each missing cell [R, C]."""
    (row_axis, row_places), (col_axis, col_places) = rows, cols
    cell_rows = (np.arange(len(row_places)) + row_axis.offset) % row_axis.cell
    cell_cols = (np.arange(len(col_places)) + col_axis.offset) % col_axis.cell
    gap = _gap(row_axis, ratio)
    cross = _cross_mask(row_axis.cell - gap, col_axis.cell, ratio)
    cross = np.vstack([cross, np.zeros((gap, col_axis.cell), bool)])
    affected = np.flatnonzero(missing.any(axis=1).take(row_places))
    where = cross.take(cell_rows[affected], 0).take(cell_cols, 1)
    where &= missing.take(row_places[affected], 0).take(col_places, 1)
    at_row, at_col = np.nonzero(where)
    image[affected[at_row], at_col] = colour


def _cross_mask(height: int, width: int, ratio: float) -> Bools:
    """Device pixels [height, width] of a × in the middle of a cell."""
    half = max(1.5, CROSS_SHARE * min(height, width) / 2)
    y = np.abs(np.arange(height) - (height - 1) / 2)[:, None]
    x = np.abs(np.arange(width) - (width - 1) / 2)[None, :]
    cross: Bools = (np.abs(x - y) <= CROSS_WIDTH * ratio / 2) & (np.maximum(x, y) <= half)
    return cross
