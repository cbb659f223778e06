"""The widgets at the edges of a heatmap: the minimap of all rows and the two scroll bars."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from padviewer.gui.style.words import tr
from padviewer.gui.views.heatmap import motion as heatmap_motion
from padviewer.gui.views.heatmap.layout import MARGIN, SCROLL_BAR, Picture
from padviewer.gui.views.heatmap.motion import Axes
from padviewer.gui.views.heatmap.overview import OUTSET, Minimap
from padviewer.gui.widgets.long_scroll_bar import AxisScroller


class Bars:
    """Keeps the minimap and the scroll bars in line with a picture.

    Parameters
    ----------
    parent : QWidget
        The heatmap.
    move : callable
        ``move((rows, cols))`` is called when a person asks for another place.
    """

    def __init__(self, parent: QWidget, move: Callable[[Axes], None]) -> None:
        self._picture: Picture | None = None
        self._move = move
        self.minimap = Minimap(parent)
        self.minimap.place_asked.connect(self._on_minimap_place_asked)
        self.rows = AxisScroller(Qt.Orientation.Vertical, tr("Rows"), parent)
        self.rows.offset_asked.connect(self._on_rows_offset_asked)
        self.steps = AxisScroller(Qt.Orientation.Horizontal, tr("Steps"), parent)
        self.steps.offset_asked.connect(self._on_steps_offset_asked)
        self.place(None, QSize())

    def place(self, picture: Picture | None, size: QSize) -> None:
        """Show where a picture is in a widget of a size; nothing where it has no room for cells."""
        self._picture = picture
        if picture is None or not min(picture.layout.room):
            for widget in (self.minimap, self.rows, self.steps):
                widget.hide()
            return
        height, width = picture.layout.room
        cells = picture.cells.toAlignedRect()
        place = picture.layout.minimap(picture.shown).toRect()
        self.minimap.setGeometry(place.adjusted(-OUTSET, -OUTSET, OUTSET, OUTSET))
        self.minimap.setVisible(place.height() > 0)
        self.minimap.set_span(*picture.row_span)
        self.rows.setGeometry(size.width() - MARGIN + 4, cells.top(), SCROLL_BAR, cells.height())
        self.rows.set_axis(picture.rows, height)
        self.steps.setGeometry(cells.left(), size.height() - SCROLL_BAR, cells.width(), SCROLL_BAR)
        self.steps.set_axis(picture.cols, width)

    def overview_size(self) -> QSize:
        """Return the size of the minimap's picture in device pixels."""
        ratio = self._picture.layout.ratio if self._picture is not None else 1.0
        return (self.minimap.picture_rect().size() * ratio).toSize()

    def _on_minimap_place_asked(self, share: float) -> None:
        if self._picture is not None:
            self._move(heatmap_motion.moved_to_share(self._picture, share))

    def _on_rows_offset_asked(self, offset: int) -> None:
        if self._picture is not None:
            self._move(heatmap_motion.moved_to(self._picture, offset, self._picture.cols.offset))

    def _on_steps_offset_asked(self, offset: int) -> None:
        if self._picture is not None:
            self._move(heatmap_motion.moved_to(self._picture, self._picture.rows.offset, offset))
