"""The one dialog for what nobody expected: a sentence, and the details to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.buttons import Button


class FaultDialog(QDialog):
    """Says that PadViewer itself is at fault; the window goes on.

    Parameters
    ----------
    what : str
        The error in one line.
    details : str
        The traceback.
    """

    def __init__(self, what: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("A fault of PadViewer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._details = details
        title = QLabel(tr("PadViewer made a mistake"))
        title.setFont(look.current().font("title"))
        sentence = QLabel(f"{what}\n{tr('Your data is untouched. The details help to mend it.')}")
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setFont(look.current().font("mono"))
        box.setAccessibleName(tr("Details"))
        copy = Button(tr("Copy details"), "primary", "copy")
        copy.clicked.connect(self._on_copy)
        close = Button(tr("Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addWidget(close)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for widget in (title, sentence, box):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.resize(720, 420)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
