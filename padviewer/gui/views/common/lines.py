"""Lines of one height, however many, each painted as a whole: Qt scrolls them and tells screen readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QTableView, QToolTip, QWidget

from padviewer.core.data.ragged import Int64
from padviewer.core.picture.axis import Axis
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import Marked
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.drawing import MARGIN
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.kept import KeptPictures
from padviewer.gui.views.common.menu import MenuActs, open_menu
from padviewer.gui.widgets.long_scroll_bar import AxisScroller

BAR = 8
MOST_LINES = 70_000_000
MOST_PIXELS = 2**31 - 2**20
LINES_PER_NOTCH = 3
Index = QModelIndex | QPersistentModelIndex
PLACE_OF_A_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOn  # of Qt's own bars only the place is used


class Notches:
    """Counts the notches of a wheel; what is left over waits for more of the same way."""

    def __init__(self) -> None:
        self._rest = 0.0

    def whole(self, turned: float) -> int:
        """Return the whole notches that a turn makes, in eighths of a degree as Qt tells it."""
        total = turned / 120 + (self._rest if self._rest * turned > 0 else 0.0)
        self._rest = total - int(total)
        return int(total)


class LinesModel(QAbstractTableModel):
    """The lines as Qt counts them; where they are more than it can count, `most` around those in view.

    Parameters
    ----------
    view : LinesView
    """

    def __init__(self, view: LinesView) -> None:
        super().__init__(view)
        self._view = view
        self.count = self.columns = self.first = 0
        self.most = MOST_LINES

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else min(self.count, self.most)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._view.cell_text(self.first + index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._view.column_title(section)
        return self._view.cell_text(self.first + section, 0)

    def take(self, count: int, columns: int, most: int) -> None:
        """Have other lines; Qt is told only of another number of them."""
        if (count, columns, most) == (self.count, self.columns, self.most):
            return
        self.beginResetModel()
        self.count, self.columns, self.most = count, columns, most
        self.first = max(0, min(self.first, count - most))
        self.endResetModel()

    def move_to(self, line: int, page: int) -> None:
        """Have `page` lines from this one on among those that Qt counts."""
        first = self.first
        if not (first <= line and line + page <= first + self.most) and self.count > self.most:
            self.first = max(0, min(line - self.most // 2, self.count - self.most))
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columns - 1))


class LinesHead(QHeaderView):
    """The head above the lines, painted by their view."""

    def __init__(self, view: LinesView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look.current().px(self._view.head_height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        rect = QRectF(self.viewport().rect())
        painter.fillRect(rect, look.current().colour("canvas"))
        self._view.paint_head(painter, rect)
        drawing.hairline(painter, 0, rect.bottom() - 1, rect.width(), "line")
        if self._view.hasFocus() and not self._view.rings_what_is_chosen():
            painter.fillRect(QRectF(0, rect.bottom() - 2, rect.width(), 2), look.current().colour("accent"))
        painter.end()


class LinesView(QTableView):
    """Base of the table, the row and the images; all lengths are logical pixels, offsets Python's ints.

    Parameters
    ----------
    controller : Controller
    bar_name : str
        What the scroll bar of the lines is called.
    head_height : int
        At text of the usual size.

    Signals
    -------
    action_asked (str)
        One of the window's actions, by its name.
    filtered ()
        The menu has the views show some rows alone.
    """

    action_asked = Signal(str)
    filtered = Signal()

    def __init__(
        self, controller: Controller, bar_name: str, head_height: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self.head_height = head_height
        self.pitch = 1
        self.pictures = KeptPictures()
        self.notches = Notches()
        self._lines = LinesModel(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(PLACE_OF_A_BAR)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalHeader(LinesHead(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(self._lines)
        self.row_bar = AxisScroller(Qt.Orientation.Vertical, bar_name, self)
        self.addScrollBarWidget(self.row_bar, Qt.AlignmentFlag.AlignBottom)
        self.verticalScrollBar().setMaximumHeight(0)
        self.setCornerWidget(QWidget())
        self.row_bar.offset_asked.connect(self.scroll_to)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)

    # -- what a view says of itself ------------------------------------------------------------
    def cell_text(self, line: int, column: int) -> str:
        """Return what stands in a cell, for a person who does not see it."""
        raise NotImplementedError

    def column_title(self, column: int) -> str:
        """Return what a column is called."""
        raise NotImplementedError

    def paint_head(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the head; the line below it is there."""
        raise NotImplementedError

    def paint_lines(self, painter: QPainter, lines: Iterable[tuple[int, QRectF]]) -> None:
        """Draw lines that are in view, each in its rectangle, on a canvas."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """Return what stands in the view instead of lines; empty where there are some."""
        raise NotImplementedError

    def rings_what_is_chosen(self) -> bool:
        """Whether something in view carries the ring of the focus; else the head shows where the focus is."""
        return False

    def scrolled_to(self) -> None:
        """Take note that other lines are in view."""

    def menu_acts(self, _point: QPointF) -> MenuActs:
        """Choose what is at a point of the viewport, and return what can be done there."""
        return MenuActs(save_picture=partial(self.action_asked.emit, "picture"), explain=self._explain)

    def _explain(self) -> None:
        self.setFocus()
        self.action_asked.emit("help_here")

    def show_only(self, rows: Int64) -> None:
        """Mark rows of the tensor int64 [m] and have every view show them alone."""
        view = self._controller.view
        marked = Marked(np.unique(rows), tr("the rows that were chosen"))
        self._controller.look(marked=marked, keep=replace(view.keep, only_marked=True))
        self.filtered.emit()

    def chosen_place(self) -> QPointF:
        """Return a point of the viewport where something is chosen, for the menu that a key opens."""
        return QPointF(self.viewport().rect().center())

    def tip(self, _point: QPointF) -> str:
        """Return what the tooltip says at a point."""
        return ""

    # -- the lines -----------------------------------------------------------------------------
    def set_lines(self, count: int, columns: int, pitch: int) -> None:
        """Have so many lines of `pitch` pixels and columns; what is in view stays where it is."""
        pitch = max(1, pitch)
        if (count, columns, pitch) == (self._lines.count, self._lines.columns, self.pitch):
            return
        self.pitch = pitch
        if self.verticalHeader().defaultSectionSize() != pitch:
            self.verticalHeader().setDefaultSectionSize(pitch)
        self._lines.take(count, columns, min(MOST_LINES, MOST_PIXELS // pitch))
        self.updateGeometries()
        self._fit_bar()

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return self._lines.count

    @property
    def page(self) -> int:
        """Height of what is in view."""
        return self.viewport().height()

    @property
    def offset(self) -> int:
        """Pixels that are scrolled out above."""
        return self._lines.first * self.pitch + self.verticalScrollBar().value()

    def _axis(self) -> Axis:
        return Axis(self.line_count, self.pitch, offset=self.offset)

    def scroll_to(self, offset: int) -> None:
        """Scroll so many pixels down, as far as there are lines."""
        offset = self._axis().scrolled(int(offset), self.page).offset
        self._lines.move_to(offset // self.pitch, self.page // self.pitch + 2)
        value = offset - self._lines.first * self.pitch
        if value != self.verticalScrollBar().value():
            self.verticalScrollBar().setValue(value)
        else:
            self._on_scrolled()

    def show_line(self, line: int, *, centred: bool = False) -> None:
        """Scroll as far as needed to see a line; into the middle if that is wanted."""
        shown = self._axis().showing(line, self.page)
        if shown.offset != self.offset:
            self.scroll_to(line * self.pitch - self.page // 2 if centred else shown.offset)

    def _on_scrolled(self) -> None:
        self._fit_bar()
        self.scrolled_to()

    def _fit_bar(self) -> None:
        self.row_bar.set_axis(self._axis(), self.page)

    def shown_lines(self) -> range:
        """Return the lines that are in view."""
        first = self.offset // self.pitch
        return range(first, max(first, min(self.line_count, -(-(self.offset + self.page) // self.pitch))))

    def line_rect(self, line: int) -> QRectF:
        """Return where a line lies in the viewport; it may be out of sight."""
        return QRectF(0, line * self.pitch - self.offset, self.viewport().width(), self.pitch)

    def line_at(self, point: QPointF) -> int:
        """Return the line at a point of the viewport; −1 for none."""
        line = int((point.y() + self.offset) // self.pitch)
        return line if 0 <= point.y() < self.page and line < self.line_count else -1

    def choose_lines(self, line: int, lines: range, column: int = 0, last: int = -1) -> None:
        """Tell screen readers which lines are chosen, and where one is: from a column to the last one."""
        first, most = self._lines.first, self._lines.rowCount()
        model = self.selectionModel()
        if not 0 <= line - first < most:
            model.clear()
            return
        low, high = max(lines.start - first, 0), min(lines.stop - 1 - first, most - 1)
        right = last % self._lines.columns
        left = column if last >= 0 else 0
        chosen = QItemSelection(self._lines.index(low, left), self._lines.index(high, right))
        select = QItemSelectionModel.SelectionFlag
        model.select(chosen, select.ClearAndSelect)
        model.setCurrentIndex(self._lines.index(line - first, column), select.NoUpdate)

    def renew(self) -> None:
        """Paint all of it again."""
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    # -- drawing -------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        region = event.region()
        painter.fillRect(region.boundingRect(), look.current().colour("canvas"))
        words = self.empty_words()
        if words:
            paint_sentence(painter, self.viewport().size(), words)
        else:
            placed = ((line, self.line_rect(line)) for line in self.shown_lines())
            self.paint_lines(painter, [one for one in placed if region.intersects(one[1].toAlignedRect())])
        painter.end()

    # -- events --------------------------------------------------------------------------------
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        fine = event.pixelDelta().y()
        self.scroll_to(self.offset - (fine or round(event.angleDelta().y() / 120 * self.notch())))

    def notch(self) -> float:
        """Pixels that one notch of the wheel scrolls."""
        return LINES_PER_NOTCH * self.pitch

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.open_menu_at(QPointF(event.pos()))
        else:
            self.open_menu_at(self.chosen_place())

    def open_menu_at(self, point: QPointF) -> None:
        """Open the menu for a point of the viewport; nothing where there is only a sentence."""
        if not self.empty_words() and QApplication.activePopupWidget() is None:
            acts = self.menu_acts(point)
            open_menu(self, acts, self.viewport().mapToGlobal(point.toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.opens_menu(event):
            event.ignore()

    def opens_menu(self, event: QKeyEvent) -> bool:
        """Open the menu where a key asks for it; returns whether it does."""
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() != Qt.Key.Key_Menu and not (shifted and event.key() == Qt.Key.Key_F10):
            return False
        self.open_menu_at(self.chosen_place())
        return True

    def keyboardSearch(self, _words: str) -> None:
        """Letters are commands; Qt would look for them in every row."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_scrolled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.renew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.renew()

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(832), look.current().px(470))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(320), look.current().px(120))


def paint_sentence(painter: QPainter, size: QSize, words: str) -> None:
    """Write a sentence in the middle of an empty view."""
    theme = look.current()
    width = min(size.width() - 2 * MARGIN, theme.px(440))
    lines, height = drawing.wrapped(words, "body", width), theme.line("body")
    top = max(MARGIN, (size.height() - height * len(lines)) // 2)
    for at, line in enumerate(lines):
        place = QRectF((size.width() - width) / 2, top + at * height, width, height)
        drawing.text(painter, place, line, "body", "t2", Qt.AlignmentFlag.AlignHCenter)
