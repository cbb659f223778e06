"""What the parts of a window may ask of the window that they belong to."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from padviewer.gui.controller import Controller
from padviewer.gui.session.preferences import Preferences


class WindowHost(Protocol):
    """The main window, as its dialogs and menus see it; a QWidget too."""

    controller: Controller
    preferences: Preferences
    body: QWidget
    actions_by_id: dict[str, QAction]
    toolbar: Any
    views: Any
    findings_panel: Any
    openings: Any
    menus: Any
    preferences_changed: Any

    def tell(self, level: Any, sentence: str, action: str = "") -> None:
        """Say a sentence in the banner."""

    def set_theme(self, choice: Any) -> None:
        """Use another theme from now on."""

    def check_interpreter(self, path: str) -> None:
        """Ask an interpreter whether it can run models."""
