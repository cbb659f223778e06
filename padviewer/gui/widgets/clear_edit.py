"""A line to type into with a button that empties it, as large as every other target."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.buttons import IconButton

_SIDE = 24


class ClearEdit(QLineEdit):
    """A line whose button stands in it while there is a text; Tab passes the button by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clear_button = IconButton("close", tr("Clear the text"), self)
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.setProperty("inside", "1")
        self.clear_button.clicked.connect(self.clear)
        self.textChanged.connect(self._show_button)
        self._show_button()

    def _show_button(self) -> None:
        self.clear_button.setVisible(bool(self.text()))
        self.setTextMargins(0, 0, look.current().px(_SIDE) if self.text() else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = look.current().px(_SIDE)
        edge = (self.height() - side) // 2
        self.clear_button.setGeometry(self.width() - side - edge, edge, side, side)
