"""The bar at the window's bottom: what the tensor is on the left; on the right what runs, and Stop."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QWidget

from padviewer.gui.controller import Controller
from padviewer.gui.session.state import Work
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, tr, tr_count
from padviewer.gui.widgets.buttons import Button
from padviewer.gui.widgets.labels import ElidedLabel

HEIGHT = 28
_MARGIN, _GAP, _PROGRESS = 16, 10, 120
START_FACT = mark("Nothing is uploaded. Files are read in a separate process.")
SIDES = {
    "post": mark("right-padded"),
    "pre": mark("left-padded"),
    "both": mark("padded on both sides"),
}


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


class _Facts(QWidget):
    """Facts in a row with a short line between two; those that do not fit are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: tuple[StatusFact, ...] = ()
        self.labels: list[QLabel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_MARGIN - 2, 0, 0, 0)  # the bar itself is 2 px in
        self._row.setSpacing(2 * _GAP)
        self._row.addStretch(1)
        self.setMinimumWidth(1)

    def set_facts(self, facts: tuple[StatusFact, ...]) -> None:
        self.facts = facts
        while len(self.labels) < len(facts):
            label = QLabel()
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._row.insertWidget(len(self.labels), label)
            self.labels.append(label)
        self.dress()

    def dress(self) -> None:
        theme = look.current()
        for label, fact in zip(self.labels, self.facts, strict=False):
            label.setFont(theme.font("mono" if fact.mono else "small"))
            palette = label.palette()
            palette.setColor(label.foregroundRole(), theme.colour(fact.colour))
            label.setPalette(palette)
            label.setText(fact.words)
        self.fit()

    def fit(self) -> None:
        """Show as many of the first facts as there is room for."""
        room, shown = self.width() - _MARGIN, 0
        for label in self.labels[: len(self.facts)]:
            room -= label.sizeHint().width() + (2 * _GAP if shown else 0)
            if room < 0:
                break
            shown += 1
        for index, label in enumerate(self.labels):
            label.setVisible(index < shown)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for label in self.labels[1:]:
            if not label.isHidden():
                middle = label.geometry().center().y()
                drawing.hairline(painter, label.x() - _GAP, middle - 5, 10, "stroke", upright=True)
        painter.end()


class StatusBar(QStatusBar):
    """Facts on the left; a message, how far it is and Stop on the right.

    Parameters
    ----------
    stop : QAction
        What the button does; it can be used while something runs.
    """

    def __init__(self, stop: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Status"))
        self.setSizeGripEnabled(False)
        self.setFixedHeight(look.current().px(HEIGHT))
        self._facts = _Facts()
        self._message = ElidedLabel("", "small", "t2", Qt.AlignmentFlag.AlignRight)
        self._progress = QProgressBar()
        self._progress.setFixedWidth(_PROGRESS)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(tr("Progress"))
        self.stop = Button(tr("Stop"), "link")
        self.stop.clicked.connect(stop.trigger)
        self.stop.setToolTip(stop.toolTip())
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 1, _MARGIN, 0)
        row.setSpacing(12)
        row.addWidget(self._message, 1)
        row.addWidget(self._progress)
        row.addWidget(self.stop)
        self.addWidget(self._facts, 1)
        self.addPermanentWidget(right)
        self._right = right
        self.set_message("")

    def facts(self) -> tuple[StatusFact, ...]:
        """Return the facts about the tensor, the most important first."""
        return self._facts.facts

    def set_facts(self, facts: tuple[StatusFact, ...]) -> None:
        """Show facts, the most important first."""
        if facts != self._facts.facts:
            self._facts.set_facts(facts)
            self._tell()

    def set_message(self, words: str) -> None:
        """Say something while nothing runs."""
        self._say(words, None, runs=False)

    def set_work(self, work: Work) -> None:
        """Say what runs, with the share that is done where it is known."""
        self._say(work.text, work.share, runs=True)

    def _say(self, words: str, share: float | None, *, runs: bool) -> None:
        self._message.set_text(words)
        self._progress.setVisible(runs)
        self._progress.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self._progress.setValue(round(min(max(share, 0.0), 1.0) * 1000))
        self.stop.setVisible(runs)
        self._fit()
        self._tell()

    def message(self) -> str:
        """Return what it says on the right."""
        return self._message.text()

    def shown_facts(self) -> tuple[StatusFact, ...]:
        """Return the facts for which there is room."""
        shown = (label.isHidden() for label in self._facts.labels)
        return tuple(fact for fact, hidden in zip(self._facts.facts, shown, strict=False) if not hidden)

    def _fit(self) -> None:
        """Give the right half what it needs, at most half of the bar where there are facts."""
        wanted = self._right.sizeHint().width()
        most = self.width() // 2 if self._facts.facts else self.width()
        self._right.setFixedWidth(max(min(wanted, most), 1))

    def _tell(self) -> None:
        facts = ", ".join(fact.words for fact in self._facts.facts)
        self.setAccessibleDescription(". ".join(part for part in (facts, self.message()) if part))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._facts.dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), look.current().colour("panel"))
        drawing.hairline(painter, 0, 0, self.width(), "line")
        painter.end()


def status_facts(controller: Controller) -> tuple[StatusFact, ...]:
    """Return shape, size, padding, rows cut, side and mask; before a file, what happens to one."""
    plan, counts = controller.plan, controller.counting.counts
    if plan is None:
        return () if controller.session.source else (StatusFact(tr(START_FACT)),)
    own = controller.shown
    cost = plan.cost(own.name)
    facts = [
        StatusFact(f"{numbers.shape(plan.shape(own.name))} {own.dtype}", "t1", mono=True),
        StatusFact(numbers.size(cost.array)),
        StatusFact(tr("{share} padding", share=numbers.percent(cost.cells - cost.real, cost.cells))),
    ]
    if counts is not None:
        cut = counts.rows_cut(own.axes[0].width)
        said = tr_count("{count} row cut", "{count} rows cut", cut)
        if cut:
            said = f"{said} ({numbers.percent(cut, counts.n)})"
        facts.append(StatusFact(said))
    facts.append(StatusFact(tr(SIDES[own.axes[0].padding])))
    facts.append(StatusFact(tr("mask: true = real")))
    return tuple(facts)
