"""The sheet with the documentation that came with the program, page by page, and the list of the keys."""

from __future__ import annotations

import posixpath
import re
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from padviewer.assets import page
from padviewer.gui.actions import shortcut_help
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.buttons import Button
from padviewer.gui.widgets.labels import ElidedLabel, NoteLine
from padviewer.gui.widgets.popup import MARGIN, SHADOW, SideSheet

FIRST = "README.md"
WIDTH = 640
FEW = 2  # levels of headings that are set larger
CODE = QTextFormat.Property.BlockCodeFence
TITLE = re.compile(r"# (.+)\n+")
# Pictures are of this window, and stay in the checkout; so do the lines that link to one
PICTURE = re.compile(r"^!?\[[^\]]*\]\([^)]*\.png\)\n+", re.MULTILINE)


class PageSheet(SideSheet):
    """A page of the documentation, with a way back and to the index."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Documentation"))
        self.shown = ""
        self._past: list[str] = []
        self.title = ElidedLabel("", "title", "t1")
        self.back = Button(tr("Back"), "link")
        self.index = Button(tr("All pages"), "link")
        self.said = NoteLine()
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self._lay_out()
        self.text.anchorClicked.connect(self._on_link)
        self.back.clicked.connect(self.go_back)
        self.index.clicked.connect(lambda: self.open_page(FIRST))
        self._dress()

    def _lay_out(self) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(MARGIN, 0, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self.said)
        layout.addWidget(self.text, 1)
        beside = (self.back, self.index)
        closing = tr("Close the sheet")
        self.close_button = self.lay_out(self.title, closing, body, beside=beside, scrolls=False)

    def open_page(self, name: str = FIRST) -> None:
        """Show a page, by its name below ``docs/``, with ``#heading`` for a place in it."""
        if self.shown and self.shown != name and self.isVisible():
            self._past.append(self.shown)
        elif not self.isVisible():
            self._past.clear()
        self._show(name)
        if not self.isVisible():
            self.show_above()
        self.text.setFocus()

    def take_over(self, other: PageSheet) -> None:
        """Show the page that another window's sheet shows, with the same way back."""
        self._past = list(other._past)
        self._show(other.shown)
        bar = self.text.verticalScrollBar()
        place = other.text.verticalScrollBar().value()
        QTimer.singleShot(0, bar, partial(bar.setValue, place))  # its range is known by then

    def go_back(self) -> None:
        """Show the page before this one."""
        if self._past:
            self._show(self._past.pop())
            self.text.setFocus()

    def _show(self, name: str) -> None:
        self.shown = name
        file, _, heading = name.partition("#")
        try:
            markdown = page(file).read_text("utf-8")
        except OSError as error:
            self.said.say(str(error))
            markdown = ""
        else:
            self.said.say("")
        self._set_text(PICTURE.sub("", markdown))
        self.back.setEnabled(bool(self._past))
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.minimum())
        block = self._heading(heading) if heading else None
        if block is not None:
            self.text.setTextCursor(QTextCursor(block))
            layout = self.text.document().documentLayout()
            bar.setValue(round(layout.blockBoundingRect(block).top()))

    def _set_text(self, markdown: str) -> None:
        self.text.document().setDefaultFont(look.current().font("body"))
        found = TITLE.match(markdown)
        title = found[1] if found else tr("Documentation")
        self.text.setMarkdown(markdown[found.end() :] if found else markdown)
        self.title.set_text(title)
        self.text.setAccessibleName(title)
        self._space_out()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _space_out(self) -> None:
        """Give headings their fonts, and paragraphs the room that Markdown leaves to the reader."""
        theme = look.current()
        for block in self._blocks():
            cursor = QTextCursor(block)
            shape = block.blockFormat()
            level = shape.headingLevel()
            if level:
                letters = QTextCharFormat()
                letters.setFont(theme.font("title" if level <= FEW else "head"))
                letters.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(letters)
                shape.setTopMargin(theme.px(14))
            elif cursor.currentTable() is not None or shape.hasProperty(CODE):
                continue
            shape.setBottomMargin(theme.px(6))
            cursor.setBlockFormat(shape)
        frames = self.text.document().rootFrame().childFrames()
        for table in (one for one in frames if isinstance(one, QTextTable)):
            around = table.format()
            around.setTopMargin(theme.px(6))
            around.setBottomMargin(theme.px(8))
            table.setFormat(around)

    def _blocks(self) -> list[QTextBlock]:
        block, found = self.text.document().begin(), []
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _heading(self, anchor: str) -> QTextBlock | None:
        """Return the heading that an anchor names."""
        for block in self._blocks():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                return block
        return None

    def _on_link(self, url: QUrl) -> None:
        if url.scheme():
            QDesktopServices.openUrl(url)
            return
        here = self.shown.partition("#")[0]
        name = posixpath.normpath(posixpath.join(posixpath.dirname(here), url.path())) if url.path() else here
        self.open_page(f"{name}#{url.fragment()}" if url.hasFragment() else name)

    def _fit(self) -> None:
        self.text.setMinimumWidth(look.current().px(WIDTH) - SHADOW - MARGIN)
        super()._fit()

    def _dress(self) -> None:
        theme = look.current()
        palette = self.text.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.colour("t1"))
        palette.setColor(QPalette.ColorRole.Base, theme.colour("canvas"))
        palette.setColor(QPalette.ColorRole.Link, theme.colour("accent"))
        if palette != self.text.palette():
            self.text.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange):
            self._dress()
            if self.shown:
                self._show(self.shown)


class KeysDialog(QDialog):
    """The shortcuts of the action table in two columns; not modal, Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setAccessibleName(tr("Keys"))
        self.setModal(False)
        listed = QWidget()
        grid = QGridLayout(listed)
        grid.setContentsMargins(24, 16, 24, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (keys, words) in enumerate(shortcut_help()):
            grid.addWidget(ElidedLabel(keys, "strong", "t1"), row, 0)
            grid.addWidget(ElidedLabel(words, "body", "t2"), row, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Keys"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(listed)
        listed.setAutoFillBackground(False)
        close = Button(tr("Close"))
        close.clicked.connect(self.close)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        wanted = listed.sizeHint()
        self.setMinimumWidth(wanted.width() + 16)
        self.resize(wanted.width() + 48, min(wanted.height() + 72, 760))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("raised"))
        painter.end()


def anchor_of(heading: str) -> str:
    """Return the anchor of a heading as the pages' links write it.

    Examples
    --------
    >>> anchor_of("What is refused: NaN, `-inf`")
    'what-is-refused-nan--inf'
    """
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.replace(" ", "-")
