"""Rows of numbers as lines: several rows over each other, a panel a channel, padding and cut parts shown."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from padviewer.core.padding.step_axis import StepAxis
from padviewer.core.padding.timeline import Timeline
from padviewer.core.picture.series import (
    POINTS_PER_PIXEL,
    Channel,
    SeriesPicture,
    SeriesWish,
    Window,
    code_of,
    kept_on,
    showing,
    table_of,
)
from padviewer.core.picture.series_choice import MOST_ROWS, SeriesChoice
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.tasks.wishes import Wish
from padviewer.gui.views.common.gathered import MARGIN, GatheredPicture
from padviewer.gui.views.common.menu import MenuActs, open_menu
from padviewer.gui.views.common.source import words_of
from padviewer.gui.views.series.controls import SeriesButtons, paint_chip, place_chips
from padviewer.gui.views.series.words import said_at
from padviewer.gui.widgets.key_moves import key_move

if TYPE_CHECKING:
    from padviewer.gui.charts.series import SeriesChart, SeriesShown

HEAD = 56
LEAST_PANEL = 56


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
    action_asked (str)
        The menu asks for an action of the window, by its id.
    """

    read_out_changed = Signal(str)
    action_asked = Signal(str)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, "series", parent)
        self._picture: SeriesPicture | None = None
        self.choice = SeriesChoice()
        self._window: Window | None = None
        self._about: tuple[object, ...] = ()
        self._hovered: float | None = None
        self._shown: SeriesShown | None = None
        self._chart: SeriesChart | None = None
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
        pixels = max(1, round(self.chart.zone().width() * self.devicePixelRatioF()))
        plan = self._controller.plan
        assert plan is not None  # noqa: S101 - _problem says so otherwise
        channels = tuple(self.choice.index(at) for at in self.choice.channels)
        axis, window = self._axis(), self.window_of_steps()
        if axis.high - axis.low <= POINTS_PER_PIXEL * pixels:  # few enough: no part of them is read anew
            window = (float(axis.low), float(axis.high))
        return SeriesWish(plan, own.name, rows, channels, window, pixels)

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
        from padviewer.gui.charts.series import SeriesShown

        assert isinstance(answer, SeriesPicture)  # noqa: S101 - SeriesWish answers this alone
        self._picture = answer
        names = tuple(tr("row {row}", row=self._number(row)) for row in answer.wish.rows)
        titles = tuple(self._title(channel) for channel in answer.wish.channels)
        self._shown = SeriesShown(answer, names, titles)
        self._show()
        self._tell()

    # -- the chart -----------------------------------------------------------------------------
    @property
    def chart(self) -> SeriesChart:
        """The panels; they are made when they are first wanted, for pyqtgraph takes its time."""
        if self._chart is None:
            from padviewer.gui.charts.series import SeriesChart

            self._chart = chart = SeriesChart(self)
            chart.hide()
            chart.window_changed.connect(lambda low, high: self._look_at((low, high)))
            chart.fit_asked.connect(self.fit)
            chart.clicked.connect(self._on_clicked)
            chart.pointed.connect(self._on_pointed)
            chart.menu_asked.connect(self._open_menu)
            self._place_chart()
        return self._chart

    def _place_chart(self) -> None:
        if self._chart is not None:
            top = look.current().px(HEAD)
            self._chart.setGeometry(0, top, self.width(), max(1, self.height() - top))

    def _show(self) -> None:
        """Bring the chart in line: nothing where a sentence stands, the last lines until others are there."""
        chart, picture = self._chart, self._picture
        if chart is None:
            return
        self._place_chart()
        is_there = picture is not None and self._is_plot() and not self._failure
        if is_there and self._shown is not None and picture is not None:
            window = self.window_of_steps()
            chart.show_series(self._shown, window)
            col = self._controller.view.col
            marks = [(picture.axis.x(col) + 0.5, "accent")] if 0 <= col < picture.axis.width else []
            if self._hovered is not None:
                marks.append((math.floor(self._hovered) + 0.5, "t3"))
            chart.set_over(tuple(marks))
        chart.setVisible(is_there)
        self.update()

    def _on_failed(self, wish: Wish, error: Exception) -> None:
        super()._on_failed(wish, error)
        self._show()

    def refresh(self) -> None:
        """Ask for the lines that are to be drawn, and show those that are there."""
        super().refresh()
        self._show()

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
        if window is None or kept_on(self._axis(), window) != self.window_of_steps():
            self._window = window
            self.refresh()

    def _is_plot(self) -> bool:
        """Whether there are lines: rows are chosen, and they hold numbers."""
        return not self._problem() and bool(self.rows())

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
        """Draw the panels and what they show at any size; on the screen the chart does it itself."""
        if self._shown is None or not self._is_plot() or painter.device() is self:
            return
        from padviewer.gui.charts.series import SeriesChart

        head = look.current().px(HEAD)
        chart = SeriesChart()
        chart.resize(size.width(), max(1, size.height() - head))
        chart.show_series(self._shown, self.window_of_steps())
        chart.render(painter, QRectF(0, head, chart.width(), chart.height()), chart.rect())
        chart.close()
        chart.deleteLater()

    @staticmethod
    def _title(channel: Channel) -> str:
        return tr("feature {index}", index=", ".join(map(str, channel))) if channel else ""

    def paint_over(self, painter: QPainter) -> None:
        """Draw the chips of the channels and the read-out above the chart."""
        for at, rect in self._chips():
            paint_chip(painter, rect, self.choice.name(at), is_on=at in self.choice.channels)
        said = self.read_out()
        if said:
            line, left = look.current().line("small"), self.chart.zone().left()
            words = QRectF(left, look.current().px(HEAD) - line - 4, self.chart.zone().width(), line)
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
            self._show()
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
            self._zoom(1 if words == "+" else -1)
        elif not self._step(key):
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key) -> bool:
        """Move the selected step where a key does."""
        move, controller = key_move(key, along=1, all=1 << 60), self._controller
        if not move or controller.plan is None or controller.view.row < 0:
            return False
        last = controller.shown.axes[0].width - 1
        controller.select(controller.view.row, min(max(max(controller.view.col, 0) + move, 0), last))
        return True

    def _walk(self, by: int) -> None:
        controller = self._controller
        if controller.plan is None:
            return
        row = controller.places.after(controller.view.row, by)
        if row >= 0:
            controller.select(row, controller.view.col)

    def _zoom(self, steps: int) -> None:
        """Zoom in (above 0) or out about the selected step."""
        if not self._is_plot():
            return
        low, high = self.window_of_steps()
        col = self._controller.view.col
        x = self._axis().x(col) + 0.5 if col >= 0 else low
        self.chart.zoom(steps, x if low <= x <= high else (low + high) / 2)

    def _on_clicked(self, place: float) -> None:
        column = self._axis().column(place)
        if column >= 0:
            self._controller.select(self._controller.view.row, column)

    def _on_pointed(self, at: QPointF | None) -> None:
        place = None
        if at is not None and self._is_plot() and self.chart.zone().contains(at):
            place = self.chart.place_at(at.x())
        if place != self._hovered:
            self._hovered = place
            self.read_out_changed.emit(self.read_out() if place is not None else "")
            self._show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at, rect in self._chips():
            if event.button() == Qt.MouseButton.LeftButton and rect.contains(event.position()):
                self.toggle_channel(at)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Have the chart below do what the wheel over the head asks for."""
        event.accept()
        if self._is_plot():
            chart = self.chart
            place = QPointF(chart.mapFrom(self, event.position()))
            place.setY(max(place.y(), chart.panel_rect(0).center().y()))
            inside = QWheelEvent(
                place, chart.mapToGlobal(place), event.pixelDelta(), event.angleDelta(), event.buttons(),
                event.modifiers(), event.phase(), event.inverted(),
            )  # fmt: skip
            QApplication.sendEvent(chart.viewport(), inside)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where a key asked for it; the mouse's own comes from the chart."""
        if event.reason() != QContextMenuEvent.Reason.Mouse and self._is_plot():
            low, high = self.window_of_steps()
            self._open_menu(self.mapToGlobal(self.rect().center()), (low + high) / 2)

    def _open_menu(self, at: QPoint, _place: float) -> None:
        picture, copy = self._picture, QApplication.clipboard().setText
        if picture is not None and self._is_plot():
            window = self.window_of_steps()
            acts = MenuActs(
                fit=self.fit,
                copy_cell=lambda: copy(self.read_out()),
                copy_view=lambda: copy(table_of(picture, window, self._number)),
                copy_code=lambda: copy(code_of(picture, window, self._number)),
                save_picture=partial(self.action_asked.emit, "picture"),
                filter_rows=self._filter,
                explain=self._explain,
            )
            open_menu(self, acts, at)

    def _explain(self) -> None:
        self.setFocus()
        self.action_asked.emit("help_here")

    def _filter(self) -> None:
        """Show the rows alone that are drawn."""
        controller = self._controller
        controller.mark(np.array(self.rows(), np.int64), tr("rows of the lines"))
        controller.look(keep=replace(controller.view.keep, only_marked=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_chart()
        super().resizeEvent(event)
        self._dress()

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(320), look.current().px(HEAD + LEAST_PANEL + 60))
