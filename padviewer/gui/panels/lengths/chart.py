"""How long the rows are: a histogram, the curve of steps kept, and maxlen as a handle that can be dragged."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.gui.panels.lengths.scale import LengthScale, needs_logarithm, row_ticks
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr, tr_count

_GRIP = 12
_SNAP = 8
_PAGE = 32
_BADGE = 18
_RING = 3  # around the badge, for the focus
_AXIS = 22
_LABEL_GAP = 6


@dataclass(frozen=True)
class LengthBin:
    """Rows of the lengths from `first` to `last`, both included."""

    first: int
    last: int
    rows: int


@dataclass(frozen=True)
class LengthsShown:
    """What the chart shows.

    Parameters
    ----------
    bins : tuple of LengthBin
        Ascending, without overlap; a few hundred at most.
    longest : int
        The longest row, at least 1 unless all rows are empty.
    p99 : int
        The length that covers 99 % of the rows.
    kept : tuple of (int, float)
        The curve: at some values of maxlen, ascending, the share of all steps that is kept, 0 to 1.
    """

    bins: tuple[LengthBin, ...]
    longest: int
    p99: int
    kept: tuple[tuple[int, float], ...]


class LengthsChart(QWidget):
    """The chart; maxlen follows the handle at once and is announced at every step.

    Keys: Left and Right by 1, with Shift by 8, Page Up and Page Down by 32, Home and End to 1 and the longest
    row. While the handle is dragged, Shift snaps it to multiples of 8, and Escape puts it back. A click on a
    bar, or a drag across several, picks the rows of these lengths.

    Signals
    -------
    maxlen_dragged(int)
        The handle was moved and is still held.
    maxlen_chosen(int)
        The handle was let go at another place than it had, or a key moved it.
    drag_cancelled()
        Escape: maxlen is what it was before the drag.
    lengths_picked(int, int)
        The first and the last length of the bars that were clicked.
    """

    maxlen_dragged = Signal(int)
    maxlen_chosen = Signal(int)
    drag_cancelled = Signal()
    lengths_picked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: LengthsShown | None = None
        self._maxlen = 1
        self._held_from: int | None = None
        self._held_scale: LengthScale | None = None
        self._held_offset = 0.0
        self._picked: tuple[int, int] | None = None
        self._picking: tuple[float, float] | None = None
        self.setAccessibleName(tr("Maxlen, steps"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def maxlen(self) -> int:
        """Return where the handle stands."""
        return self._maxlen

    def is_dragging(self) -> bool:
        """Tell whether the handle is held."""
        return self._held_from is not None

    def set_lengths(self, shown: LengthsShown | None) -> None:
        """Show other lengths; None shows none."""
        self._shown = shown
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if shown is None else Qt.FocusPolicy.StrongFocus)
        self._describe()
        self.update()

    def set_maxlen(self, maxlen: int) -> None:
        """Move the handle without a signal; ignored while the person holds it."""
        if not self.is_dragging():
            self._move_to(maxlen)

    def set_picked(self, lengths: tuple[int, int] | None) -> None:
        """Show which lengths are picked, both ends included; None for none."""
        if lengths != self._picked:
            self._picked = lengths
            self.update()

    def _bins_between(self, one: float, other: float) -> tuple[int, int] | None:
        """Return the first and last length of the bars between two places; None where no bar is."""
        scale, low, high = self.scale(), min(one, other), max(one, other)
        hit = [
            bin_
            for bin_ in (self._shown.bins if self._shown else ())
            if bin_.rows and scale.x(bin_.last) >= low and scale.x(bin_.first - 1) <= high
        ]
        return (hit[0].first, hit[-1].last) if hit else None

    def _move_to(self, maxlen: int) -> None:
        if maxlen != self._maxlen:
            self._maxlen = maxlen
            self._describe()
            self.update()

    def _describe(self) -> None:
        if self._shown is None:
            self.setAccessibleDescription("")
            return
        share = numbers.percent(kept_at(self._shown.kept, self._maxlen))
        longest = numbers.count(self._shown.longest)
        self.setAccessibleDescription(
            tr(
                "{maxlen}, keeps {share} of the steps. Longest row {longest}.",
                maxlen=numbers.count(self._maxlen), share=share, longest=longest,
            )
        )  # fmt: skip

    def _longest(self) -> int:
        return max(1, self._shown.longest) if self._shown else 1

    def plot_rect(self) -> QRectF:
        """Return where the bars are."""
        theme = look.current()
        top = theme.px(_BADGE) + 8
        return QRectF(1, top, self.width() - 7, max(1.0, self.height() - top - theme.px(_AXIS)))

    def scale(self) -> LengthScale:
        """Return the axis of lengths; it stands still while the handle is held."""
        if self._held_scale is not None:
            return self._held_scale
        plot, shown = self.plot_rect(), self._shown
        if shown is None:
            return LengthScale(1, plot.left(), plot.width())
        # a little room right of the longest row; a maxlen far beyond it stays at the edge
        longest = self._longest()
        logarithmic = needs_logarithm(longest, shown.p99)
        last = max(longest, min(self._maxlen, 2 * longest))
        last = last if logarithmic else last + max(1, last // 16)
        empty = bool(shown.bins) and shown.bins[0].first == 0
        return LengthScale(last, plot.left(), plot.width(), logarithmic, empty)

    def handle_x(self) -> float:
        """Return where the handle's line stands, in logical pixels."""
        scale = self.scale()
        return scale.x(min(self._maxlen, scale.last))

    def badge_rect(self) -> QRectF:
        """Return where the handle's value stands."""
        width = drawing.text_width(self._badge_words(), "link") + 16
        left = min(max(self.handle_x() - width / 2, _RING), max(_RING, self.width() - width - _RING))
        return QRectF(int(left), _RING, width, look.current().px(_BADGE))

    def _badge_words(self) -> str:
        beyond = " ›" if self._maxlen > self.scale().last else ""
        return tr("maxlen {maxlen}", maxlen=numbers.count(self._maxlen)) + beyond

    def _on_grip(self, position: QPointF) -> bool:
        on_line = (
            abs(position.x() - self.handle_x()) <= _GRIP / 2 and position.y() <= self.plot_rect().bottom()
        )
        return self._shown is not None and (on_line or self.badge_rect().contains(position))

    def sizeHint(self) -> QSize:
        return QSize(480, 140)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, look.current().px(96))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not self._on_grip(event.position()):
            at = event.position()
            if self._shown is not None and self.plot_rect().contains(at):
                self._picking = (at.x(), at.x())
            return
        self._held_scale = self.scale()
        self._held_from = self._maxlen
        self._held_offset = self.handle_x() - event.position().x()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._picking is not None:
            self._picking = (self._picking[0], event.position().x())
            self.set_picked(self._bins_between(*self._picking))
            return
        if self._held_scale is None:
            over = self._on_grip(event.position())
            self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
            return
        maxlen = self._held_scale.length(event.position().x() + self._held_offset)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            maxlen = max(_SNAP, (maxlen + _SNAP // 2) // _SNAP * _SNAP)
        if maxlen != self._maxlen:
            self._move_to(maxlen)
            self.maxlen_dragged.emit(maxlen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._picking is not None:
            found, self._picking = self._bins_between(*self._picking), None
            self.set_picked(found)
            if found is not None:
                self.lengths_picked.emit(*found)
            return
        if event.button() != Qt.MouseButton.LeftButton or self._held_from is None:
            return
        moved = self._held_from != self._maxlen
        self._let_go()
        if moved:
            self.maxlen_chosen.emit(self._maxlen)

    def _let_go(self) -> None:
        self._held_from = self._held_scale = None
        self.update()

    def _cancel(self) -> None:
        self._picking = None
        if self._held_from is not None:
            self._move_to(self._held_from)
            self._let_go()
            self.drag_cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = _SNAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        targets = {
            Qt.Key.Key_Left: self._maxlen - step,
            Qt.Key.Key_Down: self._maxlen - step,
            Qt.Key.Key_Right: self._maxlen + step,
            Qt.Key.Key_Up: self._maxlen + step,
            Qt.Key.Key_PageUp: self._maxlen + _PAGE,
            Qt.Key.Key_PageDown: self._maxlen - _PAGE,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self._longest(),
        }
        if key == Qt.Key.Key_Escape and self.is_dragging():
            self._cancel()
        elif key in targets and self._shown is not None and not self.is_dragging():
            maxlen = min(max(targets[key], 1), max(self._longest(), self._maxlen))
            if maxlen != self._maxlen:
                self._move_to(maxlen)
                self.maxlen_chosen.emit(maxlen)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._cancel()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._cancel()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        plot, scale = self.plot_rect(), self.scale()
        most = max((one.rows for one in self._shown.bins), default=0)
        self._paint_grid(painter, plot, most)
        self._paint_picked(painter, plot, scale)
        self._paint_bars(painter, plot, scale, most)
        self._paint_axis(painter, plot, scale)
        self._paint_curve(painter, plot, scale)
        self._paint_grid_labels(painter, plot, most)
        self._paint_handle(painter, plot)
        painter.end()

    def _row_lines(self, plot: QRectF, most: int) -> list[tuple[float, int]]:
        """Return the lines of round numbers of rows that leave room for the curve's label above them."""
        room = plot.top() + look.current().line("micro")
        lines = [(plot.bottom() - rows / most * plot.height(), rows) for rows in row_ticks(most)]
        return [(y, rows) for y, rows in lines if y > room]

    def _paint_grid(self, painter: QPainter, plot: QRectF, most: int) -> None:
        for y, _ in self._row_lines(plot, most):
            drawing.hairline(painter, plot.left(), y, plot.width(), "line")

    def _paint_grid_labels(self, painter: QPainter, plot: QRectF, most: int) -> None:
        lines = self._row_lines(plot, most)
        height = look.current().line("micro")
        for index, (y, rows) in enumerate(lines):
            is_top = index == len(lines) - 1
            words = tr_count("{count} row", "{count} rows", rows) if is_top else numbers.count(rows)
            width = drawing.text_width(words, "micro") + 1
            right = plot.right() - 3
            if right - width - _LABEL_GAP < self.handle_x() < right + _LABEL_GAP:
                right = self.handle_x() - _LABEL_GAP
            place = QRectF(right - width, y - height - 1, width, height)
            backed = place.adjusted(-2, 1, 2, 0)
            painter.fillRect(backed, look.current().colour("canvas"))
            drawing.text(painter, place, words, "micro", "t3", Qt.AlignmentFlag.AlignRight)

    def _paint_picked(self, painter: QPainter, plot: QRectF, scale: LengthScale) -> None:
        """Lay the selection's tint behind the picked lengths and its line below them."""
        if self._picked is None:
            return
        left, right = scale.x(self._picked[0] - 1), scale.x(self._picked[1])
        place = QRectF(left, plot.top(), max(right - left, 2.0), plot.height())
        painter.fillRect(place, look.current().colour("tint"))
        painter.fillRect(
            drawing.snapped(QRectF(place.left(), plot.bottom() + 1, place.width(), 3), self._ratio()),
            look.current().colour("accent"),
        )

    def _paint_bars(self, painter: QPainter, plot: QRectF, scale: LengthScale, most: int) -> None:
        ratio = self.devicePixelRatioF()
        kept: list[QRectF] = []
        cut: list[QRectF] = []
        edge = round(self.handle_x() * ratio) / ratio
        for one in self._shown.bins if self._shown else ():
            if not one.rows:
                continue
            left = round(scale.x(one.first - 1) * ratio) / ratio
            right = round(scale.x(one.last) * ratio) / ratio
            right = max(left + 1 / ratio, right - (1 if right - left >= 4 else 0))
            height = max(1.0, round(one.rows / most * plot.height() * ratio) / ratio)
            bar = QRectF(left, plot.bottom() - height, right - left, height)
            if one.last <= self._maxlen:
                kept.append(bar)
            elif one.first > self._maxlen:
                cut.append(bar)
            else:
                kept.append(QRectF(bar.left(), bar.top(), max(0.0, edge - bar.left()), bar.height()))
                cut.append(QRectF(edge, bar.top(), max(0.0, bar.right() - edge), bar.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        for bars, token in ((kept, "real"), (cut, "cut")):
            painter.setBrush(look.current().colour(token))
            painter.drawRects(bars)

    def _paint_axis(self, painter: QPainter, plot: QRectF, scale: LengthScale) -> None:
        theme = look.current()
        drawing.hairline(painter, plot.left(), plot.bottom(), plot.width(), "stroke2")
        widest = drawing.text_width(numbers.count(scale.last), "micro")
        height = theme.line("micro")
        handle = self.handle_x()
        taken = -1e9
        for tick in scale.ticks(widest + 16):
            words = numbers.count(tick)
            width = drawing.text_width(words, "micro") + 1
            left = min(max(scale.x(tick) - width / 2, plot.left()), self.width() - width)
            # the handle carries its own value, so a label beside its foot is left out
            if left < taken or left - 4 < handle < left + width + 4:
                continue
            taken = left + width + 8
            place = QRectF(left, plot.bottom() + 5, width, height)
            drawing.text(painter, place, words, "micro", "t3")

    def _paint_curve(self, painter: QPainter, plot: QRectF, scale: LengthScale) -> None:
        if self._shown is None or not self._shown.kept:
            return
        points = [
            QPointF(scale.x(step), self._curve_y(plot, share))
            for step, share in self._shown.kept
            if step <= scale.last
        ]
        points.append(QPointF(plot.right(), points[-1].y()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.current().colour("t2"), 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.restore()
        height = look.current().line("micro")
        words = tr("steps kept")
        width = drawing.text_width(words, "micro") + 1
        place = QRectF(plot.right() - 3 - width, points[-1].y() - height - 3, width, height)
        if not self.badge_rect().intersects(place.adjusted(-_LABEL_GAP, 0, _LABEL_GAP, 0)):
            drawing.text(painter, place, words, "micro", "t2", Qt.AlignmentFlag.AlignRight)

    @staticmethod
    def _curve_y(plot: QRectF, share: float) -> float:
        return plot.bottom() - share * plot.height()

    def _paint_handle(self, painter: QPainter, plot: QRectF) -> None:
        theme, badge, x = look.current(), self.badge_rect(), self.handle_x()
        line = drawing.snapped(
            QRectF(x - 1, badge.bottom(), 2, plot.bottom() - badge.bottom()), self._ratio()
        )
        painter.fillRect(line, theme.colour("accent"))
        if self._shown is not None and self._shown.kept:
            y = self._curve_y(plot, kept_at(self._shown.kept, self._maxlen))
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("canvas"), 1.5))
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QPointF(line.center().x(), y), 5, 5)
            painter.restore()
        drawing.rounded(painter, badge, 4, "accent")
        if self.hasFocus():
            drawing.focus_ring(painter, badge.adjusted(-_RING, -_RING, _RING, _RING), 6)
        centre = Qt.AlignmentFlag.AlignHCenter
        drawing.text(painter, badge, self._badge_words(), "link", "onaccent", centre)

    def _ratio(self) -> float:
        return self.devicePixelRatioF()


def kept_at(curve: tuple[tuple[int, float], ...], maxlen: int) -> float:
    """Return the share of steps kept at a maxlen, on the straight line between the curve's points.

    Before the first point the line starts at (0, 0); after the last one the share stays.
    """
    before = (0, 0.0)
    for step, share in curve:
        if step >= maxlen:
            if step == before[0]:
                return share
            part = (maxlen - before[0]) / (step - before[0])
            return before[1] + part * (share - before[1])
        before = (step, share)
    return before[1] if curve else 1.0
