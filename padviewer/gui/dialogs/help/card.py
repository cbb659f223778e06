"""Help where one stands: a card beside a part of the window that says what it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from padviewer.gui.dialogs.help.texts import CLASSES, SAMPLE_FILES, TOPICS
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.buttons import Button, IconButton
from padviewer.gui.widgets.labels import ElidedLabel
from padviewer.gui.widgets.popup import Popup

PROPERTY = "help"
PAGE = "page"  # of a widget that has a page of its own now, such as a finding
WIDTH = 360
_MARGIN = 16
_GAP = 8


def topic_at(widget: QWidget | None) -> tuple[str, QWidget | None]:
    """Return the topic of a widget and the widget that it is about: itself or the nearest one around it.

    Parameters
    ----------
    widget : QWidget or None

    Returns
    -------
    (str, QWidget or None)
        A key of `TOPICS`; ``"window"`` and None where nothing around the widget has a topic.
    """
    here = widget
    while here is not None:
        topic = topic_of(here)
        if topic:
            return topic, here
        here = here.parentWidget()
    return "window", None


def topic_of(widget: QWidget) -> str:
    """Return the topic of one widget alone; empty for none. A fold has that of what it folds."""
    for name in (widget.property(PROPERTY), widget.objectName()):
        if isinstance(name, str) and name in TOPICS:
            return name
    for one in type(widget).__mro__:
        if one.__name__ in CLASSES:
            return CLASSES[one.__name__]
    if type(widget).__name__ == "Fold":
        inside = (CLASSES.get(type(one).__name__, "") for one in widget.children())
        return next((topic for topic in inside if topic), "")
    return ""


def page_at(widget: QWidget | None) -> str:
    """Return the page of a widget, or of the nearest one around it; empty where none has one of its own."""
    while widget is not None:
        page = widget.property(PAGE)
        if isinstance(page, str):
            return page
        widget = widget.parentWidget()
    return ""


def set_topic(widget: QWidget, topic: str) -> None:
    """Give a widget a topic of its own; KeyError where there is no such topic."""
    TOPICS[topic]
    widget.setProperty(PROPERTY, topic)


class HelpCard(Popup):
    """Title, paragraph, a button that opens the sample, and one that opens the page in the documentation.

    Signals
    -------
    sample_asked (str)
        The key of the sample to open.
    page_asked (str)
        The page to open: ``"docs/mask.md"``.
    """

    sample_asked = Signal(str)
    page_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.topic = ""
        self._page = ""
        self._beside: QRect | None = None
        self.setAccessibleName(tr("What is this?"))
        self.title = ElidedLabel("", "head", "t1")
        self.close_button = IconButton("close", tr("Close the help"))
        self.paragraph = QLabel()
        self.paragraph.setTextFormat(Qt.TextFormat.PlainText)
        self.paragraph.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.paragraph.setSizePolicy(policy)
        self.sample = Button("", "link")
        self.page = Button(tr("Read more"), "link")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.setSpacing(_GAP)
        foot.addWidget(self.sample)
        foot.addStretch(1)
        foot.addWidget(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 8, 8, 12)
        layout.setSpacing(_GAP)
        for part in (head, foot):
            part.setContentsMargins(0, 0, 0, 0)
        foot.setContentsMargins(0, 0, 8, 0)
        layout.addLayout(head)
        layout.addWidget(self.paragraph)
        layout.addLayout(foot)
        self.close_button.clicked.connect(self.hide)
        self.sample.clicked.connect(self._on_sample)
        self.page.clicked.connect(self._on_page)
        self._dress()

    def show_for(self, widget: QWidget | None = None) -> None:
        """Show what a widget is; None takes the one with the focus, or else the one under the mouse."""
        if widget is None:
            widget = self._pointed_at()
        topic, about = topic_at(widget)
        self.set_topic(topic, page_at(widget))
        self._beside = None if about is None else self._place_of(about)
        first = self.page if self._page else self.close_button
        self.show_focused(self.sample if TOPICS[topic].sample else first)

    def set_topic(self, topic: str, page: str = "") -> None:
        """Say something else; `page` stands for the topic's page where it is given."""
        self.topic = topic
        told = TOPICS[topic]
        self._page = page or told.page
        title, paragraph = tr(told.title), tr(told.paragraph)
        self.title.set_text(title)
        self.paragraph.setText(paragraph)
        self.setAccessibleName(tr("What is this? {title}", title=title))
        self.setAccessibleDescription(paragraph)
        words = tr("Open {file}", file=SAMPLE_FILES[told.sample]) if told.sample else ""
        self.sample.setText(words)
        self.sample.setAccessibleName(words)
        self.sample.setAccessibleDescription(paragraph)
        self.close_button.setAccessibleDescription("" if told.sample or self._page else paragraph)
        self.page.setAccessibleDescription("" if told.sample else paragraph)
        self.sample.setVisible(bool(told.sample))
        self.page.setVisible(bool(self._page))
        self.page.setAccessibleName(tr("Read more: {page}", page=self._page))
        self.page.setToolTip(self._page)

    def place(self) -> None:
        parent, px = self.host, look.current().px
        width = min(px(WIDTH), parent.width() - 2 * _GAP)
        layout = self.layout()
        height = 0 if layout is None else max(layout.heightForWidth(width), layout.minimumSize().height())
        height = min(height, parent.height() - 2 * _GAP)
        self.setGeometry(QRect(self._corner(width, height), QSize(width, height)))

    def _corner(self, width: int, height: int) -> QPoint:
        """Return where the card stands: right of what it is about, else left of it, else over its middle."""
        parent, about = self.host, self._beside
        if about is None:
            return QPoint((parent.width() - width) // 2, (parent.height() - height) // 2)
        if about.right() + _GAP + width <= parent.width() - _GAP:
            left = about.right() + _GAP
        elif about.left() - _GAP - width >= _GAP:
            left = about.left() - _GAP - width
        else:
            left = about.center().x() - width // 2
        top = about.top()
        left = max(_GAP, min(left, parent.width() - width - _GAP))
        return QPoint(left, max(_GAP, min(top, parent.height() - height - _GAP)))

    def _place_of(self, about: QWidget) -> QRect:
        parent = self.host
        return QRect(parent.mapFromGlobal(about.mapToGlobal(QPoint(0, 0))), about.size())

    def _pointed_at(self) -> QWidget | None:
        """Return the widget that the person means: of this window, never the card itself."""
        window = self.window()
        pointed = window.childAt(window.mapFromGlobal(window.cursor().pos()))
        for one in (QApplication.focusWidget(), pointed):
            if one is not None and one is not window and window.isAncestorOf(one):
                if one is self or self.isAncestorOf(one):
                    continue
                return one
        return None

    def _on_sample(self) -> None:
        key = TOPICS[self.topic].sample
        self.hide()
        self.sample_asked.emit(key)

    def _on_page(self) -> None:
        self.hide()
        self.page_asked.emit(self._page)

    def _dress(self) -> None:
        theme = look.current()
        self.paragraph.setFont(theme.font("body"))
        self.paragraph.setContentsMargins(0, 0, 8, 0)
        palette = self.paragraph.palette()
        palette.setColor(self.paragraph.foregroundRole(), theme.colour("t2"))
        if palette != self.paragraph.palette():
            self.paragraph.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange):
            self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.host and event.type() == QEvent.Type.Resize:
            self._beside = None  # what it stood beside stands elsewhere now
        return super().eventFilter(watched, event)
