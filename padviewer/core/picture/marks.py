"""Marked rows in a heatmap: which of the rows in view carry a tick."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from padviewer.core.data.places import FEW_ROWS
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import Bools
from padviewer.core.picture.source import HeatmapSource, Ints


class RowMarks:
    """Rows of the tensor that are marked.

    Parameters
    ----------
    rows : int64 [m]
        Tensor rows, ascending.
    """

    def __init__(self, rows: Ints) -> None:
        self.rows = rows
        self._places: tuple[Ints, Ints] | None = None

    def is_warm(self, source: HeatmapSource) -> bool:
        """Whether the rows of the view that are marked are known."""
        return source.order is None or (self._places is not None and self._places[0] is source.order)

    def warm(self, source: HeatmapSource) -> None:
        """Find the rows of the view that are marked; for many rows this is for a job."""
        if source.order is not None and not self.is_warm(source):
            marked = np.zeros(len(source.lengths), bool)
            marked[self.rows] = True
            self._places = (source.order, np.flatnonzero(marked[source.order]))

    def ticks(self, source: HeatmapSource, axis: Axis, length: int) -> Bools:
        """Tell which drawn rows carry a tick.

        Parameters
        ----------
        source : HeatmapSource
        axis : Axis
            Rows of the view.
        length : int
            Device pixels in view.

        Returns
        -------
        bool [n]
            For each cell of ``axis.visible(length)``: whether a row that it stands for is marked. Where a
            cell stands for many rows in another order and these are not found yet, only its own row counts.
        """
        cells, _ = axis.visible(length)
        if not cells.size or not self.rows.size:
            return np.zeros(len(cells), bool)
        if source.order is not None and len(source.order) <= FEW_ROWS:
            self.warm(source)
        if source.order is not None and not self.is_warm(source):
            return self._has(source.tensor_rows(cells))
        places = self.rows if self._places is None or source.order is None else self._places[1]
        edges = np.append(cells, min(int(cells[-1]) + axis.stride, axis.count))
        found: Bools = np.diff(np.searchsorted(places, edges)) > 0
        return found

    def _has(self, tensor_rows: Ints) -> Bools:
        at = np.minimum(np.searchsorted(self.rows, tensor_rows), len(self.rows) - 1)
        found: Bools = self.rows[at] == tensor_rows
        return found


def slow_places(source: HeatmapSource, marks: RowMarks | None) -> Callable[[], None] | None:
    """Return work for a job that finds where rows stand in the view; None where it is known or quick."""
    places = source.row_places
    if places is None or source.rows <= FEW_ROWS:
        return None
    if places.is_warm and (marks is None or marks.is_warm(source)):
        return None

    def work() -> None:
        places.warm()
        if marks is not None:
            marks.warm(source)

    return work
