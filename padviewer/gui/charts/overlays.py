"""What stands over and beside a heatmap's cells: heads, groups, cuts, marks, outlines, the cross-hair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from padviewer.core.picture.layout import GAP, MARGIN, SWATCH, Box, Picture
from padviewer.core.picture.marks import RowMarks
from padviewer.core.picture.profiles import Profile, Profiles, runs
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr, tr_count

LEAST_LABEL = 13
LEAST_GROUP = 3
MARK, MARK_GAP = 3, 2
RIGHT = Qt.AlignmentFlag.AlignRight
Place = tuple[int, int]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Scene:
    """What is painted over and beside the cells of a picture; places are (row of the view, step).

    Parameters
    ----------
    picture : Picture
    selected : (int, int)
        The row −1 for none, the step −1 for a whole row.
    corner : (int, int) or None
        The cell opposite to the selected one, where a range is selected.
    marks : RowMarks or None
    hair : (int, int) or None
        The cell under the cross-hair.
    profiles : Profiles or None
    focused : bool
    """

    picture: Picture
    selected: Place = (-1, -1)
    corner: Place | None = None
    marks: RowMarks | None = None
    hair: Place | None = None
    profiles: Profiles | None = None
    focused: bool = False


class Overlays(pg.GraphicsObject):
    """All of a scene but its cells, axes, curves and minimap, in the logical pixels of the chart."""

    def __init__(self) -> None:
        super().__init__()
        self.scene_shown: Scene | None = None
        self._lost: tuple[Ints, Ints] | None = None
        self._heads: Any = (None, ([], []))
        self.setZValue(10)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        """Return the whole chart."""
        if self.scene_shown is None:
            return QRectF()
        layout = self.scene_shown.picture.layout
        return QRectF(0, 0, layout.width, layout.height)

    def show_scene(self, scene: Scene, view_rows: Ints, lost: Ints) -> None:
        """Paint another scene, of whose rows in view `lost` steps are cut, both int64 [n]."""
        before = self.scene_shown
        if before is None or before.picture.layout is not scene.picture.layout:
            self.prepareGeometryChange()
        self.scene_shown, self._lost = scene, (view_rows, lost)

    def shape(self) -> object:
        """Take no events: what lies below does."""
        return pg.QtGui.QPainterPath()

    def paint(self, painter: QPainter, _option: object, _widget: object = None) -> None:
        """Paint the scene, the lowest first."""
        scene = self.scene_shown
        if scene is None or self._lost is None:
            return
        picture = scene.picture
        layout, cells = picture.layout, picture.cells
        below = round((layout.strip - 1) * layout.ratio) / layout.ratio
        drawing.hairline(painter, cells.left, below, cells.width, "stroke")
        key = (layout, cells, picture.rows.stride, picture.cols.stride, picture.source, look.current())
        if key != self._heads[0]:
            self._heads = (key, heads_of(picture))
        drawing.labels(painter, self._heads[1][0], "micro", "t3", RIGHT)
        drawing.labels(painter, self._heads[1][1], "micro", "t3")
        paint_groups(painter, picture)
        if picture.mode == "values" and picture.source.most_cut:
            paint_cuts(painter, picture, *self._lost)
        if scene.marks is not None:
            paint_marks(painter, picture, scene.marks)
        if scene.selected[0] >= 0 and scene.corner is not None:
            paint_range(painter, picture, scene.selected, scene.corner)
        if scene.selected[0] >= 0:
            paint_selection(painter, picture, *scene.selected)
        if scene.profiles is not None:
            paint_profiles(painter, picture, scene.profiles)
        if scene.hair is not None:
            paint_hair(painter, picture, scene.hair)
        if scene.focused:
            _frame(painter, picture.cells.grown(2), 2, look.current().colour("accent"))


# -- beside the cells ----------------------------------------------------------------------------
def heads_of(picture: Picture) -> tuple[list[drawing.Label], list[drawing.Label]]:
    """Return the heads of the columns and what a pixel stands for: those that end, and those that begin."""
    layout, cells, theme = picture.layout, picture.cells, look.current()
    y, right = layout.strip + theme.px(18) / 2, picture.minimap.right
    room = right - cells.right - (layout.gutter if picture.source.most_cut else 8)
    all_rows = tr("all rows"), tr("all")
    short = next((words for words in all_rows if drawing.text_width(words, "micro") <= room), "")
    ends = [
        (layout.steps_right, layout.strip - theme.px(13), tr("still real")),
        (layout.row_right, y, tr("row")),
        (layout.steps_right, y, tr("steps")),
        (right, y, short),
    ]
    begins = [(cells.left, cells.bottom + 4 + theme.line("micro") / 2, sampled(picture))]
    if layout.texts.group:
        begins.append((MARGIN, y, tr("label")))
    if picture.mode == "values" and picture.source.most_cut:
        begins.append((cells.right + 6, y, tr("cut")))
    return ends, begins


def paint_cuts(painter: QPainter, picture: Picture, view_rows: Ints, lost: Ints) -> None:
    """Draw a swatch at each row that loses steps, and −n where it has room."""
    cells = picture.cells
    at, line = cells.right + 3, look.current().px(LEAST_LABEL)
    painter.save()
    painter.setClipRect(QRectF(at, cells.top - 2, picture.layout.gutter, cells.height + 4))
    brush, ratio = drawing.cut_brush(picture.layout.ratio), picture.layout.ratio
    at = round(at * ratio) / ratio
    for first, last in _row_runs(lost > 0, picture):
        band = picture.row_band(int(view_rows[first]), int(view_rows[last]))
        painter.fillRect(QRectF(at, band.top, SWATCH, band.height), brush)
    tops = (picture.layout.top + picture.rows.starts(view_rows)) / ratio
    middle = (picture.rows.cell - picture.gap) / 2 / ratio
    said, below = [], -1e9
    for place in np.flatnonzero(lost > 0).tolist():
        if tops[place] - below >= line:
            below = tops[place]
            said.append(place)
    words = [numbers.MINUS + count for count in numbers.counts(lost[said].tolist())]
    left, middles = at + SWATCH + 4, (tops[said] + middle).tolist()
    drawing.labels(painter, [(left, *one) for one in zip(middles, words, strict=True)], "link", "cut")
    painter.restore()


def paint_marks(painter: QPainter, picture: Picture, marks: RowMarks) -> None:
    """Draw a tick beside every marked row in view."""
    ratio, cells = picture.layout.ratio, picture.cells
    ticks = marks.ticks(picture.source, picture.rows, picture.layout.room[0])
    if not ticks.any():
        return
    left = round((cells.left - MARK_GAP - MARK) * ratio) / ratio
    view_rows, _ = picture.rows.visible(picture.layout.room[0])
    painter.save()
    painter.setClipRect(QRectF(left, cells.top, MARK, cells.height))
    for first, last in _row_runs(ticks, picture):
        band = picture.row_band(int(view_rows[first]), int(view_rows[last]))
        colour = look.current().colour("accent")
        painter.fillRect(QRectF(left, band.top, MARK, max(MARK, band.height)), colour)
    painter.restore()


def _row_runs(marked: npt.NDArray[np.bool_], picture: Picture) -> list[tuple[int, int]]:
    """First and last of each run of neighbours among the rows in view, or each alone where rows have gaps."""
    if not picture.gap:
        return runs(marked)
    return [(place, place) for place in np.flatnonzero(marked).tolist()]


def paint_groups(painter: QPainter, picture: Picture) -> None:
    """Draw a line where a group begins and the words of the groups in view.

    The group of the first row in view keeps its words at the top. Where groups are thinner than their words,
    those that fit are written, and lines stand no closer than 3 pixels.
    """
    source, layout, cells = picture.source, picture.layout, picture.cells
    view_rows, _ = picture.rows.visible(layout.room[0])
    if not source.groups or not view_rows.size:
        return
    ratio, line = layout.ratio, look.current().px(LEAST_LABEL)
    last_row = int(view_rows[-1]) + picture.rows.stride - 1
    first, last = source.group_at(int(view_rows[0])), source.group_at(last_row)
    numbered = np.arange(first, last + 1)
    tops = (layout.top + picture.rows.starts(source.group_starts[numbered])) / ratio
    tops, firsts = np.unique(tops, return_index=True)  # of the groups that begin on one pixel, the first
    painter.save()
    painter.setClipRect(QRectF(0, cells.top - 2, cells.right, cells.height + 4))
    drawn = written = -1e9
    ends = np.append(tops[1:], cells.bottom)
    for top, end, place in zip(tops.tolist(), ends.tolist(), numbered[firsts].tolist(), strict=True):
        if top >= cells.top and top - drawn >= LEAST_GROUP and place > 0:
            line_end = cells.right if picture.gap else layout.row_left - GAP
            drawing.hairline(painter, MARGIN, top - 1 / ratio, line_end - MARGIN, "stroke2")
            if not picture.gap:  # it must not strike through the numbers of thin rows
                drawing.hairline(painter, cells.left, top - 1 / ratio, cells.width, "stroke2")
            drawn = top
        at = min(max(top, cells.top), max(top, end - line))
        if at - written >= line:
            box = QRectF(MARGIN, at, layout.texts.group + 1, max(line, picture.row_band(0).height))
            drawing.text(painter, box, source.groups[place][1], "strong", "t2")
            written = at
    painter.restore()


# -- over the cells ------------------------------------------------------------------------------
def paint_selection(painter: QPainter, picture: Picture, row: int, col: int) -> None:
    """Outline the selected row and, when `col` is not negative, its cell."""
    cells, ratio, theme = picture.cells, picture.layout.ratio, look.current()
    band = picture.row_band(row)
    if band.bottom <= cells.top - 1 or band.top >= cells.bottom + 1:
        return
    thin = max(1, round(ratio)) / ratio
    painter.save()
    painter.setClipRect(QRectF(*cells).adjusted(-2, -thin, 2, thin))
    accent = theme.colour("accent")
    _frame(painter, band.grown(thin), thin, accent)
    if picture.gap:
        _frame(painter, band, thin, QColor(accent.red(), accent.green(), accent.blue(), 96))
    if col >= 0:
        start, end = picture.cols.span(col)
        if 0 <= start < picture.shown[1] or 0 < end <= picture.shown[1]:
            across = picture.col_band(col)
            cell = QRectF(across.left, band.top, across.width, band.height)
            painter.setClipRect(QRectF(*cells.grown(3)))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for token, thick in (("canvas", 4), ("t1", 2)):  # seen on light and on dark colours
                painter.setPen(QPen(theme.colour(token), thick))
                painter.drawRoundedRect(cell.adjusted(-0.5, -1, 0.5, 1), 1.5, 1.5)
    painter.restore()


def paint_range(painter: QPainter, picture: Picture, one: Place, other: Place) -> None:
    """Outline the cells between two of them, both given as row of the view and step."""
    (top, bottom), (left, right) = (sorted(pair) for pair in zip(one, other, strict=True))
    rows, across = picture.row_band(top, bottom), picture.col_band(left, right)
    place = Box(across.left, rows.top, across.width, rows.height)
    painter.save()
    painter.setClipRect(QRectF(*picture.cells.grown(3)))
    for by, thick, token in ((3, 1, "canvas"), (2, 2, "accent"), (0, 1, "canvas")):
        _frame(painter, place.grown(by), thick, look.current().colour(token))
    painter.restore()


def _frame(painter: QPainter, box: Box, thick: float, colour: QColor) -> None:
    """Fill the four sides of a rectangle, inside it."""
    painter.fillRect(QRectF(box.left, box.top, box.width, thick), colour)
    painter.fillRect(QRectF(box.left, box.bottom - thick, box.width, thick), colour)
    inner = max(0.0, box.height - 2 * thick)
    painter.fillRect(QRectF(box.left, box.top + thick, thick, inner), colour)
    painter.fillRect(QRectF(box.right - thick, box.top + thick, thick, inner), colour)


def paint_hair(painter: QPainter, picture: Picture, at: Place) -> None:
    """Draw the lines of the cross-hair through a cell (row of the view, step), over cells and profiles."""
    layout, cells, ratio = picture.layout, picture.cells, picture.layout.ratio
    thin = max(1, round(ratio)) / ratio
    colour = look.current().colour("accent")
    row, col = picture.row_band(at[0]), picture.col_band(at[1])
    x, y = (round(place * ratio) / ratio for place in (col.middle[0], row.middle[1]))
    if cells.top <= y < cells.bottom:
        right = picture.col_profile.right if layout.profile else cells.right
        for left, end in ((cells.left, col.left), (col.right, right)):
            painter.fillRect(QRectF(left, y, max(0.0, end - left), thin), colour)
    if cells.left <= x < cells.right:
        bottom = picture.row_profile.bottom if layout.profile else cells.bottom
        for top, end in ((cells.top, row.top), (row.bottom, bottom)):
            painter.fillRect(QRectF(x, top, thin, max(0.0, end - top)), colour)


def paint_profiles(painter: QPainter, picture: Picture, profiles: Profiles) -> None:
    """Hatch the padding of both profiles and write the numbers of their ends; their curves are items."""
    if not picture.layout.profile:
        return
    ratio, line = picture.layout.ratio, look.current().line("micro")
    below, beside = picture.row_profile, picture.col_profile
    lefts = (picture.layout.left + picture.cols.starts(profiles.row.cells)) / ratio
    tops = (picture.layout.top + picture.rows.starts(profiles.col.cells)) / ratio
    size = picture.cols.cell / ratio
    for first, last in runs(profiles.row.padding):
        begin, end = max(float(lefts[first]), below.left), min(float(lefts[last]) + size, below.right)
        drawing.bar(painter, QRectF(begin, below.top, end - begin, below.height), "padding")
    size = picture.rows.cell / ratio
    for first, last in runs(profiles.col.padding):
        begin, end = max(float(tops[first]), beside.top), min(float(tops[last]) + size, beside.bottom)
        drawing.bar(painter, QRectF(beside.left, begin, beside.width, end - begin), "padding")
    low, high = _ends(profiles.row)
    middles = below.top + line / 2, below.bottom - line / 2
    rights = [(below.left - 6, middles[0], high), (below.left - 6, middles[1], low if low != high else "")]
    low, high = _ends(profiles.col)
    y = beside.bottom + 2 + line / 2
    rights.append((beside.right, y, high if low != high else ""))
    drawing.labels(painter, rights, "micro", "t3", RIGHT)
    drawing.labels(painter, [(beside.left, y, low)], "micro", "t3")


def _ends(profile: Profile) -> tuple[str, str]:
    """Return the least and the greatest value in words; none where there is none."""
    if profile.ends is None:
        return "", ""
    return numbers.rounded(profile.ends[0]), numbers.rounded(profile.ends[1])


def sampled(picture: Picture) -> str:
    """Say what a pixel stands for, as a sentence; empty where every cell in view is drawn."""
    rows, cols = picture.rows.stride, picture.cols.stride
    if max(rows, cols) == 1:
        return ""
    if picture.source.raster is None:
        if cols == 1:
            return tr("1 of {count} rows drawn.", count=numbers.count(rows))
        if rows == 1:
            return tr("1 of {count} steps drawn.", count=numbers.count(cols))
        return tr(
            "1 of {rows} rows and 1 of {steps} steps drawn.",
            rows=numbers.count(rows),
            steps=numbers.count(cols),
        )
    block = tr(
        "{rows} × {steps}",
        rows=tr_count("{count} row", "{count} rows", rows),
        steps=tr_count("{count} step", "{count} steps", cols),
    )
    if picture.mode == "mask" or picture.source.far == "padding":
        return tr("Share of padding of {block} per pixel.", block=block)
    if picture.source.far == "max":
        return tr("Greatest of {block} per pixel.", block=block)
    return tr("Mean of {block} per pixel.", block=block)
