"""Lines under a head that scroll down by pixels and along by steps, however many there are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget

from padviewer.core.picture.axis import Axis
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.table.layout import Lines
from padviewer.gui.widgets.long_scroll_bar import AxisScroller

ROW = 28
HEAD = 28
BAR = 8


class ScrolledLines(QWidget):
    """Base of the table: knows which lines are in view; a subclass says how many steps there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = Lines(0, ROW)
        self._offset = 0
        self._first = 0
        self.row_bar = AxisScroller(Qt.Orientation.Vertical, tr("Rows of the table"), self)
        self.row_bar.offset_asked.connect(self._scroll_to)
        self.step_bar = AxisScroller(Qt.Orientation.Horizontal, tr("Steps of the table"), self)
        self.step_bar.offset_asked.connect(self._show_steps_from)

    def most_places(self) -> int:
        """Return how many steps the longest line has."""
        raise NotImplementedError

    def places_in_view(self) -> int:
        """Return how many steps are in view of the line that shows least and goes on; all where none does."""
        raise NotImplementedError

    def line_rect(self, view_row: int) -> QRectF:
        """Return where a row of the view lies, in the widget; it may be out of sight."""
        top = self._head() + self._lines.line(view_row) * self._lines.height - self._offset
        return QRectF(0, top, self.width(), self._lines.height)

    def row_at(self, point: QPointF) -> int:
        """Return the row of the view at a point of the widget; −1 for none."""
        below = point.y() - self._head()
        line = int((below + self._offset) // self._lines.height)
        if not 0 <= below < self._page() or line >= self._lines.count:
            return -1
        row, label = self._lines.at(line)
        return row if label is None else -1

    def _head(self) -> int:
        return look.current().px(HEAD)

    def _page(self) -> int:
        return max(0, self.height() - self._head() - BAR)

    def _axis(self) -> Axis:
        return Axis(self._lines.count, self._lines.height, offset=self._offset)

    def _scroll_to(self, offset: int) -> None:
        """Scroll so many pixels down, as far as there are lines."""
        self._offset = self._axis().scrolled(offset, self._page()).offset
        self.row_bar.set_axis(self._axis(), self._page())
        self.update()

    def _scroll_to_row(self, view_row: int, *, centred: bool = False) -> None:
        """Scroll as far as needed to see a row of the view; into the middle if that is wanted."""
        if view_row < 0:
            return
        line = self._lines.line(view_row)
        shown = self._axis().showing(line, self._page())
        if centred and shown.offset != self._offset:
            self._scroll_to(line * self._lines.height - self._page() // 2)
        else:
            self._scroll_to(shown.offset)

    def _show_steps_from(self, first: int) -> None:
        """Scroll along to a step."""
        most = self.most_places()
        self._first = max(0, min(first, most - 1))
        self._fit_step_bar()
        self.update()

    def _fit_step_bar(self) -> None:
        """Let the bar for steps show what is in view; called again once the lines are drawn."""
        most = self.most_places()
        self.step_bar.set_axis(Axis(most, offset=self._first), min(max(1, self.places_in_view()), most))

    def scrolled(self) -> tuple[float, int]:
        """Return how far it is scrolled: down in lines, and along in steps."""
        return self._offset / self._lines.height, self._first

    def show_scrolled(self, place: tuple[float, int]) -> None:
        """Scroll as another table of the same rows did."""
        self._scroll_to(round(place[0] * self._lines.height))
        self._show_steps_from(place[1])

    def _shown_lines(self) -> range:
        height = self._lines.height
        first = self._offset // height
        return range(first, min(self._lines.count, -(-(self._offset + self._page()) // height)))

    def _shown_rows(self) -> list[int]:
        """Return the rows of the view that are on the screen."""
        places = (self._lines.at(line) for line in self._shown_lines())
        return [row for row, label in places if label is None]

    def _place_bars(self, left: int, right: int) -> None:
        """Put the bars to their places; the one for steps from `left` to `right`."""
        self.row_bar.setGeometry(self.width() - BAR, self._head(), BAR, self._page())
        self.step_bar.setGeometry(left, self.height() - BAR, max(0, right - left), BAR)
        self._scroll_to(self._offset)
        self._show_steps_from(self._first)
