"""The ramp of a heatmap over the words of its ends; its handles and its form choose the levels."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.core.errors import ChoiceError
from padviewer.core.picture import ramps
from padviewer.core.picture.colours import FrameColours
from padviewer.core.picture.levels import Levels
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.heatmap.levels import LevelsForm

WIDTH, HEIGHT, RAMP_TOP, RAMP_HEIGHT = 112, 28, 3, 9
GAP = 6


class ColourBar(QWidget):
    """What the colours of a heatmap say.

    Where colours stand for values, its two handles are dragged to move the levels, and Return, Space or a
    click opens their form. Ranks and ids have no levels: the bar says what its ends are, and is no tab stop.
    The strip itself is made with the first source.

    Signals
    -------
    changed(object)
        The `Levels` that the person chose.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: HeatmapSource | None = None
        self._ramp = "tide"
        self._levels = Levels()
        self._is_share = False
        self._strip: Any = None
        self.form = LevelsForm(self)
        self.form.changed.connect(self.changed)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def set_source(self, source: HeatmapSource | None) -> None:
        """Show the scale of a source, or nothing."""
        self._source = source
        if source is not None and self._strip is None:
            self._make_strip()
        self._describe()
        self._show()

    def set_ramp(self, name: str) -> None:
        """Draw another ramp of `padviewer.core.picture.ramps`."""
        self._ramp = name
        self._show()

    def set_share(self, on: bool) -> None:
        """Show the colours of the share of padding instead: a pixel stands for many cells now."""
        if on != self._is_share:
            self._is_share = on
            self._describe()
            self._show()

    def set_levels(self, levels: Levels) -> None:
        """Have the form begin with levels; emits nothing."""
        self._levels = levels

    @property
    def has_levels(self) -> bool:
        """Whether colours stand for values between two levels."""
        source = self._source
        return source is not None and source.ranks is None and not source.identity and not self._is_share

    def ticks(self) -> tuple[str, str, str]:
        """Return the words below the left end, the middle and the right end of the ramp."""
        source = self._source
        if source is None:
            return ("", "", "")
        if self._is_share:
            return (numbers.percent(0, 1), tr("padding"), numbers.percent(1, 1))
        if source.identity:
            return ("", source.ramp_words, "")
        if source.ranks is not None:
            return (tr("frequent"), "", tr("rare"))
        low, high = source.levels
        middle = math.sqrt(low * high) if source.log and low > 0 else low + (high - low) / 2
        first, between, last = (numbers.rounded(value) for value in (low, middle, high))
        if not low < high:
            return ("", first, "")
        below, above = source.beyond
        first = tr("≤ {value}", value=first) if below else first
        return (first, between, tr("≥ {value}", value=last) if above else last)

    def open_form(self) -> None:
        """Open the form of the levels below the bar; nothing where colours have none."""
        if self._source is not None and self.has_levels:
            self.form.set_levels(self._levels, self._source.levels)
            self.form.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
            self.form.show()
            self.form.kind.setFocus()

    def _describe(self) -> None:
        source, (low, middle, high) = self._source, self.ticks()
        if source is None:
            self.setAccessibleName(tr("Colours"))
        elif self._is_share:
            self.setAccessibleName(tr("Colours: share of padding, from none to all"))
        elif not self.has_levels:
            self.setAccessibleName(tr("Colours: {words}", words=source.ramp_words))
        else:
            self.setAccessibleName(tr("Colours from {low} to {high}", low=low or middle, high=high or middle))
        self.setAccessibleDescription(tr("Logarithmic") if source is not None and source.log else "")
        self.setToolTip(tr("Choose the levels") if self.has_levels else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.has_levels else Qt.FocusPolicy.NoFocus)
        hand = Qt.CursorShape.PointingHandCursor if self.has_levels else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)

    def sizeHint(self) -> QSize:
        theme = look.current()
        ends = sum(drawing.text_width(words, "micro") + GAP for words in self.ticks() if words)
        log = drawing.text_width(tr("log"), "micro") + GAP if self._is_log else 0
        return QSize(max(theme.px(WIDTH), math.ceil(ends) + 2 * GAP) + math.ceil(log), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _is_log(self) -> bool:
        return self.has_levels and self._source is not None and self._source.log

    # -- how it is shown -----------------------------------------------------------------------
    def _make_strip(self) -> None:
        """Make the strip of colours, which needs pyqtgraph."""
        from padviewer.gui.charts.colour_bar import LevelBar

        self._strip = LevelBar(self)
        self._strip.dragged.connect(self._on_dragged)
        self._strip.pressed.connect(self.open_form)
        self._strip.show()

    def _on_dragged(self, low: float, high: float, _ended: bool) -> None:
        """Take the levels of a drag unless they are none, as below 0 on a logarithmic ramp."""
        try:
            levels = Levels("hand", low, high, self._levels.log)
        except ChoiceError:
            return
        self.changed.emit(levels)

    def _room(self) -> QRectF:
        """Return where the strip stands, on whole device pixels."""
        theme = look.current()
        log = drawing.text_width(tr("log"), "micro") + GAP if self._is_log else 0
        room = QRectF(3, theme.px(RAMP_TOP), self.width() - 6 - log, theme.px(RAMP_HEIGHT))
        return drawing.snapped(room, self.devicePixelRatioF())

    def _show(self) -> None:
        self.updateGeometry()
        self.update()
        source, strip = self._source, self._strip
        if strip is None:
            return
        strip.setVisible(source is not None)
        if source is None:
            return
        strip.setGeometry(self._room().toRect())
        is_range = self.has_levels and source.levels[0] < source.levels[1]
        whole = all(float(end).is_integer() for end in source.levels)
        strip.show_colours(self._table(source), source.levels if is_range else None, whole=whole)

    def _table(self, source: HeatmapSource) -> NDArray[np.uint8]:
        """Return the colours from left to right, uint8 [256, 3]."""
        from padviewer.gui.charts.colour_bar import with_ends

        if self._is_share:
            ends = [np.array(list(bytes.fromhex(look.current().hex(token)[1:]))) for token in ("real", "pad")]
            share = np.linspace(0, 1, 256)[:, None]
            mixed: NDArray[np.uint8] = np.rint(ends[0] * (1 - share) + ends[1] * share).astype(np.uint8)
            return mixed
        if source.identity:
            each = np.array([list(bytes.fromhex(colour[1:])) for colour in ramps.IDENTITY], np.uint8)
            return each[np.arange(256) * len(each) // 256]
        table = ramps.ramp(self._ramp)
        colours = FrameColours.from_tokens(look.current().hex, table)
        beyond = (colours.under, colours.over) if self.has_levels else (None, None)
        there = [colour if is_there else None for colour, is_there in zip(beyond, source.beyond, strict=True)]
        return with_ends(table, self._room().width(), *there)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._source is None:
            return
        painter, box = QPainter(self), self._room()
        line = look.current().line("micro")
        below = QRectF(box.left(), self.height() - line - 1, box.width(), line)
        aligned = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        for words, align in zip(self.ticks(), aligned, strict=True):
            if words:
                drawing.text(painter, below, words, "micro", "t2", align)
        if self.has_levels and self.ticks()[0]:
            drawing.hairline(painter, box.center().x(), box.bottom(), 3, "stroke2", upright=True)
        if self._is_log:
            beside = QRectF(box.right() + GAP, below.top(), self.width() - box.right() - GAP, line)
            drawing.text(painter, beside, tr("log"), "micro", "t2")
        if self.hasFocus():
            drawing.focus_ring(painter, QRectF(self.rect()), 4)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.open_form()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_form()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._show()
