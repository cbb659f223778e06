"""A list whose rows its subclass draws: Qt's own item view, with one model and one delegate for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

OVERHANG = 8  # what a row's background extends past its text, left and right
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_PITCH = 34

Index = QModelIndex | QPersistentModelIndex


class _Sentences(QAbstractListModel):
    """The rows of a list, each said in words: to a screen reader, to a tooltip, to letters that are typed."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(rows)
        self._rows, self._count = rows, 0

    def take(self) -> None:
        """Take the rows that the list has now."""
        self.beginResetModel()
        self._count = self._rows.row_count()
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._rows.row_sentence(index.row()) if role in _SAID else None


class _Painter(QStyledItemDelegate):
    """Draws background, content and focus ring of a row; the content is the list's own."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(rows)
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, row = QRectF(option.rect), index.row()
        state = option.state
        under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
        if background := self._rows.row_background(row) or ("hover" if under_mouse else ""):
            drawing.rounded(painter, rect, 6, background)
        self._rows.paint_row(painter, rect.adjusted(OVERHANG, 0, -OVERHANG, 0), row)
        if self._rows.hasFocus() and row == self._rows.cursor_row():
            drawing.focus_ring(painter, rect)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(1, self._rows.row_height())


class _Head(QWidget):
    """The line above the rows, which does not scroll."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(rows)
        self._rows = rows

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._rows.paint_header(painter, QRectF(self.rect()).adjusted(OVERHANG, 0, -OVERHANG, 0))
        painter.end()


class RowList(QListView):
    """Base of the lists; a subclass says how many rows there are, how high, in words, and paints one.

    One tab stop: Qt's own keys go from row to row and choose nothing. Texts stand `OVERHANG` inside the left
    and right edge, so that the background of the selected row extends past them: put the list into its panel
    with a margin smaller by that.

    Signals
    -------
    row_activated(int)
        Return on a row, or a click.
    """

    row_activated = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_rows = 10
        self._last_height = 0
        self._head = _Head(self)
        self.setProperty("plain", "1")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(_Painter(self))
        self._model = _Sentences(self)
        self.setModel(self._model)
        self.entered.connect(lambda index: self.viewport().setToolTip(self.row_sentence(index.row())))
        self.clicked.connect(lambda index: self.row_activated.emit(index.row()))

    def row_count(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def row_height(self) -> int:
        """Return the height of every row in logical pixels."""
        raise NotImplementedError

    def row_sentence(self, row: int) -> str:
        """Return a row in words, for those who do not see it."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        """Paint a row's content; its background is painted already."""
        raise NotImplementedError

    def selected_row(self) -> int:
        """Return the row on the background of selection; -1 for none."""
        return -1

    def row_background(self, row: int) -> str:
        """Return the token of a row's background; empty for none."""
        return "tint" if row == self.selected_row() else ""

    def header_height(self) -> int:
        """Return the height of the line above the rows, which does not scroll; 0 for none."""
        return 0

    def paint_header(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the line above the rows."""

    def cursor_row(self) -> int:
        """Return the row that the keys act on; 0 where there is none."""
        return max(0, self.currentIndex().row())

    def set_cursor_row(self, row: int) -> None:
        """Move the keys' row, and scroll to it."""
        index = self._model.index(min(max(row, 0), max(0, self.row_count() - 1)))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def show_row(self, row: int) -> None:
        """Scroll as little as needed to see a row."""
        self.scrollTo(self._model.index(row))

    def row_rect(self, row: int) -> QRectF:
        """Return a row's place in the viewport, overhang included."""
        return QRectF(self.visualRect(self._model.index(row)))

    def row_at(self, position: QPointF) -> int:
        """Return the row at a place in the viewport; -1 for none."""
        return self.indexAt(position.toPoint()).row()

    def rows_changed(self) -> None:
        """Take notice of other rows; subclasses call it after their rows changed."""
        row, place = self.cursor_row(), self.verticalScrollBar().value()
        self._model.take()
        index = self._model.index(min(row, self.row_count() - 1))
        choose = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, choose.NoUpdate)
        self.selectionModel().select(self._model.index(self.selected_row()), choose.ClearAndSelect)
        self._lay_out()
        self.verticalScrollBar().setValue(place)

    def set_most_rows(self, rows: int) -> None:
        """Say how many rows the list likes to show before it scrolls."""
        self._most_rows = rows
        self.updateGeometry()

    def _lay_out(self) -> None:
        """Make room for the head and rows of the height that they have now."""
        head = self.header_height()
        self._head.setGeometry(0, 0, self.width(), head)
        self._head.setVisible(head > 0)
        self._head.update()
        if self.viewportMargins().top() != head:
            self.setViewportMargins(0, head, 0, 0)
        self._last_height = self.row_height()
        self.doItemsLayout()
        self.verticalScrollBar().setSingleStep(self._last_height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        shown = max(1, min(self.row_count(), self._most_rows))
        return QSize(240, self.header_height() + shown * self.row_height())

    def minimumSizeHint(self) -> QSize:
        shown = max(1, min(self.row_count(), 2))
        return QSize(120, self.header_height() + shown * self.row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.resize(self.width(), self._head.height())
        if (
            self._last_height and self.row_height() != self._last_height
        ):  # rows may have two lines where the list is narrow
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._last_height:
            self._lay_out()

    def selectionCommand(
        self, _index: Index, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave the selection to `selected_row`: neither keys nor the mouse change it."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row_count():
            self.row_activated.emit(self.cursor_row())
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True)
class NumberRow:
    """One number.

    Parameters
    ----------
    name : str
    value : str
        Ready to show; empty while it is counted.
    colour : str
        The colour of the value: ``"t1"``, ``"cut"`` for lost steps, ``"err"`` for the impossible.
    """

    name: str
    value: str
    colour: str = "t1"


class NumberList(RowList):
    """Names on the left, numbers on the right edge, a hairline between: Steps kept, Rows cut, Memory.

    It is no tab stop: there is nothing to do with it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rows: tuple[NumberRow, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover, False)

    def set_rows(self, rows: tuple[NumberRow, ...]) -> None:
        """Show numbers."""
        if rows != self._rows:
            self._rows = rows
            self.rows_changed()

    def row_count(self) -> int:
        return len(self._rows)

    def row_height(self) -> int:
        """Return the usual height of a row, or less where the list is squeezed."""
        return min(look.current().px(_PITCH), self.height() // max(1, len(self._rows)))

    def row_sentence(self, row: int) -> str:
        return f"{self._rows[row].name} {self._rows[row].value or tr('counting')}"

    def sizeHint(self) -> QSize:
        return QSize(max(self._least(), 192), look.current().px(_PITCH) * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least(), look.current().line("body") * len(self._rows))

    def _least(self) -> int:
        """Return the width that every name and its number have room in."""
        values = [drawing.text_width(row.value or tr("counting"), "head") for row in self._rows]
        names = [drawing.text_width(row.name, "body") for row in self._rows]
        return int(max(map(sum, zip(names, values, strict=True)), default=0.0)) + 17

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        line, one = rect.adjusted(-OVERHANG, 0, OVERHANG, 0), self._rows[row]
        value = one.value or tr("counting")
        style, token = ("head", one.colour) if one.value else ("small", "t3")
        name = line.adjusted(0, 0, -drawing.text_width(value, style) - 8, 0)
        drawing.text(painter, name, one.name, "body", "t2")
        drawing.text(painter, line, value, style, token, Qt.AlignmentFlag.AlignRight)
        if row + 1 < len(self._rows):
            drawing.hairline(painter, 0, line.bottom() - 1, line.width(), "line")
