"""The heatmap from far away: every pixel stands for all of its cells, not for one of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours, Pixels, mark_ends, place_index, ramp_index
from padviewer.core.picture.source import Floats, HeatmapSource, Ints, Mode


def edges_of(axis: Axis, cells: Ints) -> Ints:
    """Return where the cells of each drawn one begin and, as the last, end: int64 [n + 1]."""
    return np.append(cells, min(int(cells[-1]) + axis.stride, axis.count))


def is_far(source: HeatmapSource, rows: Axis, cols: Axis) -> bool:
    """Whether a pixel stands for several cells and shall say something of all of them."""
    return max(rows.stride, cols.stride) > 1 and source.raster is not None


def compose_far(
    source: HeatmapSource,
    view_rows: Ints,
    steps: Ints,
    axes: tuple[Axis, Axis],
    colours: FrameColours,
    mode: Mode,
    should_stop: Callable[[], bool],
) -> tuple[Pixels, npt.NDArray[np.bool_]]:
    """Return the colours of drawn cells uint32 [R, C], and which of them are padding alone, bool [R, C].

    The share of padding runs from the colour of real to that of padding. A pixel without any value is
    padding where all of its cells are, else missing.

    Raises
    ------
    ValueError
        The source has no raster.
    """
    raster = source.raster
    if raster is None:
        raise ValueError("this source has no overview")
    how = "padding" if mode == "mask" else source.far
    values, share = raster(how, edges_of(axes[0], view_rows), edges_of(axes[1], steps), should_stop)
    padding = share >= 1
    if how == "padding":
        return _between(colours.real, colours.pad, share), padding
    index = place_index(values) if source.ranks is not None else ramp_index(source, values)
    image = colours.ramp.take(index)
    mark_ends(image, source, values, colours)
    np.copyto(image, np.uint32(colours.miss), where=np.isnan(values))
    np.copyto(image, np.uint32(colours.pad), where=padding)
    return image, padding


def _between(first: int, last: int, share: Floats) -> Pixels:
    """Mix two colours 0xFFRRGGBB: `last` by a share 0 to 1, byte by byte."""
    image = np.full(share.shape, 0xFF000000, np.uint32)
    for shift in (16, 8, 0):
        low, high = (colour >> shift & 0xFF for colour in (first, last))
        mixed = np.rint(low + (high - low) * share).astype(np.uint32)
        image |= mixed << np.uint32(shift)
    return image
