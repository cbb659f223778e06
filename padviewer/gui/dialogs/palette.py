"""The command palette: everything that can be done, found by a few letters and started by Return."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from padviewer.core.rows.fuzzy import rank
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.widgets.labels import ElidedLabel
from padviewer.gui.widgets.lines_list import RowList
from padviewer.gui.widgets.popup import Popup

MOST_SHOWN = 12
WIDTH = 600
TOP = 56
_GAP = 12


@dataclass(frozen=True)
class PaletteEntry:
    """One thing that can be done.

    Parameters
    ----------
    words : str
        What it is called: an action's text, a column, a file.
    hint : str
        What it does or where it belongs; searched too.
    keys : str
        Its shortcut as this system writes it; empty for none.
    run : callable
        Does it; called without arguments, after the palette is gone.
    enabled : bool
        Whether it can be done now.
    why : str
        Why it cannot be done now, shown instead of the hint.
    """

    words: str
    hint: str
    keys: str
    run: Callable[[], object]
    enabled: bool = True
    why: str = ""


class _EntryList(RowList):
    """The entries that fit what is typed; the keys come from the field, which has the focus."""

    def __init__(self) -> None:
        super().__init__(tr("Commands that fit"))
        self.entries: list[tuple[PaletteEntry, frozenset[int]]] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_most_rows(MOST_SHOWN)

    def set_entries(self, entries: list[tuple[PaletteEntry, frozenset[int]]]) -> None:
        """Show entries with the letters that were typed; the first one is the current one."""
        self.entries = entries
        self.verticalScrollBar().setValue(0)
        self.rows_changed()
        self.set_cursor_row(0)

    def row_count(self) -> int:
        return len(self.entries)

    def row_height(self) -> int:
        return look.current().px(32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        return QSize(240, min(self.row_count(), MOST_SHOWN) * self.row_height())

    def selected_row(self) -> int:
        return self.cursor_row()

    def row_sentence(self, row: int) -> str:
        entry = self.entries[row][0]
        parts = [entry.words, entry.hint if entry.enabled else self._why(entry), entry.keys]
        return ", ".join(one for one in parts if one)

    @staticmethod
    def _why(entry: PaletteEntry) -> str:
        return entry.why or tr("not now")

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        entry, typed = self.entries[row]
        keys = drawing.text_width(entry.keys, "small")
        drawing.text(painter, rect, entry.keys, "small", "t2" if entry.enabled else "t3",
                     Qt.AlignmentFlag.AlignRight)  # fmt: skip
        room = rect.adjusted(0, 0, -(keys + _GAP) if entry.keys else 0, 0)
        width = _paint_typed(painter, room, entry.words, typed, "t1" if entry.enabled else "t3")
        hint = entry.hint if entry.enabled else self._why(entry)
        rest = room.adjusted(width + _GAP, 0, 0, 0)
        if rest.width() > look.current().px(24):
            drawing.text(painter, rest, hint, "small", "t3")


def _paint_typed(painter: QPainter, rect: QRectF, words: str, typed: frozenset[int], token: str) -> float:
    """Draw one line with the typed letters heavier; return its width."""
    if drawing.text_width(words, "head") > rect.width():  # the heavier one: with it, all fits
        drawing.text(painter, rect, words, "body", token)
        return min(drawing.text_width(words, "body"), rect.width())
    left, at = rect.left(), 0
    while at < len(words):
        end, heavy = at + 1, at in typed
        while end < len(words) and (end in typed) == heavy:
            end += 1
        piece, style = words[at:end], "head" if heavy else "body"
        width = drawing.text_width(piece, style)
        drawing.text(painter, QRectF(left, rect.top(), width + 2, rect.height()), piece, style, token)
        left, at = left + width, end
    return left - rect.left()


class PaletteDialog(Popup):
    """A field, and below it the entries that fit, best first.

    Up, Down, Page Up and Page Down choose, Return starts, Escape goes back to where the focus was. Home and
    End belong to the field; with Ctrl they choose the first and the last entry.

    Parameters
    ----------
    parent : QWidget
        The window.
    entries : callable -> sequence of PaletteEntry
        Asked each time the palette is shown.
    """

    def __init__(self, parent: QWidget, entries: Callable[[], Sequence[PaletteEntry]]) -> None:
        super().__init__(parent)
        self._ask = entries
        self._entries: tuple[PaletteEntry, ...] = ()
        self.setAccessibleName(tr("Commands"))
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Find a command"))
        self.field.setPlaceholderText(tr("Find a command, a column, a file"))
        self.list = _EntryList()
        self.nothing = ElidedLabel("", "small", "t3")
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_edited)
        self.list.row_activated.connect(self._start)

    def show_palette(self) -> None:
        """Show all entries and an empty field; where the palette is shown already, close it."""
        if self.isVisible():
            self.hide()
            return
        self._entries = tuple(self._ask())
        self.field.clear()
        self._fill("")
        self.show_focused(self.field)

    def shown(self) -> tuple[PaletteEntry, ...]:
        """Return the entries that fit what is typed, best first."""
        return tuple(entry for entry, _ in self.list.entries)

    def place(self) -> None:
        parent, px = self.host, look.current().px
        width = min(px(WIDTH), parent.width() - 32)
        top = min(px(TOP), parent.height() // 8)
        layout = self.layout()
        height = 0 if layout is None else layout.sizeHint().height()
        self.setGeometry((parent.width() - width) // 2, top, width, min(height, parent.height() - top - 8))

    def _on_edited(self, typed: str) -> None:
        self._fill(typed)
        self.place()

    def _fill(self, typed: str) -> None:
        texts = [(one.words, one.hint) for one in self._entries]
        self.list.set_entries([(self._entries[at], frozenset(places)) for at, places in rank(typed, texts)])
        empty = not self.list.entries
        self.nothing.set_text(tr("Nothing is called “{typed}”.", typed=typed) if empty else "")
        self.nothing.setVisible(empty)
        self.list.setVisible(not empty)
        self._describe()

    def _describe(self) -> None:
        """Say the current entry at the field, which has the focus."""
        if self.list.entries:
            row, rows = self.list.cursor_row(), len(self.list.entries)
            place = tr_count("{row} of {count} entry", "{row} of {count} entries", rows, row=row + 1)
            words = tr("{entry}; {place}", entry=self.list.row_sentence(row), place=place)
        else:
            words = self.nothing.text()
        self.field.setAccessibleDescription(words)

    def _start(self, row: int) -> None:
        """Do what an entry says; one that cannot be done stays, for its reason stands beside it."""
        if not 0 <= row < len(self.list.entries):
            return
        entry = self.list.entries[row][0]
        self._describe()
        if entry.enabled:
            self.hide()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, here, last = Qt.Key(event.key()), self.list.cursor_row(), len(self.list.entries) - 1
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moves = {
            Qt.Key.Key_Up: here - 1 if here else last,
            Qt.Key.Key_Down: here + 1 if here < last else 0,
            Qt.Key.Key_PageUp: max(here - MOST_SHOWN, 0),
            Qt.Key.Key_PageDown: min(here + MOST_SHOWN, last),
        }
        if with_ctrl:
            moves |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._start(here)
        elif key in moves:
            self.list.set_cursor_row(max(moves[key], 0))
            self._describe()
        else:  # Tab is taken too: there is nowhere else to go in the palette
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True
