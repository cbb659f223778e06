"""The command palette: everything that can be done, found by a few letters and started by Return."""

from __future__ import annotations

import heapq
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

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
_WHOLE, _HEAD, _INSIDE, _INITIALS, _SCATTERED = 120.0, 100.0, 60.0, 50.0, 20.0
_FIRST_WORD = 10.0
_HINT = 0.3
_SPREAD = 3  # letters that stand apart count as found within this many times their number, and 4 more


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


# -- which entries a few letters mean ------------------------------------------------------------
@dataclass(frozen=True)
class Match:
    """How well a text fits.

    Parameters
    ----------
    score : float
        Higher is better; comparable between texts for one query.
    places : tuple of int
        The characters of the text that were typed, ascending.
    """

    score: float
    places: tuple[int, ...]


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return a text without case and accents, one character for each of its own.

    >>> folded("Längen")
    'langen'
    """
    if text.isascii():
        return text.lower()
    return "".join((unicodedata.normalize("NFKD", one)[:1].lower() or one)[:1] for one in text)


@lru_cache(maxsize=8192)
def _heads(text: str) -> tuple[int, ...]:
    """Return where words of a folded text begin."""
    return tuple(
        at for at, one in enumerate(text) if one.isalnum() and (at == 0 or not text[at - 1].isalnum())
    )


def match(query: str, text: str) -> Match | None:
    """Return how a query fits a text; None where it does not.

    Every word of the query must be in the text, in any order: whole, at the beginning of a word, inside one,
    as the initials of words, or as letters in this order that stand close together.

    Parameters
    ----------
    query : str
        What was typed; case and accents do not count. Empty fits everything equally.
    text : str
    """
    return _match(tuple(folded(query).split()), text)


def _match(terms: Sequence[str], text: str) -> Match | None:
    whole = folded(text)
    score, places = 0.0, set[int]()
    for term in terms:
        found = _find(term, whole)
        if found is None:
            return None
        score += found.score
        places.update(found.places)
    shortness = 5.0 / (1 + len(whole)) if terms else 0.0
    return Match(score + shortness, tuple(sorted(places)))


def _find(term: str, whole: str) -> Match | None:
    """Return the best place of one word of the query."""
    heads = _heads(whole)
    inside = whole.find(term)
    if inside >= 0:
        at = next((head for head in heads if whole.startswith(term, head)), -1)
        if at < 0:
            return Match(_INSIDE, tuple(range(inside, inside + len(term))))
        end = at + len(term)
        ends_a_word = end == len(whole) or not whole[end].isalnum()
        first = _FIRST_WORD if heads and at == heads[0] else 0.0
        return Match((_WHOLE if ends_a_word else _HEAD) + first, tuple(range(at, end)))
    initials = _in_order(term, whole, heads)
    if initials is not None:
        return Match(_INITIALS, initials)
    scattered = _tightened(term, whole, _in_order(term, whole, range(len(whole))))
    if scattered is None or scattered[-1] - scattered[0] > _SPREAD * len(term) + 4:
        return None
    gaps = scattered[-1] - scattered[0] + 1 - len(term)
    return Match(_SCATTERED - gaps, scattered)


def _in_order(term: str, whole: str, among: Sequence[int]) -> tuple[int, ...] | None:
    """Return the first places, among some of a text, where a word's letters stand in order."""
    places: list[int] = []
    left = iter(term)
    wanted = next(left)
    for at in among:
        if whole[at] == wanted:
            places.append(at)
            following = next(left, None)
            if following is None:
                return tuple(places)
            wanted = following
    return None


def _tightened(term: str, whole: str, places: tuple[int, ...] | None) -> tuple[int, ...] | None:
    """Return the latest places that end where the given ones do: they stand closest together."""
    if places is None:
        return None
    reversed_places = _in_order(term[::-1], whole, range(places[-1], -1, -1))
    return None if reversed_places is None else reversed_places[::-1]


def rank(
    query: str, texts: Sequence[tuple[str, str]], most: int | None = None
) -> list[tuple[int, tuple[int, ...]]]:
    """Return which texts a query means, best first; equal ones stay in their order.

    Parameters
    ----------
    query : str
    texts : sequence of (str, str)
        The words that are shown, and a hint: what is found in words and hint together counts less.
    most : int or None
        How many at most.

    Returns
    -------
    list of (int, tuple of int)
        The text's index, and the places in its words that were typed.
    """
    terms = tuple(folded(query).split())
    if not terms:
        nowhere: tuple[int, ...] = ()
        return [(at, nowhere) for at in range(len(texts))][:most]
    found: list[tuple[float, int, tuple[int, ...]]] = []
    for at, (words, hint) in enumerate(texts):
        hit = _match(terms, words)
        if hit is not None:
            found.append((-hit.score, at, hit.places))
        elif hint:
            hit = _match(terms, f"{words} {hint}")
            if hit is not None:
                shown = tuple(place for place in hit.places if place < len(words))
                found.append((-hit.score * _HINT, at, shown))
    best = heapq.nsmallest(len(found) if most is None else most, found)
    return [(at, places) for _, at, places in best]
