"""What the table knows of the shown tensor: its geometry at once, its values as they are read and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable

import numpy as np
import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import PadViewerError
from padviewer.core.rows.arrange import label_text
from padviewer.gui.controller import Controller
from padviewer.gui.style import numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import told, tr
from padviewer.gui.views.table import painting as paint
from padviewer.gui.views.table.rows import Piece, Reader, Strip, as_tsv, read_all, repeated_step, strips_of

MOST_PIECES = 4096
MOST_REPEATED = 65_536  # longer rows are not read whole to draw what their padding repeats
Wanted = list[tuple[int, int, int]]


class TableContent:
    """The rows of the shown tensor, for one table.

    Parameters
    ----------
    controller : Controller
    table : QWidget
        Painted again when what was read in a job has come.
    came : callable ()
        Called then, too.
    """

    def __init__(self, controller: Controller, table: QWidget, came: Callable[[], None]) -> None:
        self.reader: Reader | None = None
        self._controller = controller
        self._table = table
        self._came = came
        self._pieces: OrderedDict[int, Piece] = OrderedDict()
        self._slot = 0
        self._asked = self._is_broken = False

    def take_plan(self) -> None:
        """Take the controller's plan; what has been read stays where it still holds."""
        controller, before = self._controller, self.reader
        self._is_broken = False
        self.reader = None
        if controller.plan is not None:
            own, data = controller.shown, controller.dataset
            source = data[self.column] if data is not None and self.column in data.columns else None
            self.reader = Reader.of(controller.plan, own, source, controller.view.at)
        if self.reader is None or not self.reader.is_like(before):
            self._pieces.clear()
            self._slot = 0

    @property
    def column(self) -> str:
        """The name of the source column."""
        own = self._controller.shown
        return own.choice.column or own.name

    @property
    def rows(self) -> int:
        """Rows of the tensor."""
        return 0 if self.reader is None else self.reader.own.n

    @property
    def width(self) -> int:
        """Columns of the tensor."""
        return 0 if self.reader is None else self.reader.own.axes[0].width

    @property
    def most_places(self) -> int:
        """How many places the longest row has, as far as lengths are counted."""
        counts = self._controller.counting.counts
        return max(self.width, counts.maximum if counts is not None else 0)

    @property
    def label(self) -> Ragged | None:
        """The column that labels the rows."""
        return self._controller.counting.label

    @property
    def label_title(self) -> str:
        """The name of that column; empty where there is none."""
        plan, label = self._controller.plan, self.label
        names = () if plan is None or label is None else plan.prepared.with_role_of("label")
        return next((name for name in names if plan is not None and plan.prepared[name] is label), "")

    def label_of(self, strip: Strip) -> str:
        """Return the label of a row; empty where it has none."""
        label, reader = self.label, self.reader
        return "" if label is None or reader is None else label_text(label, strip.row + reader.own.start)

    def strips(self, rows: Iterable[int]) -> list[Strip]:
        """Return the geometry of rows of the tensor."""
        reader = self.reader
        return [] if reader is None else strips_of(reader.own, np.array(list(rows), dtype=np.int64))

    def piece(self, row: int) -> Piece | None:
        """Return what has been read of a row of the tensor."""
        return self._pieces.get(row)

    def is_marked(self, row: int) -> bool:
        """Whether a row of the tensor is marked."""
        marked = self._controller.view.marked
        if marked is None:
            return False
        at = int(np.searchsorted(marked.rows, row))
        return at < len(marked.rows) and int(marked.rows[at]) == row

    # -- reading -------------------------------------------------------------------------------
    def lacking(self, strips: Iterable[Strip], first: int, fits: int) -> Wanted:
        """Return what must be read to draw `fits` places from `first` on of some rows."""
        wanted = []
        repeats = self.reader is not None and self.reader.own.axes[0].mode != "constant"
        for strip in strips:
            if repeats and strip.length < strip.width and strip.length <= MOST_REPEATED:
                piece = self._pieces.get(strip.row)  # its padding may hold any value of it
                if piece is None or not piece.covers(0, strip.length):
                    wanted.append((strip.row, 0, strip.length))
                continue
            start = min(max(0, first - strip.left), strip.length)
            stop = min(strip.length, max(start, first - strip.left + fits))
            piece = self._pieces.get(strip.row)
            if piece is None or not piece.covers(start, stop):
                wanted.append((strip.row, max(0, start - fits), min(strip.length, stop + fits)))
        return wanted

    def fetch(self, strips: Iterable[Strip], first: int, fits: int) -> None:
        """Read what is lacking: at once from memory, else in a job."""
        reader = self.reader
        wanted = [] if self._asked or self._is_broken else self.lacking(strips, first, fits)
        if reader is None or not wanted:
            return
        if self._is_in_memory:
            self._keep(reader, read_all(reader, wanted))
            return
        self._asked = True
        self._controller.jobs.submit(
            "table",
            lambda context: read_all(reader, wanted, context.should_stop),
            lambda pieces: self._on_read(reader, pieces),
            self._on_failed,
        )

    @property
    def _is_in_memory(self) -> bool:
        return self.reader is not None and self.reader.own.column.flat.nbytes <= self._controller.in_memory

    def _on_read(self, reader: Reader, pieces: dict[int, Piece]) -> None:
        self._asked = False
        self._keep(reader, pieces)
        if shiboken6.isValid(self._table):
            self._came()
            self._table.update()

    def _on_failed(self, error: Exception) -> None:
        self._asked, self._is_broken = False, True
        self.tell(error)

    def tell(self, error: Exception) -> None:
        """Tell the person what went wrong."""
        words = str(error)
        if isinstance(error, PadViewerError):
            words = f"{told(error.what)} {told(error.remedy)}".strip()
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
        return "" if self.reader is None or not len(rows) else as_tsv(self.reader, rows, self.label)

    def copy(self, rows: Int64) -> None:
        """Put rows of the tensor, int64 [m], on the clipboard, in a job; nothing for no rows."""
        reader, label = self.reader, self.label
        if reader is None or not len(rows):
            return
        self._controller.jobs.submit(
            "copy of the table",
            lambda _context: as_tsv(reader, rows, label),
            lambda text: QGuiApplication.clipboard().setText(text),
            self.tell,
        )

    # -- how it is drawn and said ----------------------------------------------------------------
    def manner(self, strips: Iterable[Strip]) -> paint.Manner:
        """Return how the steps of rows in view are drawn; numbers never get narrower while one scrolls."""
        reader = self.reader
        if reader is None:
            return paint.Manner(True, 0, 1, "")
        value = reader.own.choice.value
        fill = numbers.rounded(value) if isinstance(value, float) else str(value)
        mode = reader.own.axes[0].mode
        if reader.words is not None:
            gap = 4 if reader.by == "characters" else 8
            return paint.Manner(True, gap, look.current().px(14), fill, mode)
        texts = [fill]
        for piece in filter(None, (self._pieces.get(strip.row) for strip in strips)):
            texts += [piece.text(piece.first + k) for k in range(min(len(piece.values), 8))]
        self._slot = max(self._slot, paint.number_slot(texts))
        return paint.Manner(False, 0, self._slot, fill, mode)

    def sentence(self, row: int, column: int) -> str:
        """Return a row of the tensor and one of its columns (−1 for none) in words."""
        if self.reader is None:
            return ""
        if row < 0:
            return tr("No row is selected.")
        strip = self.strips([row])[0]
        return paint.spoken(strip, self.label_of(strip), self.label_title, self._step_words(strip, column))

    def _step_words(self, strip: Strip, column: int) -> str:
        if not 0 <= column < strip.width or self.reader is None:
            return ""
        step, piece = strip.step(strip.place(column)), self._pieces.get(strip.row)
        if step < 0:
            step = repeated_step(strip, column, self.reader.own.axes[0].mode)
            if step < 0:
                return tr("Position {position} is padding.", position=column)
            return tr("Position {position} is padding that repeats step {step}.", position=column, step=step)
        if piece is None or not piece.covers(step, step + 1):
            if not self._is_in_memory:
                return tr("Step {step}.", step=step)
            piece = self.reader.read(strip.row, step, step + 1)
        return tr("Step {step}: {value}.", step=step, value=piece.text(step))
