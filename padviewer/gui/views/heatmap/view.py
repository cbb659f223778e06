"""The padded tensor as cells: what the heatmap and mask tabs show, with scrolling, zooming and selecting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from padviewer.core.picture import motion, ramps
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours
from padviewer.core.picture.frames import Frames, Submit
from padviewer.core.picture.layout import Picture
from padviewer.core.picture.marks import RowMarks, slow_places
from padviewer.core.picture.motion import NO_CELL, Place, Selected
from padviewer.core.picture.profiles import CrossHair
from padviewer.core.picture.source import HeatmapSource, Ints, Mode
from padviewer.core.picture.stage import Stage
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.heatmap.hand import Hand
from padviewer.gui.views.heatmap.legend import paint_head

if TYPE_CHECKING:
    from padviewer.gui.charts.heatmap import HeatmapChart, Still
    from padviewer.gui.charts.overlays import Scene

MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
}


class HeatmapView(QWidget):
    """A tensor cell by cell.

    Rows in signals and methods are rows of the tensor, whatever the order in which the view shows them.
    Arrows, Home, End, Page Up and Page Down move the selected cell, with Shift the other end of a range; 0
    fits all steps, 9 all rows too, 1 makes every cell one pixel, + and − zoom, Esc ends a range. The mouse
    speaks the grammar of `padviewer.gui.charts.hands`. The chart itself is made with the first source.

    Parameters
    ----------
    submit : callable
        ``submit(work, done)`` runs `work` elsewhere and calls `done` in this thread with its answer; only the
        newest work of a view needs an answer.
    mode : {"values", "mask"}
    parent : QWidget, optional
    channels : callable, optional
        ``channels(name)`` gives such a `submit` for other work beside the frames: ``"places"``,
        ``"profiles"`` and ``"picture"``. Left out, all of it goes through `submit`.

    Signals
    -------
    cell_hovered(int, int)
        Row and step under the mouse; −1, −1 beside the cells.
    cell_selected(int, int)
        Row and step that a person chose; a range ends with it.
    range_selected(int, int, int, int)
        Row and step of the selected cell and of the cell opposite to it, as a person chose them.
    axes_changed(object, object)
        Rows and steps (`Axis`) after scrolling or zooming here; not sent by `show_axes`, nor while hidden.
    sampled_changed(str)
        The sentence of `sampled`, when it changes.
    menu_asked(QPointF, QPoint)
        Somebody wants the menu for a place of the widget, to open at a place of the screen.
    """

    cell_hovered = Signal(int, int)
    cell_selected = Signal(int, int)
    range_selected = Signal(int, int, int, int)
    axes_changed = Signal(object, object)
    sampled_changed = Signal(str)
    menu_asked = Signal(QPointF, QPoint)

    def __init__(
        self,
        submit: Submit,
        mode: Mode = "values",
        parent: QWidget | None = None,
        *,
        channels: Callable[[str], Submit] | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode: Mode = mode
        self._channels: Callable[[str], Submit] = channels or (lambda _name: submit)
        self._ramp = "tide"
        self._colours = FrameColours.from_tokens(look.current().hex, ramps.ramp(self._ramp))
        self._frames = Frames(submit, self._on_frame_changed)
        self._hair = CrossHair(self._channels("profiles"), self._on_found)
        self._stage = Stage(mode, lambda *given: _charts().lay_out(*given))
        self._selected = Selected()
        self._hand = Hand(self._stage, self._change, lambda: self._selected, self._choose)
        self._marks: RowMarks | None = None
        self._hovered = NO_CELL
        self._has_numbers = True
        self.chart: HeatmapChart | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self._name())

    @property
    def _picture(self) -> Picture | None:
        return self._stage.picture

    def _name(self) -> str:
        title = self._picture.source.title if self._picture is not None else ""
        if self._mode == "mask":
            return tr("Mask, {title}", title=title) if title else tr("Mask")
        return tr("Heatmap, {title}", title=title) if title else tr("Heatmap")

    # -- what is shown -------------------------------------------------------------------------
    def set_source(self, source: HeatmapSource | None) -> None:
        """Show another tensor, or nothing; place, zoom and selection stay where they make sense."""
        if source is not None and self.chart is None:
            self._make_chart()
        self._stage.resize(self.size().toTuple(), self.devicePixelRatioF())
        self._change(self._stage.set_source, source)
        self._mark(self._selected.cell, self._selected.corner)
        self._show()
        self._find_places()
        self.setAccessibleName(self._name())

    def _make_chart(self) -> None:
        self.chart = chart = _charts().HeatmapChart(self._stage, self._change, self._frames, self)
        chart.lower()
        chart.resize(self.size())
        chart.cells.has_numbers = self._has_numbers
        chart.pointed.connect(self._hover)
        chart.hands.clicked.connect(self._hand.click)
        chart.hands.range_dragged.connect(self._hand.drag_range)
        chart.hands.fit_asked.connect(self.fit)
        chart.hands.menu_asked.connect(self.menu_asked)

    def set_ramp(self, name: str) -> None:
        """Draw with another ramp of `padviewer.core.picture.ramps`."""
        self._ramp = name
        self._recolour()

    def set_numbers(self, on: bool) -> None:
        """Write values into the cells that have room for them, or not."""
        self._has_numbers = on
        if self.chart is not None:
            self.chart.cells.has_numbers = on
            self._show()

    def set_marked(self, rows: Ints | None) -> None:
        """Mark rows of the tensor, int64 ascending, with a tick beside each; None for none."""
        self._marks = None if rows is None or not len(rows) else RowMarks(rows)
        self._find_places()
        self._show()

    def set_crosshair(self, on: bool) -> None:
        """Show the lines through the cell under the mouse, or else the selected one, and its two profiles."""
        self._hair.is_on = on
        self._change(self._stage.set_profiles, on)

    def sampled(self) -> str:
        """Say what a pixel stands for, such as ``1 of 24 rows drawn.``; empty where that is one cell."""
        return "" if self._picture is None else str(_charts().sampled(self._picture))

    def is_current(self) -> bool:
        """Whether the cells on the screen are those of the present source, place, zoom and theme."""
        return self._frames.is_current()

    # -- what is selected ----------------------------------------------------------------------
    def selected(self) -> tuple[int, int]:
        """Return the selected row of the tensor and step; −1 for none."""
        return self._selected.cell

    def corner(self) -> tuple[int, int]:
        """Return the row and step opposite to the selected cell; −1, −1 where no range is selected."""
        return self._selected.corner

    def select(self, row: int, col: int) -> None:
        """Select a row of the tensor and a step (−1 for none) and bring them into view; emits nothing."""
        self._mark((row, col))
        self._show_place(self._selected.place)

    def select_range(self, row: int, col: int, corner_row: int, corner_col: int) -> None:
        """Select the cells between two, rows as the view shows them, and show the second; emits nothing."""
        self._mark((row, col), (corner_row, corner_col))
        self._show_place(self._selected.moving)

    def go_to_row(self, row: int) -> None:
        """Select a row of the tensor, at the selected step, and put it in the middle unless it is in view."""
        self._mark((row, self._selected.cell[1]))
        if self._picture is not None and self._selected.place[0] >= 0:
            self._change(self._stage.move, motion.centred(self._picture, self._selected.place[0]))
        else:
            self._show()

    def go_to_cut_row(self, *, backward: bool = False) -> None:
        """Choose the next row in view order that loses steps; nothing where none does."""
        picture = self._picture
        here = self._selected.place[0]
        found = -1 if picture is None else picture.source.next_cut(here, backward=backward)
        if picture is not None and found >= 0:
            self.go_to_row(picture.source.tensor_row(found))
            self.cell_selected.emit(*self._selected.cell)

    def spans_at(self, point: QPointF) -> tuple[dict[str, tuple[Ints, Place]], str]:
        """Return what a menu at a point can mean, as `motion.spans` does, and what the column there says."""
        picture = self._picture
        if picture is None:
            return {}, ""
        place, column = picture.column_at(point.x(), point.y())
        return motion.spans(picture, self._selected, place), column

    def copy_text(self, most: int = 1_000_000) -> Callable[[], str] | None:
        """Return work that gives the selected cells as tab-separated text; None where none is selected.

        The work reads cells and is for a job; it raises ContentError where there are more than `most`.
        """
        picture = self._picture
        span = None if picture is None else motion.spans(picture, self._selected).get("cell")
        write = None if picture is None else picture.source.text
        if span is None or write is None:
            return None
        rows, (left, right) = span
        return lambda: write(rows, left, right, most)

    def say(self, words: str) -> None:
        """Take a sentence about the selected cell as description, and have a screen reader speak it."""
        self.setAccessibleDescription(words)
        if words and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # -- place and zoom ------------------------------------------------------------------------
    def fit(self) -> None:
        """Show all steps, at the usual height of rows."""
        self._change(self._stage.fit)

    def fit_all(self) -> None:
        """Show all rows and all steps."""
        self._change(self._stage.fit_all)

    def one_pixel(self) -> None:
        """Show every cell as one device pixel."""
        self._change(self._stage.one_pixel)

    def axes(self) -> tuple[Axis, Axis] | None:
        """Return rows and steps as they are scrolled and zoomed; None where nothing is shown."""
        return None if self._picture is None else (self._picture.rows, self._picture.cols)

    def show_axes(self, rows: Axis, cols: Axis) -> None:
        """Scroll and zoom as another view of the same tensor did; emits nothing."""
        if self._picture is not None and (rows, cols) != (self._picture.rows, self._picture.cols):
            self._change(self._stage.follow, rows, cols, quiet=True)

    def cell_at(self, point: QPoint | QPointF) -> tuple[int, int] | None:
        """Row of the tensor and step under a point of the widget, or None beside the cells."""
        picture = self._picture
        found = None if picture is None else picture.cell_at(point.x(), point.y())
        if picture is None or found is None:
            return None
        return picture.source.tensor_row(found[0]), found[1]

    def cell_rect(self, row: int, col: int) -> QRect:
        """All points at which `cell_at` gives this row of the tensor and this step; empty where none does."""
        view_row = -1 if self._picture is None else self._picture.source.view_row(row)
        if self._picture is None or view_row < 0:
            return QRect()
        return QRect(*self._picture.cell_points(view_row, col))

    def hovered(self) -> tuple[int, int]:
        """Return the row of the tensor and the step under the mouse; −1, −1 beside the cells."""
        return self._hovered

    # -- pictures for files --------------------------------------------------------------------
    def picture(self, size: QSize, scale: float = 1.0) -> QImage:
        """Return this view at another size, as an image of size × scale device pixels; null without a source.

        It reads cells in this thread: for a source that is not in memory use `prepare_picture`.
        """
        work = self._still_work(size, scale)
        return QImage() if work is None else work().image()

    def prepare_picture(self, size: QSize, done: Callable[[Still], None], scale: float = 1.0) -> None:
        """Compose this view at another size in a job, then give it to `done`; nothing without a source.

        `Still.paint` draws it into anything, texts and lines as such.
        """
        work = self._still_work(size, scale)
        if work is not None:
            self._channels("picture")(work, done)

    def _still_work(self, size: QSize, scale: float) -> Callable[[], Still] | None:
        charts, colours, ramp, numbers = _charts(), self._colours, self._ramp, self._has_numbers
        body = size.width(), max(0, size.height() - look.current().px(charts.HEAD))
        picture = self._stage.still(body, scale)
        if picture is None:
            return None
        scene = self._scene(picture)

        def head(painter: QPainter, rect: QRectF) -> None:
            paint_head(painter, rect, picture.source, picture.mode, ramp)

        return lambda: charts.compose_still(scene, colours, size, ramp, numbers, head)

    # -- how it is shown -----------------------------------------------------------------------
    def _change(self, change: Callable[..., None], *given: object, quiet: bool = False) -> None:
        """Change what is shown, ask for its frame and tell who listens."""
        before, said = self._picture, self.sampled()
        change(*given)
        now = self._picture
        self._move_hair()
        self._show()
        if said != self.sampled():
            self.sampled_changed.emit(self.sampled())
        if quiet or now is None or before is None or not self.isVisible():
            return  # a view that nobody sees follows others and leads none
        if (now.rows, now.cols) != (before.rows, before.cols):
            self.axes_changed.emit(now.rows, now.cols)

    def _show_place(self, place: Place) -> None:
        if self._picture is not None and place[0] >= 0:
            self._change(self._stage.move, motion.showing(self._picture, *place))
        else:
            self._show()

    def _show(self) -> None:
        """Have the chart show what holds now, and ask for a frame."""
        picture, chart = self._picture, self.chart
        has_room = picture is not None and min(picture.layout.room) > 0
        if chart is None:
            return
        chart.setVisible(has_room)
        if picture is None or not has_room:
            return
        chart.cells.ramp = self._ramp
        chart.show_scene(self._scene(picture))
        if self.isVisible():
            ratio, box = picture.layout.ratio, picture.minimap
            self._frames.want(picture, self._colours, (round(box.height * ratio), round(box.width * ratio)))

    def _recolour(self) -> None:
        self._colours = FrameColours.from_tokens(look.current().hex, ramps.ramp(self._ramp))
        self._change(self._stage.refresh)

    def _on_frame_changed(self) -> None:
        if shiboken6.isValid(self) and self.chart is not None:
            self.chart.viewport().update()

    def _move_hair(self) -> None:
        """Put the cross-hair on the cell under the mouse, or else on the selected one."""
        picture, place = self._picture, self._selected.place
        if picture is not None and self._hovered != NO_CELL:
            place = (picture.source.view_row(self._hovered[0]), self._hovered[1])
        inside = picture is not None and min(place) >= 0 and place[1] < picture.source.cols
        self._hair.want(picture, place if inside and self.isVisible() else None)

    def _find_places(self) -> None:
        """Find in a job where rows stand in the view, where there are too many to do it here."""
        source = self._picture.source if self._picture is not None else None
        work = None if source is None else slow_places(source, self._marks)
        if work is not None:
            self._channels("places")(work, lambda _: self._on_found())

    def _on_found(self) -> None:
        if shiboken6.isValid(self):
            self._show()

    def _scene(self, picture: Picture) -> Scene:
        chosen, hair = self._selected, self._hair
        corner = chosen.corner_place if chosen.is_range else None
        scene: Scene = _charts().Scene(
            picture, chosen.place, corner, self._marks, hair.place, hair.profiles, self.hasFocus()
        )
        return scene

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.current().colour("canvas"))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Give what the mouse does here to the chart, which stands over all of it."""
        if event.type() in MOUSE and self.chart is not None and self._picture is not None:
            return QApplication.sendEvent(self.chart.viewport(), event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._change(self._stage.resize, self.size().toTuple(), self.devicePixelRatioF())
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(832), look.current().px(470))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(320), look.current().px(120))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._move_hair()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.chart is not None:
            self.chart.resize(self.size())
        self._change(self._stage.resize, self.size().toTuple(), self.devicePixelRatioF())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._recolour()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show()

    # -- what a hand does ----------------------------------------------------------------------
    def _hover(self, at: QPointF | None) -> None:
        found = self.cell_at(at) if at is not None else None
        hovered = found if found is not None else NO_CELL
        if hovered != self._hovered:
            self._hovered = hovered
            if self._hair.is_on:
                self._move_hair()
                self._show()
            self.cell_hovered.emit(*hovered)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu for the selected cell where a key asks for it; clicks have their own way."""
        if event.reason() == QContextMenuEvent.Reason.Mouse or self._picture is None:
            event.ignore()
            return
        x, y = self._hand.middle(self._picture)
        self.menu_asked.emit(QPointF(x, y), self.mapToGlobal(QPoint(round(x), round(y))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = {"0": self.fit, "9": self.fit_all, "1": self.one_pixel}
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if self._picture is None:
            super().keyPressEvent(event)
        elif event.text() in plain and not held:
            plain[event.text()]()
        elif not self._hand.key(self._picture, event):
            super().keyPressEvent(event)

    def _choose(self, place: Place, corner: Place | None = None) -> None:
        """Select a cell, or the cells between two, as row of the view and step, and tell who listens."""
        if self._picture is None:
            return
        of = self._picture.source.tensor_row
        cell = (of(place[0]), place[1])
        if corner is None:
            self.select(*cell)
            self.cell_selected.emit(*cell)
        else:
            other = (of(corner[0]), corner[1])
            self.select_range(*cell, *other)
            self.range_selected.emit(*cell, *other)

    def _mark(self, cell: Place, corner: Place = NO_CELL) -> None:
        source = self._picture.source if self._picture is not None else None
        self._selected = Selected.of(source, cell, corner)
        self._move_hair()


def _charts() -> Any:
    """Return the module of the chart, which is imported with the first source: pyqtgraph takes its time."""
    from padviewer.gui.charts import heatmap

    return heatmap
