"""The form for the levels of a ramp: which values stand at its two ends."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from padviewer.core.errors import ChoiceError
from padviewer.core.picture.levels import LEVEL_KINDS, LevelKind, Levels
from padviewer.gui.style import theme as look
from padviewer.gui.style.numbers import MINUS
from padviewer.gui.style.words import mark, told, tr
from padviewer.gui.widgets.buttons import Segmented
from padviewer.gui.widgets.choice import Choice
from padviewer.gui.widgets.field import Field, FormRow

WIDTH = 280
KIND_WORDS: dict[LevelKind, str] = {
    "robust": mark("All but far values"),
    "range": mark("Least and greatest value"),
    "percentiles": mark("Two percentiles"),
    "symmetric": mark("Symmetric around 0"),
    "hand": mark("By hand"),
}
PERCENTILES = (1.0, 99.0)


class LevelsForm(QFrame):
    """A popup with the kind of levels, the two numbers of those that have some, and the scale.

    Every valid choice is announced at once; what is wrong is said at its field and changes nothing. Escape
    closes the form.

    Signals
    -------
    changed(object)
        The `Levels` that the person chose.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(tr("Levels of the colours"))
        self._levels = Levels()
        self._ends = (0.0, 1.0)
        self.kind = Choice(tr("Ends"), [(kind, tr(KIND_WORDS[kind])) for kind in LEVEL_KINDS])
        self.low = Field(tr("From"), number=False)
        self.high = Field(tr("To"), number=False)
        self.scale = Segmented(tr("Scale"), [("linear", tr("Linear")), ("log", tr("Logarithmic"))])
        self._scale_row = FormRow(tr("Scale"), [self.scale])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(0)
        for row in (FormRow(tr("Ends"), [self.kind]), self.low, self.high, self._scale_row):
            layout.addWidget(row)
        self.setFixedWidth(look.current().px(WIDTH))
        self.kind.currentIndexChanged.connect(self._on_kind_chosen)
        self.scale.chosen.connect(self._on_scale_chosen)
        for field in (self.low, self.high):
            field.entered.connect(self._on_numbers_entered)
            field.abandoned.connect(self.close)
        self._show()

    def levels(self) -> Levels:
        """Return the levels that the form shows."""
        return self._levels

    def set_levels(self, levels: Levels, ends: tuple[float, float]) -> None:
        """Show levels; those by hand begin with the values at the ends now. Emits nothing."""
        self._levels, self._ends = levels, ends
        self._show()

    def _show(self) -> None:
        levels = self._levels
        self.kind.set_key(levels.kind)
        self.scale.set_key("log" if levels.log else "linear")
        self._scale_row.set_error("")
        percent = levels.kind == "percentiles"
        for field, words, value in (
            (self.low, tr("From, %") if percent else tr("From"), levels.low),
            (self.high, tr("To, %") if percent else tr("To"), levels.high),
        ):
            field.set_label(words)
            field.set_text(number_text(value))
            field.setVisible(percent or levels.kind == "hand")
        self.adjustSize()

    def _on_kind_chosen(self) -> None:
        kind: LevelKind = next(one for one in LEVEL_KINDS if one == self.kind.key())
        low, high = PERCENTILES
        if kind == "hand":
            low, high = self._ends
            if not low < high:
                high = low + 1
        log = self._levels.log and not (kind == "hand" and low <= 0)
        self._take(Levels(kind, low, high, log))

    def _on_scale_chosen(self, key: str) -> None:
        try:
            self._take(replace(self._levels, log=key == "log"))
        except ChoiceError as error:
            self.scale.set_key("log" if self._levels.log else "linear")
            self._scale_row.set_error(told(error.what))

    def _on_numbers_entered(self) -> None:
        numbers = []
        for field in (self.low, self.high):
            number = number_of(field.text())
            field.set_error("" if number is not None else tr("A level is a number, such as 0.5."))
            numbers.append(number)
        low, high = numbers
        if low is None or high is None:
            return
        try:
            self._take(replace(self._levels, low=low, high=high))
        except ChoiceError as error:
            too_low = low < 0 if self._levels.kind == "percentiles" else low <= 0
            wrong = self.low if low < high and too_low else self.high
            wrong.set_error(told(error.what))

    def _take(self, levels: Levels) -> None:
        self._levels = levels
        self._show()
        self.changed.emit(levels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = look.current()
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.setPen(QPen(theme.colour("stroke"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


def number_text(value: float) -> str:
    """Return a number as a person types it, in full: ``1``, ``0.25``, ``-3e-07``."""
    text = repr(float(value))
    return text.removesuffix(".0")


def number_of(words: str) -> float | None:
    """Return the number that a person typed, as in Python or their language; None for no finite one."""
    words = words.strip().replace(MINUS, "-")
    try:
        number = float(words)
    except ValueError:
        number, known = QLocale().toDouble(words)
        if not known:
            return None
    return number if math.isfinite(number) else None
