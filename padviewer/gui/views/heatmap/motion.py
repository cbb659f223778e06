"""Where keys, wheel and mouse take the heatmap: from one picture to the next rows and steps in view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from padviewer.core.picture.axis import MAX_CELL, Axis
from padviewer.gui.views.heatmap.layout import Picture, fitted_rows, fitted_steps, usual_rows

Axes = tuple[Axis, Axis]


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


def zoomed(picture: Picture, steps: int, at: QPointF) -> Axes:
    """Zoom in (steps above 0) or out around a point of the widget; out until everything is in view."""
    layout = picture.layout
    height, width = layout.room
    y = min(max(0, round(at.y() * layout.ratio) - layout.top), height)
    x = min(max(0, round(at.x() * layout.ratio) - layout.left), width)
    largest = round(MAX_CELL * layout.ratio)
    rows, cols = picture.rows.zoomed(steps, y, height, largest), picture.cols.zoomed(steps, x, width, largest)
    if steps < 0:
        rows = _not_beyond(picture.rows, rows, fitted_rows(picture.rows, layout))
        cols = _not_beyond(picture.cols, cols, fitted_steps(picture.cols, layout))
    return rows, cols


def _not_beyond(before: Axis, after: Axis, everything: Axis) -> Axis:
    """Stop zooming out where everything is in view; what was smaller before goes on."""
    limit = everything.cell / everything.stride
    crosses = before.cell / before.stride >= limit > after.cell / after.stride
    return everything if crosses else after


def usual(picture: Picture) -> Axes:
    """Rows at their usual height, with the first one in view still there."""
    rows = usual_rows(picture.rows.count, picture.layout.ratio)
    return picture.rows.sized(rows.cell, rows.stride, 0, picture.layout.room[0]), picture.cols


def one_pixel(picture: Picture) -> Axes:
    """Every cell as one device pixel."""
    height, width = picture.layout.room
    return picture.rows.sized(1, 1, 0, height), picture.cols.sized(1, 1, 0, width)


def key_target(picture: Picture, key: int, row: int, col: int, *, ctrl: bool) -> tuple[int, int] | None:
    """Row of the view and step to which a key moves the selected cell, or None for a key that moves nothing.

    Arrows go to the next cell that is drawn, Home and End to the ends of the row, with Ctrl to the first and
    last row, Page Up and Page Down by what is in view. Without a selected row (−1), every one of them selects
    the first cell in view.
    """
    rows, cols = picture.rows, picture.cols
    page = max(1, picture.layout.room[0] // rows.cell - 1) * rows.stride
    far_row, far_col = rows.count, cols.count
    moves = {
        Qt.Key.Key_Up: (-rows.stride, 0),
        Qt.Key.Key_Down: (rows.stride, 0),
        Qt.Key.Key_Left: (0, -cols.stride),
        Qt.Key.Key_Right: (0, cols.stride),
        Qt.Key.Key_PageUp: (-page, 0),
        Qt.Key.Key_PageDown: (page, 0),
        Qt.Key.Key_Home: (-far_row, 0) if ctrl else (0, -far_col),
        Qt.Key.Key_End: (far_row, 0) if ctrl else (0, far_col),
    }
    move = moves.get(Qt.Key(key))
    if move is None or not rows.count or not cols.count:
        return None
    if row < 0:
        return rows.cell_at(0), cols.cell_at(0)
    return min(max(0, row + move[0]), rows.count - 1), min(max(0, max(0, col) + move[1]), cols.count - 1)
