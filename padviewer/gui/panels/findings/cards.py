"""The findings as cards: icon, what, why it matters, and the remedies as links; most serious first."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, tr, tr_count
from padviewer.gui.widgets.buttons import Button
from padviewer.gui.widgets.labels import ElidedLabel, NoteLine

_LEAST = 160
_LEVELS = {  # in words, and the icon and its colour
    "error": (mark("error"), "error", "err"),
    "warning": (mark("warning"), "warn", "warn"),
    "info": (mark("info"), "info", "info"),
    "ok": (mark("ok"), "ok", "ok"),
    "unclear": (mark("unclear"), "unclear", "unclear"),
}
_OVERHANG = 8
_INDENT = 26
_LINK_GAP, _LINK_EDGE = 8, 4  # between links, and from the edge of one to its words


@dataclass(frozen=True)
class Remedy:
    """Something to do about a finding: its key, and its words with the verb first."""

    key: str
    words: str


@dataclass(frozen=True)
class FindingShown:
    """One finding as it is shown.

    Parameters
    ----------
    key : str
        What the code calls it.
    level : {"error", "warning", "info", "ok", "unclear"}
    title : str
        What, with numbers and names.
    detail : str
        Why it matters; may be empty.
    remedies : tuple of Remedy
    rows : str
        The words of the link to its rows, such as ``"Show rows"``; empty where it has none.
    page : str
        The page about it in the documentation, which the help opens.
    """

    key: str
    level: str
    title: str
    detail: str = ""
    remedies: tuple[Remedy, ...] = ()
    rows: str = ""
    page: str = ""

    @property
    def links(self) -> tuple[tuple[str | None, str], ...]:
        """Its links as keys and words; the key of the link to its rows is None."""
        rows = ((None, self.rows),) if self.rows else ()
        return (*rows, *((remedy.key, remedy.words) for remedy in self.remedies))


class _Link(Button):
    """A link of a card; the arrows are the list's. What does not fit is shortened, and whole in a tooltip."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, "link", parent=parent)
        self._words = words

    def width_wanted(self) -> int:
        """Return the width in which all of it is read."""
        return math.ceil(drawing.text_width(self._words, "link")) + 2 * _LINK_EDGE + 1

    def place(self, rect: QRect) -> None:
        """Take a place."""
        room = rect.width() - 2 * _LINK_EDGE
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown == self._words else self._words)
        self.setGeometry(rect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Links(QWidget):
    """The links of a card: side by side as far as they fit, then on the next line."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[_Link] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def take(self, links: list[_Link]) -> None:
        """Show other links."""
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links = links
        for link in links:
            link.show()
        self._place()
        self.updateGeometry()

    def _places(self, width: int) -> list[QRect]:
        x, y, height = 0, 0, look.current().px(24)
        places = []
        for link in self.links:
            wide = min(link.width_wanted(), width)
            if x and x + wide > width:
                x, y = 0, y + height
            places.append(QRect(x, y, wide, height))
            x += wide + _LINK_GAP
        return places

    def _place(self) -> None:
        for link, place in zip(self.links, self._places(self.width()), strict=True):
            link.place(place)

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        return QSize(
            look.current().px(_LEAST), self.heightForWidth(max(self.width(), look.current().px(_LEAST)))
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(1, look.current().px(24) if self.links else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()
            self.updateGeometry()


class _Card(QWidget):
    """One finding: icon and title, why it matters, and its links; it has the focus where it has no link."""

    followed = Signal(object)  # the key of a link

    def __init__(self) -> None:
        super().__init__()
        self.finding = FindingShown("", "info", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = NoteLine("info", colour="t1", style="strong", indent=_INDENT, edge=0)
        self._detail = NoteLine(edge=0)
        self._row = _Links()
        inset = look.current().px(_INDENT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_OVERHANG, 7, _OVERHANG, 3)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        for part, left in ((self._detail, inset), (self._row, inset - _LINK_EDGE)):
            line = QHBoxLayout()
            line.setContentsMargins(left, 0, 0, 0)
            line.addWidget(part)
            layout.addLayout(line)

    @property
    def links(self) -> list[_Link]:
        """Its links."""
        return self._row.links

    def show_finding(self, finding: FindingShown, number: int, count: int) -> None:
        """Show a finding, the `number`-th of so many; a link that it had before keeps the focus."""
        level, icon, colour = _LEVELS[finding.level]
        place = tr("{number} of {all}, {level}", number=number, all=count, level=tr(level))
        self.setAccessibleName(f"{place}: {finding.title}. {finding.detail}".strip().replace("..", "."))
        self.setProperty("page", finding.page)  # the help opens it
        if finding == self.finding:
            return
        before, self.finding = self.finding.links, finding
        self._title.say(finding.title, icon, colour)
        self._detail.say(finding.detail)
        if finding.links != before:
            self._make_links(before)
        for link in self.links:
            link.setAccessibleDescription(finding.title)

    def _make_links(self, before: tuple[tuple[str | None, str], ...]) -> None:
        held = next((key for (key, _), one in zip(before, self.links, strict=True) if one.hasFocus()), "")
        had_focus = self.has_focus()
        links = []
        for key, words in self.finding.links:
            links.append(link := _Link(words, self._row))
            link.clicked.connect(lambda _checked=False, key=key: self.followed.emit(key))
        self._row.take(links)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if links else Qt.FocusPolicy.StrongFocus)
        if had_focus:
            keys = [key for key, _ in self.finding.links]
            self.take_focus(keys.index(held) if held in keys else 0)

    def stops(self) -> list[QWidget]:
        """Return what takes the focus: the links, or the card where it has none."""
        return [*self.links] if self.links else [self]

    def take_focus(self, link: int = 0) -> None:
        """Give the focus to a link, or to the card where it has none."""
        stops = self.stops()
        stops[min(max(link, 0), len(stops) - 1)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_focus(self) -> bool:
        """Tell whether the focus is in this card."""
        return any(one.hasFocus() for one in self.stops())

    def focused_link(self) -> int:
        """Return which link has the focus; 0 for none."""
        return next((at for at, link in enumerate(self.links) if link.hasFocus()), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            drawing.focus_ring(painter, QRectF(self.rect()))
            painter.end()


class FindingsList(QWidget):
    """Cards under a head that counts them, the most serious first; what does not fit is counted and scrolls.

    Tab goes from link to link, and Return follows one; Up and Down go from card to card, Left and Right
    through the links of one.

    Signals
    -------
    remedy_clicked(FindingShown, str)
        A finding and the key of its remedy.
    rows_clicked(FindingShown)
        The rows of a finding are to be shown.
    """

    remedy_clicked = Signal(object, str)
    rows_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[FindingShown, ...] = ()
        self._cards: list[_Card] = []
        self._stops: list[QWidget] = []
        self._at = 0
        self.setAccessibleName(tr("Findings"))
        self._count, self._note = ElidedLabel("", "small", "t3"), ElidedLabel("", "small", "t3")
        self._more = ElidedLabel("", "small", "t3", Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.setContentsMargins(_OVERHANG, 6, _OVERHANG, 6)
        head.setSpacing(12)
        for label in (ElidedLabel(tr("Findings"), "head", "t1"), self._count, self._note):
            head.addWidget(label)
        head.addWidget(self._more, 1)
        self._nothing = NoteLine("ok", "ok", style="body", indent=_INDENT)
        content = QWidget()
        self._stack = QVBoxLayout(content)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        inset = QHBoxLayout()
        inset.setContentsMargins(_OVERHANG, 0, _OVERHANG, 0)
        inset.addWidget(self._nothing)
        self._stack.addLayout(inset)
        self._stack.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.installEventFilter(self)
        content.installEventFilter(self)
        content.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._count_hidden)
        bar.rangeChanged.connect(self._count_hidden)

    def set_findings(self, findings: tuple[FindingShown, ...], rows: int | None) -> None:
        """Show findings about so many rows, the most serious first; `rows` is None where no data is open."""
        had_focus = self._focused() is not None or self.hasFocus()
        same = [one.key for one in findings] == [one.key for one in self._findings]
        self._findings = findings
        while len(self._cards) > len(findings):
            card = self._cards.pop()
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self._cards) < len(findings):
            self._cards.append(card := _Card())
            card.followed.connect(lambda key, card=card: self._on_followed(card.finding, key))
            self._stack.insertWidget(len(self._cards), card)
        for number, (card, finding) in enumerate(zip(self._cards, findings, strict=True), 1):
            card.show_finding(finding, number, len(findings))
            card.show()
        self._order_stops()
        nothing = (
            ""
            if rows is None or findings
            else tr_count("Nothing to report for {count} row.", "Nothing to report for {count} rows.", rows)
        )
        self._nothing.say(nothing)
        self._count.set_text(numbers.count(len(findings)) if findings else "")
        self.setAccessibleDescription(nothing)
        if not same:
            self._at = 0
            self._scroll.verticalScrollBar().setValue(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if nothing else Qt.FocusPolicy.NoFocus)
        if had_focus and findings and not same:
            self._cards[0].take_focus()
        elif had_focus and not findings:
            self.setFocus()
        self._count_hidden()

    def _order_stops(self) -> None:
        """Let Tab go through the cards in their order, whichever links were made last."""
        stops = [stop for card in self._cards for stop in card.stops()]
        if stops != self._stops:
            self._stops = stops
            for one, other in pairwise([self._scroll, *stops]):
                QWidget.setTabOrder(one, other)

    def set_note(self, words: str) -> None:
        """Say something beside the head, such as that findings are being counted; empty for nothing."""
        self._note.set_text(words)

    def findings(self) -> tuple[FindingShown, ...]:
        """Return the findings that are shown."""
        return self._findings

    def links(self, index: int) -> list[_Link]:
        """Return the links of a finding."""
        return self._cards[index].links

    def go_next(self) -> None:
        """Take the focus and go to the next finding, after the last one to the first."""
        at = self._focused()
        if self._findings:
            self._go(self._at if at is None else (at + 1) % len(self._findings))

    def hidden_below(self) -> int:
        """Return how many findings do not end above the list's lower edge."""
        end = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height()
        return sum(card.geometry().bottom() - 3 > end for card in self._cards)

    def _count_hidden(self) -> None:
        below = self.hidden_below()
        self._more.set_text(tr("{number} more below", number=numbers.count(below)) if below else "")

    def _focused(self) -> int | None:
        """Return the finding that has the focus; None for none."""
        return next((k for k, one in enumerate(self._cards) if one.has_focus()), None)

    def _go(self, index: int, link: int = 0) -> None:
        self._at = min(max(index, 0), len(self._cards) - 1)
        card = self._cards[self._at]
        card.take_focus(link)
        self._scroll.ensureWidgetVisible(card, 0, 0)

    def _on_followed(self, finding: FindingShown, key: str | None) -> None:
        if key is None:
            self.rows_clicked.emit(finding)
        else:
            self.remedy_clicked.emit(finding, key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go from finding to finding before the area scrolls by them."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        at = self._focused()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or at is None:
            return super().eventFilter(watched, event)
        link = self._cards[at].focused_link()
        place = {
            Qt.Key.Key_Up: (at - 1, 0),
            Qt.Key.Key_Down: (at + 1, 0),
            Qt.Key.Key_Left: (at, link - 1),
            Qt.Key.Key_Right: (at, link + 1),
            Qt.Key.Key_Home: (0, 0),
            Qt.Key.Key_End: (len(self._cards) - 1, 0),
        }.get(Qt.Key(event.key()))
        if place is not None:
            self._go(*place)
        return place is not None

    def sizeHint(self) -> QSize:
        """Return the size in which nothing needs to be scrolled."""
        width = max(self.width(), look.current().px(_LEAST))
        beside = width - self._scroll.verticalScrollBar().sizeHint().width()
        needed = max(self._stack.totalHeightForWidth(one) for one in (width, beside))
        needed = max(needed, self._stack.totalMinimumSize().height())
        return QSize(296, self._scroll.y() + max(needed, look.current().px(32)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count_hidden()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            drawing.focus_ring(painter, QRectF(self._scroll.geometry()).adjusted(0, 0, 0, 4), 5)
            painter.end()
