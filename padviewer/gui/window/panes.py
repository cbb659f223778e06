"""What stands where in a window: the start page, the panels in three columns, a refusal; the banner above."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
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

from padviewer.gui.session.state import PANES, PaneSizes
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

LEFT, RIGHT, LENGTHS = 280, 328, 200
NARROW_LEFT, NARROW_RIGHT, NARROW_LENGTHS = 264, 312, 184
NARROW = 1360
START, WORK, REFUSED = range(3)


class Panes(QStackedWidget):
    """The pages of a window, one at a time.

    The left and the right column and the lengths are resized by the lines beside them, and folded by `fold`
    or by a double click on the line; where nobody did either, they follow the width of the window.

    Parameters
    ----------
    panels : tuple of QWidget
        Data, recipe, lengths, views, model and findings.
    start_page : QWidget
    refusals : tuple of QWidget
        What stands in the centre, and what takes the whole page, where a file is refused.
    banner : QWidget
        Stands above the start page, and above the centre.

    Signals
    -------
    changed ()
        A pane was resized or folded, or is there again.
    """

    changed = Signal()

    def __init__(
        self,
        panels: tuple[QWidget, QWidget, QWidget, QWidget, QWidget, QWidget],
        start_page: QWidget,
        refusals: tuple[QWidget, QWidget],
        banner: QWidget,
    ) -> None:
        super().__init__()
        data, recipe, lengths, views, model, findings = self._panels = panels
        self._start_page, self._banner = start_page, banner
        self._sizes = PaneSizes()
        left = _scrolled(column(data, recipe), tr("Data and recipe"))
        right = _scrolled(column(model, findings), tr("Model and findings"))
        self._upright = _splitter(Qt.Orientation.Vertical, lengths, views)
        self._upright.setHandleWidth(0)  # the lengths end with a line already
        self.centre = QStackedWidget()
        self.centre.addWidget(self._upright)
        self.centre.addWidget(refusals[0])
        self._middle, self._start = column(self.centre), column(start_page)
        self._across = _splitter(Qt.Orientation.Horizontal, left, self._middle, right)
        self._across.setStretchFactor(1, 1)
        self._foldable = {"left": left, "right": right, "lengths": lengths}
        self._upright.setStretchFactor(1, 1)
        work = _scrolled(self._across, tr("Panels"))
        work.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for page in (self._start, work, refusals[1]):
            self.addWidget(page)
        self._put_banner(self._start)
        px = look.current().px
        left.setMinimumWidth(px(NARROW_LEFT))
        right.setMinimumWidth(px(NARROW_RIGHT))
        lengths.setMinimumHeight(px(NARROW_LENGTHS))
        for splitter in (self._across, self._upright):
            splitter.splitterMoved.connect(self._on_moved)
            for at in range(1, splitter.count()):
                splitter.handle(at).installEventFilter(self)

    def set_least(self, width: int, height: int) -> None:
        """Let the panels scroll where the window is smaller than this."""
        self._across.setMinimumSize(width, height)

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

    # -- sizes ---------------------------------------------------------------------------------
    def sizes(self) -> PaneSizes:
        """Return what the person made of the panes."""
        return self._sizes

    def set_sizes(self, sizes: PaneSizes) -> None:
        """Make the panes as they were; what does not fit the window is as large as it can be."""
        self._sizes = sizes
        for name, pane in self._foldable.items():
            pane.setVisible(name not in sizes.folded)
        self._apply()
        self.changed.emit()

    def fold(self, name: str) -> None:
        """Fold the pane "left", "right" or "lengths" away, or show it again.

        The focus goes on to the next panel where it was in the pane.
        """
        pane, focus = self._foldable[name], QApplication.focusWidget()
        is_shown = not pane.isHidden()
        if is_shown and focus is not None and pane.isAncestorOf(focus):
            pane.hide()
            self.focus_next()
        folded = {*self._sizes.folded} ^ {name}
        self.set_sizes(replace(self._sizes, folded=tuple(one for one in PANES if one in folded)))

    def _is_folded(self, name: str) -> bool:
        return name in self._sizes.folded

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            if watched is self._upright.handle(1):
                self.fold("lengths")
            else:
                self.fold("left" if watched is self._across.handle(1) else "right")
            return True
        return super().eventFilter(watched, event)

    def _on_moved(self) -> None:
        scale = look.current().fonts.scale
        left, _, right = (round(one / scale) for one in self._across.sizes())
        lengths = round(self._upright.sizes()[0] / scale)
        now = self._sizes
        if self.sender() is self._upright:
            now = replace(now, lengths=lengths)
        if self.sender() is self._across and not self._is_folded("left"):
            now = replace(now, left=left)
        if self.sender() is self._across and not self._is_folded("right"):
            now = replace(now, right=right)
        self._sizes = now
        self.changed.emit()

    def _apply(self) -> None:
        """Give every pane the size that the person gave it, or else the usual one for this width."""
        px = look.current().px
        narrow = self.width() < px(NARROW)
        usual = (NARROW_LEFT, NARROW_RIGHT, NARROW_LENGTHS) if narrow else (LEFT, RIGHT, LENGTHS)
        now = self._sizes
        wanted = zip((now.left, now.right, now.lengths), usual, strict=True)
        left, right, lengths = (px(mine or given) for mine, given in wanted)
        self._across.setSizes([left, max(self.width() - left - right, 1), right])
        self._upright.setSizes([lengths, max(self.height() - lengths, 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, before = look.current().px, event.oldSize()
        narrow, was_narrow = (one.width() < px(NARROW) for one in (event.size(), before))
        if not before.isValid() or narrow != was_narrow:
            self._apply()


def column(*panels: QWidget, grows: QWidget | None = None) -> QWidget:
    """Stack panels on one surface; one of them, the last if not said, takes what height is left."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for panel in panels:
        layout.addWidget(panel, 1 if panel is (grows or panels[-1]) else 0)
    return made


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    """Put widgets beside each other, parted by lines of one pixel that can be dragged."""
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for widget in widgets:
        made.addWidget(widget)
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
