"""The table's lines on the screen: each is painted once and kept, and it is known where its steps stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.kept import KeptPictures
from padviewer.gui.views.table import painting as paint
from padviewer.gui.views.table.content import TableContent
from padviewer.gui.views.table.ink import width_of
from padviewer.gui.views.table.layout import Column, Columns
from padviewer.gui.views.table.rows import Strip

MARGIN = 4
NO_COLUMNS = Columns((Column("steps", "", 0),), MARGIN)


@dataclass(frozen=True)
class Chosen:
    """What is chosen in the table, as rows of the view.

    Parameters
    ----------
    cursor : int
        The selected row; −1 for none.
    rows : range
        All that are selected.
    hovered : int
        The one under the mouse; −1 for none.
    column : int
        The selected column of the tensor; −1 for none.
    has_focus : bool
    """

    cursor: int
    rows: range
    hovered: int
    column: int
    has_focus: bool

    def background(self, row: int) -> str:
        """Return the token of a row's background; empty for none."""
        return "tint" if row in self.rows else "hover" if row == self.hovered else ""


class DrawnLines:
    """The lines of one table.

    Parameters
    ----------
    content : TableContent
    """

    def __init__(self, content: TableContent) -> None:
        self.boxes: dict[int, list[paint.Box]] = {}
        self._content = content
        self._pictures = KeptPictures()

    def clear(self) -> None:
        """Forget all that was drawn."""
        self.boxes = {}
        self._pictures.clear()

    def place_at(self, row: int, point: QPointF) -> int:
        """Return the place of a row of the view under a point; −1 for none."""
        return paint.at_point(self.boxes.get(row, []), point)

    def draw(
        self,
        painter: QPainter,
        columns: Columns,
        lines: Iterable[tuple[QRectF, int, str | None]],
        strips: Mapping[int, Strip],
        first: int,
        chosen: Chosen,
    ) -> None:
        """Draw lines.

        Parameters
        ----------
        painter : QPainter
        columns : Columns
        lines : iterable of (QRectF, int, str or None)
            Where each stands, its row of the view, and the label of the group that it heads.
        strips : mapping of int to Strip
            By row of the view.
        first : int
            The place at which the strips begin on the screen.
        chosen : Chosen
        """
        self.boxes = {}
        content = self._content
        manner = content.manner(strips.values())
        for rect, row, words in lines:
            if words is not None:
                paint.paint_group(painter, rect, words, content.label_title)
                continue
            strip = strips[row]
            line = paint.Line(
                strip,
                content.piece(strip.row),
                content.label_of(strip),
                first,
                chosen.column if row == chosen.cursor else -1,
                chosen.background(row),
                content.is_marked(strip.row),
            )
            self.boxes[row] = self._paint_line(painter, columns, rect, line, manner)
            if chosen.has_focus and row == chosen.cursor:
                paint.paint_cursor(painter, rect)

    def _paint_line(
        self, painter: QPainter, columns: Columns, rect: QRectF, line: paint.Line, manner: paint.Manner
    ) -> list[paint.Box]:
        """Draw a row; one that is neither selected nor under the mouse from its picture."""
        if line.background or line.column >= 0 or not self._pictures.fits(painter, rect):
            painter.setBrushOrigin(rect.topLeft())  # the hatch begins where it does in a picture
            return paint.paint_line(painter, columns, rect, line, manner)
        return self._pictures.paint(
            painter,
            rect,
            (line, columns, manner),
            lambda inner, place: paint.paint_line(inner, columns, place, line, manner),
        )


def columns_of(content: TableContent, widths: Mapping[str, int]) -> Columns:
    """Return the columns of a table, named; those that a person gave a width keep it."""
    theme = look.current()
    digits = int(width_of("0" * len(str(content.rows)))) + 2 * paint.PADDING
    columns = [
        Column(key, title, max(least, theme.px(usual), int(width_of(title, "micro")) + 1 + 2 * paint.PADDING))
        for key, title, usual, least in (
            ("row", tr("row"), 64, digits),
            ("length", tr("length"), 72, 0),
            ("kept", tr("kept"), 72, 0),
        )
    ]
    if content.label is not None:
        columns.append(Column("label", content.label_title, theme.px(104)))
    columns.append(Column("steps", content.column, 0))
    sized = (replace(one, width=widths.get(one.key, one.width)) for one in columns)
    return Columns(tuple(sized), MARGIN)
