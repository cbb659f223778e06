"""The page before a file is open: a place to drop one, the files opened last, and the samples."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from padviewer.core.picture.ramps import ramp
from padviewer.gui.session.recent import RecentFile, Sample
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, tr, tr_count
from padviewer.gui.widgets.buttons import Button
from padviewer.gui.widgets.labels import ElidedLabel
from padviewer.gui.widgets.lines_list import OVERHANG, RowList

FORMATS = mark("JSON · JSON lines · CSV · Excel · Parquet · Arrow · NPY, NPZ · text")
MODELS = mark(".keras models open beside the data")

# place on the ramp of each step of the three rows in the drop area; the rest is padding
_PICTURE = (
    (0, 160, 90, 230, 110, 20, 170, 100, 60, 150, 205),
    (60, 20, 110, 170, 0, 120, 70, 190, 140, 210, 160, 100, 30, 150, 90, 40, 120, 60),
    (225, 130, 200, 110, 30, 10),
)
_CELL = 10
_CELL_HIGH = 13
_COLUMNS = 18
_MARGIN, _LINES_TOP, _LINE = 12, 160, 18


class DropArea(QWidget):
    """A dashed field with a small padded array, the button and the formats."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        self.lit = False
        self._button = button
        button.setParent(self)
        self.setAccessibleName(tr("Drop a file here"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lines(self) -> tuple[str, ...]:
        """Return what can be opened, in lines that fit the width."""
        width = self.width() - 2 * _MARGIN
        return tuple(
            line for words in (FORMATS, MODELS) for line in drawing.wrapped(tr(words), "small", width)
        )

    def _fit(self) -> None:
        """Be as high as the lines need."""
        self.setMinimumHeight(look.current().px(_LINES_TOP + _LINE * len(self._lines()) + 20))

    def _place_button(self) -> None:
        size = self._button.sizeHint()
        top = look.current().px(116)
        self._button.setGeometry((self.width() - size.width()) // 2, top, size.width(), size.height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place_button()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look.current()
        rect = QRectF(self.rect())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if self.lit else "stroke2"), 2 if self.lit else 1.2)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.setBrush(theme.colour("tint" if self.lit else "raised"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)
        painter.restore()
        self._paint_picture(painter, (rect.width() - theme.px(_CELL) * _COLUMNS) / 2, theme.px(34))
        centre = Qt.AlignmentFlag.AlignHCenter
        words = QRectF(_MARGIN, theme.px(88), rect.width() - 2 * _MARGIN, theme.line("body"))
        drawing.text(painter, words, self.accessibleName(), "head", "t1", centre)
        for index, line in enumerate(self._lines()):
            top = theme.px(_LINES_TOP + _LINE * index)
            place = QRectF(_MARGIN, top, rect.width() - 2 * _MARGIN, theme.line("small"))
            drawing.text(painter, place, line, "small", "t3", centre)
        painter.end()

    @staticmethod
    def _paint_picture(painter: QPainter, left: float, top: float) -> None:
        ratio = painter.device().devicePixelRatioF()
        colours = ramp("tide")
        wide, high = look.current().px(_CELL), look.current().px(_CELL_HIGH)
        for row, steps in enumerate(_PICTURE):
            for column in range(_COLUMNS):
                cell = QRectF(left + column * wide, top + row * (high + 1), wide - 1, high)
                cell = drawing.snapped(cell, ratio)
                if column < len(steps):
                    painter.fillRect(cell, QColor(*colours[steps[column]].tolist()))
                else:
                    painter.fillRect(cell, drawing.padding_brush(ratio))


_WIDEST, _BESIDE = 1064, 880


class _RecentList(RowList):
    """The files opened last: icon, name over facts, when."""

    def __init__(self) -> None:
        super().__init__(tr("Recent files"))
        self.files: tuple[RecentFile, ...] = ()
        self.set_most_rows(6)

    def row_count(self) -> int:
        return len(self.files)

    def row_height(self) -> int:
        return look.current().px(44)

    def row_sentence(self, row: int) -> str:
        file = self.files[row]
        return f"{file.name}, {file.problem or file.facts}, {file.when}, {file.path}"

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        file = self.files[row]
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        bad = bool(file.problem)
        icon, token = ("missing", "err") if bad else ("file", "t3")
        drawing.icon(painter, rect.left(), rect.center().y() - drawing.icon_size() / 2, icon, token)
        drawing.text(painter, rect, file.when, "small", "t3", right)
        beside = look.current().px(28)
        width = rect.width() - beside - drawing.text_width(file.when, "small") - 16
        half = rect.height() / 2
        name = QRectF(rect.left() + beside, rect.top() + 3, width, half - 2)
        facts = QRectF(rect.left() + beside, rect.top() + half, width, half - 4)
        middle = Qt.TextElideMode.ElideMiddle
        drawing.text(painter, name, file.name, "strong", "t2" if bad else "t1", left, middle)
        drawing.text(painter, facts, file.problem or file.facts, "small", "err" if bad else "t3")


class _SampleList(RowList):
    """The samples: name over facts, a little histogram, rows over lengths."""

    def __init__(self) -> None:
        super().__init__(tr("Samples"))
        self.samples: tuple[Sample, ...] = ()
        self.set_most_rows(7)

    def row_count(self) -> int:
        return len(self.samples)

    def row_height(self) -> int:
        return look.current().px(68)

    def row_sentence(self, row: int) -> str:
        sample = self.samples[row]
        return f"{sample.name}, {sample.facts}, {_rows(sample.rows)}, {sample.lengths}"

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        theme, sample = look.current(), self.samples[row]
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        lower = theme.line("body")
        top = rect.center().y() - (lower + theme.line("small")) / 2
        numbers_wide = max(
            max(drawing.text_width(_rows(one.rows), "body"), drawing.text_width(one.lengths, "small"))
            for one in self.samples
        )
        wide = theme.px(124)
        bars = QRectF(rect.right() - numbers_wide - 24 - wide, rect.top() + 14, wide, rect.height() - 28)
        words = bars.left() - 16 - rect.left()
        has_bars = max(drawing.text_width(one.name, "strong") for one in self.samples) <= words
        if not has_bars:
            words = rect.width() - numbers_wide - 24
        name = QRectF(rect.left(), top, words, lower)
        drawing.text(painter, name, sample.name, "strong", "t1", left)
        facts = QRectF(rect.left(), top + lower, words, theme.line("small"))
        drawing.text(painter, facts, sample.facts, "small", "t3")
        place = QRectF(rect.right() - numbers_wide, top, numbers_wide, lower)
        drawing.text(painter, place, _rows(sample.rows), "body", "t1", right)
        place = QRectF(place.left(), top + lower, numbers_wide, theme.line("small"))
        drawing.text(painter, place, sample.lengths, "small", "t2", right)
        if has_bars:
            _paint_histogram(painter, bars, sample.histogram)
        if row + 1 < len(self.samples):
            drawing.hairline(painter, rect.left(), rect.bottom() - 1, rect.width(), "line")


def _rows(count: int) -> str:
    return tr_count("{count} row", "{count} rows", count)


def _paint_histogram(painter: QPainter, rect: QRectF, counts: tuple[int, ...]) -> None:
    """Draw counts as bars of one width against the right edge, heights by their square roots."""
    most = max(counts, default=0)
    if not most:
        return
    pitch = min(rect.width() / len(counts), 12.0)
    gap = 1 if pitch >= 3 else 0
    left = rect.right() - pitch * len(counts)
    colour = look.current().colour("real")
    ratio = painter.device().devicePixelRatioF()
    for index, count in enumerate(counts):
        if count:
            height = max(1.0, math.sqrt(count / most) * rect.height())
            bar = QRectF(left + index * pitch, rect.bottom() - height, pitch, height)
            painter.fillRect(drawing.snapped(bar, ratio).adjusted(0, 0, -gap, 0), colour)


class StartPage(QWidget):
    """Open a file, one of the last ones, or a sample; a file can be dropped anywhere on the page.

    Signals
    -------
    open_clicked()
    path_chosen(str)
        A file that was dropped, or the path of a recent file or sample.
    """

    open_clicked = Signal()
    path_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Start"))
        self._open = Button(tr("Open file"), "primary", "open")
        self._drop = DropArea(self._open)
        self._recent, self._samples = _RecentList(), _SampleList()
        right = Qt.AlignmentFlag.AlignRight
        self._recent_count = ElidedLabel("", "small", "t3", right)
        self._recent_head = _headed(tr("Recent"), self._recent_count)
        self._samples_head = _headed(
            tr("Samples"), ElidedLabel(tr("installed with the program"), "small", "t3", right)
        )
        note = ElidedLabel(tr("Bars: number of rows at each length, square-root scale."), "micro", "t3")

        first, second = QVBoxLayout(), QVBoxLayout()
        for column in (first, second):
            column.setSpacing(0)
        first.addWidget(_inset(self._drop))
        first.addSpacing(24)
        first.addWidget(self._recent_head)
        first.addSpacing(8)
        first.addWidget(self._recent)
        first.addStretch(1)
        second.addWidget(self._samples_head)
        second.addSpacing(8)
        second.addWidget(self._samples)
        second.addSpacing(12)
        second.addWidget(_inset(note))
        second.addStretch(1)

        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(48)
        columns.addLayout(first, 47)
        columns.addLayout(second, 53)
        self._content = content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(24, 32, 24, 24)
        body.setSpacing(0)
        body.addStretch(1)
        body.addWidget(_inset(ElidedLabel("PadViewer", "display", "t1")))
        body.addSpacing(8)
        sentence = tr("See what padding, maxlen and masks do to your data before the model does.")
        body.addWidget(_inset(ElidedLabel(sentence, "body", "t2")))
        body.addSpacing(28)
        body.addLayout(columns)
        body.addStretch(3)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(tr("Start"))
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        centred = QWidget()
        across = QHBoxLayout(centred)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(content, 1000)
        across.addStretch(1)
        scroll.setWidget(centred)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

        self._open.clicked.connect(self.open_clicked)
        self._recent.row_activated.connect(self._on_recent_activated)
        self._samples.row_activated.connect(self._on_samples_activated)
        self.set_recent(())
        self.set_samples(())
        self._fit()

    def _fit(self) -> None:
        """Put the samples beside the rest, or below where the page is too narrow for both."""
        theme, direction = look.current(), QBoxLayout.Direction
        self._content.setMaximumWidth(theme.px(_WIDEST))
        beside = self.width() >= theme.px(_BESIDE)
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def set_recent(self, files: tuple[RecentFile, ...]) -> None:
        """Show the files opened last, the newest first; the section is hidden where there are none."""
        self._recent.files = files
        self._recent.rows_changed()
        self._recent_count.set_text(tr_count("{count} file", "{count} files", len(files)))
        self._recent.setVisible(bool(files))
        self._recent_head.setVisible(bool(files))

    def set_samples(self, samples: tuple[Sample, ...]) -> None:
        """Show the samples."""
        self._samples.samples = samples
        self._samples.rows_changed()
        self._samples.setVisible(bool(samples))

    def _on_recent_activated(self, row: int) -> None:
        self.path_chosen.emit(self._recent.files[row].path)

    def _on_samples_activated(self, row: int) -> None:
        self.path_chosen.emit(self._samples.samples[row].path)

    def _light(self, lit: bool) -> None:
        self._drop.lit = lit
        self._drop.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event.mimeData()):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        if path := dropped_path(event.mimeData()):
            event.acceptProposedAction()
            self.path_chosen.emit(path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("panel"))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(1100, 720)


def dropped_path(data: QMimeData) -> str:
    """Return the first local file or folder that is dropped; empty where there is none."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")


def _inset(widget: QWidget) -> QWidget:
    """Return a widget moved in by the overhang of the lists, so that their texts share its edges."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
    layout.addWidget(widget)
    return holder


def _headed(title: str, beside: QWidget) -> QWidget:
    """Return a section's title with something on its right."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
    layout.addWidget(ElidedLabel(title, "head", "t1"))
    layout.addWidget(beside, 1)
    return holder
