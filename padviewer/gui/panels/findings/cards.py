"""What a person should know: icon, what, why it matters, and the remedies as links; most serious first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, tr, tr_count

_ICONS = {
    "error": ("error", "err"),
    "warning": ("warn", "warn"),
    "info": ("info", "info"),
    "ok": ("ok", "ok"),
    "unclear": ("unclear", "unclear"),
}
_LEVELS = {
    "error": mark("error"),
    "warning": mark("warning"),
    "info": mark("info"),
    "ok": mark("ok"),
    "unclear": mark("unclear"),
}
_OVERHANG = 8
_INDENT = 26
_HEAD = 32
_PAD = 7
_LINK_GAP = 16


def _left() -> float:
    """Return where the texts begin: right of the icon."""
    return float(_OVERHANG + look.current().px(_INDENT))


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


@dataclass(frozen=True)
class _Block:
    """A finding laid out for the list's width; all places count from the first finding's top."""

    finding: FindingShown
    top: float
    height: float
    title: tuple[str, ...]
    detail: tuple[str, ...]
    links: tuple[QRectF, ...]


def _same_link(
    held: tuple[tuple[str | None, str], ...], link: int, now: tuple[tuple[str | None, str], ...]
) -> int:
    """Return where the link that the cursor was on stands now; the first one where it has gone."""
    key = held[link][0] if link < len(held) else None
    return next((at for at, (other, _) in enumerate(now) if other == key), 0)


class FindingsList(QAbstractScrollArea):
    """All findings under their head; what does not fit is counted there and scrolls.

    One tab stop: Up and Down go from finding to finding, Left and Right through the links of one, Return
    follows the link. Texts stand 8 px inside the left and right edge, as in the other lists.

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
        self._rows: int | None = None
        self._note = ""
        self._blocks: list[_Block] = []
        self._cursor = (0, 0)
        self._hover: tuple[int, int] | None = None
        self._pressed: tuple[str, str | None] | None = None
        self.setProperty("plain", "1")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Findings"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_findings(self, findings: tuple[FindingShown, ...], rows: int | None) -> None:
        """Show findings about so many rows, the most serious first; `rows` is None where no data is open."""
        if (findings, rows) == (self._findings, self._rows):
            return
        same = [finding.key for finding in findings] == [finding.key for finding in self._findings]
        index, link = self._cursor
        held = self._findings[index].links if self._findings else ()
        self._findings, self._rows, self._hover = findings, rows, None
        self._cursor = (index, _same_link(held, link, findings[index].links)) if same and findings else (0, 0)
        self._lay_out()
        if not same:
            self.verticalScrollBar().setValue(0)

    def set_note(self, words: str) -> None:
        """Say something beside the head, such as that findings are being counted; empty for nothing."""
        if words != self._note:
            self._note = words
            self._describe()
            self.viewport().update()

    def findings(self) -> tuple[FindingShown, ...]:
        """Return the findings that are shown."""
        return self._findings

    def cursor_finding(self) -> FindingShown | None:
        """Return the finding that the keys act on; None where there is none."""
        return self._findings[self._cursor[0]] if self._findings else None

    def go_next(self) -> None:
        """Take the focus and go to the next finding, after the last one to the first."""
        if self._findings:
            step = 1 if self.hasFocus() else 0
            self._go((self._cursor[0] + step) % len(self._findings))
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hidden_below(self) -> int:
        """Return how many findings do not end above the list's lower edge."""
        end = self.verticalScrollBar().value() + self._page()
        return sum(block.top + block.height - _PAD > end for block in self._blocks)

    def link_rect(self, index: int, link: int) -> QRectF:
        """Return where a link of a finding is in the viewport."""
        return self._blocks[index].links[link].translated(0, self._offset())

    def _head_height(self) -> int:
        return look.current().px(_HEAD)

    def _offset(self) -> float:
        return self._head_height() - self.verticalScrollBar().value()

    def _page(self) -> int:
        return max(0, self.viewport().height() - self._head_height())

    def _lay_out(self) -> None:
        theme = look.current()
        width = max(60.0, self.viewport().width() - _left() - _OVERHANG)
        top, blocks = 0.0, []
        for finding in self._findings:
            title = drawing.wrapped(finding.title, "strong", width)
            detail = drawing.wrapped(finding.detail, "small", width) if finding.detail else ()
            y = top + _PAD + len(title) * theme.px(18) + len(detail) * theme.line("small") + 2
            links, x, height = [], _left(), theme.px(24)
            for _, words in finding.links:
                wide = min(drawing.text_width(words, "link"), width)
                if x > _left() and x + wide > _left() + width:
                    x, y = _left(), y + height
                links.append(QRectF(x, y, wide, height))
                x += wide + _LINK_GAP
            bottom = (links[-1].bottom() if links else y) + _PAD
            blocks.append(_Block(finding, top, bottom - top, title, detail, tuple(links)))
            top = bottom
        self._blocks = blocks
        bar, page = self.verticalScrollBar(), self._page()
        bar.setRange(0, max(0, int(top) - page))
        bar.setPageStep(page)
        bar.setSingleStep(theme.line("body"))
        self._describe()
        self.updateGeometry()
        self.viewport().update()

    def _describe(self) -> None:
        finding = self.cursor_finding()
        self.setProperty("page", "" if finding is None else finding.page)
        if finding is None:
            words = self._nothing()
        else:
            links = finding.links
            link = f" {links[self._cursor[1]][1]}." if links else ""
            place = tr(
                "{number} of {all}, {level}",
                number=self._cursor[0] + 1, all=len(self._findings), level=tr(_LEVELS[finding.level]),
            )  # fmt: skip
            words = f"{place}: {finding.title}. {finding.detail}{link}".replace("..", ".")
        self.setAccessibleDescription(f"{words} {self._note}".strip())

    def _nothing(self) -> str:
        if self._rows is None:
            return ""
        return tr_count(
            "Nothing to report for {count} row.", "Nothing to report for {count} rows.", self._rows
        )

    def _go(self, index: int, link: int = 0) -> None:
        if not self._findings:
            return
        index = min(max(index, 0), len(self._findings) - 1)
        self._cursor = (index, min(max(link, 0), max(0, len(self._findings[index].links) - 1)))
        block, bar = self._blocks[index], self.verticalScrollBar()
        if block.top < bar.value() or block.height > self._page():
            bar.setValue(int(block.top))
        elif block.top + block.height > bar.value() + self._page():
            bar.setValue(int(block.top + block.height - self._page()) + 1)
        self._describe()
        self.viewport().update()

    def _follow(self, index: int, link: int) -> None:
        finding = self._findings[index]
        key, _ = finding.links[link]
        if key is None:
            self.rows_clicked.emit(finding)
        else:
            self.remedy_clicked.emit(finding, key)

    def _at(self, position: QPointF) -> tuple[int, int] | None:
        """Return the finding and link at a place in the viewport; link is -1 beside the links."""
        if position.y() < self._head_height():
            return None
        place = position - QPointF(0, self._offset())
        for index, block in enumerate(self._blocks):
            if block.top <= place.y() < block.top + block.height:
                hits = [
                    i for i, link in enumerate(block.links) if link.adjusted(-4, -2, 4, 2).contains(place)
                ]
                return index, hits[0] if hits else -1
        return None

    def sizeHint(self) -> QSize:
        last = self._blocks[-1] if self._blocks else None
        height = int(last.top + last.height) + 1 if last else look.current().px(32)
        return QSize(296, self._head_height() + height)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._head_height() + look.current().px(64))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, link = self._cursor
        moves = {
            Qt.Key.Key_Up: (index - 1, 0),
            Qt.Key.Key_Down: (index + 1, 0),
            Qt.Key.Key_Left: (index, link - 1),
            Qt.Key.Key_Right: (index, link + 1),
            Qt.Key.Key_Home: (0, 0),
            Qt.Key.Key_End: (len(self._findings) - 1, 0),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._go(*moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._findings:
            if self._findings[index].links:
                self._follow(index, link)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and hit is not None:
            self._pressed = self._named(hit)
            self._go(hit[0], max(hit[1], 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        hit, pressed = self._at(event.position()), self._pressed
        self._pressed = None
        if hit is not None and pressed is not None and self._named(hit) == pressed:
            self._follow(*hit)

    def _named(self, hit: tuple[int, int]) -> tuple[str, str | None] | None:
        """Return the finding and the link at a hit by name: the list may change while a button is down."""
        index, link = hit
        finding = self._findings[index]
        return (finding.key, finding.links[link][0]) if link >= 0 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self._at(event.position())
        if hit != self._hover:
            self._hover = hit
            on_link = hit is not None and hit[1] >= 0
            shape = Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover = None
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        head = QRectF(0, 0, self.viewport().width(), self._head_height())
        self._paint_head(painter, head.adjusted(_OVERHANG, 0, -_OVERHANG, 0))
        painter.setClipRect(QRectF(0, head.bottom(), head.width(), self._page()))
        if not self._blocks and (nothing := self._nothing()):
            self._paint_nothing(painter, head, nothing)
        for index, block in enumerate(self._blocks):
            top = block.top + self._offset()
            if top + block.height > head.bottom() and top < self.viewport().height():
                self._paint_block(painter, block, index, top)
        painter.end()

    def _paint_head(self, painter: QPainter, rect: QRectF) -> None:
        head = tr("Findings")
        drawing.text(painter, rect, head, "head", "t1")
        after = drawing.text_width(head, "head") + 12
        if self._findings:
            count = numbers.count(len(self._findings))
            drawing.text(painter, rect.adjusted(after, 0, 0, 0), count, "small", "t3")
            after += drawing.text_width(count, "small") + 12
        if self._note:
            drawing.text(painter, rect.adjusted(after, 0, 0, 0), self._note, "small", "t3")
        if below := self.hidden_below():
            right = Qt.AlignmentFlag.AlignRight
            more = tr("{number} more below", number=numbers.count(below))
            drawing.text(painter, rect, more, "small", "t3", right)

    def _paint_nothing(self, painter: QPainter, head: QRectF, nothing: str) -> None:
        line = QRectF(
            _left(), head.bottom() + 4, head.width() - _left() - _OVERHANG, look.current().line("body")
        )
        drawing.icon(painter, _OVERHANG, line.center().y() - drawing.icon_size() / 2, "ok", "ok")
        drawing.text(painter, line, nothing, "body", "t2")
        if self.hasFocus():
            drawing.focus_ring(painter, line.adjusted(-_left(), -4, _OVERHANG, 4))

    def _paint_block(self, painter: QPainter, block: _Block, index: int, top: float) -> None:
        theme = look.current()
        name, token = _ICONS[block.finding.level]
        width = self.viewport().width() - _left() - _OVERHANG + 1.0
        y, height = top + _PAD, theme.px(18)
        drawing.icon(painter, _OVERHANG, y + (height - drawing.icon_size()) / 2, name, token)
        for line in block.title:
            drawing.text(painter, QRectF(_left(), y, width, height), line, "strong", "t1")
            y += height
        for line in block.detail:
            drawing.text(painter, QRectF(_left(), y, width, theme.line("small")), line, "small", "t2")
            y += theme.line("small")
        focused = self.hasFocus() and index == self._cursor[0]
        for link, (place, (_, words)) in enumerate(zip(block.links, block.finding.links, strict=True)):
            rect = place.translated(0, self._offset())
            drawing.text(painter, rect, words, "link", "accent")
            if self._hover == (index, link):
                drawing.hairline(painter, rect.left(), rect.bottom() - 3, rect.width(), "accent")
            if focused and link == self._cursor[1]:
                drawing.focus_ring(painter, rect.adjusted(-5, 0, 5, 0), 4)
        if focused and not block.links:
            ring = QRectF(0, top, self.viewport().width(), block.height)
            drawing.focus_ring(painter, ring)
