"""The cross-hair's profiles: the values of one row over its steps, and of one step over the rows in view."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from padviewer.core.padding.plan import CellKind
from padviewer.core.picture.source import HeatmapSource, Ints
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.layout import Picture

Kinds = npt.NDArray[np.uint8]
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Profile:
    """Values along one line of cells.

    Parameters
    ----------
    cells : int64 [n]
        Steps, or rows of the view.
    values : float64 [n]
        NaN in padding and where a value is missing or not finite.
    padding : bool [n]
    """

    cells: Ints
    values: Doubles
    padding: npt.NDArray[np.bool_]

    @property
    def ends(self) -> tuple[float, float] | None:
        """Least and greatest real value; None where there is none."""
        if not np.isfinite(self.values).any():
            return None
        return float(np.nanmin(self.values)), float(np.nanmax(self.values))


@dataclass(frozen=True, eq=False)
class Profiles:
    """The two profiles through a cell: `row` over the steps in view, `col` over the rows in view."""

    source: HeatmapSource
    at: tuple[int, int]
    row: Profile
    col: Profile


def profiles_of(picture: Picture, at: tuple[int, int]) -> Profiles:
    """Return the profiles through a cell (row of the view, step), of the cells that are drawn."""
    source = picture.source
    rows, _ = picture.rows.visible(picture.layout.room[0])
    steps, _ = picture.cols.visible(picture.layout.room[1])
    row, col = (np.array([place], np.int64) for place in at)
    across = source.cells(source.tensor_rows(row), steps)
    down = source.cells(source.tensor_rows(rows), col)
    return Profiles(
        source, at, _profile(steps, across[0][0], across[1][0]), _profile(rows, down[0][:, 0], down[1][:, 0])
    )


def _profile(cells: Ints, values: npt.NDArray[np.generic], kinds: Kinds) -> Profile:
    numbers_of = values.astype(np.float64)
    padding = kinds == CellKind.PAD
    numbers_of[padding | (kinds == CellKind.MISSING) | ~np.isfinite(numbers_of)] = np.nan
    return Profile(cells, numbers_of, padding)


def paint_profiles(painter: QPainter, picture: Picture, profiles: Profiles) -> None:
    """Draw both profiles, each along the cells that it is about, with the numbers of its ends."""
    layout, shown = picture.layout, picture.shown
    if not layout.profile:
        return
    row, col = layout.row_profile(shown), layout.col_profile(shown)
    ratio = layout.ratio
    across = (layout.left + picture.cols.starts(profiles.row.cells)) / ratio
    down = (layout.top + picture.rows.starts(profiles.col.cells)) / ratio
    _paint(painter, profiles.row, row, across, picture.cols.cell / ratio, upright=False)
    _paint(painter, profiles.col, col, down, picture.rows.cell / ratio, upright=True)


def _paint(
    painter: QPainter, profile: Profile, box: QRectF, starts: Doubles, size: float, *, upright: bool
) -> None:
    """Draw a profile into its box: padding hatched, real values as steps, gaps where they are missing."""
    painter.save()
    painter.setClipRect(box)
    for first, last in _runs(profile.padding):
        begin, length = float(starts[first]), float(starts[last] - starts[first] + size)
        area = QRectF(box.left(), begin, box.width(), length)
        if not upright:
            area = QRectF(begin, box.top(), length, box.height())
        drawing.bar(painter, area.intersected(box), "padding")
    if profile.ends is not None:
        painter.setPen(QPen(look.current().colour("real"), 1.5))
        painter.drawLines(_steps(profile, box, starts, size, upright=upright))
    painter.restore()
    _paint_ends(painter, profile, box, upright=upright)


def _steps(profile: Profile, box: QRectF, starts: Doubles, size: float, *, upright: bool) -> list[QLineF]:
    """Return a level line for each real cell, joined to its neighbour where that is real too."""
    if profile.ends is None:
        return []
    low, high = profile.ends
    room = (box.width() if upright else box.height()) - 4
    with np.errstate(invalid="ignore", over="ignore"):
        share = (profile.values - low) / (high - low) if high > low else profile.values * 0 + 0.5
    level = (box.left() + 2 + share * room) if upright else (box.bottom() - 2 - share * room)
    lines, before = [], None
    for at in np.flatnonzero(np.isfinite(level)).tolist():
        here, begin = float(level[at]), float(starts[at])
        ends = [(begin, here), (begin + size, here)]
        if before is not None and before[0] == at - 1:
            ends.insert(0, (begin, before[1]))
        points = [(y, x) if upright else (x, y) for x, y in ends]
        lines += [QLineF(*one, *other) for one, other in pairwise(points)]
        before = (at, here)
    return lines


def _paint_ends(painter: QPainter, profile: Profile, box: QRectF, *, upright: bool) -> None:
    """Write the least and the greatest value beside the profile's scale."""
    if profile.ends is None:
        return
    low, high = (numbers.rounded(end) for end in profile.ends)
    line = look.current().line("micro")
    right = Qt.AlignmentFlag.AlignRight
    if upright:
        place = QRectF(box.left(), box.bottom() + 2, box.width(), line)
        drawing.text(painter, place, low, "micro", "t3")
        if low != high:
            drawing.text(painter, place, high, "micro", "t3", right)
        return
    place = QRectF(0, box.top(), box.left() - 6, line)
    drawing.text(painter, place, high, "micro", "t3", right)
    if low != high:
        drawing.text(painter, place.translated(0, box.height() - line), low, "micro", "t3", right)


def paint_hair(painter: QPainter, picture: Picture, at: tuple[int, int]) -> None:
    """Draw the lines of the cross-hair through a cell (row of the view, step), over cells and profiles."""
    layout, cells, ratio = picture.layout, picture.cells, picture.layout.ratio
    shown = picture.shown
    thin = max(1, round(ratio)) / ratio
    colour = look.current().colour("accent")
    row, col = picture.row_band(at[0]), picture.col_band(at[1])
    y = round(row.center().y() * ratio) / ratio
    x = round(col.center().x() * ratio) / ratio
    if cells.top() <= y < cells.bottom():
        right = layout.col_profile(shown).right() if layout.profile else cells.right()
        for left, end in ((cells.left(), col.left()), (col.right(), right)):
            painter.fillRect(QRectF(left, y, max(0.0, end - left), thin), colour)
    if cells.left() <= x < cells.right():
        bottom = layout.row_profile(shown).bottom() if layout.profile else cells.bottom()
        for top, end in ((cells.top(), row.top()), (row.bottom(), bottom)):
            painter.fillRect(QRectF(x, top, thin, max(0.0, end - top)), colour)


def _runs(marked: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and last place of each run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], marked, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True))
