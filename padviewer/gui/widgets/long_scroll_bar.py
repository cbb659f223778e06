"""The scroll bar of one axis of the heatmap, also where it has more device pixels than Qt can count."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollBar, QWidget

from padviewer.core.picture.axis import Axis

_LARGEST = 2**30


class AxisScroller(QScrollBar):
    """A scroll bar over an `Axis`; hidden where all of it is in view, and no tab stop.

    Signals
    -------
    offset_asked(object)
        Device pixels (int) that shall be scrolled out.
    """

    offset_asked = Signal(object)

    def __init__(self, orientation: Qt.Orientation, name: str, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(name)
        self._unit = 1
        self.valueChanged.connect(self._on_value_changed)

    def set_axis(self, axis: Axis, length: int) -> None:
        """Show where an axis is scrolled to, of which `length` device pixels are in view; emits nothing."""
        self._unit = 1 + axis.extent // _LARGEST
        self.blockSignals(True)
        self.setRange(0, -(-max(0, axis.extent - length) // self._unit))
        self.setPageStep(max(1, length // self._unit))
        self.setSingleStep(max(1, axis.cell // self._unit))
        self.setValue(axis.offset // self._unit)
        self.blockSignals(False)
        self.setVisible(self.maximum() > 0)

    def _on_value_changed(self, value: int) -> None:
        self.offset_asked.emit(value * self._unit)
