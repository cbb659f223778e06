"""The recipe's choices of padding and cutting, and three rows drawn with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from padviewer.core.choices.tensor_recipe import Mode, each
from padviewer.core.padding.slots import Axis
from padviewer.core.picture.diagram import DiagramRow, diagram_rows
from padviewer.gui.panels.recipe.sections import Section, number_of, show_text, still
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, tr, tr_count
from padviewer.gui.widgets.buttons import Button, Segmented
from padviewer.gui.widgets.choice import Choice
from padviewer.gui.widgets.field import LABEL_WIDTH, Field, FormRow
from padviewer.gui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from padviewer.gui.controller import Controller

WORDS = ("p95", "p99", "max")
_GAP = 8
_LINK_GAP = 2
_NARROWEST, _FIELD, _WIDEST = 32, 54, 72
_PITCH = 18
_BAR = 12
_TITLE = 20
_LEGEND = 30
_KINDS = {"kept": mark("kept"), "padding": mark("padding"), "cut": mark("cut")}


class MaxlenField(Field):
    """Maxlen as a number or a word, with links to the usual words and what a word resolved to.

    Links for which there is no room are hidden; Alt+Down lists them all.
    """

    def __init__(self, label: str) -> None:
        self.links = {word: Button(word, "link") for word in WORDS}
        self.resolved = ElidedLabel("", "small", "t3")
        self.resolved.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QWidget()
        row.setMinimumWidth(1)  # or the links would keep the panel from becoming too narrow for them
        side_by_side = QHBoxLayout(row)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(_LINK_GAP)
        for link in self.links.values():
            side_by_side.addWidget(link)
        side_by_side.addWidget(self.resolved, 1)
        super().__init__(label, unit=tr("steps"), number=True, beside=(row,))
        for word, link in self.links.items():
            link.setAccessibleName(f"{label} {word}")
            link.clicked.connect(lambda _checked=False, word=word: self.entered.emit(word))
        self._edit.installEventFilter(self)

    def show_choice(self, maxlen: int | str, steps: int | None, multiple: int = 1) -> None:
        """Show the choice, and what it resolved to where it is a word or was rounded up to a multiple."""
        show_text(self, str(maxlen))
        is_open = isinstance(maxlen, str) or (multiple > 1 and maxlen % multiple > 0)
        words = f"= {numbers.count(steps)}" if is_open and steps is not None else ""
        rounded = tr("{maxlen}, rounded up to a multiple of {multiple}", maxlen=maxlen, multiple=multiple)
        said = rounded if words and multiple > 1 else ""
        self.setToolTip(said)
        self._edit.setAccessibleDescription(f"{words}: {said}" if said else words)
        if words != self.resolved.text():
            self.resolved.set_text(words)
        self._fit(str(maxlen))

    def menu(self) -> QMenu:
        """Return the list of words, not shown yet; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self._edit.accessibleName())
        for word in WORDS:
            menu.addAction(word).triggered.connect(lambda _checked=False, word=word: self.entered.emit(word))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.menu().popup(self._edit.mapToGlobal(self._edit.rect().bottomLeft()))
            return True
        return super().eventFilter(watched, event)

    def _fit(self, held: str) -> None:
        """Show as many links as there is room for, the word that holds left out."""
        theme = look.current()
        label = max(theme.px(LABEL_WIDTH), self._label.sizeHint().width() + 8)
        room = self.width() - label - theme.px(_FIELD) - _GAP
        if self.resolved.text():
            room -= self.resolved.sizeHint().width()
        wanted = [word for word in WORDS if word != held]
        shown: list[str] = []
        for word in wanted:
            needed = self.links[word].sizeHint().width() + _LINK_GAP
            if needed > room:
                break
            shown.append(word)
            room -= needed
        spare = max(room, 0) if shown else theme.px(_WIDEST)
        self._edit.setMaximumWidth(min(theme.px(_WIDEST), theme.px(_FIELD) + spare))
        for word, link in self.links.items():
            link.setVisible(word in shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(str(self.property("holds") or ""))


class RowDiagram(QWidget):
    """Rows as bars on one scale, with the window of maxlen as a line; it is the legend of the kinds too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DiagramRow, ...] = ()
        self._maxlen = 0
        self.setAccessibleName(tr("Shortest, middle and longest row"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: tuple[DiagramRow, ...], maxlen: int) -> None:
        """Show rows, shortest first, in a window of `maxlen` steps."""
        self._rows, self._maxlen = rows, maxlen
        said = []
        for row in rows:
            kept = numbers.count(row.head + row.tail)
            parts = [
                tr_count("{count} step: {kept} kept", "{count} steps: {kept} kept", row.length, kept=kept)
            ]
            if row.filled:
                parts.append(tr("{number} filled", number=numbers.count(row.filled)))
            if row.lost:
                parts.append(tr("{number} cut", number=numbers.count(row.lost)))
            said.append(", ".join(parts))
        self.setAccessibleDescription(". ".join(said))
        self.updateGeometry()
        self.update()

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds that occur, in the legend's order."""
        occur = {kind for row in self._rows for kind, _ in row.pieces}
        return tuple(kind for kind in _KINDS if kind in occur)

    def sizeHint(self) -> QSize:
        height = _TITLE + _PITCH * len(self._rows) + _LEGEND if self._rows else 0
        return QSize(200, look.current().px(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def bars_rect(self) -> QRectF:
        """Return the place of the bars: between the lengths on the left and the changes on the right."""
        theme = look.current()
        left = max((drawing.text_width(numbers.count(r.length), "small") for r in self._rows), default=0.0)
        right = max((drawing.text_width(self._said(r), "small") for r in self._rows), default=0.0)
        left, right = max(left, theme.px(24)), max(right, theme.px(24))
        top = theme.px(_TITLE)
        width = max(1.0, self.width() - left - right - 20)
        return QRectF(left + 8, top, width, theme.px(_PITCH) * len(self._rows))

    def bar_rects(self, row: int) -> tuple[tuple[str, QRectF], ...]:
        """Return the bars of a row from left to right: kind and place."""
        area, theme = self.bars_rect(), look.current()
        low, high = self._domain()
        scale = area.width() / max(1, high - low)
        top = area.top() + row * theme.px(_PITCH) + (theme.px(_PITCH) - theme.px(_BAR)) / 2
        at, bars = -self._rows[row].cut_left, []
        for kind, steps in self._rows[row].pieces:
            width = max(1.0, steps * scale)
            bars.append((kind, QRectF(area.left() + (at - low) * scale, top, width, theme.px(_BAR))))
            at += steps
        return tuple(bars)

    def _domain(self) -> tuple[int, int]:
        """Return the first and last step of the scale, counted from the window's first."""
        low = min((-row.cut_left for row in self._rows), default=0)
        ends = [sum(steps for _, steps in row.pieces) - row.cut_left for row in self._rows]
        return low, max([self._maxlen, *ends, 1])

    @staticmethod
    def _said(row: DiagramRow) -> str:
        return numbers.change(-row.lost if row.lost else row.filled)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter, theme = QPainter(self), look.current()
        wide = QRectF(self.rect())
        title = QRectF(0, 0, wide.width(), theme.px(_TITLE) - 4)
        drawing.text(painter, title, self.accessibleName(), "micro", "t3")
        area, right = self.bars_rect(), Qt.AlignmentFlag.AlignRight
        for index, row in enumerate(self._rows):
            top = area.top() + index * theme.px(_PITCH)
            line = QRectF(0, top, area.left() - 8, theme.px(_PITCH))
            drawing.text(painter, line, numbers.count(row.length), "small", "t2", right)
            for kind, bar in self.bar_rects(index):
                drawing.bar(painter, bar, kind, 2 if bar.width() > 6 else 0)
            line = QRectF(area.right() + 4, top, wide.width() - area.right() - 4, theme.px(_PITCH))
            drawing.text(painter, line, self._said(row), "small", "cut" if row.lost else "t3", right)
        self._paint_window(painter, area)
        self._paint_legend(painter, area)
        painter.end()

    def _paint_window(self, painter: QPainter, area: QRectF) -> None:
        """Draw the window's end, and its start where something lies before it."""
        low, high = self._domain()
        scale = area.width() / max(1, high - low)
        ratio = self.devicePixelRatioF()
        steps = [self._maxlen] + ([0] if low < 0 else [])
        for step in steps:
            x = min(area.left() + (step - low) * scale, area.right())
            line = drawing.snapped(QRectF(x - 1, area.top() - 2, 2, area.height() + 4), ratio)
            painter.fillRect(line, look.current().colour("accent"))

    def _paint_legend(self, painter: QPainter, area: QRectF) -> None:
        theme = look.current()
        swatch = theme.px(_BAR)
        said = [(kind, tr(_KINDS[kind])) for kind in self.kinds()]
        needed = sum(swatch + 6 + drawing.text_width(words, "micro") + 1 for _, words in said)
        gap = min(14.0, max(4.0, (self.width() - needed) / max(1, len(said) - 1)))
        left = max(0.0, min(area.left(), self.width() - needed - gap * (len(said) - 1)))
        top = area.bottom() + theme.px(12)
        for kind, words in said:
            drawing.bar(painter, QRectF(left, top + 1, swatch, swatch - 2), kind, 2)
            place = QRectF(left + swatch + 6, top - 1, drawing.text_width(words, "micro") + 1, swatch + 2)
            drawing.text(painter, place, words, "micro", "t2")
            left = place.right() + gap


class PadSection(Section):
    """Maxlen, padding, truncating, fill, mode and multiple."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.maxlens = [MaxlenField(tr("Maxlen")), MaxlenField(tr("Inner maxlen"))]
        self.padding = Segmented(
            tr("Padding"), (("pre", tr("Pre")), ("post", tr("Post")), ("both", tr("Both")))
        )
        self.truncating = Segmented(
            tr("Truncating"), (("pre", tr("Pre")), ("post", tr("Post")), ("middle", tr("Middle")))
        )
        self.mode = Choice(tr("Fill mode"), tuple((one, one) for one in get_args(Mode)), snug=True)
        self.value = Field(tr("Fill value"), number=True, beside=(self.mode,))
        self.multiple = Field(tr("Multiple of"), unit=tr("steps"), number=True)
        self.diagram = RowDiagram()
        for row in (
            *self.maxlens,
            FormRow(tr("Padding"), [self.padding]),
            FormRow(tr("Truncating"), [self.truncating]),
            self.value,
            self.multiple,
        ):
            self.form.addWidget(row)
        self.form.addSpacing(8)
        self.form.addWidget(self.diagram)
        self._diagram_of: object = None
        for axis, field in enumerate(self.maxlens):
            field.entered.connect(lambda words, axis=axis: self._on_maxlen(axis, words))
        self.padding.chosen.connect(
            lambda key: controller.set_choice(tr("Padding {value}", value=key), padding=key)
        )
        self.truncating.chosen.connect(
            lambda key: controller.set_choice(tr("Truncating {value}", value=key), truncating=key)
        )
        self.mode.activated.connect(self._on_mode)
        self.value.entered.connect(self._on_value)
        self.multiple.entered.connect(self._on_multiple)
        self._asked = 0

    def refresh(self) -> None:
        choice = self.choice
        if choice is None:
            return
        axes = self._axes()
        self.maxlens[1].setVisible(self._ragged_axes() > 1)
        for k, field in enumerate(self.maxlens[: self._ragged_axes()]):
            steps = axes[k].width if k < len(axes) else None
            field.show_choice(_on_axis(choice.maxlen, k), steps, _on_axis(choice.multiple_of, k))
        self.padding.set_key(_on_axis(choice.padding, 0))
        self.truncating.set_key(_on_axis(choice.truncating, 0))
        self.mode.set_key(_on_axis(choice.mode, 0))
        self._fit_value()
        show_text(self.value, numbers.entry(choice.value))
        show_text(self.multiple, str(choice.multiple_of))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_value()

    def _fit_value(self) -> None:
        """Give the word of the mode the room that it needs, and the value the rest."""
        px = look.current().px
        label = max(px(LABEL_WIDTH), self.value.label_width() + _GAP)
        rest = self.width() - label - _GAP - self.mode.sizeHint().width()
        least = px(_NARROWEST)
        self.value.set_entry_width(least, max(least, min(px(_WIDEST), rest)))

    def summary(self) -> str:
        axes, choice = self._axes(), self.choice
        if not axes or choice is None:
            return ""
        widths = " × ".join(str(axis.width) for axis in axes)
        return tr("maxlen {widths} · {padding}", widths=widths, padding=axes[0].padding)

    def refuse(self, field: str, sentence: str) -> None:
        choice = self.choice
        if choice is None:
            return
        if field == "maxlen":
            held = str(_on_axis(choice.maxlen, self._asked))
            self.maxlens[self._asked].set_error(still(sentence, held))
        elif field == "value":
            self.value.set_error(still(sentence, numbers.entry(choice.value)))
        elif field == "multiple_of":
            self.multiple.set_error(still(sentence, str(choice.multiple_of)))
        elif field == "mode":
            self.mode.set_key(_on_axis(choice.mode, 0))
            self.value.set_error(still(sentence, str(_on_axis(choice.mode, 0))))

    def _axes(self) -> tuple[Axis, ...]:
        plan, tensor = self.controller.plan, self.controller.session.tensor
        return plan.of(tensor).axes if plan is not None and tensor in plan.tensor_plans else ()

    def _ragged_axes(self) -> int:
        """Return how many axes have a field: the plan's, or the choice's before there is one."""
        choice = self.choice
        chosen = 1 if choice is None else len(each(choice.maxlen))
        return min(len(self._axes()) or chosen, len(self.maxlens))

    def _draw(self) -> None:
        """Draw the shortest, the median and the longest row as the plan places them."""
        counts, axes = self.controller.counting.counts, self._axes()
        shown = (counts, axes[0]) if counts is not None and counts.n and axes else None
        self.diagram.setAccessibleName(self.so_far(tr("Shortest, middle and longest row")))
        if shown != self._diagram_of:
            self._diagram_of = shown
            rows = diagram_rows(*shown) if shown is not None else ()
            self.diagram.set_rows(rows, axes[0].width if axes else 0)

    def _on_maxlen(self, axis: int, words: str) -> None:
        choice = self.choice
        if choice is None:
            return
        self._asked = axis
        value = number_of(words.lower())
        wanted: object = value
        axes = max(self._ragged_axes(), len(self._axes()))
        if axes > 1:
            every = [_on_axis(choice.maxlen, k) for k in range(axes)]
            every[axis] = value
            wanted = tuple(every)
        inner = tr("Inner maxlen {value}", value=value)
        name = tr("Maxlen {value}", value=value) if axis == 0 else inner
        if self.controller.set_choice(name, maxlen=wanted):
            _settle(self.maxlens[axis], str(value))

    def _on_value(self, words: str) -> None:
        value = number_of(words)
        if self.controller.set_choice(tr("Fill value {value}", value=numbers.entry(value)), value=value):
            _settle(self.value, numbers.entry(value))

    def _on_multiple(self, words: str) -> None:
        value = number_of(words)
        if self.controller.set_choice(tr("Multiple of {value}", value=value), multiple_of=value):
            _settle(self.multiple, str(value))

    def _on_mode(self) -> None:
        self.controller.set_choice(tr("Fill mode {value}", value=self.mode.key()), mode=self.mode.key())


def _on_axis(choice: Any, k: int) -> Any:
    """Return a choice's value for axis `k`; the last one where it has none of its own."""
    values = each(choice)
    return values[min(k, len(values) - 1)]


def _settle(field: Field, words: str) -> None:
    """Show what holds after a change as it is written: 096 becomes 96; an old error goes."""
    field.setProperty("holds", words)
    field.set_text(words)
