"""A drop-down list that draws its own arrow and shortens its words, which a style sheet cannot."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look

_ARROW, _EDGE, _GAP = 12, 9, 6  # the gap before the arrow where the words have no more room than they need


class Choice(QComboBox):
    """One of a few words.

    The wheel scrolls the panel that it stands in instead of changing the choice on the way.

    Parameters
    ----------
    name : str
        What is chosen, for those who do not see it.
    items : sequence of (str, str)
        Key and words of each.
    snug : bool
        Take the width of the words that are shown; otherwise that of the longest.
    """

    def __init__(
        self,
        name: str,
        items: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
        *,
        snug: bool = False,
    ) -> None:
        super().__init__(parent)
        self._snug, self._tip = snug, ""
        self.setAccessibleName(name)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, words in items:
            self.addItem(words, key)
        self.currentIndexChanged.connect(self._say_the_rest)

    def key(self) -> str:
        """Return the key of the choice; empty when there is none."""
        return str(self.currentData() or "")

    def set_key(self, key: str) -> None:
        """Choose by key, without a signal; a key that is not there changes nothing."""
        index = self.findData(key)
        if index >= 0:
            blocked = self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(blocked)
            self._say_the_rest()

    def set_tip(self, words: str) -> None:
        """Say more about the choice in a tooltip, while its words fit."""
        self._tip = words
        self._say_the_rest()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._snug:
            return hint
        beside = look.current().px(_ARROW + _GAP) + 2 * _EDGE
        return QSize(math.ceil(drawing.text_width(self.currentText(), "body")) + beside, hint.height())

    def text_rect(self) -> QRectF:
        """Return where the words stand: left of the arrow."""
        room = self.width() - look.current().px(_ARROW) - 2 * _EDGE
        return QRectF(_EDGE, 0, max(0.0, room), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_the_rest()

    def _say_the_rest(self) -> None:
        if self._snug:
            self.updateGeometry()
        words = self.currentText()
        elided = drawing.text_width(words, "body") > self.text_rect().width() + 0.5
        self.setToolTip(words if elided else self._tip)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        enabled = self.isEnabled()
        drawing.text(painter, self.text_rect(), self.currentText(), "body", "t1" if enabled else "dis")
        arrow = look.current().px(_ARROW)
        x, y = self.width() - arrow - 8, (self.height() - arrow) / 2
        drawing.icon(painter, x, y, "chevron-down", "t3" if enabled else "dis", arrow)
        painter.end()
