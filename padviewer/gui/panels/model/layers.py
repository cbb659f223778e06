"""A model's layers: name, class, input and output shape, parameters, and their total."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.lines_list import OVERHANG, RowList

_GAP = 16


@dataclass(frozen=True)
class LayerRow:
    """One layer as it is shown.

    Parameters
    ----------
    name : str
    kind : str
        Its class: ``"Conv1D"``.
    inputs, outputs : str
        Its shapes as code writes them; several separated by a comma and a space; empty where unknown.
    params : int or None
        Number of parameters; None where it is not known before the model is built.
    level : {"", "warning", "error"}
        Whether something is wrong with the layer.
    """

    name: str
    kind: str
    inputs: str
    outputs: str
    params: int | None
    level: str = ""


class LayerTable(RowList):
    """The layers in order, and the total below; two lines a layer where the columns do not fit side by side.

    Signals are those of `RowList`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Layers of the model"), parent)
        self._layers: tuple[LayerRow, ...] = ()
        self._total: int | None = None
        self._widths = (0.0, 0.0, 0.0, 0.0, 0.0)
        self.set_most_rows(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_layers(self, layers: tuple[LayerRow, ...], total: int | None) -> None:
        """Show layers and the number of parameters of all of them."""
        self._layers, self._total = layers, total
        self.rows_changed()

    def layers(self) -> tuple[LayerRow, ...]:
        """Return the layers that are shown."""
        return self._layers

    def rows_changed(self) -> None:
        self._widths = self._measured()
        super().rows_changed()

    def is_two_line(self) -> bool:
        """Tell whether the columns do not fit side by side."""
        return sum(self._widths) + 4 * _GAP > self.viewport().width() - 2 * OVERHANG

    def row_count(self) -> int:
        """Return the layers and the line of the total."""
        return len(self._layers) + 1 if self._layers else 0

    def row_height(self) -> int:
        return look.current().px(44 if self.is_two_line() else 28)

    def row_sentence(self, row: int) -> str:
        if row >= len(self._layers):
            return tr("Total, parameters: {number}", number=numbers.count(self._total))
        layer = self._layers[row]
        return tr(
            "{layer}, {kind}, in {inputs}, out {outputs}, parameters: {number}",
            layer=layer.name,
            kind=layer.kind,
            inputs=layer.inputs or numbers.MISSING,
            outputs=layer.outputs or numbers.MISSING,
            number=numbers.count(layer.params),
        )

    def row_background(self, row: int) -> str:
        level = self._layers[row].level if row < len(self._layers) else ""
        if level:
            return "warnbg" if level == "warning" else "errbg"
        return super().row_background(row) if row < len(self._layers) else ""

    def header_height(self) -> int:
        return look.current().px(24) if self._layers else 0

    def paint_header(self, painter: QPainter, rect: QRectF) -> None:
        right = Qt.AlignmentFlag.AlignRight
        if self.is_two_line():
            drawing.text(painter, rect, tr("Layer, in → out"), "micro", "t3")
            drawing.text(painter, rect, tr("Params"), "micro", "t3", right)
        else:
            drawing.text(painter, rect, tr("Layer"), "micro", "t3")
            for place, words in zip(self._places(rect), (tr("In"), tr("Out"), tr("Params")), strict=True):
                drawing.text(painter, place, words, "micro", "t3", right)
        drawing.hairline(painter, rect.left(), rect.bottom() - 1, rect.width(), "line")

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        if row >= len(self._layers):
            drawing.hairline(painter, rect.left(), rect.top(), rect.width(), "line")
            line = QRectF(rect.left(), rect.top(), rect.width(), look.current().px(28))
            drawing.text(painter, line, tr("Total"), "body", "t2")
            right = Qt.AlignmentFlag.AlignRight
            drawing.text(painter, line, numbers.count(self._total), "head", "t1", right)
            return
        paint = self._paint_two_lines if self.is_two_line() else self._paint_one_line
        paint(painter, rect, self._layers[row])

    def _paint_name(self, painter: QPainter, rect: QRectF, layer: LayerRow) -> None:
        """Write the name, and its class where it is not the same word."""
        middle, left = Qt.TextElideMode.ElideMiddle, Qt.AlignmentFlag.AlignLeft
        style = "strong" if layer.level else "body"
        drawing.text(painter, rect, layer.name, style, "t1", left, middle)
        after = drawing.text_width(layer.name, style) + 8
        if rect.width() - after > drawing.text_width("…", "small") * 2:
            drawing.text(painter, rect.adjusted(after, 0, 0, 0), layer.kind, "small", "t3")

    def _paint_one_line(self, painter: QPainter, rect: QRectF, layer: LayerRow) -> None:
        right = Qt.AlignmentFlag.AlignRight
        ins, outs, params = self._places(rect)
        name = QRectF(rect.left(), rect.top(), ins.left() - _GAP - rect.left(), rect.height())
        self._paint_name(painter, name, layer)
        drawing.text(painter, ins, layer.inputs, "mono_small", "t2", right)
        drawing.text(painter, outs, layer.outputs, "mono_small", "t1", right)
        drawing.text(painter, params, numbers.count(layer.params), "body", "t2", right)

    def _paint_two_lines(self, painter: QPainter, rect: QRectF, layer: LayerRow) -> None:
        half, right = rect.height() / 2, Qt.AlignmentFlag.AlignRight
        top = QRectF(rect.left(), rect.top() + 2, rect.width(), half - 2)
        bottom = QRectF(rect.left(), rect.top() + half, rect.width(), half - 4)
        params = numbers.count(layer.params)
        width = drawing.text_width(params, "body")
        self._paint_name(painter, top.adjusted(0, 0, -width - 12, 0), layer)
        drawing.text(painter, top, params, "body", "t2", right)
        shapes = " → ".join(one for one in (layer.inputs, layer.outputs) if one)
        drawing.text(painter, bottom, shapes, "mono_small", "t2")

    def _measured(self) -> tuple[float, float, float, float, float]:
        """Return the widths of name, class, in, out and params."""

        def widest(style: str, what: Callable[[LayerRow], str]) -> float:
            return max((drawing.text_width(what(layer), style) for layer in self._layers), default=0.0)

        total = drawing.text_width(numbers.count(self._total), "head")
        return (
            widest("strong", lambda layer: layer.name),
            widest("small", lambda layer: layer.kind),
            widest("mono_small", lambda layer: layer.inputs),
            widest("mono_small", lambda layer: layer.outputs),
            max(widest("body", lambda layer: numbers.count(layer.params)), total),
        )

    def _places(self, rect: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        """Return the columns of in, out and params."""
        _, _, ins, outs, params = self._widths
        third = QRectF(rect.right() - params, rect.top(), params, rect.height())
        second = QRectF(third.left() - _GAP - outs, rect.top(), outs, rect.height())
        return QRectF(second.left() - _GAP - ins, rect.top(), ins, rect.height()), second, third
