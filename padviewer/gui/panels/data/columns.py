"""The data panel's columns: type, name, range of lengths, and a role that can be changed."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from padviewer.gui.session.rereading import GUESSED, WAY_WORDS
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, tr
from padviewer.gui.widgets.lines_list import OVERHANG, RowList

ROLES: tuple[tuple[str, str], ...] = (
    ("sequence", mark("Sequence")),
    ("label", mark("Label")),
    ("weight", mark("Weight")),
    ("ignored", mark("Ignored")),
)
ROLE_WORDS = {
    "sequence": mark("sequence"),
    "label": mark("label"),
    "weight": mark("weight"),
    "ignored": mark("ignored"),
}
_NAME_LEFT = 24
_GAP = 12
_BARS = (48, 12)
_ROLE = 24  # the height of the control
_INSET, _ARROW = 5, 10


@dataclass(frozen=True)
class ColumnRow:
    """One column as it is shown.

    Parameters
    ----------
    name : str
    role : {"sequence", "label", "weight", "ignored"}
    lengths : str
        The range of its lengths, ready to show: ``"15–164"``.
    icon : str
        Its type's icon: ``"text"``, ``"number"``, ``"label"`` …
    kind : str
        Its type in words, for those who do not see the icon: ``"text"``, ``"float32"``.
    tensor : str
        The tensor that it becomes; empty where it becomes none.
    missing : str
        How many values are missing: ``"12 missing"``; empty for none.
    empty : str
        How many rows have no step: ``"4 empty rows"``; empty for none.
    histogram : tuple of int
        Rows by length, shortest first; empty where there is nothing to draw.
    ways : tuple of str
        How it can be read; empty where there is no choice.
    way : str
        How a person wants it read; empty where that is guessed.
    """

    name: str
    role: str
    lengths: str
    icon: str
    kind: str
    tensor: str = ""
    missing: str = ""
    empty: str = ""
    histogram: tuple[int, ...] = ()
    ways: tuple[str, ...] = ()
    way: str = ""

    @property
    def says(self) -> str:
        """The word on the control of its role."""
        return tr(dict(ROLES)[self.role])


def _facts(facts: list[str], missing: str) -> str:
    """Return facts as one text, ready to be followed by what is missing."""
    return " · ".join([*facts, ""] if missing else facts)


class ColumnList(RowList):
    """The columns; the selected one is the one that is shown.

    A click on a name or Return shows a column and changes nothing; a click on the control of its role, Space,
    Alt+Down or the menu key opens the menu of roles, which also says how the column is read.

    Signals
    -------
    column_chosen(str)
        The name of the column that the person selected.
    role_chosen(str, str)
        Name and role that the person gave it.
    way_chosen(str, str)
        Name, and how the person wants it read; empty to let it be guessed.
    """

    column_chosen = Signal(str)
    role_chosen = Signal(str, str)
    way_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Columns"), parent)
        self._columns: tuple[ColumnRow, ...] = ()
        self._selected = ""
        self.set_most_rows(8)
        self.row_activated.connect(self._on_row_activated)

    def set_columns(self, columns: tuple[ColumnRow, ...], selected: str = "") -> None:
        """Show columns, the selected one by its name; empty for none."""
        moved = [column.name for column in columns] != [column.name for column in self._columns]
        self._columns, self._selected = columns, selected
        self.rows_changed()
        if moved and self.selected_row() >= 0:
            self.set_cursor_row(self.selected_row())

    def role_menu(self, row: int) -> QMenu:
        """Return the menu of roles of a row, not shown yet; it goes when it is closed."""
        column = self._columns[row]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr("Role of {column}", column=column.name))
        group = QActionGroup(menu)
        for role, words in ROLES:
            action = QAction(tr(words), menu)
            action.setCheckable(True)
            action.setChecked(role == column.role)
            action.setActionGroup(group)
            action.triggered.connect(
                lambda _checked=False, role=role: self.role_chosen.emit(column.name, role)
            )
            menu.addAction(action)
        if column.ways:
            menu.addSeparator()
            menu.addMenu(self._way_menu(menu, column))
        return menu

    def _way_menu(self, parent: QMenu, column: ColumnRow) -> QMenu:
        """Return the menu of ways to read a column."""
        menu = QMenu(tr("Read as"), parent)
        menu.setAccessibleName(tr("Read “{column}” as", column=column.name))
        group = QActionGroup(menu)
        for way in (GUESSED, *column.ways):
            action = QAction(tr(WAY_WORDS[way]), menu)
            action.setCheckable(True)
            action.setChecked(way == column.way)
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, way=way: self.way_chosen.emit(column.name, way))
            menu.addAction(action)
        return menu

    def is_two_line(self) -> bool:
        """Tell whether all rows have two lines: a name does not fit beside its numbers, or more is known."""
        if any(column.missing or column.histogram for column in self._columns):
            return True
        room = self._role_left() - self._lengths_width() - _GAP - look.current().px(_NAME_LEFT)
        widest = max((drawing.text_width(column.name, "strong") for column in self._columns), default=0.0)
        return widest > room

    def row_count(self) -> int:
        return len(self._columns)

    def row_height(self) -> int:
        return look.current().px(48 if self.is_two_line() else 28)

    def selected_row(self) -> int:
        return next((i for i, column in enumerate(self._columns) if column.name == self._selected), -1)

    def row_sentence(self, row: int) -> str:
        column = self._columns[row]
        role = f"{tr(ROLE_WORDS[column.role])} {column.tensor}".strip()
        said = tr(
            "{column}, {type}, steps: {lengths}, {role}",
            column=column.name, type=column.kind, lengths=column.lengths, role=role,
        )  # fmt: skip
        return ", ".join(one for one in (said, column.empty, column.missing) if one)

    def header_height(self) -> int:
        return look.current().px(24)

    def paint_header(self, painter: QPainter, rect: QRectF) -> None:
        right = Qt.AlignmentFlag.AlignRight
        drawing.text(painter, rect, tr("Column"), "micro", "t3")
        drawing.text(painter, rect, tr("Role"), "micro", "t3", right)
        if not self.is_two_line():
            steps = QRectF(rect.left(), rect.top(), self._role_left(), rect.height())
            drawing.text(painter, steps, tr("Steps"), "micro", "t3", right)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        column = self._columns[row]
        here, ignored = row == self.selected_row(), column.role == "ignored"
        name_token = "t2" if ignored and not here else "t1"
        style = "strong" if here else "body"
        right, middle = Qt.AlignmentFlag.AlignRight, Qt.TextElideMode.ElideMiddle
        left = Qt.AlignmentFlag.AlignLeft
        top = rect
        bottom = rect
        if self.is_two_line():
            high = look.current().px(_ROLE)
            top = QRectF(rect.left(), rect.top() + 2, rect.width(), rect.height() - high - 4)
            bottom = QRectF(rect.left(), rect.bottom() - high - 2, rect.width(), high)
        icon_y = top.center().y() - drawing.icon_size() / 2
        drawing.icon(painter, rect.left(), icon_y, column.icon, "accent" if here else "t3")
        if self.is_two_line():
            bars = look.current().px(_BARS[0]) + _GAP if column.histogram else 0
            name = top.adjusted(look.current().px(_NAME_LEFT), 0, -bars, 0)
            drawing.text(painter, name, column.name, style, name_token, left, middle)
            self._paint_bars(painter, top, column)
            self._paint_facts(painter, bottom.adjusted(look.current().px(_NAME_LEFT), 0, 0, 0), column)
            self._paint_role(painter, row)
            return
        name = QRectF(
            rect.left() + look.current().px(_NAME_LEFT),
            rect.top(),
            self._role_left() - self._lengths_width() - _GAP - look.current().px(_NAME_LEFT),
            rect.height(),
        )
        drawing.text(painter, name, column.name, style, name_token, left, middle)
        steps = QRectF(rect.left(), rect.top(), self._role_left(), rect.height())
        drawing.text(painter, steps, column.lengths, "body", "t2", right)
        self._paint_role(painter, row)

    def _paint_role(self, painter: QPainter, row: int) -> None:
        """Draw the control of a row's role: its word and an arrow in a field."""
        column, theme = self._columns[row], look.current()
        place = self.role_place(row)
        drawing.rounded(painter, place, 5, "stroke")
        line = 1 / painter.device().devicePixelRatioF()
        drawing.rounded(painter, place.adjusted(line, line, -line, -line), 4, "raised")
        arrow = theme.px(_ARROW)
        token = "accent" if column.role == "sequence" else "t3" if column.role == "ignored" else "t1"
        words = place.adjusted(theme.px(_INSET), 0, -theme.px(_INSET) - arrow, 0)
        drawing.text(painter, words, column.says, "small", token)
        at = place.right() - arrow - theme.px(_INSET) / 2
        drawing.icon(painter, at, place.center().y() - arrow / 2, "chevron-down", "t3", arrow)

    def _paint_bars(self, painter: QPainter, rect: QRectF, column: ColumnRow) -> None:
        """Draw the small histogram of lengths at the right end of the upper line."""
        most = max(column.histogram, default=0)
        if not most:
            return
        width, height = (look.current().px(side) for side in _BARS)
        each = max(1, width // len(column.histogram))
        left = rect.right() - each * len(column.histogram)
        bottom = round(rect.center().y() + height / 2)
        for index, rows in enumerate(column.histogram):
            if rows:
                high = max(1, round(rows / most * height))
                bar = QRectF(left + index * each, bottom - high, max(1, each - (each > 2)), high)
                painter.fillRect(bar, look.current().colour("real"))
        drawing.hairline(painter, left, bottom, rect.right() - left, "stroke2")

    def _paint_facts(self, painter: QPainter, rect: QRectF, column: ColumnRow) -> None:
        """Write type, lengths, what is empty and missing into the lower line, beside the role.

        Where they do not fit what is empty goes first, then the type: the tooltip says them too.
        """
        rect = rect.adjusted(0, 0, -self._role_width() - _GAP / 2, 0)
        lengths = "" if column.lengths == numbers.MISSING else column.lengths
        for facts in (
            (column.kind, lengths, column.empty),
            (column.kind, lengths),
            (lengths or column.kind,),
        ):
            words = _facts([one for one in facts if one], column.missing)
            if drawing.text_width(words + column.missing, "small") <= rect.width():
                break
        gone = drawing.text_width(column.missing, "small")
        before = min(drawing.text_width(words, "small"), max(0.0, rect.width() - gone))
        place = QRectF(rect.left(), rect.top(), before, rect.height())
        drawing.text(painter, place, words, "small", "t2")
        if column.missing:
            place = QRectF(place.right(), rect.top(), min(gone, rect.width()), rect.height())
            drawing.text(painter, place, column.missing, "small", "miss")

    def _role_width(self) -> float:
        """Return the width of the controls of roles: the same for all, as the widest word needs it."""
        widest = max(drawing.text_width(tr(words), "small") for _, words in ROLES)
        return math.ceil(widest + 1) + look.current().px(2 * _INSET + _ARROW)

    def _role_left(self) -> float:
        """Return where the lengths end, from the left edge of the texts."""
        return self.viewport().width() - 2 * OVERHANG - self._role_width() - 2 * _GAP

    def _lengths_width(self) -> float:
        return max((drawing.text_width(column.lengths, "body") for column in self._columns), default=0.0)

    def role_place(self, row: int) -> QRectF:
        """Return where the control of a row's role stands in the viewport."""
        rect, high, width = self.row_rect(row), look.current().px(_ROLE), self._role_width()
        below = 2 if self.is_two_line() else (rect.height() - high) / 2
        return QRectF(rect.right() - OVERHANG - width, rect.bottom() - high - below, width, high)

    def _open_role_menu(self, row: int) -> None:
        place = self.role_place(row)
        menu = self.role_menu(row)
        corner = QPoint(int(place.right()) - menu.sizeHint().width(), int(place.bottom()))
        menu.popup(self.viewport().mapToGlobal(corner))

    def _on_row_activated(self, row: int) -> None:
        self.column_chosen.emit(self._columns[row].name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and row >= 0 and self.role_place(row).contains(event.position()):
            self.set_cursor_row(row)
            self._open_role_menu(row)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row >= 0 and self.role_place(row).contains(event.position()):
            event.accept()  # it belongs to the menu that the press opened
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.cursor_row()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row = self.row_at(QPointF(event.pos()))
        if 0 <= row < len(self._columns):
            self.set_cursor_row(row)
            self._open_role_menu(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self._columns and (event.key() == Qt.Key.Key_Space or alt_down):
            self._open_role_menu(self.cursor_row())
        else:
            super().keyPressEvent(event)
