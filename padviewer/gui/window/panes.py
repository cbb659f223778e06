"""What stands where in a window: the start page, the panels in three columns, a refusal; the banner above."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

LEFT, RIGHT, LENGTHS = 280, 328, 200
NARROW_LEFT, NARROW_RIGHT, NARROW_LENGTHS = 264, 312, 184
NARROW = 1360
START, WORK, REFUSED = range(3)


class Panes(QStackedWidget):
    """The pages of a window, one at a time.

    Parameters
    ----------
    panels : tuple of QWidget
        Data, recipe, lengths, views, model and findings.
    start_page : QWidget
    refusals : tuple of QWidget
        What stands in the centre, and what takes the whole page, where a file is refused.
    banner : QWidget
        Stands above the start page, and above the centre.
    """

    def __init__(
        self,
        panels: tuple[QWidget, QWidget, QWidget, QWidget, QWidget, QWidget],
        start_page: QWidget,
        refusals: tuple[QWidget, QWidget],
        banner: QWidget,
    ) -> None:
        super().__init__()
        data, recipe, lengths, views, model, findings = self._panels = panels
        self._start_page, self._lengths, self._banner = start_page, lengths, banner
        self._left = _scrolled(column(data, recipe), tr("Data and recipe"))
        self._right = _scrolled(column(model, findings), tr("Model and findings"))
        self.centre = QStackedWidget()
        self.centre.addWidget(column(lengths, views))
        self.centre.addWidget(refusals[0])
        self._middle, self._start = column(self.centre), column(start_page)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for widget in (self._left, self._middle, self._right):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        work = _scrolled(self._splitter, tr("Panels"))
        work.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for page in (self._start, work, refusals[1]):
            self.addWidget(page)
        self._put_banner(self._start)

    def set_least(self, width: int, height: int) -> None:
        """Let the panels scroll where the window is smaller than this."""
        self._splitter.setMinimumSize(width, height)

    def show_page(self, page: int) -> None:
        """Show START, WORK or REFUSED."""
        if page != REFUSED:
            self._put_banner(self._start if page == START else self._middle)
        self.setCurrentIndex(page)

    def _put_banner(self, place: QWidget) -> None:
        layout = place.layout()
        if isinstance(layout, QVBoxLayout) and layout.indexOf(self._banner) < 0:
            layout.insertWidget(0, self._banner)

    def focus_next(self, way: int = 1) -> None:
        """Take the focus to the next panel, or with -1 to the one before."""
        if self.currentIndex() == START:
            self._start_page.setFocus(Qt.FocusReason.TabFocusReason)
            return
        focus, panels = QApplication.focusWidget(), self._panels
        nowhere = -1 if way > 0 else 0
        at = next((k for k, one in enumerate(panels) if focus and one.isAncestorOf(focus)), nowhere)
        for k in range(1, len(panels) + 1):
            target = _first_stop(panels[(at + k * way) % len(panels)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = look.current().px
        narrow = event.size().width() < px(NARROW)
        was_narrow = event.oldSize().width() < px(NARROW)
        if not event.oldSize().isValid() or narrow != was_narrow:
            left, right = (NARROW_LEFT, NARROW_RIGHT) if narrow else (LEFT, RIGHT)
            self._left.setMinimumWidth(px(NARROW_LEFT))
            self._right.setMinimumWidth(px(NARROW_RIGHT))
            middle = max(event.size().width() - px(left) - px(right), 1)
            self._splitter.setSizes([px(left), middle, px(right)])
            self._lengths.setFixedHeight(px(NARROW_LENGTHS if narrow else LENGTHS))


def column(*panels: QWidget, grows: QWidget | None = None) -> QWidget:
    """Stack panels on one surface; one of them, the last if not said, takes what height is left."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for panel in panels:
        layout.addWidget(panel, 1 if panel is (grows or panels[-1]) else 0)
    return made


def _scrolled(widget: QWidget, name: str) -> QScrollArea:
    """Let a column scroll up and down where the window is too low for it."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _first_stop(panel: QWidget) -> QWidget | None:
    """Return the first widget of a panel that takes the focus by Tab."""
    stops = (one for one in panel.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((one for one in stops if one.isVisible() and one.isEnabled() and not one.focusProxy()), None)
