"""How long the rows are: bars, the curve of steps kept, and maxlen as a handle that can be dragged."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QGraphicsScene, QSizePolicy, QWidget

from padviewer.core.data.lengths import LengthCounts
from padviewer.core.picture.lengths import LengthAxis, LengthBars
from padviewer.core.picture.lengths_view import (
    LengthsView,
    Span,
    Window,
    axis_of,
    last_of,
    percentile_marks,
    pushed_apart,
)
from padviewer.gui.charts.bars import Bars
from padviewer.gui.charts.hands import Hands, Surface
from padviewer.gui.charts.lengths_drawn import RING, LengthTicks, draw_behind, draw_handle, draw_words
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

SNAP, PAGE = 8, 32
GRIP, BADGE, AXIS = 12, 18, 22
MARK_GAP = 4
ABOVE = 3  # room for the curve's pen above the highest share


class LengthsChart(Surface):
    """The chart; maxlen follows the handle at once and is announced at every step.

    Keys: Left and Right by 1, with Shift by 8, Page Up and Page Down by 32, Home and End to 1 and the longest
    row; + and - zoom, 0 fits. While the handle is dragged, Shift snaps it to multiples of 8, and Escape puts
    it back. A click on a bar, or a drag across several with Shift, picks the rows of these lengths. The
    wheel, drags and the double click are those of all charts.

    Signals
    -------
    maxlen_dragged(int)
        The handle was moved and is still held.
    maxlen_chosen(int)
        The handle was let go at another place than it had, or a key or a click on p95 or p99 moved it.
    drag_cancelled()
        Escape: maxlen is what it was before the drag.
    lengths_picked(object, bool)
        The first and the last length of the bars that were clicked, (int, int), or None: none any more; and
        whether Ctrl was held.
    menu_asked(QPoint, object)
        The place on the screen, and the lengths of the bar there or None.
    """

    maxlen_dragged = Signal(int)
    maxlen_chosen = Signal(int)
    drag_cancelled = Signal()
    lengths_picked = Signal(object, bool)
    menu_asked = Signal(QPoint, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts: LengthCounts | None = None
        self.axis = LengthAxis()
        self.view: LengthsView | None = None
        self._is_logarithmic: bool | None = None
        self._maxlen = 1
        self._window: Window | None = None  # what was zoomed to; None: all
        self._held_from: int | None = None
        self._held_offset = 0.0
        self._picked: Span | None = None
        self._picked_before: Span | None = None
        self._is_picking = True
        self._marks: list[tuple[int, str, QRectF]] | None = None  # laid out when they are asked for
        self._box = Hands(upright=False)
        self._ticks = LengthTicks(self)
        self._bars = Bars(self._box)
        self._bars.setZValue(-1)  # the curve is seen over them
        self._curve = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self._box.addItem(self._curve, ignoreBounds=True)
        for item in (self._box, self._ticks):
            item.setParentItem(self.centralWidget)
        self._box.sigXRangeChanged.connect(self._on_range)
        self._box.fit_asked.connect(self._on_double_click)
        self._box.clicked.connect(self._on_clicked)
        self._box.range_dragged.connect(self._on_range_dragged)
        self._box.menu_asked.connect(lambda at, where: self.menu_asked.emit(where, self._bars_at(at, at)))
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # few, as large as the view
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)  # else nothing of the widget itself counts as seen
        self.setAccessibleName(tr("Maxlen, steps"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_lengths(None)

    # -- what it shows -------------------------------------------------------------------------
    def maxlen(self) -> int:
        """Return where the handle stands."""
        return self._maxlen

    def is_dragging(self) -> bool:
        """Tell whether the handle is held."""
        return self._held_from is not None

    def set_lengths(self, counts: LengthCounts | None) -> None:
        """Show other lengths; None, or rows without a step, shows nothing."""
        self.counts = counts if counts is not None and counts.maximum else None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if self.counts is None else Qt.FocusPolicy.StrongFocus)
        self._choose_axis()
        self._describe()

    def set_maxlen(self, maxlen: int) -> None:
        """Move the handle without a signal; ignored while the person holds it."""
        if not self.is_dragging():
            self._move_to(maxlen)

    def picked(self) -> Span | None:
        """Return which lengths are picked."""
        return self._picked

    def set_picked(self, lengths: Span | None) -> None:
        """Show which lengths are picked, both ends included; None for none."""
        if lengths != self._picked:
            self._picked = lengths
            self.viewport().update()

    def set_logarithmic(self, wanted: bool | None) -> None:
        """Choose a logarithmic axis or a straight one; None: where the longest row is far out."""
        self._is_logarithmic = wanted
        self._choose_axis()

    def fit(self) -> None:
        """Show all lengths."""
        self._window = None
        self._look()

    def bars_in_view(self) -> LengthBars:
        """Return the bars that are drawn."""
        none = np.zeros(0, np.int64)
        return self.view.bars if self.view is not None else LengthBars(none, none, none)

    def _choose_axis(self) -> None:
        if self.counts is not None:
            axis = axis_of(self.counts, self._is_logarithmic)
            self._window = self._window if axis == self.axis else None
            self.axis = axis
        self._look()

    def _move_to(self, maxlen: int) -> None:
        if maxlen != self._maxlen:
            self._maxlen, self._marks = maxlen, None
            self._describe()
            if self.view is not None and self.last() != self.view.last:
                self._look()
            if self.view is not None:
                self._bars.set_change(self.view.kept_to(maxlen))
            self.viewport().update()

    def _describe(self) -> None:
        counts = self.counts
        words = "" if counts is None else tr(
            "{maxlen}, keeps {share} of the steps. Longest row {longest}.",
            maxlen=numbers.count(self._maxlen), share=numbers.percent(self.share()),
            longest=numbers.count(counts.maximum),
        )  # fmt: skip
        self.setAccessibleDescription(words)

    def share(self) -> float:
        """Return the share of all steps that this maxlen keeps, 0 to 1."""
        counts = self.counts
        return counts.steps_kept(self._maxlen) / max(1, counts.total) if counts else 1.0

    # -- places --------------------------------------------------------------------------------
    def plot_rect(self) -> QRectF:
        """Return where the bars are."""
        theme = look.current()
        top = theme.px(BADGE) + 8
        return QRectF(1, top, max(1, self.width() - 7), max(1.0, self.height() - top - theme.px(AXIS)))

    def last(self) -> int:
        """Return the largest length on the axis; it stands still while the handle is held."""
        return last_of(self.counts, self.axis, self._held_from or self._maxlen) if self.counts else 1

    def x_of(self, length: float) -> float:
        """Return where the right edge of a length stands, in logical pixels."""
        return self.view.x(length) if self.view is not None else self.plot_rect().left()

    def handle_x(self) -> float:
        """Return where the handle's line stands, in logical pixels; at the edge where it is out of view."""
        plot = self.plot_rect()
        return min(max(self.x_of(self._maxlen), plot.left()), plot.right())

    def badge_rect(self) -> QRectF:
        """Return where the handle's value stands."""
        width = drawing.text_width(self.badge_words(), "link") + 16
        left = min(max(self.handle_x() - width / 2, RING), max(RING, self.width() - width - RING))
        return QRectF(int(left), RING, width, look.current().px(BADGE))

    def mark_rects(self) -> list[tuple[int, str, QRectF]]:
        """Return length, words and place of p95 and p99 beside the badge, those that have room."""
        if self._marks is None:
            self._marks = self._lay_out_marks(self.badge_rect())
        return self._marks

    def _lay_out_marks(self, badge: QRectF) -> list[tuple[int, str, QRectF]]:
        plot, counts = self.plot_rect(), self.counts
        marks = percentile_marks(counts) if counts is not None else ()
        marks = tuple(one for one in marks if plot.left() - 1 <= self.x_of(one[0]) <= plot.right() + 1)
        widths = [drawing.text_width(words, "small") + 1 for _, words in marks]
        wished = [(self.x_of(length), width) for (length, _), width in zip(marks, widths, strict=True)]
        taken = (badge.left() - RING, badge.right() + RING)
        begins = pushed_apart(wished, taken, 0, self.width(), MARK_GAP)
        return [
            (length, words, QRectF(left, badge.top(), width, badge.height()))
            for (length, words), left, width in zip(marks, begins, widths, strict=True)
            if left is not None
        ]

    def badge_words(self) -> str:
        """Return the handle's value; an angle tells on which side it is out of view."""
        place = self.axis.place(self._maxlen)
        low, high = self.view.span if self.view is not None else (place, place)
        before, beyond = "‹ " if place < low else "", " ›" if place > high else ""
        return before + tr("maxlen {maxlen}", maxlen=numbers.count(self._maxlen)) + beyond

    # -- the visible part ----------------------------------------------------------------------
    def _look(self) -> None:
        """Bring the view's range, the bars and the curve in line."""
        self._marks = None
        self.viewport().update()
        if self.counts is None:
            self.view = None
            return
        plot = self.plot_rect()
        self.view = view = LengthsView(
            self.counts, self.axis, self.last(), self._window, plot.left(), plot.width()
        )
        self._box.blockSignals(True)
        self._box.setLimits(xMin=view.whole[0], xMax=view.whole[1], minXRange=view.least_span)
        self._box.setRange(xRange=view.span, yRange=(0, 1 + ABOVE / plot.height()), padding=0)
        self._box.blockSignals(False)
        found = view.bars
        left, right = self.axis.places(found.first - 1), self.axis.places(found.last)
        self._bars.set_bars(left, right, found.rows / max(1, found.most))
        self._bars.set_change(view.kept_to(self._maxlen))
        self._curve.setData(*view.curve())
        self._curve.setPen(pg.mkPen(look.current().colour("t2"), width=1.5))

    def _on_range(self, _box: object, window: Window) -> None:
        if self.view is not None:
            self._window = self.view.kept_window(window)
            self._look()

    def zoom(self, steps: int) -> None:
        """Zoom in (above 0) or out about the handle."""
        if self.counts is not None:
            self._box.zoom(steps, QPointF(self.handle_x(), self.plot_rect().center().y()))

    def resizeEvent(self, event: Any) -> None:
        """Give bars and axis their room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if hasattr(self, "_box"):  # pyqtgraph resizes and dresses itself before we have made anything
            plot = self.plot_rect()
            self._box.setGeometry(plot.adjusted(0, -ABOVE, 0, 0))
            self._ticks.setHeight(look.current().px(AXIS))
            self._ticks.setGeometry(
                QRectF(plot.left(), plot.bottom(), plot.width() + 6, look.current().px(AXIS))
            )
            self._look()

    def sizeHint(self) -> QSize:
        return QSize(480, 140)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, look.current().px(96))

    # -- hands ---------------------------------------------------------------------------------
    def _on_grip(self, at: QPointF) -> bool:
        on_line = abs(at.x() - self.handle_x()) <= GRIP / 2 and at.y() <= self.plot_rect().bottom()
        return self.counts is not None and (on_line or self.badge_rect().contains(at))

    def _mark_at(self, at: QPointF) -> int:
        """Return the percentile's length under the mouse, 0 where none is."""
        found = [
            length for length, _, rect in self.mark_rects() if rect.adjusted(-2, -RING, 2, 6).contains(at)
        ]
        return found[0] if found else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.button() == Qt.MouseButton.LeftButton and self._on_grip(at):
            self._held_from = self._maxlen
            self._held_offset = self.handle_x() - at.x()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.viewport().update()
        elif event.button() == Qt.MouseButton.LeftButton and self._mark_at(at):
            self._choose(self._mark_at(at))
        elif self.counts is not None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._held_from is None:
            super().mouseMoveEvent(event)
            mark = 0 if self._on_grip(at) else self._mark_at(at)
            shapes = Qt.CursorShape
            shape = shapes.SizeHorCursor if self._on_grip(at) else shapes.ArrowCursor
            self.setCursor(shapes.PointingHandCursor if mark else shape)
            self.setToolTip(tr("Maxlen {maxlen}", maxlen=numbers.count(mark)) if mark else "")
            return
        maxlen = self.view.length_at(at.x() + self._held_offset) if self.view is not None else 1
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            maxlen = max(SNAP, (maxlen + SNAP // 2) // SNAP * SNAP)
        if maxlen != self._maxlen:
            self._move_to(maxlen)
            self.maxlen_dragged.emit(maxlen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held_from is None:
            super().mouseReleaseEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            moved = self._held_from != self._maxlen
            self._let_go()
            if moved:
                self.maxlen_chosen.emit(self._maxlen)

    def _let_go(self) -> None:
        self._held_from = None
        self._look()

    def _cancel(self) -> None:
        self._is_picking = False
        if self._held_from is not None:
            self._move_to(self._held_from)
            self._let_go()
            self.drag_cancelled.emit()

    def _choose(self, maxlen: int) -> None:
        if maxlen != self._maxlen:
            self._move_to(maxlen)
            self.maxlen_chosen.emit(maxlen)

    def _bars_at(self, one: QPointF, other: QPointF) -> Span | None:
        return self.view.picked(one.x(), other.x()) if self.view is not None else None

    def _on_clicked(self, at: QPointF, held: Qt.KeyboardModifier) -> None:
        found = self._bars_at(at, at)
        self._picked_before = self._picked
        self._pick(None if found == self._picked else found, held)

    def _on_range_dragged(self, start: QPointF, now: QPointF, is_over: bool) -> None:
        if self._is_picking:
            found = self._bars_at(start, now)
            if is_over:
                self._pick(found, Qt.KeyboardModifier.NoModifier)
            else:
                self.set_picked(found)
        self._is_picking = self._is_picking or is_over

    def _pick(self, found: Span | None, held: Qt.KeyboardModifier) -> None:
        if found is not None or self._picked is not None:
            self.set_picked(found)
            self.lengths_picked.emit(found, bool(held & Qt.KeyboardModifier.ControlModifier))

    def _on_double_click(self) -> None:
        """Fit; what the first of the two clicks picked is as it was."""
        if self._picked != self._picked_before:
            self._pick(self._picked_before, Qt.KeyboardModifier.NoModifier)
        self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the handle where a key asked for it; the mouse's own comes when it is let go."""
        if event.reason() != QContextMenuEvent.Reason.Mouse and self.counts is not None:
            at = QPoint(round(self.handle_x()), round(self.plot_rect().center().y()))
            self.menu_asked.emit(self.mapToGlobal(at), self._picked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, words = Qt.Key(event.key()), event.text()
        step = SNAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        longest = self.counts.maximum if self.counts else 1
        targets = {
            Qt.Key.Key_Left: self._maxlen - step,
            Qt.Key.Key_Down: self._maxlen - step,
            Qt.Key.Key_Right: self._maxlen + step,
            Qt.Key.Key_Up: self._maxlen + step,
            Qt.Key.Key_PageUp: self._maxlen + PAGE,
            Qt.Key.Key_PageDown: self._maxlen - PAGE,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: longest,
        }
        if key == Qt.Key.Key_Escape and self.is_dragging():
            self._cancel()
        elif self.counts is None or self.is_dragging():
            event.ignore()
        elif key in targets:
            self._choose(min(max(targets[key], 1), max(longest, self._maxlen)))
        elif words in ("+", "-"):
            self.zoom(1 if words == "+" else -1)
        elif words == "0":
            self.fit()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._cancel()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and hasattr(self, "_box"):
            self._cancel()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    # -- drawing -------------------------------------------------------------------------------
    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """Fill the ground, and draw what stands behind the bars."""
        super().drawBackground(painter, rect)
        if self.view is not None:
            draw_behind(painter, self, self.view)

    def drawForeground(self, painter: QPainter, _rect: object) -> None:
        """Draw the words in the plot, and the handle."""
        if self.view is not None:
            draw_words(painter, self, self.view, float(self._curve.yData[-1]))
            draw_handle(painter, self)
