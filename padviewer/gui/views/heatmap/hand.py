"""What a click, a drag with Shift and a key choose in a heatmap."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from padviewer.core.picture import motion
from padviewer.core.picture.layout import Picture
from padviewer.core.picture.motion import Place, Selected
from padviewer.core.picture.stage import Stage

WAYS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_PageDown: "page_down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
}


class Hand:
    """Turns clicks, drags and keys into cells and ranges.

    Parameters
    ----------
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
        stage: Stage,
        change: Callable[..., None],
        selected: Callable[[], Selected],
        choose: Callable[..., None],
    ) -> None:
        self._stage, self._change, self._selected, self._choose = stage, change, selected, choose
        self._range_from: Place | None = None

    def click(self, at: QPointF, held: Qt.KeyboardModifier) -> None:
        """Select the cell that was clicked, or with Shift the cells from the selected one to it."""
        picture = self._stage.picture
        found = None if picture is None else picture.cell_at(at.x(), at.y())
        start = self._selected().place
        if found is not None and held & Qt.KeyboardModifier.ShiftModifier and min(start) >= 0:
            self._choose(start, found)
        elif found is not None:
            self._choose(found)

    def drag_range(self, start: QPointF, now: QPointF, ended: bool) -> None:
        """Select the cells from where a drag began; beyond the edge the view follows."""
        picture = self._stage.picture
        if picture is not None and self._range_from is None:
            self._range_from = picture.cell_at(start.x(), start.y())
        if picture is not None and self._range_from is not None:
            corner = picture.nearest_cell(now.x(), now.y())
            if corner is not None and corner != self._selected().moving:
                self._choose(self._range_from, corner)
        if ended:
            self._range_from = None

    def middle(self, picture: Picture) -> tuple[float, float]:
        """Return the middle of the selected cell, or of all cells where none of it is in view."""
        place = self._selected().place
        left, top, width, height = picture.cell_points(*place) if min(place) >= 0 else (0, 0, 0, 0)
        return (left + width / 2, top + height / 2) if width and height else picture.cells.middle

    def key(self, picture: Picture, event: QKeyEvent) -> bool:
        """Move the selection, or with Shift its other end; zoom around it; tell whether the key did that."""
        chosen, held = self._selected(), event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        way = WAYS.get(Qt.Key(event.key()), "")
        far = bool(held & Qt.KeyboardModifier.ControlModifier)
        target = motion.key_target(picture, way, chosen.moving if shift else chosen.place, far=far)
        if target is not None and shift and min(chosen.place) >= 0:
            self._choose(chosen.place, target)
        elif target is not None:
            self._choose(target)
        elif event.text() in ("+", "-"):
            self._change(self._stage.zoom, 1 if event.text() == "+" else -1, self.middle(picture))
        elif event.key() == Qt.Key.Key_Escape and chosen.is_range:
            self._choose(chosen.place)
        else:
            return False
        return True
