"""A line to type into with Qt's own button that empties it, as large as every other target."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

_SIDE = 24


class ClearEdit(QLineEdit):
    """A line whose button stands in it while there is a text; Tab passes the button by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        (self.clear_button,) = self.findChildren(QToolButton)
        (self._clear,) = self.findChildren(QAction)
        for name in ("alone", "inside"):
            self.clear_button.setProperty(name, "1")
        self.clear_button.style().unpolish(self.clear_button)
        self.clear_button.style().polish(self.clear_button)
        self.clear_button.setAccessibleName(tr("Clear the text"))
        self._clear.setToolTip(tr("Clear the text"))
        self._dress()

    def _dress(self) -> None:
        self._clear.setIcon(look.icon("close"))
        self.clear_button.setVisible(bool(self.text()))  # the new icon has brought it back

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = look.current().px(_SIDE)
        edge = (self.height() - side) // 2
        self.clear_button.setGeometry(self.width() - side - edge, edge, side, side)
