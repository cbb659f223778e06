"""What is selected in a heatmap: a cell or a range of cells, in tensor rows and in rows of the view."""

from __future__ import annotations

from dataclasses import dataclass

from padviewer.core.picture.source import HeatmapSource

Place = tuple[int, int]
NO_CELL: Place = (-1, -1)


@dataclass(frozen=True)
class Selected:
    """A cell, and the one opposite to it where a range is selected.

    Parameters
    ----------
    cell, corner : (int, int)
        Row of the tensor and step; −1 for none.
    place, corner_place : (int, int)
        The same with the row of the view, −1 where the view does not have it.
    """

    cell: Place = NO_CELL
    corner: Place = NO_CELL
    place: Place = NO_CELL
    corner_place: Place = NO_CELL

    @classmethod
    def of(cls, source: HeatmapSource | None, cell: Place, corner: Place = NO_CELL) -> Selected:
        """Find where the rows stand in the view of a source."""
        view_rows = [-1 if source is None or row < 0 else source.view_row(row) for row, _ in (cell, corner)]
        return cls(cell, corner, (view_rows[0], cell[1]), (view_rows[1], corner[1]))

    @property
    def is_range(self) -> bool:
        """Whether a range is selected whose ends are both in the view."""
        return min(*self.place, *self.corner_place) >= 0

    @property
    def moving(self) -> Place:
        """Row of the view and step of the end that Shift and an arrow move."""
        return self.corner_place if self.is_range else self.place

    def span(self) -> tuple[Place, Place] | None:
        """First and last row of the view, and first and last step; None where no cell is selected."""
        if min(self.place) < 0:
            return None
        other = self.corner_place if self.is_range else self.place
        rows, cols = zip(self.place, other, strict=True)
        return (min(rows), max(rows)), (min(cols), max(cols))
