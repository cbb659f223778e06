"""The line at the window's bottom: what the tensor is on the left, what the program does on the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

_MARGIN = 16
_GAP = 10
_PROGRESS = 120


@dataclass(frozen=True)
class StatusFact:
    """One fact about the tensor.

    Parameters
    ----------
    words : str
    colour : str
        Its colour: ``"t2"``, ``"err"`` for the impossible.
    mono : bool
        Whether it is written as code: a shape, a dtype.
    """

    words: str
    colour: str = "t2"
    mono: bool = False

    @property
    def style(self) -> str:
        """The style of its font."""
        return "mono" if self.mono else "small"


class StatusLine(QWidget):
    """Facts on the left, a message and its progress on the right; facts that do not fit are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[StatusFact, ...] = ()
        self._message = ""
        self._share: float | None = None
        self.setAccessibleName(tr("Status"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_facts(self, facts: tuple[StatusFact, ...]) -> None:
        """Show facts, the most important first."""
        if facts != self._facts:
            self._facts = facts
            self._tell()

    def set_message(self, words: str, share: float | None = None) -> None:
        """Say what the program does, with the share that is done (0 to 1) where it is known."""
        if (words, share) != (self._message, self._share):
            self._message, self._share = words, share
            self._tell()

    def message(self) -> str:
        """Return what it says on the right."""
        return self._message

    def _tell(self) -> None:
        facts = ", ".join(fact.words for fact in self._facts)
        self.setAccessibleDescription(". ".join(part for part in (facts, self._message) if part))
        self.update()

    def shown_facts(self) -> tuple[StatusFact, ...]:
        """Return the facts for which there is room."""
        room = self.width() - 2 * _MARGIN - self._right_width()
        shown: list[StatusFact] = []
        for fact in self._facts:
            room -= drawing.text_width(fact.words, fact.style) + (2 * _GAP if shown else 0)
            if room < 0:
                break
            shown.append(fact)
        return tuple(shown)

    def _right_width(self) -> float:
        """Return the width of message and progress, at most half of the line where there are facts."""
        bar = _PROGRESS + 12 if self._share is not None else 0
        wanted = drawing.text_width(self._message, "small") + bar + (24 if self._message else 0)
        most = self.width() - 2 * _MARGIN
        return min(wanted, most / 2 if self._facts else most)

    def sizeHint(self) -> QSize:
        return QSize(400, look.current().px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, look.current().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look.current()
        wide = QRectF(self.rect())
        painter.fillRect(wide, theme.colour("panel"))
        drawing.hairline(painter, 0, 0, wide.width(), "line")
        left = float(_MARGIN)
        for index, fact in enumerate(self.shown_facts()):
            if index:
                middle = wide.center().y()
                drawing.hairline(painter, left + _GAP, middle - 5, 10, "stroke", upright=True)
                left += 2 * _GAP
            width = drawing.text_width(fact.words, fact.style)
            place = QRectF(left, 0, width + 1, wide.height())
            drawing.text(painter, place, fact.words, fact.style, fact.colour)
            left += width
        self._paint_right(painter, wide)
        painter.end()

    def _paint_right(self, painter: QPainter, wide: QRectF) -> None:
        right = wide.right() - _MARGIN
        width = min(drawing.text_width(self._message, "small") + 1, self._right_width())
        place = QRectF(right - width, 0, width, wide.height())
        drawing.text(painter, place, self._message, "small", "t2", Qt.AlignmentFlag.AlignRight)
        if self._share is not None:
            track = QRectF(place.left() - 12 - _PROGRESS, wide.center().y() - 2, _PROGRESS, 4)
            drawing.rounded(painter, track, 2, "press")
            done = min(max(self._share, 0.0), 1.0) * _PROGRESS
            if done >= 1:
                drawing.rounded(painter, QRectF(track.left(), track.top(), done, 4), 2, "accent")
