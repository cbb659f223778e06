"""One frame of the heatmap: cells of a tensor in, exactly the visible device pixels out, with numpy alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt

from padviewer.core.plan import CellKind
from padviewer.gui.heatmap_geometry import Axis

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Pixels = npt.NDArray[np.uint32]
Cells = Callable[[Ints, Ints], tuple[npt.NDArray[np.generic], npt.NDArray[np.uint8]]]
Edges = Callable[[Ints, Ints], npt.NDArray[np.int8]]
Mode = Literal["values", "mask"]

HATCH_PERIOD = 8
SWATCH_PERIOD = 6
CUT_EDGE_WIDTH = 3
GAP_FROM = 5
CROSS_FROM = 6
CROSS_SHARE = 0.44
CROSS_WIDTH = 1.2


@dataclass(frozen=True, eq=False)
class HeatmapSource:
    """What a heatmap draws: one tensor of a recipe, asked for cell by cell.

    Parameters
    ----------
    rows, cols : int
        Rows in the view and steps of the tensor.
    lengths, kept : int64 [rows of the tensor]
        Steps of each row in the source, and how many of them the tensor keeps.
    cells : callable
        ``cells(rows int64 [R], cols int64 [C])`` in tensor numbers gives values [R, C] and kinds uint8 [R, C]
        (`CellKind`). It is called outside the window's thread unless `in_memory`.
    edges : callable
        ``edges(rows, cols)`` gives int8 [R, C]: −1 where steps were cut to the left of the cell, +1 where to
        its right, else 0.
    levels : (float, float)
        Values at the two ends of the ramp; not used with `ranks`.
    still_real : float32 [cols]
        Share of all rows that are real at each step.
    order : int64 [rows], optional
        Tensor row of each row in the view; None where they are the same.
    ranks : float32 [ids], optional
        Place of each id on the ramp, 0 to 1.
    ramp_words : str
        What the ramp says, for the legend: ``frequent → rare``.
    title : str
        What is drawn, for a person who cannot see it: ``question → tokens``.
    has_missing : bool
        Whether a missing value can occur.
    in_memory : bool
        Whether `cells` answers from memory, so that small frames need no job.
    """

    rows: int
    cols: int
    lengths: Ints
    kept: Ints
    cells: Cells
    edges: Edges
    levels: tuple[float, float]
    still_real: npt.NDArray[np.float32]
    order: Ints | None = None
    ranks: npt.NDArray[np.float32] | None = None
    ramp_words: str = ""
    title: str = ""
    has_missing: bool = False
    in_memory: bool = False

    def tensor_rows(self, view_rows: Ints) -> Ints:
        """Tensor rows int64 [n] that stand at rows int64 [n] of the view."""
        return view_rows if self.order is None else self.order[view_rows]

    def tensor_row(self, view_row: int) -> int:
        """Tensor row that stands at one row of the view."""
        return view_row if self.order is None else int(self.order[view_row])

    def view_row(self, tensor_row: int) -> int:
        """Row of the view at which a tensor row stands, or −1 where the view does not have it."""
        if self.order is None:
            return tensor_row if 0 <= tensor_row < self.rows else -1
        found = np.flatnonzero(self.order == tensor_row)
        return int(found[0]) if found.size else -1

    @cached_property
    def longest(self) -> int:
        """Steps of the longest row in the source."""
        return int(self.lengths.max(initial=0))

    @cached_property
    def most_cut(self) -> int:
        """Steps that the row with the greatest loss loses."""
        return int((self.lengths - self.kept).max(initial=0))

    @cached_property
    def cut_rows(self) -> Ints:
        """Rows of the view that lose steps, int64, ascending."""
        lost = self.lengths > self.kept
        return np.flatnonzero(lost if self.order is None else lost[self.order])

    def next_cut(self, view_row: int, *, backward: bool = False) -> int:
        """Next row of the view that loses steps, beginning again at the other end; −1 where none does."""
        cut = self.cut_rows
        if not cut.size:
            return -1
        place = np.searchsorted(cut, view_row, side="left" if backward else "right") - backward
        return int(cut[place % cut.size])

    @cached_property
    def has_padding(self) -> bool:
        """Whether any row is shorter than the tensor."""
        return bool(self.kept.min(initial=self.cols) < self.cols)


@dataclass(frozen=True, eq=False)
class FrameColours:
    """Opaque colours of a frame, each 0xFFRRGGBB, and the ramp as uint32 [256] of the same."""

    canvas: int
    real: int
    real2: int
    pad: int
    hatch: int
    cut: int
    miss: int
    missbg: int
    ramp: Pixels

    @classmethod
    def from_tokens(cls, hex_of: Callable[[str], str], ramp: npt.NDArray[np.uint8]) -> FrameColours:
        """Take the tokens of a theme (name to ``#RRGGBB``) and a ramp uint8 [256, 3]."""
        names = ("canvas", "real", "real2", "pad", "hatch", "cut", "miss", "missbg")
        packed = {name: 0xFF000000 | int(hex_of(name).removeprefix("#"), 16) for name in names}
        red, green, blue = (ramp[:, channel].astype(np.uint32) for channel in range(3))
        table: Pixels = np.uint32(0xFF000000) | red << np.uint32(16) | green << np.uint32(8) | blue
        return cls(**packed, ramp=table)


def hatch_mask(height: int, width: int, ratio: float, period: int = HATCH_PERIOD) -> Bools:
    """Device pixels [height, width] of a "/" hatch that lies on the screen, not on the cells."""
    step = max(2, round(period * ratio))
    line = np.arange(width + step) % step < max(1, round(ratio))
    tile = np.stack([line[y : y + width] for y in range(step)])
    return np.tile(tile, (-(-height // step), 1))[:height]


def ramp_index(source: HeatmapSource, values: npt.NDArray[np.generic]) -> npt.NDArray[np.uint8]:
    """Give each value its place 0 to 255 on the ramp: the share of the way from level to level, rounded.

    With `ranks`, the share is the id's rank; an id outside the table takes the nearest one in it. Where both
    levels are the same, every value takes the middle.
    """
    if source.ranks is not None and source.ranks.size:
        ids = np.clip(values.astype(np.int64), 0, source.ranks.size - 1)
        share: npt.NDArray[np.floating] = source.ranks.take(ids) * np.float32(255)
    else:
        low, high = source.levels
        if not high > low:
            return np.full(values.shape, 128, np.uint8)
        share = values.astype(np.float32 if values.dtype in (np.float16, np.float32) else np.float64)
        with np.errstate(invalid="ignore", over="ignore"):  # infinite values land on the ends of the ramp
            share -= low
            share *= 255 / (high - low)
    np.fmax(share, 0, out=share)  # fmax and fmin: a NaN that is no missing value must not reach the cast
    np.fmin(share, 255, out=share)
    share += 0.5
    return share.astype(np.uint8)


def compose_frame(
    source: HeatmapSource,
    rows: Axis,
    cols: Axis,
    size: tuple[int, int],
    colours: FrameColours,
    *,
    ratio: float = 1.0,
    mode: Mode = "values",
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

    Returns
    -------
    uint32 [H, W]
        0xFFRRGGBB; no larger than `size`, and smaller where the cells end before it.
    """
    view_rows, row_places = rows.visible(size[0])
    steps, col_places = cols.visible(size[1])
    if not view_rows.size or not steps.size:
        return np.empty((0, 0), np.uint32)
    tensor_rows = source.tensor_rows(view_rows)
    values, kinds = source.cells(tensor_rows, steps)
    pad = kinds == CellKind.PAD
    missing = kinds == CellKind.MISSING
    if mode == "mask":
        image = np.full(kinds.shape, colours.real, np.uint32)
        has_missing = False
    else:
        image = colours.ramp.take(ramp_index(source, values))
        has_missing = bool(missing.any())
        crossed = min(rows.cell, cols.cell) >= CROSS_FROM * ratio
        np.copyto(image, np.uint32(colours.missbg if crossed else colours.miss), where=missing)
    np.copyto(image, np.uint32(colours.pad), where=pad)
    if cols.cell > 1:
        image, pad = image.take(col_places, 1), pad.take(col_places, 1)
    is_cut = source.lengths[tensor_rows] > source.kept[tensor_rows]
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
    pad &= hatch_mask(pad.shape[0], pad.shape[1], ratio)
    np.copyto(image, np.uint32(colours.hatch), where=pad)
    if rows.cell >= GAP_FROM * ratio:
        within = (np.arange(len(row_places)) + rows.offset) % rows.cell
        image[within >= rows.cell - max(1, round(ratio))] = colours.canvas
    return image


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
    gap = max(1, round(ratio)) if row_axis.cell >= GAP_FROM * ratio else 0
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
