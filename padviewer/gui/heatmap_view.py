"""The padded tensor as cells: what the heatmap and mask tabs show, with scrolling, zooming and selecting."""

from __future__ import annotations

from dataclasses import replace

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from padviewer.gui import drawing, heatmap_motion, ramps
from padviewer.gui import theme as look
from padviewer.gui.axis_scroller import AxisScroller
from padviewer.gui.heatmap_frame import FrameColours, HeatmapSource, Mode
from padviewer.gui.heatmap_frames import Frames, Submit
from padviewer.gui.heatmap_geometry import Axis
from padviewer.gui.heatmap_header import paint_step_axis, paint_still_real
from padviewer.gui.heatmap_labels import paint_focus, paint_rows, paint_selection
from padviewer.gui.heatmap_layout import (
    MARGIN,
    SCROLL_BAR,
    Picture,
    arrange,
    first_picture,
    fitted_steps,
    usual_rows,
)
from padviewer.gui.minimap import OUTSET, Minimap

CELLS_PER_NOTCH = 3


class HeatmapView(QWidget):
    """A tensor cell by cell.

    Rows in signals and methods are rows of the tensor, whatever the order in which the view shows them.
    Arrows, Home, End, Page Up and Page Down move the selected cell, 0 fits all steps, 1 makes every cell one
    pixel, + and − zoom; the wheel scrolls rows, with Shift steps, and zooms with Ctrl; dragging pans.

    Parameters
    ----------
    submit : callable
        ``submit(work, done)`` runs `work` elsewhere and calls `done` in this thread with its answer; only the
        newest work of a view needs an answer.
    mode : {"values", "mask"}
    parent : QWidget, optional

    Signals
    -------
    cell_hovered(int, int)
        Row and step under the mouse; −1, −1 beside the cells.
    cell_selected(int, int)
        Row and step that a person chose.
    sampled_changed(str)
        The sentence of `sampled`, when it changes.
    """

    cell_hovered = Signal(int, int)
    cell_selected = Signal(int, int)
    sampled_changed = Signal(str)

    def __init__(self, submit: Submit, mode: Mode = "values", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = mode
        self._ramp = "tide"
        self._colours = FrameColours.from_tokens(look.current().hex, ramps.ramp(self._ramp))
        self._frames = Frames(submit, self._on_frame_changed)
        self._picture: Picture | None = None
        self._fitted = True
        self._selected = (-1, -1)
        self._selected_view_row = -1
        self._hovered = (-1, -1)
        self._pressed: QPointF | None = None
        self._panned_from: tuple[int, int] | None = None
        self._wheel_rest = ("", 0.0)
        self.minimap = Minimap(self)
        self.minimap.place_asked.connect(self._on_minimap_place_asked)
        self.row_bar = AxisScroller(Qt.Orientation.Vertical, "Rows", self)
        self.row_bar.offset_asked.connect(self._on_row_bar_offset_asked)
        self.step_bar = AxisScroller(Qt.Orientation.Horizontal, "Steps", self)
        self.step_bar.offset_asked.connect(self._on_step_bar_offset_asked)
        for child in (self.minimap, self.row_bar, self.step_bar):
            child.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self._name())

    def _name(self) -> str:
        name = "Heatmap" if self._mode == "values" else "Mask"
        title = self._picture.source.title if self._picture is not None else ""
        return f"{name}, {title}" if title else name

    def set_source(self, source: HeatmapSource | None) -> None:
        """Show another tensor, or nothing; place, zoom and selected row stay where they still make sense."""
        if source is None:
            self._picture = None
            self._lay_out()
        elif self._picture is None:
            self._fitted = True
            self._show(first_picture(source, self.size(), self.devicePixelRatioF(), self._mode))
        else:
            rows = replace(self._picture.rows, count=source.rows)
            cols = replace(self._picture.cols, count=source.cols)
            self._show(replace(self._picture, source=source, rows=rows, cols=cols))
        self._mark(*self._selected)
        self.setAccessibleName(self._name())

    def set_ramp(self, name: str) -> None:
        """Draw with another ramp of `padviewer.gui.ramps`."""
        self._ramp = name
        self._recolour()

    def sampled(self) -> str:
        """Say what is left out, such as ``1 of 24 rows drawn.``; empty where every cell in view is drawn."""
        return "" if self._picture is None else self._picture.sampled()

    def selected(self) -> tuple[int, int]:
        """Return the selected row of the tensor and step; −1 for none."""
        return self._selected

    def select(self, row: int, col: int) -> None:
        """Select a row of the tensor and a step (−1 for none) and bring them into view; emits nothing."""
        self._mark(row, col)
        if self._picture is not None and self._selected_view_row >= 0:
            self._show_axes(heatmap_motion.showing(self._picture, self._selected_view_row, col))

    def go_to_row(self, row: int) -> None:
        """Select a row of the tensor, at the selected step, and put it in the middle unless it is in view."""
        self._mark(row, self._selected[1])
        if self._picture is not None and self._selected_view_row >= 0:
            self._show_axes(heatmap_motion.centred(self._picture, self._selected_view_row))

    def go_to_cut_row(self, *, backward: bool = False) -> None:
        """Choose the next row in view order that loses steps; nothing where none does."""
        picture = self._picture
        found = -1 if picture is None else picture.source.next_cut(self._selected_view_row, backward=backward)
        if picture is not None and found >= 0:
            self.go_to_row(picture.source.tensor_row(found))
            self.cell_selected.emit(*self._selected)

    def fit(self) -> None:
        """Show all steps, at the usual height of rows."""
        if self._picture is not None:
            self._fitted = True
            self._show_axes(heatmap_motion.usual(self._picture))

    def one_pixel(self) -> None:
        """Show every cell as one device pixel."""
        if self._picture is not None:
            self._fitted = False
            self._show_axes(heatmap_motion.one_pixel(self._picture))

    def cell_at(self, point: QPoint | QPointF) -> tuple[int, int] | None:
        """Row of the tensor and step under a point of the widget, or None beside the cells."""
        found = self._picture.cell_at(point) if self._picture is not None else None
        if self._picture is None or found is None:
            return None
        return self._picture.source.tensor_row(found[0]), found[1]

    def cell_rect(self, row: int, col: int) -> QRect:
        """All points at which `cell_at` gives this row of the tensor and this step; empty where none does."""
        view_row = -1 if self._picture is None else self._picture.source.view_row(row)
        if self._picture is None or view_row < 0:
            return QRect()
        return self._picture.cell_rect(view_row, col)

    def hovered(self) -> tuple[int, int]:
        """Return the row of the tensor and the step under the mouse; −1, −1 beside the cells."""
        return self._hovered

    def is_current(self) -> bool:
        """Whether the cells on the screen are those of the present source, place, zoom and theme."""
        return self._frames.is_current()

    def _show_axes(self, axes: tuple[Axis, Axis]) -> None:
        if self._picture is not None:
            self._show(replace(self._picture, rows=axes[0], cols=axes[1]))

    def _show(self, picture: Picture) -> None:
        """Take another picture, brought in line with the widget, and ask for its frame."""
        said, ratio = self.sampled(), self.devicePixelRatioF()
        if picture.layout.ratio != ratio:
            picture = replace(picture, rows=usual_rows(picture.rows.count, ratio))
        self._picture = arrange(picture, self.size(), ratio, fitted=self._fitted)
        self._lay_out()
        if said != self.sampled():
            self.sampled_changed.emit(self.sampled())

    def _lay_out(self) -> None:
        """Place the minimap and the scroll bars, and ask for a frame."""
        picture = self._picture
        self.update()
        if picture is None or not min(picture.layout.room):
            for child in (self.minimap, self.row_bar, self.step_bar):
                child.hide()
            return
        height, width = picture.layout.room
        cells = picture.cells.toAlignedRect()
        place = picture.layout.minimap(picture.shown).toRect()
        self.minimap.setGeometry(place.adjusted(-OUTSET, -OUTSET, OUTSET, OUTSET))
        self.minimap.setVisible(place.height() > 0)
        extent = max(1, picture.rows.extent)
        self.minimap.set_span(picture.rows.offset / extent, min(1.0, (picture.rows.offset + height) / extent))
        self.row_bar.setGeometry(self.width() - MARGIN + 4, cells.top(), SCROLL_BAR, cells.height())
        self.row_bar.set_axis(picture.rows, height)
        self.step_bar.setGeometry(cells.left(), self.height() - SCROLL_BAR, cells.width(), SCROLL_BAR)
        self.step_bar.set_axis(picture.cols, width)
        overview = (self.minimap.picture_rect().size() * picture.layout.ratio).toSize()
        self._frames.want(picture, self._colours, overview)

    def _recolour(self) -> None:
        self._colours = FrameColours.from_tokens(look.current().hex, ramps.ramp(self._ramp))
        if self._picture is not None:
            self._show(self._picture)

    def _on_frame_changed(self) -> None:
        if shiboken6.isValid(self):
            self.minimap.set_image(self._frames.overview())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is not None and self._picture.layout.ratio != self.devicePixelRatioF():
            self._show(self._picture)
        picture = self._picture
        if picture is not None and min(picture.layout.room) and not self.is_current():
            self._frames.compose_now()
            self.minimap.set_image(self._frames.overview())
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.current().colour("canvas"))
        if picture is not None and min(picture.layout.room):
            paint_still_real(painter, picture)
            paint_step_axis(painter, picture)
            self._frames.paint(painter, picture)
            paint_rows(painter, picture, self._selected_view_row)
            if self._selected_view_row >= 0:
                paint_selection(painter, picture, self._selected_view_row, self._selected[1])
            if self.hasFocus():
                paint_focus(painter, picture)
            cells, line = picture.cells, look.current().line("micro")
            note = QRectF(cells.left(), cells.bottom() + 4, self.width() - MARGIN - cells.left(), line)
            drawing.text(painter, note, picture.sampled(), "micro", "t3")
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(832), look.current().px(470))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(320), look.current().px(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._picture is not None:
            self._show(self._picture)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._recolour()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        picture, pressed = self._picture, self._pressed
        if picture is not None and pressed is not None:
            moved = event.position() - pressed
            if self._panned_from is None and moved.manhattanLength() >= QApplication.startDragDistance():
                self._panned_from = (picture.rows.offset, picture.cols.offset)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            if self._panned_from is not None:
                row, col = self._panned_from
                down, right = round(moved.y() * picture.layout.ratio), round(moved.x() * picture.layout.ratio)
                self._show_axes(heatmap_motion.moved_to(picture, row - down, col - right))
        self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        was_click = self._panned_from is None
        self._pressed = self._panned_from = None
        self.unsetCursor()
        found = self.cell_at(event.position())
        if was_click and found is not None:
            self._choose(*found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        picture = self._picture
        if picture is None:
            super().wheelEvent(event)
            return
        event.accept()
        held, fine, turned = event.modifiers(), event.pixelDelta(), event.angleDelta()
        across = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & Qt.KeyboardModifier.ControlModifier:
            self._zoom(self._notches("zoom", (turned.y() or turned.x()) / 120), event.position())
        elif not fine.isNull():
            by = QPointF(fine) * picture.layout.ratio
            down, right = (0.0, by.x() or by.y()) if across else (by.y(), by.x())
            self._show_axes(heatmap_motion.moved_by(picture, -round(down), -round(right)))
        else:
            right = turned.x() or (turned.y() if across else 0)
            down = 0 if across else turned.y()
            way, turn = ("rows", down) if down else ("steps", right)
            cells = self._notches(way, turn / 120 * CELLS_PER_NOTCH)
            by_rows, by_cols = (cells * picture.rows.cell, 0) if down else (0, cells * picture.cols.cell)
            self._show_axes(heatmap_motion.moved_by(picture, -by_rows, -by_cols))
        self._hover(event.position())

    def _notches(self, way: str, turned: float) -> int:
        """Whole units that a wheel has been turned; the rest waits for more of the same way and direction."""
        last, rest = self._wheel_rest
        total = turned + (rest if last == way and rest * turned > 0 else 0.0)
        self._wheel_rest = (way, total - int(total))
        return int(total)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        picture = self._picture
        if picture is None:
            super().keyPressEvent(event)
            return
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        row, col = self._selected_view_row, self._selected[1]
        target = heatmap_motion.key_target(picture, event.key(), row, col, ctrl=ctrl)
        if target is not None:
            self._choose(picture.source.tensor_row(target[0]), target[1])
        elif event.text() == "0":
            self.fit()
        elif event.text() == "1":
            self.one_pixel()
        elif event.text() in ("+", "-"):
            chosen = self.cell_rect(*self._selected)
            middle = picture.cells.center() if chosen.isEmpty() else QRectF(chosen).center()
            self._zoom(1 if event.text() == "+" else -1, middle)
        else:
            super().keyPressEvent(event)

    def _zoom(self, steps: int, at: QPointF) -> None:
        if self._picture is not None and steps:
            rows, cols = heatmap_motion.zoomed(self._picture, steps, at)
            self._fitted = cols == fitted_steps(cols, self._picture.layout)
            self._show_axes((rows, cols))

    def _hover(self, at: QPointF | None) -> None:
        found = self.cell_at(at) if at is not None else None
        hovered = found if found is not None else (-1, -1)
        if hovered != self._hovered:
            self._hovered = hovered
            self.cell_hovered.emit(*hovered)

    def _choose(self, row: int, col: int) -> None:
        self.select(row, col)
        self.cell_selected.emit(row, col)

    def _mark(self, row: int, col: int) -> None:
        self._selected = (row, col)
        known = self._picture is not None and row >= 0
        self._selected_view_row = self._picture.source.view_row(row) if known and self._picture else -1
        self.update()

    def _on_minimap_place_asked(self, share: float) -> None:
        if self._picture is not None:
            self._show_axes(heatmap_motion.moved_to_share(self._picture, share))

    def _on_row_bar_offset_asked(self, offset: int) -> None:
        if self._picture is not None:
            self._show_axes(heatmap_motion.moved_to(self._picture, offset, self._picture.cols.offset))

    def _on_step_bar_offset_asked(self, offset: int) -> None:
        if self._picture is not None:
            self._show_axes(heatmap_motion.moved_to(self._picture, self._picture.rows.offset, offset))
