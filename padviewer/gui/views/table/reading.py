"""What the table knows of the shown tensor: the steps of rows in words, read in jobs and kept; copying."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import PadViewerError
from padviewer.core.rows.arrange import label_text
from padviewer.core.rows.steps import Reader, Strip, as_tsv, strips_of, values_of
from padviewer.gui.controller import Controller
from padviewer.gui.style import numbers
from padviewer.gui.style.words import problem_words, tr, tr_count

MOST_PIECES = 4096
MOST_REPEATED = 65_536  # longer rows are not read whole to draw what their padding repeats
MOST_BESIDE = 24
_INNER = 4
Wanted = list[tuple[int, int, int]]


@dataclass(frozen=True, eq=False)
class Piece:
    """Consecutive source steps of one row.

    Parameters
    ----------
    first : int
        The source step of the first.
    values : list
        Numbers, words, lists of numbers, or None where missing.
    ids : list or None
        What stands below words.
    beside : tuple of str
        What the row has in the other columns that are shown.
    """

    first: int
    values: list[Any]
    ids: list[Any] | None = None
    beside: tuple[str, ...] = ()
    _texts: dict[int, str] = field(default_factory=dict, repr=False)

    def covers(self, first: int, stop: int) -> bool:
        """Whether the steps from `first` to `stop` are here."""
        return first >= stop or (self.first <= first and stop <= self.first + len(self.values))

    def is_missing(self, step: int) -> bool:
        """Whether a step's value is missing or NaN."""
        value = self.values[step - self.first]
        return value is None or (isinstance(value, float) and value != value)

    def text(self, step: int) -> str:
        """Return a step's value as the table shows it."""
        text = self._texts.get(step)
        if text is None:
            text = self._texts[step] = text_of(self.values[step - self.first])
        return text

    def id_text(self, step: int) -> str:
        """Return what stands below a word; empty for nothing."""
        one = None if self.ids is None else self.ids[step - self.first]
        return "" if one is None else str(one)


def text_of(value: Any) -> str:
    """Return a value as the table shows it."""
    if value is None:
        return tr("missing")
    if isinstance(value, str):
        return " ".join(value.split()) or "␣"
    if isinstance(value, float):
        return numbers.rounded(value)
    if isinstance(value, list):
        more = " …" if len(value) > _INNER else ""
        return "[" + " ".join(text_of(one) for one in value[:_INNER]) + more + "]"
    return str(value)


def beside_text(column: Ragged, row: int) -> str:
    """Return what a row has in a column that is shown beside the steps: its first values."""
    if row >= len(column):
        return ""
    if not column.ragged_axes:
        value = column[row : row + 1].to_lists()[0]
        return numbers.MISSING if value is None or value == "" else text_of(value)
    length = int(column[row : row + 1].sizes[0])
    shown = " ".join(text_of(one) for one in values_of(column, row, 0, min(length, MOST_BESIDE)))
    return f"{shown} …" if length > MOST_BESIDE else shown


def read_all(
    reader: Reader, beside: Iterable[Ragged], wanted: Wanted, should_stop: Callable[[], bool] | None = None
) -> dict[int, Piece]:
    """Read (row, first step, step behind the last) of several rows; returns the pieces by row."""
    found = {}
    for row, first, stop in wanted:
        if should_stop is not None and should_stop():
            break
        number = reader.own.number(row)
        others = tuple(beside_text(one, number) for one in beside)
        found[row] = Piece(first, *reader.read(row, first, stop), others)
    return found


class TableContent(QObject):
    """The rows of the shown tensor, for one table.

    Parameters
    ----------
    controller : Controller
    parent : QObject

    Signals
    -------
    came ()
        What a job has read is there.
    """

    came = Signal()

    def __init__(self, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self.reader: Reader | None = None
        self.beside: tuple[str, ...] = ()
        """Other columns of the dataset that are shown, by name."""
        self.others: tuple[Ragged, ...] = ()
        self._controller = controller
        self._pieces: OrderedDict[int, Piece] = OrderedDict()
        self._asked = self._is_broken = False

    def take_plan(self) -> bool:
        """Take the controller's plan; returns whether what has been read holds no more and is forgotten."""
        controller, before = self._controller, self.reader
        self._is_broken = is_other = False
        self.reader = None
        if controller.plan is not None:
            own, data = controller.shown, controller.dataset
            columns = {} if data is None else data.data
            self.beside = tuple(name for name in self.beside if name in columns)
            others = tuple(columns[name] for name in self.beside)
            is_other = [id(one) for one in others] != [id(one) for one in self.others]
            self.others = others
            self.reader = Reader.of(controller.plan, own, columns.get(self.column), controller.view.at)
        is_other = is_other or self.reader is None or not self.reader.is_like(before)
        if is_other:
            self._pieces.clear()
        return is_other

    @property
    def column(self) -> str:
        """The name of the source column."""
        own = self._controller.shown
        return own.choice.column or own.name

    @property
    def most_places(self) -> int:
        """How many places the longest row has, as far as lengths are counted."""
        counts = self._controller.counting.counts
        width = 0 if self.reader is None else self.reader.own.axes[0].width
        return max(width, counts.maximum if counts is not None else 0)

    @property
    def label_title(self) -> str:
        """The name of the column that labels the rows; empty where there is none."""
        plan, label = self._controller.plan, self._controller.counting.label
        names = () if plan is None or label is None else plan.prepared.with_role_of("label")
        return next((name for name in names if plan is not None and plan.prepared[name] is label), "")

    def label_of(self, strip: Strip) -> str:
        """Return the label of a row; empty where it has none."""
        label, reader = self._controller.counting.label, self.reader
        return "" if label is None or reader is None else label_text(label, strip.row + reader.own.start)

    def strips(self, rows: Iterable[int]) -> list[Strip]:
        """Return the geometry of rows of the tensor."""
        reader = self.reader
        return [] if reader is None else strips_of(reader.own, np.array(list(rows), dtype=np.int64))

    def piece(self, row: int) -> Piece | None:
        """Return what has been read of a row of the tensor."""
        return self._pieces.get(row)

    # -- reading -------------------------------------------------------------------------------
    def lacking(self, strips: Iterable[Strip], first: int, fits: int) -> Wanted:
        """Return what must be read to draw `fits` places from `first` on of some rows."""
        wanted = []
        repeats = self.reader is not None and self.reader.own.axes[0].mode != "constant"
        for strip in strips:
            line, piece = strip.places, self._pieces.get(strip.row)
            if repeats and line.length < line.width and line.length <= MOST_REPEATED:
                if piece is None or not piece.covers(0, line.length):  # padding may hold any value of it
                    wanted.append((strip.row, 0, line.length))
                continue
            start = min(max(0, first - line.left), line.length)
            stop = min(line.length, max(start, first - line.left + fits))
            if (piece is None and (self.beside or start < stop)) or not (piece or Piece(0, [])).covers(
                start, stop
            ):
                wanted.append((strip.row, max(0, start - fits), min(line.length, stop + fits)))
        return wanted

    def fetch(self, strips: Iterable[Strip], first: int, fits: int) -> None:
        """Read what is lacking: at once from memory, else in a job."""
        reader, others = self.reader, self.others
        wanted = [] if self._asked or self._is_broken else self.lacking(strips, first, fits)
        if reader is None or not wanted:
            return
        if self._is_in_memory:
            self._keep(reader, read_all(reader, others, wanted))
            return
        self._asked = True
        self._controller.jobs.submit(
            "table",
            lambda context: read_all(reader, others, wanted, context.should_stop),
            lambda pieces: self._on_read(reader, pieces),
            self._on_failed,
        )

    @property
    def _is_in_memory(self) -> bool:
        if self.reader is None:
            return False
        read = (self.reader.own.column, *self.others)
        return sum(one.flat.nbytes for one in read) <= self._controller.in_memory

    def _on_read(self, reader: Reader, pieces: dict[int, Piece]) -> None:
        self._asked = False
        self._keep(reader, pieces)
        self.came.emit()

    def _on_failed(self, error: Exception) -> None:
        self._asked, self._is_broken = False, True
        self.tell(error)

    def tell(self, error: Exception) -> None:
        """Tell the person what went wrong."""
        words = problem_words(error) if isinstance(error, PadViewerError) else str(error)
        self._controller.noticed.emit("warning", words)

    def _keep(self, reader: Reader, pieces: dict[int, Piece]) -> None:
        if self.reader is not None and self.reader.is_like(reader):
            for row, piece in pieces.items():
                self._pieces[row] = piece
                self._pieces.move_to_end(row)
            while len(self._pieces) > MOST_PIECES:
                self._pieces.popitem(last=False)

    # -- copying -------------------------------------------------------------------------------
    def text_of(self, rows: Int64) -> str:
        """Return rows of the tensor, int64 [m], as lines of fields between tabs; empty for no rows.

        Raises
        ------
        ContentError
            More than can be copied at once.
        """
        label = self._controller.counting.label
        return "" if self.reader is None or not len(rows) else as_tsv(self.reader, rows, label)

    def copy(self, rows: Int64) -> None:
        """Put rows of the tensor, int64 [m], on the clipboard, in a job; nothing for no rows."""
        reader, label = self.reader, self._controller.counting.label
        if reader is None or not len(rows):
            return
        self._controller.jobs.submit(
            "copy of the table",
            lambda _context: as_tsv(reader, rows, label),
            lambda text: QGuiApplication.clipboard().setText(text),
            self.tell,
        )

    # -- said ------------------------------------------------------------------------------------
    def step_words(self, strip: Strip, column: int) -> str:
        """Return what stands at a column of the tensor in words; empty where it has no such column."""
        line, reader = strip.places, self.reader
        if not 0 <= column < line.width or reader is None:
            return ""
        place = line.place(column)
        step, piece = int(line.steps(np.array([place]))[0]), self._pieces.get(strip.row)
        if step < 0:
            step = strip.repeated_step(column, reader.own.axes[0].mode)
            if step < 0:
                return tr("Position {position} is padding.", position=column)
            return tr("Position {position} is padding that repeats step {step}.", position=column, step=step)
        if piece is None or not piece.covers(step, step + 1):
            if not self._is_in_memory:
                return tr("Step {step}.", step=step)
            piece = read_all(reader, (), [(strip.row, step, step + 1)])[strip.row]
        return tr("Step {step}: {value}.", step=step, value=piece.text(step))

    def sentence(self, row: int, column: int) -> str:
        """Return a row of the tensor and one of its columns (−1 for none) in words."""
        if self.reader is None:
            return ""
        if row < 0:
            return tr("No row is selected.")
        strip = self.strips([row])[0]
        said = tr(
            "Row {row}, {steps}, {kept} kept.",
            row=strip.source,
            steps=tr_count("{count} step", "{count} steps", strip.places.length),
            kept=numbers.count(strip.places.kept),
        )
        label = self.label_of(strip)
        named = tr("{column} {label}.", column=self.label_title, label=label) if label else ""
        return " ".join(filter(None, (said, named, self.step_words(strip, column))))

    def steps_said(self, row: int, most: int = MOST_BESIDE) -> str:
        """Return the first steps of a row of the tensor between blanks; empty where they are not read yet."""
        strip, piece = self.strips([row])[0], self._pieces.get(row)
        stop = min(strip.places.length, most)
        if piece is None or not piece.covers(0, stop):
            if self.reader is None or not self._is_in_memory:
                return ""
            piece = read_all(self.reader, (), [(row, 0, stop)])[row]
        return " ".join(piece.text(step) for step in range(stop))
