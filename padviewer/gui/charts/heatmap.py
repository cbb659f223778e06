"""The heatmap and the mask as one chart: cells in a view, axes, curves, the overview of all rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from padviewer.core.picture import motion
from padviewer.core.picture.colours import FrameColours
from padviewer.core.picture.frames import Frame, Frames, compose
from padviewer.core.picture.layout import GAP, MARGIN, SCROLL_BAR, SWATCH, Box, Layout, Picture, TextWidths
from padviewer.core.picture.profiles import Profile, profiles_of
from padviewer.core.picture.source import HeatmapSource, Ints
from padviewer.core.picture.stage import Room, Stage
from padviewer.gui.charts.axes import DOUBLED, ChartAxis, round_step
from padviewer.gui.charts.cells import CellsItem
from padviewer.gui.charts.hands import CELLS_PER_NOTCH, Ground, Hands, Surface
from padviewer.gui.charts.overlays import LEAST_LABEL, Overlays, Scene, sampled
from padviewer.gui.charts.overview import Minimap
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.long_scroll_bar import AxisScroller

__all__ = ["HEAD", "HeatmapChart", "Scene", "Still", "compose_still", "lay_out", "sampled"]
PROFILE = 72
GROUP = 96
MEASURED_GROUPS = 200
HEAD = 36
CURVE_MARGIN = 2


# -- hands ---------------------------------------------------------------------------------------
class CellHands(Hands):
    """The hands of a heatmap: rows and steps move by whole cells, and zoom to whole pixels.

    Parameters
    ----------
    stage : Stage
    change : callable
        ``change(stage.method, *given)`` changes what is shown.
    """

    def __init__(self, stage: Stage, change: Callable[..., None]) -> None:
        super().__init__(downwards=True)
        self._stage, self._change = stage, change
        self._rest = ("", 0.0)
        self._grabbed: tuple[QPointF, motion.Axes] | None = None

    def scroll(self, down: float, right: float, *, fine: bool) -> None:
        """Scroll by whole cells; what is less than one waits for more of the same."""
        picture = self._stage.picture
        if picture is None:
            return
        if fine:
            ratio = picture.layout.ratio
            axes = motion.moved_by(picture, round(down * ratio), round(right * ratio))
        elif down:
            cells = self._whole("rows", down * CELLS_PER_NOTCH)
            axes = motion.moved_by(picture, cells * picture.rows.cell, 0)
        else:
            cells = self._whole("steps", right * CELLS_PER_NOTCH)
            axes = motion.moved_by(picture, 0, cells * picture.cols.cell)
        self._change(self._stage.move, axes)

    def zoom(self, steps: float, at: QPointF, *, sideways: bool = True, upright: bool = True) -> None:
        """Zoom by whole steps around a place."""
        whole = self._whole(f"zoom {sideways} {upright}", steps)
        place = at.x(), at.y()
        self._change(lambda: self._stage.zoom(whole, place, sideways=sideways, upright=upright))

    def grab(self) -> None:
        """Remember what is shown."""
        picture = self._stage.picture
        self._grabbed = None if picture is None else (QPointF(0, 0), (picture.rows, picture.cols))

    def pan(self, before: QPointF, now: QPointF) -> None:
        """Keep what was grabbed under the mouse."""
        picture = self._stage.picture
        if picture is None or self._grabbed is None:
            return
        drawn, (rows, cols) = self._grabbed[0] + (now - before), self._grabbed[1]
        self._grabbed = (drawn, (rows, cols))
        down, right = (round(by * picture.layout.ratio) for by in (drawn.y(), drawn.x()))
        self._change(self._stage.move, motion.moved_to(picture, rows.offset - down, cols.offset - right))

    def _whole(self, way: str, turned: float) -> int:
        """Whole units that were asked for; the rest waits for more of the same way and direction."""
        last, rest = self._rest
        total = turned + (rest if last == way and rest * turned > 0 else 0.0)
        self._rest = (way, total - int(total))
        return int(total)


# -- axes ----------------------------------------------------------------------------------------
class RowAxis(ChartAxis):
    """Number and length of the rows in view, those that have room; the selected one is tinted."""

    def __init__(self) -> None:
        super().__init__("left")
        self._picture: Picture | None = None
        self._selected = -1
        self._columns: list[tuple[list[tuple[float, float, str]], str, str]] = []

    def show_rows(self, picture: Picture, selected: int, view_rows: Ints, lengths: Ints, lost: Ints) -> None:
        """Say the rows in view, int64 [n] each: rows of the view, lengths, and what is cut of them."""
        self._picture, self._selected = picture, selected
        layout, rows, source = picture.layout, picture.rows, picture.source
        least = look.current().px(LEAST_LABEL) * layout.ratio
        step = int(round_step(least / rows.cell, whole=True)) * rows.stride
        said = (view_rows % step == 0) | (view_rows == selected)
        if selected >= 0:  # where not every row has room for its number, the selected one has it
            near = np.abs(view_rows - selected) // rows.stride * rows.cell < least
            said &= ~near | (view_rows == selected)
        places = np.flatnonzero(said)
        at = view_rows[places]
        middles = ((layout.top + rows.starts(at) + (rows.cell - picture.gap) / 2) / layout.ratio).tolist()
        named = numbers.counts(source.row_numbers(source.tensor_rows(at)).tolist())
        long = numbers.counts(lengths[places].tolist())
        is_cut = (lost[places] > 0) & (picture.mode == "values")
        columns: dict[tuple[str, str], list[tuple[float, float, str]]] = {}
        for row, y, number, length, cut in zip(
            at.tolist(), middles, named, long, is_cut.tolist(), strict=True
        ):
            key = ("link", "accent") if row == selected else ("small", "t3")
            columns.setdefault(key, []).append((layout.row_right, y, number))
            key = ("link", "cut") if cut else ("small", "t2")
            columns.setdefault(key, []).append((layout.steps_right, y, length))
        self._columns = [(found, *key) for key, found in columns.items()]
        self.update()

    def paint(self, painter: QPainter, _option: object, _widget: object = None) -> None:
        """Draw the tint of the selected row and the numbers."""
        picture = self._picture
        if picture is None:
            return
        layout, cells = picture.layout, picture.cells
        # the number of a thin row is higher than it
        over = 2 if picture.gap else look.current().px(LEAST_LABEL) // 2
        painter.save()
        painter.setClipRect(QRectF(0, cells.top - over, layout.width, cells.height + 2 * over))
        if self._selected >= 0:
            band = picture.row_band(self._selected)
            left = layout.row_left - GAP
            high = max(band.height + 1, 4)
            tint = QRectF(left, band.top - 0.5, layout.steps_right + 2 - left, high)
            drawing.rounded(painter, tint, 4 if high >= 12 else 1, "tint")
        for found, style, token in self._columns:
            drawing.labels(painter, found, style, token, Qt.AlignmentFlag.AlignRight)
        painter.restore()


# -- the chart -----------------------------------------------------------------------------------
class HeatmapChart(Surface):
    """The chart of one scene; it decides nothing about what is shown.

    Parameters
    ----------
    stage : Stage
        What hands change.
    change : callable
        ``change(stage.method, *given)`` changes what is shown.
    frames : Frames
    parent : QWidget, optional
    """

    def __init__(
        self, stage: Stage, change: Callable[..., None], frames: Frames, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.hands = CellHands(stage, change)
        self.rows, self.steps = RowAxis(), ChartAxis("top", round_to=DOUBLED, inside=0.5)
        self.minimap, self.overlays = Minimap(frames), Overlays()
        self.still_real = pg.PlotCurveItem(
            [0.0, 1.0], [0.0], stepMode="center", fillLevel=0, pen=pg.mkPen(None)
        )
        self.strip = _plain_view(downwards=False)
        self.strip.addItem(self.still_real, ignoreBounds=True)
        self.ground = Ground(self, self.hands)
        items = self.hands, self.strip, self.rows, self.steps, self.minimap, self.overlays
        for item in (self.ground, *items):
            self.addItem(item)
        self.rows.linkToView(self.hands)
        self.steps.linkToView(self.hands)
        self.cells = CellsItem(self.hands, frames)
        self.row_bar = AxisScroller(Qt.Orientation.Vertical, tr("Rows"), self)
        self.step_bar = AxisScroller(Qt.Orientation.Horizontal, tr("Steps"), self)

        def go(axes_of: Callable[[Picture, Any], motion.Axes], to: Any) -> None:
            if stage.picture is not None:
                change(stage.move, axes_of(stage.picture, to))

        self.minimap.place_asked.connect(partial(go, motion.moved_to_share))
        self.row_bar.offset_asked.connect(partial(go, lambda at, to: motion.moved_to(at, to, at.cols.offset)))
        self.step_bar.offset_asked.connect(
            partial(go, lambda at, to: motion.moved_to(at, at.rows.offset, to))
        )
        self._curves: tuple[_Curve, _Curve] | None = None
        self._strip_of: object = None
        self._placed: object = None

    def paintEvent(self, event: Any) -> None:
        """Make the frame that is missing where that is quick, then paint."""
        self.cells.frames.compose_now()
        super().paintEvent(event)

    def show_scene(self, scene: Scene) -> None:
        """Show another scene."""
        picture = scene.picture
        self.cells.picture = picture
        placed = (picture.layout, picture.shown)
        if placed != self._placed:
            self._placed = placed
            self._place(picture)
        across, down = picture.span
        self.hands.setRange(xRange=across, yRange=down, padding=0, disableAutoRange=False)
        source = picture.source
        view_rows, _ = picture.rows.visible(picture.layout.room[0])
        lengths = source.lengths[source.tensor_rows(view_rows)]
        lost = np.maximum(lengths - source.cols, 0)
        self.rows.show_rows(picture, scene.selected[0], view_rows, lengths, lost)
        self.minimap.show_span(picture.minimap, picture.row_span)
        self.overlays.show_scene(scene, view_rows, lost)
        self.row_bar.set_axis(picture.rows, picture.layout.room[0])
        self.step_bar.set_axis(picture.cols, picture.layout.room[1])
        self._show_strip(picture)
        self._show_profiles(scene)
        self.viewport().update()

    def _place(self, picture: Picture) -> None:
        layout, cells = picture.layout, picture.cells
        band = look.current().px(18)
        self.hands.drawn_at = layout.ratio
        self.hands.setGeometry(*cells)
        self.rows.setWidth(max(1.0, cells.left))
        self.steps.setHeight(band)
        self.rows.setGeometry(QRectF(0, 0, max(1.0, cells.left), layout.height))
        self.steps.setGeometry(QRectF(cells.left, layout.strip, cells.width, band))
        high = round((layout.strip - 1) * layout.ratio) / layout.ratio
        self.strip.setGeometry(QRectF(cells.left, 0, cells.width, high))
        inside = QRectF(*cells).toAlignedRect()
        self.row_bar.setGeometry(layout.width - MARGIN + 4, inside.top(), SCROLL_BAR, inside.height())
        self.step_bar.setGeometry(inside.left(), layout.height - SCROLL_BAR, inside.width(), SCROLL_BAR)

    def _show_strip(self, picture: Picture) -> None:
        """Draw the share of rows that are real at each step in view, in device pixels."""
        key = (picture.source, picture.cols, picture.layout, look.current())
        if key == self._strip_of:
            return
        self._strip_of = key
        layout, cols, source = picture.layout, picture.cols, picture.source
        steps, _ = cols.visible(layout.room[1])
        if not steps.size:
            self.still_real.setData([0.0, 1.0], [0.0])
            return
        full = round((layout.strip - 1) * layout.ratio)
        shares = source.still_real[steps]
        heights = np.rint(shares * full)
        heights[(heights == 0) & (shares > 0)] = 1  # hardly any row is not no row
        edges = np.append(cols.starts(steps), cols.starts(steps[-1:]) + cols.cell).astype(float)
        self.still_real.setBrush(look.current().hex("real2"))
        self.still_real.setData(edges, heights)
        self.strip.setRange(xRange=(0, max(1, picture.shown[1])), yRange=(0, full), padding=0)

    def _show_profiles(self, scene: Scene) -> None:
        picture, profiles = scene.picture, scene.profiles
        if profiles is None or not picture.layout.profile:
            for curve in self._curves or ():
                curve.view.setVisible(False)
            return
        if self._curves is None:
            self._curves = _Curve(self), _Curve(self)
        below, beside = self._curves
        across = picture.cols.starts(profiles.row.cells), picture.cols.cell, picture.shown[1]
        down = picture.rows.starts(profiles.col.cells), picture.rows.cell, picture.shown[0]
        below.show_profile(profiles.row, picture.row_profile, *across, upright=False)
        beside.show_profile(profiles.col, picture.col_profile, *down, upright=True)


def _plain_view(*, downwards: bool) -> pg.ViewBox:
    """Return a view that nobody moves."""
    view = pg.ViewBox(enableMouse=False, enableMenu=False, invertY=downwards, defaultPadding=0)
    view.disableAutoRange()
    view.setFlag(view.GraphicsItemFlag.ItemIsFocusable, False)
    return view


class _Curve:
    """The line of a profile along its cells, with gaps where values are missing."""

    def __init__(self, chart: HeatmapChart) -> None:
        self.view = _plain_view(downwards=True)
        self.line = pg.PlotCurveItem(connect="finite")
        self.view.addItem(self.line, ignoreBounds=True)
        self.view.setZValue(11)
        chart.addItem(self.view)

    def show_profile(
        self, profile: Profile, box: Box, starts: Ints, size: int, length: int, *, upright: bool
    ) -> None:
        """Draw a profile into its box; cells begin at device pixels and are `size` of them wide."""
        self.view.setVisible(True)
        self.view.setGeometry(QRectF(*box))
        room = box.width if upright else box.height
        level = CURVE_MARGIN + profile.levels(room - 2 * CURVE_MARGIN)
        along = np.column_stack([starts, starts + size]).ravel().astype(float)
        value = np.repeat(level if upright else room - level, 2)
        self.line.setPen(pg.mkPen(look.current().hex("real"), width=1.5))
        self.line.setData(*((value, along) if upright else (along, value)))
        ends = (0, max(1, length))
        x, y = ((0, room), ends) if upright else (ends, (0, room))
        self.view.setRange(xRange=x, yRange=y, padding=0)


# -- room ----------------------------------------------------------------------------------------
def lay_out(source: HeatmapSource, size: tuple[int, int], ratio: float, profiles: bool) -> Room:
    """Return where a source stands in a widget of (width, height) logical pixels, in the theme in use."""
    theme = look.current()
    texts = _text_widths(source)
    notes = 0, theme.line("micro") + 4
    plain, noted = (
        Layout(
            *size, ratio, texts, strip=theme.px(23) + 1, axis=theme.px(18), note=note,
            profile=theme.px(PROFILE) if profiles else 0,
        )
        for note in notes
    )  # fmt: skip
    return Room(plain, noted, round(theme.px(motion.USUAL) * ratio))


def _text_widths(source: HeatmapSource) -> TextWidths:
    def widest(number: int, head: str) -> float:
        return max(drawing.text_width(head, "micro"), drawing.text_width(numbers.count(number), "link"))

    n = len(source.lengths)
    last = int(source.row_numbers(np.array([n - 1], np.int64))[0]) if n else 0
    cut = group = 0.0
    if source.most_cut:
        number = drawing.text_width(numbers.change(-source.most_cut), "link")
        cut = max(number, drawing.text_width(tr("cut"), "micro") - SWATCH)
    if source.groups:
        words = [drawing.text_width(words, "strong") for _, words in source.groups[:MEASURED_GROUPS]]
        group = min(max(drawing.text_width(tr("label"), "micro"), *words), look.current().px(GROUP))
    return TextWidths(widest(last, tr("row")), widest(source.longest, tr("steps")), cut, group)


# -- pictures for files --------------------------------------------------------------------------
@dataclass(frozen=True, eq=False)
class Still:
    """A composed heatmap, ready to be painted in the window's thread.

    Parameters
    ----------
    scene : Scene
    frame : Frame
        Its cells and the overview of all rows.
    size : QSize
        Logical size, the head included.
    ramp : str
        Name of the ramp.
    has_numbers : bool
        Whether cells have their numbers.
    paint_head : callable
        ``paint_head(painter, rect)`` draws title and legend.
    """

    scene: Scene
    frame: Frame
    size: QSize
    ramp: str
    has_numbers: bool
    paint_head: Callable[[QPainter, QRectF], None]

    def image(self) -> QImage:
        """Return the picture, its size times the scale in device pixels."""
        ratio = self.scene.picture.layout.ratio
        image = QImage((QSizeF(self.size) * ratio).toSize(), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        with QPainter(image) as painter:
            self.paint(painter)
        return image

    def paint(self, painter: QPainter) -> None:
        """Paint the picture from the painter's origin on, such as into an SVG file."""
        picture, head = self.scene.picture, look.current().px(HEAD)
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), look.current().colour("canvas"))
        self.paint_head(painter, QRectF(0, 0, self.size.width(), head))
        if not min(picture.layout.room):
            return
        room = QRectF(0, 0, picture.layout.width, picture.layout.height)
        chart = HeatmapChart(Stage(picture.mode, lay_out), lambda *_: None, Frames.of(self.frame))
        chart.cells.ramp, chart.cells.has_numbers = self.ramp, self.has_numbers
        chart.resize(picture.layout.width, picture.layout.height)
        chart.show_scene(self.scene)
        chart.scene().prepareForPaint()
        chart.scene().render(painter, room.translated(0, head), room)
        chart.close()
        chart.deleteLater()


def compose_still(
    scene: Scene,
    colours: FrameColours,
    size: QSize,
    ramp: str,
    has_numbers: bool,
    paint_head: Callable[[QPainter, QRectF], None],
) -> Still:
    """Compose cells, overview and profiles of a scene for a file; reads cells, so it is for a job."""
    picture, hair = scene.picture, scene.hair
    ratio, box = picture.layout.ratio, picture.minimap
    frame = compose(0, picture, colours, (round(box.height * ratio), round(box.width * ratio)))
    profiles = profiles_of(picture, hair) if hair is not None and min(picture.shown) else None
    plain = replace(scene, profiles=profiles, focused=False)
    return Still(plain, frame, size, ramp, has_numbers, paint_head)
