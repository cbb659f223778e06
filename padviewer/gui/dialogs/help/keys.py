"""What the keys do, in a small window beside the data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from padviewer.gui.actions import shortcut_help
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.buttons import Button
from padviewer.gui.widgets.labels import ElidedLabel


class KeysDialog(QDialog):
    """The shortcuts of the action table in two columns; not modal, Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setAccessibleName(tr("Keys"))
        self.setModal(False)
        listed = QWidget()
        grid = QGridLayout(listed)
        grid.setContentsMargins(24, 16, 24, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (keys, words) in enumerate(shortcut_help()):
            grid.addWidget(ElidedLabel(keys, "strong", "t1"), row, 0)
            grid.addWidget(ElidedLabel(words, "body", "t2"), row, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Keys"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(listed)
        listed.setAutoFillBackground(False)
        close = Button(tr("Close"))
        close.clicked.connect(self.close)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        wanted = listed.sizeHint()
        self.setMinimumWidth(wanted.width() + 16)
        self.resize(wanted.width() + 48, min(wanted.height() + 72, 760))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("raised"))
        painter.end()
