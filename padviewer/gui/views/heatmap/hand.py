"""What a hand does to the heatmap: keys, wheel and mouse become selections, places and zoom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from padviewer.gui.views.heatmap import motion as heatmap_motion
from padviewer.gui.views.heatmap.layout import Picture
from padviewer.gui.views.heatmap.motion import Axes
from padviewer.gui.views.heatmap.selected import Selected
from padviewer.gui.views.heatmap.stage import Stage

CELLS_PER_NOTCH = 3


def held_shift(event: QInputEvent) -> bool:
    """Whether Shift was held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


class Wheel:
    """Counts what a wheel is turned; what is less than a cell waits for more of the same."""

    def __init__(self) -> None:
        self._rest = ("", 0.0)

    def zoom(self, event: QWheelEvent) -> int | None:
        """Return the steps to zoom, above 0 for in; None where the wheel scrolls."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        turned = event.angleDelta()
        return self._notches("zoom", (turned.y() or turned.x()) / 120)

    def scrolled(self, picture: Picture, event: QWheelEvent) -> Axes:
        """Return rows and steps after scrolling: rows, or steps with Shift or a wheel that turns sideways."""
        fine, turned = event.pixelDelta(), event.angleDelta()
        across = held_shift(event)
        if not fine.isNull():
            by = QPointF(fine) * picture.layout.ratio
            down, right = (0.0, by.x() or by.y()) if across else (by.y(), by.x())
            return heatmap_motion.moved_by(picture, -round(down), -round(right))
        right_turn = turned.x() or (turned.y() if across else 0)
        down_turn = 0 if across else turned.y()
        way, turn = ("rows", down_turn) if down_turn else ("steps", right_turn)
        cells = self._notches(way, turn / 120 * CELLS_PER_NOTCH)
        by_rows, by_cols = (cells * picture.rows.cell, 0) if down_turn else (0, cells * picture.cols.cell)
        return heatmap_motion.moved_by(picture, -by_rows, -by_cols)

    def _notches(self, way: str, turned: float) -> int:
        """Whole units that a wheel has been turned; the rest waits for more of the same way and direction."""
        last, rest = self._rest
        total = turned + (rest if last == way and rest * turned > 0 else 0.0)
        self._rest = (way, total - int(total))
        return int(total)


@dataclass(frozen=True)
class Press:
    """A mouse button that is down.

    Parameters
    ----------
    at : QPointF
        Where it was pressed.
    axes : (Axis, Axis)
        Rows and steps as they were then.
    cell : (int, int) or None
        The cell that it was pressed on: row of the view and step.
    shift : bool
        Whether Shift was held: it selects a range instead of panning.
    is_drag : bool
        Whether it has been moved far enough to be no click.
    """

    at: QPointF
    axes: Axes
    cell: tuple[int, int] | None
    shift: bool = False
    is_drag: bool = False

    def panned(self, picture: Picture, now: QPointF) -> Axes:
        """Return rows and steps with the pressed point under the mouse."""
        moved = (now - self.at) * picture.layout.ratio
        row, col = (axis.offset for axis in self.axes)
        return heatmap_motion.moved_to(picture, row - round(moved.y()), col - round(moved.x()))


def nearest_cell(picture: Picture, point: QPointF) -> tuple[int, int] | None:
    """Row of the view and step under a point, or the nearest ones; one beyond the edge that it is behind."""
    cells, (height, width) = picture.cells, picture.shown
    if not (height and width):
        return None
    found = []
    for axis, near, far, place, shown in (
        (picture.rows, cells.top(), cells.bottom(), point.y(), height),
        (picture.cols, cells.left(), cells.right(), point.x(), width),
    ):
        pixel = min(max(0, int((place - near) * picture.layout.ratio)), shown - 1)
        beyond = -1 if place < near else 1 if place >= far else 0
        cell = axis.cell_at(pixel) + beyond * axis.stride
        found.append(min(max(0, cell), axis.count - 1))
    return found[0], found[1]


class Hand:
    """Takes the events of a heatmap's widget.

    Parameters
    ----------
    widget : QWidget
        Gets the cursor of what is being dragged.
    stage : Stage
    change : callable
        ``change(stage.method, *given)`` changes what is shown.
    selected : callable
        Gives what is selected.
    choose : callable
        ``choose(place)`` selects a cell (row of the view, step), ``choose(place, corner)`` a range.
    """

    def __init__(
        self,
        widget: QWidget,
        stage: Stage,
        change: Callable[..., None],
        selected: Callable[[], Selected],
        choose: Callable[..., None],
    ) -> None:
        self._widget, self._stage = widget, stage
        self._change, self._selected, self._choose = change, selected, choose
        self._press: Press | None = None
        self._wheel = Wheel()

    def press(self, event: QMouseEvent) -> None:
        """Begin a click, a pan or, with Shift, a range."""
        picture, at = self._stage.picture, event.position()
        if event.button() == Qt.MouseButton.LeftButton and picture is not None:
            self._press = Press(at, (picture.rows, picture.cols), picture.cell_at(at), held_shift(event))

    def move(self, event: QMouseEvent) -> None:
        """Pan, or stretch a range, where a button is down."""
        picture, press, at = self._stage.picture, self._press, event.position()
        if picture is None or press is None:
            return
        if not press.is_drag and (at - press.at).manhattanLength() >= QApplication.startDragDistance():
            self._press = press = replace(press, is_drag=True)
            shape = Qt.CursorShape.CrossCursor if press.shift else Qt.CursorShape.ClosedHandCursor
            self._widget.setCursor(shape)
        if press.is_drag and not press.shift:
            self._change(self._stage.move, press.panned(picture, at))
        elif press.is_drag and press.cell is not None:
            corner = nearest_cell(picture, at)
            if corner not in (None, self._selected().moving):
                self._choose(press.cell, corner)

    def release(self, event: QMouseEvent) -> None:
        """Select the cell that was clicked, or with Shift the cells from the selected one to it."""
        press, picture = self._press, self._stage.picture
        if event.button() != Qt.MouseButton.LeftButton or press is None:
            return
        self._press = None
        self._widget.unsetCursor()
        found = picture.cell_at(event.position()) if picture is not None else None
        if found is None or press.is_drag:
            return
        start = self._selected().place
        if press.shift and min(start) >= 0:
            self._choose(start, found)
        else:
            self._choose(found)

    def turn(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        picture = self._stage.picture
        if picture is None:
            return
        steps = self._wheel.zoom(event)
        if steps is None:
            self._change(self._stage.move, self._wheel.scrolled(picture, event))
        else:
            self._change(self._stage.zoom, steps, event.position())

    def key(self, event: QKeyEvent) -> bool:
        """Move the selection, or with Shift its other end; zoom around it; tell whether the key did that."""
        picture, chosen = self._stage.picture, self._selected()
        if picture is None:
            return False
        shift, ctrl = held_shift(event), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        row, col = chosen.moving if shift else chosen.place
        target = heatmap_motion.key_target(picture, event.key(), row, col, ctrl=ctrl)
        if target is not None and shift and min(chosen.place) >= 0:
            self._choose(chosen.place, target)
        elif target is not None:
            self._choose(target)
        elif event.text() in ("+", "-"):
            cell = QRectF(picture.cell_rect(*chosen.place)) if min(chosen.place) >= 0 else QRectF()
            middle = picture.cells.center() if cell.isEmpty() else cell.center()
            self._change(self._stage.zoom, 1 if event.text() == "+" else -1, middle)
        elif event.key() == Qt.Key.Key_Escape and chosen.is_range:
            self._choose(chosen.place)
        else:
            return False
        return True
