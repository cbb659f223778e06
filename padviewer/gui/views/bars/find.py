"""The bar that finds a word or value in the shown tensor, and goes to hits and to rows by number."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from padviewer.core.rows.find import Query
from padviewer.gui.controller import Controller
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.drawing import MARGIN
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.views.bars.finder import MOST_HITS, Finder, field_of
from padviewer.gui.widgets.buttons import Button, IconButton
from padviewer.gui.widgets.field import ClearEdit
from padviewer.gui.widgets.labels import NoteLine

WAIT_MS = 200
PROGRESS = 2
MOST_DIGITS = 18


class FindBar(QWidget):
    """A slim bar above the views; hidden until it is opened.

    Return or F3 goes to the next hit, Shift+Return or Shift+F3 to the one before; Escape stops a search, and
    closes the bar where none runs.

    Parameters
    ----------
    controller : Controller

    Signals
    -------
    closed ()
        The bar has gone: the focus belongs to the view again.
    row_asked (int)
        A row of the tensor to go to, by its number; it is selected already.
    """

    closed = Signal()
    row_asked = Signal(int)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._hit = -1
        self._wants_first = False
        self.finder = Finder(controller)
        self.field = ClearEdit()
        self.field.setMinimumWidth(look.current().px(110))
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.previous_button = Button("↑", "ghost")
        self.next_button = Button("↓", "ghost")
        self.match_case = Button(tr("Aa"), "ghost")
        self.whole_word = Button(tr("“a”"), "ghost")
        self.mark_all = Button(tr("Mark all"), "ghost")
        self.row = QLineEdit()
        self.row.setMaximumWidth(look.current().px(96))
        self.cancel = Button(tr("Cancel"), "ghost")
        self.close_button = IconButton("close", tr("Close the search"))
        self.note = NoteLine()
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._name()
        self._lay_out()
        self._connect()
        self.hide()

    def _name(self) -> None:
        for widget, name, tip in (
            (
                self.field,
                tr("Find"),
                tr("A part of a text; among numbers a value, 3..7, >5, nan or missing."),
            ),
            (self.previous_button, tr("Previous hit"), tr("Previous hit (Shift+F3)")),
            (self.next_button, tr("Next hit"), tr("Next hit (F3)")),
            (self.match_case, tr("Match case"), tr("Match case: A is not a")),
            (self.whole_word, tr("Whole word"), tr("Whole word: no letter or digit beside it")),
            (self.mark_all, tr("Mark all"), tr("Mark the rows of all hits in every view")),
            (self.row, tr("Go to row, number"), tr("Number of a row; Return goes there.")),
            (self.cancel, tr("Cancel"), tr("Stop searching (Esc)")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(tip)
        self.row.setPlaceholderText(tr("Row"))
        self.count.setAccessibleName(tr("Hits"))
        for button in (self.match_case, self.whole_word):
            button.setCheckable(True)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN, 8, MARGIN - 8, 8)
        line.setSpacing(4)
        line.addWidget(self.field, 1)
        line.addWidget(self.count)
        for button in (
            self.previous_button,
            self.next_button,
            self.match_case,
            self.whole_word,
            self.mark_all,
        ):
            line.addWidget(button)
        line.addWidget(self.cancel)
        line.addSpacing(8)
        line.addWidget(self.row)
        line.addWidget(self.close_button)
        notes = QHBoxLayout()
        notes.setContentsMargins(MARGIN, 0, MARGIN, 4)
        notes.addWidget(self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addLayout(notes)
        self._show_state()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self._timer.timeout.connect(self._search)
        self.match_case.toggled.connect(self._search)
        self.whole_word.toggled.connect(self._search)
        self.previous_button.clicked.connect(self.previous)
        self.next_button.clicked.connect(self.next)
        self.mark_all.clicked.connect(self._mark_all)
        self.cancel.clicked.connect(self.finder.stop)
        self.close_button.clicked.connect(self.dismiss)
        self.row.returnPressed.connect(self._go_to_row)
        self.finder.changed.connect(self._on_changed)
        self.finder.placed.connect(self._on_placed)
        self.finder.refused.connect(self._on_refused)
        self._controller.plan_changed.connect(self._on_plan_changed)

    # -- opening and closing ---------------------------------------------------------------------
    def open(self) -> None:
        """Show the bar, ready for a text."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._show_state()

    def ask_for_row(self) -> None:
        """Show the bar, ready for the number of a row."""
        self.show()
        self.row.setFocus()
        self.row.selectAll()
        self._show_state()

    def dismiss(self) -> None:
        """Stop searching and hide; marks and selection stay."""
        self._timer.stop()
        self.finder.clear()
        self._hit = -1
        self.hide()
        self.closed.emit()

    # -- searching -------------------------------------------------------------------------------
    def query(self) -> Query | None:
        """Return what is looked for; None for nothing."""
        text = self.field.text()
        if not text:
            return None
        return Query(text, self.match_case.isChecked(), self.whole_word.isChecked())

    def _on_text_changed(self) -> None:
        self.finder.clear()
        self._hit = -1
        self.note.say("")
        self._show_state()
        self._timer.start()

    def _search(self) -> None:
        """Look for what stands in the field, from the first row on, and go to the first hit."""
        self._begin(goes=True)

    def _begin(self, *, goes: bool) -> None:
        self._timer.stop()
        query = self.query()
        self._hit = -1
        self.note.say("")
        self._wants_first = goes and query is not None
        if query is None:
            self.finder.clear()
        else:
            self.finder.start(query)
        self._show_state()

    def next(self) -> None:
        """Go to the next hit; behind the last comes the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before; before the first comes the last."""
        self._step(-1)

    def _step(self, change: int) -> None:
        if self.query() != self.finder.query:
            self._search()
        elif hits := len(self.finder.rows):
            self.finder.place((self._hit + change) % hits)

    def _on_changed(self) -> None:
        finder = self.finder
        if self._wants_first and len(finder.rows):
            self._wants_first = False
            finder.place(0)
        words = "" if finder.is_running else self._end_words()
        if words:
            self.note.say(words)
        self._show_state()

    def _end_words(self) -> str:
        """Say how a search ended, where the number of hits does not say it."""
        finder = self.finder
        text = self.field.text()
        searched = tr_count("{count} row was searched.", "{count} rows were searched.", finder.searched)
        if not len(finder.rows) and finder.is_whole:
            return tr("No row holds “{word}”. {searched}", word=text, searched=searched)
        if len(finder.rows) >= MOST_HITS and not finder.is_whole:
            return tr(
                "The search ended at {hits} hits. {searched}",
                hits=numbers.count(MOST_HITS),
                searched=searched,
            )
        if not finder.is_whole and finder.field is not None:
            return tr("The search was stopped. {searched}", searched=searched)
        return ""

    def _on_placed(self, hit: int, row: int, column: int) -> None:
        controller, field = self._controller, self.finder.field
        if field is None or hit >= len(self.finder.rows):
            return
        self._hit = hit
        controller.select(row, column)
        steps = int(self.finder.steps[hit]) >= 0 or field.by is not None
        if controller.places.of(row) < 0:
            self.note.say(tr("Row {row} is left out by the filter.", row=field.own.number(row)))
        elif steps and column < 0:
            self.note.say(tr("Row {row}: in the cut part.", row=field.own.number(row)))
        else:
            self.note.say(self._end_words() if not self.finder.is_running else "")
        self._show_state()

    def _on_refused(self, words: str) -> None:
        self.note.say(words)
        self._show_state()

    def _mark_all(self) -> None:
        field = self.finder.field
        if field is not None and len(self.finder.rows):
            words = tr("rows with “{word}”", word=self.field.text())
            self._controller.mark(np.unique(self.finder.rows) - field.own.start, words)

    # -- going to a row --------------------------------------------------------------------------
    def _go_to_row(self) -> None:
        words = self.row.text().strip()
        own = self._controller.shown if self._controller.plan is not None else None
        if own is None:
            self.note.say(tr("There is no row to go to."))
            return
        is_number = words.isascii() and words.isdecimal() and len(words) <= MOST_DIGITS
        row = own.row_of(int(words)) if is_number else -1
        if row < 0:
            first, stop = own.source_span
            if is_number and first <= int(words) < stop:
                self.note.say(tr("Row {row} is empty and left out.", row=int(words)))
            else:
                self.note.say(tr("Rows go from {first} to {last}.", first=first, last=stop - 1))
            return
        self.note.say("")
        self._controller.select(row, self._controller.view.col)
        self.row_asked.emit(row)

    # -- what changes beneath --------------------------------------------------------------------
    def _on_plan_changed(self) -> None:
        """Search again where the column is another; hits stay where only padding or cutting changed."""
        field = field_of(self._controller)
        same = (field is None) == (self.finder.field is None) and (
            field is None or field.is_like(self.finder.field)
        )
        if same and field is not None:
            self.finder.field = field
        elif not same and self.isVisible() and self.finder.query is not None:
            self._begin(goes=False)
        self._show_state()

    # -- how it looks ----------------------------------------------------------------------------
    def _show_state(self) -> None:
        finder = self.finder
        hits = len(finder.rows)
        more = "+" if hits and not finder.is_whole else ""
        if hits:
            at = numbers.count(self._hit + 1) if self._hit >= 0 else numbers.MISSING
            said = tr("{number} of {hits}", number=at, hits=numbers.count(hits) + more)
        elif finder.is_running:
            said = numbers.percent(finder.searched, max(finder.total, 1))
        else:
            said = tr("no hit") if finder.is_whole else ""
        self.count.setText(said)
        self.count.setAccessibleDescription(said)
        self.cancel.setVisible(finder.is_running)
        for button in (self.previous_button, self.next_button, self.mark_all):
            button.setEnabled(hits > 0)
        field = field_of(self._controller)
        self.field.setEnabled(field is not None)
        self.row.setEnabled(field is not None)
        name = "" if field is None else field.name
        self.field.setPlaceholderText(
            tr("Find in {column}", column=name) if name else tr("Open a file to find a word.")
        )
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            if self.finder.is_running:
                self.finder.stop()
            else:
                self.dismiss()
        elif key == Qt.Key.Key_F3 or (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus()):
            self._step(-1 if back else 1)
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.current().colour("panel"))
        drawing.hairline(painter, 0, self.height() - 1, self.width(), "line")
        finder = self.finder
        if finder.is_running and finder.total:
            share = finder.searched / finder.total
            bar = QRectF(0, self.height() - PROGRESS, self.width() * share, PROGRESS)
            painter.fillRect(bar, look.current().colour("accent"))
        for button in (self.match_case, self.whole_word):
            if button.isChecked():
                drawing.rounded(painter, QRectF(button.geometry()), 6, "tint")
        painter.end()
