"""The ramp of a heatmap by pyqtgraph's colour bar: two handles that are dragged move its levels."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from padviewer.gui.charts.hands import Surface
from padviewer.gui.style import theme as look

SMALLEST = 1e-3  # of the way from level to level: as finely as a hand can choose
CAP = 6  # how wide the colour of what lies beyond an end is, in logical pixels


class LevelBar(Surface):
    """A strip of 256 colours; where it has levels, handles move them, the further the faster.

    Signals
    -------
    dragged(float, float, bool)
        The levels while a handle is dragged, and whether it was let go.
    pressed()
        A click on it.
    """

    dragged = Signal(float, float, bool)
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = pg.ColorBarItem(values=(0.0, 1.0), width=9, orientation="h", colorMapMenu=False)
        for side in ("left", "right", "top", "bottom"):
            self.bar.hideAxis(side)
        self.bar.layout.setContentsMargins(0, 0, 0, 0)
        self.bar.vb.setFlag(self.bar.vb.GraphicsItemFlag.ItemIsFocusable, False)
        self.setCentralItem(self.bar)
        for menu in (self.bar.ctrlMenu, self.bar.vb.menu):  # nobody opens them, and nobody else deletes them
            if menu is not None:
                menu.setParent(self, menu.windowFlags())
        self._is_dragging = False
        self.bar.sigLevelsChanged.connect(self._on_dragged)
        self.bar.sigLevelsChangeFinished.connect(self._on_let_go)
        self.scene().sigMouseClicked.connect(self._on_clicked)

    def show_colours(
        self, table: npt.NDArray[np.uint8], levels: tuple[float, float] | None, *, whole: bool = False
    ) -> None:
        """Show colours uint8 [256, 3] from low to high, and handles for levels; None for none.

        Parameters
        ----------
        table : uint8 [256, 3]
        levels : (float, float) or None
        whole : bool
            Whether levels are whole numbers.
        """
        places = np.linspace(0.0, 1.0, len(table))
        self.bar.setColorMap(pg.ColorMap(places, np.ascontiguousarray(table)))
        self.bar.region.setVisible(levels is not None)
        if levels is None or self._is_dragging:  # what is dragged goes on from where it began
            return
        low, high = levels
        self.bar.rounding = 1.0 if whole and high - low >= 2 else max((high - low) * SMALLEST, 1e-300)
        self.bar.setLevels((low, high))
        self._dress()

    def _dress(self) -> None:
        """Give the handles the colours of the theme in use."""
        theme = look.current()
        for line in self.bar.region.lines:
            line.setPen(pg.mkPen(theme.hex("canvas"), width=2))
            line.setHoverPen(pg.mkPen(theme.hex("accent"), width=3))
        hover = theme.colour("accent")
        hover.setAlpha(48)
        self.bar.region.setHoverBrush(hover)

    def _on_dragged(self, _bar: object) -> None:
        self._is_dragging = True
        self.dragged.emit(*self.bar.levels(), False)

    def _on_let_go(self, _bar: object) -> None:
        if self._is_dragging:
            self._is_dragging = False
            self.dragged.emit(*self.bar.levels(), True)

    def _on_clicked(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


def with_ends(
    table: npt.NDArray[np.uint8], width: float, under: int | None, over: int | None
) -> npt.NDArray[np.uint8]:
    """Return colours uint8 [256, 3] with those of what lies beyond an end (0xRRGGBB) over its place."""
    found = table.copy()
    cap = max(1, round(len(table) * CAP / max(width, 1.0)))
    for place, colour in ((slice(None, cap), under), (slice(-cap, None), over)):
        if colour is not None:
            found[place] = [colour >> shift & 0xFF for shift in (16, 8, 0)]
    return found
