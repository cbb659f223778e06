"""One grammar of hands for every chart: what wheel, drag, click and double click do."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look

CELLS_PER_NOTCH = 3
NOTCH = 120  # eighths of a degree in one notch of a wheel
SCROLLED = 0.1  # of what is in view, by a notch
ZOOMED = 1.25  # times, by a notch
PIXELS_PER_STEP = 24  # of a drag with the right button that zooms as far as a notch

pg.setConfigOption("mouseRateLimit", 0)  # every move counts: the words follow the mouse


class Surface(pg.GraphicsView):
    """The widget in which a chart is drawn: all of its parent, no tab stop, with every move of the mouse.

    It is made when there is something to draw first, and closed with its parent. Keys, focus and accessible
    words belong to the parent.

    Signals
    -------
    pointed(object)
        Where the mouse is, as QPointF of the widget; None when it has left.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.pressed_with = Qt.KeyboardModifier.NoModifier
        self.setCacheMode(self.CacheModeFlag.CacheNone)  # a kept background outlives its theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)  # else Qt takes the parent for covered, out of sight
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)

    def close(self) -> bool:
        """Close as any widget does: pyqtgraph takes the viewport away first, and Qt crashes."""
        return bool(QWidget.close(self))

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """Fill what is seen with the theme's canvas."""
        painter.fillRect(rect, look.current().colour("canvas"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the modifiers; a press is never the parent's."""
        self.pressed_with = event.modifiers()
        super().mousePressEvent(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take every double click."""
        super().mouseDoubleClickEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take every release."""
        super().mouseReleaseEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the mouse is once what it drags has followed it."""
        super().mouseMoveEvent(event)
        event.accept()
        self.pointed.emit(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Tell where the mouse is on what the wheel has brought under it."""
        super().wheelEvent(event)
        event.accept()
        self.pointed.emit(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse has left."""
        super().leaveEvent(event)
        self.pointed.emit(None)


class Ground(pg.GraphicsObject):
    """What lies below all else of a chart: hands beside the view are hands on the view.

    Parameters
    ----------
    surface : Surface
    hands : Hands
    """

    def __init__(self, surface: Surface, hands: Hands) -> None:
        super().__init__()
        self._surface, self._hands = surface, hands
        self.setZValue(-1000)

    def boundingRect(self) -> QRectF:
        """Return all of the surface."""
        return QRectF(self._surface.sceneRect())

    def paint(self, _painter: QPainter, _option: object, _widget: object = None) -> None:
        """Paint nothing."""

    def wheelEvent(self, event: Any) -> None:
        """Turn the wheel over the view."""
        self._hands.wheelEvent(event)

    def mouseDragEvent(self, event: Any) -> None:
        """Drag in the view."""
        self._hands.mouseDragEvent(event)

    def mouseClickEvent(self, event: Any) -> None:
        """Click in the view."""
        self._hands.mouseClickEvent(event)


class Hands(pg.ViewBox):
    """A view whose mouse speaks the grammar of all charts.

    The wheel scrolls, with Shift sideways, with Ctrl it zooms under the mouse; a drag pans, with Shift it
    selects a range, with the right button it zooms the axis along which it goes; a double click fits, a right
    click asks for the menu. Where only one direction moves, the wheel scrolls that one. `scroll`, `zoom`,
    `pan` and `zoom_axis` do it; a chart whose places are whole cells has its own. On an axis beside the view,
    hands move that axis alone.

    Parameters
    ----------
    sideways, upright : bool
        Whether x and y may be scrolled and zoomed.
    downwards : bool
        Whether y grows downwards.

    Signals
    -------
    fit_asked()
    menu_asked(QPointF, QPoint)
        The place in the scene, and on the screen.
    clicked(QPointF, object)
        A click with the left button: the place in the scene, and the keyboard's modifiers.
    range_dragged(QPointF, QPointF, bool)
        From where to where in the scene, and whether the drag has ended.
    """

    fit_asked = Signal()
    menu_asked = Signal(QPointF, QPoint)
    clicked = Signal(QPointF, object)
    range_dragged = Signal(QPointF, QPointF, bool)
    drawn_at = 0.0  # device pixels in a logical one, where no widget says it

    def __init__(self, *, sideways: bool = True, upright: bool = True, downwards: bool = False) -> None:
        super().__init__(invertY=downwards, enableMenu=False, defaultPadding=0)
        self.moves = (sideways, upright)
        self.setFlag(self.GraphicsItemFlag.ItemIsFocusable, False)  # the widget around it has the focus
        self.disableAutoRange()
        self._zooms: int | None = None
        self._drawn = 0.0

    @property
    def ratio(self) -> float:
        """Device pixels in one logical pixel: of the widget around it, or as a picture for a file wants."""
        if self.drawn_at:
            return self.drawn_at
        widget = self.getViewWidget()
        return 1.0 if widget is None else float(widget.devicePixelRatioF())

    def setGeometry(self, *rect: Any) -> None:
        """Take a place whose edges stand on whole device pixels."""
        super().setGeometry(drawing.snapped(QRectF(*rect), self.ratio))

    # -- what hands do -------------------------------------------------------------------------
    def scroll(self, down: float, right: float, *, fine: bool) -> None:
        """Show what lies further down and right: by notches of a wheel, or by logical pixels where `fine`."""
        if fine:
            self._translate(right, down)
        else:
            (left, end), (low, high) = self.viewRange()
            sign = 1 if self.yInverted() else -1
            self.translateBy(x=right * SCROLLED * (end - left), y=sign * down * SCROLLED * (high - low))

    def zoom(self, steps: float, at: QPointF, *, sideways: bool = True, upright: bool = True) -> None:
        """Zoom in (steps above 0) or out around a place of the scene, in the directions that may move."""
        wanted = (sideways and self.moves[0], upright and self.moves[1])
        by = [ZOOMED**-steps if one else None for one in wanted]
        if any(wanted):
            self.scaleBy(by, center=self.mapSceneToView(at))

    def grab(self) -> None:
        """Begin to pan; `pan` follows."""

    def pan(self, before: QPointF, now: QPointF) -> None:
        """Follow a drag that came from `before` to `now`, places of the scene."""
        self._translate(before.x() - now.x(), before.y() - now.y())

    def _translate(self, right: float, down: float) -> None:
        (left, end), (low, high) = self.viewRange()
        sign = 1 if self.yInverted() else -1
        across, up = max(1.0, self.width()), max(1.0, self.height())
        self.translateBy(
            x=right * (end - left) / across if self.moves[0] else 0.0,
            y=sign * down * (high - low) / up if self.moves[1] else 0.0,
        )

    # -- what pyqtgraph tells ------------------------------------------------------------------
    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        """Scroll, with Shift sideways, or zoom with Ctrl."""
        event.accept()
        held = event.modifiers()
        is_flat = event.orientation() == Qt.Orientation.Horizontal
        turned = event.delta() / NOTCH
        if held & Qt.KeyboardModifier.ControlModifier:
            self.zoom(turned, event.scenePos(), sideways=axis != 1, upright=axis != 0)
            return
        across = is_flat or axis == 0 or bool(held & Qt.KeyboardModifier.ShiftModifier) or not self.moves[1]
        fine = event.pixelDelta()
        if not fine.isNull():
            down, right = (0, fine.x() or fine.y()) if across and not is_flat else (fine.y(), fine.x())
            self.scroll(-down, -right, fine=True)
        elif across:
            self.scroll(0.0, -turned, fine=False)
        else:
            self.scroll(-turned, 0.0, fine=False)

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        """Pan, select a range with Shift, or zoom an axis with the right button."""
        event.accept()
        start, before, now = event.buttonDownScenePos(), QPointF(event.lastScenePos()), event.scenePos()
        if event.button() == Qt.MouseButton.RightButton:
            self._zoom_by_drag(event, axis)
        elif self._held(event) & Qt.KeyboardModifier.ShiftModifier and axis is None:
            self._show_cursor(Qt.CursorShape.CrossCursor, ended=event.isFinish())
            self.range_dragged.emit(start, now, event.isFinish())
        else:
            self._show_cursor(Qt.CursorShape.ClosedHandCursor, ended=event.isFinish())
            if event.isStart():
                self.grab()
            if axis == 0:
                before.setY(now.y())
            elif axis == 1:
                before.setX(now.x())
            self.pan(before, now)

    def _held(self, event: Any) -> Qt.KeyboardModifier:
        """Return the keyboard's modifiers when the button went down: they say what a drag is to its end."""
        widget = self.getViewWidget()
        held: Qt.KeyboardModifier = widget.pressed_with if isinstance(widget, Surface) else event.modifiers()
        return held

    def _zoom_by_drag(self, event: Any, axis: int | None) -> None:
        """Zoom the axis along which a drag began: to the right and up is in."""
        start, now = event.buttonDownScenePos(), event.scenePos()
        moved = now - start
        if event.isStart() or self._zooms is None:
            across = abs(moved.x()) > abs(moved.y())
            self._zooms, self._drawn = (0 if across else 1) if axis is None else axis, 0.0
        steps = (moved.x() if self._zooms == 0 else -moved.y()) / PIXELS_PER_STEP
        self.zoom(steps - self._drawn, start, sideways=self._zooms == 0, upright=self._zooms == 1)
        self._drawn = steps
        if event.isFinish():
            self._zooms = None

    def _show_cursor(self, shape: Qt.CursorShape, *, ended: bool) -> None:
        if ended:
            self.unsetCursor()
        else:
            self.setCursor(QCursor(shape))

    def mouseClickEvent(self, event: Any) -> None:
        """Tell a click, fit at a double click, ask for the menu at a click with the right button."""
        event.accept()
        if event.button() == Qt.MouseButton.RightButton:
            self.menu_asked.emit(event.scenePos(), event.screenPos().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton and event.double():
            self.fit_asked.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.scenePos(), event.modifiers())

    def keyPressEvent(self, event: Any) -> None:
        """Leave keys to the widget around it."""
        event.ignore()
