"""Rows of numbers as lines: several rows over each other, a panel a channel, padding and cut parts shown."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from padviewer.core.data.ragged import Int64
from padviewer.core.padding.step_axis import StepAxis
from padviewer.core.padding.timeline import Timeline
from padviewer.core.rows.walk import neighbour
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.tasks.wishes import Wish
from padviewer.gui.views.common.gathered import MARGIN, GatheredPicture
from padviewer.gui.views.common.source import words_of
from padviewer.gui.views.series.buttons import SeriesButtons
from padviewer.gui.views.series.chips import paint_chip, place_chips
from padviewer.gui.views.series.choice import MOST_ROWS, Channel, SeriesChoice
from padviewer.gui.views.series.lines import SeriesPicture, SeriesWish
from padviewer.gui.views.series.painting import HEAD, LEAST_PANEL, Panels, paint_series, panels_of
from padviewer.gui.views.series.visible import Window, kept_on, moved, showing, zoomed
from padviewer.gui.views.series.words import said_at


class SeriesView(GatheredPicture):
    """Line plots of the selected row and of the rows that are pinned.

    Left and Right, Home and End move the selected step, Up and Down the row in the views' order; Space pins
    the selected row or lets it go, Backspace lets all go; the digits 1 to 9 show and hide channels, Page Up
    and Page Down show the channels before and after; + and − zoom, 0 fits. The wheel moves along the steps,
    with Ctrl it zooms; dragging pans.

    Signals
    -------
    read_out_changed (str)
        What is under the mouse, in words; empty for nothing.
    """

    read_out_changed = Signal(str)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, "series", parent)
        self._picture: SeriesPicture | None = None
        self.choice = SeriesChoice()
        self._window: Window | None = None
        self._about: tuple[object, ...] = ()
        self._hovered: float | None = None
        self._pressed: QPointF | None = None
        self._panned_from: Window | None = None
        self._drawn: tuple[tuple[object, ...], QPixmap] | None = None
        self.buttons = SeriesButtons(self)
        self.buttons.pin.clicked.connect(self.pin)
        self.buttons.marked.clicked.connect(self.pin_marked)
        self.buttons.clear.clicked.connect(self.unpin_all)
        self.setAccessibleName(tr("Series"))
        self._dress()

    # -- what is drawn -------------------------------------------------------------------------
    def wish(self) -> Wish | None:
        """Return the rows, channels and steps to be drawn."""
        self._forget_what_is_gone()
        self._dress()
        rows = self.rows()
        if not self._is_plot():
            return None
        own = self._controller.shown
        window = self.window_of_steps()
        panels = Panels(self.width(), self.height(), 1, 1, window)
        pixels = max(1, round((panels.right - panels.left) * self.devicePixelRatioF()))
        plan = self._controller.plan
        assert plan is not None  # noqa: S101 - _problem says so otherwise
        return SeriesWish(
            plan, own.name, rows, tuple(self.choice.index(at) for at in self.choice.channels), window, pixels
        )

    def sentence(self) -> str:
        """Say why there are no lines."""
        return self._problem() or tr(
            "No row is selected. Press Down, or click a row in the heatmap or the table."
        )

    def _problem(self) -> str:
        plan = self._controller.plan
        if plan is None:
            return tr("Open a file to see its rows.")
        own = self._controller.shown
        if words_of(plan, own.name) is not None:
            return tr(
                "“{tensor}” holds ids of words. A line through them would say nothing. "
                "Choose a column of numbers in the data panel.",
                tensor=own.name,
            )
        return ""

    def take(self, _wish: Wish, answer: Any) -> None:
        """Keep the lines."""
        assert isinstance(answer, SeriesPicture)  # noqa: S101 - SeriesWish answers this alone
        self._picture = answer
        self._tell()

    def _forget_what_is_gone(self) -> None:
        """Let pins, channels and zoom go where the tensor is another."""
        plan = self._controller.plan
        if plan is None:
            self._about, self.choice, self._window = (), SeriesChoice(), None
            return
        own, source = self._controller.shown, self._controller.session.source
        about = ("" if source is None else source.path, own.choice.column or own.name, len(own.inner_shape))
        if about != self._about:
            self._about, self.choice, self._window = about, SeriesChoice(), None
        pinned = tuple(row for row in self.choice.pinned if row < own.n)
        self.choice = replace(self.choice, sides=own.inner_shape, pinned=pinned)

    # -- rows and channels -----------------------------------------------------------------------
    def rows(self) -> tuple[int, ...]:
        """Return the tensor rows that are drawn: the selected one, then the pinned ones."""
        controller = self._controller
        if controller.plan is None:
            return ()
        row = controller.view.row
        return self.choice.rows(row if row < controller.shown.n else -1)

    def _choose(self, choice: SeriesChoice) -> None:
        self.choice = choice
        self.refresh()

    def pin(self) -> None:
        """Pin the selected row, or let it go where it is pinned; of more than seven the oldest goes."""
        if self._controller.view.row >= 0:
            self._choose(self.choice.with_pin(self._controller.view.row))

    def pin_marked(self) -> None:
        """Pin the first seven marked rows in place of those that were pinned."""
        marked = self._controller.view.marked
        if marked is not None:
            self._choose(self.choice.with_pins(tuple(marked.rows[:MOST_ROWS].tolist())))

    def unpin_all(self) -> None:
        """Let all pinned rows go."""
        self._choose(self.choice.with_pins(()))

    def show_channels(self, channels: tuple[int, ...]) -> None:
        """Give these channels a panel each; at most six, at least one."""
        self._choose(self.choice.with_channels(channels))

    def toggle_channel(self, channel: int) -> None:
        """Show a channel, or hide it unless it is the last one."""
        self._choose(self.choice.toggled(channel))

    # -- the visible part ----------------------------------------------------------------------
    def _axis(self) -> StepAxis:
        own = self._controller.shown
        return StepAxis.of([Timeline.of(own, row) for row in self.rows()])

    def window_of_steps(self) -> Window:
        """Return the visible part of the axis; call it only where rows are drawn."""
        return kept_on(self._axis(), self._window)

    def fit(self) -> None:
        """Show the whole tensor, and what was cut beside it."""
        self._look_at(None)

    def _look_at(self, window: Window | None) -> None:
        self._window = window
        self.refresh()

    def _is_plot(self) -> bool:
        """Whether there are lines: rows are chosen, and they hold numbers."""
        return not self._problem() and bool(self.rows())

    def zoom(self, notches: int, place: float) -> None:
        """Zoom in (above 0) or out about a place of the axis."""
        if notches and self._is_plot():
            self._look_at(zoomed(self._axis(), self.window_of_steps(), notches, place))

    def _pan(self, steps: float) -> None:
        if self._is_plot():
            self._look_at(moved(self._axis(), self.window_of_steps(), steps))

    # -- words ---------------------------------------------------------------------------------
    def read_out(self) -> str:
        """Say what stands at the place under the mouse, or else at the selected step."""
        picture = self._picture
        if picture is None or self._asked is None:
            return ""
        place = self._hovered
        if place is None:
            col = self._controller.view.col
            if not 0 <= col < picture.axis.width:
                return ""
            place = picture.axis.x(col) + 0.5
        return said_at(picture, place, self._controller.shown.start, self._number)

    def _number(self, row: int) -> int:
        return self._controller.shown.number(row)

    def _tell(self) -> None:
        picture = self._picture
        if picture is None or self._asked is None:
            self.setAccessibleDescription(self.sentence())
            return
        rows = ", ".join(str(self._number(row)) for row in picture.wish.rows)
        panels = tr_count("{count} feature", "{count} features", len(picture.wish.channels))
        said = tr("Lines of rows {rows}, {features}.", rows=rows, features=panels)
        self.setAccessibleDescription(f"{said} {self.read_out()}".strip())

    # -- drawing -------------------------------------------------------------------------------
    def paint_picture(self, painter: QPainter, size: QSize) -> None:
        """Draw the panels and what they show; on the screen from a picture of the last time."""
        picture = self._picture
        if picture is None or not self._is_plot():
            return
        window = self.window_of_steps()
        if size != self.size() or painter.device() is not self:
            self._paint_all(painter, picture, size, window)
            return
        ratio = self.devicePixelRatioF()
        key = (picture, size.toTuple(), window, ratio, look.current())
        if self._drawn is None or self._drawn[0] != key:
            image = QPixmap(size * ratio)
            image.setDevicePixelRatio(ratio)
            image.fill(look.current().colour("canvas"))
            inner = QPainter(image)
            self._paint_all(inner, picture, size, window)
            inner.end()
            self._drawn = (key, image)
        painter.drawPixmap(0, 0, self._drawn[1])

    def _paint_all(
        self, painter: QPainter, picture: SeriesPicture, size: QSize, window: tuple[float, float]
    ) -> None:
        names = [tr("row {row}", row=self._number(row)) for row in picture.wish.rows]
        titles = [self._title(channel) for channel in picture.wish.channels]
        paint_series(painter, picture, panels_of(picture, size, window), names, titles)

    @staticmethod
    def _title(channel: Channel) -> str:
        return tr("feature {index}", index=", ".join(map(str, channel))) if channel else ""

    def paint_over(self, painter: QPainter) -> None:
        """Draw the chips of the channels, the selected step, and the read-out."""
        picture = self._picture
        for at, rect in self._chips():
            paint_chip(painter, rect, self.choice.name(at), is_on=at in self.choice.channels)
        if picture is None:
            return
        panels = panels_of(picture, self.size(), self.window_of_steps())
        col = self._controller.view.col
        marks = [(picture.axis.x(col) + 0.5, "accent")] if 0 <= col < picture.axis.width else []
        if self._hovered is not None:
            marks.append((math.floor(self._hovered) + 0.5, "t3"))
        for place, token in marks:
            x = panels.x(place)
            if panels.left <= x <= panels.right:
                drawing.hairline(painter, x, panels.zone.top(), panels.zone.height(), token, upright=True)
        said = self.read_out()
        if said:
            line = look.current().line("small")
            words = QRectF(panels.left, look.current().px(HEAD) - line - 4, panels.zone.width(), line)
            drawing.text(painter, words, said, "small", "t2")

    def _chips(self) -> list[tuple[int, QRectF]]:
        """Return the channels that can be clicked, and where."""
        return place_chips(self.choice, MARGIN, self.buttons.left(self.width()) - 8)

    def _dress(self) -> None:
        """Bring the buttons in line with what they do now."""
        self.buttons.dress(self._controller.view, self.choice, self.width(), is_plot=not self._problem())

    # -- events --------------------------------------------------------------------------------
    def _on_view_changed(self, old: View, new: View) -> None:
        super()._on_view_changed(old, new)
        if self.isVisible():
            if new.col != old.col and new.col >= 0 and self._window is not None and self._is_plot():
                self._look_at(showing(self._axis(), self.window_of_steps(), new.col))
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, words = Qt.Key(event.key()), event.text()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Space:
            self.pin()
        elif key == Qt.Key.Key_Backspace:
            self.unpin_all()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._choose(self.choice.turned(-1 if key == Qt.Key.Key_PageUp else 1))
        elif words == "0":
            self.fit()
        elif words in tuple("123456789"):
            self.toggle_channel(int(words) - 1)
        elif words in ("+", "-"):
            self._zoom_about_the_step(1 if words == "+" else -1)
        elif not self._step(key):
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key) -> bool:
        """Move the selected step where a key does."""
        far = 1 << 60
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -far, Qt.Key.Key_End: far}
        controller = self._controller
        if key not in moves or controller.plan is None or controller.view.row < 0:
            return False
        last = controller.shown.axes[0].width - 1
        controller.select(controller.view.row, min(max(max(controller.view.col, 0) + moves[key], 0), last))
        return True

    def _walk(self, by: int) -> None:
        controller = self._controller
        if controller.plan is None:
            return
        order: Int64 | None = controller.counting.order
        row = neighbour(order, controller.shown.n, controller.view.row, by)
        if row >= 0:
            controller.select(row, controller.view.col)

    def _zoom_about_the_step(self, notches: int) -> None:
        if not self._is_plot():
            return
        low, high = self.window_of_steps()
        col = self._controller.view.col
        x = self._axis().x(col) + 0.5 if col >= 0 else low
        self.zoom(notches, x if low <= x <= high else (low + high) / 2)

    def _place_at(self, point: QPointF) -> float | None:
        """Return the place of the axis under a point of the panels."""
        if self._picture is None or not self._is_plot():
            return None
        panels = panels_of(self._picture, self.size(), self.window_of_steps())
        return panels.place(point.x()) if panels.zone.contains(point) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for at, rect in self._chips():
            if rect.contains(event.position()):
                self.toggle_channel(at)
                return
        if self._place_at(event.position()) is not None:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            by = event.position() - self._pressed
            if self._panned_from is None and by.manhattanLength() >= QApplication.startDragDistance():
                self._panned_from = self.window_of_steps()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            if self._panned_from is not None and self._picture is not None:
                low, high = self._panned_from
                panels = panels_of(self._picture, self.size(), (low, high))
                steps = -by.x() * (high - low) / (panels.right - panels.left)
                self._look_at(moved(self._axis(), (low, high), steps))
        self._hover(self._place_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_click = self._pressed is not None and self._panned_from is None
        self._pressed = self._panned_from = None
        self.unsetCursor()
        place = self._place_at(event.position())
        if was_click and place is not None and event.button() == Qt.MouseButton.LeftButton:
            column = self._axis().column(place)
            if column >= 0:
                self._controller.select(self._controller.view.row, column)

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, place: float | None) -> None:
        if place != self._hovered:
            self._hovered = place
            self.read_out_changed.emit(self.read_out() if place is not None else "")
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if not self._is_plot():
            return
        low, high = self.window_of_steps()
        place = self._place_at(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(self.notches(event), (low + high) / 2 if place is None else place)
            return
        panels = Panels(self.width(), self.height(), 1, 1, (low, high))
        fine = event.pixelDelta()
        if fine.isNull():
            self._pan(-self.notches(event) * (high - low) / 10)
        else:
            self._pan(-(fine.x() or fine.y()) * (high - low) / (panels.right - panels.left))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(320), look.current().px(HEAD + LEAST_PANEL + 60))
