"""Where keys, wheel and mouse take a heatmap: from one picture to the next rows and steps in view."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from padviewer.core.picture.axis import MAX_CELL, Axis
from padviewer.core.picture.layout import Layout, Picture
from padviewer.core.picture.source import HeatmapSource, Ints

LARGEST_STEP, LARGEST_ROW = 128, 64
USUAL = 15
Axes = tuple[Axis, Axis]
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


def spans(picture: Picture, selected: Selected, at: Place | None = None) -> dict[str, tuple[Ints, Place]]:
    """Return tensor rows int64 [n] and first and last step of what may be copied.

    Parameters
    ----------
    picture : Picture
    selected : Selected
    at : (int, int), optional
        Row of the view and step that are pointed at, −1 for none; the selected cell where it is left out.

    Returns
    -------
    dict
        ``"cell"`` is the cell, or the selected range where it holds the cell; ``"row"`` all steps of those
        rows, ``"view"`` all cells in view. What there is none of is not in it.
    """
    source, span = picture.source, selected.span()
    if at is not None and at[0] < 0:
        span = None
    elif at is not None and not (selected.is_range and span is not None and _holds(span, at)):
        span = (at[0], at[0]), (at[1], at[1])
    found = {}
    if span is not None:
        (first, last), (left, right) = span
        rows = source.tensor_rows(np.arange(first, last + 1, dtype=np.int64))
        if left >= 0:
            found["cell"] = rows, (left, min(right, source.cols - 1))
        found["row"] = rows, (0, source.cols - 1)
    shown, _ = picture.rows.visible(picture.layout.room[0])
    steps, _ = picture.cols.visible(picture.layout.room[1])
    if shown.size and steps.size:
        found["view"] = source.tensor_rows(shown), (int(steps[0]), int(steps[-1]))
    return found


def _holds(span: tuple[Place, Place], at: Place) -> bool:
    (first, last), (left, right) = span
    return first <= at[0] <= last and left <= at[1] <= right


def usual_rows(count: int, height: int, room: int) -> Axis:
    """Return rows `height` device pixels high, and higher where so few of them leave room empty."""
    most = max(height, round(height * LARGEST_ROW / USUAL))
    return Axis(count, cell=max(height, min(most, room // max(1, count))))


def fitted_steps(cols: Axis, layout: Layout) -> Axis:
    """Return the steps at the size at which all of them are in view; few of them fill it."""
    return cols.fitted(layout.room[1], round(LARGEST_STEP * layout.ratio))


def fitted_rows(rows: Axis, layout: Layout, height: int) -> Axis:
    """Return the rows at the size, at most the usual one, at which all of them are in view."""
    return rows.fitted(layout.room[0], usual_rows(rows.count, height, layout.room[0]).cell)


def moved_to(picture: Picture, row_offset: int, col_offset: int) -> Axes:
    """Scroll to device pixels of all rows and of all steps."""
    height, width = picture.layout.room
    return picture.rows.scrolled(row_offset, height), picture.cols.scrolled(col_offset, width)


def moved_by(picture: Picture, down: int, right: int) -> Axes:
    """Scroll by device pixels."""
    return moved_to(picture, picture.rows.offset + down, picture.cols.offset + right)


def moved_to_share(picture: Picture, share: float) -> Axes:
    """Put a share of all rows, 0 to 1, in the middle."""
    middle = int(share * picture.rows.extent)
    return moved_to(picture, middle - picture.layout.room[0] // 2, picture.cols.offset)


def showing(picture: Picture, row: int, col: int) -> Axes:
    """Scroll just as far as needed to show a row of the view, and a step unless it is no step."""
    height, width = picture.layout.room
    cols = picture.cols.showing(col, width) if 0 <= col < picture.cols.count else picture.cols
    return picture.rows.showing(row, height), cols


def centred(picture: Picture, row: int) -> Axes:
    """Put a row of the view in the middle unless it is in view."""
    start, end = picture.rows.span(row)
    height = picture.layout.room[0]
    if start >= 0 and end <= height:
        return picture.rows, picture.cols
    return moved_by(picture, start - (height - picture.rows.cell) // 2, 0)


def zoomed(
    picture: Picture,
    steps: int,
    at: tuple[float, float],
    height: int,
    *,
    sideways: bool = True,
    upright: bool = True,
) -> Axes:
    """Zoom in (steps above 0) or out around a point of the widget; out until everything is in view.

    Parameters
    ----------
    picture : Picture
    steps : int
    at : (float, float)
        Logical pixels across and down.
    height : int
        The usual height of rows in device pixels.
    sideways, upright : bool
        Whether steps and rows are zoomed.
    """
    layout = picture.layout
    room, largest = layout.room, round(max(MAX_CELL, LARGEST_STEP) * layout.ratio)
    y = min(max(0, round(at[1] * layout.ratio) - layout.top), room[0])
    x = min(max(0, round(at[0] * layout.ratio) - layout.left), room[1])
    rows, cols = picture.rows, picture.cols
    if upright:
        rows = rows.zoomed(steps, y, room[0], largest)
    if sideways:
        cols = cols.zoomed(steps, x, room[1], largest)
    if steps < 0:
        rows = _not_beyond(picture.rows, rows, fitted_rows(picture.rows, layout, height))
        cols = _not_beyond(picture.cols, cols, fitted_steps(picture.cols, layout))
    return rows, cols


def _not_beyond(before: Axis, after: Axis, everything: Axis) -> Axis:
    """Stop zooming out where everything is in view; what was smaller before goes on."""
    limit = everything.cell / everything.stride
    crosses = before.cell / before.stride >= limit > after.cell / after.stride
    return everything if crosses else after


def one_pixel(picture: Picture) -> Axes:
    """Every cell as one device pixel."""
    height, width = picture.layout.room
    return picture.rows.sized(1, 1, 0, height), picture.cols.sized(1, 1, 0, width)


def scaled(axis: Axis, by: float) -> Axis:
    """Return an axis whose cells keep their logical size where a pixel has `by` times the device pixels."""
    cell = max(1, round(axis.cell * by)) if axis.stride == 1 else 1
    return replace(axis, cell=cell, offset=round(axis.offset / axis.cell * cell))


def key_target(picture: Picture, way: str, place: Place, *, far: bool) -> Place | None:
    """Row of the view and step to which a key moves the selected cell, or None for a key that moves nothing.

    Parameters
    ----------
    picture : Picture
    way : {"up", "down", "left", "right", "page_up", "page_down", "home", "end"}
        Arrows go to the next cell that is drawn, home and end to the ends of the row, with `far` to the first
        and last row, pages by what is in view. Without a selected row (−1), every one of them selects the
        first cell in view.
    place : (int, int)
    far : bool
    """
    rows, cols = picture.rows, picture.cols
    page = max(1, picture.layout.room[0] // rows.cell - 1) * rows.stride
    moves = {
        "up": (-rows.stride, 0),
        "down": (rows.stride, 0),
        "left": (0, -cols.stride),
        "right": (0, cols.stride),
        "page_up": (-page, 0),
        "page_down": (page, 0),
        "home": (-rows.count, 0) if far else (0, -cols.count),
        "end": (rows.count, 0) if far else (0, cols.count),
    }
    move = moves.get(way)
    if move is None or not rows.count or not cols.count:
        return None
    row, col = place
    if row < 0:
        return rows.cell_at(0), cols.cell_at(0)
    return min(max(0, row + move[0]), rows.count - 1), min(max(0, max(0, col) + move[1]), cols.count - 1)
