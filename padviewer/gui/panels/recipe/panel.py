"""The recipe panel: clean, encode, pad and cut, output; a folded section says its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from padviewer.gui.panels.recipe.padding import PadSection
from padviewer.gui.panels.recipe.sections import CleanSection, EncodeSection, OutputSection
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.fold import Fold
from padviewer.gui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from padviewer.gui.controller import Controller

MARGIN = 16
ROOMY = 560  # logical pixels of height from which Encode stands open at first


class RecipePanel(QWidget):
    """Every choice from column to tensor; a change is one step of undo and shows at once."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._encode_touched = False
        self.setAccessibleName(tr("Recipe"))
        self.clean, self.encode = CleanSection(controller), EncodeSection(controller)
        self.pad, self.output = PadSection(controller), OutputSection(controller)
        self.folds = {
            "clean": Fold(tr("Clean"), self.clean),
            "encode": Fold(tr("Encode"), self.encode),
            "pad": Fold(tr("Pad and cut"), self.pad),
            "output": Fold(tr("Output"), self.output),
        }
        self._tensor = ElidedLabel("", "small", "t3", Qt.AlignmentFlag.AlignRight, middle=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(ElidedLabel(tr("Recipe"), "head", "t1"))
        head.addWidget(self._tensor, 1)
        self._content = QWidget()
        body = QVBoxLayout(self._content)
        body.setContentsMargins(MARGIN, 12, MARGIN, 12)
        body.setSpacing(0)
        body.addLayout(head)
        body.addSpacing(4)
        for name, fold in self.folds.items():
            fold.set_open(name == "pad")
            body.addWidget(fold)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(self._content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.folds["encode"].opened.connect(self._on_encode_opened)
        self.folds["pad"].opened.connect(lambda _shown: self._say())
        controller.session_changed.connect(self._refresh)
        controller.plan_changed.connect(self._refresh)
        controller.work_changed.connect(self._say)
        controller.choice_refused.connect(self._on_refused)
        self.clean.counted.connect(self._say)
        self._refresh()

    def _sections(self) -> dict[str, CleanSection | EncodeSection | PadSection | OutputSection]:
        return {"clean": self.clean, "encode": self.encode, "pad": self.pad, "output": self.output}

    def _refresh(self) -> None:
        session = self._controller.session
        self._content.setVisible(session.recipe is not None)
        looked = session.looked is not None
        self._tensor.set_text(tr("only looked at, not exported") if looked else session.tensor)
        for section in self._sections().values():
            section.refresh()
        self.folds["encode"].setVisible(self.encode.applies)
        self._say()

    def _say(self) -> None:
        """Say on every fold what it holds."""
        for name, section in self._sections().items():
            words = section.summary()
            if name == "pad" and self.folds["pad"].is_open():
                words = ""
            self.folds[name].set_value(words)

    def _on_refused(self, field: str, sentence: str) -> None:
        for section in self._sections().values():
            section.refuse(field, sentence)

    def _on_encode_opened(self, _shown: bool) -> None:
        self._encode_touched = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._encode_touched:
            self.folds["encode"].set_open(self.height() >= look.current().px(ROOMY))
